"""Events by type, court, article, judge, person, place and days; and contradictions."""

from graph.answer.lookup import ContradictionsAnswer, EventsAnswer, FoundEvent
from graph.answer.terms import Terms, tally
from graph.event import ContradictionType, Event
from graph.knowledge import Knowledge
from graph.period import Certainty, Range
from graph.questions.find import plain_key
from graph.questions.index import holders
from graph.questions.person import in_order_of_time


def events(
    knowledge: Knowledge,
    *,
    types: frozenset[str] | None = None,
    who: str | None = None,
    at: str | None = None,
    court: str | None = None,
    judge: str | None = None,
    article: str | None = None,
    window: Range | None = None,
) -> EventsAnswer:
    """Events that fit all that is asked; court, judge, who and at are entity ids.

    An article fits by its words: "205.4" fits "part 2 of article 205.4", not "205.41".
    """
    mine = None if who is None else frozenset(holders(knowledge, who))
    fitting = [
        event
        for event in knowledge.events.values()
        if (types is None or event.type in types)
        and (mine is None or event.who in mine or any(e in mine for _, e in event.roles))
        and (at is None or event.at == at)
        and all(
            asked is None or (role, asked) in event.roles
            for role, asked in (("court", court), ("judge", judge))
        )
        and (article is None or _has_article(event, article))
    ]
    found = [
        FoundEvent(event=event, certainty=certainty)
        for event in in_order_of_time(fitting)
        if (certainty := _inside(event, window)) is not Certainty.IMPOSSIBLE
    ]
    return EventsAnswer(
        terms=Terms(snapshot=knowledge.snapshot, window=window),
        events=tuple(found),
        tally=tally([f.certainty for f in found]),
    )


def contradictions(
    knowledge: Knowledge,
    *,
    about: str | None = None,
    types: frozenset[ContradictionType] | None = None,
) -> ContradictionsAnswer:
    """All contradictions, or those about one entity, in order of what they are about."""
    found = [
        c
        for c in knowledge.contradictions.values()
        if (about is None or c.about == about) and (types is None or c.type in types)
    ]
    return ContradictionsAnswer(
        terms=Terms(snapshot=knowledge.snapshot),
        contradictions=tuple(sorted(found, key=lambda c: (c.about, c.type, c.id))),
    )


def _inside(event: Event, window: Range | None) -> Certainty:
    if window is None:
        return Certainty.CERTAIN
    if all(window.lo <= b.start.lo and b.end.hi <= window.hi for b in event.bounds):
        return Certainty.CERTAIN
    some = any(b.start.lo <= window.hi and window.lo <= b.end.hi for b in event.bounds)
    return Certainty.POSSIBLE if some else Certainty.IMPOSSIBLE


def _has_article(event: Event, article: str) -> bool:
    asked = plain_key(article).split()
    for name, value in event.details:
        words = plain_key(value).split()
        places = range(len(words) - len(asked) + 1)
        if name == "article" and any(words[i : i + len(asked)] == asked for i in places):
            return True
    return False

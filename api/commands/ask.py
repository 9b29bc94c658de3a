"""Questions at the terminal; every answer as text in three languages, or as JSON."""

from collections.abc import Callable
from functools import wraps
from gettext import gettext
from typing import TYPE_CHECKING

import click

from api.commands.opening import language_option, opened, sample_option

if TYPE_CHECKING:
    from api.asked import Asked
    from api.models.answer import AnyAnswer

Question = Callable[..., "AnyAnswer"]
EVENT_TYPES = (
    "captured exchanged released died body_returned escaped charged arrest_ordered tried sentenced "
    "appealed ill_treated visited visit_refused headed"
).split()


@click.group()
def ask() -> None:
    """Ask about persons, facilities, paths, company, relations; ask for a summary.

    Names are found in any spelling that the sources use; ids as printed work too. A name that
    fits several things ("SIZO-2") answers with the candidates.

    \b
    whereabouts ask person "Олесь Гай"
    whereabouts ask path "Olenivka POW camp" "Taganrog SIZO-2" --mode travelled
    whereabouts ask summary "Oles Hai" --language uk
    """


def _question(find: Question) -> Callable[..., None]:
    """A command that prints what `find` answers, given its own options and what is asked of."""

    @wraps(find)
    def command(*, sample: bool, as_json: bool, language: str | None, **about: object) -> None:
        _answer(
            lambda asked: find(asked, **about), sample=sample, as_json=as_json, language=language
        )

    for option in (
        sample_option,
        click.option("--json", "as_json", is_flag=True, help="The whole answer, as HTTP gives it."),
        language_option("Of the words, not of the data"),
    ):
        command = option(command)
    return command


_window = (
    click.option("--since", help="First day asked about: 2022, 2022-05, 2022-05-21."),
    click.option("--until", help="Last day asked about."),
)


def _windowed(command: Callable[..., None]) -> Callable[..., None]:
    for option in _window:
        command = option(command)
    return command


def _answer(question: Question, *, sample: bool, as_json: bool, language: str | None) -> None:
    from api import asked

    with opened(sample=sample) as workspace:
        knowledge = workspace.knowledge()
        words = language or workspace.settings.language
        if not sample and (hint := asked.nothing_yet(knowledge, words)):
            click.echo(hint, err=True)
        several = None
        hints: list[str] = []
        try:
            answer = question(asked.Asked(workspace, knowledge))
        except asked.SeveralFit as found:
            several = answer = found.candidates
            hints = found.hints(words)
        tell = asked.as_json if as_json else asked.as_text
        click.echo(tell(workspace, knowledge, answer, words))
        for hint in hints:
            click.echo(hint, err=True)
    if several is not None:
        raise SystemExit(3)


@ask.command()
@click.argument("words")
@_question
def find(asked: "Asked", *, words: str) -> "AnyAnswer":
    """Everything that a name may mean."""
    from graph.questions.find import find

    return find(asked.knowledge, words)


@ask.command()
@click.argument("name")
@_question
def person(asked: "Asked", *, name: str) -> "AnyAnswer":
    """Stays in order, gaps, last documented place, events, contradictions."""
    from api.asked import PEOPLE
    from graph.questions.person import person

    return person(asked.knowledge, asked.entity(name, PEOPLE))


@ask.command()
@click.argument("name")
@_windowed
@_question
def facility(asked: "Asked", *, name: str, since: str | None, until: str | None) -> "AnyAnswer":
    """Who was there when, who came and left by month, events, contradictions, sources."""
    from api.asked import window
    from graph.claim import Kind
    from graph.questions.facility import facility

    where = asked.entity(name, (Kind.FACILITY,))
    return facility(asked.knowledge, where, window=window(since, until))


@ask.command()
@click.argument("origin")
@click.argument("destination", required=False)
@click.option(
    "--mode",
    type=click.Choice(["travelled", "itinerary", "reachable"]),
    default="travelled",
    show_default=True,
    help="One person's way (ORIGIN is the person); the same person at both; connections in time "
    "through different people.",
)
@click.option("--via", multiple=True, help="A facility or region in between; repeat for several.")
@click.option("--avoid", multiple=True, help="A facility or region not in between.")
@click.option("--max-hops", type=click.IntRange(1, 8), default=4, show_default=True)
@click.option("--within", type=click.IntRange(0), help="Days from first departure (reachable).")
@click.option("--certain", is_flag=True, help="Leave out what does not hold for all dates.")
@click.option("--limit", type=click.IntRange(1, 2000), default=20, show_default=True)
@_windowed
@_question
def path(
    asked: "Asked",
    *,
    origin: str,
    destination: str | None,
    mode: str,
    via: tuple[str, ...],
    avoid: tuple[str, ...],
    max_hops: int,
    within: int | None,
    certain: bool,
    limit: int,
    since: str | None,
    until: str | None,
) -> "AnyAnswer":
    """How people got from ORIGIN to DESTINATION, and on which evidence.

    Ends are facilities or regions ("Rostov Oblast", UA-14). `reachable` never says that anybody
    travelled the whole way.
    """
    if mode != "itinerary" and destination is None:
        raise click.UsageError(gettext("DESTINATION is missing: where to?"))

    from api.asked import PEOPLE, window
    from graph.questions.itinerary import itinerary
    from graph.questions.reachable import reachable
    from graph.questions.travelled import travelled

    if mode == "itinerary":
        return itinerary(asked.knowledge, asked.entity(origin, PEOPLE))
    first, last = asked.end(origin), asked.end(destination or "")
    days = window(since, until)
    past, barred = tuple(map(asked.end, via)), tuple(map(asked.end, avoid))
    if mode == "travelled":
        return travelled(
            asked.knowledge,
            first,
            last,
            window=days,
            via=past,
            avoid=barred,
            possible=not certain,
        )
    return reachable(
        asked.knowledge,
        first,
        last,
        window=days,
        within=within,
        via=past,
        avoid=barred,
        max_hops=max_hops,
        possible=not certain,
        most_routes=limit,
    )


@ask.command()
@click.argument("names", nargs=-1)
@click.option("--facility", "where", help="At this facility.")
@click.option("--limit", type=click.IntRange(1, 50_000), default=200, show_default=True)
@_windowed
@_question
def codetention(
    asked: "Asked",
    *,
    names: tuple[str, ...],
    where: str | None,
    limit: int,
    since: str | None,
    until: str | None,
) -> "AnyAnswer":
    """Who was held with a person, two persons together, or at a facility: least and most days."""
    if len(names) > 2 or not (names or where):
        raise click.UsageError(gettext("Name one person, two persons, or --facility."))

    from api.asked import PEOPLE, window
    from graph.claim import Kind
    from graph.questions.codetention import codetention_at, codetention_of

    at = None if where is None else asked.entity(where, (Kind.FACILITY,))
    days = window(since, until)
    if not names:
        return codetention_at(asked.knowledge, at or "", window=days).first(limit)
    who, *others = (asked.entity(name, PEOPLE) for name in names)
    other = others[0] if others else None
    return codetention_of(asked.knowledge, who, other=other, facility=at, window=days).first(limit)


@ask.command("moved-with")
@click.argument("name")
@_question
def moved_with(asked: "Asked", *, name: str) -> "AnyAnswer":
    """Who was moved together with a person, by what one source says of both."""
    from api.asked import PEOPLE
    from graph.questions.movedwith import moved_with

    return moved_with(asked.knowledge, asked.entity(name, PEOPLE))


@ask.command()
@click.option("--type", "types", multiple=True, type=click.Choice(EVENT_TYPES))
@click.option("--who", help="A person or group.")
@click.option("--at", "where", help="A facility.")
@click.option("--court", help="A court.")
@click.option("--judge", help="A judge.")
@click.option("--article", help="An article of a code, such as 205.4.")
@_windowed
@_question
def events(
    asked: "Asked",
    *,
    types: tuple[str, ...],
    who: str | None,
    where: str | None,
    court: str | None,
    judge: str | None,
    article: str | None,
    since: str | None,
    until: str | None,
) -> "AnyAnswer":
    """Captures, exchanges, deaths, charges, sentences … by kind, court, article, judge, period."""
    from api.asked import PEOPLE, window
    from graph.claim import Kind
    from graph.questions.events import events

    def named(words: str | None, *kinds: Kind) -> str | None:
        return None if words is None else asked.entity(words, kinds)

    return events(
        asked.knowledge,
        types=frozenset(types) or None,
        who=named(who, *PEOPLE),
        at=named(where, Kind.FACILITY),
        court=named(court, Kind.ORGANISATION),
        judge=named(judge, Kind.PERSON),
        article=article,
        window=window(since, until),
    )


@ask.command()
@click.argument("one")
@click.argument("other")
@_question
def relation(asked: "Asked", *, one: str, other: str) -> "AnyAnswer":
    """How any two are related: shared stays, transfers, events, documents, shortest connection."""
    from api.asked import ANYTHING
    from graph.questions.relation import relation

    ends = (asked.entity(words, ANYTHING) for words in (one, other))
    return relation(asked.knowledge, *ends)


@ask.command()
@click.option("--from", "origin", help="Only from this facility or region.")
@click.option("--to", "destination", help="Only to this facility or region.")
@_windowed
@_question
def flows(
    asked: "Asked",
    *,
    origin: str | None,
    destination: str | None,
    since: str | None,
    until: str | None,
) -> "AnyAnswer":
    """How many were moved from facility to facility, month by month."""
    from api.asked import window
    from graph.questions.flows import flows

    ends = [
        None if e is None else frozenset(asked.end(e).facilities) for e in (origin, destination)
    ]
    return flows(
        asked.knowledge, origins=ends[0], destinations=ends[1], window=window(since, until)
    )


@ask.command()
@click.option("--about", help="A person or facility; all contradictions otherwise.")
@_question
def contradictions(asked: "Asked", *, about: str | None) -> "AnyAnswer":
    """What cannot both be true, each with the words of both sides."""
    from api.asked import ANYTHING
    from graph.questions.events import contradictions

    whom = None if about is None else asked.entity(about, ANYTHING)
    return contradictions(asked.knowledge, about=whom)


@ask.command()
@click.argument("name")
@click.argument("other", required=False)
@_question
def summary(asked: "Asked", *, name: str, other: str | None) -> "AnyAnswer":
    """A summary of a person or facility, or of the relation of two, each sentence with sources."""
    from api.asked import ANYTHING
    from graph.claim import Kind
    from graph.questions import summary

    one = asked.entity(name, ANYTHING)
    if other is not None:
        return summary.summary_of_relation(asked.knowledge, one, asked.entity(other, ANYTHING))
    if asked.knowledge.entities[one].kind is Kind.FACILITY:
        return summary.summary_of_facility(asked.knowledge, one)
    return summary.summary_of_person(asked.knowledge, one)

"""Random small records: few people, facilities and days, everything that the fold must bear."""

from typing import Any

from hypothesis import strategies as st

from graph.claim import Kind, Polarity, Told
from graph.clearance import Clearance
from graph.decision import Act
from graph.judgement import Verdict
from tests.graph.fold.story import Story

DAYS = tuple(f"2022-05-{day:02}" for day in range(1, 9))
_day = st.sampled_from(DAYS)


@st.composite
def periods(draw: st.DrawFn) -> str | None:
    first, last = sorted((draw(_day), draw(_day)))
    return draw(
        st.sampled_from(
            [None, first, f"[{first}..{last}]", f"{first}/{last}", f"../{last}", f"{first}/.."]
        )
    )


@st.composite
def stories(draw: st.DrawFn) -> Story:
    """A record of up to three documents, of two clearances, about up to three people."""
    story = Story()
    people: list[str] = []
    facilities: list[str] = []
    happenings: list[str] = []
    for name in draw(st.sampled_from([["one"], ["one", "two"], ["one", "two", "three"]])):
        clearance = draw(st.sampled_from([Clearance.PUBLIC, Clearance.CONFIDENTIAL]))
        text = story.document(name, clearance)
        here = [story.mention(text, Kind.PERSON, f"Invented {n}") for n in "AB"]
        here.append(story.mention(text, Kind.GROUP))
        places = [story.mention(text, Kind.FACILITY, f"Facility {n}") for n in "XYZ"]
        people += here
        facilities += places
        for _ in range(draw(st.integers(0, 4))):
            who = draw(st.sampled_from(here))
            when = draw(periods())
            manner: dict[str, Any] = {
                "told": draw(st.sampled_from([Told.DIRECT, Told.HEARSAY, Told.COERCED])),
                "polarity": draw(st.sampled_from([Polarity.ASSERTED] * 4 + [Polarity.DENIED])),
                "teller": draw(st.sampled_from([None, here[0]])),
            }
            match draw(st.sampled_from(["moved", "held_at", "died", "exchanged"])):
                case "moved":
                    ends: dict[str, Any] = {
                        role: draw(st.sampled_from(places))
                        for role in draw(st.sampled_from([("from_", "to"), ("from_",), ("to",)]))
                    }
                    claim = story.say(text, None, "moved", when=when, who=who, **ends, **manner)
                case "held_at":
                    at = draw(st.sampled_from(places))
                    claim = story.say(text, None, "held_at", when=when, who=who, at=at, **manner)
                case happened:
                    claim = story.say(text, None, happened, when=when, who=who, **manner)
            happenings.append(story.claims[claim].subject)
        if draw(st.integers(0, 1)):
            story.say(text, here[0], "member_of", of=here[2], passage=None)
    for of_one_kind in (people, facilities, happenings):
        for _ in range(draw(st.integers(0, 3))):
            if len(of_one_kind) > 1:
                a, b = draw(st.permutations(of_one_kind))[:2]
                if story.subjects[a].kind is story.subjects[b].kind:
                    verdict = draw(st.sampled_from([Verdict.SAME, Verdict.SAME, Verdict.DIFFERENT]))
                    story.judge(a, b, verdict, by_person=draw(st.booleans()))
    if draw(st.booleans()):
        story.decide(Act.REJECT, draw(st.sampled_from(sorted(story.claims))))
    if draw(st.booleans()):
        story.decide(Act.PROTECT, draw(st.sampled_from(people)), Clearance.CONFIDENTIAL.word)
    return story

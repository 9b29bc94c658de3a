"""Pairs of worlds that differ only in what the public may not read. The people are invented.

Whatever door a public reader takes, both worlds of a pair must answer with the same bytes.
"""

from collections.abc import Callable
from dataclasses import dataclass

from graph.claim import Kind, Told
from graph.clearance import Clearance
from graph.decision import Act
from graph.document import Text
from graph.judgement import Verdict
from tests.graph.fold.story import Story

HIDDEN = Clearance.CONFIDENTIAL


@dataclass
class Common:
    """What both worlds share: two facilities, two people, a transfer, two sightings, a court."""

    story: Story
    news: Text
    colony: str
    sizo: str
    bilyk: str
    koval: str
    moved: str


def common() -> Common:
    """The public part of every pair."""
    story = Story()
    listed = story.document("list", source_type="academic")
    colony = story.mention(listed, Kind.FACILITY, "Volnovakha Colony No. 120")
    sizo = story.mention(listed, Kind.FACILITY, "Taganrog SIZO-2")
    for facility, kind, number in ((colony, "ik", "120"), (sizo, "sizo", "2")):
        story.say(listed, facility, "facility_type", value=kind)
        story.say(listed, facility, "number", value=number)
    news = story.document("news", source_type="news")
    bilyk = story.mention(news, Kind.PERSON, "Taras Bilyk")
    koval = story.mention(news, Kind.PERSON, "Ostap Koval")
    moved = story.say(news, None, "moved", who=bilyk, from_=colony, to=sizo, when="2022-05")
    story.say(news, None, "held_at", who=bilyk, at=sizo, when="2022-06-10")
    story.say(news, None, "held_at", who=koval, at=sizo, when="2022-06-01/2022-06-30")
    story.say(news, None, "sentenced", who=koval, when="2023-03-02", details=(("term", "12"),))
    return Common(story, news, colony, sizo, bilyk, koval, moved)


def hidden_person(world: Common) -> None:
    """Somebody else was at the same facility."""
    text = world.story.document("secret", HIDDEN)
    third = world.story.mention(text, Kind.PERSON, "Andrii Hidden")
    world.story.say(text, None, "held_at", who=third, at=world.sizo, when="2022-06-05")


def hidden_transfer(world: Common) -> None:
    """A visible person was moved between visible facilities, as only the cleared know."""
    text = world.story.document("secret", HIDDEN)
    who = world.story.mention(text, Kind.PERSON, "Ostap Koval")
    world.story.judge(who, world.koval)
    world.story.say(
        text, None, "moved", who=who, from_=world.sizo, to=world.colony, when="2022-07-04"
    )


def hidden_dates(world: Common) -> None:
    """A hidden telling pins the visible transfer to one day, and makes two lineages of one."""
    text = world.story.document("secret", HIDDEN)
    who = world.story.mention(text, Kind.PERSON, "Taras Bilyk")
    world.story.judge(who, world.bilyk)
    world.story.say(
        text, None, "moved", who=who, from_=world.colony, to=world.sizo, when="2022-05-21"
    )


def hidden_alias(world: Common) -> None:
    """A hidden document knows another name of a visible person."""
    text = world.story.document("secret", HIDDEN)
    who = world.story.mention(text, Kind.PERSON, "call sign Hidden")
    world.story.judge(who, world.koval)


def hidden_judgement(world: Common) -> None:
    """Two visible people are one, for a reason that only the cleared may read."""
    text = world.story.document("secret", HIDDEN)
    who = world.story.mention(text, Kind.PERSON)
    reason = world.story.say(text, who, "name", value="one and the same")
    world.story.judge(world.bilyk, world.koval, relies_on=(reason,))


def hidden_contradiction(world: Common) -> None:
    """Hidden testimony puts a visible person elsewhere on the same day."""
    text = world.story.document("secret", HIDDEN)
    who = world.story.mention(text, Kind.PERSON, "Taras Bilyk")
    world.story.judge(who, world.bilyk)
    world.story.say(text, None, "held_at", who=who, at=world.colony, when="2022-06-10")


def hidden_group(world: Common) -> None:
    """A visible person belongs to a group that only a hidden document knows."""
    text = world.story.document("secret", HIDDEN)
    group = world.story.mention(text, Kind.GROUP, "two hundred men")
    who = world.story.mention(text, Kind.PERSON, "Ostap Koval")
    world.story.judge(who, world.koval)
    world.story.say(text, who, "member_of", of=group)
    world.story.say(
        text, None, "moved", who=group, from_=world.colony, to=world.sizo, when="2022-06-01"
    )


def protected_witness(world: Common) -> None:
    """A person named in a public document is protected, with all that names them."""
    text, witness = interview(world.story, "Roman Protected")
    world.story.say(text, None, "held_at", who=witness, at=world.sizo, when="2022-06-11")


def interview(story: Story, name: str) -> tuple[Text, str]:
    """A public document with somebody protected in it: that it is cut is no secret."""
    text = story.document("interview")
    witness = story.mention(text, Kind.PERSON, name)
    story.decide(Act.PROTECT, witness, HIDDEN.word)
    return text, witness


def hidden_death(world: Common) -> None:
    """Only the cleared know that a visible person died."""
    text = world.story.document("secret", HIDDEN)
    who = world.story.mention(text, Kind.PERSON, "Ostap Koval")
    world.story.judge(who, world.koval)
    world.story.say(text, None, "died", who=who, when="2022-06-20", told=Told.HEARSAY)


def hidden_facts_of_a_facility(world: Common) -> None:
    """A hidden document gives a visible facility another number, and a verdict on its identity."""
    text = world.story.document("secret", HIDDEN)
    same = world.story.mention(text, Kind.FACILITY, "the other Olenivka")
    world.story.say(text, same, "number", value="52")
    world.story.judge(same, world.colony)
    world.story.judge(same, world.sizo, Verdict.DIFFERENT)


DIFFERENCES: tuple[Callable[[Common], None], ...] = (
    hidden_person,
    hidden_transfer,
    hidden_dates,
    hidden_alias,
    hidden_judgement,
    hidden_contradiction,
    hidden_group,
    protected_witness,
    hidden_death,
    hidden_facts_of_a_facility,
)


def pair(difference: Callable[[Common], None]) -> tuple[Story, Story]:
    """The world without the difference, and with it."""
    without, with_it = common(), common()
    if difference is protected_witness:  # in both the document is cut: of whom is what differs
        interview(without.story, "Somebody Else")
    difference(with_it)
    return without.story, with_it.story

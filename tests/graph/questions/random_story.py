"""Small random records: claims of several documents and clearances, judgements, groups, orders."""

from random import Random

from graph.claim import Kind, Polarity
from graph.clearance import Clearance
from graph.document import Text
from graph.judgement import Verdict
from tests.graph.fold.story import Story

PEOPLE = ("Oles", "Petro", "Ivan")
PLACES = ("Alpha", "Bravo", "Charlie", "Delta")
FIRST, LAST = 1, 6  # days of May 2022


class RandomStory:
    """A record about at most three people and four places; the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.story = Story()
        self.known: dict[str, list[str]] = {}
        texts = [
            self.story.document(f"document {i}", clearance)
            for i, clearance in enumerate(
                (Clearance.PUBLIC, Clearance.PUBLIC, Clearance.RESTRICTED)
            )
        ]
        happenings = [
            self._telling(self.random.choice(texts)) for _ in range(self.random.randint(2, 5))
        ]
        if self.random.random() < 0.3:
            self._order(self.random.choice(texts), self.random.sample(happenings, 2))
        self._judge()

    def _telling(self, text: Text) -> str:
        random, story = self.random, self.story
        happening = story.mention(text, Kind.HAPPENING)
        who: str | tuple[str, ...] = self._mention(text, Kind.PERSON, random.choice(PEOPLE))
        if random.random() < 0.2:
            group = story.mention(text, Kind.GROUP)
            story.say(text, who, "member_of", of=group)
            story.say(
                text, self._mention(text, Kind.PERSON, random.choice(PEOPLE)), "member_of", of=group
            )
            who = group
        polarity = Polarity.DENIED if random.random() < 0.05 else Polarity.ASSERTED
        if random.random() < 0.5:
            at = self._mention(text, Kind.FACILITY, random.choice(PLACES))
            story.say(
                text, happening, "held_at", who=who, at=at, when=self._when(), polarity=polarity
            )
            return happening
        origin, destination = random.sample(PLACES, 2)
        ends = {"from_": self._mention(text, Kind.FACILITY, origin)}
        ends["to"] = self._mention(text, Kind.FACILITY, destination)
        if random.random() < 0.15:
            ends.pop(random.choice(["from_", "to"]))
        named = {} if random.random() < 0.2 else {"who": who}
        when = self._moment()
        story.say(text, happening, "moved", when=when, polarity=polarity, **ends, **named)
        return happening

    def _order(self, text: Text, two: list[str]) -> None:
        least = self.random.choice([0, 1, 2])
        details = [("least_days", str(least))]
        if self.random.random() < 0.5:
            details.append(("most_days", str(least + self.random.randint(0, 2))))
        subject = self.story.mention(text, Kind.HAPPENING)
        self.story.say(text, subject, "before", first=two[0], then=two[1], details=tuple(details))

    def _mention(self, text: Text, kind: Kind, name: str) -> str:
        subject = self.story.mention(text, kind, name)
        self.known.setdefault(name, []).append(subject)
        return subject

    def _judge(self) -> None:
        """Most mentions of one name are judged the same; some pairs are left, or held apart."""
        for subjects in self.known.values():
            for other in subjects[1:]:
                draw = self.random.random()
                if draw < 0.85:
                    self.story.judge(subjects[0], other)
                elif draw < 0.9:
                    self.story.judge(subjects[0], other, Verdict.DIFFERENT)

    def _moment(self) -> str:
        first = self.random.randint(FIRST, LAST)
        last = min(LAST, first + self.random.choice([0, 0, 1, 2]))
        one = f"2022-05-{first:02d}"
        return one if first == last else f"[{one}..2022-05-{last:02d}]"

    def _when(self) -> str:
        draw = self.random.random()
        if draw < 0.6:
            return self._moment()
        first = self.random.randint(FIRST, LAST)
        last = self.random.randint(first, LAST)
        start = ".." if draw > 0.9 else f"2022-05-{first:02d}"
        return f"{start}/2022-05-{last:02d}"

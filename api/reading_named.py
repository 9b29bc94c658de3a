"""Who and what fills a role of a claim: its words, whom they were joined to, and by which rule."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from graph.claim import Kind
from graph.names.facility_index import FacilityIndex
from graph.names.facility_match import Linked, Unknown, match

if TYPE_CHECKING:
    from graph.judgement import Judgement
    from nlp.mention import Mention
    from nlp.read import ReadingResult
    from visual.words.words import Words

_MOST = 5  # candidates shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """What one reading found, by the ids of its subjects."""

    content: str
    listed: FacilityIndex
    called: Mapping[str, str]  # what each listed facility is called
    words: "Words"
    places: Mapping[str, tuple[int, int]]  # of each subject
    happened: Mapping[str, str]  # property by happening
    mentions: Mapping[tuple[int, int], "Mention"]
    judged: Mapping[str, "Judgement"]  # the first judgement that names the subject
    heads: Mapping[str, str]  # subject → the first named one that it was joined to
    languages: tuple[tuple[int, str], ...]  # from which offset on

    @classmethod
    def of(
        cls,
        found: "ReadingResult",
        content: str,
        listed: FacilityIndex,
        *,
        called: Mapping[str, str],
        words: "Words",
    ) -> Self:
        """Everything by its id."""
        from nlp.paragraph import paragraphs

        places = {s.id: (s.passage.start, s.passage.end) for s in found.subjects}
        happenings = {s.id for s in found.subjects if s.kind is Kind.HAPPENING}
        mentions = {(m.start, m.end): m for m in found.mentions}
        judged: dict[str, Judgement] = {}
        for judgement in found.judgements:
            for subject in judgement.pair:
                judged.setdefault(subject, judgement)
        return cls(
            content=content,
            listed=listed,
            called=called,
            words=words,
            places=places,
            happened={
                c.subject: c.property
                for c in found.claims
                if c.subject in happenings and c.property != "before"
            },
            mentions=mentions,
            judged=judged,
            heads=_heads(found, places, mentions),
            languages=tuple((p.copy.source(0, 1)[0], p.language) for p in paragraphs(content)),
        )

    def place(self, subject: str) -> tuple[int, int]:
        """Where the subject stands in the text."""
        return self.places[subject]

    def role(self, subject: str) -> str:
        """Its words; and whom a pronoun or a shorter name means, why, and by which rule."""
        if subject in self.happened:
            property_ = self.words.code("property", self.happened[subject])
            return f"{property_}, {self.words.t('part.quoted', it=self._words(subject)[:60])}"
        mention = self.mentions.get(self.places[subject])
        words = self._words(subject)
        head = self.heads.get(subject, subject)
        judgement = self.judged.get(subject)
        if mention is not None and mention.label == "facility" and mention.named:
            return f"{words} → {self.facility(mention)}"
        if head != subject and judgement is not None:
            return f"{words} → {self._words(head)} ({self._reason(judgement)}; {judgement.author})"
        if mention is not None and mention.feature("pronoun"):
            return f"{words} ({self.words.t('read.joined_to_nobody')})"
        return words

    def facility(self, mention: "Mention") -> str:
        """The listed facility that its words mean, those that they may mean, or none."""
        from nlp.facility_names import name_of

        language = next((s for at, s in reversed(self.languages) if at <= mention.start), "")
        found = match(name_of(mention.words, language), self.listed)
        if isinstance(found, Linked):
            agree = ", ".join(self.words.t(f"read.agree.{part}") for part in found.agree)
            return f"{self._listed(found.facility)} ({self.words.t('read.by', it=agree)})"
        why = self.words.t(f"read.why.{found.why}")
        if isinstance(found, Unknown):
            return self.words.t("read.not_listed", why=why)
        shown = [self._listed(c.facility) for c in found.candidates[:_MOST]]
        more = len(found.candidates) - _MOST
        if more > 0:
            shown.append(self.words.t("text.more_claims", n=more))
        return self.words.t("read.not_linked", why=why, it="; ".join(shown))

    def _reason(self, judgement: "Judgement") -> str:
        """Why a rule joined, in the words of this language."""
        key = f"read.because.{'_'.join(judgement.why.split())}"
        return self.words.t(key) if self.words.has(key) else judgement.why

    def _listed(self, facility: str) -> str:
        return f"{self.called.get(facility, '')} [{facility}]".lstrip()

    def _words(self, subject: str) -> str:
        start, end = self.places[subject]
        return " ".join(self.content[start:end].split())


def _heads(
    found: "ReadingResult",
    places: Mapping[str, tuple[int, int]],
    mentions: Mapping[tuple[int, int], "Mention"],
) -> dict[str, str]:
    """For each joined subject the first of those that have a name, in the order of the text."""
    joined: dict[str, set[str]] = {}
    for judgement in found.judgements:
        one, other = judgement.pair
        if one in places and other in places:
            both = joined.get(one, {one}) | joined.get(other, {other})
            joined |= dict.fromkeys(both, both)
    heads: dict[str, str] = {}
    for subject, all_of_them in joined.items():
        named = [
            s
            for s in all_of_them
            if (m := mentions.get(places[s])) is not None and m.named and not m.feature("pronoun")
        ]
        heads[subject] = min(named or all_of_them, key=lambda s: places[s])
    return heads

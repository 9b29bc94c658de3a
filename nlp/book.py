"""One document as its paragraphs were found, with every mention brought to offsets of the text."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from graph.document import Text
from graph.names.facility_index import FacilityIndex
from graph.period import Period
from nlp.coreference import Placed
from nlp.findings import Findings
from nlp.interview import interviewee, is_interview, is_question
from nlp.mention import Frame, Mention
from nlp.paragraph import Paragraph, spoken_line
from nlp.reported import described_as, heads, tells_of
from nlp.scene import Narrative
from nlp.tellers import quoted, speaker
from nlp.towns import towns

_REPORTS = frozenset(
    (
        "news", "ngo_report", "igo_report", "court_record", "ru_official", "ua_official_list",
        "prosecutor_sbu", "academic", "aggregator", "map_portal", "satellite", "investigative",
    )
)  # fmt: skip


_KIN_REACH = 40
_CASE = re.compile(  # "Case 3. A marine …": nobody told of before
    r"[\s*_#]*(?:case|file|person|випадок|справа|епізод|случай|дело|эпизод)\s(?:(?:№|no\.)?\s?\d{1,3}|[a-zа-яіїє][.:](?=\s|$))"
)


@dataclass(frozen=True)
class Quote:
    """A quotation: its stretch of the text, and who is said to have spoken it."""

    start: int
    end: int
    speaker: Mention | None


@dataclass(frozen=True)
class Book:
    """The findings of all paragraphs of one text, in order."""

    text: Text
    found: tuple[Findings, ...]
    source_type: str | None
    listed: FacilityIndex | None = None
    published: Period | None = None

    def lift(self, page: Paragraph, mention: Mention) -> Mention:
        """The mention with offsets and words of the text."""
        start, end = page.copy.source(mention.start, mention.end)
        return replace(mention, start=start, end=end, words=self.text.content[start:end])

    def lifter(self, page: Paragraph) -> Callable[[Mention], Mention]:
        """`lift` for one paragraph."""
        return lambda mention: self.lift(page, mention)

    @cached_property
    def placed(self) -> tuple[Placed, ...]:
        """All mentions with paragraph and quotation, in order."""
        return tuple(sorted(self._placed(), key=lambda p: (p.mention.start, p.mention.end)))

    def _placed(self) -> Iterator[Placed]:
        for findings in self.found:
            page = findings.page
            for mention in _all(findings):
                quote = quoted(page, mention.start)
                at = -1 if quote is None else page.copy.source(*quote)[0]
                if quote is None and spoken_line(page) and not self.interview:
                    at = page.copy.source(0, 1)[0]
                yield Placed(
                    mention=self.lift(page, mention),
                    paragraph=page.number,
                    quote=at,
                    language=page.language,
                    sentence=page.sentence_at(mention.start)[0],
                    fresh=bool(_CASE.match(page.low)),
                    kin=mention.label == "person" and _of_family(page, mention.start),
                    described=next(
                        (self.lift(page, m).start for m in described_as(findings, mention)), -1
                    ),
                    apart=frozenset(self.lift(page, m).start for m in tells_of(findings, mention)),
                    beside=frozenset(self.lift(page, m).start for m in heads(findings, mention)),
                    relation=_relation(page, mention) if mention.label == "person" else "",
                )

    @cached_property
    def quotes(self) -> dict[int, Quote]:
        """Quotations by their start, with their speakers."""
        out: dict[int, Quote] = {}
        for findings in self.found:
            page = findings.page
            for quote in page.quotes:
                start, end = page.copy.source(*quote)
                spoke = speaker(findings, quote)
                lifted = None if spoke is None else self.lift(page, spoke)
                out[start] = Quote(start, end, lifted)
        return out

    @cached_property
    def narrative(self) -> Narrative:
        """Who says I outside quotations; and whom a verb without object means."""
        narrator = None
        if self.interview or self.source_type not in _REPORTS:
            asking = {f.page.number for f in self.found if self.interview and is_question(f)}
            narrator = next(
                (
                    p.mention
                    for p in self.placed
                    if p.mention.feature("pronoun") == "i"
                    and p.quote < 0
                    and p.paragraph not in asking
                ),
                self._asked() if self.interview else None,
            )
        return Narrative(
            narrator=narrator,
            subject=narrator or self.sole(),
            source_type=self.source_type,
            published=self.published,
            towns=towns(self.placed, self.listed),
            exchange=any(f.page.words.pattern("exchange").search(f.page.low) for f in self.found),
            detention=any(f.page.words.pattern("detention").search(f.page.low) for f in self.found),
        )

    @cached_property
    def interview(self) -> bool:
        """Whether it is questions and answers."""
        return is_interview(self.found)

    @cached_property
    def of_kin(self) -> bool:
        """Whether the teller speaks of somebody of his family."""
        named = any(f.page.words.pattern("people.my_kin").search(f.page.low) for f in self.found)
        return named or self.source_type == "relative"

    def _asked(self) -> Mention | None:
        """The one who is asked, where no answer says *I*."""
        for findings in self.found:
            you = interviewee(findings) if is_question(findings) else None
            if you is not None:
                return self.lift(findings.page, you)
        return None

    def sole(self) -> Mention | None:
        """The only person that the document names, by a full name; None if there are two."""
        named = [p.mention for p in self.placed if p.mention.label == "person" and p.mention.named]
        full = [m for m in named if m.feature("given") and m.feature("surname")]
        groups = [p.mention for p in self.placed if p.mention.label == "group"]
        if self.source_type == "relative":
            groups = [m for m in groups if not m.feature("pronoun")]
        if not full or groups:
            return None
        others = {m.feature("surname") for m in named} - {full[0].feature("surname")}
        return full[0] if not {o for o in others if o} else None

    def in_person(self, frame: Frame) -> Frame:
        """The frame with each *I* as one mention: the narrator's first, or its quotation's."""
        roles = tuple((name, self._self(m)) for name, m in frame.roles)
        teller = None if frame.teller is None else self._self(frame.teller)
        return replace(frame, roles=roles, teller=teller)

    def _self(self, mention: Mention) -> Mention:
        if mention.feature("pronoun") != "i":
            return mention
        quote = self.quote_of(mention)
        if quote < 0 and self.narrative.narrator is not None:
            return self.narrative.narrator
        same = (
            p.mention
            for p in self.placed
            if p.mention.feature("pronoun") == "i" and p.quote == quote
        )
        return next(same, mention)

    def quote_of(self, mention: Mention) -> int:
        """The start of the quotation that a mention stands in, -1 if in none."""
        return self._quotes_of.get((mention.start, mention.end), -1)

    @cached_property
    def _quotes_of(self) -> dict[tuple[int, int], int]:
        return {(p.mention.start, p.mention.end): p.quote for p in self.placed}

    @cached_property
    def languages(self) -> dict[int, str]:
        """The language around the mention that starts at an offset."""
        return {p.mention.start: p.language for p in self.placed}


def _relation(page: Paragraph, mention: Mention) -> str:
    """`son`, of `her son Vadym` and of `her son`."""
    if page.language != "en":
        return ""
    if mention.feature("pronoun") == "relative":
        return mention.words.lower().split()[-1]
    near = _SOMEBODYS.search(page.low, max(0, mention.start - _KIN_REACH), mention.start)
    return near.group(1) if near is not None and mention.named else ""


_SOMEBODYS = re.compile(r"(?:(?<!\w)(?:his|her|their)|'s)\s(?:\w+\s)?([a-z]+(?:-in-law)?),?\s$")


def _of_family(page: Paragraph, at: int) -> bool:
    """Whether `my brother` stands right before."""
    lead = page.low[max(0, at - _KIN_REACH) : at].rstrip(" ,")
    return any(m.end() == len(lead) for m in page.words.pattern("people.my_kin").finditer(lead))


def _all(findings: Findings) -> Iterator[Mention]:
    from nlp.dates import date_mentions

    for kind in (
        findings.facilities, findings.people, findings.groups, findings.pronouns,
        findings.organisations, findings.places, findings.articles, findings.terms,
        date_mentions(list(findings.dates)),
    ):  # fmt: skip
        yield from kind

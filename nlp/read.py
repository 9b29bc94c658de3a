"""Reads one text: mentions, frames, and the claims and machine judgements that they give.

Pure and deterministic: the same text, description, secret and version give the same values, in
the same order. What a table's rows say is the business of mappings: a tabular text gives nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.claim import Claim, Subject
from graph.document import Description, Text
from graph.judgement import Judgement, Verdict
from graph.names.facility_index import FacilityIndex
from graph.period import calendar_date
from graph.reading import Reading
from graph.scribe import Scribe
from nlp.book import Book
from nlp.bystanders import bystanders
from nlp.capacity import write_capacities
from nlp.claims import Writer, write_frames, write_order, write_role, write_things
from nlp.coreference import Placed, facility_links, group_links, person_links
from nlp.doubts import before_death, of_the_known
from nlp.findings import Findings
from nlp.frames import frames, heads_list
from nlp.headings import is_item
from nlp.interview import asked, is_question
from nlp.labels import entries, heading
from nlp.left import Before, left_by
from nlp.list_links import listed_links
from nlp.memberships import memberships
from nlp.mention import Frame, Link, Mention
from nlp.narrator import narrator_link, reads_as
from nlp.paragraph import Paragraph, paragraphs
from nlp.people import people, surnames_of
from nlp.pipeline import Context, find
from nlp.report_period import months_told_of
from nlp.russian import russian_people
from nlp.scene import Narrative
from nlp.towns import kind_links, town_links
from nlp.version import PIPELINE, PIPELINE_VERSION, rule

_NEWS = frozenset(("news",))
_KIN = frozenset(("kin",))
_TESTIMONY = frozenset(("survivor_published", "relative"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingResult:
    """All that one reading found; mentions and frames are for display, the rest for the record."""

    reading: Reading
    subjects: tuple[Subject, ...]
    claims: tuple[Claim, ...]
    judgements: tuple[Judgement, ...]
    mentions: tuple[Mention, ...]
    frames: tuple[Frame, ...]


def read(
    text: Text, *, description: Description, scribe: Scribe, listed: FacilityIndex | None
) -> ReadingResult:
    """Reads a text; facilities are linked to those listed where one alone is meant.

    Ids in `listed` are subjects of the list document, so that judgements can point to them.
    """
    pages = [] if text.tabular else list(paragraphs(text.content))
    book = _book(text, pages, description, listed)
    told = _told(book)
    writer = Writer(scribe=scribe, document=text.document, text=text.id)
    mentions = [placed.mention for placed in book.placed]
    write_things(writer, mentions, language_of=book.languages)
    links = _links(book, told)
    known = {(m.start, m.end) for link in links for m in (link.a, link.b)}
    own = _of_the_teller(book, told)
    told = [of_the_known(frame, known | own) for frame in told]
    write_frames(writer, told, language_of=book.languages)
    write_capacities(writer, book)
    belongings = memberships(book, told)
    for belonging in belongings:
        writer.claim(
            write_role(writer, belonging.member, book.languages),
            "member_of",
            writer.passage(*belonging.passage),
            roles=[("of", write_role(writer, belonging.of, book.languages))],
        )
    judgements = _judged(writer, [k for k in links if _written(writer, k)])
    judgements += listed_links(writer, mentions, book.languages, listed)
    ours = [
        (writer.of(b.member), writer.of(b.of))
        for b in belongings
        if b.of.feature("pronoun") == "we"
    ]
    write_order(writer, told, same=_representatives([*((j.a, j.b) for j in judgements), *ours]))
    claims = tuple(writer.claims.values())
    return ReadingResult(
        reading=scribe.reading(
            text.id,
            pipeline=PIPELINE,
            version=PIPELINE_VERSION,
            claims=claims,
            judgements=judgements,
        ),
        subjects=tuple(writer.subjects.values()),
        claims=claims,
        judgements=tuple(judgements),
        mentions=tuple(mentions),
        frames=tuple(told),
    )


def _told(book: Book) -> list[Frame]:
    """The frames of all paragraphs; where a relative writes, a verb alone is not about him."""
    narrative = book.narrative
    found = _frames(book, narrative)
    if narrative.narrator is not None and book.of_kin and not any(map(_own, found)):
        found = _frames(book, replace(narrative, subject=book.sole()))
    told_of = months_told_of([f.page for f in book.found], book.published)
    return before_death(
        [book.in_person(frame) for frame in found],
        months=None if told_of is None else told_of.start,
    )


def _own(frame: Frame) -> bool:
    """Whether its sentence says that it befell the teller."""
    return any(
        m.feature("pronoun") in ("i", "we") and frame.sentence[0] <= m.start < frame.sentence[1]
        for name, m in frame.roles
        if name == "who"
    )


def _frames(book: Book, narrative: Narrative) -> list[Frame]:
    found: list[Frame] = []
    question, named, listing, before = None, None, None, Before()
    for findings in book.found:
        lift = book.lifter(findings.page)
        here = frames(
            findings,
            narrative,
            lift,
            question=question,
            heading=named,
            listing=listing,
            before=before,
        )
        found += here
        if not is_question(findings):  # which leaves things as they were
            before = left_by(findings, here, lift, before)
        listing = heads_list(findings, narrative, lift) or (listing if is_item(findings) else None)
        question = asked(findings) if book.interview else None
        if question is not None and question.there and len(findings.ends) == 1:
            before = replace(before, place=lift(findings.ends[0]))  # "how long were you in …?"
        above = heading(findings)
        named = lift(above) if above is not None else (named if entries(findings) else None)
    return found


def _book(
    text: Text,
    pages: list[Paragraph],
    description: Description,
    listed: FacilityIndex | None,
) -> Book:
    source = reads_as(pages, description.source_type)
    months = months_told_of(pages, description.published)
    context = Context(
        published=months or description.published,
        news=source in _NEWS or months is not None,
        surnames=_surnames(pages),
    )
    found = tuple(_found(pages, context, whole=months is not None))
    return Book(
        text=text,
        found=found,
        source_type=source,
        listed=listed,
        published=description.published,
    )


def _found(pages: list[Paragraph], context: Context, *, whole: bool) -> Iterator[Findings]:
    """What each paragraph holds; a day is of the year of publication only where none other came.

    After a paragraph that tells of another year a day without a year has none, unless the title
    says of which months the whole tells.
    """
    published = context.published
    day = calendar_date(published.start.hi) if published is not None else None
    year = None if day is None else day.year
    last = year
    for page in pages:
        near = (
            whole or day is None or last == year or (day.month <= _SPRING and last == day.year - 1)
        )
        found = find(page, context if near else replace(context, news=False))
        years = [y for d in found.dates if d.first is not None for y in _NAMED.findall(d.words)]
        last = int(years[-1]) if years else last
        yield found


_SPRING = 5  # so early in a year the news still tell of the year before
_NAMED = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def _surnames(pages: list[Paragraph]) -> frozenset[str]:
    """Keys of all surnames that the document gives in full, whatever the language."""
    found: list[Mention] = []
    for page in pages:
        if page.language == "ru":
            found += russian_people(page, (), frozenset())
        else:
            found += people(page, (), frozenset())
    return surnames_of(found)


def _links(book: Book, told: list[Frame]) -> list[Link]:
    """Joins inside the document, of mentions that became subjects."""
    used = {(m.start, m.end) for f in told if not f.conditional for m in _spoken_of(f)}
    suffering = {(m.start, m.end) for f in told for name, m in f.roles if name == "who"}
    headings = _headings(book)
    beside = _together(told)
    aside = bystanders(book, told)
    strangers = frozenset() if _tells_of_his_own(book) else _KIN
    persons: list[Placed] = []
    groups: list[Placed] = []
    facilities: list[tuple[Mention, str]] = []
    for placed in book.placed:
        mention = placed.mention
        inside = (mention.start, mention.end) in used
        said = mention.feature("pronoun") in ("he", "she") and placed.quote < 0
        if mention.label == "person" and (
            mention.named or said or (inside and not _first_person(mention))
        ):
            if mention.feature("pronoun") in strangers and placed.language != "en":
                continue
            at = (mention.start, mention.end)
            persons.append(
                replace(
                    placed,
                    suffers=at in suffering or at in headings,
                    headed=at in headings,
                    bystander=at in aside,
                    beside=placed.beside | beside.get(at[0], frozenset()),
                )
            )
        elif mention.label == "group" and inside:
            groups.append(placed)
        elif mention.label == "facility" and mention.named:
            facilities.append((mention, placed.language))
    return [
        *person_links(persons),
        *group_links(groups),
        *facility_links(facilities),
        *_speakers(book, told),
        *narrator_link(book),
        *town_links(told, book.narrative.towns),
        *kind_links(told, book.placed, book.text.content, book.listed),
    ]


def _headings(book: Book) -> set[tuple[int, int]]:
    """The person of a short line: what stands below is about him."""
    named = [(f.page, heading(f, anywhere=True)) for f in book.found]
    lifted = [book.lift(page, m) for page, m in named if m is not None]
    return {(m.start, m.end) for m in lifted}


def _together(told: list[Frame]) -> dict[int, frozenset[int]]:
    """From the start of a mention to those of others who cannot be meant by it."""
    found: dict[int, frozenset[int]] = {}
    for frame in told:
        starts = frozenset(m.start for name, m in frame.roles if name == "who")
        for start in starts if len(starts) > 1 else ():
            found[start] = found.get(start, frozenset()) | (starts - {start})
        if frame.property == "died" and frame.teller is not None:  # who tells has not died
            for start in starts:
                found[start] = found.get(start, frozenset()) | {frame.teller.start}
    return found


def _of_the_teller(book: Book, told: list[Frame]) -> set[tuple[int, int]]:
    """*My brother*, who needs no name where somebody tells of himself and his own."""
    if not _tells_of_his_own(book):
        return set()
    return {(m.start, m.end) for f in told for _, m in f.roles if m.feature("pronoun") == "kin"}


def _tells_of_his_own(book: Book) -> bool:
    return book.narrative.narrator is not None or book.source_type in _TESTIMONY


def _written(writer: Writer, link: Link) -> bool:
    """Whether both ends of a link have become subjects."""
    ends = zip(link.kinds, (link.a, link.b), strict=True)
    return all(writer.has(kind, m.start, m.end) for kind, m in ends)


def _first_person(mention: Mention) -> bool:
    return mention.feature("pronoun") == "i"


def _spoken_of(frame: Frame) -> list[Mention]:
    return [*(m for _, m in frame.roles), *([frame.teller] if frame.teller else [])]


def _speakers(book: Book, told: list[Frame]) -> list[Link]:
    """The *I* of a quotation is the one who is said to have spoken it."""
    found: dict[tuple[int, int], Link] = {}
    for frame in told:
        for mention in [] if frame.conditional else _spoken_of(frame):
            quote = book.quotes.get(book.quote_of(mention))
            if mention.feature("pronoun") != "i" or quote is None or quote.speaker is None:
                continue
            if quote.speaker.label == "person":
                found[mention.start, mention.end] = Link(
                    a=quote.speaker,
                    b=mention,
                    rule=rule("quoted-speaker"),
                    why="the quotation is attributed to this person",
                )
    return list(found.values())


def _judged(writer: Writer, links: list[Link]) -> list[Judgement]:
    return [
        writer.scribe.judgement(
            writer.subject(link.kinds[0], link.a.start, link.a.end),
            writer.subject(link.kinds[1], link.b.start, link.b.end),
            Verdict.SAME,
            author=link.rule,
            by_person=False,
            why=link.why,
        )
        for link in links
    ]


def _representatives(pairs: list[tuple[str, str]]) -> dict[str, str]:
    """From a subject to the first of those it goes with: joined, or *we* with its teller."""
    first: dict[str, str] = {}

    def root(subject: str) -> str:
        while first.get(subject, subject) != subject:
            subject = first[subject]
        return subject

    for one, other in pairs:
        a, b = root(one), root(other)
        first[max(a, b)] = min(a, b)
        first.setdefault(min(a, b), min(a, b))
    return {subject: root(subject) for subject in first}

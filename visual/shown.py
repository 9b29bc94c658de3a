"""Answers in one language, for one page: names as links, days as words, claims as notes."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from markupsafe import Markup, escape

from graph.answer.history import Step
from graph.answer.lookup import Candidate
from graph.answer.path import End
from graph.answer.place import Flow
from graph.answer.summary import NotKnown, Sentence
from graph.answer.terms import DayCount
from graph.claim import Kind
from graph.document import Passage, Text
from graph.entity import Attribute, Entity
from graph.event import Bounds, Support
from graph.grade import Grade
from graph.knowledge import Knowledge
from graph.period import UNDATED, Period, Range, day_number
from graph.schema import schema
from visual.citation import LONGEST_QUOTE, Citation, citation, described, quote
from visual.labels import labels
from visual.mentioned import mentioned
from visual.names import label_in, names_of
from visual.words import Words, language

FOLDERS = {Kind.FACILITY: "facilities", Kind.PERSON: "people", Kind.GROUP: "people"}
MOST_NOTES_IN_LINE, MOST_NOTES = 6, 24
NAMES = ("name", "alias", "nickname", "former_name", "variant")


@dataclass(frozen=True, kw_only=True)
class Shown:
    """One page of one state of knowledge.

    `notes` number passages in order of first mention, each with the first claim that cited it;
    `called` remembers the names of entities.
    """

    knowledge: Knowledge
    uid: Callable[[str], str]
    text: Callable[[str], Text]
    lang: str
    notes: dict[Passage, tuple[int, str]] = field(default_factory=dict)
    called: dict[str, str] = field(default_factory=dict, repr=False)

    @property
    def words(self) -> Words:
        """How answers are worded in this language."""
        return language(self.lang)

    @property
    def _labels(self) -> Mapping[str, str]:
        return labels(self.lang)

    def t(self, key: str, **fields: object) -> str:
        """A label of the pages."""
        return self._labels[key].format(**fields) if fields else self._labels[key]

    def worded(self, key: str) -> bool:
        """Whether the pages have such a label."""
        return key in self._labels

    def code(self, vocabulary: str, code: str | None) -> str:
        """A word of a vocabulary."""
        return "" if code is None else self.words.code(vocabulary, code)

    def name(self, entity: str) -> str:
        """The name in the page's language if a list gives one, else as its sources write it most
        often; what has none is described.
        """
        known = self.called.get(entity)
        if known is None:
            named = label_in(self.knowledge, entity, self.lang)
            known = named or self._unnamed(self.knowledge.entities[entity])
            self.called[entity] = known
        return known

    def href(self, entity: str) -> str:
        """The permanent address of an entity's page."""
        known = self.knowledge.entities[entity]
        return f"/{self.lang}/{FOLDERS.get(known.kind, 'entities')}/{self.uid(entity)}"

    def link(self, entity: str | None) -> Markup:
        """The name as a link, marked with the language it is written in."""
        if entity is None:
            return Markup('<span class="unknown">{}</span>').format(self.t("unknown_place"))
        tongue = self.tongue(entity)
        attribute = Markup(' lang="{}"').format(tongue) if tongue else Markup("")
        return Markup('<a href="{}"{}>{}</a>').format(
            self.href(entity), attribute, self.name(entity)
        )

    def tongue(self, entity: str) -> str | None:
        """The language that the name is written in, where it differs from the page's."""
        known, claims = self.knowledge, self.knowledge.evidence.claims
        name = self.name(entity)
        said = (
            a.claims
            for a in known.entities[entity].attributes
            if a.property == "name" and a.value == name
        )
        for claim in next(said, ()):
            text = known.evidence.texts[claims[claim].passage.text]
            stated = claims[claim].detail("language")
            written = stated or described(known, text.document, "language")
            if written == self.lang:
                return None
            if written:
                return written
        return None

    def document(self, document: str) -> Markup:
        """A document's title as a link."""
        heading = described(self.knowledge, document, "title") or self.t("untitled")
        tongue = described(self.knowledge, document, "language")
        return Markup('<a href="/{}/documents/{}"{}>{}</a>').format(
            self.lang,
            self.uid(document),
            Markup(' lang="{}"').format(tongue) if tongue else Markup(""),
            heading,
        )

    def passage(self, claim: str) -> str:
        """Where a claim's passage stands in its document: one click from the statement."""
        text = self.knowledge.evidence.texts[self.knowledge.evidence.claims[claim].passage.text]
        return f"/{self.lang}/documents/{self.uid(text.document)}#c-{self.uid(claim)}"

    def cite(self, claims: Sequence[str]) -> Markup:
        """Numbered notes, one a passage, each leading to it; of very many the first."""
        known = self.knowledge.evidence.claims
        places = dict.fromkeys(known[c].passage for c in claims if c in known)
        claim_at = {known[c].passage: c for c in reversed(claims) if c in known}
        for place in list(places)[:MOST_NOTES]:
            self.notes.setdefault(place, (len(self.notes) + 1, claim_at[place]))
        shown = Markup("").join(
            Markup('<a class="note" href="{}" title="{}">{}</a>').format(
                self.passage(claim_at[place]), self._quoted(claim_at[place]), self.notes[place][0]
            )
            for place in list(places)[:MOST_NOTES_IN_LINE]
        )
        more = len(places) - MOST_NOTES_IN_LINE
        if more > 0:
            shown += Markup('<a class="note" href="#sources">+{}</a>').format(more)
        return Markup('<span class="notes">{}</span>').format(shown)

    def cited(self, most: int) -> list[tuple[int, Citation]]:
        """The passages cited so far, by number; no more than so many."""
        return [(n, self._citation(c)) for n, c in list(self.notes.values())[:most]]

    def days(self, within: Range) -> str:
        """A range of days in words."""
        return self.words.days(within)

    def bounds(self, alternatives: Iterable[Bounds]) -> str:
        """One or several alternative pairs of ranges in words."""
        return self.words.bounds(alternatives)

    def mark(self, support: Support) -> Markup:
        """Grade, number of independent sources, and the notes; *disputed* opens both sides."""
        grade = Markup('<span class="grade grade-{}">{}</span>').format(
            support.grade.value, self.words.grade(support.grade)
        )
        against = self._against(support)
        if against is not None:
            grade = Markup('<a href="/{}/contradictions#x-{}">{}</a>').format(
                self.lang, self.uid(against), grade
            )
        count = Markup('<span class="lineages" title="{}">{}</span>').format(
            self.t("lineages_means"), self.t("lineages", n=len(support.lineages))
        )
        return Markup("{} {} {}").format(grade, count, self.cite(support.claims))

    def day(self, day: int) -> str:
        """One day in words."""
        return self.words.days(Range(day, day))

    def month(self, month: str) -> str:
        """A month such as "2022-05" in words."""
        year, number = month.split("-")
        first = day_number(date(int(year), int(number), 1))
        after = date(int(year) + int(number) // 12, int(number) % 12 + 1, 1)
        return self.words.days(Range(first, day_number(after) - 1))

    def axis(self, day: date) -> str:
        """The first of a month, or of a year, as it stands on an axis."""
        return f"{day.year}" if day.month == 1 else f"{day.year}-{day.month:02d}"

    def kind(self, entity: str) -> str:
        """What sort of thing it is."""
        return self.knowledge.entities[entity].kind.value

    def property(self, name: str, entity: str | None) -> str:
        """What a property is called, of that entity."""
        known = self.knowledge.entities.get(entity or "")
        return self.words.property(name, None if known is None else known.kind)

    def facility_type(self, facility: str) -> str:
        """The type of a facility that most sources give, in words; empty if none does."""
        return self.code("facility_type", self.knowledge.entities[facility].first("facility_type"))

    def other_names(self, entity: str) -> list[str]:
        """Every other way in which it is written."""
        known = self.knowledge.entities[entity]
        written = [v for name in NAMES for v in known.values(name)]
        return [n for n in dict.fromkeys(written) if n != self.name(entity)]

    def value(self, attribute: Attribute) -> Markup:
        """The value of an attribute: a word of a vocabulary, a link, or as written."""
        entity = self.knowledge.entity_of.get(attribute.value, attribute.value)
        if entity in self.knowledge.entities:
            return self.link(entity)
        return escape(self.words.value(attribute.property, attribute.value))

    def detail(self, name: str, value: str) -> str:
        """A literal of an event or claim: a word of a vocabulary, or as written."""
        return self.words.value(name, value)

    def step(self, step: Step) -> str:
        """What lies between two stays: a move that is told of, or days without a source."""
        place = self.name(step.destination)
        if step.transfer is not None:
            left, came = self.days(step.departure), self.days(step.arrival)
            return self.t("step_attested", place=place, left=left, came=came)
        again = step.origin == step.destination
        said = self.t("step_again" if again else "step_inferred", place=place)
        if step.gap.most == 0:
            return said
        return f"{said}; {self.t('gap_days', n=self.count(step.gap))}"

    def dates(self, first: Sequence[str], then: Sequence[str], *, moved: bool = True) -> Markup:
        """The notes of departure and arrival (or of start and end), each by itself."""
        key = "text.dates_moved" if moved else "text.dates"
        said = escape(self.words.t(key, first="{}", then="{}"))
        return said.format(self.cite(first), self.cite(then))

    def count(self, days: DayCount) -> str:
        """A number of days between two bounds."""
        if days.most is None:
            return self.t("gap_open", n=days.least)
        return str(days.least) if days.least == days.most else f"{days.least}–{days.most}"

    def common(self, days: DayCount) -> str:
        """How many days two people have in common."""
        if days.most is None:
            return self.t("least_open", least=days.least)
        if days.least == days.most:
            return str(days.least)
        return self.t("least_days", least=days.least, most=days.most)

    def total(self, flows: Iterable[Flow]) -> int:
        """How many transfers these flows count, each once."""
        return len({t for flow in flows for t in flow.transfers})

    def citation(self, claim: str) -> Citation | None:
        """A claim with its words, if the reader may read it."""
        if claim not in self.knowledge.evidence.claims:
            return None
        return self._citation(claim)

    def sentence(self, sentence: Sentence | NotKnown) -> str:
        """A sentence of a summary in words."""
        named = names_of(self.knowledge, self.uid, language=self.lang)
        names = replace(named, cite=self.citation)
        return self.words.sentence(sentence, names)

    def evidence(self, sentence: Sentence) -> Markup:
        """The notes of a sentence; of one with two dates those of each."""
        dated = sentence.by_date()
        if dated is None:
            return self.cite(sentence.support.claims)
        first, then, rest = dated
        moved = sentence.template.startswith("person.moved")
        said = self.cite(first) if first == then else self.dates(first, then, moved=moved)
        beside = escape(self.words.t("text.dates_also", it="{}"))
        also = beside.format(self.cite(rest)) if rest else ""
        return Markup('<span class="small">{}{}</span>').format(said, also)

    def names(self, entities: Iterable[str]) -> str:
        """Several names in a row."""
        return f" {self.t('and')} ".join(self.name(e) for e in entities)

    def end_name(self, end: End) -> str:
        """An end of a path: a region, or facilities."""
        return self.code("region", end.region) if end.region else self.names(end.facilities)

    def facility_names(self) -> list[str]:
        """Names that a form suggests."""
        found = (e for e in self.knowledge.entities.values() if e.kind is Kind.FACILITY and e.label)
        return sorted({self.name(e.id) for e in found})

    def context(self, name: str, value: str) -> str:
        """What tells a candidate from its namesakes."""
        return self.words.value(name, value)

    def candidate_page(self, candidate: Candidate) -> str:
        """Where a candidate leads: its own page; a region to the paths out of it."""
        if candidate.entity is not None:
            return self.href(candidate.entity)
        return f"/{self.lang}/paths?from={candidate.region}"

    def described(self, document: str, name: str) -> str:
        """What is known about a document in that field."""
        return described(self.knowledge, document, name) or ""

    def published(self, document: str) -> str:
        """When a document was published, in words."""
        found = [
            d.published for d in self.knowledge.evidence.descriptions if d.document == document
        ]
        known = [p for p in found if p is not None]
        return self.days(Range(known[-1].start.lo, known[-1].end.hi)) if known else ""

    def newest(self) -> str:
        """When the newest of the visible documents was published, in words; empty if none says."""
        found = [d.published for d in self.knowledge.evidence.descriptions if d.published]
        last = max(found, key=lambda p: (p.end.hi, p.start.lo), default=None)
        return "" if last is None else self.days(Range(last.start.lo, last.end.hi))

    def by_title(self, documents: Iterable[str]) -> list[str]:
        """Documents in order of title."""
        return sorted(documents, key=lambda d: (self.described(d, "title").casefold(), self.uid(d)))

    def source_types(self) -> list[tuple[str, str]]:
        """Every kind of source: its code and what it is called."""
        known = schema().vocabularies["source_type"].values.values()
        return [(kind.code, kind.label[self.lang]) for kind in known]

    def subject(self, subject: str) -> Markup:
        """The entity that a subject became; a happening has no page of its own."""
        entity = self.knowledge.entity_of.get(subject)
        return Markup("") if entity is None else self.link(entity)

    def stated(self, period: Period) -> str:
        """A period as one source states it."""
        return "" if period == UNDATED else self.words.period(period)

    def rests_on(self, claim: str) -> list[Markup]:
        """The stays, transfers and events that a claim is part of, each with links."""
        known, lines = self.knowledge, []
        for happening in known.events_of.get(claim, ()):
            if happening in known.stays:
                stay = known.stays[happening]
                parts = (self.link(stay.who), self.t("tie_held_at"), self.link(stay.at))
                when = self.bounds(stay.bounds)
            elif happening in known.transfers:
                move = known.transfers[happening]
                who = self.link(move.who) if move.who else Markup("")
                parts = (
                    who,
                    self.link(move.origin),
                    Markup("→ {}").format(self.link(move.destination)),
                )
                when = self.bounds(move.bounds)
            else:
                event = known.events[happening]
                who = self.link(event.who) if event.who else Markup("")
                parts = (who, self.code("event_type", event.type), Markup())
                when = self.bounds(event.bounds)
            said = Markup(" ").join(part for part in parts if part)
            lines.append(Markup("{}, {}").format(said, when))
        return lines

    def _against(self, support: Support) -> str | None:
        """A contradiction that makes it disputed."""
        if support.grade is not Grade.DISPUTED:
            return None
        rests = frozenset(support.claims)
        found = self.knowledge.contradictions.values()
        return next((c.id for c in found if rests & {*c.one, *c.other}), None)

    def quoted(self, passage: Passage) -> str:
        """The words of a passage of a visible text."""
        return quote(self.text(passage.text), passage, most=LONGEST_QUOTE)

    def _citation(self, claim: str) -> Citation:
        return citation(self.knowledge, claim, text_of=self.text)

    def _quoted(self, claim: str) -> str:
        passage = self.knowledge.evidence.claims[claim].passage
        text = self.text(passage.text)
        title = described(self.knowledge, text.document, "title") or self.t("untitled")
        return f"{title}: {quote(text, passage, most=160)}"

    def _unnamed(self, entity: Entity) -> str:
        kind = self.t(f"unnamed_{entity.kind}")
        place = next((v for p in ("settlement", "region", "place") for v in entity.values(p)), None)
        if place is not None:
            region = place == entity.first("region")
            return f"{kind} ({self.code('region', place) if region else place})"
        words = mentioned(self.knowledge, entity.id, self.text)
        return f"{kind} ({self.words.t('part.quoted', it=words)})" if words else kind

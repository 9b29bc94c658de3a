"""Words of one language, short of whole sentences: labels, codes, days, counts, certainties."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from babel.numbers import format_decimal

from graph.answer.terms import AtLeast, DayCount
from graph.claim import Kind
from graph.event import Bounds
from graph.grade import Grade
from graph.period import ANY_DAY, OPEN_FUTURE, OPEN_PAST, Certainty, Period, Range, day_number
from graph.places import gazetteer as places
from graph.schema import schema
from visual.words.catalogue import catalogue, locale
from visual.words.days import Case, in_words, moment_in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainWords:
    """How everything is called and said in one language."""

    language: str

    def t(self, key: str, **fields: object) -> str:
        """The entry of the catalogue; its field `n` chooses among plural forms."""
        said = catalogue()[key][self.language]
        if not isinstance(said, str):
            count = fields.get("n")
            if not isinstance(count, int):
                raise TypeError(f"{key} needs a whole number n, not {count!r}")
            said = said[locale(self.language).plural_form(count)]
        shown = {k: self.number(v) if type(v) is int else v for k, v in fields.items()}
        return said.format_map(shown)

    def has(self, key: str) -> bool:
        """Whether the catalogue holds that entry."""
        return key in catalogue()

    def number(self, number: int) -> str:
        """A number with its digits grouped as the language does."""
        return str(format_decimal(number, locale=self.language))

    def code(self, vocabulary: str, code: str) -> str:
        """The label of a code; what is no code is a source's own word and stays as written.

        Beside the files of vocabularies there are `property`, `type` and `region`.
        """
        known = schema()
        if vocabulary == "region":
            area = places.load().regions.get(code)
            return code if area is None else str(getattr(area, self.language))
        if vocabulary in {"property", "type"}:
            named = (known.properties if vocabulary == "property" else known.types).get(code)
            return code if named is None else named.label[self.language]
        value = known.vocabularies[vocabulary].values.get(code)
        return code if value is None else value.label[self.language]

    def property(self, name: str, kind: Kind | None) -> str:
        """The label of a property of something of that kind."""
        known = schema().properties.get(name)
        if known is None or kind not in {Kind.PERSON, Kind.GROUP}:
            return self.code("property", name)
        return known.of_people[self.language]

    def value(self, name: str, value: str) -> str:
        """A value of a property or detail: a label if it is a code, else as written."""
        known = schema()
        stated = known.properties.get(name)
        vocabulary = name if stated is None else stated.vocabulary
        if vocabulary is None or vocabulary not in {"region", *known.vocabularies}:
            return value
        return self.code(vocabulary, value)

    def grade(self, grade: Grade) -> str:
        """How well supported, in a word or two."""
        return self.code("grade", grade)

    def certainty(self, certainty: Certainty | None) -> str:
        """For which of the possible dates it holds; None: the order is not determined."""
        return self.code("certainty", certainty or "undetermined")

    def days(self, days: Range) -> str:
        """A range of days as it stands in a table: "21–31 May 2022", "open"."""
        return in_words(days, Case.BARE, self.language)

    def moment(self, instant: str) -> str:
        """When something was recorded: "25 November 2026, 13:52 UTC"."""
        return moment_in_words(instant, self.language)

    def month(self, month: str) -> str:
        """A month such as "2022-05", by its name."""
        year, number = (int(part) for part in month.split("-"))
        first = date(year, number, 1)
        after = date(year + number // 12, number % 12 + 1, 1)
        return self.days(Range(day_number(first), day_number(after) - 1))

    def when(self, days: Range) -> str:
        """When something happened: "in May 2022", "no later than 10 June 2022"."""
        return in_words(days, Case.AT, self.language)

    def period(self, period: Bounds | Period) -> str:
        """From when to when, or at which moment, as far as it is bounded."""
        start, end = period.start, period.end
        if start == end:
            return self.when(start)
        if start.lo <= OPEN_PAST and end.hi >= OPEN_FUTURE:
            return self._seen(start, end)
        if end.hi >= OPEN_FUTURE and end.lo <= start.hi:  # it ended after it began: no news
            end = ANY_DAY
        elif start.lo <= OPEN_PAST and start.hi >= end.lo:
            start = ANY_DAY
        return self._span(start, end)

    def bounds(self, alternatives: Iterable[Bounds]) -> str:
        """A period, or "either … or …" if its sources agree on none."""
        said = [self.period(b) for b in alternatives]
        several = self.t("period.or").join(said)
        return several if len(said) < 2 else self.t("period.either", several=several)

    def move(self, departure: Range, arrival: Range) -> str:
        """When somebody left and when they came."""
        if departure == arrival:
            return self.when(departure)
        left, came = self.when(departure), self.when(arrival)
        return self.t("period.move", departure=left, arrival=came)

    def count(self, days: DayCount) -> str:
        """A number of days between two bounds."""
        if days.most is None:
            key = "count.days_or_more" if days.least else "count.days_open"
            return self.t(key, n=days.least)
        if days.least == days.most:
            return self.t("count.days", n=days.most)
        return self.t("count.days_between", least=days.least, n=days.most)

    def at_least(self, count: AtLeast) -> str:
        """A count, which may have been cut short."""
        number = self.number(count.number)
        return number if count.exact else self.t("count.at_least", it=number)

    def listed(self, items: Sequence[str], *, most: int | None = None) -> str:
        """ "A, B and C"; with `most`, how many more there are."""
        shown, more = list(items), 0
        if most is not None and len(shown) > most:
            shown, more = shown[:most], len(shown) - most
        if more:
            return self.t("list.more", items=", ".join(shown), n=more)
        if len(shown) < 2:
            return "".join(shown)
        return self.t("list.and", items=", ".join(shown[:-1]), last=shown[-1])

    def _seen(self, start: Range, end: Range) -> str:
        """Seen on some days, while since when and until when is not known."""
        if start.hi >= OPEN_FUTURE or end.lo <= OPEN_PAST:
            return self._span(start, end)
        if start.hi < end.lo:
            when = self._span(Range(start.hi, start.hi), Range(end.lo, end.lo))
        else:
            when = self.when(Range(end.lo, start.hi))
        return self.t("period.seen", when=when)

    def _span(self, start: Range, end: Range) -> str:
        return self.t(
            "period.span",
            start=in_words(start, Case.OF, self.language),
            end=in_words(end, Case.OF, self.language),
        )

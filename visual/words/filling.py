"""Fills the places of a sentence: from slots, which hold ids, codes, days and numbers, to words."""

from collections.abc import Callable, Iterable, Mapping

from graph.answer.summary import Field, Slot
from graph.answer.terms import DayCount
from graph.claim import Kind
from graph.event import Bounds
from graph.period import Range
from visual.names import Names
from visual.words.called import called, happening, inner_quotes, placed, tied
from visual.words.plain import PlainWords

MOST_NAMED = 8
WAYS = ("in", "from", "to")
PARTS = (
    "when",
    "move",
    "with_group",
    "gap",
    "since",
    "documented",
    "later",
    "unnamed",
    "others",
    "at",
    "article",
)
OF_A_HAPPENING = ("by", "court", "judge", "unit")
OF_LAW = ("article", "part", "point", "code")
OF_A_TERM = ("term", "unit", "regime")
OF_THE_SOURCE = frozenset({"lineage", "language"})  # not of what it says
_PLACES = frozenset({Kind.FACILITY, Kind.PLACE})


class Filling:
    """The fields of one sentence; what no place takes is gathered in `more`, with its label."""

    def __init__(self, words: PlainWords, names: Names, template: str) -> None:
        self.words, self.names, self.template = words, names, template
        self.fields: dict[str, str] = dict.fromkeys(PARTS, "")
        self.fields |= {"who": words.t("unnamed.nobody"), "origin_part": "", "destination_part": ""}
        self.fields |= {"day": "", "departure": "", "property_part": ""}
        self.more: list[str] = []

    def fill(self, slots: Iterable[Slot]) -> Mapping[str, str]:
        """The fields that these slots fill."""
        by_kind: Mapping[str, Callable[[Slot], None]] = {
            "entity": self._entity,
            "bounds": self._bounds,
            "range": self._range,
            "days": self._days,
            "count": self._count,
            "code": self._code,
            "text": self._text,
            "happening": self._happenings,
            "stay": self._alternatives,
            "transfer": self._alternatives,
            "event": self._alternatives,
        }
        known = {slot.name: slot for slot in slots}
        law = [known.pop(n) for n in OF_LAW if n in known and known[n].kind == "text"]
        term = [known.pop(n) for n in OF_A_TERM if n in known and known[n].kind == "text"]
        for slot in known.values():
            if slot.kind in by_kind:
                by_kind[slot.kind](slot)
        self._moved(known)
        self._law({s.name: str(s.value) for s in law})
        self._term({s.name: str(s.value) for s in term})
        return {**self.fields, "more": "".join(self.more)}

    def part(self, name: str, it: str) -> None:
        """A place that may stay empty."""
        self.fields[name] = self.words.t(f"part.{name}", it=it)

    def other(self, label: str, it: str) -> None:
        """What no place takes."""
        self.more.append(self.words.t("part.other", label=label, it=it))

    def _entity(self, slot: Slot) -> None:
        if isinstance(slot.value, tuple):
            listed = [called(self.words, e, self.names) for e in slot.value]
            if slot.name == "others" and listed:
                self.part("others", self.words.listed(listed, most=MOST_NAMED))
            else:
                once = list(dict.fromkeys(listed))
                self.fields[slot.name] = self.words.listed(once, most=MOST_NAMED)
            return
        entity, name = str(slot.value), slot.name
        label = called(self.words, entity, self.names)
        if self.names.entity(entity).kind in _PLACES:
            for way in WAYS:
                self.fields[f"{name}_{way}"] = placed(self.words, entity, self.names, way=way)
        if name in {"origin", "destination"}:
            way = "from" if name == "origin" else "to"
            self.fields[f"{name}_part"] = f" {placed(self.words, entity, self.names, way=way)}"
        if name == "at":
            self.part("at", placed(self.words, entity, self.names, way="in"))
        elif name == "with_group":
            self.part("with_group", label)
        elif name in OF_A_HAPPENING:
            self.more.append(self.words.t(f"part.{name}", it=label))
        elif self.template.startswith("event.") and name != "who":
            self.other(self.words.code("role", name), label)
        else:
            self.fields[name] = label

    def _bounds(self, slot: Slot) -> None:
        if not isinstance(slot.value, Bounds):
            return
        if slot.name == "documented":
            ends = dict.fromkeys((slot.value.start, slot.value.end))
            self.part("documented", " – ".join(self.words.days(days) for days in ends))
        else:
            self.part("when", self.words.period(slot.value))

    def _alternatives(self, slot: Slot) -> None:
        """Where the sources agree on no period, each of theirs is said."""
        told = self.names.happening(str(slot.value))
        if told is not None and len(told.bounds) > 1:
            name = "move" if slot.kind == "transfer" else "when"
            self.part(name, self.words.bounds(told.bounds))

    def _range(self, slot: Slot) -> None:
        if not isinstance(slot.value, Range):
            return
        days = slot.value
        self.fields[f"{slot.name}_bare"] = self.words.days(days)
        if slot.name == "departure":
            self.fields["departure"] = f" {self.words.when(days)}"
        elif slot.name == "day":
            self.fields["day_at"] = self.words.when(days)
            self.fields["day"] = f" {self.fields['day_at']}"

    def _moved(self, known: Mapping[str, Slot]) -> None:
        left, came = (known.get(n) for n in ("departure", "arrival"))
        if left is not None and came is not None:
            days = (left.value, came.value)
            if isinstance(days[0], Range) and isinstance(days[1], Range):
                self.part("move", self.words.move(days[0], days[1]))

    def _days(self, slot: Slot) -> None:
        if not isinstance(slot.value, DayCount):
            return
        said = self.words.count(slot.value)
        if slot.name not in {"gap", "since"}:
            self.fields[slot.name] = said
        elif slot.value.most != 0:
            self.part(slot.name, said)

    def _count(self, slot: Slot) -> None:
        if not isinstance(slot.value, int):
            return
        said = self.words.number(slot.value)
        self.fields[slot.name] = said
        if slot.name == "unnamed":
            self.fields["unnamed"] = self.words.t("part.unnamed", n=slot.value, it=said)

    def _code(self, slot: Slot) -> None:
        if slot.name == "property":
            label = tied(self.words, str(slot.value))
            self.fields["property"] = label
            self.fields["property_part"] = self.words.t("part.property", it=label)
        elif slot.name in {"first", "last"}:
            self.fields[slot.name] = self.words.month(str(slot.value))
        else:
            name = self.template.rpartition(".")[2]
            self.fields[slot.name] = self._values(name, slot.value)

    def _values(self, name: str, values: Field) -> str:
        several = values if isinstance(values, tuple) else (str(values),)
        said = [self.words.value(name, v) for v in several]
        return "; ".join(said)

    def _text(self, slot: Slot) -> None:
        if isinstance(slot.value, tuple):
            quoted = (self.words.t("part.quoted", it=inner_quotes(v)) for v in slot.value)
            self.fields[slot.name] = self.words.listed(list(quoted), most=MOST_NAMED)
        elif slot.name not in OF_THE_SOURCE:
            said = self.words.value(slot.name, str(slot.value))
            self.other(self.words.code("detail", slot.name), said)

    def _happenings(self, slot: Slot) -> None:
        ids = slot.value if isinstance(slot.value, tuple) else ()
        found = (self.names.happening(i) for i in ids)
        said = [happening(self.words, told, self.names) for told in found if told is not None]
        if slot.name == "later":
            self.part("later", self.words.listed(said, most=MOST_NAMED))
        else:
            self.fields[slot.name] = "; ".join(said)

    def _law(self, law: Mapping[str, str]) -> None:
        said = [self.words.t(f"part.{n}", it=law[n]) for n in OF_LAW if n in law]
        self.fields["article"] = "".join(said)

    def _term(self, term: Mapping[str, str]) -> None:
        long, regime = term.get("term"), term.get("regime")
        unit = term.get("unit", "years")
        if long is not None and long.isdigit() and unit in {"years", "months"}:
            long = self.words.t(f"term.{unit}", n=int(long))
        elif long == "life":
            long = self.words.t("term.life")
        said = [] if long is None else [self.words.t("part.term", it=long)]
        if regime is not None:
            said.append(self.words.t("part.regime", it=self.words.value("regime", regime)))
        self.more[:0] = said

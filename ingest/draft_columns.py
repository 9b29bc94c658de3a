"""What the columns of an unknown table mean: by headings in three languages, and by cells."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from graph.names.facility_name import parse
from ingest.code import Code
from ingest.dates import NAMED, NotADate, parse_date
from ingest.strict import read_yaml
from ingest.tables.heading import NO_HEADING, headed

FORMS = ("iso", "day-first", "month-first", "%d-%b-%y", "%d %b %Y", "%m.%Y", "edtf", "words")
EVENTS = ("captured", "exchanged", "released", "died")
_DAYS = {"departed", "arrived", "start", "end", "moved_on", "sentenced_on", *EVENTS, "date"}
_PLACES = {"origin", "destination", "facility", "via", "captured_at"}
_AGAIN = {"destination": "next", "moved_on": "next_on"}  # a second move in the same row
_MOST = 0.6  # of the cells have to look like it
_YEARS = range(1900, 2021)
_WORDS_OF_A_NAME = range(2, 5)
_TOP = 8  # rows among which the headings are looked for
_HEADINGS = 2  # known headings that make a line one


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Which column means what, and the cells of each that hold something."""

    by_meaning: Mapping[str, str]
    unknown: tuple[str, ...]
    values: Mapping[str, Sequence[str]]

    def of(self, meaning: str) -> str | None:
        """The column of that meaning."""
        return self.by_meaning.get(meaning)

    def all_of(self, *meanings: str) -> list[str]:
        """The columns of those meanings that there are, in that order."""
        return [column for meaning in meanings if (column := self.of(meaning)) is not None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """Words that head a column of one meaning: all of it, in it, beside those, before, behind."""

    exact: frozenset[str]
    words: tuple[str, ...]
    beside: frozenset[str]
    opens: tuple[str, ...]
    ends: tuple[str, ...]


def guessed(header: Sequence[str], values: Mapping[str, Sequence[str]]) -> Columns:
    """The meaning of each column, by its heading first, else by its cells."""
    found: dict[str, str] = {}
    for name in header:
        fits = (m for m in lexicon() if m not in found and _means(name, m))
        meaning = next((m for m in fits if _may_be(values[name], m)), None)
        again = (m for m in _AGAIN if m in found and _means(name, m))
        meaning = meaning or next((_AGAIN[m] for m in again if _may_be(values[name], m)), None)
        if meaning is not None:
            found.setdefault(meaning, name)
    _of_the_last(found, header)
    if "person" not in found and "given" in found:
        found["person"] = found.pop("given")
    for name in header:
        if name not in found.values():
            meaning = _by_cells(values[name], found)
            if meaning is not None:
                found[meaning] = name
    known = set(found.values())
    unknown = tuple(name for name in header if name not in known)
    return Columns(by_meaning=found, unknown=unknown, values=values)


def _of_the_last(found: dict[str, str], header: Sequence[str]) -> None:
    """Of two places that people were moved to, one day right of both is that of the second."""
    day, place = found.get("moved_on"), found.get("next")
    if day is None or place is None or "next_on" in found:
        return
    if header.index(day) > header.index(place):
        found["next_on"] = found.pop("moved_on")


def heading_rows(rows: Sequence[tuple[int, Sequence[str]]]) -> tuple[int, ...]:
    """First and last of the rows that head the columns; () is the first, as a reader takes it."""
    top = [(number, cells) for number, cells in rows[:_TOP] if any(c.strip() for c in cells)]
    if not top:
        return ()
    known = [_known(cells) for _, cells in top]
    best = max(range(len(top)), key=lambda at: (known[at], -at))
    if known[best] < _HEADINGS:
        data = any(cell.isdecimal() or _is_day(cell) for cell in top[0][1])
        return NO_HEADING if data and not known[0] else ()
    first = last = best
    if best and _completes(top[best - 1][1], top[best][1]):
        first = best - 1
    elif best + 1 < len(top) and (
        _completes(top[best][1], top[best + 1][1]) or _are_headings(top[best + 1][1])
    ):
        last = best + 1
    if (first, last) == (0, 0):
        return ()
    return top[first][0], top[last][0]


def reads(value: str, form: str) -> bool:
    """Whether a format reads a cell."""
    try:
        parse_date(value, NAMED.get(form, (form,)))
    except NotADate:
        return False
    return True


@lru_cache(maxsize=1)
def lexicon() -> dict[str, Heading]:
    """The words that head a column of each meaning."""
    tree = read_yaml(Path(__file__).with_name("headers.yaml"), code=Code.CORRUPT)
    return {
        meaning: Heading(
            exact=frozenset(map(str, said["is"])),
            words=tuple(map(str, said["has"])),
            beside=frozenset(map(str, said.get("with", []))),
            opens=tuple(f"{word} " for word in said.get("opens", [])),
            ends=tuple(f" {word}" for word in said.get("ends", [])),
        )
        for meaning, said in tree.items()
        if isinstance(said, dict)
    }


def _known(cells: Sequence[str]) -> int:
    """How many different things the cells mean, if they were headings."""
    found = {
        next((m for m in lexicon() if _means(c, m)), None)
        for c in cells
        if c.strip() and not _is_day(c) and not any(letter.isdigit() for letter in c)
    }
    return len(found - {None})


def _are_headings(cells: Sequence[str]) -> bool:
    """Whether most cells are headings and none holds a number: the same in another language."""
    filled = [cell for cell in cells if cell.strip()]
    numbers = any(letter.isdigit() for cell in filled for letter in cell)
    return not numbers and _HEADINGS <= _known(filled) >= _MOST * len(filled)


def _completes(above: Sequence[str], below: Sequence[str]) -> bool:
    """Whether two lines are headings together: each has something where the other has nothing.

    The upper one then spans several columns, and neither holds a number.
    """
    if any(letter.isdigit() for cell in (*above, *below) for letter in cell):
        return False
    width = max(len(above), len(below))
    up, down = ([*(c.strip() for c in cells)] + [""] * width for cells in (above, below))
    filled = sum(bool(c) for c in up)
    spans = any(
        left and not right and down[at + 1] for at, (left, right) in enumerate(pairwise(up))
    )
    return spans and filled > 1 and len(set(headed([above, below]))) > filled


def _means(name: str, meaning: str) -> bool:
    known = lexicon()[meaning]
    told = " ".join(name.casefold().replace("_", " ").translate(_APOSTROPHES).split())
    words = _SIGNS.sub(" ", told).split()
    return (
        told in known.exact
        or (
            any(word.startswith(known.words) for word in words)
            and (not known.beside or not known.beside.isdisjoint(words))
        )
        or f"{told} ".startswith(known.opens)
        or f" {told}".endswith(known.ends)
    )


_SIGNS = re.compile(r"[(),/?]")
_APOSTROPHES = str.maketrans("’ʼ`", "'''")


def _may_be(values: Sequence[str], meaning: str) -> bool:
    """Whether the cells can be what the heading says."""
    if not values:
        return True
    dates = sum(map(_is_day, values)) >= _MOST * len(values)
    if meaning in _DAYS:
        return dates
    return not (meaning in {*_PLACES, "term"} and dates)


def _is_day(value: str) -> bool:
    return any(reads(value, form) for form in FORMS)


def _by_cells(values: Sequence[str], found: Mapping[str, str]) -> str | None:
    """The meaning that the cells themselves give, of those that no column has yet."""
    if not values:
        return None
    for meaning, fits in _looks(found):
        if sum(fits(value) for value in values) >= _MOST * len(values):
            return meaning
    return None


def _looks(found: Mapping[str, str]) -> Iterator[tuple[str, Callable[[str], bool]]]:
    if "birth_year" not in found and "person_id" not in found:
        yield "birth_year", lambda value: value.isdecimal() and int(value) in _YEARS
    if not _DAYS & set(found):
        yield "date", lambda value: not value.isdecimal() and _is_day(value)
    if not _PLACES & set(found):
        yield "facility", _is_facility
    if "person" not in found and "group" not in found:
        yield "person", _is_name


def _is_facility(value: str) -> bool:
    named = parse(value)
    return bool(named.families or (named.number is not None and named.places))


def _is_name(value: str) -> bool:
    words = value.split("(", maxsplit=1)[0].split()
    return (
        len(words) in _WORDS_OF_A_NAME
        and all(word[0].isupper() and word[-1] != "." for word in words)
        and not any(letter.isdigit() for letter in value)
        and not _is_facility(value)
    )

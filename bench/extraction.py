"""Measures the reading of texts against gold written before the rules were run on it.

    python bench/extraction.py [FOLDER with gold, default bench/gold] [--misses]

A found claim is right if a gold claim of its property has a passage that overlaps its own, the same
beings, and no role or polarity that differs; it may say less. Claims about nobody in particular are
neither right nor wrong, as the gold does not list them.
"""

import csv
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from graph.claim import Claim, Kind
from graph.document import Text
from graph.names.facility_index import FacilityIndex
from graph.names.facility_list import facility_row
from graph.names.fold import fold
from graph.period import OPEN_FUTURE, OPEN_PAST, calendar_date
from graph.scribe import Scribe
from ingest.source import describe, known_of
from nlp.read import ReadingResult, read

ROOT = Path(__file__).parent.parent
PROPERTIES = (
    "moved", "held_at", "captured", "exchanged", "released", "died", "charged", "tried",
    "sentenced",
)  # fmt: skip
ENDS = ("from", "to", "at", "via")
Gold = dict[str, Any]


@dataclass
class Score:
    """Counts by property, and of links, dates and swaps."""

    gold: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    hit: Counter[str] = field(default_factory=Counter)
    other: Counter[str] = field(default_factory=Counter)
    links: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)


@dataclass
class Document:
    """One text with its gold, and what was read in it."""

    name: str
    content: str
    gold: Gold
    result: ReadingResult
    rows: list[str]
    joined: dict[str, set[str]] = field(default_factory=dict)

    def words(self, subject: str) -> set[str]:
        """Everything the document calls a subject, through joins of one document."""
        return self.joined.get(subject, set())


def load(path: Path, index: FacilityIndex, rows: list[str]) -> Document:
    """Reads the text that a gold file belongs to."""
    gold = yaml.safe_load(path.read_text(encoding="utf-8"))
    file = path.parent / gold["document"]
    if not file.exists():
        file = path.parent.parent / "documents" / gold["document"]
    scribe = Scribe(b"a fixed secret of invented records")
    content = file.read_text(encoding="utf-8")
    document = scribe.document(content.encode(), media_type="text/plain")
    text = scribe.text(Text(id="", document=document.id, extractor="bench", content=content))
    description = describe(known_of(file), document, scribe=scribe)
    result = read(text, description=description, scribe=scribe, listed=index)
    made = Document(name=path.stem, content=content, gold=gold, result=result, rows=rows)
    made.joined = _joined(made)
    return made


def _joined(made: Document) -> dict[str, set[str]]:
    words = {s.id: {made.content[s.passage.start : s.passage.end]} for s in made.result.subjects}
    for judgement in made.result.judgements:
        if judgement.a in words and judgement.b in words:
            both = words[judgement.a] | words[judgement.b]
            for subject, said in words.items():
                if said is words[judgement.a] or said is words[judgement.b]:
                    words[subject] = both
    return words


def measure(made: Document, score: Score) -> None:
    """Adds one document to the score."""
    wanted = [c for c in made.gold["claims"] if c["property"] in PROPERTIES and not c.get("beyond")]
    beyond = [c for c in made.gold["claims"] if c not in wanted]
    taken: set[str] = set()
    for claim in wanted:
        score.gold[claim["property"]] += 1
    for found in made.result.claims:
        if found.property not in PROPERTIES:
            continue
        near = [g for g in wanted if g["property"] == found.property and _overlaps(made, found, g)]
        fitting = [g for g in near if not _differs(made, found, g)]
        if not fitting and (_nobody(made, found) or any(_overlaps(made, found, g) for g in beyond)):
            score.other["nobody in particular, or beyond"] += 1
            continue
        score.found[found.property] += 1
        if fitting:
            score.right[found.property] += 1
            best = next((g for g in fitting if g["id"] not in taken), fitting[0])
            taken.update(g["id"] for g in fitting)  # of two persons the gold has a claim each
            _dates(found, best, score)
            _told(found, best, score)
        else:
            reason = [d for g in near for d in _differs(made, found, g)][:3] or ["no such claim"]
            score.other["swapped ends"] += "swapped" in reason
            score.misses.append(f"WRONG {made.name} {_show(made, found)}: {reason}")
    for claim in wanted:
        score.hit[claim["property"]] += claim["id"] in taken
        if claim["id"] not in taken:
            score.misses.append(
                f"MISSED {made.name} {claim['property']} {claim['roles']}: {claim['quote'][:160]!r}"
            )
    _links(made, score)


def _overlaps(made: Document, found: Claim, claim: Gold) -> bool:
    quote = " ".join(str(claim["quote"]).split())
    passage = " ".join(made.content[found.passage.start : found.passage.end].split())
    return quote in passage or passage in quote or _shared(quote, passage)


def _shared(a: str, b: str) -> bool:
    """Whether the end of one is the start of the other, by half of the shorter."""
    size = min(len(a), len(b)) // 2
    return size > 20 and (a[-size:] in b or b[-size:] in a or a[:size] in b or b[:size] in a)


def _differs(made: Document, found: Claim, claim: Gold) -> list[str]:
    roles = claim.get("roles", {})
    out = [] if _who(made, found, claim) else ["who"]
    for name in ENDS:
        subject = found.role(name)
        if subject is None:
            continue
        if name not in roles:
            out.append(f"{name} not said")
        elif not _alike(made.words(subject), str(roles[name])):
            swapped = {"from": "to", "to": "from"}.get(name, "")
            out.append(
                "swapped"
                if swapped in roles and _alike(made.words(subject), roles[swapped])
                else name
            )
    if found.polarity != claim["polarity"]:
        out.append(f"polarity {found.polarity}")
    return out


def _who(made: Document, found: Claim, claim: Gold) -> bool:
    said = claim["roles"].get("who") or claim["roles"].get("group")
    if said is None:
        return True
    people = made.gold.get("persons", {})
    if said == "I" or claim["roles"].get("group") == "I":
        return any(_first_person(w) for s in found.all_in_role("who") for w in made.words(s))
    for subject in found.all_in_role("who"):
        words = made.words(subject)
        if _alike(words, str(said)):
            return True
        if people.get(said) is not None and people.get(said) in {people.get(w) for w in words}:
            return True
    return "who" in claim.get("context", ()) and all(
        _pronoun_only(made.words(s)) for s in found.all_in_role("who")
    )


_FIRST = frozenset("i me we us я мене мені мною ми нас нам нами меня мне мной мы".split())


def _first_person(word: str) -> bool:
    return word.casefold() in _FIRST


def _pronoun_only(words: set[str]) -> bool:
    return False


def _alike(words: set[str], said: str) -> bool:
    wanted = set(_folded(said))
    for word in words:
        mine = set(_folded(word))
        if mine and wanted and (mine <= wanted or wanted <= mine):
            return True
    return False


def _folded(words: str) -> list[str]:
    light = {"the", "of", "in", "to", "from", "at", "до", "з", "із", "в", "у", "из", "на", "a"}
    bare = "".join(c if c.isalnum() or c in "'’" else " " for c in words).split()
    return [fold(w) or w for w in bare if w.casefold() not in light]


def _nobody(made: Document, found: Claim) -> bool:
    kinds = {s.id: s.kind for s in made.result.subjects}
    sized = {c.subject for c in made.result.claims if c.property == "size"}
    who = found.all_in_role("who")
    return bool(who) and all(kinds[s] is Kind.GROUP and s not in sized for s in who)


def _dates(found: Claim, claim: Gold, score: Score) -> None:
    period = claim.get("period")
    low, high = found.period.start.lo, found.period.end.hi
    dated = (low, high) != (OPEN_PAST, OPEN_FUTURE)
    if not isinstance(period, dict) or (
        period.get("earliest") is None and period.get("latest") is None
    ):
        score.other["date where gold has none"] += dated
        return
    if not dated:
        score.other["date not found"] += 1
        return
    earliest, latest = (calendar_date(d) for d in (low, high))
    same = (_iso(earliest), _iso(latest)) == (period.get("earliest"), period.get("latest"))
    holds = (_iso(earliest) or "") <= (period.get("earliest") or "") and (
        period.get("latest") or "9"
    ) <= (_iso(latest) or "9")
    score.other["date exact" if same else ("date holds gold" if holds else "date wrong")] += 1
    if not same and not holds:
        score.misses.append(f"DATE {claim['quote'][:120]!r}: {earliest} {latest} for {period}")


def _iso(day: object) -> str | None:
    return None if day is None else str(day)


def _told(found: Claim, claim: Gold, score: Score) -> None:
    score.other["told right" if found.told == claim["told"] else "told wrong"] += 1
    if found.told != claim["told"]:
        score.misses.append(f"TOLD {found.told} for {claim['told']}: {claim['quote'][:120]!r}")


def _links(made: Document, score: Score) -> None:
    """Each gold mention: linked to its row, left open where it is open, or linked wrongly."""
    listed = {
        words: _row_number(made.rows.index(target) + 1)
        for j in made.result.judgements
        for subject, target in ((j.a, j.b), (j.b, j.a))
        if target in made.rows
        for words in made.words(subject) | {_word(made, subject)}
    }
    for link in made.gold["links"]:
        rows = {r for words, r in listed.items() if _same(words, link["mention"])}
        wanted = {link["row"]} if "row" in link else set()
        if not rows:
            how = "abstained" if wanted else "open, left open"
        elif rows == wanted:
            how = "right"
        else:
            how = "WRONG"
            score.misses.append(f"LINK {made.name} {link} -> {rows}")
        score.links[how] += 1


def _row_number(line: int) -> int:
    """The gold numbers the places in Kherson as one row, 39; the list has four."""
    return line if line <= _KHERSON else max(_KHERSON, line - 3)


_KHERSON = 39


def _word(made: Document, subject: str) -> str:
    found = next((s for s in made.result.subjects if s.id == subject), None)
    return "" if found is None else made.content[found.passage.start : found.passage.end]


def _same(words: str, mention: str) -> bool:
    a, b = (set(_folded(w)) for w in (words, mention))
    return bool(a) and (a == b or ((a <= b or b <= a) and len(a & b) > 1))


def _show(made: Document, found: Claim) -> str:
    roles = ", ".join(f"{n}={sorted(made.words(s))[:2]}" for n, s in found.roles)
    return (
        f"{found.property} {roles} {made.content[found.passage.start : found.passage.end][:160]!r}"
    )


def main() -> None:
    """Prints the table, and with --misses what went wrong."""
    folders = [a for a in sys.argv[1:] if not a.startswith("--")]
    folder = Path(folders[0]) if folders else ROOT / "bench" / "gold"
    with (ROOT / "ingest/lists/facilities.csv").open(encoding="utf-8", newline="") as stream:
        listed = [facility_row(row) for row in csv.DictReader(stream)]
    index, rows = FacilityIndex.from_rows(listed), [row.id for row in listed]
    total = Score()
    by_language: dict[str, Score] = defaultdict(Score)
    for path in sorted(folder.glob("*.yaml")):
        if path.name.endswith(".source.yaml"):
            continue
        gold = yaml.safe_load(path.read_text(encoding="utf-8"))
        if Path(gold.get("document", "")).suffix not in (".txt", ".md"):
            continue  # what needs a parser is measured where parsers are
        made = load(path, index, rows)
        measure(made, total)
        measure(
            made, by_language[path.stem.split("-")[1] if path.stem[0] == "b" else path.stem[:2]]
        )
    print(f"{'claim':12} {'gold':>5} {'found':>6} {'right':>6} {'precision':>10} {'recall':>7}")
    for name in PROPERTIES:
        _row(name, total.gold[name], total.found[name], total.right[name], total.hit[name])
    _row("all", *(sum(c.values()) for c in (total.gold, total.found, total.right, total.hit)))
    for language, score in sorted(by_language.items()):
        _row(
            language, *(sum(c.values()) for c in (score.gold, score.found, score.right, score.hit))
        )
    print("\n" + ", ".join(f"{name} {count}" for name, count in sorted(total.other.items())))
    print("links: " + ", ".join(f"{name} {count}" for name, count in sorted(total.links.items())))
    if "--misses" in sys.argv:
        print("\n" + "\n".join(total.misses))


def _row(name: str, gold: int, found: int, right: int, hit: int) -> None:
    precision = f"{right / found:.2f}" if found else "-"
    recall = f"{hit / gold:.2f}" if gold else "-"
    print(f"{name:12} {gold:5} {found:6} {right:6} {precision:>10} {recall:>7}")


if __name__ == "__main__":
    main()

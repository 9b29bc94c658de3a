"""Six texts and a spreadsheet that no rule has seen: how much of them is read, and how rightly.

    python bench/unseen.py [SET, default the newest] [SET...] [--all] [--home FOLDER]

Takes the files of each set (a folder of bench/unseen, or any other that is made like them) into a
fresh home by the command line, as a user does, then reads
the claims out of the record and holds them against the gold beside each text. A claim of several
people counts once for each. *Lenient*: property, a person and the places named agree, dates do
not exclude each other, and what is denied or planned is not asserted. *Strict*: besides, every
role that the sentence fills is filled and the date is as narrow as the words. The last rows count
together the properties that one frame reads; several sets are counted together, too. `--all`
prints each claim that is missed or wrong: for the reader of the result, not for tuning.
"""

import argparse
import difflib
import os
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from pathlib import Path
from shutil import copyfile
from typing import Any

import yaml
from unseen.told import PLACES, Told, alike, fits, gold_of, same_person, same_sentence, swapped

from api.settings import from_environment
from api.wiring import Workspace, open_workspace
from graph.claim import Claim, Kind, Subject
from graph.period import UNDATED, Period, calendar_date

SETS = Path(__file__).resolve().parent / "unseen"
LISTS = SETS.parents[1] / "ingest" / "lists"
SIDECAR, MAPPING = ".source.yaml", ".mapping.yaml"
COMMAND = str(Path(sys.executable).with_name("whereabouts"))
PROPERTIES = (
    "moved",
    "held_at",
    "captured",
    "exchanged",
    "released",
    "died",
    "charged",
    "tried",
    "sentenced",
)
FRAMES = {  # properties that one frame reads
    "exchanged or released": ("exchanged", "released"),
    "charged, tried or sentenced": ("charged", "tried", "sentenced"),
}
PRECISION_GOAL, RECALL_GOAL = 0.9, 0.5


@dataclass(kw_only=True)
class Score:
    """Counts of one property."""

    gold: int = 0
    found: Counter[str] = field(default_factory=Counter)
    said: int = 0
    right: Counter[str] = field(default_factory=Counter)

    def __add__(self, other: "Score") -> "Score":
        return Score(
            gold=self.gold + other.gold,
            found=self.found + other.found,
            said=self.said + other.said,
            right=self.right + other.right,
        )


def said_in(workspace: Workspace, document: Path) -> Iterator[Told]:
    """The claims that the reading of one text gave, one for each person."""
    evidence, knowledge = workspace.record.evidence(), workspace.knowledge()
    digest = sha256(document.read_bytes()).hexdigest()

    def words(subject: str) -> str:
        at = evidence.subjects[subject].passage
        return " ".join(workspace.record.text(at.text).content[at.start : at.end].split())

    joined: dict[str, set[str]] = defaultdict(set)
    for subject in evidence.subjects.values():
        if subject.document == digest and subject.id in knowledge.entity_of:
            joined[knowledge.entity_of[subject.id]].add(words(subject.id))

    def all_words(subject: str) -> tuple[str, ...]:
        return (words(subject), *sorted(joined[knowledge.entity_of.get(subject, "")]))

    for claim in evidence.claims.values():
        if evidence.texts[claim.passage.text].document != digest:
            continue
        if claim.property in PROPERTIES:
            passage = workspace.record.text(claim.passage.text)
            quote = " ".join(passage.content[claim.passage.start : claim.passage.end].split())
            first, last = _days(claim.period)
            places = {r: _merged(all_words(s) for s in claim.all_in_role(r)) for r in PLACES}
            for who in claim.all_in_role("who") or ("",):
                yield Told(
                    property=claim.property,
                    who=(words(who),) if who else (),
                    names=all_words(who)[1:] if who else (),
                    places={r: w for r, w in places.items() if w},
                    first=first,
                    last=last,
                    polarity=claim.polarity.value,
                    told=claim.told.value,
                    quote=quote,
                )


def _merged(several: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(w for words in several for w in words))


def _days(period: Period) -> tuple[date | None, date | None]:
    if (period.start, period.end) == (UNDATED.start, UNDATED.end):
        return None, None
    return calendar_date(period.start.lo), calendar_date(period.end.hi)


def run(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """One command of the real program, on that home."""
    environment = os.environ | {"WHEREABOUTS_HOME": str(home), "WHEREABOUTS_LANGUAGE": "en"}
    return subprocess.run(  # what it says is part of the result
        (COMMAND, *words), env=environment, capture_output=True, text=True, check=False
    )


def take_in(home: Path, unseen: Path, folder: Path) -> None:
    """Copy texts, table, sidecars and the corrected mapping to a folder, and ingest it.

    Invented people are taken in by a home for what is invented alone: `--sample`, without the
    sample in it. The list of facilities goes first.
    """
    for file in sources(unseen):
        for name in (file.name, file.name + SIDECAR, file.name + MAPPING):
            if (unseen / name).exists():
                copyfile(unseen / name, folder / name)
    for paths in ((str(LISTS / "facilities.csv"),), (str(folder),)):
        done = run(home, "ingest", "--sample", *paths)
        print(done.stdout.strip()[-1500:])
        if done.returncode:
            print(f"ingest ended with {done.returncode}: {done.stderr.strip()[-1500:]}")


def sources(unseen: Path) -> list[Path]:
    """Texts and table: what has a sidecar."""
    return [unseen / f.name.removesuffix(SIDECAR) for f in sorted(unseen.glob(f"*{SIDECAR}"))]


def texts(unseen: Path) -> list[Path]:
    """What has gold beside it."""
    return [file for file in sources(unseen) if file.with_suffix(".yaml").exists()]


def draft_effort(home: Path, unseen: Path) -> None:
    """How far the mapping that a user ends with is from the draft."""
    for table in set(sources(unseen)) - set(texts(unseen)):
        draft = run(home, "mapping", str(table)).stdout.splitlines()
        final = table.with_name(table.name + MAPPING).read_text("utf-8").splitlines()
        change = [x for x in difflib.ndiff(draft, final) if x[:1] in "+-"]
        taken, added = (sum(x.startswith(s) for x in change) for s in "-+")
        print(f"mapping: draft of {len(draft)} lines; corrected by taking {taken}, adding {added}")


def measure(workspace: Workspace, unseen: Path, *, show: bool) -> dict[str, Score]:
    """Hold every text against its gold; prints what went wrong if asked."""
    scores: dict[str, Score] = {p: Score() for p in PROPERTIES}
    swaps = polarity = passed_on = as_such = 0
    for document in texts(unseen):
        gold, said = list(gold_of(document)), list(said_in(workspace, document))
        for one in gold:
            if not one.optional:
                score = scores[one.property]
                score.gold += 1
                for how, strict in (("lenient", False), ("strict", True)):
                    hit = any(fits(one, s, strict=strict) for s in said)
                    score.found[how] += hit
                    if show and not hit and not strict:
                        print(f"  missed {document.name} {one.property} {one.who[0]}: {one.quote}")
        for one in said:
            score = scores[one.property]
            score.said += 1
            for how, strict in (("lenient", False), ("strict", True)):
                hit = any(fits(g, one, strict=strict) for g in gold)
                score.right[how] += hit
                if show and not hit and not strict:
                    places = {r: w[0] for r, w in one.places.items()}
                    told = f"{one.polarity} {one.who} {places} {one.first}..{one.last}"
                    print(f"  wrong  {document.name} {one.property} {told}: {one.quote}")
            fitting = [g for g in gold if fits(g, one, strict=False)]
            swaps += not fitting and any(swapped(g, one) for g in gold)
            passed_on += any(g.told == "hearsay" for g in fitting)
            as_such += one.told == "hearsay" and any(g.told == "hearsay" for g in fitting)
            same = [
                g
                for g in gold
                if g.property == one.property and same_person(g, one) and same_sentence(g, one)
            ]
            polarity += bool(same) and all(g.polarity != one.polarity for g in same)
    print(
        f"from and to swapped: {swaps}; polarity wrong: {polarity}; "
        f"from others' mouths {passed_on}, read as such {as_such}"
    )
    return scores


def links(workspace: Workspace, unseen: Path) -> None:
    """Facilities in the roles of claims: linked rightly, left open, linked wrongly."""
    evidence, knowledge = workspace.record.evidence(), workspace.knowledge()
    listing = sha256((LISTS / "facilities.csv").read_bytes()).hexdigest()
    row_of: dict[str, set[str]] = defaultdict(set)
    for subject in evidence.subjects.values():
        if subject.document == listing and subject.kind is Kind.FACILITY:
            at = subject.passage
            line = workspace.record.text(at.text).content[at.start : at.end]
            row_of[knowledge.entity_of.get(subject.id, "")].add(line)
    wanted = yaml.safe_load((unseen / "links.yaml").read_text("utf-8"))
    counts: Counter[str] = Counter()
    for document in texts(unseen):
        digest = sha256(document.read_bytes()).hexdigest()
        for named in _places_said(evidence.claims.values(), evidence.subjects, digest):
            at = evidence.subjects[named].passage
            words = workspace.record.text(at.text).content[at.start : at.end]
            meant = [e for e in wanted[document.name] if alike(e["words"], (words,))]
            rows = row_of.get(knowledge.entity_of.get(named, ""), set())
            counts[_verdict(meant, rows)] += 1
            if _verdict(meant, rows) in {"wrong", "not expected"}:
                print(f"  link {document.name}: {words!r} -> {[r[:40] for r in rows]}")
    print("facility links:", ", ".join(f"{k} {n}" for k, n in sorted(counts.items())))


def _places_said(claims: Iterable[Claim], subjects: Mapping[str, Subject], digest: str) -> set[str]:
    return {
        s
        for c in claims
        for role, s in c.roles
        if role in {"from", "to", "at", "via"}
        and subjects[s].document == digest
        and subjects[s].kind is Kind.FACILITY
    }


def _verdict(meant: Sequence[dict[str, Any]], rows: set[str]) -> str:
    if not rows:
        return "left open" if not meant or any(e.get("open") for e in meant) else "left open, known"
    if not meant:
        return "not expected"
    ids = {str(e["id"]) for e in meant}
    return "right" if any(i in r for i in ids for r in rows) and len(rows) == 1 else "wrong"


def table(scores: Mapping[str, Score]) -> bool:
    """Print precision and recall, kinds before frames; whether every kind meets the goals."""
    framed = {
        frame: sum((scores[p] for p in kinds), start=Score()) for frame, kinds in FRAMES.items()
    }
    print(f"{'':28} {'gold':>4} {'said':>4}  lenient P    R   strict P    R")
    for name, score in {**scores, **framed}.items():
        rates = (rate for how in ("lenient", "strict") for rate in _rates(score, how))
        cells = ("   - " if rate is None else f"{rate:5.2f}" for rate in rates)
        print(f"{name:28} {score.gold:4} {score.said:4}     " + " ".join(cells))
    return all(_meets(score) for score in scores.values())


def _meets(score: Score) -> bool:
    precision, recall = _rates(score, "lenient")
    return (precision is None or precision >= PRECISION_GOAL) and (
        recall is None or recall >= RECALL_GOAL
    )


def _rates(score: Score, how: str) -> tuple[float | None, float | None]:
    """Precision and recall; None where there is nothing to divide by."""
    return (
        score.right[how] / score.said if score.said else None,
        score.found[how] / score.gold if score.gold else None,
    )


def ask(home: Path, unseen: Path) -> bool:
    """Put the three questions by the command line; whether each answer holds what it must."""
    whole = True
    for question in yaml.safe_load((unseen / "answers.yaml").read_text("utf-8")).values():
        answer = run(home, "ask", *question["ask"], "--sample")
        printed = " ".join(answer.stdout.split())  # without its line breaks
        lacking = [w for w in question["looks_for"] if w not in printed]
        whole = whole and not lacking
        print(f"-- ask {' '.join(question['ask'])}: lacks {lacking or 'nothing'}")
        print((answer.stdout or answer.stderr).strip()[:3000])
    return whole


def _measured(unseen: Path, options: argparse.Namespace) -> dict[str, Score]:
    """Scores of one set; prints them and what its questions gave."""
    with tempfile.TemporaryDirectory() as scratch:
        home = options.home or Path(scratch) / "home"
        folder = Path(scratch) / "files"
        folder.mkdir()
        draft_effort(home, unseen)
        take_in(home, unseen, folder)
        settings = from_environment(os.environ | {"WHEREABOUTS_HOME": str(home)})
        with open_workspace(settings, sample=True) as workspace:
            scores = measure(workspace, unseen, show=options.all)
            links(workspace, unseen)
        met = table(scores)
        answered = ask(home, unseen)
    print(
        f"{unseen.name}: goals {'met' if met else 'missed'}; "
        f"questions {'met' if answered else 'missed'}"
    )
    return scores


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    made = (f for f in SETS.iterdir() if (f / "answers.yaml").exists())
    newest = max(made, key=lambda folder: int(folder.name.partition("-")[2]))
    parser.add_argument("unseen", nargs="*", type=Path, default=[newest])
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--home", type=Path)
    options = parser.parse_args()
    measured = [_measured(unseen, options) for unseen in options.unseen]
    if len(measured) > 1:
        together = {p: sum((s[p] for s in measured), start=Score()) for p in PROPERTIES}
        met = table(together)
        print(f"together: goals {'met' if met else 'missed'}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

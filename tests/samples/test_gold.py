"""The gold says nothing that its document does not: verbatim quotes, roles, mentions and bounds."""

import csv
from datetime import date
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
import yaml
from pypdf import PdfReader

from graph.edtf import parse_edtf
from graph.period import OPEN_FUTURE, OPEN_PAST, day_number

ROOT = Path(__file__).parents[2]
DOCUMENTS = ROOT / "samples" / "documents"
TABLES = ROOT / "samples" / "tables"
BENCH = ROOT / "bench" / "gold"
INVENTED = (
    *("invented", "made up", "made-up", "fictional", "not real", "specimen", "do not exist"),
    *("вигадан", "вымышлен", "придуман", "выдуман", "сочинён", "складено для", "составлена для"),
)


def _gold() -> list[tuple[Path, Path]]:
    """Each gold file with its document."""
    kept = sorted((ROOT / "samples" / "gold").glob("[eur][nku]-*.yaml"))
    bench = [p for p in sorted(BENCH.glob("b-*.yaml")) if not p.name.endswith(".source.yaml")]
    return [(p, DOCUMENTS / _load(p)["document"]) for p in kept] + [
        (p, BENCH / _load(p)["document"]) for p in bench
    ]


def _load(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


def _text(path: Path) -> str:
    """The document's words with white space folded, read independently of the ingest."""
    if path.suffix == ".pdf":
        raw = "\n".join(page.extract_text() for page in PdfReader(BytesIO(path.read_bytes())).pages)
    elif path.suffix == ".docx":
        raw = "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)
    elif path.suffix == ".html":
        words = _Words()
        words.feed(path.read_text(encoding="utf-8"))
        raw = " ".join(words.parts)
    else:
        raw = path.read_text(encoding="utf-8")
    return " ".join(raw.split())


GOLD = _gold()


@pytest.mark.parametrize(("gold", "document"), GOLD, ids=[g.stem for g, _ in GOLD])
def test_each_quote_role_and_mention_stands_in_its_document(gold: Path, document: Path) -> None:
    text, content = _text(document), _load(gold)
    assert any(word in text.lower() for word in INVENTED), "does not say that it is invented"
    for claim in content["claims"]:
        assert claim["quote"] in text, claim["id"]
        for role, words in claim["roles"].items():
            for one in words if isinstance(words, list) else [words]:
                place = text if role in claim.get("context", ()) else claim["quote"]
                assert one == "I" or one in place, (claim["id"], role)
        assert claim["teller"] in (None, "I") or claim["teller"] in text, claim["id"]
    for mention in [*content["links"], *content.get("groups", ())]:
        assert mention["mention"] in text
    title = _load(document.with_name(document.name + ".source.yaml"))["title"]
    assert all(name == "I" or name in text or name in title for name in content["persons"])


@pytest.mark.parametrize(("gold", "document"), GOLD, ids=[g.stem for g, _ in GOLD])
def test_bounds_are_those_of_the_edtf(gold: Path, document: Path) -> None:
    text = _text(document)
    for claim in _load(gold)["claims"]:
        period = claim.get("period")
        if period is None:
            continue
        assert period["words"] is None or period["words"] in text
        if period["edtf"] is None:
            assert period["earliest"] is period["latest"] is None
            continue
        parsed = parse_edtf(period["edtf"])
        first, last = period["earliest"], period["latest"]
        assert parsed.start.lo == (day_number(date.fromisoformat(first)) if first else OPEN_PAST)
        assert parsed.end.hi == (day_number(date.fromisoformat(last)) if last else OPEN_FUTURE)
        assert parsed.aspect.value == period["aspect"], claim["id"]


def test_each_source_is_described_and_says_that_it_is_invented() -> None:
    files = [d for _, d in GOLD] + [p for p in TABLES.iterdir() if p.suffix in {".csv", ".xlsx"}]
    assert len([d for d in files if d.parent == DOCUMENTS]) == 24
    for path in files:
        about = _load(path.with_name(path.name + ".source.yaml"))
        assert about["invented"] is True
        assert about["licence"] == "CC0-1.0"


def test_judgements_point_at_words_that_stand_there() -> None:
    for judgement in (judged := _load(ROOT / "samples" / "judgements.yaml"))["persons"]:
        assert judgement["why"]
        assert len(judgement["members"]) == 2 or judgement["verdict"] == "same"
    members = [m for j in judged["persons"] + judged["facilities"] for m in j["members"]]
    for member in members:
        if "quote" in member:
            text = _text(DOCUMENTS / member["document"])
            assert text.count(member["quote"]) >= member["occurrence"], member
        elif "line" in member:
            assert _cell(TABLES / member["document"], member["line"], member["column"]), member


def _cell(path: Path, line: int, column: str) -> str | None:
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows: list[Any] = list(csv.reader(file, delimiter=";"))
    else:
        sheet = openpyxl.load_workbook(path)["Transfers"]
        rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    value = rows[line - 1][rows[0].index(column)]
    return None if value is None else str(value)

"""What is known of a document comes from its folder, from what is given, and from its sidecar."""

import pytest

from graph.clearance import Clearance
from ingest.code import Code
from ingest.report import Refused
from ingest.source import REQUIRED, known_of, missing
from tests.ingest.conftest import SOURCE, Home


def test_the_sidecar_outranks_what_is_given_and_that_the_folder(home: Home):
    path = home.write("a.txt", "Invented")
    home.write("source.yaml", "title: Folder\npublisher: Folder\nlicence: Folder\n")
    home.write("a.txt.source.yaml", "title: Sidecar\n")
    known = known_of(path, {"title": "Given", "publisher": "Given"})
    assert known == {"title": "Sidecar", "publisher": "Given", "licence": "Folder"}


def test_of_several_clearances_the_strictest_counts(home: Home):
    path = home.write("a.txt", "Invented")
    home.write("source.yaml", "clearance: confidential\n")
    home.write("a.txt.source.yaml", "clearance: public\n")
    assert known_of(path, {"clearance": "restricted"})["clearance"] == "confidential"


def test_a_folder_says_more_of_single_documents(home: Home):
    home.write("source.yaml", "publisher: P\ndocuments: {a.txt: {title: A}, b.txt: {title: B}}\n")
    assert known_of(home.write("b.txt", "Invented")) == {"publisher": "P", "title": "B"}


def test_what_is_missing_is_named_in_order():
    assert missing({}) == REQUIRED
    assert missing({**SOURCE, "licence": " "}) == ("licence",)


@pytest.mark.parametrize(
    ("written", "field"),
    [
        ("colour: red", "colour"),
        ("clearance: secret", "clearance"),
        ("source_type: media", "source_type"),
        ("published: yesterday", "published"),
        ("published: 2022-02-31", "published"),
        ("invented: maybe", "invented"),
        ("title: [a, b]", "title"),
    ],
)
def test_a_field_that_cannot_be_is_an_error_with_its_place(home: Home, written: str, field: str):
    path = home.write("a.txt", "Invented")
    home.write("a.txt.source.yaml", written)
    with pytest.raises(Refused) as refused:
        known_of(path)
    found = refused.value.finding
    assert (found.code, found.field) == (Code.SOURCE_INVALID, field)
    assert found.file.endswith("a.txt.source.yaml")
    assert home.one(path).code is Code.SOURCE_INVALID


def test_an_unknown_kind_of_source_is_refused_with_all_that_there_are(home: Home):
    outcome = home.one(home.write("a.txt", "Invented"), source={**SOURCE, "source_type": "media"})
    (found,) = outcome.findings
    assert (found.code, found.field, found.value) == (Code.SOURCE_INVALID, "source_type", "media")
    assert found.expected is not None
    assert {"survivor_published", "news", "other"} <= set(found.expected.split(", "))
    assert home.record.head() == 0


def test_a_clearance_that_stands_twice_is_an_error_not_the_last_one(home: Home):
    path = home.write("a.txt", "Invented")
    home.write("a.txt.source.yaml", "clearance: sealed\nclearance: public\n")
    outcome = home.one(path)
    assert (outcome.code, outcome.findings[0].field) == (Code.DUPLICATE_KEY, "clearance")


def test_every_field_reaches_the_description(home: Home):
    said = {
        "title": "Т",
        "publisher": "P",
        "source_type": "news",
        "clearance": "restricted",
        "licence": "CC0-1.0",
        "author": "A",
        "origin": "https://example.org/x",
        "published": "2022-05",
        "retrieved": "2025-09-01",
        "language": "uk",
        "lineage": "L",
        "consent": "C",
        "series": "S",
        "invented": "true",
    }
    written = "".join(f"{name}: {value}\n" for name, value in said.items())
    home.write("a.txt.source.yaml", written)
    home.one(home.write("a.txt", "Invented"), source=None)
    (description,) = home.record.evidence().descriptions
    assert description.clearance is Clearance.RESTRICTED
    assert description.published is not None
    assert description.published.words == "2022-05"
    assert description.invented
    plain = set(said) - {"clearance", "published", "invented"}
    assert {name: getattr(description, name) for name in plain} == {n: said[n] for n in plain}

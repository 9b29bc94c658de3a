"""Ids: the same for the same saying, another for anything else, and nothing to guess from."""

from dataclasses import replace

import pytest

from graph.claim import Claim, Kind, Polarity
from graph.clearance import Clearance
from graph.document import Description, Passage
from graph.edtf import parse_edtf
from graph.errors import SealedRefused
from graph.identifier import outward_id
from graph.judgement import Verdict
from graph.scribe import Scribe

SCRIBE, OTHER = Scribe(b"one secret"), Scribe(b"another secret")
PASSAGE = Passage(text="t", start=0, end=5)
CLAIM = Claim(
    id="", passage=PASSAGE, subject="h", property="moved", roles=(("to", "b"), ("from", "a"))
)


def test_order_of_roles_is_no_matter_and_everything_said_is() -> None:
    known = SCRIBE.claim(CLAIM).id
    assert SCRIBE.claim(replace(CLAIM, roles=CLAIM.roles[::-1])).id == known
    for other in (
        replace(CLAIM, roles=(("to", "a"), ("from", "b"))),
        replace(CLAIM, polarity=Polarity.DENIED),
        replace(CLAIM, period=parse_edtf("2022-05")),
        replace(CLAIM, period=parse_edtf("2022-05", words="in May")),
        replace(CLAIM, teller="w"),
        replace(CLAIM, passage=Passage(text="t", start=0, end=6)),
        replace(CLAIM, details=(("mode", "van"),)),
    ):
        assert SCRIBE.claim(other).id != known
    assert OTHER.claim(CLAIM).id != known


def test_a_row_subject_is_keyed_by_its_declared_columns_else_by_the_row() -> None:
    first, second = Passage(text="t", start=0, end=5), Passage(text="t", start=6, end=9)

    def subject(row: Passage, role: str, key: tuple[str, ...]) -> str:
        return SCRIBE.row_subject(Kind.PERSON, "d", row, role=role, key=key).id

    assert subject(first, "person", ("P-1",)) == subject(second, "person", ("P-1",))
    assert subject(first, "person", ("P-1",)) != subject(first, "relative", ("P-1",))
    assert subject(first, "person", ()) != subject(second, "person", ())


def test_judging_again_is_another_act() -> None:
    first = SCRIBE.judgement("b", "a", Verdict.SAME, author="x", by_person=True, why="w", at="1")
    assert (first.a, first.b) == ("a", "b")
    again = SCRIBE.judgement(
        "a", "b", Verdict.SAME, author="x", by_person=True, why="w", at="1", after=first.id
    )
    assert again.id != first.id


def test_an_outward_id_differs_by_tier_and_secret_and_shows_nothing() -> None:
    inner = SCRIBE.claim(CLAIM).id
    ids = {
        outward_id(secret, tier, "", inner)
        for secret in (SCRIBE.secret, OTHER.secret)
        for tier in Clearance
    }
    assert len(ids) == 2 * len(Clearance)
    assert not any(inner in uid or uid in inner for uid in ids)


def test_sealed_material_is_refused() -> None:
    sealed = Description(id="", document="d", clearance=Clearance.SEALED, title="t")
    with pytest.raises(SealedRefused):
        SCRIBE.description(sealed)

"""Which facilities stand in a list: rows of tables that say what facility each of them is."""

from collections import defaultdict
from collections.abc import Iterable

from graph.claim import Claim, Kind
from graph.evidence import Evidence


def list_rows(claims: Iterable[Claim], evidence: Evidence) -> dict[str, list[Claim]]:
    """Facilities as rows of lists speak of them → what their rows state.

    A list is a table whose source is one, or whose rows state types of facilities.
    """
    said: dict[str, list[Claim]] = defaultdict(list)
    facilities = {s.id for s in evidence.subjects.values() if s.kind is Kind.FACILITY}
    tables = {text.id for text in evidence.texts.values() if text.tabular}
    for claim in claims:
        if claim.subject in facilities and claim.passage.text in tables:
            said[claim.subject].append(claim)
    lists = {d.document for d in evidence.descriptions if d.source_type == "facility_list"}
    return {
        subject: stated
        for subject, stated in said.items()
        if evidence.subjects[subject].document in lists
        or any(claim.property == "facility_type" for claim in stated)
    }

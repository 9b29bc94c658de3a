"""The facilities that a name may be linked to: what the lists in the record state of each."""

from collections import defaultdict
from collections.abc import Iterable

from graph.claim import Claim
from graph.clearance import Clearance, Reader
from graph.evidence import Evidence
from graph.fold.clusters import clusters
from graph.fold.cut import cut
from graph.fold.effective import effective
from graph.fold.floors import clearances
from graph.fold.list_rows import list_rows
from graph.names.facility_index import FacilityIndex, FacilityRow

PUBLIC = Reader(clearance=Clearance.PUBLIC)


def listed(evidence: Evidence) -> FacilityIndex:
    """One row a facility: rows of several lists that are judged the same are one.

    What a rule joined to two rows out of a text or a table does not make them one.
    The id of a row is the least of its subjects. Only lists that everybody may read count: whether
    a name links, or fits two, would otherwise tell of one that is hidden.
    """
    acts = effective(evidence)
    visible, _ = cut(evidence, acts, clearances(evidence, acts), PUBLIC)
    rows = list_rows(visible.claims.values(), visible)
    told = (j for j in visible.judgements if j.by_person or {j.a, j.b} <= rows.keys())
    joined = clusters(told, visible.subjects)
    facilities: dict[str, list[Claim]] = defaultdict(list)
    members: dict[str, list[str]] = defaultdict(list)
    for subject, claims in rows.items():
        facilities[joined.of(subject)] += claims
        members[joined.of(subject)].append(subject)
    return FacilityIndex.from_rows(
        _row(min(members[root]), claims) for root, claims in sorted(facilities.items())
    )


def _row(subject: str, claims: Iterable[Claim]) -> FacilityRow:
    values: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        if claim.value is not None:
            values[claim.property].add(claim.value)

    def of(*names: str) -> tuple[str, ...]:
        return tuple(sorted({value for name in names for value in values[name]}))

    return FacilityRow(
        id=subject,
        types=of("facility_type"),
        numbers=(*of("number"), *of("other_number")),
        names=(*of("name"), *of("alias")),
        settlements=of("settlement"),
        regions=of("region"),
        nicknames=of("nickname"),
        central="central" in values["subordination"],
    )

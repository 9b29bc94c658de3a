"""The facilities that a name may be linked to: what the lists in the record state of each."""

from collections import defaultdict
from collections.abc import Iterable

from graph.claim import Claim, Kind
from graph.evidence import Evidence
from graph.fold.clusters import clusters
from graph.fold.effective import effective
from graph.names.facility_index import FacilityIndex, FacilityRow


def listed(evidence: Evidence) -> FacilityIndex:
    """One row a facility: rows of several lists that are judged the same are one.

    A list is a table whose source is one, or whose rows state types of facilities. The id of a row
    is the least of its subjects. Trusted use only: it is made of the whole record, whoever may
    read it.
    """
    acts = effective(evidence)
    said = _said_of_rows(acts.claims.values(), evidence)
    joined = clusters(acts.judgements, evidence.subjects)
    lists = {d.document for d in evidence.descriptions if d.source_type == "facility_list"}
    facilities: dict[str, list[Claim]] = defaultdict(list)
    members: dict[str, list[str]] = defaultdict(list)
    for subject, claims in said.items():
        if evidence.subjects[subject].document in lists or any(
            claim.property == "facility_type" for claim in claims
        ):
            facilities[joined.of(subject)] += claims
            members[joined.of(subject)].append(subject)
    return FacilityIndex.from_rows(
        _row(min(members[root]), claims) for root, claims in sorted(facilities.items())
    )


def _said_of_rows(claims: Iterable[Claim], evidence: Evidence) -> dict[str, list[Claim]]:
    said: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        subject = evidence.subjects.get(claim.subject)
        text = evidence.texts.get(claim.passage.text)
        if (
            subject is not None
            and subject.kind is Kind.FACILITY
            and text is not None
            and text.tabular
        ):
            said[claim.subject].append(claim)
    return said


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

"""The list of facilities as the record holds it: what texts and rows of tables are linked to."""

from collections import defaultdict
from collections.abc import Mapping

from graph.claim import Kind
from graph.evidence import Evidence
from graph.names.facility_index import FacilityIndex, FacilityRow
from graph.names.facility_match import Linked, match
from graph.names.facility_name import parse
from ingest.table_reading import Link

LISTS = frozenset({"mapping/facilities"})
"""The mappings whose rows are a list of facilities: their subjects may be linked to."""


def list_index(evidence: Evidence) -> FacilityIndex:
    """The facilities of the lists in this evidence, by the ids of their subjects."""
    claims = {
        c for reading in evidence.readings if reading.pipeline in LISTS for c in reading.claims
    }
    said: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for claim_id in sorted(claims):
        claim = evidence.claims.get(claim_id)
        if claim is not None and claim.value is not None:
            said[claim.subject][claim.property].append(claim.value)
    facilities = (
        (subject, stated)
        for subject, stated in said.items()
        if evidence.subjects[subject].kind is Kind.FACILITY
    )
    return FacilityIndex.from_rows(
        FacilityRow(
            id=subject,
            types=tuple(stated["facility_type"]),
            numbers=(*stated["number"], *stated["other_number"]),
            names=(*stated["name"], *stated["alias"]),
            settlements=tuple(stated["settlement"]),
            regions=tuple(stated["region"]),
            nicknames=tuple(stated["nickname"]),
            central="central" in stated["subordination"],
        )
        for subject, stated in facilities
    )


def link_to(listed: FacilityIndex) -> Link:
    """Links a row's facility by its name where one listed facility alone is meant.

    Words that leave the number, the type or the place open link to nothing. A region or town
    that the row states beside the name counts as if it stood in it.
    """
    regions = listed.gazetteer.regions

    def link(words: str, context: Mapping[str, str]) -> str | None:
        region = context.get("region", "")
        where = (context.get("settlement", ""), regions[region].en if region in regions else region)
        found = match(parse(", ".join(filter(None, (words, *where)))), listed)
        return found.facility if isinstance(found, Linked) else None

    return link

"""What a statement rests on: claims, documents, and how many independent lineages.

Two claims are of one lineage when their documents go back to one source, or when one and the
same person tells both: ten articles from one interview count once.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.claim import Claim, Told
from graph.document import Description
from graph.event import Support
from graph.evidence import Evidence
from graph.fold.clusters import Clusters
from graph.grade import INTERESTED, WEAK_BASES, Lineages, grade


@dataclass(frozen=True, kw_only=True)
class Sources:
    """Roots of the visible documents, who the tellers are, and who has an interest."""

    documents: Mapping[str, str]  # text → document
    roots: Mapping[str, str]  # document → least token of its lineage
    interested: frozenset[str]
    joined: Clusters

    def support(self, claims: Iterable[Claim], *, disputed: bool = False) -> Support:
        """The support that these claims give together."""
        said = sorted(claims, key=lambda c: c.id)
        lineage = self._lineages(said)
        firm = {lineage[c.id] for c in said if self._firm(c)}
        direct = {lineage[c.id] for c in said if self._firm(c) and c.told is Told.DIRECT}
        independent = sorted(set(lineage.values()))
        count = Lineages(told=len(independent), firm=len(firm), direct=len(direct))
        return Support(
            claims=tuple(c.id for c in said),
            documents=tuple(sorted({self.documents[c.passage.text] for c in said})),
            lineages=tuple(independent),
            grade=grade(count, disputed=disputed),
        )

    def _firm(self, claim: Claim) -> bool:
        return (
            claim.told in {Told.DIRECT, Told.OFFICIAL}
            and claim.basis not in WEAK_BASES
            and self.documents[claim.passage.text] not in self.interested
        )

    def _lineages(self, claims: list[Claim]) -> dict[str, str]:
        """Claim → least token of its lineage, claims sharing a root or a teller joined."""
        parent: dict[str, str] = {}

        def find(token: str) -> str:
            while parent.get(token, token) != token:
                token = parent[token]
            return token

        for claim in claims:
            teller = None if claim.teller is None else f"teller:{self.joined.of(claim.teller)}"
            if teller is not None:
                low, high = sorted((find(self._root(claim)), find(teller)))
                parent[high] = low
        return {claim.id: find(self._root(claim)) for claim in claims}

    def _root(self, claim: Claim) -> str:
        cited = claim.detail("lineage")  # a row of a list cites its own source
        return f"cited:{cited}" if cited else self.roots[self.documents[claim.passage.text]]


def sources(visible: Evidence, joined: Clusters) -> Sources:
    """Who repeats whom among the visible documents."""
    known = _newest(visible.descriptions)
    return Sources(
        documents={t.id: t.document for t in visible.texts.values()},
        roots=_roots(visible, known),
        interested=frozenset(
            d for d, said in known.items() if said.get("source_type") in INTERESTED
        ),
        joined=joined,
    )


def _newest(descriptions: Iterable[Description]) -> dict[str, dict[str, str]]:
    """Of each document the newest value of the fields that lineage goes by."""
    known: dict[str, dict[str, str]] = {}
    for description in descriptions:
        fields = known.setdefault(description.document, {})
        for name in ("title", "origin", "lineage", "source_type"):
            value = getattr(description, name)
            if value is not None:
                fields[name] = value
    return known


def _roots(visible: Evidence, known: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """Document → what it repeats, followed to the end; a source is named by title or address."""
    by_name = {
        said[name]: document
        for document, said in sorted(known.items())
        for name in ("title", "origin")
        if name in said
    }
    roots = {}
    for document in visible.documents:
        at, seen = document, {document}
        while True:
            repeats = known.get(at, {}).get("lineage")
            if repeats is None:
                break
            source = repeats if repeats in visible.documents else by_name.get(repeats)
            if source is None:
                at = f"source:{repeats}"
                break
            if source in seen:
                at = min(seen)
                break
            seen.add(source)
            at = source
        roots[document] = at
    return roots

"""A document's text cut at its passages, so that each claim has a place to lead to."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from graph.claim import Claim
from graph.document import Text
from graph.knowledge import Knowledge

MOST_CHARACTERS = 120_000
MOST_PASSAGES = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of text; `anchors` are the claims whose passages begin here, marked if any hold it.

    `page` is set where a page begins.
    """

    words: str
    anchors: tuple[str, ...]
    marked: bool
    page: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Passages:
    """The text in pieces if it may be read whole and is short enough; else passages alone."""

    whole: bool
    pieces: tuple[Piece, ...]
    more: int = 0  # passages left out


def passages(knowledge: Knowledge, text: Text) -> Passages:
    """The text of a document as this reader may read it."""
    claims = sorted(
        (c for c in knowledge.evidence.claims.values() if c.passage.text == text.id),
        key=lambda c: (c.passage.start, -c.passage.end, c.id),
    )
    if text.id in knowledge.readable_texts and len(text.content) <= MOST_CHARACTERS:
        return Passages(whole=True, pieces=_cut(text, claims))
    places: dict[tuple[int, int], list[str]] = {}
    for claim in claims:
        places.setdefault((claim.passage.start, claim.passage.end), []).append(claim.id)
    outer = _outer(list(places))
    pieces = [
        Piece(
            words=text.content[start:end],
            anchors=tuple(c for at in inside for c in places[at]),
            marked=True,
        )
        for (start, end), inside in list(outer.items())[:MOST_PASSAGES]
    ]
    return Passages(whole=False, pieces=tuple(pieces), more=max(0, len(outer) - MOST_PASSAGES))


def _outer(places: Sequence[tuple[int, int]]) -> dict[tuple[int, int], list[tuple[int, int]]]:
    """Passages that lie in no other, each with those that lie in it; in order of their starts."""
    found: dict[tuple[int, int], list[tuple[int, int]]] = {}
    last: tuple[int, int] | None = None
    for place in places:
        if last is not None and place[1] <= last[1]:
            found[last].append(place)
        else:
            found[place] = [place]
            last = place
    return found


def _cut(text: Text, claims: Sequence[Claim]) -> tuple[Piece, ...]:
    starts: dict[int, list[str]] = {}
    for claim in claims:
        starts.setdefault(claim.passage.start, []).append(claim.id)
    depth: dict[int, int] = {}
    for claim in claims:
        depth[claim.passage.start] = depth.get(claim.passage.start, 0) + 1
        depth[claim.passage.end] = depth.get(claim.passage.end, 0) - 1
    numbered = {offset: n for n, offset in enumerate(text.pages, start=1)}
    if len(text.pages) == 1:
        numbered = {}
    cuts = sorted({0, len(text.content), *depth, *numbered})
    pieces = []
    inside = 0
    for start, end in pairwise(cuts):
        inside += depth.get(start, 0)
        pieces.append(
            Piece(
                words=text.content[start:end],
                anchors=tuple(starts.get(start, ())),
                marked=inside > 0,
                page=numbered.get(start),
            )
        )
    return tuple(pieces)

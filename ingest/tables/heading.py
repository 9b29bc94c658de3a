"""The lines that head the columns of a table: the first, those that are declared, or none."""

from collections.abc import Sequence
from itertools import pairwise

from ingest.code import Code
from ingest.extract import ParseRefused

NO_HEADING = (0, 0)
LOOKED_AT = 20  # rows that tell how many columns a table without headings has


def headed(lines: Sequence[Sequence[str]]) -> list[str]:
    """One name a column from one heading line or from several, one below the other.

    In all but the last line, a heading counts for the columns to its right too, as far as a line
    below has something there and it has not: so merged cells are written.

    Raises:
        ParseRefused: there is no such line.
    """
    if not any(cell.strip() for line in lines for cell in line):
        raise ParseRefused(Code.TABLE_EMPTY)
    width = max(len(line) for line in lines)
    padded = [[cell.strip() for cell in line] + [""] * (width - len(line)) for line in lines]
    for above, below in pairwise(padded):
        last = ""
        for column in range(width):
            last = above[column] or (last if below[column] else "")
            above[column] = last
    columns = zip(*padded, strict=True)
    return [" ".join(dict.fromkeys(part for part in column if part)) for column in columns]


def unheaded(rows: Sequence[Sequence[str]]) -> list[str]:
    """Empty names for as many columns as the widest of the rows has."""
    width = max((at for row in rows for at, cell in enumerate(row, 1) if cell.strip()), default=0)
    if not width:
        raise ParseRefused(Code.TABLE_EMPTY)
    return [""] * width

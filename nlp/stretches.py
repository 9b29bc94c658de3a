"""Half-open stretches of a text, asked by offset in logarithmic time."""

from bisect import bisect_right
from collections.abc import Iterable


class Stretches:
    """A set of stretches; overlapping ones are one."""

    def __init__(self, found: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(found):
            if self._ends and start < self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def holds(self, at: int) -> bool:
        """Whether an offset lies in one of them."""
        i = bisect_right(self._starts, at) - 1
        return i >= 0 and at < self._ends[i]

    def meets(self, start: int, end: int) -> bool:
        """Whether [start, end) shares an offset with one of them."""
        i = bisect_right(self._starts, end - 1) - 1
        return i >= 0 and start < self._ends[i]

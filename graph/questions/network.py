"""A simple temporal network: days tied by upper bounds on differences, kept closed.

`bound[i][j]` is the tightest upper bound on day j minus day i; node 0 is the epoch, so row and
column 0 hold the bounds of the days themselves. Closed under shortest paths (Dechter, Meiri,
Pearl 1991), so each question about two days is a look-up.
"""

from collections.abc import Iterable, Sequence
from typing import TypeAlias

UNBOUNDED = 1 << 40
EPOCH = 0
Constraint: TypeAlias = tuple[int, int, int]
"""(i, j, w): day j lies at most w days after day i."""


class Network:
    """Days and difference constraints that at least one assignment satisfies."""

    __slots__ = ("bound",)

    def __init__(self, size: int) -> None:
        self.bound = [[0 if i == j else UNBOUNDED for j in range(size)] for i in range(size)]

    def copy(self) -> "Network":
        """An independent network of the same constraints."""
        twin = Network(0)
        twin.bound = [row.copy() for row in self.bound]
        return twin

    def add(self, constraint: Constraint) -> bool:
        """Tighten in place; False if nothing satisfies it: the network is then of no use."""
        i, j, w = constraint
        bound = self.bound
        if w >= bound[i][j]:
            return True
        if w + bound[j][i] < 0:
            return False
        from_j = [(b, d) for b, d in enumerate(bound[j]) if d < UNBOUNDED]
        for row in bound:
            reach = row[i]
            if reach >= UNBOUNDED:
                continue
            reach += w
            for b, d in from_j:
                if reach + d < row[b]:  # noqa: PLR1730 - a call of min doubles the time
                    row[b] = reach + d
        return True

    def with_all(self, constraints: Iterable[Constraint]) -> "Network | None":
        """A copy with these added, None if nothing satisfies them all."""
        twin = self.copy()
        return twin if all(twin.add(c) for c in constraints) else None

    def implies(self, constraint: Constraint) -> bool:
        """Whether every assignment satisfies it."""
        i, j, w = constraint
        return self.bound[i][j] <= w

    def admits(self, constraint: Constraint) -> bool:
        """Whether some assignment satisfies this one."""
        i, j, w = constraint
        return w + self.bound[j][i] >= 0

    def allows(self, constraints: Sequence[Constraint]) -> bool:
        """Whether some assignment satisfies all of these at once."""
        if not all(map(self.admits, constraints)):
            return False
        return len(constraints) < 2 or self.with_all(constraints) is not None

    def only(self, nodes: Sequence[int]) -> "Network":
        """What this says of some days alone: nothing is lost, since it is closed."""
        small = Network(0)
        small.bound = [[self.bound[a][b] for b in nodes] for a in nodes]
        return small

    def beside(self, other: "Network") -> "Network":
        """Both at once, sharing nothing but the epoch; the other's days follow this one's."""
        merged = Network(0)
        mine, theirs = self.bound, other.bound
        tail = range(1, len(theirs))
        merged.bound = [[*row, *(_sum(row[EPOCH], theirs[EPOCH][b]) for b in tail)] for row in mine]
        merged.bound += [
            [*(_sum(theirs[a][EPOCH], d) for d in mine[EPOCH]), *theirs[a][1:]] for a in tail
        ]
        return merged


def _sum(a: int, b: int) -> int:
    return UNBOUNDED if a >= UNBOUNDED or b >= UNBOUNDED else a + b

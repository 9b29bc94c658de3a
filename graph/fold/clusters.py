"""How judgements compose: *same* is transitive, *different* holds between clusters.

A *same* that would join what is held apart is not applied but listed as contested, with the
chain that it would close. People come before machines; among equals the order of the record
decides (after `identity` §9 of the design notes: all *different* first, then *same*).
"""

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from graph.claim import Kind, Subject
from graph.judgement import Judgement, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Contested:
    """A *same* not applied, and the chain of judgements that stands against it."""

    judgement: Judgement
    chain: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Clusters:
    """Subjects joined; `root` leads to the least subject of a cluster."""

    root: Mapping[str, str]
    applied: tuple[Judgement, ...]
    contested: tuple[Contested, ...]

    def of(self, subject: str) -> str:
        """The least subject of the cluster that holds this one."""
        return self.root.get(subject, subject)


def clusters(judgements: Iterable[Judgement], subjects: Mapping[str, Subject]) -> Clusters:
    """Compose the judgements on these subjects; those on others are passed over."""
    last = counting(judgements, subjects)
    joining = _Joining()
    for by_person in (True, False):
        ranked = [j for j in last if j.by_person is by_person]
        for judgement in ranked:
            if judgement.verdict is Verdict.DIFFERENT and joining.apart(judgement):
                joining.hold_apart(judgement)
        for judgement in ranked:
            if judgement.verdict is Verdict.SAME:
                kinds = (subjects[judgement.a].kind, subjects[judgement.b].kind)
                joining.join(judgement, alike=alike(*kinds))
    return Clusters(
        root=joining.least(), applied=tuple(joining.applied), contested=tuple(joining.contested)
    )


def counting(judgements: Iterable[Judgement], subjects: Mapping[str, Subject]) -> list[Judgement]:
    """Of each pair what the last person said, else the last machine: one judgement a pair."""
    last: dict[tuple[str, str], Judgement] = {}
    for judgement in sorted(judgements, key=lambda j: (j.by_person, j.seq, j.id)):
        if judgement.a in subjects and judgement.b in subjects:
            last[judgement.pair] = judgement
    return sorted(last.values(), key=lambda j: (j.seq, j.id))


def alike(one: Kind, other: Kind) -> bool:
    """Whether they can be the same: "from Olenivka" may mean the colony there."""
    return one is other or {one, other} == {Kind.FACILITY, Kind.PLACE}


@dataclass(slots=True)
class _Joining:
    """Union-find with the judgements that joined, so that a chain can be named."""

    parent: dict[str, str] = field(default_factory=dict)
    members: dict[str, list[str]] = field(default_factory=dict)
    enemies: dict[str, dict[str, Judgement]] = field(default_factory=dict)
    ways: dict[str, list[tuple[str, Judgement]]] = field(default_factory=dict)
    applied: list[Judgement] = field(default_factory=list)
    contested: list[Contested] = field(default_factory=list)

    def find(self, subject: str) -> str:
        root = subject
        while self.parent.get(root, root) != root:
            root = self.parent[root]
        while self.parent.get(subject, subject) != root:
            self.parent[subject], subject = root, self.parent[subject]
        return root

    def apart(self, judgement: Judgement) -> bool:
        return self.find(judgement.a) != self.find(judgement.b)

    def hold_apart(self, judgement: Judgement) -> None:
        a, b = self.find(judgement.a), self.find(judgement.b)
        self.enemies.setdefault(a, {})[b] = judgement
        self.enemies.setdefault(b, {})[a] = judgement

    def join(self, judgement: Judgement, *, alike: bool) -> None:
        a, b = self.find(judgement.a), self.find(judgement.b)
        against = self.enemies.get(a, {}).get(b)
        if not alike or against is not None:
            self.contested.append(
                Contested(judgement=judgement, chain=self._chain(judgement, against))
            )
            return
        self.applied.append(judgement)
        self.ways.setdefault(judgement.a, []).append((judgement.b, judgement))
        self.ways.setdefault(judgement.b, []).append((judgement.a, judgement))
        if a == b:
            return
        self.parent.setdefault(a, a)
        self.parent[b] = a
        self.members.setdefault(a, [a]).extend(self.members.pop(b, [b]))
        for enemy, why in self.enemies.pop(b, {}).items():
            self.enemies[enemy].pop(b)
            self.enemies[enemy].setdefault(a, why)
            self.enemies.setdefault(a, {}).setdefault(enemy, why)

    def _chain(self, judgement: Judgement, against: Judgement | None) -> tuple[str, ...]:
        if against is None:
            return ()
        ends = (against.a, against.b)
        if self.find(against.a) != self.find(judgement.a):
            ends = (against.b, against.a)
        ways = [*self._way(judgement.a, ends[0]), against, *self._way(ends[1], judgement.b)]
        return tuple(j.id for j in ways)

    def _way(self, start: str, goal: str) -> list[Judgement]:
        """The shortest chain of applied judgements between two members of one cluster."""
        came: dict[str, tuple[str, Judgement] | None] = {start: None}
        queue = deque([start])
        while queue and goal not in came:
            here = queue.popleft()
            for there, judgement in self.ways.get(here, ()):
                if there not in came:
                    came[there] = (here, judgement)
                    queue.append(there)
        way, at = [], came.get(goal)
        while at is not None:
            way.append(at[1])
            at = came[at[0]]
        return way[::-1]

    def least(self) -> dict[str, str]:
        return {
            member: least
            for members in self.members.values()
            for least in (min(members),)
            for member in members
        }

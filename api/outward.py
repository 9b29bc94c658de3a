"""Ids that leave the process: keyed by tier, resolved back only to what this reader may see."""

from collections.abc import Iterator
from functools import cached_property

from graph.errors import NotFound
from graph.evidence import Evidence
from graph.fold.visible_acts import visible_acts
from graph.identifier import outward_id
from graph.knowledge import Knowledge


class Outward:
    """The two directions between inner and outward ids of one knowledge.

    Every visible subject's, claim's and document's id stays an address: an outward id of a subject
    resolves to the entity that holds it now, so links survive a join and a split.
    """

    def __init__(self, knowledge: Knowledge, secret: bytes) -> None:
        self._knowledge = knowledge
        self._secret = secret
        self._known: dict[str, str] = {}

    def __call__(self, inner: str) -> str:
        """The outward id of anything that this reader may see."""
        known = self._known.get(inner)
        if known is None:
            tier = self._knowledge.reader.clearance
            known = self._known[inner] = outward_id(self._secret, tier, "", inner)
        return known

    def inner(self, uid: str) -> str:
        """The inner id behind an outward one; of a subject, its entity.

        Raises:
            NotFound: unknown and unreadable alike.
        """
        try:
            return self._addresses[uid]
        except KeyError:
            raise NotFound(kind="id", wanted=uid) from None

    def decided_on(self, uid: str, evidence: Evidence) -> str:
        """The inner id of what a person decides on: a claim that was rejected is one, too.

        Raises:
            NotFound: unknown and unreadable alike.
        """
        try:
            return self.inner(uid)
        except NotFound:
            claims = visible_acts(evidence, self._knowledge.reader).claims
            found = next((claim for claim in claims if self(claim) == uid), None)
            if found is None:
                raise
            return found

    def subject(self, uid: str) -> str | None:
        """The subject behind an outward id; of an entity, one of its subjects.

        An id that an entity had before it was joined means the subject that gave it its name then.
        """
        entity = self._knowledge.entities.get(self._addresses.get(uid, ""))
        if entity is None:
            return None
        named = (s for s in entity.subjects if uid in {self(s), self(f"{entity.kind}:{s}")})
        return next(named, entity.subjects[0])

    @cached_property
    def _addresses(self) -> dict[str, str]:
        return {self(inner): target for inner, target in self._everything()}

    def _everything(self) -> Iterator[tuple[str, str]]:
        known = self._knowledge
        yield from known.entity_of.items()
        for subject, entity in known.entity_of.items():  # as its entity was, or will be, called
            yield f"{known.entities[entity].kind}:{subject}", entity
        for ids in (
            known.entities,
            known.stays,
            known.transfers,
            known.events,
            known.contradictions,
            known.nexts,
            known.evidence.claims,
            known.evidence.documents,
            known.evidence.texts,
        ):
            yield from ((inner, inner) for inner in ids)

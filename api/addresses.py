"""From ids as users see them back to what they stand for."""

from typing import TYPE_CHECKING

from graph.errors import NotFound
from graph.identifier import outward_id

if TYPE_CHECKING:
    from api.wiring import Workspace


def inner_of(workspace: "Workspace", uid: str) -> str:
    """The inner id of anything this reader may see, or of an act on such.

    Raises:
        NotFound: unknown and unreadable alike.
    """
    knowledge = workspace.knowledge()
    try:
        return workspace.outward(knowledge).inner(uid)
    except NotFound:
        tier, secret = knowledge.reader.clearance, workspace.scribe.secret
        evidence = workspace.current.evidence()
        seen = {
            *knowledge.evidence.subjects,
            *knowledge.evidence.claims,
            *knowledge.evidence.documents,
        }
        judgements = (j.id for j in evidence.judgements if j.a in seen and j.b in seen)
        acts = {d.id for d in evidence.decisions}
        targets = {d.id: d.target for d in evidence.decisions}
        visible = (d for d in acts if targets[d] in {*seen, *acts} or targets[d] in evidence.claims)
        for act in (*judgements, *visible):
            if outward_id(secret, tier, "", act) == uid:
                return act
        raise


def subject_of(workspace: "Workspace", uid: str) -> str:
    """A subject to judge: of an entity its least subject, of a happening the one as told.

    Raises:
        NotFound: unknown and unreadable alike.
    """
    knowledge = workspace.knowledge()
    inner = inner_of(workspace, uid)
    if inner in knowledge.entities:
        return knowledge.entities[inner].subjects[0]
    supports = {
        **{i: s.support for i, s in knowledge.stays.items()},
        **{i: t.support for i, t in knowledge.transfers.items()},
        **{i: e.support for i, e in knowledge.events.items()},
    }
    if inner in supports:
        return knowledge.evidence.claims[supports[inner].claims[0]].subject
    raise NotFound(kind="subject", wanted=uid)

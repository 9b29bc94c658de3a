"""From ids as users see them back to what they stand for."""

from typing import TYPE_CHECKING

from graph.clearance import Clearance
from graph.errors import AlreadyOne, ContestedJoin, NotFound
from graph.identifier import outward_id

if TYPE_CHECKING:
    from api.wiring import Workspace


def inner_of(workspace: "Workspace", uid: str) -> str:
    """The inner id of anything this reader may see.

    Raises:
        NotFound: unknown and unreadable alike.
    """
    return workspace.outward(workspace.knowledge()).inner(uid)


def act_of(workspace: "Workspace", uid: str) -> str:
    """The act of a person that was answered with this id, at this clearance or a lower one.

    Whoever holds the id may undo the act, even where it hid what it was about.

    Raises:
        NotFound: there is no such act.
    """
    evidence = workspace.current.evidence()
    acts = [j.id for j in evidence.judgements if j.by_person]
    acts += [d.id for d in evidence.decisions]
    tiers = [tier for tier in Clearance if workspace.reader.may_read(tier)]
    for act in acts:
        if any(outward_id(workspace.scribe.secret, tier, "", act) == uid for tier in tiers):
            return act
    raise NotFound(kind="act", wanted=uid)


def outward_refusal(
    workspace: "Workspace", error: ContestedJoin | AlreadyOne
) -> ContestedJoin | AlreadyOne:
    """The refusal of a judgement with ids that may leave, and that `withdraw` understands."""
    outward = workspace.outward(workspace.knowledge())
    if isinstance(error, AlreadyOne):
        return AlreadyOne(
            field=error.field,
            value=error.value,
            expected=error.expected,
            joined_by=tuple(map(outward, error.joined_by)),
        )
    return ContestedJoin(
        a=outward(error.a),
        b=outward(error.b),
        chain=tuple(map(outward, error.chain)),
        withdraw=tuple(map(outward, error.withdraw)),
    )


def subject_of(workspace: "Workspace", uid: str) -> str:
    """A subject to judge by its own id; of an entity its least, of a happening the one as told.

    Raises:
        NotFound: unknown and unreadable alike.
    """
    knowledge = workspace.knowledge()
    inner = inner_of(workspace, uid)
    if inner in knowledge.entities:
        told = workspace.outward(knowledge).subject(uid)
        return told or knowledge.entities[inner].subjects[0]
    supports = {
        **{i: s.support for i, s in knowledge.stays.items()},
        **{i: t.support for i, t in knowledge.transfers.items()},
        **{i: e.support for i, e in knowledge.events.items()},
    }
    if inner in supports:
        return knowledge.evidence.claims[supports[inner].claims[0]].subject
    raise NotFound(kind="subject", wanted=uid)

"""What people decided about what the reader may see: judgements, decisions, and their undoing."""

from collections.abc import Iterable, Mapping

from graph.answer.acts import About, AboutKind, ActMade, ActsAnswer
from graph.clearance import Reader
from graph.decision import Act, Decision
from graph.evidence import Evidence
from graph.fold.visible_acts import VisibleActs, visible_acts
from graph.judgement import Judgement


def acts(evidence: Evidence, reader: Reader) -> ActsAnswer:
    """Every act that the reader may know of, of the whole record; the newest first.

    Acts about what the reader may not see are not in it, nor counted.
    """
    seen = visible_acts(evidence, reader)
    withdrawn = undone(seen.acts)
    names = {
        claim.subject: claim.value
        for c in sorted(seen.claims)
        if (claim := evidence.claims[c]).property == "name"
    }
    made = [_made(act, evidence, seen, names, withdrawn) for act in seen.acts]
    return ActsAnswer(acts=tuple(reversed(made)))


def undone(acts: Iterable[Judgement | Decision]) -> dict[str, str]:
    """By which act each was withdrawn; an undoing that is itself undone has no effect."""
    undone: dict[str, str] = {}
    for act in sorted(acts, key=lambda a: (a.seq, a.id), reverse=True):
        if isinstance(act, Decision) and act.act is Act.WITHDRAW and act.id not in undone:
            undone.setdefault(act.target, act.id)
    return undone


def standing(
    evidence: Evidence, act: Act, target: str, *, author: str, why: str, value: str | None = None
) -> str | None:
    """The act by which that author, for that reason, decided just this, if it still holds.

    Asking for the same twice changes nothing the second time; another author, another reason, or
    a decision that came between, makes an act of its own.
    """
    counted = {Act.ACCEPT, Act.REJECT, Act.CORRECT, Act.RETRACT} if value is None else {act}
    gone = undone(evidence.decisions)
    holding = [
        d
        for d in evidence.decisions
        if d.target == target and d.act in counted and d.id not in gone
    ]
    last = max(holding, key=lambda d: d.seq, default=None)
    same = last is not None and (last.act, last.author, last.why, last.value) == (
        act,
        author,
        why.strip(),
        value,
    )
    return last.id if last is not None and same else None


def _made(
    act: Judgement | Decision,
    evidence: Evidence,
    seen: VisibleActs,
    names: Mapping[str, str | None],
    undone: Mapping[str, str],
) -> ActMade:
    targets: tuple[str, ...]
    if isinstance(act, Judgement):
        did, targets, value = act.verdict.value, act.pair, None
    else:
        did, targets, value = act.act.value, (act.target,), act.value
    return ActMade(
        id=act.id,
        act=did,
        judgement=isinstance(act, Judgement),
        about=tuple(_about(target, evidence, seen, names) for target in targets),
        value=value,
        author=act.author,
        at=act.at,
        why=act.why,
        undone_by=undone.get(act.id),
    )


def _about(
    target: str, evidence: Evidence, seen: VisibleActs, names: Mapping[str, str | None]
) -> About:
    if target in seen.subjects:
        passage = evidence.subjects[target].passage
        return About(kind=AboutKind.SUBJECT, id=target, name=names.get(target), passage=passage)
    if target in seen.claims:
        claim = evidence.claims[target]
        return About(kind=AboutKind.CLAIM, id=target, name=claim.property, passage=claim.passage)
    if target in seen.documents:
        return About(kind=AboutKind.DOCUMENT, id=target)
    return About(kind=AboutKind.ACT, id=target)

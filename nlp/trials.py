"""Charges, trials and verdicts that are told in more than one clause."""

from dataclasses import replace

from nlp.clauses import Clause
from nlp.mention import Frame
from nlp.scene import Scene
from nlp.ways import Roles

LEGAL = frozenset(("charged", "tried", "sentenced"))


def widened(parts: list[Clause], clause: Clause) -> Clause:
    """Of a verdict, with the clauses before and after it that have no verb of their own."""
    if clause.trigger is None or clause.trigger.property not in LEGAL:
        return clause
    at = parts.index(clause) if clause in parts else 0
    start, end = clause.start, clause.end
    for other in parts[at + 1 :]:
        if other.trigger is not None:
            break
        end = other.end
    if at and all(p.trigger is None for p in parts[:at]):
        start = parts[0].start
    return replace(clause, start=start, end=end)


def said_on(scene: Scene, base: Frame, roles: Roles) -> bool:
    """`found guilty … and sentenced him to …` is one verdict: the second verb adds to the first."""
    if not scene.frames:
        return False
    last = scene.frames[-1]
    who = [m for name, m in roles if name == "who"]
    same = [m for name, m in last.roles if name == "who"]
    alone = len(same) == 1 and all(m.feature("pronoun") in ("he", "she") for m in who)
    if (last.property, last.sentence) != ("sentenced", base.sentence) or not (who == same or alone):
        return False
    known = {name for name, _ in last.details} | {name for name, _ in last.roles}
    scene.frames[-1] = replace(
        last,
        end=base.end,
        details=tuple(sorted({*last.details, *(d for d in base.details if d[0] not in known)})),
        roles=(*last.roles, *(r for r in roles if r[0] not in known)),
        period=last.period if last.period.words else base.period,
    )
    return True

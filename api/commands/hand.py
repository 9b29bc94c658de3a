"""Commands by which a person judges, accepts, rejects, corrects, retracts and undoes."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from api.commands.opening import opened, sample_option

if TYPE_CHECKING:
    from api.wiring import Workspace
    from graph.acts import Hand
    from graph.evidence import Batch

why_option = click.option("--why", required=True, help="The reason, kept with the act.")


def _hand(workspace: "Workspace") -> "Hand":
    from graph.acts import Hand

    at = datetime.now(UTC).isoformat(timespec="seconds")
    return Hand(scribe=workspace.scribe, author=workspace.settings.author, at=at)


def _done(workspace: "Workspace", batch: "Batch") -> None:
    """Write an act and print the id by which it can be withdrawn."""
    from graph.identifier import outward_id

    workspace.append(batch)
    tier = workspace.reader.clearance
    acts = [j.id for j in batch.judgements] + [d.id for d in batch.decisions]
    for act in acts or [c.id for c in batch.claims[-1:]]:
        click.echo(outward_id(workspace.scribe.secret, tier, "", act))


@click.command()
@click.argument("verdict", type=click.Choice(["same", "different", "unsure", "insufficient"]))
@click.argument("a")
@click.argument("b")
@why_option
@sample_option
def judge(*, verdict: str, a: str, b: str, why: str, sample: bool) -> None:
    """Judge that two persons, facilities or happenings are the same, or different.

    A and B are ids as pages and answers print them. A join that contradicts what people held
    apart is refused, with the chain and what to withdraw.
    """
    from api.addresses import subject_of
    from graph.judgement import Verdict

    with opened(sample=sample) as workspace:
        one, other = (subject_of(workspace, uid) for uid in (a, b))
        evidence = workspace.current.evidence()
        _done(workspace, _hand(workspace).judge(evidence, one, other, Verdict(verdict), why=why))


@click.group()
def claim() -> None:
    """Add a claim by hand, or accept, reject, correct one."""


def _decide(act: str, uid: str, *, why: str, sample: bool, value: str | None = None) -> None:
    from api.addresses import inner_of
    from graph.decision import Act

    with opened(sample=sample) as workspace:
        target = inner_of(workspace, uid)
        evidence = workspace.current.evidence()
        hand = _hand(workspace)
        _done(workspace, hand.decide(evidence, Act(act), target, why=why, value=value))


@claim.command()
@click.argument("uid", metavar="CLAIM")
@why_option
@sample_option
def accept(*, uid: str, why: str, sample: bool) -> None:
    """Confirm a claim: it counts, whatever a later reading of the text finds."""
    _decide("accept", uid, why=why, sample=sample)


@claim.command()
@click.argument("uid", metavar="CLAIM")
@why_option
@sample_option
def reject(*, uid: str, why: str, sample: bool) -> None:
    """Reject a claim: it counts no longer, nor does a later reading of the same words."""
    _decide("reject", uid, why=why, sample=sample)


@click.command()
@click.argument("uid", metavar="DOCUMENT")
@why_option
@sample_option
def retract(*, uid: str, why: str, sample: bool) -> None:
    """Retract a document: nothing that it says counts any longer."""
    _decide("retract", uid, why=why, sample=sample)


@click.command()
@click.argument("act", type=click.Choice(["clearance", "protect", "consent", "publish"]))
@click.argument("uid", metavar="ID")
@click.argument("value", required=False)
@why_option
@sample_option
def decide(*, act: str, uid: str, value: str | None, why: str, sample: bool) -> None:
    """Raise a clearance, protect a person, note a consent, publish a document."""
    _decide(act, uid, why=why, sample=sample, value=value)


@click.command()
@click.argument("uid", metavar="ACT")
@why_option
@sample_option
def withdraw(*, uid: str, why: str, sample: bool) -> None:
    """Undo an act of a person, by the id that was printed when it was made."""
    _decide("withdraw", uid, why=why, sample=sample)

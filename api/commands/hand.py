"""Commands by which a person judges, accepts, rejects, corrects, retracts and undoes."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import click

from api.commands.opening import opened, sample_option

if TYPE_CHECKING:
    from api.by_hand import Said
    from api.wiring import Workspace
    from graph.acts import Hand
    from graph.claim import Kind
    from graph.evidence import Batch

_POLARITIES = click.Choice(["asserted", "denied", "planned", "refused"])
why_option = click.option(
    "--why",
    required=True,
    help="The reason, kept with the act; whoever may read what it is about may read it.",
)


def _hand(workspace: "Workspace") -> "Hand":
    from graph.acts import Hand

    at = datetime.now(UTC).isoformat(timespec="seconds")
    return Hand(scribe=workspace.scribe, author=workspace.settings.author, at=at)


def _done(workspace: "Workspace", batch: "Batch") -> None:
    """Write an act, say how it is undone, and print its id, which is all that is on stdout."""
    from graph.identifier import outward_id
    from visual.words.words import language

    workspace.append(batch)
    tier = workspace.reader.clearance
    made = [j.id for j in batch.judgements] + [d.id for d in batch.decisions]
    ids = [outward_id(workspace.scribe.secret, tier, "", act) for act in made]
    option = " --sample" if workspace.record.kind == "sample" else ""
    words = language(workspace.settings.language)
    for uid in ids:
        command = f"whereabouts withdraw {uid} --why …{option}"
        click.echo(words.t("acts.recorded", command=command), err=True)
    for uid in ids:
        click.echo(uid)


def _told_already(workspace: "Workspace", key: str, already: str, **fields: str) -> None:
    """What is so already stays so: the act that did it is named again, and nothing is written."""
    from graph.identifier import outward_id
    from visual.words.words import language

    by = outward_id(workspace.scribe.secret, workspace.reader.clearance, "", already)
    click.echo(language(workspace.settings.language).t(key, by=by, **fields), err=True)
    click.echo(by)


@click.command()
@click.argument("verdict", type=click.Choice(["same", "different", "unsure", "insufficient"]))
@click.argument("a")
@click.argument("b")
@why_option
@sample_option
def judge(*, verdict: str, a: str, b: str, why: str, sample: bool) -> None:
    """Judge that two persons, facilities or happenings are the same, or different.

    A and B are ids as pages and answers print them, or names that fit one alone. A join that
    contradicts what people held apart is refused, with the chain and what to withdraw.
    """
    from api.addresses import outward_refusal
    from graph.errors import AlreadyOne, ContestedJoin
    from graph.judgement import Verdict

    with opened(sample=sample) as workspace:
        one, other = (_meant(workspace, words) for words in (a, b))
        visible = workspace.knowledge().evidence
        try:
            batch = _hand(workspace).judge(visible, one, other, Verdict(verdict), why=why)
        except (ContestedJoin, AlreadyOne) as refused:
            raise outward_refusal(workspace, refused) from None
        _done(workspace, batch)


def _meant(workspace: "Workspace", words: str) -> str:
    """The subject by that id, or the one that alone is called so; else who may be meant is told."""
    from api.addresses import subject_of
    from api.asked import ANYTHING, Asked, SeveralFit, as_text
    from graph.errors import NotFound

    try:
        return subject_of(workspace, words)
    except NotFound:
        knowledge = workspace.knowledge()
        try:
            entity = Asked(workspace, knowledge).entity(words, ANYTHING)
        except SeveralFit as several:
            found, language = several.candidates, workspace.settings.language
            click.echo(as_text(workspace, knowledge, found, language), nl=False, err=True)
            raise SystemExit(3) from None
        return knowledge.entities[entity].subjects[0]


@click.group()
def claim() -> None:
    """Add a claim by hand, or accept, reject, correct one."""


def _decide(act: str, uid: str, *, why: str, sample: bool, value: str | None = None) -> None:
    from api.addresses import act_of
    from graph.decision import Act
    from graph.evidence import Batch
    from graph.questions.acts import standing, undone

    with opened(sample=sample) as workspace:
        evidence, hand = workspace.current.evidence(), _hand(workspace)
        knowledge = workspace.knowledge()
        if act == "withdraw":
            target = act_of(workspace, uid)
            if (already := undone(evidence.decisions).get(target)) is not None:
                _told_already(workspace, "acts.undone", already, id=uid)
                return
        else:
            target = workspace.outward(knowledge).decided_on(uid, evidence)
        known = knowledge.entities.get(target)
        targets = (target,) if known is None else known.subjects  # all that the person is called
        author = workspace.settings.author
        same = [
            standing(evidence, Act(act), t, author=author, why=why, value=value) for t in targets
        ]
        if same[0] is not None and None not in same:
            _told_already(workspace, "acts.standing", same[0])
            return
        made = [hand.decide(evidence, Act(act), t, why=why, value=value) for t in targets]
        _done(workspace, Batch(decisions=tuple(d for batch in made for d in batch.decisions)))


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


def _said(command: Callable[..., None]) -> Callable[..., None]:
    """Options that say what a passage says."""
    for option in (
        sample_option,
        why_option,
        click.option("--polarity", type=_POLARITIES, default="asserted", show_default=True),
        click.option("--detail", "details", multiple=True, help="NAME=VALUE, such as article=438."),
        click.option(
            "--when", help="EDTF: 2022-05-21, 2022-05, 2022-02/2024-12, [2022-05-21..2022-05-31]."
        ),
        click.option(
            "--role",
            "roles",
            multiple=True,
            help="ROLE=KIND:WORDS as they stand in the quote: who=person:Oles Hai, "
            "from=facility:Olenivka, to=…, at=…, court=organisation:…",
        ),
        click.option("--says", required=True, help="moved, held_at, exchanged, died, sentenced …"),
        click.option("--quote", required=True, help="The passage, word for word."),
    ):
        command = option(command)
    return command


def _as_said(
    *,
    roles: Sequence[str],
    details: Sequence[str],
    **said: Any,  # noqa: ANN401 - click's own values
) -> "Said":
    from api.by_hand import Said

    pairs = [_pair(d, field="detail", expected="NAME=VALUE") for d in details]
    return Said(roles=[_role(role) for role in roles], details=pairs, **said)


def _role(option: str) -> "tuple[str, Kind, str]":
    from graph.claim import Kind
    from graph.errors import InvalidValue

    expected = "ROLE=KIND:WORDS, such as who=person:Oles Hai"
    role, named = _pair(option, field="role", expected=expected)
    kind, colon, words = named.partition(":")
    if not colon or kind not in list(Kind):
        raise InvalidValue(field="role", value=option, expected=expected)
    return role, Kind(kind), words


def _pair(option: str, *, field: str, expected: str) -> tuple[str, str]:
    from graph.errors import InvalidValue

    name, equals, value = option.partition("=")
    if not equals or not name or not value:
        raise InvalidValue(field=field, value=option, expected=expected)
    return name, value


@claim.command()
@click.argument("uid", metavar="DOCUMENT")
@_said
def add(*, uid: str, sample: bool, **said: Any) -> None:  # noqa: ANN401 - click's own values
    """Add what a document says and no reading found; quote and names stand in it word for word.

    What you know from elsewhere goes into a signed note of its own, which is a document too.
    """
    from api.addresses import inner_of
    from api.by_hand import added

    with opened(sample=sample) as workspace:
        document = inner_of(workspace, uid)
        _done(workspace, added(workspace, _hand(workspace), document, _as_said(**said)))


@claim.command()
@click.argument("uid", metavar="CLAIM")
@_said
def correct(*, uid: str, sample: bool, **said: Any) -> None:  # noqa: ANN401 - click's own values
    """Reject a claim and put another in its stead, from the same document, in one act."""
    from api.addresses import inner_of
    from api.by_hand import corrected

    with opened(sample=sample) as workspace:
        wrong = inner_of(workspace, uid)
        _done(workspace, corrected(workspace, _hand(workspace), wrong, _as_said(**said)))


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

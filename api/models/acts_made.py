"""What people did to the record, as HTTP gives it."""

from typing import ClassVar

from api.asking import Asking
from api.models.base import Model
from graph.answer.acts import About, ActMade, ActsAnswer
from visual.acts import what
from visual.words.words import language


class AboutModel(Model):
    """One thing that an act is about; `words` are its source's."""

    kind: str
    id: str
    words: str


class ActMadeModel(Model):
    """One act; `undone_by` names the act that withdrew it, null while it holds."""

    id: str
    act: str
    about: list[AboutModel]
    value: str | None
    by: str
    at: str
    why: str
    undone_by: str | None


class ActsModel(Model):
    """Every act that this reader may know of, the newest first."""

    rows_in: ClassVar[str] = "acts"
    acts: list[ActMadeModel]


def from_acts(answer: ActsAnswer, asking: Asking) -> ActsModel:
    """The model of the list; every id an outward one."""
    return ActsModel(acts=[_act(made, asking) for made in answer.acts])


def _act(made: ActMade, asking: Asking) -> ActMadeModel:
    return ActMadeModel(
        id=asking.outward(made.id),
        act=made.act,
        about=[_about(about, asking) for about in made.about],
        value=_value(made, asking),
        by=made.author,
        at=made.at,
        why=made.why,
        undone_by=None if made.undone_by is None else asking.outward(made.undone_by),
    )


def _value(made: ActMade, asking: Asking) -> str | None:
    """Of a correction the id of the claim in the other's stead, else as it was given."""
    if made.act == "correct" and made.value is not None:
        return asking.outward(made.value)
    return made.value


def _about(about: About, asking: Asking) -> AboutModel:
    words = what(about, language("en"), asking.knowledge, text_of=asking.text, uid=asking.outward)
    return AboutModel(kind=about.kind.value, id=asking.outward(about.id), words=words)

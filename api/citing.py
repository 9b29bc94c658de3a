"""Names, passages and outward ids for answers in words."""

from functools import cache
from typing import TYPE_CHECKING

from graph.knowledge import Knowledge
from visual.names import Names, names_of

if TYPE_CHECKING:
    from api.wiring import Workspace


def names(workspace: "Workspace", knowledge: Knowledge) -> Names:
    """What the ids of an answer stand for, for the reader of this knowledge."""
    return names_of(knowledge, workspace.outward(knowledge), text_of=cache(workspace.record.text))

"""From a story to rows and into a store, as every test of the store needs it."""

from api.outward import Outward
from graph.clearance import Clearance
from graph.store.bolt import Bolt
from graph.store.projection import Projection
from graph.store.shape import Shape, shape
from tests.graph.fold.story import SCRIBE, Story


def outward(story: Story) -> Outward:
    return Outward(story.read_by(Clearance.PUBLIC), SCRIBE.secret)


def shaped(story: Story, clearance: Clearance = Clearance.PUBLIC) -> Shape:
    knowledge = story.read_by(clearance)
    return shape(knowledge, Outward(knowledge, SCRIBE.secret))


def stored(store: Bolt, story: Story) -> Projection:
    """The store, holding the story's public graph and nothing else."""
    made = Projection(store)
    made.prepare()
    made.update(shaped(story))
    return made

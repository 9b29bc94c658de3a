"""What is known follows the record, whoever looked at the record in between."""

from pathlib import Path

from graph.claim import Kind
from tests.api.served import as_batch, served
from tests.graph.fold.story import Story


def test_a_look_at_the_evidence_leaves_no_old_knowledge(tmp_path: Path):
    story = Story()
    with served(story, tmp_path) as here:
        assert not here.workspace.knowledge().entity_of
        text = story.document("a report")
        person = story.mention(text, Kind.PERSON, "Taras Holub")
        story.say(text, person, "died")
        here.workspace.record.keep(b"a report")
        here.workspace.append(as_batch(story))
        assert person in here.workspace.current.evidence().subjects
        assert person in here.workspace.knowledge().entity_of

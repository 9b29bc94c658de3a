"""Whether words as weak as *took* or *arrest* say a capture."""

from nlp.clauses import Clause
from nlp.findings import inside
from nlp.mention import Mention
from nlp.scene import Scene


def seized(scene: Scene, clause: Clause, beings: tuple[Mention, ...]) -> bool:
    """`Нас узяли 12 квітня`: a bare *took* counts of a pronoun, with a date; so does *arrest*."""
    dated = inside(scene.found.dates, clause.start, clause.end) or scene.asked == "captured"
    if scene.found.page.language == "en" and clause.trigger and clause.trigger.mode == "noun":
        return bool(dated)
    return bool(dated) and all(m.feature("pronoun") for m in beings)

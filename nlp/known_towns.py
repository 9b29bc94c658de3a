"""Towns that are places of detention because of what the paragraph has told before."""

import re

from graph.claim import Polarity
from nlp.mention import Mention
from nlp.name_forms import keys
from nlp.scene import Scene


def seen_held(scene: Scene) -> bool:
    """`Её видели в Еленовке`, where captivity is told of; not where one was last seen."""
    page = scene.found.page
    if page.language == "en" or _LAST_SEEN.search(page.low):
        return False
    told = scene.frames[-1:] if page.language == "uk" else scene.frames
    return any(f.property in _HELD and f.polarity is Polarity.ASSERTED for f in told)


_HELD = frozenset(("captured", "moved", "held_at", "exchanged", "charged", "tried", "sentenced"))
_LAST_SEEN = re.compile(r"последний раз|востаннє|останній раз")


def held_before(scene: Scene, place: Mention) -> bool:
    """`В Таганроге он был до зимы`, where the paragraph has brought him there."""
    if scene.found.page.language == "en":
        return False
    told = [m for f in scene.frames for name, m in f.roles if name in ("to", "at")]
    return any(not keys(place.words).isdisjoint(keys(m.words)) for m in told)

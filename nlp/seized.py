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
    named = scene.found.page.language == "ru" and inside(
        scene.found.ends, clause.start, clause.end
    )  # "Илью взяли в Новой Каховке ещё в июле"
    if named and clause.trigger is not None and clause.trigger.mode == "noun":
        return all(m.named for m in beings)  # "о задержании в Бердянске Гая"
    taken = bool(named) and all(m.label == "place" for m in named or ())
    trigger, low = clause.trigger, scene.found.page.low
    grabbed = trigger is not None and low.startswith(("захват", "захоп"), trigger.start)
    if grabbed and all(m.label == "person" and m.named for m in beings):
        return True  # "Гай, которого захватили на «Азовстали»"
    return bool(dated or taken) and all(
        m.feature("pronoun") or (named and m.label == "person") for m in beings
    )

"""Acts as text: the newest first, each with its reason and how it is undone."""

from collections.abc import Callable

from graph.answer.acts import ActMade, ActsAnswer
from graph.document import Text
from graph.knowledge import Knowledge
from visual.acts import did, what
from visual.names import names_of
from visual.text.sheet import MOST_ROWS, Sheet
from visual.words import language as words_in


def acts_text(
    answer: ActsAnswer,
    knowledge: Knowledge,
    *,
    outward: Callable[[str], str],
    text_of: Callable[[str], Text],
    language: str,
    option: str = "",
) -> str:
    """The list of acts in that language; `option` belongs to the command that undoes one."""
    sheet = Sheet(words_in(language), names_of(knowledge, outward, language=language))
    sheet.title(sheet.t("acts.title" if answer.acts else "acts.none"))
    for made in answer.acts[:MOST_ROWS]:
        about = " – ".join(
            what(a, sheet.words, knowledge, text_of=text_of, uid=outward) for a in made.about
        )
        sheet.raw("")
        sheet.line(
            f"{sheet.words.moment(made.at)} · {made.author} · {did(made, sheet.words)}: {about}"
        )
        sheet.line(sheet.t("acts.why", it=made.why), indent=4)
        sheet.line(_undoing(sheet, made, outward, option), indent=4)
    if len(answer.acts) > MOST_ROWS:
        sheet.line(sheet.t("text.rest", n=len(answer.acts) - MOST_ROWS))
    return sheet.finish()


def _undoing(sheet: Sheet, made: ActMade, outward: Callable[[str], str], option: str) -> str:
    uid = outward(made.id)
    if made.undone_by is not None:
        return sheet.t("acts.undone", id=uid, by=outward(made.undone_by))
    return sheet.t("acts.undo", id=uid, command=f"whereabouts withdraw {uid} --why …{option}")

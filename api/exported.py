"""The network as a file to take along, for the terminal and for HTTP."""

from collections.abc import Callable
from enum import StrEnum

from api.outward import Outward
from graph.document import Text
from graph.grade import Grade
from graph.knowledge import Knowledge
from graph.period import Range


class FileForm(StrEnum):
    """What the network is written as: one interactive page, or a file for other tools."""

    HTML = "html"
    GEXF = "gexf"
    GRAPHML = "graphml"
    CSV = "csv"


def exported(
    knowledge: Knowledge,
    outward: Outward,
    *,
    form: FileForm,
    text_of: Callable[[str], Text],
    language: str,
    window: Range | None = None,
    grade: Grade | None = None,
    people: bool = False,
    around: str | None = None,
) -> str:
    """Facilities and moves, or with `people` everybody; or all that is tied to one entity.

    `grade` leaves out what is weaker; `around` is an inner id.
    """
    from visual.export import to_csv, to_gexf, to_graphml
    from visual.network import to_html
    from visual.network_words import NetworkWords
    from visual.shown import Shown
    from visual.view import facilities_view, people_view

    if people or around:
        view = people_view(knowledge, outward, each_move=form is not FileForm.HTML)
    else:
        view = facilities_view(knowledge, outward)
    if around:
        view = view.around(outward(around))
    view = view.within(window=window, grade=grade)
    shown = Shown(knowledge=knowledge, uid=outward, text=text_of, lang=language)
    worded = NetworkWords(shown=shown, view=view)
    if form is FileForm.HTML:
        return to_html(view, worded)
    write = {FileForm.GEXF: to_gexf, FileForm.GRAPHML: to_graphml, FileForm.CSV: to_csv}[form]
    return write(view, name=worded.name)

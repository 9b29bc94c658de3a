"""Networks to take along: one interactive file, GEXF, GraphML, CSV."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Literal

from fastapi import APIRouter, Response

from api.asking import Ask
from api.window import Window
from graph.grade import Grade
from visual.export import to_csv, to_gexf, to_graphml
from visual.network import to_html
from visual.network_words import NetworkWords
from visual.shown import Shown
from visual.view import facilities_view, people_view

router = APIRouter(tags=["exports"])


class FileForm(StrEnum):
    """What the network is written as."""

    HTML = "html"
    GEXF = "gexf"
    GRAPHML = "graphml"
    CSV = "csv"


MEDIA = {
    FileForm.HTML: "text/html; charset=utf-8",
    FileForm.GEXF: "application/gexf+xml",
    FileForm.GRAPHML: "application/graphml+xml",
    FileForm.CSV: "text/csv; charset=utf-8",
}


@router.get("/export/network.{form}", response_class=Response)
def network(
    *,
    ask: Ask,
    form: FileForm,
    window: Window,
    around: str | None = None,
    grade: Grade | None = None,
    people: bool = False,
    lang: Literal["en", "uk", "ru"] = "en",
) -> Response:
    """Facilities and moves, or with `people` everybody; or all that is tied to one entity."""
    view = (people_view if people or around else facilities_view)(ask.knowledge, ask.outward)
    if around:
        view = view.around(ask.outward(ask.inner(around)))
    view = view.within(window=window, grade=grade)
    worded = NetworkWords(
        shown=Shown(knowledge=ask.knowledge, uid=ask.outward, text=ask.text, lang=lang), view=view
    )
    if form is FileForm.HTML:
        body = to_html(view, worded, today=datetime.now(UTC).date().isoformat())
    else:
        write = {FileForm.GEXF: to_gexf, FileForm.GRAPHML: to_graphml, FileForm.CSV: to_csv}[form]
        body = write(view, name=worded.name)
    name = f'attachment; filename="whereabouts-network.{form.value}"'
    return Response(body, media_type=MEDIA[form], headers={"Content-Disposition": name})

"""Networks to take along: one interactive file, GEXF, GraphML, CSV."""

from typing import Literal

from fastapi import APIRouter, Response

from api.exported import FileForm, exported
from api.request import Ask
from api.window import Window
from graph.grade import Grade

router = APIRouter(tags=["exports"])

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
    body = exported(
        ask.knowledge,
        ask.outward,
        form=form,
        text_of=ask.text,
        language=lang,
        window=window,
        grade=grade,
        people=people,
        around=ask.perhaps(around),
    )
    name = f'attachment; filename="whereabouts-network.{form.value}"'
    return Response(body, media_type=MEDIA[form], headers={"Content-Disposition": name})

"""An answer as it leaves: JSON by default, CSV where it is asked for."""

from typing import Annotated, Literal

from fastapi import Query, Request, Response
from pydantic import BaseModel

from api.tables import as_csv


def form(
    wanted: Annotated[
        Literal["json", "csv"] | None,
        Query(alias="format", description="csv: the main list of the answer as a table"),
    ] = None,
) -> str | None:
    """Declared for every answer, so that the reference names it."""
    return wanted


def answered(request: Request, model: BaseModel) -> Response:
    """The answer in the form that the request asks for (`?format=csv` or `Accept: text/csv`)."""
    wanted = request.query_params.get("format")
    accepts = request.headers.get("accept", "")
    if wanted == "csv" or (wanted is None and accepts.startswith("text/csv")):
        headers = {"Content-Disposition": 'attachment; filename="whereabouts.csv"'}
        return Response(as_csv(model), media_type="text/csv; charset=utf-8", headers=headers)
    return Response(model.model_dump_json(), media_type="application/json")

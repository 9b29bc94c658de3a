"""What every page needs: its language, the state of knowledge, and where it is."""

from enum import StrEnum
from typing import Annotated

from fastapi import Depends, Request
from fastapi.responses import HTMLResponse

from api.asking import Asking
from api.request import Ask
from visual.pages import render
from visual.shown import Shown


class Language(StrEnum):
    """The languages of the pages; anything else is no page."""

    EN = "en"
    UK = "uk"
    RU = "ru"


class Page:
    """One page in the making."""

    def __init__(self, request: Request, lang: Language, asking: Asking) -> None:
        self._request = request
        self.asking = asking
        self.knowledge = asking.knowledge
        self.shown = Shown(
            knowledge=asking.knowledge, uid=asking.outward, text=asking.text, lang=lang.value
        )

    @property
    def takes_files(self) -> bool:
        """Whether files can be sent in."""
        return self._request.app.state.jobs is not None

    @property
    def path(self) -> str:
        """The address of the page, without what is asked."""
        return self._request.url.path

    def inner(self, uid: str | None) -> str:
        """The inner id behind an outward one.

        Raises:
            NotFound: there is nothing by that id that this reader may see.
        """
        return self.asking.inner(uid)

    def answer(self, template: str, *, status: int = 200, **given: object) -> HTMLResponse:
        """The finished page."""
        elsewhere = self._request.url.path.split("/", 2)[-1]
        if self._request.url.query:
            elsewhere = f"{elsewhere}?{self._request.url.query}"
        here = elsewhere.split("?")[0].split("/")[0]
        api = f"/api/v1/{elsewhere}"
        html = render(template, self.shown, here=here, elsewhere=elsewhere, api=api, **given)
        return HTMLResponse(html, status_code=status)


def page_of(request: Request, lang: Language, ask: Ask) -> Page:
    """The page of this request."""
    return Page(request, lang, ask)


APage = Annotated[Page, Depends(page_of)]

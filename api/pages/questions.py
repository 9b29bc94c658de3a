"""Pages that ask: home, search, paths, who was held together, relation, summary, network."""

from functools import partial
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.pages.named import named
from api.pages.page import APage
from api.routes.paths import HIGHEST_HOPS, Hops, Mode
from api.summaries import summary_of
from api.window import Window, end
from graph.claim import Kind
from graph.questions.codetention import codetention_at, codetention_of
from graph.questions.find import find, find_ends
from graph.questions.itinerary import itinerary
from graph.questions.reachable import MAX_HOPS, reachable
from graph.questions.relation import relation
from graph.questions.travelled import travelled
from visual.numbers import numbers
from visual.pictures import ladder_of_chain, ladder_of_route

router = APIRouter(prefix="/{lang}")
PEOPLE = partial(find, kinds=(Kind.PERSON, Kind.GROUP))
FACILITIES = partial(find, kinds=(Kind.FACILITY,))
PEOPLE_OR_FACILITIES = partial(find, kinds=(Kind.PERSON, Kind.GROUP, Kind.FACILITY))
Asked = Annotated[str, Query(max_length=200)]


@router.get("")
@router.get("/")
def home(page: APage) -> HTMLResponse:
    """Search, and what is known in numbers."""
    return page.answer("home.html", numbers=numbers(page.knowledge))


@router.get("/search")
def search(page: APage, q: Asked = "") -> Response:
    """What a name may mean; one alone leads straight to its page."""
    found = find(page.knowledge, q) if q.strip() else ()
    if len(found) == 1 and found[0].exact and found[0].entity:
        return RedirectResponse(page.shown.href(found[0].entity), status_code=303)
    return page.answer("search.html", q=q, found=found)


@router.get("/paths")
def paths(
    *,
    page: APage,
    window: Window,
    mode: Mode = Mode.TRAVELLED,
    person: Asked = "",
    origin: Annotated[str, Query(alias="from", max_length=200)] = "",
    destination: Annotated[str, Query(alias="to", max_length=200)] = "",
    via: Asked = "",
    avoid: Asked = "",
    since: Asked = "",
    until: Asked = "",
    max_hops: Hops = MAX_HOPS,
    certain: bool = False,
) -> Response:
    """The three questions about ways, and their answers."""
    asked = {"from": origin, "to": destination, "via": via, "avoid": avoid, "person": person}
    wanted = ("person",) if mode is Mode.ITINERARY else ("from", "to", "via", "avoid")
    fields = {name: (asked[name], PEOPLE if name == "person" else find_ends) for name in wanted}
    form = {"mode": mode.value, "since": since, "until": until, "max_hops": str(max_hops)}
    form["certain"] = "true" if certain else ""
    names = named(page, fields, keep=form)
    if isinstance(names, Response):
        return names
    form["most_hops"] = str(HIGHEST_HOPS)
    if mode is Mode.ITINERARY:
        who = names.uids.get("person")
        answer = itinerary(page.knowledge, page.inner(who)) if who else None
        return page.answer("paths.html", answer=answer, names=names, form=form)
    if not names.all_given(("from", "to")):
        return page.answer("paths.html", answer=None, names=names, form=form)
    ends = [end(page.asking, names.uids[side]) for side in ("from", "to")]
    past, not_past = (
        (end(page.asking, uid),) if uid else ()
        for uid in (names.uids.get("via"), names.uids.get("avoid"))
    )
    ask = travelled if mode is Mode.TRAVELLED else partial(reachable, max_hops=max_hops)
    found = ask(
        page.knowledge, *ends, window=window, via=past, avoid=not_past, possible=not certain
    )
    ladders = {"route": ladder_of_route, "chain": ladder_of_chain}
    return page.answer("paths.html", answer=found, names=names, form=form, ladders=ladders)


@router.get("/codetention")
def codetention(
    page: APage, window: Window, person: Asked = "", other: Asked = "", facility: Asked = ""
) -> Response:
    """Who was held with whom: of a person, of two, or at a facility."""
    fields = {
        "person": (person, PEOPLE_OR_FACILITIES),
        "other": (other, PEOPLE),
        "facility": (facility, FACILITIES),
    }
    names = named(page, fields, keep={})
    if isinstance(names, Response):
        return names
    ids = {name: page.inner(uid) for name, uid in names.uids.items() if uid}
    first = ids.get("person")
    if first and page.knowledge.entities[first].kind is Kind.FACILITY:
        return RedirectResponse(
            f"/{page.shown.lang}/codetention?facility={names.uids['person']}", status_code=303
        )
    answer = None
    if first:
        answer = codetention_of(
            page.knowledge,
            first,
            other=ids.get("other"),
            facility=ids.get("facility"),
            window=window,
        )
    elif ids.get("facility"):
        answer = codetention_at(page.knowledge, ids["facility"], window=window)
    return page.answer("codetention.html", names=names, ids=ids, answer=answer)


@router.get("/relation")
def relation_page(page: APage, one: Asked, other: Asked) -> HTMLResponse:
    """What ties two entities, by what is documented."""
    answer = relation(page.knowledge, page.inner(one), page.inner(other))
    return page.answer("relation.html", answer=answer, one=one, other=other)


@router.get("/summary")
def summary(page: APage, about: Asked, other: Asked = "") -> HTMLResponse:
    """What can be said, sentence by sentence with sources, then what is not known."""
    answer = summary_of(page.asking, about, other or None)
    return page.answer("summary.html", answer=answer, about=about, other=other)

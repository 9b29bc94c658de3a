"""Pages that ask: home, search, paths, who was held together, relation, summary, network."""

from functools import partial
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.pages.days import AskedDays, Days
from api.pages.named import Named, named, to_correct
from api.pages.page import APage, Page
from api.routes.paths import HIGHEST_HOPS, Mode
from api.summaries import summary_of
from api.window import end
from graph.answer.history import Itinerary
from graph.answer.path import ReachableAnswer, TravelledAnswer
from graph.claim import Kind
from graph.questions.codetention import codetention_at, codetention_of
from graph.questions.find import find, find_ends
from graph.questions.itinerary import itinerary
from graph.questions.reachable import MAX_HOPS, reachable
from graph.questions.relation import relation
from graph.questions.travelled import travelled
from visual.numbers import numbers
from visual.pictures import ladder_of_chain, ladder_of_route
from visual.words.called import how_tied

router = APIRouter(prefix="/{lang}")
PEOPLE = partial(find, kinds=(Kind.PERSON, Kind.GROUP))
FACILITIES = partial(find, kinds=(Kind.FACILITY,))
PEOPLE_OR_FACILITIES = partial(find, kinds=(Kind.PERSON, Kind.GROUP, Kind.FACILITY))
ANYTHING = partial(find, kinds=(Kind.PERSON, Kind.GROUP, Kind.FACILITY, Kind.ORGANISATION))
LADDERS = {"route": ladder_of_route, "chain": ladder_of_chain}
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
    days: AskedDays,
    mode: Mode = Mode.TRAVELLED,
    person: Annotated[str | None, Query(max_length=200)] = None,
    origin: Annotated[str, Query(alias="from", max_length=200)] = "",
    destination: Annotated[str, Query(alias="to", max_length=200)] = "",
    via: Asked = "",
    avoid: Asked = "",
    max_hops: Asked = str(MAX_HOPS),
    certain: bool = False,
) -> Response:
    """The three questions about ways, and their answers; a form keeps what was typed into it."""
    asked = {"from": origin, "to": destination, "via": via, "avoid": avoid, "person": person or ""}
    needed = ("person",) if mode is Mode.ITINERARY else ("from", "to")
    wanted = needed if mode is Mode.ITINERARY else (*needed, "via", "avoid")
    fields = {name: (asked[name], PEOPLE if name == "person" else find_ends) for name in wanted}
    form = {"mode": mode.value, **days.typed, "max_hops": max_hops}
    form["certain"] = "true" if certain else ""
    names = named(page, fields, keep=form)
    if isinstance(names, Response):
        return names
    form["most_hops"] = str(HIGHEST_HOPS)
    hops = int(max_hops) if max_hops.isdecimal() else 0
    sent = person is not None  # the form sends each of its fields, empty or not
    wrong = to_correct(page, days, names, needed=needed, sent=sent)
    if not 0 < hops <= HIGHEST_HOPS:
        wrong["max_hops"] = page.shown.t("wrong_number", most=HIGHEST_HOPS)
    if wrong or not names.all_given(needed):
        return page.answer("paths.html", answer=None, names=names, form=form, wrong=wrong)
    answer, ladders = _way(page, mode, names, days, hops=hops, certain=certain), LADDERS
    return page.answer(
        "paths.html", answer=answer, names=names, form=form, wrong=wrong, ladders=ladders
    )


def _way(
    page: Page, mode: Mode, names: Named, days: Days, *, hops: int, certain: bool
) -> Itinerary | TravelledAnswer | ReachableAnswer:
    if mode is Mode.ITINERARY:
        return itinerary(page.knowledge, page.inner(names.uids["person"]))
    ends = [end(page.asking, names.uids[side]) for side in ("from", "to")]
    past, not_past = (
        (end(page.asking, uid),) if uid else ()
        for uid in (names.uids.get("via"), names.uids.get("avoid"))
    )
    ask = travelled if mode is Mode.TRAVELLED else partial(reachable, max_hops=hops)
    return ask(
        page.knowledge, *ends, window=days.window, via=past, avoid=not_past, possible=not certain
    )


@router.get("/codetention")
def codetention(
    page: APage, days: AskedDays, person: Asked = "", other: Asked = "", facility: Asked = ""
) -> Response:
    """Who was held with whom: of a person, of two, or at a facility."""
    fields = {
        "person": (person, PEOPLE_OR_FACILITIES),
        "other": (other, PEOPLE),
        "facility": (facility, FACILITIES),
    }
    names = named(page, fields, keep=days.typed)
    if isinstance(names, Response):
        return names
    ids = {name: page.inner(uid) for name, uid in names.uids.items() if uid}
    first = ids.get("person")
    if first and page.knowledge.entities[first].kind is Kind.FACILITY:
        asked = urlencode({"facility": names.uids["person"], **days.typed})
        return RedirectResponse(f"/{page.shown.lang}/codetention?{asked}", status_code=303)
    wrong, answer = to_correct(page, days, names), None
    if not wrong and first:
        answer = codetention_of(
            page.knowledge,
            first,
            other=ids.get("other"),
            facility=ids.get("facility"),
            window=days.window,
        )
    elif not wrong and ids.get("facility"):
        answer = codetention_at(page.knowledge, ids["facility"], window=days.window)
    return page.answer(
        "codetention.html", names=names, ids=ids, answer=answer, form=days.typed, wrong=wrong
    )


@router.get("/relation")
def relation_page(page: APage, one: Asked = "", other: Asked = "") -> Response:
    """What ties two entities, by what is documented."""
    names = named(page, {"one": (one, ANYTHING), "other": (other, ANYTHING)}, keep={})
    if isinstance(names, Response):
        return names
    wrong = to_correct(page, None, names, needed=("one", "other"))
    if wrong or not names.uids:
        return page.answer("relation_form.html", names=names, wrong=wrong)
    answer = relation(page.knowledge, *(page.inner(names.uids[n]) for n in ("one", "other")))
    return page.answer(
        "relation.html",
        answer=answer,
        one=names.uids["one"],
        other=names.uids["other"],
        how_tied=partial(how_tied, page.shown.words),
    )


@router.get("/summary")
def summary(page: APage, about: Asked = "", other: Asked = "") -> Response:
    """What can be said, sentence by sentence with sources, then what is not known."""
    names = named(page, {"about": (about, ANYTHING), "other": (other, ANYTHING)}, keep={})
    if isinstance(names, Response):
        return names
    wrong = to_correct(page, None, names, needed=("about",))
    if wrong or not names.uids:
        return page.answer("summary_form.html", names=names, wrong=wrong)
    one, second = names.uids["about"], names.uids.get("other")
    answer = summary_of(page.asking, one, second)
    return page.answer("summary.html", answer=answer, about=one, other=second)

"""Names typed into a form become permanent ids; what may mean several things is shown to choose."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from dataclasses import field as held
from urllib.parse import urlencode

from fastapi.responses import RedirectResponse, Response

from api.pages.days import Days
from api.pages.page import Page
from graph.answer.lookup import Candidate
from graph.claim import Kind
from graph.errors import NotFound
from graph.knowledge import Knowledge
from graph.questions.find import find
from visual.fields import field_name

ANY = (Kind.PERSON, Kind.GROUP, Kind.FACILITY, Kind.ORGANISATION, Kind.PLACE)
_ELSEWHERE = {
    Kind.PERSON: "wrong_kind_person",
    Kind.GROUP: "wrong_kind_group",
    Kind.FACILITY: "wrong_kind_facility",
    Kind.ORGANISATION: "wrong_kind_organisation",
    Kind.PLACE: "wrong_kind_place",
}
Finder = Callable[[Knowledge, str], tuple[Candidate, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Outward ids (or codes of regions) by field, and the names to show in the form.

    `unfit` are the fields that nothing fits which this reader may see; their words stay. `other`
    is what kind of thing is called so, where it is not one that the field asks for.
    """

    uids: Mapping[str, str]
    labels: Mapping[str, str]
    unfit: tuple[str, ...] = ()
    other: Mapping[str, Kind] = held(default_factory=dict)

    def all_given(self, fields: Iterable[str]) -> bool:
        """Whether each of these fields is filled."""
        return all(self.uids.get(field) for field in fields)


def named(
    page: Page, fields: Mapping[str, tuple[str, Finder]], *, keep: Mapping[str, str]
) -> Named | Response:
    """Ids of what was typed, each field by its finder; a response where one is to be chosen.

    After names were found, the browser is sent to the address with ids, so that no name stays in
    an address that is kept or passed on.
    """
    uids: dict[str, str] = {}
    labels: dict[str, str] = {}
    unfit: list[str] = []
    other: dict[str, Kind] = {}
    typed = False
    for field, (words, find_in) in fields.items():
        if not words.strip():
            continue
        label = _known(page, words)
        if label is not None:
            uids[field], labels[field] = words, label
            continue
        found = find_in(page.knowledge, words)
        if not found:
            unfit.append(field)
            labels[field] = words
            elsewhere = (c.kind for c in find(page.knowledge, words, kinds=ANY) if c.exact)
            if kind := next(elsewhere, None):
                other[field] = kind
            continue
        if len(found) != 1 or not found[0].exact:
            others = {name: typed_in for name, (typed_in, _) in fields.items() if typed_in}

            def chosen(
                candidate: Candidate, field: str = field, others: dict[str, str] = others
            ) -> str:
                return _address(page, {**keep, **others, field: _uid(page, candidate)})

            called = field_name(page.shown, field, page=page.path.rsplit("/", 1)[-1])
            return page.answer("choose.html", q=words, field=called, found=found, chosen=chosen)
        uids[field], labels[field], typed = _uid(page, found[0]), found[0].name, True
    if typed and not unfit:
        return RedirectResponse(_address(page, {**keep, **uids}), status_code=303)
    return Named(uids=uids, labels=labels, unfit=tuple(unfit), other=other)


def to_correct(
    page: Page,
    days: Days | None,
    names: Named,
    *,
    needed: Iterable[str] = (),
    sent: bool = False,
) -> dict[str, str]:
    """What is to be corrected in a form, by field; nothing of one neither filled in nor `sent`."""
    wrong = {field: page.shown.t("wrong_day") for field in (days.wrong if days else ())}
    for field in names.unfit:
        kind = names.other.get(field)
        wrong[field] = page.shown.t("wrong_name" if kind is None else _ELSEWHERE[kind])
    if names.labels or sent:
        lacking = (field for field in needed if field not in names.labels)
        wrong |= {field: page.shown.t("wrong_missing") for field in lacking}
    return wrong


def exactly(page: Page, words: str, like: str | None) -> tuple[str, ...]:
    """The entities of the kind of that one whose id these words are, or who are called so."""
    try:
        inner = page.inner(words.strip())
        if inner in page.knowledge.entities:
            return (inner,)
    except NotFound:
        pass
    kinds = ANY if like is None else (page.knowledge.entities[like].kind,)
    found = find(page.knowledge, words, kinds=kinds)
    return tuple(c.entity for c in found if c.entity and c.exact)


def _address(page: Page, asked: Mapping[str, str]) -> str:
    return f"{page.path}?{urlencode({k: v for k, v in asked.items() if v})}"


def _uid(page: Page, candidate: Candidate) -> str:
    return page.asking.outward(candidate.entity) if candidate.entity else candidate.region or ""


def _known(page: Page, words: str) -> str | None:
    """The name of what these words are the id of; None if they are a name themselves."""
    if any(words in e.values("region") for e in page.knowledge.entities.values()):
        return page.shown.code("region", words)
    try:
        inner = page.inner(words)
    except NotFound:
        return None
    return page.shown.name(inner) if inner in page.knowledge.entities else None

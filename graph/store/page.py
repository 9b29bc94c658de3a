"""The page of one node, read through the neomodel classes: what it carries, where it leads."""

from typing import Any

from graph.answer.stored import Page, Properties, Related, Section, Shown
from graph.errors import NotFound
from graph.store.nodes import MODELS
from graph.store.projection import Projection
from graph.store.rows import plain


def page(projection: Projection, uid: str, *, limit: int = 20) -> Page:
    """The page of a node, with up to `limit` nodes a section in order of their uid.

    Raises:
        NotFound: the store holds no such node.
        StoreRebuilding: the store is not whole.
    """

    def work() -> tuple[Shown | None, tuple[Section, ...]]:
        node = next(filter(None, (model.nodes.get_or_none(uid=uid) for model in MODELS)), None)
        if node is None:
            return None, ()
        names = node.defined_properties(aliases=False, properties=False)
        sections = (_section(node, name, limit) for name in names)
        return _shown(node), tuple(s for s in sections if s is not None)

    state, (node, sections) = projection.consistent_models(work)
    if node is None:
        raise NotFound(kind="id", wanted=uid)
    return Page(version=state.version, node=node, sections=sections)


def _section(node: Any, name: str, limit: int) -> Section | None:  # noqa: ANN401
    walked = type(node).nodes.filter(uid=node.uid).traverse(name).order_by(f"{name}__uid")
    rows = walked[:limit].all()
    if not rows:
        return None
    first = tuple(Related(properties=_carried(link), node=_shown(there)) for _, there, link in rows)
    count = len(rows) if len(rows) < limit else len(getattr(node, name))
    return Section(name=name, count=count, first=first)


def _shown(node: Any) -> Shown:  # noqa: ANN401
    return Shown(label=node.__label__, uid=node.uid, properties=_carried(node))


def _carried(found: Any) -> Properties:  # noqa: ANN401
    names = type(found).defined_properties(aliases=False, rels=False)
    return plain(**{name: getattr(found, name) for name in names if name != "uid"})

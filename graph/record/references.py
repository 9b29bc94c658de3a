"""No value enters the record that names what is not there: nothing without a source."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from sqlalchemy import Connection, select

from graph.claim import Claim, Subject
from graph.decision import Act, Decision
from graph.document import Description, Document, Text
from graph.errors import DanglingReference
from graph.judgement import Judgement
from graph.reading import Reading
from graph.record.payload import Value
from graph.record.tables import original

Held = Callable[[str, Iterable[str]], set[str]]


def check_references(
    connection: Connection, news: Mapping[str, Mapping[str, Value]], *, held: Held
) -> None:
    """Every id that new values name is new itself or held; every document's original is kept.

    Raises:
        DanglingReference: for the first that is not.
    """
    unseen: dict[str, dict[str, tuple[str, Value]]] = {}
    for values in news.values():
        for value in values.values():
            for field, kind, wanted in _references(value):
                if wanted not in news.get(kind, ()):
                    unseen.setdefault(kind, {}).setdefault(wanted, (field, value))
    for kind, referrers in unseen.items():
        found = _kept(connection) if kind == "original" else held(kind, referrers)
        for wanted, (field, value) in referrers.items():
            if wanted not in found:
                referrer = type(value).__name__.lower()
                raise DanglingReference(kind=referrer, id=value.id, field=field, wanted=wanted)


def _kept(connection: Connection) -> set[str]:
    return set(connection.scalars(select(original.c.sha256).where(original.c.kept == 1)))


def _references(value: Value) -> Iterator[tuple[str, str, str]]:
    """Field, kind and id of each value that this one names."""
    match value:
        case Claim():
            yield "passage", "text", value.passage.text
            yield from (("subjects", "subject", named) for named in value.subjects())
        case Subject():
            yield "document", "document", value.document
            yield "passage", "text", value.passage.text
        case Document():
            yield "original", "original", value.id
        case Description() | Text():
            yield "document", "document", value.document
        case Reading():
            yield "text", "text", value.text
            yield from (("claims", "claim", found) for found in value.claims)
            yield from (("judgements", "judgement", found) for found in value.judgements)
        case Judgement():
            yield from (("pair", "subject", judged) for judged in value.pair)
            yield from (("relies_on", "claim", relied) for relied in value.relies_on)
        case Decision(act=Act.CORRECT, value=str(added)):
            yield "value", "claim", added
        case Decision():
            pass

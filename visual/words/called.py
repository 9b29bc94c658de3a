"""How entities are called in a sentence: in the nominative, or with a preposition before them."""

from graph.answer.lookup import Link
from graph.claim import Kind
from graph.event import Event, Stay, Transfer
from visual.names import WORDS, Named, Names
from visual.words.plain import PlainWords


def called(words: PlainWords, entity: str | None, names: Names) -> str:
    """The name as sources write it; what has none is described, and a group is said to be one."""
    if entity is None:
        return words.t("unnamed.nowhere")
    named = names.entity(entity)
    if named.kind is Kind.GROUP and named.label:
        return words.t("group.named", it=inner_quotes(named.label))
    return named.label or words.t(f"unnamed.{named.kind}", where=_where(words, named))


def placed(words: PlainWords, entity: str, names: Names, *, way: str) -> str:
    """The place with its preposition, `way` being in, from or to; no name is declined."""
    named = names.entity(entity)
    if not named.label:
        return words.t(f"place.{way}.unnamed", where=_where(words, named))
    kind = "place" if named.kind is Kind.PLACE else "facility"
    label = named.label if words.language == "en" else inner_quotes(named.label)
    return words.t(f"place.{way}.{kind}", it=label)


def inner_quotes(name: str) -> str:
    """The name as it stands inside quotation marks."""
    return name.replace("«", "„").replace("»", "“")


def _where(words: PlainWords, named: Named) -> str:
    if named.where is None:
        return ""
    name, value = named.where
    said = words.value(name, value)
    if name == WORDS:
        said = words.t("part.quoted", it=inner_quotes(value))
    return words.t("place.where", it=said)


def happening(words: PlainWords, told: Stay | Transfer | Event, names: Names) -> str:
    """A stay, transfer or event in a few words, without who."""
    when = words.bounds(told.bounds)
    if isinstance(told, Stay):
        return f"{placed(words, told.at, names, way='in')}, {when}"
    if isinstance(told, Event):
        where = "" if told.at is None else f" {placed(words, told.at, names, way='in')}"
        return f"{words.code('event_type', told.type)}{where}, {when}"
    ends = " → ".join(called(words, end, names) for end in (told.origin, told.destination))
    past = words.listed([called(words, place, names) for place in told.via])
    return f"{ends}{words.t('part.via', it=past) if past else ''}, {when}"


def how_tied(words: PlainWords, link: Link) -> str:
    """What ties two entities, and in which role or event."""
    tie, said = words.code("tie", link.tie), tied(words, link.property)
    return said if said.startswith(tie) else f"{tie}: {said}"


def tied(words: PlainWords, name: str) -> str:
    """The property of a link: a property, a role, or an event and a role in it."""
    event, _, role = name.partition(":")
    if role:
        return f"{words.code('event_type', event)} ({words.code('role', role)})"
    label = words.code("property", name)
    return words.code("role", name) if label == name else label

"""Mentions of facilities that mean one of the list, as judgements of a rule."""

from graph.judgement import Judgement, Verdict
from graph.names.facility_index import FacilityIndex
from graph.names.facility_match import Linked, match
from nlp.claims import Writer
from nlp.facility_names import name_of
from nlp.mention import KIND_OF, Mention
from nlp.version import rule


def listed_links(
    writer: Writer,
    mentions: list[Mention],
    languages: dict[int, str],
    listed: FacilityIndex | None,
) -> list[Judgement]:
    """Mentions that mean one facility of the list and no other; the rest is left open."""
    if listed is None:
        return []
    found: list[Judgement] = []
    for mention in mentions:
        if mention.label != "facility" or not mention.named:
            continue
        name = name_of(mention.words, languages.get(mention.start, ""))
        linked = match(name, listed)
        if isinstance(linked, Linked):
            subject = writer.subject(KIND_OF[mention.label], mention.start, mention.end)
            found.append(
                writer.scribe.judgement(
                    subject,
                    linked.facility,
                    Verdict.SAME,
                    author=rule("gazetteer"),
                    by_person=False,
                    why=", ".join(linked.agree),
                )
            )
    return found

"""Whom a claim names, and for whom they were taken."""

from graph.claim import Claim
from visual.by_hand import words_of
from visual.shown import Shown


def taken_for(shown: Shown, claim: Claim, subject: str) -> str:
    """A subject by the words of its claim, and the name of the entity that holds it."""
    known, at = shown.knowledge, claim.passage
    text = shown.text(at.text)
    words = words_of(subject, text.content[at.start : at.end], known, text)
    return shown.t("meant_option", words=words, name=shown.name(known.entity_of[subject]))

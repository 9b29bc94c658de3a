"""`He was not charged until May 2024`: that it came late is no denial, and the day is told."""

import re
from dataclasses import replace

from graph.claim import Polarity
from nlp.clauses import Trigger
from nlp.findings import Findings
from nlp.modality import Modality
from nlp.when import When


def at_last(
    found: Findings, trigger: Trigger, dated: When, meant: Modality
) -> tuple[When, Modality]:
    """The date and the sense of the clause; of a stay that began late nothing is known."""
    page, phrase = found.page, dated.phrase
    late = phrase is not None and phrase.form == "until" and phrase.start >= trigger.end
    if page.language != "en" or phrase is None or not late or trigger.property == "held_at":
        return dated, meant
    if meant.polarity is not Polarity.DENIED or not _NOT.search(page.low, 0, trigger.start):
        return dated, meant
    asserted = replace(meant, polarity=Polarity.ASSERTED)
    return replace(dated, phrase=replace(phrase, form="point")), asserted


_NOT = re.compile(r"(?<!\w)not\s(?:\w+\s){0,2}$")

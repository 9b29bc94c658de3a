"""Shuffled words, odd characters: nothing breaks, and every passage leads to its own words."""

import random

import pytest

from tests.nlp.reader import reading
from tests.nlp.test_read import TOLD

ODD = ("\u00ad", "\u200b", "и\u0306", "a\u0301", "«", "»", "“", '"', "(", ")", "\n", "\n\n", "№",
       "31.02.2022", "İ", "ß", "—", " - ", "ст.", "Article", "\x00", "\ufeff", "😀")  # fmt: skip
WORDS = " ".join(text for text, _ in TOLD).split(" ")


@pytest.mark.parametrize("seed", range(20))
def test_any_text_is_read_and_its_passages_are_its_own(seed: int) -> None:
    rng = random.Random(seed)
    pieces = [rng.choice(ODD) if rng.random() < 0.15 else rng.choice(WORDS) for _ in range(150)]
    text = " ".join(pieces)
    result = reading(text, source_type=rng.choice(("news", "survivor_published")))
    assert all(text[m.start : m.end] == m.words for m in result.mentions)
    assert all(0 <= s.passage.start < s.passage.end <= len(text) for s in result.subjects)

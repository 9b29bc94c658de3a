"""The words of the pages: in three languages, with the same fields, and each is there."""

import re
from pathlib import Path

import pytest

import visual
from visual.labels import LANGUAGES, labels

HERE = Path(visual.__file__).parent


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_label_that_a_page_asks_for_is_there(language: str):
    asked = set()
    for template in (HERE / "templates").glob("*.html"):
        asked |= set(re.findall(r"shown\.t\('(\w+)'[,)]", template.read_text("utf-8")))
    for module in HERE.glob("*.py"):
        asked |= set(re.findall(r'\.t\("(\w+)"', module.read_text("utf-8")))
    assert asked - set(labels(language)) == set()
    assert len(asked) > 150


def test_the_languages_say_different_words_with_the_same_fields():
    english, ukrainian, russian = (labels(language) for language in LANGUAGES)
    for key, said in english.items():
        fields = sorted(re.findall(r"\{(\w+)\}", said))
        assert sorted(re.findall(r"\{(\w+)\}", ukrainian[key])) == fields, key
        assert sorted(re.findall(r"\{(\w+)\}", russian[key])) == fields, key
        if re.search(r"[a-z]{4}", re.sub(r"\{\w+\}", "", said)):
            assert said not in {ukrainian[key], russian[key]}, key


def test_ukrainian_and_russian_are_not_mixed_up():
    assert not [k for k, v in labels("uk").items() if re.search("[ыэёъ]", v)]
    assert not [k for k, v in labels("ru").items() if re.search("[іїєґ]", v)]

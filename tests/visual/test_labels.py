"""The words of the pages: in three languages, with the same fields, and each is there."""

import re
from pathlib import Path

import pytest
import yaml

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


def test_no_label_stands_in_two_files_and_none_is_left_over():
    files = {f: yaml.safe_load(f.read_text("utf-8")) for f in HERE.glob("languages/pages*.yaml")}
    keys = [key for said in files.values() for key in said]
    assert [key for key in keys if keys.count(key) > 1] == []
    code = [f for part in (HERE, HERE.parent / "api") for f in part.rglob("*.py")]
    asking = "\n".join(f.read_text("utf-8") for f in (*code, *HERE.glob("templates/*.html")))
    named = set(re.findall(r"""['"](\w+)['"]""", asking))
    built = set(re.findall(r"""t\(['"](\w+_)['"] ~|t\(f"(\w+_)\{""", asking))
    starts = tuple(start for pair in built for start in pair if start)
    ends = re.findall(r"""~ ['"](_\w+)['"]""", asking)
    of_fields = {field + end for field in named for end in ends}
    left = {k for k in keys if k not in named | of_fields and not k.startswith(starts)}
    assert left == set()


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

"""Every code has its words in three languages, with what to do next."""

import pytest

from ingest.code import Code
from ingest.messages import LANGUAGES, messages, word
from ingest.report import Finding


@pytest.mark.parametrize("code", Code)
def test_every_code_is_worded_in_three_languages(code: Code):
    finding = Finding(code=code, file="f", field="F {x}", value="V", expected="E")
    for language in LANGUAGES:
        worded = word(finding, language=language)
        assert worded.what
        assert worded.next
        assert "{" not in worded.what.replace("{x}", "")
    assert len({word(finding, language=language).what for language in LANGUAGES}) == 3


def test_no_words_are_left_over():
    assert set(messages()) == set(Code)


def test_what_a_finding_lacks_is_a_dash():
    worded = word(Finding(code=Code.DATE_INVALID, file="f", value="31.02"), language="en")
    assert worded.what.startswith('"31.02" in – is no day')


@pytest.mark.parametrize("language", LANGUAGES)
def test_material_in_the_wrong_home_is_told_the_option_that_mends_it(language: str):
    worded = word(Finding(code=Code.WRONG_HOME, file="f", expected="real"), language=language)
    assert "--sample" in worded.next
    assert "invented: true" in worded.next
    assert "real" in worded.what

"""Text before matching: the copy, its way back, languages, sentences."""

import pytest

from nlp.language import language_of
from nlp.normalise import match_copy
from nlp.paragraph import paragraphs


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("коло\u00adнії № 120", "колонії № 120"),
        ("колонии\u200b № 10", "колонии № 10"),
        ("Тага\u0301нрозькому СІЗО", "Таганрозькому СІЗО"),
        ("и\u0306ого тримали", "його тримали".replace("й", "й")),
        ("Кoнцeнтрaцiйнi тaбoри", "Концентраційні табори"),
        ("ВК\u20111\u00a0№\u202f2 колонія", "ВК-1 № 2 колонія"),
        ("п’ять в’язнів", "п'ять в'язнів"),
    ],
)
def test_the_copy_is_plain_and_leads_back(raw: str, clean: str) -> None:
    copy = match_copy(raw, 0, len(raw))
    assert copy.text.replace("й", "й") == clean
    start, end = copy.source(0, len(copy.text))
    assert (start, end) == (0, len(raw))


def test_every_character_of_a_copy_leads_to_its_own_in_the_text() -> None:
    raw = "a\u0301b\u00adc\u200bd"
    copy = match_copy(raw, 0, len(raw))
    assert [raw[slice(*copy.source(i, i + 1))][0] for i in range(len(copy.text))] == list("abcd")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Його перевезли до Таганрога", "uk"),
        ("Его перевезли в Таганрог", "ru"),
        ("He was moved to Taganrog", "en"),
        ("з лютого по грудень", "uk"),
        ("с мая по июль", "ru"),
        ("Ён быў у няволі", None),
        ("12 345", None),
    ],
)
def test_the_language_of_a_paragraph(text: str, language: str | None) -> None:
    assert language_of(text) == language


def test_initials_and_abbreviations_end_no_sentence() -> None:
    text = "Після 12 травня 2022 р. О. Гай сидів у СІЗО-2 м. Таганрог за ч. 2 ст. 438 КК. Його обміняли."  # noqa: E501
    (page,) = paragraphs(text)
    assert len(page.sentences) == 3


def test_paragraphs_of_one_document_have_languages_of_their_own() -> None:
    text = "Його перевезли.\n\nЕго перевезли.\n\nHe was moved."
    assert [page.language for page in paragraphs(text)] == ["uk", "ru", "en"]

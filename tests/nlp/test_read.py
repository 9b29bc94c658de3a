"""Sentences to claims in three languages. Every person here is invented, facilities are real."""

import subprocess
import sys

import pytest

from graph.claim import Kind
from graph.names.facility_index import FacilityIndex, FacilityRow
from nlp.version import PIPELINE_VERSION
from tests.nlp.reader import claims, joined, reading, told

TOLD = [
    (
        "Олеся Гая етапували з Волноваської колонії № 120 до СІЗО-2 Таганрога.",
        {"moved | from=Волноваської колонії № 120 | to=СІЗО-2 Таганрога | who=Олеся Гая"},
    ),
    (
        "Степана Лугового этапировали из Волновахской колонии № 120 в СИЗО-2 Таганрога в мае 2022 года.",  # noqa: E501
        {
            "moved | from=Волновахской колонии № 120 | to=СИЗО-2 Таганрога | who=Степана Лугового"
            " | 2022-05"
        },
    ),
    (
        "Oles Hai was transferred from the Rostov Detention Center to Penal Colony No. 10 in "
        "Mordovia on 5 May 2023.",
        {
            "moved | from=Rostov Detention Center | to=Penal Colony No. 10 in Mordovia | who=Oles Hai"  # noqa: E501
            " | 2023-05-05"
        },
    ),
    (
        "Марія Коваль була переведена з Донецького СІЗО в Макіївську колонію № 32 у лютому 2023 року.",  # noqa: E501
        {"moved | from=Донецького СІЗО | to=Макіївську колонію № 32 | who=Марія Коваль | 2023-02"},
    ),
    (
        "Степана Лугового вивезли з Бердянської колонії № 77 через Таганрог до Кізела.",
        {"moved | from=Бердянської колонії № 77 | to=Кізела | via=Таганрог | who=Степана Лугового"},
    ),
    (
        "They took Oles Hai to SIZO-2 in Taganrog by plane.",
        {"moved | to=SIZO-2 in Taganrog | who=Oles Hai"},
    ),
    (
        "Ивана Мороза удерживали в СИЗО-1 Курска с марта по август 2022 года.",
        {"held_at | at=СИЗО-1 Курска | who=Ивана Мороза | 2022-03/2022-08"},
    ),
    (
        "Maryna Bilyk, captured in Mariupol in April 2022, was held in Olenivka before being "
        "transferred to Taganrog SIZO-2.",
        {
            "captured | at=Mariupol | who=Maryna Bilyk | 2022-04",
            "held_at | at=Olenivka | who=Maryna Bilyk",
            "moved | to=Taganrog SIZO-2 | who=Maryna Bilyk",
        },
    ),
    (
        "Олег Тишко помер у СІЗО-3 Кізела 19 вересня 2024 року. Тіло Тишка повернули в лютому 2025 року.",  # noqa: E501
        {
            "died | at=СІЗО-3 Кізела | who=Олег Тишко | 2024-09-19",
            "body_returned | who=Тишка | 2025-02",
        },
    ),
    (
        "31 травня 2024 року Олега Тишка обміняли.",
        {"exchanged | who=Олега Тишка | 2024-05-31"},
    ),
    (
        "Ивану Морозу предъявили обвинение по ст. 205.2 УК РФ.",
        {"charged | who=Ивану Морозу"},
    ),
    (
        "Начальник СІЗО-2 Таганрога Аркадій Зима промовчав.",
        {"headed | of=СІЗО-2 Таганрога | who=Аркадій Зима"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD, ids=[t[0][:40] for t in TOLD])
def test_a_sentence_gives_what_it_says_and_no_more(text: str, expected: set[str]) -> None:
    assert told(text, source_type="news") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Івана Мороза не етапували до СІЗО-2 Таганрога.", "denied"),
        ("Ivan Moroz was not transferred to Kursk SIZO-1.", "denied"),
        ("Ивана Мороза не перевели в СИЗО-2 Таганрога.", "denied"),
        ("Івана Мороза мають перевести до СІЗО-2 Таганрога.", "planned"),
        ("The guards said Ivan Moroz will be moved to Vyazma SIZO-2.", "planned | hearsay"),
        ("Ивана Мороза должны были перевести в СИЗО-2 Таганрога.", "planned"),
        ("Кажуть, Івана Мороза перевели до СІЗО-1 Курська.", "hearsay"),
        ("Reportedly, Ivan Moroz was moved to Vyazma SIZO-2.", "hearsay"),
        ("Якобы Ивана Мороза перевели в СИЗО-2 Таганрога.", "hearsay"),
    ],
)
def test_what_is_not_plainly_asserted_is_marked(text: str, expected: str) -> None:
    (line,) = told(text, source_type="news")
    assert line.endswith(f" | {expected}")


@pytest.mark.parametrize(
    "text",
    [
        "Якщо Івана Мороза переведуть до СІЗО-2 Таганрога, буде біда.",
        "СИЗО преобразовали в пыточный лагерь.",
        "The household stakeholder was moved by the story.",
        "Oles Hai moved to Kyiv in 2010.",
        "Первый был осуждён за кражу леса.",
        "Дружина Олеся Гая перевела гроші до колонії № 120.",
    ],
)
def test_what_no_trigger_says_of_nobody_gives_no_happening(text: str) -> None:
    assert told(text, source_type="news") == set()


def test_not_only_is_no_negation() -> None:
    (line,) = told("Івана Мороза не лише перевели до СІЗО-2 Таганрога.", source_type="news")
    assert "denied" not in line


def test_a_date_belongs_to_its_own_clause() -> None:
    text = (
        "Полонених переводили до Оленівки, а наприкінці травня 2022 року їх вивезли до Таганрога."
    )
    assert told(text, source_type="news") == {
        "moved | to=Оленівки | who=Полонених",
        "moved | to=Таганрога | who=їх | [2022-05-21..2022-05-31]",
    }


def test_there_and_from_there_mean_the_place_told_of_last() -> None:
    text = "Oles Hai was moved to Taganrog SIZO-2. He was held there until December 2022."
    assert "held_at | at=Taganrog SIZO-2 | who=He | ../2022-12" in told(text, source_type="news")


def test_the_narrator_is_a_person_without_name_and_belongs_to_we() -> None:
    text = "Нас тримали в колонії № 120. Звідти мене етапували до СІЗО-2 Таганрога."
    result = reading(text)
    (member,) = [c for c in result.claims if c.property == "member_of"]
    narrator = next(s for s in result.subjects if s.id == member.subject)
    assert narrator.kind is Kind.PERSON
    assert text[narrator.passage.start : narrator.passage.end] == "мене"
    assert not any(c.property == "name" and c.subject == narrator.id for c in result.claims)
    assert all(c.teller == narrator.id for c in result.claims if c.property in ("moved", "held_at"))


def test_order_is_told_only_where_the_text_tells_it() -> None:
    told_order = reading(
        "Нас тримали в колонії № 120. Потім нас перевели до СІЗО-2 Таганрога. Я все бачив."
    )
    silent = reading("Нас тримали в колонії № 120. Нас перевели до СІЗО-2 Таганрога. Я все бачив.")
    orders = [[c for c in r.claims if c.property == "before"] for r in (told_order, silent)]
    assert [len(o) for o in orders] == [1, 0]


def test_two_weeks_later_bounds_the_days_between() -> None:
    result = reading(
        "Олег Тишко потрапив у полон 12 квітня 2022 року. Через два тижні його перевезли до колонії № 120."  # noqa: E501
    )
    (order,) = [c for c in result.claims if c.property == "before"]
    assert (order.detail("least_days"), order.detail("most_days")) == ("8", "20")


def test_the_one_who_tells_is_the_teller_and_not_the_one_told_of() -> None:
    text = "За словами Марії Коваль, Івана Мороза перевели до СІЗО-1 Курська."
    result = reading(text, source_type="news")
    (moved,) = [c for c in result.claims if c.property == "moved"]
    words = {s.id: text[s.passage.start : s.passage.end] for s in result.subjects}
    assert words[moved.teller or ""] == "Марії Коваль"
    assert [words[s] for s in moved.all_in_role("who")] == ["Івана Мороза"]


def test_a_quotation_is_told_by_its_speaker() -> None:
    text = '"I was moved to Borisoglebsk SIZO-2," said Petro Kravchuk.'
    assert frozenset(("I", "Petro Kravchuk")) in joined(text)


def test_a_surname_or_pronoun_joins_only_where_one_person_agrees() -> None:
    one = joined("Олег Тишко сидів у СІЗО-2 Таганрога. Тишка обміняли.")
    two = joined("Олег Тишко та Іван Тишко сиділи у СІЗО-2 Таганрога. Тишка обміняли.")
    assert (one, two) == ({frozenset(("Олег Тишко", "Тишка"))}, set())


def test_a_pronoun_between_two_men_joins_nobody() -> None:
    assert not joined("Олег Тишко зустрів Івана Мороза. Його перевели до СІЗО-2 Таганрога.")


def test_a_group_keeps_its_size_and_its_unit() -> None:
    text = "Близько 200 військовополонених з 36-ї бригади перевели з Оленівки до СІЗО-2 Таганрога."
    result = reading(text, source_type="news")
    (moved,) = [c for c in result.claims if c.property == "moved"]
    assert (moved.detail("size_least"), moved.detail("size_most")) == ("180", "220")
    assert [c.property for c in result.claims if c.property == "member_of"] == ["member_of"]


def test_a_verdict_has_court_article_code_term_and_regime() -> None:
    text = (
        "Ростовский областной суд приговорил Ивана Мороза к 10 годам колонии строгого режима "
        "по ч. 2 ст. 205.5 УК РФ."
    )
    (verdict,) = [c for c in reading(text).claims if c.property == "sentenced"]
    assert dict(verdict.details) == {
        "article": "205.5", "code": "RU", "part": "2", "regime": "strict", "term": "10", "unit": "years",  # noqa: E501
    }  # fmt: skip
    assert verdict.role("court") is not None


def test_an_article_without_code_has_no_code() -> None:
    (charge,) = [
        c
        for c in reading("Ивану Морозу предъявили обвинение по ст. 275.").claims
        if c.property == "charged"
    ]
    assert charge.detail("code") is None


def test_names_are_verbatim_and_passages_hold_them() -> None:
    text = "Ко\u00adгось везли. Олеся Гая перевели до СІЗО-2 Таганрога."
    result = reading(text)
    for claim in result.claims:
        if claim.property == "name":
            assert text[claim.passage.start : claim.passage.end] == claim.value


def test_a_generic_place_becomes_a_facility_only_in_a_frame() -> None:
    assert reading("Колонія переповнена.").subjects == ()
    (subject,) = [
        s for s in reading("Олеся Гая утримували в колонії.").subjects if s.kind is Kind.FACILITY
    ]
    assert subject.kind is Kind.FACILITY


def test_a_facility_says_type_number_town_and_region() -> None:
    text = "Олеся Гая перевели до СІЗО-2 Таганрога."
    names = {p: claims(text, p) for p in ("facility_type", "number", "settlement", "region")}
    assert {p: {v for _, v in found} for p, found in names.items()} == {
        "facility_type": {"sizo"}, "number": {"2"}, "settlement": {"Taganrog"}, "region": {"RU-ROS"},  # noqa: E501
    }  # fmt: skip


LISTED = FacilityIndex.from_rows(
    [
        FacilityRow(
            id="tag",
            types=("sizo",),
            numbers=("2",),
            settlements=("Таганрог",),
            regions=("RU-ROS",),
        ),
        FacilityRow(
            id="vya", types=("sizo",), numbers=("2",), settlements=("Вязьма",), regions=("RU-SMO",)
        ),
    ]
)


@pytest.mark.parametrize(
    ("words", "linked"),
    [("до СІЗО-2 Таганрога", {"tag"}), ("до СІЗО-2", set()), ("до Вяземського СІЗО-2", {"vya"})],
)
def test_a_number_without_place_is_linked_to_nothing(words: str, linked: set[str]) -> None:
    result = reading(f"Олеся Гая перевели {words}.", listed=LISTED)
    judged = [j for j in result.judgements if j.author == f"gazetteer/{PIPELINE_VERSION}"]
    assert {i for j in judged for i in (j.a, j.b)} & {"tag", "vya"} == linked


def test_every_claim_has_its_subjects_and_every_mention_its_rule() -> None:
    result = reading("\n\n".join(text for text, _ in TOLD))
    known = {s.id for s in result.subjects}
    assert all(s in known for c in result.claims for s in c.subjects())
    assert all("/" in m.rule for m in (*result.mentions, *result.frames))
    assert result.reading.claims == tuple(c.id for c in result.claims)
    happenings = [s for s in result.subjects if s.kind is Kind.HAPPENING]
    assert len({s.passage for s in happenings}) == len(happenings)


SCRIPT = """
from tests.nlp.reader import reading
from tests.nlp.test_read import TOLD
result = reading("\\n\\n".join(text for text, _ in TOLD))
print(repr(result))
"""


def test_two_hash_seeds_give_equal_bytes() -> None:
    outputs = [
        subprocess.run(
            [sys.executable, "-c", SCRIPT],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": "."},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert outputs[0] == outputs[1] != b""

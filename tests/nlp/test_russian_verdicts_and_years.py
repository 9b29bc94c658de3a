"""Russian: terms right after names, not here but there, months of which year. People invented."""

import pytest

from tests.nlp.reader import told


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            "Суд признал Павла Рудя и Ивана Гая виновными. Рудю дали 9 лет, а Гаю 11.",
            "sentenced | who=Гаю",
        ),
        (
            "Павла Рудя увезли не в Курск, а в Донецк, в СИЗО.",
            "moved | to=Донецк, в СИЗО | who=Павла Рудя",
        ),
        (
            "Анне Рудь предъявили обвинение. Ей назначили год и восемь месяцев.",
            "sentenced | who=Анне Рудь",
        ),
        (
            "Двоим его сослуживцам, Павлу Рудю и Ивану Гаю, обвинение не предъявлено.",
            "charged | who=Ивану Гаю | who=Павлу Рудю | denied",
        ),
        (
            "Весной 2022 года в СИЗО-2 Таганрога привезли граждан Украины.",
            "moved | to=СИЗО-2 Таганрога | who=граждан Украины",
        ),
        (
            "Начался суд над семью бойцами, взятыми в плен под Курском.",
            "tried | who=семью бойцами",
        ),
    ],
)
def test_one_happening(content: str, expected: str) -> None:
    found = told(content, source_type="news")
    assert any(t.startswith(expected) for t in found), found


@pytest.mark.parametrize(
    "content",
    [
        "В посёлке погибли двое мирных жителей.",
        "ВЫНЕСЕН ПРИГОВОР УЧАСТНИКАМ ДИВЕРСИОННОЙ ГРУППЫ",
        "Не состоялось заседание по делу Павла Рудя.",
    ],
)
def test_what_befell_nobody_that_is_meant(content: str) -> None:
    assert told(content, source_type="news") == set()


@pytest.mark.parametrize("source_type", ["news", "ru_official"])
def test_a_month_that_may_be_of_two_years_is_of_none(source_type: str) -> None:
    content = (
        "Павел Рудь попал в плен под Авдеевкой в феврале 2024 года. В марте его перевезли из "
        "Горловки в Курск."
    )
    found = told(content, source_type=source_type, published="2025-04-20")
    assert any(t.startswith("moved | from=Горловки | to=Курск | who=его") for t in found)
    assert not [t for t in found if t.startswith("moved") and "2024" in t]

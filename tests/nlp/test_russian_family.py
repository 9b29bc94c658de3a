"""Russian accounts of the family: he who is theirs, and he who was beside him. People invented."""

from tests.nlp.reader import told

LETTER = """Мой сын Артур Рудь служил в пехоте. Его взяли в плен 12 апреля 2022 года.

Её муж сидел с Артуром в одной камере в СИЗО-2 Таганрога и вернулся по обмену 31 декабря.

Летом 2024 года адвокат нашёл его в СИЗО-1 Ростова-на-Дону. Двоих из его группы, Илью Гая и
Семёна Клёна, обменяли ещё до приговора.

Теперь он в Каменске-Шахтинском, в колонии № 12.
"""


def test_who_came_back_is_the_cellmate_alone() -> None:
    found = told(LETTER, source_type="relative")
    exchanged = [t for t in found if t.startswith("exchanged") and "муж" in t]
    assert exchanged, found
    assert not any("Артуром" in t for t in exchanged)


def test_a_lawyer_finds_him_in_a_prison() -> None:
    found = told(LETTER, source_type="relative")
    assert any(t.startswith("held_at | at=СИЗО-1 Ростова-на-Дону | who=его") for t in found), found


def test_after_others_he_is_the_one_of_the_family() -> None:
    found = told(LETTER, source_type="relative")
    stay = [t for t in found if t.startswith("held_at") and "Каменске-Шахтинском" in t]
    assert [t for t in stay if "who=он" in t], found

"""Russian interviews with dashes, and who shared what was told. All people are invented."""

from tests.nlp.reader import told

TALK = """Интервью с Павлом Рудем, бывшим пленным.

**— Когда вас взяли в плен?**

— 9 мая 2022 года. Со мной был командир, майор Иван Гай.

**— Сколько вы пробыли в СИЗО-2 Вязьмы?**

— Восемь месяцев. Меня судить не стали, а Ивана обменяли раньше меня, в январе.
"""


def test_an_answer_that_opens_with_a_dash_is_no_line_of_a_list() -> None:
    found = told(TALK, source_type="news")
    assert "captured | who=мной | 2022-05-09" in found
    assert "captured | who=Иван Гай | 2022-05-09" in found
    assert any(t.startswith("held_at | at=СИЗО-2 Вязьмы | who=мной") for t in found), found
    assert "tried | who=мной | denied" in found
    assert any(t.startswith("exchanged | who=Ивана") for t in found), found


def test_a_list_of_the_freed_after_a_colon() -> None:
    content = (
        "Домой вернулись 75 человек, среди них осуждённые в России: медик Ольга Рудь и связист "
        "Илья Гай. Обмен прошёл в мае."
    )
    found = told(content, source_type="news")
    assert "exchanged | who=75 человек | who=Илья Гай | who=Ольга Рудь" in found


def test_what_a_paper_wrote_and_takes_back_is_denied() -> None:
    content = "В прошлом выпуске мы писали, что Павла Рудя обменяли 3 мая. Это ошибка: он в плену."
    found = told(content, source_type="news")
    assert [t for t in found if t.startswith("exchanged") and t.endswith("denied")], found


def test_towns_that_end_in_a_plural_are_gone_to() -> None:
    found = told("В плену его не лечили. Павла Рудя отвезли в Валуйки.", source_type="news")
    assert "moved | to=Валуйки | who=Павла Рудя" in found

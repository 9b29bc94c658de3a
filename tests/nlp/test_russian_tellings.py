"""Russian: several people, what is left out, what is not told. All people are invented."""

import pytest

from tests.nlp.reader import joined, told


def test_a_verb_left_out_holds_of_another_with_his_own_time_and_place() -> None:
    content = (
        "Павла Мельника задержали 14 марта 2022 года под Васильевкой, Олега Тищука — 16 марта "
        "2022 года в Мелитополе, а Ивана Дороша — нет."
    )
    assert told(content, source_type="news") == {
        "captured | at=Васильевкой | who=Павла Мельника | 2022-03-14",
        "captured | at=Мелитополе | who=Олега Тищука | 2022-03-16",
    }


def test_a_convoy_and_a_town_named_before_tell_of_stays() -> None:
    content = (
        "Павла Мельника этапировали в Таганрог. В Таганроге он был до зимы. "
        "Затем этап — Камышин. В камере было восемь человек, среди них Олег Тищук."
    )
    assert told(content, source_type="news") == {
        "moved | to=Таганрог | who=Павла Мельника",
        "held_at | at=Таганроге | who=он",
        "held_at | at=Камышин | who=он",
    }


def test_a_village_that_no_list_knows_lies_in_its_region() -> None:
    content = "Павла Мельника похитили в Козаровичах в Киевской области."
    assert told(content, source_type="news") == {
        "captured | at=Козаровичах в Киевской области | who=Павла Мельника"
    }


@pytest.mark.parametrize(
    "content",
    [
        "Павла Мельника могут этапировать в ИК-10.",
        "Павла Мельника не этапировали в ИК-10.",
        "Павла Мельника собираются этапировать в ИК-10.",
        "Если Павла Мельника этапируют в ИК-10, он погибнет.",
    ],
)
def test_what_may_happen_or_did_not_is_never_told_as_done(content: str) -> None:
    ends = ("denied", "planned")
    assert all(line.endswith(ends) for line in told(content, source_type="news"))


def test_a_day_of_birth_is_no_time_of_a_verdict() -> None:
    content = (
        "Мельник Павел Ильич, родившийся 5 мая 1991 года, осуждён по ст. 278 УК РФ к 12 годам. "
        "Автобусы заехали в Еленовку."
    )
    (line,) = told(content, source_type="court_record")
    assert "1991" not in line


def test_a_number_with_its_ending_is_no_teller_and_a_pronoun_is_no_town() -> None:
    content = "Мельник Павел, 79-я бригада: осуждён на 17 лет.\n\n— Меня увезли в Вологду, в СИЗО."
    assert told(content, source_type="social_media") == {
        "sentenced | who=Мельник Павел",
        "moved | to=Вологду, в СИЗО | who=Меня",
    }


def test_a_claim_that_found_no_confirmation_is_not_told() -> None:
    content = (
        "Сообщение о том, что Павел Мельник переведён в Ржев, в СИЗО-1, подтверждения не нашло."
    )
    assert told(content, source_type="ngo_report") == set()


def test_a_surname_is_known_again_in_any_case() -> None:
    content = (
        "Семён Рудый задержан в Купянске в августе 2022 года. "
        "Рудого отправили в СИЗО-1 Старого Оскола."
    )
    assert "moved | to=СИЗО-1 Старого Оскола | who=Рудого" in told(content, source_type="news")


def test_the_sons_name_after_a_comma_is_his() -> None:
    content = (
        "Мой сын, Мельник Павел Ильич, матрос, попал в плен в Мариуполе. "
        "Сын находился в СИЗО-2 г. Таганрога."
    )
    assert frozenset({"Мельник Павел Ильич", "Сын"}) in joined(content)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            "Ещё двое подсудимых по этому делу, Елена Бондарь и Нина Авдеева, содержатся в СИЗО-5.",
            {"held_at | at=СИЗО-5 | who=Елена Бондарь | who=Нина Авдеева"},
        ),
        (
            "Павла Мельника и Олега Тищука держали в СИЗО-5. "
            "9 июня 2022 года обоих вывезли в ИК-7.",
            {
                "held_at | at=СИЗО-5 | who=Олега Тищука | who=Павла Мельника",
                "moved | to=ИК-7 | who=Олега Тищука | who=Павла Мельника | 2022-06-09",
            },
        ),
        (
            "В неволе Пётр Грицай провёл 665 дней: Еленовка, Таганрог, Камышин.",
            {
                "held_at | at=Еленовка | who=Пётр Грицай",
                "held_at | at=Таганрог | who=Пётр Грицай",
                "held_at | at=Камышин | who=Пётр Грицай",
            },
        ),
    ],
)
def test_numbers_both_and_places_in_a_row(content: str, expected: set[str]) -> None:
    assert told(content, source_type="news") == expected


def test_a_question_leaves_the_place_as_it_was() -> None:
    content = (
        "Вопрос: Куда вас доставили?\nОтвет: В СИЗО-2 Таганрога.\n"
        "Вопрос: Сколько времени вы там находились?\nОтвет: До 27 сентября 2022 года.\n"
        "Вопрос: Когда вас обменяли?\nОтвет: 31 декабря 2022 года."
    )
    assert told(content) == {
        "moved | to=СИЗО-2 Таганрога | who=вас",
        "held_at | at=СИЗО-2 Таганрога | who=вас | ../2022-09-27",
        "exchanged | who=вас | 2022-12-31",
    }


def test_one_seen_in_a_town_after_a_capture_is_held_there() -> None:
    content = "Киру Вовченко взяли в плен в Мариуполе. Потом её видели в Еленовке."
    assert "held_at | at=Еленовке | who=её" in told(content, source_type="relative")
    last = "Киру Вовченко похитили в Херсоне. В последний раз её видели в Олешках."
    assert not [x for x in told(last, source_type="relative") if x.startswith("held_at")]


@pytest.mark.parametrize(
    "content",
    [
        "Павел Мельник мог быть вывезен в СИЗО-1 Белгорода.",
        "Неизвестно, содержится ли Павел Мельник в СИЗО-2.",
        "Был ли Павел Мельник осуждён, неясно.",
        "Павла Мельника чуть не убили в СИЗО-2.",
        "Павел Мельник получил 5 лет опыта в колонии.",
    ],
)
def test_what_is_only_asked_or_nearly_was_is_not_told(content: str) -> None:
    assert told(content, source_type="news") == set()


def test_surname_with_initials_is_a_person_in_any_case() -> None:
    content = "Ткачу О.В. вменяется ст. 323 УК ДНР. О. В. Ткач содержится в СИЗО-1 Донецка."
    assert told(content, source_type="court_record") == {
        "charged | who=Ткачу О.В. | official",
        "held_at | at=СИЗО-1 Донецка | who=О. В. Ткач | official",
    }


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            "46-летнюю жительницу Бердянска приговорили к 12 годам колонии. "
            "Женщину содержат в СИЗО-2 Симферополя.",
            {
                "sentenced | who=46-летнюю жительницу",
                "held_at | at=СИЗО-2 Симферополя | who=Женщину",
            },
        ),
        (
            "22-летний житель Керчи Олег Бойко задержан в Ялте. Каждого жителя обыскали.",
            {"captured | at=Ялте | who=Олег Бойко"},
        ),
    ],
)
def test_a_person_without_a_name_is_somebody_of_his_own(content: str, expected: set[str]) -> None:
    assert told(content, source_type="news") == expected


def test_an_entry_of_a_list_is_about_the_name_that_opens_it() -> None:
    content = (
        "Их видели в плену. Жовтобрюх Данила: привезён из Наровли в апреле 2022 г., "
        "умер 9 февраля 2023 г. в Галиче. Прядко Клим, связист: сидел в СИЗО-2."
    )
    assert told(content, source_type="social_media") == {
        "moved | from=Наровли | who=Жовтобрюх Данила | 2022-04",
        "died | at=Галиче | who=Жовтобрюх Данила | 2023-02-09",
        "held_at | at=СИЗО-2 | who=Прядко Клим",
    }


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            "Бойко и Рудый задержаны 14 апреля 2022 года в Мариуполе; Лящук и Мороз — 16 мая 2022 "
            "года в Волновахе.",
            {
                "captured | at=Мариуполе | who=Бойко | who=Рудый | 2022-04-14",
                "captured | at=Волновахе | who=Лящук | who=Мороз | 2022-05-16",
            },
        ),
        (
            "Дело Бойко и Рудого рассматривалось Южным окружным военным судом.",
            {
                "tried | court=Южным окружным военным судом | who=Бойко | who=Рудого",
            },
        ),
        (
            "Олега Бойко и Ивана Мороза держали в СИЗО-2. В июле 2023 года их обоих этапировали "
            "в СИЗО-1, а в мае 2024 года — в ИК-11.",
            {
                "held_at | at=СИЗО-2 | who=Ивана Мороза | who=Олега Бойко",
                "moved | to=СИЗО-1 | who=Ивана Мороза | who=Олега Бойко | 2023-07",
                "moved | to=ИК-11 | who=Ивана Мороза | who=Олега Бойко | 2024-05",
            },
        ),
    ],
)
def test_lists_of_people_with_the_verb_left_out(content: str, expected: set[str]) -> None:
    assert told(content, source_type="ngo_report") == expected


def test_all_four_are_the_four_of_whom_was_told() -> None:
    content = (
        "Бойко и Рудый задержаны 14 апреля 2022 года в Мариуполе; Лящук и Мороз — 16 мая 2022 года "
        "в Волновахе. После этого все четверо содержались в СИЗО-2. Всех троих пытали в ИК-7."
    )
    line = "held_at | at=СИЗО-2 | who=Бойко | who=Лящук | who=Мороз | who=Рудый"
    assert line in told(content, source_type="ngo_report")

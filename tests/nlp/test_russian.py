"""Kinds of wording of Russian texts. All people are invented."""

import pytest

from tests.nlp.reader import joined, reading, told

HELD = "Их держали в плену. "


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            "Павел Рудь содержался в СИЗО-1 Курска до декабря 2023 года, после чего был "
            "этапирован в ИК-11 в Вологодской области.",
            {
                "held_at | at=СИЗО-1 Курска | who=Павел Рудь | ../2023-12",
                "moved | to=ИК-11 в Вологодской области | who=Павел Рудь",
            },
        ),
        (
            "Павел Рудь удерживается в СИЗО-2 г. Новозыбкова.",
            {"held_at | at=СИЗО-2 г. Новозыбкова | who=Павел Рудь"},
        ),
        (
            "Рудь П.Е. помещён в ИВС, откуда этапирован в СИЗО-1 г. Ростова-на-Дону.",
            {
                "held_at | at=ИВС | who=Рудь П.Е.",
                "moved | from=ИВС | to=СИЗО-1 г. Ростова-на-Дону | who=Рудь П.Е.",
            },
        ),
        (
            "Так Павел Рудь оказался в СИЗО-2 Таганрога.",
            {"moved | to=СИЗО-2 Таганрога | who=Павел Рудь"},
        ),
        (
            "Павел Рудь содержался в одном из гаражей на окраине Мелитополя.",
            {"held_at | at=гаражей | who=Павел Рудь"},
        ),
    ],
)
def test_a_verb_of_rest_and_a_short_participle_have_their_subject(
    content: str, expected: set[str]
) -> None:
    assert told(content, source_type="ngo_report") == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            "Павла Рудя, содержавшегося в СИЗО Таганрога, перевели в ИК-9.",
            {
                "held_at | at=СИЗО Таганрога | who=Павла Рудя",
                "moved | to=ИК-9 | who=Павла Рудя",
            },
        ),
        (
            "Освобождён пограничник Павел Рудь, попавший в плен под Изюмом.",
            {"released | who=Павел Рудь", "captured | at=Изюмом | who=Павел Рудь"},
        ),
        (
            "Задержанного в Мелитополе Павла Рудя вывезли в СИЗО-2.",
            {
                "captured | at=Мелитополе | who=Павла Рудя",
                "moved | to=СИЗО-2 | who=Павла Рудя",
            },
        ),
    ],
)
def test_a_full_participle_speaks_of_the_one_beside_it(content: str, expected: set[str]) -> None:
    assert told(content, source_type="ngo_report") == expected


def test_a_stay_may_be_told_without_a_verb() -> None:
    content = (
        "Меня держали в Донецке, в СИЗО. Потом — Вязьма. Десять месяцев в Вязьме. "
        "Потом не было ничего."
    )
    assert {line for line in told(content) if "Вязьм" in line} == {
        "held_at | at=Вязьма | who=Меня",
        "held_at | at=Вязьме | who=Меня",
    }


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            "В Украину в рамках обмена вернулись 75 человек. Среди них — боец Павел Рудь.",
            {"exchanged | who=75 человек", "exchanged | who=Павел Рудь"},
        ),
        (
            "Среди обменянных 13 сентября 2024 года — медсестра Инна Загородняя.",
            {"exchanged | who=Инна Загородняя | 2024-09-13"},
        ),
        ("По обмену вернули Павла Мельника.", {"exchanged | who=Павла Мельника"}),
    ],
)
def test_an_exchange_is_told_in_many_ways(content: str, expected: set[str]) -> None:
    assert told(content, source_type="news") == expected


@pytest.mark.parametrize(
    "content",
    [
        "Обвинение Павлу Рудю не предъявлено.",
        "Обвинения Павлу Рудю так и не предъявили.",
        "Обвинение ему, Павлу Рудю, предъявлять не стали.",
    ],
)
def test_a_charge_that_was_not_brought_is_none(content: str) -> None:
    assert all("denied" in line for line in told(content, source_type="ngo_report"))


def test_the_name_that_shows_no_case_is_the_object_after_the_verb() -> None:
    content = (
        "В Херсоне судят Артёма Косенко. "
        "Запорожский областной суд признал Косенко виновным и дал ему 13 (тринадцать) лет."
    )
    assert "sentenced | court=Запорожский областной суд | who=Косенко" in told(
        content, source_type="news"
    )


def test_where_a_man_comes_from_is_not_where_he_was_taken_from() -> None:
    content = "Механика Павла Рудя из Херсона перевели в СИЗО-2 Симферополя."
    assert told(content, source_type="news") == {"moved | to=СИЗО-2 Симферополя | who=Павла Рудя"}


def test_a_line_that_ends_with_a_colon_holds_the_verb_of_the_lines_below() -> None:
    content = (
        "Южный окружной военный суд 26 марта 2025 года приговорил:\n\n"
        "— Павла Мельника и Олега Тищука — к 22 годам;\n\n"
        "— Артёма Гребешка — к 13 годам колонии строгого режима.\n\n"
        "Ярослав Ждан в суд не приходил."
    )
    court = "court=Южный окружной военный суд"
    assert told(content, source_type="news") == {
        f"sentenced | {court} | who=Олега Тищука | who=Павла Мельника | 2025-03-26",
        f"sentenced | {court} | who=Артёма Гребешка | 2025-03-26",
    }


def test_each_of_several_in_one_sentence_has_a_verdict_of_his_own() -> None:
    content = "Суд приговорил Павла Мельника к 20 годам, Артёма Гребешка — к 13 годам колонии."
    result = reading(content, source_type="news")
    terms = {
        content[s.passage.start : s.passage.end]: dict(c.details).get("term")
        for c in result.claims
        if c.property == "sentenced"
        for s in result.subjects
        if ("who", s.id) in c.roles
    }
    assert terms == {"Павла Мельника": "20", "Артёма Гребешка": "13"}


def test_an_answer_takes_place_and_kind_from_its_question() -> None:
    content = (
        "**Где вы оказались потом?**\n\nВ Еленовке. Там меня били.\n\n"
        "**Когда вас обменяли?**\n\n6 июня 2023 года.\n\n"
        "**Когда обменяли вашего мужа?**\n\n5 мая 2024 года."
    )
    assert told(content) == {
        "held_at | at=Еленовке | who=меня",
        "exchanged | who=меня | 2023-06-06",
    }


def test_one_of_the_family_needs_no_name() -> None:
    content = (
        "Мужа забрали из дома 24 марта 2022 года. Его держали в СИЗО-2 Симферополя. "
        "Сейчас он в Тульской области, в ИК-1. Писем нет."
    )
    assert told(content, source_type="relative") == {
        "captured | who=Мужа | 2022-03-24",
        "held_at | at=СИЗО-2 Симферополя | who=Его",
        "held_at | at=ИК-1 | who=он",
    }
    assert told(content, source_type="news") == set()


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            "Олега Тищука, позывной «Рубин», морпеха 36-й бригады, взяли в плен в Мариуполе.",
            {"captured | at=Мариуполе | who=Олега Тищука"},
        ),
        (
            "Олега Тищука задержали в Херсоне. 11 февраля 2024 года обвиняемый этапирован из "
            "СИЗО-8 в СИЗО-1.",
            {
                "captured | at=Херсоне | who=Олега Тищука",
                "moved | from=СИЗО-8 | to=СИЗО-1 | who=обвиняемый | 2024-02-11",
            },
        ),
        (
            "Олега Тищука содержат в СИЗО-2. Другой боец вернулся домой в рамках обмена.",
            {"held_at | at=СИЗО-2 | who=Олега Тищука"},
        ),
    ],
)
def test_a_noun_for_a_person_stands_for_the_one_named(content: str, expected: set[str]) -> None:
    assert told(content, source_type="news") == expected


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

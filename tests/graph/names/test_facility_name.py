import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.names import facility_type
from graph.names.facility_name import FacilityName, parse
from graph.places import gazetteer as places

CODES = {  # domain vocabulary of facility types, complete
    "sizo", "pfrsi", "ik", "ik_general", "ik_strict", "ik_special", "kp", "turma", "vk_juv", "liu",
    "lpu", "ic", "ufic", "hospital_penal", "hospital_civil", "hospital_military", "ivs",
    "spetspriyomnik", "tsvsig", "police", "gauptvakhta", "military_camp", "tdc_svo", "filtration",
    "informal_basement", "informal_industrial", "informal_garage", "informal_pit",
    "informal_other", "transit", "exchange_point", "court", "psych", "unknown",
}  # fmt: skip


@pytest.mark.parametrize(
    ("written", "family", "number"),
    [
        ("Pre-Trial Detention Facility Number Two", "sizo", 2),
        ("СІЗО No. 2, Таганрог", "sizo", 2),
        ("temporary detention centre number 3 (SIZO-3)", "sizo", 3),
        ("Слідчий ізолятор №3 Головного управління ФСВП", "sizo", 3),
        ("former Ienakiieve penal colony No 52", "ik", 52),
        ("Penal colony Nᵒ 2", "ik", 2),
        ("колонія загального режиму №1 у місті Звєрєво", "ik", 1),
        ("виправна колонія (№ 120)", "ik", 120),
        ("36-я исправительная колония", "ik", 36),
        ("7-ї виправної колонії", "ik", 7),
        ("ИК10", "ik", 10),
        ("ВК –10 у Мордовії", "ik", 10),
        ("ИК-10/2", "ik", 10),
        ("СИЗО (ц. п.) 4.0", "sizo", 4),
        ("СИЗО 2.0", "sizo", 2),
        ("ЛИУ-15", "liu", 15),
        ("КП-2", "kp", 2),
        ("УКП ИК 3", "kp", 3),
        ("Т 1", "turma", 1),
        ("ОТБ-1", "hospital", 1),
        ("ПФРСИ при ФКУ ИК-5", "pfrsi", 5),
        ("колонія-поселення № 4", "kp", 4),
        ("BK-10 у Мордовії", "ik", 10),
        ("СI3О-2 у Таганрозі", "sizo", 2),
    ],
)
def test_type_and_number(written: str, family: str, number: int) -> None:
    name = parse(written)
    assert (set(name.families), name.number) == ({family}, number)


def test_vk_is_adult_in_ukrainian_juvenile_in_russian_and_both_without_language() -> None:
    assert parse("ВК-10", language="uk").types == {"ik"}
    assert parse("ВК-10", language="ru").types == {"vk_juv"}
    assert parse("ВК-10").types == {"ik", "vk_juv"}


def test_itt_is_ivs_and_a_temporary_detention_centre_may_be_three_things() -> None:
    assert parse("ІТТ у Херсоні").types == parse("ИВС Херсона").types == {"ivs"}
    assert parse("temporary detention centre").families == {"ivs", "sizo", "tdc_svo"}


@pytest.mark.parametrize("written", ["ИК б/н", "СИЗО без номера", "Т б/н"])
def test_without_number_is_stated_not_guessed(written: str) -> None:
    name = parse(written)
    assert name.families
    assert (name.number, name.unnumbered) == (None, True)


@pytest.mark.parametrize("written", ["Т-72", "175 Lenina St, Taganrog", "ИП Иванов", "PC gamer"])
def test_other_numbers_and_abbreviations_are_no_facility_number(written: str) -> None:
    name = parse(written)
    assert name.number is None or not name.families or written == "Т-72"


def test_central_subordination_by_words_and_by_the_service_named() -> None:
    assert parse("СИЗО-4 (ц. п.) Ростовской области").central
    assert parse("ФКУ СИЗО-2 ФСИН России").central
    assert not parse("ФКУ СИЗО-2 ГУФСИН России по Ростовской области").central
    assert not parse("СИЗО-2 УФСИН").central


def test_legacy_codes_give_the_number_and_stay_readable() -> None:
    assert (parse("ЖХ-385/22").legacy_code, parse("ЖХ-385/22").number) == ("ЖХ-385/22", 22)
    name = parse("ЮК-25/6 «Чёрный дельфин»")
    assert (name.number, name.nickname) == (6, "Чёрный дельфин")


def test_places_phrase_by_phrase_and_districts_passed_over() -> None:
    name = parse("Udarny, Zubovo-Polyansky District, Republic of Mordovia")
    assert [bool(p.settlements) for p in name.places] == [True, False]
    assert name.regions == {"RU-MO"}
    assert parse("ФКУ ИК-10 УФСИН России по Республике Мордовия").regions == {"RU-MO"}
    assert not parse("СИЗО-1, Кызыл-Озёк").settlements & parse("Кызыл").settlements


def test_occupation_titles_mean_the_region_and_are_marked() -> None:
    name = parse("так звана «колонія № 4 ДНР»")
    assert name.regions == {"UA-14"}
    assert name.so_called
    assert "so_called_DPR_LPR" in name.operators
    assert parse("Penal Colony No. 4 of the 'Lugansk People's Republic'").regions == {"UA-09"}


def test_what_nothing_accounts_for_is_left() -> None:
    assert parse("Western colony No. 97 in Makiivka").left == ("western",)
    assert parse("the garages").left == ()
    assert parse("").left == ()


def test_the_original_is_kept_verbatim() -> None:
    written = "  BK–10\u00a0«Мордовія» "
    assert parse(written).original == written


def test_the_vocabulary_is_complete_and_labelled_in_three_languages() -> None:
    types = facility_type.load().types
    assert set(types) == CODES
    for kind in types.values():
        assert set(kind.labels) == {"en", "uk", "ru"}
        assert all(kind.labels.values())
    families = {kind.family for kind in types.values()}
    for word in facility_type.load().broad.values():
        assert word.may_be <= families
        assert word.usual in ("", *word.may_be)


@given(st.text(max_size=200))
def test_any_text_parses_the_same_twice(text: str) -> None:
    name = parse(text)
    assert isinstance(name, FacilityName)
    assert parse(text) == name


HOSTILE = [
    "тюрьма ", "СИЗО-2 ", "a", "№", "(", "«", "1", "Ростовской ", "в городе ", "А-1/2 ",
    "ЖХ-385/22", "'", "российской ", "Новый ", "колонія-поселення ", "prison ", "No. ", "-",
    "Rostov region ", "« »", "ського ",
]  # fmt: skip


@pytest.mark.parametrize("unit", HOSTILE)
def test_ten_kilobytes_of_anything_do_not_stall(unit: str) -> None:
    text = unit * (10_000 // len(unit.encode()) + 1)
    places.load()
    parse("СИЗО-2")
    start = time.process_time()
    name = parse(text)
    assert time.process_time() - start < 1
    assert name.cut

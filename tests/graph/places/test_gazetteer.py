import pytest

from graph.places import gazetteer as places
from graph.places.gazetteer import Candidates, find

KNOWN = places.load()


def named(candidates: Candidates) -> set[tuple[str, str]]:
    return {
        (KNOWN.settlements[s].name, KNOWN.settlements[s].region) for s in candidates.settlements
    }


@pytest.mark.parametrize(
    ("phrase", "town", "region"),
    [
        ("Taganrog", "Taganrog", "RU-ROS"),
        ("Таганрозі", "Taganrog", "RU-ROS"),
        ("Таганрогом", "Taganrog", "RU-ROS"),
        ("Старому Осколі", "Staryy Oskol", "RU-BEL"),
        ("Stary Oskol", "Staryy Oskol", "RU-BEL"),
        ("Ростова-на-Дону", "Rostov-on-Don", "RU-ROS"),
        ("Rostov-on-Don", "Rostov-on-Don", "RU-ROS"),
        ("Кам’янську-Шахтинському", "Kamensk-Shakhtinsky", "RU-ROS"),
        ("Еленовке", "Olenivka", "UA-14"),
        ("Малій Локні", "Malaya Loknya", "RU-KRS"),
        ("Сімферополі", "Simferopol", "UA-43"),
        ("Севастополя", "Sevastopol", "UA-40"),
        ("Наровля", "Narovlya", "BY-HO"),
        ("Makeyevka", "Makiyivka", "UA-14"),
    ],
)
def test_towns_in_any_language_and_case(phrase: str, town: str, region: str) -> None:
    assert (town, region) in named(find(phrase, KNOWN))


@pytest.mark.parametrize(
    ("phrase", "code"),
    [
        ("Ростовской области", "RU-ROS"),
        ("Ростовська область", "RU-ROS"),
        ("Rostov Oblast", "RU-ROS"),
        ("Республике Мордовия", "RU-MO"),
        ("Мордовії", "RU-MO"),
        ("Mordovia", "RU-MO"),
        ("Пермскому краю", "RU-PER"),
        ("Свердловской области", "RU-SVE"),
        ("Луганської області", "UA-09"),
        ("Крыму", "UA-43"),
        ("Crimea", "UA-43"),
        ("Республика Крым", "UA-43"),
        ("Region of Kostroma", "RU-KOS"),
        ("Homiel Region", "BY-HO"),
    ],
)
def test_regions(phrase: str, code: str) -> None:
    found = find(phrase, KNOWN)
    assert found.regions == {code}


@pytest.mark.parametrize(
    ("adjective", "town", "region"),
    [
        ("тульська", "Tula", "RU-TUL"),
        ("пермское", "Perm", "RU-PER"),
        ("курский", "Kursk", "RU-KRS"),
        ("ростовское", "Rostov-on-Don", "RU-ROS"),
    ],
)
def test_an_adjective_means_town_and_region(adjective: str, town: str, region: str) -> None:
    found = find(adjective, KNOWN)
    assert (town, region) in named(found)
    assert region in found.regions


def test_homonyms_stay_homonyms() -> None:
    assert {r for _, r in named(find("Оленівка", KNOWN))} == {"UA-14", "UA-51", "UA-53"}
    assert {r for _, r in named(find("Галич", KNOWN))} == {"RU-KOS", "UA-26"}
    assert {r for _, r in named(find("Донецк", KNOWN))} >= {"UA-14", "RU-ROS"}
    assert find("мордовская", KNOWN).regions == {"RU-MO"}


@pytest.mark.parametrize("phrase", ["", " ", "the", "№", "область", "Zzyzx", "Кменську"])
def test_no_place_gives_nothing(phrase: str) -> None:
    assert not find(phrase, KNOWN)


def test_crimea_and_sevastopol_are_ukraine() -> None:
    crimea = [s for s in KNOWN.settlements.values() if s.region in ("UA-43", "UA-40")]
    assert len(crimea) > 400
    assert {s.country for s in crimea} == {"UA"}
    assert {r.country for r in KNOWN.regions.values() if "Crimea" in r.en} == {"UA"}


def test_each_country_has_all_its_regions() -> None:
    count = {c: sum(r.country == c for r in KNOWN.regions.values()) for c in ("UA", "RU", "BY")}
    assert count == {"UA": 27, "RU": 83, "BY": 7}
    used = {s.region for s in KNOWN.settlements.values()}
    assert used == set(KNOWN.regions)
    for region in KNOWN.regions.values():
        assert region.en
        assert region.uk
        assert region.ru

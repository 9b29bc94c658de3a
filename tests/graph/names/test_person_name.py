import pytest

from graph.names.person_name import may_be_one_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Oles Hai", "Гай Олесь"),
        ("Олеся Гая", "Oles Hai"),
        ("Стецюк Ярина Богданівна", "Стецюк Я."),
        ("Ковалёв", "Andrii Kovalyov"),
        ("Witness 1", "witness 1"),
    ],
)
def test_one_person_may_be_written_so(one: str, other: str) -> None:
    assert may_be_one_name(one, other)
    assert may_be_one_name(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Oles Hai", "Петро Гай"),
        ("Іван Петрович Коваль", "Іван Іванович Коваль"),
        ("О. Г.", "О. Гай"),
        ("Witness 1", "Witness 2"),
        ("Oles Oles", "Oles Hai"),
        ("", "Oles Hai"),
    ],
)
def test_these_are_two_names(one: str, other: str) -> None:
    assert not may_be_one_name(one, other)
    assert not may_be_one_name(other, one)

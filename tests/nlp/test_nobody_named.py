"""What is told of thousands, in a wrapped title or under a numbered heading is told of nobody."""

import pytest

from tests.nlp.reader import reading, told


@pytest.mark.parametrize(
    "text",
    [
        "Степан Тишко відбував строк. Восени 2022 року армія вивезла на лівий берег близько двох "
        "тисяч засуджених із Херсона.",
        "Степан Луговой отбывал срок. Осенью 2022 года армия вывезла на левый берег несколько "
        "тысяч осуждённых из Херсона.",
        "Вивезені засуджені: хто поверне тих, кого\nвивезли з Херсона\n\n"
        "Степан Тишко відбував строк.",
    ],
)
def test_the_one_person_named_is_not_those_many(text: str) -> None:
    assert not [line for line in told(text, source_type="news") if line.startswith("moved")]


def test_a_numbered_heading_names_nobody() -> None:
    text = "V. Detention\n\nOn 5 September 2022 Oles Hai was arrested. He was driven to Crimea."
    people = {m.words for m in reading(text).mentions if m.label == "person" and m.named}
    assert people == {"Oles Hai"}

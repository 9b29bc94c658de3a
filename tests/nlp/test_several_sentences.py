"""What is told in several clauses or sentences: journeys, lists, denials. All invented."""

import pytest

from tests.nlp.reader import joined, told


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("On 17 May 2022 I and five others were put on a train. It took two days and ended in Vyazma, in SIZO-2.", "moved | to=Vyazma, in SIZO-2 | who=I | who=five others | 2022-05-17"),  # noqa: E501
        ("We were loaded with our eyes taped, and the next day we were standing in the yard of Kursk SIZO-1.", "moved | to=Kursk SIZO-1 | who=We"),  # noqa: E501
        ("I was held in Vyazma SIZO-2. The food was bad. All winter I shared a cell with Pavlo Sydor.", "held_at | at=Vyazma SIZO-2 | who=I | who=Pavlo Sydor"),  # noqa: E501
        ("They took us near Izium on 3 May 2022: me, Pavlo Sydor and Marko Hrynko.", "captured | at=Izium | who=Marko Hrynko | who=Pavlo Sydor | who=me | 2022-05-03"),  # noqa: E501
        ("On 3 May 2022 sixty men were exchanged, including Pavlo Sydor and Marko Hrynko.", "exchanged | who=Marko Hrynko | who=Pavlo Sydor | who=sixty men | 2022-05-03"),  # noqa: E501
        ("In May 2022, 27 women were brought to Vyazma SIZO-2. Olha Sydor, a nurse, was among them.", "moved | to=Vyazma SIZO-2 | who=Olha Sydor | 2022-05"),  # noqa: E501
        ("On 3 May 2022 ten men were exchanged. Among them was the cook Pavlo Sydor.", "exchanged | who=Pavlo Sydor | 2022-05-03"),  # noqa: E501
        ("Pavlo Sydor and Marko Hrynko were held in Vyazma SIZO-2. On 3 May 2022 they were exchanged.", "exchanged | who=Marko Hrynko | who=Pavlo Sydor | 2022-05-03"),  # noqa: E501
        ("On 3 May 2022 Pavlo Sydor was taken from Vyazma SIZO-2, and on 5 May 2022 he was brought to Kursk SIZO-1.", "moved | from=Vyazma SIZO-2 | to=Kursk SIZO-1 | who=Pavlo Sydor | 2022-05-03/2022-05-05"),  # noqa: E501
        ("The posts say that Pavlo Sydor was released in May 2022; he was not.", "released | who=Pavlo Sydor | 2022-05 | denied"),  # noqa: E501
    ],
)  # fmt: skip
def test_one_telling_in_several_parts(text: str, line: str) -> None:
    assert line in told(text)


def test_two_transfers_with_a_stay_between_stay_two() -> None:
    text = (
        "Pavlo Sydor was taken from Vyazma SIZO-2, was held in Kursk SIZO-1 and "
        "was brought to Galich SIZO-2."
    )
    assert not [line for line in told(text) if "from=Vyazma" in line and "to=" in line]


def test_whoever_they_were_is_not_known_where_a_group_came_between() -> None:
    text = (
        "Pavlo Sydor and Marko Hrynko were held in Vyazma SIZO-2 with ten civilians. "
        "On 3 May 2022 they were exchanged."
    )
    assert "exchanged | who=they | 2022-05-03" in told(text)


def test_a_man_whom_all_called_by_a_name_is_that_name() -> None:
    text = "In Vyazma SIZO-2 I was held with a man everybody called Zubr. Zubr was exchanged."
    assert frozenset(("a man", "Zubr")) in joined(text)


def test_a_given_name_alone_is_the_one_given_in_full() -> None:
    text = "I met Artem Sydor in Vyazma SIZO-2. In May 2022 Artem was taken to Kursk SIZO-1."
    assert frozenset(("Artem Sydor", "Artem")) in joined(text)


def test_whether_is_no_assertion() -> None:
    assert told("Whether he was held in Vyazma SIZO-2 Pavlo Sydor did not say.") == set()

"""The day of a death on a paper, and who is meant far from his name; all people are invented."""

import pytest

from graph.names.facility_index import FacilityIndex, FacilityRow
from tests.nlp.reader import joined, reading, told

PAPERS = [
    (
        "Помер Олег Тишко 4 березня 2024 року. У довідці про смерть, виданій у Росії, стоїть "
        "9 березня 2024 року.",
        {"died | who=Олег Тишко | 2024-03-04", "died | who=Олег Тишко | 2024-03-09"},
    ),
    (
        "Степан Луговой умер 4 марта 2024 года. В свидетельстве о смерти, выданном 1 апреля "
        "2024 года, указано 9 марта 2024 года.",
        {"died | who=Степан Луговой | 2024-03-04", "died | who=Степан Луговой | 2024-03-09"},
    ),
    (
        "The death certificate of Maryna Bilyk says 9 March 2024.",
        {"died | who=Maryna Bilyk | 2024-03-09"},
    ),
]


@pytest.mark.parametrize(("text", "said"), PAPERS)
def test_a_certificate_gives_the_day_of_a_death(text: str, said: set[str]) -> None:
    assert told(text, source_type="ngo_report") == said


@pytest.mark.parametrize(
    "text",
    [
        "The death certificate of Maryna Bilyk, issued on 9 March 2024, says nothing of a cause.",
        "The death certificate of Maryna Bilyk gives no date; it has the stamp of 9 March 2024.",
        "The death certificate says 9 March 2024.",  # whose?
    ],
)
def test_the_day_of_the_paper_is_no_death(text: str) -> None:
    assert told(text, source_type="ngo_report") == set()


def test_the_only_woman_named_is_she_a_paragraph_later_still() -> None:
    text = "Maryna Bilyk died on 9 March 2024.\n\nThe town mourned.\n\n{}She died in Kursk."
    assert frozenset({"Maryna Bilyk", "She"}) in joined(text.format(""))
    other = text.format("Olha Lis wept. ")
    assert frozenset({"Maryna Bilyk", "She"}) not in joined(other)


def test_the_prison_is_the_numbered_one_unless_the_town_has_two() -> None:
    text = (
        "Тюрьма в тылу. Речь о кизеловском изоляторе.\n\nСИЗО-3 в Кизеле переполнено.\n\n"
        "Весной 2024 года в изоляторе умер Степан Луговой."
    )

    def row(number: str) -> FacilityRow:
        return FacilityRow(
            id=number,
            types=("sizo",),
            numbers=(number,),
            names=(f"СИЗО-{number} в Кизеле",),
            settlements=("Kizel",),
            regions=("RU-PER",),
            nicknames=(),
        )

    for rows, meant in ((("3",), True), (("3", "4"), False)):
        result = reading(text, listed=FacilityIndex.from_rows(map(row, rows)))
        words = {s.id: text[s.passage.start : s.passage.end] for s in result.subjects}
        pairs = {(words.get(j.a), words.get(j.b)) for j in result.judgements}
        assert (("СИЗО-3 в Кизеле", "изоляторе") in pairs) is meant

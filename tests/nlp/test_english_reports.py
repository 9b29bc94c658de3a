"""English reports and testimonies: the years of a title, who was beside. People are invented."""

from tests.nlp.reader import told

TITLE = "Update on detained civilians, 1 March to 31 August 2024\n\n"
ARREST = "On 3 June Maksym Hrib was arrested in Melitopol."


def test_a_day_is_of_the_months_that_the_title_names() -> None:
    read = told(TITLE + ARREST, source_type="ngo_report", published="2024-10-01")
    assert read == {"captured | at=Melitopol | who=Maksym Hrib | 2024-06-03"}


def test_the_months_of_the_title_reach_back_to_their_first_day() -> None:
    text = TITLE + "Olena Sova died in IK-2 in April.\n\nOn 20 August Maksym Hrib was arrested.\n\n"
    text += "On 2 March Taras Kit was arrested."
    read = told(text, source_type="ngo_report", published="2024-12-20")
    assert "captured | who=Maksym Hrib | 2024-08-20" in read  # though somebody else died before
    assert "captured | who=Taras Kit | 2024-03-02" in read


def test_without_such_a_title_its_year_is_unknown() -> None:
    read = told(ARREST, source_type="ngo_report", published="2024-10-01")
    assert read == {"captured | at=Melitopol | who=Maksym Hrib"}


def test_who_was_beside_me_was_exchanged_too() -> None:
    read = told("I was exchanged on 6 May 2025. With me were Taras Kit and two border guards.")
    assert "exchanged | who=Taras Kit | who=two border guards | 2025-05-06" in read


def test_a_stay_after_a_bare_then() -> None:
    text = (
        "I was captured. They kept me in Olenivka until August 2022. Then it was Taganrog, SIZO-2."
    )
    assert "held_at | at=Taganrog, SIZO-2 | who=I" in told(text)


def test_now_held_and_moved_there() -> None:
    text = "Maksym Hrib, now held in IK-10 in Mordovia, was moved there from Rostov in May 2024."
    assert told(text, source_type="news") == {
        "held_at | at=IK-10 in Mordovia | who=Maksym Hrib",
        "moved | from=Rostov | to=IK-10 in Mordovia | who=Maksym Hrib | 2024-05",
    }


def test_one_of_them_is_one_and_he_who_shared_the_cell_is_of_an_unknown_place() -> None:
    text = "Maksym Hrib spoke to five men. One of them, who was exchanged in May 2024, was ill."
    assert told(text, source_type="news") == {"exchanged | who=One of them | 2024-05"}
    text = "Maksym Hrib died in the Kursk SIZO. A man who shared the cell told counsel about it."
    assert told(text, source_type="news") == {"died | at=Kursk SIZO | who=Maksym Hrib"}


def test_places_after_a_colon_each_with_its_time() -> None:
    text = (
        "A file on a prisoner.\n\n"
        "Maksym Hrib was captured in 2022. He spent the next years in three places: "
        "the Olenivka colony until May 2023, Taganrog SIZO-2 until May 2024, then Kursk SIZO-1."
    )
    read = {line for line in told(text, source_type="news") if line.startswith("held_at")}
    assert {line.split(" | ")[1] for line in read} == {
        "at=Olenivka colony",
        "at=Taganrog SIZO-2",
        "at=Kursk SIZO-1",
    }


def test_each_has_the_term_before_his_name() -> None:
    text = (
        "Maksym Hrib and Taras Kit were tried in Rostov. "
        "The sentences were read out on 4 June 2024: fifteen years for Hrib, eleven for Kit."
    )
    read = told(text, source_type="news")
    assert {"sentenced | who=Hrib | 2024-06-04", "sentenced | who=Kit | 2024-06-04"} <= read


def test_of_many_of_us_the_teller_is_one() -> None:
    text = "I was captured. In May 2023 forty of us were taken to the Kursk SIZO-1."
    assert "moved | to=Kursk SIZO-1 | who=I | who=forty of us | 2023-05" in told(text)


def test_a_title_that_runs_into_the_first_lines_gives_the_months_too() -> None:
    text = "Prisoners before the courts: monitoring note, January to June 2024\n"
    text += "Our observers attended four of the trials that we know of in these months.\n\n"
    text += "On 16 May Maksym Hrib was moved from Kursk to the Vyazma SIZO-2."
    read = told(text, source_type="ngo_report", published="2024-07-02")
    assert "moved | from=Kursk | to=Vyazma SIZO-2 | who=Maksym Hrib | 2024-05-16" in read

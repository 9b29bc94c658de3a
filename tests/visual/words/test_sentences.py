"""Sentences of summaries: verbs by grade, no name declined, nobody's sex guessed."""

from collections.abc import Mapping

import pytest

from graph.answer.summary import Field, NotKnown, Sentence, Slot
from graph.answer.terms import DayCount
from graph.claim import Kind
from graph.event import Bounds, HopKind, Stay, Support, Transfer
from graph.grade import Grade
from graph.period import OPEN_FUTURE, Certainty, Range
from graph.questions.summary.templates import NOT_KNOWN, SENTENCES
from visual.names import Named, Names
from visual.words import language

LANGUAGES = ("en", "uk", "ru")
DAY = 19113  # 1 May 2022
SUPPORT = Support(claims=("c1",), documents=("d1",), lineages=("l1",), grade=Grade.REPORTED)
STAY = Stay(
    id="stay",
    who="hai",
    at="sizo",
    kind=HopKind.ATTESTED,
    bounds=tuple(Bounds(Range(d, d), Range(d, d)) for d in (DAY, DAY + 60)),
    support=SUPPORT,
)
MOVE = Transfer(
    id="move",
    who="hai",
    origin="colony",
    destination="sizo",
    kind=HopKind.ATTESTED,
    bounds=(Bounds(Range(DAY, DAY), Range(DAY, DAY)),),
    support=SUPPORT,
)
ENTITIES = {
    "hai": Named(label="Олесь Гай", kind=Kind.PERSON),
    "ivanna": Named(label="Іванна Вигадана", kind=Kind.PERSON),
    "sizo": Named(label="Taganrog SIZO-2", kind=Kind.FACILITY),
    "colony": Named(label="«Ізоляція»", kind=Kind.FACILITY),
    "unnamed": Named(label="", kind=Kind.FACILITY, where=("region", "RU-KDA")),
    "group": Named(label="", kind=Kind.GROUP),
    "brigade": Named(label="36th brigade", kind=Kind.GROUP),
    "court": Named(label="Вигаданий суд", kind=Kind.ORGANISATION),
    "town": Named(label="Mariupol", kind=Kind.PLACE),
}
NAMES = Names(
    entity=ENTITIES.__getitem__,
    outward=lambda inner: f"uid-{inner}",
    cite=lambda _: None,
    happening={"stay": STAY, "move": MOVE}.get,
    described=lambda _document, _field: None,
)
VALUES: Mapping[str, tuple[str, Field]] = {
    "who": ("entity", "hai"),
    "about": ("entity", "hai"),
    "one": ("entity", "hai"),
    "other": ("entity", "ivanna"),
    "others": ("entity", ("hai", "ivanna")),
    "starts": ("claims", ("c1",)),
    "ends": ("claims", ("c2",)),
    "elsewhere": ("entity", ("colony", "unnamed")),
    "namesakes": ("entity", ("ivanna", "group")),
    "people": ("entity", ("hai", "ivanna")),
    "facility": ("entity", "sizo"),
    "origin": ("entity", "colony"),
    "destination": ("entity", "sizo"),
    "with_group": ("entity", "group"),
    "at": ("entity", "town"),
    "by": ("entity", "court"),
    "court": ("entity", "court"),
    "judge": ("entity", "ivanna"),
    "unit": ("entity", "court"),
    "of": ("entity", "court"),
    "stay": ("stay", "stay"),
    "transfer": ("transfer", "move"),
    "event": ("event", "none"),
    "when": ("bounds", Bounds(Range(DAY, DAY + 30), Range(DAY, DAY + 30))),
    "departure": ("range", Range(DAY, DAY)),
    "arrival": ("range", Range(DAY, DAY)),
    "documented": ("bounds", Bounds(Range(DAY, DAY), Range(DAY + 90, DAY + 90))),
    "common": ("range", Range(DAY, DAY + 9)),
    "gap": ("days", DayCount(least=2, most=21)),
    "since": ("days", DayCount(least=5, most=5)),
    "days": ("days", DayCount(least=1, most=None)),
    "day": ("range", Range(DAY, DAY)),
    "certain": ("count", 3),
    "possible": ("count", 1),
    "transfers": ("count", 12),
    "unnamed": ("count", 6576),
    "count": ("count", 2),
    "first": ("code", "2022-05"),
    "last": ("code", "2022-07"),
    "property": ("code", "number"),
    "values": ("code", ("sizo",)),
    "claim": ("claims", ("c1",)),
    "fits": ("happening", ("stay", "move")),
    "later": ("happening", ("move",)),
    "contradiction": ("contradiction", "x"),
}

# These say what sources do, which no grade makes more or less so.
OF_SOURCES = {"person.named", "facility.named", "facility.differ", "person.one_of_these"} | {
    "relation.same_documents"
}


def _slots(template: str, names: tuple[str, ...]) -> tuple[Slot, ...]:
    found = {name: VALUES[name] for name in names}
    if template.startswith("contradiction."):
        found |= {"one": ("claims", ("c1",)), "other": ("claims", ("c2",))}
    if template.endswith(".named"):
        found["values"] = ("text", ("Олесь Гай", "Oles Hai"))
    return tuple(Slot(name=n, kind=kind, value=value) for n, (kind, value) in found.items())


def _sentence(
    template: str,
    *,
    grade: Grade = Grade.WELL_SUPPORTED,
    certainty: Certainty | None = None,
    **values: tuple[str, Field],
) -> Sentence:
    return Sentence(
        template=template,
        slots=tuple(Slot(name=n, kind=kind, value=value) for n, (kind, value) in values.items()),
        grade=grade,
        certainty=certainty,
        support=SUPPORT,
    )


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("template", sorted(SENTENCES))
def test_every_sentence_can_be_said_at_every_grade(template: str, code: str) -> None:
    said = set()
    for grade in Grade:
        for certainty in (None, *Certainty):
            made = Sentence(
                template=template,
                slots=_slots(template, SENTENCES[template]),
                grade=grade,
                certainty=certainty,
                support=SUPPORT,
            )
            words = language(code).sentence(made, NAMES)
            assert words.endswith(".")
            assert "{" not in words
            assert "  " not in words
            assert " ." not in words
            assert " ," not in words
            said.add(words)
    of_sources = template.startswith("contradiction.") or template in OF_SOURCES
    assert of_sources or len(said) >= 5


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("template", sorted(NOT_KNOWN))
def test_everything_not_known_can_be_said(template: str, code: str) -> None:
    lack = NotKnown(template=template, slots=_slots(template, NOT_KNOWN[template]))
    words = language(code).sentence(lack, NAMES)
    assert words.endswith(".")
    assert "{" not in words


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("template", sorted(SENTENCES))
def test_names_stand_as_they_are_written(template: str, code: str) -> None:
    made = _sentence(template, **{n: VALUES[n] for n in SENTENCES[template] if n in VALUES})
    words = language(code).sentence(made, NAMES)
    for slot in made.slots:
        heading = slot.name in {"who", "one", "other", "about"} and slot.kind == "entity"
        spoken = heading and not template.startswith(("facility.", "person.named", "relation.same"))
        if spoken and not template.startswith("contradiction."):
            assert ENTITIES[str(slot.value)].label in words


HELD = {
    "who": ("entity", "hai"),
    "facility": ("entity", "sizo"),
    "when": ("bounds", Bounds(Range(DAY, DAY), Range(DAY + 9, OPEN_FUTURE))),
}


@pytest.mark.parametrize(
    ("grade", "en", "uk"),
    [
        (Grade.ESTABLISHED, "Олесь Гай was held at", "Олесь Гай: утримували"),
        (Grade.REPORTED, "Олесь Гай was reportedly held at", "Олесь Гай: як повідомляється, утр"),
        (Grade.ALLEGED, "Олесь Гай is alleged to have been held", "Олесь Гай: як стверджують, утр"),
        (Grade.DISPUTED, "Sources disagree on this: Олесь Гай", "Джерела розходяться: Олесь Гай"),
        (Grade.REFUTED, "Refuted: Олесь Гай", "Спростовано: Олесь Гай"),
        (Grade.UNCONFIRMED_LEAD, "Unconfirmed lead, no finding:", "Непідтверджена зачіпка, не вис"),
    ],
)
def test_the_verb_is_chosen_by_grade(grade: Grade, en: str, uk: str) -> None:
    made = _sentence("person.held", grade=grade, **HELD)
    assert language("en").sentence(made, NAMES).startswith(en)
    assert language("uk").sentence(made, NAMES).startswith(uk)


def test_a_whole_sentence_in_three_languages() -> None:
    made = _sentence("person.held", grade=Grade.REPORTED, **HELD)
    assert [language(c).sentence(made, NAMES) for c in LANGUAGES] == [
        "Олесь Гай was reportedly held at Taganrog SIZO-2 from 1 May 2022 to 10 May 2022 or later.",
        "Олесь Гай: як повідомляється, утримували в установі «Taganrog SIZO-2» з 1 травня 2022 до "
        "10 травня 2022 або пізніше.",
        "Олесь Гай: как сообщается, содержали в учреждении «Taganrog SIZO-2» с 1 мая 2022 до "
        "10 мая 2022 или позже.",
    ]


def test_a_man_and_a_woman_are_spoken_of_alike() -> None:
    for template in (t for t in SENTENCES if t.startswith(("person.", "event."))):
        for code in ("uk", "ru"):
            his, hers = (
                language(code).sentence(
                    _sentence(
                        template, **{n: VALUES[n] for n in SENTENCES[template]} | {"who": who}
                    ),
                    NAMES,
                )
                for who in (("entity", "hai"), ("entity", "ivanna"))
            )
            assert his.replace("Олесь Гай", "X") == hers.replace("Іванна Вигадана", "X") or (
                "others" in SENTENCES[template] or "judge" in SENTENCES[template]
            )


def test_what_nobody_tells_of_is_never_called_a_move() -> None:
    made = _sentence(
        "person.later_documented",
        certainty=Certainty.CERTAIN,
        **{n: VALUES[n] for n in ("who", "origin", "destination", "gap")},
    )
    moving = ("moved", "transferred", "етап", "перевез", "этап", "перевоз", "перемещ", "переміщ")
    for code in LANGUAGES:
        words = language(code).sentence(made, NAMES)
        assert not [m for m in moving if m in words]
    assert "later at Taganrog SIZO-2" in language("en").sentence(made, NAMES)


def test_possible_and_undetermined_are_said() -> None:
    for certainty, words in (
        (Certainty.CERTAIN, ""),
        (Certainty.POSSIBLE, "holds for some of the possible dates"),
        (None, "the order is not determined"),
    ):
        slots = {n: VALUES[n] for n in ("one", "other", "facility", "days", "common")}
        made = _sentence("relation.codetained", certainty=certainty, **slots)
        assert words in language("en").sentence(made, NAMES)


def test_alternatives_are_said_where_no_period_is_agreed() -> None:
    made = _sentence(
        "person.held", who=("entity", "hai"), facility=("entity", "sizo"), stay=("stay", "stay")
    )
    said = language("en").sentence(made, NAMES)
    assert said.endswith("either on 1 May 2022 or on 30 June 2022.")


def test_the_unnamed_are_described_and_quotation_marks_do_not_nest() -> None:
    there = _sentence("person.held", who=("entity", "group"), facility=("entity", "unnamed"))
    assert language("en").sentence(there, NAMES) == (
        "A group without a name was held at a facility without a name (Krasnodar Krai)."
    )
    assert language("uk").sentence(there, NAMES).startswith("Група без назви: утримували")
    izolyatsia = _sentence("person.held", who=("entity", "hai"), facility=("entity", "colony"))
    assert "«„Ізоляція“»" in language("uk").sentence(izolyatsia, NAMES)


def test_a_verdict_says_article_term_court_and_whatever_else_the_source_says() -> None:
    made = _sentence(
        "event.sentenced",
        who=("entity", "hai"),
        court=("entity", "court"),
        article=("text", "205.4"),
        part=("text", "2"),
        term=("text", "22"),
        unit=("text", "years"),
        regime=("text", "strict"),
        reason=("text", "«дезертир»"),
        lineage=("text", "https://example.org/1"),
    )
    assert language("en").sentence(made, NAMES) == (
        "Олесь Гай was sentenced under article 205.4, part 2, term 22 years, strict regime, "
        "Вигаданий суд; reason: «дезертир»."
    )
    uk = language("uk").sentence(made, NAMES)
    assert "стаття 205.4, частина 2, строк 22 роки, режим: суворий; суд: Вигаданий суд" in uk
    assert "example.org" not in uk


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "The group “36th brigade”"),
        ("uk", "Група «36th brigade»"),
        ("ru", "Группа «36th brigade»"),
    ],
)
def test_a_group_is_said_to_be_one(lang: str, said: str) -> None:
    held = Sentence(
        template="person.moved_unknown",
        slots=(Slot(name="who", kind="entity", value="brigade"),),
        grade=Grade.REPORTED,
        certainty=None,
        support=SUPPORT,
    )
    assert language(lang).sentence(held, NAMES).startswith(said)

"""Everything that a person can meet has words in English, Ukrainian and Russian."""

import inspect
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

import graph.errors
from graph.errors import InvalidValue, WhereaboutsError
from graph.fold.events import EVENTS
from graph.questions.summary.templates import NOT_KNOWN, SENTENCES
from graph.schema import LANGUAGES, schema
from ingest.code import Code
from ingest.messages import messages
from visual.labels import labels
from visual.words.catalogue import catalogue, load

ROOT = Path(__file__).parent.parent
ERRORS = [
    kind
    for _, kind in inspect.getmembers(graph.errors, inspect.isclass)
    if issubclass(kind, WhereaboutsError)
]
FIELD = re.compile(r"\{(\w+)\}")
WORD = re.compile(r"[^\W\d_]+")
LATIN, CYRILLIC = re.compile(r"[A-Za-z]"), re.compile(r"[Ѐ-ӿ]")
ONLY_UKRAINIAN, ONLY_RUSSIAN = (
    re.compile(r"[іїєґ]", re.IGNORECASE),
    re.compile(r"[ыэъё]", re.IGNORECASE),
)


def _said(message: object) -> Iterator[str]:
    yield from message.values() if isinstance(message, dict) else [str(message)]


def _labels() -> Iterator[tuple[str, dict[str, str]]]:
    known = schema()
    for kind in (*known.types.values(), *known.properties.values(), *known.vocabularies.values()):
        yield kind.name, dict(kind.label)
    for vocabulary in known.vocabularies.values():
        for value in vocabulary.values.values():
            yield f"{vocabulary.name}.{value.code}", dict(value.label)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_type_property_and_code_has_a_label(language: str) -> None:
    assert [name for name, label in _labels() if not label.get(language, "").strip()] == []


def test_no_two_codes_of_a_vocabulary_are_called_the_same_but_regimes() -> None:
    """Two codes with one label could not be told apart; a regime has two codes a source may use."""
    for vocabulary in schema().vocabularies.values():
        for language in LANGUAGES:
            labels = [v.label[language] for v in vocabulary.values.values()]
            twice = {label for label in labels if labels.count(label) > 1}
            assert vocabulary.name in {"regime", "detail"} or not twice, (vocabulary.name, twice)


def test_every_sentence_of_a_summary_is_worded() -> None:
    assert {*SENTENCES, *NOT_KNOWN} <= set(catalogue())
    assert {f"event.{kind}" for kind in EVENTS} <= set(catalogue())


@pytest.mark.parametrize("error", ERRORS, ids=lambda e: e.__name__)
def test_every_error_says_what_went_wrong_and_what_to_do_next(error: type) -> None:
    fields = set(getattr(error, "__dataclass_fields__", {}))
    for part in ("title", "next"):
        message = catalogue()[f"problem.{error.__name__}.{part}"]
        for language in LANGUAGES:
            used = set(FIELD.findall(str(message[language])))
            assert used <= fields, (error.__name__, language, used - fields)


@pytest.mark.parametrize("code", Code)
def test_every_code_of_the_intake_is_worded(code: Code) -> None:
    for language in LANGUAGES:
        what, after = messages()[code][language]
        assert what.strip()
        assert after.strip()


def test_the_languages_of_an_entry_speak_of_the_same_fields() -> None:
    """English words a verb by grade where the others insert a hedge, and may name who again."""
    may_differ = {"was", "were", "has", "hedge", "who", "facility", "origin"}
    for key, message in catalogue().items():
        if key.startswith("days."):  # months have a form of their own in each language
            continue
        used = [{f for w in _said(message[lang]) for f in FIELD.findall(w)} for lang in LANGUAGES]
        assert all(fields ^ used[0] <= may_differ for fields in used), (key, used)


def test_no_word_mixes_scripts_and_no_language_borrows_letters() -> None:
    """A Latin letter inside a Cyrillic word cannot be seen and breaks every search."""
    worded = [
        (key, lang, said)
        for key, message in catalogue().items()
        for lang in LANGUAGES
        for said in _said(message[lang])
    ]
    worded += [(name, lang, label[lang]) for name, label in _labels() for lang in LANGUAGES]
    worded += [(key, lang, said) for lang in LANGUAGES for key, said in labels(lang).items()]
    for key, language, said in worded:
        plain = FIELD.sub("", said)
        for word in WORD.findall(plain):
            assert not (LATIN.search(word) and CYRILLIC.search(word)), (key, word)
        foreign = {"en": CYRILLIC, "uk": ONLY_RUSSIAN, "ru": ONLY_UKRAINIAN}[language]
        assert not foreign.search(plain), (key, language, said)


def test_every_entry_that_is_asked_for_is_there_and_none_is_left_over() -> None:
    files = [f for part in ("words", "text") for f in (ROOT / "visual" / part).glob("*.py")]
    files += [
        ROOT / "api" / name
        for name in (
            "asked.py",
            "intake_report.py",
            "reading_named.py",
            "reading_shown.py",
            "sample.py",
        )
    ]
    files += (ROOT / "api" / "commands").glob("*.py")
    code = "\n".join(f.read_text("utf-8") for f in files)
    literal = set(re.findall(r"""["']((?:[a-z_]+\.)+[a-z_]+)["']""", code))
    asked = set(re.findall(r"""\bt\(\s*["']([a-z_.]+)["']""", code))
    assert asked <= set(catalogue()), asked - set(catalogue())
    made = tuple(f"{m}." for m in re.findall(r"""f["']((?:[a-z_]+\.)*[a-z_]+)\.\{""", code))
    by_grade = ("was.", "were.", "has.", "hedge.")
    sentences = {*SENTENCES, *NOT_KNOWN}
    left = {k for k in catalogue() if k not in literal and not k.startswith((*made, *by_grade))}
    assert left == sentences - literal


def test_an_entry_without_a_language_or_plural_form_is_refused(tmp_path: Path) -> None:
    for said, named in (
        ({"a.b": {"en": "x", "uk": "x"}}, "words.yaml: a.b"),
        ({"a.b": {"en": "x", "uk": "x", "ru": {"one": "x", "other": "x"}}}, "words.yaml: a.b.ru"),
        ({"a.b": {"en": 3, "uk": "x", "ru": "x"}}, "words.yaml: a.b.en"),
    ):
        file = tmp_path / "words.yaml"
        file.write_text(yaml.safe_dump(said), "utf-8")
        with pytest.raises(InvalidValue) as caught:
            load([file])
        assert caught.value.field == named

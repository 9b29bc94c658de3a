"""The fold: one coarse skeleton for Ukrainian, Russian and Latin spellings of one name.

`Q C Z` stand for щ, ч, ж, `S` for ш, `c` for ц and `x` for х. A fold finds candidates; it is
never shown and proves nothing alone.
"""

import re
import unicodedata
from functools import lru_cache

from graph.names.scripts import is_cyrillic, plain, repair

_CYRILLIC = str.maketrans(
    dict(
        zip("абвгґджзиіїйыклмнопрстуўфхцчшщеєёэ", "abvggdZziiiiiklmnoprstuufxcCSQeeee", strict=True)
    )
    | {"ь": None, "ъ": None, "ю": "iu", "я": "ia", "'": None}
)
_LATIN = (
    "schtsch:Q shch:Q chtch:Q šč:Q tsch:C tch:C sch:S sh:S š:S kh:x zh:Z ž:Z ts:c tz:c ch:C č:C "
    "ou:u zgh:zg iou:iu iu:iu yu:iu ju:iu ia:ia ya:ia ja:ia ie:e ye:e je:e yo:e io:e jo:e ë:e "
    "yi:i ji:i iy:i ii:i ij:i y:i j:i ph:f h:g w:v q:k x:ks"
)
_OTHER = "ch:x cz:C sz:S rz:Z x:x h:x j:Z jou:Zu jo:Zo ja:Za je:Ze ju:Zu ji:Zi"  # other habits
_RUNS = re.compile(r"(.)\1+")
_RUN_OF_A_SCRIPT = re.compile("[\u0400-\u052f]+|[^\u0400-\u052f]+")
_MARKED = re.compile("[\u0300-\u036f]")
_MARKS = re.compile(r"[^\w\n]|_")


def _table(*rules: str) -> tuple[re.Pattern[str], dict[str, str]]:
    pairs = dict(rule.split(":") for line in rules for rule in line.split())
    longest = sorted(pairs, key=lambda key: (-len(key), key))
    return re.compile("|".join(map(re.escape, longest))), pairs


_FIRST, _SECOND = _table(_LATIN), _table(_LATIN, _OTHER)


def fold(word: str) -> str:
    """The skeleton of a word: equal for Ковальов, Ковалёв and Kovalyov; empty without letters."""
    return _fold(word, other=False)


def folds(word: str) -> frozenset[str]:
    """Both readings of a Latin word: `ch x j h` differ from scheme to scheme (Joukov, Chomenko)."""
    return frozenset((_fold(word, other=False), _fold(word, other=True)))


def fold_lines(lines: list[str]) -> list[str]:
    """The fold of many names at once, each in the script of its first letter, to build an index."""
    cyrillic = [line for line in lines if is_cyrillic(line[:1])]
    latin = [line for line in lines if not is_cyrillic(line[:1])]
    skeletons: dict[str, str] = {}
    if cyrillic:
        folded = _collapse(_cyrillic(_joined(cyrillic))).split("\n")
        skeletons |= zip(cyrillic, folded, strict=True)
    if latin:
        skeletons |= zip(latin, _latin(_joined(latin), _FIRST).split("\n"), strict=True)
    return [skeletons[line] for line in lines]


def _joined(lines: list[str]) -> str:
    return plain("\v".join(lines)).replace("\v", "\n").casefold()


@lru_cache(maxsize=1 << 16)
def _fold(word: str, *, other: bool) -> str:
    text = repair(plain(word)).text.casefold()
    table = _SECOND if other else _FIRST
    return _collapse(
        "".join(
            _cyrillic(run) if is_cyrillic(run[0]) else _latin(run, table)
            for run in _RUN_OF_A_SCRIPT.findall(text)
        )
    )


def _cyrillic(text: str) -> str:
    return text.replace("ьо", "е").replace("йо", "е").replace("тс", "ц").translate(_CYRILLIC)


def _latin(text: str, table: tuple[re.Pattern[str], dict[str, str]]) -> str:
    pattern, pairs = table
    text = pattern.sub(lambda m: pairs[m.group()], text)
    if not text.isascii():
        text = _MARKED.sub("", unicodedata.normalize("NFD", text))
    return _collapse(text)


def _collapse(text: str) -> str:
    """Runs to one letter, ia iu ie to a u e, and runs again: `…skaia` must end as `…ska`."""
    once = _RUNS.sub(r"\1", _MARKS.sub("", text))
    vowels = once.replace("ia", "a").replace("iu", "u").replace("ie", "e")
    return _RUNS.sub(r"\1", vowels)

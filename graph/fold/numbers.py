"""Numbers as sources round them: `≈850` about, `>300` more than, `≤900` at most, `850`."""

import re
from math import inf

_ROUNDED = re.compile(r"([≈<>≤≥]?)(\d+)")
_ABOUT = 10  # per cent either side of what is said to be about that many


def may_be_one_number(a: str, b: str) -> bool:
    """Whether one number fits both; of two texts that are no numbers, whether they are the same."""
    ours, theirs = _range(a), _range(b)
    if ours is None or theirs is None:
        return a == b
    return max(ours[0], theirs[0]) <= min(ours[1], theirs[1])


def _range(value: str) -> tuple[float, float] | None:
    said = _ROUNDED.fullmatch(value)
    if said is None:
        return None
    sign, number = said[1], int(said[2])
    return {
        "": (number, number),
        "≈": (number * (100 - _ABOUT) / 100, number * (100 + _ABOUT) / 100),
        ">": (number + 1, inf),
        "≥": (number, inf),
        "<": (0, number - 1),
        "≤": (0, number),
    }[sign]

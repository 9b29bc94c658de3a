"""What is wrong with a record, in words: each kind once, with what to do about it."""

from collections.abc import Mapping, Sequence

from visual.words.words import language

MOST_OF_A_KIND = 20
Place = tuple[int | None, str]
"""The number of the entry, if it is one, and the name of what is broken."""


def breaks_in_words(found: Mapping[str, Sequence[Place]], code: str) -> list[str]:
    """Lines for each kind of break by its code, in the order given, then how many there are.

    Raises:
        InvalidValue: there are no words in that language.
    """
    words = language(code)
    lines: list[str] = []
    for kind, places in found.items():
        lines += ["", words.t(f"break.{kind}.title")]
        for seq, name in places[:MOST_OF_A_KIND]:
            entry = [] if seq is None else [words.t("break.entry", it=seq)]
            if entry or name:
                lines.append(f"  – {', '.join([*entry, *([name] if name else [])])}")
        if len(places) > MOST_OF_A_KIND:
            lines.append(f"  {words.t('break.more', it=len(places) - MOST_OF_A_KIND)}")
        lines.append(f"  {words.t('break.next', it=words.t(f'break.{kind}.next'))}")
    total = sum(len(places) for places in found.values())
    return [words.t("break.found", n=total), *lines]

"""English participles that stand for men, or only say which men: they tell of no happening."""

import re

from nlp.paragraph import Paragraph


def nominal(page: Paragraph, match: re.Match[str]) -> bool:
    """`another of the freed, Taras Bondar`: a participle that stands for the men themselves."""
    if page.language != "en":
        return False
    lead = page.low[max(0, match.start() - 20) : match.start()]
    if _WHO_ARE.match(page.low, match.start()) and _OF_THOSE.search(lead):
        return True
    if not lead.endswith("the "):
        return False
    return bool(_ALONE.match(page.low, match.end()))


_WHO_ARE = re.compile(  # "seen by two released prisoners"
    r"(?:released|freed|captured|exchanged|detained|imprisoned|returned)"
    r"\s(?:\w+\s)?(?:prisoners?|detainees?|soldiers?|captives?|cellmates?|inmates?|servicem[ae]n|"
    r"civilians?|hostages?|pows?|marines?|fighters?|defenders?|ukrainians?|m[ae]n|wom[ae]n)(?!\w)"
)
_OF_THOSE = re.compile(
    r"(?<!\w)(?:an?|one|another|two|three|four|five|six|several|some|many|most|few|other|the|these|"
    r"those|on|about|for|against|all|by|from|with|of|to|among|and|recently|newly|former|\d+)\s$"
)
_ALONE = re.compile(r"\s?(?:[,.;:)]|(?:is|was|were|are|had|have|said|say|and)\b)")

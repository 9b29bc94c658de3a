"""Places of a stay that a colon leads in, one after another."""

import re

from nlp.clauses import Clause
from nlp.mention import Mention
from nlp.paragraph import Paragraph


def itemised(
    page: Paragraph, mention: Mention, clause: Clause, last: tuple[str, Mention] | None
) -> bool:
    """`провёл 665 дней: Еленовка, Таганрог, Камышин`: the places of a stay, one after another."""
    if clause.trigger is None or clause.trigger.property != "held_at":
        return False
    colon = page.low.rfind(": ", clause.trigger.end, mention.start)
    if colon < 0:
        return False
    if _ARTICLE.fullmatch(page.low, colon + 2, mention.start):
        return True
    if last is None or last[0] != "at" or last[1].start < colon:
        return False
    if page.language == "en":
        return bool(_NEXT_ITEM.fullmatch(page.low, last[1].end, mention.start))
    return page.low[last[1].end : mention.start] in (", ", " и ", " і ")


_ARTICLE = re.compile(r"(?:the\s)?")
_NEXT_ITEM = re.compile(
    r"(?:\s(?:until|till|from|since|to|in|for)\s[^,;:]{2,40}|\s\([^()]{2,40}\))?"
    r"(?:[,;]\s(?:and\s)?(?:then\s|finally\s)?|\sand\s)(?:the\s)?"
)

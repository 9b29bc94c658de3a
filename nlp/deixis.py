"""Words that point to a place: *there*, *from there*, and what leads in a place of rest."""

import re
from functools import cache

from nlp.lexicon import lexicon
from nlp.mention import Mention
from nlp.paragraph import Paragraph
from nlp.roles import preposition

IN = {
    "en": re.compile(
        r"(?<!\w)(?:in|at|inside|under|near|on)\s(?:(?:the|a|an|one|same|its|our|my)\s)*"
    ),
    "uk": re.compile(r"(?<!\w)(?:в|у|на|під|біля)\s(?:(?:одн|т|ц|сам|наш|їхн|сусідн)\w{1,3}\s)*"),
    "ru": re.compile(r"(?<!\w)(?:в|во|на|под|возле)\s(?:(?:одн|т|эт|сам|наш|их)\w{1,3}\s)*"),
}


@cache
def deixis(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The words for *there* and for *from there*."""
    words = lexicon(language)
    return words.pattern("deixis.at"), words.pattern("deixis.from")


def says_where(page: Paragraph, mention: Mention) -> bool:
    """`У Ростові був суд, там …`, `Далі була колонія в Кізелі, я сидів там рік`."""
    if page.language == "en" or preposition(page, mention, 0):
        return True
    lead = page.low[page.sentence_at(mention.start)[0] : mention.start]
    return page.language == "uk" and bool(page.words.pattern("order.stop").fullmatch(lead))

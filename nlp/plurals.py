"""Whom a plural means: *both*, *they*, `все четверо`, *the accused*; and who *we* were."""

import re
from typing import Protocol

from nlp.clauses import Clause
from nlp.companies import Company, companies, largest, of_size, only
from nlp.findings import Findings, inside
from nlp.lists import how_many, joined
from nlp.mention import Frame, Mention
from nlp.topics import people_of

_PAIR = 2
_BESIDE = 2
_NEARBY = 3  # sentences that a plural may go back
_OURS = re.compile(r"(?<!\w)(?:us|ми|нас|нам|мы)(?!\w)")
_LIST_ENDS = re.compile(
    r"$|[.,;!\n]|\s(?:и|і|й|та)\s(?:ещ[её]|ще)\s(?:од[инн]|дв|тр|кто|нескольк|хт|кільк|чет)|\s(?:everybody|everyone|who|whom|we|called|known|named|nicknamed|from|"
    r"з|із|зі|на ім.я|на прізвисько|родом)\b"
)
_COLON = re.compile(r":\s(?:the\s|a\s|an\s)?(?:[\w-]+\s){0,2}")


class Telling(Protocol):
    """A paragraph so far: what it holds, who tells, whom it and those before it told of."""

    found: Findings
    frames: list[Frame]
    earlier: tuple[Mention, ...]
    tellers: dict[tuple[int, int], Mention | None]
    companies: tuple[Company, ...]

    @property
    def narrator(self) -> Mention | None:
        """Who says I."""

    def lift(self, mention: Mention, /) -> Mention:
        """The mention with offsets of the text."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A stretch of the paragraph as one of the text."""


def meant(
    scene: Telling, sentence: tuple[int, int], own: tuple[Mention, ...]
) -> tuple[Mention, ...]:
    """Those meant, lifted; *both* are the two persons told of, or the teller and one more."""
    if teller := _teller_and(scene, sentence, own):
        return teller, *map(scene.lift, own[1:])
    if [m.feature("pronoun") for m in own] == ["they"] and (two := _told_of(scene, own[0])):
        return two
    if own[0].feature("accused") and (all_ := largest(_companies(scene, own[0].start))):
        return all_
    if len(own) == 1 and _those(scene, own[0]) and (known := _counted(scene, sentence, own[0])):
        return known
    if [m.feature("pronoun") for m in own] != ["both"]:
        lifted = tuple(scene.lift(m) for m in own if m.feature("pronoun") != "both")
        ours = [m for m in own if m.words.lower().endswith(" of us") and many(m)]
        teller = scene.narrator if len(ours) == len(own) == 1 else None
        return lifted if teller is None else (*lifted, teller)  # "forty of us": he, too
    return _counted(scene, sentence, own[0])


def many(group: Mention) -> bool:
    """Whether so many that the teller is one of them: of two or three *of us* he need not be."""
    return int(group.feature("size_least") or group.feature("size_most") or 0) >= _FEW


def _those(scene: Telling, group: Mention) -> bool:
    """`the two men`: so many of whom the text has told."""
    page, size = scene.found.page, group.feature("size_least")
    exact = size is not None and size == group.feature("size_most") and int(size) <= _FEW
    return page.language == "en" and exact and page.low.endswith("the ", 0, group.start)


_FEW = 6
MANY = re.compile(  # so many that no list of them follows
    r"(?<!\w)(?:сот(?:ня|ні|ню|ень|ни|ен)|десят(?:ок|ки|ків|ков)|тисяч\w?|тысяч\w?|м[иі]ль?йон\w*|"
    r"миллион\w*)(?!\w)"
)


def _counted(scene: Telling, sentence: tuple[int, int], plural: Mention) -> tuple[Mention, ...]:
    """The persons told of that are as many as the plural says; with *us* the teller is one."""
    own = (plural,)
    told, narrator = scene.found.people, scene.narrator
    low = scene.found.page.low
    ours = _OURS.search(low[max(0, own[0].start - 5) : own[0].end])
    earlier = [s for s in scene.found.page.sentences if s[0] <= sentence[0]]
    near = [people_of(inside(told, s[0], min(s[1], own[0].start))) for s in earlier]
    last, count = [n for n in reversed(near) if n][:1], how_many(own[0].words)
    for found in (*last, people_of(inside(told, 0, own[0].start))):
        if ours and narrator is not None and len(found) == 1:
            return narrator, scene.lift(found[0])
        if not ours and len(found) == count:
            return tuple(map(scene.lift, found))
    befell = people_of([m for f in scene.frames for n, m in f.roles if n == "who" and m.named])
    if not ours and len(befell) == count and all(m.label == "person" for m in befell):
        return tuple(befell)
    if ours and narrator is not None and len(scene.earlier) == 1 and not any(near):
        return narrator, scene.earlier[0]
    company = () if ours else of_size(_companies(scene, own[0].start), count)
    here = people_of(inside(told, 0, own[0].start))
    both = len(people_of([*company, *here]))
    strangers = count == _PAIR and bool(here) and both == len(company) + len(here)
    return () if strangers else company  # of two others the paragraph has told


def _teller_and(
    scene: Telling, sentence: tuple[int, int], own: tuple[Mention, ...]
) -> Mention | None:
    """`Гай розповів, що вони з Рудем сиділи в одній камері`: they are Рудь and the teller."""
    page, source = scene.found.page, scene.tellers.get(sentence)
    if page.language != "uk" or len(own) != _PAIR or own[0].feature("pronoun") != "they":
        return None
    beside = page.low[own[0].end : own[1].start] in (" з ", " із ", " зі ")
    named = source is not None and source.label == "person" and source.named
    return scene.lift(source) if source is not None and beside and named else None


def _companies(scene: Telling, end: int) -> list[Company]:
    """Persons told of together before that offset."""
    return [*scene.companies, *companies(scene.found, scene.frames, scene.lift, end)]


def _told_of(scene: Telling, they: Mention) -> tuple[Mention, ...]:
    """*They* are the persons named together in the sentence before, if no group came."""
    page = scene.found.page
    before = [s for s in page.sentences if s[0] <= they.start][-_PAIR:]
    groups = [m for m in inside(scene.found.groups, *before[0]) if not m.feature("accused")]
    named = [m for m in inside(scene.found.people, before[0][0], before[0][1]) if m.named]
    groups = [g for g in groups if not any(0 < m.start - g.end <= _BESIDE for m in named)]
    if page.language != "en" and not inside(scene.found.beings, 0, they.start):
        return only(scene.companies, scene.earlier)
    if groups or len(before) < _PAIR:
        return ()
    if scene.frames and scene.frames[-1].sentence in [scene.span(*s) for s in before]:
        last = [m for name, m in scene.frames[-1].roles if name == "who"]
        people = tuple(m for m in last if m.label == "person")
        if page.language == "en" or len(people) > 1:
            return people if len(people) > 1 and all(m.named for m in people) else ()
    chain = joined(page, named, last=False) if named else ()
    if len(chain) == len(named) > 1:
        return tuple(map(scene.lift, chain))
    return _still_told_of(scene, before[0][0], they) if page.language != "en" else ()


def _still_told_of(scene: Telling, start: int, they: Mention) -> tuple[Mention, ...]:
    """Those of the last frame, some sentences before, where nobody was named since."""
    if not scene.frames or inside(scene.found.beings, start, they.start):
        return ()
    near = [s for s in scene.found.page.sentences if s[0] <= they.start][-_NEARBY - 1 :]
    last = scene.frames[-1]
    people = tuple(m for name, m in last.roles if name == "who")
    known = len(people) > 1 and all(m.label == "person" and m.named for m in people)
    return people if known and last.sentence in [scene.span(*s) for s in near] else ()


def spelt_out(
    scene: Telling, sentence: tuple[int, int], clause: Clause, own: tuple[Mention, ...]
) -> tuple[Mention, ...]:
    """`They took us: me, Artem Sushko and a man`: who *we* were; a sized group stays, too."""
    page = scene.found.page
    if clause.trigger is None or own[-1].label != "group":
        return ()
    colon = page.low.find(": ", clause.trigger.end, sentence[1])
    beings = inside(scene.found.beings, colon, sentence[1]) if colon >= 0 else []
    if not beings or not _COLON.fullmatch(page.low[colon : beings[0].start]):
        return ()
    if inside(scene.found.beings, max(own[-1].end, clause.trigger.end), colon):
        return ()
    chain = joined(page, beings, last=False)
    if any(m.label != "person" for m in chain):
        return ()
    if not _LIST_ENDS.match(page.low, chain[-1].end):
        return ()  # "вони сиділи разом: Тараса привезли …"
    group = own if own[-1].feature("pronoun") is None else ()
    return tuple(map(scene.lift, (*group, *chain)))


def names_of_us(found: Findings, clause: Clause) -> int:
    """`сидели мы вчетвером: я, …`: where the names of those told of begin, else the end."""
    colon = found.page.low.find(": ", clause.start, clause.end)
    ours = inside(found.pronouns, clause.start, max(clause.start, colon))
    we = found.page.language != "en" and any(m.feature("pronoun") == "we" for m in ours)
    return colon if we else clause.end

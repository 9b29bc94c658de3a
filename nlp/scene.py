"""What a paragraph has told so far: of whom, where; and what carries on into the next clause."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from graph.period import Period
from nlp.cells import (
    CELL,
    NEXT_CELL,
    WITH_ME,
    carried_there,
    celled_before,
    in_my_cell,
    mixed,
    of_narrator,
)
from nlp.clauses import Clause, Trigger, opens_with
from nlp.companies import Company
from nlp.companions import companions, without_companions
from nlp.deixis import IN, deixis, says_where
from nlp.english import of_a_place, past_relative
from nlp.findings import Findings, inside
from nlp.journeys import Departure
from nlp.mention import Frame, Mention
from nlp.name_forms import keys
from nlp.openers import objects_before, opens_for
from nlp.owners import owners
from nlp.participles import of_others
from nlp.plurals import MANY, meant, names_of_us, spelt_out
from nlp.roles import belongs, preposition
from nlp.slavic import agrees, several
from nlp.tellers import of_teller, teller
from nlp.topics import another, of_some, people_of, topic_of
from nlp.who import RELATIVE, candidates, who
from nlp.who import attributive as _attributive

Lift = Callable[[Mention], Mention]
_NOWHERE = (-1, -1)
_WORDS = re.compile(r"[^\W\d_]{2,}")
_BESIDE = 2
_PAIR = 2
_NEARBY = 3  # sentences that a subject left out may go back
_HEADS = re.compile(r"[^.;:!?]{0,40}:\s")  # between a name and what is said of him
_LONG = 5  # sentences through which a teller stays where he was
_HENCE = ("from", "з", "із", "зі", "из", "с", "со")  # "Dzhus, a guard from Izmail"
_LETTER = re.compile(r"[^\W\d_]")
_STATUS = re.compile(r"[\w ]{1,20}:\s")
_MY = ("my ", "our ")
_SOMEBODY = re.compile(
    r"\s(?:хтось|дехто|хто|кто|кое-кто|"
    r"(?:ще |ещё |еще )?(?:один|одна|двоє|троє|двое|трое)(?=\s(?:з|із|из)\s))"
)
_OBLIQUE = re.compile(
    r"^(?:двух|двум|двоим|троим|тр[её]х|тр[её]м|четыр[её]х|четыр[её]м|многих|мо[єе]му|нашому|нашему|іншому|моїй|моей)$"
    r"|(?:ого|его|их|ых|обох|обоих|кого|ів|чат|нок)$"
)
_ENGLISH_JOINTS = frozenset(
    "and then before after but where later from until or when while without".split()
)
_ENGLISH_VERBS = frozenset("was were had has is are".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrative:
    """What the document as a whole adds: who says I, and whom a verb without object means."""

    narrator: Mention | None = None
    subject: Mention | None = None
    source_type: str | None = None
    published: Period | None = None
    detention: bool = False  # whether the document speaks of detention at all
    exchange: bool = False  # whether it speaks of an exchange
    towns: Mapping[tuple[int, int], Mention] = field(default_factory=dict)  # place → its facility


@dataclass(slots=True)
class Scene:
    """One paragraph while its frames are made. `beings` and `place` carry on; both are lifted."""

    found: Findings
    narrative: Narrative
    lift: Lift
    frames: list[Frame] = field(default_factory=list)
    beings: tuple[Mention, ...] = ()
    sentence: tuple[int, int] = _NOWHERE
    place: Mention | None = None
    carried: Mention | None = None  # where the paragraph before has left them, lifted
    tellers: dict[tuple[int, int], Mention | None] = field(default_factory=dict)
    departed: Departure | None = None
    asked: str = ""  # what the question before was about
    earlier: tuple[Mention, ...] = ()  # persons of the paragraph before, lifted
    companies: tuple[Company, ...] = ()  # persons told of together in paragraphs before, lifted
    group: Frame | None = None  # what the paragraph before told last, if of a group
    heading: Mention | None = None  # the person under whose name the paragraph stands, lifted

    @property
    def narrator(self) -> Mention | None:
        """Who says I."""
        return self.narrative.narrator

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A stretch of the paragraph as one of the text."""
        lifted = self.lift(Mention(label="date", start=start, end=end, words="", rule=""))
        return lifted.start, lifted.end

    def beings_of(self, sentence: tuple[int, int], clause: Clause) -> tuple[Mention, ...]:
        """Those of the clause, else those it carries on from the clause before."""
        if clause.trigger is not None and clause.trigger.asked:
            return (self.narrative.narrator,) if self.narrative.narrator is not None else ()
        if sentence not in self.tellers:
            self.tellers[sentence] = teller(self.found, sentence)
        source = self.tellers[sentence]
        english = self.found.page.language == "en"
        everybody = candidates(self.found, clause)
        free = [m for m in everybody if m is not source or _attributive(self.found, clause)]
        own = who(self.found, clause, free)
        if own:
            return spelt_out(self, sentence, clause, own) or meant(self, sentence, own)
        narrator = self.narrative.narrator
        if narrator is not None and clause.trigger is not None and self._mine(clause.trigger):
            return (narrator,)
        others = clause.trigger is not None and of_others(self.found, clause.trigger)
        if not others and (opening := self._said_before(sentence, clause, free)):
            return opening
        relative = others or opens_with(clause, self.found.page, RELATIVE[self.found.page.language])
        if relative or [m for m in free if english or m.feature("nominative") != "yes" or m.named]:
            return ()  # of whom it is said was not understood
        said = self._sayer(clause, source)
        if said is not None and source is not None:
            return (said, *map(self.lift, companions(self.found, clause, (source,))))
        noun = english and clause.trigger is not None and clause.trigger.mode == "noun"
        carried = (
            self.beings and self.sentence == sentence and self._carries_on(clause) and not noun
        )
        if carried and (self._bare(clause) if not english else not of_a_place(self.found, clause)):
            one = self.beings[:1] if self._of_one(clause) else self.beings
            return without_companions(self.beings) if english else one
        return () if english else self._unsaid(sentence, clause)

    def _of_one(self, clause: Clause) -> bool:
        """`Гай сидел с Рудем и вернулся в мае`: a past tense of one, after what befell two."""
        trigger = clause.trigger
        if trigger is None or trigger.mode != "self" or self.found.page.language != "ru":
            return False
        verb = self.found.page.low[trigger.start : trigger.end].split()
        return not several(verb) and not all(agrees(verb, sex) for sex in ("m", "f"))

    def _mine(self, trigger: Trigger) -> bool:
        """`after my transfer to …`: whose it is, the possessive says."""
        low = self.found.page.low
        own = " my case" in low[trigger.start : trigger.end]
        return own or (trigger.mode == "noun" and low.endswith(_MY, 0, trigger.start))

    def _sayer(self, clause: Clause, source: Mention | None) -> Mention | None:
        """`Гай розповів, що сидів …`: the one who tells is the one who sat."""
        trigger = clause.trigger
        if source is None or trigger is None or source.label != "person":
            return None
        if trigger.mode != "self" or clause.opening.split(" ")[0] not in ("що", "что"):
            return None
        verb = self.found.page.low[trigger.start : trigger.end].split()
        return self.lift(source) if agrees(verb, source.feature("gender")) else None

    def _bare(self, clause: Clause) -> bool:
        """Whether nothing in the clause could be a subject or object that no rule knows.

        Mentions and dates are known; so are conjunctions, prepositions and adverbs.
        """
        trigger = clause.trigger
        if trigger is None:
            return False
        low, known = self.found.page.low, self.found.busy
        light = self.found.page.words.pattern("light")
        unknown = [
            w
            for w in _WORDS.finditer(low, clause.start, clause.end)
            if not known.holds(w.start())
            and not trigger.start <= w.start() < trigger.end
            and not light.fullmatch(w.group())
        ]
        verdict = low.find("приговор", trigger.start, trigger.end) >= 0  # "вынесен приговор двум …"
        if trigger.mode == "object" and (verdict or not _attributive(self.found, clause)):
            before = [w for w in unknown if w.start() < trigger.start]
            if any(_OBLIQUE.search(w.group()) or another(self.found.page, w) for w in before):
                return False
            if _NUMBER.match(low, trigger.end) and not known.holds(trigger.end + 1):
                return False  # "обміняли 20 мільйонів"
            if MANY.search(low, trigger.end, clause.end):
                return False  # "вивезли на лівий берег близько двох тисяч засуджених"
            after = [w for w in unknown if w.start() >= trigger.end]
            lead = low[trigger.end : after[0].start()].split() if after else []
            others = bool(after) and _OBLIQUE.search(after[0].group()) is not None
            if others and all(map(light.fullmatch, lead)):
                return False  # "утримували й інших"
            named = low.startswith((":", ","), trigger.end)  # "предъявили обвинение: шпионаж"
            return not after or named or after[0].start() > trigger.end + _BESIDE
        subject = next((w for w in unknown if w.start() > trigger.start), None)
        near = subject is not None and subject.start() - trigger.end <= _BESIDE
        near = near and not low.startswith((":", ","), trigger.end)  # a clause of its own
        if trigger.mode == "self" and (near or _SOMEBODY.match(low, trigger.end)):
            return False  # "помер хтось із сусідів"
        return not [w for w in unknown if w.start() < trigger.start]

    def _carries_on(self, clause: Clause) -> bool:
        """An English clause takes over the subject only after a conjunction."""
        language = self.found.page.language
        first = clause.opening.split(" ")[0]
        known = first in _ENGLISH_JOINTS or first in _ENGLISH_VERBS or first.endswith("ing")
        trigger = clause.trigger
        if language == "en" and trigger is not None and trigger.mode == "noun":
            return False
        if not known and trigger is not None and trigger.mode == "object":  # "taken …; held …"
            lead = self.found.page.low[clause.start : trigger.start]
            known = bool(lead.strip()) and not _LETTER.search(lead)
        return language != "en" or known

    def _unsaid(self, sentence: tuple[int, int], clause: Clause) -> tuple[Mention, ...]:
        """Of a sentence that names nobody: those of the sentence before, else the narrative's."""
        earlier = inside(self.found.beings, sentence[0], clause.start)
        if of_some(self.found, sentence, clause):
            return ()
        if earlier or not self._bare(clause):
            return self._only(earlier, clause)
        before = [s for s in self.found.page.sentences if s[1] <= sentence[0]]
        if self.beings and before and self.sentence == before[-1]:
            return self.beings
        since = inside(self.found.beings, self.sentence[1], clause.start)
        if self.beings and self.sentence in before[-_NEARBY:] and not since:
            return self.beings  # nobody else was named since
        first = before[0][0] if before else 0
        told = people_of([m for m in inside(self.found.people, first, clause.start) if m.named])
        if self.narrative.narrator is None:
            topic = topic_of(self.found, clause, list(map(self.lift, told)), self.earlier)
            if topic is not None:
                return (topic,)
        return (self.narrative.subject,) if self.narrative.subject is not None else ()

    def _only(self, earlier: list[Mention], clause: Clause) -> tuple[Mention, ...]:
        """`Гай Олесь, связист: сидел там …`: the one subject that the sentence has named."""
        trigger = clause.trigger
        subject = trigger is not None and (
            trigger.mode == "self" or _attributive(self.found, clause)
        )
        if not earlier or not self._bare(clause):
            return ()
        only = earlier[0]
        if not subject:  # "обіцяв мені вирок, але обвинувачення не висунув"
            start = self.found.page.sentence_at(only.start)[0]
            objects = objects_before(self.found, start, clause)
            mine = len(earlier) == 1 and only.feature("pronoun") == "i"
            return (self.lift(only),) if mine else tuple(map(self.lift, objects))
        if len(earlier) > 1:
            return ()
        page, case = self.found.page, only.feature("nominative")
        if _HEADS.fullmatch(page.text, only.end, clause.start + 2):
            case = "yes"  # "Жовтобрюх Данила: привезён …"
        named = only.label == "person" and only.named and case != "no"
        spoken = only.feature("pronoun") in ("he", "she", "we", "they", "i") and case == "yes"
        return (self.lift(only),) if named or spoken else ()

    def _opening(self, sentence: tuple[int, int], clause: Clause) -> tuple[Mention, ...]:
        """`Released in May, she …`, `After being held in Kursk, she …`: the subject comes later."""
        trigger, low = clause.trigger, self.found.page.low
        if self.found.page.language != "en":
            subject = opens_for(self.found, sentence, clause)
            return (self.lift(subject),) if subject is not None else ()
        if trigger is None or trigger.mode == "noun":
            return ()
        lead = low[sentence[0] : trigger.start]
        opens = trigger.mode == "object" and (not lead or bool(_STATUS.fullmatch(lead)))
        if not opens and not _PARTICIPLE.fullmatch(low[sentence[0] : trigger.end]):
            return ()
        here = inside(self.found.beings, trigger.end, sentence[1])
        if here:
            first = here[0]
            comma = low[max(0, first.start - 2) : first.start] == ", " or (
                not opens and _AFTER_COMMA.search(low, trigger.end, first.start)
            )
            main = comma and first.feature("nominative") != "no"
            return (self.lift(first),) if main else ()
        before = inside(self.found.people, 0, sentence[0])
        words = {m.feature("surname") or m.words for m in before}
        if opens and not words and self.heading is not None:
            return (self.heading,)
        return (self.lift(before[-1]),) if len(words) == 1 and opens else ()

    def _said_before(
        self, sentence: tuple[int, int], clause: Clause, free: list[Mention]
    ) -> tuple[Mention, ...]:
        """Those whom the sentence, or in English *his*, has told of before the clause."""
        opening = self._opening(sentence, clause)
        if opening or self.found.page.language != "en":
            return opening
        if known := past_relative(self.found, sentence, clause):
            return (self.lift(known),)
        return () if free else owners(self, clause)

    def _stays(self, clause: Clause) -> bool:
        """`He was brought to A. He was held until May.`: a stay that names no place of its own."""
        trigger = clause.trigger
        if trigger is None or trigger.property != "held_at" or not trigger.strong:
            return False
        page, start = self.found.page, clause.start
        if _STAYED.match(page.low, trigger.start):
            return False  # "а брат лишився": not where the others went
        told = inside(self.found.beings, page.sentence_at(start)[0], clause.end)
        unknown = bool(told) and not (told[-1].named or told[-1].feature("pronoun"))
        if page.language == "en" and unknown and told[-1].label == "person":
            return False  # "a man who shared the cell": where, is told of others
        last = self.frames[-1].sentence if self.frames else _NOWHERE
        mine = clause.trigger is not None and of_narrator(self, clause)
        near = [s for s in page.sentences if s[0] <= start][-(_LONG if mine else _PAIR) :]
        spans = [self.span(*s) for s in near]
        if trigger.sighting or not any(s[0] < last[1] and last[0] < s[1] for s in spans):
            return False
        celled = CELL.search(page.low, start, clause.end) or WITH_ME.search(
            page.low, start, clause.end
        )
        if not celled and page.language == "en" and mixed(self, clause):
            return False  # "he was sent to A; I stayed": where I was is not said
        beside = celled and (
            inside(self.found.pronouns, start, clause.end)
            or in_my_cell(self, clause)
            or NEXT_CELL.search(page.low, start, clause.end)
        )
        if inside(self.found.people, start, names_of_us(self.found, clause)) and not beside:
            return False  # another person need not have been there
        return all(
            self.found.busy.holds(m.end()) or CELL.match(page.low, m.end())
            for m in IN[page.language].finditer(page.low, start, clause.end)
        )

    def there(self, clause: Clause, *, hence: bool) -> Mention | None:
        """The place that *there* (or *from there*) means: the last told of, if no other came."""
        at, origin = deixis(self.found.page.language)
        page = self.found.page
        if clause.trigger is not None and clause.trigger.there:
            return None if hence else self.place  # "how long were you there?"
        said = (origin if hence else at).search(page.low, clause.start, clause.end)
        if not said and (hence or not self._stays(clause)):
            return None if hence else celled_before(self, clause)
        ahead = inside(self.found.ends, page.sentence_at(clause.start)[0], clause.start)
        ahead = [m for m in ahead if not of_teller(page, m)]
        if (
            said
            and not hence
            and len(ahead) == 1
            and ahead[0].end <= said.start()
            and says_where(page, ahead[0])
        ):
            return self.lift(ahead[0])  # "a trial in Rostov, but I was never taken there"
        before = [
            m
            for m in inside(self.found.ends, 0, clause.end)
            if m.end <= (said.start() if said and hence else clause.start)
            or not (hence or preposition(page, m, clause.start) in _HENCE or belongs(page.low, m))
        ]
        before = [m for m in before if not of_teller(page, m)]
        if page.language == "en":  # "after Taganrog it felt like a rest"
            before = [m for m in before if not _COMPARED.search(page.low, 0, m.start)]
        if self.place is None or not before:
            known = self.place or carried_there(self, clause, hence=hence)
            return known if said or page.language != "en" else None
        last = self.lift(before[-1])
        again = self.found.page.language != "en" and not keys(last.words).isdisjoint(
            keys(self.place.words)
        )
        same = again or (last.start, last.end) == (self.place.start, self.place.end)
        return self.place if same else None


_PARTICIPLE = re.compile(
    r"(?:(?:after|before|while|upon|when|since|once|first|initially|originally|then|later|having|"
    r"being|been|\w+ly)\s){1,4}(?:\w+ing|\w+(?:ed|en|ght|ld|pt|nt|t))(?:\s[^,]*)?"
)
_COMPARED = re.compile(r"(?<!\w)(?:after|unlike|than|compared (?:to|with))\s(?:the\s)?$")
_LEGAL = frozenset(("charged", "tried", "sentenced"))
_AFTER_COMMA = re.compile(r",\s(?:the\s|\w+ly\s)?$")
_NUMBER = re.compile(r"\s\d")
_STAYED = re.compile(r"(?:за)?лиш|оста")

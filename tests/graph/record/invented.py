"""Invented testimonies about invented people, as batches and as hypothesis strategies."""

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from graph.claim import Claim, Kind, Polarity, Subject, Told
from graph.clearance import Clearance
from graph.decision import Act, Decision
from graph.document import Description, Document, Passage, Text
from graph.evidence import Batch
from graph.judgement import Judgement, Verdict
from graph.period import OPEN_FUTURE, OPEN_PAST, UNDATED, Aspect, Period, Precision, Range
from graph.scribe import Scribe

SECRET = b"a fixed secret of invented homes"
SCRIBE = Scribe(SECRET)


def words_of(number: int) -> str:
    """What an invented witness said."""
    return f"(Invented.) In May 2022 I saw Person-{number} Гай at Facility-{number} «Їжак».\n"


def account(number: int) -> tuple[bytes, Batch]:
    """An invented testimony: its bytes, and all that is known by reading it."""
    words = words_of(number)
    document = SCRIBE.document(words.encode(), media_type="text/plain")
    text = SCRIBE.text(Text(id="", document=document.id, extractor="plain/1", content=words))
    description = SCRIBE.description(
        Description(
            id="", document=document.id, clearance=Clearance.RESTRICTED, title="t", invented=True
        )
    )
    passage = Passage(text=text.id, start=0, end=len(words) - 1)
    who = SCRIBE.mention(Kind.PERSON, document.id, replace(passage, start=29, end=41))
    where = SCRIBE.mention(Kind.FACILITY, document.id, replace(passage, start=45, end=60))
    told = SCRIBE.mention(Kind.HAPPENING, document.id, passage)
    named = SCRIBE.claim(
        Claim(id="", passage=passage, subject=who.id, property="name", value=f"Person-{number}")
    )
    held = SCRIBE.claim(
        Claim(
            id="",
            passage=passage,
            subject=told.id,
            property="held_at",
            roles=(("who", who.id), ("at", where.id)),
            period=Period.within(
                date(2022, 5, 1), date(2022, 5, 31), precision=Precision.MONTH, words="May 2022"
            ),
        )
    )
    linked = SCRIBE.judgement(
        who.id, where.id, Verdict.DIFFERENT, author="rule/1", by_person=False, why="kinds differ"
    )
    reading = SCRIBE.reading(
        text.id, pipeline="en", version="1", claims=(named, held), judgements=(linked,)
    )
    accepted = SCRIBE.decision(
        Act.ACCEPT, held.id, author="An Analyst", why="read it", at="2026-01-02T03:04:05Z"
    )
    return words.encode(), Batch(
        documents=(document,),
        descriptions=(description,),
        texts=(text,),
        subjects=(who, where, told),
        claims=(named, held),
        readings=(reading,),
        judgements=(linked,),
        decisions=(accepted,),
    )


ids = st.text("0123456789abcdef", min_size=8, max_size=8)
# No surrogates: they are no characters, and no encoding of a file gives them.
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
optional = st.none() | words
days = st.integers(-40_000, 40_000) | st.sampled_from([OPEN_PAST, OPEN_FUTURE])
ranges = st.tuples(days, days).map(lambda pair: Range(min(pair), max(pair)))
precisions = st.sampled_from(Precision)


@st.composite
def periods(draw: st.DrawFn) -> Period:
    """Any period, and often none."""
    if draw(st.booleans()):
        return UNDATED
    aspect = draw(st.sampled_from(Aspect))
    start, end = draw(ranges), draw(ranges)
    if aspect is not Aspect.THROUGHOUT:
        end = start
    if start.lo > end.hi:
        start, end = end, start
    return Period(
        start=start, end=end, aspect=aspect, precision=draw(precisions), words=draw(words)
    )


@st.composite
def batches(draw: st.DrawFn) -> tuple[list[bytes], Batch]:
    """The bytes of some documents, and a batch in which everything named is there."""
    contents = draw(
        st.lists(st.binary(min_size=1, max_size=9), min_size=1, max_size=3, unique=True)
    )
    documents = [SCRIBE.document(content, media_type="text/plain") for content in contents]
    texts = [
        SCRIBE.text(
            Text(
                id="",
                document=draw(st.sampled_from(documents)).id,
                extractor=draw(ids),
                content=draw(words),
                pages=tuple(draw(st.lists(st.integers(0, 99), min_size=1, max_size=3))),
                tabular=draw(st.booleans()),
                notes=tuple(draw(st.lists(words, max_size=2))),
            )
        )
        for _ in range(draw(st.integers(1, 2)))
    ]
    subjects = [draw(subjects_of(documents, texts)) for _ in range(draw(st.integers(2, 4)))]
    claims = [draw(claims_of(texts, subjects)) for _ in range(draw(st.integers(0, 5)))]
    judgements = [draw(judgements_of(subjects, claims)) for _ in range(draw(st.integers(0, 3)))]
    readings = [
        SCRIBE.reading(
            texts[0].id, pipeline="p", version=draw(ids), claims=claims, judgements=judgements
        )
    ]
    return contents, Batch(
        documents=tuple(documents),
        descriptions=tuple(draw(st.lists(descriptions_of(documents), max_size=3))),
        texts=tuple(texts),
        subjects=tuple(subjects),
        claims=tuple(claims),
        readings=tuple(readings),
        judgements=tuple(judgements),
        decisions=tuple(draw(st.lists(decisions, max_size=3))),
    )


def descriptions_of(documents: list[Document]) -> st.SearchStrategy[Description]:
    """Any description of one of these documents."""
    return st.builds(
        Description,
        id=ids,
        document=st.sampled_from([document.id for document in documents]),
        clearance=st.sampled_from([c for c in Clearance if c is not Clearance.SEALED]),
        **dict.fromkeys(("title", "publisher", "author", "origin", "retrieved"), optional),
        **dict.fromkeys(("language", "licence", "source_type", "lineage"), optional),
        **dict.fromkeys(("consent", "series"), optional),
        published=st.none() | periods(),
        invented=st.booleans(),
    )


def subjects_of(documents: list[Document], texts: list[Text]) -> st.SearchStrategy[Subject]:
    """Any subject of these documents and texts."""
    return st.builds(
        Subject,
        id=ids,
        kind=st.sampled_from(Kind),
        document=st.sampled_from([document.id for document in documents]),
        passage=passages_of(texts),
        key=st.lists(words, max_size=2).map(tuple),
    )


def passages_of(texts: list[Text]) -> st.SearchStrategy[Passage]:
    """Any passage of these texts."""
    return st.builds(
        Passage,
        text=st.sampled_from([text.id for text in texts]),
        start=st.integers(0, 50),
        end=st.integers(50, 2**40),
    )


def claims_of(texts: list[Text], subjects: list[Subject]) -> st.SearchStrategy[Claim]:
    """Any claim about these subjects."""
    named = st.sampled_from([subject.id for subject in subjects])
    return st.builds(
        Claim,
        id=ids,
        passage=passages_of(texts),
        subject=named,
        property=words,
        value=optional,
        roles=st.lists(st.tuples(words, named), max_size=3).map(tuple),
        details=st.lists(st.tuples(words, words), max_size=2).map(tuple),
        period=periods(),
        polarity=st.sampled_from(Polarity),
        told=st.sampled_from(Told),
        hearsay_depth=st.integers(0, 5),
        teller=st.none() | named,
        basis=words | st.just("unknown"),
    )


def judgements_of(subjects: list[Subject], claims: list[Claim]) -> st.SearchStrategy[Judgement]:
    """Any judgement on these subjects."""
    named = st.sampled_from([subject.id for subject in subjects])
    relied = [claim.id for claim in claims]
    return st.builds(
        Judgement,
        id=ids,
        a=named,
        b=named,
        verdict=st.sampled_from(Verdict),
        author=words,
        by_person=st.booleans(),
        why=words,
        at=words,
        after=st.none() | ids,
        relies_on=st.lists(st.sampled_from(relied), max_size=2).map(tuple)
        if relied
        else st.just(()),
        seq=st.just(0),
    )


decisions = st.builds(
    Decision,
    id=ids,
    act=st.sampled_from([act for act in Act if act is not Act.CORRECT]),
    target=ids,
    author=words,
    why=words,
    at=words,
    value=optional,
    after=st.none() | ids,
    seq=st.just(0),
)

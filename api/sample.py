"""The invented sample: its documents, its tables, and what invented analysts judged of them."""

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.claim import Claim, Kind, Subject
from graph.decision import Act
from graph.document import Passage, Text
from graph.evidence import Batch, Evidence
from graph.judgement import Judgement, Verdict
from graph.reading import Reading

if TYPE_CHECKING:
    from api.wiring import Workspace

SAMPLE = Path(__file__).parent.parent / "samples"


def load(workspace: "Workspace", *, tell: Callable[[str], None]) -> None:
    """Load the list, the sample and its judgements; what is loaded already stays as it is.

    Raises:
        NotFound: the sample is not beside the program (it comes with the source tree).
    """
    from api.intake_report import bar, report_lines

    with bar(workspace.settings.language) as progress:
        report = workspace.ingest((SAMPLE / "documents", SAMPLE / "tables"), progress=progress)
    if not report.complete:
        for line in report_lines(report, workspace.settings.language):
            tell(line)
    workspace.append(judgements(workspace))


def judgements(workspace: "Workspace") -> Batch:
    """The acts of `samples/judgements.yaml`, on the subjects that the readings found."""
    import yaml

    said = yaml.safe_load((SAMPLE / "judgements.yaml").read_text(encoding="utf-8"))
    acts = _Acts(workspace=workspace, evidence=workspace.current.evidence())
    for entry in said["persons"]:
        members = [acts.subject(m, Kind.PERSON) for m in entry["members"]]
        for other in members[1:]:
            acts.judge(entry, members[0], other)
    for entry in said["facilities"]:
        mention = acts.subject(entry["members"][0], Kind.FACILITY)
        for listed in entry["listed"]:
            acts.judge(entry, mention, acts.listed(listed))
    for entry in said["decisions"]:
        acts.decide(entry)
    return acts.batch()


@dataclass(kw_only=True)
class _Acts:
    """Finds the subjects that an act speaks of; marks by hand what no reading has found."""

    workspace: "Workspace"
    evidence: Evidence
    made: dict[str, Judgement] = field(default_factory=dict)
    others: list[Any] = field(default_factory=list)
    subjects: dict[str, Subject] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)
    readings: list[Reading] = field(default_factory=list)
    texts: dict[str, Text] = field(default_factory=dict)

    def batch(self) -> Batch:
        return Batch(
            subjects=tuple(self.subjects.values()),
            claims=tuple(self.claims.values()),
            readings=tuple(self.readings),
            judgements=tuple(self.made.values()),
            decisions=tuple(self.others),
        )

    def judge(self, entry: Mapping[str, Any], a: str, b: str) -> None:
        if a == b:
            return
        earlier = self.made.get(entry.get("after", ""))
        made = self.workspace.scribe.judgement(
            a,
            b,
            Verdict(entry["verdict"]),
            author=entry["by"],
            by_person=True,
            why=entry["why"],
            at=entry["at"],
            after=None if earlier is None else earlier.id,
            relies_on=self._claims_of(a, b) if "clearance" in entry else (),
        )
        key = entry["id"] if entry["id"] not in self.made else made.id
        self.made[key] = made

    def _claims_of(self, *subjects: str) -> tuple[str, ...]:
        """One claim of each: whoever may not read both may not read the judgement."""
        claims = {**self.evidence.claims, **self.claims}
        found = (
            min((c.id for c in claims.values() if s in c.subjects()), default=None)
            for s in subjects
        )
        return tuple(c for c in found if c is not None)

    def decide(self, entry: Mapping[str, Any]) -> None:
        target = entry["target"]
        document = self._text(target["document"]).document
        whole = set(target) == {"document"}
        self.others.append(
            self.workspace.scribe.decision(
                Act(entry["act"]),
                document if whole else self.subject(target, Kind.PERSON),
                author=entry["by"],
                why=entry["why"],
                at=entry["at"],
                value=str(entry["value"]),
            )
        )

    def listed(self, key: str) -> str:
        from api.wiring import SHIPPED_LIST

        content = SHIPPED_LIST.read_bytes()
        document = hashlib.sha256(content).hexdigest()
        rows = (s for s in self.evidence.subjects.values() if s.document == document)
        return next(s.id for s in rows if s.key == (key,) and s.kind is Kind.FACILITY)

    def subject(self, member: Mapping[str, Any], kind: Kind) -> str:
        text = self._text(member["document"])
        if member.get("narrator"):
            return self._narrator(text, kind)
        if "line" in member:
            return self._in_cell(text, member["line"], member["column"], kind)
        return self._at(text, _place(text, member["quote"], member["occurrence"]), kind)

    def _narrator(self, text: Text, kind: Kind) -> str:
        tellers = [c.teller for c in self._said(text) if c.teller is not None]
        named = {c.subject for c in self._said(text) if c.property == "name"}
        unnamed = [t for t in tellers if t not in named]
        if unnamed:
            return max(sorted(set(unnamed)), key=unnamed.count)
        return self._mark(text, Passage(text=text.id, start=0, end=1), kind, name=None)

    def _in_cell(self, text: Text, line: int, column: str, kind: Kind) -> str:
        """The subject of that kind in a row which the words of the cell name."""
        rows = [m.span() for m in re.finditer(r"[^\n]+", text.content)]
        start, end = rows[line - 2]  # the header is line 1 of the file and no line of the text
        parts = re.split(r"(?<!\\); ", text.content[start:end])  # inside a cell it is escaped
        cells = dict(part.split("=", 1) for part in parts)
        there = {s for c in self._said(text) if c.passage.start == start for s in c.subjects()}
        return min(
            c.subject
            for c in self._said(text)
            if c.property == "name"
            and c.value == cells[column]
            and c.subject in there
            and self.evidence.subjects[c.subject].kind is kind
        )

    def _at(self, text: Text, passage: Passage, kind: Kind) -> str:
        for fitting in (kind, *((Kind.PLACE,) if kind is Kind.FACILITY else ())):
            there = [
                s
                for s in self.evidence.subjects.values()
                if s.kind is fitting and s.passage.overlaps(passage)
            ]
            if there:
                return min(there, key=lambda s: (-_shared(s.passage, passage), s.id)).id
        return self._mark(text, passage, kind, name=text.content[passage.start : passage.end])

    def _mark(self, text: Text, passage: Passage, kind: Kind, *, name: str | None) -> str:
        scribe = self.workspace.scribe
        subject = scribe.mention(kind, text.document, passage)
        self.subjects[subject.id] = subject
        claim = Claim(
            id="",
            passage=passage,
            subject=subject.id,
            property="name" if name else "mentioned",
            value=name,
        )
        written = scribe.claim(claim)
        self.claims[written.id] = written
        marked = f"marked/{written.id}"  # no act: what a reader should have found by itself
        reading = scribe.reading(text.id, pipeline=marked, version="1", claims=(written,))
        self.readings.append(reading)
        return subject.id

    def _said(self, text: Text) -> Iterator[Claim]:
        return (c for c in self.evidence.claims.values() if c.passage.text == text.id)

    def _text(self, name: str) -> Text:
        if name not in self.texts:
            folder = next(f for f in ("documents", "tables") if (SAMPLE / f / name).exists())
            document = hashlib.sha256((SAMPLE / folder / name).read_bytes()).hexdigest()
            self.texts[name] = self.workspace.record.texts_of(document)[0]
        return self.texts[name]


def _place(text: Text, quote: str, occurrence: int) -> Passage:
    words = re.compile(r"\s+".join(re.escape(word) for word in quote.split()))
    found = [m.span() for m in words.finditer(text.content)]
    start, end = found[min(occurrence, len(found)) - 1]
    return Passage(text=text.id, start=start, end=end)


def _shared(a: Passage, b: Passage) -> int:
    return min(a.end, b.end) - max(a.start, b.start)


def show(workspace: "Workspace", *, tell: Callable[[str], None], whole: bool = False) -> None:
    """Answer three questions of the sample: a path, a co-detention, a summary.

    A short account of each, and the command for the rest; the `whole` answers with every source.
    """
    from api.asked import PEOPLE, Asked, as_text
    from graph.questions.codetention import codetention_of
    from graph.questions.summary import summary_of_person
    from graph.questions.travelled import travelled
    from visual.text.account import account
    from visual.words.words import language as words_of

    knowledge = workspace.knowledge()
    asked = Asked(workspace, knowledge)
    names = ("Волноваська виправна колонія № 120", "Taganrog SIZO-2")
    ends, who = [asked.end(name) for name in names], asked.entity("Олесь Гай", PEOPLE)
    language = workspace.settings.language
    words, quoted = words_of(language), set[str]()
    for key, command, answer in (
        ("path", 'path "Olenivka POW camp" "Taganrog SIZO-2"', travelled(knowledge, *ends)),
        ("company", 'codetention "Oles Hai"', codetention_of(knowledge, who)),
        ("summary", 'summary "Oles Hai"', summary_of_person(knowledge, who)),
    ):
        tell("")
        if whole:
            tell(as_text(workspace, knowledge, answer, language))
            continue
        tell(words.t(f"run.{key}"))
        for line in account(answer, asked.names(language), language, quoted=quoted):
            tell(line)
        tell(f"  {words.t('run.whole', command=f'whereabouts ask {command} --sample')}")

"""An ingest as a person sees it: what is missing asked for, a bar while it runs, a report."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from api.settings import LANGUAGES

if TYPE_CHECKING:
    from api.jobs import TakenIn
    from ingest.code import Code
    from ingest.handed import Progress, Step
    from ingest.report import Finding, Report
    from visual.words.words import Words

_CODES = ("source_type", "clearance")
_EXAMPLE = {
    "title": "A list of prisoners",
    "publisher": "Name of the organisation",
    "source_type": "ngo_report",
    "clearance": "restricted",
    "licence": "CC-BY-4.0",
    "published": "2024-05-21",
    "language": "uk",
}


def asked_for(paths: Iterable[Path], known: Mapping[str, str], language: str) -> dict[str, str]:
    """The source metadata that no file supplies, asked for once, if somebody sits there."""
    from ingest.code import PASSED_OVER
    from ingest.files import walk
    from ingest.source import known_of, missing
    from visual.words.words import language as words_of

    if not sys.stdin.isatty():
        return {}
    lacking: set[str] = set()
    for file in walk(Path(path) for path in paths):
        if file.code not in PASSED_OVER:
            lacking.update(missing(known_of(file.path, known)))
    if lacking:
        click.echo(words_of(language).t("intake.ask"), err=True)
    return {field: _prompted(field) for field in _EXAMPLE if field in lacking}


def _prompted(field: str) -> str:
    from ingest.source import codes_of

    kind = click.Choice(codes_of(field)) if field in _CODES else None
    answer: str = click.prompt(f"  {field}", type=kind, err=True)
    return answer


@contextmanager
def bar(language: str = "en") -> "Iterator[Progress]":
    """A bar with rate and remaining time, on a terminal only."""
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

    from visual.words.words import language as words_of

    words = words_of(language)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        DownloadColumn(),
        TextColumn("{task.fields[claims]}"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task("", total=None, claims="")

        def progress(step: "Step") -> None:
            shown.update(
                task,
                description=Path(step.file).name,
                total=step.bytes_total,
                completed=step.bytes_done,
                claims=words.t("intake.bar", it=step.claims),
            )

        yield progress


def report_lines(report: "Report", language: str) -> Iterator[str]:
    """The report in words: counts, then each finding with file, row, field, value and reason.

    Where a file's source was incomplete, a source file to copy ends it.
    """
    from ingest.code import Code
    from visual.words.words import language as words_of

    words = words_of(language)
    yield from _counts(report, words)
    for outcome in report.outcomes:
        if outcome.ignored_columns:
            listed = ", ".join(outcome.ignored_columns)
            yield words.t("intake.ignored", file=outcome.file, it=listed)
        for finding in outcome.findings:
            ended = finding.code is outcome.code
            before = [words.code("intake_state", outcome.state.value).upper()] if ended else []
            yield " ".join((*before, worded(finding, words)))
        for code, count in outcome.more.items():
            yield words.t("intake.more", file=outcome.file, n=count, code=code.value)
    describing = [f for f in report.passed_over if f.code is Code.DESCRIBES_OTHERS]
    for finding in report.passed_over:
        if finding.code is not Code.DESCRIBES_OTHERS:
            yield worded(finding, words)
    if describing:
        yield words.t("intake.describing", n=len(describing))
    if any(outcome.code is Code.SOURCE_INCOMPLETE for outcome in report.outcomes):
        yield ""
        yield from example_of_a_source(words)


def _counts(report: "Report", words: "Words") -> Iterator[str]:
    from graph.intake import State

    if not report.received:
        yield words.t("intake.no_files")
        return
    ends = (
        words.t("intake.ended", state=words.code("intake_state", state.value), n=len(ended))
        for state in State
        if (ended := report.ended(state))
    )
    yield words.t("intake.files", n=report.received, it=", ".join(ends))
    yield words.t("intake.claims", claims=report.total("claims"), links=report.total("judgements"))
    if report.total("rows"):
        yield words.t(
            "intake.rows",
            rows=report.total("rows"),
            claimed=report.total("claimed_rows"),
            refused=report.total("refused_rows"),
            skipped=report.total("skipped_rows"),
        )


def example_of_a_source(words: "Words") -> Iterator[str]:
    """A source file to copy, each field with what it may hold."""
    from ingest.source import codes_of

    yield words.t("intake.example")
    for field, value in _EXAMPLE.items():
        listed = ", ".join(codes_of(field)) if field in _CODES else ""
        yield f"  {field}: {value}  # {words.t(f'intake.example.{field}', it=listed)}"
    yield f"  # invented: true  # {words.t('intake.example.invented')}"


def taken_in(report: "Report", name: str) -> "Iterator[TakenIn]":
    """What became of one file that was sent in under that name, in every language."""
    from api.jobs import TakenIn

    for outcome in report.outcomes:
        yield TakenIn(
            file=name,
            state=outcome.state.value,
            code=None if outcome.code is None else outcome.code.value,
            claims=outcome.counts.claims,
            told=_in_every_language(outcome.findings, outcome.more, name),
        )
    for finding in report.passed_over:
        told = _in_every_language((finding,), {}, name)
        yield TakenIn(file=name, state="passed over", code=finding.code, claims=0, told=told)


def _in_every_language(
    findings: "Iterable[Finding]", more: "Mapping[Code, int]", name: str
) -> dict[str, tuple[str, ...]]:
    from visual.words.words import language as words_of

    found, told = tuple(findings), {}
    for words in map(words_of, LANGUAGES):
        rest = (words.t("intake.more", file=name, n=n, code=c.value) for c, n in more.items())
        told[words.language] = (*(_sent(f, words) for f in found), *rest)
    return told


def _sent(finding: "Finding", words: "Words") -> str:
    """A finding on a file that was sent in; who sends has no folder to put other files into."""
    key = f"intake.sent.{finding.code.lower()}"
    return _said(finding, words, after=words.t(key) if words.has(key) else None)


def worded(finding: "Finding", words: "Words") -> str:
    """A finding in words: file, row, field, value, what is wrong, what to do next."""
    return _said(finding, words, finding.file)


def _said(finding: "Finding", words: "Words", *file: str, after: str | None = None) -> str:
    """Where it is, what is wrong, what to do next (`after`, where it is not what is usual)."""
    from ingest.code import PASSED_OVER, Code
    from ingest.messages import word

    worded = word(finding, language=words.language)
    unplaced = finding.code in {*PASSED_OVER, Code.SOURCE_INCOMPLETE, Code.WRONG_HOME}
    quoted = finding.value is not None and finding.value not in worded.what
    places = (
        *file,
        None if finding.row is None else words.t("intake.row", it=str(finding.row)),
        None if unplaced else finding.field,
        words.t("intake.quoted", it=finding.value) if quoted else None,
    )
    shown = ", ".join(place for place in places if place)
    return f"{shown}{': ' if shown else ''}{worded.what} {after or worded.next}"

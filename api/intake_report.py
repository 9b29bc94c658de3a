"""An ingest as a person sees it: what is missing asked for, a bar while it runs, a report."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from ingest.handed import Progress, Step
    from ingest.report import Finding, Report


def asked_for(paths: Iterable[Path], known: Mapping[str, str]) -> dict[str, str]:
    """The source metadata that no file supplies, asked for once, if somebody sits there."""
    from ingest.code import PASSED_OVER
    from ingest.files import walk
    from ingest.source import known_of, missing

    if not sys.stdin.isatty():
        return {}
    lacking: set[str] = set()
    for file in walk(Path(path) for path in paths):
        if file.code not in PASSED_OVER:
            lacking.update(missing(known_of(file.path, known)))
    if lacking:
        click.echo(
            "What is known of these documents? (FILE.source.yaml saves the asking)", err=True
        )
    return {field: click.prompt(f"  {field}", err=True) for field in sorted(lacking)}


@contextmanager
def bar() -> "Iterator[Progress]":
    """A bar with rate and remaining time, on a terminal only."""
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        DownloadColumn(),
        TextColumn("{task.fields[claims]} claims"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task("", total=None, claims=0)

        def progress(step: "Step") -> None:
            shown.update(
                task,
                description=Path(step.file).name,
                total=step.bytes_total,
                completed=step.bytes_done,
                claims=step.claims,
            )

        yield progress


def report_lines(report: "Report", language: str) -> Iterator[str]:
    """The report in words: counts, then each finding with file, row, field, value and reason."""
    from graph.intake import State

    ends = (f"{len(report.ended(state))} {state.value}" for state in State if report.ended(state))
    yield f"{report.received} files: {', '.join(ends)}"
    yield (
        f"{report.total('claims')} claims, {report.total('judgements')} judgements; "
        f"rows: {report.total('claimed_rows')} claimed, {report.total('refused_rows')} refused, "
        f"{report.total('skipped_rows')} skipped"
    )
    for outcome in report.outcomes:
        if outcome.ignored_columns:
            yield f"{outcome.file}: ignored columns {', '.join(outcome.ignored_columns)}"
        for finding in outcome.findings:
            yield _finding(finding, language)
        for code, count in outcome.more.items():
            yield f"{outcome.file}: {code.value}, {count} more"


def _finding(finding: "Finding", language: str) -> str:
    from ingest.messages import word

    places = (
        finding.file,
        None if finding.row is None else f"row {finding.row}",
        finding.field,
        None if finding.value is None else f"“{finding.value}”",
    )
    worded = word(finding, language=language)
    return f"{', '.join(place for place in places if place)}: {worded.what} {worded.next}"

"""Commands that take files in: ingest, read, mapping, template."""

from pathlib import Path

import click

from api.commands.opening import language_option, opened, sample_option

_EXISTING = click.Path(exists=True, path_type=Path)


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--source", type=_EXISTING, help="YAML with publisher, licence, clearance …")
@click.option("--mapping", type=_EXISTING, help="YAML that says what the columns of a table mean.")
@click.option("--retry", is_flag=True, help="Try again what was refused before.")
@language_option("Of the report and the questions")
@sample_option
def ingest(
    *,
    paths: tuple[Path, ...],
    source: Path | None,
    mapping: Path | None,
    retry: bool,
    language: str | None,
    sample: bool,
) -> None:
    """Take in files and folders: tables by their mapping, documents by reading them.

    What is known about a document stands beside it in FILE.source.yaml, in the folder's
    source.yaml, or in --source; what is missing is asked for at a terminal. Each file ends done,
    refused, or in need of something, and the report says why. The same file twice is one file.
    """
    import os

    from api.intake_report import asked_for, bar, report_lines
    from api.settings import from_environment
    from ingest.mapping_file import load_mapping
    from ingest.source import read_source

    language = language or from_environment(os.environ).language

    known: dict[str, str] = {}
    if source is not None:
        for layer in read_source(source):
            known |= layer
    known |= asked_for(paths, known, language)
    with opened(sample=sample) as workspace, bar(language) as progress:
        report = workspace.ingest(
            paths,
            source=known,
            mapping=None if mapping is None else load_mapping(mapping),
            retry=retry,
            progress=progress,
        )
        for line in report_lines(report, language):
            click.echo(line)
    if not report.complete:
        raise SystemExit(2)


@click.command()
@click.argument("file", type=_EXISTING)
@language_option("Of the words around the text")
def read(*, file: Path, language: str | None) -> None:
    """Show a text with its marked passages and the claims they give; nothing is written."""
    import os

    from api.reading_shown import shown
    from api.settings import from_environment

    for line in shown(file, language or from_environment(os.environ).language):
        click.echo(line)


@click.command()
@click.argument("file", type=_EXISTING)
def mapping(*, file: Path) -> None:
    """Draft a mapping for a spreadsheet of your own, to be corrected by you.

    Put it beside the table as FILE.mapping.yaml, or give it to `ingest --mapping`.
    """
    from ingest.draft import draft_mapping

    click.echo(draft_mapping(file))


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
def template(*, folder: Path) -> None:
    """Write empty tables to fill in (facilities, persons, stays, transfers …) with mappings."""
    from ingest.shipped import templates

    for path in templates(folder):
        click.echo(path)

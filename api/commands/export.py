"""The network as a file: an interactive page, GEXF, GraphML, CSV."""

from typing import TextIO

import click

from api.commands.opening import language_option, opened, sample_option

_FORMS = {"network": "html", "gexf": "gexf", "graphml": "graphml", "csv": "csv"}
_GRADES = ("established", "well_supported", "reported", "alleged", "disputed")


@click.command()
@click.argument("form", type=click.Choice(tuple(_FORMS)))
@click.option(
    "--to", "target", type=click.File("w", encoding="utf-8"), help="File; printed otherwise."
)
@click.option("--since", help="First day: 2022, 2022-05, 2022-05-21.")
@click.option("--until", help="Last day.")
@click.option("--grade", type=click.Choice(_GRADES), help="Leave out what is weaker.")
@click.option("--people", is_flag=True, help="Everybody, not facilities and moves alone.")
@click.option("--around", help="Only what is tied to this person or facility.")
@language_option("Of the words of the page")
@sample_option
def export(
    *,
    form: str,
    target: TextIO | None,
    since: str | None,
    until: str | None,
    grade: str | None,
    people: bool,
    around: str | None,
    language: str | None,
    sample: bool,
) -> None:
    """Write the network: `network` is one page that asks no other host for anything."""
    from api.asked import ANYTHING, Asked, window
    from api.exported import FileForm, exported
    from graph.grade import Grade

    with opened(sample=sample) as workspace:
        knowledge = workspace.knowledge()
        body = exported(
            knowledge,
            workspace.outward(knowledge),
            form=FileForm(_FORMS[form]),
            text_of=workspace.record.text,
            language=language or workspace.settings.language,
            window=window(since, until),
            grade=None if grade is None else Grade(grade),
            people=people,
            around=None if around is None else Asked(workspace, knowledge).entity(around, ANYTHING),
        )
    click.echo(body, nl=False, file=target)

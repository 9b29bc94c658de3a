"""The list of what people did, at the terminal."""

import click

from api.commands.opening import language_option, opened, sample_option


@click.command()
@click.option("--json", "as_json", is_flag=True, help="The whole list, as HTTP gives it.")
@language_option("Of the words")
@sample_option
def acts(*, as_json: bool, language: str | None, sample: bool) -> None:
    """List judgements and decisions of people: what, why, by whom, when, how to undo it.

    Acts about what you may not read are not listed.
    """
    from api.asking import asking_about
    from api.models.acts_made import from_acts
    from graph.questions.acts import acts as acts_made
    from visual.text.acts import acts_text

    with opened(sample=sample) as workspace:
        knowledge = workspace.knowledge()
        answer = acts_made(workspace.current.evidence(), workspace.reader)
        asking = asking_about(workspace, knowledge)
        if as_json:
            click.echo(from_acts(answer, asking).model_dump_json(indent=2))
            return
        words = language or workspace.settings.language
        shown = acts_text(
            answer,
            knowledge,
            outward=asking.outward,
            text_of=asking.text,
            language=words,
            option=" --sample" if sample else "",
        )
        click.echo(shown, nl=False)

"""The terminal. Commands import what they need inside their bodies, so that help is quick."""

import gettext
import os
import signal
import sys
from pathlib import Path
from typing import Any

import click

import visual
from api.commands.acts import acts
from api.commands.ask import ask
from api.commands.export import export
from api.commands.hand import claim, decide, judge, retract, withdraw
from api.commands.home import rebuild, run, serve, verify
from api.commands.intake import ingest, mapping, read, template

_WORDS_OF_CLICK = Path(visual.__file__).parent / "languages" / "terminal"


class Told(click.Group):
    """A group whose commands end in one worded sentence when a user's mistake stops them."""

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,  # noqa: ANN401
    ) -> click.Context:
        """Parse a command; what Click refuses is said in the language of the settings."""
        gettext.bindtextdomain(gettext.textdomain(), _WORDS_OF_CLICK)
        os.environ["LANGUAGE"] = _language()  # what gettext goes by
        return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401
        """Run a command; an error of ours is told in words, with what to do next."""
        from graph.errors import WhereaboutsError

        # ended in order, so that the graph server that this process started ends, too
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
        try:
            return super().invoke(ctx)
        except (WhereaboutsError, OSError) as error:
            if isinstance(error, BrokenPipeError):  # whoever read the answer has read enough
                raise
            from api.telling import told

            click.echo(told(error, ctx.obj or _language()), err=True)
            sys.exit(1)


def _language() -> str:
    """As the settings have it, which cannot be read yet."""
    return os.environ.get("WHEREABOUTS_LANGUAGE", "").strip() or "en"


@click.group(cls=Told, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="whereabouts")
def main() -> None:
    """Where detained people were, with whom and when, on which evidence.

    \b
    Start:      whereabouts run            the invented sample, its answers, the pages
    Your files: whereabouts ingest FOLDER  then  whereabouts serve
    Ask:        whereabouts ask person "…" | ask path "…" "…" | ask summary "…"

    Settings come from the environment: WHEREABOUTS_HOME, WHEREABOUTS_CLEARANCE,
    WHEREABOUTS_GRAPH_URL, WHEREABOUTS_LANGUAGE and others (see the README).
    """


for command in (
    *(run, serve, ingest, read, mapping, template),
    *(ask, export, claim, judge, retract, decide, acts, withdraw, verify, rebuild),
):
    main.add_command(command)


if __name__ == "__main__":
    main()

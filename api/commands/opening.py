"""Opens the workspace that the environment describes."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

import click

from api.settings import LANGUAGES

if TYPE_CHECKING:
    from api.wiring import Workspace

Command = TypeVar("Command", bound=Callable[..., Any])

sample_option = click.option(
    "--sample", is_flag=True, help="Work on the invented sample, which has a home of its own."
)


def _told_in(ctx: click.Context, _: click.Parameter, language: str | None) -> str | None:
    """What goes wrong from here on is told in that language, too."""
    if language is not None:
        ctx.find_root().obj = language
    return language


def language_option(of: str) -> Callable[[Command], Command]:
    """The option that says in which language a command speaks, before that of the settings."""
    help_ = f"{of}; else WHEREABOUTS_LANGUAGE, else en."
    return click.option(
        "--language", type=click.Choice(LANGUAGES), callback=_told_in, is_eager=True, help=help_
    )


@contextmanager
def opened(*, sample: bool) -> "Iterator[Workspace]":
    """The workspace of the settings, closed at the end."""
    import os

    from api.settings import from_environment
    from api.wiring import open_workspace

    with open_workspace(from_environment(os.environ), sample=sample) as workspace:
        yield workspace

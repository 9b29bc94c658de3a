"""Opens the workspace that the environment describes."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from api.wiring import Workspace

sample_option = click.option(
    "--sample", is_flag=True, help="Work on the invented sample, which has a home of its own."
)


@contextmanager
def opened(*, sample: bool) -> "Iterator[Workspace]":
    """The workspace of the settings, closed at the end."""
    import os

    from api.settings import from_environment
    from api.wiring import open_workspace

    with open_workspace(from_environment(os.environ), sample=sample) as workspace:
        yield workspace

"""Commands about the whole: run the sample, serve the pages, verify, rebuild."""

from typing import TYPE_CHECKING

import click

from api.commands.opening import opened, sample_option

if TYPE_CHECKING:
    from api.wiring import Workspace


@click.command()
@click.option("--no-serve", is_flag=True, help="Print the answers and stop.")
def run(*, no_serve: bool) -> None:
    """Load the invented sample on first start, answer three questions, serve the pages."""
    from api.sample import load, show

    with opened(sample=True) as workspace:
        load(workspace, tell=click.echo)
        show(workspace, tell=click.echo)
        if not no_serve:
            _serve(workspace)


@click.command()
@sample_option
def serve(*, sample: bool) -> None:
    """Serve pages and API on this machine alone (http://127.0.0.1:8000 unless set)."""
    with opened(sample=sample) as workspace:
        _serve(workspace)


def _serve(workspace: "Workspace") -> None:
    import gc

    import uvicorn

    from api.app import create_app

    settings = workspace.settings
    workspace.publish()
    gc.collect()
    gc.freeze()  # what is known stays: looking through it again costs each act a quarter more
    app = create_app(workspace, intake_with=workspace.take_one, contained=settings.contained)
    click.echo(f"http://{settings.host}:{settings.port}")
    uvicorn.run(
        app,
        host=settings.host,
        port=settings.port,
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
    )


@click.command()
@sample_option
def verify(*, sample: bool) -> None:
    """Check the chain of the record and every original; name what broke."""
    with opened(sample=sample) as workspace:
        breaks = workspace.record.verify()
        for broken in breaks:
            click.echo(str(broken))
        if breaks:
            raise SystemExit(1)
        click.echo(f"whole: {workspace.record.head()} entries")


@click.command()
@sample_option
def rebuild(*, sample: bool) -> None:
    """Empty the graph store and fill it again from the record."""
    with opened(sample=sample) as workspace:
        rows = workspace.rebuild()
        click.echo(f"{rows} rows, version {workspace.store().state().version}")

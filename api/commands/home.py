"""Commands about the whole: run the sample, serve the pages, verify, rebuild."""

import errno
import socket
from typing import TYPE_CHECKING

import click

from api.commands.opening import opened, sample_option

if TYPE_CHECKING:
    from api.wiring import Workspace


@click.command()
@click.option("--no-serve", is_flag=True, help="Print the answers and stop.")
@click.option("--verbose", is_flag=True, help="Print the whole answers, with every source.")
def run(*, no_serve: bool, verbose: bool) -> None:
    """Load the invented sample on first start, answer three questions, serve the pages."""
    from api.sample import load, show
    from visual.words.words import language

    with opened(sample=True) as workspace:
        words = language(workspace.settings.language)
        first = not workspace.current.evidence().documents
        click.echo(words.t("run.loading" if first else "run.opening"))
        load(workspace, tell=click.echo)
        seen = workspace.knowledge().evidence
        counts = {"documents": len(seen.documents), "claims": len(seen.claims)}
        click.echo(words.t("run.loaded", **counts))
        show(workspace, tell=click.echo, whole=verbose)
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
    from visual.words.words import language

    settings = workspace.settings
    app = create_app(workspace, intake_with=workspace.take_one, contained=settings.contained)
    listening = _listening(settings.host, settings.port)
    workspace.publish()
    gc.collect()
    gc.freeze()  # what is known stays: looking through it again costs each act a quarter more
    address = f"http://{settings.host}:{settings.port}"
    click.echo()
    click.echo(language(settings.language).t("run.serving", address=address))
    config = uvicorn.Config(
        app, log_level="warning", access_log=False, server_header=False, proxy_headers=False
    )
    uvicorn.Server(config).run(sockets=[listening])


def _listening(host: str, port: int) -> socket.socket:
    """The socket to serve at, taken before anything else is done.

    Raises:
        PortTaken: another program has it.
    """
    from api.settings import PortTaken

    family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    taken = socket.socket(family, kind, protocol)
    taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        taken.bind(address)
    except OSError as error:
        taken.close()
        if error.errno == errno.EADDRINUSE:
            raise PortTaken(port=port) from None
        raise
    return taken


@click.command()
@sample_option
def verify(*, sample: bool) -> None:
    """Check the chain of the record and every original; name what broke."""
    from api.broken import broken
    from visual.words.breaks import breaks_in_words
    from visual.words.words import language

    with opened(sample=sample) as workspace:
        words, found = workspace.settings.language, broken(workspace)
        for line in breaks_in_words(found, words) if found else ():
            click.echo(line)
        if found:
            raise SystemExit(1)
        click.echo(language(words).t("break.whole"))


@click.command()
@sample_option
def rebuild(*, sample: bool) -> None:
    """Empty the graph store and fill it again from the record."""
    with opened(sample=sample) as workspace:
        rows = workspace.rebuild()
        click.echo(f"{rows} rows, version {workspace.store().state().version}")

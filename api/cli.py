"""The terminal. Commands import what they need inside their bodies, so that help is quick."""

import click


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="whereabouts")
def main() -> None:
    """Where detained people were, with whom and when, on which evidence."""

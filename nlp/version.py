"""The version of what `nlp` knows and does: raised with every change of a rule or a word."""

PIPELINE = "text"
PIPELINE_VERSION = "5"


def rule(name: str) -> str:
    """The name of a rule with the version of the pipeline that holds it."""
    return f"{name}/{PIPELINE_VERSION}"

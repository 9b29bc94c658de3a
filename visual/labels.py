"""Words of the pages in three languages, from one YAML file a part of them."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml

LANGUAGES = ("en", "uk", "ru")
_FOLDER = Path(__file__).parent / "languages"


@cache
def labels(language: str) -> Mapping[str, str]:
    """Every label of the pages in one language.

    Raises:
        KeyError: a label lacks that language.
    """
    found: dict[str, str] = {}
    for file in sorted(_FOLDER.glob("pages*.yaml")):
        for key, said in yaml.safe_load(file.read_text("utf-8")).items():
            found[key] = said[language]
    return found

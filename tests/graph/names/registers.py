"""Where the public registers lie that are used for tests at scale and may not be committed."""

import os
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[3]


def register(*parts: str) -> Path:
    """The file under WHEREABOUTS_SHARED or ../shared/data; the test is skipped without it."""
    folder = Path(os.environ.get("WHEREABOUTS_SHARED", _ROOT.parent / "shared" / "data"))
    file = folder.joinpath(*parts)
    if not file.is_file():
        pytest.skip(f"the register {'/'.join(parts)} is not on this machine")
    return file

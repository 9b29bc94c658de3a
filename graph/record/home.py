"""The installation's secret: what ids are keyed with, made once and never shown."""

import os
import secrets
from pathlib import Path

from graph.errors import RecordDamaged
from graph.record.originals import sync_folder

_BYTES = 32


def installation_secret(home: Path) -> bytes:
    """The secret in `home/secret`, for the owner alone; made at first use.

    Raises:
        RecordDamaged: the file holds no secret.
    """
    home.mkdir(parents=True, exist_ok=True, mode=0o700)
    file = home / "secret"
    if not file.exists():
        _make(file)
    secret = file.read_bytes()
    if len(secret) != _BYTES:
        raise RecordDamaged(reason=f"{file.name} holds {len(secret)} bytes, not {_BYTES}")
    return secret


def _make(file: Path) -> None:
    part = file.with_name(f"secret.{secrets.token_hex(4)}.part")
    handle = os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(handle, "wb") as opened:
        opened.write(secrets.token_bytes(_BYTES))
        opened.flush()
        os.fsync(opened.fileno())
    # Unlike a rename, a link never replaces the secret of a process that was faster.
    try:
        os.link(part, file)
    except FileExistsError:
        pass
    finally:
        part.unlink()
    sync_folder(file.parent)

"""The witness: the head of the chain in a second place, so that a truncated record shows.

It may lag behind a record whose process was killed, and never runs ahead of it. A witness that
does not fit the chain is left as it is: `verify` names it.
"""

import json
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from graph.errors import RecordFailed
from graph.identifier import canonical
from graph.record.chain import seal
from graph.record.originals import PART, sync_folder

NAME = "head.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """A head as it was seen."""

    seq: int
    hash: bytes


def read_witness(folder: Path, secret: bytes) -> Witness | None:
    """The witness; None if it is missing or was not written by a holder of the secret."""
    try:
        said = json.loads((folder / NAME).read_bytes())
        seen = Witness(seq=said["seq"], hash=bytes.fromhex(said["hash"]))
        sealed = seal(secret, seq=seen.seq, last=seen.hash).hex()
    except (OSError, ValueError, KeyError, TypeError, OverflowError):
        return None
    return seen if said.get("seal") == sealed else None


def write_witness(folder: Path, secret: bytes, seen: Witness) -> None:
    """Put a head in the second place, on disk when this returns.

    Raises:
        RecordFailed: the disk refused; the next append makes up for it.
    """
    sealed = seal(secret, seq=seen.seq, last=seen.hash).hex()
    said = canonical({"seq": seen.seq, "hash": seen.hash.hex(), "seal": sealed})
    part = folder / f"{NAME}.{secrets.token_hex(4)}{PART}"
    try:
        with part.open("wb") as file:
            file.write(said)
            file.flush()
            os.fsync(file.fileno())
        part.replace(folder / NAME)
        sync_folder(folder)
    except OSError as error:
        part.unlink(missing_ok=True)
        reason = f"what was appended is there, but not its head in {NAME}: {error.strerror}"
        raise RecordFailed(reason=reason) from error

"""Ids: keyed hashes over what is said and where, so nobody can guess what was erased.

Inner ids never leave the process; what leaves is an outward id, different in each tier.
"""

import hashlib
import hmac
import json
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from graph.clearance import Clearance

Plain: TypeAlias = "bool | int | str | Sequence[Plain] | Mapping[str, Plain] | None"
_WRITER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def canonical(value: Plain) -> bytes:
    """One byte string a value: sorted keys, no spaces, UTF-8 (RFC 8785 without floats)."""
    return _WRITER.encode(value).encode()


def sha256(content: bytes) -> str:
    """The id of a document: SHA-256 of its bytes, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def inner_id(secret: bytes, kind: str, *parts: Plain) -> str:
    """128 bits of HMAC-SHA-256 over kind and parts, in hexadecimal."""
    return hmac.digest(secret, canonical([kind, *parts]), "sha256").hex()[:32]


def outward_id(secret: bytes, tier: Clearance, kind: str, inner: str) -> str:
    """The id that leaves the process: stable across rebuilds, different in each tier."""
    return inner_id(hmac.digest(secret, tier.word.encode(), "sha256"), kind, inner)[:24]

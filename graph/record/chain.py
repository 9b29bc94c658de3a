"""The chain: salted commitments to what was appended, each link hashing all before it. Pure.

`h_n = SHA256(0x01 || h_{n-1} || SHA256(entry))`; `h_0` is made of what the record is. A payload
with its salt can be erased: the commitment stays and tells nothing of what it committed to.
"""

import hashlib
import hmac
from collections.abc import Mapping

from graph.identifier import canonical, inner_id

SALT_BYTES = 16


def genesis(meta: Mapping[str, str]) -> bytes:
    """Where the chain of a record with these fixed properties starts."""
    return hashlib.sha256(b"\x00" + canonical(meta)).digest()


def commitment(salt: bytes, payload: bytes) -> bytes:
    """What binds an entry to its payload without telling it."""
    return hashlib.sha256(salt + payload).digest()


def link(
    before: bytes, *, seq: int, kind: str, object_id: str, recorded_at: str, commitment: bytes
) -> bytes:
    """The hash of an entry after the hash of the entry before it."""
    said = canonical([seq, kind, object_id, recorded_at, commitment.hex()])
    return hashlib.sha256(b"\x01" + before + hashlib.sha256(said).digest()).digest()


def entry_name(secret: bytes, kind: str, object_id: str) -> str:
    """The id of a value as its entry bears it.

    A document's is keyed: its SHA-256 would tell who holds the same bytes that they had been here,
    long after they were erased. The other ids are keyed already.
    """
    return inner_id(secret, kind, object_id) if kind == "document" else object_id


def seal(secret: bytes, *, seq: int, last: bytes) -> bytes:
    """What only the holder of the secret can write beside a head."""
    return hmac.new(secret, b"\x02head" + seq.to_bytes(8) + last, hashlib.sha256).digest()


def fingerprint(secret: bytes) -> str:
    """Tells one secret from another; nobody gets from it to the secret."""
    return hmac.new(secret, b"\x03fingerprint", hashlib.sha256).hexdigest()[:16]

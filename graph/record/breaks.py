"""Breaks: what `verify` can find wrong with a record, by name."""

from dataclasses import dataclass
from enum import StrEnum


class Breach(StrEnum):
    """In which way the record is not what was acknowledged."""

    DATABASE = "database"  # the database itself is damaged
    ENTRY = "entry"  # an entry does not follow from the one before: edited, inserted or swapped
    GAP = "gap"  # an entry was deleted
    BEYOND_HEAD = "beyond_head"  # an entry was inserted after the sealed head
    TRUNCATED = "truncated"  # the record ends before its head, or before what the witness saw
    FORGED_HEAD = "forged_head"  # the head was not sealed by the holder of the secret
    NO_WITNESS = "no_witness"  # the head's second place is empty or was forged
    REWRITTEN = "rewritten"  # the witness saw another entry of that number
    PAYLOAD = "payload"  # a payload is not what was committed to
    PAYLOAD_GONE = "payload_gone"  # a payload is missing, and no erasure says why
    NOT_ERASED = "not_erased"  # what was erased is there (again)
    CHARACTERS = "characters"  # the characters of a text are missing, changed or nobody's
    ORIGINAL_MISSING = "original_missing"
    ORIGINAL_CHANGED = "original_changed"
    ORIGINAL_EMPTY = "original_empty"
    UNKNOWN_FILE = "unknown_file"  # a file among the originals without a row; now in quarantine


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """One thing found wrong; `seq` is the entry, `name` the id, file or reason."""

    breach: Breach
    seq: int | None = None
    name: str = ""

"""The tables of the record. What a person reads of it goes through the record's functions."""

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

SCHEMA = "0002"
"""The revision of migrations that these tables are."""

metadata = MetaData()

# What the record is, fixed when it is made: the chain starts from it.
meta = Table(
    "meta",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

# The chain: an entry for each appended value. Only `salt` and `payload` ever change: by erasure.
entry = Table(
    "entry",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("kind", Text, nullable=False),
    Column("object_id", Text, nullable=False),
    Column("recorded_at", Text, nullable=False),
    Column("commitment", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    Column("salt", LargeBinary),
    Column("payload", LargeBinary),
    UniqueConstraint("kind", "object_id"),
)

# The characters of a text, apart from its entry, which names their SHA-256.
content = Table(
    "content",
    metadata,
    Column("seq", Integer, ForeignKey("entry.seq"), primary_key=True, autoincrement=False),
    Column("document", Text, nullable=False),
    Column("characters", LargeBinary, nullable=False),
    Index("content_of_document", "document"),
)

# The last entry and its seal: one row, written by the transaction that appends.
head = Table(
    "head",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("seq", Integer, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    Column("seal", LargeBinary, nullable=False),
)

# Where the bytes of an original lie. Until `kept`, a file of that name may be there or not.
original = Table(
    "original",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("size", BigInteger, nullable=False),
    Column("kept", Integer, nullable=False),
)

intake = Table(
    "intake",
    metadata,
    Column("original", Text, primary_key=True),
    Column("pipeline", Text, primary_key=True),
    Column("options", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("code", Text),
    Column("attempts", Integer, nullable=False),
    Column("at", Text, nullable=False),
    Column("refused_rows", Integer),  # of what was read before rows were counted: none
)

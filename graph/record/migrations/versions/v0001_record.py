"""The record: chain, contents, head, originals, intake."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the first tables."""
    op.create_table(
        "meta",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
    )
    op.create_table(
        "entry",
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("object_id", sa.Text, nullable=False),
        sa.Column("recorded_at", sa.Text, nullable=False),
        sa.Column("commitment", sa.LargeBinary, nullable=False),
        sa.Column("hash", sa.LargeBinary, nullable=False),
        sa.Column("salt", sa.LargeBinary),
        sa.Column("payload", sa.LargeBinary),
        sa.UniqueConstraint("kind", "object_id"),
    )
    op.create_table(
        "content",
        sa.Column("seq", sa.Integer, sa.ForeignKey("entry.seq"), primary_key=True),
        sa.Column("document", sa.Text, nullable=False),
        sa.Column("characters", sa.LargeBinary, nullable=False),
    )
    op.create_index("content_of_document", "content", ["document"])
    op.create_table(
        "head",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("hash", sa.LargeBinary, nullable=False),
        sa.Column("seal", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "original",
        sa.Column("sha256", sa.Text, primary_key=True),
        sa.Column("name", sa.Text, nullable=False, unique=True),
        sa.Column("size", sa.BigInteger, nullable=False),
        sa.Column("kept", sa.Integer, nullable=False),
    )
    op.create_table(
        "intake",
        sa.Column("original", sa.Text, primary_key=True),
        sa.Column("pipeline", sa.Text, primary_key=True),
        sa.Column("options", sa.Text, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("code", sa.Text),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
    )

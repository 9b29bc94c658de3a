"""How many rows of a table were refused: told again when the same file comes again."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the column; what was read before keeps none."""
    op.add_column("intake", sa.Column("refused_rows", sa.Integer))

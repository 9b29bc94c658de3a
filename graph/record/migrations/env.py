"""Alembic runs this file: it migrates over the connection and inside the transaction given."""

from alembic import context

from graph.record.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,  # SQLite alters a table by copying it
)
context.run_migrations()

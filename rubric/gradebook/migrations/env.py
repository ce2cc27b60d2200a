"""What Alembic runs to bring an open connection up to date: `opening` hands it over. All of it is one transaction."""

from __future__ import annotations

from alembic import context

from rubric.gradebook.tables import metadata

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=metadata, transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()

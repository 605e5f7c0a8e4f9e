"""Schema migrations, run by Alembic from tracker.store.migrate."""

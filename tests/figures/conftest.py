"""Databases and houses as `tests/storage` has them: each promise over SQLite and over PostgreSQL."""

from __future__ import annotations

from tests.storage.conftest import (
    _settings_of_nobody,
    empty_sqlite,
    house,
    postgres_url,
    sqlite_file,
    url,
)

__all__ = ["_settings_of_nobody", "empty_sqlite", "house", "postgres_url", "sqlite_file", "url"]

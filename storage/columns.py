"""What the tables are made of: names of constraints, times, counted rows, indexes over some rows alone."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Index,
    Integer,
    MetaData,
    String,
    TypeDecorator,
    literal_column,
    text,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Instant(TypeDecorator[datetime]):
    """An aware UTC datetime, kept as milliseconds since 1970."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> int | None:
        """Milliseconds; a naive time is refused."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without its zone")
        return round(value.timestamp() * 1000)

    def process_result_value(self, value: int | None, dialect: Any) -> datetime | None:
        """The time, in UTC."""
        return None if value is None else datetime.fromtimestamp(value / 1000, UTC)


SERIAL = BigInteger().with_variant(Integer, "sqlite")
"""A row's number, counted up by the database; SQLite counts only in an INTEGER."""


def fixed(value: str) -> ColumnElement[str]:
    """A value said in the statement itself and not given beside it, as a partial index wants it."""
    if not value.isidentifier():
        raise ValueError(f"not a plain word: {value!r}")
    return literal_column(f"'{value}'", String)


def partial_index(name: str, *columns: str, where: str, sqlite_where: str = "") -> Index:
    """An index over the rows that meet `where` alone: small, and the fastest way to them.

    A database takes it for a query that says the same in the same words, so a query says the value
    itself (`fixed`); `sqlite_where` is for what SQLAlchemy says differently there.
    """
    return Index(name, *columns, sqlite_where=text(sqlite_where or where), postgresql_where=text(where))

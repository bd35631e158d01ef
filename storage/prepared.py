"""Statements of the turn: compiled once for each database, run on the driver's own cursor.

SQLAlchemy builds them and converts their values; what is left out is what it does anew at each execution,
which costs more than the statement itself. For the few statements every turn runs; all others go the
usual way. Errors are SQLAlchemy's, as usual, but never quote a value.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, cast

from sqlalchemy import BindParameter, Connection, Dialect, Executable, bindparam
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql.elements import ClauseElement
from sqlalchemy.types import TypeEngine

Convert = Callable[[Any], Any]


@dataclass(frozen=True)
class _Form:
    """A statement as one driver takes it: its text, its values in order, its results in order."""

    text: str
    values: tuple[tuple[str, Convert | None], ...]
    results: tuple[tuple[int, Convert], ...]


def named(*columns: str) -> dict[str, BindParameter[Any]]:
    """Values for `columns`, each given by the column's own name."""
    return {column: bindparam(column) for column in columns}


class Prepared:
    """A statement with named values (`bindparam`) and, where it selects, columns in their order.

    `forms` are other forms of it by the database's name, where the databases say it differently.
    """

    def __init__(self, statement: Executable, **forms: Executable) -> None:
        self._statement: Final = statement
        self._statements: Final = forms
        self._forms: Final[dict[str, _Form]] = {}

    def first(self, connection: Connection, values: Mapping[str, Any]) -> tuple[Any, ...] | None:
        """The first row, or None."""
        form = self._form(connection.dialect)
        row = self._run(connection, form, values).fetchone()
        if row is None:
            return None
        found = list(row)
        for place, convert in form.results:
            found[place] = convert(found[place])
        return tuple(found)

    def run(self, connection: Connection, values: Mapping[str, Any]) -> int:
        """How many rows it touched."""
        touched: int = self._run(connection, self._form(connection.dialect), values).rowcount
        return touched

    def _run(self, connection: Connection, form: _Form, values: Mapping[str, Any]) -> Any:
        given = tuple(
            values[name] if convert is None else convert(values[name]) for name, convert in form.values
        )
        cursor = connection.connection.cursor()
        try:
            cursor.execute(form.text, given)
        except connection.dialect.loaded_dbapi.Error as error:
            raise _as_usual(connection, error) from error
        return cursor

    def _form(self, dialect: Dialect) -> _Form:
        form = self._forms.get(dialect.name)
        if form is None:
            form = self._forms[dialect.name] = _compiled(
                self._statements.get(dialect.name, self._statement), dialect
            )
        return form


def _compiled(statement: Executable, dialect: Dialect) -> _Form:
    assert isinstance(statement, ClauseElement)
    compiled: Any = statement.compile(dialect=dialect)
    values = tuple(
        (name, _converter(compiled.binds[name].type, "bind", dialect)) for name in compiled.positiontup
    )
    columns = getattr(statement, "selected_columns", ())
    converters = ((n, _converter(c.type, "result", dialect)) for n, c in enumerate(columns))
    return _Form(compiled.string, values, tuple((n, c) for n, c in converters if c is not None))


def _converter(kind: TypeEngine[Any], way: str, dialect: Dialect) -> Convert | None:
    of_database = kind.dialect_impl(dialect)
    if way == "bind":
        return of_database.bind_processor(dialect)
    return of_database.result_processor(dialect, None)


def _as_usual(connection: Connection, error: Exception) -> BaseException:
    """The error SQLAlchemy would raise; a connection that broke is not used again."""
    dialect = connection.dialect
    broken = dialect.is_disconnect(cast(Any, error), connection.connection.dbapi_connection, None)
    raised = DBAPIError.instance(
        None, None, error, dialect.loaded_dbapi.Error, True, connection_invalidated=broken, dialect=dialect
    )
    if broken:
        connection.invalidate(error)
    assert isinstance(raised, BaseException)
    return raised

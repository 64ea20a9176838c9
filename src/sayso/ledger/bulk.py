"""Many rows at once, as plain tuples: SQLAlchemy's own dictionaries take twice the time."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from sqlalchemy import Connection, Dialect, Table, insert

from sayso.ledger.errors import LedgerError
from sayso.ledger.rows import Cells


def put(connection: Connection, table: Table, rows: Sequence[Cells], columns: tuple[str, ...] | None = None) -> None:
    """Insert rows whose cells stand in the order of the table's columns, or of those named; JSON is text already."""
    if rows and connection.dialect.name == "postgresql":
        _stream(connection, table, rows, columns or tuple(table.columns.keys()))
    elif rows:
        connection.exec_driver_sql(_statement(table, columns, connection.dialect), list(rows))


@lru_cache(maxsize=64)
def _statement(table: Table, columns: tuple[str, ...] | None, dialect: Dialect) -> str:
    return str(insert(table).compile(dialect=dialect, column_keys=columns))


def _stream(connection: Connection, table: Table, rows: Sequence[Cells], columns: tuple[str, ...]) -> None:
    """PostgreSQL's own way, which takes half the time. LedgerError where a row doesn't hold."""
    names = ", ".join(f'"{column}"' for column in columns)
    driver = connection.connection.driver_connection
    assert driver is not None
    try:
        with driver.cursor() as cursor, cursor.copy(f"COPY {table.name} ({names}) FROM STDIN") as stream:
            for row in rows:
                stream.write_row(row)
    except connection.dialect.loaded_dbapi.Error as error:
        raise LedgerError(f"the ledger can't take this in: {' '.join(str(error).split())}") from error

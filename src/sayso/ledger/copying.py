"""From one ledger to another, whatever database each lies in."""

from __future__ import annotations

from contextlib import closing
from typing import Any

from sqlalchemy import JSON, Column, ColumnElement, Connection, Table, Text, cast, delete, func, select

from sayso.ledger import bulk, database
from sayso.ledger.errors import LedgerError
from sayso.ledger.ledger import Ledger
from sayso.ledger.schema import meta, metadata, sessions

_ROWS_AT_ONCE = 200
"""Few enough that the longest articles fit into memory."""
# Whoever was signed in to the one is not thereby signed in to the other.
_TABLES = [table for table in metadata.sorted_tables if table is not sessions]


def copy(source: Ledger, target: Ledger) -> dict[str, int]:
    """Copy all that a ledger holds into an empty one, in ONE transaction; returns how many rows each table has.

    What people decided and who they are comes along, with every number, so that both ledgers export the same bytes.
    LedgerError, and nothing is written, where the target holds anything, or not all of the rows arrived.
    """
    with source.transaction() as old, target.transaction(writing=True) as new:
        if any(_count(new, table) for table in _TABLES if table is not meta):
            raise LedgerError(f"{target.where} is not empty; copy into a new ledger")
        new.execute(delete(meta))
        for table in _TABLES:
            _copy(old, new, table)
        database.backend(new.engine).settle(new)
        return {table.name: _arrived(old, new, table) for table in _TABLES}


def _copy(old: Connection, new: Connection, table: Table) -> None:
    query = select(*map(_as_stored, table.columns)).order_by(*table.primary_key)
    with closing(old.execute(query, execution_options={"yield_per": _ROWS_AT_ONCE})) as rows:
        for some in rows.partitions():
            bulk.put(new, table, [tuple(row) for row in some])


def _as_stored(column: Column[Any]) -> ColumnElement[Any]:
    # JSON as the text that it is: to read and write it anew could change it.
    return cast(column, Text) if isinstance(column.type, JSON) else column


def _arrived(old: Connection, new: Connection, table: Table) -> int:
    sent, arrived = _count(old, table), _count(new, table)
    if sent != arrived:
        raise LedgerError(f"only {arrived} of the {sent} rows of {table.name} arrived; nothing was copied")
    return arrived


def _count(connection: Connection, table: Table) -> int:
    return connection.execute(select(func.count()).select_from(table)).scalar_one()

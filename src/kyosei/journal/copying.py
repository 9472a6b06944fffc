"""Rows into a table in one stream (COPY): a thousand rows cost one round trip."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

import psycopg
import sqlalchemy as sa
from psycopg import sql

__all__ = ["copy_rows", "json_text"]


def copy_rows(
    connection: sa.Connection,
    table: sa.Table,
    rows: Iterable[Sequence[object]],
    *,
    given_by_database: str | None = None,
) -> None:
    """Adds rows, each with a value for every column of the table in order. JSON comes as text (`json_text`).

    given_by_database: a column that has no value here, such as a number that counts up.
    """
    waiting = list(rows)
    if not waiting:
        return
    driver = connection.connection.driver_connection
    assert isinstance(driver, psycopg.Connection)
    names = [column.name for column in table.columns if column.name != given_by_database]
    columns = sql.SQL(", ").join(map(sql.Identifier, names))
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(table.name), columns)
    with driver.cursor() as cursor, cursor.copy(statement) as stream:
        for row in waiting:
            stream.write_row(row)


def json_text(value: object) -> str:
    """JSON for a column; the database keeps its own form of it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

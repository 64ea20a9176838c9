"""Version 2: what names mean. Resolutions, corrections, and what they say of places, times and quantities."""

from typing import Any

from alembic.op import add_column, create_index, create_table
from sqlalchemy import JSON, Boolean, Column, Double, ForeignKey, Integer
from sqlalchemy.types import TypeEngine

from sayso.ledger.schema import STRING, TEXT

revision = "2"
down_revision = None

_COLUMNS = {
    "articles": ("world",),
    "claims": ("time_earliest", "time_latest", "bound_value", "bound_side"),
    "voices": ("country",),
    "spans": ("kind", "place_id", "admin1", "extent", "type", "mod", "earliest", "latest", "deadline"),
}
_TYPES: dict[str, TypeEngine[Any]] = {"extent": JSON(), "deadline": Boolean()}


def upgrade() -> None:
    """From version 1."""
    for table, names in _COLUMNS.items():
        for name in names:
            add_column(table, Column(name, _TYPES.get(name, STRING)))
    create_table(
        "resolutions",
        Column("article_id", STRING, ForeignKey("articles.article_id", ondelete="CASCADE"), primary_key=True),
        Column("number", Integer, primary_key=True),
        Column("start_char", Integer, nullable=False),
        Column("end_char", Integer, nullable=False),
        Column("text", TEXT, nullable=False),
        Column("kind", STRING, nullable=False),
        Column("chosen_id", STRING),
        Column("name", TEXT),
        Column("type", STRING),
        Column("country", STRING),
        Column("lat", Double),
        Column("lon", Double),
        Column("precision", STRING),
        Column("score", Double, nullable=False),
        Column("chosen", JSON),
        Column("others", JSON, nullable=False),
        Column("why", JSON, nullable=False),
        Column("decided", Boolean, nullable=False),
        sqlite_with_rowid=False,
    )
    create_table(
        "corrections",
        Column("number", Integer, primary_key=True),
        Column("kind", STRING, nullable=False),
        Column("text", TEXT, nullable=False),
        Column("chosen_id", STRING),
        Column("article_id", STRING),
        Column("made", STRING, nullable=False),
    )
    create_index("resolutions_chosen", "resolutions", ["chosen_id"])
    create_index("articles_world", "articles", ["world"])

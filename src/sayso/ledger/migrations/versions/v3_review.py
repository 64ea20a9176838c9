"""Version 3: the desk. What people decide and note about claims, who they are, and which claims changed."""

from alembic.op import add_column, create_index, create_table
from sqlalchemy import JSON, Boolean, Column, ForeignKey, Integer

from sayso.ledger.schema import STRING, TEXT

revision = "3"
down_revision = "2"


def upgrade() -> None:
    """From version 2."""
    add_column("articles", Column("revision", Integer, nullable=False, server_default="0"))
    add_column("claims", Column("review", STRING))
    add_column("corrections", Column("reviewer", STRING))
    create_table(
        "decisions",
        Column("number", Integer, primary_key=True),
        Column("article_id", STRING, ForeignKey("articles.article_id"), nullable=False),
        Column("claim_id", STRING, nullable=False),
        Column("verdict", STRING, nullable=False),
        Column("edit", JSON),
        Column("before", JSON),
        Column("reviewer", STRING, nullable=False),
        Column("made", STRING, nullable=False),
        Column("final", Boolean, nullable=False),
        Column("undone", STRING),
    )
    create_table(
        "given",
        Column("article_id", STRING, ForeignKey("articles.article_id", ondelete="CASCADE"), primary_key=True),
        Column("claim_id", STRING, primary_key=True),
        Column("claim", JSON, nullable=False),
    )
    create_table(
        "comments",
        Column("number", Integer, primary_key=True),
        Column("article_id", STRING, ForeignKey("articles.article_id"), nullable=False),
        Column("claim_id", STRING),
        Column("reviewer", STRING, nullable=False),
        Column("made", STRING, nullable=False),
        Column("text", TEXT, nullable=False),
    )
    create_table(
        "users",
        Column("name", STRING, primary_key=True),
        Column("password", STRING, nullable=False),
        Column("role", STRING, nullable=False),
        Column("made", STRING, nullable=False),
        Column("disabled", Boolean, nullable=False),
    )
    create_table(
        "sessions",
        Column("token", STRING, primary_key=True),
        Column("name", STRING, ForeignKey("users.name", ondelete="CASCADE"), nullable=False),
        Column("made", STRING, nullable=False),
        Column("expires", STRING, nullable=False),
    )
    create_index("articles_revision", "articles", ["revision"])
    create_index("claims_confidence", "claims", ["confidence"])
    create_index("decisions_article", "decisions", ["article_id"])
    create_index("decisions_claim", "decisions", ["claim_id"])
    create_index("comments_article", "comments", ["article_id"])
    create_index("comments_claim", "comments", ["claim_id"])

"""The tables, in SQLAlchemy Core's own types, so that the same schema serves PostgreSQL.

Articles are keyed by content hash, claims by article and position in it, so every table lies in the order of export.
Offsets are the columns `start_char` and `end_char`, because `end` is a word of SQL.
"""

from __future__ import annotations

import json
from functools import partial

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Double,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
)

VERSION = 3
"""Of the schema. A ledger of a lower version gets what it lacks; one of a higher version is refused."""

# PostgreSQL would compare texts as its server's language does; as their characters' numbers, they are in one order
# everywhere, which keys, pages and exports rely on.
STRING = String().with_variant(String(collation="C"), "postgresql")
TEXT = Text().with_variant(Text(collation="C"), "postgresql")

as_json = partial(json.dumps, ensure_ascii=False, separators=(",", ":"))
"""What columns of JSON hold: names stay readable to whoever looks into them by hand."""

metadata = MetaData()

meta = Table(
    "meta",
    metadata,
    Column("key", STRING, primary_key=True, comment="`schema_version`, `revision`"),
    Column("value", STRING, nullable=False, comment="its value"),
    comment="what the file says about itself",
)

runs = Table(
    "runs",
    metadata,
    Column("number", Integer, primary_key=True, comment="from 1"),
    Column("run_id", STRING, nullable=False, unique=True, comment="`run-1`, `run-2`, …"),
    Column("version", STRING, nullable=False, comment="of Sayso"),
    Column("model", STRING, nullable=False, comment="name and version of the weights"),
    Column("started", STRING, nullable=False, comment="ISO time in UTC"),
    Column("finished", STRING, comment="ISO time in UTC; null while it runs and if it was killed"),
    Column("articles", Integer, nullable=False, comment="how many it added"),
    Column("words", Integer, nullable=False, comment="in those, separated by white space"),
    Column("claims", Integer, nullable=False, comment="in those"),
    Column("failures", Integer, nullable=False, comment="files that it could not read"),
    comment="calls of `sayso read`; the only table with times of our own",
)

failures = Table(
    "failures",
    metadata,
    Column("run_id", ForeignKey(runs.c.run_id, ondelete="CASCADE"), primary_key=True, comment="the run"),
    Column("number", Integer, primary_key=True, comment="from 0 within the run"),
    Column("path", TEXT, nullable=False, comment="the file; bytes that are no text as `\\xNN`"),
    Column("reason", TEXT, nullable=False, comment="why it could not be read"),
    comment="files that could not be read",
)

articles = Table(
    "articles",
    metadata,
    Column("number", Integer, primary_key=True, comment="ties the article to the full-text index; means nothing else"),
    Column("article_id", STRING, nullable=False, unique=True, comment="hash of the content"),
    Column("title", TEXT, comment="as the file gives it"),
    Column("outlet", TEXT, comment="who published it"),
    Column("authors", JSON, nullable=False, comment="list of names"),
    Column("published", STRING, comment="ISO prefix: `2018-10-15`, `2018-10`, `2018`"),
    Column("language", STRING, comment="ISO 639-1"),
    Column("address", TEXT, comment="where it was published on the web"),
    Column("path", TEXT, comment="the file it was read from"),
    Column("part", Integer, comment="from 1, where one file holds several articles"),
    Column("text", TEXT, nullable=False, comment="unaltered; every offset points into it"),
    Column("paragraphs", JSON, nullable=False, comment="list of [start, end, kind]: the stretches that were read"),
    Column("words", Integer, nullable=False, comment="in the text, separated by white space"),
    Column("model", STRING, nullable=False, comment="whose claims and entities these are"),
    Column("run_id", ForeignKey(runs.c.run_id), nullable=False, comment="the run that added that model's reading"),
    Column("world", STRING, comment="version of what its names were looked up in; null: to be looked up again"),
    Column(
        "revision",
        Integer,
        nullable=False,
        server_default="0",
        comment="of the ledger, when this article's claims last changed: it counts up with each change",
    ),
    comment="published texts",
)

claims = Table(
    "claims",
    metadata,
    Column(
        "article_id", ForeignKey(articles.c.article_id, ondelete="CASCADE"), primary_key=True, comment="the article"
    ),
    Column("position", Integer, primary_key=True, comment="from 0 within the article, by the predicate's place"),
    Column("claim_id", STRING, nullable=False, unique=True, comment="hash of the content"),
    Column("kind", STRING, nullable=False, comment="`event` or `statement`"),
    Column("predicate_start", Integer, nullable=False, comment="offset of the predicate"),
    Column("predicate_end", Integer, nullable=False, comment="offset after it"),
    Column("predicate_text", TEXT, nullable=False, comment="its words"),
    Column("factuality_score", Double, nullable=False, comment="−3 (certainly not) … +3 (certainly)"),
    Column("factuality_label", STRING, nullable=False, comment="vocabulary `factuality`"),
    Column("event_type", STRING, comment="vocabulary `event_types`; null for a statement"),
    Column("event_mode", STRING, comment="mode of the event"),
    Column("time_value", STRING, comment="value of the event's time, where known"),
    Column("time_earliest", STRING, comment="the first day that it can mean: ISO prefix"),
    Column("time_latest", STRING, comment="the last day that it can mean: ISO prefix"),
    Column("bound_value", STRING, comment="the article's date, where the event has none: ISO prefix"),
    Column("bound_side", STRING, comment="`until`: it had happened by then; `from`: it had not"),
    Column("confidence", Double, nullable=False, comment="0 … 1"),
    Column("model", STRING, nullable=False, comment="name and version of the weights"),
    Column("incident_id", STRING, comment="claims of one happening share it"),
    Column("review", STRING, comment="vocabulary `review_states`: what people decided; null: nobody did"),
    sqlite_with_rowid=False,
    comment="predicates, each as one chain of voices presents it",
)

_CLAIM = (claims.c.article_id, claims.c.position)

voices = Table(
    "voices",
    metadata,
    Column("article_id", STRING, primary_key=True, comment="the claim's"),
    Column("position", Integer, primary_key=True, comment="the claim's"),
    Column(
        "number", Integer, primary_key=True, comment="in the chain: 0 is the nearest, the last is the article's own"
    ),
    Column("start_char", Integer, comment="offset of the source; null for the article's own voice"),
    Column("end_char", Integer, comment="offset after it"),
    Column("text", TEXT, comment="its words"),
    Column("cue_start", Integer, comment="offset of the words that say so"),
    Column("cue_end", Integer, comment="offset after them"),
    Column("cue_text", TEXT, comment="those words"),
    Column("stance", STRING, nullable=False, comment="vocabulary `stances`"),
    Column("source_kind", STRING, comment="vocabulary `source_kinds`"),
    Column("named", Boolean, nullable=False, comment="1 where the source is named"),
    Column("actor_id", STRING, comment="who it is, where known"),
    Column("same_as_start", Integer, comment="offset of the earlier mention that it stands for"),
    Column("same_as_end", Integer, comment="offset after that"),
    Column("same_as_text", TEXT, comment="that mention's words"),
    Column("country", STRING, comment="ISO 3166-1 alpha-2: whose it is"),
    ForeignKeyConstraint(["article_id", "position"], _CLAIM, ondelete="CASCADE"),
    sqlite_with_rowid=False,
    comment="the chain of sources of each claim",
)

spans = Table(
    "spans",
    metadata,
    Column("article_id", STRING, primary_key=True, comment="the claim's"),
    Column("position", Integer, primary_key=True, comment="the claim's"),
    Column(
        "role",
        STRING,
        primary_key=True,
        comment="`content`; of an event `actor`, `recipient`, `place`, `time`, `quantity`",
    ),
    Column("number", Integer, primary_key=True, comment="from 0 within the role"),
    Column("start_char", Integer, nullable=False, comment="offset"),
    Column("end_char", Integer, nullable=False, comment="offset after it"),
    Column("text", TEXT, nullable=False, comment="its words"),
    Column("actor_id", STRING, comment="who or what it is, where known"),
    Column("country", STRING, comment="ISO 3166-1 alpha-2"),
    Column("name", TEXT, comment="of a place"),
    Column("lat", Double, comment="of a place, decimal degrees (WGS 84)"),
    Column("lon", Double, comment="of a place, decimal degrees (WGS 84)"),
    Column("geonames_id", Integer, comment="of a place"),
    Column("precision", STRING, comment="of a place or a time"),
    Column("value", STRING, comment="of a time: ISO prefix"),
    Column("low", Double, comment="of a quantity"),
    Column("best", Double, comment="of a quantity"),
    Column("high", Double, comment="of a quantity"),
    Column("unit", STRING, comment="of a quantity"),
    Column("kind", STRING, comment="of a quantity: vocabulary `quantity_kinds`"),
    Column("place_id", STRING, comment="of a place, in the gazetteer"),
    Column("admin1", STRING, comment="of a place: the first-level region that it lies in"),
    Column("extent", JSON, comment="of a region: [west, south, east, north]"),
    Column("type", STRING, comment="of a time: date, time, duration, set"),
    Column("mod", STRING, comment="of a time, as TIMEX3 has it: START, END, APPROX …"),
    Column("earliest", STRING, comment="of a time: the first day, ISO"),
    Column("latest", STRING, comment="of a time: the last day, ISO"),
    Column("deadline", Boolean, comment="of a time: 1 where something is to be done by then"),
    ForeignKeyConstraint(["article_id", "position"], _CLAIM, ondelete="CASCADE"),
    sqlite_with_rowid=False,
    comment="the words of each claim, by what they are to it",
)

entities = Table(
    "entities",
    metadata,
    Column(
        "article_id", ForeignKey(articles.c.article_id, ondelete="CASCADE"), primary_key=True, comment="the article"
    ),
    Column("number", Integer, primary_key=True, comment="from 0 within the article"),
    Column("start_char", Integer, nullable=False, comment="offset"),
    Column("end_char", Integer, nullable=False, comment="offset after it"),
    Column("text", TEXT, nullable=False, comment="its words"),
    Column("label", STRING, nullable=False, comment="vocabulary `entity_labels`"),
    Column("confidence", Double, nullable=False, comment="0 … 1"),
    sqlite_with_rowid=False,
    comment="names that the model marked",
)

resolutions = Table(
    "resolutions",
    metadata,
    Column(
        "article_id", ForeignKey(articles.c.article_id, ondelete="CASCADE"), primary_key=True, comment="the article"
    ),
    Column("number", Integer, primary_key=True, comment="from 0 within the article"),
    Column("start_char", Integer, nullable=False, comment="offset of the mention"),
    Column("end_char", Integer, nullable=False, comment="offset after it"),
    Column("text", TEXT, nullable=False, comment="its words"),
    Column("kind", STRING, nullable=False, comment="`place`, `actor` or `moment`"),
    Column("chosen_id", STRING, comment="what it was taken to mean; null: nothing known"),
    Column("name", TEXT, comment="of that"),
    Column("type", STRING, comment="GeoNames feature code, vocabulary `actor_kinds`, or type of moment"),
    Column("country", STRING, comment="ISO 3166-1 alpha-2"),
    Column("lat", Double, comment="of a place, decimal degrees (WGS 84)"),
    Column("lon", Double, comment="of a place, decimal degrees (WGS 84)"),
    Column("precision", STRING, comment="of a place or a moment"),
    Column("score", Double, nullable=False, comment="0 … 1: how likely the choice is right"),
    Column("chosen", JSON, comment="the choice whole, as a candidate"),
    Column("others", JSON, nullable=False, comment="the runners-up, best first, as candidates"),
    Column("why", JSON, nullable=False, comment="list of short sentences"),
    Column("decided", Boolean, nullable=False, comment="1 where a person chose"),
    sqlite_with_rowid=False,
    comment="what each name, source and time expression was taken to mean",
)

corrections = Table(
    "corrections",
    metadata,
    Column("number", Integer, primary_key=True, comment="from 1, in the order they were made"),
    Column("kind", STRING, nullable=False, comment="`place` or `actor`"),
    Column("text", TEXT, nullable=False, comment="the name, as a person gave it"),
    Column("chosen_id", STRING, comment="what it means; null: nothing of the kind"),
    Column("article_id", STRING, comment="where it holds; null: everywhere"),
    Column("made", STRING, nullable=False, comment="ISO time in UTC"),
    Column("reviewer", STRING, comment="who decided; null where the ledger has no accounts"),
    comment="what people decided about names; no run changes it",
)

decisions = Table(
    "decisions",
    metadata,
    Column("number", Integer, primary_key=True, comment="from 1, in the order they were made"),
    Column("article_id", ForeignKey(articles.c.article_id), nullable=False, comment="the article"),
    Column("claim_id", STRING, nullable=False, comment="the claim, as it was when the decision was made"),
    Column("verdict", STRING, nullable=False, comment="vocabulary `verdicts`"),
    Column("edit", JSON, comment="the fields that a person changed, with their new values"),
    Column("before", JSON, comment="the claim as the model gave it; null for one that a person added"),
    Column("reviewer", STRING, nullable=False, comment="who decided"),
    Column("made", STRING, nullable=False, comment="ISO time in UTC"),
    Column("final", Boolean, nullable=False, comment="1 where it settles a dispute between reviewers"),
    Column("undone", STRING, comment="ISO time in UTC when it was taken back; null while it holds"),
    comment="what people decided about claims; no run changes it",
)

given = Table(
    "given",
    metadata,
    Column(
        "article_id", ForeignKey(articles.c.article_id, ondelete="CASCADE"), primary_key=True, comment="the article"
    ),
    Column("claim_id", STRING, primary_key=True, comment="the model's claim"),
    Column("claim", JSON, nullable=False, comment="the claim whole, as the record"),
    comment="claims as the model gave them, where `claims` holds what people decided in their place",
)

comments = Table(
    "comments",
    metadata,
    Column("number", Integer, primary_key=True, comment="from 1, in the order they were written"),
    Column("article_id", ForeignKey(articles.c.article_id), nullable=False, comment="the article"),
    Column("claim_id", STRING, comment="the claim; null for the article as a whole"),
    Column("reviewer", STRING, nullable=False, comment="who wrote it"),
    Column("made", STRING, nullable=False, comment="ISO time in UTC"),
    Column("text", TEXT, nullable=False, comment="what they wrote"),
    comment="what people noted",
)

users = Table(
    "users",
    metadata,
    Column("name", STRING, primary_key=True, comment="as they sign in and as decisions show them"),
    Column("password", STRING, nullable=False, comment="hash by argon2id"),
    Column("role", STRING, nullable=False, comment="vocabulary `roles`"),
    Column("made", STRING, nullable=False, comment="ISO time in UTC"),
    Column("disabled", Boolean, nullable=False, comment="1 where they may not sign in any more"),
    comment="people who may open the ledger over a network",
)

sessions = Table(
    "sessions",
    metadata,
    Column("token", STRING, primary_key=True, comment="SHA-256 of the secret in the browser's cookie"),
    Column("name", ForeignKey(users.c.name, ondelete="CASCADE"), nullable=False, comment="who signed in"),
    Column("made", STRING, nullable=False, comment="ISO time in UTC"),
    Column("expires", STRING, nullable=False, comment="ISO time in UTC"),
    comment="who is signed in",
)

Index("resolutions_chosen", resolutions.c.chosen_id)
Index("articles_world", articles.c.world)
Index("articles_published", articles.c.published)
Index("articles_revision", articles.c.revision)
Index("decisions_article", decisions.c.article_id)
Index("decisions_claim", decisions.c.claim_id)
Index("comments_article", comments.c.article_id)
Index("comments_claim", comments.c.claim_id)
Index("claims_event_type", claims.c.event_type)
Index("claims_confidence", claims.c.confidence)

"""The tables, in SQLAlchemy Core's own types, so that the same schema serves PostgreSQL.

Articles are keyed by content hash, claims by article and position in it, so every table lies in the order of export.
Offsets are the columns `start_char` and `end_char`, because `end` is a word of SQL.
"""

from __future__ import annotations

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

VERSION = 2
"""Of the schema. A ledger of a lower version gets what it lacks; one of a higher version is refused."""

metadata = MetaData()

meta = Table(
    "meta",
    metadata,
    Column("key", String, primary_key=True, comment="`schema_version`"),
    Column("value", String, nullable=False, comment="its value"),
    comment="what the file says about itself",
)

runs = Table(
    "runs",
    metadata,
    Column("number", Integer, primary_key=True, comment="from 1"),
    Column("run_id", String, nullable=False, unique=True, comment="`run-1`, `run-2`, …"),
    Column("version", String, nullable=False, comment="of Sayso"),
    Column("model", String, nullable=False, comment="name and version of the weights"),
    Column("started", String, nullable=False, comment="ISO time in UTC"),
    Column("finished", String, comment="ISO time in UTC; null while it runs and if it was killed"),
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
    Column("path", Text, nullable=False, comment="the file; bytes that are no text as `\\xNN`"),
    Column("reason", Text, nullable=False, comment="why it could not be read"),
    comment="files that could not be read",
)

articles = Table(
    "articles",
    metadata,
    Column("number", Integer, primary_key=True, comment="ties the article to the full-text index; means nothing else"),
    Column("article_id", String, nullable=False, unique=True, comment="hash of the content"),
    Column("title", Text, comment="as the file gives it"),
    Column("outlet", Text, comment="who published it"),
    Column("authors", JSON, nullable=False, comment="list of names"),
    Column("published", String, comment="ISO prefix: `2018-10-15`, `2018-10`, `2018`"),
    Column("language", String, comment="ISO 639-1"),
    Column("address", Text, comment="where it was published on the web"),
    Column("path", Text, comment="the file it was read from"),
    Column("part", Integer, comment="from 1, where one file holds several articles"),
    Column("text", Text, nullable=False, comment="unaltered; every offset points into it"),
    Column("paragraphs", JSON, nullable=False, comment="list of [start, end, kind]: the stretches that were read"),
    Column("words", Integer, nullable=False, comment="in the text, separated by white space"),
    Column("model", String, nullable=False, comment="whose claims and entities these are"),
    Column("run_id", ForeignKey(runs.c.run_id), nullable=False, comment="the run that added that model's reading"),
    Column("world", String, comment="version of what its names were looked up in; null: to be looked up again"),
    comment="published texts",
)

claims = Table(
    "claims",
    metadata,
    Column(
        "article_id", ForeignKey(articles.c.article_id, ondelete="CASCADE"), primary_key=True, comment="the article"
    ),
    Column("position", Integer, primary_key=True, comment="from 0 within the article, by the predicate's place"),
    Column("claim_id", String, nullable=False, unique=True, comment="hash of the content"),
    Column("kind", String, nullable=False, comment="`event` or `statement`"),
    Column("predicate_start", Integer, nullable=False, comment="offset of the predicate"),
    Column("predicate_end", Integer, nullable=False, comment="offset after it"),
    Column("predicate_text", Text, nullable=False, comment="its words"),
    Column("factuality_score", Double, nullable=False, comment="−3 (certainly not) … +3 (certainly)"),
    Column("factuality_label", String, nullable=False, comment="vocabulary `factuality`"),
    Column("event_type", String, comment="vocabulary `event_types`; null for a statement"),
    Column("event_mode", String, comment="mode of the event"),
    Column("time_value", String, comment="value of the event's time, where known"),
    Column("time_earliest", String, comment="the first day that it can mean: ISO prefix"),
    Column("time_latest", String, comment="the last day that it can mean: ISO prefix"),
    Column("bound_value", String, comment="the article's date, where the event has none: ISO prefix"),
    Column("bound_side", String, comment="`until`: it had happened by then; `from`: it had not"),
    Column("confidence", Double, nullable=False, comment="0 … 1"),
    Column("model", String, nullable=False, comment="name and version of the weights"),
    Column("incident_id", String, comment="claims of one happening share it"),
    sqlite_with_rowid=False,
    comment="predicates, each as one chain of voices presents it",
)

_CLAIM = (claims.c.article_id, claims.c.position)

voices = Table(
    "voices",
    metadata,
    Column("article_id", String, primary_key=True, comment="the claim's"),
    Column("position", Integer, primary_key=True, comment="the claim's"),
    Column(
        "number", Integer, primary_key=True, comment="in the chain: 0 is the nearest, the last is the article's own"
    ),
    Column("start_char", Integer, comment="offset of the source; null for the article's own voice"),
    Column("end_char", Integer, comment="offset after it"),
    Column("text", Text, comment="its words"),
    Column("cue_start", Integer, comment="offset of the words that say so"),
    Column("cue_end", Integer, comment="offset after them"),
    Column("cue_text", Text, comment="those words"),
    Column("stance", String, nullable=False, comment="vocabulary `stances`"),
    Column("source_kind", String, comment="vocabulary `source_kinds`"),
    Column("named", Boolean, nullable=False, comment="1 where the source is named"),
    Column("actor_id", String, comment="who it is, where known"),
    Column("same_as_start", Integer, comment="offset of the earlier mention that it stands for"),
    Column("same_as_end", Integer, comment="offset after that"),
    Column("same_as_text", Text, comment="that mention's words"),
    Column("country", String, comment="ISO 3166-1 alpha-2: whose it is"),
    ForeignKeyConstraint(["article_id", "position"], _CLAIM, ondelete="CASCADE"),
    sqlite_with_rowid=False,
    comment="the chain of sources of each claim",
)

spans = Table(
    "spans",
    metadata,
    Column("article_id", String, primary_key=True, comment="the claim's"),
    Column("position", Integer, primary_key=True, comment="the claim's"),
    Column(
        "role",
        String,
        primary_key=True,
        comment="`content`; of an event `actor`, `recipient`, `place`, `time`, `quantity`",
    ),
    Column("number", Integer, primary_key=True, comment="from 0 within the role"),
    Column("start_char", Integer, nullable=False, comment="offset"),
    Column("end_char", Integer, nullable=False, comment="offset after it"),
    Column("text", Text, nullable=False, comment="its words"),
    Column("actor_id", String, comment="who or what it is, where known"),
    Column("country", String, comment="ISO 3166-1 alpha-2"),
    Column("name", Text, comment="of a place"),
    Column("lat", Double, comment="of a place, decimal degrees (WGS 84)"),
    Column("lon", Double, comment="of a place, decimal degrees (WGS 84)"),
    Column("geonames_id", Integer, comment="of a place"),
    Column("precision", String, comment="of a place or a time"),
    Column("value", String, comment="of a time: ISO prefix"),
    Column("low", Double, comment="of a quantity"),
    Column("best", Double, comment="of a quantity"),
    Column("high", Double, comment="of a quantity"),
    Column("unit", String, comment="of a quantity"),
    Column("kind", String, comment="of a quantity: vocabulary `quantity_kinds`"),
    Column("place_id", String, comment="of a place, in the gazetteer"),
    Column("admin1", String, comment="of a place: the first-level region that it lies in"),
    Column("extent", JSON, comment="of a region: [west, south, east, north]"),
    Column("type", String, comment="of a time: date, time, duration, set"),
    Column("mod", String, comment="of a time, as TIMEX3 has it: START, END, APPROX …"),
    Column("earliest", String, comment="of a time: the first day, ISO"),
    Column("latest", String, comment="of a time: the last day, ISO"),
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
    Column("text", Text, nullable=False, comment="its words"),
    Column("label", String, nullable=False, comment="vocabulary `entity_labels`"),
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
    Column("text", Text, nullable=False, comment="its words"),
    Column("kind", String, nullable=False, comment="`place`, `actor` or `moment`"),
    Column("chosen_id", String, comment="what it was taken to mean; null: nothing known"),
    Column("name", Text, comment="of that"),
    Column("type", String, comment="GeoNames feature code, vocabulary `actor_kinds`, or type of moment"),
    Column("country", String, comment="ISO 3166-1 alpha-2"),
    Column("lat", Double, comment="of a place, decimal degrees (WGS 84)"),
    Column("lon", Double, comment="of a place, decimal degrees (WGS 84)"),
    Column("precision", String, comment="of a place or a moment"),
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
    Column("kind", String, nullable=False, comment="`place` or `actor`"),
    Column("text", Text, nullable=False, comment="the name, as a person gave it"),
    Column("chosen_id", String, comment="what it means; null: nothing of the kind"),
    Column("article_id", String, comment="where it holds; null: everywhere"),
    Column("made", String, nullable=False, comment="ISO time in UTC"),
    comment="what people decided about names; no run changes it",
)

Index("resolutions_chosen", resolutions.c.chosen_id)
Index("articles_world", articles.c.world)
Index("articles_published", articles.c.published)
Index("claims_event_type", claims.c.event_type)

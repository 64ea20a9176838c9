"""A ledger in a PostgreSQL database, for several people at once."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache

from sqlalchemy import URL, Connection, Engine, Table, create_engine, event, func, make_url, select
from sqlalchemy.exc import ArgumentError

from sayso.ledger.errors import LedgerError
from sayso.ledger.schema import as_json, metadata
from sayso.ledger.search import fold

_SCHEMES = ("postgresql", "postgres")
_OLDEST = 14
_CONNECTIONS = 40
"""As many as the desk has threads; the server allows 100 to all together unless it is told otherwise."""
_NO_LETTERS = 0x40000
"""From this character on Unicode has no letters, digits or accents."""
_LOCK = 0x5A150
"""Any number that no other program locks in the same database."""


def engine(address: str) -> Engine:
    """The database at an address. LedgerError where it is none, or the driver isn't installed."""
    try:
        made = create_engine(
            _url(address),
            connect_args={"fallback_application_name": "sayso"},
            json_serializer=as_json,
            max_overflow=_CONNECTIONS,
            paramstyle="format",
            pool_pre_ping=True,  # the desk stays open for days, servers are restarted
        )
    except ModuleNotFoundError as error:
        raise LedgerError(f"a ledger in PostgreSQL needs {error.name}: pip install 'sayso[postgres]'") from error
    event.listen(made, "begin", _begin)
    return made


def shown(address: str) -> str:
    """The address without what is secret in it."""
    url = _url(address)
    open_to_all = {key: value for key, value in url.query.items() if "pass" not in key}
    return url.set(drivername="postgresql", query=open_to_all).render_as_string(hide_password=True)


def prepare(engine: Engine) -> None:
    """LedgerError where the server can't hold a ledger."""
    with engine.connect() as connection:
        version = int(connection.exec_driver_sql("SHOW server_version_num").scalar_one()) // 10_000
        encoding = connection.exec_driver_sql("SHOW server_encoding").scalar_one()
    if version < _OLDEST:
        raise LedgerError(f"the server is PostgreSQL {version}; a ledger needs {_OLDEST} or newer")
    if encoding != "UTF8":
        raise LedgerError(f"the database keeps texts as {encoding}; make one with: createdb --encoding UTF8")


def index(connection: Connection) -> None:
    """Make the functions on text and the full-text index anew."""
    for statement in (*_functions(), *_INDEX):
        connection.exec_driver_sql(statement)


def settle(connection: Connection) -> None:
    """Let the next number that the database gives be higher than those that came with their rows."""
    for table in filter(_is_numbered, metadata.sorted_tables):
        number = table.c.number
        sequence = func.pg_get_serial_sequence(table.name, number.name)
        connection.execute(select(func.setval(sequence, func.max(number))).having(func.max(number).is_not(None)))


def _is_numbered(table: Table) -> bool:
    return [column.name for column in table.primary_key] == ["number"]


def _url(address: str) -> URL:
    try:
        url = make_url(address)
    except (ArgumentError, ValueError):
        url = None
    if url is None or url.drivername not in _SCHEMES:  # the address isn't repeated: it may hold a password
        raise LedgerError("a ledger is a file, such as claims.db, or postgresql://USER@HOST/DATABASE")
    return url.set(drivername="postgresql+psycopg")


def _begin(connection: Connection) -> None:
    # Writers wait for each other, so none fails halfway; a reader sees one moment of the ledger, and writes nothing.
    if connection.get_execution_options().get("writing", False):
        connection.exec_driver_sql("SET LOCAL lock_timeout = '30s'")
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
    else:
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")


# `fold`, `spread` and `holds` are those of search.py, by tables of characters: what a server takes for a letter depends
# on how it was built and where it stands. Most texts are plain ASCII; of the others few have capitals outside of it.
@cache
def _functions() -> tuple[str, ...]:
    signs = [chr(code) for code in range(0x80, _NO_LETTERS) if not 0xD800 <= code <= 0xDFFF]
    marks, letters = (_class(filter(test, signs)) for test in (unicodedata.combining, str.isalnum))
    capitals = [sign for sign in signs if sign.lower() != sign == unicodedata.normalize("NFD", sign)] + ["ς"]
    large, small = "".join(capitals), "".join(map(fold, capitals))
    return (
        _function(
            "fold(text) RETURNS text",
            f"""CASE WHEN octet_length($1) = char_length($1) THEN lower($1 COLLATE "C") ELSE (
                SELECT CASE WHEN bare ~ '[{large}]' THEN translate(bare, '{large}', '{small}') ELSE bare END
                FROM lower(regexp_replace(normalize($1, NFD), '[{marks}]+', '', 'g') COLLATE "C") AS bare
            ) END""",  # noqa: S608 - of characters, none of them from a text
        ),
        _function(
            "spread(text) RETURNS text",
            f"""regexp_replace(' ' || fold($1) || ' ', '[^0-9a-z{letters}]+', ' ', 'g')""",
        ),
        _function(
            "holds(text, words text, prefix boolean) RETURNS boolean",
            """strpos(spread($1), concat(' ', words, CASE WHEN prefix THEN '' ELSE ' ' END)) > 0""",
        ),
    )


def _function(head: str, value: str) -> str:
    return f"CREATE OR REPLACE FUNCTION {head} LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$SELECT {value}$$"


def _class(signs: Iterable[str]) -> str:
    """These characters as ranges, for square brackets in a regular expression."""
    ranges: list[list[int]] = []
    for code in map(ord, signs):
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in ranges)


# `words` decides what is found; `vector` only leads there quickly, since it forgets places beyond the 256th of a word
# and the 16,383rd of a text. It is null where a text is too long even so: then the words are looked at.
_INDEX = (
    "DROP TABLE IF EXISTS article_words",
    """CREATE TABLE article_words (
        number integer PRIMARY KEY REFERENCES articles (number) ON DELETE CASCADE, words text NOT NULL, vector tsvector
    )""",
    "CREATE INDEX article_words_vector ON article_words USING gin (vector)",
    "CREATE INDEX article_words_long ON article_words (number) WHERE vector IS NULL",
    """CREATE OR REPLACE FUNCTION article_vector(words text) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE AS $$
    BEGIN
        RETURN (
            SELECT coalesce(string_agg(concat('''', word, ''':', places), ' '), '')::tsvector FROM (
                SELECT word, string_agg(place::text, ',') AS places
                FROM string_to_table(translate(words, chr(10), ''), ' ') WITH ORDINALITY AS one (word, place)
                WHERE word <> '' GROUP BY word
            ) AS each
        );
    EXCEPTION WHEN program_limit_exceeded THEN
        RETURN NULL;
    END $$""",
    """CREATE OR REPLACE FUNCTION article_index_follow() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        INSERT INTO article_words SELECT new.number, words, article_vector(words)
            FROM concat(spread(new.title), chr(10), spread(new.text)) AS words
            ON CONFLICT (number) DO UPDATE SET words = excluded.words, vector = excluded.vector;
        RETURN NULL;
    END $$""",
    """CREATE OR REPLACE TRIGGER article_index_follow AFTER INSERT OR UPDATE OF title, text ON articles
        FOR EACH ROW EXECUTE FUNCTION article_index_follow()""",
    "UPDATE articles SET title = title",
    """CREATE OR REPLACE FUNCTION article_index(query text) RETURNS TABLE (rowid integer, rank real)
    LANGUAGE plpgsql STABLE AS $$
    DECLARE  -- of a query such as "heavy weapons" AND "troop"*: what the words must hold, and what the vector
        terms text[] := ARRAY(
            SELECT concat(' ', trim('"*' FROM term), CASE WHEN right(term, 1) = '*' THEN '' ELSE ' ' END)
            FROM unnest(string_to_array(query, ' AND ')) AS term
        );
        wanted tsquery := CASE WHEN query !~ '[^ ]{255}' THEN (
            SELECT string_agg(replace(replace(replace(term, '*', ':*'), ' ', ''' & '''), '"', ''''), ' & ')
            FROM unnest(string_to_array(query, ' AND ')) AS term
        )::tsquery END;  -- null for words too long for one
    BEGIN
        RETURN QUERY SELECT number, -ts_rank(vector, wanted, 1) FROM article_words
            WHERE (vector @@ wanted OR vector IS NULL OR wanted IS NULL)
            AND NOT EXISTS (
                SELECT FROM unnest(terms) AS term
                WHERE (vector IS NULL OR wanted IS NULL OR strpos(trim(term), ' ') > 0) AND strpos(words, term) = 0
            );
    END $$""",
)

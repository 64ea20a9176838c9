from __future__ import annotations

import sys

import pytest

from sayso.ledger import Filter, Ledger, LedgerError
from sayso.ledger.search import fold, spread
from tests.databases import Opened
from tests.ledger.build import MODEL, agency, make_article, reading
from tests.postgres import Server

LATIN1 = "ENCODING LATIN1 LOCALE_PROVIDER libc LOCALE 'C'"


@pytest.mark.parametrize(
    "address", ["ann:hunter2@nowhere.invalid/claims", "ann:x@nowhere.invalid/claims?password=hunter2"]
)
def test_no_message_repeats_a_password(address: str) -> None:
    with pytest.raises(LedgerError) as error:
        Ledger.open(f"postgresql://{address}")
    assert "postgresql://ann:***@nowhere.invalid/claims" in str(error.value)
    assert "hunter2" not in str(error.value)


@pytest.mark.parametrize("address", ["postgresql://ann:hunter2@host:no-port/claims", "mysql://ann:hunter2@host/claims"])
def test_an_address_that_is_none_is_not_repeated(address: str) -> None:
    with pytest.raises(LedgerError, match=r"postgresql://USER@HOST/DATABASE$"):
        Ledger.open(address)


def test_without_the_driver_the_message_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(LedgerError, match=r"pip install 'sayso\[postgres\]'"):
        Ledger.open("postgresql://localhost/claims")


def test_a_database_that_is_no_ledger_is_refused_and_left_alone(postgresql: Server) -> None:
    with postgresql.database() as name:
        where = postgresql.address(name)
        with pytest.raises(LedgerError, match="there is no ledger in postgresql://sayso@/"):
            Ledger.open(where, create=False)
        postgresql.execute("CREATE TABLE other (number integer)", name)
        with pytest.raises(LedgerError, match="another database"):
            Ledger.open(where)
    with pytest.raises(LedgerError, match="does not exist"):
        Ledger.open(where)


def test_a_database_that_cannot_hold_every_text_is_refused(postgresql: Server) -> None:
    with postgresql.database("template0", LATIN1) as name, pytest.raises(LedgerError, match="encoding UTF8"):
        Ledger.open(postgresql.address(name))


def test_letters_are_what_they_are_in_python(on_postgresql: Opened) -> None:
    every = map(chr, (code for code in range(1, sys.maxunicode + 1) if not 0xD800 <= code <= 0xDFFF))
    signs = [sign for sign in every if sign < "\u3400" or fold(sign) != sign]  # what is left out are ideographs
    query = "SELECT sign, fold(sign), spread(sign) FROM unnest(%s::text[]) AS sign"
    with on_postgresql() as ledger, ledger.transaction() as connection:
        rows = connection.exec_driver_sql(query, (signs,)).all()
    assert len(rows) == len(signs)
    assert [row for row in rows if (row[1], row[2].split()) != (fold(row[0]), spread(row[0]).split())] == []


def test_a_text_too_long_for_a_vector_is_found_too(on_postgresql: Opened) -> None:
    words = " ".join(f"word{number}" for number in range(300))
    long = make_article("d" * 16, f"{words} {'a' * 3000} end", None, None, None)
    with on_postgresql() as ledger:
        ledger.add_many(ledger.start_run(MODEL, "0.1"), [agency(), reading(long)])
        for query in ("word299", '"word7 word8"', "word29*", "a" * 3000, f"{'a' * 300}*", "word1 end"):
            assert [hit.article_id for hit in ledger.search(query)] == [long.article_id]
        assert [hit.article_id for hit in ledger.search("word8 word7 idlib")] == []
        assert [hit.article_id for hit in ledger.search('"word8 word7"')] == []


def test_who_reads_cannot_write(on_postgresql: Opened) -> None:
    with (
        on_postgresql() as ledger,
        pytest.raises(LedgerError, match="read-only transaction"),
        ledger.transaction() as connection,
    ):
        connection.exec_driver_sql("DELETE FROM articles")


def test_a_nul_that_no_text_can_hold_is_reported(on_postgresql: Opened) -> None:
    with on_postgresql() as ledger, pytest.raises(LedgerError, match="NUL"):
        list(ledger.claims(Filter(source="\0")))


def test_a_server_that_was_restarted_is_found_again(on_postgresql: Opened, postgresql: Server) -> None:
    with on_postgresql() as ledger:
        assert ledger.count() == 0
        postgresql.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'sayso'")
        assert ledger.count() == 0

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from pathlib import Path
from threading import Thread

import numpy as np
import pytest

from sayso.columns import Columns, Snapshot, articles, cache, facets, mask, places
from sayso.ledger import Filter, Ledger
from sayso.words.records import Reading
from tests.columns import sample
from tests.databases import Opened

GROUPS = ("articles", "claims", "voices", "acting", "receiving", "sites", "reviewers")


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample in a file."""
    path = tmp_path_factory.mktemp("sample") / "claims.db"
    sample.fill(Ledger.open(path)).close()
    return path


@pytest.fixture
def own(file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Ledger]:
    """A ledger that a test may change, and a cache of its own, for ledgers of any size."""
    monkeypatch.setenv("SAYSO_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(cache, "SMALLEST", 1)
    with Ledger.open(shutil.copy(file, tmp_path)) as ledger:
        yield ledger


def told(now: Snapshot) -> list[object]:
    """All that a snapshot says, whatever the codes are that it says it by."""
    which = Filter(review="any")
    said: list[object] = [facets(now, which, size=100), places(now, which), articles(now, which, limit=100), now.actors]
    for name, group in ((name, getattr(now, name)) for name in GROUPS):
        said += [(name, field.name, len(getattr(group, field.name))) for field in fields(group)]
    numbers = (now.claims.position, now.claims.first, now.claims.last, now.claims.confidence, now.claims.voices)
    return [*said, list(now.content), now.revision, now.article.tolist(), *(column.tolist() for column in numbers)]


def reject(ledger: Ledger, number: int) -> str:
    """Reject the first claim of an article that stands; returns the article's id."""
    article_id = sample.an_article(number).article_id
    claim = next(ledger.claims(Filter(article=article_id)))
    ledger.review.decide(claim.claim_id, "reject", reviewer="dora", final=True)
    return article_id


def add(ledger: Ledger, reading: Reading) -> None:
    ledger.add(ledger.start_run(reading.model, "0.1"), reading)


def newer(reading: Reading) -> Reading:
    """The same article as another model reads it, with fewer claims and another source."""
    voice = replace(reading.claims[1].voices[0], actor_id="somebody-new", source_kind="expert")
    changed = replace(reading.claims[1], voices=(voice, sample.OWN), model="en-2")
    return replace(reading, claims=(changed, *reading.claims[3:]), model="en-2")


CHANGES: dict[str, Callable[[Ledger], object]] = {
    "a decision": lambda ledger: reject(ledger, 2),
    "a new article": lambda ledger: add(ledger, list(sample.readings(13))[12]),
    "a newer model": lambda ledger: add(ledger, newer(list(sample.readings(4))[3])),
    "all articles": lambda ledger: [reject(ledger, number) for number in range(12)],
}


def test_changes_in_the_ledger_show(opened: Opened) -> None:
    with opened() as ledger:
        columns = Columns.open(sample.fill(ledger))
        for name, change in CHANGES.items():
            before = columns.now()
            was = told(before)
            change(ledger)
            after = told(columns.now())
            assert after == told(Columns(ledger).now()) != was, name
            assert told(before) == was, name  # who still works with it is not disturbed


def test_nothing_is_read_where_nothing_changed(own: Ledger) -> None:
    columns = Columns.open(own)
    assert columns.now() is columns.now()


def test_columns_that_did_not_change_are_shared(own: Ledger) -> None:
    columns = Columns.open(own)
    before = columns.now()
    article_id = reject(own, 2)
    after = columns.now()
    changed = [
        f"{name}.{field.name}"
        for name in GROUPS
        for field in fields(getattr(after, name))
        if getattr(getattr(after, name), field.name) is not getattr(getattr(before, name), field.name)
    ]
    assert changed == ["articles.revision", "claims.review", "claims.reviewers", "reviewers.name"]
    assert after.content is before.content
    rejected = mask(after, Filter(review="rejected", article=article_id))
    assert np.count_nonzero(rejected) > np.count_nonzero(mask(before, Filter(review="rejected", article=article_id)))


def test_a_large_ledger_is_put_by(own: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    first = Columns.open(own).now()
    monkeypatch.setattr(Columns, "_read", None)  # from now on, no full reading
    again = Columns.open(own).now()
    assert told(again) == told(first)
    reject(own, 2)
    assert told(Columns.open(own).now()) != told(first)  # what changed since is read from the ledger


@pytest.mark.parametrize("damage", [b"", b"PK\x03\x04", b"nothing"])
def test_a_cache_that_is_damaged_counts_as_not_there(own: Ledger, tmp_path: Path, damage: bytes) -> None:
    first = Columns.open(own).now()
    (file,) = (tmp_path / "home").rglob("*.npz")
    for content in (damage, file.read_bytes()[:-200], flipped(file.read_bytes())):
        file.write_bytes(content)
        assert told(Columns.open(own).now()) == told(first)
    assert file.stat().st_mode & 0o077 == 0


def flipped(content: bytes) -> bytes:
    """One byte of the largest part, the other way round."""
    middle = content.index(b"content.run") + 200
    return content[:middle] + bytes([content[middle] ^ 0xFF]) + content[middle + 1 :]


def test_another_ledger_in_the_same_place_is_read_anew(own: Ledger, tmp_path: Path) -> None:
    Columns.open(own)
    own.close()
    (tmp_path / "claims.db").unlink()
    with sample.fill(Ledger.open(tmp_path / "claims.db"), count=3) as other:
        assert len(Columns.open(other).now().article_ids) == 3


def test_many_may_ask_while_the_ledger_changes(own: Ledger) -> None:
    columns = Columns.open(own)
    seen: list[int] = []

    def ask() -> None:
        for _ in range(5):
            now = columns.now()
            seen.append(int(np.count_nonzero(mask(now, Filter(review="any")))))

    asking = [Thread(target=ask) for _ in range(4)]
    for thread in asking:
        thread.start()
    for number in range(5):
        reject(own, number)
    for thread in asking:
        thread.join()
    assert set(seen) == {12 * 7}
    assert len(seen) == 20


def test_a_page_holds_the_claims_themselves(own: Ledger) -> None:
    columns = Columns.open(own)
    which = Filter(commented=True)
    found = columns.claims(which, sort="-confidence", limit=3)
    by_confidence = sorted(own.claims(which), key=lambda claim: -claim.confidence)
    assert [row.claim.confidence for row in found.rows] == [claim.confidence for claim in by_confidence[:3]]
    assert {row.claim for row in found.rows} <= set(by_confidence)
    assert found.total == len(by_confidence)
    for row in found.rows:
        article = own.article(row.article.article_id)
        assert row.claim.article_id == article.article_id
        assert (row.article.title, row.article.outlet, row.article.published) == (
            article.title,
            article.outlet,
            article.published,
        )
        assert row.comments == 1

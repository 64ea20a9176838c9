"""What an export writes: the claims or articles of a ledger that pass a filter, with or without the texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from sayso.exports.formats import What
from sayso.ledger.filter import EVERYTHING, Filter
from sayso.ledger.ledger import Ledger
from sayso.words.records import Article, Claim, Paragraph


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """An article in the order in which its fields are exported; `text` is None where the texts are left out."""

    article_id: str
    title: str | None
    outlet: str | None
    authors: tuple[str, ...]
    published: str | None
    language: str | None
    address: str | None
    path: str | None
    text: str | None
    part: int | None
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Extract:
    """A cut from a ledger. Without `texts` an article has an empty text and, of its path, the file's name only."""

    ledger: Ledger
    what: What = "claims"
    which: Filter = EVERYTHING
    texts: bool = True

    def claims(self) -> Iterator[Claim]:
        """The claims that pass, by article and position."""
        return self.ledger.claims(self.which)

    def sourced(self) -> Iterator[tuple[Claim, Article]]:
        """The same, each with its article."""
        # Claims come article by article, so remembering the last one is enough.
        article = lru_cache(maxsize=1)(lambda article_id: self._shown(self.ledger.article(article_id)))
        return ((claim, article(claim.article_id)) for claim in self.claims())

    def articles(self) -> Iterator[ArticleRecord]:
        """The articles with a claim that passes, by id."""
        return map(self.record, self.ledger.articles(self.which))

    def record(self, article: Article) -> ArticleRecord:
        """The article as it is exported."""
        shown = self._shown(article)
        values = {name: getattr(shown, name) for name in ArticleRecord.__slots__}
        return ArticleRecord(**values if self.texts else values | {"text": None})

    def _shown(self, article: Article) -> Article:
        if self.texts:
            return article
        # Without texts means to be passed on: nobody else need know how this machine's folders are called.
        return replace(article, text="", path=article.path and re.split(r"[\\/]", article.path)[-1])

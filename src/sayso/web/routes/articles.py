"""Reading articles: pages of them, and one with its claims."""

from __future__ import annotations

from dataclasses import replace

from fastapi import APIRouter
from fastapi.responses import Response

from sayso.columns import ArticlePage, articles
from sayso.exports import TableFormat, export
from sayso.exports.extract import ArticleRecord, Extract
from sayso.web.answers import JsonRoute
from sayso.web.desk import TheDesk
from sayso.web.files import TABLES, exported, tabled
from sayso.web.filters import Which
from sayso.web.models import ArticleWhole
from sayso.web.routes.claims import After, Limit, Sort
from sayso.words.direction import right_to_left

routes = APIRouter(route_class=JsonRoute, tags=["articles"])


@routes.get("/articles")
def list_articles(
    desk: TheDesk, which: Which, sort: Sort = "position", limit: Limit = 50, after: After = None
) -> ArticlePage:
    """The articles with a claim that passes the filter, or all, a page at a time."""
    return articles(desk.columns.now(), which, sort, limit, after)


@routes.get("/articles/{article_id}")
def get_article(desk: TheDesk, which: Which, article_id: str) -> ArticleWhole:
    """An article with those of its claims that pass the filter, the names in it, and comments."""
    held = desk.ledger.reading(article_id)
    return ArticleWhole(
        article=held.article,
        right_to_left=right_to_left(held.article.language),
        revision=held.revision or 0,
        claims=tuple(desk.ledger.claims(replace(which, article=article_id))),
        entities=held.entities,
        resolutions=desk.ledger.resolutions(article_id),
        comments=desk.ledger.review.comments(article_id=article_id),
    )


@routes.get("/articles.{form}", responses=TABLES)
def export_articles(desk: TheDesk, which: Which, form: TableFormat) -> Response:
    """All articles with a claim that passes the filter, without their texts."""
    if form == "json":
        return tabled(Extract(desk.ledger, "articles", which, texts=False).articles(), ArticleRecord, form, "articles")
    return exported(lambda out: export(desk.ledger, "articles", "csv", out, which, texts=False), "csv", "articles")

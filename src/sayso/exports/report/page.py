"""The report: one HTML file that opens from disk. No script, nothing fetched, and a policy in it that says so.

It holds no time of the export, so the same ledger gives the same bytes.
"""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from importlib.resources import files
from itertools import groupby
from typing import BinaryIO

from sayso.exports import actors
from sayso.exports.codebook import RULES
from sayso.exports.extract import Extract
from sayso.exports.report.claim import CLASSES, markup, sign
from sayso.exports.report.markup import name, safe, term
from sayso.exports.report.tally import Source, Sourced, labels, sources
from sayso.exports.wording import in_words
from sayso.ledger.errors import LedgerError
from sayso.ledger.writer import revision
from sayso.version import __version__
from sayso.words import lines, vocabulary
from sayso.words.records import Article, Claim

MOST = 5_000
"""How many claims a report holds: more is no reading matter, and slow to open."""

_STYLE = (files("sayso.exports.report") / "report.css").read_text(encoding="utf-8")
_SIGNS = (files("sayso.exports.report") / "signs.svg").read_text(encoding="utf-8")
_LEGEND = (
    '<p class="legend">In each sentence: <span class="mark source">who speaks</span>, <span class="mark cue">the words '
    'that say so</span>, <span class="mark content">what is claimed</span>, and in <b>bold</b> its predicate. '
    "Numbers tell whose words they are.</p>"
)
_POLICY = (
    f"default-src 'none'; style-src 'sha256-{b64encode(sha256(_STYLE.encode()).digest()).decode()}'; "
    "base-uri 'none'; form-action 'none'"
)


def write(extract: Extract, out: BinaryIO) -> int:
    """Write the report; returns how many claims are in it. LedgerError where there are more than `MOST`."""
    count = extract.ledger.count(extract.which)
    if count > MOST:
        raise LedgerError(f"a report holds at most {MOST:,} claims, and these are {count:,}; narrow the selection")
    page = _Page(extract)
    out.writelines(part.encode("utf-8", "replace") for part in page.parts())
    return len(page.sourced)


class _Page:
    """The parts of the page, in order."""

    def __init__(self, extract: Extract) -> None:
        self._extract = extract
        self._actors = actors.read(extract.ledger)
        self.sourced: Sequence[Sourced] = list(extract.sourced())
        self._sources = sources(self.sourced, self._actors)
        grouped = groupby(self.sourced, key=lambda pair: pair[1])
        self._articles = sorted(((article, [claim for claim, _ in group]) for article, group in grouped), key=_date)
        claims, articles = lines.number(len(self.sourced), "claim"), lines.number(len(self._articles), "article")
        self._title = f"{claims} from {articles}"

    def parts(self) -> Iterator[str]:
        yield (
            '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
            '<meta name="viewport" content="width=device-width, initial-scale=1">'
            '<meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer">'
            f"<title>Sayso: {safe(self._title)}</title><style>{_STYLE}</style></head><body>{_SIGNS}\n"
        )
        yield f"<header>{self._head()}</header>\n<main>\n"
        for article, claims in self._articles:
            yield f"{self._heading(article, len(claims))}\n"
            yield from (markup(claim, article, self._actors) for claim in claims)
            yield "</section>\n"
        yield f"</main>\n<footer>{self._who_speaks()}{self._codebook()}{self._provenance()}</footer></body></html>\n"

    def _head(self) -> str:
        conditions = "".join(f"<li>{safe(line)}</li>" for line in in_words(self._extract.which))
        return (
            f'<p class="kicker">Sayso report</p><h1>{safe(self._title)}</h1>'
            '<p class="lede">Who says what, as these articles report it. Nothing here says whether it is true.</p>'
            f'<ul class="pills" aria-label="Selected">{conditions or "<li>all claims</li>"}</ul>'
            f"{self._figures()}{self._factuality()}"
            f"{_LEGEND if self._extract.texts else ''}{self._contents()}"
        )

    def _figures(self) -> str:
        found = [article for article, _ in self._articles]
        dates = sorted(article.published for article in found if article.published)
        figures = {
            "claims": f"{len(self.sourced):,}",
            "articles": f"{len(found):,}",
            "outlets": f"{len({article.outlet for article in found} - {None}):,}",
            "named sources": f"{sum(source.named for source in self._sources):,}",
            "published": f"{dates[0]} – {dates[-1]}" if dates else "unknown",
        }
        return f'<dl class="figures">{_pairs({what: safe(figure) for what, figure in figures.items()})}</dl>'

    def _factuality(self) -> str:
        """How the claims are presented: a bar, and what its parts mean."""
        tally = Counter(claim.factuality.label for claim, _ in self.sourced)
        order = [label for label in vocabulary.load("factuality") if tally[label]]
        bar, keys, at = "", "", 0.0
        for label in order:
            share = 100 * tally[label] / len(self.sourced)
            bar += f'<rect class="{CLASSES.get(label, "open")}" x="{at:.2f}%" width="{share:.2f}%" height="100%"/>'
            keys += f"<li>{sign(label)}{term('factuality', label)} <b>{tally[label]:,}</b></li>"
            at += share
        return f'<svg class="bar" aria-hidden="true">{bar}</svg><ul class="keys">{keys}</ul>' if order else ""

    def _contents(self) -> str:
        rows = "".join(
            f'<li><a href="#article-{safe(article.article_id)}">{_title(article)}</a>'
            f" <small>{_origin(article)} · {len(claims):,}</small></li>"
            for article, claims in self._articles
        )
        if not rows:
            return "<p>No claim passes.</p>"
        return f'<details class="contents" open><summary>Articles</summary><ol>{rows}</ol></details>'

    def _heading(self, article: Article, claims: int) -> str:
        return (
            f'<section id="article-{safe(article.article_id)}"><h2>{_title(article)}</h2>'
            f'<p class="origin">{_origin(article)} · {lines.number(claims, "claim")}</p>'
            f'<p class="where">{safe(article.address or "")}</p>'
        )

    def _who_speaks(self) -> str:
        rows = "".join(map(_source, self._sources))
        head = "<tr><th>Source</th><th>Kind</th><th>Claims</th><th>Articles</th></tr>"
        table = f"<table><thead>{head}</thead><tbody>{rows}</tbody></table>"
        return _section("sources", "Sources", table if rows else "<p>Only the articles themselves.</p>")

    def _codebook(self) -> str:
        found = labels([claim for claim, _ in self.sourced])
        parts = (f"<h3>{_spaced(key)}</h3><dl>{_terms(key, keys)}</dl>" for key, keys in found.items() if keys)
        return _section("codebook", "What the labels mean", "".join(parts))

    def _provenance(self) -> str:
        with self._extract.ledger.transaction() as connection:
            state = revision(connection)
        held = {
            "made by": f"Sayso {safe(__version__)}",
            "model": safe(", ".join(sorted({claim.model for claim, _ in self.sourced}))) or "none",
            "revision of the ledger": f"{state:,}",
            "selected": safe("; ".join(in_words(self._extract.which))) or "all claims",
            "texts": "each claim with its sentence" if self._extract.texts else "left out but for what claims quote",
        }
        rules = "".join(f"<li>{_coded(rule)}</li>" for rule in RULES)
        return _section("provenance", "Where this comes from", f"<dl>{_pairs(held)}</dl><ul>{rules}</ul>")


def _date(told: tuple[Article, Sequence[Claim]]) -> tuple[bool, str, str]:
    """The first published first, those without a date last."""
    article, _ = told
    return article.published is None, article.published or "", article.article_id


def _section(kind: str, title: str, content: str) -> str:
    return f'<section class="{kind}"><h2>{title}</h2>{content}</section>'


def _title(article: Article) -> str:
    return name(article.title or article.path or article.article_id)


def _origin(article: Article) -> str:
    return " · ".join(name(part) for part in (article.outlet, article.published) if part) or "origin unknown"


def _source(source: Source) -> str:
    kinds = ", ".join(term("source_kinds", kind) for kind in source.kinds) or "unknown"
    who = (name(source.name) if source.name else "") + ("" if source.named else " <small>unnamed</small>")
    return f"<tr><td>{who}</td><td>{kinds}</td><td>{source.claims:,}</td><td>{source.articles:,}</td></tr>"


def _terms(vocabulary_name: str, keys: Sequence[str]) -> str:
    terms = vocabulary.load(vocabulary_name)
    return _pairs({safe(terms[key].name): safe(terms[key].definition) for key in keys})


def _pairs(pairs: Mapping[str, str]) -> str:
    return "".join(f"<div><dt>{what}</dt><dd>{told}</dd></div>" for what, told in pairs.items())


def _spaced(key: str) -> str:
    return safe(key.replace("_", " ").capitalize())


def _coded(rule: str) -> str:
    """A rule of the codebook; what stands between backticks is code."""
    parts = [safe(part) for part in rule.split("`")]
    return "".join(f"<code>{part}</code>" if number % 2 else part for number, part in enumerate(parts))

"""Web pages: the text is what trafilatura finds to be the article, paragraph by paragraph, its title first.

What is bounded: the bytes, then the characters and tags that are left when scripts, styles and embedded images are
out; trafilatura's time grows with them. Nothing is fetched, no entity or style is loaded from elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Protocol

from sayso.articles import bylines, languages
from sayso.articles.decoding import decode, storable
from sayso.articles.document import BlockKind, Document, Stated
from sayso.articles.errors import UnreadableError
from sayso.articles.readers import joining

# Saved pages hold their images, scripts and fonts as text: bytes may be many. What is left of a long read after these
# are out is below 1 MB and 10,000 tags; trafilatura takes some seconds for the limits.
MOST_CHARACTERS = 4_000_000
MOST_TAGS = 60_000
# Elements inside of each other. Browsers stop at 512; libxml2 and trafilatura recurse.
MOST_DEPTH = 250

_NOISE = re.compile(
    r"<(script|style|svg|noscript|template|iframe)\b(?![^<>]*application/ld\+json)[^<>]*>.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)",
    re.IGNORECASE | re.DOTALL,
)
_EMBEDDED = re.compile(r"data:[\w/+.;=-]{0,80},[\w+/=%-]+")
_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w-]{2,40})|<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w-]{2,40})",
    re.IGNORECASE,
)
_LANGUAGE = re.compile(r"<html\b[^<>]{0,500}?\b(?:xml:)?lang\s*=\s*[\"']?([\w-]{2,35})", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)[^<>]*?(/?)>")
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr p li".split())

# The date is taken from markup alone: htmldate's extensive search would take any date in the text. Fixed bounds,
# because its default upper one is today, and the same page must give the same record tomorrow.
_DATES = {"extensive_search": False, "original_date": True, "min_date": "1990-01-01", "max_date": "2100-01-01"}


class _Element(Protocol):
    """What we use of lxml's elements."""

    tag: object
    text: str | None
    tail: str | None

    def __iter__(self) -> Iterator[_Element]: ...


class _Page(Protocol):
    """What we use of trafilatura's document."""

    title: str | None
    author: str | None
    sitename: str | None
    hostname: str | None
    url: str | None
    date: str | None


def read(data: bytes) -> Document:
    """The document that a web page holds."""
    # Imported here: it takes half a second.
    from trafilatura import bare_extraction
    from trafilatura.settings import Document as Page

    html = _slim(decode(data, _charset(data)))
    page = bare_extraction(html, with_metadata=True, include_comments=False, date_extraction_params=dict(_DATES))
    if not isinstance(page, Page) or page.body is None:
        raise UnreadableError(
            "no article text found in the page; if its text is built by scripts, save it from a browser"
        )
    stated = _stated(page, html)
    paragraphs = [(storable(text), kind) for text, kind in _paragraphs(page.body)]
    return joining.join(_titled(paragraphs, stated.title), stated)


def _charset(data: bytes) -> str | None:
    match = _CHARSET.search(data[:4096])
    return (match[1] or match[2]).decode("ascii") if match else None


def _slim(html: str) -> str:
    """The page without what holds no text; UnreadableError if what is left is more than can be read in seconds."""
    slim = _EMBEDDED.sub("data:,", _NOISE.sub(" ", _DECLARATION.sub("", html, count=1)))
    if len(slim) > MOST_CHARACTERS or slim.count("<") > MOST_TAGS:
        raise UnreadableError(
            f"too large for one article: {len(slim):,} characters and {slim.count('<'):,} tags without scripts and "
            f"images, the limits are {MOST_CHARACTERS:,} and {MOST_TAGS:,}; split it"
        )
    if _depth(slim) > MOST_DEPTH:
        raise UnreadableError(
            f"its elements stand more than {MOST_DEPTH} deep inside of each other; save its text instead"
        )
    return slim


def _depth(html: str) -> int:
    depth = deepest = 0
    for match in _TAG.finditer(html):
        if match[2].lower() not in _VOID and not match[3]:
            depth = max(depth - 1, 0) if match[1] else depth + 1
            deepest = max(deepest, depth)
    return deepest


def _stated(page: _Page, html: str) -> Stated:
    language = _LANGUAGE.search(html[:20_000])
    # Where a page doesn't name its site trafilatura gives the host, which the address says already.
    named = page.sitename if page.sitename and page.sitename not in (page.hostname, f"www.{page.hostname}") else None
    return Stated(
        title=_clean(page.title),
        outlet=_clean(named),
        authors=_authors(_clean(page.author) or ""),
        published=page.date,
        language=languages.stated(language[1] if language else None),
        address=_clean(page.url),
    )


def _authors(listed: str) -> tuple[str, ...]:
    """trafilatura sets names apart by semicolons; an agency among them is no person."""
    names = (name.strip() for name in listed.split(";"))
    return tuple(name for name in names if name and not bylines.outlet(name) and not bylines.is_desk(name))


def _clean(value: str | None) -> str | None:
    return storable(" ".join(value.split())) or None if value else None


def _titled(paragraphs: list[tuple[str, BlockKind]], title: str | None) -> list[tuple[str, BlockKind]]:
    """With the title as the first paragraph, once, wherever the page's head or body has it."""
    if title is None:
        return paragraphs
    head = [paragraph for paragraph in paragraphs[:4] if paragraph[0].casefold() != title.casefold()]
    return [(title, "title"), *head, *paragraphs[4:]]


def _paragraphs(element: _Element, kind: BlockKind = "text") -> Iterator[tuple[str, BlockKind]]:
    """An element's running text, cut at each block inside of it and at line breaks."""
    running = [element.text or ""]
    for child in element:
        if child.tag in _BLOCKS or child.tag == "lb":
            yield _flat(running), kind
            running = []
            yield from _paragraphs(child, "quote" if child.tag == "quote" else kind)
        else:
            running.append(_inline(child))
        running.append(child.tail or "")
    yield _flat(running), kind


_BLOCKS = frozenset({"head", "p", "quote", "list", "item", "table", "row", "cell", "code", "div", "body"})


def _inline(element: _Element) -> str:
    inner = (_inline(child) + (child.tail or "") for child in element)
    return (element.text or "") + "".join(inner)


def _flat(running: list[str]) -> str:
    return " ".join("".join(running).split())

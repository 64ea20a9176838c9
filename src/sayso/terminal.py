"""What commands print for people: data on standard output, the rest on standard error.

Articles are hostile: their text goes through `lines.printable` and never through rich's markup. Bold, underlining and
brackets say what colour says, so that nothing is lost without colours (NO_COLOR).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sayso.ledger import Hit, Summary, Tally
from sayso.marks import Mark, Piece, marks, pieces
from sayso.words import lines
from sayso.words.records import Article, Candidate, Claim, Paragraph, Resolution, Span
from sayso.words.vocabulary import Term

_STYLES = {"source": "bold cyan", "cue": "italic yellow", "content": "underline"}
_OPENINGS = {"source": "[{} ", "cue": "{{{} ", "content": "‹{} "}
_CLOSINGS = {"source": "]", "cue": "}}", "content": " {}›"}
_KEY = "[1 source]  {1 cue}  ‹1 content 1›  one number: one voice"
_WIDE = 110
"""Columns from which on a claim's factuality, event and confidence have a column each."""

_CLAIMS_OF_A_HIT = 5


def complain(message: str) -> None:
    """A line on standard error."""
    _console(stderr=True).print(lines.printable(message), soft_wrap=True)


def claims(found: Iterable[Claim], article_of: Callable[[str], Article]) -> int:
    """A table of claims for each article, as they come; returns how many."""
    console, count = _console(), 0
    for article_id, of_article in groupby(found, key=lambda claim: claim.article_id):
        listed = list(of_article)
        console.print(_heading(article_of(article_id)))
        console.print(_claims_table(listed, wide=console.width >= _WIDE, header=not count))
        count += len(listed)
        console.print()
    return count


def article(article: Article, claims: Sequence[Claim]) -> None:
    """An article with its sources, cues and contents marked, the claims listed below each paragraph."""
    console, found = _console(), marks(claims)
    console.print(_heading(article))
    console.print(Text(_KEY, style="dim"), "\n", sep="")
    for paragraph in article.paragraphs:
        indent = 4 if paragraph.kind == "quote" else 0
        console.print(Padding(_marked(article.text, paragraph, found), (0, 0, 0, indent)))
        for claim in claims:
            if paragraph.start <= claim.predicate.start < paragraph.end:
                console.print(Padding(Text(f"- {lines.line(claim)}", style="dim"), (0, 0, 0, indent + 2)))
        console.print()


def hits(found: Iterable[Hit]) -> int:
    """Articles that a search found, each with a stretch of its text and the claims that hold the query."""
    console, count = _console(), 0
    for hit in found:
        count += 1
        console.print(_origin(hit.title or "untitled", hit.outlet, hit.published, hit.article_id))
        if hit.snippet is not None:
            console.print(Padding(_snippet(hit.snippet, hit.matches), (0, 0, 0, 2)))
        listed = [lines.line(claim) for claim in hit.claims[:_CLAIMS_OF_A_HIT]]
        more = len(hit.claims) - len(listed)
        for line in [*listed, f"{lines.number(more, 'more claim')}"] if more else listed:
            console.print(Padding(Text(f"- {line}", style="dim"), (0, 0, 0, 2)))
        console.print()
    return count


def rows(header: Sequence[str], found: Iterable[Sequence[str | int | None]]) -> int:
    """A table with a heading, numbers to the right, as wide as its cells; returns how many rows."""
    cells = [list(row) for row in found]
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    for number, name in enumerate(header):
        counts = bool(cells) and all(isinstance(row[number], int) for row in cells)
        table.add_column(name, justify="right" if counts else "left", overflow="fold")
    for row in cells:
        table.add_row(*(Text(_cell(cell)) for cell in row))
    if cells:
        _console().print(table)
    return len(cells)


def resolutions(found: Iterable[Resolution]) -> int:
    """Each mention with what it was taken to mean, why, and what else it could mean; returns how many."""
    console, count = _console(), 0
    for resolution in found:
        count += 1
        chosen = resolution.chosen
        meant = _candidate(chosen) if chosen else "nothing known"
        sure = "decided" if resolution.decided else f"{resolution.score:.2f}"
        console.print(Text(lines.one_line(resolution.text), style="bold").append(f"  {meant} [{sure}]", "not bold"))
        told = [*resolution.why, *(f"or: {_candidate(other)} [{other.score:.2f}]" for other in resolution.others)]
        for line in told:
            console.print(Padding(Text(lines.one_line(line), style="dim"), (0, 0, 0, 2)))
    return count


def _candidate(one: Candidate) -> str:
    where = ", ".join(filter(None, (one.admin1, one.country)))
    known = "; ".join(filter(None, (one.type, where, one.precision, one.id)))
    return f"{lines.one_line(one.name)} ({lines.one_line(known)})"


def _cell(cell: str | int | None) -> str:
    return f"{cell:,}" if isinstance(cell, int) else lines.one_line(cell or "")


def pairs(values: Mapping[str, str]) -> None:
    """Names and what stands for them, in two columns."""
    table = Table.grid(padding=(0, 2))
    for name, value in values.items():
        table.add_row(Text(name, style="bold"), Text(lines.printable(value)))
    _console().print(table)


def summary(held: Summary) -> Mapping[str, str]:
    """A ledger in numbers, as pairs."""
    dates = " to ".join(filter(None, (held.first, held.last)))
    return {
        "articles": f"{held.articles:,} from {lines.number(held.outlets, 'outlet')}" + (f", {dates}" if dates else ""),
        "words": f"{held.words:,}",
        "claims": f"{held.claims:,}",
        "  kinds": _tallies(held.kinds),
        "  factuality": _tallies(held.factuality),
        "  event types": _tallies(held.event_types),
        "  kinds of source": _tallies(held.source_kinds),
        "  sources": _tallies(held.sources),
        "entities": f"{held.entities:,}",
        "models": ", ".join(held.models),
        "runs": f"{held.runs:,}, with {lines.number(held.failures, 'failure')}",
    }


def terms(found: Iterable[Term]) -> None:
    """The terms of a vocabulary with their definitions and where these come from."""
    table = Table.grid(padding=(0, 2, 1, 0))
    for term in found:
        table.add_row(
            Text(term.key, style="bold"), Text(f"{term.name}: {term.definition}\n").append(term.source, "dim")
        )
    _console().print(table)


def _console(*, stderr: bool = False) -> Console:
    return Console(stderr=stderr, markup=False, highlight=False, emoji=False)


def _heading(article: Article) -> Text:
    name = article.title or article.path or "untitled"
    return _origin(name, article.outlet, article.published, article.article_id)


def _origin(title: str, *rest: str | None) -> Text:
    known = " · ".join(lines.one_line(part) for part in rest if part)
    return Text(lines.one_line(title), style="bold").append(f"\n{known}", style="not bold dim")


def _claims_table(found: Sequence[Claim], *, wide: bool, header: bool) -> Table:
    table = Table(expand=True, box=None, padding=(0, 1), show_header=wide and header)
    table.add_column("", width=1)
    table.add_column("what is claimed", ratio=3)
    table.add_column("who says it", ratio=2)
    for name, columns in (("factuality", 22), ("event", 12), ("conf.", 5)) if wide else (("", 22),):
        table.add_column(name, width=columns)
    for claim in found:
        how = _how(claim)
        told = lines.content(claim), lines.sources(claim) or "(the article)"
        table.add_row("-", *map(Text, told), *map(Text, how if wide else [_stacked(*how)]))
    return table


def _how(claim: Claim) -> tuple[str, str, str]:
    event = lines.one_line(claim.event.type) if claim.event else ""
    return lines.factuality(claim.factuality), event, f"{claim.confidence:.2f}"


def _stacked(factuality: str, event: str, confidence: str) -> str:
    return f"{factuality}\n{event} {confidence}".replace("\n ", "\n")


def _marked(text: str, paragraph: Paragraph, found: Sequence[Mark]) -> Text:
    marked = Text(style="bold" if paragraph.kind == "title" else "")
    for piece in pieces(paragraph.start, paragraph.end, found):
        _append(marked, text, piece)
    return marked


def _append(marked: Text, text: str, piece: Piece) -> None:
    for mark in piece.marks:
        if mark.start == piece.start:
            marked.append(_OPENINGS[mark.kind].format(mark.number), style="dim")
    style = " ".join(dict.fromkeys(_STYLES[mark.kind] for mark in piece.marks))
    marked.append(lines.printable(text[piece.start : piece.end]), style=style)
    for mark in reversed(piece.marks):
        if mark.end == piece.end:
            marked.append(_CLOSINGS[mark.kind].format(mark.number), style="dim")


def _snippet(snippet: Span, matches: Sequence[Span]) -> Text:
    text = Text(lines.printable(snippet.text).replace("\n", " "), end=" …")
    for match in matches:
        text.stylize("bold underline", max(0, match.start - snippet.start), max(0, match.end - snippet.start))
    return text


def _tallies(tallies: Sequence[Tally], most: int = 12) -> str:
    return ", ".join(f"{lines.one_line(tally.label, 60)} {tally.claims:,}" for tally in tallies[:most])

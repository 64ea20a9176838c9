"""Commands that ask the ledger for claims and articles, and say what there is."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import msgspec
import typer

from sayso import terminal
from sayso.commands.common import Limit, example, listing, write
from sayso.exports import FORMATS, Format, What
from sayso.exports import codebook as read_codebook
from sayso.exports import export as write_export
from sayso.exports.codebook import markdown
from sayso.jobs import Coder
from sayso.ledger import Filter
from sayso.options import Output, Selection, Store, expanded
from sayso.version import __version__
from sayso.words import lines
from sayso.words import vocabulary as vocabularies

CodebookFormat = Literal["md", "json"]

app = typer.Typer()


@app.command(epilog=example("sayso claims --source-kind official --event-type ASSAULT", "sayso claims --since 2018-10"))
@expanded
def claims(output: Output, selection: Selection, limit: Limit = None) -> None:
    """List claims: what is claimed, who says it, how certain."""
    with output.opened() as ledger:
        found = ledger.claims(selection.of(ledger), limit=limit)
        listing(found, lambda claims: terminal.claims(claims, ledger.article), "claims", as_json=output.json)


@app.command(epilog=example("sayso show Idlib", "sayso show Idlib --json"))
@expanded
def show(
    article: Annotated[str, typer.Argument(help="Its id, path or title, or a part of one.", show_default=False)],
    output: Output,
) -> None:
    """Show an article with its sources, cues and contents marked, and its claims."""
    with output.opened() as ledger:
        found = ledger.article(article)
        claims = tuple(ledger.claims(Filter(article=found.article_id)))
        if output.json:
            write({"article": found, "claims": claims, "entities": ledger.entities(found.article_id)})
        else:
            terminal.article(found, claims)


@app.command(epilog=example("sayso search Idlib", """sayso search '"heavy weapons" withdr*'"""))
@expanded
def search(
    query: Annotated[str, typer.Argument(help='Words; "side by side"; a beginnin*.', show_default=False)],
    output: Output,
    limit: Limit = 20,
) -> None:
    """Find articles by words in title or text, with the claims that hold them."""
    with output.opened() as ledger:
        listing(ledger.search(query, limit=limit or 20), terminal.hits, "articles", as_json=output.json)


@app.command(
    epilog=example("sayso export --format xlsx --out claims.xlsx", "sayso export --what articles --format csv")
)
@expanded
def export(
    store: Store,
    selection: Selection,
    *,
    what: Annotated[What, typer.Option(help="The claims, or the articles with a claim that is selected.")] = "claims",
    as_format: Annotated[Format, typer.Option("--format", help="Parquet, STIX and FtM need sayso[FORMAT].")] = "jsonl",
    out: Annotated[Path | None, typer.Option(help="The file to write; by default, standard output.")] = None,
    texts: Annotated[bool, typer.Option(help="With the articles' texts, or only what claims quote of them.")] = True,
    with_codebook: Annotated[
        bool, typer.Option("--codebook", help="And what it all means, in FILE.codebook.md.")
    ] = False,
) -> None:
    """Write what is selected for other programs, or as a report to read, always in the same order."""
    if with_codebook and out is None:
        raise typer.BadParameter("needs --out, the file that it is put beside", param_hint="--codebook")
    with store.opened() as ledger:
        stream = out or typer.get_binary_stream("stdout")
        written = write_export(ledger, what, as_format, stream, selection.of(ledger), texts=texts)
    if out is not None:
        terminal.complain(
            f"Wrote {lines.number(written, FORMATS[as_format].counted or what.removesuffix('s'))} to {out}."
        )
    if out is not None and with_codebook:
        out.with_name(f"{out.name}.codebook.md").write_text(markdown(read_codebook()), encoding="utf-8")


@app.command(epilog=example("sayso codebook", "sayso codebook --format json"))
def codebook(
    as_format: Annotated[CodebookFormat, typer.Option("--format", help="Markdown, or JSON for programs.")] = "md",
) -> None:
    """Say what each column of an export holds and what each label means."""
    book = read_codebook()
    if as_format == "json":
        write(book)
    else:
        typer.echo(markdown(book), nl=False)


@app.command(epilog=example("sayso info", "sayso info --json"))
@expanded
def info(output: Output) -> None:
    """Say what a ledger holds, and which version this is."""
    with output.opened() as ledger:
        held, model, where = ledger.summary(), Coder.version("en"), ledger.where
    if output.json:
        write({"version": __version__, "model": model, "ledger": where, **msgspec.to_builtins(held)})
    else:
        version = f"{__version__}, model {model}"
        terminal.pairs({"sayso": version, "ledger": where, **terminal.summary(held)})


@app.command(epilog=example("sayso vocabulary", "sayso vocabulary factuality"))
def vocabulary(
    name: Annotated[str | None, typer.Argument(help="Which one; without it, their names.", show_default=False)] = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Write JSON, one record a line, for programs.")] = False,
) -> None:
    """Define the labels that records hold, such as event types and kinds of source."""
    if name is None:
        for known in vocabularies.names():
            typer.echo(known)
        return
    if name not in vocabularies.names():
        raise typer.BadParameter(f"{name!r} is none of {', '.join(vocabularies.names())}", param_hint="NAME")
    terms = vocabularies.load(name).values()
    if not as_json:
        terminal.terms(terms)
    for term in terms if as_json else ():
        write({"key": term.key, "name": term.name, "definition": term.definition, "source": term.source})

"""`sayso serve`: the desk in a browser; `sayso users`: the people who may sign in to it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso import terminal
from sayso.commands.common import example, listing
from sayso.options import Output, Store, expanded, key_of

if TYPE_CHECKING:
    from sayso.ledger import Ledger
    from sayso.web.people import People

app = typer.Typer()
users_app = typer.Typer(help="The people who may sign in to a ledger's desk; with them, nobody else sees it.")
app.add_typer(users_app, name="users", no_args_is_help=True)

Name = Annotated[str, typer.Argument(help="As they sign in and as decisions show them.", show_default=False)]
Role = Annotated[str, key_of("roles", "What they may do")]
PasswordFile = Annotated[
    Path | None, typer.Option(help="A file whose first line is the password; - is standard input. Else it is asked.")
]


@app.command(epilog=example("sayso serve demo.db", "sayso serve demo.db --port 9000 --no-open"))
def serve(
    ledger: Annotated[str, typer.Argument(envvar="SAYSO_LEDGER", help="A file, or postgresql://….")] = "sayso.db",
    *,
    port: Annotated[int, typer.Option(min=0, max=65_535, help="Or the next one that is free; 0 is any.")] = 8000,
    host: Annotated[str, typer.Option(help="The address to listen at; beyond this machine people sign in.")] = (
        "127.0.0.1"
    ),
    name: Annotated[list[str] | None, typer.Option(help="A name that a proxy before it is known by.")] = None,
    certificate: Annotated[Path | None, typer.Option(help="For TLS: a PEM file.", exists=True)] = None,
    key: Annotated[Path | None, typer.Option(help="The certificate's key.", exists=True)] = None,
    max_upload: Annotated[int, typer.Option(min=1, metavar="MB", help="Files added at once, together.")] = 200,
    open_page: Annotated[
        bool | None, typer.Option("--open/--no-open", help="Open it in a browser; by default, from a terminal.")
    ] = None,
) -> None:
    """Serve the desk: a page to read, find, see, correct and share what a ledger holds. Ctrl-C ends it."""
    from sayso.web import server  # here: no other command needs a server
    from sayso.web.desk import Settings

    listening = server.Listening(host, port, tuple(name or ()), certificate, key)
    settings = Settings(upload_bytes=max_upload * 2**20)
    opens = sys.stdout.isatty() if open_page is None else open_page
    with Store(ledger).opened() as opened:
        try:
            server.serve(opened, listening, settings, typer.echo, open_page=opens)
        except server.ServeError as error:
            terminal.complain(str(error))
            raise typer.Exit(1) from None


@users_app.command("add", epilog=example("sayso users add mona --role owner", "sayso users add ali < password.txt"))
@expanded
def add(name: Name, store: Store, role: Role = "reviewer", password_file: PasswordFile = None) -> None:
    """Let a person sign in, or one who was removed again."""
    with store.opened() as ledger:
        _people(ledger).add(name, _password(password_file), role)
    terminal.complain(f"{name} may sign in, as {role}.")


@users_app.command("list", epilog=example("sayso users list", "sayso users list --json"))
@expanded
def show(output: Output) -> None:
    """List who may sign in, or once might."""
    with output.opened() as ledger:
        found = _people(ledger).everyone()
    rows = ((user.name, user.role, "removed" if user.disabled else "", user.made) for user in found)
    listing(found, lambda _: terminal.rows(("name", "role", "", "since"), rows), "people", as_json=output.json)


@users_app.command("role", epilog=example("sayso users role ali owner"))
@expanded
def role(
    name: Name,
    store: Store,
    role: Annotated[str, typer.Argument(help="One of `sayso vocabulary roles`.", show_default=False)],
) -> None:
    """Give a person another role, from their next click on."""
    with store.opened() as ledger:
        _people(ledger).change(name, role=role)


@users_app.command("password", epilog=example("sayso users password ali"))
@expanded
def password(name: Name, store: Store, password_file: PasswordFile = None) -> None:
    """Give a person another password. Whoever is signed in by that name no longer is."""
    with store.opened() as ledger:
        _people(ledger).change(name, password=_password(password_file))


@users_app.command("remove", epilog=example("sayso users remove ali"))
@expanded
def remove(name: Name, store: Store) -> None:
    """End a person's account. What they decided stays, under their name, which nobody else can get."""
    with store.opened() as ledger:
        _people(ledger).change(name, disabled=True)


def _people(ledger: Ledger) -> People:
    from sayso.web.people import People

    return People(ledger)


def _password(file: Path | None) -> str:
    """From a file, from standard input, or asked for; never from the command line, which others can see."""
    if file is None and sys.stdin.isatty():
        return str(typer.prompt("Password", hide_input=True, confirmation_prompt=True))
    if file is None or str(file) == "-":
        return sys.stdin.readline().rstrip("\r\n")
    return file.read_text(encoding="utf-8").partition("\n")[0].rstrip("\r")

"""Serving a desk: who may be let in from where, the port, the printed address, and an end without a fuss."""

from __future__ import annotations

import socket
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

import uvicorn
from fastapi import FastAPI

from sayso.ledger import Ledger
from sayso.web.app import create_app
from sayso.web.desk import Settings
from sayso.web.people import People
from sayso.web.security import LOOPBACK

_PORTS = 20
"""How many ports are tried, from the one that is asked for."""
_GRACE_SECONDS = 3
"""For answers on their way when the server ends."""


class ServeError(Exception):
    """Why a desk can't be served; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Listening:
    """Where a desk listens. `names` are those by which it is known beyond this machine, behind a proxy or without.

    `certificate` and `key` are PEM files; with them it speaks TLS.
    """

    host: str = "127.0.0.1"
    port: int = 8000
    names: tuple[str, ...] = ()
    certificate: Path | None = None
    key: Path | None = None

    @property
    def is_open(self) -> bool:
        """Whether others than this machine's users can reach it."""
        return self.host not in LOOPBACK or bool(self.names)


def serve(
    ledger: Ledger,
    listening: Listening,
    settings: Settings,
    told: Callable[[str], None],
    *,
    open_page: bool = False,
) -> None:
    """Serve the ledger until ctrl-C; `told` gets the address. ServeError where that can't or mustn't be."""
    accounts = People(ledger).exist()
    if listening.is_open and not accounts:
        raise ServeError(
            "beyond this machine the desk needs people who sign in; make the first, an owner: "
            f"sayso users add NAME --role owner --ledger {ledger.where}"
        )
    with _socket(listening.host, listening.port) as bound:
        settings = replace(settings, names=_names(listening), any_address=listening.host not in LOOPBACK)
        address = _address(listening, bound.getsockname()[1]) + ("" if accounts else f"#token={settings.token}")
        app = create_app(ledger, settings)
        with _opened(address) if open_page else nullcontext():
            told(address)
            _run(app, listening, bound)


def _run(app: FastAPI, listening: Listening, bound: socket.socket) -> None:
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        # Another user of this machine could otherwise give any address as theirs.
        proxy_headers=bool(listening.names),
        ssl_certfile=listening.certificate,
        ssl_keyfile=listening.key,
        timeout_graceful_shutdown=_GRACE_SECONDS,
    )
    with suppress(KeyboardInterrupt):  # how a server ends
        uvicorn.Server(config).run(sockets=[bound])


def _names(listening: Listening) -> frozenset[str]:
    here = {socket.gethostname().lower(), socket.getfqdn().lower()} if listening.host not in LOOPBACK else set()
    return LOOPBACK | here | {name.lower() for name in listening.names} | {listening.host}


def _socket(host: str, port: int) -> socket.socket:
    """Bound to the port, or the next one that is free; 0 is any."""
    for tried in range(port, min(port + _PORTS, 65_536) if port else 1):
        with suppress(OSError):
            return socket.create_server((host, tried), family=_family(host))
    raise ServeError(f"can't listen at {host}, port {port} or the {_PORTS - 1} after it; name others by --host, --port")


def _family(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET


def _address(listening: Listening, port: int) -> str:
    scheme = "http" if listening.certificate is None else "https"
    host = {"0.0.0.0": socket.gethostname(), "::": socket.gethostname()}.get(listening.host, listening.host)  # noqa: S104 - the user's own choice
    return f"{scheme}://{f'[{host}]' if ':' in host else host}:{port}/"


@contextmanager
def _opened(address: str) -> Iterator[None]:
    """The page in a browser, by a file that only this user can read: a browser's arguments are everyone's to see."""
    with TemporaryDirectory(prefix="sayso-", ignore_cleanup_errors=True) as folder:
        page = Path(folder, "open.html")
        page.write_text(f'<!doctype html><meta http-equiv="refresh" content="0;url={escape(address)}">', "utf-8")
        webbrowser.open(page.as_uri())
        yield

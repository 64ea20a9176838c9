"""A PostgreSQL server of the tests' own: in a temporary folder, on a socket in it, gone when they end."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import psycopg

MISSING = "PostgreSQL isn't installed: apt install postgresql"
# The server's own order of texts is one for people, so that a test fails where a ledger relies on it.
_INITDB = "--no-sync --auth=trust --username=sayso --encoding=UTF8 --locale=C --locale-provider=icu --icu-locale=en"
_SETTINGS = "-c fsync=off -c full_page_writes=off -c listen_addresses= -c shared_buffers=32MB"


class Server:
    """A running server: databases for the asking."""

    def __init__(self, folder: Path) -> None:
        """`folder` holds its socket."""
        self._folder = folder
        self._numbers = count(1)

    @contextmanager
    def database(self, template: str = "template1", options: str = "") -> Iterator[str]:
        """The name of a new database, a copy of another: an empty one. It is dropped when the block ends."""
        name = f"ledger_{next(self._numbers)}"
        self.execute(f"CREATE DATABASE {name} TEMPLATE {template} {options}")
        try:
            yield name
        finally:
            self.execute(f"DROP DATABASE {name} WITH (FORCE)")

    def address(self, name: str) -> str:
        """Of a database, as `--ledger` takes it."""
        return f"postgresql://sayso@/{name}?host={self._folder}"

    def execute(self, statement: str, name: str = "postgres") -> None:
        """Run a statement in a database."""
        with psycopg.connect(self.address(name), autocommit=True) as connection:
            connection.execute(statement.encode())


def programs() -> Path | None:
    """The folder with the programs of the newest PostgreSQL that is installed."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    found = shutil.which("initdb")
    return debian[-1].parent if debian else Path(found).parent if found else None


@contextmanager
def serving(binaries: Path) -> Iterator[Server]:
    """A server, as long as the block lasts."""
    # PostgreSQL refuses to run as root; Debian's package brings a user for it.
    user = "postgres" if os.geteuid() == 0 else None
    folder = Path(tempfile.mkdtemp(prefix="sayso-"))  # a short path: that of a socket has at most 107 characters

    def call(program: str, *arguments: str) -> None:
        command = [str(binaries / program), *arguments, f"--pgdata={folder / 'data'}"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, user=user, cwd=folder)

    try:
        if user:
            shutil.chown(folder, user)
            folder.chmod(0o755)
        call("initdb", *_INITDB.split())
        call("pg_ctl", "start", "--wait", "--silent", f"-l{folder / 'log'}", f"-o-k {folder} {_SETTINGS}")
        try:
            yield Server(folder)
        finally:
            call("pg_ctl", "stop", "--silent", "--mode=immediate")
    finally:
        shutil.rmtree(folder)

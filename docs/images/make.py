"""`make pictures`: what the commands print on a terminal, as the pictures of the README and the documentation."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from io import StringIO
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.text import Text

HERE = Path(__file__).parent
SAMPLE = HERE.parent.parent / "samples" / "dossier" / "palisade-courier" / "2018-12-20-withdrawal.md"
WIDTH = 100
LINES = 46


def main() -> None:
    """Read one sample, and draw how `sayso show` prints its beginning."""
    with tempfile.TemporaryDirectory() as folder:
        ledger = f"{folder}/one.db"
        _sayso("read", str(SAMPLE), "--ledger", ledger)
        printed = _sayso("show", SAMPLE.name, "--ledger", ledger)
    console = Console(record=True, width=WIDTH, file=StringIO())
    for line in printed.splitlines()[:LINES]:
        console.print(Text.from_ansi(line), soft_wrap=True)
    # Without its web fonts: a picture that is looked at offline asks nobody for anything.
    form = re.sub(r"@font-face \{\{.*?\}\}", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL)
    console.save_svg(str(HERE / "show.svg"), title="sayso show", code_format=form)


def _sayso(*arguments: str) -> str:
    command = [sys.executable, "-c", "from sayso.cli import app; app()", *arguments]
    environment = os.environ | {"FORCE_COLOR": "1", "TERM": "xterm-256color", "COLUMNS": str(WIDTH)}
    return subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout


if __name__ == "__main__":
    main()

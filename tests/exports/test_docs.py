"""docs/export.md lists every format, and its examples run. `python -m tests.exports.test_docs` writes its table."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sayso.cli import app
from sayso.exports import FORMATS
from sayso.ledger import Ledger
from tests.exports.build import hostile
from tests.ledger.build import MODEL, dossier

PAGE = Path(__file__).parents[2] / "docs" / "export.md"
EXAMPLES = re.findall(r"\n## (.+?)\n(.*?)(?=\n## |\Z)", PAGE.read_text(encoding="utf-8"), re.DOTALL)


def table() -> str:
    rows = ["| `--format` | Is | Holds | Needs |", "|---|---|---|---|"]
    for known in FORMATS.values():
        needs = f"`sayso[{known.extra}]`" if known.extra else ""
        rows.append(f"| `{known.key}` | {known.name}: {known.description} | {', '.join(known.holds)} | {needs} |")
    return "\n".join(rows)


def with_table(page: str) -> str:
    return re.sub(
        r"(<!-- formats -->\n).*?(<!-- /formats -->)", lambda m: f"{m[1]}{table()}\n{m[2]}", page, flags=re.DOTALL
    )


def test_the_page_lists_every_format() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert with_table(page) == page, "run: python -m tests.exports.test_docs"


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib's own
@pytest.mark.parametrize(("heading", "text"), EXAMPLES, ids=[heading for heading, _ in EXAMPLES])
def test_the_examples_run(heading: str, text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with Ledger.open("sayso.db") as ledger:
        ledger.add_many(ledger.start_run(MODEL, "0.1"), [*dossier(), hostile()])
    for code in re.findall(r"```python\n(.*?)```", text, re.DOTALL):
        for name in re.findall(r"^(?:import|from) (\w+)", code, re.MULTILINE):
            pytest.importorskip(name)
    for command in re.findall(r"\$ sayso (.+)", text):
        done = CliRunner().invoke(app, shlex.split(command))
        assert done.exit_code == 0, done.output
    for code in re.findall(r"```python\n(.*?)```", text, re.DOTALL):
        exec(compile(code, f"docs/export.md, {heading}", "exec"), {})


if __name__ == "__main__":
    PAGE.write_text(with_table(PAGE.read_text(encoding="utf-8")), encoding="utf-8")

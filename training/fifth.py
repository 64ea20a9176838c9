"""A fixed fifth of a corpus, written as files of the corpus's own format: what is quick to score each time.

It is chosen document by document, by a hash of the document's name, as `mixture.held_out` chooses. A row that names no
document stands for itself and goes by its text.
"""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import zlib
from collections.abc import Callable
from pathlib import Path


def write(corpus: Path, folder: Path) -> Path:
    """Write the fifth of a file, or of a folder of brat files, into `folder` and return its path.

    ValueError for a file of another format.
    """
    target = folder / corpus.name
    if corpus.is_dir():
        shutil.copytree(corpus, target, ignore=_other_brat_files)
    elif corpus.suffix in _FORMATS:
        with corpus.open(encoding="utf-8", newline="") as file:
            target.write_text(_FORMATS[corpus.suffix](file.read()), encoding="utf-8", newline="")
    else:
        raise ValueError(f"no fifth of {corpus}: there is one of folders and of {', '.join(_FORMATS)}")
    return target


def holds(name: str) -> bool:
    """Whether the document of this name is in the fifth."""
    return zlib.crc32(name.encode()) % 5 == 0


def _other_brat_files(_: str, names: list[str]) -> list[str]:
    return [name for name in names if name.endswith(".ann") and not holds(name.removesuffix(".ann"))]


def _columns(text: str) -> str:
    """Of CoNLL-U and IOB2 the documents, each of which begins with `# newdoc id = NAME`."""
    documents = re.split(r"^(?=# newdoc)", text, flags=re.MULTILINE)
    return "".join(one for one in documents if holds(one.partition("\n")[0].partition("=")[2].strip()))


def _lines(text: str) -> str:
    """Of JSON lines those of the documents that they name as `document` or `id`."""
    lines = [line for line in text.split("\n") if line.strip()]
    return "".join(f"{line}\n" for line in lines if holds(_name(json.loads(line), line)))


def _name(row: dict[str, object], line: str) -> str:
    return next((str(row[field]) for field in ("document", "id") if field in row), line)


def _table(text: str) -> str:
    """Of CSV the header and the rows."""
    header, *rows = csv.reader(io.StringIO(text, newline=""))
    found = io.StringIO(newline="")
    csv.writer(found).writerows([header, *(row for row in rows if holds(",".join(row)))])
    return found.getvalue()


_FORMATS: dict[str, Callable[[str], str]] = {
    ".conllu": _columns,
    ".iob2": _columns,
    ".jsonl": _lines,
    ".csv": _table,
}

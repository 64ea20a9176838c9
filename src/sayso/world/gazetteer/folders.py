"""Where the gazetteer's files lie: the environment variable SAYSO_HOME, else where the platform keeps such things."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_DEFAULTS = {
    "linux": {"cache": ("XDG_CACHE_HOME", "~/.cache"), "data": ("XDG_DATA_HOME", "~/.local/share")},
    "darwin": {"cache": ("", "~/Library/Caches"), "data": ("", "~/Library/Application Support")},
    "win32": {"cache": ("LOCALAPPDATA", "~/AppData/Local"), "data": ("APPDATA", "~/AppData/Roaming")},
}


def cache() -> Path:
    """The folder for what can be built again."""
    return _folder("cache")


def data() -> Path:
    """The folder for what the user added."""
    return _folder("data")


def _folder(use: str) -> Path:
    if home := os.environ.get("SAYSO_HOME"):
        return Path(home) / use
    variable, default = _DEFAULTS.get(sys.platform, _DEFAULTS["linux"])[use]
    return Path(os.environ.get(variable) or default).expanduser() / "sayso"

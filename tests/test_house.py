"""What holds for the project as a whole, whatever room is worked on."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from typer.main import get_group

from sayso.cli import app
from sayso.version import __version__
from sayso.words import vocabulary

ROOT = Path(__file__).parent.parent
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
README = ROOT / "README.md"
PAGES = [ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
VOCABULARIES = sorted((ROOT / "src/sayso/words/vocabulary").glob("*.toml"))

HEAVY = {"dateparser", "docx", "onnxruntime", "pyarrow", "pypdf", "pypdfium2", "tokenizers", "torch", "trafilatura"}
REGISTRY = re.compile(r"pypi\.org|pythonhosted\.org|npmjs\.(?:org|com)|--(?:extra-)?index-url|--find-[l]inks")
MACHINE_PATH = re.compile(r"(?<![\w.])/(?:home|root|work|Users)/[\w.-]+/[\w.-]+")


def files_in_git() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    return [path for name in listed.stdout.split("\0") if name and (path := ROOT / name).is_file()]


def test_changelog_and_package_name_the_same_version() -> None:
    newest = re.search(r"^## \[?(\d+\.\d+\.\d+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert newest is not None
    assert newest[1] == __version__


@pytest.mark.parametrize("path", VOCABULARIES, ids=lambda path: path.stem)
def test_every_term_says_what_it_means_and_where_that_comes_from(path: Path) -> None:
    terms = vocabulary.load(path.stem)
    assert terms
    for term in terms.values():
        assert all(value.strip() for value in (term.name, term.definition, term.source)), term.key


def test_no_file_names_a_registry_or_a_place_on_somebodys_machine() -> None:
    found = []
    for path in files_in_git():
        text = path.read_bytes().decode("utf-8", errors="replace")
        found += [f"{path.relative_to(ROOT)}: {match[0]}" for match in REGISTRY.finditer(text)]
        found += [f"{path.relative_to(ROOT)}: {match[0]}" for match in MACHINE_PATH.finditer(text)]
    assert found == []


def test_import_sayso_is_light() -> None:
    loaded = subprocess.run(
        [sys.executable, "-c", "import sayso, sys; print(*sys.modules)"], check=True, capture_output=True, text=True
    )
    assert HEAVY & set(loaded.stdout.split()) == set()


def test_pages_name_only_make_targets_that_there_are() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert {"demo", "test"} <= set(named_after("make", README)) <= targets
    assert {name for page in PAGES for name in named_after("make", page)} <= targets


def test_pages_name_every_command_and_none_that_there_is_not() -> None:
    commands = set(get_group(app).commands)
    assert {name for page in [README, *PAGES] for name in named_after("sayso", page)} == commands


def named_after(program: str, page: Path) -> list[str]:
    """The words that follow a program's name in what a Markdown page sets as code."""
    code = re.findall(r"```.*?```|`[^`]+`", page.read_text(encoding="utf-8"), re.DOTALL)
    return re.findall(rf"(?<![\w.-])(?<!from ){program} ([a-z]+)\b", "\n".join(code))


def test_lock_covers_every_dependency_and_nothing_of_torch() -> None:
    locked = set(re.findall(r"^([a-z0-9-]+)==", (ROOT / "requirements.lock").read_text(encoding="utf-8"), re.MULTILINE))
    project, groups = PYPROJECT["project"], PYPROJECT["dependency-groups"]
    extras = [line for name in ("parquet", "postgres", "stix") for line in project["optional-dependencies"][name]]
    wanted = [*project["dependencies"], *extras, *groups["dev"], *groups["build"]]
    assert {Requirement(line).name.lower() for line in wanted} <= locked
    assert [name for name in locked if name.startswith(("torch", "nvidia", "triton", "cuda"))] == []


def test_wheel_holds_the_package_with_its_data_and_nothing_else(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    held = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    package = [path for path in files_in_git() if path.is_relative_to(ROOT / "src")]
    interface = [path for path in (ROOT / "src/sayso/web/static").rglob("*") if path.is_file()]
    assert "sayso/web/static/index.html" in held
    assert held == {path.relative_to(ROOT / "src").as_posix() for path in (*package, *interface)}

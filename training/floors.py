"""Floors under the shipped weights' figures: each figure of the model card, on a fixed fifth of its dev set.

A floor holds for one state of its corpus, known by a hash. It rises by `raised`; it falls only by `lowered`, with a
reason that is kept beside it in `floors.toml`.
"""

from __future__ import annotations

import hashlib
import json
import math
import tomllib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from sayso.language.model import Model
from training import fifth
from training.card import OWN, ROWS
from training.evaluation import TASKS
from training.evaluation.counts import Figures

FLOORS = Path(__file__).with_name("floors.toml")
_HEADER = "# Written by `python -m training floors`; CONTRIBUTING.md says how a floor is raised and lowered.\n"
_REMEDY = "; CONTRIBUTING.md says when and how a floor is lowered"
_MARGIN = 0.5
"""Percentage points between a figure and the floor that it sets: processors differ in how they round eight bits."""
_MARGINS = {"r": 0.005, "MAE": -0.005}
"""The same for figures that are no percentages; below zero where less is better."""
_OPTIONAL = frozenset({"scipy"})
"""What an evaluation may ask for and only those who train have."""

Corpus = tuple[str, str]
"""A task and the path that it is scored on, from the folder of the corpora, or this project's own (`OWN`)."""
Figure = tuple[Corpus, tuple[str, ...]]
"""A figure by its corpus and the keys under which it stands in the evaluation's object."""
Score = Callable[[str, Path], Figures]
"""The figures of a task on a path."""

KNOWN: tuple[Figure, ...] = tuple(((row.task, row.path), row.keys) for row in ROWS)
"""What gets a floor."""


@dataclass(frozen=True, slots=True)
class Floor:
    """The least that a figure may be (the most, where less is better), and why it was lowered last, if it was."""

    task: str
    path: str
    sha256: str
    keys: tuple[str, ...]
    floor: float
    because: str | None = None
    lowered: str | None = None
    """The day, as an ISO date."""

    @property
    def figure(self) -> Figure:
        """What it is a floor of."""
        return (self.task, self.path), self.keys


@dataclass(frozen=True, slots=True)
class Measured:
    """What scoring gave: the corpus's hash, and its figures or the reason why there are none."""

    sha256: str
    figures: Figures
    problem: str | None = None

    def value(self, keys: Sequence[str]) -> float | None:
        """A figure; None where there is no such figure."""
        found: object = self.figures
        for key in keys:
            found = found.get(key) if isinstance(found, dict) else None
        return float(found) if isinstance(found, (int, float)) and math.isfinite(found) else None


Change = Callable[[Sequence[Floor], Mapping[Corpus, Measured]], list[Floor]]
"""Floors after scoring, of those before."""


def check(corpora: Path, score: Score, change: Change | None = None, path: Path = FLOORS) -> int:
    """Score what has a floor and say what is wrong: 0 if all floors hold or there are no corpora, else 1.

    With a change (`raised`, or what `lowering` gives) what has no floor yet is scored too, and the file written first.
    """
    if not corpora.is_dir():
        print(f"floors: skipped, since there are no corpora at {corpora}")
        return 0
    before = read(path)
    known = [floor.figure for floor in before]
    measured, skipped = measure((corpus for corpus, _ in (*known, *(KNOWN if change else ()))), corpora, score)
    floors = change(before, measured) if change else before
    if floors != before:
        write(floors, path)
    wrong = list(complaints(floors, measured))
    for line in (*skipped, *_changes(before, floors), *_without(floors, measured), *wrong):
        print(f"floors: {line}")
    print(f"floors: of {len(floors)} figures {len(wrong)} failed" + (_REMEDY if wrong else ""))
    return 1 if wrong else 0


def _changes(before: Sequence[Floor], floors: Sequence[Floor]) -> Iterator[str]:
    old = {floor.figure: floor.floor for floor in before}
    for floor in floors:
        if floor not in before:
            yield f"{_named(floor.figure)} from {old.get(floor.figure, 'nothing')} to {floor.floor:g}"


def _without(floors: Sequence[Floor], measured: Mapping[Corpus, Measured]) -> Iterator[str]:
    held = {floor.figure for floor in floors}
    for corpus, keys in KNOWN:
        if (corpus, keys) not in held:
            problem = measured[corpus].problem if corpus in measured else None
            yield f"{_named((corpus, keys))} has no floor yet" + (f": {problem}" if problem else "")


def _named(figure: Figure) -> str:
    (task, path), keys = figure
    return f"{task} {path}: {', '.join(keys)}"


def measure(wanted: Iterable[Corpus], corpora: Path, score: Score) -> tuple[dict[Corpus, Measured], list[str]]:
    """Hash and score each corpus once; and say which were skipped, for want of a module that is not installed."""
    measured: dict[Corpus, Measured] = {}
    skipped = []
    for task, path in dict.fromkeys(wanted):
        try:
            measured[task, path] = _measure(task, Path(path) if path.startswith(OWN) else corpora / path, score)
        except ModuleNotFoundError as missing:
            if missing.name not in _OPTIONAL:
                raise
            skipped.append(f"{task} {path}: skipped, {missing} (training/requirements.txt)")
    return measured, skipped


def _measure(task: str, path: Path, score: Score) -> Measured:
    corpus = path.with_name(path.name.partition(":")[0])
    if not corpus.exists():
        return Measured("", {}, f"nothing at {corpus}")
    try:
        return Measured(sha256(corpus), score(task, path))
    except SystemExit as told:
        return Measured(sha256(corpus), {}, str(told))


def sha256(corpus: Path) -> str:
    """The hash of a file, or of the names and hashes of all files in a folder."""
    if corpus.is_file():
        return hashlib.sha256(corpus.read_bytes()).hexdigest()
    files = sorted(file for file in corpus.rglob("*") if file.is_file())
    listed = "".join(f"{sha256(file)}  {file.relative_to(corpus).as_posix()}\n" for file in files)
    return hashlib.sha256(listed.encode()).hexdigest()


def complaints(floors: Iterable[Floor], measured: Mapping[Corpus, Measured]) -> Iterator[str]:
    """What is wrong where a corpus was scored: a figure under its floor, or none, or another state of the corpus."""
    for floor in floors:
        corpus, keys = floor.figure
        name = _named(floor.figure)
        found = measured.get(corpus)
        if found is None:
            continue
        value = found.value(keys)
        if found.problem:
            yield f"{name}: {found.problem}"
        elif found.sha256 != floor.sha256:
            yield f"{name}: the corpus has changed, its sha256 is {found.sha256}, not {floor.sha256}"
        elif value is None:
            yield f"{name}: the evaluation gives no such figure"
        elif _worse(keys, value, floor.floor):
            yield f"{name} is {value:g}, worse than its floor {floor.floor:g}"


def raised(floors: Sequence[Floor], measured: Mapping[Corpus, Measured]) -> list[Floor]:
    """Floors as high as the figures allow, in the order of the card; none falls, none moves to another corpus."""
    before = {floor.figure: floor for floor in floors}
    found: list[Floor] = []
    for corpus, keys in dict.fromkeys((*KNOWN, *before)):
        old = before.get((corpus, keys))
        new = _set(corpus, keys, measured.get(corpus))
        if old is None or (new and new.sha256 == old.sha256 and _worse(keys, old.floor, new.floor)):
            found += [new] if new else []
        else:
            found.append(old)
    return found


def lowering(tasks: Collection[str], because: str | None) -> Change:
    """The change that `lowered` makes today. SystemExit for an unknown task, or for no reason."""
    if unknown := set(tasks) - set(TASKS):
        raise SystemExit(f"no task {min(unknown)!r}; there are {', '.join(TASKS)}")
    if not because or not because.strip():
        raise SystemExit('a floor is lowered for a reason: --lower TASK… --because "…"')
    return partial(lowered, tasks=tasks, because=because.strip(), day=datetime.now(UTC).date().isoformat())


def lowered(
    floors: Sequence[Floor], measured: Mapping[Corpus, Measured], tasks: Collection[str], because: str, day: str
) -> list[Floor]:
    """Of the tasks those that fail, down to where their figures are, or set anew where the corpus changed."""
    found = []
    for floor in floors:
        fails = floor.task in tasks and any(complaints([floor], measured))
        new = _set(*floor.figure, measured.get(floor.figure[0])) if fails else None
        found.append(replace(new, because=because, lowered=day) if new else floor)
    return found


def _set(corpus: Corpus, keys: tuple[str, ...], measured: Measured | None) -> Floor | None:
    """The floor that a figure sets; None for no figure."""
    value = measured.value(keys) if measured else None
    if measured is None or value is None:
        return None
    return Floor(*corpus, measured.sha256, keys, round(value - _margin(keys), 3))


def _margin(keys: Sequence[str]) -> float:
    return _MARGINS.get(keys[-1], _MARGIN)


def _worse(keys: Sequence[str], value: float, floor: float) -> bool:
    return value > floor if _margin(keys) < 0 else value < floor


def read(path: Path = FLOORS) -> list[Floor]:
    """The floors of a file; none where there is no file yet."""
    rows = tomllib.loads(path.read_text(encoding="utf-8")).get("floor", []) if path.exists() else []
    return [Floor(**{**row, "keys": tuple(row["keys"])}) for row in rows]


def write(floors: Iterable[Floor], path: Path = FLOORS) -> None:
    """Write floors; a field that a floor doesn't have is left out."""
    path.write_text(_HEADER + "".join(f"\n[[floor]]\n{_fields(floor)}" for floor in floors), encoding="utf-8")


def _fields(floor: Floor) -> str:
    fields = {name: getattr(floor, name) for name in Floor.__slots__}
    return "".join(f"{k} = {json.dumps(v, ensure_ascii=False)}\n" for k, v in fields.items() if v is not None)


def scorer(weights: str | Path) -> Score:
    """Scores weights on the fifth; a part of a corpus (`PATH:PART`) whole, since it is small or a fifth already."""
    model = Model.load(str(weights), threads=2)

    def score(task: str, path: Path) -> Figures:
        if ":" in path.name:
            return TASKS[task](model, [path])
        with TemporaryDirectory() as folder:
            return TASKS[task](model, [fifth.write(path, Path(folder))])

    return score

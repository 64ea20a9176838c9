"""How far a run is, on standard error: articles, and words a second."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

from sayso.reading import Progress


@contextmanager
def bar() -> Iterator[Callable[[Progress], None]]:
    """A progress bar, to be called as `read` calls its `progress`; silent where standard error is no terminal."""
    console = Console(stderr=True)
    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("articles, {task.fields[speed]} words a second"))
    with Bar(
        *columns, TimeRemainingColumn(), console=console, disable=not console.is_terminal, transient=True
    ) as shown:
        task, begun = shown.add_task("read", total=None, speed="0"), monotonic()

        def update(progress: Progress) -> None:
            speed = progress.words / max(monotonic() - begun, 1e-9)
            shown.update(task, completed=progress.done, total=progress.total, speed=f"{speed:,.0f}")

        yield update

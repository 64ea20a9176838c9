"""The main path: find files → read articles → leave out what is known → analyse and code → ledger.

`read` keeps the readings in memory, `read_into` writes them to a ledger as they come; both follow `Flow.readings`,
which names the stages in order. This process reads plain text, which takes less time than to hand it over; what needs
a parser of HTML, PDF or DOCX is read in processes of its own, which may die or hang. Of little, this process also makes
the claims; of more, processes that hold a model each. What a ledger ends up with depends neither on the order of the
files nor on the number of processes: files are read in the order of their names, and of two that hold the same article
the first gives its `path`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import TypeVar

import msgspec

from sayso import articles
from sayso.articles import ArticleError
from sayso.jobs import Coded, Coder, FileRead, FileReader
from sayso.ledger import Ledger, LedgerError, Run
from sayso.linking import relink
from sayso.readings import Readings
from sayso.version import __version__
from sayso.words.records import Article, Correction, Reading
from sayso.workers import Here, In, Job, Out, Workers

T = TypeVar("T")
Team = Workers[In, Out] | Here[In, Out]

# Below this many bytes of files, one process has read them before others are up (about a second each).
SMALL = 200_000
# A batch of files and one of articles: a fraction of a second's work, so that no process waits long for another's last.
FILES_BATCH = 500_000
ARTICLES_BATCH = 8_000
# Seconds between transactions: each writes parts of the ledger's indexes anew; a kill loses these and a batch's work.
TRANSACTION = 0.5
MOST_IN_BATCH = 32
# Read by parsers that others wrote, of formats that can hide anything.
PARSED = frozenset({"html", "pdf", "docx"})


@dataclass(frozen=True, slots=True)
class Text:
    """Something to read that is no file, such as standard input. Its content tells its format; errors hold `name`."""

    name: str
    data: bytes


Source = str | Path | Text
"""A file, a folder (with all below it), or a text."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is. `total` counts the articles seen so far and the files not yet read."""

    done: int
    total: int
    words: int


@dataclass(frozen=True, slots=True)
class Report:
    """What a run did: the ledger's record of it, how many files it `found`, how many articles it knew before (`known`),
    and what it could not read.
    """

    run: Run
    found: int
    known: int
    errors: tuple[ArticleError, ...]
    interrupted: bool


def read(
    *sources: Source,
    include: str | None = None,
    processes: int | None = None,
    progress: Callable[[Progress], None] | None = None,
    coder: type[Coder] = Coder,
    model: str = "en",
) -> Readings:
    """Read files, folders and texts: each article with its claims, and the errors for what could not be read.

    `include` is a pattern for the files in folders ("*.html"). `processes` is the number of models at work; by default
    one for little text, else one a core. `progress` is called as articles get ready. `coder` and `model` are what
    reads.
    """
    flow = Flow(sources, include, processes, progress)
    coder.prepare()
    readings = [reading for batch in flow.readings(coder, model, (), lambda _: False) for reading in batch]
    return Readings(tuple(sorted(readings, key=flow.order)), flow.errors())


def read_into(
    ledger: Ledger,
    *sources: Source,
    include: str | None = None,
    processes: int | None = None,
    progress: Callable[[Progress], None] | None = None,
    told: Callable[[str], None] | None = None,
    coder: type[Coder] = Coder,
    model: str = "en",
) -> Report:
    """Read into a ledger what it doesn't hold yet, in small transactions. The arguments are `read`'s.

    What the ledger holds with names looked up in something older is looked up again. `told` gets a line where
    something has to be built first. Ctrl-C ends the run and keeps what is done; the same call goes on, after that as
    after a kill.
    """
    flow = Flow(sources, include, processes, progress)
    version = coder.version(model)
    try:
        coder.prepare(told)
    except KeyboardInterrupt:
        nothing = ledger.finish_run(ledger.start_run(model=version, version=__version__))
        return Report(nothing, flow.sources, flow.known, flow.errors(), interrupted=True)
    corrections = [decision.correction for decision in ledger.corrections()]
    run_id = ledger.start_run(model=version, version=__version__)
    interrupted = False
    try:
        found = flow.readings(coder, model, corrections, lambda article_id: ledger.has(article_id, version))
        with closing(found) as batches:
            for readings in _gathered(batches):
                flow.refused(_add(ledger, run_id, readings))
        if flow.world is None or next(ledger.stale(flow.world), None) is not None:
            relink(ledger, coder.world())
    except KeyboardInterrupt:
        interrupted = True
    for error in flow.errors():
        row = "" if error.row is None else f"row {error.row}: "
        ledger.add_failure(run_id, error.name, row + error.reason)
    return Report(ledger.finish_run(run_id), flow.sources, flow.known, flow.errors(), interrupted)


def _gathered(batches: Iterable[list[Reading]]) -> Iterator[list[Reading]]:
    """Batches together, as they come within one transaction's time; what is there when a run ends early comes too."""
    gathered: list[Reading] = []
    begun = monotonic()
    try:
        for batch in batches:
            gathered += batch
            if monotonic() - begun >= TRANSACTION:
                yield gathered
                gathered, begun = [], monotonic()
    except (Exception, KeyboardInterrupt):
        yield gathered
        raise
    yield gathered


def _add(ledger: Ledger, run_id: str, readings: Sequence[Reading]) -> list[tuple[Reading, LedgerError]]:
    """Add a batch in one transaction; returns the readings that the ledger won't have, with its reason.

    Raises LedgerError where it takes none of several: then the fault is its own (a full disk, another writer).
    """
    try:
        ledger.add_many(run_id, readings)
    except LedgerError:
        refused = [(reading, error) for reading in readings if (error := _add_one(ledger, run_id, reading))]
        if len(refused) == len(readings) > 1:
            raise
        return refused
    return []


def _add_one(ledger: Ledger, run_id: str, reading: Reading) -> LedgerError | None:
    try:
        ledger.add(run_id, reading)
    except LedgerError as error:
        return error
    return None


class Flow:
    """The sources of one run on their way through the stages, counted as they go."""

    def __init__(
        self,
        sources: Sequence[Source],
        include: str | None,
        processes: int | None,
        progress: Callable[[Progress], None] | None,
    ) -> None:
        self.known = 0
        self.world: str | None = None
        """What the names of this run were looked up in; None before an article was read."""
        self._files, self._texts = _find(sources, include)
        self._processes = _processes(processes, self._files, self._texts)
        self._progress = progress
        self.sources = self._unread = len(self._files) + len(self._texts)
        self._numbers: dict[str, int] = {}
        self._errors: list[ArticleError] = []
        self._found = self._done = self._words = 0

    def readings(
        self, coder: type[Coder], model: str, corrections: Sequence[Correction], is_known: Callable[[str], bool]
    ) -> Generator[list[Reading], None, None]:
        """Batches of readings, as they get ready: the stages, in order."""
        decided = msgspec.json.encode(corrections).decode()
        team: Team[Article, Coded] = _team(self._processes, coder, model, decided)
        with Workers(_readers(self._processes), FileReader) as readers, team as coders:
            new = (article for article in self._articles(self._read(readers)) if self._is_new(article, is_known))
            for coded in coders.map(_batches(new, _characters, ARTICLES_BATCH), in_order=False):
                yield list(self._readings(coded))

    def refused(self, readings: Iterable[tuple[Reading, LedgerError]]) -> None:
        """Note readings that the ledger won't have as errors of their articles."""
        self._errors += [_error(reading.article, str(error)) for reading, error in readings]

    def errors(self) -> tuple[ArticleError, ...]:
        """What could not be read so far, by name."""
        return tuple(sorted(self._errors, key=lambda error: (error.name, error.row or 0, error.reason)))

    def order(self, reading: Reading) -> int:
        """The place of a reading's article among all that were found."""
        return self._numbers[reading.article.article_id]

    def _read(self, readers: Team[bytes, FileRead]) -> Iterator[Article | ArticleError]:
        """The articles of all files in the order of their names, then those of the texts."""
        batches = _batches(map(os.fsencode, filter(_is_parsed, self._files)), _bytes, FILES_BATCH)
        parsed = (found for batch in readers.map(batches, in_order=True) for _, found in batch)
        for file in self._files:
            self._unread -= 1
            yield from _unpacked(next(parsed)) if _is_parsed(file) else articles.read(file)
        for text in self._texts:
            self._unread -= 1
            yield from articles.read_bytes(text.data, text.name)

    def _articles(self, found: Iterable[Article | ArticleError]) -> Iterator[Article]:
        for article in found:
            if isinstance(article, Article):
                yield article
            else:
                self._errors.append(article)
                self._found += 1
                self._count()

    def _is_new(self, article: Article, is_known: Callable[[str], bool]) -> bool:
        if article.article_id in self._numbers:  # a copy of one in this run: the first gives the path
            return False
        self._numbers[article.article_id] = len(self._numbers)
        self._found += 1
        if not is_known(article.article_id):
            return True
        self.known += 1
        self._count()
        return False

    def _readings(self, batch: Iterable[tuple[Article, Coded]]) -> Iterator[Reading]:
        for article, coded in batch:
            if coded.failure is None:
                self.world = coded.world
                yield coded.reading(article)
            else:
                self._errors.append(_error(article, coded.failure))
            self._count(coded.words)

    def _count(self, words: int = 0) -> None:
        self._done += 1
        self._words += words
        if self._progress is not None:
            self._progress(Progress(self._done, self._found + self._unread, self._words))


def _error(article: Article, reason: str) -> ArticleError:
    part = f"article {article.part}: " if article.part else ""
    return ArticleError(article.path or article.article_id, part + reason)


def _find(sources: Sequence[Source], include: str | None) -> tuple[list[Path], list[Text]]:
    """Files in the order of their names, whatever the order they were given in, and texts in the order given."""
    paths = sorted(Path(source) for source in sources if not isinstance(source, Text))
    return sorted(articles.find(paths, include)), [source for source in sources if isinstance(source, Text)]


def _processes(wanted: int | None, files: Iterable[Path], texts: Iterable[Text]) -> int:
    """How many processes besides this one hold a model; none if this one reads alone."""
    if wanted is None:
        small = sum(map(_bytes, files)) + sum(len(text.data) for text in texts) < SMALL
        wanted = 1 if small else os.cpu_count() or 1
    return wanted if wanted > 1 else 0


def _readers(processes: int) -> int:
    """How many processes read files for that many models: a file costs a fraction of its articles' analysis."""
    return max(1, processes // 2)


def _is_parsed(file: Path) -> bool:
    return articles.format_of(file.name) in PARSED


def _unpacked(found: FileRead) -> Iterator[Article | ArticleError]:
    yield from found.articles
    yield from (ArticleError(*error) for error in found.errors)


def _team(count: int, job: type[Job[In, Out]], *arguments: str) -> Team[In, Out]:
    """Processes that load while the first files are read, or none."""
    if not count:
        return Here(job, *arguments)
    team = Workers(count, job, *arguments)
    team.start()
    return team


def _batches(items: Iterable[T], size: Callable[[T], int], limit: int) -> Iterator[list[T]]:
    """Runs of items that together stay below the limit; what is larger than it stands alone."""
    batch: list[T] = []
    total = 0
    for item in items:
        if batch and (total + size(item) > limit or len(batch) == MOST_IN_BATCH):
            yield batch
            batch, total = [], 0
        batch.append(item)
        total += size(item)
    if batch:
        yield batch


def _characters(article: Article) -> int:
    return len(article.text)


def _bytes(path: Path | bytes) -> int:
    """The size of a file; 0 if it can't be asked, which reading it will report."""
    try:
        return Path(os.fsdecode(path)).stat().st_size
    except OSError:
        return 0

"""Processes that run one job over batches, kept apart from each other and from the caller.

A worker is a fresh interpreter that talks over its standard input and output, not a `multiprocessing` child: a script
or a notebook that calls `sayso.read` needs no `__main__` guard. What comes back is decoded as plain records, never
unpickled: a worker reads hostile files, and one that a file took over must not hand code to the caller.
"""

from __future__ import annotations

import gc
import os
import queue
import signal
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager, suppress
from functools import partial
from importlib import import_module
from threading import Event, Timer
from types import GenericAlias
from typing import IO, Generic, Protocol, TypeVar

import msgspec

In = TypeVar("In")
Out = TypeVar("Out")

_LENGTH = 8
_BOOT = "from sayso.workers import serve; serve()"


class Job(Protocol[In, Out]):
    """What a worker does: one result an item, in the items' order.

    It is a class at the top of a module, made once a process from strings, and holds what is costly to load. `takes`
    and `gives` are the types of an item and a result, as msgspec encodes them. A batch that takes longer than
    `most_seconds` counts as one that its process died of; None is no limit.
    """

    takes: type[In]
    gives: type[Out]
    most_seconds: float | None

    def __call__(self, batch: Sequence[In], /) -> list[Out]:
        """The results of a batch. An exception for one item is the job's to catch."""

    @staticmethod
    def lost(item: In, reason: str, /) -> Out:
        """The result of an item whose worker died twice."""


class WorkerDiedError(Exception):
    """A worker ended in the middle of a batch; the message says how."""


class WorkerStartError(Exception):
    """No worker can start: the job could not be made in a fresh process."""


class Worker(Generic[In, Out]):
    """One process, started by `start` or when it gets its first batch, and again after it died."""

    def __init__(self, job: type[Job[In, Out]], arguments: Sequence[str]) -> None:
        self._command = [f"{job.__module__}:{job.__qualname__}", *arguments]
        self._encode = msgspec.msgpack.Encoder().encode
        self._decode = msgspec.msgpack.Decoder(GenericAlias(list, (job.gives,))).decode
        self._most_seconds = job.most_seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._is_ready = False

    def start(self) -> None:
        """Start the process where there is none, and don't wait: it makes its job while the caller does other work."""
        if self._process is None:
            self._process, self._is_ready = self._started(), False

    def run(self, batch: Sequence[In]) -> list[Out]:
        """The results of one batch. Raises WorkerDiedError, WorkerStartError."""
        process = self._ready()
        with _limit(process, self._most_seconds) as late:
            try:
                _send(_pipe(process.stdin), self._encode(batch))
            except OSError:
                raise self._died(process) from None
            answer = _receive(_pipe(process.stdout))
        if late.is_set():
            self._died(process)
            raise WorkerDiedError(f"reading it took longer than {self._most_seconds:g} seconds")
        if answer is None:
            raise self._died(process)
        results: list[Out] = self._decode(answer)
        return results

    def close(self) -> None:
        """End the process, whatever it is doing: a worker holds nothing that isn't in the caller's hands too."""
        if self._process is not None:
            _end(self._process)

    def _started(self) -> subprocess.Popen[bytes]:
        # -P, and no empty entry: a folder of articles that is the current one must not provide modules.
        path = os.pathsep.join(entry for entry in sys.path if entry)
        return subprocess.Popen(  # noqa: S603 - this interpreter, our own words, no shell
            [sys.executable, "-P", "-c", _BOOT, *self._command],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": path},
        )

    def _ready(self) -> subprocess.Popen[bytes]:
        """The process, once it has made its job."""
        self.start()
        process = self._process
        assert process is not None
        if not self._is_ready:
            greeting = _receive(_pipe(process.stdout))
            if greeting != b"":
                end = self._died(process)
                raise WorkerStartError(greeting.decode() if greeting else f"a worker could not start: {end}")
            self._is_ready = True
        return process

    def _died(self, process: subprocess.Popen[bytes]) -> WorkerDiedError:
        self._process = None
        with suppress(subprocess.TimeoutExpired):  # so that the status is its own, not that of being ended here
            process.wait(1)
        code = _end(process)
        how = f"signal {-code}, perhaps out of memory" if code < 0 else f"exit status {code}"
        return WorkerDiedError(f"the process that read it died ({how})")


class Workers(Generic[In, Out]):
    """`count` workers that share one stream of batches. A context manager: leaving it ends them."""

    def __init__(self, count: int, job: type[Job[In, Out]], *arguments: str) -> None:
        self._lost = job.lost
        self._count = count
        self._closed = False
        self._workers = [Worker(job, arguments) for _ in range(count)]
        self._idle: queue.SimpleQueue[Worker[In, Out]] = queue.SimpleQueue()
        for worker in self._workers:
            self._idle.put(worker)
        # A thread only waits for its worker's answer.
        self._threads = ThreadPoolExecutor(count)

    def __enter__(self) -> Workers[In, Out]:
        return self

    def start(self) -> None:
        """Start all processes now: by default each starts with its first batch."""
        for worker in self._workers:
            worker.start()

    def __exit__(self, *_: object) -> None:
        self._closed = True
        self._threads.shutdown(wait=False, cancel_futures=True)
        for worker in self._workers:
            worker.close()
        self._threads.shutdown()

    def map(self, batches: Iterable[list[In]], *, in_order: bool) -> Iterator[list[tuple[In, Out]]]:
        """Each batch's items with their results, as they get ready or in the order of the batches.

        Takes only a few batches ahead. An item whose worker dies, or is too slow, is tried once more, alone.
        """
        ahead: deque[Future[list[tuple[In, Out]]]] = deque()
        for batch in batches:
            ahead.append(self._threads.submit(self._run, batch))
            if len(ahead) > 2 * self._count:
                yield _next(ahead, in_order=in_order)
        while ahead:
            yield _next(ahead, in_order=in_order)

    def _run(self, batch: list[In]) -> list[tuple[In, Out]]:
        worker = self._idle.get()
        try:
            return list(zip(batch, worker.run(batch), strict=True))
        except WorkerDiedError:
            return [(item, self._alone(worker, item)) for item in batch]
        finally:
            self._idle.put(worker)

    def _alone(self, worker: Worker[In, Out], item: In) -> Out:
        if self._closed:
            raise WorkerDiedError
        try:
            return worker.run([item])[0]
        except WorkerDiedError as error:
            return self._lost(item, str(error))


class Here(Generic[In, Out]):
    """The same in this process, for what is too little to start others for. The job is made when there is work."""

    def __init__(self, job: type[Job[In, Out]], *arguments: str) -> None:
        self._make: Callable[[], Job[In, Out]] = partial(job, *arguments)

    def __enter__(self) -> Here[In, Out]:
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing to end."""

    def map(self, batches: Iterable[list[In]], *, in_order: bool) -> Iterator[list[tuple[In, Out]]]:  # noqa: ARG002
        """As `Workers.map`."""
        job: Job[In, Out] | None = None
        for batch in batches:
            job = job or self._make()
            yield list(zip(batch, job(batch), strict=True))


def serve() -> None:
    """The other end of a `Worker`: make the job that the command line names, answer batches until there are none."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # ctrl-C goes to all; the parent decides what it means
    batches, answers = sys.stdin.buffer, _take_standard_output()
    gc.disable()  # what the job holds it holds for good: to look through it is in vain, while it is loaded and after
    try:
        job = _job(*sys.argv[1:])
    except Exception as error:
        _send(answers, f"{type(error).__name__}: {error}".encode())
        return
    gc.freeze()
    gc.enable()
    _send(answers, b"")
    decode = msgspec.msgpack.Decoder(GenericAlias(list, (job.takes,))).decode
    encode = msgspec.msgpack.Encoder().encode
    with suppress(BrokenPipeError):  # the parent is gone
        while (batch := _receive(batches)) is not None:
            _send(answers, encode(job(decode(batch))))


def _job(name: str, *arguments: str) -> Job[object, object]:
    module, _, attribute = name.partition(":")
    make: Callable[..., Job[object, object]] = getattr(import_module(module), attribute)
    return make(*arguments)


def _take_standard_output() -> IO[bytes]:
    """Standard output for answers alone: what a library prints goes to standard error."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return answers


def _next(ahead: deque[Future[Out]], *, in_order: bool) -> Out:
    done = ahead[0] if in_order else next(iter(wait(ahead, return_when=FIRST_COMPLETED).done))
    result = done.result()
    ahead.remove(done)
    return result


def _send(stream: IO[bytes], message: bytes) -> None:
    stream.write(len(message).to_bytes(_LENGTH))
    stream.write(message)
    stream.flush()


def _receive(stream: IO[bytes]) -> bytes | None:
    head = stream.read(_LENGTH)
    size = int.from_bytes(head)
    message = stream.read(size) if len(head) == _LENGTH else b""
    return message if len(head) == _LENGTH and len(message) == size else None


@contextmanager
def _limit(process: subprocess.Popen[bytes], seconds: float | None) -> Iterator[Event]:
    """End the process when the time is up, and say so: what waits for its answer then gets none."""
    late = Event()

    def end() -> None:
        late.set()
        process.kill()

    clock = Timer(seconds, end) if seconds else None
    if clock:
        clock.daemon = True
        clock.start()
    try:
        yield late
    finally:
        if clock:
            clock.cancel()


def _pipe(stream: IO[bytes] | None) -> IO[bytes]:
    assert stream is not None
    return stream


def _end(process: subprocess.Popen[bytes]) -> int:
    process.kill()
    for stream in (process.stdin, process.stdout):
        with suppress(OSError):  # what it never got is still in the buffer
            _pipe(stream).close()
    return process.wait()

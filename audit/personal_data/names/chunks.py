"""A column of notes read in chunks, on every core if it is long.

The chunks are the same however many processes read them, and each is read alone, so that the answer
is the same as that of one process. Further processes are plain interpreters that are sent texts and
send back places, through pipes: nothing is imported twice here, nothing is pickled, and a script that
calls this needs no guard.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, cast

from audit.personal_data import PERSON
from audit.personal_data.family import Certainty, Span

CHUNK = 512
_MOST_PROCESSES = 8
_LONG = {True: 600_000, False: 1_000_000}
"""Characters from which a further process repays its start, with a model and without."""
_ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")

Reader = Callable[[Sequence[str]], Iterator[list[Span]]]


def cores() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def read(
    texts: Sequence[str], here: Reader, model: str, processes: int | None = None
) -> Iterator[list[Span]]:
    """Yield the names in each text, in order.

    Parameters
    ----------
    here : callable
        Reads a chunk in this process.
    model : str
        spaCy model that other processes load; empty for the tagger alone.
    processes : int, optional
        With this one; by default as many as there are cores, if the texts are long enough.
    """
    if processes is None:
        long = sum(map(len, texts)) >= _LONG[bool(model)]
        processes = min(cores(), _MOST_PROCESSES) if long else 1
    pieces = [texts[start : start + CHUNK] for start in range(0, len(texts), CHUNK)]
    others = min(processes, len(pieces)) - 1
    if others < 1:
        for piece in pieces:
            yield from here(piece)
        return
    yield from _Shared(pieces).read(here, model, others)


class _Shared:
    """Chunks that several processes take one by one."""

    def __init__(self, pieces: list[Sequence[str]]) -> None:
        self.pieces = pieces
        self.todo = list(range(len(pieces)))[::-1]
        self.done: dict[int, list[list[Span]]] = {}
        self.changed = threading.Condition()

    def read(self, here: Reader, model: str, others: int) -> Iterator[list[Span]]:
        workers = [_start(model) for _ in range(others)]
        threads = [threading.Thread(target=self._ask, args=(w,), daemon=True) for w in workers]
        try:
            for thread in threads:
                thread.start()
            for position in range(len(self.pieces)):
                yield from self._piece(position, here)
        finally:
            with self.changed:
                self.todo.clear()
            for worker in workers:
                _end(worker)
            for thread in threads:
                thread.join(timeout=5)

    def _piece(self, position: int, here: Reader) -> list[list[Span]]:
        """Return a chunk's answer; read others while it is still being read elsewhere."""
        while True:
            with self.changed:
                if position in self.done:
                    return self.done.pop(position)
                mine = self.todo.pop() if self.todo else None
                if mine is None:
                    self.changed.wait()
                    continue
            found = list(here(self.pieces[mine]))
            with self.changed:
                self.done[mine] = found

    def _ask(self, worker: subprocess.Popen[bytes]) -> None:
        """Give a process chunk after chunk; one that it does not answer goes back."""
        while True:
            with self.changed:
                if not self.todo:
                    return
                mine = self.todo.pop()
            answer: list[list[Span]] | None = None
            with suppress(OSError, ValueError, TypeError):
                answer = _answered(worker, self.pieces[mine])
            with self.changed:
                if answer is None:
                    self.todo.append(mine)
                else:
                    self.done[mine] = answer
                self.changed.notify_all()
            if answer is None:
                return


def _answered(worker: subprocess.Popen[bytes], texts: Sequence[str]) -> list[list[Span]]:
    write(cast("IO[bytes]", worker.stdin), list(texts))
    places: list[list[tuple[int, int]]] = parsed(cast("IO[bytes]", worker.stdout).readline())
    if len(places) != len(texts):
        raise ValueError
    return [[Span(PERSON, a, b, Certainty.CANDIDATE) for a, b in found] for found in places]


def write(stream: IO[bytes], value: Any) -> None:
    """Send a value as one line of JSON."""
    stream.write(json.dumps(value).encode() + b"\n")
    stream.flush()


def parsed(line: bytes) -> Any:
    """Return the value of a line; a `ValueError` if the other side is gone."""
    return json.loads(line)


def _start(model: str) -> subprocess.Popen[bytes]:
    env = {**os.environ, **_ONE_THREAD}
    home = Path(__file__).resolve().parents[3]
    if home.name not in ("site-packages", "dist-packages"):  # a checkout that is not installed
        inherited = [env["PYTHONPATH"]] if env.get("PYTHONPATH") else []
        env["PYTHONPATH"] = os.pathsep.join([str(home), *inherited])
    return subprocess.Popen(  # noqa: S603 - this interpreter, our own module
        [sys.executable, "-P", "-m", "audit.personal_data.names.worker", model],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=env,
    )


def _end(worker: subprocess.Popen[bytes]) -> None:
    worker.kill()
    worker.wait()
    for pipe in (worker.stdin, worker.stdout):
        if pipe is not None:
            with suppress(OSError, ValueError):
                pipe.close()

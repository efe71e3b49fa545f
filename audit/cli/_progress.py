"""What a person at a terminal sees of an audit that is going on; standard output stays the result's."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Callable, Sequence
from typing import TextIO

from audit.progress import Progress

_WIDTH = 16
_EVERY = 0.1


class Lines(Progress):
    """A line a step, for logs and pipes."""

    def __init__(self, out: TextIO) -> None:
        self._out = out

    def __call__(self, what: str, left: Sequence[str] = (), rows: int = 0) -> None:  # noqa: ARG002 - a line says what begins
        """Write the step."""
        print(f"· {what}", file=self._out, flush=True)


class Bar(Progress):
    """One line that changes: steps done, rows a second, what is left.

    Parameters
    ----------
    clock : callable
        Seconds, as `time.monotonic`.
    """

    def __init__(self, out: TextIO, clock: Callable[[], float] = time.monotonic) -> None:
        self._out, self._clock = out, clock
        self._before = 0
        self._what, self._rows = "", 0
        self._left: tuple[str, ...] = ()
        self._done, self._began, self._drawn = 0, clock(), -1.0

    def __call__(self, what: str, left: Sequence[str] = (), rows: int = 0) -> None:
        """Draw the new step."""
        self._before += bool(self._what)
        self._what, self._left, self._rows = what, tuple(left), rows
        self._done, self._began = 0, self._clock()
        self._draw()

    def rows(self, n: int) -> None:
        """Draw again, but not more often than can be read."""
        self._done += n
        if self._clock() - self._drawn >= _EVERY:
            self._draw()

    def close(self) -> None:
        """Take the line away, so that what follows begins at the margin."""
        if self._what:
            self._out.write("\r\x1b[2K")
            self._out.flush()
        self._what = ""

    def line(self) -> str:
        """Return what is to be seen now."""
        steps = self._before + 1 + len(self._left)
        part = self._done / self._rows if self._rows else 0.0
        filled = min(_WIDTH, int(_WIDTH * (self._before + min(part, 1.0)) / steps))
        bar = "█" * filled + "░" * (_WIDTH - filled)
        pieces = [f"{bar} {self._what}", *self._speed()]
        if self._left:
            pieces.append(f"{len(self._left)} to come: {', '.join(self._left)}")
        return " · ".join(pieces)

    def _speed(self) -> list[str]:
        seconds = self._clock() - self._began
        if not self._done or seconds <= 0:
            return []
        rate = self._done / seconds
        of = f" of {self._rows:,}" if self._rows else ""
        said = [f"{self._done:,}{of} rows", f"{short(rate)} rows/s"]
        if self._rows > self._done:
            said.append(f"{round((self._rows - self._done) / rate)} s left")
        return said

    def _draw(self) -> None:
        self._drawn = self._clock()
        width = max(20, shutil.get_terminal_size().columns - 1)
        text = self.line()
        shown = text if len(text) <= width else text[: width - 1] + "…"
        self._out.write(f"\r\x1b[2K{shown}")
        self._out.flush()


def short(number: float) -> str:
    """Return a number in two or three digits: `410 k`, `3.2 M`."""
    for unit, size in (("M", 1e6), ("k", 1e3)):
        if number >= size:
            value = number / size
            return f"{value:.1f} {unit}" if value < 10 else f"{value:,.0f} {unit}"
    return f"{number:.0f}"


class Shown:
    """A listener for standard error as it is: a bar on a terminal, lines elsewhere, nothing if `quiet`."""

    def __init__(self, *, quiet: bool = False) -> None:
        self.listener = Progress()
        if not quiet:
            self.listener = Bar(sys.stderr) if sys.stderr.isatty() else Lines(sys.stderr)

    def __enter__(self) -> Progress:
        return self.listener

    def __exit__(self, *_: object) -> None:
        if isinstance(self.listener, Bar):
            self.listener.close()

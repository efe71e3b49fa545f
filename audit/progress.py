"""Telling how far an audit is: what is done now, how many rows a second, what is left.

Whoever carries an audit out names the listener once (`heard_by`); engines and measures tell it without
passing it on. Without a listener nothing is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar


class Progress:
    """Hears what an audit is doing; this one keeps it to itself."""

    def __call__(self, what: str, left: Sequence[str] = (), rows: int = 0) -> None:
        """Hear of a new step.

        Parameters
        ----------
        what : str
            What is done now, in few words.
        left : sequence of str
            Steps that come after it, as far as they are known.
        rows : int
            How many rows it will work through, where that is known.
        """

    def rows(self, n: int) -> None:
        """Hear that the step worked through `n` more rows."""


_LISTENER: ContextVar[Progress] = ContextVar("progress", default=Progress())  # noqa: B039 - it has no state


@contextmanager
def heard_by(listener: Progress) -> Iterator[None]:
    """Tell this listener, as long as the context lasts."""
    token = _LISTENER.set(listener)
    try:
        yield
    finally:
        _LISTENER.reset(token)


def step(what: str, left: Sequence[str] = (), rows: int = 0) -> None:
    """Tell of a new step; see `Progress`."""
    _LISTENER.get()(what, left, rows)


def worked(n: int) -> None:
    """Tell that the step worked through `n` more rows."""
    _LISTENER.get().rows(n)

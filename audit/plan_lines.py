"""Where in the text of a plan a key stands, for messages that name a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

_HEADER = re.compile(r"\s*\[\[?\s*([^\[\]]+?)\s*\]\]?\s*(#.*)?")
_QUOTED = re.compile(r"\"(?:[^\"\\\\]|\\\\.)*\"|'[^']*'|#.*")
_PATH = re.compile(r"\[(?P<table>\w[\w.]*)\] +(?P<key>\w[\w.]*)|(?P<path>[a-z_]+(?:\.\w+)+)")


def pointed(message: str, text: str, name: str) -> str:
    """Return a message that begins with a key (`roles.text …`, `[model] source …`) with file and line before it.

    Parameters
    ----------
    text : str
        Of the plan.
    name : str
        Of its file.
    """
    if not (found := _PATH.match(message)):
        return message
    path = found["path"] or f"{found['table']}.{found['key']}"
    number = Lines(text).at(path)
    return f"{name}:{number}: {message}" if number else message


class Lines:
    """The lines of a plan.

    A key can stand in several tables (`name`, `role`), and a table of a list several times: the search begins
    in the table that is being read.
    """

    def __init__(self, text: str) -> None:
        self._lines = text.splitlines()
        self._reading: dict[str, int] = {}

    @contextmanager
    def inside(self, where: str, place: int) -> Iterator[None]:
        """Look keys of the list `where` up in its entry at `place`, counted from 0."""
        before = dict(self._reading)
        self._reading[where] = place
        try:
            yield
        finally:
            self._reading = before

    def of(self, key: str, where: str = "") -> int | None:
        """Return the number of the line, from 1, with a key of the table `where`; None if it stands nowhere."""
        pattern = re.compile(rf"(^|[\s{{,.\[\"']){re.escape(key)}[\"']?\s*(=|\]|\.)")
        everywhere = range(len(self._lines))
        for lines in (self._table(where), everywhere):
            for number in lines:
                if pattern.search(self._lines[number]):
                    return number + 1
        return None

    def at(self, path: str) -> int | None:
        """Return the line of `table.key`, or of as much of a longer path as stands there; None if nothing does."""
        if header := self._table(path):
            return header.start + 1
        words = path.split(".")
        for end in range(len(words) - 1, 0, -1):
            where = ".".join(words[:end])
            if table := self._table(where):
                number = self.of(words[end], where)
                return number if number and number - 1 in table else table.start + 1
        return None

    def begins(self, where: str) -> int | None:
        """Return the line on which a table begins, in a list the entry that is being read; None if it cannot be found."""
        lines = self._table(where)
        return lines.start + 1 if lines else None

    def _table(self, where: str) -> range:
        """Return the lines of a table, none if it cannot be found."""
        around = range(len(self._lines))
        for name, place in self._reading.items():
            if where == name or where.startswith(f"{name}."):
                around = self._entry(name, place, around)
        if where in self._reading:
            return around
        for start in around:
            if self._header(start) == where:
                return range(start, self._end(start, around))
        return range(0)

    def _entry(self, name: str, place: int, around: range) -> range:
        """Return the lines of one table of a list, written with headers or in braces."""
        starts = [number for number in around if self._header(number) == name]
        if starts:
            ends = [*starts[1:], around.stop]
            if name.count("."):
                ends = [
                    min(end, self._end(start, around))
                    for start, end in zip(starts, ends, strict=True)
                ]
            return range(starts[place], ends[place]) if place < len(starts) else range(0)
        key = re.compile(rf"\s*{re.escape(name.rpartition('.')[2])}\s*=")
        for start in around:
            if key.match(self._lines[start]):
                return self._braced(start, place, around.stop)
        return range(0)

    def _braced(self, start: int, place: int, stop: int) -> range:
        depth, seen, begins = 0, -1, start
        for number in range(start, stop):
            for sign in _QUOTED.sub("", self._lines[number]):
                if sign == "{":
                    seen, begins = (seen + 1, number) if not depth else (seen, begins)
                    depth += 1
                elif sign == "}":
                    depth -= 1
                    if not depth and seen == place:
                        return range(begins, number + 1)
        return range(0)

    def _header(self, number: int) -> str:
        found = _HEADER.fullmatch(self._lines[number])
        return found[1].replace('"', "") if found else ""

    def _end(self, start: int, around: range) -> int:
        later = (number for number in range(start + 1, around.stop) if self._header(number))
        return next(later, around.stop)

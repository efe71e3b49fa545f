"""YAML as the checklists use it: maps, lists and text, every value with the line it stands on.

Scalars are text until a field says otherwise, so that `no` stays Norway, `on` stays a key and a
date stays what was written. Anchors, aliases and tags are refused: a file that a court may read
should say what it says where it says it.
"""

from __future__ import annotations

import math
import re
import types
import typing
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from audit.errors import ChecklistError, did_you_mean

T = TypeVar("T")

MAX_BYTES = 1_000_000
MAX_DEPTH = 20
_PIECE = 65_536


@dataclass(frozen=True, slots=True)
class Node:
    """One value of the file with its line, from 1."""

    value: dict[str, Node] | list[Node] | str | None
    line: int

    @property
    def map(self) -> dict[str, Node]:
        """The keys and values; none if this is no map."""
        return self.value if isinstance(self.value, dict) else {}

    def text(self, key: str) -> str:
        """Return the text under a key, empty if there is none."""
        found = self.map.get(key)
        return found.value if found is not None and isinstance(found.value, str) else ""


def read(path: Path) -> list[Node]:
    """Read the documents of a file.

    Raises
    ------
    ChecklistError
        With slug `checklist-missing` or `checklist-unreadable` if there is no such file of text of
        at most `MAX_BYTES`, and as `parse` does.
    """
    if path.is_dir():
        raise ChecklistError(
            f"{path} is a folder, expected a YAML file", slug="checklist-unreadable"
        )
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise ChecklistError(
                f"{_largest(path)} has {size:,} bytes, expected at most {MAX_BYTES:,}",
                slug="checklist-unreadable",
                hint="attach long documents by name instead of pasting them",
            )
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        beside = (each.name for each in path.parent.glob("*.y*ml"))
        raise ChecklistError(
            f"there is no file {path}",
            slug="checklist-missing",
            hint=did_you_mean(path.name, beside),
        ) from None
    except (OSError, UnicodeDecodeError) as problem:
        raise ChecklistError(
            f"{path} cannot be read as UTF-8 text ({type(problem).__name__})",
            slug="checklist-unreadable",
            hint="save it again as UTF-8",
        ) from None
    return parse(text, path.name)


def _largest(path: Path) -> str:
    """Return where most of a file that is too large stands: its name, the line and the key."""
    found, key, line, held, most = "", b"", 0, 0, 0
    with path.open("rb") as file:
        for number, start in enumerate(iter(lambda: file.readline(_PIECE), b""), 1):
            if named := re.match(rb"\s*[\"']?([\w.]{1,80})[\"']?\s*:", start):
                key, line, held = named[1], number, 0
            held += len(start)
            while not start.endswith(b"\n") and (start := file.readline(_PIECE)):
                held += len(start)
            if held > most and key:
                most, found = held, f"{path.name}:{line}: '{key.decode('utf-8', 'replace')}'"
    return f"{found} takes {most:,} bytes, and the file" if found else path.name


def parse(text: str, name: str) -> list[Node]:
    """Turn YAML text into nodes, one for each document; JSON is YAML here.

    Raises
    ------
    ChecklistError
        With slug `checklist-syntax`: not YAML, a key written twice, an anchor, an alias or a tag.
    """
    import yaml

    documents = _Documents(name)
    # libyaml, where PyYAML was built with it, is twenty times as fast.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    if text.lstrip()[:1] in ("{", "["):
        text = _json(text)
    try:
        for event in yaml.parse(text, Loader=loader):
            documents.take(event)
    except yaml.YAMLError as problem:
        mark = getattr(problem, "problem_mark", None)
        where = f"{name}:{mark.line + 1}" if mark is not None else name
        what = getattr(problem, "problem", None) or "a character YAML does not allow"
        raise ChecklistError(
            f"{where}: not valid YAML: {what}", slug="checklist-syntax", hint=_hint(what)
        ) from None
    return documents.done


_HINTS = {
    "cannot start any token": "indent with spaces, not with tabs; put a text that begins with a sign into quotes",
    "mapping values are not allowed": "put a text that holds a colon into quotes, or write it after 'text: >' on a"
    " line of its own; keys of one entry begin below each other",
}  # fmt: skip


def _hint(problem: str) -> str:
    """Return what to type, by what the parser said."""
    found = (hint for words, hint in _HINTS.items() if words in problem)
    general = "close each quote where its text ends, and begin the keys of one entry below each other, with spaces"
    return next(found, general)


def _json(text: str) -> str:
    """Return JSON as YAML takes it: no tabs between values, no escapes that YAML does not know."""
    return re.sub(
        r'"(?:[^"\\]|\\.)*"|\t',
        lambda found: " " if found[0] == "\t" else re.sub(_ESCAPE, _unescaped, found[0]),
        text,
    )


_ESCAPE = re.compile(
    r"\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})|\\u[dD][89a-fA-F][0-9a-fA-F]{2}|\\."
)
"""A pair of surrogates, half of one, or any other escape."""


def _unescaped(found: re.Match[str]) -> str:
    if found[1]:
        pair = bytes.fromhex(found[1] + found[2])
        return pair.decode("utf-16-be")
    if len(found[0]) > 2:
        return "\ufffd"
    return "/" if found[0] == "\\/" else found[0]


def _scalar(value: str) -> str:
    """Return text that can be written again: PyYAML without libyaml lets halves of surrogates through."""
    if any("\ud800" <= letter <= "\udfff" for letter in value):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return value


class _Documents:
    """Puts parser events together, with a stack instead of recursion."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.done: list[Node] = []
        self._open: list[tuple[Node, str | None]] = []
        """Maps and lists not yet closed, each map with the key that waits for its value."""

    def take(self, event: Any) -> None:
        line = event.start_mark.line + 1
        match type(event).__name__:
            case "ScalarEvent":
                self._refuse(event, line)
                bare = not event.style and event.value in ("", "~", "null")
                self._put(Node(None if bare else _scalar(event.value), line))
            case "MappingStartEvent" | "SequenceStartEvent" as kind:
                self._refuse(event, line)
                node = Node({} if kind.startswith("M") else [], line)
                self._put(node)
                self._open.append((node, None))
                if len(self._open) > MAX_DEPTH:
                    raise self._error(line, f"nested more than {MAX_DEPTH} levels deep")
            case "MappingEndEvent" | "SequenceEndEvent":
                self._open.pop()
            case "AliasEvent":
                raise self._error(line, "an alias (*name) is not allowed here", "write it out")

    def _refuse(self, event: Any, line: int) -> None:
        if event.anchor is not None:
            raise self._error(line, "an anchor (&name) is not allowed here", "write it out")
        if event.tag not in (None, "!"):
            raise self._error(line, "a tag (!name) is not allowed here", "remove it")

    def _put(self, node: Node) -> None:
        if not self._open:
            self.done.append(node)
            return
        holder, key = self._open[-1]
        if isinstance(holder.value, list):
            holder.value.append(node)
        elif key is not None:
            holder.map[key] = node
            self._open[-1] = (holder, None)
        else:
            self._open[-1] = (holder, self._key(holder, node))

    def _key(self, holder: Node, node: Node) -> str:
        if not isinstance(node.value, str) or not node.value:
            raise self._error(node.line, "a key must be a word")
        if node.value in holder.map:
            first = holder.map[node.value].line
            raise self._error(
                node.line,
                f"'{node.value}' is written twice in the same place, first near line {first}",
                "keep one of them",
            )
        return node.value

    def _error(self, line: int, message: str, hint: str = "") -> ChecklistError:
        return ChecklistError(f"{self.name}:{line}: {message}", slug="checklist-syntax", hint=hint)


# ---------------------------------------------------------------------------------------------
# From nodes to typed values


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return typing.get_type_hints(kind)


@dataclass(frozen=True, slots=True)
class Builder:
    """Turns nodes of one file into frozen dataclasses, naming file, line and item when it cannot.

    A dataclass with a class variable `BARE` may be written as bare text, which is then that field.
    """

    name: str

    def error(self, node: Node, message: str, *, slug: str, hint: str = "") -> ChecklistError:
        """Return an error that says where it is."""
        return ChecklistError(f"{self.name}:{node.line}: {message}", slug=slug, hint=hint)

    def build(self, kind: type[T], node: Node, where: str, **given: Any) -> T:
        """Build one dataclass.

        Parameters
        ----------
        kind : type
            The dataclass; its field names are the keys.
        where : str
            What this is, for the message: `item eu_fria.a.1`.
        given : object
            Fields that are already known and not keys of the file.

        Raises
        ------
        ChecklistError
            With slug `checklist-key` or `checklist-value`.
        """
        hints = _hints(typing.cast("Any", kind))
        known = [f.name for f in fields(kind) if f.name not in given]  # type: ignore[arg-type]
        if not isinstance(node.value, dict):
            raise self.error(node, f"{where} must have keys and values", slug="checklist-value")
        if node.text("id"):
            where = f"{kind.__name__.lower()} {node.text('id')}"
        for key, value in node.map.items():
            if key not in known:
                raise self.error(
                    value,
                    f"{where} has no key '{key}'",
                    slug="checklist-key",
                    hint=did_you_mean(key, known),
                )
        for field in fields(kind):  # type: ignore[arg-type]
            needed = field.default is MISSING and field.default_factory is MISSING
            missing = field.name not in node.map or node.map[field.name].value is None
            if needed and missing and field.name in known:
                raise self.error(node, f"{where} needs '{field.name}'", slug="checklist-value")
        values = {
            key: self._value(hints[key], value, f"{where}: {key}")
            for key, value in node.map.items()
            if value.value is not None
        }
        return kind(**given, **values)

    def _value(self, hint: Any, node: Node, where: str) -> Any:
        origin = typing.get_origin(hint)
        if origin is types.UnionType:
            return self._value(typing.get_args(hint)[0], node, where)
        if origin is tuple:
            return self._list(typing.get_args(hint)[0], node, where)
        if origin in (Mapping, dict):
            kind = typing.get_args(hint)[1]
            if not isinstance(node.value, dict):
                raise self.error(node, f"{where} must have keys", slug="checklist-value")
            return {key: self._value(kind, value, where) for key, value in node.map.items()}
        if is_dataclass(hint):
            short = getattr(hint, "BARE", "")
            if short and isinstance(node.value, str):
                node = Node({short: node}, node.line)
            return self.build(typing.cast("type[Any]", hint), node, where)
        return self._scalar(hint, node, where)

    def _list(self, kind: Any, node: Node, where: str) -> tuple[Any, ...]:
        bare = not is_dataclass(kind) or bool(getattr(kind, "BARE", ""))
        single = isinstance(node.value, str) and bare
        items = [node] if single else node.value
        if not isinstance(items, list):
            raise self.error(node, f"{where} must be a list", slug="checklist-value")
        return tuple(self._value(kind, item, where) for item in items)

    def _scalar(self, kind: Any, node: Node, where: str) -> Any:
        text = node.value
        if not isinstance(text, str):
            raise self.error(node, f"{where} must be text", slug="checklist-value")
        if kind is bool:
            return self._one_of({"true": True, "false": False}, text, node, where)
        if kind is int:
            if not text.isascii() or not text.isdigit():
                raise self.error(node, f"{where} must be a whole number", slug="checklist-value")
            return int(text)
        if kind is float:
            return self._number(text, node, where)
        if isinstance(kind, type) and issubclass(kind, Enum):
            return self._one_of({str(word): word for word in kind}, text, node, where)
        return text.strip()

    def _number(self, text: str, node: Node, where: str) -> float:
        value = number(text)
        if value is None:
            raise self.error(node, f"{where} must be a number", slug="checklist-value")
        return value

    def _one_of(self, words: Mapping[str, Any], text: str, node: Node, where: str) -> Any:
        if text not in words:
            raise self.error(
                node,
                f"{where} must be one of {', '.join(words)}",
                slug="checklist-value",
                hint=did_you_mean(text, words) if len(words) > 3 else "",
            )
        return words[text]


def number(text: str) -> float | None:
    """Return a number written with digits, perhaps a sign and a decimal point; None if it is none.

    Examples
    --------
    >>> number("-12.5"), number("1e3"), number("nan"), number("1,000")
    (-12.5, None, None, None)
    """
    if not re.fullmatch(r"[+-]?[0-9]{1,40}(\.[0-9]{1,40})?", text.strip()):
        return None
    value = float(text)
    return value if math.isfinite(value) else None


def only(documents: Sequence[Node], name: str) -> Node:
    """Return the one document of a file that must hold one.

    Raises
    ------
    ChecklistError
        With slug `checklist-value` if there are none or several.
    """
    if len(documents) != 1 or documents[0].value is None:
        raise ChecklistError(
            f"{name} holds {len(documents)} documents, expected one", slug="checklist-value"
        )
    return documents[0]


def wrong_date(text: str, today: date) -> str:
    """Return what is wrong with a day as it was written; empty if nothing is."""
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return "is not a date"
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return "is not a date"
    return "is in the future" if day > today else ""

"""Answers into their file: one at a time, in the checklist's order, what stands around them untouched.

The file is made to be read in a pull request: one block an answer, long text folded, comments kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from audit.checklist.items import Checklist
from audit.checklist.sheet import Answer
from audit.errors import ChecklistError
from audit.resources import write_atomically
from audit.strict_yaml import read
from audit.vocabulary import Answered

_WIDTH = 92


def write(
    path: Path, checklist: Checklist, answers: Iterable[Answer], *, drop: Sequence[str] = ()
) -> None:
    """Write answers into a file, which is made if it is not there.

    Parameters
    ----------
    answers : iterable of Answer
        New ones; an answer to the same item is replaced.
    drop : sequence of str
        Items whose answers are taken out.

    Raises
    ------
    ChecklistError
        As `audit.checklist.load_answers`, if what is there cannot be read; with slug `answers-shape`
        if it is written in a way that cannot be added to; with slug `cannot-write-answers`.
    """
    if path.is_file():
        read(path)  # refuses anchors, repeated keys and the like before anything is touched
    text = path.read_text(encoding="utf-8-sig") if path.is_file() else ""
    for id in drop:
        text = _without(text, checklist, id)
    for answer in answers:
        text = put(text, checklist, answer)
    try:
        write_atomically(path, text)
    except OSError as problem:
        raise ChecklistError(
            f"cannot write {path.name} ({type(problem).__name__})", slug="cannot-write-answers"
        ) from None


def put(text: str, checklist: Checklist, answer: Answer) -> str:
    """Return a file's text with an answer in it: in place of an older one, or in the checklist's order."""
    if not text.strip():
        text = _head(checklist)
    entries = _entries(text, checklist)
    if entries is None:
        text = f"{text.rstrip()}\n---\n{_head(checklist)}"
        entries = _entries(text, checklist)
    assert entries is not None  # noqa: S101 -- a head was just written
    lines = text.splitlines()
    block = _block(answer, entries.indent)
    if answer.item in entries.at:
        first, last = entries.at[answer.item]
        return _joined(lines[:first], block, lines[last:])
    order = [item.id for item in checklist.items()]
    later = set(order[order.index(answer.item) :])
    place = next((first for id, (first, _) in entries.at.items() if id in later), entries.end)
    return _joined(lines[:place], block, lines[place:])


def _without(text: str, checklist: Checklist, id: str) -> str:
    entries = _entries(text, checklist) if text.strip() else None
    if entries is None or id not in entries.at:
        return text
    first, last = entries.at[id]
    lines = text.splitlines()
    return _joined(lines[:first], [], lines[last:])


def _joined(before: Sequence[str], block: Sequence[str], after: Sequence[str]) -> str:
    return "\n".join([*before, *block, *after]).rstrip("\n") + "\n"


def _head(checklist: Checklist) -> str:
    return (
        f"# {checklist.title}\n"
        f"checklist: {checklist.slug}\n"
        f"version: {_yaml(checklist.version).strip()}\n"
        "answers:\n"
    )


class _Entries:
    """Where the answers to one checklist stand in a text, by line from 0."""

    def __init__(self, indent: int, end: int, at: Mapping[str, tuple[int, int]]) -> None:
        self.indent = indent
        self.end = end
        """Line behind the last answer."""
        self.at = at
        """Item to its first line and the line behind its last."""


def _entries(text: str, checklist: Checklist) -> _Entries | None:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    for document in yaml.compose_all(text, Loader=loader):
        if not isinstance(document, yaml.MappingNode):
            raise _shape(checklist)
        keys = {key.value: (key, value) for key, value in document.value}
        if keys.get("checklist", ("", None))[1] is None:
            raise _shape(checklist)
        if keys["checklist"][1].value != checklist.slug:
            continue
        if "answers" not in keys or document.flow_style:
            raise _shape(checklist)
        return _placed(text, *keys["answers"], checklist)
    return None


def _placed(text: str, key: Any, value: Any, checklist: Checklist) -> _Entries:
    import yaml

    if not isinstance(value, yaml.MappingNode):
        if value.value:
            raise _shape(checklist)
        return _Entries(key.start_mark.column + 2, key.start_mark.line + 1, {})
    if value.flow_style:
        raise _shape(checklist)
    lines = text.splitlines()
    starts = [k.start_mark.line for k, _ in value.value]
    ends = [*starts[1:], min(value.end_mark.line, len(lines))]
    at = {
        k.value: (first, _trimmed(lines, first, last))
        for (k, _), first, last in zip(value.value, starts, ends, strict=True)
    }
    return _Entries(value.value[0][0].start_mark.column, max(last for _, last in at.values()), at)


def _trimmed(lines: Sequence[str], first: int, last: int) -> int:
    """Return the end of a block without the comments and empty lines before the next one."""
    while last > first + 1 and re.fullmatch(r"\s*(#.*)?", lines[last - 1]):
        last -= 1
    return last


def _shape(checklist: Checklist) -> ChecklistError:
    return ChecklistError(
        f"the answers to {checklist.slug} are written as a list or in braces, and cannot be added to",
        slug="answers-shape",
        hint="write checklist:, version: and answers: each on a line of its own, or name another file",
    )


def _block(answer: Answer, indent: int) -> list[str]:
    said: dict[str, Any] = {}
    if answer.value:
        said["value"] = answer.value[0] if len(answer.value) == 1 else list(answer.value)
    if not answer.value and answer.state is not Answered.ANSWERED:
        said["state"] = str(answer.state)
    for key in ("reason", "text", "by", "on", "evidence_hash"):
        if getattr(answer, key):
            said[key] = getattr(answer, key)
    if answer.attachments:
        said["attachments"] = [
            {"file": each.file, **({"sha256": each.sha256} if each.sha256 else {})}
            for each in answer.attachments
        ]
    return [(" " * indent + line).rstrip() for line in _yaml({answer.item: said}).splitlines()]


class _Long(str):
    """Text that is folded over lines."""

    __slots__ = ()


def _yaml(value: Any) -> str:
    import yaml

    class Plain(yaml.SafeDumper):
        """Writes words as they are: the reader takes every scalar as text."""

    # Only what the reader takes for nothing at all needs quotes.
    Plain.yaml_implicit_resolvers = {}
    Plain.add_implicit_resolver(
        "tag:yaml.org,2002:null", re.compile(r"(?:~|null|)\Z"), ["~", "n", ""]
    )
    Plain.add_representer(
        _Long,
        lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style=">"),
    )
    made = yaml.dump(
        _folded(value), Dumper=Plain, allow_unicode=True, sort_keys=False, width=_WIDTH
    )
    return str(made).removesuffix("...\n")


def _folded(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _folded(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_folded(each) for each in value]
    text = "\n".join(line.strip() for line in str(value).strip().splitlines())
    return _Long(text) if (len(text) > 60 and " " in text) or "\n" in text else text

"""Tags of standards: which checks and shared questions a clause is about, from `checklists/tags/<slug>.yaml`.

A set holds ids of clauses and nothing of their text, which is other people's. A new set is one new file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from audit.registry import folders
from audit.strict_yaml import Builder, Node, only, read

_SLUG = re.compile(r"[a-z][a-z0-9_]*")
_CLAUSE = re.compile(r"(?:[A-Z]+ )?(?:[A-Z]\.)?\d+(?:\.\d+)*")
_CHECK = re.compile(r"[A-Z]{2}\d{3}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_CONFIDENCE = ("high", "medium", "low")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """One clause or subcategory, by its number."""

    id: str
    """As the standard numbers it: `MEASURE 2.11`, `A.7`, `5.3.2`."""
    checks: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    """Names of the questions that checklists share."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TagSet:
    """The tags of one standard."""

    slug: str
    title: str
    """Name and edition, as it is cited."""
    as_of: str
    """Day on which the numbers were last checked, year-month-day."""
    confidence: str
    """How sure the authors are of the numbers: `high`, `medium`, `low`."""
    source: str
    """Where the numbers were read."""
    entries: tuple[Tag, ...]
    note: str = ""


def tag_files() -> Mapping[str, Path]:
    """Return the files of tags there are, ours and plug-ins', by slug."""
    return {
        path.stem: path
        for folder in folders("checklists")
        for path in sorted((folder / "tags").glob("*.yaml"))
    }


def load_tags(path: str | Path) -> TagSet:
    """Read the tags of one standard.

    Parameters
    ----------
    path : str or Path
        `<slug>.yaml`; the file is named after its slug.

    Raises
    ------
    ChecklistError
        With the place in the file, and slug `checklist-missing`, `checklist-unreadable`,
        `checklist-syntax`, `checklist-key`, `checklist-value` or `checklist-item`.
    """
    path = Path(path)
    build = Builder(path.name)
    node = only(read(path), path.name)
    slug = node.text("tags") if node.map.get("tags") is not None else ""
    if slug != path.stem or not _SLUG.fullmatch(slug):
        raise build.error(
            node.map.get("tags", node),
            f"'tags' must be '{path.stem}', as the file is named",
            slug="checklist-value",
        )
    rest = Node({key: value for key, value in node.map.items() if key != "tags"}, node.line)
    found = build.build(TagSet, rest, "the set of tags", slug=slug)
    if not _DAY.fullmatch(found.as_of):
        raise build.error(
            node.map["as_of"], "as_of must be a day, such as 2026-10-15", slug="checklist-value"
        )
    if found.confidence not in _CONFIDENCE:
        raise build.error(
            node.map["confidence"],
            f"confidence must be one of {', '.join(_CONFIDENCE)}",
            slug="checklist-value",
        )
    _check_entries(build, node, found)
    return found


def _check_entries(build: Builder, node: Node, found: TagSet) -> None:
    held = node.map["entries"].value
    if not found.entries or not isinstance(held, list):
        raise build.error(node, "a set of tags needs entries", slug="checklist-item")
    seen: set[str] = set()
    for tag, at in zip(found.entries, held, strict=True):
        wrong = _wrong(tag, seen)
        if wrong:
            raise build.error(at, f"tag {tag.id or '(no id)'}: {wrong}", slug="checklist-item")
        seen.add(tag.id)


def _wrong(tag: Tag, seen: set[str]) -> str:
    if not _CLAUSE.fullmatch(tag.id):
        return "the id must be a clause's number, such as MEASURE 2.11, A.7 or 5.3.2"
    if tag.id in seen:
        return "the id is used twice"
    if not tag.checks and not tag.shared:
        return "it names neither a check nor a shared question"
    if not all(_CHECK.fullmatch(check) for check in tag.checks):
        return "checks must list check ids such as FA201"
    if not all(_SLUG.fullmatch(name) for name in tag.shared):
        return "shared must list names in lower-case letters, digits and _"
    for names in (tag.checks, tag.shared):
        if len(set(names)) < len(names):
            return "it names something twice"
    return ""


@cache
def tag_sets() -> tuple[TagSet, ...]:
    """Return all sets of tags, in order of their slugs.

    Raises
    ------
    ChecklistError
        If a file is wrong, as `load_tags`.
    """
    files = tag_files()
    return tuple(load_tags(files[slug]) for slug in sorted(files))


def tags_of(check: str) -> Iterator[tuple[TagSet, tuple[str, ...]]]:
    """Yield the sets that speak about a check, with the ids of their clauses."""
    for tags in tag_sets():
        ids = tuple(tag.id for tag in tags.entries if check in tag.checks)
        if ids:
            yield tags, ids


__all__ = ["Tag", "TagSet", "load_tags", "tag_files", "tag_sets", "tags_of"]

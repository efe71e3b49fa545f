"""Checklists that tests write: as text, and read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from audit.checklist import AnswerSet, Checklist, load, read_answers

TODAY = date(2026, 10, 1)

HEAD = """\
checklist: small
version: "1"
title: A small one
framework:
  name: Some Act
  legal_version: "1"
  as_of: "2026-10-15"
  status: in_force
"""


def checklist(folder: Path, body: str, *, name: str = "small", head: str = HEAD) -> Checklist:
    """Write and read a checklist."""
    path = folder / f"{name}.yaml"
    path.write_text(head.replace("small", name) + body, encoding="utf-8")
    return load(path)


def item(number: int, more: str = "", *, section: str = "a", name: str = "small") -> str:
    """Return one item as text, with more keys in braces-free lines."""
    lines = [
        f"- id: {name}.{section}.{number}",
        f"  ref: [Some Act Art {number}]",
        f"  question: Is it {number}?",
        *(f"  {line}" for line in more.splitlines()),
    ]
    return "".join(f"      {line}\n" for line in lines)


def section(*items: str, id: str = "a", more: str = "") -> str:
    """Return one section as text."""
    extra = "".join(f"    {line}\n" for line in more.splitlines())
    return f"  - id: {id}\n    title: Section {id}\n{extra}    items:\n" + "".join(items)


def sections(*parts: str) -> str:
    """Return the sections of a checklist as text."""
    return "sections:\n" + "".join(parts)


def bare(
    folder: Path, checklist: Checklist, answers: str, facts: Mapping[str, Any] | None = None
) -> AnswerSet:
    """Read a short file of answers, given as the lines below `answers`."""
    path = folder / "bare.yaml"
    lines = "".join(f"  {line}\n" for line in answers.splitlines())
    path.write_text(f"answers:\n{lines}" if lines else "answers: {}\n", encoding="utf-8")
    return read_answers(path, {}, only=checklist, today=TODAY, facts=facts)[checklist.slug]

"""Mistakes in a plan that show only beside the data, said with the line they stand in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from audit.errors import PlanError
from audit.plan_lines import pointed


@contextmanager
def located(plan: Path) -> Iterator[None]:
    """Put file and line before what is wrong with a plan, where the message begins with a key."""
    try:
        yield
    except PlanError as problem:
        try:
            text = plan.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError):
            raise problem from None
        message = pointed(problem.message, text, plan.name)
        raise PlanError(message, slug=problem.slug, hint=problem.hint) from None

"""Errors a user can cause, each with a slug that `docs/messages.md` explains.

Messages carry names from the plan and names of columns, never the value of a cell.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable


class AuditError(Exception):
    """Something the user can put right.

    Parameters
    ----------
    message : str
        What was found, and what was expected.
    slug : str
        Stable name of the problem, explained in `docs/messages.md`.
    hint : str, optional
        What to type, or what to ask for.
    """

    exit_code = 3

    def __init__(self, message: str, *, slug: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.slug = slug
        self.hint = hint

    def __str__(self) -> str:
        lines = [self.message]
        if self.hint:
            lines += [f"  {line}" for line in self.hint.splitlines()]
        return "\n".join(lines) + f"  [{self.slug}]"


class UsageError(AuditError):
    """The command was called in a way it cannot serve."""

    exit_code = 2


class PlanError(AuditError):
    """The plan (`audit.toml` and flags) cannot be followed."""

    exit_code = 2


class InputError(AuditError):
    """A file of data cannot be read, or does not hold what the plan says."""


class ModelError(AuditError):
    """The model could not be opened or did not answer as a model must."""


class ChecklistError(AuditError):
    """A checklist or its answers cannot be used."""

    exit_code = 2


class RecordError(AuditError):
    """An `audit.json` or its evidence cannot be used."""


class PluginError(AuditError):
    """A part of the tool, ours or a plug-in's, could not be loaded."""


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Return a hint naming the nearest known name, or the known names if none is near."""
    names = sorted(set(known))
    near = difflib.get_close_matches(name, names, n=1, cutoff=0.6)
    if near:
        return f"did you mean '{near[0]}'?"
    if not names:
        return ""
    shown = ", ".join(names[:12])
    return f"known: {shown}" + (f", and {len(names) - 12} more" if len(names) > 12 else "")

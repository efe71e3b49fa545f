"""Audit AI systems used in migration: fairness, explanations, personal data, rights."""

from __future__ import annotations

import importlib
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from audit.check import Ask, Hypothesis, Measured, Ruled, Tested
    from audit.criterion import Limit
    from audit.errors import AuditError
    from audit.evidence import Confusion, Evidence, Rate
    from audit.figure import Figure
    from audit.finding import Finding
    from audit.measure import Measure
    from audit.text import Message, say
    from audit.vocabulary import MayConclude, Outcome, Per, Right, Severity, Worse

__version__ = "0.1.0"

# Official builds of onnxruntime send what models are opened to their maker unless they are told not to
# before they are loaded; processes that we start inherit it.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

# Public names and where they live: loaded when they are used, so that `audit --help` is quick.
_HOMES = {
    "audit.check": ("Ask", "Hypothesis", "Measured", "Ruled", "Tested"),
    "audit.criterion": ("Limit",),
    "audit.errors": ("AuditError",),
    "audit.evidence": ("Confusion", "Evidence", "Rate"),
    "audit.figure": ("Figure",),
    "audit.finding": ("Finding",),
    "audit.measure": ("Measure",),
    "audit.text": ("Message", "say"),
    "audit.vocabulary": ("MayConclude", "Outcome", "Per", "Right", "Severity", "Worse"),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "Ask", "AuditError", "Confusion", "Evidence", "Figure", "Finding", "Hypothesis", "Limit",
    "MayConclude", "Measure", "Measured", "Message", "Outcome", "Per", "Rate", "Right", "Ruled",
    "Severity", "Tested", "Worse", "say",
]  # fmt: skip


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module 'audit' has no attribute '{name}'")
    return getattr(importlib.import_module(_HOME[name]), name)

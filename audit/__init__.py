"""Audit AI systems used in migration: fairness, explanations, personal data, rights."""

from __future__ import annotations

from audit.check import Ask, Measured, Ruled, check
from audit.criterion import Limit
from audit.errors import AuditError
from audit.evidence import Confusion, Evidence, Rate
from audit.figure import Figure
from audit.finding import Finding
from audit.measure import Measure
from audit.text import Message, say
from audit.vocabulary import MayConclude, Outcome, Per, Right, Severity, Worse

__version__ = "0.1.0"

__all__ = [
    "Ask", "AuditError", "Confusion", "Evidence", "Figure", "Finding", "Limit", "MayConclude",
    "Measure", "Measured", "Message", "Outcome", "Per", "Rate", "Right", "Ruled", "Severity",
    "Worse", "check", "say",
]  # fmt: skip

"""Identifiers of the development split."""

from benchmarks.case_notes.values import MAKES, WAYS

__all__ = ["MAKES", "WAYS"]

"""Checks of fairness (FA)."""

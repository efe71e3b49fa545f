"""Checks of the data (DA)."""

"""Checks of privacy (PR)."""

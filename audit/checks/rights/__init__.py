"""Checks of rights impact (RI)."""

"""Checks of explanation (EX)."""

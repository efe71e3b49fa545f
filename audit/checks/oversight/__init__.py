"""Checks of human oversight (OV)."""

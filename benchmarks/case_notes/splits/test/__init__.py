"""Blind: run once, by whoever publishes the numbers."""

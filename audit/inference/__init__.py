"""The one place for statistics."""

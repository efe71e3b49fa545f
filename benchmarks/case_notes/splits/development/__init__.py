"""Open to whoever works on the scanner."""

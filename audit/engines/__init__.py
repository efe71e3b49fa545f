"""One file per data engine; `frame.py` is what they share."""

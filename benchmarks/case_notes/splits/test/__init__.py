"""The published split: written without the scanner, run once."""

"""The second split: its numbers were looked at while the scanner was repaired; open since."""

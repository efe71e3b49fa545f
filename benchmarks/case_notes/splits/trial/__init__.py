"""Written by somebody who had not read the scanner, asked about once, open since."""

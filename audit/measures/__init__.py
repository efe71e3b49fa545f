"""One file per kind of evidence: its payload, how it is measured, its figures."""

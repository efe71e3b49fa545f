"""One file per kind of system: its roles, leading questions and how `init` knows it."""

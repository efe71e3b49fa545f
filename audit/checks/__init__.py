"""One file per check, named by its id; see `docs/add_a_check.md`."""

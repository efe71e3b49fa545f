"""Stata files. Raises `extra-missing`, `unreadable-file`, `header-only` and what typing raises."""

from __future__ import annotations

from audit.inputs import Reader
from audit.readers.labelled import reads

reader = Reader(
    name="stata", suffixes=(".dta",), read=reads("a Stata file", "read_dta"), extra="stata"
)

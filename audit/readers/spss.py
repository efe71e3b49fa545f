"""SPSS files. Raises `extra-missing`, `unreadable-file`, `header-only` and what typing raises."""

from __future__ import annotations

from audit.inputs import Reader
from audit.readers.labelled import reads

reader = Reader(
    name="spss", suffixes=(".sav", ".zsav"), read=reads("an SPSS file", "read_sav"), extra="stata"
)

"""The study of the scan's speed: what it reads, what it asks for; never how long it took."""

from __future__ import annotations

import pytest

from benchmarks import identifier_scan as study
from benchmarks.case_notes import notes


def test_one_note_in_ten_is_at_least_one_in_ten() -> None:
    given = list(notes("development", 400, 3))
    thinned = study._thinned(given)
    share = sum(map(study._holds, thinned)) / len(thinned)
    assert 0.1 <= share < 0.11
    assert [note for note in given if not study._holds(note)] == [
        note for note in thinned if not study._holds(note)
    ]


@pytest.mark.slow
def test_both_are_timed_on_the_same_notes() -> None:
    rows = study.study(400, 3)
    asked = [row for row in rows if row.at_least == 20]
    assert [row.unit for row in asked] == ["MB/s"]
    assert [row.of.partition(":")[0] for row in rows if row.unit == "×"] == [
        row.of.partition(":")[0] for row in rows if row.unit == "MB/s"
    ]
    assert all(row.value > 0 for row in rows)
    assert all(row.met for row in rows if row.unit == "%")

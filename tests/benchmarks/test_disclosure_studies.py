"""The small version of the study of unicity: its intervals hold what everybody's traces say."""

import pytest

from benchmarks import unicity


@pytest.mark.slow
def test_intervals_of_unicity_hold_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unicity, "PEOPLE", 800)
    monkeypatch.setattr(unicity, "SAMPLE", 150)
    monkeypatch.setattr(unicity, "DRAWS", 8)
    rows = unicity.study(runs=12, seed=3)
    shares = [row for row in rows if row.unit == "%"]
    assert len(shares) == 8
    assert all(row.met for row in shares)
    # Both worlds have a number of points that singles out some and not all: there an interval can miss.
    assert sum(0.1 < float(row.beside["singled out"]) < 0.9 for row in shares) >= 2

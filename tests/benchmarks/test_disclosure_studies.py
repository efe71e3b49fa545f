"""The studies of disclosure risk, small: what they time is right, and known truths are met."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import k_anonymity, population_uniqueness
from benchmarks._peers import PeerError, ask


def test_what_is_timed_is_k(tmp_path: Path) -> None:
    table = k_anonymity.people(3000, 1).select(["sex", "education"])
    part = k_anonymity.opened(table, ("sex", "education"), tmp_path)
    sizes = table.to_pandas().groupby(["sex", "education"]).size()
    assert k_anonymity.smallest(part) == k_anonymity.by_values(part) == sizes.min()


def test_pycanon_says_the_same_k() -> None:
    table = k_anonymity.people(3000, 1).select(["sex", "education"])
    try:
        answer = ask("benchmarks._peer_pycanon:k_anonymity", table)
    except PeerError as problem:
        pytest.skip(str(problem).splitlines()[0])
    assert answer.value == table.to_pandas().groupby(["sex", "education"]).size().min()


def test_all_sets_of_ten_columns_are_timed(tmp_path: Path) -> None:
    rows = k_anonymity._all_sets(k_anonymity.people(1000, 1), tmp_path)
    assert rows[0].of.startswith("all 385 sets of up to 4 columns")
    assert rows[0].met


def test_estimates_come_near_where_they_can(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(population_uniqueness, "PEOPLE", 40_000)
    rows = population_uniqueness.study(2, seed=3)
    assert len(rows) == 27
    fine = [row for row in rows if "town, month" in row.of and row.of.endswith(("0.3", "0.5"))]
    assert len(fine) == 2
    assert all(row.value == pytest.approx(1, abs=0.1) for row in fine)
    held, not_random = rows[-2:]
    assert held.events >= 42
    assert not_random.value < 0.9

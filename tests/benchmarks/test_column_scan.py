"""The study of columns: what it reads, and that ours judges them; never how long it took."""

from __future__ import annotations

import pyarrow.parquet as pq
import pytest

from benchmarks import column_scan as study


def test_one_passport_line_stands_in_one_remark() -> None:
    table = study.people(900, 3)
    remarks = table["remark"].to_pylist()
    assert [i for i, said in enumerate(remarks) if said] == [300]
    assert (table.num_rows, len(table.column_names)) == (900, 12)


@pytest.mark.slow
def test_columns_are_judged_as_what_they_hold(tmp_path) -> None:
    pq.write_table(study.people(600, 3), tmp_path / "people.parquet")
    (tmp_path / "audit.toml").write_text(study.PLAN, encoding="utf-8")
    found = {each.column: each for each in study.judged(tmp_path, "polars").columns}
    assert found["remark"].entity_type == "MRZ"
    direct = {name for name, each in found.items() if each.holds is study.known(3)[0].holds}
    assert {"full_name", "contact", "mail", "passport_no", "address"} <= direct


def test_presidio_is_multiplied_by_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten times the rows in ten times the time is once as long a row."""
    seconds = iter([10.0, *[10.0, 100.0] * study.PAIRS])
    monkeypatch.setattr(study, "timed", lambda work: next(seconds))
    monkeypatch.setattr(study, "presidio", lambda table: {1: lambda: None})
    row = study._grows(study.people(100, 3), lambda: None, 100, 1)
    assert (row.value, row.unit) == (pytest.approx(1.0), "×")

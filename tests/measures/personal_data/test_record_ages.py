"""Which records are older than they may be: at the limit, and never by today's date."""

from __future__ import annotations

from datetime import date, datetime

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from audit.measures import record_ages
from audit.plan_reader import load

PLAN = """
[audit]
period = "2023"
[data]
retention = "5 years"
received_on = "2024-06-30"
[roles]
time = "decided"
"""


def ages(part, dates: object, plan: str = PLAN) -> record_ages.RecordAges:
    return record_ages.make(part({"decided": dates}, plan))


def test_a_record_exactly_as_old_as_allowed_is_not_too_old(part) -> None:
    found = ages(part, [date(2019, 6, 30), date(2019, 6, 29), date(2014, 6, 29), date(2014, 6, 30)])
    assert (found.as_of, found.before, found.period) == ("2024-06-30", "2019-06-30", "5 years")
    assert (found.older, found.twice, found.later, found.undated) == (3, 1, 0, 0)


def test_the_end_of_the_period_stands_in_for_the_day_of_receipt(part) -> None:
    found = ages(part, [date(2018, 12, 31), date(2018, 12, 30)], PLAN.replace("2024-06-30", ""))
    assert (found.as_of, found.older) == ("2023-12-31", 1)


@pytest.mark.parametrize(
    "plan",
    [
        PLAN.replace("2024-06-30", "").replace("2023", "spring"),
        PLAN.replace('time = "decided"', ""),
        PLAN.replace("5 years", ""),
    ],
)
def test_without_a_day_a_column_or_a_period_nothing_is_counted(part, plan: str) -> None:
    found = ages(part, [date(1990, 1, 1)], plan)
    assert (found.as_of, found.before, found.older) == ("", "", 0)


def test_another_column_can_start_the_period(part) -> None:
    plan = PLAN.replace("[roles]", 'retention_from = "closed"\n[roles]')
    table = {"decided": [date(2000, 1, 1)] * 2, "closed": [date(2024, 1, 1), date(2010, 1, 1)]}
    given = part(table, plan)
    found = record_ages.make(given)
    assert (found.column, found.older) == ("closed", 1)
    assert list(record_ages.locate(given, "")) == [1]


def test_dates_written_as_text_years_and_months_count_from_their_last_day(part) -> None:
    texts = [
        "2019-06-30",
        "2019-06-29T10:00",
        "2019-06",
        "2019-05",
        "2018",
        "2019",
        "03/04/2001",
        "",
        None,
    ]
    found = ages(part, texts)
    # 2019-06-29, 2019-05 and 2018; what has two readings is not read.
    assert (found.older, found.undated) == (3, 3)
    years = ages(part, [2018, 2019, 20, None])
    assert (years.older, years.undated) == (1, 2)


def test_times_of_day_and_dates_to_come(part) -> None:
    moments = ["2019-06-29T23:59", "2019-06-30T00:00", "2024-07-01T00:00"]
    found = ages(part, [datetime.fromisoformat(moment) for moment in moments])
    assert (found.older, found.later) == (1, 1)


def test_a_period_longer_than_the_calendar(part) -> None:
    found = ages(part, [date(1, 1, 2), date(1, 1, 1)], PLAN.replace("5 years", "9000 years"))
    assert (found.older, found.twice) == (0, 0)


def test_values_that_stand_for_missing_are_missing(part) -> None:
    plan = PLAN + '[columns.decided]\nmissing = ["1900-01-01"]\n'
    found = ages(part, ["1900-01-01", "2020-01-01"], plan)
    assert (found.older, found.undated) == (0, 1)


def test_every_engine_counts_the_same(tmp_path) -> None:
    runner = pytest.importorskip("audit.runner")
    days = [None if i % 13 == 0 else date(2017 + i % 7, 1 + i % 12, 1) for i in range(200)]
    pq.write_table(pa.table({"decided": days, "n": range(200)}), tmp_path / "t.parquet")
    text = '[system]\nkind = "register"\n' + PLAN.replace("[data]", '[data]\nsource = "t.parquet"')
    (tmp_path / "audit.toml").write_text(text, encoding="utf-8")
    found = []
    for engine in ("polars", "pandas", "duckdb"):
        with runner.open_system(load(tmp_path / "audit.toml"), engine=engine) as system:
            (part,) = system.parts
            found.append((record_ages.make(part), list(record_ages.locate(part, ""))))
    assert found[0] == found[1] == found[2]
    payload, rows = found[0]
    old = [i for i, day in enumerate(days) if day is not None and day < date(2019, 6, 30)]
    assert rows == old
    assert (payload.older, payload.undated) == (len(old), 16)

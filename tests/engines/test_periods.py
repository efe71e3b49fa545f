"""Dates put together to periods, the same on every engine."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import numpy as np
import pyarrow as pa
import pytest

from audit.errors import PlanError
from audit.plan_reader import parse
from audit.system import Margin

from .conftest import OpenPart

PLAN = """
[roles]
time = "decided"
[columns.decided]
period = "{}"
"""


def dates(n: int = 400) -> list[dt.date | None]:
    rng = np.random.default_rng(3)
    edges = [
        dt.date(1899, 12, 31), dt.date(1969, 12, 31), dt.date(1970, 1, 1), dt.date(2000, 2, 29),
        dt.date(2020, 12, 31), dt.date(2021, 1, 1), dt.date(2021, 1, 3), dt.date(2021, 1, 4),
        dt.date(2024, 12, 30), dt.date(2100, 2, 28), None,
    ]  # fmt: skip
    drawn = [dt.date(2023, 1, 1) + dt.timedelta(days=int(d)) for d in rng.integers(0, 900, n)]
    return [*edges, *drawn]


def expected(date: dt.date | None, period: str) -> str | None:
    if date is None:
        return None
    year, week, _ = date.isocalendar()
    return {
        "year": f"{date.year}",
        "quarter": f"{date.year}-Q{(date.month + 2) // 3}",
        "month": f"{date:%Y-%m}",
        "week": f"{year}-W{week:02d}",
    }[period]


def counted(cells) -> Counter[str | None]:
    return Counter({period: n for (period,), n in cells.rows()})


@pytest.mark.parametrize("period", ["year", "quarter", "month", "week"])
def test_dates(open_part: OpenPart, period: str) -> None:
    values = dates()
    frame = open_part(pa.table({"decided": pa.array(values, pa.date32())}), PLAN.format(period))
    cells = frame.count([Margin(("time_period",))])[0]
    assert counted(cells) == Counter(expected(date, period) for date in values)
    known = [label for label in cells.labels[0] if label is not None]
    assert known == sorted(known)


def test_moments_and_the_default_month(open_part: OpenPart) -> None:
    values = [None if d is None else dt.datetime(d.year, d.month, d.day, 23, 59) for d in dates()]  # noqa: DTZ001
    table = pa.table({"decided": pa.array(values, pa.timestamp("ms"))})
    cells = open_part(table, '[roles]\ntime = "decided"').count([Margin(("time_period",))])[0]
    assert counted(cells) == Counter(expected(date, "month") for date in dates())


def test_a_column_of_years_is_a_period_already(open_part: OpenPart) -> None:
    table = pa.table({"decided": pa.array([2019, 2020, 2020, None], pa.int32())})
    cells = open_part(table, PLAN.format("month")).count([Margin(("time_period",))])[0]
    assert counted(cells) == Counter({"2020": 2, "2019": 1, None: 1})


def test_drawn_rows_have_the_label(open_part: OpenPart) -> None:
    table = pa.table({"decided": pa.array([dt.date(2025, 3, 9), None], pa.date32())})
    rows = open_part(table, PLAN.format("quarter")).sample(10, ["key:time_period"], seed=1)
    assert rows["key:time_period"].to_pylist() == ["2025-Q1", None]


def test_without_a_time_there_is_no_period(open_part: OpenPart) -> None:
    frame = open_part(pa.table({"decided": pa.array([1], pa.int32())}), "[roles]")
    with pytest.raises(KeyError):
        frame.count([Margin(("time_period",))])


def test_an_unknown_period_is_refused() -> None:
    with pytest.raises(PlanError, match="week, month, quarter, year") as caught:
        parse(PLAN.format("fortnight"))
    assert caught.value.slug == "wrong-value"

from __future__ import annotations

from datetime import datetime, timedelta

import pyarrow as pa
from pydantic import TypeAdapter

from audit import serde
from audit.evidence import Rate
from audit.measures.attention import ATTENTION, Attention, Times, make

PLAN = """
[roles]
seconds = "took"
y_pred = "stream"
time = "at"
positive = ["red"]
"""
START = datetime.fromisoformat("2021-03-01T09:00:00")


def _columns(at):
    return {
        "took": [10.0, 60.0, 59.9, 200.0, None, 100.0],
        "stream": ["red", "red", "green", "green", "green", None],
        "at": at,
    }


def test_medians_quick_decisions_and_stamps(opened):
    at = [START, START, START, START + timedelta(seconds=1), None, START]
    found = make(opened(_columns(at), PLAN))
    assert found.everyone == Times(n=5, median=60.0)
    assert found.by == {"1": Times(n=2, median=35.0), "0": Times(n=2, median=129.95)}
    # Sixty seconds are not under sixty.
    assert found.quick == Rate(2, 5)
    assert (found.stamped, found.stamps) == (5, 2)
    assert TypeAdapter(Attention).validate_python(serde.plain(found)) == found


def test_days_are_no_clock_times(opened):
    found = make(opened(_columns([datetime.fromisoformat("2021-03-01")] * 6), PLAN))
    assert (found.stamped, found.stamps) == (0, 0)


def test_no_seconds(opened, public):
    columns = {"took": pa.array([None], pa.float64()), "stream": ["red"]}
    found = make(opened(columns, PLAN.replace('time = "at"\n', "")))
    assert found.everyone is None
    assert ATTENTION.figures(found, public()) == []


def test_seconds_that_stand_for_missing_are_not_quick(opened):
    plan = PLAN.replace('time = "at"\n', "") + "[columns.took]\nmissing = [-1]\n"
    found = make(opened({"took": [-1, 30, 90], "stream": ["red", "red", "green"]}, plan))
    assert found.quick == Rate(1, 2)
    assert found.everyone == Times(n=2, median=60.0)


def test_figure_needs_enough_people(public):
    found = Attention(
        everyone=Times(n=40, median=90.0), quick=Rate(1, 40),
        by={"1": Times(n=9, median=240.0), "0": Times(n=31, median=80.0)},
    )  # fmt: skip
    (figure,) = ATTENTION.figures(found, public())
    assert figure.rows == (("all decisions", 40, 90.0), ("machine decided negative", 31, 80.0))

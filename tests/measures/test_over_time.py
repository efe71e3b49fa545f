"""Options, agreement, reviewers and distributions by period: the counts of the rows, on each engine."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest
from pydantic import TypeAdapter

from audit import serde
from audit.measures import agreement, drift, options, reviewers
from audit.measures._series import in_order

PLAN = """
[roles]
time = "decided"
y_pred = "machine"
y_score = "score"
y_true = "truth"
human_decision = "human"
reviewer = "officer"
control_features = ["route"]
features = ["age", "route", "born", "note"]
text = ["note"]
outcome_known = "everyone"
positive = { y_pred = [1], human_decision = ["refuse"], y_true = [1] }
"""
ENGINES = ("polars", "pandas", "duckdb")


@pytest.fixture(scope="module")
def rows() -> pd.DataFrame:
    rng = np.random.default_rng(6)
    n = 3000
    human = rng.choice(["grant", "refuse", "defer"], n, p=[0.6, 0.3, 0.1]).astype(object)
    human[rng.random(n) < 0.02] = None
    officer = rng.choice([f"of-{i}" for i in range(7)], n).astype(object)
    officer[:11] = None
    start = dt.date(2025, 1, 1)
    return pd.DataFrame(
        {
            "decided": [start + dt.timedelta(days=int(d)) for d in rng.integers(0, 365, n)],
            "machine": rng.integers(0, 2, n),
            "score": rng.random(n),
            "truth": rng.integers(0, 2, n),
            "human": human,
            "officer": officer,
            "route": rng.choice(["air", "sea"], n),
            "age": rng.integers(18, 80, n).astype(float),
            "born": [start] * n,
            "note": ["text"] * n,
        }
    )


def columns(rows):
    table = pa.Table.from_pandas(rows, preserve_index=False)
    return {name: table[name] for name in table.column_names}


def made(measure, part):
    return measure.make(part, part.frame.count(measure.margins(part)))


@pytest.mark.parametrize("engine", ENGINES)
def test_options_are_those_of_the_rows(opened, rows, engine):
    if engine == "duckdb":
        pytest.importorskip("duckdb")
    found = made(options, opened(columns(rows), PLAN, engine=engine))
    month = pd.to_datetime(rows["decided"]).dt.strftime("%Y-%m")
    expected = pd.crosstab(rows["human"], month)
    assert found.periods == tuple(expected.columns)
    assert found.taken == {name: tuple(row) for name, row in expected.iterrows()}
    assert found.undecided == int(rows["human"].isna().sum())
    assert sum(found.decisions) == 3000 - found.undecided
    assert TypeAdapter(options.Options).validate_python(serde.plain(found)) == found


def test_without_a_human_the_machines_options_are_followed(opened, rows):
    plan = PLAN.replace('human_decision = "human"', "").replace('human_decision = ["refuse"], ', "")
    found = made(options, opened(columns(rows), plan))
    assert (found.column, set(found.taken)) == ("machine", {"0", "1"})


def test_rare_options_are_followed_together(opened):
    labels = [f"o{i:02d}" for i in range(22)]
    many = {"decided": ["2024"] * 44 + ["2025"] * 22, "human": labels * 3}
    plan = '[roles]\ntime = "decided"\nhuman_decision = "human"\npositive = ["o01"]\n'
    found = made(options, opened(many, plan))
    assert len(found.taken) == options.MOST + 1
    assert found.taken[options.REST] == (4, 2)


def test_agreement_adds_up(opened, rows):
    found = made(agreement, opened(columns(rows), PLAN))
    both = rows.dropna(subset=["human"])
    agreed = (both["human"] == "refuse").astype(int) == both["machine"]
    for side, machine in ((agreement.SIDES[1], 1), (agreement.SIDES[0], 0)):
        here = both["machine"] == machine
        rates = found.rates(side)
        assert sum(n for _, n in rates) == int(here.sum())
        assert sum(x for x, _ in rates) == int(agreed[here].sum())
    assert {s.reviewer for s in found.sides[agreement.SIDES[1]]} <= {
        "",
        *(f"reviewer {i}" for i in range(1, 8)),
    }


def test_reviewers_are_held_within_what_the_plan_names(opened, rows):
    found = made(reviewers, opened(columns(rows), PLAN))
    assert found.held == ("route", "score_bin", "y_true")
    assert found.unknown == int(rows["human"][:11].notna().sum())
    counted = Counter()
    for stratum in found.strata:
        for name, (_, n) in stratum.items():
            counted[name] += n
    known = rows.dropna(subset=["human", "officer"])
    assert sorted(counted.values()) == sorted(Counter(known["officer"]).values())
    assert set(counted) == {f"reviewer {i}" for i in range(1, 8)}
    positive = sum(x for stratum in found.strata for x, _ in stratum.values())
    assert positive == int((known["human"] == "refuse").sum())


@pytest.mark.parametrize("engine", ENGINES)
def test_distributions_are_those_of_the_rows(opened, rows, engine):
    if engine == "duckdb":
        pytest.importorskip("duckdb")
    found = made(drift, opened(columns(rows), PLAN, engine=engine))
    assert found.inputs.reference == "2025-01 to 2025-03"
    assert found.inputs.blocks == tuple(f"2025-{m:02d}" for m in range(4, 13))
    assert found.left_out == ("born", "note")
    month = pd.to_datetime(rows["decided"]).dt.month
    for counted in (found.inputs, found.outcomes):
        for series in counted.series.values():
            assert sum(series.then) == int((month <= 3).sum())
            assert [sum(block) for block in series.now] == [
                int((month == m).sum()) for m in range(4, 13)
            ]
    errors = found.outcomes.series["the errors"]
    wrong = rows["truth"] != rows["machine"]
    assert errors.now[0] == (int((~wrong & (month == 4)).sum()), int((wrong & (month == 4)).sum()))
    assert found.rates["the errors"][0] == (
        "2025-01",
        int((wrong & (month == 1)).sum()),
        int((month == 1).sum()),
    )
    deciles = np.array(found.inputs.series["age"].then) + np.sum(
        found.inputs.series["age"].now, axis=0
    )
    assert deciles[-1] == 0
    assert deciles[:-1].min() > 200
    assert TypeAdapter(drift.Drift).validate_python(serde.plain(found)) == found


def test_a_truth_known_for_those_selected_has_no_rates(opened, rows):
    part = opened(columns(rows), PLAN.replace('"everyone"', '"selected"'))
    found = made(drift, part)
    assert set(found.outcomes.series) == {"the score", "the decision"}


def test_a_missing_value_is_a_bin(opened, rows):
    gaps = rows.assign(age=rows["age"].where(pd.to_datetime(rows["decided"]).dt.month < 10))
    found = made(drift, opened(columns(gaps), PLAN))
    assert found.inputs.series["age"].now[-1][-1] > 100
    assert sum(found.inputs.series["age"].now[0][:-1]) > 100


@pytest.mark.parametrize(
    ("labels", "periods"),
    [
        (("2025-02", "2024-12", None), ("2024-12", "2025-02")),
        (("2025-Q2", "2025-Q1"), ("2025-Q1", "2025-Q2")),
        ((2020, 2019), ("2019", "2020")),
        (("January", "February"), ()),
        (("1", "2"), ()),
    ],
)
def test_order_is_read_off_names_or_not_at_all(labels, periods):
    assert in_order(labels) == periods


def test_periods_of_few_rows_are_put_together():
    periods = [f"p{i}" for i in range(9)]
    first, blocks = drift._blocks(periods, [100, 99, 1, 60, 60, 100, 30, 30, 39])
    assert first == ("p0", "p1", "p2")
    assert blocks == [("p3", "p4"), ("p5", "p6", "p7", "p8")]
    assert drift._blocks(periods, [10] * 9) == ((), [])


def test_pictures_leave_out_what_few_people_are_in(opened, rows, public):
    few = rows.assign(human=rows["human"].where(rows["human"] != "defer", "grant"))
    few.loc[:7, "human"] = "defer"
    part = opened(columns(few), PLAN)
    (figure,) = options.figures(made(options, part), public())
    assert set(figure.column("series")) == {"grant", "refuse"}
    (figure,) = reviewers.figures(made(reviewers, part), public())
    assert all(label.startswith("reviewer ") for label in figure.column("label"))
    assert agreement.figures(made(agreement, part), public())
    assert drift.figures(made(drift, part), public())

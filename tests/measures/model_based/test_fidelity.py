"""The model's answers beside the log: exact counts, and the threshold that fits best."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.measures import fidelity
from audit.measures.fidelity import best_threshold

X = np.linspace(0, 1, 101)
BOTH = """
[roles]
y_score = "score"
y_pred = "flag"
positive = ["red"]
sensitive_features = ["g"]
"""
DECISION = BOTH.replace('y_score = "score"\n', "")
SCORE = BOTH.replace('y_pred = "flag"\npositive = ["red"]\n', "")


def answer(columns: dict[str, np.ndarray]) -> np.ndarray:
    return columns["x"].astype(float)


def log(score: Any = X, threshold: float = 0.6) -> dict[str, Any]:
    flag = np.where(threshold <= X, "red", "green")
    return {"x": X, "score": score, "flag": flag, "g": ["A", "B"] * 50 + ["A"]}


@pytest.fixture
def compared(part: Any, model: Any) -> Any:
    def compare(columns: Any, plan: str, space: str = "probability") -> Any:
        return fidelity.make(part(columns, plan, model(answer, ("x",), space)))

    return compare


def test_the_same_model(compared: Any) -> None:
    found = compared(log(), BOTH)
    assert (found.scores_compared, found.scores_differ, found.largest) == (101, 0, 0.0)
    assert (found.decisions_compared, found.decisions_differ) == (101, 0)
    assert found.threshold == pytest.approx(0.6)
    assert not found.threshold_stated
    assert found.scored == found.rows == 101


@pytest.mark.parametrize(("off", "differ"), [(0.99e-4, 0), (1.01e-4, 7)])
def test_at_the_tolerance(compared: Any, off: float, differ: int) -> None:
    score = X.copy()
    score[::15] += off
    found = compared(log(score), SCORE)
    assert found.scores_differ == differ
    assert found.largest == pytest.approx(off)
    assert found.decisions_compared == 0


def test_the_plan_sets_the_tolerance(compared: Any) -> None:
    plan = SCORE + "[model]\ntolerance = 0.005\n"
    assert compared(log(np.abs(X - 0.004)), plan).scores_differ == 0


def test_missing_scores_are_not_compared(compared: Any) -> None:
    mask = np.arange(101) % 2 == 0
    found = compared(log(pa.array(X, mask=mask)), SCORE)
    assert (found.scores_compared, found.scores_differ) == (50, 0)


@pytest.mark.parametrize(("threshold", "differ"), [(0.6, 0), (0.65, 5), (0.5, 10)])
def test_a_stated_threshold_is_taken_at_its_word(
    compared: Any, threshold: float, differ: int
) -> None:
    found = compared(log(), DECISION + f"[model]\nthreshold = {threshold}\n")
    assert found.threshold_stated
    assert found.decisions_differ == differ
    assert found.scores_compared == 0


def test_decisions_no_threshold_gives_back(compared: Any) -> None:
    columns = log()
    columns["flag"][[3, 4, 90]] = ["red", "red", "green"]
    assert compared(columns, DECISION).decisions_differ == 3


def test_a_model_that_decides_is_compared_with_decisions(part: Any, model: Any) -> None:
    def decide(columns: dict[str, np.ndarray]) -> np.ndarray:
        return (columns["x"] >= 0.6).astype(float)

    found = fidelity.make(part(log(), BOTH, model(decide, ("x",), "decision")))
    assert (found.scores_compared, found.decisions_differ) == (0, 0)
    assert found.threshold == 0.5


def test_nothing_logged(compared: Any) -> None:
    found = compared(log(), '[roles]\nsensitive_features = ["g"]\n')
    assert found.scored == 0


def test_scores_the_model_filled_in_are_not_the_log(part: Any, model: Any) -> None:
    """Else a model would be compared with itself."""
    opened = part(log(), '[roles]\nsensitive_features = ["g"]\n', model(answer, ("x",)))
    frame = opened.frame.with_column("model_score", X, role="y_score")
    roles = replace(opened.plan.roles, columns={"y_score": ("model_score",)})
    filled = replace(opened, frame=frame, plan=replace(opened.plan, roles=roles))
    assert fidelity.make(filled).scored == 0


def test_many_rows_are_sampled(compared: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fidelity, "MOST", 40)
    found = compared(log(), BOTH)
    assert (found.rows, found.scored, found.scores_differ) == (101, 40, 0)


@given(st.lists(st.tuples(st.integers(0, 6), st.booleans()), min_size=1, max_size=40))
def test_no_threshold_fits_better(rows: list[tuple[int, bool]]) -> None:
    scores = np.array([float(s) for s, _ in rows])
    positive = np.array([float(p) for _, p in rows])
    cut = best_threshold(scores, positive)
    errors = np.count_nonzero((scores >= cut) != (positive == 1))
    every = [np.count_nonzero((scores >= k) != (positive == 1)) for k in range(9)]
    assert errors == min(every)

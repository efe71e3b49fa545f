"""Inputs made from past decisions, and the simulation against one done by hand."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from audit.errors import PlanError
from audit.measures import feedback
from audit.text import Catalogue

PLAN = """
[roles]
y_pred = "flag"
positive = [1]
positive_is = "adverse"
sensitive_features = ["group"]
features = ["refusal_rate_y1", "own"]
[columns.refusal_rate_y1]
derived_from = "past_decisions"
derived_by = "group"
"""
FEATURES = ("refusal_rate_y1", "own")
N = 1000


def score(x: dict[str, np.ndarray]) -> np.ndarray:
    return np.clip(0.5 * x["refusal_rate_y1"].astype(float) + 0.5 * x["own"].astype(float), 0, 1)


def people() -> dict[str, Any]:
    rng = np.random.default_rng(0)
    group = np.where(np.arange(N) < 300, "A", "B")
    rate = np.where(group == "A", 0.3, 0.2)
    own = rng.random(N)
    return {
        "group": group,
        "refusal_rate_y1": rate,
        "own": own,
        "flag": (0.5 * rate + 0.5 * own >= 0.5).astype(int),
    }


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        ("nationality_refusal_rate_y1", True),
        ("prior_refusals", True),
        ("past_stops", True),
        ("hist_flag_share", True),
        ("rejection_rate", True),
        ("past_arrests", True),
        ("prior_visits", False),
        ("refugee", False),
        ("income", False),
        ("hit_rate", True),
        ("white_rate", False),
        ("last_stopover", False),
    ],
)
def test_names_that_speak_of_the_past(column: str, expected: bool) -> None:  # noqa: FBT001
    assert feedback.named_like_past(column) is expected


def test_what_the_plan_says_comes_before_the_name(part: Any) -> None:
    plan = PLAN.replace('features = ["refusal_rate_y1", "own"]',
        'features = ["refusal_rate_y1", "own", "prior_flags"]') + (
        '[columns.own]\nderived_from = "past_decisions"\n'
    )  # fmt: skip
    columns = {**people(), "prior_flags": [0] * N}
    found = feedback.make(part(columns, plan))
    assert [(i.column, i.declared, i.derived_by) for i in found.inputs] == [
        ("refusal_rate_y1", True, "group"), ("own", True, ""), ("prior_flags", False, ""),
    ]  # fmt: skip
    assert found.loops == ()  # no model, nothing to simulate
    other = plan + '[columns.prior_flags]\nderived_from = "police records"\n'
    assert len(feedback.make(part(columns, other)).inputs) == 2


@pytest.mark.parametrize("threshold", [None, 0.5])
def test_four_years_by_hand(part: Any, model: Any, threshold: float | None) -> None:
    columns = people()
    plan = PLAN + (f"[model]\nthreshold = {threshold}\n" if threshold else "")
    found = feedback.make(part(columns, plan, model(score, FEATURES)))
    (loop,) = found.loops
    assert loop.threshold_from == ("plan" if threshold else "logged share")
    ((feature, gap),) = loop.widest(10)
    assert loop.widest(301) == []
    assert (feature, gap.group, gap.n, loop.rows) == ("group", "A", 300, N)
    rate, inside = columns["refusal_rate_y1"], columns["group"] == "A"
    for year in range(5):
        flagged = 0.5 * rate + 0.5 * columns["own"] >= loop.threshold
        assert gap.shares[year] == pytest.approx(flagged[inside].mean())
        assert gap.rest[year] == pytest.approx(flagged[~inside].mean())
        rate = np.where(inside, flagged[inside].mean(), flagged[~inside].mean())
    if not threshold:
        assert gap.shares[0] == pytest.approx(columns["flag"][inside].mean())


def test_a_gap_can_grow(part: Any, model: Any) -> None:
    """Where a point of the column weighs 1.3 points of the share, the gap grows by 1.3 a year."""

    def steep(x: dict[str, np.ndarray]) -> np.ndarray:
        return x["own"].astype(float) + 1.3 * x["refusal_rate_y1"].astype(float) - 0.575

    columns = people()
    columns["own"] = np.concatenate([np.linspace(0, 1, 300), np.linspace(0, 1, 700)])
    plan = PLAN + "[model]\nthreshold = 0.5\n"
    loop = feedback.make(part(columns, plan, model(steep, FEATURES))).loops[0]
    expected = [0.1 * 1.3**year for year in range(1, 6)]
    assert loop.gaps["group"].gaps == pytest.approx(expected, abs=0.02)


def test_without_sensitive_features_the_groups_averaged_over_are_shown(
    part: Any, model: Any
) -> None:
    plan = PLAN.replace('sensitive_features = ["group"]\n', "")
    loop = feedback.make(part(people(), plan, model(score, FEATURES))).loops[0]
    assert list(loop.gaps) == ["group"]
    other = PLAN.replace('["group"]', '["half"]')
    columns = {**people(), "half": ["x", "y"] * (N // 2)}
    loop = feedback.make(part(columns, other, model(score, FEATURES))).loops[0]
    assert list(loop.gaps) == ["half"]


def test_per_cent_stays_per_cent(part: Any, model: Any) -> None:
    columns = people()
    columns["refusal_rate_y1"] = columns["refusal_rate_y1"] * 100

    def hundredth(x: dict[str, np.ndarray]) -> np.ndarray:
        return score({**x, "refusal_rate_y1": x["refusal_rate_y1"].astype(float) / 100})

    predictor = model(hundredth, FEATURES)
    loop = feedback.make(part(columns, PLAN, predictor)).loops[0]
    same = feedback.make(part(people(), PLAN, model(score, FEATURES))).loops[0]
    assert loop.gaps == same.gaps
    assert max(predictor.asked[-1].column("refusal_rate_y1").to_pylist()) > 1


def test_where_the_positive_decision_is_good_news(part: Any, model: Any) -> None:
    """A refusal rate takes the share refused, not the share the score lies above."""
    plan = PLAN.replace('"adverse"', '"favourable"')

    def good(x: dict[str, np.ndarray]) -> np.ndarray:
        return 1 - score(x)

    columns = people()
    columns["flag"] = 1 - columns["flag"]
    loop = feedback.make(
        part(columns, plan + "[model]\nthreshold = 0.5000001\n", model(good, FEATURES))
    ).loops[0]
    same = feedback.make(
        part(people(), PLAN + "[model]\nthreshold = 0.5\n", model(score, FEATURES))
    ).loops[0]
    assert loop.gaps["group"].gaps == pytest.approx(same.gaps["group"].gaps)


def test_averaged_over_a_column_that_is_not_there(part: Any, model: Any) -> None:
    plan = PLAN.replace('derived_by = "group"', 'derived_by = "grup"')
    with pytest.raises(PlanError, match="'grup'") as caught:
        feedback.make(part(people(), plan, model(score, FEATURES)))
    assert caught.value.slug == "unknown-column"
    assert caught.value.hint == "did you mean 'group'?"


def test_what_is_shown(part: Any, model: Any, public: Any) -> None:
    opened = part(people(), PLAN, model(score, FEATURES))
    found = feedback.make(opened)
    (figure,) = feedback.figures(found, public())
    assert figure.kind == "timeline"
    assert figure.column("x") == [0, 0, 1, 1, 2, 2, 3, 3, 4, 4]
    assert set(figure.column("series")) == {"A", "everyone else"}
    words = Catalogue({})
    assert "between A and everyone else" in words.render(figure.takeaway)
    assert words.render(figure.title)
    assert "simulation on 1,000 rows" in words.render(figure.note)
    assert feedback.parameters(opened, found)["years"] == 4
    assert feedback.figures(found, public(min_cell=301)) == []

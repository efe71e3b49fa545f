from __future__ import annotations

import numpy as np
import pytest
from pydantic import TypeAdapter
from scipy.stats import binomtest
from sklearn.metrics import accuracy_score, confusion_matrix

from audit import serde
from audit.evidence import Rate
from audit.measures.oversight import OVERSIGHT, Oversight, Pairs, make, margins

PLAN = """
[roles]
y_pred = "machine"
human_decision = "human"
sensitive_features = ["region"]
positive = ["1"]
"""


def _measured(part):
    return make(part, part.frame.count(margins(part)))


@pytest.fixture
def drawn():
    rng = np.random.default_rng(3)
    machine = rng.random(400) < 0.3
    human = np.where(rng.random(400) < 0.1, ~machine, machine)
    region = np.where(rng.random(400) < 0.4, "A", "B")
    return machine.astype(int), human.astype(int), region


def test_cells_agree_with_scikit_learn(opened, drawn):
    machine, human, region = drawn
    found = _measured(opened({"machine": machine, "human": human, "region": region}, PLAN))
    neither, human_only, machine_only, both = confusion_matrix(machine, human).ravel().tolist()
    assert found.everyone == Pairs(
        both=both, machine_only=machine_only, human_only=human_only, neither=neither
    )
    assert found.everyone.agreed.value == pytest.approx(accuracy_score(machine, human))
    for group in ("A", "B"):
        here = region == group
        agreed = found.by["region"][group].agreed
        assert agreed.value == pytest.approx(accuracy_score(machine[here], human[here]))
    exact = binomtest(both + neither, 400).proportion_ci(0.95, method="exact")
    assert (found.agreement_low, found.agreement_high) == pytest.approx((exact.low, exact.high))
    assert found.ratio_low < found.ratio < found.ratio_high
    assert TypeAdapter(Oversight).validate_python(serde.plain(found)) == found


def test_rows_without_a_decision_are_told(opened):
    columns = {"machine": [1, None, 0], "human": [1, 1, None], "region": ["A", "A", None]}
    found = _measured(opened(columns, PLAN))
    assert found.everyone == Pairs(both=1)
    assert found.undecided == 2
    assert (found.ratio, found.ratio_low, found.ratio_high) == (None, None, None)


def test_nobody_overturned_one_way_leaves_the_ratio_without_upper_limit(opened):
    columns = {"machine": [1] * 50 + [0] * 50, "human": [1] * 50 + [0] * 30 + [1] * 20}
    found = _measured(opened({**columns, "region": ["A"] * 100}, PLAN))
    assert found.everyone.positive_overturned == Rate(0, 50)
    assert found.ratio is None
    assert found.ratio_low > 1
    assert found.ratio_high is None


def test_figures_merge_small_groups(opened, drawn, public):
    machine, human, region = drawn
    found = _measured(opened({"machine": machine, "human": human, "region": region}, PLAN))
    overturned, agreement = OVERSIGHT.figures(found, public(small=("A", "B")))
    assert [row[0] for row in agreement.rows] == ["other groups"]
    assert agreement.rows[0][2] == pytest.approx(found.everyone.agreed.value)
    assert {row[0] for row in overturned.rows} == {
        "machine decided positive",
        "machine decided negative",
    }

from __future__ import annotations

import pytest
from pydantic import TypeAdapter

from audit import serde
from audit.evidence import Rate
from audit.measures.outcome_coverage import OUTCOME_COVERAGE, OutcomeCoverage, make, margins

ROLES = (
    '[roles]\ny_true = "truth"\npositive = { y_true = "1", y_pred = "flag", random_arm = "1" }\n'
)
COLUMNS = {
    "truth": [1, 0, None, None, 1, None, 0, None],
    "said": ["flag", "flag", "flag", "pass", "pass", "pass", "pass", None],
    "arm": [1, 0, 0, 0, 1, 1, 1, 0],
}


def _measured(opened, roles):
    part = opened(COLUMNS, roles)
    return make(part, part.frame.count(margins(part)))


def test_everyone_by_decision_and_arm(opened):
    found = _measured(opened, ROLES + 'y_pred = "said"\nrandom_arm = "arm"\n')
    assert found.everyone == Rate(4, 8)
    assert found.by_decision == {"y_pred": {"1": Rate(2, 3), "0": Rate(2, 4)}}
    assert found.arm == Rate(3, 4)
    assert found.arm_by_decision == {"y_pred": {"1": Rate(1, 1), "0": Rate(2, 3)}}
    assert TypeAdapter(OutcomeCoverage).validate_python(serde.plain(found)) == found


@pytest.mark.parametrize("roles", ["", 'y_pred = "said"\n'])
def test_without_an_arm_or_a_decision(opened, roles):
    found = _measured(opened, ROLES + roles)
    assert found.everyone == Rate(4, 8)
    assert found.arm is None
    assert set(found.by_decision) == ({"y_pred"} if roles else set())


def test_figure_leaves_small_sides_out(opened, public):
    found = _measured(opened, ROLES + 'y_pred = "said"\n')
    assert OUTCOME_COVERAGE.figures(found, public()) == []
    (figure,) = OUTCOME_COVERAGE.figures(found, public(min_cell=4))
    assert [row[:3] for row in figure.rows] == [("decided negative", 4, 0.5)]

from __future__ import annotations

import pytest

from audit.checks.data.da113_model_fidelity import da113
from audit.measures.fidelity import Fidelity


def _found(**said):
    return Fidelity(**{"rows": 1000, "scored": 1000, "tolerance": 1e-4, **said})


def test_one_score_that_differs_is_a_fact(put, clean_wording):
    said = put(da113, _found(scores_compared=1000, scores_differ=1, largest=0.25))
    assert said.outcome == "fail"
    assert said.answer.observed == 0.001
    assert said.text == (
        "Of 1,000 logged scores, 1 lie further than 0.0001 from what the supplied model gives; "
        "the largest difference is 0.25."
    )
    clean_wording(da113)


def test_the_same_model(put):
    said = put(
        da113, _found(scores_compared=1000, largest=0.0, decisions_compared=990, threshold=0.5)
    )
    assert said.outcome == "pass"
    assert said.text.startswith("The supplied model gives back the log: 1,000 scores within 0.0001")


@pytest.mark.parametrize(("stated", "outcome"), [(True, "fail"), (False, "review")])
def test_decisions_that_differ(put, stated, outcome):
    said = put(
        da113,
        _found(
            decisions_compared=1000, decisions_differ=7, threshold=0.62, threshold_stated=stated
        ),
    )
    assert said.outcome == outcome
    assert "7 rows of 1,000" in said.text
    assert (said.answer.settle is None) == stated


def test_nothing_to_compare_with(put):
    said = put(da113, _found(scored=0))
    assert said.outcome == "not_assessed"
    assert said.answer.needs == ("y_score", "y_pred")
    assert put(da113, _found()).outcome == "not_assessed"

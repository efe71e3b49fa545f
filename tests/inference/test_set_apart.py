from __future__ import annotations

import pytest
from scipy.stats import binomtest

from audit.criterion import Limit
from audit.evidence import Rate
from audit.inference.proportions import difference_interval, p_exceeds
from audit.inference.set_apart import set_apart
from audit.inference.verdict import PosedTests, decide

LIMIT = Limit(ratio=1.25, difference=0.01)


def test_it_is_the_comparison_of_one_group_with_the_rest():
    (found,) = set_apart({"r": (Rate(60, 200), Rate(80, 800))}, LIMIT)
    assert (found.value, found.reference) == (0.3, 0.1)
    by_ratio = float(p_exceeds(60, 200, 80, 800, ratio=1.25, difference=0.0))
    assert found.p_value >= by_ratio
    assert found.p_value < 1e-4
    assert found.difference_interval == pytest.approx(
        tuple(float(x) for x in difference_interval(60, 200, 80, 800))
    )
    low, high = binomtest(60, 200).proportion_ci()
    assert found.interval == pytest.approx((low, high), abs=0.01)
    assert found.judged
    assert not found.inside


def test_intervals_hold_together_over_the_rules():
    one = set_apart({"r": (Rate(60, 200), Rate(80, 800))}, LIMIT)[0]
    many = set_apart({str(i): (Rate(60, 200), Rate(80, 800)) for i in range(5)}, LIMIT)[0]
    assert many.interval[0] < one.interval[0]
    assert many.p_value == one.p_value


@pytest.mark.parametrize(("n", "judged"), [(29, False), (30, True)])
def test_thirty_on_each_side(n, judged):
    assert set_apart({"r": (Rate(5, n), Rate(80, 800))}, LIMIT)[0].judged is judged
    assert set_apart({"r": (Rate(80, 800), Rate(5, n))}, LIMIT)[0].judged is judged


def test_nobody_on_one_side_is_not_judged():
    (found,) = set_apart({"r": (Rate(5, 50), Rate(0, 0))}, LIMIT)
    assert not found.judged
    assert found.p_value is None


def test_ten_clusters_are_needed():
    few = Rate(20, 90, 60, 9), Rate(20, 900, 600, 200)
    assert not set_apart({"r": few}, LIMIT)[0].judged


def test_a_gap_that_is_ruled_out_is_inside():
    (found,) = set_apart({"r": (Rate(1000, 10000), Rate(5000, 50000))}, LIMIT)
    assert found.inside
    assert found.ruled_out < 0.01


def test_decided_within_their_own_finding():
    from audit.check import Tested

    rules = {str(i): (Rate(20, 100), Rate(100, 1000)) for i in range(5)}
    tested = Tested(metric="m", hypotheses=set_apart(rules, LIMIT), method="m")
    verdict = decide([PosedTests(id="q", tested=tested)])["q"]
    assert [e.p_adjusted for e in verdict.estimates] == pytest.approx(
        [min(5 * h.p_value, 1) for h in tested.hypotheses]
    )

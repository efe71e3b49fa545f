"""Who fails, who passes, who stays open: every threshold at the limit, and worlds with known truth."""

import numpy as np
import pytest

from audit.check import Measured, Stratum
from audit.criterion import Limit
from audit.evidence import Rate
from audit.inference.comparison import RATIO_ALONE_BELOW
from audit.inference.verdict import Posed, decide
from audit.text import say
from audit.vocabulary import Outcome, Worse

LIMIT = Limit(ratio=1.25, difference=0.01)


def measured(rates, worse=Worse.HIGHER, **more):
    return Measured(
        metric="false_positive_rate",
        rates={
            name: Rate(*given) if isinstance(given, tuple) else given
            for name, given in rates.items()
        },
        worse=worse,
        phrase=say("fa201.adverse"),
        **more,
    )


def one(
    rates,
    *,
    limit=LIMIT,
    family="lead",
    may_pass=True,
    worse=Worse.HIGHER,
    room=None,
    stated=False,
    ahead=True,
    **more,
):
    posed = Posed(
        id="q",
        measured=measured(rates, worse, **more),
        limit=limit,
        family=family,
        may_pass=may_pass,
        room=room or {},
        ratio_alone_below=0.0 if stated else RATIO_ALONE_BELOW,
    )
    return decide([posed], ahead=ahead)["q"]


def outcomes(verdict):
    return {e.group: e.outcome for e in verdict.estimates}


def test_a_doubled_rate_in_a_large_group_fails_and_only_that_group_is_named():
    verdict = one({"A": (120, 1000), "B": (118, 1000), "D": (300, 1000)})
    assert verdict.outcome is Outcome.FAIL
    assert verdict.groups == ("D",)


def test_equal_rates_in_large_groups_pass():
    verdict = one({"A": (1200, 10_000), "B": (1190, 10_000)})
    assert verdict.outcome is Outcome.PASS
    assert verdict.people_in_passing_groups == 1
    assert 0 < verdict.gap_ruled_out < 0.03


def test_exactly_at_the_limit_is_neither():
    verdict = one({"A": (2500, 10_000), "B": (2000, 10_000)}, limit=Limit(ratio=1.25))
    assert verdict.outcome is Outcome.INCONCLUSIVE


def test_beyond_the_ratio_inside_the_floor_is_for_a_person():
    # 1.60 % against 1.20 %: a ratio of 1.33, but a difference of 0.4 points under a floor of 1.
    verdict = one({"A": (1600, 100_000), "B": (1200, 100_000)})
    assert verdict.outcome is Outcome.REVIEW
    assert verdict.floor_saved == ("A",)


@pytest.mark.parametrize("p0", [0.0095, 0.0101, 0.011, 0.02])
def test_no_false_fail_or_pass_where_the_floor_begins(p0):
    """At the limit itself, on both sides of a reference rate of 1 %."""
    rng = np.random.default_rng(int(p0 * 1e4))
    p1 = 1.25 * p0 if p0 < 0.01 else max(1.25 * p0, p0 + 0.01)
    runs, failed, passed = 300, 0, 0
    for _ in range(runs):
        rates = {
            "A": (int(rng.binomial(20_000, p1)), 20_000),
            "B": (int(rng.binomial(50_000, p0)), 50_000),
        }
        outcome = outcomes(one(rates, ahead=False))["A"]
        failed += outcome is Outcome.FAIL
        passed += outcome is Outcome.PASS
    assert failed / runs <= 0.08
    assert passed / runs <= 0.10


def test_one_observation_does_not_switch_the_floor():
    below = one({"A": (190, 10_000), "B": (990, 100_000)})
    above = one({"A": (190, 10_000), "B": (1010, 100_000)})
    assert outcomes(below)["A"] is outcomes(above)["A"]


def test_where_nearly_everybody_has_the_event_a_ratio_clears_nobody():
    verdict = one({"A": (9990, 10_000), "B": (8200, 10_000)})
    assert verdict.outcome is Outcome.REVIEW
    assert verdict.saturated == ("A",)


def test_people_enough_but_a_gap_near_the_limit_is_said_so():
    verdict = one({"A": (1450, 10_000), "B": (1200, 10_000)}, room={"A": 1.0, "B": 1.0})
    assert verdict.outcome is Outcome.INCONCLUSIVE
    assert "A" in verdict.near_limit
    assert verdict.settled_by_more == ()


def test_no_group_passes_on_a_truth_that_cannot_clear():
    verdict = one({"A": (1200, 10_000), "B": (1190, 10_000)}, may_pass=False)
    assert set(outcomes(verdict).values()) == {Outcome.REVIEW}
    assert verdict.people_in_passing_groups == 0


def test_for_a_benefit_planning_looks_downwards():
    verdict = one({"A": (480, 1000), "B": (500, 1000)}, worse=Worse.LOWER)
    a = next(e for e in verdict.estimates if e.group == "A")
    assert a.limit_at == pytest.approx(0.40)
    assert 0.1 < a.mde < 0.25
    assert a.n_to_fail is not None


def test_a_small_share_with_heavy_weights_is_no_crowd():
    """Thirty rows of weight 300 against many of weight 1 are worth thirty people, not 9,000."""
    rates = {
        "A": Rate(180, 900),
        "B": Rate(1800.0, 9000.0, 30.0),
        "C": Rate(180, 900),
    }
    verdict = one(rates)
    a = next(e for e in verdict.estimates if e.group == "A")
    low, high = a.difference_interval
    assert high - low > 0.15


def test_within_strata_the_people_who_share_a_stratum_must_be_enough():
    strata = (
        Stratum(label="x", rates={"A": Rate(1, 2), "B": Rate(400, 2000)}),
        Stratum(label="y", rates={"A": Rate(300, 1500)}),
    )
    raw = {"A": (301, 1502), "B": (400, 2000)}
    verdict = one(raw, family="", strata=strata, strata_names=("office",), judged_on="within")
    assert not next(e for e in verdict.estimates if e.group == "A").judged


def test_under_one_per_cent_the_ratio_alone_decides():
    verdict = one({"A": (800, 100_000), "B": (400, 100_000)})
    assert verdict.outcome is Outcome.FAIL


@pytest.mark.parametrize("worse", list(Worse))
def test_only_a_stated_floor_closes_what_hardly_happens(worse):
    nobody = {"A": (0, 100_000), "B": (0, 100_000)}
    by_convention = one(nobody, worse=worse)
    assert by_convention.outcome is Outcome.INCONCLUSIVE
    assert by_convention.floorless == ("A", "B")
    stated = one(nobody, worse=worse, stated=True)
    assert stated.outcome is Outcome.PASS
    assert stated.floorless == ()


def test_a_stated_floor_saves_from_fail_and_hides_no_ratio():
    twice = {"A": (800, 100_000), "B": (400, 100_000)}
    assert one(twice).outcome is Outcome.FAIL
    stated = one(twice, stated=True)
    assert stated.outcome is Outcome.REVIEW
    assert stated.floor_saved == ("A",)
    narrow = Limit(ratio=1.25, difference=0.001)
    assert one(twice, stated=True, limit=narrow).outcome is Outcome.FAIL


def test_a_gap_beyond_the_floor_too_is_not_called_open_for_want_of_one():
    verdict = one({"A": (6, 300), "B": (2, 300)})
    assert verdict.outcome is Outcome.INCONCLUSIVE
    assert "A" in verdict.undecided
    assert "A" not in verdict.floorless


def test_planning_ahead_changes_no_verdict():
    rates = {"A": (190, 1000), "B": (118, 1000), "C": (121, 1000)}
    posed = [Posed(id="q", measured=measured(rates), limit=LIMIT, family="lead")]
    with_plans, without = decide(posed)["q"], decide(posed, ahead=False)["q"]
    assert outcomes(with_plans) == outcomes(without)
    assert with_plans.tests == without.tests
    assert with_plans.estimates[0].mde is not None
    assert without.estimates[0].mde is None


@pytest.mark.parametrize(("n", "judged"), [(29, False), (30, True)])
def test_thirty_people_make_a_group_that_is_judged(n, judged):
    verdict = one({"A": (4, n), "B": (400, 3000), "C": (400, 3000)})
    small = next(e for e in verdict.estimates if e.group == "A")
    assert small.judged is judged
    assert (verdict.set_aside == ("A",)) is not judged


def test_fewer_are_judged_where_the_exact_test_already_decides():
    verdict = one({"A": (20, 20), "B": (300, 3000), "C": (310, 3000)})
    assert verdict.outcome is Outcome.FAIL
    assert verdict.groups == ("A",)


def test_eleven_people_with_an_extreme_rate_stay_open():
    verdict = one({"A": (360, 3000), "B": (370, 3000), "F": (5, 11)})
    assert verdict.outcome is Outcome.INCONCLUSIVE
    assert outcomes(verdict)["F"] is Outcome.INCONCLUSIVE


@pytest.mark.parametrize(("clusters", "judged"), [(9, False), (10, True)])
def test_ten_clusters_make_a_group_that_is_judged(clusters, judged):
    verdict = one({"A": Rate(60, 500, 300.0, clusters), "B": Rate(400, 3000, 2000.0, 50)})
    assert next(e for e in verdict.estimates if e.group == "A").judged is judged


def test_a_truth_of_the_deciding_body_can_fail_and_never_pass():
    fair = {"A": (1200, 10_000), "B": (1190, 10_000)}
    verdict = one(fair, may_pass=False)
    assert verdict.outcome is Outcome.REVIEW
    assert verdict.withheld_pass
    unfair = {"A": (1200, 10_000), "B": (3000, 10_000)}
    assert one(unfair, may_pass=False).outcome is Outcome.FAIL


def test_an_indicator_reaches_review_and_no_further():
    verdict = one({"A": (120, 1000), "B": (118, 1000), "D": (300, 1000)}, family="")
    assert verdict.outcome is Outcome.REVIEW
    assert verdict.groups == ("D",)


def test_a_favoured_group_is_for_a_person():
    rates = {"A": (60, 2000), **dict.fromkeys("BCDEFGHIJK", (400, 2000))}
    verdict = one(rates)
    assert verdict.outcome is Outcome.REVIEW
    assert verdict.favoured == ("A",)


def test_for_a_benefit_the_lower_rate_is_the_harm():
    verdict = one({"A": (200, 1000), "B": (500, 1000), "C": (510, 1000)}, worse=Worse.LOWER)
    assert verdict.outcome is Outcome.FAIL
    assert verdict.groups == ("A",)


def test_a_named_reference_is_not_compared_with_itself():
    verdict = one({"A": (120, 1000), "B": (118, 1000), "D": (300, 1000)}, reference="A")
    assert outcomes(verdict)["A"] is None
    d = next(e for e in verdict.estimates if e.group == "D")
    assert d.reference == pytest.approx(0.12)


def test_one_group_alone_cannot_be_judged():
    verdict = one({"A": (120, 1000)})
    assert verdict.outcome is Outcome.INCONCLUSIVE
    assert not any(e.judged for e in verdict.estimates)


def test_nobody_in_a_denominator_is_no_division_by_zero():
    verdict = one({"A": (0, 0), "B": (10, 100), "C": (12, 100)})
    assert outcomes(verdict)["A"] is None


def test_two_groups_are_one_comparison_in_the_shown_intervals():
    from audit.inference import proportions

    a = one({"A": (120, 1000), "B": (100, 1000)}).estimates[0]
    low, high = proportions.difference_interval(120, 1000, 100, 1000, 0.05)
    assert a.difference_interval == pytest.approx((float(low), float(high)))
    # The two rates are two: their intervals hold together at 95 %, so each alone at more.
    low, high = proportions.jeffreys(120, 1000, 1 - 0.95**0.5)
    assert a.interval == pytest.approx((float(low), float(high)))


def test_the_family_is_wider_than_one_question():
    rates = {"A": (190, 1000), "B": (118, 1000), "C": (121, 1000)}
    alone = one(rates)
    many = decide(
        [Posed(id=f"q{i}", measured=measured(rates), limit=LIMIT, family="lead") for i in range(30)]
    )["q0"]
    assert many.p_adjusted > alone.p_adjusted
    assert many.p_value == pytest.approx(alone.p_value)


def test_intersections_are_a_family_of_their_own():
    rates = {"A": (190, 1000), "B": (118, 1000), "C": (121, 1000)}
    lead = Posed(id="lead", measured=measured(rates), limit=LIMIT, family="lead")
    crossed = [
        Posed(id=f"x{i}", measured=measured(rates), limit=LIMIT, family="intersections")
        for i in range(30)
    ]
    assert decide([lead, *crossed])["lead"].p_adjusted == decide([lead])["lead"].p_adjusted


def test_what_would_settle_it_depends_on_the_people_who_exist():
    rates = {"A": (36, 300), "B": (360, 3000)}
    census = one(rates, room={"A": 1.0, "B": 1.0})
    wider = one(rates, room={"A": 100.0, "B": 100.0})
    assert census.outcome is Outcome.INCONCLUSIVE
    assert census.settled_by_more == ()
    assert "A" in wider.settled_by_more


def test_a_gap_that_appears_only_within_strata_is_seen():
    strata = (
        Stratum(label="x", rates={"A": Rate(1600, 4000), "B": Rate(200, 1000)}),
        Stratum(label="y", rates={"A": Rate(100, 1000), "B": Rate(200, 4000)}),
    )
    raw = {"A": (1700, 5000), "B": (1650, 5000)}
    flat = one(raw, family="")
    held = one(raw, family="", strata=strata, strata_names=("office",), judged_on="either")
    assert flat.outcome is not Outcome.REVIEW
    assert held.outcome is Outcome.REVIEW


@pytest.mark.parametrize("groups", [2, 6, 15])
def test_fair_worlds_hardly_ever_fail(groups):
    """All groups equal: any false `fail` in at most 2 % of audits, over two leading features."""
    rng = np.random.default_rng(10 + groups)
    runs, failed = 200, 0
    for _ in range(runs):
        posed = []
        for feature in range(2):
            n = rng.integers(40, 800, groups)
            x = rng.binomial(n, 0.12)
            rates = {f"g{i}": (int(a), int(b)) for i, (a, b) in enumerate(zip(x, n, strict=True))}
            posed.append(
                Posed(id=str(feature), measured=measured(rates), limit=LIMIT, family="lead")
            )
        failed += any(v.outcome is Outcome.FAIL for v in decide(posed, ahead=False).values())
    assert failed / runs <= 0.02


def test_a_doubled_rate_is_found_where_the_planning_formula_promises_it():
    rng = np.random.default_rng(20)
    runs, found, wrong = 200, 0, 0
    sizes = {"A": 700, "B": 600, "C": 500, "D": 450, "E": 400}
    for _ in range(runs):
        rates = {g: (int(rng.binomial(n, 0.24 if g == "D" else 0.12)), n) for g, n in sizes.items()}
        verdict = one(rates, ahead=False)
        found += verdict.outcome is Outcome.FAIL and "D" in verdict.groups
        wrong += any(g != "D" for g in verdict.groups if verdict.outcome is Outcome.FAIL)
    assert found / runs >= 0.88
    assert wrong / runs <= 0.01

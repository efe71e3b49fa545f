"""Small versions of the studies of the verdict engine, and that they measure the product itself."""

import importlib.util

import numpy as np
import pytest

from audit.check import Measured
from audit.criterion import Limit
from audit.evidence import Rate
from audit.inference import proportions
from audit.inference.comparison import worth_of_others
from audit.inference.verdict import FAMILIES, Posed, decide
from audit.text import say
from audit.vocabulary import Outcome, Worse
from benchmarks import _worlds, at_the_limit, fair_worlds, planned_power, shown_intervals


def beyond(share, runs):
    """Four standard errors above a share: what chance explains in a small version."""
    return share + 4 * np.sqrt(share * (1 - share) / runs)


@pytest.mark.parametrize(
    ("groups", "size", "rate", "kind"),
    [
        (2, "100", 0.12, "one doubled"),
        (3, "500", 0.98, "whole range"),
        (5, "30 to 5000", 0.3, "scattered"),
        (20, "one of nine tenths", 0.7, "equal"),
        (50, "100", 0.05, "equal"),
    ],
)
def test_shown_intervals_hold_together(groups, size, rate, kind):
    cell = shown_intervals.Cell(
        shown_intervals._sizes(size, groups), shown_intervals._rates(rate, groups, kind)
    )
    runs = 500
    found = shown_intervals.coverage(cell, runs, np.random.default_rng(1))
    assert 1 - found.difference <= beyond(0.07, runs)
    assert 1 - found.ratio <= beyond(0.07, runs)
    if cell.expected >= 5:
        assert found.difference <= 0.99


def test_differences_ratios_and_rates_have_rows_and_requirements_of_their_own():
    rows = shown_intervals.study(runs=5, seed=1, groups=(2,))
    required = [(row.at_least, row.at_most) for row in rows]
    kinds = [row.of.split(":")[0] for row in rows]
    assert kinds == ["differences", "ratios", "rates"] * 4
    assert required[::3] == required[1::3] == required[2::3]
    assert required[::3] == [(0.99, None), (0.91, None), (None, None), (None, 0.98)]


def test_the_study_of_intervals_makes_those_that_are_shown():
    n, x = np.array([300.0, 500.0, 400.0]), np.array([6.0, 50.0, 360.0])
    verdict = decide(
        [
            Posed(
                id="q",
                measured=Measured(
                    metric="m",
                    rates={g: Rate(*r) for g, r in zip("ABC", zip(x, n, strict=True), strict=True)},
                    worse=Worse.HIGHER,
                    phrase=say("fa201.adverse"),
                ),
                limit=Limit(ratio=1.25, difference=0.01),
                family="lead",
            )
        ]
    )["q"]
    alpha = shown_intervals.sidak(0.05, 3)
    worth = worth_of_others(x, n)
    assert worth[0] > 2
    for i, estimate in enumerate(verdict.estimates):
        x0, n0 = (x.sum() - x[i]) * worth[i], (n.sum() - n[i]) * worth[i]
        low, high = proportions.difference_interval(x[i], n[i], x0, n0, alpha)
        assert estimate.difference_interval == pytest.approx((float(low), float(high)))
        low, high = proportions.ratio_interval(x[i], n[i], x0, n0, alpha)
        assert estimate.ratio_interval == pytest.approx((float(low), float(high)))


def test_others_of_one_kind_are_worth_their_number_and_differing_ones_more():
    n = np.full(3, 1000.0)
    assert worth_of_others(np.full(3, 120.0), n) == pytest.approx([1, 1, 1])
    worth = worth_of_others(np.array([20.0, 500.0, 980.0]), n)
    # Beside the second stand .02 and .98: of p(1 - p) = .25, .2304 lie between them.
    assert worth[1] == pytest.approx(0.25 / (0.25 - 0.2304), rel=0.1)


@pytest.mark.parametrize("rate", [0.02, 0.3])
def test_a_doubled_rate_is_found_as_often_as_planned(rate):
    runs = 400
    found = planned_power.doubled(rate, 5, 0.8, runs, np.random.default_rng(2))
    assert 1 - found.found / runs <= beyond(0.2, runs)
    assert found.found / runs <= 0.88
    assert found.wrong / runs <= beyond(0.01, runs)


def test_a_fair_group_passes_as_often_as_planned():
    found = planned_power.passing(0.12, 25, 400, np.random.default_rng(3))
    assert 1 - found.found / 400 <= beyond(0.2, 400)
    assert found.found / 400 <= 0.88


@pytest.mark.parametrize("policy", at_the_limit.POLICIES)
def test_at_the_limit_hardly_any_group_is_cleared_or_blamed(policy):
    rng, runs = np.random.default_rng(4), 300
    for cell in list(at_the_limit.cells(policy, runs, rng))[::7]:
        assert at_the_limit.passed(cell) / runs <= beyond(0.06, runs)
        assert at_the_limit.failed(cell) / runs <= beyond(0.05, runs)


def test_a_draw_is_counted_as_its_rows_are():
    draw = _worlds.world().draw(np.random.default_rng(5), 800)
    table = _worlds.rows(draw).to_pandas()
    assert len(table) == 800
    groups = dict(_worlds._groups(draw, ("sex", "age")))
    one = table[(table["sex"] == "s01") & (table["age"] == "a02")]
    assert groups["s01 × a02"].fp == int(((one["y_true"] == 0) & (one["y_pred"] == 1)).sum())
    assert groups["s01 × a02"].fn == int(((one["y_true"] == 1) & (one["y_pred"] == 0)).sum())


def test_gaps_within_the_limit_are_within_it():
    world = fair_worlds.within(np.random.default_rng(6))
    share = world.share.sum(axis=(1, 2))
    for rates in (world.fpr[:, 0, 0], world.fnr[:, 0, 0]):
        others = (share @ rates - share * rates) / (1 - share)
        assert (rates / others).max() <= 1.2 + 1e-6
        assert (rates / others).max() > 1.05


@pytest.mark.slow
@pytest.mark.parametrize("scenario", fair_worlds.SCENARIOS, ids=lambda s: s.of)
def test_no_fair_world_fails(scenario):
    rng, runs = np.random.default_rng(7), 12
    draws = [scenario.make(rng).draw(rng, fair_worlds.PEOPLE[i % 3]) for i in range(runs)]
    failed = sum(bool(fair_worlds.failing(draw, "")) for draw in draws)
    assert failed / runs <= beyond(scenario.at_most, runs)


def test_the_harmed_group_is_found_and_no_other():
    rng = np.random.default_rng(8)
    draw = fair_worlds.harmed(2.5)(rng).draw(rng, 60_000)
    named = fair_worlds.failing(draw, "adverse")
    name = _worlds.names("nationality", 10)[fair_worlds.HARMED]
    assert name in named
    assert all(name in group for group in named)


def test_the_fairlearn_script_is_what_it_says_of_rows():
    from fairlearn.metrics import MetricFrame, false_negative_rate, false_positive_rate

    rng = np.random.default_rng(9)
    for make in (lambda _: _worlds.world(), fair_worlds.harmed(3.0)):
        draw = make(rng).draw(rng, 3000)
        table = _worlds.rows(draw).to_pandas()
        flagged = False
        for feature in _worlds.World.features:
            frame = MetricFrame(
                metrics={"fpr": false_positive_rate, "fnr": false_negative_rate},
                y_true=table["y_true"],
                y_pred=table["y_pred"],
                sensitive_features=table[feature],
            )
            flagged |= bool((frame.difference() > 0.1).any() or (frame.ratio() < 0.8).any())
        assert fair_worlds.fairlearn_script(draw) is flagged


@pytest.mark.slow
@pytest.mark.skipif(not importlib.util.find_spec("polars"), reason="no engine")
def test_verdicts_from_counts_are_those_of_a_whole_audit_of_the_rows():
    rng = np.random.default_rng(10)
    draw = fair_worlds.harmed(2.0)(rng).draw(rng, 4000)
    from_rows = fair_worlds.outcomes_of_runner(draw)
    assert len(from_rows) == 12
    assert from_rows == fair_worlds.outcomes_of_counts(draw)


def test_the_families_are_those_of_the_plan():
    _, questions = _worlds.planned("adverse", _worlds.World.features)
    assert {q.check.id for q in questions} == {"FA201", "FA301"}
    assert {q.family for q in questions} == set(FAMILIES)
    _, unstated = _worlds.planned("", _worlds.World.features)
    assert {q.check.id for q in unstated} == {"FA201", "FA202", "FA301"}


def test_a_fair_world_of_many_people_passes():
    draw = _worlds.world().draw(np.random.default_rng(11), 200_000)
    verdicts = _worlds.verdicts(draw, stakes="adverse")
    assert verdicts["FA201:main:all:sex"].outcome is Outcome.PASS

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from pydantic import TypeAdapter

from audit.errors import InputError
from audit.evidence import Evidence, Provenance
from audit.inference import proportions
from audit.measures.pools import POOLS, Pools, make
from audit.serde import dump_evidence, load_evidence

PLAN = """
[system]
capacity = {capacity}
[roles]
{roles}
y_true = "need"
y_pred = "placed"
sensitive_features = ["group"]
positive_is = "favourable"
outcome_known = "everyone"
"""


def _plan(capacity: int, roles: str = 'y_score = "score"') -> str:
    return PLAN.format(capacity=capacity, roles=roles)


def _table(n: int = 400, seed: int = 0, rounds: int = 3):
    rng = np.random.default_rng(seed)
    score = rng.integers(0, 21, n) / 20  # many ties
    return {
        "score": score,
        "group": rng.choice(["a", "b", "c"], n, p=[0.6, 0.3, 0.1]),
        "need": rng.integers(0, 2, n),
        "placed": rng.integers(0, 2, n),
        "intake": rng.choice([f"r{i}" for i in range(rounds)], n),
    }


def _by_hand(table, capacity, rounds):
    """Sort each round row by row; those tied at the cut share what is left."""
    share = np.zeros(len(table["score"]))
    for name in set(rounds):
        inside = np.flatnonzero(np.asarray(rounds) == name)
        score = table["score"][inside]
        if len(inside) <= capacity:
            share[inside] = 1
            continue
        cut = np.sort(score)[::-1][capacity - 1]
        above, tied = inside[score > cut], inside[score == cut]
        share[above] = 1
        share[tied] = (capacity - len(above)) / len(tied)
    return share


@pytest.mark.parametrize("capacity", [1, 17, 60, 130, 1000])
@pytest.mark.parametrize("engine", ["polars", "duckdb"])
def test_places_are_those_of_sorting_each_round_by_hand(opened, capacity, engine):
    table = _table()
    roles = 'y_score = "score"\npool = "intake"'
    found = make(opened(table, _plan(capacity, roles), engine=engine))
    share = _by_hand(table, capacity, table["intake"])
    for truth in (None, "0", "1"):
        rates = found.groups("group", "all", truth)
        for group, rate in rates.items():
            inside = table["group"] == group
            if truth is not None:
                inside &= table["need"] == int(truth)
            assert rate.n == inside.sum()
            assert rate.events == pytest.approx(share[inside].sum())
    strata = found.strata("group", "all", "1")
    for name, groups in strata.items():
        for group, rate in groups.items():
            inside = (table["intake"] == name) & (table["group"] == group) & (table["need"] == 1)
            assert (rate.events, rate.n) == (pytest.approx(share[inside].sum()), inside.sum())
    assert sum(one.people for one in found.rounds.values()) == 400
    assert found.unranked == 0


def test_ties_count_as_what_a_lottery_gives(opened):
    # Four people at the cut for two places: the mean over all six ways to draw them.
    table = {
        "score": [0.9, 0.5, 0.5, 0.5, 0.5, 0.1],
        "group": ["a", "a", "b", "b", "b", "a"],
        "need": [1, 1, 1, 1, 1, 1],
        "placed": [1, 1, 0, 0, 0, 1],
    }
    found = make(opened(table, _plan(3)))
    ways = list(combinations([1, 2, 3, 4], 2))
    drawn = {"a": 0.0, "b": 0.0}
    for way in ways:
        for row in (0, *way):
            drawn[table["group"][row]] += 1 / len(ways)
    rates = found.groups("group", "all", None)
    assert {g: r.events for g, r in rates.items()} == pytest.approx(drawn)
    (one,) = found.rounds.values()
    assert (one.people, one.above, one.tied, one.share_of_tied) == (6, 1, 4, 0.5)


def test_the_log_beside_the_ranking(opened):
    table = {
        "score": [0.9, 0.8, 0.5, 0.5, 0.2, 0.1],
        "group": ["a"] * 6,
        "need": [1] * 6,
        "placed": [1, 0, 1, 0, 1, 0],
    }
    log = make(opened(table, _plan(3))).logged
    assert (log.people, log.passed_over, log.out_of_turn, log.at_cut) == (6, 1, 1, 1)


def test_a_rank_of_one_comes_first(opened):
    table = {
        "rank": [1, 2, 3, 4],
        "group": ["a", "a", "b", "b"],
        "need": [1] * 4,
        "placed": [1] * 4,
    }
    found = make(opened(table, _plan(2, 'rank = "rank"')))
    assert found.ranked_by == "rank"
    rates = found.groups("group", "all", None)
    assert (rates["a"].events, rates["b"].events) == (2, 0)


def test_people_without_a_score_or_a_round_are_not_ranked(opened):
    table = {
        "score": [0.9, None, 0.5, 0.4], "group": ["a"] * 4, "need": [1] * 4, "placed": [1] * 4,
        "intake": ["r", "r", None, "r"],
    }  # fmt: skip
    found = make(opened(table, _plan(1, 'y_score = "score"\npool = "intake"')))
    assert found.unranked == 2
    assert found.rounds["r"].people == 2


def test_nobody_ranked_is_an_error_that_says_so(opened):
    table = {
        "score": [0.9, None], "group": ["a", "b"], "need": [1, 0], "placed": [1, 0],
        "intake": [None, "r"],
    }  # fmt: skip
    with pytest.raises(InputError) as caught:
        make(opened(table, _plan(1, 'y_score = "score"\npool = "intake"')))
    assert caught.value.slug == "no-ranks"


def test_a_rank_that_is_text_is_refused(opened):
    table = {"rank": ["1", "x"], "group": ["a", "b"], "need": [1, 0], "placed": [1, 0]}
    with pytest.raises(InputError) as caught:
        opened(table, _plan(1, 'rank = "rank"'))
    assert caught.value.slug == "not-a-number"


def test_rows_of_one_person_count_once_at_most(opened):
    table = {
        "score": np.linspace(0.1, 0.9, 40), "group": ["a"] * 20 + ["b"] * 20,
        "need": [1] * 40, "placed": [1] * 40, "person": [i // 2 for i in range(40)],
    }  # fmt: skip
    roles = 'y_score = "score"\ncluster = "person"'
    rate = make(opened(table, _plan(10, roles))).groups("group", "all", None)["a"]
    assert rate.clusters == 10
    assert rate.effective_n < 10  # ten people, less what few clusters leave


def test_the_payload_survives_json(opened):
    found = make(opened(_table(), _plan(20, 'y_score = "score"\npool = "intake"')))
    evidence = Evidence(
        id="pools-main", part="main", value=found, provenance=Provenance(measure="pools", version=1)
    )
    assert load_evidence(dump_evidence(evidence), Pools).value == found
    TypeAdapter(Pools).validate_python(found)
    assert POOLS.needs == ("sensitive_features",)


def test_how_many_have_a_truth(opened):
    table = _table(50)
    table["need"] = [None if i < 5 else 1 for i in range(50)]
    found = make(opened(table, _plan(20)))
    known = found.recorded("group", "all")
    assert sum(k for k, _ in known) == 45
    assert sum(u for _, u in known) == 5


@pytest.mark.parametrize(("shift", "n1", "n0", "k"), [(0, 60, 540, 120), (0.6, 200, 200, 60)])
def test_drawing_from_one_pool_scatters_no_more_than_the_limits_allow(shift, n1, n0, k):
    rng = np.random.default_rng(5)
    placed = np.array(
        [
            (
                np.argpartition(
                    np.concatenate([rng.normal(-shift, 1, n1), rng.normal(0, 1, n0)]), -k
                )[-k:]
                < n1
            ).sum()
            for _ in range(1500)
        ],
        float,
    )
    others = k - placed
    gap = placed / n1 - others / n0
    p1, p0 = placed.mean() / n1, others.mean() / n0
    binomial = np.sqrt(p1 * (1 - p1) / n1 + p0 * (1 - p0) / n0)
    assert gap.std() <= 1.04 * binomial  # the error of a standard deviation of 1,500 is 1.8 %
    assert (placed / n1).std() < 0.99 * np.sqrt(p1 * (1 - p1) / n1)
    low, high = proportions.difference_interval(placed, n1, others, n0)
    assert ((low <= gap.mean()) & (gap.mean() <= high)).mean() >= 0.935

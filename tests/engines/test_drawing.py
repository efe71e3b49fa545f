"""Samples: the hash, the shares, the weights."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from audit.engines.drawing import PRIME, Hash, allocate
from audit.errors import PlanError
from audit.system import ROW, WEIGHT, Margin

from .conftest import OpenPart


def hashed(rows: np.ndarray, seed: int) -> np.ndarray:
    found = rows
    for step in Hash.seeded(seed).steps():
        found = step(found)
    return found


@pytest.mark.parametrize("seed", [0, 1, 2026])
def test_hashes_are_even_and_follow_neither_rows_nor_each_other(seed: int) -> None:
    rows = np.arange(200_000, dtype=np.int64)
    found = hashed(rows, seed)
    assert found.min() >= 0
    assert found.max() < PRIME
    assert stats.chisquare(np.bincount(found * 100 // PRIME, minlength=100)).pvalue > 1e-4
    assert abs(np.corrcoef(rows, found)[0, 1]) < 0.012  # five standard errors
    assert abs(np.corrcoef(found[1:], found[:-1])[0, 1]) < 0.012
    assert abs(np.corrcoef(found, hashed(rows, seed + 1))[0, 1]) < 0.012
    drawn = np.sort(rows[np.argsort(found, kind="stable")[:2_000]])
    assert stats.kstest(drawn / len(rows), "uniform").pvalue > 1e-4
    assert stats.chisquare(np.bincount(drawn % 12, minlength=12)).pvalue > 1e-4


def test_no_row_number_overflows() -> None:
    rows = np.array([0, 1, PRIME - 1, PRIME, 2**40, 2**62], dtype=np.int64)
    exact = [int(row) for row in rows]
    for step in Hash.seeded(3).steps():
        exact = [step(row) for row in exact]
    assert hashed(rows, 3).tolist() == exact


@given(people=st.lists(st.integers(0, 5_000), min_size=1, max_size=60), size=st.integers(0, 3_000))
def test_shares(people: list[int], size: int) -> None:
    taken = allocate(people, size)
    assert sum(taken) == min(size, sum(people))
    assert all(0 <= t <= n for t, n in zip(taken, people, strict=True))
    floor = -(-min(size, sum(people)) // (2 * len(people)))
    if floor * len(people) <= size:
        assert all(t >= min(n, floor) for t, n in zip(taken, people, strict=True))


def test_shares_by_hand() -> None:
    # 25 each; the other 50 go to 285 and 85 people, 38.5 and 11.5 of them.
    assert allocate([310, 110], 100) == [25 + 39, 25 + 11]
    assert allocate([3, 1_000], 100) == [3, 97]
    assert allocate([1, 1, 1, 97], 2) == [1, 1, 0, 0]


def strata(n: int = 4_000) -> pa.Table:
    rng = np.random.default_rng(3)
    group = rng.choice(["a", "b", "c"], n, p=[0.9, 0.095, 0.005])
    return pa.table({"g": group, "x": rng.random(n), "half": rng.random(n) < 0.5})


def test_rare_strata_are_kept_and_weights_restore_the_people(open_part: OpenPart) -> None:
    table = strata()
    frame = open_part(table, '[roles]\nsensitive_features = ["g"]')
    drawn = frame.sample(300, ["g", "x"], seed=1, by=("g",))
    assert drawn.num_rows == 300
    people = {row[0]: n for row, n in frame.count([Margin(("g",))])[0].rows()}
    assert drawn["g"].to_pylist().count("c") == people["c"]
    weights = np.array(drawn[WEIGHT])
    for group, n in people.items():
        mine = np.array(drawn["g"].to_pylist()) == group
        assert weights[mine].sum() == pytest.approx(n)
    rows = drawn[ROW].to_pylist()
    assert rows == sorted(set(rows))


def test_the_seed_decides(open_part: OpenPart) -> None:
    frame = open_part(strata())
    one, same, other = (frame.sample(50, [], seed=s)[ROW].to_pylist() for s in (1, 1, 2))
    assert one == same
    assert len(set(one) & set(other)) < 10


def test_a_larger_sample_contains_the_smaller(open_part: OpenPart) -> None:
    frame = open_part(strata())
    small, large = (set(frame.sample(n, [], seed=1)[ROW].to_pylist()) for n in (50, 200))
    assert small < large


def test_more_than_there_is(open_part: OpenPart) -> None:
    frame = open_part(strata(40))
    for by in ((), ("g",)):
        drawn = frame.sample(1_000, ["x"], seed=1, by=by)
        assert drawn[ROW].to_pylist() == list(range(40))
        assert set(drawn[WEIGHT].to_pylist()) == {1.0}


def test_nothing_to_draw_from(open_part: OpenPart) -> None:
    table = pa.table({"g": ["a", "b"], "arm": [0, 0]})
    frame = open_part(table, '[roles]\nrandom_arm = "arm"')
    drawn = frame.sample(5, ["g"], seed=1, sample="random_arm")
    assert (drawn.num_rows, drawn.column_names) == (0, ["g", ROW, WEIGHT])


def test_row_numbers_are_those_of_the_source(open_part: OpenPart) -> None:
    table = strata()
    plan = '[[parts]]\nname = "half"\nwhere = { half = true }'
    frame = open_part(table, plan)
    drawn = frame.sample(100, ["x", "half"], seed=4, by=("g",))
    assert drawn["x"].equals(table["x"].take(drawn[ROW]))
    assert all(drawn["half"].to_pylist())


def test_row_and_weight_are_names_like_others(open_part: OpenPart) -> None:
    frame = open_part(pa.table({"row": [7, 8], "weight": [0.5, 2.0], "x": [1, 2]}))
    drawn = frame.sample(2, ["row", "weight"], seed=0)
    assert drawn["row"].to_pylist() == [7, 8]
    assert drawn["weight"].to_pylist() == [0.5, 2.0]
    assert drawn[ROW].to_pylist() == [0, 1]
    assert drawn[WEIGHT].to_pylist() == [1.0, 1.0]
    labels = [x for batch in frame.batches(["key:row"]) for x in batch["key:row"].to_pylist()]
    assert labels == ["7", "8"]
    assert frame.count([Margin(("row",), sums=("weight",))])[0].sums["weight"].sum() == 2.5


@pytest.mark.parametrize("name", [ROW, WEIGHT])
def test_names_that_are_taken(open_part: OpenPart, name: str) -> None:
    frame = open_part(pa.table({name: [1, 2], "x": [1, 2]}))
    assert frame.sample(1, ["x"], seed=0).num_rows == 1
    with pytest.raises(PlanError) as caught:
        frame.sample(1, [name], seed=0)
    assert caught.value.slug == "reserved-column"


def test_the_smallest_hashes_of_each_stratum_are_drawn(open_part: OpenPart) -> None:
    rng = np.random.default_rng(1)
    n = 20_000
    g = rng.choice(["a", "b", "rare", None], n, p=[0.6, 0.3, 0.001, 0.099])
    y = rng.choice([0, 1, None], n, p=[0.5, 0.3, 0.2])
    table = pa.table({"g": pa.array(g, pa.string()), "y": pa.array(y, pa.int64())})
    frame = open_part(table, '[roles]\ny_true = "y"\nsensitive_features = ["g"]\npositive = [1]')
    drawn = frame.sample(90, ["key:g", "key:y_true"], seed=4, by=("g", "y_true"))
    hashes = np.arange(n)
    for step in Hash.seeded(4).steps():
        hashes = step(hashes)
    strata = pd.Series([f"{a} {b}" for a, b in zip(g, y, strict=True)])
    people = strata.value_counts()
    taken = strata[drawn[ROW].to_numpy()].value_counts()
    assert set(taken.index) == set(people.index)
    expected = [
        row
        for stratum, count in taken.items()
        for row in sorted(np.flatnonzero(strata == stratum), key=lambda row: hashes[row])[:count]
    ]
    assert drawn[ROW].to_pylist() == sorted(map(int, expected))
    weights = pd.Series(drawn[WEIGHT].to_numpy()).groupby(strata[drawn[ROW].to_numpy()].tolist())
    assert weights.sum().round(6).to_dict() == people.to_dict()

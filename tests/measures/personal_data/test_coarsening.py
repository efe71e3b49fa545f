"""What coarser columns would give: each step counted again with pandas, the search kept honest."""

from __future__ import annotations

from itertools import product

import numpy as np
import pandas as pd
import pytest

from audit.measures import _coarsening
from audit.measures._cell_groups import counted
from audit.measures._coarsening import MOST_STEPS, Coarsened, Search
from audit.measures._ladders import Operation, ladder


def steps(labels, kind, weights=None):
    weights = np.ones(len(labels)) if weights is None else np.array(weights, float)
    return {(s.change.operation, s.change.by): s for s in ladder("c", labels, weights, kind)}


def groups(step, labels) -> list[set]:
    found: dict[int, set] = {}
    for label, code in zip(labels, step.codes.tolist(), strict=True):
        found.setdefault(code, set()).add(label)
    return list(found.values())


def test_ages_go_into_bands_of_5_10_and_20() -> None:
    labels = [str(age) for age in range(17, 96)]
    found = steps(labels, "integer")
    bands = [by for operation, by in found if operation is Operation.BANDS]
    assert bands == [5.0, 10.0, 20.0]
    assert {"20", "21", "22", "23", "24"} in groups(found[Operation.BANDS, 5.0], labels)
    assert {"17", "18", "19"} in groups(found[Operation.BANDS, 20.0], labels)


def test_fractions_and_large_numbers_have_round_bands() -> None:
    fractions = [f"{x / 100:.2f}" for x in range(100)]
    assert (Operation.BANDS, 0.05) in steps(fractions, "number")
    incomes = [str(1000 * x) for x in range(1, 200)]
    assert (Operation.BANDS, 10_000.0) in steps(incomes, "integer")


def test_dates_become_months_quarters_and_years() -> None:
    labels = ["2023-12-31", "2024-01-01", "2024-01-31", "2024-03-31", "2024-04-01", None]
    found = steps(labels, "date")
    assert {"2024-01-01", "2024-01-31"} in groups(found[Operation.MONTH, None], labels)
    assert {"2024-01-01", "2024-01-31", "2024-03-31"} in groups(
        found[Operation.QUARTER, None], labels
    )
    assert {None} in groups(found[Operation.YEAR, None], labels)
    months = ["2024-01", "2024-02", "2024-07", "2025-01"]
    of_text = steps(months, "text")
    assert (Operation.MONTH, None) not in of_text
    assert {"2024-01", "2024-02"} in groups(of_text[Operation.QUARTER, None], months)


def test_countries_become_regions_and_others_do_not() -> None:
    labels = ["Syria", "Iraq", "Eritrea", "France", "Germany", "stateless"]
    found = steps(labels, "text", [50, 30, 20, 5, 5, 1])
    assert {"Syria", "Iraq"} in groups(found[Operation.SUBREGION, None], labels)
    assert {"stateless"} in groups(found[Operation.SUBREGION, None], labels)
    streets = ["High Street", "Low Street", "Chad Street"]
    assert not any(o in (Operation.SUBREGION, Operation.REGION) for o, _ in steps(streets, "text"))


def test_codes_are_cut_and_rare_categories_joined() -> None:
    labels = ["75001", "75002", "13001"]
    found = steps(labels, "text")
    assert groups(found[Operation.PREFIX, 3], labels) == [{"75001", "75002"}, {"13001"}]
    assert (Operation.PREFIX, 2) not in found  # two characters tell what three do
    labels = ["a", "b", "c", "d"]
    rare = steps(labels, "text", [980, 10, 9, 1])[Operation.RARE, 0.01]
    assert groups(rare, labels) == [{"a"}, {"b"}, {"c", "d"}]  # 10 of 1,000 is 1 %, not less


@pytest.mark.parametrize(
    ("labels", "kind"),
    [(["a"], "text"), (["a", "b"], "text"), ([None], "integer"), (["3", "3.5"], "number")],
)
def test_a_column_of_few_values_can_only_be_left_out(labels, kind) -> None:
    assert [o for o, _ in steps(labels, kind)] == [Operation.WITHOUT]


def test_the_cost_is_the_share_of_entropy_lost() -> None:
    labels = ["1", "2", "11", "12"]
    found = steps(labels, "integer")
    assert found[Operation.BANDS, 5.0].lost == pytest.approx(0.5)  # two bits, one is kept
    assert found[Operation.WITHOUT, None].lost == 1.0


# -- Search -----------------------------------------------------------------------------------------


@pytest.fixture
def people() -> pd.DataFrame:
    rng = np.random.default_rng(11)
    n = 1500
    return pd.DataFrame({
        "age": rng.integers(18, 70, n),
        "country": rng.choice(["Syria", "Iraq", "Eritrea", "Somalia", "France"], n, p=[0.5, 0.3, 0.1, 0.05, 0.05]),
        "month": rng.choice([f"2024-{m:02d}" for m in range(1, 13)], n),
    })  # fmt: skip


def search(part, people: pd.DataFrame) -> Search:
    names = ", ".join(f'"{name}"' for name in people)
    given = part(
        {name: people[name].tolist() for name in people},
        f"[roles]\nquasi_identifiers = [{names}]\n",
    )
    kinds = ["integer" if people[name].dtype.kind == "i" else "text" for name in people]
    return Search.over(counted(given), kinds)


def coarser(people: pd.DataFrame, found: Coarsened) -> pd.DataFrame:
    """The changes, done to the rows."""
    table = people.copy()
    for change in found.changes:
        column = table[change.column]
        match change.operation:
            case Operation.BANDS:
                table[change.column] = column // change.by
            case Operation.QUARTER:
                table[change.column] = (column.str[5:7].astype(int) - 1) // 3
            case Operation.YEAR:
                table[change.column] = column.str[:4]
            case Operation.WITHOUT:
                table[change.column] = 0
            case Operation.SUBREGION | Operation.REGION:
                from audit.pooling import load

                scheme = load(change.operation.value)
                table[change.column] = [scheme.region(x) or x for x in column]
            case Operation.RARE:
                share = column.map(column.value_counts(normalize=True))
                table[change.column] = column.where(share >= change.by, "other")
            case _:
                raise AssertionError(change)
    return table


def counts(table: pd.DataFrame) -> tuple[int, int, int, int, int]:
    sizes = table.groupby(list(table.columns)).size()
    return (
        int((sizes == 1).sum()), int(sizes[sizes < 5].sum()), int(sizes[sizes < 11].sum()),
        int(sizes.min()), len(sizes),
    )  # fmt: skip


def told(found: Coarsened) -> tuple[int, int, int, int, int]:
    return found.alone, found.below_5, found.below_11, found.smallest, found.groups


def test_every_option_is_what_the_coarser_rows_give(part, people) -> None:
    options = search(part, people).options()
    assert len(options) >= 8
    for found in options:
        assert told(found) == counts(coarser(people, found)), found.words


@pytest.mark.parametrize("k", [5, 11])
def test_steps_together_are_what_the_coarser_rows_give(part, people, k) -> None:
    path = search(part, people).together(k)
    assert 1 < len(path) <= MOST_STEPS
    for found in path:
        assert told(found) == counts(coarser(people, found)), found.words
    below = [counts(people)[1 if k == 5 else 2], *(found.below(k) for found in path)]
    assert below == sorted(below, reverse=True)
    assert below[-1] < below[0]
    assert [found.lost for found in path] == sorted(found.lost for found in path)


def test_where_no_step_alone_helps_two_together_do(part) -> None:
    """Everybody is alone by either column, so one made coarser helps nobody."""
    n = 120
    table = pd.DataFrame({"age": range(n), "income": [1000 * ((i * 77) % n) for i in range(n)]})
    found = search(part, table)
    assert all(option.below(5) == n for option in found.options())
    assert found._greedy(5) == ()
    *_, best = found.together(5)
    assert len(best.changes) == 2
    assert best.below(5) == 0
    assert told(best) == counts(coarser(table, best))


@pytest.mark.parametrize("k", [5, 11])
def test_of_all_sets_of_steps_the_best_is_found(part, people, k) -> None:
    """Brute force over every set of steps of three columns."""
    found = search(part, people)
    every = product(*(range(len(steps) + 1) for steps in found.ladders))
    best = min(map(found._of, every), key=lambda each: (each.below(k), each.lost))
    *_, told_best = found.together(k)
    assert told_best.below(k) == best.below(k)
    assert told_best.lost <= best.lost + 0.05


def test_it_is_no_worse_than_one_step_after_the_other_however_little_may_be_tried(
    part, people, monkeypatch
) -> None:
    monkeypatch.setattr(_coarsening, "MOST_VISITS", 0)
    monkeypatch.setattr(_coarsening, "FEWEST_SETS", 3)
    found = search(part, people)
    (*_, greedy), (*_, best) = found._greedy(5), found.together(5)
    assert (best.below(5), best.lost) <= (greedy.below(5), greedy.lost)


def test_nothing_is_searched_where_nobody_is_below(part) -> None:
    table = pd.DataFrame({"age": [30] * 20, "country": ["Syria"] * 20, "month": ["2024-01"] * 20})
    assert search(part, table).together(5) == ()


def test_leaving_a_single_column_out_leaves_one_combination(part) -> None:
    given = part({"a": ["x", "y", "z", "z"]}, '[roles]\nquasi_identifiers = ["a"]\n')
    (*_, last) = Search.over(counted(given), ["text"]).options()
    assert (last.words, last.groups, last.smallest, last.lost) == (
        ("the column a left out",),
        1,
        4,
        1.0,
    )

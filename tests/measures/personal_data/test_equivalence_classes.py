from __future__ import annotations

from itertools import pairwise

import numpy as np
import pandas as pd
import pytest

from audit.measures import _cell_groups, equivalence_classes

COARSE = "Measured on the counts, applied to nothing."
PLAN = '[roles]\nquasi_identifiers = ["age", "region"]\n'


class Shown:
    """What may be shown of a table."""

    min_cell = 10


def test_worked_example(part) -> None:
    given = {"age": [30, 30, 30, 41, 41, 52], "region": ["A", "A", "A", "B", "B", None]}
    found = equivalence_classes.make(part(given, PLAN))
    assert found.sizes == ((1, 1), (2, 1), (3, 1))
    assert (found.people, found.smallest, found.unique) == (6, 1, 1)
    assert [found.below(k) for k in (1, 2, 3, 4)] == [0, 1, 3, 6]


def test_against_pandas(part) -> None:
    rng = np.random.default_rng(3)
    given = {
        "age": rng.integers(18, 70, 2000).tolist(),
        "region": rng.choice(list("ABCDEF"), 2000).tolist(),
    }
    found = equivalence_classes.make(part(given, PLAN))
    table = pd.DataFrame(given)
    sizes = table.groupby(["age", "region"])["age"].transform("size")
    assert found.smallest == sizes.min()
    assert found.unique == (sizes == 1).sum()
    assert found.below(5) == (sizes < 5).sum()
    rows = list(equivalence_classes.locate(part(given, PLAN), ""))
    assert rows == table.index[sizes < 5].tolist()


def test_figure_counts_every_person_once(part) -> None:
    given = {"age": [1] * 60 + [2] * 11 + [3] * 10 + [4] * 4 + [5], "region": ["A"] * 86}
    given["sex"] = ["F"] * 86
    payload = equivalence_classes.make(part(given, PLAN.replace('"region"', '"region", "sex"')))
    figure = equivalence_classes.figures(payload, Shown())[0]
    assert figure.column("label") == ["1", "2–4", "5–10", "11–50", "over 50"]
    assert figure.column("value") == [1, 4, 10, 11, 60]


@pytest.mark.parametrize(
    ("ages", "labels", "people"),
    [
        ([1] * 60 + [2] * 11 + [3] * 10 + [4] * 4 + [5], ["1–10", "11–50", "over 50"], [15, 11, 60]),
        ([1] * 60 + [4] * 4 + [5], ["1 or more"], [65]),
        ([*range(10), *[11] * 60], ["1", "2–4", "5–10", "11–50", "over 50"], [10, 0, 0, 0, 60]),
    ],
)  # fmt: skip
def test_of_two_columns_no_band_of_few_people_is_drawn(
    part, ages: list, labels: list, people: list
) -> None:
    payload = equivalence_classes.make(part({"age": ages, "region": ["A"] * len(ages)}, PLAN))
    sizes, *others = equivalence_classes.figures(payload, Shown())
    assert sizes.column("label") == labels
    assert sizes.column("value") == people
    for name in ("value", "alone", "below_5", "below_11", "smallest"):
        for figure in others:
            assert not [n for n in figure.column(name) if n and n < 10]


def test_a_step_that_leaves_two_columns_says_no_small_number(part) -> None:
    rng = np.random.default_rng(4)
    given = {
        "age": rng.integers(18, 40, 500).tolist(),
        "region": ["A"] * 480 + ["B"] * 13 + ["C"] * 4 + ["D"] * 2 + ["E"],
        "sex": rng.choice(["F", "M"], 500).tolist(),
    }
    payload = equivalence_classes.make(part(given, PLAN.replace('"region"', '"region", "sex"')))
    shown = equivalence_classes.figures(payload, Shown())[1]
    assert payload.options
    for row in shown.rows:
        left = 3 - row[0].count("left out")
        assert left > 2 or not [n for n in row[1:6] if n and n < 10]
        # The loss by joining rare categories, to many digits, gives back their sizes.
        assert row[7] == round(row[7], 2)


def test_dates_count_by_day(part) -> None:
    from datetime import date

    given = {"age": [date(1990, 1, 1), date(1990, 1, 1), date(1990, 1, 2)], "region": ["A"] * 3}
    assert equivalence_classes.make(part(given, PLAN)).sizes == ((1, 1), (2, 1))
    assert list(equivalence_classes.locate(part(given, PLAN), "")) == [0, 1, 2]


def test_what_coarser_columns_would_give_is_drawn_beside_what_is(part) -> None:
    rng = np.random.default_rng(6)
    given = {
        "age": rng.integers(18, 90, 500).tolist(),
        "region": rng.choice(list("ABCDEF"), 500).tolist(),
    }
    payload = equivalence_classes.make(part(given, PLAN))
    assert payload.k == 5
    assert payload.together
    figure = equivalence_classes.figures(payload, Shown())[1]
    assert figure.id == "coarsening"
    assert figure.note.text.startswith(COARSE)
    now, *rows = figure.rows
    assert now[:4] == ("as it is", payload.below(5), payload.unique, payload.below(5))
    assert len(rows) <= 16
    assert len(rows) == len({row[0] for row in rows})
    assert min(row[1] for row in rows) == figure.takeaway.params["left"]
    public = "[data]\nrelease = 'public'\n" + PLAN
    assert equivalence_classes.make(part(given, public)).k == 11


def test_labels_of_a_group_column_that_are_missing_are_no_number(part) -> None:
    given = {"age": [*range(20, 60), None], "region": ["A"] * 41}
    plan = PLAN + 'sensitive_features = ["age"]\n[columns.age]\nbins = [30, 50]\n'
    payload = equivalence_classes.make(part(given, plan))
    assert payload.people == 41


def test_columns_that_the_plan_maps_are_text(part) -> None:
    given = {"age": ["young", "old", "old", "older"], "region": ["A"] * 4}
    plan = PLAN + '[columns.age]\nmap = { "1" = "young" }\n'
    assert equivalence_classes.make(part(given, plan)).options


def test_nothing_coarser_is_tried_where_everybody_has_company(part) -> None:
    payload = equivalence_classes.make(part({"age": [1] * 5, "region": ["A"] * 5}, PLAN))
    assert payload.options == payload.together == ()
    assert [f.id for f in equivalence_classes.figures(payload, Shown())] == ["equivalence_classes"]


SAMPLE = '[data]\ncoverage = "sample"\n'


def drawn(seed: int = 2, rows: int = 3000) -> dict:
    rng = np.random.default_rng(seed)
    return {
        "age": rng.integers(18, 70, rows).tolist(),
        "region": np.minimum(rng.zipf(1.5, rows), 400).tolist(),
    }


def test_a_sample_with_a_population_is_estimated(part) -> None:
    plan = SAMPLE + "population = 60000\n" + PLAN
    payload = equivalence_classes.make(part(drawn(), plan))
    found = payload.population
    assert (found.people, found.rows, found.fraction) == (60_000, 3000, 0.05)
    assert found.chosen.method == "pitman"
    assert all(each.alone is not None for each in found.estimates)
    assert 0 < found.correct.low < found.correct.theta < found.correct.high < 1
    figure = equivalence_classes.figures(payload, Shown())[-1]
    assert figure.id == "population_uniqueness"
    assert figure.column("value")[0] == payload.unique / 3000
    assert "Estimates, not counts" in figure.note.text


def test_the_estimate_is_the_same_each_time(part) -> None:
    plan = SAMPLE + "population = 30000\n" + PLAN
    given = part(drawn(), plan)
    assert equivalence_classes.make(given) == equivalence_classes.make(given)


@pytest.mark.parametrize("plan", ["[data]\npopulation = 60000\n", SAMPLE])
def test_nothing_is_estimated_of_a_census_or_an_unknown_population(part, plan) -> None:
    assert equivalence_classes.make(part(drawn(), plan + PLAN)).population is None


def test_too_many_combinations_keep_their_sizes(part, monkeypatch) -> None:
    given = part(drawn(), PLAN)
    whole = equivalence_classes.make(given)
    for module in (_cell_groups, equivalence_classes):
        monkeypatch.setattr(module, "MOST_CELLS", 100)
    found = equivalence_classes.make(given)
    assert found.sizes == whole.sizes
    assert not found.searched
    assert found.options == ()


@pytest.mark.parametrize("seed", range(5))
def test_of_two_columns_no_two_printed_numbers_differ_by_few_people(part, seed: int) -> None:
    rng = np.random.default_rng(seed)
    rows = 400
    given = {
        "age": np.minimum(rng.zipf(1.4, rows), 60).tolist(),
        "region": rng.choice(list("ABC"), rows).tolist(),
    }
    payload = equivalence_classes.make(part(given, "[data]\nrelease = 'public'\n" + PLAN))
    sizes, shown = equivalence_classes.figures(payload, Shown())[:2]
    known = {*np.cumsum(sizes.column("value")).tolist()}
    now = shown.rows[0]
    known |= {n for n in now[1:5] if n is not None}
    known |= {payload.unique} if payload.may_say(1, 10) else set()
    ordered = sorted({0, rows, *known})
    assert all(more - less >= 10 for less, more in pairwise(ordered))
    for row in shown.rows[1:]:
        left = sorted({0, rows, *(n for n in row[1:5] if n is not None)})
        assert all(more - less >= 10 for less, more in pairwise(left))


def test_sizes_come_from_the_quick_count_and_cells_are_counted_only_to_be_made_coarser(
    part, monkeypatch
) -> None:
    def count(margins):
        raise AssertionError("cells were counted though nobody is below k")

    given = part({"age": ["a"] * 6 + ["b"] * 7, "region": ["x"] * 13}, PLAN)
    monkeypatch.setattr(
        given.frame,
        "class_sizes",
        lambda keys: {6: 1, 7: 1} if tuple(keys) == ("age", "region") else {},
    )
    monkeypatch.setattr(given.frame, "count", count)
    found = equivalence_classes.make(given)
    assert (found.sizes, found.searched, found.options) == (((6, 1), (7, 1)), True, ())

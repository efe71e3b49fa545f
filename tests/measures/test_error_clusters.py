from __future__ import annotations

import numpy as np
import pytest
from sklearn.tree import DecisionTreeClassifier

from audit.evidence import Evidence, Provenance
from audit.measures import _rules
from audit.measures.error_clusters import (
    ERROR_CLUSTERS,
    ErrorClusters,
    _shares,
    make,
    searchable,
)
from audit.serde import dump_evidence, load_evidence

PLAN = """
[roles]
y_true = "truth"
y_pred = "flag"
sensitive_features = ["nationality", "sex"]
features = {features}
text = ["note"]
identifiers = ["case"]
positive_is = "adverse"
outcome_known = "everyone"
{extra}
"""
FEATURES = '["post", "age", "income", "note", "case", "nationality", "citizenship_group", "filed"]'


def _table(n=6000, seed=0, harm=0.0):
    rng = np.random.default_rng(seed)
    truth = rng.random(n) < 0.2
    post = rng.choice(["North", "South", "East"], n)
    age = rng.integers(18, 70, n)
    income = np.round(rng.lognormal(3, 1, n), 2)
    bad = (post == "North") & (age <= 30)
    flag = rng.random(n) < np.where(truth, 0.7, 0.1 + harm * bad)
    return {
        "truth": truth.astype(int), "flag": flag.astype(int), "post": post, "age": age,
        "income": [None if i % 11 == 0 else x for i, x in enumerate(income)],
        "note": [f"Mr Smith number {i}" if i % 3 else "refused by officer Smith" for i in range(n)],
        "case": [f"{i:06d}" for i in range(n)],
        "nationality": rng.choice(["A", "B", "C"], n, p=[0.7, 0.25, 0.05]),
        "citizenship_group": rng.choice(["x", "y"], n),
        "sex": rng.choice(["f", "m"], n), "filed": np.arange(n) + 5_000_000,
    }  # fmt: skip


def _plan(extra=""):
    return PLAN.format(features=FEATURES, extra=extra)


def test_protected_columns_text_and_names_of_files_are_not_searched(opened):
    assert searchable(opened(_table(), _plan())) == ("post", "age", "income", "filed")
    found = make(opened(_table(harm=0.4), _plan()))
    for search in found.searches.values():
        for cluster in search.clusters:
            words = cluster.rule
            assert not any(
                name in words
                for name in ("note", "case", "nationality", "citizenship", "Smith", "filed")
            )


def test_a_planted_cluster_is_found_and_counted_as_by_hand(opened):
    table = _table(harm=0.4)
    found = make(opened(table, _plan())).search("FA201", "all")
    first = found.clusters[0]
    assert "post = North" in first.rule
    assert "age ≤ 3" in first.rule
    edge = float(first.rule.split("age ≤ ")[1].split(" ")[0])
    inside = (np.array(table["post"]) == "North") & (np.array(table["age"]) <= edge)
    people = (np.array(table["truth"]) == 0) & inside
    wrong = people & (np.array(table["flag"]) == 1)
    if first.rule.count(" and ") == 1:
        assert first.searched.n + first.inside.n == people.sum()
        assert first.searched.events + first.inside.events == wrong.sum()
    assert first.inside.n + first.outside.n == found.confirmed
    assert found.searched + found.confirmed == (np.array(table["truth"]) == 0).sum()
    assert 0.45 < found.searched / (found.searched + found.confirmed) < 0.55
    assert sum(n for _, n in first.spread["sex"].values()) == found.rows


@pytest.mark.parametrize("engine", ["pandas", "duckdb"])
def test_every_engine_finds_the_same(opened, engine):
    table = _table(n=2000, harm=0.4)
    one = make(opened(table, _plan()))
    assert make(opened(table, _plan(), engine=engine)) == one


def test_the_rows_of_one_person_stay_in_one_half(opened):
    table = {**_table(n=3000), "person": [i // 3 for i in range(3000)]}
    part = opened(table, _plan('cluster = "person"'))
    from audit.measures.error_clusters import _Drawn

    drawn = _Drawn.of(part, "all")
    halves = {}
    for person, first in zip(drawn.person, drawn.first, strict=True):
        halves.setdefault(int(person), set()).add(bool(first))
    assert all(len(sides) == 1 for sides in halves.values())
    found = make(part).search("FA201", "all")
    assert all(c.inside.clusters is not None for c in found.clusters)


def test_weights_count(opened):
    table = {**_table(n=3000, harm=0.4), "w": np.where(np.arange(3000) % 2, 5.0, 1.0)}
    found = make(opened(table, _plan('sample_weight = "w"'))).search("FA201", "all")
    first = found.clusters[0].inside
    assert first.effective_n < first.n


def test_without_a_truth_selection_alone_is_searched(opened):
    plan = _plan().replace('y_true = "truth"\n', "")
    assert set(make(opened(_table(n=500), plan)).searches) == {"FA101/all"}


def test_no_errors_at_all_propose_nothing(opened):
    table = _table(n=1000)
    table["flag"] = table["truth"]
    found = make(opened(table, _plan())).search("FA201", "all")
    assert found.clusters == ()


def test_the_payload_survives_json(opened):
    found = make(opened(_table(n=1500, harm=0.4), _plan()))
    evidence = Evidence(
        id="e", part="main", value=found, provenance=Provenance(measure="error_clusters", version=1)
    )
    assert load_evidence(dump_evidence(evidence), ErrorClusters).value == found
    assert "features" in ERROR_CLUSTERS.needs


# ---------------------------------------------------------------------------------------------
# Rules


def test_without_rounding_rules_are_the_nodes_of_the_tree(opened):
    import pyarrow as pa

    rng = np.random.default_rng(2)
    age = rng.integers(0, 90, 2000)
    table = pa.table({"age": age})
    event = (rng.random(2000) < np.where(age > 60, 0.5, 0.1)).astype(float)
    matrix = _rules.inputs(table, ["age"], 50)
    found = _rules.search(matrix, event, np.ones(2000), 0)
    tree = DecisionTreeClassifier(max_depth=3, min_samples_leaf=50, random_state=0)
    tree.fit(age[:, None], event)
    sizes = sorted(int(n) for n in tree.tree_.n_node_samples[1:] if n <= 1950)
    assert sorted(int(inside.sum()) for _, inside in found) == sizes
    for rule, inside in found:
        assert (matrix.holds(rule) == inside).all()


def test_a_missing_number_is_on_the_side_that_the_rule_names():
    import pyarrow as pa

    values = [None] * 200 + [i / 2 for i in range(800)]
    event = np.array([0.0] * 600 + [1.0] * 400)
    found = _rules.search(
        _rules.inputs(pa.table({"income": pa.array(values)}), ["income"], 50),
        event, np.ones(1000), 0,
    )  # fmt: skip
    low = next(inside for rule, inside in found if "or not recorded" in str(rule))
    assert low[:200].all()


@pytest.mark.parametrize(
    "labels",
    [
        [f"label {i % 60}" for i in range(6000)],  # too many
        ["a note that is longer than any label should ever be", "short"] * 3000,
        ["common"] * 5990 + ["rare"] * 10,  # too few people
    ],
)
def test_labels_that_could_be_text_or_tell_people_are_left_out(labels):
    import pyarrow as pa

    assert _rules.inputs(pa.table({"c": labels}), ["c"], 50).names == ()


def test_edges_are_rounded():
    import pyarrow as pa

    rng = np.random.default_rng(0)
    income = np.round(rng.uniform(1000, 2000, 1000), 2)
    event = (income > 1537.37).astype(float)
    found = _rules.search(
        _rules.inputs(pa.table({"income": income}), ["income"], 50), event, np.ones(1000), 0
    )
    assert {str(rule) for rule, _ in found} >= {"income ≤ 1540", "income > 1540"}


# ---------------------------------------------------------------------------------------------
# Disclosure


def test_groups_with_few_people_in_a_cluster_are_not_told(public):
    groups = {"a": (200, 1000), "b": (100, 1000), "c": (3, 500), "d": (60, 300)}
    rows = dict(_shares("f", groups, public()))
    # The three of c would be what is left of the cluster: the next smallest goes with them.
    assert set(rows) == {"a", "b"}
    assert rows["a"] == 0.2


def test_nothing_is_drawn_where_one_group_would_stand_alone(public):
    assert _shares("f", {"a": (200, 1000), "b": (2, 1000)}, public()) == ()


def test_a_group_that_is_wholly_inside_is_not_told(public):
    groups = {"a": (200, 1000), "b": (100, 1000), "c": (500, 500), "d": (60, 300)}
    assert "c" not in dict(_shares("f", groups, public()))


def test_small_categories_have_no_share(public):
    groups = {"a": (200, 1000), "b": (100, 1000), "c": (40, 200), "d": (60, 300)}
    assert "c" not in dict(_shares("f", groups, public(small=("c",))))


def test_a_rule_that_holds_nobody_of_the_heavy_side_is_worth_few(opened):
    """Flagged people weigh 1, others 100: a cluster in which all were flagged says little."""
    table = _table(harm=0.0)
    table["flag"] = np.where(table["post"] == "North", 1, table["flag"])
    table["w"] = np.where(table["flag"] == 1, 1.0, 100.0)
    search = make(opened(table, _plan('sample_weight = "w"'))).search("FA201", "all")
    sides = [c.inside for c in search.clusters if c.inside.events == c.inside.n]
    assert sides, "no cluster in which everybody was flagged"
    for rate in sides:
        assert rate.effective_n == pytest.approx(rate.n / 100)

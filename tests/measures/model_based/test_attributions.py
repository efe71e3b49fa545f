"""SHAP aggregates: they add up, they are shap's own, and they name the planted input."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa
import pytest
from numpy.testing import assert_allclose

from audit.evidence import Evidence, Provenance
from audit.measures import _rows, _shap, attributions
from audit.serde import dump_evidence, load_evidence
from audit.system import WEIGHT
from audit.text import Catalogue

PLAN = """
[roles]
y_score = "score"
y_pred = "flag"
positive = [1]
positive_is = "adverse"
sensitive_features = { group = { ground = "nationality" }, age = { ground = "age" } }
features = ["rate", "visits", "post"]
[columns.age]
bins = [30]
"""
N = 3000
FEATURES = ("rate", "visits", "post")


def linear(x: dict[str, np.ndarray]) -> np.ndarray:
    rate = np.array([0.25 if v is None else v for v in x["rate"]], float)
    return 0.1 + 0.5 * rate + 0.02 * x["visits"].astype(float) + 0.1 * (x["post"] == "north")


def tangled(x: dict[str, np.ndarray]) -> np.ndarray:
    rate = np.array([0.25 if v is None else v for v in x["rate"]], float)
    north, visits = x["post"] == "north", x["visits"].astype(float)
    return 1 / (1 + np.exp(2 - 3 * rate * (1 + north) - 0.4 * visits * north + 0.1 * visits**2))


@pytest.fixture
def columns() -> dict[str, Any]:
    rng = np.random.default_rng(3)
    group = rng.choice(["A", "B", "C", "tiny"], N, p=[0.5, 0.3, 0.19, 0.01])
    rate = np.round(np.where(group == "B", 0.5, 0.2) + rng.normal(0, 0.05, N), 3)
    mask = rng.random(N) < 0.03
    return {
        "group": group,
        "age": rng.integers(18, 60, N),
        "rate": pa.array(rate, mask=mask),
        "visits": rng.integers(0, 5, N),
        "post": rng.choice(["north", "south"], N),
    }


def scored(columns: dict[str, Any], function: Any) -> dict[str, Any]:
    table = pa.table(columns)
    x = {n: np.array(table.column(n).to_pylist(), dtype=object) for n in FEATURES}
    score = function(x)
    return {**columns, "score": score, "flag": (score > 0.4).astype(int)}


@pytest.fixture
def measured(part: Any, model: Any, columns: dict[str, Any]) -> Any:
    def measure(function: Any) -> Any:
        opened = part(scored(columns, function), PLAN, model(function, FEATURES))
        return opened, attributions.make(opened)

    return measure


@pytest.mark.parametrize("function", [linear, tangled])
def test_parts_add_up_to_the_sampled_gap(measured: Any, function: Any) -> None:
    opened, found = measured(function)
    rows = opened.frame.sample(
        attributions.SAMPLE, [*FEATURES, "key:group", "key:age"], seed=0, by=("group", "score_bin")
    )
    scores, weight = opened.predictor.score(rows), rows.column(WEIGHT).to_numpy()
    assert weight.sum() == pytest.approx(N)
    for feature in ("group", "age"):
        labels = _rows.groups(rows, feature)
        for gap in found.gaps[feature]:
            inside = labels == gap.group
            expected = np.average(scores[inside], weights=weight[inside]) - np.average(
                scores[~inside], weights=weight[~inside]
            )
            assert sum(gap.by_input) == pytest.approx(expected, abs=1e-6)
            assert gap.sampled_gap == pytest.approx(expected, abs=1e-6)
            assert gap.sampled == inside.sum()


def test_full_gap_is_that_of_all_rows(measured: Any, columns: dict[str, Any]) -> None:
    _, found = measured(tangled)
    data = scored(columns, tangled)
    band = np.where(data["age"] < 30, "under 30", "30 and over")
    for feature, labels in (("group", data["group"]), ("age", band)):
        assert {gap.group for gap in found.gaps[feature]} == set(labels)
        for gap in found.gaps[feature]:
            inside = labels == gap.group
            assert gap.n == inside.sum()
            assert gap.full_gap == pytest.approx(
                data["score"][inside].mean() - data["score"][~inside].mean()
            )
            assert gap.mean == pytest.approx(data["score"][inside].mean())
    # The weighted sample estimates it; the large groups to within about two points.
    for gap in found.gaps["group"][:2]:
        assert gap.sampled_gap == pytest.approx(gap.full_gap, abs=0.02)


def test_a_linear_model_has_the_attributions_of_its_coefficients(measured: Any) -> None:
    opened, found = measured(linear)
    rows = opened.frame.sample(
        attributions.SAMPLE, [*FEATURES, "key:group"], seed=0, by=("group", "score_bin")
    )
    inside = _rows.groups(rows, "group") == "B"
    weight = rows.column(WEIGHT).to_numpy()
    rate = np.array([0.25 if v is None else v for v in rows.column("rate").to_pylist()])
    columns = np.column_stack(
        [0.5 * rate, 0.02 * rows.column("visits").to_numpy(),
         0.1 * (np.array(rows.column("post").to_pylist()) == "north")]
    )  # fmt: skip
    gap = next(g for g in found.gaps["group"] if g.group == "B")
    assert_allclose(gap.by_input, _rows.gap(columns, weight, inside), atol=1e-9)
    assert found.through(gap, 1)[0][0] == "rate"
    assert found.through(gap, 1)[0][1] == pytest.approx(1, abs=0.1)


def test_asking_in_batches_changes_nothing_shap_says(columns: dict[str, Any], model: Any) -> None:
    import shap

    table = pa.table(columns).select(FEATURES).slice(0, 90)
    predictor = model(tangled, FEATURES)
    found = _shap.explain(predictor, table, 50, seed=5)
    codes = _rows.Codes(table, FEATURES)
    masker = shap.maskers.Independent(codes.matrix[50:], max_samples=40)
    plain = shap.PermutationExplainer(
        lambda x: model(tangled, FEATURES).score(codes.decode(x)), masker, seed=5
    )(codes.matrix[:50], max_evals=7, silent=True)
    assert_allclose(found.values, plain.values, atol=1e-12)
    assert found.explainer == "Permutation"
    assert len(predictor.asked) == 1
    assert predictor.asked[0].num_rows == found.asked
    assert predictor.asked[0].schema == table.schema


def test_small_chunks_add_up_as_well(
    columns: dict[str, Any], model: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_shap, "_HELD", 2000)
    table = pa.table(columns).select(FEATURES).slice(0, 60)
    predictor = model(tangled, FEATURES)
    found = _shap.explain(predictor, table, 40, seed=5)
    assert len(predictor.asked) > 1
    outputs = model(tangled, FEATURES).score(table)
    assert_allclose(found.values.sum(axis=1), outputs[:40] - outputs[40:].mean(), atol=1e-9)


def test_the_seed_decides_and_numpy_is_left_as_it_was(measured: Any) -> None:
    np.random.seed(11)  # noqa: NPY002
    before = np.random.get_state()[1].tolist()  # noqa: NPY002
    first, second = measured(tangled)[1], measured(tangled)[1]
    assert first == second
    assert np.random.get_state()[1].tolist() == before  # noqa: NPY002


@pytest.mark.parametrize("output", ["probability", "margin"])
@pytest.mark.slow
def test_boosters_are_read_by_the_tree_explainer(output: str, model: Any) -> None:
    xgb = pytest.importorskip("xgboost")
    rng = np.random.default_rng(0)
    x = rng.normal(size=(400, 3))
    y = (x[:, 0] + x[:, 1] * x[:, 2] + rng.normal(size=400) > 0).astype(int)
    booster = xgb.train({"objective": "binary:logistic", "max_depth": 3}, xgb.DMatrix(x, y), 20)

    def function(columns: dict[str, np.ndarray]) -> np.ndarray:
        data = np.column_stack([columns[n].astype(float) for n in "abc"])
        return booster.predict(xgb.DMatrix(data), output_margin=output == "margin")

    table = pa.table({name: x[:, i] for i, name in enumerate("abc")}).slice(0, 160)
    tree = _shap.explain(model(function, tuple("abc"), output, booster), table, 100, seed=0)
    assert tree.explainer == "Tree"
    asked = _shap.explain(model(function, tuple("abc"), output), table, 100, seed=0)
    assert asked.explainer == "Permutation"
    # Both add up to the same difference, and agree on what matters; interactions of three differ.
    assert_allclose(tree.values.sum(axis=1), asked.values.sum(axis=1), atol=1e-4)
    assert_allclose(np.abs(tree.values).mean(0), np.abs(asked.values).mean(0), rtol=0.1)


@pytest.mark.slow
def test_a_linear_margin_is_read_by_the_linear_explainer(model: Any) -> None:
    from sklearn.linear_model import LogisticRegression

    rng = np.random.default_rng(0)
    x = rng.normal(size=(200, 2))
    fitted = LogisticRegression().fit(x, x[:, 0] > 0)

    def margin(columns: dict[str, np.ndarray]) -> np.ndarray:
        data = np.column_stack([columns[n].astype(float) for n in "ab"])
        return fitted.decision_function(data)

    table = pa.table({"a": x[:, 0], "b": x[:, 1]})
    found = _shap.explain(model(margin, ("a", "b"), "margin", fitted), table, 100, seed=0)
    assert found.explainer == "Linear"
    assert_allclose(found.values, fitted.coef_[0] * (x[:100] - x[100:].mean(0)), atol=1e-9)

    def probability(columns: dict[str, np.ndarray]) -> np.ndarray:
        return 1 / (1 + np.exp(-margin(columns)))

    other = _shap.explain(model(probability, ("a", "b"), "probability", fitted), table, 100, seed=0)
    assert other.explainer == "Permutation"  # the coefficients do not add up to a probability


def test_without_a_logged_score_the_model_is_asked(
    part: Any, model: Any, columns: dict[str, Any]
) -> None:
    plan = PLAN.replace('y_score = "score"\n', "")
    data = scored(columns, linear)
    found = attributions.make(part(data, plan, model(linear, FEATURES)))
    gap = next(g for g in found.gaps["group"] if g.group == "B")
    inside = data["group"] == "B"
    expected = data["score"][inside].mean() - data["score"][~inside].mean()
    assert gap.full_gap == pytest.approx(expected)
    assert found.bounded


def test_one_group_has_no_gap(part: Any, model: Any, columns: dict[str, Any]) -> None:
    data = scored({**columns, "group": ["A"] * N}, linear)
    assert attributions.make(part(data, PLAN, model(linear, FEATURES))).gaps["group"] == ()


@pytest.mark.parametrize(("direction", "worst"), [("adverse", "B"), ("favourable", "A")])
def test_who_is_worse_off(
    part: Any, model: Any, columns: dict[str, Any], direction: str, worst: str
) -> None:
    plan = PLAN.replace('"adverse"', f'"{direction}"')
    found = attributions.make(part(scored(columns, linear), plan, model(linear, FEATURES)))
    judged = found.judged("group")
    assert judged[0].group == worst
    assert "tiny" not in {gap.group for gap in found.judged("group", 100)}


def test_what_is_shown(measured: Any, public: Any) -> None:
    opened, found = measured(linear)
    drivers, group = attributions.figures(found, public())
    assert not found.judged("age")[0].agrees  # a gap of nearly nothing has no parts worth a picture
    assert drivers.column("label")[0] == "rate"
    assert drivers.column("value") == sorted(drivers.column("value"), reverse=True)
    assert group.column("value")[0] == max(group.column("value"), key=abs)
    worst = found.judged("group")[0]
    assert sum(group.column("value")) == pytest.approx(worst.sampled_gap)
    words = Catalogue({})
    for figure in (drivers, group):
        for message in (figure.title, figure.takeaway, figure.note):
            assert words.render(message)
    assert "between B and everyone else" in words.render(group.title)
    assert words.render(drivers.note).startswith("Units of the score, a probability. By shap's")
    hidden = attributions.figures(found, public("B"))[1]
    assert "B" not in words.render(hidden.title).replace("Between", "")
    assert attributions.parameters(opened, found)["rows"] == found.rows


def test_evidence_can_be_stored(measured: Any) -> None:
    _, found = measured(linear)
    evidence = Evidence(
        id="attributions-main", part="main", value=found,
        provenance=Provenance(measure="attributions", version=1),
    )  # fmt: skip
    stored = load_evidence(dump_evidence(evidence), attributions.Attributions)
    assert stored.value == found

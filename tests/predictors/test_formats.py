"""Every format gives what its own library gives, for the class the plan calls positive."""

from __future__ import annotations

import os.path
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pytest
from numpy.testing import assert_allclose

from audit.errors import ModelError

NUMERIC = ("income", "visits")


@pytest.fixture(scope="session")
def pipeline(table: pa.Table, target: np.ndarray) -> Any:
    from sklearn.compose import make_column_transformer
    from sklearn.ensemble import RandomForestClassifier
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import OneHotEncoder

    inputs = make_column_transformer(
        (OneHotEncoder(handle_unknown="ignore"), ["post"]), ("passthrough", list(NUMERIC))
    )
    model = make_pipeline(inputs, RandomForestClassifier(20, max_depth=4, random_state=0))
    return model.fit(frame(table), target)


def frame(table: pa.Table) -> Any:
    data = table.to_pandas()
    data["post"] = data["post"].astype(object)
    return data


def as_onnx(pipeline: Any, *, zipmap: bool) -> bytes:
    from skl2onnx import to_onnx
    from skl2onnx.common.data_types import FloatTensorType, StringTensorType

    types = [
        ("income", FloatTensorType([None, 1])),
        ("visits", FloatTensorType([None, 1])),
        ("post", StringTensorType([None, 1])),
    ]
    options = {id(pipeline): {"zipmap": zipmap}}
    return bytes(to_onnx(pipeline, initial_types=types, options=options).SerializeToString())


@pytest.mark.parametrize("zipmap", [True, False])
@pytest.mark.parametrize(("positive", "column"), [("", 1), ("red", 1), ("green", 0)])
def test_onnx_with_one_input_a_column(
    pipeline: Any,
    table: pa.Table,
    tmp_path: Path,
    opened: Any,
    *,
    zipmap: bool,
    positive: str,
    column: int,
) -> None:
    (tmp_path / "m.onnx").write_bytes(as_onnx(pipeline, zipmap=zipmap))
    predictor = opened("m.onnx", table, positive_label=positive)
    assert set(predictor.features) == {"income", "visits", "post"}
    assert predictor.output_space == "probability"
    assert predictor.description == "ONNX, ai.onnx.ml TreeEnsembleClassifier"
    assert predictor.native is None
    assert_allclose(
        predictor.score(table), pipeline.predict_proba(frame(table))[:, column], atol=1e-5
    )


def test_onnx_as_a_decision(pipeline: Any, table: pa.Table, tmp_path: Path, opened: Any) -> None:
    (tmp_path / "m.onnx").write_bytes(as_onnx(pipeline, zipmap=False))
    predictor = opened("m.onnx", table, output="decision", positive_label="green")
    assert predictor.output_space == "decision"
    assert_allclose(predictor.score(table), pipeline.predict(frame(table)) == "green")


def test_onnx_says_which_labels_it_has(
    pipeline: Any, table: pa.Table, tmp_path: Path, opened: Any
) -> None:
    (tmp_path / "m.onnx").write_bytes(as_onnx(pipeline, zipmap=False))
    with pytest.raises(ModelError, match="no class of the model") as caught:
        opened("m.onnx", table, positive_label="read").score(table)
    assert caught.value.slug == "model-output"
    assert "'red'" in caught.value.hint


def test_onnx_names_the_column_it_misses(
    pipeline: Any, table: pa.Table, tmp_path: Path, opened: Any
) -> None:
    (tmp_path / "m.onnx").write_bytes(as_onnx(pipeline, zipmap=False))
    with pytest.raises(ModelError, match="'income'") as caught:
        opened("m.onnx", table.rename_columns(["incom", "visits", "post"]))
    assert caught.value.slug == "model-columns"
    assert caught.value.hint == "did you mean 'incom'?"


def test_onnx_with_one_tensor_takes_the_order_of_the_plan(
    table: pa.Table, target: np.ndarray, tmp_path: Path, opened: Any
) -> None:
    from skl2onnx import to_onnx
    from sklearn.linear_model import LogisticRegression

    data = table.select(NUMERIC).to_pandas().to_numpy(dtype=np.float32)
    model = LogisticRegression().fit(data, target)
    (tmp_path / "m.onnx").write_bytes(to_onnx(model, data[:1]).SerializeToString())
    predictor = opened("m.onnx", table, features=NUMERIC)
    assert_allclose(predictor.score(table), model.predict_proba(data)[:, 1], atol=1e-5)
    assert_allclose(opened("m.onnx", table, order=NUMERIC).score(table), predictor.score(table))
    with pytest.raises(ModelError, match="does not name its inputs") as caught:
        opened("m.onnx", table)
    assert caught.value.slug == "model-features"
    with pytest.raises(ModelError, match=r"takes 2 inputs, and .* names 3"):
        opened("m.onnx", table, features=("income", "visits", "post"))
    with pytest.raises(ModelError, match="takes numbers in 'post'") as caught:
        opened("m.onnx", table, features=("income", "post")).score(table)
    assert caught.value.slug == "model-columns"


def test_onnx_regression_is_a_margin(table: pa.Table, tmp_path: Path, opened: Any) -> None:
    from skl2onnx import to_onnx
    from sklearn.linear_model import LinearRegression

    data = table.select(NUMERIC).to_pandas().to_numpy(dtype=np.float32)
    model = LinearRegression().fit(data, data @ [0.001, 2.0])
    (tmp_path / "m.onnx").write_bytes(to_onnx(model, data[:1]).SerializeToString())
    predictor = opened("m.onnx", table, features=NUMERIC)
    assert predictor.output_space == "margin"
    assert_allclose(predictor.score(table), model.predict(data), rtol=1e-4)


def test_onnx_whole_number_input_refuses_missing_values(
    table: pa.Table, target: np.ndarray, tmp_path: Path, opened: Any
) -> None:
    from skl2onnx import to_onnx
    from skl2onnx.common.data_types import Int64TensorType
    from sklearn.tree import DecisionTreeClassifier

    data = table.select(["visits"]).to_pandas()
    model = DecisionTreeClassifier(max_depth=2).fit(data.to_numpy(), target)
    content = to_onnx(model, initial_types=[("visits", Int64TensorType([None, 1]))])
    (tmp_path / "m.onnx").write_bytes(content.SerializeToString())
    predictor = opened("m.onnx", table)
    assert_allclose(predictor.score(table), model.predict_proba(data.to_numpy())[:, 1], atol=1e-6)
    with pytest.raises(ModelError, match="1 of 3 rows have none") as caught:
        predictor.score(pa.table({"visits": pa.array([1, None, 2])}))
    assert caught.value.slug == "model-missing-values"


@pytest.mark.parametrize(("output", "method"), [("", "predict_proba"), ("decision", "predict")])
def test_skops_pipeline(
    table: pa.Table, target: np.ndarray, tmp_path: Path, opened: Any, output: str, method: str
) -> None:
    skops = pytest.importorskip("skops.io")
    from sklearn.compose import make_column_transformer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import OneHotEncoder, StandardScaler

    inputs = make_column_transformer(
        (OneHotEncoder(handle_unknown="ignore"), ["post"]), (StandardScaler(), list(NUMERIC))
    )
    pipeline = make_pipeline(inputs, LogisticRegression()).fit(frame(table), target)
    skops.dump(pipeline, tmp_path / "m.skops")
    predictor = opened("m.skops", table, output=output, positive_label="red")
    expected = getattr(pipeline, method)(frame(table))
    expected = expected[:, 1] if expected.ndim == 2 else expected == "red"
    assert_allclose(predictor.score(table), expected)
    assert predictor.native is None


def test_skops_estimator_is_there_for_shap(
    table: pa.Table, target: np.ndarray, tmp_path: Path, opened: Any
) -> None:
    skops = pytest.importorskip("skops.io")
    from sklearn.linear_model import LogisticRegression

    data = table.select(NUMERIC).to_pandas()
    model = LogisticRegression().fit(data, target)
    skops.dump(model, tmp_path / "m.skops")
    predictor = opened("m.skops", table, output="margin")
    assert predictor.output_space == "margin"
    assert_allclose(predictor.score(table), model.decision_function(data))
    assert_allclose(predictor.native.coef_, model.coef_)
    other = opened("m.skops", table, output="margin", positive_label="green")
    assert_allclose(other.score(table), -model.decision_function(data))


def test_skops_lists_types_it_does_not_know(table: pa.Table, tmp_path: Path, opened: Any) -> None:
    skops = pytest.importorskip("skops.io")
    from sklearn.preprocessing import FunctionTransformer

    transformer = FunctionTransformer(os.path.abspath)
    skops.dump(transformer, tmp_path / "m.skops")
    with pytest.raises(ModelError, match=r"abspath") as caught:
        opened("m.skops", table, features=NUMERIC)
    assert caught.value.slug == "skops-untrusted"


def test_skops_does_not_open_compiled_trees(
    pipeline: Any, table: pa.Table, tmp_path: Path, opened: Any
) -> None:
    """The state of a compiled tree is not checked on loading, so skops lists it as untrusted."""
    skops = pytest.importorskip("skops.io")
    skops.dump(pipeline, tmp_path / "m.skops")
    with pytest.raises(ModelError, match=r"sklearn\.tree\._tree\.Tree") as caught:
        opened("m.skops", table)
    assert "ONNX" in caught.value.hint


@pytest.mark.parametrize("suffix", ["json", "ubj"])
@pytest.mark.parametrize("output", ["", "margin"])
def test_xgboost(
    table: pa.Table, target: np.ndarray, tmp_path: Path, opened: Any, suffix: str, output: str
) -> None:
    xgb = pytest.importorskip("xgboost")
    data = table.select(NUMERIC).to_pandas()
    matrix = xgb.DMatrix(data, label=target == "red")
    booster = xgb.train({"objective": "binary:logistic", "max_depth": 3}, matrix, 15)
    booster.save_model(tmp_path / f"m.{suffix}")
    predictor = opened(f"m.{suffix}", table, output=output)
    assert predictor.features == NUMERIC
    assert predictor.output_space == (output or "probability")
    expected = booster.predict(matrix, output_margin=output == "margin")
    assert_allclose(predictor.score(table), expected, rtol=1e-5)
    assert predictor.native.num_features() == 2


def test_xgboost_with_a_categorical_column(
    table: pa.Table, target: np.ndarray, tmp_path: Path, opened: Any
) -> None:
    xgb = pytest.importorskip("xgboost", minversion="3.1")
    data = table.to_pandas()
    data["post"] = data["post"].astype("category")
    matrix = xgb.DMatrix(data, label=target == "red", enable_categorical=True)
    booster = xgb.train({"objective": "binary:logistic", "max_depth": 3}, matrix, 15)
    booster.save_model(tmp_path / "m.json")
    predictor = opened("m.json", table)
    assert_allclose(predictor.score(table), booster.predict(matrix), rtol=1e-5)
    # A batch in which a category is missing must not shift the codes of the others.
    one = table.slice(7, 1)
    assert_allclose(predictor.score(one), predictor.score(table)[7:8], rtol=1e-6)


def test_xgboost_without_names_of_its_own(
    table: pa.Table, target: np.ndarray, tmp_path: Path, opened: Any
) -> None:
    xgb = pytest.importorskip("xgboost")
    data = table.select(NUMERIC).to_pandas().to_numpy(dtype=float)
    matrix = xgb.DMatrix(data, label=target == "red")
    booster = xgb.train({"objective": "binary:logistic"}, matrix, 5)
    booster.save_model(tmp_path / "m.json")
    with pytest.raises(ModelError, match="takes 2 inputs and does not name"):
        opened("m.json", table)
    predictor = opened("m.json", table, features=NUMERIC)
    assert_allclose(predictor.score(table), booster.predict(matrix), rtol=1e-5)


@pytest.mark.parametrize("output", ["", "margin"])
def test_lightgbm(
    table: pa.Table, target: np.ndarray, tmp_path: Path, opened: Any, output: str
) -> None:
    lgb = pytest.importorskip("lightgbm")
    data = table.to_pandas()
    data["post"] = data["post"].astype("category")
    model = lgb.train(
        {"objective": "binary", "verbosity": -1, "num_threads": 1},
        lgb.Dataset(data, label=(target == "red").astype(int)),
        15,
    )
    model.save_model(tmp_path / "m.txt")
    predictor = opened("m.txt", table, output=output)
    assert predictor.output_space == (output or "probability")
    expected = model.predict(data, raw_score=output == "margin")
    assert_allclose(predictor.score(table), expected)
    assert_allclose(predictor.score(table.slice(9, 1)), expected[9:10])


def test_lightgbm_without_names(
    table: pa.Table, target: np.ndarray, tmp_path: Path, opened: Any
) -> None:
    lgb = pytest.importorskip("lightgbm")
    data = table.select(NUMERIC).to_pandas().to_numpy(dtype=float)
    params = {"objective": "binary", "verbosity": -1, "num_threads": 1}
    model = lgb.train(params, lgb.Dataset(data, label=(target == "red").astype(int)), 5)
    model.save_model(tmp_path / "m.txt")
    predictor = opened("m.txt", table, features=NUMERIC)
    assert_allclose(predictor.score(table), model.predict(data))
    with pytest.raises(ModelError, match="takes numbers in 'post'"):
        opened("m.txt", table, features=("income", "post")).score(table)


def test_function_beside_the_plan(table: pa.Table, tmp_path: Path, opened: Any) -> None:
    (tmp_path / "beside_plan.py").write_text(
        "def score(data):\n"
        "    print('said aloud', flush=True)\n"
        "    return data['visits'] / 10 + (data['post'] == 'north') * 0.1\n",
        encoding="utf-8",
    )
    predictor = opened("beside_plan:score", table, features=("visits", "post"))
    expected = table["visits"].to_numpy() / 10 + 0.1 * np.array(
        [post == "north" for post in table["post"].to_pylist()]
    )
    assert_allclose(predictor.score(table), expected)
    assert predictor.description == "Python function beside_plan:score"

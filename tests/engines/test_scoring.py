"""A model's scores beside the table: the same on every engine, whatever the part and the batches."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from audit.engines import scored
from audit.engines.keys import ROW as NUMBER
from audit.errors import ModelError
from audit.system import ROW, Margin

from .conftest import OpenPart

N = 1000


@dataclass
class Model:
    """Scores are a known function of the row, so that a mix-up of rows shows."""

    output_space: str = "probability"
    factor: float = 1 / N
    features: tuple[str, ...] = ("x",)
    description: str = "a stand-in"
    native: object = None
    most: int = 0
    breaks_at: int = -1

    def score(self, table: pa.Table) -> np.ndarray:
        values = table["x"].to_numpy()
        self.most = max(self.most, len(values))
        if self.breaks_at in values:
            raise ModelError("the model raised ValueError", slug="model-raised")
        return values * self.factor

    def close(self) -> None:
        """Nothing to close."""


def table() -> pa.Table:
    x = np.random.default_rng(3).permutation(N)
    return pa.table({"x": x, "g": np.where(x % 3 == 0, "a", "b"), "model_score": ["taken"] * N})


PART = '[[parts]]\nname = "a"\nwhere = { g = "a" }'


@pytest.mark.parametrize("plan", ["", PART], ids=["whole", "part"])
def test_scores_stay_with_their_rows(open_part: OpenPart, tmp_path: Path, plan: str) -> None:
    told: list[int] = []
    frame = open_part(table(), plan).score(
        Model(), "model_score", folder=tmp_path, decision="decided", threshold=0.5,
        heard=told.append,
    )  # fmt: skip
    assert sum(told) == frame.rows
    assert frame.columns["model_score"] == "number"
    x = table()["x"].to_numpy()
    mine = x[x % 3 == 0] if plan else x
    found = pa.concat_tables(frame.batches(["x", "model_score", "decided"], 64))
    assert found["x"].to_pylist() == mine.tolist()
    np.testing.assert_allclose(found["model_score"].to_numpy(), mine / N)
    assert found["decided"].to_pylist() == (mine >= N / 2).astype(int).tolist()
    drawn = frame.sample(50, ["model_score", "key:score_bin"], seed=1, by=("y_pred",))
    rows = drawn[ROW].to_numpy()
    np.testing.assert_allclose(drawn["model_score"].to_numpy(), x[rows] / N)
    assert drawn["key:score_bin"].to_pylist() == (x[rows] * 20 // N).tolist()
    cells = frame.count([Margin(("g", "score_bin", "y_pred"))])[0]
    expected: dict[tuple[str, int, int], int] = {}
    for value in mine.tolist():
        key = ("a" if value % 3 == 0 else "b", value * 20 // N, int(value >= N / 2))
        expected[key] = expected.get(key, 0) + 1
    assert dict(cells.rows()) == expected
    assert frame.missing()["model_score"] == 0
    assert frame.distinct("model_score") == len(mine)


def test_a_margin_is_binned_between_its_extremes(open_part: OpenPart, tmp_path: Path) -> None:
    frame = open_part(table()).score(
        Model(output_space="margin", factor=1.0), "margin", folder=tmp_path
    )
    cells = frame.count([Margin(("score_bin",))])[0]
    assert dict(cells.rows()) == {(b,): 50 for b in range(20)}


def test_a_probability_above_one_is_the_models_fault(open_part: OpenPart, tmp_path: Path) -> None:
    with pytest.raises(ModelError) as caught:
        open_part(table()).score(Model(factor=1.0), "s", folder=tmp_path)
    assert caught.value.slug == "score-range"


def test_a_models_error_keeps_its_slug(open_part: OpenPart, tmp_path: Path) -> None:
    with pytest.raises(ModelError) as caught:
        open_part(table()).score(Model(breaks_at=7), "s", folder=tmp_path)
    assert caught.value.slug == "model-raised"


def test_after_a_column_from_memory(open_part: OpenPart, tmp_path: Path) -> None:
    values = np.where(np.arange(N) == 0, np.nan, 0.25)
    frame = open_part(table()).with_column("m", values).with_column("k", np.arange(N))
    frame = frame.score(Model(), "s", folder=tmp_path).score(
        Model(factor=0.0), "t", folder=tmp_path
    )
    assert frame.missing() == {"x": 0, "g": 0, "model_score": 0, "s": 0, "t": 0, "m": 1, "k": 0}
    drawn = frame.sample(5, ["m", "k", "s", "t"], seed=2)
    assert drawn["k"].to_pylist() == drawn[ROW].to_pylist()
    assert set(drawn["t"].to_pylist()) == {0.0}


def test_few_rows_are_in_memory_at_once(
    open_part: OpenPart, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scored, "GROUP", 100)
    plan = '[[parts]]\nname = "late"\nwhere = { x = 999 }'
    model = Model()
    frame = open_part(table(), plan).score(model, "s", folder=tmp_path)
    with pq.ParquetFile(tmp_path / "scores-0.parquet") as file:
        groups = [file.metadata.row_group(i).num_rows for i in range(file.num_row_groups)]
        assert max(groups) <= 200
        assert sum(groups) == N
        assert file.read(["s"])["s"].null_count == N - 1
    assert model.most == 1
    assert frame.moments("s")[0]["mean"] == 0.999


def test_a_folder_written_elsewhere_is_read_by_row_number(tmp_path: Path) -> None:
    numbers = np.arange(0, 100, 2)
    for name, part in (("late", numbers[30:]), ("early", numbers[:30])):
        pq.write_table(pa.table({NUMBER: part, "s": part / 100}), tmp_path / f"{name}.parquet",
                       row_group_size=7)  # fmt: skip
    with scored.Beside(tmp_path, {"s": "number"}).reading(["s"]) as values:
        assert values(np.array([3, 4, 58, 60, 62]))[0].to_pylist() == [None, 0.04, 0.58, 0.6, 0.62]
        assert values(np.array([98, 99, 500]))[0].to_pylist() == [0.98, None, None]
        assert values(np.array([1000]))[0].to_pylist() == [None]
        assert values(np.array([], dtype=np.int64))[0].to_pylist() == []

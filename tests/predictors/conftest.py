from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pytest

from audit.inputs import ModelFormat
from audit.plan import ModelSection, Plan
from audit.predictors.client import open_predictor
from audit.registry import instances

Opened = Callable[..., Any]


@pytest.fixture(scope="session")
def table() -> pa.Table:
    rng = np.random.default_rng(0)
    n = 400
    income = rng.normal(2000, 500, n).round()
    visits = rng.integers(0, 6, n)
    post = rng.choice(["north", "south", "east"], n)
    return pa.table({"income": income, "visits": visits, "post": post})


@pytest.fixture(scope="session")
def target(table: pa.Table) -> np.ndarray:
    rng = np.random.default_rng(1)
    score = table["income"].to_numpy() / 500 - table["visits"].to_numpy() + rng.normal(size=400)
    return np.where(score > 1.5, "red", "green")


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    """Open `[model] source = …` with the plan in `tmp_path`; every process is ended afterwards."""
    running = []

    def open_(source: str, frame: pa.Table | None = None, **model: Any) -> Any:
        features = model.pop("order", ())
        names = frame.column_names if frame is not None else model.get("features", features)
        predictor = open_predictor(
            ModelSection(source=source, **model),
            Plan(base=str(tmp_path)),
            dict.fromkeys(names, "number"),
            instances(ModelFormat, "predictors"),
            features=features,
        )
        running.append(predictor)
        return predictor

    yield open_
    for predictor in running:
        predictor.close()

"""`[data] train`: inputs of the audited table beside those the model was trained on."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet as pq
import pytest

from audit import plan_reader as plans
from audit.errors import AuditError
from audit.runner import audit_system, judge, run
from audit.vocabulary import Outcome

PLAN = """
[data]
source = "now.parquet"
train = "train.csv"
[roles]
y_pred = "flag"
features = ["age", "route", "extra"]
positive = { y_pred = [1] }
[columns.route]
missing = ["?"]
[columns.flag]
type = "integer"
"""


@pytest.fixture
def folder(tmp_path):
    rng = np.random.default_rng(2)
    n = 2000
    age = rng.integers(18, 80, n)
    route = rng.choice(["air", "sea", "?"], n)
    now = {"age": age + 12, "route": route, "extra": route, "flag": rng.integers(0, 2, n)}
    pq.write_table(pa.table(now), tmp_path / "now.parquet")
    pa.csv.write_csv(
        pa.table({"age": rng.permutation(age), "route": route}), tmp_path / "train.csv"
    )
    (tmp_path / "audit.toml").write_text(PLAN, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("engine", ["polars", "pandas", "duckdb"])
def test_the_input_that_moved_is_found(folder, engine):
    record, _ = audit_system(plans.load(folder / "audit.toml"), engine=engine)
    (found,) = [f for f in record.findings if f.check == "DA201"]
    assert found.outcome is Outcome.REVIEW
    assert found.groups == ("age",)
    assert "in all rows against training table" in found.condition
    assert {e.group for e in found.estimates} == {"age", "route"}
    assert "extra" in found.notes[-1].params["inputs"]
    assert [i.role for i in record.inputs] == ["data", "train"]


def test_it_is_judged_again_without_the_tables(folder, tmp_path):
    plan = plans.load(folder / "audit.toml")
    record = run(plan, out=tmp_path / "out")
    (folder / "now.parquet").unlink()
    wide = plans.parse("[checks.DA201]\nlimit = { value = 5.0 }\nset_by = 'x'\nreason = 'y'\n")
    again, _ = judge(record, wide, tmp_path / "out" / "evidence")
    (found,) = [f for f in again.findings if f.check == "DA201"]
    assert found.outcome is Outcome.PASS


def test_a_training_table_that_is_not_there(folder):
    (folder / "train.csv").unlink()
    with pytest.raises(AuditError) as caught:
        audit_system(plans.load(folder / "audit.toml"))
    assert caught.value.slug == "no-such-file"

"""Plans and tables that do not fit, on every engine."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest

from audit.engines.crossing import cross
from audit.engines.frame import Frame
from audit.errors import AuditError, InputError, PlanError
from audit.resources import installing
from audit.system import ROW, Margin

from .conftest import ENGINES, OpenPart, open_with

TABLE = pa.table(
    {
        "nationality": ["NA", "BE", "NA", "BE"],
        "age": [17, 18, 40, 70],
        "decision": ["refused", "granted", "refused", "granted"],
        "score": [0.1, 0.2, 0.3, 1.0],
        "note": ["a", "b", "c", "d"],
    }
)


def refused(open_part: OpenPart, plan: str, table: pa.Table = TABLE) -> AuditError:
    with pytest.raises(AuditError) as caught:
        open_part(table, plan)
    return caught.value


@pytest.mark.parametrize(
    ("plan", "place"),
    [
        ('[roles]\nsensitive_features = ["nationalty"]', "roles.sensitive_features"),
        ('[roles]\ny_true = "nationalty"', "roles.y_true"),
        ('[model]\nfeatures = ["age", "nationalty"]', "model.features"),
        ('[columns.nationalty]\ntype = "text"', "columns.nationalty"),
        ('[[parts]]\nname = "a"\nwhere = { nationalty = "NA" }', "parts.a.where"),
    ],
)
def test_a_misspelt_column(open_part: OpenPart, plan: str, place: str) -> None:
    problem = refused(open_part, '[data]\nsource = "in/decisions.csv"\n' + plan)
    assert (problem.slug, problem.exit_code) == ("unknown-column", 2)
    assert problem.message == (
        f"{place} names 'nationalty', which is not a column of decisions.csv"
    )
    assert problem.hint == "did you mean 'nationality'?"


def test_parts_with_different_tables_share_the_columns_section(open_part: OpenPart) -> None:
    plan = '[columns.elsewhere]\ntype = "text"\n[[parts]]\nname = "gate"'
    assert open_part(TABLE, plan).rows == 4


class TestBins:
    def test_a_number_of_many_values_needs_bins(self, open_part: OpenPart) -> None:
        ages = np.random.default_rng(0).integers(0, 90, 2_000)
        table = pa.table({"age": ages, "x": ages / 7})
        problem = refused(open_part, '[roles]\nsensitive_features = ["age"]', table)
        assert (problem.slug, problem.exit_code) == ("needs-bins", 2)
        assert "roles.sensitive_features names 'age'" in problem.message
        assert problem.hint == "for instance:\n[columns.age]\nbins = [18, 40, 60, 70]"
        problem = refused(open_part, '[roles]\ncontrol_features = ["x"]', table)
        assert "roles.control_features names 'x'" in problem.message
        assert problem.hint.endswith("bins = [2, 6, 8, 10]")

    def test_the_limit_is_twelve(self, open_part: OpenPart) -> None:
        plan = '[roles]\nsensitive_features = ["n"]'
        assert open_part(pa.table({"n": [*range(12), None]}), plan).rows == 13
        assert refused(open_part, plan, pa.table({"n": [*range(13), None]})).slug == "needs-bins"

    def test_what_is_proposed_is_accepted(self, open_part: OpenPart) -> None:
        for values in (
            np.arange(100), np.arange(13) * 1e-6, -np.arange(50) ** 3, np.r_[np.zeros(990), 1:14],
        ):  # fmt: skip
            plan = '[roles]\nsensitive_features = ["n"]'
            table = pa.table({"n": values})
            hint = refused(open_part, plan, table).hint
            more = hint.removeprefix("for instance:\n")
            cells = open_part(table, f"{plan}\n{more}").count([Margin(("n",))])[0]
            assert 2 <= len(cells.n) <= 6

    def test_bins_that_do_not_ascend_or_cannot_be(self, open_part: OpenPart) -> None:
        assert refused(open_part, "[columns.age]\nbins = [30, 18]").slug == "wrong-value"
        assert refused(open_part, "[columns.age]\nbins = [18, 18]").slug == "wrong-value"
        assert refused(open_part, "[columns.note]\nbins = [18]").slug == "not-a-number"


class TestLabels:
    @pytest.mark.parametrize(
        "positive", ['["refusd"]', '{ y_true = ["refused", "refusd"] }', '["refused", "refusd"]']
    )
    def test_a_label_that_is_not_there(self, open_part: OpenPart, positive: str) -> None:
        problem = refused(open_part, f'[roles]\ny_true = "decision"\npositive = {positive}')
        assert (problem.slug, problem.exit_code) == ("label-not-found", 2)
        assert "'refusd'" in problem.message
        assert "'decision'" in problem.message
        assert "granted" not in str(problem)

    def test_labels_of_two_columns_together(self, open_part: OpenPart) -> None:
        table = pa.table({"y": ["t", "f"], "p": ["flag", "ok"]})
        roles = '[roles]\ny_true = "y"\ny_pred = "p"\n'
        assert open_part(table, roles + 'positive = ["t", "flag"]').rows == 2
        problem = refused(open_part, roles + 'positive = ["t"]', table)
        assert problem.slug == "label-not-found"
        assert "'p'" in problem.message

    def test_a_word_never_means_true(self, open_part: OpenPart) -> None:
        table = pa.table({"y": [True, False], "p": ["refused", "granted"]})
        plan = '[roles]\ny_true = "y"\ny_pred = "p"\npositive = ["refused"]'
        assert refused(open_part, plan, table).slug == "label-not-found"

    def test_no_label_said(self, open_part: OpenPart) -> None:
        problem = refused(open_part, '[roles]\ny_true = "decision"')
        assert (problem.slug, problem.exit_code) == ("positive-missing", 2)
        assert "positive = { y_true" in problem.hint
        assert refused(open_part, '[roles]\nrandom_arm = "decision"').slug == "positive-missing"
        table = pa.table({"y": [1, 2]})
        assert refused(open_part, '[roles]\ny_true = "y"', table).slug == "positive-missing"

    def test_a_part_may_lack_the_label(self, open_part: OpenPart) -> None:
        plan = (
            '[roles]\ny_true = "decision"\npositive = ["refused"]\n'
            '[[parts]]\nname = "b"\nwhere = { nationality = "BE" }'
        )
        cells = open_part(TABLE, plan).count([Margin(("y_true",))])[0]
        assert list(cells.rows()) == [((0,), 2)]


class TestValues:
    @pytest.mark.parametrize("role", ["y_true", "y_pred", "y_score"])
    @pytest.mark.parametrize("gap", [None, float("nan")])
    def test_all_missing(self, open_part: OpenPart, role: str, gap: float | None) -> None:
        table = pa.table({"x": pa.array([gap, gap], pa.float64())})
        problem = refused(open_part, f'[roles]\n{role} = "x"', table)
        assert isinstance(problem, InputError)
        assert (problem.slug, problem.exit_code) == ("all-missing", 3)

    @pytest.mark.parametrize(
        ("scores", "rows"), [([0.0, 1.0], 0), ([0.0, 1.0000001], 1), ([-0.1, 2.0, 0.5], 2)]
    )
    def test_scores_outside_0_to_1(
        self, open_part: OpenPart, scores: list[float], rows: int
    ) -> None:
        table = pa.table({"s": scores})
        if not rows:
            assert open_part(table, '[roles]\ny_score = "s"').rows == 2
            return
        problem = refused(open_part, '[roles]\ny_score = "s"', table)
        assert (problem.slug, problem.exit_code) == ("score-range", 3)
        assert f"in {rows} row" in problem.message
        assert 'output = "margin"' in problem.hint

    def test_text_where_numbers_are_needed(self, open_part: OpenPart) -> None:
        for role in ("y_score", "sample_weight"):
            problem = refused(open_part, f'[roles]\n{role} = "note"')
            assert (problem.slug, problem.exit_code) == ("not-a-number", 3)
        with pytest.raises(InputError) as caught:
            open_part(TABLE).moments("note")
        assert caught.value.slug == "not-a-number"

    def test_numbers_where_notes_are_needed(self, open_part: OpenPart) -> None:
        problem = refused(open_part, '[roles]\ntext = ["note", "age"]')
        assert (problem.slug, problem.exit_code) == ("not-text", 2)
        assert problem.message.startswith("roles.text names 'age', which holds integer")

    def test_no_rows(self, open_part: OpenPart) -> None:
        plan = '[[parts]]\nname = "a"\nwhere = { nationality = "XX" }'
        problem = refused(open_part, plan)
        assert (problem.slug, problem.exit_code) == ("no-rows", 3)
        assert "nationality = 'XX'" in problem.message

    def test_lists_are_no_values(self, open_part: OpenPart) -> None:
        assert refused(open_part, "", pa.table({"x": [[1], [2]]})).slug == "unsupported-type"

    def test_one_row(self, open_part: OpenPart) -> None:
        plan = '[roles]\nsensitive_features = ["nationality"]\ny_score = "score"'
        frame = open_part(TABLE.slice(0, 1), plan)
        assert frame.rows == 1
        assert list(frame.count([Margin(("nationality", "score_bin"))])[0].rows()) == [
            (("NA", 2), 1)
        ]


class TestAddedColumns:
    def test_scores_of_a_model(self, open_part: OpenPart) -> None:
        frame = open_part(TABLE).with_column(
            "model", np.array([0.0, np.nan, 0.5, 1.0]), role="y_score"
        )
        assert frame.columns["model"] == "number"
        cells = frame.count([Margin(("nationality", "score_bin"))])[0]
        assert dict(cells.rows()) == {
            ("BE", 19): 1, ("BE", None): 1, ("NA", 0): 1, ("NA", 10): 1,
        }  # fmt: skip
        assert frame.missing()["model"] == 1
        assert frame.moments("model")[0]["mean"] == 0.5
        drawn = frame.sample(4, ["model", "key:score_bin"], seed=1, by=("score_bin",))
        assert drawn["model"].to_pylist() == [0.0, None, 0.5, 1.0]
        assert drawn["key:score_bin"].to_pylist() == [0, None, 10, 19]

    def test_decisions_of_a_model_in_a_part(self, open_part: OpenPart) -> None:
        plan = (
            '[roles]\ny_true = "decision"\npositive = ["refused"]\n'
            '[[parts]]\nname = "na"\nwhere = { nationality = "NA" }'
        )
        frame = open_part(TABLE, plan).with_column("p", np.array([True, False]), role="y_pred")
        assert dict(frame.count([Margin(("y_true", "y_pred", "age"))])[0].rows()) == {
            (1, 0, "40"): 1, (1, 1, "17"): 1,
        }  # fmt: skip
        rows = [row for batch in frame.batches(["p", "key:y_pred"]) for row in batch.to_pylist()]
        assert rows == [{"p": 1, "key:y_pred": 1, ROW: 0}, {"p": 0, "key:y_pred": 0, ROW: 2}]

    def test_twice_and_over_a_column(self, open_part: OpenPart) -> None:
        frame = open_part(TABLE).with_column("a", np.arange(4)).with_column("score", np.zeros(4))
        assert frame.count([Margin(("score", "a"))])[0].n.tolist() == [1, 1, 1, 1]
        assert next(iter(frame.sample(1, ["score", "a"], seed=0)["score"])).as_py() == 0.0

    def test_scores_that_cannot_be(self, open_part: OpenPart) -> None:
        with pytest.raises(InputError) as caught:
            open_part(TABLE).with_column("s", np.array([0, 1, 2, 3.5]), role="y_score")
        assert caught.value.slug == "score-range"
        with pytest.raises(ValueError, match="4 rows"):
            open_part(TABLE).with_column("s", np.zeros(3))


def test_the_engine_names_itself(open_part: OpenPart) -> None:
    name, version = open_part(TABLE).engine.split()
    assert name in ENGINES
    assert version[0].isdigit()


def test_polars_comes_first() -> None:
    assert [e.name for e in sorted(ENGINES.values(), key=lambda e: e.order)] == [
        "polars", "duckdb", "pandas", "spark",
    ]  # fmt: skip


def test_duckdb_is_optional(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(InputError) as caught:
        open_with(ENGINES["duckdb"], tmp_path, TABLE, "")
    assert caught.value.slug == "extra-missing"
    assert caught.value.hint == installing("duckdb")


def test_names_that_differ_in_capitals(open_everywhere: Callable[..., list[Frame]]) -> None:
    table = pa.table({"ID": [1, 2], "id": [3, 3]})
    for name in ("polars", "pandas"):
        frame = open_everywhere(table, engines=[name])[0]
        assert (frame.distinct("ID"), frame.distinct("id")) == (2, 1)
    pytest.importorskip("duckdb")
    with pytest.raises(InputError, match="DuckDB") as caught:
        open_everywhere(table, engines=["duckdb"])
    assert caught.value.slug == "duplicate-columns"


SIZES = {"a": 10, "b": 20, "c": 30, "d": 40, "random_arm": 2}


class TestCrossing:
    def test_small_tables_share_a_scan(self) -> None:
        margins = [Margin(("a",)), Margin(("b", "c"), sums=("w",)), Margin(("a",), "random_arm")]
        (one,) = cross(margins, SIZES, most=12_000)
        assert set(one.keys) == {"a", "b", "c", "random_arm"}
        assert one.sums == ("w",)
        assert sorted(one.members) == [0, 1, 2]

    def test_at_the_limit_and_one_below(self) -> None:
        margins = [Margin(("a", "b")), Margin(("c",))]
        assert len(cross(margins, SIZES, most=6_000)) == 1
        assert len(cross(margins, SIZES, most=5_999)) == 2

    def test_a_large_table_still_answers_its_own_margins(self) -> None:
        margins = [Margin(("a", "b", "c", "d")), Margin(("b", "d")), Margin(())]
        assert len(cross(margins, SIZES, most=100)) == 1


def test_plan_errors_are_plan_errors(open_part: OpenPart) -> None:
    assert isinstance(refused(open_part, '[roles]\ny_true = "decision"'), PlanError)


@pytest.mark.parametrize(
    ("positive", "key"),
    [
        ('{ y_pred = ["refused", "granted"] }', "positive.y_pred"),
        ('["granted", "refused"]', "positive"),
    ],
)
def test_a_positive_that_is_everything(open_part: OpenPart, positive: str, key: str) -> None:
    problem = refused(open_part, f'[roles]\ny_pred = "decision"\npositive = {positive}')
    assert (problem.slug, problem.exit_code) == ("positive-all", 2)
    assert problem.message.startswith(f"{key} names every label of 'decision', so nobody")
    assert "refused" not in str(problem)


@pytest.mark.parametrize("kind", [pa.int64(), pa.string(), pa.bool_()])
def test_everybody_with_the_condition_is_refused_whatever_the_type(
    open_part: OpenPart, kind: pa.DataType
) -> None:
    truth = pa.array([1, 0, None, 1], pa.int64()).cast(kind)
    labels = '["false", "true"]' if kind == pa.bool_() else '["0", "1"]'
    plan = f'[roles]\ny_true = "t"\npositive = {{ y_true = {labels} }}'
    problem = refused(open_part, plan, pa.table({"t": truth}))
    assert problem.slug == "positive-all"
    assert "nobody is without the condition; name one" in problem.message


def test_a_column_with_one_label_is_no_error(open_part: OpenPart) -> None:
    same = pa.table({"d": ["refused"] * 4, "flag": [1, 1, 1, 1]})
    plan = '[roles]\ny_pred = "d"\ny_true = "flag"\npositive = { y_pred = ["refused"], y_true = ["1", "true"] }'
    assert open_part(same, plan).rows == 4

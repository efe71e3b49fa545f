"""What values mean: labels, bins, missing, derived keys. On every engine."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import numpy as np
import pyarrow as pa
import pytest

from audit.engines.frame import Frame
from audit.engines.keys import bin_labels
from audit.system import ROW, Margin
from audit.vocabulary import NOT_RECORDED, RANDOM_ARM

from .conftest import OpenPart

NAN, INF = float("nan"), float("inf")


def counts(frame: Frame, *keys: str, sample: str = "all") -> dict[object, int]:
    cells = frame.count([Margin(keys, sample)])[0]
    return {(row[0] if len(keys) == 1 else row): n for row, n in cells.rows()}


class TestLabels:
    @pytest.mark.parametrize(
        ("values", "expected"),
        [
            (pa.array(["NA", "BE", None, "NA"]), {"BE": 1, "NA": 2, None: 1}),
            (pa.array(["NA", "BE", "NA"]).dictionary_encode(), {"BE": 1, "NA": 2}),
            (pa.array(["007", "7", "007"]), {"007": 2, "7": 1}),
            (pa.array([True, False, None, True]), {"false": 1, "true": 2, None: 1}),
            (pa.array([1, 0, None], pa.uint8()), {"0": 1, "1": 1, None: 1}),
            (pa.array([1.0, 0.5, None, NAN, INF, -INF]), {"0.5": 1, "1": 1, None: 4}),
            (pa.array([Decimal("0.30"), Decimal("1.00"), None]), {"0.3": 1, "1": 1, None: 1}),
            (pa.array([dt.date(2024, 1, 2), None]), {"2024-01-02": 1, None: 1}),
            (
                pa.array([dt.datetime(2024, 1, 2), dt.datetime(2024, 1, 2, 3)]),  # noqa: DTZ001
                {"2024-01-02": 1, "2024-01-02T03:00:00": 1},
            ),
            (
                pa.array([1_704_164_645_000], pa.timestamp("ms", tz="Europe/Berlin")),
                {"2024-01-02T03:04:05": 1},
            ),
            (pa.nulls(2), {None: 2}),
        ],
    )
    def test_by_one_rule(
        self, open_part: OpenPart, values: pa.Array, expected: dict[object, int]
    ) -> None:
        found = counts(open_part(pa.table({"x": values})), "x")
        assert found == expected
        assert list(found) == list(expected)

    def test_people_without_a_group_are_a_group(self, open_part: OpenPart) -> None:
        table = pa.table({"nation": ["NA", None, "ZW", None], "reviewer": ["a", None, "b", "b"]})
        frame = open_part(table, '[roles]\nsensitive_features = ["nation"]\nreviewer = "reviewer"')
        assert counts(frame, "nation") == {"NA": 1, "ZW": 1, NOT_RECORDED: 2}
        assert counts(frame, "reviewer") == {"a": 1, "b": 2, None: 1}

    def test_nobody_has_a_group(self, open_part: OpenPart) -> None:
        table = pa.table({"nation": pa.nulls(3, pa.string()), "y": [0, 1, 1]})
        frame = open_part(table, '[roles]\nsensitive_features = ["nation"]\ny_true = "y"')
        assert counts(frame, "nation", "y_true") == {(NOT_RECORDED, 0): 1, (NOT_RECORDED, 1): 2}

    @pytest.mark.parametrize("kind", [pa.int64(), pa.float64(), pa.string()])
    def test_missing_then_map(self, open_part: OpenPart, kind: pa.DataType) -> None:
        table = pa.table({"sex": pa.array([1, 2, 2, -9, 3, None]).cast(kind)})
        plan = (
            '[roles]\nsensitive_features = ["sex"]\n'
            '[columns.sex]\nmissing = [-9]\nmap = { 1 = "men", 2 = "women", 4 = "women" }'
        )
        frame = open_part(table, plan)
        assert counts(frame, "sex") == {"3": 1, "men": 1, "women": 2, NOT_RECORDED: 2}
        assert frame.missing() == {"sex": 2}
        assert frame.distinct("sex") == 3

    def test_map_of_truth(self, open_part: OpenPart) -> None:
        table = pa.table({"child": [True, False, None]})
        frame = open_part(table, '[columns.child]\nmap = { true = "minor" }')
        assert counts(frame, "child") == {"false": 1, "minor": 1, None: 1}

    def test_names_that_are_hard_to_quote(self, open_part: OpenPart) -> None:
        names = ['a"b', "a b.c", "Größe", "select", "#adm1+name", "it's"]
        frame = open_part(pa.table({name: ["x", "y", "x"] for name in names}))
        assert list(frame.columns) == names
        for name in names:
            assert counts(frame, name) == {"x": 2, "y": 1}
        assert next(iter(frame.batches(names))).column_names == [*names, ROW]


class TestBins:
    def test_a_value_at_an_edge_opens_the_upper_bin(self, open_part: OpenPart) -> None:
        ages = [0, 17, 18, 29, 30, 64, 65, 90, None]
        plan = '[roles]\nsensitive_features = ["age"]\n[columns.age]\nbins = [18, 30, 65]'
        expected = {"under 18": 2, "18–29": 2, "30–64": 2, "65 and over": 2, NOT_RECORDED: 1}
        for kind in (pa.int64(), pa.float64()):
            found = counts(open_part(pa.table({"age": pa.array(ages, kind)}), plan), "age")
            assert found == expected
            assert list(found) == list(expected)

    def test_broken_numbers(self, open_part: OpenPart) -> None:
        shares = [0.0, 0.25, np.nextafter(0.25, 0), 0.5, 0.75]
        plan = '[roles]\nsensitive_features = ["share"]\n[columns.share]\nbins = [0.25, 0.5]'
        found = counts(open_part(pa.table({"share": shares}), plan), "share")
        assert found == {"under 0.25": 2, "0.25 to under 0.5": 1, "0.5 and over": 2}

    def test_labels_say_where_a_bin_ends(self) -> None:
        assert bin_labels((1, 2, 4), whole=True) == ("under 1", "1", "2–3", "4 and over")
        assert bin_labels((0.5, 1.5), whole=True) == ("under 0.5", "1", "1.5 and over")
        assert bin_labels((18,), whole=False) == ("under 18", "18 and over")


class TestDerivedKeys:
    @pytest.mark.parametrize(
        ("values", "labels"),
        [
            (["refused", "granted", None], 'positive = ["refused"]'),
            ([1, 0, None], ""),
            ([1.0, 0.0, None], ""),
            ([True, False, None], ""),
            (["1", "0", None], ""),
            (["true", "false", None], ""),
            ([2, 1, None], "positive = [2]"),
            ([2.0, 1.0, None], "positive = { y_true = 2 }"),
            ([True, False, None], "positive = [true]"),
        ],
    )
    def test_positive_is_one(self, open_part: OpenPart, values: list[object], labels: str) -> None:
        frame = open_part(pa.table({"y": values}), f'[roles]\ny_true = "y"\n{labels}')
        cells = frame.count([Margin(("y_true",))])[0]
        assert cells.labels == ((0, 1, None),)
        assert cells.n.tolist() == [1, 1, 1]

    def test_labels_by_role(self, open_part: OpenPart) -> None:
        table = pa.table({"y": ["t", "f", "t"], "p": ["flag", "ok", "ok"], "h": ["t", "f", "f"]})
        frame = open_part(
            table,
            '[roles]\ny_true = "y"\ny_pred = "p"\nhuman_decision = "h"\n'
            'positive = { "*" = ["t"], y_pred = ["flag"] }',
        )
        found = counts(frame, "y_true", "y_pred", "human_decision")
        assert found == {(0, 0, 0): 1, (1, 0, 0): 1, (1, 1, 1): 1}

    def test_one_class_is_for_the_checks_to_answer(self, open_part: OpenPart) -> None:
        for values in ([0, 0], [False, False], [1, 1]):
            frame = open_part(pa.table({"y": values}), '[roles]\ny_true = "y"\npositive = [1]')
            assert list(counts(frame, "y_true").values()) == [2]
        assert counts(open_part(pa.table({"y": [0]}), '[roles]\ny_true = "y"'), "y_true") == {0: 1}

    @pytest.mark.parametrize(
        ("values", "labels"),
        [
            ([True, None, False, True], ""),
            ([1, 0, 0, 1], ""),
            (["yes", "no", None, "Yes"], ""),
            (["lottery", "score", None, "lottery"], '\npositive = { random_arm = "lottery" }'),
        ],
    )
    def test_the_random_arm(self, open_part: OpenPart, values: list[object], labels: str) -> None:
        table = pa.table({"arm": values, "n": ["a", "a", "b", "b"]})
        frame = open_part(table, f'[roles]\nrandom_arm = "arm"{labels}')
        assert counts(frame, RANDOM_ARM) == {0: 2, 1: 2}
        assert counts(frame, "n", sample=RANDOM_ARM) == {"a": 1, "b": 1}
        assert frame.count([Margin((), RANDOM_ARM), Margin(())])[0].n.tolist() == [2]

    def test_the_label_for_all_roles_marks_no_arm(self, open_part: OpenPart) -> None:
        table = pa.table({"arm": [1, 0], "y": ["refused", "granted"]})
        plan = '[roles]\nrandom_arm = "arm"\ny_true = "y"\npositive = ["refused"]'
        assert counts(open_part(table, plan), RANDOM_ARM) == {0: 1, 1: 1}

    def test_nobody_drawn_at_random(self, open_part: OpenPart) -> None:
        frame = open_part(pa.table({"arm": [0, 0], "n": ["a", "b"]}), '[roles]\nrandom_arm = "arm"')
        cells = frame.count([Margin(("n",), RANDOM_ARM)])[0]
        assert (cells.labels, cells.n.tolist()) == (((),), [])

    def test_score_bins(self, open_part: OpenPart) -> None:
        edges = [k / 20 for k in range(21)]
        below = [float(np.nextafter(edge, 0)) for edge in edges[1:]]
        frame = open_part(
            pa.table({"s": [*edges, *below, None, NAN, INF]}), '[roles]\ny_score = "s"'
        )
        found = counts(frame, "score_bin")
        scores = np.array([*edges, *below])
        expected = np.bincount(np.clip(np.floor(scores * 20), 0, 19).astype(int), minlength=20)
        assert found == {**dict(enumerate(expected.tolist())), None: 3}
        assert found[0] == 2  # 0 and the number just below 0.05
        assert found[19] == 3  # 0.95, just below 1, and 1 itself

    def test_score_steps_are_a_thousand(self, open_part: OpenPart) -> None:
        frame = open_part(pa.table({"s": [0.0, 0.0004, 0.5, 1.0, None]}), '[roles]\ny_score = "s"')
        assert counts(frame, "score_step") == {0: 2, 500: 1, 999: 1, None: 1}

    def test_score_bins_of_a_margin(self, open_part: OpenPart) -> None:
        plan = '[roles]\ny_score = "s"\n[model]\noutput = "margin"'
        assert counts(open_part(pa.table({"s": [-10.0, 0.0, 10.0]}), plan), "score_bin") == {
            0: 1, 10: 1, 19: 1,
        }  # fmt: skip
        assert counts(open_part(pa.table({"s": [3.0, 3.0]}), plan), "score_bin") == {0: 2}

    def test_a_key_nobody_filled(self, open_part: OpenPart) -> None:
        frame = open_part(pa.table({"a": [1]}))
        for name in ("y_true", "score_bin", "b"):
            with pytest.raises(KeyError, match=name):
                frame.count([Margin((name,))])


def test_where_keeps_the_rows_of_the_part(open_part: OpenPart) -> None:
    table = pa.table(
        {
            "gate": ["A", "B", None, "A", "C"],
            "age": [1, 2, 3, 4, 5],
            "y": [True, False, True, None, True],
        }
    )
    plan = (
        '[columns.gate]\nmap = { C = "A" }\n'
        '[[parts]]\nname = "a"\nwhere = { gate = "A" }\n'
        '[[parts]]\nname = "two"\nwhere = { gate = "A", age = 4.0 }\n'
        '[[parts]]\nname = "yes"\nwhere = { y = true }'
    )
    a, two, yes = (open_part(table, plan, part) for part in range(3))
    assert (a.rows, counts(a, "age")) == (3, {"1": 1, "4": 1, "5": 1})
    assert [b[ROW].to_pylist() for b in a.batches(["age"])] == [[0], [3], [4]]
    assert (two.rows, yes.rows) == (1, 3)

"""What combinations give away: the papers' tables, and brute force over small ones."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from math import exp, log
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.errors import PlanError
from audit.measures import sensitive_values
from audit.plan_reader import load, parse

ROLES = '[roles]\nquasi_identifiers = ["zip", "age"]\nconfidential = "{}"\n'

# Machanavajjhala et al. 2007, the twelve inpatients: microdata made 4-anonymous, and made 3-diverse.
ZIPS = [
    "13053",
    "13068",
    "13068",
    "13053",
    "14853",
    "14853",
    "14850",
    "14850",
    "13053",
    "13053",
    "13068",
    "13068",
]
AGES = [28, 29, 21, 23, 50, 55, 47, 49, 31, 37, 36, 35]
CONDITIONS = ["heart", "heart", "viral", "viral", "cancer", "heart", "viral", "viral"] + [
    "cancer"
] * 4


class Shown:
    """What may be shown of a table."""

    min_cell = 10


def classes(part, columns: dict, plan: str):
    given = part(columns, plan)
    tables = given.frame.count(sensitive_values.margins(given))
    return sensitive_values.make(given, tables)


def test_the_inpatients_made_4_anonymous_give_four_people_away(part) -> None:
    age = ["<30" if a < 30 else ">=40" if a >= 40 else "3*" for a in AGES]
    table = {"zip": [z[:3] if a < 40 else z[:4] for z, a in zip(ZIPS, AGES, strict=True)],
             "age": age, "condition": CONDITIONS}  # fmt: skip
    found = classes(part, table, ROLES.format("condition")).of("condition")
    assert found.distinct == ((1, 1, 4), (2, 1, 4), (3, 1, 4))
    assert (found.people, found.values, found.alone, found.combinations) == (12, 3, 0, 3)
    assert [found.below(least) for least in (1, 2, 3, 4)] == [0, 4, 8, 12]
    assert found.recursive == ((1, 1, 4), (2, 1, 4), (3, 1, 4))
    assert found.least_entropy == 1


def test_the_inpatients_made_3_diverse(part) -> None:
    table = {"zip": [z if a < 40 else z[:4] for z, a in zip(ZIPS, AGES, strict=True)],
             "age": ["<=40" if a < 40 else ">40" for a in AGES], "condition": CONDITIONS}  # fmt: skip
    found = classes(part, table, ROLES.format("condition")).of("condition")
    assert found.distinct == ((3, 3, 12),)
    # Two of four, one, one: the entropy is 1.5 log 2, and 2 < 3 (1).
    assert found.least_entropy == pytest.approx(2**1.5)
    assert found.entropy == ((2, 3, 12),)
    assert found.recursive == ((3, 3, 12),)


# Li et al. 2007, tables 3 to 5: nine people with salary and disease.
SALARY = [3000, 4000, 5000, 6000, 11000, 8000, 7000, 9000, 10000]
DISEASE = ["gastric ulcer", "gastritis", "stomach cancer", "gastritis", "flu", "bronchitis", "bronchitis",
           "pneumonia", "stomach cancer"]  # fmt: skip
DIVERSE = {"zip": list("AAABBBCCC"), "age": [1] * 9}
CLOSE = {"zip": list("ACABBBCAC"), "age": [1] * 9}


def test_salaries_of_a_3_diverse_table_lie_as_far_as_the_paper_says(part) -> None:
    found = classes(part, {**DIVERSE, "salary": SALARY}, ROLES.format("salary")).of("salary")
    assert found.ordered
    assert found.furthest == pytest.approx(0.375)
    # The paper gives the first and the last; 7, 9 and 10 thousand lie (17 / 9) / 8 away.
    assert [step for step, _, _ in found.distances] == [167, 237, 375]
    assert [found.farther(t) for t in (0.1, 0.2, 0.374, 0.375)] == [9, 6, 3, 0]


def test_salaries_of_the_closer_table_lie_as_far_as_the_paper_says(part) -> None:
    found = classes(part, {**CLOSE, "salary": SALARY}, ROLES.format("salary")).of("salary")
    assert found.furthest == pytest.approx(1 / 6)
    assert found.farther(0.167) == 0
    assert found.farther(0.166) > 0


def test_text_has_no_order_unless_the_plan_gives_one(part) -> None:
    words = ["low", "low", "high", "medium"]
    table = {"zip": list("AABB"), "age": [1] * 4, "risk": words}
    plain = classes(part, table, ROLES.format("risk")).of("risk")
    assert not plain.ordered
    assert plain.furthest == pytest.approx(0.5)
    steps = ROLES.format("risk") + '[columns.risk]\norder = ["low", "medium", "high"]\n'
    ordered = classes(part, table, steps).of("risk")
    assert ordered.ordered
    # Whole: .5, .75, 1; the second combination: 0, .5, 1, so (.5 + .25) / 2.
    assert ordered.furthest == pytest.approx(0.375)


def test_an_order_names_every_label_or_is_refused(part) -> None:
    table = {"zip": ["A"], "age": [1], "risk": ["a secret word"]}
    plan = ROLES.format("risk") + '[columns.risk]\norder = ["low", "high"]\n'
    with pytest.raises(PlanError) as problem:
        classes(part, table, plan)
    assert problem.value.slug == "order-incomplete"
    assert "secret" not in str(problem.value)


def test_people_without_a_value_are_not_counted(part) -> None:
    table = {"zip": list("AAAB"), "age": [1] * 4, "illness": ["x", None, None, None]}
    found = classes(part, table, ROLES.format("illness")).of("illness")
    assert (found.people, found.unrecorded, found.values) == (1, 3, 1)
    assert found.distinct == ((1, 1, 1),)
    none = classes(part, {**table, "illness": pa.nulls(4, pa.string())}, ROLES.format("illness"))
    assert none.of("illness").people == 0
    assert none.of("illness").distinct == ()
    assert sensitive_values.figures(none, Shown()) == ()


def test_what_is_confidential_follows_from_the_plan() -> None:
    plan = parse(
        '[roles]\nconfidential = ["illness"]\ny_true = "refused"\nquasi_identifiers = ["faith", "town"]\n'
        "[roles.sensitive_features]\nfaith = 'religion'\nsex = 'sex'\ntribe = 'ethnic_origin'\n"
    )
    (part,) = plan.parts
    assert sensitive_values.confidential(part) == ("illness", "refused", "faith", "tribe")
    assert sensitive_values.known(part, "illness") == ("faith", "town")
    # Who wants to learn the faith knows the town, not the faith.
    assert sensitive_values.known(part, "faith") == ("town",)


def test_a_column_that_is_known_as_well_is_learnt_from_the_others(part) -> None:
    plan = '[roles]\nquasi_identifiers = ["town", "faith"]\n[roles.sensitive_features]\nfaith = "religion"\n'
    table = {"town": list("AABB"), "faith": ["p", "p", "p", "q"]}
    found = classes(part, table, plan).of("faith")
    assert found.quasi_identifiers == ("town",)
    assert found.distinct == ((1, 1, 2), (2, 1, 2))
    assert list(sensitive_values.locate(part(table, plan), "faith")) == [0, 1]
    assert list(sensitive_values.locate(part(table, plan), "town")) == []


def test_the_picture_has_shares_and_no_value(part) -> None:
    table = {"zip": list("AB") * 10, "age": [1] * 20, "illness": ["x"] * 19 + ["y"]}
    payload = classes(part, table, ROLES.format("illness"))
    (figure,) = sensitive_values.figures(payload, Shown())
    assert figure.column("label") == ["illness"]
    assert figure.column("value") == [0.5]
    assert (figure.column("same"), figure.column("n"), figure.column("l")) == ([10], [20], [1])
    assert "t" not in [column.name for column in figure.columns]


def test_few_people_by_two_columns_are_not_drawn(part) -> None:
    table = {"zip": list("AABB"), "age": [1] * 4, "illness": ["x", "x", "x", "y"]}
    payload = classes(part, table, ROLES.format("illness"))
    (figure,) = sensitive_values.figures(payload, Shown())
    assert (figure.column("value"), figure.column("same"), figure.column("n")) == (
        [None],
        [None],
        [4],
    )


def brute(groups: list, values: list[int], *, ordered: bool) -> dict[object, tuple]:
    """Return (people, distinct, entropy, recursive l, distance) of each combination, by definition."""
    held: dict[object, list[int]] = defaultdict(list)
    for group, value in zip(groups, values, strict=True):
        held[group].append(value)
    domain = sorted(set(values))
    whole = [values.count(v) / len(values) for v in domain]
    found = {}
    for group, mine in held.items():
        share = [mine.count(v) / len(mine) for v in domain]
        counts = sorted((mine.count(v) for v in set(mine)), reverse=True)
        holds = [k for k in range(1, len(counts)) if counts[0] < 3 * sum(counts[k:])]
        recursive = max(holds, default=0) + 1
        gaps = [p - q for p, q in zip(share, whole, strict=True)]
        if ordered:
            sums = [abs(sum(gaps[: i + 1])) for i in range(len(gaps))]
            distance = sum(sums) / (len(domain) - 1) if len(domain) > 1 else 0.0
        else:
            distance = sum(map(abs, gaps)) / 2
        entropy = exp(-sum(p * log(p) for p in share if p))
        found[group] = (len(mine), len(counts), entropy, recursive, distance)
    return found


@settings(max_examples=60, deadline=None)
@given(
    people=st.lists(
        st.tuples(st.integers(0, 2), st.integers(0, 2), st.integers(0, 6)), min_size=1, max_size=40
    )
)
@pytest.mark.parametrize("ordered", [True, False])
def test_as_by_definition(part, people: list[tuple[int, int, int]], *, ordered: bool) -> None:
    groups = [(a, b) for a, b, _ in people]
    values = [v for _, _, v in people]
    column = values if ordered else [f"v{v}" for v in values]
    table = {"zip": [a for a, _ in groups], "age": [b for _, b in groups], "x": column}
    found = classes(part, table, ROLES.format("x")).of("x")
    true = brute(groups, values, ordered=ordered)
    for least in range(1, 9):
        assert found.below(least) == sum(n for n, d, *_ in true.values() if d < least)
    assert found.least_entropy == pytest.approx(min(e for _, _, e, _, _ in true.values()))
    assert found.recursive[0][0] == min(r for *_, r, _ in true.values())
    assert sum(most * c for most, c, _ in found.recursive) == sum(r for *_, r, _ in true.values())
    assert found.furthest == pytest.approx(max(d for *_, d in true.values()), abs=1e-12)
    for t in (0.0, 0.1, 0.25, 0.5):
        # In thousandths rounded up: only what lies on the limit but for rounding may differ.
        clear = [n for n, *_, d in true.values() if d > t + 1e-3]
        at_most = [n for n, *_, d in true.values() if d > t + 1e-9]
        assert sum(clear) <= found.farther(t) <= sum(at_most)


PLAN = """
[audit]
special_category_basis = "a test"
[system]
kind = "register"
[data]
source = "people.parquet"
[roles]
quasi_identifiers = ["town", "age", "arrived"]
confidential = ["illness", "income", "seen"]
[roles.sensitive_features]
faith = "religion"
[columns.age]
bins = [30, 50]
[columns.illness]
missing = ["?"]
"""


@pytest.fixture
def plan(tmp_path):
    n = 90
    table = pa.table({
        "town": [None if i % 11 == 0 else "AB"[i % 2] for i in range(n)],
        "age": [20 + i % 45 for i in range(n)],
        "arrived": [date(2024, 1, 1 + i % 2) for i in range(n)],
        "illness": ["?" if i % 7 == 0 else "xyz"[i % 3] for i in range(n)],
        "income": [None if i % 9 == 0 else 100.0 * (i % 12) for i in range(n)],
        "seen": [date(2024, 2 + i % 10, 1) for i in range(n)],
        "faith": [None if i % 5 == 0 else "pq"[i % 2] for i in range(n)],
    })  # fmt: skip
    pq.write_table(table, tmp_path / "people.parquet")
    (tmp_path / "audit.toml").write_text(PLAN, encoding="utf-8")
    return load(tmp_path / "audit.toml")


def test_every_engine_counts_the_same(plan) -> None:
    runner = pytest.importorskip("audit.runner")
    found = []
    for engine in ("polars", "pandas", "duckdb"):
        with runner.open_system(plan, engine=engine) as system:
            (part,) = system.parts
            tables = part.frame.count(sensitive_values.margins(part))
            payload = sensitive_values.make(part, tables)
            rows = [list(sensitive_values.locate(part, c.column)) for c in payload.columns]
            found.append((payload, rows))
    assert found[0] == found[1] == found[2]
    payload, rows = found[0]
    assert [(c.column, c.ordered, c.unrecorded) for c in payload.columns] == [
        ("illness", False, 13), ("income", True, 10), ("seen", True, 0), ("faith", False, 18),
    ]  # fmt: skip
    assert [len(r) for r in rows] == [c.below(2) for c in payload.columns]
    # By the ages of the file, though the plan has three bins of them; a bin of the value itself is one value.
    people = pq.read_table(Path(plan.base) / "people.parquet").to_pylist()
    held: defaultdict[tuple, list] = defaultdict(list)
    for row in people:
        if row["illness"] != "?":
            held[row["town"], row["age"], row["arrived"]].append(row["illness"])
    illness = payload.of("illness")
    assert illness.alone == sum(len(values) == 1 for values in held.values()) > 50
    assert illness.below(2) == sum(len(v) for v in held.values() if len(set(v)) == 1)


def test_bins_of_the_confidential_column_say_what_one_value_is(tmp_path) -> None:
    runner = pytest.importorskip("audit.runner")
    table = pa.table({"age": [20, 21, 20, 21, 60, 61], "income": [1, 1, 2, 9, 9, 1]})
    pq.write_table(table, tmp_path / "people.parquet")
    said = (
        '[system]\nkind = "decisions"\n[data]\nsource = "people.parquet"\n[roles]\n'
        'quasi_identifiers = ["age", "income"]\nconfidential = ["income"]\n[columns.age]\nbins = [50]\n'
        "[columns.income]\nbins = [5]\n"
    )
    (tmp_path / "audit.toml").write_text(said, encoding="utf-8")
    with runner.open_system(load(tmp_path / "audit.toml")) as system:
        (part,) = system.parts
        payload = sensitive_values.make(part, part.frame.count(sensitive_values.margins(part)))
        found = payload.of("income")
        # Of 20 years there are two, both under 5; of 21 years one on each side; 60 and 61 are alone.
        assert (found.values, found.alone, found.below(2), found.combinations) == (2, 2, 4, 4)
        assert list(sensitive_values.locate(part, "income")) == [0, 2, 4, 5]


def test_evidence_survives_the_record_and_holds_no_value(plan) -> None:
    runner = pytest.importorskip("audit.runner")
    from audit.evidence import Evidence, Provenance
    from audit.serde import dump_evidence, load_evidence

    with runner.open_system(plan) as system:
        (part,) = system.parts
        payload = sensitive_values.make(part, part.frame.count(sensitive_values.margins(part)))
    made = Evidence(
        id="e", part="main", value=payload, provenance=Provenance(measure="m", version=1)
    )
    text = dump_evidence(made)
    assert load_evidence(text, sensitive_values.SensitiveValues).value == payload
    assert "2024" not in text

"""Parts within one another: no group comes back by subtracting one part's table from the other's."""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from audit.errors import PlanError
from audit.plan_reader import load, parse
from audit.runner import run
from audit.runner.disclosure import Disclosure
from audit.runner.overlapping import Remainder, agreed, remainders

PLAN = """
[system]
jurisdictions = ["EU"]
[data]
source = "people.parquet"
[roles]
y_pred = "flag"
positive = ["yes"]
positive_is = "adverse"
sensitive_features = ["nationality", "sex"]
[[parts]]
name = "everybody"
"""
NORTH = '[[parts]]\nname = "north"\nwhere = { office = "north" }\n'
SOUTH = '[[parts]]\nname = "south"\nwhere = { office = "south" }\n'
WEST = '[[parts]]\nname = "west"\nwhere = { office = "west" }\n'


def people(**offices: dict[str, int]) -> pa.Table:
    rows = [
        (office, nation, "fm"[i % 2], "yes" if i % 4 == 0 else "no")
        for office, nations in offices.items()
        for nation, n in nations.items()
        for i in range(n)
    ]
    return pa.table(
        dict(
            zip(
                ("office", "nationality", "sex", "flag"),
                map(list, zip(*rows, strict=True)),
                strict=True,
            )
        )
    )


def findings(folder: Path, table: pa.Table, plan: str) -> list[dict]:
    pq.write_table(table, folder / "people.parquet")
    (folder / "audit.toml").write_text(plan, encoding="utf-8")
    run(load(folder / "audit.toml"), out=folder / "out", formats=("json",))
    return json.loads((folder / "out" / "audit.json").read_text(encoding="utf-8"))["findings"]


def shown(found: list[dict], check: str, feature: str) -> dict[str, dict[str, float]]:
    """Return people by named group, for each part."""
    return {
        f["part"]: {e["group"]: e["n"] for e in f["estimates"] if not e["merged"]}
        for f in found
        if f["check"] == check and f["feature"] == feature
    }


def test_which_differences_can_be_taken() -> None:
    parts = parse(
        PLAN
        + NORTH
        + SOUTH
        + '[[parts]]\nname = "women"\nwhere = { office = "north", sex = "f" }\n'
    ).parts
    assert remainders(parts) == (
        Remainder("everybody", ("north",)),
        Remainder("everybody", ("south",)),
        Remainder("everybody", ("women",)),
        Remainder("everybody", ("north", "south")),
        Remainder("north", ("women",)),
    )
    assert (
        remainders(
            parse(PLAN + NORTH.replace("where", "data = { source = 'other.csv' }\nwhere")).parts
        )
        == ()
    )


SMALL_REST = people(
    north={"A": 200, "B": 120, "C": 60, "D": 45, "E": 80},
    south={"A": 150, "B": 90, "C": 70, "D": 4, "E": 55},
)


@pytest.mark.parametrize("more", [NORTH, NORTH + SOUTH])
def test_no_difference_of_printed_counts_is_of_few_people(tmp_path: Path, more: str) -> None:
    found = findings(tmp_path, SMALL_REST, PLAN + more)
    asked = {(f["check"], f["feature"]) for f in found if f["estimates"]}
    assert {"nationality", "nationality × sex"} <= {feature for _, feature in asked}
    for check, feature in asked:
        tables = shown(found, check, feature)
        for other in set(tables) - {"everybody"}:
            for group in set(tables["everybody"]) & set(tables[other]):
                apart = tables["everybody"][group] - tables[other][group]
                assert not 0 < apart < 10, (check, feature, other, group)
    by_nationality = shown(found, "FA101", "nationality")
    assert len(by_nationality) == 1 + more.count("[[parts]]")
    # D has 49 people in all and 45 in the north; the four others would come back.
    assert all("D" not in table for table in by_nationality.values())
    assert all({"A", "B"} <= set(table) for table in by_nationality.values())


def test_one_part_alone_withholds_nothing_for_the_others(tmp_path: Path) -> None:
    whole = PLAN.replace('[[parts]]\nname = "everybody"\n', "")
    (table,) = shown(findings(tmp_path, SMALL_REST, whole), "FA101", "nationality").values()
    assert set(table) == set("ABCDE")


@pytest.mark.parametrize("few", [9, 10])
def test_parts_that_differ_by_few_people_are_refused(tmp_path: Path, few: int) -> None:
    table = people(north={"A": 100, "B": 60}, south={"A": 100, "B": 60}, west={"A": few})
    if few == 10:
        assert findings(tmp_path, table, PLAN + NORTH + SOUTH)
        return
    with pytest.raises(PlanError) as caught:
        findings(tmp_path, table, PLAN + NORTH + SOUTH)
    assert caught.value.slug == "parts-too-alike"
    # Without the south, what the north leaves out is a hundred people and more.
    assert findings(tmp_path, table, PLAN + NORTH)


def test_judged_again_the_same_names_are_withheld(tmp_path: Path) -> None:
    findings(tmp_path, SMALL_REST, PLAN + NORTH)
    for part in ("everybody", "north"):
        kept = json.loads(
            (tmp_path / "out" / "evidence" / f"disclosure-{part}.json").read_text(encoding="utf-8")
        )
        assert kept["nationality"]["D"] == 4


def test_the_same_groups_stand_in_the_line_of_others_in_every_part(tmp_path: Path) -> None:
    """C is not in the north: there D alone is small, and what protects it must not be printed in the south."""
    table = people(
        north={"A": 200, "B": 120, "E": 60, "D": 4},
        south={"A": 150, "B": 90, "E": 55, "D": 3, "C": 9},
    )
    tables = shown(findings(tmp_path, table, PLAN + NORTH + SOUTH), "FA101", "nationality")
    assert len(tables) == 3
    named = set(tables["everybody"])
    assert all(set(each) == named for each in tables.values())
    assert named == {"A", "B"}


WOMEN = '[[parts]]\nname = "women"\nwhere = { sex = "f" }\n'
OFFICES = PLAN.replace('"nationality", "sex"', '"nationality", "sex", "office"').replace(
    '[[parts]]\nname = "everybody"\n', ""
)
CROSSED = [
    ("north", "f", "A", 4), ("north", "m", "A", 80), ("south", "f", "A", 60), ("south", "m", "A", 4),
    ("north", "f", "B", 30), ("north", "m", "B", 15), ("south", "f", "B", 4), ("south", "m", "B", 20),
    ("north", "f", "C", 45), ("north", "m", "C", 60), ("south", "f", "C", 4), ("south", "m", "C", 4),
    ("north", "f", "D", 15), ("north", "m", "D", 4), ("south", "f", "D", 60), ("south", "m", "D", 20),
]  # fmt: skip


def derivable(found: list[dict], where: dict[str, dict[str, str]]) -> list[int]:
    """Return the small counts of office, sex and nationality that follow from all that is printed."""
    columns = ("office", "sex", "nationality")
    atoms = [row[:3] for row in CROSSED]

    def which(said: dict[str, str]) -> np.ndarray:
        people = [dict(zip(columns, atom, strict=True)) for atom in atoms]
        return np.array([float(said.items() <= one.items()) for one in people])

    known = [which(said) for said in where.values()]
    cells = []
    for finding in found:
        names, part = finding["feature"].split(" × "), where[finding["part"]]
        whole = which(part)
        for estimate in finding["estimates"]:
            if not estimate["merged"]:
                said = dict(zip(names, estimate["group"].split(" × "), strict=True))
                known.append(which(part | said) * whole)
    for size in (1, 2, 3):
        for names in combinations(columns, size):
            cells += [
                which(dict(zip(names, labels, strict=True)))
                for labels in {tuple(a[columns.index(n)] for n in names) for a in atoms}
            ]
    matrix = np.array(known)
    rank = np.linalg.matrix_rank(matrix)
    people = np.array([row[3] for row in CROSSED])
    small = [cell for cell in cells if 0 < cell @ people < 10]
    assert small
    return [
        int(cell @ people)
        for cell in small
        if np.linalg.matrix_rank(np.vstack([matrix, cell])) == rank
    ]


def test_parts_that_overlap_do_not_give_each_other_away(tmp_path: Path) -> None:
    rows = [(o, n, s, "yes" if i % 4 == 0 else "no") for o, s, n, k in CROSSED for i in range(k)]
    columns = map(list, zip(*rows, strict=True))
    table = pa.table(dict(zip(("office", "nationality", "sex", "flag"), columns, strict=True)))
    found = findings(tmp_path, table, OFFICES + NORTH + WOMEN)
    where = {"north": {"office": "north"}, "women": {"sex": "f"}}
    counts = [f for f in found if f["check"] in ("FA101", "FA301") and f["estimates"]]
    assert {f["part"] for f in counts} == set(where)
    assert derivable(counts, where) == []


def test_which_parts_share_people() -> None:
    def disclosure() -> Disclosure:
        sizes = {"nationality": {"A": 50, "B": 40, "C": 4}}
        return Disclosure(lambda column: sizes.get(column, {}), 10, protected=("nationality",))

    def named(text: str, **more: Disclosure) -> dict[str, set[str]]:
        parts = parse(PLAN.replace('[[parts]]\nname = "everybody"\n', "") + text).parts
        given = {part.name: disclosure() for part in parts} | more
        return {name: set(d.hidden("nationality")) for name, d in agreed(given, parts).items()}

    large = Disclosure(
        lambda column: {"A": 50, "B": 40, "C": 40} if column == "nationality" else {},
        10,
        protected=("nationality",),
    )
    assert named(NORTH + SOUTH, south=large) == {"north": {"B", "C"}, "south": set()}
    assert named(NORTH + WOMEN, women=large) == {"north": {"B", "C"}, "women": {"B", "C"}}
    through = named(NORTH + WOMEN + SOUTH, south=large)
    assert through == {name: {"B", "C"} for name in ("north", "women", "south")}
    other = WOMEN.replace("where", "data = { source = 'other.csv' }\nwhere")
    assert named(NORTH + other, women=large)["women"] == set()


@pytest.mark.parametrize("few", [9, 10])
def test_a_part_of_few_people_is_refused(tmp_path: Path, few: int) -> None:
    table = people(north={"A": 100, "B": 60}, west={"A": few})
    plan = PLAN.replace('[[parts]]\nname = "everybody"\n', "") + NORTH + WEST
    if few == 10:
        assert findings(tmp_path, table, plan)
        return
    with pytest.raises(PlanError) as caught:
        findings(tmp_path, table, plan)
    assert caught.value.slug == "part-too-small"
    assert "9" not in str(caught.value)


ARM = PLAN.replace('y_pred = "flag"', 'y_pred = "flag"\ny_true = "flag_true"\nrandom_arm = "drawn"\noutcome_known = "random_arm"').replace(
    'positive = ["yes"]', 'positive = { y_pred = ["yes"], y_true = ["yes"] }'
)  # fmt: skip


def drawn(arm: dict[str, int], rest: dict[str, int]) -> pa.Table:
    table = people(arm=arm, rest=rest)
    marks = [office == "arm" for office in table["office"].to_pylist()]
    table = table.append_column("drawn", pa.array(marks))
    return table.append_column("flag_true", table["flag"])


def test_no_group_of_few_people_is_left_without_the_random_arm(tmp_path: Path) -> None:
    table = drawn({"A": 200, "B": 80, "C": 60}, {"A": 300, "B": 90, "C": 4})
    found = findings(tmp_path, table, ARM)
    seen = {f["sample"] for f in found if f["feature"] == "nationality" and f["estimates"]}
    assert seen == {"all", "random_arm"}
    for finding in found:
        if finding["feature"] == "nationality":
            assert "C" not in {e["group"] for e in finding["estimates"]}


@pytest.mark.parametrize(
    ("arm", "rest", "refused"),
    [({"A": 100}, {"A": 9}, True), ({"A": 9}, {"A": 100}, True), ({"A": 10}, {"A": 10}, False)],
)
def test_a_random_arm_of_few_or_of_nearly_all_is_refused(
    tmp_path: Path, arm: dict[str, int], rest: dict[str, int], *, refused: bool
) -> None:
    if not refused:
        assert findings(tmp_path, drawn(arm, rest), ARM)
        return
    with pytest.raises(PlanError) as caught:
        findings(tmp_path, drawn(arm, rest), ARM)
    assert caught.value.slug == "arm-too-small"
    assert "9" not in str(caught.value)


def test_the_line_of_others_counts_the_people_of_its_own_part(tmp_path: Path) -> None:
    found = findings(tmp_path, SMALL_REST, PLAN + NORTH)
    lines = [
        (e["group"], e["n"])
        for f in found
        if f["check"] == "FA101" and f["feature"] == "nationality"
        for e in f["estimates"]
        if e["merged"]
    ]
    assert len(lines) == 2
    assert all(f", {n:.0f} people)" in name for name, n in lines)

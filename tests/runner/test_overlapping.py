"""Parts within one another: no group comes back by subtracting one part's table from the other's."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from audit.errors import PlanError
from audit.plan_reader import load, parse
from audit.runner import run
from audit.runner.overlapping import Remainder, remainders

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

"""Which privacy questions a plan asks, what each lacks, and a register audited from end to end."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

from audit.cli import command
from audit.kinds.decisions import DECISIONS
from audit.kinds.register import REGISTER
from audit.plan_reader import load, parse
from audit.runner import run
from audit.runner.planning import Question, questions
from audit.vocabulary import Outcome


def asked(plan: str, *ids: str) -> dict[str, Question]:
    from audit.check import Check
    from audit.registry import instances

    checks = [c for c in instances(Check, "checks") if c.id in ids]
    return {q.id: q for q in questions(parse(plan), checks, (DECISIONS, REGISTER))}


def blocked(question: Question) -> tuple[Outcome, tuple[str, ...]] | None:
    return question.blocked and (question.blocked.outcome, question.blocked.needs)


def test_one_question_for_each_confidential_column() -> None:
    plan = (
        '[roles]\ny_true = "refused"\nconfidential = ["illness"]\nquasi_identifiers = ["age"]\n'
        "[roles.sensitive_features]\nfaith = 'religion'\nsex = 'sex'\n"
    )
    found = asked(plan, "PR203", "PR204")
    keys = ("illness", "refused", "faith")
    assert list(found) == [f"{id}:main:all:{key}" for id in ("PR203", "PR204") for key in keys]
    assert not any(q.blocked for q in found.values())


@pytest.mark.parametrize(
    ("plan", "id", "outcome", "needs"),
    [
        ("", "PR203:main:all:-", "not_assessed", ("quasi_identifiers", "confidential")),
        ('[roles]\ny_true = "y"', "PR204:main:all:y", "not_assessed", ("quasi_identifiers",)),
        ("", "PR205:main:all:-", "not_applicable", ()),
        ('[roles]\nplace = "cell"', "PR205:main:all:-", "not_assessed", ("time", "identifiers")),
        ("", "PR302:main:all:-", "not_assessed", ("data.retention",)),
        ("", "PR303:main:all:-", "not_assessed", ("data.recipients",)),
        ("[data]\nrecipients = []\nrelease = 'public'", "PR303:main:all:-", "not_assessed", ("data.recipients",)),
    ],
)  # fmt: skip
def test_what_is_lacking_is_named(plan: str, id: str, outcome: str, needs: tuple[str, ...]) -> None:
    assert blocked(asked(plan, id[:5])[id]) == (outcome, needs)


@pytest.mark.parametrize(
    ("plan", "id"),
    [
        ("[data]\nretention = '1 year'", "PR302"),
        ("[data]\nrecipients = []", "PR303"),
        ('[roles]\nplace = "cell"\ntime = "t"\nidentifiers = "id"', "PR205"),
        ("", "PR301"),
    ],
)
def test_with_it_the_question_is_put(plan: str, id: str) -> None:
    assert blocked(asked(plan, id)[f"{id}:main:all:-"]) is None


def test_a_retention_date_that_is_no_column_is_named(tmp_path: Path) -> None:
    from audit.errors import PlanError
    from audit.runner import open_system

    pq.write_table(pa.table({"closed": [date(2020, 1, 1)]}), tmp_path / "t.parquet")
    text = '[system]\nkind = "register"\n[data]\nsource = "t.parquet"\nretention_from = "closd"\n'
    (tmp_path / "audit.toml").write_text(text, encoding="utf-8")
    with pytest.raises(PlanError) as problem, open_system(load(tmp_path / "audit.toml")):
        pass
    assert problem.value.slug == "unknown-column"
    assert "did you mean 'closed'" in str(problem.value)


def test_init_recognises_the_columns(tmp_path: Path) -> None:
    n = 400
    table = {
        "diagnosis": [f"kind {i % 4}" for i in range(n)],
        "ground_of_asylum": [f"ground {i % 5}" for i in range(n)],
        "shared_with": [f"body {i % 3}" for i in range(n)],
        "consent_share": ["yes" if i % 3 else "no" for i in range(n)],
        "cell_id": [f"C{i % 40}" for i in range(n)],
        "lat": [1.2345 * (i % 90) - 5 for i in range(n)],
    }
    pq.write_table(pa.table(table), tmp_path / "t.parquet")
    found = CliRunner().invoke(
        command, ["init", str(tmp_path / "t.parquet"), "-o", str(tmp_path / "a.toml")]
    )
    assert found.exit_code == 0, found.output
    roles = load(tmp_path / "a.toml").parts[0].roles
    assert roles.all("confidential") == ("diagnosis", "ground_of_asylum")
    assert roles.one("shared_with") == "shared_with"
    assert roles.one("consent") == "consent_share"
    assert roles.all("place") == ("cell_id", "lat")


PLAN = """
[audit]
auditor = "An auditor"
[system]
name = "Aid register"
kind = "register"
jurisdictions = ["BD"]
[data]
source = "people.parquet"
release = "shared"
retention = "3 years"
received_on = "2024-06-30"
[[data.recipients]]
name = "origin authority"
role = "authority"
country = "Myanmar"
consent = true
[[data.recipients]]
name = "WFP"
role = "international"
basis = "agreement on rations"
[roles]
identifiers = ["record"]
quasi_identifiers = ["age", "block"]
confidential = ["illness"]
shared_with = "shared_with"
consent = "consent"
origin = "nationality"
time = "registered"
"""


def register(rows: int = 600) -> pa.Table:
    """Every tenth is given to the authority of origin; half of those said no, and a tenth nothing."""
    to = ["origin authority" if i % 10 == 0 else "WFP" if i % 3 else None for i in range(rows)]
    return pa.table({
        "record": [f"R{i:06d}" for i in range(rows)],
        "age": [20 + i % 5 for i in range(rows)],
        "block": [f"B{i % 4}" for i in range(rows)],
        "illness": ["canary-7f3a" if i % 4 == 1 else f"x{i % 6}" for i in range(rows)],
        "shared_with": to,
        "consent": [None if i % 100 == 0 else "no" if i % 20 == 0 else "yes" for i in range(rows)],
        "nationality": ["MMR" if i % 5 == 0 else "stateless" for i in range(rows)],
        "registered": [date(2018 + i % 7, 1, 1) for i in range(rows)],
        "ration_card": [i % 50 for i in range(rows)],
    })  # fmt: skip


def test_a_register_given_to_the_state_people_fled(tmp_path: Path) -> None:
    pq.write_table(register(), tmp_path / "people.parquet")
    (tmp_path / "audit.toml").write_text(PLAN, encoding="utf-8")
    plan = load(tmp_path / "audit.toml")
    run(plan, out=tmp_path / "out", formats=("html",))
    text = (tmp_path / "out" / "audit.json").read_text(encoding="utf-8")
    found = {f["check"]: f for f in json.loads(text)["findings"] if f["check"][:2] == "PR"}
    assert found["PR303"]["outcome"] == "fail"
    assert found["PR303"]["condition"] == (
        "At least 60 people of 600 have their data given to origin authority, an authority of the country they come from."
    )
    notes = [note["id"] for note in found["PR303"]["notes"]]
    assert notes == ["pr303.refused", "pr303.unasked_few"]
    assert found["PR302"]["outcome"] == "review"
    assert found["PR302"]["condition"].startswith("344 records of 600 are older than 3 years")
    assert found["PR301"]["condition"].endswith("(ration_card).")
    assert found["PR203"]["outcome"] == "review"
    assert found["PR203"]["key"] == "illness"
    assert found["PR204"]["outcome"] == "review"
    assert found["PR205"]["outcome"] == "not_applicable"
    # Which illness a combination gives away is said nowhere.
    for file in (tmp_path / "out").rglob("*"):
        if file.is_file():
            assert b"canary-7f3a" not in file.read_bytes(), file.name

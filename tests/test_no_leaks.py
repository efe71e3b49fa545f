"""Planted people must not survive into any artefact, nor as values into the evidence."""

from __future__ import annotations

import re
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from audit import cases
from audit import plan_reader as plans
from audit.registry import instances
from audit.runner import run

NAMES = ("Zarghuna Ahmadzai-Quill", "Tewolde Brhane Kflmn", "Oluwaseyi Vanterpool")
PHONES = ("+44 7700 900417", "+1 202 555 0143")
LINES = (
    "P<UTOQUILLFEATHER<<ZARGHUNA<<<<<<<<<<<<<<<<<",
    "L898902C36UTO7408122F1204159ZE184226B<<<<<10",
)
MAIL = "zarghuna.quill@example.org"


@pytest.fixture(scope="module")
def artefacts(tmp_path_factory) -> Path:
    from audit.inputs import Format

    folder = tmp_path_factory.mktemp("leaks")
    study = cases.get("visa_triage")
    cases.write(cases.make(study, rows=4000, seed=3), study, folder / "case")
    path = folder / "case" / "applications.parquet"
    table = pq.read_table(path)
    notes = table["case_note"].to_pylist()
    planted = [*NAMES, *PHONES, "\n".join(LINES), MAIL]
    for i, canary in enumerate(planted * 12):
        notes[i * 7] = f"Spoke with the applicant. {canary} was given at the desk."
    position = table.column_names.index("case_note")
    table = table.set_column(position, "case_note", pa.array(notes))
    officers = [f"Officer {NAMES[2]} {i % 9}" for i in range(table.num_rows)]
    table = table.set_column(
        table.column_names.index("officer_id"), "officer_id", pa.array(officers)
    )
    pq.write_table(table, path)
    plan = plans.load(folder / "case" / "audit.toml")
    run(plan, out=folder / "out", formats=[f.name for f in instances(Format, "formats")])
    return folder / "out"


@pytest.mark.slow
@pytest.mark.parametrize("canary", [*NAMES, *PHONES, *LINES, MAIL])
def test_no_canary_in_any_file(artefacts, canary):
    squeezed = re.sub(r"\s", "", canary)
    files = [path for path in artefacts.rglob("*") if path.is_file()]
    assert any(path.parent.name == "evidence" for path in files)
    for path in files:
        text = path.read_bytes().decode("utf-8", errors="replace")
        assert canary not in text, path.name
        assert squeezed not in re.sub(r"\s", "", text), path.name


@pytest.mark.slow
def test_the_canaries_were_seen_all_the_same(artefacts):
    from audit.serde import load
    from audit.vocabulary import Outcome

    found = {f.check: f for f in load(artefacts).findings}
    assert found["PR102"].outcome is Outcome.FAIL


@pytest.mark.slow
def test_no_folder_of_the_machine_is_named(artefacts):
    for path in artefacts.rglob("*"):
        if path.is_file():
            assert str(artefacts.parent) not in path.read_text(encoding="utf-8"), path.name

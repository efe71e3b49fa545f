"""A plug-in package adds one of each thing, each as one new file or folder, and is seen in `audit list`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

CHECK = '''"""Is the table empty of people called nobody?

Why it matters
--------------
For the test.

How it is judged
----------------
By looking.

What it cannot show
-------------------
Anything.

What to do
----------
Nothing.
"""

from audit import Evidence, MayConclude, Outcome, Ruled
from audit.check import check
from plug.measures.rows import Rows


@check(may_conclude=MayConclude.INDICATOR, kinds=("*",), says={"seen": "{n} rows were seen."})
def zz901(rows: Evidence[Rows], ask) -> Ruled:
    return Ruled(outcome=Outcome.REVIEW, message=ask.say("seen", n=rows.value.n))
'''
MEASURE = '''"""Rows."""

from dataclasses import dataclass

from audit import Measure


@dataclass(frozen=True)
class Rows:
    n: int


rows = Measure(name="rows", payload=Rows, make=lambda part: Rows(part.frame.rows))
'''
KIND = '''"""A kind."""

from audit.kind import Kind

KIND = Kind(
    name="ferries", title="Ferries", doc="", roles=(), leads=lambda part, plan: (),
    recognise=lambda columns: (0.0, ""),
)
'''
READER = '''"""A reader."""

from audit.inputs import Reader

READER = Reader(name="dbf", suffixes=(".dbf",), read=lambda path, columns, spool: None)
'''
ENGINE = '''"""An engine."""

from dataclasses import replace

from audit.engines.polars import engine

ENGINE = replace(engine, name="slowpolars", order=900)
'''
PREDICTOR = '''"""A model format."""

from audit.inputs import ModelFormat

FORMAT = ModelFormat(
    name="pmml", suffixes=(".pmml",), recognises=lambda source, head: False, load=lambda s, m: None
)
'''
FORMAT = '''"""A report format."""

from audit.inputs import Format
from audit.resources import write_atomically


def _write(record, folder, template):
    path = folder / "audit.count.txt"
    write_atomically(path, str(len(record.findings)))
    return [path]


FORMAT = Format(name="count", filename="audit.count.txt", write=_write)
'''
CASE = 'slug = "ferry"\ntitle = "A ferry"\n'
NAMES = ("ZZ901", "rows", "ferries", "dbf", "slowpolars", "pmml", "count", "harbour", "ferry")
GROUPS = (
    "checks", "measures", "kinds", "readers", "engines", "predictors", "formats", "checklists", "cases",
)  # fmt: skip


@pytest.fixture
def plugin(tmp_path: Path) -> Path:
    root = tmp_path / "site"
    files = {
        "checks/zz901_nobody.py": CHECK,
        "measures/rows.py": MEASURE,
        "kinds/ferries.py": KIND,
        "readers/dbf.py": READER,
        "engines/slow.py": ENGINE,
        "predictors/pmml.py": PREDICTOR,
        "formats/count.py": FORMAT,
        "checklists/harbour.yaml": _checklist(),
        "cases/ferry/case.toml": CASE,
    }
    for name, text in files.items():
        path = root / "plug" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for folder in (root / "plug", *(root / "plug" / g for g in GROUPS)):
        (folder / "__init__.py").write_text("", encoding="utf-8")
    info = root / "plug-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: plug\nVersion: 1.0\n")
    points = "".join(f"[audit.{g}]\nplug = plug.{g}\n" for g in GROUPS)
    (info / "entry_points.txt").write_text(points)
    return root


def _checklist() -> str:
    from audit.resources import folder

    text = (folder("checklists") / "eu_fria.yaml").read_text(encoding="utf-8")
    return text.replace("eu_fria", "harbour")


def audit(*arguments: str, site: Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = dict(os.environ, PYTHONPATH=str(site))
    return subprocess.run(
        [sys.executable, "-m", "audit", *arguments],
        env=environment, cwd=cwd, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("group", "name"),
    list(zip(GROUPS, NAMES, strict=True)),
)
def test_one_new_file_is_seen_in_the_list(plugin, tmp_path, group, name):
    done = audit("list", group, "--json", site=plugin, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert name in [row["name"] for row in json.loads(done.stdout)]


def test_a_plug_ins_check_measure_and_format_take_part_in_an_audit(plugin, world):
    done = audit(
        "run", "--format", "count", "--format", "html", "--engine", "slowpolars", "--no-cache",
        site=plugin, cwd=world,
    )  # fmt: skip
    assert done.returncode == 1, done.stderr
    record = json.loads((world / "audit-out" / "audit.json").read_text(encoding="utf-8"))
    found = next(f for f in record["findings"] if f["check"] == "ZZ901")
    assert found["condition"] == "6000 rows were seen."
    assert record["catalogue"]["ZZ901"]["title"].startswith("Is the table empty")
    assert (world / "audit-out" / "audit.count.txt").read_text() == str(len(record["findings"]))
    assert "6000 rows were seen." in (world / "audit-out" / "audit.html").read_text(
        encoding="utf-8"
    )


def test_a_plug_in_that_fails_to_import_stops_the_audit_by_name(plugin, world):
    (plugin / "plug" / "checks" / "zz901_nobody.py").write_text("import nowhere_at_all\n")
    done = audit("run", site=plugin, cwd=world)
    assert done.returncode == 3
    assert "plug.checks.zz901_nobody" in done.stderr
    assert "plugin-broken" in done.stderr
    assert not (world / "audit-out" / "audit.json").exists()

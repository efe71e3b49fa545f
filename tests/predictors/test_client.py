"""What a model does wrong is said of the model, and the audit goes on."""

from __future__ import annotations

import io
import pickle
import sys
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pytest

from audit.errors import AuditError, ModelError, PlanError
from audit.predictors import client, wire

BODIES = {
    "fine": "return data['x'] * 1.0",
    "raises": "raise ValueError('Amina Diallo, passport 12AB')",
    "exits": "raise SystemExit(3)",
    "dies": "import os; os._exit(9)",
    "hangs": "import time; time.sleep(60)",
    "wide": "return data[['x', 'x']].to_numpy()",
    "short": "return data['x'].to_numpy()[:-1]",
    "text": "return ['a'] * len(data)",
    "nan": "return data['x'].to_numpy() * float('nan')",
    "infinite": "return data['x'].to_numpy() / 0.0",
    "loud": "import os; os.write(1, b'rubbish' * 99999); print('x' * 99999, flush=True); return data['x'] * 1.0",
    "reads": "import sys; sys.stdin.read(); return data['x'] * 1.0",
    "single": "return data[['x']].to_numpy() * 1.0",
}


@pytest.fixture
def rows() -> pa.Table:
    return pa.table({"x": [1, 2, 3], "y": [0, 0, 0]})


@pytest.fixture
def ask(tmp_path: Path, rows: pa.Table, opened: Any) -> Any:
    code = "".join(f"def {name}(data):\n    {body}\n" for name, body in BODIES.items())
    (tmp_path / "odd_models.py").write_text(code, encoding="utf-8")

    def ask_(name: str, **model: Any) -> Any:
        return opened(f"odd_models:{name}", rows, features=("x",), **model)

    return ask_


@pytest.mark.parametrize("name", ["fine", "loud", "reads", "single"])
def test_answers_arrive_whatever_the_model_prints_or_reads(
    name: str, ask: Any, rows: pa.Table, capfd: pytest.CaptureFixture[str]
) -> None:
    np.testing.assert_array_equal(ask(name).score(rows), [1.0, 2.0, 3.0])
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("name", "slug", "says"),
    [
        ("raises", "model-raised", "raised ValueError in rows 0 to 2"),
        ("exits", "model-raised", "SystemExit"),
        ("dies", "model-killed", "exit code 9"),
        ("wide", "model-shape", r"shape \(3, 2\)"),
        ("short", "model-shape", r"shape \(2,\)"),
        ("text", "model-shape", "not numbers"),
        ("nan", "model-not-finite", "3 scores"),
        ("infinite", "model-not-finite", "3 scores"),
    ],
)
def test_misbehaviour_is_named(name: str, slug: str, says: str, ask: Any, rows: pa.Table) -> None:
    with pytest.raises(ModelError, match=says) as caught:
        ask(name).score(rows)
    assert caught.value.slug == slug
    assert "Amina" not in str(caught.value)
    assert "12AB" not in str(caught.value)


def test_a_hanging_model_is_stopped(ask: Any, rows: pa.Table) -> None:
    predictor = ask("hangs", timeout_seconds=1.0)
    with pytest.raises(ModelError, match="within 1 seconds") as caught:
        predictor.score(rows)
    assert caught.value.slug == "model-timeout"
    assert predictor._process.poll() is not None
    with pytest.raises(ModelError, match="within 1 seconds"):  # at once: it is not asked again
        predictor.score(rows)


def test_importing_a_library_is_not_counted_as_hanging(ask: Any, rows: pa.Table) -> None:
    with pytest.raises(ModelError) as caught:
        ask("raises", timeout_seconds=1.0).score(rows)
    assert caught.value.slug == "model-raised"


def test_a_killed_process_is_a_finding_about_the_model(ask: Any, rows: pa.Table) -> None:
    predictor = ask("fine")
    predictor._process.kill()
    with pytest.raises(ModelError) as caught:
        predictor.score(rows)
    assert caught.value.slug == "model-killed"


def test_a_model_that_raised_can_be_asked_again(ask: Any, rows: pa.Table) -> None:
    predictor = ask("raises")
    for _ in range(2):
        with pytest.raises(ModelError, match="ValueError"):
            predictor.score(rows)


def test_large_tables_are_asked_in_batches(ask: Any) -> None:
    n = 2 * client.BATCH + 5
    scores = ask("fine").score(pa.table({"x": np.arange(n)}))
    np.testing.assert_array_equal(scores, np.arange(n, dtype=float))
    assert ask("fine").score(pa.table({"x": pa.array([], pa.int64())})).shape == (0,)


def test_the_table_must_have_the_inputs(ask: Any) -> None:
    with pytest.raises(ModelError, match="'x'") as caught:
        ask("fine").score(pa.table({"y": [1]}))
    assert caught.value.slug == "model-columns"


def test_the_process_starts_with_or_without_an_inherited_path(
    ask: Any, rows: pa.Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    for value in ("", "nowhere"):
        monkeypatch.setenv("PYTHONPATH", value)
        np.testing.assert_array_equal(ask("fine").score(rows), [1, 2, 3])


def test_close_ends_the_process(ask: Any) -> None:
    predictor = ask("fine")
    process = predictor._process
    predictor.close()
    assert process.poll() is not None


@pytest.mark.parametrize(
    ("source", "slug"),
    [
        ("missing.onnx", "no-such-file"),
        ("folder.onnx", "not-a-file"),
        ("a.bin", "model-unreadable"),
    ],
)
def test_files_that_are_no_models(source: str, slug: str, tmp_path: Path, opened: Any) -> None:
    (tmp_path / "folder.onnx").mkdir()
    (tmp_path / "a.bin").write_bytes(b"nothing")
    with pytest.raises(AuditError) as caught:
        opened(source)
    assert caught.value.slug == slug
    assert caught.value.exit_code == (3 if slug == "model-unreadable" else 2)


@pytest.mark.parametrize(
    "name", ["m.onnx", "m.skops", "m.ubj", "m.txt", "absent_module:score", "json:absent_function"]
)
def test_unreadable_models(name: str, tmp_path: Path, opened: Any) -> None:
    if ":" not in name:
        (tmp_path / name).write_bytes(b"tree\nbut not a model")
    with pytest.raises(ModelError) as caught:
        opened(name)
    assert caught.value.slug == "model-unreadable"


def test_unknown_format_and_unknown_feature(tmp_path: Path, opened: Any, rows: pa.Table) -> None:
    (tmp_path / "m.onnx").write_bytes(b"")
    with pytest.raises(PlanError, match="no model format 'onx'") as caught:
        opened("m.onnx", format="onx")
    assert caught.value.hint == "did you mean 'onnx'?"
    with pytest.raises(PlanError) as caught:
        opened("m.onnx", rows, features=("xx",))
    assert caught.value.slug == "unknown-column"


def zipped_pickle() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("archive/data.pkl", b"")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("model.pkl", b""),
        ("model.JOBLIB", b""),
        ("model.sav", b""),
        ("model.pt", b""),
        *((f"model{p}.onnx", pickle.dumps({}, protocol=p)) for p in range(2, 6)),
        ("model.bin", zipped_pickle()),
        ("model.skops", zipped_pickle()),
    ],
)
def test_pickles_are_refused_unopened(
    name: str, content: bytes, tmp_path: Path, opened: Any
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(PlanError, match="runs whatever code is in it") as caught:
        opened(name)
    assert caught.value.slug == "pickle-refused"
    assert caught.value.exit_code == 2
    assert "pip install skops" in caught.value.hint
    assert "skl2onnx" in caught.value.hint


def test_a_pickle_is_never_run(tmp_path: Path, opened: Any) -> None:
    class Trap:
        def __reduce__(self) -> Any:
            return (Path.touch, (tmp_path / "sprung",))

    (tmp_path / "model.onnx").write_bytes(pickle.dumps(Trap()))
    with pytest.raises(PlanError):
        opened("model.onnx")
    assert not (tmp_path / "sprung").exists()


def test_a_file_beside_the_plan_does_not_replace_a_library(
    tmp_path: Path, opened: Any, rows: pa.Table
) -> None:
    (tmp_path / "pandas.py").write_text("raise RuntimeError('hijacked')", encoding="utf-8")
    (tmp_path / "own.py").write_text("def f(data):\n    return data['x']\n", encoding="utf-8")
    np.testing.assert_array_equal(opened("own:f", rows, features=("x",)).score(rows), [1, 2, 3])


@pytest.mark.parametrize(
    "content",
    [b"\xff" * 40, b"\x02\x00\x00\x00\x00\x00\x00\x00[]", b"\x02\x00\x00\x00\x00\x00\x00\x00{]"],
)
def test_frames_that_are_none(content: bytes) -> None:
    with pytest.raises(wire.BrokenFrame):
        wire.read(io.BytesIO(content))
    with pytest.raises(wire.BrokenFrame):
        wire.unpack(content)


def test_frames_return_what_was_sent() -> None:
    stream = io.BytesIO()
    wire.write(stream, {"do": "score"}, b"body")
    stream.seek(0)
    assert wire.read(stream) == ({"do": "score"}, b"body")
    with pytest.raises(EOFError):
        wire.read(stream)


def test_nothing_heavy_is_imported_with_the_package() -> None:
    import subprocess

    code = (
        "import sys; from audit.registry import instances; from audit.inputs import ModelFormat;"
        "instances(ModelFormat, 'predictors');"
        "print([m for m in ('numpy', 'pyarrow', 'onnx', 'onnxruntime', 'pandas') if m in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"

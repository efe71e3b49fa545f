"""What a model does wrong is said of the model, and the audit goes on."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
import pickle
import sys
import time
import zipfile
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pytest

from audit.errors import AuditError, InputError, ModelError, PlanError
from audit.inputs import ModelFormat
from audit.plan import ModelSection
from audit.predictors import client, pickles, refusals, wire
from audit.resources import installing

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


def saved_array(array: np.ndarray) -> bytes:
    buffer = io.BytesIO()
    np.save(buffer, array, allow_pickle=True)
    return buffer.getvalue()


def zipped_objects() -> bytes:
    buffer = io.BytesIO()
    np.savez(buffer, fine=np.arange(3), odd=np.array([None], dtype=object))
    return buffer.getvalue()


LONG = {"weights": [float(i) / 7 for i in range(500)], "names": ["a", "b"] * 50}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("model.pkl", b""),
        ("model.JOBLIB", b""),
        ("model.sav", b""),
        ("model.pt", b""),
        *((f"model{p}.onnx", pickle.dumps({}, protocol=p)) for p in range(6)),
        *((f"long{p}.txt", pickle.dumps(LONG, protocol=p)) for p in range(6)),
        ("object.onnx", pickle.dumps(ValueError("x"), protocol=0)),
        ("object.json", pickle.dumps(ValueError("x"), protocol=1)),
        *(
            (f"model.{name}.onnx", pack(pickle.dumps(LONG)))
            for name, pack in (
                ("zlib", zlib.compress),
                ("zlib1", lambda data: zlib.compress(data, 1)),
                ("zlib9", lambda data: zlib.compress(data, 9)),
                ("gzip", gzip.compress),
                ("xz", lzma.compress),
                ("lzma", lambda data: lzma.compress(data, lzma.FORMAT_ALONE)),
                ("bz2", bz2.compress),
            )
        ),
        ("array.onnx", saved_array(np.array([{}, "a"], dtype=object))),
        ("array.bin", saved_array(np.array([(1, "a")], dtype=[("x", int), ("y", object)]))),
        ("arrays.onnx", zipped_objects()),
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


def test_headers_too_deep_or_too_large_for_json_are_no_frames() -> None:
    for head in (b"[" * 100_000 + b"]" * 100_000, b'{"a":' + b"9" * 6000 + b"}"):
        size = len(head).to_bytes(4, "little") + bytes(4)
        with pytest.raises(wire.BrokenFrame):
            wire.read(io.BytesIO(size + head))


@pytest.mark.parametrize(
    "head",
    [
        b"", b"nothing", b"tree\nversion=v4\nnum_class=1\nnum_tree_per_iteration=1\n",
        b'{"learner":{"attributes":{}}}', b"{L\x00\x00\x00\x00\x00\x00\x00\x12", b"\x08\x08\x12\x04skl2",
        b"import os\n", b"id,name\n1,a\n2,b\n", b"x = 1", saved_array(np.arange(3)),
        saved_array(np.array(["O"])),
    ],
)  # fmt: skip
def test_other_files_are_no_pickles(head: bytes, tmp_path: Path) -> None:
    pickles.refuse_by_content(tmp_path / "model.onnx", head)


HOSTILE = """
import os, struct, json, time
from audit.errors import ModelError
from audit.predictors.refusals import Refusal

NAME = "Amina Diallo, passport 12AB"

def _forge(header, data, wait=0.3):
    head = header if isinstance(header, bytes) else json.dumps(header).encode()
    for fd in range(3, 12):
        try:
            os.write(fd, struct.pack("<II", len(head), 0) + head)
        except OSError:
            pass
    time.sleep(wait)
    return data["x"] * 1.0

def raises_ours(data):
    raise ModelError(NAME, slug="evil-slug", hint=NAME)

def refuses(data):
    raise Refusal("text-column", column=NAME, type=NAME)

def interrupts(data):
    raise KeyboardInterrupt(NAME)

def old_words(data):
    return _forge({"slug": "model-shape", "message": NAME, "hint": NAME}, data)

def out_of_turn(data):
    return _forge({"number": 1}, data)

def second_guess(data):
    return _forge({"number": 2}, data)

def unknown_key(data):
    return _forge({"number": 2, "refused": NAME, "facts": {}}, data)

def unknown_column(data):
    return _forge({"number": 2, "refused": "text-column", "facts": {"column": NAME, "type": "string"}}, data)

def unknown_facts(data):
    return _forge({"number": 2, "refused": "shape", "facts": {"rows": NAME, "shape": NAME}}, data)

def own_labels(data):
    return _forge({"number": 2, "refused": "many-classes", "facts": {"classes": 3, "names": [NAME]}}, data)

def type_with_spaces(data):
    return _forge({"number": 2, "raised": NAME}, data)

def deep(data):
    return _forge(b"[" * 100000 + b"]" * 100000, data)

def forks(data):
    if os.fork() == 0:
        time.sleep(600)
        os._exit(0)
    return data["x"] * 1.0

def doubles(data):
    os.fork()
    return data["x"] * 1.0
"""


@pytest.fixture
def hostile(tmp_path: Path, rows: pa.Table, opened: Any) -> Any:
    (tmp_path / "hostile_models.py").write_text(HOSTILE, encoding="utf-8")
    return lambda name: opened(f"hostile_models:{name}", rows, features=("x",))


posix = pytest.mark.skipif(sys.platform == "win32", reason="forks, groups and open pipes of POSIX")


@pytest.mark.parametrize(
    ("name", "slug", "says"),
    [
        ("raises_ours", "model-raised", "raised ModelError in rows"),
        ("refuses", "model-raised", "raised RuntimeError in rows"),
        ("interrupts", "model-raised", "raised KeyboardInterrupt in rows"),
        *(
            pytest.param(name, slug, says, marks=posix)
            for name, slug, says in (
                ("old_words", "model-protocol", "out of turn"),
                ("out_of_turn", "model-protocol", "out of turn"),
                ("second_guess", "model-protocol", "another form"),
                ("unknown_key", "model-protocol", "another form"),
                ("unknown_column", "model-protocol", "another form"),
                ("unknown_facts", "model-protocol", "another form"),
                ("own_labels", "model-output", "3 classes"),
                ("type_with_spaces", "model-raised", "raised an exception in rows"),
                ("deep", "model-killed", "no form that can be read"),
            )
        ),
    ],
)
def test_no_word_of_a_function_s_own_arrives(
    name: str, slug: str, says: str, hostile: Any, rows: pa.Table
) -> None:
    with pytest.raises(ModelError, match=says) as caught:
        hostile(name).score(rows)
    assert caught.value.slug == slug
    assert "Amina" not in str(caught.value)
    assert "12AB" not in str(caught.value)


@posix
def test_an_answer_given_twice_is_not_taken_for_the_next(hostile: Any, rows: pa.Table) -> None:
    predictor = hostile("doubles")
    np.testing.assert_array_equal(predictor.score(rows), [1, 2, 3])
    time.sleep(0.2)
    with pytest.raises(ModelError, match="out of turn") as caught:
        predictor.score(rows.slice(0, 1))
    assert caught.value.slug == "model-protocol"
    with pytest.raises(ModelError, match="out of turn"):  # and it is not asked again
        predictor.score(rows)


def _alive(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        except OSError:
            continue
        if fields[2] == str(group) and fields[0] not in "ZX":
            return True
    return not Path("/proc/self/stat").exists()


@posix
def test_children_of_a_model_end_with_it(hostile: Any, rows: pa.Table) -> None:
    predictor = hostile("forks")
    predictor.score(rows)
    group = predictor._process.pid
    assert os.getpgid(group) == group != os.getpgrp()
    assert _alive(group)
    predictor.close()
    for _ in range(50):
        if not _alive(group):
            return
        time.sleep(0.1)
    pytest.fail("a child of the model outlived it")


@pytest.mark.parametrize(
    ("extra", "hint"),
    [("boosters", installing("boosters")), ("", "pip install library_of_that_format")],
)  # fmt: skip
def test_a_missing_library_is_no_finding_about_the_model(
    extra: str, hint: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = "def load(source, model):\n    raise ModuleNotFoundError('x', name='library_of_that_format.core')\n"
    (tmp_path / "odd_format.py").write_text(code, encoding="utf-8")
    (tmp_path / "m.odd").write_bytes(b"odd")
    monkeypatch.syspath_prepend(str(tmp_path))
    import odd_format  # type: ignore[import-not-found]

    from audit.plan import Plan

    odd = ModelFormat(
        name="odd",
        suffixes=(".odd",),
        recognises=lambda *_: True,
        load=odd_format.load,
        extra=extra,
    )
    plan = Plan(base=str(tmp_path))
    with pytest.raises(InputError, match="needs 'library_of_that_format'") as caught:
        client.open_predictor(ModelSection(source="m.odd"), plan, {}, [odd])
    assert (caught.value.slug, caught.value.exit_code) == ("extra-missing", 3)
    assert caught.value.hint == hint
    assert not isinstance(caught.value, ModelError)


def test_every_refusal_fills_its_sentence() -> None:
    facts: dict[str, Any] = {
        "column": "x", "type": "string", "takes": 1, "named": 2, "classes": 3, "missing": 4,
        "rows": 5, "shape": [5, 2], "types": ["a.B", "no type, a \x1b sentence!"], "names": ["n\x1b[31m"],
    }  # fmt: skip
    for key in refusals.SENTENCES:
        problem = refusals.error(key, facts, model=ModelSection(), columns={"x"}, names=True)
        assert problem.slug in {
            "model-columns", "model-missing-values", "model-features", "model-unreadable",
            "model-output", "model-shape", "skops-untrusted",
        }  # fmt: skip
        assert "\x1b" not in str(problem)
        assert "{" not in str(problem)
        hidden = refusals.error(key, facts, model=ModelSection(), columns={"x"}, names=False)
        assert "31m" not in str(hidden)


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

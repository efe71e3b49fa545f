"""The audit's side of a model: opens its process, asks it in batches, and outlives it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
import weakref
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from audit.errors import AuditError, InputError, ModelError, PlanError, did_you_mean
from audit.inputs import ModelFormat
from audit.plan import ModelSection, Plan
from audit.predictors import pickles, refusals, wire
from audit.predictors.columns import SPACES
from audit.resources import installing
from audit.system import Predictor

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

BATCH = 65_536
_STARTING = 60.0
"""Seconds granted on top of the time-out for importing the model's library."""

_ONE_THREAD = dict.fromkeys(
    ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"), "1"
)
"""The order of additions, and so the last digits of a score, must not depend on the machine."""


def open_predictor(
    model: ModelSection,
    plan: Plan,
    frame_columns: Mapping[str, str],
    formats: Sequence[ModelFormat],
    *,
    features: Sequence[str] = (),
) -> Predictor:
    """Open the model of a part in a process of its own.

    Parameters
    ----------
    frame_columns : mapping of str to str
        Column to type of the table it will be asked about.
    formats : sequence of ModelFormat
        What the registry found in `predictors`.
    features : sequence of str, optional
        Order of the inputs where neither the model nor `[model] features` names them.

    Raises
    ------
    PlanError
        `no-such-file`, `pickle-refused`, `unknown-model-format`, `unknown-column`.
    ModelError
        `model-unreadable`, `model-columns`, `model-features`, `model-output`, `skops-untrusted`,
        `model-timeout`, `model-killed`, `model-protocol`.
    InputError
        `extra-missing`: nothing is wrong with the model, a library is not installed.
    """
    for name in model.features:
        if name not in frame_columns:
            raise PlanError(
                f"[model] features names '{name}', which is not a column of the table",
                slug="unknown-column",
                hint=did_you_mean(name, frame_columns),
            )
    source, head = _look(model, plan)
    chosen = _choose(model, source, head, formats)
    if not model.features and features:
        model = replace(model, features=tuple(features))
    predictor = WorkerPredictor(source, model, chosen, plan)
    try:
        _compare(predictor.features, frame_columns)
    except ModelError:
        predictor.close()
        raise
    return predictor


def _look(model: ModelSection, plan: Plan) -> tuple[str, bytes]:
    """Return the source as a path or a function's name, and its first bytes."""
    path = plan.path(model.source)
    pickles.refuse_by_name(model.source)
    if not path.exists():
        if ":" in model.source and "/" not in model.source and "\\" not in model.source:
            return model.source, b""
        raise PlanError(
            f"[model] source: there is no file '{model.source}'",
            slug="no-such-file",
            hint=did_you_mean(path.name, _beside(path)),
        )
    if path.is_dir():
        raise PlanError(
            f"[model] source: '{model.source}' is a folder, not a model", slug="not-a-file"
        )
    try:
        with path.open("rb") as file:
            head = file.read(512)
    except OSError as problem:
        raise ModelError(
            f"the model file '{path.name}' cannot be read ({type(problem).__name__})",
            slug="model-unreadable",
        ) from None
    pickles.refuse_by_content(path, head)
    return str(path), head


def _beside(path: Path) -> list[str]:
    with suppress(OSError):
        return [other.name for other in path.parent.iterdir() if other.is_file()]
    return []


def _choose(
    model: ModelSection, source: str, head: bytes, formats: Sequence[ModelFormat]
) -> ModelFormat:
    if model.format:
        for format_ in formats:
            if format_.name == model.format:
                return format_
        raise PlanError(
            f"[model] format: there is no model format '{model.format}'",
            slug="unknown-model-format",
            hint=did_you_mean(model.format, [f.name for f in formats]),
        )
    for format_ in formats:
        if format_.recognises(source, head):
            return format_
    raise ModelError(
        f"[model] source: '{Path(source).name}' is of no format that can be opened",
        slug="model-unreadable",
        hint="known formats: " + ", ".join(sorted(f.name for f in formats)),
    )


def _compare(features: Sequence[str], columns: Mapping[str, str]) -> None:
    missing = [name for name in features if name not in columns]
    if missing:
        shown = ", ".join(f"'{refusals.printable(name)}'" for name in missing[:8])
        more = f" and {len(missing) - 8} more" if len(missing) > 8 else ""
        raise ModelError(
            f"the model asks for columns that the table does not have: {shown}{more}",
            slug="model-columns",
            hint=did_you_mean(missing[0], columns),
        )


@dataclass(frozen=True, slots=True)
class Recipe:
    """What it takes to open the same model again, on another machine that sees the same folders."""

    source: str
    model: ModelSection
    format: ModelFormat
    base: str

    def open(self) -> Predictor:
        """Open the model in a process of its own, as it was opened first."""
        return WorkerPredictor(self.source, self.model, self.format, Plan(base=self.base))


class WorkerPredictor:
    """A model in a process of its own, which may crash or hang without taking the audit along.

    Nothing that the process says becomes text of an audit, but for names that stand in a model file:
    see `refusals`.

    Parameters
    ----------
    source : str
        Path of the model file, or `package.module:function`.
    """

    def __init__(self, source: str, model: ModelSection, format_: ModelFormat, plan: Plan) -> None:
        self._source = source
        self._model = model
        self._format = format_
        self._base = str(Path(plan.base or ".").resolve())
        self._columns: frozenset[str] = frozenset()
        self._asked = 0
        self._problem: AuditError | None = None
        self._native: Any | None = None
        self._lock = threading.Lock()
        self._process = _start()
        self._end = weakref.finalize(self, _kill, self._process)
        try:
            header, _ = self._exchange(
                {
                    "do": "open",
                    "load": [format_.load.__module__, format_.load.__qualname__],
                    "source": source,
                    "model": asdict(model),
                    # Last, so that a file beside the plan never stands in for an installed module.
                    "path": [*sys.path, self._base],
                },
                b"",
                model.timeout_seconds + _STARTING,
            )
            self._opened(header)
            self._features, self._description, self._space = self._told(header)
        except BaseException:
            self.close()
            raise

    @property
    def features(self) -> tuple[str, ...]:
        """Names of the inputs, in the model's order."""
        return self._features

    @property
    def description(self) -> str:
        """Format and type."""
        return self._description

    @property
    def output_space(self) -> str:
        """`probability`, `margin` or `decision`."""
        return self._space

    @property
    def native(self) -> Any | None:
        """The model in this process, where its format is data and shap can read it; else None."""
        if self._native is None and self._format.native is not None:
            try:
                self._native = self._format.native(self._source, self._model)
            except Exception:  # noqa: BLE001 - the worker's answers serve as well
                return None
        return self._native

    @property
    def recipe(self) -> Recipe:
        """What an executor of a cluster needs to open the model there."""
        path = Path(self._source)
        source = str(path.resolve()) if path.exists() else self._source
        return Recipe(source, self._model, self._format, self._base)

    def score(self, table: pa.Table) -> np.ndarray:
        """Return one finite number a row, asking in batches.

        Raises
        ------
        ModelError
            `model-columns`, `model-raised`, `model-timeout`, `model-killed`, `model-protocol`,
            `model-shape`, `model-missing-values`, `model-output` or `model-not-finite`.
        """
        import numpy as np

        _compare(self.features, dict.fromkeys(table.column_names, ""))
        table = table.select(list(self.features))
        with self._lock:
            self._columns = frozenset(table.column_names)
            scores = [
                self._batch(table.slice(start, BATCH), start)
                for start in range(0, table.num_rows, BATCH)
            ]
        return np.concatenate(scores) if scores else np.empty(0)

    def close(self) -> None:
        """End the model's process."""
        self._end()

    def _batch(self, table: pa.Table, start: int) -> np.ndarray:
        header, body = self._exchange(
            {"do": "score"}, wire.pack(table), self._model.timeout_seconds
        )
        where = f"in rows {start} to {start + table.num_rows - 1} of those it was asked about"
        if "raised" in header:
            raise ModelError(
                f"the model raised {refusals.type_name(header['raised'])} {where}",
                slug="model-raised",
                hint="run it on the same columns where it was made; types and missing values differ most often",
            )
        self._refused(header)
        try:
            scores: np.ndarray = wire.unpack(body).column("score").to_numpy()
        except (wire.BrokenFrame, KeyError, ValueError):
            raise self._nonsense() from None
        if scores.dtype.kind != "f":
            raise self._nonsense()
        return _checked(scores, table.num_rows, where)

    def _exchange(
        self, header: dict[str, Any], body: bytes, seconds: float
    ) -> tuple[dict[str, Any], bytes]:
        """Send one frame and wait for the answer, at most so long."""
        if self._problem is not None:
            raise self._problem
        self._asked += 1
        header = {**header, "number": self._asked}
        answer: list[tuple[dict[str, Any], bytes]] = []
        thread = threading.Thread(
            target=_converse, args=(self._process, header, body, answer), daemon=True
        )
        thread.start()
        deadline = time.monotonic() + seconds
        while thread.is_alive() and (left := deadline - time.monotonic()) > 0:
            thread.join(min(left, 0.5))  # in pieces, so that Ctrl-C is heard everywhere
        if thread.is_alive():
            self.close()
            raise self._fail(
                f"the model gave no answer within {self._model.timeout_seconds:g} seconds, and was stopped",
                "model-timeout",
                "[model] timeout_seconds = … grants it more",
            )
        if not answer:
            how = _ended(self._process)
            self.close()
            raise self._fail(f"the model's process {how}", "model-killed")
        if answer[0][0].get("number") != self._asked:
            raise self._nonsense()
        return answer[0]

    def _nonsense(self) -> AuditError:
        self.close()
        return self._fail(
            "the model's process answered out of turn or in another form than it is asked for, "
            "and was stopped",
            "model-protocol",
        )

    def _fail(self, message: str, slug: str, hint: str = "") -> AuditError:
        self._problem = ModelError(message, slug=slug, hint=hint)
        return self._problem

    def _refused(self, header: Mapping[str, Any]) -> None:
        if "refused" not in header:
            return
        try:
            problem = refusals.error(
                header["refused"],
                header.get("facts"),
                model=self._model,
                columns=self._columns,
                names=not self._format.code,
            )
        except refusals.Nonsense:
            raise self._nonsense() from None
        raise problem

    def _told(self, header: Mapping[str, Any]) -> tuple[tuple[str, ...], str, str]:
        features, space = header.get("features"), header.get("output_space")
        description = header.get("description")
        named = isinstance(features, list) and all(isinstance(name, str) for name in features)
        if not named or space not in SPACES or not isinstance(description, str):
            raise self._nonsense()
        if self._format.code:
            description = f"Python function {self._model.source}"
        return tuple(features or ()), refusals.printable(description, 200), str(space)

    def _opened(self, header: Mapping[str, Any]) -> None:
        self._refused(header)
        if "raised" not in header:
            return
        missing = str(header.get("module", "")).partition(".")[0]
        missing = missing if missing.isidentifier() and len(missing) <= 60 else ""
        if missing and not self._format.code:
            extra = self._format.extra
            raise InputError(
                f"a model of format {self._format.name} needs '{missing}', which is not installed",
                slug="extra-missing",
                hint=installing(extra) if extra else f"pip install {missing}",
            )
        what = f"; it needs the module '{missing}'" if missing else ""
        raise ModelError(
            f"the model '{Path(self._source).name}' cannot be opened as {self._format.name} "
            f"({refusals.type_name(header['raised'])}{what})",
            slug="model-unreadable",
        )


def _start() -> subprocess.Popen[bytes]:
    env = {**os.environ, **_ONE_THREAD}
    home = Path(__file__).resolve().parents[2]
    if home.name not in ("site-packages", "dist-packages"):  # a checkout that is not installed
        inherited = [env["PYTHONPATH"]] if env.get("PYTHONPATH") else []
        env["PYTHONPATH"] = os.pathsep.join([str(home), *inherited])
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "audit.predictors.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=env,
        # Children that the model forks are of its group, and end with it.
        start_new_session=sys.platform != "win32",
    )


def _kill(process: subprocess.Popen[bytes]) -> None:
    if sys.platform != "win32":
        # Also where the worker itself is gone: its number stays with what is left of its group.
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with suppress(OSError, ValueError):
                pipe.close()


def _pipe(pipe: IO[bytes] | None) -> Any:
    assert pipe is not None  # noqa: S101 - both ends were asked for
    return pipe


def _converse(
    process: subprocess.Popen[bytes],
    header: dict[str, Any],
    body: bytes,
    answer: list[tuple[dict[str, Any], bytes]],
) -> None:
    with suppress(EOFError, OSError, ValueError, wire.BrokenFrame):
        wire.write(_pipe(process.stdin), header, body)
        answer.append(wire.read(_pipe(process.stdout)))


def _ended(process: subprocess.Popen[bytes]) -> str:
    try:
        code = process.wait(timeout=5)
    except subprocess.TimeoutExpired:
        process.kill()
        return "answered in no form that can be read, and was stopped"
    return f"was ended by signal {-code}" if code < 0 else f"ended by itself (exit code {code})"


def _checked(scores: np.ndarray, rows: int, where: str) -> np.ndarray:
    import numpy as np

    if scores.shape != (rows,):
        raise ModelError(
            f"the model gave {len(scores)} numbers for {rows} rows", slug="model-shape"
        )
    wrong = int(np.count_nonzero(~np.isfinite(scores)))
    if wrong:
        raise ModelError(
            f"the model gave {wrong} scores that are not finite numbers {where}",
            slug="model-not-finite",
            hint="missing values it cannot take are the usual reason",
        )
    return np.asarray(scores, dtype=float)

"""The process a model lives in: `python -m audit.predictors.worker`.

What a model prints never reaches the pipe that carries answers, and what it raises leaves this
process as the name of a type, because a message may hold a person's value.
"""

from __future__ import annotations

import importlib
import os
import queue
import signal
import sys
import threading
from typing import Any, BinaryIO

from audit.errors import ModelError
from audit.plan import ModelSection
from audit.predictors import wire

_Frame = tuple[dict[str, Any], bytes]


def main() -> int:
    """Answer frames until the audit closes the pipe."""
    asked, answers = _claim_pipes()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the audit's to handle
    inbox: queue.SimpleQueue[_Frame] = queue.SimpleQueue()
    threading.Thread(target=_receive, args=(asked, inbox), daemon=True).start()
    handle: Any = None
    while True:
        header, body = inbox.get()
        try:
            if header["do"] == "open":
                handle = _open(header)
                wire.write(answers, _described(handle))
            else:
                wire.write(answers, {}, _score(handle, body))
        except ModelError as problem:
            wire.write(answers, _refused(problem))
        except (Exception, SystemExit) as problem:  # noqa: BLE001 - whatever a model does is a finding
            wire.write(answers, {"raised": type(problem).__name__, **_missing_module(problem)})


def _claim_pipes() -> tuple[BinaryIO, BinaryIO]:
    """Keep the two pipes to ourselves; the model gets an empty input and a silent output."""
    asked = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    return asked, answers


def _receive(asked: BinaryIO, inbox: queue.SimpleQueue[_Frame]) -> None:
    while True:
        try:
            inbox.put(wire.read(asked))
        except (EOFError, OSError, wire.BrokenFrame):
            # The audit is gone: a model that still computes must not outlive it.
            os._exit(0)


def _open(header: dict[str, Any]) -> Any:
    sys.path[:] = header["path"]
    # Here, so that what takes long to import is not counted against the model's first batch.
    importlib.import_module("pyarrow.ipc")
    importlib.import_module("numpy")
    module, name = header["load"]
    load = importlib.import_module(module)
    for part in name.split("."):
        load = getattr(load, part)
    model = header["model"]
    return load(header["source"], ModelSection(**{**model, "features": tuple(model["features"])}))  # type: ignore[operator]


def _described(handle: Any) -> dict[str, Any]:
    return {
        "features": [str(name) for name in handle.features],
        "description": str(handle.description),
        "output_space": str(handle.output_space),
    }


def _score(handle: Any, body: bytes) -> bytes:
    import numpy as np
    import pyarrow as pa

    table = wire.unpack(body)
    scores = np.asarray(handle.score(table))
    if scores.ndim == 2 and scores.shape[1] == 1:
        scores = scores[:, 0]
    if scores.shape != (table.num_rows,):
        raise ModelError(
            f"the model answered {table.num_rows} rows with an array of shape "
            f"{tuple(scores.shape)}; one number a row was expected",
            slug="model-shape",
        )
    if scores.dtype.kind not in "biuf":
        raise ModelError("the model answered with values that are not numbers", slug="model-shape")
    return wire.pack(pa.table({"score": scores.astype(float)}))


def _refused(problem: ModelError) -> dict[str, Any]:
    return {"message": problem.message, "slug": problem.slug, "hint": problem.hint}


def _missing_module(problem: BaseException) -> dict[str, str]:
    if isinstance(problem, ModuleNotFoundError) and problem.name:
        return {"module": problem.name}
    return {}


if __name__ == "__main__":
    sys.exit(main())

"""The process a model lives in: `python -m audit.predictors.worker`.

What a model prints never reaches the pipe that carries answers, and what it raises leaves this
process as the name of a type, because a message may hold a person's value. Every answer bears the
number of its question, so that a stale or a second one is not taken for another's.
"""

from __future__ import annotations

import importlib
import os
import queue
import signal
import sys
import threading
from typing import Any, BinaryIO

from audit.plan import ModelSection
from audit.predictors import wire
from audit.predictors.refusals import Refusal
from audit.predictors.refusals import header as refused

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
        answer: dict[str, Any] = {}
        scores = b""
        try:
            if header["do"] == "open":
                handle = _open(header)
                answer = _described(handle)
            else:
                scores = _score(handle, body)
        except Refusal as problem:
            answer = {**refused(problem)}
        except BaseException as problem:  # noqa: BLE001 - whatever a model does is a finding
            answer = {"raised": type(problem).__name__, **_missing_module(problem)}
        wire.write(answers, {**answer, "number": header["number"]}, scores)


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
            _end_group()
            os._exit(0)


def _end_group() -> None:
    if sys.platform != "win32" and os.getpgrp() == os.getpid():
        os.killpg(0, signal.SIGKILL)


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
        raise Refusal("shape", rows=table.num_rows, shape=list(scores.shape))
    if scores.dtype.kind not in "biuf":
        raise Refusal("not-numbers")
    return wire.pack(pa.table({"score": scores.astype(float)}))


def _missing_module(problem: BaseException) -> dict[str, str]:
    if isinstance(problem, ModuleNotFoundError) and problem.name:
        return {"module": problem.name}
    return {}


if __name__ == "__main__":
    sys.exit(main())

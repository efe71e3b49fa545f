"""Peers that cannot be installed beside the product: asked in an environment of their own.

`ask("benchmarks._peer_aequitas:groups", table)` writes the table as Parquet, calls the function with it
as a pandas data frame in `.venv-peers` (`make peers`; `AUDIT_PEERS_PYTHON` names another interpreter),
and returns what it returns, through JSON, with the seconds the call took there: the import of the peer,
the start of Python and the reading of the file are not in them. The module may import the peer at its
top, and nothing of the product.
"""

from __future__ import annotations

import importlib
import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pyarrow as pa

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Answer:
    """What a peer answered, and how many seconds each call took it."""

    value: Any
    seconds: tuple[float, ...]


class PeerError(Exception):
    """A peer that is not installed, or that failed."""


def interpreter() -> str:
    """Return the Python of the peers' environment.

    Raises
    ------
    PeerError
        If there is none.
    """
    place = "Scripts/python.exe" if os.name == "nt" else "bin/python"
    python = os.environ.get("AUDIT_PEERS_PYTHON") or str(ROOT / ".venv-peers" / place)
    if not Path(python).exists():
        raise PeerError("the peers are not installed: make peers")
    return python


def ask(function: str, table: pa.Table | Path, *, runs: int = 1, **arguments: Any) -> Answer:
    """Call a function of a peer with a table.

    Parameters
    ----------
    function : str
        `package.module:function`, called as `function(frame, **arguments)`.
    runs : int
        How often it is called and timed. A call with the first thousand rows goes before, untimed.

    Raises
    ------
    PeerError
        If the peers are not installed, or with what the peer wrote to stderr.
    """
    with tempfile.TemporaryDirectory() as name:
        path = table if isinstance(table, Path) else Path(name) / "table.parquet"
        if not isinstance(table, Path):
            import pyarrow.parquet as pq

            pq.write_table(table, path)
        asked = {"function": function, "table": str(path), "runs": runs, "arguments": arguments}
        answered = Path(name) / "answer.json"
        done = subprocess.run(
            [interpreter(), "-m", "benchmarks._peers", json.dumps(asked), str(answered)],
            cwd=ROOT,
            env={**os.environ, "PYTHONWARNINGS": "ignore"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )
        if done.returncode:
            raise PeerError(f"{function}:\n{done.stderr[-4000:]}")
        found = json.loads(answered.read_text(encoding="utf-8"))
    return Answer(found["value"], tuple(found["seconds"]))


def _answer(asked: dict[str, Any]) -> dict[str, Any]:
    import pandas as pd

    module, _, name = asked["function"].partition(":")
    function = getattr(importlib.import_module(module), name)
    frame = pd.read_parquet(asked["table"])
    function(frame.head(1000), **asked["arguments"])
    value, seconds = None, []
    for _ in range(asked["runs"]):
        start = time.perf_counter()
        value = function(frame, **asked["arguments"])
        seconds.append(time.perf_counter() - start)
    return {"value": value, "seconds": seconds}


if __name__ == "__main__":
    answer = _answer(json.loads(sys.argv[1]))
    Path(sys.argv[2]).write_text(json.dumps(answer), encoding="utf-8")

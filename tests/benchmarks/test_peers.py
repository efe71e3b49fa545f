"""Peers are asked in a process of their own: a table in, an answer and seconds out."""

from __future__ import annotations

import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from benchmarks import _peers
from benchmarks._timing import paired

TABLE = pa.table({"x": list(range(1500))})


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AUDIT_PEERS_PYTHON", sys.executable)


def test_a_function_gets_the_table(here: None, tmp_path: Path) -> None:
    answer = _peers.ask("builtins:len", TABLE, runs=2)
    assert answer.value == 1500
    assert len(answer.seconds) == 2
    assert all(0 <= seconds < 5 for seconds in answer.seconds)
    pq.write_table(TABLE, tmp_path / "t.parquet")
    assert _peers.ask("builtins:len", tmp_path / "t.parquet").value == 1500


def test_what_a_peer_says_when_it_fails_is_told(here: None) -> None:
    with pytest.raises(_peers.PeerError, match="AttributeError"):
        _peers.ask("builtins:nothing", TABLE)


def test_peers_that_are_not_installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("AUDIT_PEERS_PYTHON", str(tmp_path / "python"))
    with pytest.raises(_peers.PeerError, match="make peers"):
        _peers.ask("builtins:len", TABLE)


def test_pairs_are_medians_of_what_each_says() -> None:
    ours, peer = iter([9.0, 1.0, 2.0, 3.0]), iter([10.0, 10.0, 60.0])
    found = paired(lambda: next(ours), lambda: next(peer), 3)
    assert (found.ours, found.peer, found.ratio) == (2.0, 10.0, 10.0)

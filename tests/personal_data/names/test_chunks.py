"""Chunks of a column: the same answer from one process, from several, and where one of them dies."""

from __future__ import annotations

import io
import socket
from collections.abc import Sequence

import pytest

from audit.personal_data.names import chunks, worker
from audit.personal_data.names.tagger import Tagger
from tests.personal_data.names.notes import ORIGINS, TEMPLATES

PEOPLE = [name for people in ORIGINS.values() for name in people]
TEXTS = [t.format(n) for ts in TEMPLATES.values() for t in ts for n in PEOPLE][:2100]


@pytest.fixture(scope="module")
def alone() -> list[object]:
    return list(Tagger().read(TEXTS))


def test_two_processes_find_the_same(alone: list[object]) -> None:
    assert list(chunks.read(TEXTS, Tagger().read, "", processes=2)) == alone


def test_a_process_that_dies_is_made_up_for(
    monkeypatch: pytest.MonkeyPatch, alone: list[object]
) -> None:
    start = chunks._start

    def dying(model: str) -> object:
        process = start(model)
        process.kill()
        return process

    monkeypatch.setattr(chunks, "_start", dying)
    assert list(chunks.read(TEXTS, Tagger().read, "", processes=3)) == alone


def test_a_short_column_starts_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(model: str) -> object:
        raise AssertionError

    monkeypatch.setattr(chunks, "_start", refused)
    assert len(list(Tagger().spans(TEXTS))) == len(TEXTS)
    assert list(Tagger().spans([])) == []


def test_what_is_not_read_on_is_not_waited_for() -> None:
    found = chunks.read(TEXTS, Tagger().read, "", processes=2)
    next(found)
    found.close()  # type: ignore[attr-defined]


def test_a_failure_here_is_raised() -> None:
    def broken(texts: Sequence[str]) -> object:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        list(chunks.read(TEXTS, broken, "", processes=2))  # type: ignore[arg-type]


def test_the_other_process_answers_in_places(monkeypatch: pytest.MonkeyPatch) -> None:
    def blocked(*args: object, **kwargs: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", blocked)

    class Ends:
        def __init__(self) -> None:
            self.buffer = io.BytesIO()

    asked, answered = Ends(), Ends()
    chunks.write(asked.buffer, ["Met Tesfay Kidane.", "no one"])
    asked.buffer.seek(0)
    monkeypatch.setattr("sys.stdin", asked)
    monkeypatch.setattr("sys.stdout", answered)
    worker.main("")
    assert chunks.parsed(answered.buffer.getvalue()) == [[[4, 17]], []]

"""Files are written whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.resources import write_atomically


def test_text_is_utf8_with_bare_line_feeds(tmp_path):
    path = tmp_path / "deep" / "a.txt"
    write_atomically(path, "é\n")
    assert path.read_bytes() == b"\xc3\xa9\n"


@pytest.mark.parametrize("problem", [OSError, KeyboardInterrupt])
def test_an_interrupted_write_leaves_what_was_there(tmp_path, monkeypatch, problem):
    path = tmp_path / "audit.html"
    write_atomically(path, "before")

    def broken(self, target):
        raise problem

    monkeypatch.setattr(Path, "replace", broken)
    with pytest.raises(problem):
        write_atomically(path, b"after")
    assert path.read_text(encoding="utf-8") == "before"
    assert list(tmp_path.iterdir()) == [path]


def test_replaces_what_was_there(tmp_path):
    path = tmp_path / "a.txt"
    write_atomically(path, "one")
    write_atomically(path, b"two")
    assert path.read_bytes() == b"two"

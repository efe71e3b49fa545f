"""Files are written whole or not at all."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from audit import resources
from audit.resources import inside, installing, staged, write_atomically


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


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no modes for group and others")
def test_private_files_are_the_owner_s_alone(tmp_path):
    path = tmp_path / "counts.json"
    write_atomically(path, "one")
    path.chmod(0o644)
    write_atomically(path, "two", private=True)
    assert path.stat().st_mode & 0o777 == 0o600
    write_atomically(path, "three", private=True)
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_file_s_name_stays_in_its_folder(tmp_path):
    assert inside(tmp_path, "group_counts-main.json") == tmp_path / "group_counts-main.json"


@pytest.mark.parametrize(
    "name",
    ["", ".", "..", "a/b", "../a", "/a", "a\\b", "..\\a", "C:a", "a:stream", "a\0b", "a\nb", "a/"],
)
def test_a_name_with_a_folder_in_it_is_refused(tmp_path, name):
    with pytest.raises(ValueError, match="without a folder"):
        inside(tmp_path, name)


def test_a_folder_is_written_whole(tmp_path):
    (tmp_path / "note.txt").write_text("mine")
    with staged(tmp_path) as folder:
        (folder / "audit.json").write_text("new")
        (folder / "evidence").mkdir(mode=0o700)
        (folder / "evidence" / "a.json").write_text("counts")
    assert (tmp_path / "audit.json").read_text() == "new"
    assert (tmp_path / "evidence" / "a.json").read_text() == "counts"
    assert (tmp_path / "note.txt").read_text() == "mine"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["audit.json", "evidence", "note.txt"]


def test_a_folder_that_fails_half_way_is_as_it_was(tmp_path):
    (tmp_path / "audit.json").write_text("old")

    def fail():
        with staged(tmp_path) as folder:
            (folder / "audit.json").write_text("new")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert [(p.name, p.read_text()) for p in tmp_path.iterdir()] == [("audit.json", "old")]


def test_an_extra_is_installed_by_name_or_from_the_checkout(tmp_path, monkeypatch):
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path)
    assert installing("spark").startswith("pip install '.[spark]'")
    assert str(tmp_path) not in installing("spark")
    (tmp_path / "_data").mkdir()
    assert installing("spark") == "pip install 'migration-audit[spark]'"

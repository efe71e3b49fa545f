"""Whether git would take a file up: against git itself."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from audit.errors import UsageError
from audit.runner import row_keys
from audit.runner.version_control import would_be_committed

GIT = shutil.which("git") or ""


def _git(folder: Path, *words: str) -> int:
    return subprocess.run([GIT, *words], cwd=folder, check=False, capture_output=True).returncode


@pytest.mark.skipif(not GIT, reason="no git on this machine")
@pytest.mark.parametrize(
    ("place", "lines", "ignored"),
    [
        ("", [], False),
        ("", [".audit_key"], True),
        ("", ["# .audit_key", "*.py"], False),
        ("", ["/.audit_key"], True),
        ("", [".*"], True),
        ("", [".audit_key", "!.audit_key"], False),
        ("audits/2026", [".audit_key"], True),
        ("audits/2026", ["/.audit_key"], False),
        ("audits/2026", ["audits/"], True),
        ("audits/2026", ["audits/2026/.audit_key"], True),
        ("audits/2026", ["**/.audit_key"], True),
        ("audits/2026", [".audit_key/"], False),
    ],
)
def test_as_git_says(tmp_path: Path, place: str, lines: list[str], *, ignored: bool) -> None:
    _git(tmp_path, "init", "-q")
    (tmp_path / place).mkdir(parents=True, exist_ok=True)
    (tmp_path / ".gitignore").write_text("\n".join(lines) + "\n", encoding="utf-8")
    path = tmp_path / place / ".audit_key"
    assert (_git(path.parent, "check-ignore", "-q", ".audit_key") == 0) is ignored
    assert would_be_committed(path) is not ignored


def test_outside_a_work_tree_nothing_is_committed(tmp_path: Path) -> None:
    assert not would_be_committed(tmp_path / ".audit_key")


def test_a_key_is_not_made_where_it_would_be_committed(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    with pytest.raises(UsageError) as caught:
        row_keys.own_key(tmp_path)
    assert caught.value.slug == "key-in-repository"
    assert not (tmp_path / ".audit_key").exists()
    (tmp_path / ".gitignore").write_text(".audit_key\n", encoding="utf-8")
    assert len(row_keys.own_key(tmp_path)) == 32

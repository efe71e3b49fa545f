from __future__ import annotations

import pytest

from audit.formats.html import html
from audit.report.page import render


def test_written_under_its_name(record, tmp_path):
    (path,) = html.write(record, tmp_path / "new" / "folder", "")
    assert path.name == "audit.html"
    assert path.read_bytes() == render(record).encode("utf-8")


def test_what_was_there_stays_if_the_page_cannot_be_made(record, tmp_path):
    (path,) = html.write(record, tmp_path, "")
    before = path.read_bytes()
    with pytest.raises(AttributeError):
        html.write(None, tmp_path, "")
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["audit.html"]

"""Markdown: the same order, nothing that a renderer could run."""

from __future__ import annotations

import re

import pytest

from audit.formats.md import escaped, md, render


@pytest.fixture(scope="module")
def text(record):
    return render(record)


def test_sections_in_the_order_of_the_page(text):
    heads = re.findall(r"^## (.+)$", text, re.MULTILINE)
    assert heads[:4] == [
        "Conclusion",
        "What this audit could not see",
        "Rights and outcomes",
        "Beyond the limit",
    ]
    assert heads[-2:] == ["How it was done", "Where it comes from"]


def test_every_finding_once(text, record):
    for finding in record.findings:
        assert len(re.findall(rf"^\*.*\(`{re.escape(finding.id)}`\)$", text, re.MULTILINE)) == 1, (
            finding.id
        )


def test_no_markup_from_labels(text):
    # Between backticks everything is shown as it is.
    outside = re.sub(r"`[^`\n]*`", "", text)
    assert "<script" not in outside
    assert "<img" not in outside


def test_tables_have_one_cell_a_column(text):
    for table in re.findall(r"(?:^\|.*\|\n)+", text, re.MULTILINE):
        widths = {len(re.findall(r"(?<!\\)\|", line)) for line in table.splitlines()}
        assert len(widths) == 1


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("a|b", "a\\|b"),
        ("<b>", "&lt;b&gt;"),
        ("# x", "\\# x"),
        ("a\nb", "a b"),
        ("[x](y)", "\\[x\\](y)"),
    ],
)
def test_escaping(given, expected):
    assert escaped(given) == expected


def test_written_under_its_name(record, tmp_path):
    (path,) = md.write(record, tmp_path, "")
    assert path == tmp_path / "audit.md"
    assert path.read_text(encoding="utf-8") == render(record)

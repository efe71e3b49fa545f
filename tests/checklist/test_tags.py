"""Tags of standards: numbers of clauses that point to checks and shared questions that exist, and nothing else."""

from __future__ import annotations

import re
from importlib import metadata

import pytest
from click.testing import CliRunner

from audit import registry
from audit.check import Check
from audit.checklist import files, load
from audit.checklist.tags import load_tags, tag_files, tag_sets, tags_of
from audit.cli import command as audit
from audit.errors import ChecklistError
from audit.registry import instances
from audit.resources import folder

GOOD = """\
tags: city_standard
title: City Standard 5:2026
as_of: "2026-10-15"
confidence: low
source: its table of contents
entries:
  - {id: "4.2", checks: [FA201], shared: [people_told]}
  - {id: A.7, checks: [DA101]}
"""
OURS = {slug: p for slug, p in tag_files().items() if p.parent == folder("checklists") / "tags"}


def written(tmp_path, text=GOOD, name="city_standard"):
    path = tmp_path / f"{name}.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_set_is_read(tmp_path):
    found = load_tags(written(tmp_path))
    assert (found.slug, found.title, found.confidence) == ("city_standard", "City Standard 5:2026", "low")  # fmt: skip
    assert [(t.id, t.checks, t.shared) for t in found.entries] == [
        ("4.2", ("FA201",), ("people_told",)),
        ("A.7", ("DA101",), ()),
    ]


@pytest.mark.parametrize(
    ("old", "new", "slug", "line"),
    [
        ("tags: city_standard", "tags: town_standard", "checklist-value", 1),
        ("tags: city_standard\n", "", "checklist-value", 1),
        ('as_of: "2026-10-15"', "as_of: October", "checklist-value", 3),
        ('as_of: "2026-10-15"\n', "", "checklist-value", 1),
        ("confidence: low", "confidence: sure", "checklist-value", 4),
        ("source: its table of contents\n", "", "checklist-value", 1),
        ("id: A.7", "id: Annex seven", "checklist-item", 8),
        ("id: A.7", 'id: "4.2"', "checklist-item", 8),
        (", checks: [DA101]", "", "checklist-item", 8),
        ("[DA101]", "[fairness]", "checklist-item", 8),
        ("[DA101]", "[DA101, DA101]", "checklist-item", 8),
        ("[people_told]", "[People told]", "checklist-item", 7),
        ("checks: [DA101]", "check: [DA101]", "checklist-key", 8),
        ("checks: [DA101]", "title: The clause's own words", "checklist-key", 8),
        (GOOD[GOOD.index("entries") :], "entries: []\n", "checklist-item", 1),
    ],
)
def test_what_is_wrong_is_refused_with_its_place(tmp_path, old, new, slug, line):
    assert GOOD.count(old) == 1
    with pytest.raises(ChecklistError) as caught:
        load_tags(written(tmp_path, GOOD.replace(old, new)))
    assert caught.value.slug == slug
    assert f"city_standard.yaml:{line}:" in str(caught.value)


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(ChecklistError) as caught:
        load_tags(tmp_path / "nothing.yaml")
    assert caught.value.slug == "checklist-missing"


@pytest.mark.parametrize("slug", sorted(OURS))
def test_shipped_tags_point_to_what_exists(slug):
    found = load_tags(OURS[slug])
    checks = {check.id for check in instances(Check, "checks")}
    shared = {item.shared for path in files().values() for item in load(path).items()} - {""}
    for tag in found.entries:
        assert set(tag.checks) <= checks, tag.id
        assert set(tag.shared) <= shared, tag.id
    assert found.confidence != "high", "nobody read the texts"


def test_the_standards_are_those_promised_and_none_brings_its_text():
    titles = {tags.title for tags in tag_sets()}
    assert titles >= {
        "NIST AI RMF 1.0", "ISO/IEC 42001:2023", "ISO/IEC 42005:2025", "ISO/IEC 23894:2023",
        "ISO/IEC TR 24027:2021", "ISO/IEC TS 12791:2024", "ISO/IEC 19795-10:2024",
    }  # fmt: skip
    for slug, path in OURS.items():
        ids = [tag.id for tag in load_tags(path).entries]
        assert all(re.fullmatch(r"[A-Z. 0-9]+", id) for id in ids), slug


def test_the_anchors_of_the_risk_management_framework_are_there():
    ids = {tag.id for tag in load_tags(OURS["nist_ai_rmf"]).entries}
    anchors = {"MAP": "1.1 1.6 3.5 5.1 5.2", "MEASURE": "2.2 2.3 2.4 2.8 2.9 2.10 2.11 3.3 4.1",
               "MANAGE": "2.4 4.1 4.3", "GOVERN": "1.6 3.2 5.1"}  # fmt: skip
    assert {f"{name} {n}" for name, numbers in anchors.items() for n in numbers.split()} <= ids


def test_a_check_is_explained_with_its_tags():
    page = CliRunner().invoke(audit, ["explain", "FA201"]).output
    assert "MEASURE 2.11" in " ".join(page.split())
    assert list(tags_of("ZZ999")) == []


def test_adding_a_set_is_one_new_file(tmp_path, monkeypatch):
    package = tmp_path / "city_checklists"
    (package / "tags").mkdir(parents=True)
    (package / "__init__.py").write_text('"""Checklists of a city."""\n', encoding="utf-8")
    written(package / "tags")
    point = metadata.EntryPoint("city", "city_checklists", "audit.checklists")
    ours = registry._entry_points
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(
        registry, "_entry_points", lambda group: (point,) if group == "checklists" else ours(group)
    )
    tag_sets.cache_clear()
    try:
        page = CliRunner().invoke(audit, ["explain", "FA201"]).output
        assert "City Standard 5:2026: 4.2" in " ".join(page.split())
    finally:
        tag_sets.cache_clear()

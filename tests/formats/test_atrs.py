from __future__ import annotations

from dataclasses import replace

from audit.formats.atrs import atrs, render
from audit.formats.md import escaped
from audit.vocabulary import Outcome


def test_sections_of_the_standard_stand_in_order(record):
    text = render(record)
    places = [
        text.index(f"## {title}")
        for title in (
            "Metadata",
            "Tier 1",
            "Tier 2, section 1",
            "Tier 2, section 2",
            "Tier 2, section 3",
            "Tier 2, section 4",
            "Tier 2, section 5",
        )
    ]
    assert places == sorted(places)


def test_what_the_audit_knows_is_filled_in_and_the_rest_is_open(record):
    text = render(record)
    assert f"**Name**: {escaped(record.system['name'])}" in text
    assert "**Senior responsible owner**: *to be filled in by the organisation*" in text
    fails = [f for f in record.findings if f.outcome is Outcome.FAIL and f.check.startswith("FA")]
    assert fails
    assert text.count("\n- ") > 3


def test_text_of_the_record_is_no_markup(record):
    text = render(replace(record, system={**record.system, "operator": "<b>*x*</b>"}))
    assert "<b>" not in text
    assert "&lt;b&gt;" in text


def test_it_is_written_to_its_file(record, tmp_path):
    (path,) = atrs.write(record, tmp_path, "")
    assert path == tmp_path / "atrs.md"
    assert path.read_text(encoding="utf-8").startswith(
        "# Draft of an algorithmic transparency record"
    )

"""The tables of studies: what a row says, and that each page shows what was saved."""

import json
import re
from dataclasses import asdict
from pathlib import Path

import pytest
from scipy.stats import binomtest

from benchmarks import _studies
from benchmarks._studies import Row

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.parametrize(
    ("value", "low", "high", "met"),
    [
        (0.93, 0.93, None, True),
        (0.9299, 0.93, None, False),
        (0.02, None, 0.02, True),
        (0.0201, None, 0.02, False),
        (0.5, None, None, None),
        (0.98, 0.93, 0.98, True),
    ],
)
def test_a_requirement_is_met_at_the_limit_itself(value, low, high, met):
    assert Row(of="x", value=value, at_least=low, at_most=high).met is met


def test_a_share_is_shown_with_its_exact_interval():
    row = Row.share("fair worlds", events=3, runs=500, at_most=0.02)
    limits = binomtest(3, 500).proportion_ci(method="exact")
    assert row.shown == f"0.6 % ({100 * limits.low:.1f}–{100 * limits.high:.1f})"
    assert row.required == "≤ 2 %"


def test_the_worst_of_several_has_no_interval_of_one():
    row = Row.share("clusters", events=3, runs=500, worst_of=12)
    assert row.shown == "0.6 %, worst of 12"


def test_a_number_that_misses_by_little_is_printed_in_digits_that_show_it():
    row = Row(of="rates", value=0.9804, unit="%", at_most=0.98)
    assert (row.shown, row.met) == ("98.04 %", False)
    assert Row(of="rates", value=0.98, unit="%", at_most=0.98).shown == "98 %"


def test_a_missed_requirement_is_printed_as_missed():
    text = _studies.text([Row(of="ratio", value=80.0, unit="×", at_least=100)])
    assert "**no**" in text
    assert "80 ×" in text


def test_columns_beside_keep_their_unit_and_empty_ones_are_left_out():
    rows = [
        asdict(Row.share("a", events=1, runs=100, beside={"peer": 0.97})),
        asdict(Row.share("b", events=2, runs=100)),
    ]
    head, first, second = _studies.table(rows)
    assert head == ["", "measured", "peer", "runs"]
    assert first[2] == "97 %"
    assert second[2] == "–"


def test_what_is_saved_is_read_back_and_names_no_machine(tmp_path, monkeypatch):
    monkeypatch.setattr(_studies, "RESULTS", tmp_path / "results")
    row = Row.share("a", events=1, runs=100, at_most=0.02)
    path = _studies.save("tried", _studies, [row], runs=100, seed=1)
    content = path.read_text(encoding="utf-8")
    assert str(tmp_path) not in content
    assert Row(**_studies.saved()["tried"]["rows"][0]) == row
    assert "| a | 1 % (" in _studies.markdown(json.loads(content))


def test_every_study_says_how_often_it_runs():
    for name in _studies.names():
        source = (Path(_studies.__file__).parent / f"{name}.py").read_text(encoding="utf-8")
        if re.search(r"^def study\(", source, re.MULTILINE):
            assert re.search(r"^RUNS = ", source, re.MULTILINE), name
            assert re.search(r"^QUICK = ", source, re.MULTILINE), name


def test_every_saved_table_is_shown_on_a_page_and_every_shown_one_is_saved():
    pages = "\n".join(p.read_text(encoding="utf-8") for p in sorted((ROOT / "docs").glob("*.md")))
    shown = set(re.findall(r"^<!-- study: (\w+) -->$", pages, re.MULTILINE))
    assert shown == set(_studies.saved())

"""The classifier of the AI Act decides the worked classifications, with reasons, and never more than answers allow."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from audit.checklist import load
from audit.cli import command as audit
from audit.resources import folder

CASES = yaml.safe_load(
    (Path(__file__).parent / "worked_eu_aiact_class.yaml").read_text(encoding="utf-8")
)
PLAIN = {
    "s.1": "yes", "s.2": "yes", **{f"p.{n}": "no" for n in (1, 2, 3, 4, 5, 6, 7, 9)},
    "a.1": ["none"], "a.2": "none", "a.3": "none", "a.4": "none", "a.5": ["none"],
    "a.6": ["none"], "a.7": "no", "t.1": "no",
}  # fmt: skip


def scored(tmp_path, **answers):
    given = {f"eu_aiact_class.{id}": value for id, value in (PLAIN | answers).items() if value}
    path = tmp_path / "answers.json"
    path.write_text(json.dumps({"answers": given}), encoding="utf-8")
    result = CliRunner().invoke(
        audit, ["checklist", "score", "eu_aiact_class", str(path), "--json"]
    )
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def points(score, step):
    return [point["id"] for point in score["points_to"] if point["step"] == step]


@pytest.mark.parametrize("case", CASES, ids=[case["case"][:60] for case in CASES])
def test_worked_classifications(tmp_path, case):
    score = scored(tmp_path, **case["answers"])
    assert score["result"] == case["class"]
    assert points(score, "annex_iii") == case.get("points", [])
    assert points(score, "derogation") == ([case["derogation"]] if "derogation" in case else [])
    assert points(score, "profiling") == (["profiling"] if case.get("profiling") else [])
    assert points(score, "transparency") == case.get("transparency", [])
    assert score["reason"]
    assert "On these answers" in score["statement"]
    assert all(point["reason"] and point["ref"] for point in score["points_to"])


@pytest.mark.parametrize("n", [1, 2, 3, 4, 5, 6, 9])
def test_each_prohibited_practice_says_do_not_deploy(tmp_path, n):
    score = scored(tmp_path, **{f"p.{n}": "yes"})
    assert (score["result"], score["stop"]) == ("prohibited", True)
    assert len(points(score, "prohibition")) == 1


@pytest.mark.parametrize(("excepted", "result"), [("no", "prohibited"), ("yes", "outside")])
def test_live_identification_for_law_enforcement_is_prohibited_but_for_its_exceptions(
    tmp_path, excepted, result
):
    assert scored(tmp_path, **{"p.7": "yes", "p.8": excepted})["result"] == result


@pytest.mark.parametrize("item", ["s.1", "s.2"])
def test_what_the_act_does_not_reach_has_no_class(tmp_path, item):
    given = {
        f"eu_aiact_class.{item}": "no",
        f"eu_aiact_class.{'s.2' if item == 's.1' else 's.1'}": "yes",
    }
    path = tmp_path / "a.yaml"
    path.write_text(yaml.safe_dump({"answers": given}), encoding="utf-8")
    result = CliRunner().invoke(
        audit, ["checklist", "score", "eu_aiact_class", str(path), "--json"]
    )
    assert json.loads(result.stdout)["result"] == "not_covered"


def test_an_open_question_that_could_decide_otherwise_leaves_the_class_open(tmp_path):
    score = scored(tmp_path, **{"a.6": ["examination"], "d.2": "narrow", "d.3": "no"})
    assert score["result"] == ""
    assert set(score["possible"]) == {"exempt", "high_risk"}
    assert score["open"] == ["eu_aiact_class.d.1"]


def test_profiling_beats_every_derogation(tmp_path):
    for task in ("narrow", "improves", "patterns", "preparatory"):
        answers = {"a.6": ["examination"], "d.1": "yes", "d.2": task, "d.3": "no"}
        if task == "preparatory":
            answers["d.4"] = "no"
        assert scored(tmp_path, **answers)["result"] == "high_risk"


def test_live_duties_carry_their_dates():
    found = load(folder("checklists") / "eu_aiact_class.yaml")
    for day in ("2 February 2025", "2 August 2026", "2 December 2027", "2 August 2030"):
        assert day in found.note

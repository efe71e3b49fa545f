"""The Canadian assessment: every id, point and condition as the instrument has it, and its scores."""

from __future__ import annotations

import json
import random
import re
from fractions import Fraction
from functools import cache
from math import floor
from pathlib import Path

import pytest
from click.testing import CliRunner

from audit.checklist import AnswerType, load, read_answers, score
from audit.checklist.scoring import points
from audit.cli import command as audit
from audit.errors import ChecklistError
from audit.resources import folder

SHARED = Path(__file__).parents[3] / "shared" / "reference" / "canada_aia.json"
RAW = ("businessDrivers", "riskProfile", "projectAuthority", "aboutSystem", "aboutAlgorithm",
       "decisionSector", "impact", "aboutData")  # fmt: skip

# aia-eia-js at b900dc7: choice questions, those with points, most points.
AREAS = {
    "businessDrivers": (4, 3, 5), "riskProfile": (8, 6, 15), "projectAuthority": (1, 1, 2),
    "aboutSystem": (11, 9, 17), "aboutAlgorithm": (9, 9, 15), "decisionSector": (1, 1, 8),
    "impact": (18, 17, 52), "aboutData": (18, 16, 53),
    "consultationDesign": (7, 4, 10), "consultationImplementation": (7, 4, 10),
    "dataQualityDesign": (9, 9, 14), "dataQualityImplementation": (9, 9, 14),
    "fairnessDesign": (23, 23, 44), "fairnessImplementation": (23, 23, 44),
    "privacyDesign": (6, 6, 9), "privacyImplementation": (6, 6, 9),
}  # fmt: skip

# raw, mitigation, final, level: the formula alone.
FORMULA = [
    (41, 0, 41, 1), (42, 0, 42, 2), (48, 61, 48, 2), (48, 62, 41, 1), (49, 62, 42, 2), (50, 62, 43, 2),
    (83, 0, 83, 2), (84, 0, 84, 3), (90, 62, 77, 2), (98, 61, 98, 3), (98, 62, 83, 2), (99, 62, 84, 3),
    (110, 62, 94, 3), (125, 0, 125, 3), (126, 0, 126, 4), (147, 62, 125, 3), (148, 62, 126, 4),
    (167, 77, 142, 4),
]  # fmt: skip


@cache
def aia():
    return load(folder("checklists") / "ca_aia.yaml")


def items(*sections):
    return [i for s in aia().sections if s.id in sections for i in s.items]


def choices(*sections):
    return [i for i in items(*sections) if i.answer.options]


def extreme(item, pick):
    if item.answer.type is AnswerType.MULTI:
        return [o.value for o in item.answer.options]
    return pick(item.answer.options, key=lambda o: o.points).value


def scored(tmp_path, answers):
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"answers": answers}), encoding="utf-8")
    result = CliRunner().invoke(audit, ["checklist", "score", "ca_aia", str(path), "--json"])
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def four(found):
    return tuple(found[key] for key in ("raw", "mitigation", "final", "level"))


# ---------------------------------------------------------------------------------------------
# What is in it


@pytest.mark.parametrize("area", AREAS)
def test_every_area_has_its_questions_and_points(area):
    found = choices(area)
    assert (len(found), sum(i.points > 0 for i in found), sum(i.points for i in found)) == AREAS[
        area
    ]


def test_the_points_of_a_choice_are_the_number_behind_its_last_hyphen():
    for item in choices(*AREAS):
        for option in item.answer.options:
            behind = re.search(r"-(\d+)$", option.value)
            assert option.points == (int(behind[1]) if behind else 0), (item.id, option.value)


def test_the_twins_of_the_two_phases_carry_the_same_points():
    found = {item.id: item for item in aia().items()}
    design = list(choices(*(a for a in AREAS if a.endswith("Design"))))
    assert len(design) == 45
    for item in design:
        twin = found[item.id.replace("Design", "Implementation")]
        assert [(o.value, o.points) for o in item.answer.options] == [
            (o.value, o.points) for o in twin.answer.options
        ]


def test_every_question_refers_to_itself_in_the_instrument():
    for item in items("projectDetails", *AREAS):
        assert item.ref == (f"AIA v1.0.1 {item.id}",)


def test_each_level_says_what_it_requires():
    config = aia().scoring
    assert len(config.requirements) == 7
    for level in config.levels:
        for required in config.requirements:
            text = required.levels[str(level.level)]
            assert text.endswith(".")
            assert not re.search(r"as (for )?level", text, re.IGNORECASE)


def test_it_is_not_called_an_assessment_of_the_government():
    text = (folder("checklists") / "ca_aia.yaml").read_text(encoding="utf-8")
    assert "Government of Canada AIA" not in text
    assert aia().title == "Assessment with the questions and scores of AIA v1.0.1 (Canada)"
    assert "MIT licence, Copyright (c) 2019 Government of Canada" in aia().framework.licence
    notice = folder("checklists") / "sources" / "ca_aia_licence.txt"
    assert "Permission is hereby granted" in notice.read_text(encoding="utf-8")


# ---------------------------------------------------------------------------------------------
# Scores


def test_three_sectors_as_in_the_instruments_own_test(tmp_path):
    assert four(scored(tmp_path, {"decisionSector1": ["item1-1", "item2-1", "item3-1"]})) == (
        3,
        0,
        3,
        1,
    )


def test_the_lowest_answers_to_what_is_always_asked(tmp_path):
    lowest = {
        i.id: extreme(i, min)
        for i in choices(*RAW)
        if i.answer.type is AnswerType.SINGLE and i.visible_if is None
    }
    assert four(scored(tmp_path, lowest)) == (14, 0, 14, 1)


def test_the_highest_answer_to_every_question_on_impact(tmp_path):
    # Both riskProfile9 (design) and riskProfile10 (implementation) are answered; neither carries points.
    highest = {i.id: extreme(i, max) for i in choices(*RAW)}
    found = scored(tmp_path, highest)
    assert four(found) == (167, 0, 167, 4)
    assert set(found["not_asked"]) == {"riskProfile9", "riskProfile10"}


@pytest.mark.parametrize("phase", ["Design", "Implementation"])
@pytest.mark.parametrize("said", [True, False])
def test_the_highest_impact_with_all_measures_of_one_phase(tmp_path, phase, said):
    sections = [a for a in AREAS if a.endswith(phase)]
    highest = {i.id: extreme(i, max) for i in choices(*RAW, *sections)}
    option = {"Design": "item1", "Implementation": "item2"}[phase]
    if said:
        highest["projectDetailsPhase"] = option
    found = scored(tmp_path, highest)
    assert four(found) == (167, 77, 142, 4)
    assert found["inferred"] == ({} if said else {"projectDetailsPhase": option})
    assert found["version"] == "1.0.1"
    assert found["open"] == []
    assert found["statement"].startswith("Level IV by AIA v1.0.1: final score 142")
    assert [r["title"] for r in found["requirements"]][-1] == "Who allows its use"


@pytest.mark.parametrize(("raw", "mitigation", "final", "level"), FORMULA)
def test_the_formula(raw, mitigation, final, level):
    found, lv = points.final(aia().scoring, {"raw": raw, "mitigation": mitigation})
    assert (found, lv.level) == (final, level)


@pytest.mark.parametrize(("raw", "mitigation", "final", "level"), FORMULA)
def test_the_formula_through_answers_that_add_up(tmp_path, raw, mitigation, final, level):
    answers = adding_up(raw, RAW) | adding_up(
        mitigation, [a for a in AREAS if a.endswith("Implementation")]
    )
    assert four(scored(tmp_path, answers)) == (raw, mitigation, final, level)


def adding_up(wanted, sections):
    """Return answers whose points add up, every question on the way asked."""
    answers, left = {}, wanted
    if not wanted:
        return {}
    for item in choices(*sections):
        if item.id in ("riskProfile9", "riskProfile10"):
            continue
        if item.visible_if is not None:
            gates = [(part.item, part.one_of) for part in item.visible_if.parts() if part.item]
            if not all(set(as_list(answers.get(id))) & set(values) for id, values in gates):
                continue
        if item.answer.type is AnswerType.MULTI:
            ticks = []
            for option in item.answer.options:
                if option.points <= left:
                    ticks.append(option.value)
                    left -= option.points
            answers[item.id] = ticks
        else:
            fitting = [o for o in item.answer.options if o.points <= left]
            if not fitting:
                continue
            best = max(fitting, key=lambda o: o.points)
            answers[item.id] = best.value
            left -= best.points
    assert left == 0
    return {id: value for id, value in answers.items() if value}


def as_list(value):
    return value if isinstance(value, list) else [value]


@pytest.mark.parametrize("raw", range(168))
def test_every_raw_score_agrees_with_the_rule_written_down(raw):
    # floor(0.85 * raw + 0.5) as the instrument's Math.round; Python's round differs at 10, 50, 90, 130.
    for mitigation in (0, 61, 62, 77):
        want = floor(Fraction(85, 100) * raw + Fraction(1, 2)) if mitigation >= 61.6 else raw
        found, level = points.final(aia().scoring, {"raw": raw, "mitigation": mitigation})
        assert found == want
        assert level.level == 1 + sum(want > bound for bound in (41.75, 83.5, 125.25))


@pytest.mark.parametrize(("before", "at"), [((41, 0), (42, 0)), ((83, 0), (84, 0)), ((125, 0), (126, 0)),
                                           ((48, 62), (49, 62)), ((98, 62), (99, 62)), ((147, 62), (148, 62))])  # fmt: skip
def test_the_level_changes_exactly_there(before, at):
    config = aia().scoring
    of = [
        points.final(config, {"raw": raw, "mitigation": mit})[1].level for raw, mit in (before, at)
    ]
    assert of[1] == of[0] + 1


# ---------------------------------------------------------------------------------------------
# What is asked


@pytest.mark.parametrize(
    ("answers", "raw"),
    [
        ({"aboutDataSource1": "item1-2", "aboutDataSource9": "item2-2"}, 4),
        ({"aboutAlgorithm8": "item1-3", "aboutAlgorithm8A": "item2-1"}, 4),
        ({"impact26": "item2-0", "impact27": "item1-1"}, 1),
        ({"aboutDataSourceType1": "item1-0", "aboutDataSourceType2": ["item1-2", "item2-4"]}, 6),
        ({"aboutDataSource1": "item1-2", "aboutDataSource14": ["item1-0", "item4-3"]}, 5),
    ],
)
def test_questions_that_are_asked_count(tmp_path, answers, raw):
    assert scored(tmp_path, answers)["raw"] == raw


@pytest.mark.parametrize(
    ("answers", "item", "gate"),
    [
        ({"aboutDataSource1": "item2-0", "aboutDataSource9": "item2-2"}, "aboutDataSource9", "aboutDataSource1"),
        ({"aboutAlgorithm8": "item2-0", "aboutAlgorithm8A": "item2-1"}, "aboutAlgorithm8A", "aboutAlgorithm8"),
        ({"impact26": "item5-0", "impact27": "item1-1"}, "impact27", "impact26"),
        ({"impact27": "item1-1"}, "impact27", "impact26"),
        ({"projectDetailsPhase": "item1", "privacyImplementation2": "item1-2"},
         "privacyImplementation2", "projectDetailsPhase"),
    ],
)  # fmt: skip
def test_a_hidden_question_with_points_is_refused(tmp_path, answers, item, gate):
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"answers": answers}, indent=1), encoding="utf-8")
    result = CliRunner().invoke(audit, ["checklist", "score", "ca_aia", str(path)])
    assert result.exit_code == 2
    assert re.search(rf"a\.json:\d+: item {item} is answered.* depends on .*{gate}", result.output)


def test_answers_in_both_phases_without_a_phase_are_refused(tmp_path):
    path = tmp_path / "a.json"
    both = {"privacyDesign2": "item1-2", "privacyImplementation2": "item1-2"}
    path.write_text(json.dumps({"answers": both}), encoding="utf-8")
    with pytest.raises(ChecklistError, match="item projectDetailsPhase is not answered") as caught:
        read_answers(path, {}, only=aia())
    assert "privacyDesign, privacyImplementation" in str(caught.value)


def test_what_is_open_is_named_and_not_guessed(tmp_path):
    found = scored(tmp_path, {})
    assert four(found) == (0, 0, 0, 1)
    assert "projectDetailsPhase" in found["open"]
    assert "aboutDataSource9" not in found["open"]  # not asked until aboutDataSource1 is answered
    assert "AIA v1.0.1" in found["statement"]
    assert found["statement"].startswith(
        f"Not complete, {len(found['open'])} questions that can change it are open."
    )
    # The sentence and the number say the same level, both of the answers so far.
    assert f"On the answers so far: {found['result_title']} by AIA v1.0.1" in found["statement"]
    assert (found["result_title"], found["level"], found["result"]) == ("Level I", 1, "1")
    # "Nobody outside has to look at it" must not be read off an empty form.
    assert (found["complete"], found["requirements"]) == (False, [])


def test_a_scored_question_cannot_be_said_not_to_apply(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text(
        "answers:\n  impact9: {state: not_applicable, reason: harmless, by: A, on: 2026-10-01}\n"
    )
    with pytest.raises(ChecklistError, match=r"a\.yaml:2: item impact9: is scored"):
        read_answers(path, {}, only=aia())


def test_random_answers_score_as_the_rule_written_down(tmp_path):
    draw = random.Random(20261015)
    for _ in range(20):
        answers, total = {"projectDetailsPhase": draw.choice(["item1", "item2"])}, {"r": 0, "m": 0}
        phase = "Design" if answers["projectDetailsPhase"] == "item1" else "Implementation"
        for section in (*RAW, *(a for a in AREAS if a.endswith(phase))):
            for item in choices(section):
                gates = [p for p in (item.visible_if.parts() if item.visible_if else ()) if p.item]
                if not all(set(as_list(answers.get(p.item))) & set(p.one_of) for p in gates):
                    continue
                many = item.answer.type is AnswerType.MULTI
                chosen = draw.sample(
                    item.answer.options, draw.randint(1, len(item.answer.options)) if many else 1
                )
                answers[item.id] = [o.value for o in chosen] if many else chosen[0].value
                total["r" if section in RAW else "m"] += sum(o.points for o in chosen)
        path = tmp_path / "a.json"
        path.write_text(json.dumps({"answers": answers}), encoding="utf-8")
        found = score(read_answers(path, {}, only=aia())["ca_aia"].sheet({}))
        assert (found.values["raw"], found.values["mitigation"]) == (total["r"], total["m"])
        assert found.open == ()


# ---------------------------------------------------------------------------------------------
# Against the extract of the instrument's code, where it is at hand


@pytest.fixture(scope="module")
def extract():
    if not SHARED.is_file():
        pytest.skip("the extract of the instrument's code is not there")
    return json.loads(SHARED.read_text(encoding="utf-8"))


def test_ids_values_and_points_are_those_of_the_instrument(extract):
    theirs = {q["id"]: q for q in extract["questions"]}
    ours = {i.id: i for i in aia().items() if not i.id.startswith("ca_aia.")}
    assert list(ours) == list(theirs)
    for id, item in ours.items():
        assert item.answer.type == theirs[id]["type"]
        assert [(o.value, o.points) for o in item.answer.options] == [
            (c["value"], c["score"]) for c in theirs[id].get("choices", [])
        ]


def test_words_are_ours(extract):
    ours = {i.id: i for i in aia().items()}
    for theirs in extract["questions"]:
        for key in ("paraphrase", "title_en"):
            said = (theirs.get(key) or "").strip().lower()
            assert ours[theirs["id"]].question.lower() != said, theirs["id"]
        for option, choice in zip(
            ours[theirs["id"]].answer.options, theirs.get("choices", []), strict=True
        ):
            if len(choice["label_en"].split()) > 5:  # shorter ones are names
                assert option.label.lower() != choice["label_en"].lower(), theirs["id"]


def test_all_vectors_come_out_right(extract, tmp_path):
    vectors = extract["test_vectors"]
    assert len(vectors) == 22
    assert [
        (v["raw"], v["mitigation"], v["expect"]["final"], v["expect"]["level"])
        for v in vectors
        if v["note"] == "formula only"
    ] == FORMULA
    given = next(v for v in vectors if "answers" in v)
    assert four(scored(tmp_path, given["answers"])) == tuple(given["expect"].values())

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from audit.casework.grading import Key, Wanted, grade, read_key
from audit.checklist import Answer, ChecklistState, Framework, Item, ItemState
from audit.errors import PluginError
from audit.finding import Estimate, Finding
from audit.record import AuditRecord, Conclusion, Environment, Tool
from audit.text import say
from audit.vocabulary import Answered, MayConclude, Outcome, Severity, Worse


def finding(check: str = "FA201", outcome: Outcome = Outcome.FAIL, **given: Any) -> Finding:
    key = given.pop("key", "region")
    values = {
        "id": f"{check}:stream:random_arm:{key}",
        "check": check,
        "part": "stream",
        "sample": "random_arm",
        "key": key,
        "feature": key,
        "title": "?",
        "outcome": outcome,
        "may_conclude": MayConclude.LEAD,
        "severity": Severity.SERIOUS,
        "message": say("x.y"),
    }
    return Finding(**{**values, **given})


D = Estimate(
    group="D", n=231, events=69, value=0.3, reference=0.12, ratio=2.5, outcome=Outcome.FAIL
)
F = Estimate(
    group="F", n=11, events=4, value=0.36, reference=0.15, ratio=2.4, outcome=Outcome.INCONCLUSIVE
)


def record(*findings: Finding, checklists: tuple[ChecklistState, ...] = ()) -> AuditRecord:
    return AuditRecord(
        schema_version="1.0",
        tool=Tool(name="t", version="0"),
        plan={},
        system={},
        parts=(),
        inputs=(),
        environment=Environment(python="3", platform="x", packages={}),
        seed=0,
        family=(),
        evidence=(),
        findings=findings,
        catalogue={},
        checklists=checklists,
        conclusion=Conclusion(statement=(), condition=""),
        judgements=(),
    )


def found(wanted: Wanted, *findings: Finding) -> bool:
    return bool(grade(record(*findings), Key(case="c", rows=1, expect=(wanted,))).found)


def forbidden(wanted: Wanted, *findings: Finding) -> int:
    return len(grade(record(*findings), Key(case="c", rows=1, forbid=(wanted,))).forbidden)


BASE: dict[str, Any] = {
    "check": "FA201",
    "part": "stream",
    "sample": "random_arm",
    "feature": "region",
}


def test_a_line_is_found_when_every_word_matches() -> None:
    wanted = Wanted(
        **BASE, group="D", outcome=(Outcome.FAIL,), direction="higher", ratio=(2.1, 2.9)
    )
    assert found(wanted, finding(groups=("D",), estimates=(D, F)))


@pytest.mark.parametrize(
    "change",
    [
        {"sample": "all"},
        {"part": "other"},
        {"feature": "sex"},
        {"check": "FA202"},
        {"group": "F"},
        {"outcome": (Outcome.PASS,)},
        {"direction": "lower"},
        {"ratio": (2.51, 2.9)},
        {"n": (232, 300)},
        {"lead": True},
        {"inputs": ("post",)},
    ],
)
def test_one_wrong_word_and_it_is_missed(change: dict[str, Any]) -> None:
    given = {**BASE, "group": "D", "outcome": (Outcome.FAIL,), **change}
    assert not found(Wanted(**given), finding(groups=("D",), estimates=(D, F)))


@pytest.mark.parametrize(("low", "inside"), [(2.5, True), (2.5000001, False)])
def test_a_range_holds_its_ends(low: float, *, inside: bool) -> None:
    wanted = Wanted(**BASE, group="D", ratio=(low, 3))
    assert found(wanted, finding(estimates=(D,))) is inside


def test_a_groups_own_outcome_counts_not_the_findings() -> None:
    small = Wanted(**BASE, group="F", outcome=(Outcome.FAIL, Outcome.PASS))
    assert forbidden(small, finding(groups=("D",), estimates=(D, F))) == 0
    passed = Estimate(group="F", n=11, outcome=Outcome.PASS)
    assert forbidden(small, finding(groups=("D",), estimates=(D, passed))) == 1


def test_a_group_without_estimate_is_looked_for_in_the_groups_named() -> None:
    wanted = Wanted(**BASE, group="D", outcome=(Outcome.REVIEW,))
    assert found(wanted, finding(outcome=Outcome.REVIEW, groups=("D",)))
    assert not found(wanted, finding(outcome=Outcome.REVIEW, groups=("A",)))


def test_a_direction_can_be_one_the_finding_names() -> None:
    wanted = Wanted(check="OV102", direction="towards_refusal")
    assert found(wanted, finding("OV102", message=say("ov102.x", direction="towards_refusal")))
    assert not found(wanted, finding("OV102", message=say("ov102.x", direction="towards_grant")))
    assert found(Wanted(check="OV102", direction="lower"), finding("OV102", direction=Worse.LOWER))


def test_one_of_the_inputs_is_enough() -> None:
    wanted = Wanted(check="EX101", inputs=("post", "rate"))
    assert found(wanted, finding("EX101", associated_inputs=("age", "rate")))


def test_overall_adds_the_groups_up() -> None:
    wanted = Wanted(**BASE, overall=(0.3016, 0.3017))  # 73 / 242
    assert found(wanted, finding(estimates=(D, F)))
    unknown = Estimate(group="G", n=5)
    assert not found(wanted, finding(estimates=(D, F, unknown)))


def checklist(state: Answered) -> ChecklistState:
    item = Item(id="l.a.1", ref=("Art 1",), question="Why?")
    entry = ItemState(item=item, answer=Answer(item="l.a.1", state=state))
    framework = Framework(name="n", legal_version="", as_of="", status="guidance")
    return ChecklistState(
        slug="l", version="1", title="t", framework=framework, sections=(("a", (entry,)),)
    )


def test_points() -> None:
    key = Key(
        case="c",
        rows=1,
        lead=(Wanted(**BASE),),
        expect=(Wanted(**BASE, outcome=(Outcome.FAIL,)), Wanted(check="EX105")),
        forbid=(Wanted(**BASE, outcome=(Outcome.FAIL,)),),
    )
    result = grade(record(finding(lead=True)), key)
    assert (len(result.found), len(result.missed), len(result.forbidden)) == (2, 1, 1)
    assert (result.points, result.points_possible) == (1, 3)
    assert not result.whole
    assert result.missed[0].there == "no such question"


def test_inconclusive_on_a_planted_effect_gives_no_point_and_costs_none() -> None:
    key = Key(case="c", rows=1, expect=(Wanted(**BASE, outcome=(Outcome.FAIL,)),))
    assert grade(record(finding(outcome=Outcome.INCONCLUSIVE)), key).points == 0


def test_full_marks_need_an_open_question_reported_as_open() -> None:
    key = Key(case="c", rows=1, expect=(Wanted(**BASE),), human=("l.a.1",))
    shown = record(finding(), checklists=(checklist(Answered.NOT_ASSESSED),))
    hidden = record(finding(), checklists=(checklist(Answered.MET),))
    assert grade(shown, key).points == 1
    assert [line.looked_for for line in grade(shown, key).human] == ["l.a.1"]
    assert grade(hidden, key).points == 0
    assert grade(record(finding()), key).points == 0


def write(folder: Path, text: str) -> Path:
    path = folder / "key.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_key_is_read(tmp_path: Path) -> None:
    key = read_key(
        write(
            tmp_path,
            "case: c\nrows: 10\nexpect:\n  - {check: FA201, outcome: fail, ratio: [2, 3]}\n"
            "  - {check: OV102, outcome: [fail, review]}\nhuman: [l.a.1]\n",
        )
    )
    assert key.expect[0].outcome == (Outcome.FAIL,)
    assert key.expect[0].ratio == (2.0, 3.0)
    assert key.expect[1].outcome == (Outcome.FAIL, Outcome.REVIEW)
    assert key.human == ("l.a.1",)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("expect:\n  - {chek: FA201}\n", "must name a check"),
        ("expect:\n  - {check: FA201, grp: D}\n", "no key 'grp'"),
        ("expext: []\n", "no key 'expext'"),
        ("expect:\n  - {check: FA201, outcome: failed}\n", "an outcome is one of"),
        ("expect:\n  - {check: FA201, ratio: 2}\n", "a range is"),
        ("- a\n", "must have keys"),
        ("a: [\n", "cannot be read"),
    ],
)
def test_a_wrong_key_says_where(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(PluginError, match=says) as problem:
        read_key(write(tmp_path, text))
    assert problem.value.slug == "case-key"


def test_a_missing_key(tmp_path: Path) -> None:
    with pytest.raises(PluginError) as problem:
        read_key(tmp_path / "key.yaml")
    assert problem.value.slug == "case-key"

"""Which frameworks an audit takes, and what the answers on the class say of the others."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from audit.checklist import files, load, state
from audit.plan_reader import load as load_plan
from audit.runner.checklisting import facts, frameworks, kept, outside, used
from audit.runner.checklisting import load as load_answers
from audit.vocabulary import Answered

SYSTEM = """\
[system]
jurisdictions = ["DE"]
operator_kind = "public"
operator_roles = ["deployer"]
purpose = "Sorts visa applications"
[checklists]
use = ["auto"]
answers = "answers.yaml"
"""
FRIA = """\
---
checklist: eu_fria
version: "2026.10"
answers:
  eu_fria.c.4: {state: not_met, text: nobody was asked, by: A, on: 2026-01-05}
"""


def plan(folder: Path, answers: str, system: str = SYSTEM):
    (folder / "audit.toml").write_text(system, encoding="utf-8")
    (folder / "answers.yaml").write_text(answers, encoding="utf-8")
    return load_plan(folder / "audit.toml")


def classed(*, high: bool, confirmed: str = "") -> str:
    """Return answers to the classifier that come to high-risk by Annex III 7(c), or to nothing."""
    none = dict.fromkeys(("a.2", "a.3", "a.4"), "none") | {"a.1": "[none]", "a.5": "[none]"}
    given = {
        "s.1": "yes",
        "s.2": "yes",
        **{f"p.{n}": "no" for n in (1, 2, 3, 4, 5, 6, 7, 9)},
        **none,
    }
    given |= {
        "a.6": "[examination]" if high else "[service]",
        "a.7": "no",
        "t.1": "no",
        "t.2": "no",
    }
    given |= {"d.1": "yes", "d.2": "none", "d.3": "no"} if high else {}
    lines = "".join(f"  eu_aiact_class.{id}: {value}\n" for id, value in given.items())
    version = load(files()["eu_aiact_class"]).version
    by = f"confirmed: {{result: {confirmed}, by: A. Lawyer, on: 2026-01-05}}\n" if confirmed else ""
    return f'checklist: eu_aiact_class\nversion: "{version}"\n{by}answers:\n{lines}'


def judged(made) -> dict[str, bool | None]:
    return {each.slug: each.applies for each in frameworks(made, load_answers(made))}


@pytest.mark.parametrize(
    ("answers", "fria"),
    [
        ("", None),
        (classed(high=True), True),
        (classed(high=False), False),
        (classed(high=False, confirmed="high_risk"), True),
        (classed(high=True, confirmed="exempt"), False),
    ],
)
def test_the_duties_of_high_risk_follow_from_the_class(tmp_path, answers, fria):
    made = plan(tmp_path, answers)
    assert judged(made)["eu_fria"] is fria
    assert judged(made)["eu_high_risk"] is fria
    # Which questions an audit asks hangs on the plan alone, so that judging again asks the same.
    assert {"eu_fria", "eu_high_risk", "eu_aiact_class", "gdpr_dpia"} == set(used(made))


def test_what_the_class_leaves_out_is_not_shown_unless_somebody_answered_it(tmp_path):
    made = plan(tmp_path, classed(high=False))
    given = load_answers(made)
    assert outside(frameworks(made, given), made, given) == {"eu_fria", "eu_high_risk"}
    made = plan(tmp_path, classed(high=False) + FRIA)
    given = load_answers(made)
    assert outside(frameworks(made, given), made, given) == {"eu_high_risk"}
    named = SYSTEM.replace('["auto"]', '["auto", "eu_high_risk"]')
    made = plan(tmp_path, classed(high=False) + FRIA, named)
    given = load_answers(made)
    assert outside(frameworks(made, given), made, given) == frozenset()


def test_of_which_it_cannot_be_told_stands_with_what_would_tell(tmp_path):
    bare = SYSTEM.replace('operator_roles = ["deployer"]\n', "").replace("answers =", "# ")
    found = {each.slug: each for each in frameworks(plan(tmp_path, "", bare))}
    dpia = found["gdpr_dpia"]
    assert (dpia.applies, dpia.used) == (None, False)
    assert dpia.needs[0].startswith("[system] operator_roles")
    # What binds nobody and was not chosen is not listed; neither is what does not apply.
    assert not {"nl_iama", "rights", "ca_aia"} & set(found)


def test_a_plan_whose_answers_are_not_there_yet_still_has_its_facts(tmp_path):
    made = plan(tmp_path, "")
    (tmp_path / "answers.yaml").unlink()
    assert "aiact_class" not in facts(made)
    assert facts(made)["use"] == {"migration"}


def test_judged_again_what_was_said_without_grounds_is_still_what_was_said(tmp_path):
    named = SYSTEM.replace('["auto"]', '["rights"]')
    signed = "by: A, on: 2026-01-05"
    made = plan(
        tmp_path,
        'checklist: rights\nversion: "2026.11"\nanswers:\n'
        f"  non_refoulement.1: {{value: no, {signed}}}\n"
        f"  liberty.1: {{state: met, text: one two three four five six seven eight nine ten, {signed}}}\n"
        "  explanation.1: {state: not_met}\n",
        named,
    )
    given = load_answers(made)
    stood = state(given["rights"].checklist, given["rights"], [])
    found = {e.item.id: e.answer for _, held in stood.sections for e in held}
    loose = found["non_refoulement.1"]
    assert (loose.state, loose.given, loose.value) == (Answered.NOT_ASSESSED, Answered.MET, ("no",))
    again = kept(made, SimpleNamespace(checklists=(stood,)))
    assert again["rights"].answers == given["rights"].answers
    assert state(given["rights"].checklist, again["rights"], []) == stood

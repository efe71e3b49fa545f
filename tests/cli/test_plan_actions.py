"""The plan of actions keeps what people wrote, and says what an audit still finds."""

from __future__ import annotations

import pytest
import yaml
from click.testing import CliRunner

from audit import actions
from audit import plan_reader as plans
from audit.actions import Action, ActionStatus
from audit.cli import command as audit
from audit.errors import ChecklistError
from audit.runner import run

FAILS = "FA201:main:all:region"


ANSWERS = """\
checklist: eu_fria
version: "2026.10"
answers:
  eu_fria.c.4: {state: not_met, text: nobody was asked, by: A, on: 2026-01-05}
"""


def planned(folder):
    return {a.about: a for a in actions.load(folder / "actions.yaml")}


@pytest.fixture
def audited(world, monkeypatch):
    monkeypatch.chdir(world)
    with (world / "audit.toml").open("a", encoding="utf-8") as plan:
        plan.write(
            '\n[checklists]\nuse = ["eu_fria", "gdpr_dpia", "rights"]\nanswers = "answers.yaml"\n'
        )
    (world / "answers.yaml").write_text(ANSWERS, encoding="utf-8")
    run(plans.load(world / "audit.toml"), out=world / "audit-out")
    result = CliRunner().invoke(audit, ["plan-actions", "audit-out"])
    assert result.exit_code == 0, result.output
    return world


def rewrite(folder, about, **changes):
    document = yaml.safe_load((folder / "actions.yaml").read_text(encoding="utf-8"))
    for entry in document["actions"]:
        if entry["about"] == about:
            entry.update(changes)
    (folder / "actions.yaml").write_text(yaml.safe_dump(document), encoding="utf-8")


def test_findings_and_open_questions_become_actions_the_worst_first(audited):
    found = planned(audited)
    assert next(iter(found)) == FAILS
    first = found[FAILS]
    assert (first.outcome, first.status, first.owner) == ("fail", ActionStatus.OPEN, "")
    assert first.action
    assert first.right == "non_discrimination"
    items = [a for a in found.values() if a.outcome == "not_assessed"]
    assert sum(a.about.startswith("eu_fria.") for a in items) > 20


def test_a_checklist_nobody_began_is_one_line_and_so_is_a_shared_question(audited):
    found = planned(audited)
    # The last word is one line for the three checklists that ask it, and so is who was consulted.
    last = [a for a in found if a in ("eu_fria.z.1", "gdpr_dpia.z.1", "dignity.1")]
    asked = [a for a in found if a in ("eu_fria.c.4", "gdpr_dpia.c.2", "participation.1")]
    assert (len(last), len(asked)) == (1, 1)
    assert "audit checklist fill gdpr_dpia" in found["gdpr_dpia"].action
    assert not [a for a in found if a.startswith("gdpr_dpia.") and a not in (*last, *asked)]
    assert "eu_fria" not in found


def test_a_line_of_an_item_stays_when_its_checklist_is_one_line(audited):
    lines = (audited / "actions.yaml").read_text(encoding="utf-8")
    (audited / "actions.yaml").write_text(
        lines + "- about: gdpr_dpia.a.3\n  owner: C. Counsel\n", encoding="utf-8"
    )
    assert CliRunner().invoke(audit, ["plan-actions", "audit-out"]).exit_code == 0
    kept = planned(audited)["gdpr_dpia.a.3"]
    assert (kept.owner, kept.still_found) == ("C. Counsel", True)


def test_what_people_wrote_is_kept_and_nothing_is_added_twice(audited):
    before = planned(audited)
    rewrite(
        audited, FAILS, owner="B. Head", due="2027-01-31", status="under_way", budget="two posts"
    )
    assert CliRunner().invoke(audit, ["plan-actions", "audit-out"]).exit_code == 0
    after = planned(audited)
    assert list(after) == list(before)
    kept = after[FAILS]
    assert (kept.owner, kept.due, kept.budget) == ("B. Head", "2027-01-31", "two posts")
    assert kept.status is ActionStatus.UNDER_WAY


def test_the_next_report_shows_what_was_done_and_what_is_still_found(audited):
    rewrite(
        audited, FAILS, status="done", because="The input was removed in March.", due="2026-03-01"
    )
    record = run(plans.load(audited / "audit.toml"), out=audited / "audit-out")
    (done,) = [a for a in record.actions if a.about == FAILS]
    assert done.still_found
    page = (audited / "audit-out" / "audit.html").read_text(encoding="utf-8")
    assert "done; this audit still finds it" in page
    assert "The input was removed in March." in page


def test_what_is_no_longer_found_stays_and_says_so(audited):
    path = audited / "audit.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text
        + '\n[checks.FA201]\nlimit = { ratio = 9.0, difference = 0.9 }\nreason = "x"\nset_by = "y"\n'
    )
    record = run(plans.load(path), out=audited / "audit-out")
    (gone,) = [a for a in record.actions if a.about == FAILS]
    assert not gone.still_found
    assert len(record.actions) == len(planned(audited))
    page = (audited / "audit-out" / "audit.html").read_text(encoding="utf-8")
    assert "this audit does not find it any more" in page


def test_a_run_without_a_plan_of_actions_has_none(world):
    assert run(plans.load(world / "audit.toml"), out=world / "out").actions == ()
    assert 'id="actions"' not in (world / "out" / "audit.html").read_text(encoding="utf-8")


def test_what_is_written_is_read_back(tmp_path):
    path = tmp_path / "actions.yaml"
    plan = (Action(about="a", action="Do: it #1", status=ActionStatus.DROPPED, because="no: need"),)
    path.write_text(actions.dumps(plan), encoding="utf-8")
    assert actions.load(path) == plan


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("actions: [{about: a, statsu: open}]\n", "did you mean 'status'"),
        ("actions: [{about: a, status: finished}]\n", "must be one of"),
        ("actions: [{about: a, status: done}]\n", "does not say why"),
        ("actions: [{about: a, status: dropped}]\n", "does not say why"),
        ("actions: [{about: a, due: March}]\n", "'due' is not a date"),
        ("actions: [{about: a}, {about: a}]\n", "too"),
        ("actions: [{owner: a}]\n", "needs 'about'"),
        ("actions: nobody\n", "actions must be"),
    ],
)
def test_a_broken_plan_says_where(tmp_path, text, said):
    path = tmp_path / "actions.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ChecklistError, match=r"actions.yaml:\d") as caught:
        actions.load(path)
    assert said in str(caught.value)


def test_a_due_date_may_lie_ahead(tmp_path):
    path = tmp_path / "actions.yaml"
    path.write_text("actions: [{about: a, due: 2031-01-01}]\n", encoding="utf-8")
    assert actions.load(path)[0].due == "2031-01-01"

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from audit import serde
from audit.cli import command
from audit.finding import Finding, Need
from audit.kind import Kind
from audit.letter import Letter, Sender, Wanted, render, write
from audit.record import AuditRecord, Conclusion, Environment, PartRecord, Tool
from audit.registry import instances
from audit.text import say
from audit.vocabulary import MayConclude, NeedStatus, Outcome, Severity

PLAN = """\
[audit]
auditor = "Office of the Ombudsperson"
mandate = "Ombuds Act, section 12"
period = "2025"
[system]
name = "Visa triage"
jurisdictions = ["NL"]
operator = "The Ministry"
[roles]
y_pred = "flag"
positive = ["red"]
[requests]
sensitive_features = "refused"
"data.totals" = "does_not_exist"
"""


def run(*arguments: str):
    return CliRunner().invoke(command, ["request", *arguments])


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "audit.toml"
    path.write_text(PLAN, encoding="utf-8")
    return path


def letter(*wanted: Wanted, on: date = date(2026, 11, 22), **said) -> Letter:
    sender = Sender(**{"auditor": "A", "mandate": "Act 1", "system": "S", **said})
    return write(sender, wanted, instances(Kind, "kinds"), on=on, days=30)


def flat(text: str) -> str:
    return " ".join(text.split())


def test_a_plan_is_asked_for_before_any_data_are_there(plan):
    result = run(str(plan), "--date", "2026-11-22")
    assert result.exit_code == 0, result.output
    text = flat(result.stdout)
    assert text.startswith("# Request for data: Visa triage To: The Ministry")
    assert "Answer by: 2026-12-22 (30 days)" in text
    for need in ("sensitive_features", "y_true", "data.reference", "human_decision", "seconds"):
        assert f"(`{need}`)" in text
    assert "(`y_pred`)" not in text  # the plan has it
    assert "Question: Are people without the condition flagged equally often?" in text
    assert "This was refused; we ask again" in text
    assert (
        "the status of the request is printed there: requested, refused, or does not exist" in text
    )
    absent = text.partition("## What you told us does not exist")[2]
    assert "(`data.totals`)" in absent
    assert "at random from all files of the period" in text
    assert "No names, addresses" in text


def test_deadline_addressee_and_file(plan, tmp_path):
    out = tmp_path / "letter.md"
    out.write_text("an earlier letter", encoding="utf-8")
    result = run(
        str(plan), "--date", "2028-02-01", "--deadline", "28", "--to", "Ms X", "--out", str(out)
    )
    assert result.exit_code == 0, result.output
    assert result.stdout.strip() == str(out)
    text = out.read_text(encoding="utf-8")
    assert "To: Ms X" in text
    assert "Answer by: 2028-02-29 (28 days)" in text
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".part"] == []


def test_what_is_left_to_fill_in_is_said(tmp_path):
    path = tmp_path / "audit.toml"
    path.write_text('[roles]\ny_pred = "flag"\n', encoding="utf-8")
    result = run(str(path), "--date", "2026-11-22")
    assert result.exit_code == 0
    assert "[name of the auditor]" in result.stdout
    assert "[name the mandate]" in result.stdout
    assert "before you send it, fill in: [audit] auditor, [audit] mandate" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "slug"),
    [(["none.toml"], "no-plan"), (["."], "not-a-file"), (["none.json"], "no-record")],
)
def test_a_source_that_is_none(arguments, slug, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = run(*arguments)
    assert result.exit_code in (2, 3)
    assert "Traceback" not in result.output
    assert f"[{slug}]" in result.stderr


def test_places_where_no_letter_can_be_written(plan, tmp_path):
    folder = run(str(plan), "--out", str(tmp_path))
    nowhere = run(str(plan), "--out", str(tmp_path / "no" / "letter.md"))
    assert (folder.exit_code, nowhere.exit_code) == (2, 2)
    assert "[not-a-file]" in folder.stderr
    assert "[cannot-write]" in nowhere.stderr


def test_wrong_usage(plan):
    assert run(str(plan), "--deadline", "0").exit_code == 2
    assert run(str(plan), "--date", "22.11.2026").exit_code == 2
    assert run().exit_code == 2


def test_the_same_input_is_asked_for_once_with_all_its_questions():
    made = letter(
        Wanted(input="y_true", serves="First?", kind="decisions"),
        Wanted(input="y_true", serves="Second?", kind="decisions", status=NeedStatus.REFUSED),
        Wanted(input="y_true", serves="First?", kind="decisions"),
    )
    (request,) = made.requests
    assert request.serves == ("First?", "Second?")
    assert request.status is NeedStatus.REFUSED


def test_ground_is_the_mandate_where_no_provision_binds():
    (canada,) = letter(Wanted(input="birth_date", kind="decisions"), jurisdictions=("CA",)).requests
    (unknown,) = letter(Wanted(input="birth_date", kind="decisions")).requests
    (europe,) = letter(Wanted(input="birth_date", kind="decisions"), jurisdictions=("DE",)).requests
    assert canada.hook == unknown.hook == "under the auditor's own mandate: Act 1"
    assert europe.hook.startswith("GDPR Art. 5(1)(d)")
    assert "to be verified" in europe.hook


def test_a_provision_that_does_not_apply_yet_is_no_ground_alone():
    wanted = Wanted(input="model")
    (before,) = letter(wanted, jurisdictions=("DE",), on=date(2027, 12, 1)).requests
    (after,) = letter(wanted, jurisdictions=("DE",), on=date(2027, 12, 2)).requests
    assert before.hook.startswith("under the auditor's own mandate: Act 1; EU AI Act Art. 11")
    assert after.hook.startswith("EU AI Act Art. 11")


@pytest.mark.parametrize(
    "name", ["model", "data.reference", "data.totals", "roles.outcome_known", "checklists.eu_fria"]
)
def test_what_no_kind_describes_has_its_own_words(name):
    (request,) = letter(Wanted(input=name, kind="decisions")).requests
    assert "What the plan calls" not in request.what
    assert request.form
    assert request.hook


def test_a_role_nobody_knows_is_still_asked_for():
    (request,) = letter(Wanted(input="gait", serves="Why?", kind="unheard_of")).requests
    assert request.what == "What the plan calls 'gait'."
    assert "(`gait`)" in render(letter(Wanted(input="gait")))


def test_every_role_of_every_kind_has_a_form():
    for kind in instances(Kind, "kinds"):
        for role in kind.roles:
            (request,) = letter(Wanted(input=role.name, kind=kind.name)).requests
            assert " " in request.form, role.name


def test_random_review_is_explained_in_two_sentences():
    text = render(letter(Wanted(input="random_arm", kind="decisions")))
    paragraph = text.partition("## A random-review sample\n\n")[2].partition("\n\n")[0]
    assert flat(paragraph).count(". ") == 1
    assert "A random-review sample" not in render(letter(Wanted(input="seconds")))


def record(*needs: Need, **system: object) -> AuditRecord:
    finding = Finding(
        id="FA201:main:all:sex", check="FA201", part="main", sample="all", key="sex",
        title="Are people without the condition flagged equally often?", outcome=Outcome.NOT_ASSESSED,
        may_conclude=MayConclude.LEAD, severity=Severity.SERIOUS, message=say("x"), needs=needs,
    )  # fmt: skip
    part = PartRecord(
        name="main", kind="decisions", rows=10, samples={"all": 10}, leads=("FA201",), roles={},
        sensitive_features={}, positive={}, positive_is="unstated", outcome_known="everyone",
        y_true_recorded_by="", coverage="census",
    )  # fmt: skip
    return AuditRecord(
        schema_version="1.0", tool=Tool(name="audit", version="0"),
        plan={
            "audit": {"auditor": "The Office", "mandate": "Act 1"},
            "parts": [{"name": part.name, "kind": part.kind}],
        },
        system={"name": "Visa triage", "operator": "The Ministry", "jurisdictions": ["NL"], **system},
        parts=(part,), inputs=(), environment=Environment(python="3", platform="x", packages={}),
        seed=0, family=(), evidence=(), findings=(finding,), catalogue={}, checklists=(),
        conclusion=Conclusion(statement=(), condition=""), judgements=(),
    )  # fmt: skip


def test_a_record_is_asked_for_by_what_its_findings_lacked(tmp_path):
    needs = (
        Need(input="y_true", serves="Who is missed?", status=NeedStatus.REQUESTED),
        Need(input="y_score"),
    )
    path = tmp_path / "audit.json"
    path.write_text(serde.dumps(record(*needs)), encoding="utf-8")
    result = run(str(path), "--date", "2026-11-22")
    assert result.exit_code == 0, result.output
    assert run(str(tmp_path), "--date", "2026-11-22").stdout == result.stdout
    text = flat(result.stdout)
    assert "To: The Ministry" in text
    assert "From: The Office" in text
    assert "Question: Who is missed?" in text
    assert "Question: Are people without the condition flagged equally often?" in text
    assert "We have asked for this before" in text
    assert "A random-review sample" not in text  # the outcome is known for everyone
    assert result.stderr == ""


def test_a_record_that_lacks_nothing_needs_no_letter(tmp_path):
    path = tmp_path / "record"  # recognised by what it holds, not by its name alone
    path.write_text(serde.dumps(record()), encoding="utf-8")
    result = run(str(path))
    assert (result.exit_code, result.stdout) == (0, "")
    assert "nothing is missing" in result.stderr


def test_a_persons_own_right_is_no_ground_of_an_auditor():
    wanted = [Wanted(input=name, kind="decisions") for name in ("features", "reason")]
    for request in letter(*wanted, jurisdictions=("EU",)).requests:
        assert request.hook.startswith("under the auditor's own mandate: Act 1")
        assert "15(1)(h)" not in request.hook
        assert "Art. 86" not in request.hook


def test_marks_behind_a_ground_are_explained_where_there_are_any():
    marked = flat(
        render(letter(Wanted(input="birth_date", kind="decisions"), jurisdictions=("DE",)))
    )
    assert "[to be verified] that we name it from knowledge" in marked
    assert marked.index("[read] says") < marked.index("1. **")
    plain = flat(render(letter(Wanted(input="birth_date", kind="decisions"))))
    assert "[read]" not in plain
    assert "[to be verified]" not in plain

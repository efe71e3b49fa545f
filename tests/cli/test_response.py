"""What the audited body says stands beside the finding, and a final record needs to have heard it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
import yaml
from click.testing import CliRunner

from audit import law_read, responses, serde
from audit import plan_reader as plans
from audit.cli import command as audit
from audit.errors import ChecklistError, PlanError
from audit.finding import Statement
from audit.runner import judge, run
from audit.vocabulary import Outcome

FAILS = "FA201:main:all:region"
TODAY = date(2026, 11, 1)


@pytest.fixture
def audited(world, monkeypatch):
    monkeypatch.chdir(world)
    run(plans.load(world / "audit.toml"), out=world / "audit-out")
    (world / "view.txt").write_text("We dispute the reading.\n", encoding="utf-8")
    return world


def respond(*arguments: str):
    return CliRunner().invoke(audit, ["response", *arguments])


def again(folder, status=""):
    path = folder / "audit.toml"
    if status:
        text = path.read_text(encoding="utf-8")
        head = f'[audit]\nstatus = "{status}"\n'
        path.write_text(text.replace("[audit]\n", head, 1), encoding="utf-8")
    return run(plans.load(path), out=folder / "audit-out")


def one(record, id=FAILS):
    (found,) = [f for f in record.findings if f.id == id]
    return found


def test_a_response_and_a_conclusion_stand_beside_the_finding(audited):
    assert (
        respond(
            FAILS, "--by", "Head of office", "--text-file", "view.txt", "--on", "2026-10-20"
        ).exit_code
        == 0
    )
    assert (
        respond(FAILS, "--by", "A. Auditor", "--text-file", "view.txt", "--conclusion").exit_code
        == 0
    )
    record = again(audited)
    found = one(record)
    assert found.response == Statement(
        text="We dispute the reading.",
        by="Head of office",
        on="2026-10-20",
        evidence_hash=responses.fingerprint(found),
    )
    assert found.auditor_conclusion.by == "A. Auditor"
    read = one(serde.loads(serde.dumps(record)))
    assert (read.response, read.auditor_conclusion) == (found.response, found.auditor_conclusion)
    page = (audited / "audit-out" / "audit.html").read_text(encoding="utf-8")
    assert "We dispute the reading. (Head of office, 2026-10-20)" in page


def test_judging_again_keeps_what_was_said(audited, tmp_path):
    respond(FAILS, "--by", "Head", "--text-file", "view.txt")
    record = again(audited)
    later, _ = judge(record, plans.parse(""), audited / "audit-out" / "evidence")
    assert one(later).response == one(record).response is not None


def test_an_invitation_without_answer_is_said(audited):
    assert respond(FAILS, "--invited", "2026-10-02").exit_code == 0
    again(audited)
    page = (audited / "audit-out" / "audit.html").read_text(encoding="utf-8")
    assert "Invited on 2026-10-02; none received." in page


def test_a_final_record_must_have_heard_the_audited_body_and_read_the_law(audited):
    with pytest.raises(PlanError, match="final-unheard") as caught:
        again(audited, "final")
    assert FAILS in str(caught.value)
    record = serde.load(audited / "audit-out")
    for finding in responses.unheard(record.findings):
        assert respond(finding.id, "--invited", "2026-10-02").exit_code == 0
    with pytest.raises(PlanError, match="final-unread") as caught:
        again(audited)
    assert "Charter of Fundamental Rights" in str(caught.value)
    listed = CliRunner().invoke(audit, ["law"])
    assert listed.exit_code == 0
    entries = yaml.safe_load(listed.stdout)
    for entry in entries:
        entry |= {"by": "C. Counsel", "on": "2026-10-30"}
    (audited / "law.yaml").write_text(yaml.safe_dump(entries), encoding="utf-8")
    final = again(audited)
    assert final.plan["audit"]["status"] == "final"
    assert all(s.verified_by == "C. Counsel" for f in final.findings for s in f.sources)
    page = (audited / "audit-out" / "audit.html").read_text(encoding="utf-8")
    assert "read against the text by C. Counsel on 2026-10-30" in page
    assert "Not yet read against the text" not in page


def restated(found):
    """The same finding with another number in its sentence."""
    params = {**found.message.params, "n": 999}
    return replace(found, message=replace(found.message, params=params))


def test_what_was_said_to_other_figures_was_not_said_to_these(audited):
    respond(FAILS, "--by", "Head", "--text-file", "view.txt", "--on", "2026-10-20")
    found = one(again(audited))
    assert responses.answered(found)
    assert found not in responses.unheard([found])
    other = restated(found)
    assert responses.fingerprint(other) != responses.fingerprint(found)
    assert not responses.answered(other)
    assert responses.unheard([other]) == (other,)
    for day, hash, heard in (
        ("2026-10-20", "", False),  # not after the response
        ("2026-10-21", "", True),
        ("2026-10-21", responses.fingerprint(other), True),
        ("2026-10-21", responses.fingerprint(found), False),  # asked about the figures of before
    ):
        put = replace(other, invited_on=day, invited_hash=hash)
        assert responses.asked(put) is heard
        assert (put not in responses.unheard([put])) is heard


def test_an_invitation_to_other_figures_is_none_to_these(audited):
    respond(FAILS, "--invited", "2026-10-02")
    found = one(again(audited))
    assert responses.asked(found)
    assert responses.unheard([restated(found)]) == (restated(found),)


def test_the_page_says_where_figures_changed_and_where_that_is_not_recorded(audited):
    respond(FAILS, "--by", "Head", "--text-file", "view.txt", "--on", "2026-10-20")
    respond(FAILS, "--by", "A. Auditor", "--text-file", "view.txt", "--conclusion")
    page = audited / "audit-out" / "audit.html"
    again(audited)
    assert "changed since" not in page.read_text(encoding="utf-8")
    path = audited / "responses.yaml"
    entry = yaml.safe_load(path.read_text(encoding="utf-8"))
    entry[FAILS]["response"]["evidence_hash"] = "0" * 64
    del entry[FAILS]["conclusion"]["evidence_hash"]
    path.write_text(yaml.safe_dump(entry), encoding="utf-8")
    with pytest.raises(PlanError, match="other figures stood there"):
        again(audited, "final")
    plan = audited / "audit.toml"
    draft = plan.read_text(encoding="utf-8").replace('status = "final"', 'status = "draft"')
    plan.write_text(draft, encoding="utf-8")
    again(audited)
    text = page.read_text(encoding="utf-8")
    assert "(Head, 2026-10-20) The figures have changed since this was said." in text
    assert "It is not recorded to which figures this was said." in text
    assert "the figures have changed since; it has to be asked again" in text


def test_a_refused_final_leaves_the_draft_that_was_there(audited):
    before = (audited / "audit-out" / "audit.json").read_bytes()
    with pytest.raises(PlanError):
        again(audited, "final")
    assert (audited / "audit-out" / "audit.json").read_bytes() == before


def test_only_serious_failures_must_have_been_heard(audited):
    record = serde.load(audited / "audit-out")
    named = responses.unheard(record.findings)
    assert named
    assert all(f.outcome is Outcome.FAIL for f in named)
    assert {str(f.severity) for f in named} <= {"serious", "critical"}


@pytest.mark.parametrize(
    ("arguments", "slug"),
    [
        (["FA201:main:all:regoin", "--invited", "2026-10-02"], "unknown-finding"),
        ([FAILS], "response-incomplete"),
        ([FAILS, "--text-file", "view.txt"], "response-incomplete"),
        ([FAILS, "--by", "x", "--text-file", "absent.txt"], "response-unreadable"),
        ([FAILS, "--by", "x", "--text-file", "empty.txt"], "response-unreadable"),
        ([FAILS, "--by", "x", "--text-file", "long.txt"], "response-unreadable"),
        ([FAILS, "--by", "x", "--text-file", "latin.txt"], "response-unreadable"),
        ([FAILS, "--invited", "soon"], "answer-date"),
        ([FAILS, "--invited", "2026-02-30"], "answer-date"),
        ([FAILS, "--invited", "9999-01-01"], "answer-date"),
    ],
)
def test_bad_statements_are_refused_and_nothing_is_written(audited, arguments, slug):
    (audited / "empty.txt").write_text(" \n", encoding="utf-8")
    (audited / "long.txt").write_text("x" * (responses.LONGEST + 1), encoding="utf-8")
    (audited / "latin.txt").write_bytes(b"\xe9t\xe9")
    result = respond(*arguments)
    assert result.exit_code == 2
    assert f"[{slug}]" in result.stderr
    assert not (audited / "responses.yaml").exists()


def test_a_statement_of_exactly_the_longest_length_stands(audited):
    (audited / "long.txt").write_text("x" * responses.LONGEST, encoding="utf-8")
    assert respond(FAILS, "--by", "x", "--text-file", "long.txt").exit_code == 0


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- a\n", "findings and what was said"),
        ("a: {responce: {by: x}}\n", "did you mean 'response'"),
        ("a: {response: {by: x, on: 2026-10-01}}\n", "needs 'text'"),
        ("a: {response: {by: x, on: 2026-11-02, text: y}}\n", "is in the future"),
        ("a: {invited_on: soon}\n", "is not a date"),
        ("a: {}\na: {}\n", "written twice"),
        ("a: &x {}\n", "an anchor"),
    ],
)
def test_a_broken_file_says_where(tmp_path, text, said):
    path = tmp_path / "responses.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ChecklistError, match=r"responses.yaml:\d") as caught:
        responses.load(path, today=TODAY)
    assert said in str(caught.value)


def test_what_is_written_is_read_back(tmp_path):
    heard = {
        "FA201:main:all:region": responses.Heard(
            invited_on="2026-10-02",
            response=Statement(text="Two\nlines: & “marks” #", by="N. N.", on="2026-10-05"),
        )
    }
    path = tmp_path / "responses.yaml"
    path.write_text(responses.dumps(heard), encoding="utf-8")
    assert responses.load(path, today=TODAY) == heard


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: b\n", "expected a list"),
        ("- {source: a, by: x}\n", "needs 'on'"),
        ("- {source: a, by: '', on: '2026-10-01'}\n", "nobody who read it"),
        ("- {source: a, by: x, on: ''}\n", "is not a date"),
        ("- {source: a, by: x, on: '2026-11-02'}\n", "in the future"),
        (
            "- {source: a, by: x, on: '2026-10-01'}\n- {source: a, by: x, on: '2026-10-01'}\n",
            "twice",
        ),
    ],
)
def test_a_broken_file_of_readings_says_where(tmp_path, text, said):
    path = tmp_path / "law.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ChecklistError, match=r"law.yaml:\d") as caught:
        law_read.load(path, today=TODAY)
    assert said in str(caught.value)


def test_an_entry_that_nobody_signed_yet_counts_as_unread(tmp_path):
    path = tmp_path / "law.yaml"
    path.write_text(law_read.skeleton(["Some Act, Article 1"]), encoding="utf-8")
    assert law_read.load(path, today=TODAY) == {}


def test_today_is_no_future(tmp_path):
    day = datetime.now(UTC).date()
    path = tmp_path / "law.yaml"
    path.write_text(f"- {{source: a, by: x, on: '{day}'}}\n", encoding="utf-8")
    assert law_read.load(path, today=day)["a"].by == "x"
    with pytest.raises(ChecklistError):
        law_read.load(path, today=day - timedelta(days=1))

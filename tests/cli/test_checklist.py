"""The commands on checklists: a framework that is one new file, answers that survive whatever happens."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from audit import plan_reader as plans
from audit import registry, serde
from audit.checklist import files, load, load_answers
from audit.cli import command
from audit.runner import judge, run
from audit.vocabulary import Answered, Outcome

FRAMEWORK = """\
checklist: city_rule
version: "2026.1"
title: Systems that sort people (City Rule 7)
framework:
  name: City Rule 7
  legal_version: of 3 March 2026
  as_of: "2026-10-15"
  status: in_force
  applies_from: "2020-01-01"
  binds: [EU]
applies_if: {fact: jurisdiction, one_of: [EU]}
scoring:
  method: points
  totals: {risk: {title: Risk, sections: [a], maximum: 5}}
  final: risk
  levels: [{level: 1, title: Level A, up_to: 2}, {level: 2, title: Level B, up_to: 5}]
sections:
  - id: a
    title: What it does
    items:
      - id: city_rule.a.1
        ref: [City Rule 7 s 2(1)]
        question: Does it put people in an order?
        answer: {type: single, options: [{value: yes, points: 5, shared: "yes"}, {value: no, shared: "no"}]}
        severity: minor
      - id: city_rule.a.2
        ref: [City Rule 7 s 2(2)]
        question: Are all groups flagged equally often without cause?
        answer: {type: yes_no, met: yes}
        kind: hybrid
        evidence: [FA201]
        against: {FA201: [yes]}
        severity: critical
        blocks: true
  - id: b
    title: Whether to use it
    visible_if: {item: city_rule.a.1, one_of: [yes]}
    items:
      - id: city_rule.b.1
        ref: [City Rule 7 s 9]
        question: May it be used at all?
        guidance: Look at what stands beside a.2.
        min_words: 3
        severity: critical
        zero_option: true
        shared: zero_option
"""


def audit(*arguments: str, typed: str | None = None):
    return CliRunner().invoke(command, list(arguments), input=typed, catch_exceptions=False)


def beside(folder: Path, monkeypatch) -> None:
    """Let a folder's checklists be found beside ours, as those of a package are."""
    found = registry.folders
    monkeypatch.setattr(
        "audit.checklist.loading.folders",
        lambda group: (*found(group), *((folder,) if group == "checklists" else ())),
    )


@pytest.fixture
def rule(tmp_path, monkeypatch) -> Path:
    folder = tmp_path / "more"
    folder.mkdir()
    (folder / "city_rule.yaml").write_text(FRAMEWORK, encoding="utf-8")
    plain = re.sub(r"scoring:.*?\nsections:", "sections:", FRAMEWORK, flags=re.DOTALL)
    plain = plain.replace("city_rule", "plain").replace(
        "applies_if: {fact: jurisdiction, one_of: [EU]}\n", ""
    )
    (folder / "plain.yaml").write_text(plain, encoding="utf-8")
    beside(folder, monkeypatch)
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    return work


def plan(world: Path, extra: str) -> None:
    path = world / "audit.toml"
    path.write_text(path.read_text(encoding="utf-8") + extra, encoding="utf-8")


# ---------------------------------------------------------------------------------------------
# One new file is a framework


def test_a_framework_is_one_file(rule, world, monkeypatch):
    monkeypatch.chdir(world)
    listed = {row["slug"]: row for row in json.loads(audit("checklist", "list", "--json").stdout)}
    assert listed["city_rule"]["applies"] is True
    assert listed["city_rule"]["used"] is False
    assert "jurisdictions: CoE, EU" in listed["city_rule"]["why"][0]

    shown = audit("checklist", "show", "city_rule").stdout
    assert "Does it put people in an order?" in shown
    assert "- yes (5)" in shown

    (world / "a.yaml").write_text("answers: {city_rule.a.1: yes, city_rule.a.2: yes}")
    scored = json.loads(audit("checklist", "score", "city_rule", "a.yaml", "--json").stdout)
    assert (scored["risk"], scored["final"], scored["level"]) == (5, 5, 2)
    assert scored["statement"].startswith(
        "Level B by of 3 March 2026: final score 5, from risk 5 of 5."
    )

    plan(world, '\n[checklists]\nuse = ["auto"]\nanswers = "answers.yaml"\n')
    (world / "answers.yaml").write_text(
        'checklist: city_rule\nversion: "2026.1"\nanswers:\n'
        "  city_rule.a.1: {value: yes, by: A. Person, on: 2026-10-01}\n"
        "  city_rule.a.2: {value: yes, text: as counted on every file, by: A. Person, on: 2026-10-01}\n"
        "  city_rule.b.1: {state: not_met, by: The Head, on: 2026-10-01}\n"
    )
    record = run(plans.load(world / "audit.toml"), out=world / "audit-out")
    outcomes = {f.check: f.outcome for f in record.findings if f.key == "city_rule"}
    assert outcomes == {"RI101": Outcome.REVIEW, "RI102": Outcome.FAIL, "RI103": Outcome.FAIL}
    (state,) = [s for s in record.checklists if s.slug == "city_rule"]
    assert (state.score.values["final"], state.hidden) == (5, 0)
    page = (world / "audit-out" / "audit.html").read_text(encoding="utf-8")
    assert "Level B by of 3 March 2026: final score 5" in page
    assert "May it be used at all?" in page
    assert "applies; used" in page
    # Judged again without the file of answers at hand, the record's own answers stand.
    again, _ = judge(record, plans.load(world / "audit.toml"), world / "audit-out" / "evidence")
    assert [s.score for s in again.checklists] == [s.score for s in record.checklists]


def test_what_the_plan_says_overrules_what_is_worked_out(rule, world, monkeypatch):
    monkeypatch.chdir(world)
    plan(
        world,
        '\n[checklists]\nuse = ["auto"]\nignore = { city_rule = "another body answers it" }\n',
    )
    rows = {row["slug"]: row for row in json.loads(audit("checklist", "list", "--json").stdout)}
    assert rows["city_rule"]["reason"] == "another body answers it"
    record = run(plans.load(world / "audit.toml"), out=world / "audit-out")
    assert "city_rule" not in [state.slug for state in record.checklists]
    (left,) = [f for f in record.frameworks if f.slug == "city_rule"]
    assert (left.applies, left.used, left.reason) == (True, False, "another body answers it")
    assert "another body answers it" in (world / "audit-out" / "audit.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("section", "slug", "said"),
    [
        ('use = ["city_rul"]', "unknown-checklist", "did you mean 'city_rule'?"),
        ('ignore = { city_rul = "x" }', "unknown-checklist", "did you mean 'city_rule'?"),
        (
            'use = ["city_rule"]\nignore = { city_rule = "x" }',
            "wrong-value",
            "both uses and ignores",
        ),
    ],
)
def test_a_plan_that_cannot_be_followed(rule, world, monkeypatch, section, slug, said):
    monkeypatch.chdir(world)
    plan(world, f"\n[checklists]\n{section}\n")
    result = audit("run")
    assert (result.exit_code, f"[{slug}]" in result.stderr, said in result.stderr) == (
        2,
        True,
        True,
    )


# ---------------------------------------------------------------------------------------------
# score and show


def test_the_list_names_every_framework_with_its_date(rule):
    shown = audit("checklist", "list").stdout
    for slug, path in files().items():
        assert f"{slug}  {load(path).title}" in shown
    assert shown.count("as of 20") == len(files())


@pytest.mark.parametrize(
    ("arguments", "code", "slug"),
    [
        (("score", "city_rul", "a.yaml"), 2, "unknown-checklist"),
        (("score", "city_rule", "gone.yaml"), 2, "checklist-missing"),
        (("score", "city_rule"), 2, "checklist-missing"),
        (("score", "plain", "plain.yaml"), 2, "no-score"),
        (("show", "nothing"), 2, "unknown-checklist"),
        (("fill", "city_rule", "--item", "city_rule.a.9"), 2, "unknown-item"),
        (("score", "city_rule", "bad.yaml"), 2, "answer-value"),
    ],
)
def test_wrong_use_is_said_without_a_traceback(rule, arguments, code, slug):
    (rule / "a.yaml").write_text("answers: {}")
    (rule / "plain.yaml").write_text("answers: {}")
    (rule / "bad.yaml").write_text("answers: {city_rule.a.1: perhaps}")
    result = audit("checklist", *arguments)
    assert result.exit_code == code
    assert f"[{slug}]" in result.stderr
    assert "Traceback" not in result.stderr


def test_answers_are_shown_beside_the_questions(rule):
    (rule / "a.yaml").write_text(
        "answers: {city_rule.a.1: no, city_rule.a.2: {value: no, by: B, on: 2026-01-05}}"
    )
    shown = audit("checklist", "show", "city_rule", "a.yaml").stdout
    assert "x no\n" in shown
    assert "not met:  (B, 2026-01-05)" in shown
    # What is not asked after this answer is named all the same, with what would ask it.
    assert "city_rule.b.1 · not asked now" in shown
    assert "May it be used at all?" in shown
    assert "Asked if city_rule.a.1 is yes." in shown
    document = json.loads(audit("checklist", "show", "city_rule", "a.yaml", "--json").stdout)
    asked = {i["id"]: i["asked"] for s in document["sections"] for i in s["items"]}
    assert asked == {"city_rule.a.1": True, "city_rule.a.2": True, "city_rule.b.1": False}


# ---------------------------------------------------------------------------------------------
# fill


def given(path: Path = Path("answers/city_rule.yaml")):
    checklist = load(files()["city_rule"])
    return load_answers(path, {"city_rule": checklist})["city_rule"]


def test_the_gravest_question_comes_first_and_every_answer_is_signed(rule):
    typed = "A. Person\nno because they are not\nyes\nn\nnot on what we know\n\n"
    result = audit("checklist", "fill", "city_rule", typed=typed)
    order = [
        line.split(" · ")[-2] for line in result.stderr.splitlines() if "City Rule 7 s" in line
    ]
    assert order == ["city_rule.a.2", "city_rule.a.1", "city_rule.b.1"]
    answers = given()
    assert {a.by for a in answers.values()} == {"A. Person"}
    assert all(len(a.on) == 10 for a in answers.values())
    assert answers["city_rule.a.2"].text == "because they are not"
    assert answers["city_rule.b.1"].state is Answered.NOT_MET
    assert result.stdout.strip().endswith(
        "answers/city_rule.yaml: 3 of 3 questions answered".replace("/", os.sep)
    )
    # The file is in the order of the questions, whatever the order of the answers.
    assert list(yaml.safe_load(Path("answers/city_rule.yaml").read_text("utf-8"))["answers"]) == [
        "city_rule.a.1", "city_rule.a.2", "city_rule.b.1",
    ]  # fmt: skip


def test_answers_that_the_plan_does_not_read_are_said_to_be_so(rule):
    (rule / "audit.toml").write_text('[checklists]\nanswers = "answers.yaml"\n', encoding="utf-8")
    other = audit("checklist", "fill", "city_rule", "mine.yaml", "--by", "A", typed="q\n")
    said = " ".join(other.stderr.split())
    assert 'the plan does not read mine.yaml: under [checklists], answers = "mine.yaml"' in said
    own = audit("checklist", "fill", "city_rule", "--by", "A", typed="q\n")
    assert "does not read" not in own.stderr


def test_it_can_be_left_and_taken_up_again(rule):
    audit("checklist", "fill", "city_rule", "--by", "A", typed="yes as counted on every file\nq\n")
    assert list(given()) == ["city_rule.a.2"]
    before = given()["city_rule.a.2"]
    result = audit("checklist", "fill", "city_rule", "--by", "B", typed="1\n")
    assert "city_rule.a.2 ·" not in result.stderr
    answers = given()
    assert (answers["city_rule.a.2"], answers["city_rule.a.1"].by) == (before, "B")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            "maybe\nyes as counted on every file\nq\n",
            "'maybe' is none of its options (one of yes, no)",
        ),
        ("9\nyes as counted on every file\nq\n", "'9' is none of its options"),
        ("?\nyes as counted on every file\nq\n", "Nothing more is said of it."),
        ("+gone.pdf\nyes as counted on every file\nq\n", "there is no file gone.pdf"),
    ],
)
def test_what_cannot_be_taken_is_asked_again(rule, typed, said):
    result = audit("checklist", "fill", "city_rule", "--by", "A", typed=typed)
    assert said in result.stderr
    assert list(given()) == ["city_rule.a.2"]


def test_a_question_left_for_later_is_not_put_twice_in_one_sitting(rule):
    result = audit("checklist", "fill", "city_rule", "--by", "A", typed="\nno\n")
    assert result.stderr.count("city_rule.a.2 ·") == 1
    assert list(given()) == ["city_rule.a.1"]


def test_a_question_left_for_later_is_open_still(rule):
    typed = "\n1\n\n"
    said = audit("checklist", "fill", "city_rule", "--by", "A", typed=typed).stderr
    later = "2 open, 1 of them left for later"
    assert re.findall(r"\[(.*?)\]", said) == ["2 open", later, later]


def test_how_many_words_an_answer_takes_is_said_before_it_is_given(rule):
    said = audit("checklist", "fill", "city_rule", "--by", "A", typed="q\n").stderr
    settles = "For an answer that settles it: at least 5 words on what it rests, or a document"
    assert said.index(settles) < said.index("yes or no:")
    typed = "yes as counted on every file\n1\nq\n"
    said = audit("checklist", "fill", "city_rule", "--by", "A", typed=typed).stderr
    assert said.index("For met: at least 3 words on what it rests.") < said.index(
        "Is it as it should be? m (yes: met), n (no: not met), na REASON:"
    )


@pytest.mark.parametrize("typed", ["na\nna not our task\n", "na na not our task\n"])
def test_a_reason_does_not_begin_with_the_key(rule, typed):
    audit("checklist", "fill", "city_rule", "--by", "A", typed=f"{typed}q\n")
    assert given()["city_rule.a.2"].reason == "not our task"


def test_a_key_alone_is_no_reason(rule):
    said = audit("checklist", "fill", "city_rule", "--by", "A", typed="na\nna\nq\n").stderr
    assert "write na and why it does not apply" in said
    assert not Path("answers/city_rule.yaml").exists()


def test_a_scored_question_cannot_be_skipped_with_na(rule):
    result = audit(
        "checklist", "fill", "city_rule", "--by", "A", typed="na no reason\nna none\nno\n"
    )
    assert "choose one of its options" in result.stderr
    answers = given()
    assert answers["city_rule.a.2"].reason == "no reason"  # carries no points
    assert answers["city_rule.a.1"].value == ("no",)


def test_a_document_is_attached_with_its_fingerprint(rule):
    (rule / "minutes.txt").write_text("what was said")
    audit("checklist", "fill", "city_rule", "--by", "A", typed="+minutes.txt\nno\nq\n")
    (attachment,) = given()["city_rule.a.2"].attachments
    assert (attachment.file, len(attachment.sha256)) == ("../minutes.txt", 64)
    (rule / "minutes.txt").write_text("what was not said")
    result = audit("checklist", "score", "city_rule")
    assert result.exit_code == 2
    assert "city_rule.yaml:10: item city_rule.a.2: the attachment minutes.txt" in result.stderr
    assert "audit checklist fill city_rule --item city_rule.a.2" in result.stderr
    # That command does what it is named for: the question comes back, and the new file is taken.
    result = audit("checklist", "fill", "city_rule", "--by", "B", typed="no\n+minutes.txt\nno\n")
    assert "with an attachment that is gone or changed" in result.stderr
    assert audit("checklist", "score", "city_rule").exit_code == 0


def test_show_says_whose_duty_it_is_and_for_whom_another_day_counts(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    said = " ".join(audit("checklist", "show", "eu_high_risk").output.split())
    assert "from 2027-12-02 (2 August 2030 where a public authority used it before" in said
    assert "AI Act Art 9(1); a duty of the provider" in said
    assert "AI Act Art 26(6); a duty of the deployer" in said


@pytest.mark.parametrize("cut", ["q\n", "", "\n", "b\n"])
def test_a_document_attached_before_the_answer_outlives_a_sitting_that_ends_there(rule, cut):
    (rule / "minutes.txt").write_text("what was said")
    fill = ("checklist", "fill", "city_rule", "--by", "A", "--item", "city_rule.a.2")
    audit(*fill, typed=f"+minutes.txt\n{cut}")
    assert not (rule / "answers" / "city_rule.yaml").is_file()
    again = audit(*fill, typed="no\n")
    assert "../minutes.txt is attached, from last time" in again.stderr
    (attachment,) = given()["city_rule.a.2"].attachments
    assert (attachment.file, len(attachment.sha256)) == ("../minutes.txt", 64)
    assert not list((rule / "answers").glob(".*"))  # what was begun is forgotten with the answer


def test_a_document_kept_from_a_cut_sitting_is_the_same_file_or_none(rule):
    (rule / "minutes.txt").write_text("what was said")
    (rule / "plan.txt").write_text("what is meant")
    fill = ("checklist", "fill", "city_rule", "--by", "A", "--item", "city_rule.a.2")
    audit(*fill, typed="+minutes.txt\n+plan.txt\nq\n")
    (rule / "minutes.txt").write_text("what was not said")
    again = audit(*fill, typed="q\n")
    assert (
        "../minutes.txt is gone or changed since you attached it, and is left out" in again.stderr
    )
    assert "../plan.txt is attached, from last time" in again.stderr
    audit(*fill, typed="+\nno\n")
    assert given()["city_rule.a.2"].attachments == ()


def test_a_list_of_documents_that_cannot_be_read_holds_none(rule):
    fill = ("checklist", "fill", "city_rule", "--by", "A", "--item", "city_rule.a.2")
    (rule / "minutes.txt").write_text("what was said")
    audit(*fill, typed="+minutes.txt\nq\n")
    (kept,) = (rule / "answers").glob(".*.attached")
    for broken in ("[[", '{"a": 1}', "[1]"):
        kept.write_text(broken)
        audit(*fill, typed="no\n")
        assert given()["city_rule.a.2"].attachments == ()


def test_an_answer_that_hides_others_takes_them_out_only_with_consent(rule):
    audit("checklist", "fill", "city_rule", "--by", "A", typed="no\nyes\nn\nnot like this\n\n")
    assert "city_rule.b.1" in given()
    again = ("checklist", "fill", "city_rule", "--by", "B", "--item", "city_rule.a.1")
    result = audit(*again, typed="no\n\n")
    assert "city_rule.b.1 are not asked any more" in result.stderr
    assert given()["city_rule.a.1"].value == ("yes",)
    audit(*again, typed="no\nyes\n")
    assert (given()["city_rule.a.1"].value, "city_rule.b.1" in given()) == (("no",), False)


class _Stopped:
    """Input that ends as a person's Ctrl-C does."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = iter(lines)

    def __call__(self) -> str:
        line = next(self.lines, None)
        if line is None:
            raise KeyboardInterrupt
        return line


def test_ctrl_c_in_the_middle_of_a_text_loses_neither_answers_nor_the_text(rule, monkeypatch):
    monkeypatch.setattr(
        "builtins.input", _Stopped(["no", "yes", "m", "it is needed and", "we looked"])
    )
    result = audit("checklist", "fill", "city_rule", "--by", "A")
    assert result.exit_code == 0
    assert "every answer given is in the file" in result.stderr
    assert set(given()) == {"city_rule.a.1", "city_rule.a.2"}
    monkeypatch.setattr("builtins.input", _Stopped(["m", "at it twice", ""]))
    result = audit("checklist", "fill", "city_rule", "--by", "A")
    assert "You had begun: it is needed and we looked" in result.stderr
    assert given()["city_rule.b.1"].text == "it is needed and\nwe looked\nat it twice"
    assert [path.name for path in (rule / "answers").iterdir()] == ["city_rule.yaml"]


@pytest.mark.skipif(sys.platform == "win32", reason="a process is not killed this way on Windows")
def test_a_killed_sitting_leaves_every_answer_given(tmp_path):
    process = subprocess.Popen(
        [sys.executable, "-m", "audit", "checklist", "fill", "eu_fria", "--by", "A"],
        cwd=tmp_path, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    assert process.stdin is not None
    process.stdin.write("n it may not\n\nn neither may this\n\nm half of a sen")
    process.stdin.flush()
    path = tmp_path / "answers" / "eu_fria.yaml"
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline and not (
        path.is_file() and path.read_text("utf-8").count("state:") == 2
    ):
        time.sleep(0.05)
    process.send_signal(signal.SIGKILL)
    process.wait()
    answers = load_answers(path, {"eu_fria": load(files()["eu_fria"])})["eu_fria"]
    assert [a.state for a in answers.values()] == [Answered.NOT_MET] * 2


def test_an_answer_in_one_checklist_serves_the_other(rule):
    plan = '[checklists]\nuse = ["city_rule", "plain"]\nanswers = "answers"\n'
    (rule / "audit.toml").write_text(plan, encoding="utf-8")
    typed = "no\nyes\nm on what we know\n\n"
    result = audit("checklist", "fill", "city_rule", "--by", "A", typed=typed)
    assert "also asked by plain.b.1: carried over there" in result.stderr
    # Only what the other checklist does not share is left to ask.
    result = audit("checklist", "fill", "plain", "--by", "B", typed="no\nyes\n")
    assert "plain.b.1 ·" not in result.stderr
    assert result.stdout.strip().endswith("3 of 3 questions answered")
    assert "plain.b.1" not in (rule / "answers" / "plain.yaml").read_text("utf-8")


def test_findings_stand_beside_the_question_and_stale_answers_come_back(rule, world, monkeypatch):
    monkeypatch.chdir(world)
    plan(world, '\n[checklists]\nuse = ["city_rule"]\nanswers = "answers"\n')
    (world / "answers").mkdir()
    (world / "answers" / "city_rule.yaml").write_text(
        'checklist: city_rule\nversion: "2026.1"\nanswers:\n  city_rule.a.1: {value: no, by: A, on: 2026-10-01}\n'
    )
    path = world / "answers" / "city_rule.yaml"
    path.write_text(
        path.read_text("utf-8").replace("{value: no, by: A, on: 2026-10-01}", "\n    value: no")
    )
    run(plans.load(world / "audit.toml"), out=world / "audit-out")
    result = audit(
        "checklist", "fill", "city_rule", "--by", "A", typed="yes they are, as we counted\n"
    )
    assert "beyond the limit · FA201:main:all:region" in result.stderr
    answer = given(path)["city_rule.a.2"]
    assert len(answer.evidence_hash) == 64

    record = run(plans.load(world / "audit.toml"), out=world / "audit-out")
    (ri103,) = [f for f in record.findings if f.check == "RI103"]
    assert ri103.outcome is Outcome.FAIL  # said to be equal, against FA201
    assert "stale" not in " ".join(note.id for note in ri103.notes)

    text = path.read_text("utf-8").replace(answer.evidence_hash, "0" * 64)
    path.write_text(text)
    record = run(plans.load(world / "audit.toml"), out=world / "audit-out")
    (ri103,) = [f for f in record.findings if f.check == "RI103"]
    assert "ri103.stale" in [note.id for note in ri103.notes]
    result = audit("checklist", "fill", "city_rule", "--by", "B", typed="no they are not\n")
    assert "answered by A on" in result.stderr
    assert (given(path)["city_rule.a.2"].by, given(path)["city_rule.a.2"].value) == ("B", ("no",))
    assert serde.load(world / "audit-out").frameworks


def test_evidence_is_brief_beside_the_question_and_whole_on_a_key(rule, world, monkeypatch):
    monkeypatch.chdir(world)
    plan(world, '\n[checklists]\nuse = ["city_rule"]\nanswers = "answers"\n')
    (world / "answers").mkdir()
    (world / "answers" / "city_rule.yaml").write_text(
        'checklist: city_rule\nversion: "2026.1"\nanswers: {}\n'
    )
    record = run(plans.load(world / "audit.toml"), out=world / "audit-out", formats=("json",))
    beside_it = [f for f in record.findings if f.check == "FA201"]
    assert len(beside_it) > 1
    result = audit("checklist", "fill", "city_rule", "--by", "A", typed="q\n")
    question = result.stderr.split("city_rule.a.2 ·")[1]
    assert "findings: 1 beyond the limit" in question
    assert sum(f.id in question for f in beside_it) == 1
    # Question, evidence, options and keys fit where the question can still be seen.
    assert len(question.splitlines()) <= 12
    result = audit("checklist", "fill", "city_rule", "--by", "A", typed="e\nq\n")
    assert all(f.id in result.stderr for f in beside_it)


def test_the_question_before_can_be_put_again(rule):
    typed = "b\nno because they are not\nb\nyes as counted on every file\nyes\nq\n"
    result = audit("checklist", "fill", "city_rule", "--by", "A", typed=typed)
    assert "this is the first question of this sitting" in result.stderr
    assert "answered by A on" in result.stderr
    assert "Enter keeps it" in result.stderr
    answers = given()
    assert answers["city_rule.a.2"].value == ("yes",)
    assert answers["city_rule.a.2"].text == "as counted on every file"
    assert answers["city_rule.a.1"].value == ("yes",)


def test_going_back_and_leaving_it_keeps_the_answer(rule):
    typed = "no because they are not\nb\n\nno\n"
    audit("checklist", "fill", "city_rule", "--by", "A", typed=typed)
    assert {id: a.value for id, a in given().items()} == {
        "city_rule.a.1": ("no",),
        "city_rule.a.2": ("no",),
    }


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("yes it is so\n", "found 3"),
        ("yes one two three four\n", "found 4"),
        ("yes\nit is so\n\n", "found 3"),
        ("yes\n\n", "found 0"),
    ],
)
def test_a_question_that_blocks_is_not_cleared_without_grounds(rule, typed, found):
    result = audit("checklist", "fill", "city_rule", "--by", "A", typed=typed + "q\n")
    assert f"at least 5 words on what it rests, or a document (+FILE); {found}" in " ".join(
        result.stderr.replace("rests on", "rests").split()
    )
    assert not Path("answers/city_rule.yaml").is_file()


def test_an_answer_without_grounds_comes_back_and_is_not_counted(rule):
    Path("answers").mkdir()
    Path("answers/city_rule.yaml").write_text(
        'checklist: city_rule\nversion: "2026.1"\nanswers:\n'
        "  city_rule.a.1: {value: no, by: A, on: 2026-01-05}\n"
        "  city_rule.a.2: {value: yes, by: A, on: 2026-01-05}\n"
    )
    shown = audit("checklist", "show", "city_rule").stdout
    assert "not assessed, said to be met" in shown
    scored = " ".join(audit("checklist", "score", "city_rule").stdout.split())
    assert "city_rule.a.2: Open all the same: to be met needs a name, a date and grounds" in scored
    assert "city_rule.a.1: Open all the same" not in scored
    result = audit("checklist", "fill", "city_rule", "--by", "B", typed="q\n")
    assert "without a name, a date or the grounds it needs" in result.stderr
    assert "1 of 2 questions answered; 1 more are not asked" in result.stdout
    audit("checklist", "fill", "city_rule", "--by", "B", typed="yes as counted on every file\n")
    assert given()["city_rule.a.2"].by == "B"


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals on Windows")
def test_a_terminal_that_is_closed_loses_no_answer_and_no_line(tmp_path):
    import pty

    main, terminal = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "audit", "checklist", "fill", "eu_fria", "--by", "A"],
        cwd=tmp_path, stdin=terminal, stdout=terminal, stderr=terminal, start_new_session=True,
    )  # fmt: skip
    os.close(terminal)
    screen = _until(main, b"q stop\r")
    assert b"Enter later" in screen
    os.write(main, b"n it may not\r")
    _until(main, b"q stop\r")
    os.write(main, b"m\r")
    _until(main, b"On what does it rest")
    os.write(main, b"every file is read by two people\r")
    os.write(main, b"and each of them")
    draft = tmp_path / "answers"
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline and not list(draft.glob(".*.draft")):
        time.sleep(0.05)
    os.close(main)  # as if the window was closed
    process.send_signal(signal.SIGHUP)
    process.wait(timeout=30)
    path = draft / "eu_fria.yaml"
    answers = load_answers(path, {"eu_fria": load(files()["eu_fria"])})["eu_fria"]
    assert [a.state for a in answers.values()] == [Answered.NOT_MET]
    (kept,) = draft.glob(".*.draft")
    assert kept.read_text(encoding="utf-8").startswith("every file is read by two people")
    again = subprocess.run(
        [sys.executable, "-m", "audit", "checklist", "fill", "eu_fria", "--by", "A"],
        cwd=tmp_path, input="m\n\nq\n", capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert "You had begun: every file is read by two people" in again.stderr


def _until(terminal: int, said: bytes) -> bytes:
    """Read a terminal until it says something."""
    import select

    found, deadline = b"", time.monotonic() + 60
    while said not in found:
        ready, _, _ = select.select([terminal], [], [], max(0.0, deadline - time.monotonic()))
        assert ready, found.decode("utf-8", "replace")
        found += os.read(terminal, 65_536)
    return found


def test_score_counts_as_the_record_does_with_what_other_checklists_answered(
    rule, world, monkeypatch
):
    monkeypatch.chdir(world)
    plan(world, '\n[checklists]\nuse = ["rights", "gdpr_dpia"]\nanswers = "answers"\n')
    (world / "answers").mkdir()
    (world / "answers" / "gdpr_dpia.yaml").write_text(
        'checklist: gdpr_dpia\nversion: "2026.11"\nanswers:\n'
        "  gdpr_dpia.b.4: {state: met, text: five years, by: A, on: 2026-01-05}\n"
        "  gdpr_dpia.b.3: {state: not_met, text: nobody can, by: A, on: 2026-01-05}\n"
    )
    (world / "answers" / "rights.yaml").write_text(
        'checklist: rights\nversion: "2026.11"\nanswers:\n'
        "  non_refoulement.1: {value: no, by: A, on: 2026-01-05}\n"
        "  non_refoulement.4: {value: no, by: A, on: 2026-01-05}\n"
        "  asylum.3: no\n"
    )
    scored = json.loads(audit("checklist", "score", "rights", "--json").stdout)
    assert scored["carried"] == {"accuracy.1": "gdpr_dpia.b.3"}
    record = run(plans.load(world / "audit.toml"), out=world / "audit-out", formats=("json",))
    (state,) = [s for s in record.checklists if s.slug == "rights"]
    counted = sum(n for word, n in state.counts.items() if word != "not_assessed")
    assert (scored["answered"], scored["asked"]) == (counted, sum(state.counts.values()))
    assert state.score.values == {"answered": counted, "asked": scored["asked"]}
    assert "non_refoulement.1" in scored["open"]


def test_a_class_is_said_in_words(rule):
    (rule / "a.yaml").write_text("answers: {eu_aiact_class.s.1: yes, eu_aiact_class.s.2: yes}")
    result = audit("checklist", "score", "eu_aiact_class", "a.yaml")
    assert "High-risk (Article 6(2) and Annex III)" in " ".join(result.stdout.split())
    assert "high_risk" not in result.stdout
    (rule / "a.yaml").write_text(
        "answers: {eu_aiact_class.s.1: no}\nconfirmed: {result: hi_risk, by: A, on: 2026-01-05}\n"
    )
    result = audit("checklist", "score", "eu_aiact_class", "a.yaml")
    assert "a.yaml:2: confirmed: 'hi_risk' is none of the classes" in result.stderr
    assert "did you mean 'high_risk'?" in result.stderr


def test_questions_that_are_not_asked_are_named_with_what_asks_them(rule):
    (rule / "a.yaml").write_text("answers: {eu_aiact_class.s.1: yes, eu_aiact_class.a.6: [none]}")
    shown = audit("checklist", "show", "eu_aiact_class", "a.yaml").stdout
    for n in range(1, 5):
        assert f"eu_aiact_class.d.{n} · not asked now" in shown
    said = " ".join(shown.split())
    assert "Asked if eu_aiact_class.a.1 is “looks for a person among many, from a …”" in said
    document = json.loads(audit("checklist", "show", "eu_aiact_class", "--json").stdout)
    by_id = {item["id"]: item for section in document["sections"] for item in section["items"]}
    assert not by_id["eu_aiact_class.d.1"]["asked"]
    assert by_id["eu_aiact_class.p.8"]["asked_if"].endswith("eu_aiact_class.p.7 is yes)")
    assert by_id["eu_aiact_class.s.1"]["asked_if"] == ""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from audit.check import Check
from audit.checklist import Answer, Attachment, load, load_answers, state
from audit.errors import ChecklistError
from audit.finding import Finding
from audit.registry import folders, instances
from audit.resources import folder
from audit.text import say
from audit.vocabulary import Answered, MayConclude, Outcome, Severity

SMALL = """\
checklist: small
version: "1"
title: A small one
framework:
  name: Some Act
  legal_version: "1"
  as_of: "2026-10-15"
  status: in_force
sections:
  - id: a
    title: First
    items:
      - id: small.a.1
        ref: [Some Act Art 1]
        question: Who may stop it?
        evidence: [FA201, FA202]
        min_words: 3
        blocks: true
      - id: small.a.2
        ref: [Some Act Art 2]
        question: Until when is it used?
"""

ANSWERS = """\
checklist: small
version: "1"
answers:
  small.a.1: {state: met, text: the head may, by: A. Person, on: 2026-10-01}
"""

TODAY = date(2026, 10, 1)


def write(folder: Path, text: str, name: str = "small.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def small(tmp_path: Path):
    return load(write(tmp_path, SMALL))


def answers(tmp_path: Path, small, text: str):
    return load_answers(write(tmp_path, text, "answers.yaml"), {"small": small}, today=TODAY)


def test_a_checklist_is_read_with_its_defaults(small):
    assert [item.id for item in small.items()] == ["small.a.1", "small.a.2"]
    first, second = small.items()
    assert (first.blocks, first.min_words, first.evidence) == (True, 3, ("FA201", "FA202"))
    assert (second.kind, second.severity, second.blocks) == ("human", Severity.MODERATE, False)
    assert second.question == "Until when is it used?"


@pytest.mark.parametrize(
    ("old", "new", "slug", "said"),
    [
        ("title: A small one", "title: [", "checklist-syntax", "small.yaml:"),
        ("title: A small one", "title: &t A small one", "checklist-syntax", "small.yaml:3: an anchor"),
        ("title: A small one", "title: *t", "checklist-syntax", "small.yaml:3: an alias"),
        ("title: A small one", "title: !!python/name:os.system x", "checklist-syntax", ":3: a tag"),
        ('version: "1"', 'version: "1"\nversion: "2"', "checklist-syntax", ":3: 'version' is written twice"),
        ("title: A small one", "titel: A small one", "checklist-key", "did you mean 'title'?"),
        ("blocks: true", "block: true", "checklist-key", "small.yaml:18: item small.a.1 has no key"),
        ("blocks: true", "blocks: maybe", "checklist-value", "true, false"),
        ("min_words: 3", "min_words: three", "checklist-value", "a whole number"),
        ("min_words: 3", "severity: terrible", "checklist-value", "minor, moderate, serious, critical"),
        ("title: A small one", "title:", "checklist-value", "needs 'title'"),
        ("status: in_force", "status: enforced", "checklist-value", "status must be one of"),
        ("checklist: small", "checklist: large", "checklist-value", "must be 'small'"),
        ("id: small.a.2", "id: small.a.1", "checklist-item", "already used at line 13"),
        ("id: small.a.2", "id: small.b.2", "checklist-item", "small.a.<number>"),
        ("[FA201, FA202]", "[FA201, FAIR-FNR]", "checklist-item", "check ids"),
        ("Who may stop it?", "Who may stop it.", "checklist-item", "question mark"),
        ("ref: [Some Act Art 2]", "ref: []", "checklist-item", "at least one provision"),
        ("min_words: 3", "kind: robot", "checklist-item", "human, hybrid, auto"),
        ("min_words: 3", "addressee: vendor", "checklist-value", "provider, deployer, controller"),
    ],
)  # fmt: skip
def test_a_wrong_checklist_says_where_and_what(tmp_path, old, new, slug, said):
    assert old in SMALL
    with pytest.raises(ChecklistError) as caught:
        load(write(tmp_path, SMALL.replace(old, new, 1)))
    assert caught.value.slug == slug
    assert said in str(caught.value)
    assert str(caught.value).startswith("small.yaml:")


def test_files_that_are_no_checklist(tmp_path):
    cases = {
        "checklist-missing": tmp_path / "none.yaml",
        "checklist-unreadable": tmp_path,
        "checklist-value": write(tmp_path, "", "empty.yaml"),
    }
    for slug, path in cases.items():
        with pytest.raises(ChecklistError) as caught:
            load(path)
        assert caught.value.slug == slug
        assert caught.value.exit_code == 2
    (tmp_path / "latin.yaml").write_bytes("title: é".encode("latin-1"))
    (tmp_path / "large.yaml").write_bytes(b"# " + b"x" * 1_000_000)
    for name in ("latin", "large"):
        with pytest.raises(ChecklistError, match=f"{name}.yaml"):
            load(tmp_path / f"{name}.yaml")
    with pytest.raises(ChecklistError, match="levels deep"):
        load(write(tmp_path, "a: " + "[" * 5000, "deep.yaml"))


def test_yaml_words_stay_text(tmp_path, small):
    # In YAML 1.1 `on` is a boolean, `no` is false and a date is an object; here they are text.
    text = ANSWERS.replace("text: the head may", "text: no no no").replace("A. Person", "NO")
    answer = answers(tmp_path, small, text)["small"]["small.a.1"]
    assert (answer.text, answer.by, answer.on) == ("no no no", "NO", "2026-10-01")


@pytest.mark.parametrize(
    ("old", "new", "slug", "said"),
    [
        ("small.a.1:", "small.a.11:", "unknown-item", "did you mean 'small.a.1'?"),
        ("checklist: small", "checklist: smal", "unknown-checklist", "did you mean 'small'?"),
        ('version: "1"', 'version: "2"', "answers-version", "version 2 of 'small', expected 1"),
        ("state: met", "state: done", "checklist-value", "met, not_met, not_applicable"),
        ("state: met", "state: not_applicable", "answer-incomplete", "needs a 'reason'"),
        ("the head may", "the head", "answer-incomplete", "at least 3 words, found 2"),
        ("2026-10-01", "2026-10-02", "answer-date", "is in the future"),
        ("2026-10-01", "1/10/2026", "answer-date", "is not a date"),
        ("2026-10-01", "2026-02-30", "answer-date", "is not a date"),
        ("2026-10-01", "20261001", "answer-date", "is not a date"),
        ("by: A. Person", "bye: A. Person", "checklist-key", "did you mean 'by'?"),
    ],
)
def test_wrong_answers_say_where_and_what(tmp_path, small, old, new, slug, said):
    with pytest.raises(ChecklistError) as caught:
        answers(tmp_path, small, ANSWERS.replace(old, new, 1))
    assert caught.value.slug == slug
    assert said in str(caught.value)
    assert str(caught.value).startswith("answers.yaml:")


def test_answers_on_the_day_itself_and_at_the_word_limit_stand(tmp_path, small):
    given = answers(tmp_path, small, ANSWERS)
    assert given["small"]["small.a.1"].state is Answered.MET


def test_not_met_needs_no_words(tmp_path, small):
    text = ANSWERS.replace("state: met, text: the head may", "state: not_met")
    assert answers(tmp_path, small, text)["small"]["small.a.1"].state is Answered.NOT_MET


@pytest.mark.parametrize("join", ["\n---\n", "list"])
def test_one_file_may_answer_several_checklists(tmp_path, small, join):
    other = load(write(tmp_path, SMALL.replace("small", "other"), "other.yaml"))
    parts = [ANSWERS, ANSWERS.replace("small", "other")]
    if join == "list":
        text = "".join("- " + part.replace("\n", "\n  ").rstrip() + "\n" for part in parts)
    else:
        text = join.join(parts)
    path = write(tmp_path, text, "answers.yaml")
    given = load_answers(path, {"small": small, "other": other}, today=TODAY)
    assert set(given) == {"small", "other"}
    assert set(given["other"]) == {"other.a.1"}


def test_answers_to_one_checklist_twice_are_refused(tmp_path, small):
    with pytest.raises(ChecklistError, match="appear twice"):
        answers(tmp_path, small, ANSWERS + "---\n" + ANSWERS)


def finding(check: str, outcome: Outcome, key: str = "sex") -> Finding:
    return Finding(
        id=f"{check}:main:all:{key}", check=check, part="main", sample="all", key=key, title="?",
        outcome=outcome, may_conclude=MayConclude.LEAD, severity=Severity.SERIOUS,
        message=say("x"), condition=f"{check} {outcome}",
    )  # fmt: skip


def test_evidence_stands_beside_the_question_and_never_answers_it(small):
    findings = [
        finding("FA202", Outcome.PASS),
        finding("FA201", Outcome.PASS),
        finding("FA201", Outcome.FAIL, key="nationality"),
        finding("PR101", Outcome.FAIL),
    ]
    stands = state(small, {}, findings)
    (_, (first, second)) = stands.sections[0]
    assert first.answer.state is Answered.NOT_ASSESSED
    assert [line.finding for line in first.evidence] == [
        "FA201:main:all:nationality",
        "FA201:main:all:sex",
        "FA202:main:all:sex",
    ]
    assert first.evidence[0].sentence == "FA201 fail"
    assert second.evidence == ()
    assert stands.counts == {
        "met": 0,
        "not_met": 0,
        "not_applicable": 0,
        "answered": 0,
        "not_assessed": 2,
    }


def test_states_are_counted(tmp_path, small):
    stands = state(small, answers(tmp_path, small, ANSWERS)["small"], [])
    assert stands.counts == {
        "met": 1,
        "not_met": 0,
        "not_applicable": 0,
        "answered": 0,
        "not_assessed": 1,
    }


def test_the_record_names_an_attachment_and_not_its_folder(small):
    files = ("../minutes/may.pdf", "C:\\files\\may.pdf", "https://example.org/a/may.pdf")
    given = Answer(
        item="small.a.1",
        state=Answered.MET,
        attachments=tuple(Attachment(file=file, sha256="ab") for file in files),
    )
    stands = state(small, {"small.a.1": given}, [])
    kept = stands.sections[0][1][0].answer.attachments
    assert [each.file for each in kept] == ["may.pdf", "may.pdf", files[2]]
    assert {each.sha256 for each in kept} == {"ab"}


# ---------------------------------------------------------------------------------------------
# What is shipped


def test_every_shipped_checklist_can_be_read():
    paths = sorted(folders("checklists")[0].glob("*.yaml"))
    assert "eu_fria" in [load(path).slug for path in paths]


def test_the_eu_assessment_has_its_six_elements():
    fria = load(folder("checklists") / "eu_fria.yaml")
    assert [section.id for section in fria.sections][:6] == list("abcdef")
    for section in fria.sections[:6]:
        for item in section.items:
            assert f"AI Act Art 27(1)({section.id})" in item.ref
    around = {ref for item in fria.items() for ref in item.ref if item.id.startswith("eu_fria.n")}
    assert {"AI Act Art 27(2)", "AI Act Art 27(3)", "AI Act Art 27(4)"} <= around
    assert 20 <= len(fria.items()) <= 30
    assert (fria.framework.applies_from, fria.framework.status) == ("2027-12-02", "upcoming")


def test_the_eu_assessment_can_end_in_not_using_the_system():
    fria = load(folder("checklists") / "eu_fria.yaml")
    (last,) = [item for item in fria.items() if item.zero_option]
    assert last.blocks
    assert last.severity is Severity.CRITICAL
    assert "do not deploy" in last.guidance


def test_the_eu_assessment_names_who_answers_and_only_known_checks():
    known = {check.id for check in instances(Check, "checks")}
    for item in load(folder("checklists") / "eu_fria.yaml").items():
        assert item.who, item.id
        assert item.guidance, item.id
        assert set(item.evidence) <= known, item.id
        assert (item.kind == "hybrid") == bool(item.evidence), item.id

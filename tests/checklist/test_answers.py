from __future__ import annotations

import hashlib
import json
import re
from datetime import date

import pytest

from audit.checklist import load_answers, read_answers
from audit.errors import ChecklistError
from audit.vocabulary import Answered
from tests.checklist.lists import TODAY, bare, checklist, item, section, sections

SINGLE = "answer: {type: single, options: [{value: x, points: 2}, {value: y}, {value: z, state: not_assessed}]}"
MULTI = "answer: {type: multi, options: [{value: x}, {value: y, state: not_met}, {value: z, state: met}]}"
NUMBER = "answer: {type: number, at_least: 0, at_most: 100, whole: true}"
BODY = sections(
    section(
        item(1, "answer: {type: yes_no, met: yes}"),
        item(2, SINGLE),
        item(3, MULTI),
        item(4, NUMBER),
        item(5, "answer: text\nmin_words: 2"),
        item(6, "answer: date"),
        item(7, "answer: file"),
        item(8, "min_words: 2"),
        item(9, "answer: yes_no\nvisible_if: {item: small.a.1, one_of: [yes]}"),
        item(10, SINGLE + "\nvisible_if: {item: small.a.1, one_of: [yes]}"),
        item(11, "answer: {type: date, future: true}"),
    )
)


@pytest.fixture
def small(tmp_path):
    return checklist(tmp_path, BODY)


def full(tmp_path, small, lines: str, **more):
    text = "checklist: small\nversion: '1'\nanswers:\n" + "".join(
        f"  {line}\n" for line in lines.splitlines()
    )
    path = tmp_path / "answers.yaml"
    path.write_text(text, encoding="utf-8")
    return load_answers(path, {"small": small}, today=TODAY, **more)["small"]


@pytest.mark.parametrize(
    ("line", "state", "value"),
    [
        ("small.a.1: yes", Answered.MET, ("yes",)),
        ("small.a.1: no", Answered.NOT_MET, ("no",)),
        ("small.a.2: x", Answered.ANSWERED, ("x",)),
        ("small.a.2: [x]", Answered.ANSWERED, ("x",)),
        ("small.a.2: z", Answered.NOT_ASSESSED, ("z",)),
        ("small.a.3: x", Answered.ANSWERED, ("x",)),
        ("small.a.3: [x, z]", Answered.MET, ("x", "z")),
        ("small.a.3: [x, y, z]", Answered.NOT_MET, ("x", "y", "z")),
        ("small.a.4: 0", Answered.ANSWERED, ("0",)),
        ("small.a.4: 100", Answered.ANSWERED, ("100",)),
        ("small.a.5: two words", Answered.ANSWERED, ()),
        ("small.a.6: 2026-10-01", Answered.ANSWERED, ("2026-10-01",)),
        ("small.a.7: notes.pdf", Answered.ANSWERED, ()),
        ("small.a.8: not_met", Answered.NOT_MET, ()),
        ("small.a.8: {state: met, text: two words}", Answered.MET, ()),
        ("small.a.4: {state: not_applicable, reason: nobody}", Answered.NOT_APPLICABLE, ()),
        ("small.a.11: 2030-01-01", Answered.ANSWERED, ("2030-01-01",)),
    ],
)
def test_an_answer_of_each_type(tmp_path, small, line, state, value):
    (answer,) = full(tmp_path, small, line).values()
    assert (answer.state, answer.value) == (state, value)


@pytest.mark.parametrize(
    ("line", "slug", "said"),
    [
        ("small.a.1: maybe", "answer-value", "none of its options (one of yes, no)"),
        ("small.a.2: [x, y]", "answer-value", "takes one answer, found 2"),
        ("small.a.2: {state: met}", "answer-incomplete", "not_applicable alone"),
        ("small.a.2: {by: A}", "answer-incomplete", "needs 'value'"),
        ("small.a.3: [x, x]", "answer-value", "an option twice"),
        ("small.a.4: 101", "answer-value", "at most 100"),
        ("small.a.4: -1", "answer-value", "at least 0"),
        ("small.a.4: 1.5", "answer-value", "a whole number"),
        ("small.a.4: 1e400", "answer-value", "is no number"),
        ("small.a.4: nan", "answer-value", "is no number"),
        ("small.a.4: .inf", "answer-value", "is no number"),
        ('small.a.4: "1,000"', "answer-value", "is no number"),
        ("small.a.4: ٣", "answer-value", "is no number"),
        ("small.a.4: " + "9" * 400, "answer-value", "is no number"),
        ("small.a.5: word", "answer-incomplete", "at least 2 words"),
        ("small.a.5: {value: two words}", "answer-value", "has no 'value'"),
        ("small.a.6: 2026-10-02", "answer-value", "is in the future"),
        ("small.a.6: 2026-13-01", "answer-value", "is not a date"),
        ("small.a.6: tomorrow", "answer-value", "is not a date"),
        ("small.a.7: {by: A}", "answer-incomplete", "needs 'attachments'"),
        ("small.a.8: {state: answered}", "answer-incomplete", "met, not_met, not_applicable"),
        ("small.a.8: {state: not_assessed}", "answer-incomplete", "met, not_met, not_applicable"),
        ("small.a.8: {text: two words}", "answer-incomplete", "needs 'state'"),
        ("small.a.1: {value: yes, by: A, on: 2026-10-02}", "answer-date", "is in the future"),
        ("small.a.1: {value: yes, when: 2026-10-01}", "checklist-key", "no key 'when'"),
        ("small.a.99: yes", "unknown-item", "did you mean 'small.a.9'?"),
        ("small.a.1: yes\nsmall.a.1: no", "checklist-syntax", "written twice"),
        ("small.a.1: &x yes", "checklist-syntax", "an anchor"),
        ("small.a.1: *x", "checklist-syntax", "an alias"),
        ("small.a.8: {state: not_met, text: " + "x" * 10_001 + "}", "answer-too-long", "10,001"),
    ],
)
def test_a_wrong_answer_is_located(tmp_path, small, line, slug, said):
    with pytest.raises(ChecklistError) as caught:
        full(tmp_path, small, line)
    assert caught.value.slug == slug
    assert said in str(caught.value)
    # Line 4 is the first answer; the second of two is on line 5.
    assert re.match(r"answers\.yaml:[45]: ", str(caught.value))
    if slug.startswith("answer"):
        assert "item small.a." in str(caught.value)


def test_the_longest_text_stands(tmp_path, small):
    long = "x" * 10_000
    (answer,) = full(tmp_path, small, "small.a.8: {state: not_met, text: " + long + "}").values()
    assert answer.text == long


@pytest.mark.parametrize(
    ("key", "long"),
    [
        (b"small.a.5: ", b"x " * 5_000_000),
        (b"small.a.5: >\n", b"    some words of it\n" * 480_000),
        (b'"small.a.5": ', b'"' + b"x" * 10_000_000 + b'"\n'),
    ],
)
def test_ten_megabytes_are_not_read_and_said_where(tmp_path, small, key, long):
    path = tmp_path / "answers.yaml"
    head = b"checklist: small\nversion: '1'\nanswers:\n  small.a.1: yes\n  "
    path.write_bytes(head + key + long + b"\n  small.a.6: 2026-10-01\n")
    with pytest.raises(ChecklistError) as caught:
        load_answers(path, {"small": small}, today=TODAY)
    assert caught.value.slug == "checklist-unreadable"
    assert str(caught.value).startswith("answers.yaml:5: 'small.a.5' takes ")
    assert "expected at most 1,000,000" in str(caught.value)


def test_a_large_file_without_keys_is_said_by_its_name(tmp_path, small):
    path = tmp_path / "answers.yaml"
    path.write_bytes(b"- " * 600_000)
    with pytest.raises(ChecklistError, match=r"^answers\.yaml has 1,200,000 bytes"):
        load_answers(path, {"small": small}, today=TODAY)


def test_a_bomb_of_aliases_is_refused_before_it_grows(tmp_path, small):
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    lines += [
        f"{b}: &{b} [*{a}, *{a}, *{a}, *{a}]" for a, b in zip("abcdefg", "bcdefgh", strict=True)
    ]
    path = tmp_path / "answers.yaml"
    path.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(ChecklistError, match="an anchor"):
        load_answers(path, {"small": small}, today=TODAY)


# ---------------------------------------------------------------------------------------------
# Hidden questions


def test_a_hidden_question_with_a_signed_answer_is_an_error(tmp_path, small):
    with pytest.raises(ChecklistError) as caught:
        full(tmp_path, small, "small.a.1: no\nsmall.a.9: {value: yes, by: A, on: 2026-10-01}")
    assert caught.value.slug == "answer-hidden"
    assert str(caught.value).startswith("answers.yaml:5: item small.a.9")
    assert "depends on small.a.1" in str(caught.value)


def test_a_bare_answer_without_points_is_set_aside(tmp_path, small):
    given = bare(tmp_path, small, "small.a.1: no\nsmall.a.9: yes")
    assert dict(given.set_aside) == {"small.a.9": ("yes",)}
    assert set(given.answers) == {"small.a.1"}
    assert "small.a.9" not in given.sheet({}).values


@pytest.mark.parametrize("gate", ["small.a.1: no\n", ""])
def test_a_bare_answer_with_points_is_an_error(tmp_path, small, gate):
    with pytest.raises(ChecklistError) as caught:
        bare(tmp_path, small, f"{gate}small.a.10: x")
    assert caught.value.slug == "answer-hidden"
    assert "small.a.10" in str(caught.value)


def test_an_option_without_points_of_a_question_with_points_is_set_aside(tmp_path, small):
    assert set(bare(tmp_path, small, "small.a.1: no\nsmall.a.10: y").set_aside) == {"small.a.10"}


def test_a_question_hidden_by_the_plan_is_hidden(tmp_path):
    fact = "visible_if: {fact: coercive, one_of: ['true']}"
    small = checklist(tmp_path, sections(section(item(1, "answer: yes_no\n" + fact))))
    asked = bare(tmp_path, small, "", {}).sheet({}).asked
    assert asked == {"small.a.1"}  # what the plan does not say is asked
    no = {"coercive": frozenset({"false"})}
    assert bare(tmp_path, small, "", no).sheet(no).asked == frozenset()


def test_a_section_can_be_hidden(tmp_path):
    hidden = section(
        item(2, section="b"), id="b", more="visible_if: {item: small.a.1, one_of: [met]}"
    )
    small = checklist(tmp_path, sections(section(item(1)), hidden))
    assert bare(tmp_path, small, "small.a.1: not_met").sheet({}).asked == {"small.a.1"}


# ---------------------------------------------------------------------------------------------
# Files


@pytest.mark.parametrize("indent", [None, 1, "\t"])
def test_json_is_read_with_its_lines(tmp_path, small, indent):
    path = tmp_path / "a.json"
    answers = {"small.a.1": "yes", "small.a.5": 'say "so" 😀\ttab', "small.a.4": 3}
    path.write_text(json.dumps({"answers": answers}, indent=indent), encoding="utf-8")
    given = read_answers(path, {}, only=small, today=TODAY)["small"]
    assert given.answers["small.a.5"].text == answers["small.a.5"]
    assert given.answers["small.a.4"].value == ("3",)
    path.write_text(json.dumps({"answers": {"small.a.1": "maybe"}}, indent=1), encoding="utf-8")
    with pytest.raises(ChecklistError, match=r"a\.json:3: item small\.a\.1"):
        read_answers(path, {}, only=small, today=TODAY)


def test_a_folder_holds_one_file_for_each_checklist(tmp_path, small):
    other = checklist(tmp_path, sections(section(item(1, name="other"))), name="other")
    folder = tmp_path / "answers"
    folder.mkdir()
    (folder / "small.yaml").write_text(
        "{checklist: small, version: '1', answers: {small.a.1: yes}}"
    )
    (folder / "other.yaml").write_text(
        "{checklist: other, version: '1', answers: {other.a.1: not_met}}"
    )
    (folder / "notes.txt").write_text("nothing")
    given = load_answers(folder, {"small": small, "other": other}, today=TODAY)
    assert {slug: list(answers) for slug, answers in given.items()} == {
        "small": ["small.a.1"],
        "other": ["other.a.1"],
    }


def test_an_empty_folder_is_said_to_be_one(tmp_path, small):
    folder = tmp_path / "empty"
    folder.mkdir()
    with pytest.raises(ChecklistError, match="holds no file of answers"):
        load_answers(folder, {"small": small}, today=TODAY)


@pytest.mark.parametrize("version", ["1", "v1"])
def test_a_short_file_may_name_its_checklist_and_version(tmp_path, small, version):
    path = tmp_path / "a.yaml"
    path.write_text(f"checklist: small\nversion: {version}\nanswers: {{small.a.1: yes}}\n")
    assert "small.a.1" in read_answers(path, {}, only=small, today=TODAY)["small"].answers


def test_a_short_file_for_another_version_is_refused(tmp_path, small):
    path = tmp_path / "a.yaml"
    path.write_text("version: '0.10.0'\nanswers: {small.a.1: yes}\n")
    with pytest.raises(ChecklistError, match=r"a\.yaml:1: answers to version 0\.10\.0"):
        read_answers(path, {}, only=small, today=TODAY)


def test_answers_to_another_checklist_are_passed_over_or_refused(tmp_path, small):
    other = checklist(tmp_path, sections(section(item(1, name="other"))), name="other")
    path = tmp_path / "a.yaml"
    path.write_text("{checklist: other, version: '1', answers: {other.a.1: not_met}}")
    assert read_answers(path, {"other": other}, only=small, today=TODAY) == {}
    with pytest.raises(ChecklistError, match="is no checklist"):
        read_answers(path, {"small": small}, only=small, today=TODAY)


@pytest.mark.parametrize(
    "text", ["answers: [1, 2]", "answers: word", "- 1", "small.a.1: yes", "answer: {}"]
)
def test_files_that_hold_no_answers(tmp_path, small, text):
    path = tmp_path / "a.yaml"
    path.write_text(text)
    with pytest.raises(ChecklistError, match=r"a\.yaml:1: "):
        read_answers(path, {}, only=small, today=TODAY)


# ---------------------------------------------------------------------------------------------
# Attachments and confirmations


def test_an_attachment_is_held_to_its_fingerprint(tmp_path, small):
    (tmp_path / "notes.txt").write_bytes(b"minutes of the meeting")
    good = hashlib.sha256(b"minutes of the meeting").hexdigest()
    line = "small.a.7: {attachments: [{file: notes.txt, sha256: %s}]}"
    (answer,) = full(tmp_path, small, line % good).values()
    assert answer.attachments[0].file == "notes.txt"
    with pytest.raises(ChecklistError) as caught:
        full(tmp_path, small, line % ("0" * 64))
    assert caught.value.slug == "attachment-changed"
    assert str(caught.value).startswith("answers.yaml:4: item small.a.7")
    with pytest.raises(ChecklistError) as caught:
        full(tmp_path, small, (line % good).replace("notes", "gone"))
    assert caught.value.slug == "attachment-missing"


def test_a_name_or_an_address_alone_is_not_looked_up(tmp_path, small):
    listed = "[gone.pdf, {file: 'https://example.org/a.pdf', sha256: %s}]" % ("0" * 64)
    (answer,) = full(tmp_path, small, f"small.a.7: {{attachments: {listed}}}").values()
    assert [a.sha256[:1] for a in answer.attachments] == ["", "0"]


def test_a_confirmation_has_a_name_and_a_day(tmp_path, small):
    path = tmp_path / "a.yaml"
    path.write_text("answers: {}\nconfirmed: {result: high, by: A, on: 2026-10-01}\n")
    given = read_answers(path, {}, only=small, today=TODAY)["small"]
    assert given.confirmed is not None
    assert (given.confirmed.result, given.confirmed.by) == ("high", "A")
    path.write_text("answers: {}\nconfirmed: {result: high, by: A, on: 2026-10-02}\n")
    with pytest.raises(ChecklistError, match=r"a\.yaml:2: confirmed: 'on' is in the future"):
        read_answers(path, {}, only=small, today=TODAY)
    path.write_text("answers: {}\nconfirmed: {result: high, on: 2026-10-01}\n")
    with pytest.raises(ChecklistError, match="needs 'by'"):
        read_answers(path, {}, only=small, today=date(2026, 10, 1))

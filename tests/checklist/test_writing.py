from __future__ import annotations

import random
import stat
import string
import sys
from pathlib import Path

import pytest

from audit.checklist import Answer, Attachment, load_answers
from audit.checklist.writing import put, write
from audit.errors import ChecklistError
from audit.vocabulary import Answered
from tests.checklist.lists import TODAY, checklist, item, section, sections


@pytest.fixture
def small(tmp_path):
    multi = "answer: {type: multi, options: [{value: x}, {value: y}]}"
    return checklist(
        tmp_path, sections(section(item(1), item(2, multi), item(3), item(4, "answer: text")))
    )


def said(number: int, text: str = "because", **more) -> Answer:
    return Answer(
        item=f"small.a.{number}", state=Answered.NOT_MET, text=text, by="A. Person", on="2026-10-01", **more
    )  # fmt: skip


def read(tmp_path: Path, small, text: str):
    path = tmp_path / "answers.yaml"
    path.write_text(text, encoding="utf-8")
    return load_answers(path, {"small": small}, today=TODAY)["small"]


def test_a_new_file_reads_like_this(small):
    long = "one two three four five six seven " * 5
    (file,) = ("minutes of 3 May.pdf",)
    text = put("", small, said(3, long, attachments=(Attachment(file=file, sha256="ab" * 32),)))
    text = put(text, small, Answer(item="small.a.2", state=Answered.ANSWERED, value=("x", "y")))
    assert (
        text
        == f"""\
# A small one
checklist: small
version: 1
answers:
  small.a.2:
    value:
    - x
    - y
  small.a.3:
    state: not_met
    text: >-
      one two three four five six seven one two three four five six seven one two three four five
      six seven one two three four five six seven one two three four five six seven
    by: A. Person
    on: 2026-10-01
    attachments:
    - file: {file}
      sha256: {"ab" * 32}
"""
    )


def test_answers_stand_in_the_order_of_the_questions_and_replace_older_ones(tmp_path, small):
    text = ""
    for number in (3, 1, 4, 1):
        answer = said(number, f"text {number}")
        if number == 4:
            answer = Answer(item="small.a.4", state=Answered.ANSWERED, text="four")
        text = put(text, small, answer)
    assert list(read(tmp_path, small, text)) == ["small.a.1", "small.a.3", "small.a.4"]


def test_comments_and_what_others_wrote_stay(tmp_path, small):
    text = """\
# kept at the top
checklist: small
version: '1'   # as printed
answers:

  # about the first
  small.a.1: {state: not_met, by: B. Person}

  # about the third
  small.a.3:
    state: met   # really
    text: yes
# the end
"""
    after = put(text, small, said(3, "new"))
    after = put(
        after, small, said(2, "").__class__(item="small.a.2", state=Answered.ANSWERED, value=("x",))
    )
    for comment in (
        "# kept at the top",
        "# as printed",
        "# about the first",
        "# about the third",
        "# the end",
    ):
        assert comment in after
    given = read(tmp_path, small, after)
    assert (given["small.a.1"].by, given["small.a.2"].value, given["small.a.3"].text) == (
        "B. Person", ("x",), "new",
    )  # fmt: skip
    # A change to one answer changes the lines of that answer alone.
    removed = [line for line in text.splitlines() if line not in after.splitlines()]
    assert removed == ["    state: met   # really", "    text: yes"]


def test_answers_of_several_checklists_share_a_file(tmp_path, small):
    other = checklist(tmp_path, sections(section(item(1, name="other"))), name="other")
    text = put("", small, said(1))
    text = put(text, other, Answer(item="other.a.1", state=Answered.NOT_MET, by="B"))
    text = put(text, small, said(3))
    path = tmp_path / "answers.yaml"
    path.write_text(text, encoding="utf-8")
    given = load_answers(path, {"small": small, "other": other}, today=TODAY)
    assert {slug: list(answers) for slug, answers in given.items()} == {
        "small": ["small.a.1", "small.a.3"],
        "other": ["other.a.1"],
    }


@pytest.mark.parametrize("seed", range(40))
def test_whatever_is_typed_is_read_back(tmp_path, small, seed):
    draw = random.Random(seed)
    alphabet = string.ascii_letters + "  \n\n:#-'\"{}[]&*!|>%@`,?\\é中\u202b\t~.…"
    text = "".join(draw.choice(alphabet) for _ in range(draw.randrange(1, 400)))
    by = draw.choice(
        ["no", "null", "~", "A: B", "- x", "# y", "on", "1.0", '"q"', "it's", "2026-01-01"]
    )
    answer = Answer(item="small.a.1", state=Answered.NOT_MET, text=text, by=by)
    (given,) = read(tmp_path, small, put("", small, answer)).values()
    assert given.text == "\n".join(line.strip() for line in text.strip().splitlines())
    assert given.by == by


@pytest.mark.parametrize(
    "text",
    [
        "{checklist: small, version: '1', answers: {small.a.1: not_met}}\n",
        "checklist: small\nversion: '1'\nanswers: {small.a.1: not_met}\n",
        "- checklist: small\n  version: '1'\n  answers:\n    small.a.1: not_met\n",
        "answers:\n  small.a.1: not_met\n",
        "checklist: small\nversion: '1'\n",
    ],
)
def test_a_shape_that_cannot_be_added_to_is_left_alone(tmp_path, small, text):
    path = tmp_path / "answers.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ChecklistError) as caught:
        write(path, small, [said(1)])
    assert caught.value.slug == "answers-shape"
    assert path.read_text(encoding="utf-8") == text


def test_an_empty_list_of_answers_can_be_added_to(tmp_path, small):
    given = read(tmp_path, small, put("checklist: small\nversion: '1'\nanswers:\n", small, said(1)))
    assert list(given) == ["small.a.1"]


def test_a_file_that_is_no_yaml_is_left_alone(tmp_path, small):
    path = tmp_path / "answers.yaml"
    path.write_text("answers: [", encoding="utf-8")
    with pytest.raises(ChecklistError, match="not valid YAML"):
        write(path, small, [said(1)])
    assert path.read_text(encoding="utf-8") == "answers: ["


def test_what_is_dropped_is_gone(tmp_path, small):
    path = tmp_path / "answers.yaml"
    write(path, small, [said(1), said(3)])
    write(path, small, [], drop=["small.a.1", "small.a.2"])
    assert list(load_answers(path, {"small": small}, today=TODAY)["small"]) == ["small.a.3"]


@pytest.mark.skipif(sys.platform == "win32", reason="folders are not closed this way on Windows")
def test_a_folder_that_cannot_be_written_to_is_said(tmp_path, small):
    folder = tmp_path / "closed"
    folder.mkdir()
    (folder / "file").write_text("x")
    with pytest.raises(ChecklistError) as caught:
        write(folder / "file" / "answers.yaml", small, [said(1)])
    assert caught.value.slug == "cannot-write-answers"
    assert stat.S_ISREG((folder / "file").stat().st_mode)

from __future__ import annotations

import re
from pathlib import Path

import pytest

from audit.checklist import AnswerType, load
from audit.errors import ChecklistError
from audit.strict_yaml import parse, read
from audit.vocabulary import Answered
from tests.checklist.lists import HEAD, checklist, item, section, sections

CHOICE = "answer: {type: single, options: [{value: x, points: 2}, {value: y}]}"


def test_a_bare_type_is_an_answer(tmp_path):
    found = checklist(tmp_path, sections(section(item(1, "answer: text"), item(2))))
    first, second = found.items()
    assert (first.answer.type, second.answer.type) == (AnswerType.TEXT, AnswerType.STATE)


@pytest.mark.parametrize(
    ("met", "states"),
    [
        ("", (None, None)),
        (", met: yes", (Answered.MET, Answered.NOT_MET)),
        (", met: no", (Answered.NOT_MET, Answered.MET)),
    ],
)
def test_yes_and_no_mean_what_the_file_says(tmp_path, met, states):
    found = checklist(tmp_path, sections(section(item(1, f"answer: {{type: yes_no{met}}}"))))
    options = found.items()[0].answer.options
    assert [option.value for option in options] == ["yes", "no"]
    assert tuple(option.state for option in options) == states


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("answer: {type: single, options: [{value: x}]}", "needs options"),
        ("answer: {type: multi}", "needs options"),
        ("answer: {type: single, options: [{value: x}, {value: x}]}", "the same value"),
        (
            "answer: {type: yes_no, options: [{value: yes}, {value: maybe}]}",
            "the options yes and no",
        ),
        ("answer: {type: yes_no, met: maybe}", "met is yes or no"),
        ("answer: {type: text, options: [{value: x}]}", "has no options"),
        ("answer: {type: text, at_least: 1}", "belong to an answer of type number"),
        ("answer: {type: number, at_least: 2, at_most: 1}", "must not exceed"),
        ("answer: {type: number, future: true}", "type date"),
        ("answer: {type: essay}", "must be one of state, yes_no"),
        ("answer: {type: number, at_least: many}", "must be a number"),
        ("answer: {type: yes_no}\nmin_words: 3", "min_words belongs to"),
        ("answer: {type: yes_no}\nzero_option: true", "can mean not_met"),
        ("evidence: [FA201]\nagainst: {FA202: [met]}", "not among its evidence"),
        ("evidence: [FA201]\nagainst: {FA201: [perhaps]}", "is no answer to it"),
        ("shared: Two Words", "lower-case"),
        ("visible_if: {item: small.a.9, one_of: [met]}", "no item 'small.a.9' before it"),
        ("visible_if: {item: small.a.1, one_of: [mett]}", "did you mean 'met'?"),
        ("visible_if: {item: small.a.2, one_of: [met]}", "no item 'small.a.2' before it"),
        ("visible_if: {fact: jurisdicton, one_of: [EU]}", "did you mean 'jurisdiction'?"),
        ("visible_if: {step: high}", "the scoring method alone"),
        ("visible_if: {item: small.a.1}", "needs one_of"),
        ('visible_if: "{small.a.1} = met"', "must have keys and values"),
        (CHOICE + "\ninferred_from: {z: [a]}", "none of its options"),
        (CHOICE + "\ninferred_from: {x: [c]}", "there is no section c"),
    ],
)
def test_a_wrong_item_is_named_with_its_line(tmp_path, more, said):
    with pytest.raises(ChecklistError) as caught:
        checklist(tmp_path, sections(section(item(1), item(2, more))))
    assert said in str(caught.value)
    assert re.match(r"small\.yaml:\d+: ", str(caught.value))


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (sections(section(item(1)), section(item(2), id="a")), "two sections have the same id"),
        (sections(section(item(1, section="b"))), "the id must be small.a.<number>"),
        ("ids: theirs\n" + sections(section(item(1))), "ours, official"),
        ("applies_if: {item: x, one_of: [yes]}\n" + sections(section(item(1))), "facts alone"),
        ("applies_if: {fact: x, one_of: [yes]}\n" + sections(section(item(1))), "no fact 'x'"),
        (
            "scoring: {method: magic}\n" + sections(section(item(1))),
            "must be one of class, coverage",
        ),
        ("scoring: {method: coverage, by: 2}\n" + sections(section(item(1))), "no key 'by'"),
    ],
)
def test_a_wrong_checklist_is_refused(tmp_path, body, said):
    with pytest.raises(ChecklistError) as caught:
        checklist(tmp_path, body)
    assert said in str(caught.value)


def test_official_ids_and_ours_stand_side_by_side(tmp_path):
    theirs = item(1).replace("small.a.1", "riskProfile-1.b")
    found = checklist(tmp_path, "ids: official\n" + sections(section(theirs, item(2))))
    assert [i.id for i in found.items()] == ["riskProfile-1.b", "small.a.2"]


def test_a_changed_file_is_read_again(tmp_path):
    before = checklist(tmp_path, sections(section(item(1))))
    path = tmp_path / "small.yaml"
    path.write_text(HEAD.replace("A small one", "Another") + sections(section(item(1), item(2))))
    import os

    os.utime(path, ns=(1, 1))
    assert (before.title, load(path).title) == ("A small one", "Another")


def test_the_example_in_the_guide_is_a_checklist(tmp_path):
    guide = Path(__file__).parents[2] / "docs" / "add_a_checklist.md"
    if not guide.is_file():
        pytest.skip("the documentation is not there")
    example = re.search(
        r"```yaml\n(checklist: city_rule.*?)```", guide.read_text("utf-8"), re.DOTALL
    )
    assert example is not None
    (tmp_path / "city_rule.yaml").write_text(example[1], encoding="utf-8")
    found = load(tmp_path / "city_rule.yaml")
    assert [item.id for item in found.items()] == [
        "city_rule.a.1",
        "city_rule.a.2",
        "city_rule.z.1",
    ]
    assert [item.id for item in found.items() if item.zero_option] == ["city_rule.z.1"]
    # What the tests of those that are shipped ask of every checklist.
    assert all(item.ref and item.who for item in found.items() if item.blocks)
    assert found.items()[-1].shared == "zero_option"
    assert found.applies_if is not None


@pytest.mark.parametrize(
    ("line", "typed"),
    [
        ("text: No end: date", "put a text that holds a colon into quotes"),
        ("\ttext: No end date", "indent with spaces, not with tabs"),
        ('text: "No end date', "close each quote where its text ends"),
    ],
)
def test_what_is_not_yaml_says_what_to_type(line: str, typed: str) -> None:
    with pytest.raises(ChecklistError) as caught:
        parse(f"answers:\n  a.1:\n    {line}\n    by: A\n", "a.yaml")
    assert caught.value.slug == "checklist-syntax"
    assert typed in caught.value.hint


def test_a_file_that_is_not_there_names_the_nearest(tmp_path: Path) -> None:
    (tmp_path / "answers.yaml").write_text("answers: {}\n", encoding="utf-8")
    with pytest.raises(ChecklistError, match="there is no file") as caught:
        read(tmp_path / "answer.yaml")
    assert caught.value.hint == "did you mean 'answers.yaml'?"

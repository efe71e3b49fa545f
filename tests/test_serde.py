"""Records from hands we do not know."""

from __future__ import annotations

import copy
import importlib.util
import json
from pathlib import Path

import pytest

from audit import serde
from audit.errors import RecordError


@pytest.fixture(scope="module")
def document():
    path = Path(__file__).parent / "report" / "sample_record.py"
    spec = importlib.util.spec_from_file_location("sample_record_here", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    made = json.loads(serde.dumps(module.record()))
    # The record made by hand names a part as no plan may.
    text = json.dumps(made).replace("e-gate", "e_gate")
    made = json.loads(text)
    made["plan"]["parts"] = [{"name": p["name"], "kind": p["kind"]} for p in made["parts"]]
    return made


@pytest.fixture
def changed(document):
    return copy.deepcopy(document)


def refused(text):
    with pytest.raises(RecordError) as caught:
        serde.loads(text if isinstance(text, str) else json.dumps(text))
    assert caught.value.slug == "not-a-record"
    assert caught.value.exit_code == 3
    return caught.value.message


def test_a_whole_record_is_read_also_after_a_byte_order_mark(document, tmp_path):
    text = json.dumps(document)
    assert serde.loads("\ufeff" + text) == serde.loads(text)
    (tmp_path / "audit.json").write_text(text, encoding="utf-8-sig")
    assert serde.load(tmp_path) == serde.loads(text)


@pytest.mark.parametrize("name", ["/../../pwned", "..", "A", "a-b", "1a", "", "a\n", "é"])
def test_names_of_parts_are_names(changed, name):
    changed["parts"][0]["name"] = changed["plan"]["parts"][0]["name"] = name
    assert "part's name" in refused(changed)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("id", "../../../payload"), ("id", "group_counts-other"), ("id", ""), ("part", "other"),
        ("kind", "../x"), ("kind", "Kind"), ("kind", "x-main"),
    ],
)  # fmt: skip
def test_ids_of_evidence_are_made_of_kind_and_part(changed, key, value):
    changed["evidence"][0][key] = value
    assert "evidence" in refused(changed)


def test_a_kind_that_leads_out_of_the_folder_is_refused_with_a_matching_id(changed):
    entry = changed["evidence"][0]
    entry["kind"] = "/../x"
    entry["id"] = f"{entry['kind']}-{entry['part']}"
    assert "evidence" in refused(changed)


def test_evidence_is_listed_once(changed):
    changed["evidence"].append(changed["evidence"][0])
    assert "once" in refused(changed)


@pytest.mark.parametrize(
    "parts", [None, [], [{"name": "main", "kind": "triage"}], [{"name": "other", "kind": "triage"}]]
)
def test_the_plan_has_the_parts_of_the_record(changed, parts):
    changed["plan"]["parts"] = parts
    if parts is None:
        del changed["plan"]["parts"]
    assert "same parts" in refused(changed)


def test_a_record_has_parts(changed):
    changed["parts"] = changed["plan"]["parts"] = []
    refused(changed)
    changed["plan"] = {}
    refused(changed)


def test_parts_are_named_once(changed):
    changed["parts"].append(changed["parts"][0])
    changed["plan"]["parts"].append(changed["plan"]["parts"][0])
    assert "once" in refused(changed)


@pytest.mark.parametrize("parts", ["x", 3, ["x", "y"], [[], []], {"name": "main"}])
def test_parts_that_are_none_are_refused(changed, parts):
    changed["plan"]["parts"] = parts
    assert "same parts" in refused(changed)


def test_a_report_section_that_is_none_is_refused(changed):
    changed["plan"]["report"] = "x"
    assert "report section" in refused(changed)


@pytest.mark.parametrize("plan", [{"report": {"min_cell": "x"}}, {"privacy": 3}])
def test_a_plan_that_cannot_be_followed_is_said(changed, plan):
    changed["plan"] |= plan
    with pytest.raises(RecordError, match="plan cannot be followed at") as caught:
        serde.plan_of(serde.loads(json.dumps(changed)))
    assert caught.value.slug == "not-a-record"


def test_rows_of_figures_are_as_long_as_their_heads(changed):
    figure = next(f for e in changed["evidence"] for f in e["figures"] if f["rows"])
    figure["rows"][0].append(1)
    assert "figures" in refused(changed)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[1]",
        "{",
        '{"schema_version": "1.0", "a": ' + "[" * 200_000 + "]" * 200_000 + "}",
        '{"schema_version": "1.0", "seed": ' + "9" * 6000 + "}",
        '{"schema_version": "1.0", "seed": ' + "9" * 400 + "}",
        '{"schema_version": "1.0", "seed": NaN}',
        '{"schema_version": "1.0", "seed": -Infinity}',
        '{"schema_version": "1.0", "seed": 1e999}',
    ],
)
def test_texts_that_are_no_records(text):
    assert len(refused(text)) < 200


def test_deep_messages_are_refused_or_read_but_do_not_break(changed):
    message = {"id": "plain", "params": {}, "text": "x", "parts": {}}
    for _ in range(400):
        message = {"id": "x.y", "params": {}, "text": "{a}", "parts": {"a": message}}
    changed["findings"][0]["message"] = message
    refused(changed)


def test_where_it_is_wrong_is_said_without_control_characters(changed):
    changed["catalogue"]["\x1b[31mred"] = 3
    assert "\x1b" not in refused(changed)


@pytest.mark.parametrize("text", ["", "[" * 200_000, "9" * 6000, "null", "{}"])
def test_evidence_that_cannot_be_read(text):
    with pytest.raises(RecordError) as caught:
        serde.load_evidence(text, dict)
    assert caught.value.slug == "evidence-unreadable"


def test_a_record_of_before_1_1_is_read_with_attachments_and_responses_as_text(changed):
    changed["schema_version"] = "1.0"
    entries = [e for state in changed["checklists"] for _, held in state["sections"] for e in held]
    entries[0]["answer"]["attachments"] = ["annex.pdf"]
    changed["findings"][0]["response"] = "We dispute it."
    record = serde.loads(json.dumps(changed))
    answer = record.checklists[0].sections[0][1][0].answer
    assert [(a.file, a.sha256) for a in answer.attachments] == [("annex.pdf", "")]
    assert record.findings[0].response.text == "We dispute it."
    assert serde.loads(serde.dumps(record)) == record


def test_an_older_record_that_cannot_be_read_says_what_to_do(changed):
    changed["schema_version"] = "1.0"
    changed["seed"] = "often"
    with pytest.raises(RecordError) as caught:
        serde.loads(json.dumps(changed))
    assert "schema version 1.0" in caught.value.hint
    assert "run the audit again" in caught.value.hint


@pytest.mark.parametrize("sections", [3, ["x"], [["a", 3]], [["a", [{"answer": 3}]]]])
def test_checklists_of_another_shape_are_refused_and_do_not_break(changed, sections):
    changed["checklists"][0]["sections"] = sections
    assert "checklists.0.sections" in refused(changed)

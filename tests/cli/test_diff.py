"""Judged again, compared, and a demo that a fault does not pass for a finding."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from click.testing import CliRunner

from audit import plan_reader as plans
from audit import serde
from audit.cli import command
from audit.runner import run
from audit.vocabulary import Outcome

CRITERIA = """
[checks.FA201]
limit = { ratio = 9.0, difference = 0.5 }
set_by = "A. Name"
reason = "to see what happens"
"""


def audit(*arguments):
    return CliRunner().invoke(command, [str(a) for a in arguments], catch_exceptions=False)


@pytest.fixture
def judged(world):
    """A world with a first record and one judged again by wider limits."""
    run(plans.load(world / "audit.toml"), out=world / "out", formats=())
    (world / "new.toml").write_text(CRITERIA, encoding="utf-8")
    result = audit("judge", world / "out", "--criteria", world / "new.toml", "--format", "json")
    assert result.exit_code in (0, 1, 3), result.stderr
    return world, result


def flat(text):
    return " ".join(text.split())


def test_judge_says_first_that_limits_were_changed(judged):
    world, result = judged
    record = serde.load(world / "out" / "judged")
    first = "Limits were changed after results had been seen: FA201 from ratio 1.25"
    assert record.conclusion.condition.startswith(first)
    assert flat(result.stdout).startswith(first)
    assert "by A. Name, because: to see what happens." in record.conclusion.condition
    was = record.judgements[-1].before["FA201:main:all:region"]
    assert was is Outcome.FAIL
    found = next(f for f in record.findings if f.id == "FA201:main:all:region")
    assert found.limit_source == "set by the auditor"


def test_judged_twice_the_first_answer_stands(judged):
    world, _ = judged
    audit("judge", world / "out" / "judged", "--criteria", world / "new.toml", "--format", "json")
    again = serde.load(world / "out" / "judged" / "judged")
    first = serde.load(world / "out" / "judged")
    assert again.conclusion.condition == first.conclusion.condition


def test_diff_uses_the_words_of_the_page_and_says_what_was_seen(judged):
    world, _ = judged
    result = audit("diff", world / "out", world / "out" / "judged")
    text = flat(result.stdout)
    assert text.startswith("Limits were changed after results had been seen: FA201 from ratio 1.25")
    assert "FA201:main:all:region: beyond the limit → " in text


def test_diff_in_json_stays_raw(judged):
    world, _ = judged
    result = audit("diff", world / "out", world / "out" / "judged", "--json")
    rows = {row["id"]: row for row in json.loads(result.stdout)}
    assert rows["FA201:main:all:region"]["old"] == "fail"


def test_diff_of_two_audits_with_other_limits_says_so(judged):
    world, _ = judged
    record = serde.load(world / "out" / "judged")
    record = replace(record, judgements=record.judgements[:1])
    (world / "other.json").write_text(serde.dumps(record), encoding="utf-8")
    result = audit("diff", world / "out", world / "other.json")
    assert result.stdout.startswith("Limits differ between the two")


def test_a_demo_with_a_fault_says_so_and_exits_with_1(world, tmp_path, monkeypatch):
    record = run(plans.load(world / "audit.toml"), out=world / "out", formats=())
    broken = replace(record.findings[0], outcome=Outcome.ERROR, condition="It broke.")
    faulty = replace(record, findings=(broken, *record.findings[1:]))
    for given, code in ((record, 0), (faulty, 1)):
        monkeypatch.setattr("audit.cases.run", lambda *_, given=given, **__: given)
        result = audit("demo", "--out", tmp_path / "demo")
        assert result.exit_code == code
        assert ("FAULT IN THIS TOOL" in result.stdout) is bool(code)
    assert f"{broken.id}: It broke." in result.stdout

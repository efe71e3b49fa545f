"""Gaps within strata in both directions, with households that hold people of both groups."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from audit import plan_reader as plans
from audit.checks.fairness.fa102_conditional_selection import fa102
from audit.runner import audit_system
from audit.vocabulary import Outcome

PLAN = """
[data]
source = "d.parquet"
[roles]
y_pred = "flag"
positive = { y_pred = ["red"] }
positive_is = "adverse"
sensitive_features = ["group"]
control_features = ["kind"]
[columns.kind]
named_by = "the ministry"
why = "the law treats them differently"
"""


def _finding(tmp_path, world, extra="", copies=1, n=4000):
    """A gap from the mix of kinds (`mix`), one hidden by the mix (`hidden`), turned by it, or none."""
    rng = np.random.default_rng(0)
    b = rng.random(n) < 0.4
    share = {"mix": 0.7, "hidden": 0.3, "none": 0.5, "turned": 0.95}[world]
    y = rng.random(n) < np.where(b, share, 0.5 if world == "none" else 1 - share)
    rate = np.where(y, 0.4, 0.1)
    if world == "hidden":
        rate = rate + np.where(b, 0.12, 0.0)
    if world == "turned":
        rate = np.clip(rate - np.where(b, 0.08, 0.0), 0.02, 1)
    flag = rng.random(n) < rate
    table = pa.table(
        {
            "group": np.repeat(np.where(b, "b", "a"), copies),
            "kind": np.repeat(np.where(y, "y", "x"), copies),
            "flag": np.repeat(np.where(flag, "red", "green"), copies),
            "home": np.repeat(np.arange(n), copies),
            "w": np.ones(n * copies),
        }
    )
    pq.write_table(table, tmp_path / "d.parquet")
    plan = PLAN.replace("[columns", extra + "[columns", 1)
    record, _ = audit_system(plans.parse(plan, base=str(tmp_path)))
    (found,) = [f for f in record.findings if f.check == "FA102"]
    return found


def _of(finding, group):
    return next(e for e in finding.estimates if e.group == group)


def test_a_raw_gap_that_is_smaller_within_strata(tmp_path):
    found = _finding(tmp_path, "mix")
    b = _of(found, "b")
    assert found.outcome is Outcome.REVIEW
    assert b.difference > 0.08
    low, high = b.within_difference_interval
    assert low < 0 < high
    assert "raw gap" in found.condition
    assert "within strata of kind" in found.condition


def test_a_gap_that_appears_only_within_strata(tmp_path):
    found = _finding(tmp_path, "hidden")
    b = _of(found, "b")
    assert found.outcome is Outcome.REVIEW
    low, high = b.difference_interval
    assert low < 0.03
    assert high < 0.06
    assert b.within_difference_interval[0] > 0.06
    assert "b" in found.groups


def test_no_gap_either_way(tmp_path):
    assert _finding(tmp_path, "none").outcome in (Outcome.PASS, Outcome.INCONCLUSIVE)


@pytest.mark.parametrize("world", ["mix", "hidden"])
def test_copies_in_one_home_count_once_within_strata(tmp_path, world):
    single = _of(_finding(tmp_path, world, 'cluster = "home"\n', n=1500), "b")
    copied = _finding(tmp_path, world, 'cluster = "home"\n', copies=5, n=1500)
    many = _of(copied, "b")
    assert many.n == 5 * single.n
    assert many.within_difference_interval == pytest.approx(single.within_difference_interval)
    assert many.within_ratio_interval == pytest.approx(single.within_ratio_interval)
    said = [note.id for note in copied.notes]
    assert "finding.clustered" in said


def test_weights_of_one_are_no_weights(tmp_path):
    plain = _of(_finding(tmp_path, "mix"), "b")
    weighted = _of(_finding(tmp_path, "mix", 'sample_weight = "w"\n'), "b")
    assert weighted.within_difference == pytest.approx(plain.within_difference)
    assert weighted.within_difference_interval == pytest.approx(
        plain.within_difference_interval, abs=0.002
    )


def test_the_wording(clean_wording):
    clean_wording(fa102)


def test_a_gap_that_turns_round_within_strata_is_said_to(tmp_path):
    found = _finding(tmp_path, "turned", n=8000)
    b = _of(found, "b")
    assert b.difference_interval[0] > 0 > b.within_difference_interval[1]
    (said,) = [note for note in found.notes if note.id == "finding.turned"]
    assert set(said.params["groups"]) == {"a", "b"}


@pytest.mark.parametrize("world", ["mix", "hidden", "none"])
def test_a_gap_that_only_changes_is_not(tmp_path, world):
    assert not [n for n in _finding(tmp_path, world).notes if n.id == "finding.turned"]

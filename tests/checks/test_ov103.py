from __future__ import annotations

import pytest

from audit.checks.oversight.ov103_time import ov103
from audit.evidence import Rate
from audit.measures.attention import Attention, Times


def _found(n=100, median=60.0, **more):
    return Attention(everyone=Times(n=n, median=median), quick=Rate(40, 100), **more)


@pytest.mark.parametrize(("median", "outcome"), [(59.9, "review"), (60.0, "pass")])
def test_at_the_limit(put, median, outcome):
    said = put(ov103, _found(median=median))
    assert said.outcome == outcome
    assert said.notes == ("40.0 % took less than 60 seconds.",)


@pytest.mark.parametrize(("n", "outcome"), [(29, "inconclusive"), (30, "review")])
def test_thirty_times_are_needed(put, n, outcome):
    assert put(ov103, _found(n=n, median=5.0)).outcome == outcome


@pytest.mark.parametrize(("n", "told"), [(10, True), (9, False)])
def test_medians_by_what_the_machine_decided(put, n, told):
    sides = {"1": Times(n=n, median=240.0), "0": Times(n=90, median=95.0)}
    said = put(ov103, _found(median=100.0, by=sides))
    line = "The median is 240 seconds where the machine decided positive and 95 where it decided negative."
    assert (line in said.notes) is told


@pytest.mark.parametrize(("stamps", "told"), [(90, False), (89, True)])
def test_many_decisions_at_one_clock_time(put, stamps, told):
    said = put(ov103, _found(stamped=100, stamps=stamps))
    assert any("clock times" in note for note in said.notes) is told


def test_no_seconds(put, clean_wording):
    said = put(ov103, Attention(everyone=None, quick=Rate(0, 0)))
    assert said.outcome == "not_assessed"
    clean_wording(ov103)

"""Where a changed limit says it comes from."""

from __future__ import annotations

from audit import plan_reader as plans
from audit.criterion import Criterion, Limit

DEFAULT = Criterion(limit=Limit(ratio=1.25, difference=0.01), source="a convention, p. 3")


def of(text):
    return plans.parse(f"[checks.FA201]\n{text}\n").criterion("FA201", DEFAULT)


def test_a_changed_limit_does_not_keep_the_source_of_the_one_it_replaces():
    assert of("limit = { ratio = 1.02 }").source == "set by the auditor"
    assert of("limit = { ratio = 1.02 }").limit == Limit(ratio=1.02, difference=0.01)


def test_a_source_that_is_given_stands():
    assert of('limit = { ratio = 1.02 }\nsource = "Act, s. 4"').source == "Act, s. 4"


def test_a_changed_severity_alone_keeps_the_source_of_the_limit():
    assert of('severity = "critical"').source == DEFAULT.source

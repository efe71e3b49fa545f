from __future__ import annotations

from audit.checks.data.da201_drift import da201
from audit.measures.drift import Counted, Drift, Series
from audit.vocabulary import MayConclude

PLAN = '[roles]\ntime = "decided"\n'
EVEN = (500, 500, 500, 500)


def found(last=(125, 125, 125, 125), **more):
    series = {
        "age": Series(then=EVEN, now=((125, 125, 125, 125), last)),
        "post": Series(then=EVEN, now=((120, 130, 125, 125), (125, 125, 120, 130))),
    }
    counted = Counted(reference="2025-01 to 2025-03", blocks=("2025-04", "2025-05"), series=series)
    return Drift(inputs=counted, outcomes=None, rates={}, sampled=3000, **more)


def test_what_moved_is_named_with_its_period(put):
    said = put(da201, found((20, 60, 140, 280), left_out=("born",)), PLAN)
    assert said.outcome == "review"
    assert said.text.startswith("age: moved by more than chance and more than 0.1. Furthest: age")
    assert "in 2025-05 against 2025-01 to 2025-03" in said.text
    assert said.notes[0] == "Inputs are compared with: 2025-01 to 2025-03."
    assert said.notes[1] == "Inputs were read on 3,000 rows drawn at random."
    assert "born" in said.notes[2]


def test_what_stayed_passes(put):
    assert put(da201, found(), PLAN).outcome == "pass"


def test_at_the_limit_it_stays_open(put):
    said = put(da201, found((80, 105, 135, 180), ordered=True), PLAN)
    assert said.outcome == "inconclusive"
    assert "age" in said.text


def test_what_cannot_be_asked(put):
    assert put(da201, found()).outcome == "not_assessed"
    assert put(da201, found(ordered=False), PLAN).outcome == "not_assessed"
    empty = Drift(inputs=None, outcomes=None, rates={}, sampled=0)
    assert put(da201, empty, PLAN).outcome == "inconclusive"
    assert put(da201, found(), '[data]\ntrain = "train.csv"\n').outcome == "pass"


def test_contract(clean_wording):
    assert da201.may_conclude is MayConclude.INDICATOR
    clean_wording(da201)

from __future__ import annotations

import numpy as np

from audit.checks.oversight.ov106_reviewers import ov106
from audit.measures.reviewers import Reviewers
from audit.vocabulary import MayConclude


def found(rates, n=200, held=("visa_type", "score_bin"), **more):
    strata = ({f"of-{i}": (round(rate * n), n) for i, rate in enumerate(rates)},)
    more = {"column": "officer", "role": "human_decision"} | more
    return Reviewers(held=held, strata=strata, **more)


def test_officers_who_differ_need_a_reading(put):
    said = put(ov106, found(np.linspace(0.1, 0.7, 12), unknown=4))
    assert said.outcome == "review"
    assert "go from 10.0 % to 70.0 %" in said.text
    assert said.answer.hypotheses[0].value > 1.5
    assert said.notes[0].startswith("Held alike: visa_type and the score.")
    assert "4 decisions without a reviewer" in said.notes[-1]
    assert "of-" not in said.text + "".join(said.notes)


def test_officers_who_do_not_pass(put):
    said = put(ov106, found([0.3] * 12, held=()))
    assert said.outcome == "pass"
    assert said.answer.hypotheses[0].value == 1.0
    assert said.notes[0].startswith("Nothing was held alike")


def test_few_files_stay_open_and_few_reviewers_are_not_judged(put):
    assert put(ov106, found([0.2, 0.4] * 4, n=12)).outcome == "inconclusive"
    said = put(ov106, found([0.1, 0.5, 0.9, 0.3]))
    assert said.outcome == "inconclusive"
    assert said.text.startswith("Fewer than five reviewers")
    assert put(ov106, found([0.3])).outcome == "inconclusive"
    assert put(ov106, found([0.3], role="")).outcome == "not_assessed"


def test_those_left_out_are_counted(put):
    said = put(ov106, _with_a_newcomer())
    assert any("1 reviewer with too few decisions" in note for note in said.notes)


def _with_a_newcomer():
    base = found([0.3] * 8)
    return Reviewers(
        column=base.column, role=base.role, held=base.held,
        strata=({**base.strata[0], "new": (1, 3)},),
    )  # fmt: skip


def test_contract(clean_wording):
    assert ov106.may_conclude is MayConclude.INDICATOR
    clean_wording(ov106)

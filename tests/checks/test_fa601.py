from __future__ import annotations

from audit.checks.fairness.fa601_direct_use import fa601
from audit.vocabulary import MayConclude, Severity

PLAN = """
[audit]
auditor = "N. Auditor"
[roles]
sensitive_features = {{ nation = {{ ground = "nationality" }} }}
features = [{features}]
"""
BASIS = '[columns.{}]\nlegal_basis = "Regulation (EU) 2018/1806, Annex I"\n{}'


def _put(put, features, more=""):
    quoted = ", ".join(repr(feature).replace("'", '"') for feature in features)
    return put(fa601, plan=PLAN.format(features=quoted) + more, key="nation")


def test_without_a_basis(put):
    said = _put(put, ["income", "nation"])
    assert said.outcome == "review"
    assert said.answer.associated_inputs == ("nation",)
    assert said.text.startswith("Among the inputs, without a recorded legal basis: nation.")


def test_with_a_basis_a_person_still_reads_it(put):
    said = _put(put, ["nation"], BASIS.format("nation", 'named_by = "Legal department"\n'))
    assert said.outcome == "review"
    assert said.notes == (
        "Recorded for 'nation' by Legal department: Regulation (EU) 2018/1806, Annex I",
    )


def test_who_recorded_the_basis(put):
    assert "by N. Auditor:" in _put(put, ["nation"], BASIS.format("nation", "")).notes[0]
    unsigned = PLAN.replace('auditor = "N. Auditor"\n', "").format(features='"nation"')
    said = put(fa601, plan=unsigned + BASIS.format("nation", ""), key="nation")
    assert "by nobody named:" in said.notes[0]


def test_a_blank_basis_is_none(put):
    said = _put(put, ["nation"], '[columns.nation]\nlegal_basis = " "\n')
    assert said.text.startswith("Among the inputs, without")


def test_not_among_the_inputs(put):
    said = _put(put, ["income", "visits"])
    assert said.outcome == "pass"
    assert said.text == (
        "nation is not among the 2 inputs named in the plan. Inputs can still reveal it: see FA602."
    )


def test_a_name_that_points_to_the_same_ground(put):
    said = _put(put, ["nationality_refusal_rate", "income"])
    assert said.outcome == "review"
    assert said.answer.associated_inputs == ("nationality_refusal_rate",)


def test_one_basis_of_two_is_not_enough(put):
    said = _put(put, ["nation", "citizenship"], BASIS.format("nation", ""))
    assert "without a recorded legal basis: citizenship." in said.text
    assert len(said.notes) == 1


def test_other_grounds_are_not_mixed_up(put):
    plan = '[roles]\nfeatures = ["colour"]\nsensitive_features = ["group_x"]\n'
    assert put(fa601, plan=plan, key="group_x").outcome == "pass"


def test_inputs_named_under_the_model_count(put):
    plan = '[roles]\nsensitive_features = ["sex"]\n[model]\nsource = "m.onnx"\nfeatures = ["sex"]\n'
    assert put(fa601, plan=plan, key="sex").outcome == "review"


def test_contract(clean_wording):
    assert fa601.may_conclude is MayConclude.INDICATOR
    assert fa601.criterion.severity is Severity.SERIOUS
    assert fa601.asks_for == {}
    clean_wording(fa601)

"""Groups of a special category are compared only where the plan says on what basis."""

from __future__ import annotations

import pytest

from audit.errors import PlanError
from audit.plan_reader import parse
from audit.runner.special_basis import SPECIAL, check_basis
from audit.vocabulary import Ground

FEATURE = '[roles.sensitive_features]\ngroup = {{ ground = "{}" }}\n'
BASIS = '[audit]\nspecial_category_basis = "{}"\n'


def check(text: str) -> None:
    plan = parse(text)
    check_basis(plan.parts[0], plan)


@pytest.mark.parametrize("ground", SPECIAL)
@pytest.mark.parametrize("before", ["", BASIS.format(" "), '[audit]\nstatus = "draft"\n'])
def test_a_special_category_without_a_basis_stops_the_run(ground: Ground, before: str) -> None:
    with pytest.raises(PlanError) as problem:
        check(before + FEATURE.format(ground))
    assert problem.value.slug == "special-category-basis"
    assert problem.value.exit_code == 2
    assert "roles.sensitive_features.group" in str(problem.value)
    assert "special_category_basis = " in problem.value.hint


def test_the_ground_is_guessed_from_the_name_where_none_is_declared() -> None:
    with pytest.raises(PlanError):
        check('[roles]\nsensitive_features = ["sex", "religion"]\n')
    check('[roles]\nsensitive_features = ["sex", "nationality"]\n')


@pytest.mark.parametrize("ground", [g for g in Ground if g not in SPECIAL])
def test_other_grounds_need_none(ground: Ground) -> None:
    check(FEATURE.format(ground))


def test_a_basis_for_the_audit_or_for_the_column() -> None:
    check(BASIS.format("Ombudsman Act, section 4") + FEATURE.format("race"))
    check(FEATURE.format("race") + '[columns.group]\nlegal_basis = "Equality Act, section 1"\n')
    with pytest.raises(PlanError):
        check(FEATURE.format("race") + '[columns.other]\nlegal_basis = "Equality Act, section 1"\n')


def test_nothing_is_read_before(tmp_path) -> None:
    from audit.plan_reader import load
    from audit.runner import open_system

    (tmp_path / "audit.toml").write_text(
        '[data]\nsource = "missing.csv"\n' + FEATURE.format("religion"), encoding="utf-8"
    )
    with pytest.raises(PlanError) as problem, open_system(load(tmp_path / "audit.toml")):
        pass
    assert problem.value.slug == "special-category-basis"

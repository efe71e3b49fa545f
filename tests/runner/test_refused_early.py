"""What a plan says wrongly is said before anything is measured."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.check import Check
from audit.errors import PlanError
from audit.kind import Kind
from audit.plan_reader import load, parse
from audit.registry import instances
from audit.runner.opening import open_system
from audit.runner.planning import questions


@pytest.mark.parametrize("coverage", ["sample", "census"])
def test_a_population_smaller_than_the_table_is_refused(world: Path, coverage: str) -> None:
    def opened(people: int) -> None:
        text = (world / "audit.toml").read_text(encoding="utf-8")
        more = f'[data]\ncoverage = "{coverage}"\npopulation = {people}'
        (world / "told.toml").write_text(text.replace("[data]", more), encoding="utf-8")
        with open_system(load(world / "told.toml")):
            pass

    with pytest.raises(PlanError) as caught:
        opened(5999)
    assert caught.value.slug == "population-too-small"
    assert "6,000 rows" in str(caught.value)
    opened(6000)


def _planned(requests: str) -> None:
    text = '[data]\nsource = "a.csv"\n[requests]\n' + requests
    questions(parse(text), instances(Check, "checks"), instances(Kind, "kinds"))


def test_a_request_under_an_unknown_name_is_refused() -> None:
    with pytest.raises(PlanError) as caught:
        _planned('y_treu = "refused"')
    assert caught.value.slug == "unknown-request"
    assert "y_true" in str(caught.value.hint)


def test_every_name_that_a_page_gives_an_input_can_be_requested() -> None:
    lacked = {need for check in instances(Check, "checks") for need in check.needs}
    names = lacked | {"checklists.eu_fria", "roles.outcome_known", "data.received_on", "model"}
    _planned("\n".join(f'"{name}" = "requested"' for name in sorted(names)))

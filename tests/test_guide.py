"""Which rate leads, from what is at stake."""

from __future__ import annotations

import pytest

from audit.kinds.decisions import leads
from audit.plan_reader import parse
from audit.profiling.guide import QUESTIONS, Harm, Said, as_comments, choose, likely
from audit.vocabulary import PositiveIs

HURTS, HELPS, UNSAID = PositiveIs.ADVERSE, PositiveIs.FAVOURABLE, PositiveIs.UNSTATED


@pytest.mark.parametrize(
    ("means", "harm", "lead"),
    [
        (HURTS, Harm.UNKNOWN, ("FA201",)),
        (HELPS, Harm.UNKNOWN, ("FA202",)),
        (UNSAID, Harm.UNKNOWN, ("FA201", "FA202")),
        (HURTS, Harm.PASSED, ("FA202",)),
        (HELPS, Harm.PICKED, ("FA201",)),
        (HURTS, Harm.BOTH, ("FA201", "FA202")),
    ],
)
def test_the_mistake_that_harms_leads(means, harm, lead):
    found = choose(means, Said(harm=harm), truth=True, ranked=False, coercive=False)
    assert found.lead == lead
    assert found.reason


def test_without_a_truth_selection_leads_and_where_places_are_few_the_ranking():
    assert choose(HURTS, Said(), truth=False, ranked=True, coercive=False).lead == ("FA101",)
    few = Said(capacity=40)
    assert choose(HELPS, few, truth=True, ranked=True, coercive=False).lead == ("FA103",)
    assert choose(HELPS, few, truth=True, ranked=False, coercive=False).lead == ("FA202",)
    assert choose(HURTS, few, truth=True, ranked=True, coercive=False).lead == ("FA201",)


@pytest.mark.parametrize("means", list(PositiveIs))
@pytest.mark.parametrize("coercive", [True, False])
@pytest.mark.parametrize("truth", [True, False])
def test_where_nobody_was_asked_it_is_what_the_kind_would_lead_with(means, coercive, truth):
    roles = 'y_pred = "d"\n' + ('y_true = "t"\n' if truth else "")
    plan = parse(
        f"[system]\ncoercive = {str(coercive).lower()}\n"
        f'[data]\nsource = "x.csv"\n[roles]\npositive_is = "{means}"\n{roles}'
    )
    found = choose(means, Said(), truth=truth, ranked=False, coercive=coercive)
    assert found.lead == leads(plan.parts[0], plan)


def test_the_questions_are_written_for_whoever_was_not_asked():
    lines = list(as_comments())
    assert all(question.text in lines for question in QUESTIONS)
    assert likely(HURTS) is Harm.PICKED

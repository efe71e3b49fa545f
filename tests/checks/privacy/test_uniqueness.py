"""PR202: what is known, what is estimated, and that neither is ever a failure."""

from __future__ import annotations

from typing import Any

import pytest

from audit.check import Ask
from audit.checks.privacy.pr202_uniqueness import pr202
from audit.evidence import Evidence, Provenance
from audit.inference.alone import CorrectMatch, Estimate, Method
from audit.measures.equivalence_classes import EquivalenceClasses, Population
from audit.measures.key_sets import KeySets, SpecialUniques
from audit.plan_reader import parse
from audit.text import fill
from audit.vocabulary import MayConclude, Outcome

COLUMNS = ("age", "region", "month")


def put(
    found: EquivalenceClasses, special: SpecialUniques | None = None, plan: str = ""
) -> tuple[Any, str, list[str]]:
    read = parse(plan)
    sets = KeySets(
        quasi_identifiers=COLUMNS, people=found.people, up_to=3, sets=(), special=special
    )

    def evidence(value: Any) -> Evidence[Any]:
        provenance = Provenance(measure="m", version=1)
        return Evidence(id="e", part="main", value=value, provenance=provenance)

    ask = Ask(check="PR202", key="", sample="all", part=read.parts[0], plan=read,
              criterion=read.criterion("PR202", pr202.criterion))  # fmt: skip
    ruled = pr202.answer(evidence(sets), evidence(found), ask)

    def english(message: Any) -> str:
        return fill(pr202.says[message.id.partition(".")[2]], message.params)

    return ruled, english(ruled.message), [english(note) for note in ruled.notes]


def classes(*sizes: tuple[int, int], **more: Any) -> EquivalenceClasses:
    return EquivalenceClasses(quasi_identifiers=COLUMNS, sizes=sizes, **more)


NOBODY = SpecialUniques(by_size=(0, 0), scores=(), columns=(("age", 0.0), ("region", 0.0)))
SHARED = '[data]\nrelease = "shared"\n'


def test_an_indicator_for_every_kind() -> None:
    assert pr202.may_conclude is MayConclude.INDICATOR
    assert pr202.kinds == ("*",)


@pytest.mark.parametrize(
    ("unique", "plan", "outcome"),
    [
        (1, SHARED, Outcome.REVIEW),
        (0, SHARED, Outcome.PASS),
        (1, '[data]\nrelease = "public"\n', Outcome.REVIEW),
        (100, "", Outcome.NOT_APPLICABLE),
        (0, "", Outcome.NOT_APPLICABLE),
        (10, SHARED + "[checks.PR202]\nlimit = { value = 0.01 }\nreason = 'r'\n", Outcome.PASS),
        (11, SHARED + "[checks.PR202]\nlimit = { value = 0.01 }\nreason = 'r'\n", Outcome.REVIEW),
    ],
)
def test_judged_only_where_the_table_leaves(unique: int, plan: str, outcome: Outcome) -> None:
    sizes = ((1, unique),) if unique else ()
    ruled, _, notes = put(classes(*sizes, (1000 - unique, 1)), NOBODY, plan)
    assert ruled.outcome is outcome
    informs = "The table stays inside one authority, so this informs."
    assert (informs in notes) == (plan == "")


def test_who_is_alone_in_a_table_of_everybody_is_alone_in_the_population() -> None:
    ruled, said, _ = put(classes((1, 20), (180, 1)), NOBODY, SHARED)
    assert ruled.observed == 0.1
    assert said == (
        "20 people of 200 (10.0 %) are alone in their combination of age, region and month, and as the table"
        " holds every decision, they are alone among all the people decided about."
    )


def test_a_sample_without_its_population_gives_an_upper_limit() -> None:
    ruled, said, _ = put(classes((1, 20), (180, 1), census=False), NOBODY, SHARED)
    assert ruled.observed == 0.1
    assert "At most these are alone in the population" in said
    assert ruled.settle is not None
    assert put(classes((1, 20), (180, 1)), NOBODY, SHARED)[0].settle is None


def test_an_estimate_stands_with_its_method_its_range_and_its_trial() -> None:
    population = Population(
        people=2000,
        rows=200,
        estimates=(
            Estimate(method=Method.PITMAN, alone=50.0, trial=1.2, trial_low=0.9, trial_high=1.5),
            Estimate(method=Method.ZAYATZ, alone=900.0),
            Estimate(method=Method.SLIDE_NEGATIVE_BINOMIAL, alone=30.0),
        ),
        correct=CorrectMatch(theta=0.25, low=0.2, high=0.3),
    )
    found = classes((1, 40), (160, 1), census=False, population=population)
    ruled, said, notes = put(found, NOBODY, SHARED)
    assert ruled.observed == pytest.approx(0.025)
    assert said == (
        "40 people of 200 are alone in their combination of age, region and month in this sample. An estimated"
        " 2.5 % of the table's people are alone in the population of 2,000 too (Pitman's sampling formula)."
    )
    # Nobody of the table is alone in the population who is not alone in the table: 20 % at most.
    assert notes[0].startswith("Estimates, not counts: the methods say 1.5 % to 20.0 %")
    assert "1.20 times the truth (0.90 to 1.50)" in notes[1]
    assert "at least 20.0 % would be the right person (95 % limit" in notes[2]


def test_special_uniques_are_told_from_min_cell_on() -> None:
    def special(people: int) -> SpecialUniques:
        columns = (("age", 0.9), ("region", 0.4))
        return SpecialUniques(by_size=(0, people), scores=((6.0, people),), columns=columns)

    found = classes((1, 20), (180, 1))
    _, _, notes = put(found, special(10), SHARED)
    assert notes == [
        "10 people are alone already by 2 columns or fewer. Sets with age weigh most: 90.0 % of the scores."
    ]
    assert put(found, special(9), SHARED)[2] == []


def test_nothing_makes_the_table_anonymous() -> None:
    _, said, notes = put(classes((20, 10)), NOBODY, SHARED)
    assert said.endswith("This does not make the table anonymous.")
    assert notes == []
    assert put(classes())[0].outcome is Outcome.NOT_APPLICABLE


def test_too_many_combinations_are_said_to_be() -> None:
    _, _, notes = put(classes((1, 3_000_000), searched=False), None, SHARED)
    assert notes[0].startswith(
        "There are more than 2 million combinations: sets of up to 3 columns"
    )


@pytest.mark.parametrize("census", [True, False])
@pytest.mark.parametrize(("unique", "few"), [(9, True), (10, False)])
def test_of_two_columns_few_people_alone_are_not_counted(
    unique: int, *, few: bool, census: bool
) -> None:
    population = Population(people=2000, rows=200, estimates=(), correct=None)
    found = EquivalenceClasses(
        quasi_identifiers=("nationality", "sex"), sizes=((1, unique), (200 - unique, 1)),
        census=census, population=None if census else population,
    )  # fmt: skip
    ruled, said, notes = put(found, NOBODY, SHARED)
    assert said.startswith("Fewer than 10 people of 200" if few else "10 people of 200")
    assert ruled.observed == (None if few else 0.05)
    assert str(unique) not in " ".join([said, *notes]).replace("10", "") or not few

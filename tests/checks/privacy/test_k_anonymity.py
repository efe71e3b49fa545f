"""PR201 at its limits, and what stands beside it."""

from __future__ import annotations

from typing import Any

import pytest

from audit.check import Ask
from audit.checks.privacy.pr201_k_anonymity import pr201
from audit.criterion import Limit
from audit.evidence import Evidence, Provenance
from audit.measures._coarsening import Coarsened
from audit.measures._ladders import Change, Operation
from audit.measures.equivalence_classes import EquivalenceClasses
from audit.measures.key_sets import KeySet, KeySets
from audit.plan_reader import parse
from audit.text import fill
from audit.vocabulary import MayConclude, Outcome, Severity

COLUMNS = ("age", "region", "sex")
NOTHING = KeySets(quasi_identifiers=COLUMNS, people=100, up_to=2, sets=())


def put(
    found: EquivalenceClasses, sets: KeySets = NOTHING, plan: str = ""
) -> tuple[Outcome, str, list[str]]:
    read = parse(plan)

    def evidence(value: Any) -> Evidence[Any]:
        provenance = Provenance(measure="m", version=1)
        return Evidence(id="e", part="main", value=value, provenance=provenance)

    ask = Ask(check="PR201", key="", sample="all", part=read.parts[0], plan=read,
              criterion=read.criterion("PR201", pr201.criterion))  # fmt: skip
    ruled = pr201.answer(evidence(found), evidence(sets), ask)

    def english(message: Any) -> str:
        return fill(pr201.says[message.id.partition(".")[2]], message.params)

    return ruled.outcome, english(ruled.message), [english(note) for note in ruled.notes]


def classes(*sizes: tuple[int, int], **more: Any) -> EquivalenceClasses:
    return EquivalenceClasses(quasi_identifiers=COLUMNS, sizes=sizes, **more)


def released(how: str) -> str:
    return f'[data]\nrelease = "{how}"\n'


@pytest.mark.parametrize(
    ("release", "smallest", "outcome"),
    [
        ("shared", 4, Outcome.FAIL),
        ("shared", 5, Outcome.PASS),
        ("public", 10, Outcome.FAIL),
        ("public", 11, Outcome.PASS),
        ("internal", 1, Outcome.NOT_APPLICABLE),
        ("internal", 11, Outcome.NOT_APPLICABLE),
    ],
)
def test_k_at_its_limits(release: str, smallest: int, outcome: Outcome) -> None:
    assert put(classes((smallest, 1), (100, 10)), plan=released(release))[0] is outcome


@pytest.mark.parametrize(("smallest", "beyond"), [(4, True), (5, False)])
def test_inside_one_authority_the_figures_inform(smallest: int, *, beyond: bool) -> None:
    found = classes((smallest, 10), (1000, 1))
    outcome, said, _ = put(found)
    assert outcome is Outcome.NOT_APPLICABLE
    assert "stays inside one authority, so this informs" in said
    assert ("shared in this form it would be beyond the limit" in said) is beyond
    assert (put(found, plan=released("shared"))[0] is Outcome.FAIL) is beyond


def test_a_limit_of_the_plan_holds_in_public_too() -> None:
    plan = released("public") + "[checks.PR201]\nlimit = { value = 20 }\nreason = 'small islands'\n"
    assert put(classes((19, 1)), plan=plan)[0] is Outcome.FAIL
    assert put(classes((20, 1)), plan=plan)[0] is Outcome.PASS


def test_k_never_makes_a_table_anonymous() -> None:
    _, said, _ = put(classes((50, 3)), plan=released("public"))
    assert said.endswith("This does not make the table anonymous.")
    assert put(classes())[0] is Outcome.NOT_APPLICABLE
    assert pr201.criterion.limit == Limit(value=5.0)
    assert pr201.criterion.severity is Severity.MODERATE
    assert pr201.may_conclude is MayConclude.EVENT
    assert pr201.kinds == ("*",)


def test_numbers_of_people_stand_in_the_sentence() -> None:
    _, said, notes = put(classes((1, 3), (4, 2), (100, 1)), plan=released("shared"))
    assert said == (
        "11 people of 111 share their combination of age, region and sex with fewer than 4 others; "
        "3 are alone in it. The smallest combination holds 1 person."
    )
    assert notes == []


PLANNED: Any = {"coarser": ("age",), "planned": ((20, 5),)}


def test_bins_of_the_plan_clear_nothing_that_stands_in_the_file() -> None:
    outcome, sentence, notes = put(classes((1, 60), (40, 1), **PLANNED), plan=released("shared"))
    assert outcome is Outcome.FAIL
    assert sentence.startswith("60 people of 100 share their combination of age, region and sex")
    assert notes == [
        (
            "If the file held age as the plan's bins, map or pool make it, 0 people of 100 would be in"
            " combinations of fewer than 5, and the smallest would hold 20 people. It does not, so that is not"
            " what is judged."
        )
    ]


def test_of_two_columns_few_people_by_bins_are_not_counted_either() -> None:
    found = of_two((1, 30), (70, 1), coarser=("age",), planned=((3, 1), (97, 1)))
    outcome, _, notes = put(found, plan=released("shared"))
    assert outcome is Outcome.FAIL
    assert any("fewer people would look different" in note for note in notes)
    assert not any("3 people" in note for note in notes)


def one_set(alone: int, *columns: str) -> KeySets:
    found = KeySet(
        columns=columns, alone=alone, below_5=alone, below_11=alone, smallest=1, groups=9
    )
    return KeySets(quasi_identifiers=COLUMNS, people=100, up_to=2, sets=(found,))


@pytest.mark.parametrize(
    ("alone", "start"), [(9, "Fewer than 10 people are alone"), (10, "10 people are alone")]
)
def test_the_smallest_set_is_named_and_few_people_are_not_counted(alone: int, start: str) -> None:
    _, _, notes = put(classes((1, 20), (80, 1)), one_set(alone, "age"))
    assert notes[0].startswith(f"{start} already by age, of all sets of up to 2 columns")
    plan = "[report]\nmin_cell = 5\n"
    _, _, notes = put(classes((1, 20), (80, 1)), one_set(alone, "age"), plan=plan)
    assert notes[0].startswith(f"{alone} people are alone already by age")


def test_all_columns_together_are_no_smaller_set() -> None:
    assert put(classes((1, 20), (80, 1)), one_set(20, *COLUMNS))[2] == []


def test_what_coarser_columns_would_give_is_said_with_its_cost() -> None:
    changes = (
        Change(column="age", operation=Operation.BANDS, by=10.0),
        Change(column="region", operation=Operation.BANDS, by=2.0),
    )
    step = Coarsened(
        changes=changes, alone=0, below_5=3, below_11=8, smallest=3, groups=4, lost=0.62
    )
    _, _, notes = put(classes((1, 20), (80, 1), together=(step,)))
    assert notes == [
        (
            "Measured on the counts and applied to nothing: with age in bands of 10 and region in bands of 2, 3 people"
            " would be in combinations of fewer than 5 instead of 20, the smallest would hold 3 people, and"
            " 62.0 % of the information in these columns would be lost. Ask whoever delivers the file to make it"
            " so; `bins`, `pool` or `map` in the plan say what it would give."
        )
    ]
    _, _, notes = put(classes((1, 20), (80, 1), together=(step,), k=11), plan=released("public"))
    assert "8 people would be in combinations of fewer than 11 instead of 20" in notes[0]


def test_what_is_left_out_beside_another_change_is_said_of_its_column_alone() -> None:
    changes = (
        Change(column="region", operation=Operation.REGION),
        Change(column="age", operation=Operation.WITHOUT),
    )
    step = Coarsened(
        changes=changes, alone=0, below_5=0, below_11=0, smallest=12, groups=4, lost=0.5
    )
    _, _, notes = put(classes((1, 20), (80, 1), together=(step,)))
    assert "with region by region (M49) and the column age left out, 0 people" in notes[0]


def test_a_table_too_fine_to_search_is_said_to_be() -> None:
    _, _, notes = put(classes((1, 3_000_000), searched=False))
    assert notes[0].startswith("There are more than 2 million combinations")


def of_two(*sizes: tuple[int, int], **more: Any) -> EquivalenceClasses:
    return EquivalenceClasses(quasi_identifiers=("nationality", "sex"), sizes=sizes, **more)


@pytest.mark.parametrize(
    ("sizes", "start"),
    [
        (((1, 9), (100, 1)), "Fewer than 10 people of 109 share"),
        (((1, 9), (2, 1), (100, 1)), "11 people of 111 share their combination of nationality and sex with"),
        (((1, 10), (100, 1)), "10 people of 110 share"),
    ],
)  # fmt: skip
def test_of_two_columns_few_people_are_not_counted(sizes: tuple, start: str) -> None:
    """Other tables print these combinations: that one person is alone would undo their line of others."""
    _, said, notes = put(of_two(*sizes), plan=released("shared"))
    assert said.startswith(start)
    alone = dict(sizes)[1]
    assert ("are alone in it" in said) is (alone == 10)
    assert ("numbers below 10 people are not given" in " ".join(notes)) is (alone == 9)
    _, within, notes = put(of_two(*sizes))
    assert ("so this informs" in " ".join([within, *notes])) is True


def test_a_small_k_of_two_columns_is_said_as_the_limit() -> None:
    assert "holds at least 5 people" in put(of_two((7, 1), (100, 1)), plan=released("shared"))[1]
    assert "holds at least 7 people" in put(classes((7, 1), (100, 1)), plan=released("shared"))[1]


@pytest.mark.parametrize(
    ("below_5", "smallest", "said"),
    [
        (3, 3, "with the column sex left out, fewer than 10 people would be in combinations of fewer than 5, and"),
        (0, 7, "with the column sex left out, 0 people would be in combinations of fewer than 5, and 12.0 %"),
        (0, 10, "with the column sex left out, 0 people would be in combinations of fewer than 5 instead of 20"),
    ],
)  # fmt: skip
def test_what_a_step_leaves_of_two_columns_is_not_counted_either(
    below_5: int, smallest: int, said: str
) -> None:
    step = Coarsened(
        changes=(Change(column="sex", operation=Operation.WITHOUT),), alone=0,
        below_5=below_5, below_11=below_5, smallest=smallest, groups=4, lost=0.123456,
    )  # fmt: skip
    _, _, notes = put(classes((1, 20), (80, 1), together=(step,)))
    assert said in notes[0]
    assert ("the smallest would hold" in notes[0]) is (smallest == 10)

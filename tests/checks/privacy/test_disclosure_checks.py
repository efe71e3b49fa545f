"""What is said of values that a combination or a trace gives away: at the limits, by who will see the table."""

from __future__ import annotations

import pytest

from audit.checks.privacy.pr203_l_diversity import pr203
from audit.checks.privacy.pr204_t_closeness import pr204
from audit.checks.privacy.pr205_traces import pr205
from audit.inference.proportions import clopper_pearson
from audit.measures.sensitive_values import SensitiveValues, ValueClasses
from audit.measures.traces import Resolution, Traces, Unicity
from audit.vocabulary import MayConclude, Per

SHARED = '[data]\nrelease = "shared"\n'
PUBLIC = '[data]\nrelease = "public"\n'


def spread(*distinct: tuple[int, int, int], steps: tuple = ((100, 1, 30),), furthest: float = 0.1,
           values: int = 4, unrecorded: int = 0, alone: int = 2, refuted: tuple | None = None,
           expected: float = 0, variance: float = 0,
           quasi_identifiers: tuple[str, ...] = ("age", "sex", "town")) -> SensitiveValues:  # fmt: skip
    distinct = distinct or ((2, 10, 60),)
    return SensitiveValues(
        columns=(
            ValueClasses(
                column="illness", quasi_identifiers=quasi_identifiers, ordered=False, unrecorded=unrecorded,
                people=sum(n for *_, n in distinct), values=values, alone=alone, distinct=distinct,
                entropy=distinct, recursive=distinct, least_entropy=1.25, distances=steps, furthest=furthest,
                refuted=steps if refuted is None else refuted,
                chance=tuple((step, 1.0, expected, variance) for step in (100, 200)) if expected else (),
            ),
        )
    )  # fmt: skip


@pytest.mark.parametrize("check", [pr203, pr204, pr205])
def test_what_every_kind_asks(check, clean_wording) -> None:
    clean_wording(check)
    assert check.kinds == ("*",)
    assert check.title.endswith("?")


def test_what_they_may_conclude() -> None:
    assert {c.may_conclude for c in (pr203, pr204)} == {MayConclude.INDICATOR}
    assert {c.per for c in (pr203, pr204)} == {Per.CONFIDENTIAL}
    assert pr205.may_conclude is MayConclude.EVENT


def test_one_combination_that_gives_a_value_away(put) -> None:
    said = put(pr203, spread((1, 1, 5), (2, 9, 95), unrecorded=7), SHARED, key="illness")
    assert said.outcome == "review"
    assert said.text == (
        "5 people of 107 are in combinations of age, sex and town all of whose members have the same illness;"
        " 2 of them are alone in theirs."
    )
    assert said.notes == (
        "The least diverse combination has l = 1.25 by entropy, and recursively l = 1 at c = 3.",
        "Fewer than 10 people without a recorded illness are not counted.",
    )
    assert said.answer.observed == pytest.approx(5 / 107)


def test_none_gives_a_value_away(put) -> None:
    said = put(pr203, spread((2, 10, 100)), PUBLIC, key="illness")
    assert said.outcome == "pass"
    assert "holds at least 2 different values" in said.text
    assert said.text.endswith("This does not make the table anonymous.")


@pytest.mark.parametrize(("least", "outcome"), [(3, "pass"), (4, "review")])
def test_the_plan_can_ask_for_more_values(put, least: int, outcome: str) -> None:
    plan = SHARED + f"[checks.PR203]\nlimit = {{ value = {least} }}\nreason = 'few illnesses'\n"
    said = put(pr203, spread((3, 10, 100)), plan, key="illness")
    assert said.outcome == outcome
    if outcome == "review":
        assert "fewer than 4 different values of illness" in said.text


def test_inside_one_authority_numbers_inform(put) -> None:
    found = spread((1, 5, 50), (2, 5, 50), steps=((900, 5, 50),), furthest=0.9)
    said = put(pr203, found, key="illness")
    assert said.outcome == "not_applicable"
    assert said.text.startswith(
        "The table stays inside one authority, so this informs: 50 people of 100"
    )
    said = put(pr204, found, key="illness")
    assert said.outcome == "not_applicable"
    assert said.text.startswith("50 people of 100")
    assert said.notes[-1] == "The table stays inside one authority, so this informs."
    assert put(pr204, spread(), key="illness").outcome == "not_applicable"


@pytest.mark.parametrize("check", [pr203, pr204])
@pytest.mark.parametrize("values", [0, 1])
def test_a_column_with_one_value_hides_nothing(put, check, values: int) -> None:
    said = put(check, spread((1, 1, 5), values=values), SHARED, key="illness")
    assert said.outcome == "not_applicable"
    assert "no two different values" in said.text


@pytest.mark.parametrize(("step", "outcome"), [(200, "pass"), (201, "review")])
def test_distance_at_the_limit(put, step: int, outcome: str) -> None:
    found = spread((2, 10, 60), steps=((100, 5, 40), (step, 5, 20)), furthest=step / 1000)
    said = put(pr204, found, SHARED, key="illness")
    assert said.outcome == outcome
    assert "earth mover's distance, 0 to 1" in said.text
    if outcome == "review":
        assert said.text.startswith("20 people of 60 are in combinations of age, sex and town")


def test_a_distance_of_the_plans_own(put) -> None:
    plan = SHARED + "[checks.PR204]\nlimit = { value = 0.1 }\nreason = 'r'\n"
    found = spread((2, 10, 60), steps=((100, 5, 40), (150, 5, 20)), furthest=0.15)
    assert put(pr204, found, SHARED, key="illness").outcome == "pass"
    assert put(pr204, found, plan, key="illness").outcome == "review"


def test_combinations_in_which_chance_is_ruled_out(put) -> None:
    far = ((100, 5, 40), (700, 9, 60))
    found = spread(
        (2, 14, 100), steps=far, refuted=((150, 1, 30), (700, 2, 25)), expected=31.4, furthest=0.7
    )
    said = put(pr204, found, SHARED, key="illness")
    assert said.outcome == "review"
    # What lies inside the limit is not counted, however surely it is no chance.
    assert said.text.startswith(
        "25 people of 100 are in combinations of age, sex and town whose values of illness"
    )
    assert said.text.endswith("in which chance is ruled out.")
    assert said.notes == (
        (
            "In all, 60 people are in combinations that far; chance alone would put about 31 there, and does not account"
            " for the difference."
        ),
    )


def test_beside_one_that_is_ruled_out_the_rest_can_be_chance(put) -> None:
    found = spread(
        (2, 14, 100),
        steps=((700, 9, 60),),
        refuted=((700, 2, 25),),
        expected=55,
        variance=90,
        furthest=0.7,
    )
    said = put(pr204, found, SHARED, key="illness")
    assert said.notes == (
        "In all, 60 people are in combinations that far; chance alone would put about 55 there.",
    )


def test_what_chance_accounts_for_is_open(put) -> None:
    found = spread(
        (2, 9, 1000), steps=((700, 90, 612),), refuted=(), expected=588, variance=400, furthest=0.7
    )
    said = put(pr204, found, SHARED, key="illness")
    assert said.outcome == "inconclusive"
    assert "612 people of 1,000" in said.text
    assert "Chance alone would put about 590 there" in said.text
    assert said.answer.settle is not None


@pytest.mark.parametrize(("people", "outcome"), [(124, "inconclusive"), (125, "review")])
def test_more_people_than_chance_accounts_for(put, people: int, outcome: str) -> None:
    """Cantelli at 2.5 %: the excess must reach the root of 39 times the variance, 24.98 here."""
    found = spread(
        (2, 9, 1000),
        steps=((700, 90, people),),
        refuted=(),
        expected=100,
        variance=16,
        furthest=0.7,
    )
    said = put(pr204, found, SHARED, key="illness")
    assert said.outcome == outcome
    assert ("in which combinations cannot be told" in said.text) is (outcome == "review")


def test_of_two_columns_people_beside_those_in_which_chance_is_ruled_out_are_not_given(put) -> None:
    found = spread((2, 14, 100), steps=((700, 9, 60),), refuted=((700, 2, 55),), expected=31, furthest=0.7,
                   quasi_identifiers=TWO)  # fmt: skip
    said = put(pr204, found, SHARED, key="illness")
    assert said.text.startswith("In some combinations of nationality and sex")
    assert "55" not in said.text + "".join(said.notes)


def traces(*alone: int, drawn: int = 400, incomplete: int = 0, coarser: int = 0) -> Traces:
    known = tuple(
        Unicity(points=n, drawn=drawn, alone=a, low=float(limits[0]), high=float(limits[1]))
        for n, a in enumerate(alone, 1)
        for limits in [clopper_pearson(a, drawn, 0.05)]
    )
    told = [Resolution(time="hour", place="cell", unicity=known[-1])] if known else []
    if coarser:
        low, high = clopper_pearson(coarser, drawn, 0.05)
        coarse = Unicity(
            points=len(alone), drawn=drawn, alone=coarser, low=float(low), high=float(high)
        )
        told.append(Resolution(time="week", place="district", unicity=coarse))
    return Traces(person="who", rows=9000, incomplete=incomplete, people=3000, examined=drawn, time="hour",
                  place="cell", known=known, coarser=tuple(told))  # fmt: skip


def test_traces_that_single_people_out(put) -> None:
    said = put(pr205, traces(40, 200, 350, 380, coarser=20, incomplete=3), SHARED)
    assert said.outcome == "fail"
    assert said.text.startswith(
        "4 points of a person's own trace (cell, to the hour) single out 95.0 % of the 400 people examined"
        " of 3,000 (95 %: "
    )
    assert said.notes[0].startswith(
        "Told to the week and by district, it would be 5.0 % with 4 points"
    )
    assert said.notes[1] == "Fewer than 10 rows without person, place or time are left out."
    assert said.answer.interval is not None


@pytest.mark.parametrize("few", [1, 9])
@pytest.mark.parametrize("plan", ["", SHARED])
def test_few_people_singled_out_are_not_counted(put, few, plan) -> None:
    texts = set()
    for alone in (few, 5):
        said = put(pr205, traces(0, alone, coarser=alone, drawn=900), plan)
        assert said.text.startswith("Fewer than 10 of the 900 people examined")
        assert said.answer.observed is None
        assert said.answer.interval is None
        texts.add((said.text, *said.notes))
    assert len(texts) == 1
    assert "fewer than 10 of the 900" in "".join(next(iter(texts)))
    ten = put(pr205, traces(0, 10, coarser=10, incomplete=10, drawn=900), plan)
    assert "1.1 %" in ten.text
    assert "10 rows without person" in ten.notes[-1]


def fewest_above(limit: float, drawn: int) -> int:
    return next(n for n in range(drawn) if float(clopper_pearson(n, drawn, 0.05)[0]) > limit)


def most_below(limit: float, drawn: int) -> int:
    return max(n for n in range(drawn) if float(clopper_pearson(n, drawn, 0.05)[1]) <= limit)


def test_unicity_at_its_limits(put) -> None:
    above, below = fewest_above(0.1, 400), most_below(0.1, 400)
    assert put(pr205, traces(0, 0, 0, above), SHARED).outcome == "fail"
    assert put(pr205, traces(0, 0, 0, above - 1), SHARED).outcome == "review"
    assert put(pr205, traces(0, 0, 0, below + 1), SHARED).outcome == "review"
    said = put(pr205, traces(0, 0, 0, below), SHARED)
    assert said.outcome == "pass"
    assert said.text.endswith("This does not make traces anonymous.")


def test_few_points_can_be_worse_than_many(put) -> None:
    # Those with four points are not those with one: each number of points is judged.
    said = put(pr205, traces(300, 0), SHARED)
    assert said.outcome == "fail"
    assert said.text.startswith("1 point of a person's own trace")


def test_traces_inside_one_authority_and_no_traces(put) -> None:
    said = put(pr205, traces(400, 400, 400, 400))
    assert said.outcome == "not_applicable"
    assert "so this informs" in said.text
    assert put(pr205, traces(), SHARED).outcome == "not_applicable"


TWO = ("nationality", "sex")


@pytest.mark.parametrize("release", ["", SHARED])
@pytest.mark.parametrize(("check", "few", "enough"), [
    (pr203, spread((1, 1, 9), (2, 9, 95), quasi_identifiers=TWO),
     spread((1, 1, 10), (2, 9, 95), alone=0, quasi_identifiers=TWO)),
    (pr204, spread((2, 9, 95), steps=((900, 1, 9),), furthest=0.9, quasi_identifiers=TWO),
     spread((2, 9, 95), steps=((900, 1, 10),), furthest=0.9, quasi_identifiers=TWO)),
])  # fmt: skip
def test_of_two_columns_few_people_are_not_counted(
    put, check, few: SensitiveValues, enough: SensitiveValues, release: str
) -> None:
    said = put(check, few, release, key="illness")
    assert said.text.startswith("Fewer than 10 people of")
    assert said.answer.observed is None
    assert any("so this informs" in note for note in said.notes) is (release == "")
    assert "10 people of" in put(check, enough, release, key="illness").text


def test_who_is_alone_by_two_columns_is_not_counted_beside_the_rest(put) -> None:
    said = put(pr203, spread((1, 5, 20), (2, 9, 95), alone=3, quasi_identifiers=TWO), SHARED, key="illness")  # fmt: skip
    assert said.text.startswith("20 people of 115 are in combinations")
    assert "alone" not in said.text


@pytest.mark.parametrize(("unrecorded", "words"), [
    (9, "Fewer than 10 people without"), (10, "At least 10 people without"), (47, "At least 40 people without"),
])  # fmt: skip
def test_people_without_a_value_are_a_group_that_may_be_withheld(
    put, unrecorded: int, words: str
) -> None:
    said = put(pr203, spread((1, 5, 20), (2, 9, 80), unrecorded=unrecorded), SHARED, key="illness")
    assert said.notes[-1].startswith(words)
    assert f"of {100 + unrecorded} are" in said.text


def test_the_farthest_distance_would_say_which_value_it_is(put) -> None:
    """With one value in the farthest combination its distance is one minus that value's share."""
    found = spread((1, 1, 12), (2, 9, 988), steps=((975, 1, 12),), furthest=0.975)
    said = put(pr204, found, SHARED, key="illness")
    assert "0.97" not in said.text
    assert said.answer.observed is None
    assert put(pr204, spread(furthest=0.1234), SHARED, key="illness").answer.observed == 0.12


@pytest.mark.parametrize("check", [pr203, pr204])
def test_bins_of_the_plan_change_no_ruling_since_people_count_by_the_file(check, put) -> None:
    binned = SHARED + "[columns.age]\nbins = [18, 40]\n"
    plain = put(check, spread(steps=((0, 9, 90),)), SHARED, key="illness")
    assert plain.outcome == "pass"
    assert put(check, spread(steps=((0, 9, 90),)), binned, key="illness") == plain

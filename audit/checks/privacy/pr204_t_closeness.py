"""Does a combination of known characteristics say more of a confidential value than the table as a whole?

Why it matters
--------------
If one in twenty people in a table was refused, but nine in ten of those of one age, town and month of
arrival, then whoever knows that somebody is among them has learnt nearly everything, although both values
occur.

How it is judged
----------------
Asked of the same columns and combinations as PR203. How far the values of a combination lie from those of
everybody is the earth mover's distance, from 0 to 1: with the distance in order for numbers, dates, bins
and labels with an `order` in the plan, and with equal distances for all other labels. The limit is 0.2, a
convention that the plan can change.

A combination of few people lies far off by chance alone. So beside the people who are in combinations beyond the
limit stands how many would be if the same values were dealt out at random to combinations of the same sizes
(drawn with the audit's seed). Where the table is shared or public, two things ask for judgement, `review`: a combination
beyond the limit in which chance is ruled out, or more people beyond it than chance accounts for. The first is tested in
every combination of two people or more, by exponential bounds that hold for any size, all of a column together (Holm);
the second by Cantelli's inequality, whose variance allows for what combinations of one table share and for what was
drawn to estimate it; each with an error of 2.5 %, so that a column dealt out at random is named in no
more than one case of twenty (in simulations, one of a hundred). People beyond the limit that chance accounts for
leave the question open: `inconclusive`. Nobody beyond the limit is `pass`. Inside one authority the numbers only
inform.

What it cannot show
-------------------
The bounds are wide: a small combination, or a lean that is slight, is seldom named although it is there.
Chance is no protection: whoever knows that somebody is in a combination whose three people all were refused has
learnt it, however it came about. That is what PR201 and PR203 count; this question asks whether the characteristics
themselves go with the value. Which way the values lean, and whether that harms, the distance does not say. How far the farthest combination lies is not printed: it can tell which value that combination has.
What somebody knows beyond the quasi-identifiers the plan names.

What to do
----------
Before release, coarsen the quasi-identifiers or the confidential column, or leave the column out, and count
again.

References
----------
Li, Li & Venkatasubramanian 2007, IEEE ICDE, pp. 106-115, sections 3 and 4. Hoeffding 1963, Journal of the American
Statistical Association 58:13-30, theorem 1 and section 6. McDiarmid 1989, Surveys in Combinatorics, pp. 148-188,
lemma 1.2. Holm 1979, Scandinavian Journal of Statistics 6:65-70.
"""

from __future__ import annotations

from typing import Any

from audit.check import Ask, Ruled, check
from audit.criterion import Limit
from audit.evidence import Evidence
from audit.measures.equivalence_classes import may_be_said
from audit.measures.sensitive_values import SensitiveValues, ValueClasses
from audit.text import Message
from audit.vocabulary import MayConclude, Outcome, Per, Release, Right, Severity


@check(
    may_conclude=MayConclude.INDICATOR,
    per=Per.CONFIDENTIAL,
    needs=("quasi_identifiers", "confidential"),
    rights=(Right.PRIVACY,),
    severity=Severity.MODERATE,
    limit=Limit(value=0.2),
    source="Convention: a distance of 0.2",
    kinds=("*",),
    says={
        "review": "{refuted:people} of {n:,} are in combinations of {columns:list} whose values of {column} lie more than"
        " {t:.2f} from those of everybody (earth mover's distance, 0 to 1) and in which chance is ruled out.",
        "review_few": "Fewer than {fewest} people of {n:,} are in combinations of {columns:list} whose values of {column}"
        " lie more than {t:.2f} from those of everybody (earth mover's distance, 0 to 1) and in which chance is ruled out.",
        "review_some": "In some combinations of {columns:list} the values of {column} lie more than {t:.2f} from those of"
        " everybody (earth mover's distance, 0 to 1) and chance is ruled out. How many of {n:people} are in them is not"
        " given: beside other numbers it would tell of a few people.",
        "excess": "{farther:people} of {n:,} are in combinations of {columns:list} whose values of {column} lie more than"
        " {t:.2f} from those of everybody (earth mover's distance, 0 to 1). Chance alone would put about {expected:,} there,"
        " and does not account for the difference; in which combinations cannot be told.",
        "chance": "{farther:people} of {n:,} are in combinations of {columns:list} whose values of {column} lie more than"
        " {t:.2f} from those of everybody (earth mover's distance, 0 to 1). Chance alone would put about {expected:,}"
        " there, because small combinations lie far off without a cause.",
        "few": "Fewer than {fewest} people of {n:,} are in combinations of {columns:list} whose values of {column} lie more"
        " than {t:.2f} from those of everybody (earth mover's distance, 0 to 1).",
        "expected": "In all, {farther:people} are in combinations that far; chance alone would put about {expected:,}"
        " there.",
        "expected_more": "In all, {farther:people} are in combinations that far; chance alone would put about"
        " {expected:,} there, and does not account for the difference.",
        "by_chance": "Chance is ruled out in none of them, because small combinations lie far off without a cause.",
        "informs": "The table stays inside one authority, so this informs.",
        "settle": "Larger combinations tell: coarsen the quasi-identifiers and count again. What small ones give away,"
        " PR201 and PR203 say.",
        "pass": "No combination of {columns:list} among {n:people} lies more than {t:.2f} from everybody in"
        " {column} (earth mover's distance, 0 to 1; the farthest at {furthest:.2f}). This does not make the"
        " table anonymous.",
        "one": "{column} has no two different values, so there is nothing to learn from a combination.",
    },
)
def pr204(values: Evidence[SensitiveValues], ask: Ask) -> Ruled:
    """Rule on combinations whose values lie far from those of everybody, and farther than by chance."""
    found = values.value.of(ask.key)
    if found.values < 2:
        return Ruled(outcome=Outcome.NOT_APPLICABLE, message=ask.say("one", column=found.column))
    farther, refuted = found.farther(ask.value), found.beyond_chance(ask.value)
    informs = ask.part.data.release is Release.INTERNAL
    if refuted:
        outcome, name = Outcome.REVIEW, "review"
    elif found.more_than_chance(ask.value):
        outcome, name = Outcome.REVIEW, "excess"
    elif farther:
        outcome, name = Outcome.INCONCLUSIVE, "chance"
    else:
        outcome, name = Outcome.PASS, "pass"
    name, notes = _sayable(name, found, ask)
    if informs:
        outcome, notes = Outcome.NOT_APPLICABLE, (*notes, ask.say("informs"))
    # Of a combination with one value the distance is one minus the share of that value: it says which.
    observed = None if farther else round(found.furthest, 2)
    return Ruled(
        outcome=outcome,
        message=ask.say(name, **_numbers(found, ask), furthest=observed),
        metric="largest_distance",
        observed=observed,
        settle=ask.say("settle") if outcome is Outcome.INCONCLUSIVE else None,
        notes=notes,
    )


def _numbers(found: ValueClasses, ask: Ask) -> dict[str, Any]:
    """Return what sentences tell; a number of few people in few columns is none of it."""
    fewest, columns = ask.plan.report.min_cell, len(found.quasi_identifiers)
    farther, refuted = found.farther(ask.value), found.beyond_chance(ask.value)
    expected, _ = found.by_chance(ask.value)
    told = may_be_said(farther, columns, fewest)
    apart = may_be_said(refuted, columns, fewest) and may_be_said(
        farther - refuted, columns, fewest
    )
    return {
        "farther": farther if told else None,
        "refuted": refuted if told and apart else None,
        "expected": _rounded(expected) if told else None,
        "fewest": fewest,
        "n": found.rows,
        "columns": found.quasi_identifiers,
        "column": found.column,
        "t": ask.value,
    }


def _sayable(name: str, found: ValueClasses, ask: Ask) -> tuple[str, tuple[Message, ...]]:
    """Return the sentence and the notes whose numbers may be printed."""
    numbers = _numbers(found, ask)
    if name == "pass":
        return name, ()
    if name == "review":
        beside = "expected_more" if found.more_than_chance(ask.value) else "expected"
        notes = () if numbers["farther"] is None else (ask.say(beside, **numbers),)
        if numbers["refuted"] is None:
            few = found.beyond_chance(ask.value) < ask.plan.report.min_cell
            name = "review_few" if few else "review_some"
        return name, notes
    if numbers["farther"] is None:
        return "few", (ask.say("by_chance"),) if name == "chance" else ()
    return name, ()


def _rounded(people: float) -> int:
    """Return a number of people to two figures: an expectation is no count."""
    whole = round(people)
    return round(whole, 2 - len(str(whole)))

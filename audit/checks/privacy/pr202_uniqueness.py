"""Who is alone in the population, and how few things must one know to find them?

Why it matters
--------------
Being alone in a table is one thing, being alone in the country another: only the second tells whoever
knows the characteristics that the row is that person. And somebody who is alone by two things, a language
and a village, is found by more people than somebody who is alone by ten.

How it is judged
----------------
Every set of up to four of the quasi-identifiers is gone through, and the people are counted whom a set
singles out although no part of it does (special uniques). Where the table holds everybody, whoever is
alone in it is alone in the population. Where it is a sample and `[data] population` says of how many, the
number alone in the population is estimated by three methods side by side; the rule of Dankar and others
takes one of them: Pitman's sampling formula up to a sampling fraction of .1, above it the smaller of
Zayatz's and the slide negative binomial's. Each method is tried on the table itself, by drawing the same
fraction from it again. Without a population, the share alone in the sample stands as an upper limit.
Where the table is shared or public, anybody alone in the population is for `review`, unless the plan sets
another share. Inside one authority nothing is judged and the figures inform. It is never a `fail`: PR201 counts what is a fact.

What it cannot show
-------------------
No estimate knows the population: each supposes a shape of it. Where few people are unique and the sample is
small, they lie apart, and from the truth, by a factor of ten and more: in made-up populations with 3 people of 1,000
alone, one in a hundred drawn, the estimate chosen was ten times the truth. All take the table for a simple random sample;
people who came to one office, or who answered, are none. Weights are not used. What an attacker knows is
what the plan names; sets of more than four columns are not gone through, only all of them at once.

What to do
----------
Look at the worst sets and at the columns with the largest part: coarsening those helps most (PR201 says by
how much). Ask what the population is and how the sample was drawn. `audit locate` gives the data owner the
rows of people who are alone by four columns or fewer.

References
----------
Elliot, Manning & Ford 2002, IJUFKS 10(5):493-509. Manning, Haglin & Keane 2008, Data Mining and Knowledge
Discovery 16:165-196. Hoshino 2001, Journal of Official Statistics 17(4):499-520. Zayatz 1991, U.S. Bureau
of the Census, RR-91/08. Chen & Keller-McNulty 1998, Journal of Official Statistics 14(1):79-95. Skinner &
Elliot 2002, Journal of the Royal Statistical Society B 64(4):855-867. Dankar, El Emam, Neisa & Roffey
2012, BMC Medical Informatics and Decision Making 12:66.
"""

from __future__ import annotations

from typing import Any

from audit.check import Ask, Ruled, check
from audit.criterion import Limit
from audit.evidence import Evidence
from audit.measures.equivalence_classes import (
    EquivalenceClasses,
    Population,
    method_name,
)
from audit.measures.key_sets import KeySets, parts_may_be_said
from audit.text import Message
from audit.vocabulary import MayConclude, Outcome, Release, Right, Severity


@check(
    may_conclude=MayConclude.INDICATOR,
    needs=("quasi_identifiers",),
    rights=(Right.PRIVACY,),
    severity=Severity.MODERATE,
    limit=Limit(value=0.0),
    source="Convention: nobody in a released table is alone in the population",
    kinds=("*",),
    says={
        "nobody": "Nobody of {n:,} is alone in their combination of {columns:list}. This does not make the"
        " table anonymous.",
        "census": "{unique:people} of {n:,} ({share:pct}) are alone in their combination of {columns:list}, and"
        " as the table holds every decision, they are alone among all the people decided about.",
        "estimated": "{unique:people} of {n:,} are alone in their combination of {columns:list} in this sample."
        " An estimated {share:pct} of the table's people are alone in the population of {population:,} too"
        " ({method}).",
        "sample": "{unique:people} of {n:,} ({share:pct}) are alone in their combination of {columns:list} in"
        " this sample. At most these are alone in the population; how many it is cannot be estimated"
        " without its size.",
        "few": "Fewer than {fewest} people of {n:,} are alone in their combination of {columns:list}, and as the"
        " table holds every decision, they are alone among all the people decided about.",
        "few_of_sample": "Fewer than {fewest} people of {n:,} are alone in their combination of {columns:list} in"
        " this sample. At most these are alone in the population.",
        "population": "State how many people the sample was drawn from: `population` under [data].",
        "informs": "The table stays inside one authority, so this informs.",
        "special": "{special:people} are alone already by {up_to} columns or fewer. Sets with {column} weigh"
        " most: {part:pct} of the scores.",
        "special_only": "{special:people} are alone already by {up_to:count|column|columns}.",
        "range": "Estimates, not counts: the methods say {low:pct} to {high:pct}, and take the table for a"
        " simple random sample.",
        "tried": "Tried on this table, where the truth is known, the method chosen came to {trial:times} the"
        " truth ({low:.2f} to {high:.2f}).",
        "correct": "Of matches with people alone in this table, at least {low:pct_down} would be the right person"
        " (95 % limit, if the table is a simple random sample, without any other model of the population; best guess"
        " {theta:pct}).",
        "too_many": "There are more than 2 million combinations: sets of up to {up_to:count|column|columns}"
        " were counted, and special uniques were not searched for.",
        "empty": "There is nobody to count.",
    },
)
def pr202(sets: Evidence[KeySets], classes: Evidence[EquivalenceClasses], ask: Ask) -> Ruled:
    """Rule on the people who are alone in the population."""
    found = classes.value
    if not found.people:
        return Ruled(outcome=Outcome.NOT_APPLICABLE, message=ask.say("empty"))
    share, message = _share(found, ask)
    if ask.part.data.release is Release.INTERNAL:
        outcome = Outcome.NOT_APPLICABLE
    else:
        outcome = Outcome.REVIEW if share > ask.value else Outcome.PASS
    unknown = not found.census and found.population is None and found.unique > 0
    return Ruled(
        outcome=outcome,
        message=message,
        metric="share_alone_in_population",
        observed=share if _said(found, ask) else None,
        settle=ask.say("population") if unknown else None,
        notes=tuple(_notes(found, sets.value, ask)),
    )


def _said(found: EquivalenceClasses, ask: Ask) -> bool:
    """Tell whether the number of people who are alone may be printed."""
    return found.may_say(1, ask.plan.report.min_cell)


def _share(found: EquivalenceClasses, ask: Ask) -> tuple[float, Message]:
    """Return the share of people alone in the population, as far as is known, and the sentence."""
    share = found.unique / found.people
    said: dict[str, Any] = {
        "unique": found.unique,
        "n": found.people,
        "columns": found.quasi_identifiers,
    }
    if not found.unique:
        return 0.0, ask.say("nobody", **said)
    if not _said(found, ask):
        few, fewest = "few" if found.census else "few_of_sample", ask.plan.report.min_cell
        # Where many are alone, their number may still give back how many share with one other.
        fewest = found.unique // fewest * fewest + fewest
        said["unique"] = None
        return share, ask.say(few, fewest=fewest, **said)
    if found.census:
        return share, ask.say("census", share=share, **said)
    population = found.population
    estimate = None if population is None else population.chosen
    if population is None or estimate is None or estimate.alone is None:
        return share, ask.say("sample", share=share, **said)
    share = min(estimate.alone / population.people, share)
    method = method_name(estimate)
    return share, ask.say(
        "estimated", share=share, population=population.people, method=method, **said
    )


def _notes(found: EquivalenceClasses, sets: KeySets, ask: Ask) -> list[Message]:
    notes = []
    if ask.part.data.release is Release.INTERNAL:
        notes.append(ask.say("informs"))
    special = sets.special
    if special is None:
        notes.append(ask.say("too_many", up_to=sets.up_to))
    elif special.people >= ask.plan.report.min_cell:
        column, part = max(special.columns, key=lambda each: each[1])
        whole, up_to = parts_may_be_said(sets), len(special.by_size)
        notes.append(
            ask.say(
                "special" if whole else "special_only",
                special=special.people,
                up_to=up_to,
                column=column if whole else None,
                part=round(part, 2) if whole else None,
            )
        )
    if found.population is not None and found.unique and _said(found, ask):
        notes += _of_population(found.population, found.unique / found.people, ask)
    return notes


def _of_population(population: Population, most: float, ask: Ask) -> list[Message]:
    shares = [
        min(each.alone / population.people, most)
        for each in population.estimates
        if each.alone is not None
    ]
    notes = [ask.say("range", low=min(shares), high=max(shares))] if shares else []
    chosen = population.chosen
    if chosen is not None and chosen.trial is not None:
        notes.append(
            ask.say("tried", trial=chosen.trial, low=chosen.trial_low, high=chosen.trial_high)
        )
    right = population.correct
    if right is not None:
        notes.append(ask.say("correct", theta=right.theta, low=right.low))
    return notes

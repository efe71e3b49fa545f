"""Is anybody alone, or nearly, in their combination of known characteristics?

Why it matters
--------------
A neighbour, an employer or an agent of the state somebody fled may know a few things about a person: age,
origin, town, month of arrival. Whoever is the only one with that combination in a released table is found,
with everything else the row says.

How it is judged
----------------
People are counted by all quasi-identifiers the plan names, at once, and by the values that stand in the
file: bins, a map or a pool of the plan serve the audit, and whoever gets the file sees the values. What they
would give, were the file made so, stands beside it. A missing value is a value. Weights are not used: every
row counts as one person. Where the table is shared, anybody in a combination of fewer than 5 people is a fact: `fail`; where
it is public, fewer than 11. Both numbers are conventions and the plan can change them. Inside one authority
nobody is found who was not in its files before, so nothing is judged and the figures inform: neither as
something to weigh, which nearly every working table would be, nor as within a limit, which few are. Beside
them stand the smallest set of columns in which somebody is alone, out of
all sets of up to four, and what coarser columns would give: people still in small combinations, the size
of the smallest, and the share of information lost. These are measured on the counts and applied to nothing.

What it cannot show
-------------------
What an outsider really knows: the columns were named by whoever wrote the plan. Nothing about values that
all people of a combination share (PR203 and PR204 ask that). A table where all combinations are large is
not anonymous for that. The search for coarser columns tries sets of up to four steps, one a column, the most promising
first and not all there are, so a better choice may exist; what a column is needed for, it does not know. Beyond 2 million combinations only their sizes
are counted, and nothing is searched.

What to do
----------
Before release, coarsen the columns (bands for ages, regions for towns, quarters for dates) or leave some
out, and count again: what `bins`, `pool` and `map` under `[columns.NAME]` would give is said beside it, but the
file itself has to be made coarser by whoever delivers it. `audit locate` gives the rows of combinations
below 5 to the data owner.

References
----------
Sweeney 2002, IJUFKS 10(5):557-570, definition 3. United States, Centers for Medicare & Medicaid Services,
cell size suppression policy (11 in public releases).
"""

from __future__ import annotations

from audit.check import Ask, Ruled, check
from audit.criterion import Limit
from audit.evidence import Evidence
from audit.measures.equivalence_classes import (
    PUBLIC_K,
    SHARED_K,
    EquivalenceClasses,
    may_be_said,
)
from audit.measures.key_sets import KeySets
from audit.text import Message
from audit.vocabulary import MayConclude, Outcome, Release, Right, Severity

_SHARED = float(SHARED_K)


@check(
    may_conclude=MayConclude.EVENT,
    needs=("quasi_identifiers",),
    rights=(Right.PRIVACY,),
    severity=Severity.MODERATE,
    limit=Limit(value=_SHARED),
    source="Convention: 5 in shared files, 11 in public ones",
    kinds=("*",),
    says={
        "fail": "{below:people} of {n:,} share their combination of {columns:list} with fewer than {others}"
        " others; {unique:,} are alone in it. The smallest combination holds {k:people}.",
        "pass": "Every combination of {columns:list} among {n:people} holds at least {k:people}. This does not"
        " make the table anonymous.",
        "inform": "{below:people} of {n:,} share their combination of {columns:list} with fewer than {others}"
        " others; {unique:,} are alone in it. The table stays inside one authority, so this informs.",
        "inform_many": "{below:people} of {n:,} share their combination of {columns:list} with fewer than {others}"
        " others; {unique:,} ({share:pct}) are alone in it. The table stays inside one authority, so this informs;"
        " shared in this form it would be beyond the limit.",
        "some": "{below:people} of {n:,} share their combination of {columns:list} with fewer than {others}"
        " others.",
        "few": "Fewer than {fewest} people of {n:,} share their combination of {columns:list} with fewer than"
        " {others} others.",
        "unsaid": "Among {n:people} there are combinations of {columns:list} that somebody shares with fewer than"
        " {others} others.",
        "withheld": "Combinations of one or two columns stand in other tables of this audit, so numbers below"
        " {fewest} people are not given.",
        "informs": "The table stays inside one authority, so this informs.",
        "empty": "There is nobody to count.",
        "first": "{alone:people} are alone already by {columns:list}, of all sets of up to {up_to} columns the"
        " smallest that singles anybody out.",
        "first_few": "Fewer than {fewest} people are alone already by {columns:list}, of all sets of up to"
        " {up_to} columns the smallest that singles anybody out.",
        "planned": "If the file held {coarser:list} as the plan's bins, map or pool make it, {below:people} of {n:,}"
        " would be in combinations of fewer than {k}, and the smallest would hold {smallest:people}. It does not,"
        " so that is not what is judged.",
        "planned_few": "If the file held {coarser:list} as the plan's bins, map or pool make it, fewer people would look"
        " different. It does not, so that is not what is judged.",
        "coarser": "Measured on the counts and applied to nothing: with {changes:list}, {left:people} would"
        " be in combinations of fewer than {k} instead of {now:,}, the smallest would hold {smallest:people},"
        " and {lost:pct} of the information in these columns would be lost. Ask whoever delivers the file to"
        " make it so; `bins`, `pool` or `map` in the plan say what it would give.",
        "coarser_least": "Measured on the counts and applied to nothing: with {changes:list}, {left:people} would"
        " be in combinations of fewer than {k}, and {lost:pct} of the information in these columns would be lost."
        " Ask whoever delivers the file to make it so; `bins`, `pool` or `map` in the plan say what it would give.",
        "coarser_few": "Measured on the counts and applied to nothing: with {changes:list}, fewer than {fewest}"
        " people would be in combinations of fewer than {k}, and {lost:pct} of the information in these columns"
        " would be lost. Ask whoever delivers the file to make it so; `bins`, `pool` or `map` in the plan say what"
        " it would give.",
        "no_search": "There are more than 2 million combinations: their sizes were counted, and coarser"
        " columns were not tried. Name fewer columns.",
    },
)
def pr201(classes: Evidence[EquivalenceClasses], sets: Evidence[KeySets], ask: Ask) -> Ruled:
    """Rule on the smallest combinations."""
    found, release = classes.value, ask.part.data.release
    if not found.people:
        return Ruled(outcome=Outcome.NOT_APPLICABLE, message=ask.say("empty"))
    # Publication asks for more, unless the plan set a number of its own.
    k = PUBLIC_K if release is Release.PUBLIC and ask.value == _SHARED else ask.value
    below, share = found.below(k), found.unique / found.people
    if release is Release.INTERNAL:
        outcome, name = Outcome.NOT_APPLICABLE, "inform_many" if below else "inform"
    elif below:
        outcome, name = Outcome.FAIL, "fail"
    else:
        outcome, name = Outcome.PASS, "pass"
    columns, fewest = found.quasi_identifiers, ask.plan.report.min_cell
    notes = _notes(found, sets.value, ask)
    counted = found.may_say(round(k) - 1, fewest)
    kept = not (counted and found.may_say(1, fewest) and found.may_say(found.smallest, fewest))
    if kept and outcome is not Outcome.PASS:
        notes.insert(0, ask.say("withheld", fewest=fewest))
        if outcome is Outcome.NOT_APPLICABLE:
            notes.insert(0, ask.say("informs"))
        name = "some" if counted else "few" if below < fewest else "unsaid"
    said = ask.say(
        name,
        below=below if counted else None,
        unique=None if kept else found.unique,
        share=None if kept else share,
        n=found.people,
        # Of a table that passes, the limit is what may be said.
        k=min(found.smallest, round(k)) if kept else found.smallest,
        others=round(k) - 1,
        columns=columns,
        fewest=fewest,
    )
    return Ruled(
        outcome=outcome,
        message=said,
        metric="smallest_class",
        observed=None if kept else found.smallest,
        notes=tuple(notes),
    )


def _notes(found: EquivalenceClasses, sets: KeySets, ask: Ask) -> list[Message]:
    notes = []
    first, fewest = sets.first, ask.plan.report.min_cell
    if first is not None and len(first.columns) < len(found.quasi_identifiers):
        # A count of few people by one or two columns could undo what is withheld in other tables.
        few = first.alone < fewest
        notes.append(
            ask.say(
                "first_few" if few else "first",
                alone=None if few else first.alone,
                fewest=fewest,
                columns=first.columns,
                up_to=sets.up_to,
            )
        )
    if (planned := found.as_planned) is not None:
        notes.append(_planned(found, planned, ask))
    if not found.searched:
        notes.append(ask.say("no_search"))
    if found.together:
        best = found.together[-1]
        now, columns = found.below(found.k), found.left(best.changes)
        left: int | None = best.below(found.k)
        name = "coarser"
        if not may_be_said(best.below(found.k), columns, fewest):
            name, left = "coarser_few", None
        elif not (
            may_be_said(best.smallest, columns, fewest)
            and may_be_said(now, len(found.quasi_identifiers), fewest)
        ):
            name = "coarser_least"
        whole = name == "coarser"
        notes.append(
            ask.say(
                name,
                changes=best.words,
                left=left,
                now=now if whole else None,
                k=found.k,
                smallest=best.smallest if whole else None,
                lost=round(best.lost, 2),
                fewest=fewest,
            )
        )
    return notes


def _planned(found: EquivalenceClasses, planned: EquivalenceClasses, ask: Ask) -> Message:
    """Say what the plan's bins, map and pool would give."""
    below, columns = planned.below(found.k), len(found.quasi_identifiers)
    fewest = ask.plan.report.min_cell
    said = all(may_be_said(n, columns, fewest) for n in (below, planned.smallest))
    return ask.say(
        "planned" if said else "planned_few",
        coarser=found.coarser,
        below=below if said else None,
        smallest=planned.smallest if said else None,
        n=found.people,
        k=found.k,
    )

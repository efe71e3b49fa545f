"""Are groups selected equally often?

Why it matters
--------------
How often each group is flagged, refused or granted is the first thing the people concerned can see.
Different rates are not yet unequal treatment: people may differ in what the decision is about. They
are the place to start asking.

How it is judged
----------------
The share decided positive, group by group, each against everyone else, beside the share for whom the
condition was there. Where no truth is recorded this question leads and can be beyond the limit;
otherwise it asks for judgement at most.

What it cannot show
-------------------
Whether the groups differ in what is decided about. Equal selection can hide unequal errors, and
unequal selection can come from lawful differences, which may themselves have been produced by earlier
unequal control.

What to do
----------
Read it with the error rates. Where they cannot be known, ask for a randomly drawn review that
establishes the truth for some of everybody.

References
----------
29 CFR 1607.4(D), the four-fifths rule, from which the convention of the ratio is taken.
"""

from audit.check import Ask, Measured, check
from audit.criterion import Limit
from audit.evidence import Evidence
from audit.measures.group_counts import GroupCounts
from audit.vocabulary import MayConclude, Per, PositiveIs, Right, Severity, Worse

WORSE = {
    PositiveIs.ADVERSE: Worse.HIGHER,
    PositiveIs.FAVOURABLE: Worse.LOWER,
    PositiveIs.UNSTATED: Worse.EITHER,
}
SAYS = {
    "adverse": "were decided against",
    "favourable": "were decided for",
    "unstated": "were decided positive",
}


@check(
    may_conclude=MayConclude.LEAD,
    per=Per.SENSITIVE_FEATURE,
    needs=("y_pred", "sensitive_features"),
    rights=(Right.NON_DISCRIMINATION,),
    severity=Severity.MODERATE,
    limit=Limit(ratio=1.25, difference=0.01),
    source="four-fifths convention (29 CFR 1607.4(D)), with a floor of one point",
    says=SAYS,
)
def fa101(counts: Evidence[GroupCounts], ask: Ask) -> Measured:
    """Compare selection rates."""
    groups = counts.value.groups(ask.key, ask.sample)
    stakes = ask.part.roles.positive_is
    return Measured(
        metric="selection_rate",
        rates={name: group.selection for name, group in groups.items()},
        worse=WORSE[stakes],
        phrase=ask.say(str(stakes)),
    )

"""Does a gap in selection stay, vanish or appear once legitimate factors are held constant?

Why it matters
--------------
A gap between groups can come from the mix of applications they make, and equal overall rates can hide
a gap within every kind of application. Both readings change what should be asked of the operator.

How it is judged
----------------
The raw gap is shown beside the gap within strata of the control features the plan names
(Mantel-Haenszel). Either beyond the limit asks for judgement: a gap that is smaller within strata, and one
that appears only there. Rows that belong together, and rows that stand for more than one person, are taken
into account across all strata at once. Whether a factor is legitimate is for
the respondent to show, and each control feature needs who named it and why.

What it cannot show
-------------------
Whether the assignment to a stratum was itself fair: a factor can be a stand-in for the group. A gap
that disappears within strata is not thereby justified.

What to do
----------
Ask the operator to justify each factor that changes the gap, and examine who is put into which
stratum by whom.

References
----------
Mantel & Haenszel 1959, Journal of the National Cancer Institute 22:719-748.
"""

from audit.check import Ask, Measured, Ruled, Stratum, check
from audit.checks.fairness.fa101_selection_rate import SAYS, WORSE
from audit.criterion import Limit
from audit.evidence import Evidence
from audit.measures.group_counts import GroupCounts
from audit.measures.strata import StrataCounts
from audit.text import Message
from audit.vocabulary import MayConclude, Outcome, Per, Right, Severity

OWN = {
    "is_control": "{feature} is itself a control feature: it cannot be held constant against itself.",
    "unnamed": "{factor} is held constant, but the plan does not say who named it a legitimate factor "
    "and why.",
    "named": "{factor} is held constant: named by {by}, because {why}",
}


@check(
    may_conclude=MayConclude.INDICATOR,
    per=Per.SENSITIVE_FEATURE,
    needs=("y_pred", "sensitive_features", "control_features"),
    rights=(Right.NON_DISCRIMINATION,),
    severity=Severity.MODERATE,
    limit=Limit(ratio=1.25, difference=0.01),
    source="same limits as FA101",
    says=SAYS | OWN,
)
def fa102(
    counts: Evidence[GroupCounts], strata: Evidence[StrataCounts], ask: Ask
) -> Measured | Ruled:
    """Compare selection rates raw and within strata."""
    if ask.key in strata.value.controls:
        return Ruled(outcome=Outcome.NOT_APPLICABLE, message=ask.say("is_control", feature=ask.key))
    groups = counts.value.groups(ask.key, ask.sample)
    layers = strata.value.strata(ask.key, ask.sample)
    stakes = ask.part.roles.positive_is
    return Measured(
        metric="selection_rate",
        rates={name: group.selection for name, group in groups.items()},
        worse=WORSE[stakes],
        phrase=ask.say(str(stakes)),
        strata=tuple(
            Stratum(label=label, rates={name: g.selection for name, g in layer.items()})
            for label, layer in layers.items()
        ),
        strata_names=strata.value.controls,
        scatter=strata.value.scatter(ask.key, ask.sample),
        judged_on="either",
        notes=tuple(_pedigree(ask, factor) for factor in strata.value.controls),
    )


def _pedigree(ask: Ask, factor: str) -> Message:
    column = ask.part.columns.get(factor)
    if column is None or not column.named_by or not column.why:
        return ask.say("unnamed", factor=factor)
    return ask.say("named", factor=factor, by=column.named_by, why=column.why)

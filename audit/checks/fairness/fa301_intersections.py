"""Does any intersection of two groups fare much worse?

Why it matters
--------------
A system can treat women and men alike, and people from every region alike, and still fail women from
one region. People live at intersections; harm that falls there disappears in one-way tables.

How it is judged
----------------
Each leading rate of the audit for every pair of groups, each cell on its own counts against everyone
else; all of them together are a family of its own with an error rate of 1 in 100. Partial pooling orders
and draws the cells; it never decides.

What it cannot show
-------------------
Cells of few people cannot be judged; they are listed with their people, not dropped. Only pairs are
looked at. Of the questions that can lead, those on error rates and selection are crossed.

What to do
----------
Treat a cell beyond the limit as a finding about those people, not as noise in the wider group, and
read the files of the cells that are too small for numbers.

References
----------
Crenshaw 1989, University of Chicago Legal Forum 1989:139-167.
"""

from audit.check import Ask, Measured, check
from audit.checks.fairness.fa101_selection_rate import SAYS as SELECTION_SAYS
from audit.checks.fairness.fa101_selection_rate import WORSE as SELECTION_WORSE
from audit.criterion import Limit
from audit.evidence import Confusion, Evidence, Rate
from audit.measures.intersections import Intersections
from audit.vocabulary import MayConclude, Per, PositiveIs, Right, Severity, Worse

SAYS = {
    "fpr_adverse": "were flagged although the condition was not there",
    "fpr_favourable": "were decided for although the condition was not met",
    "fnr_adverse": "were not flagged although the condition was there",
    "fnr_favourable": "were turned down although the condition was met",
}


def _false_positive(cell: Confusion) -> Rate:
    return cell.false_positive


def _false_negative(cell: Confusion) -> Rate:
    return cell.false_negative


def _selection(cell: Confusion) -> Rate:
    return cell.selection


@check(
    may_conclude=MayConclude.LEAD,
    per=Per.INTERSECTION,
    needs=("y_pred", "sensitive_features"),
    rights=(Right.NON_DISCRIMINATION,),
    severity=Severity.SERIOUS,
    limit=Limit(ratio=1.25, difference=0.01),
    source="same limits as the leading question",
    says=SELECTION_SAYS | SAYS,
)
def fa301(cells: Evidence[Intersections], ask: Ask) -> Measured:
    """Compare one leading rate over pairs of groups."""
    stakes = ask.part.roles.positive_is
    word = "favourable" if stakes is PositiveIs.FAVOURABLE else "adverse"
    choices = {
        "FA101": ("selection_rate", _selection, SELECTION_WORSE[stakes], str(stakes)),
        "FA201": (
            "false_positive_rate",
            _false_positive,
            Worse.HIGHER if word == "adverse" else Worse.EITHER,
            "fpr_" + word,
        ),
        "FA202": (
            "false_negative_rate",
            _false_negative,
            Worse.EITHER if stakes is PositiveIs.ADVERSE else Worse.HIGHER,
            "fnr_" + ("adverse" if stakes is PositiveIs.ADVERSE else "favourable"),
        ),
    }
    metric, rate, worse, phrase = choices[ask.about]
    groups = cells.value.groups(ask.key, ask.sample)
    return Measured(
        metric=metric,
        rates={name: rate(cell) for name, cell in groups.items()},
        worse=worse,
        phrase=ask.say(phrase),
        uses_truth=ask.uses_truth,
    )

"""Is each class assigned with similar errors in every group?

Why it matters
--------------
Where a system sorts people into more than two classes, one overall error rate hides which mistakes are made
and with whom. To be put into a high tier without cause, and to be left out of a protected one, are
different wrongs, and they can fall on different groups.

How it is judged
----------------
For each class that the plan names, two shares, group by group, each against everyone else: of the people whose
true class it is, how many were assigned to another (missed); and of the people of other classes, how many
were assigned to this one. The limits, exact tests and corrections are those of every question on error rates.
Both kinds of error may lead and stand in the family of tests where nobody has said what a class does to a
person; otherwise only the harm does: being wrongly put into a class that hurts, being missed in one that helps. Of
two classes, one's misses are the other's wrong assignments, so each is asked once and equals FA201 and FA202.

What it cannot show
-------------------
Into which other class somebody was put is shown for everyone together and not compared. An order of classes is not
used: one step and three steps wrong count the same. Whether the recorded class is right is another question.

What to do
----------
Read the files of the people in the group named who were put into the wrong class, and ask what the system
would have needed to see to tell the two classes apart.

References
----------
Hardt, Price & Srebro 2016, "Equality of Opportunity in Supervised Learning", definition 2.1, read for each
class against the others.
"""

from audit.check import Ask, Measured, check
from audit.criterion import Limit
from audit.evidence import Evidence
from audit.measures.classes import ClassCounts, asked, stakes
from audit.vocabulary import MayConclude, Per, PositiveIs, Right, Severity, Worse


@check(
    may_conclude=MayConclude.LEAD,
    per=Per.CLASS,
    needs=("y_true", "y_pred", "sensitive_features"),
    rights=(Right.NON_DISCRIMINATION, Right.FAIR_PROCEDURE),
    severity=Severity.SERIOUS,
    limit=Limit(ratio=1.25, difference=0.01),
    source="four-fifths convention, read as a ratio of error rates, with a floor of one point",
    uses_truth=True,
    says={
        "missed": "of the class “{label}” were assigned to another",
        "wrongly": "of other classes were assigned to “{label}”",
    },
)
def fa206(counts: Evidence[ClassCounts], ask: Ask) -> Measured:
    """Compare one kind of error on one class."""
    question = asked(ask.part, ask.about)
    harm = stakes(ask.part, question.label)
    unharmed = PositiveIs.ADVERSE if question.missed else PositiveIs.FAVOURABLE
    return Measured(
        metric="class_missed" if question.missed else "class_wrongly_assigned",
        rates=counts.value.rates(ask.key, ask.sample, question),
        worse=Worse.EITHER if harm is unharmed else Worse.HIGHER,
        phrase=ask.say("missed" if question.missed else "wrongly", label=question.label),
        uses_truth=True,
    )

"""Groups of a special category are compared only by an audit that says why it may."""

from __future__ import annotations

from audit.errors import PlanError
from audit.plan import PartPlan, Plan
from audit.vocabulary import Ground

SPECIAL = (
    Ground.RACE,
    Ground.ETHNIC_ORIGIN,
    Ground.RELIGION,
    Ground.SEXUAL_ORIENTATION,
    Ground.DISABILITY,
)
"""Grounds of distinction that are special categories of data: Regulation (EU) 2016/679, Art. 9(1)."""


def check_basis(part: PartPlan, plan: Plan) -> None:
    """Refuse sensitive features of a special category where no basis for using them is recorded.

    Raises
    ------
    PlanError
        With slug `special-category-basis`.
    """
    if plan.audit.special_category_basis.strip():
        return
    for feature in part.roles.sensitive:
        own = part.columns.get(feature.column)
        if feature.ground in SPECIAL and not (own and own.legal_basis.strip()):
            raise PlanError(
                f"roles.sensitive_features.{feature.column} has ground '{feature.ground}', a special "
                "category of personal data, and the plan does not say on what basis this audit uses it",
                slug="special-category-basis",
                hint='[audit]\nspecial_category_basis = "the provision or order that allows it, and who decided"',
            )

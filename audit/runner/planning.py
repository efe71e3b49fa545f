"""Every question of the audit, fixed by the plan before any data are read."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from audit.check import Ask, Check, Ruled
from audit.errors import PlanError, did_you_mean
from audit.kind import Kind
from audit.measures.classes import class_questions, leads_class
from audit.measures.intersections import TIMES
from audit.measures.recipients import receives
from audit.measures.sensitive_values import confidential
from audit.plan import (
    AuditSection,
    DataSection,
    ModelSection,
    PartPlan,
    Plan,
    SystemSection,
)
from audit.plan_reader import NOT_COLUMNS
from audit.rights import jurisdiction_hint
from audit.runner.checklisting import used
from audit.text import say
from audit.vocabulary import ALL, RANDOM_ARM, MayConclude, Outcome, OutcomeKnown, Per

WHOLE = "-"
"""Key, in an id, of a question about a part as a whole."""

DOT = " · "
"""Between the key of a question and what is asked of it, where one key has several questions."""

_TRUTH = ("FA201", "FA202")
"""Leading questions that rest on the truth."""

CROSSED = (*_TRUTH, "FA101")
"""Leading questions that can be asked of pairs of groups, and of clusters found by a search."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One planned question.

    Attributes
    ----------
    name : str
        Its key as a reader sees it, the last piece of the id: `sex`, `sex × age`, `sex · high missed`.
    family : str
        `lead`, `intersections`, or empty: fixed here, so that neither `--select` nor `judge`
        changes what is decided together.
    blocked : Ruled or None
        The answer where the plan alone shows that the question cannot be put.
    """

    id: str
    check: Check
    ask: Ask
    name: str = WHOLE
    family: str = ""
    uses_truth: bool = False
    blocked: Ruled | None = None


def find_kind(part: PartPlan, kinds: Sequence[Kind]) -> Kind:
    """Return the kind of a part.

    Raises
    ------
    PlanError
        With slug `unknown-kind`.
    """
    for kind in kinds:
        if kind.name == part.kind:
            return kind
    raise PlanError(
        f"part '{part.name}' is of kind '{part.kind}', which nothing here knows",
        slug="unknown-kind",
        hint=did_you_mean(part.kind, [kind.name for kind in kinds]),
    )


def check_roles(part: PartPlan, kind: Kind) -> None:
    """Refuse roles that the kind does not have.

    Raises
    ------
    PlanError
        With slug `unknown-role`, or `column-twice` where one column cannot play both parts.
    """
    known = [role.name for role in kind.roles]
    for role in part.roles.columns:
        if role not in known:
            raise PlanError(
                f"roles has '{role}', which is no role of the kind '{kind.name}'",
                slug="unknown-role",
                hint=did_you_mean(role, known),
            )
    groups = part.roles.all("sensitive_features")
    for column in groups:
        if groups.count(column) > 1:
            raise PlanError(f"roles.sensitive_features names '{column}' twice", slug="column-twice")
        for role in ("y_true", "y_pred", "y_score"):
            if column in part.roles.all(role):
                raise PlanError(
                    f"'{column}' is both {role} and a sensitive feature: a group made of the "
                    "decision differs by definition",
                    slug="column-twice",
                )


def leads_of(part: PartPlan, plan: Plan, kind: Kind, checks: Sequence[Check]) -> tuple[str, ...]:
    """Return the checks that lead for a part: as the plan names them, else as the kind does.

    Raises
    ------
    PlanError
        With slug `unknown-check` or `cannot-lead`.
    """
    by_id = {check.id: check for check in checks}
    named = [(f"checks.{id}", id) for id in plan.checks.changed]
    named += [("checks.lead", id) for id in plan.checks.lead]
    named += [("checks.ignore", id) for id in plan.checks.ignore]
    for place, id in named:
        if id not in by_id:
            raise PlanError(
                f"{place} names {id}, which is no check", slug="unknown-check",
                hint=did_you_mean(id, by_id),
            )  # fmt: skip
    for id in plan.checks.lead:
        if by_id[id].may_conclude is not MayConclude.LEAD:
            raise PlanError(
                f"checks.lead names {id}, which can only be an indicator",
                slug="cannot-lead",
                hint="audit explain " + id,
            )
    return plan.checks.lead or kind.leads(part, plan)


def questions(plan: Plan, checks: Sequence[Check], kinds: Sequence[Kind]) -> list[Question]:
    """Return every planned question, in order of check, part, sample and key.

    Parameters
    ----------
    checks, kinds : sequence
        What the registry found.
    """
    _check_limits(plan)
    _check_jurisdictions(plan)
    planned: list[Question] = []
    for part in plan.parts:
        kind = find_kind(part, kinds)
        check_roles(part, kind)
        leads = leads_of(part, plan, kind, checks)
        for check in sorted(checks, key=lambda c: c.id):
            if "*" in check.kinds or part.kind in check.kinds:
                planned += _of_check(check, part, plan, leads)
    _check_named(plan, checks, planned)
    _check_requests(plan, checks, kinds)
    return planned


def _check_requests(plan: Plan, checks: Sequence[Check], kinds: Sequence[Kind]) -> None:
    """Refuse a request under a name that no question ever lacks: its answer would reach no page.

    Raises
    ------
    PlanError
        With slug `unknown-request`.
    """
    sections: dict[str, type[Any]] = {
        "audit": AuditSection, "system": SystemSection, "data": DataSection, "model": ModelSection,
    }  # fmt: skip
    known = {"model", *NOT_COLUMNS, *(need for check in checks for need in check.needs)}
    known |= {role.name for kind in kinds for role in kind.roles}
    known |= {f"roles.{name}" for name in NOT_COLUMNS}
    known |= {
        f"{name}.{field.name}" for name, section in sections.items() for field in fields(section)
    }
    for name in plan.requests:
        if name not in known and not name.startswith("checklists."):
            raise PlanError(
                f"[requests] names '{name}', which no question ever lacks",
                slug="unknown-request",
                hint=did_you_mean(name, sorted(known)),
            )


def _check_named(plan: Plan, checks: Sequence[Check], planned: Sequence[Question]) -> None:
    """Refuse a selection or a waiver that meets nothing: a typo must not switch off a gate.

    Raises
    ------
    PlanError
        With slug `unknown-check` or `unknown-finding`.
    """
    ids = [check.id for check in checks]
    for prefix in plan.checks.select:
        if not any(id.startswith(prefix) for id in ids):
            raise PlanError(
                f"no check begins with '{prefix}'",
                slug="unknown-check",
                hint=did_you_mean(prefix, ids),
            )
    findings = [question.id for question in planned]
    for waiver in plan.waivers:
        if waiver.finding not in findings:
            raise PlanError(
                f"a waiver names {waiver.finding}, which is no planned finding",
                slug="unknown-finding",
                hint=did_you_mean(waiver.finding, findings),
            )


def _check_limits(plan: Plan) -> None:
    """Refuse limits that would silently mean nothing.

    Raises
    ------
    PlanError
        With slug `wrong-limit`.
    """
    for id, changed in plan.checks.changed.items():
        limit = changed.limit
        if limit is None:
            continue
        if limit.ratio is not None and not 1 < limit.ratio < math.inf:
            raise PlanError(
                f"[checks.{id}] limit.ratio is {limit.ratio:g}; it says how many times as high the "
                "worse-off rate may be, so it is above 1",
                slug="wrong-limit",
                hint=f"did you mean ratio = {1 / limit.ratio:.4g}?"
                if 0 < limit.ratio <= 1
                else "ratio = 1.25",
            )
        if limit.difference is not None and not 0 <= limit.difference < 1:
            raise PlanError(
                f"[checks.{id}] limit.difference is {limit.difference:g}; it is a fraction, and one "
                "percentage point is 0.01",
                slug="wrong-limit",
            )
        if limit.people_per_year is not None and not 0 <= limit.people_per_year < math.inf:
            raise PlanError(
                f"[checks.{id}] limit.people_per_year is {limit.people_per_year:g}; it is a number of "
                "people, 0 or more",
                slug="wrong-limit",
            )
        if limit.people_per_year is not None and not plan.system.decisions_per_year:
            raise PlanError(
                f"[checks.{id}] states its floor in people a year, and [system] does not say how many "
                "decisions there are",
                slug="wrong-limit",
                hint="decisions_per_year = 12000",
            )


def _check_jurisdictions(plan: Plan) -> None:
    """Refuse a jurisdiction that no law knows: nothing would bind the operator, without a word.

    Raises
    ------
    PlanError
        With slug `unknown-jurisdiction`.
    """
    for name in plan.system.jurisdictions:
        hint = jurisdiction_hint(name)
        if hint is not None:
            raise PlanError(
                f"[system] jurisdictions names '{name}', which is no code of a state or of a body",
                slug="unknown-jurisdiction",
                hint=hint,
            )


def others(part: PartPlan, checks: Sequence[Check]) -> dict[str, int]:
    """Return how many checks belong to other kinds only, by kind: one line of the record."""
    counts: dict[str, int] = {}
    for check in checks:
        if "*" not in check.kinds and part.kind not in check.kinds:
            counts[check.kinds[0]] = counts.get(check.kinds[0], 0) + 1
    return counts


def _of_check(
    check: Check, part: PartPlan, plan: Plan, leads: tuple[str, ...]
) -> Iterator[Question]:
    for key, about, said in _keys(check, part, plan, leads) or (("", "", ""),):
        uses_truth = _uses_truth(check, part, about)
        name = DOT.join(piece for piece in (key, said) if piece) or WHOLE
        for sample in _samples(part) if uses_truth else (ALL,):
            ask = Ask(
                check=check.id,
                key=key,
                about=about,
                sample=sample,
                part=part,
                plan=plan,
                criterion=plan.criterion(check.id, check.criterion),
                leads=leads,
                uses_truth=uses_truth,
            )
            yield Question(
                id=f"{check.id}:{part.name}:{sample}:{name}",
                check=check,
                ask=ask,
                name=name,
                family=_family(check, part, about, leads),
                uses_truth=uses_truth,
                blocked=_blocked(check, ask, uses_truth=uses_truth),
            )


def _family(check: Check, part: PartPlan, about: str, leads: Sequence[str]) -> str:
    if check.per is Per.INTERSECTION:
        return "intersections"
    if check.id not in leads:
        return ""
    if check.per is Per.CLASS and about and not leads_class(part, about):
        return ""
    return "lead"


def _uses_truth(check: Check, part: PartPlan, about: str) -> bool:
    if check.per in (Per.INTERSECTION, Per.LEAD):
        return about in _TRUTH
    if check.truth_if_known:
        known = part.roles.outcome_known is not OutcomeKnown.SELECTED
        return known and bool(part.roles.all("y_true")) and not part.roles.in_classes("y_true")
    return check.uses_truth


def _samples(part: PartPlan) -> tuple[str, ...]:
    drawn = part.roles.outcome_known is OutcomeKnown.RANDOM_ARM or part.roles.by_probability
    return (ALL, RANDOM_ARM) if drawn else (ALL,)


def crossed(leads: Sequence[str]) -> tuple[str, ...]:
    """Return the leading questions that are asked again of pairs and of clusters, the plain id's first.

    Those on the truth stand before selection, each kind in the order of the plan. Where none of the
    leads can be crossed, selection is.
    """
    found = sorted((lead for lead in leads if lead in CROSSED), key=lambda lead: lead not in _TRUTH)
    return tuple(dict.fromkeys(found)) or ("FA101",)


def _keys(
    check: Check, part: PartPlan, plan: Plan, leads: Sequence[str]
) -> tuple[tuple[str, str, str], ...]:
    """Return the keys of a check, what is asked of each, and how the id says it.

    The first leading question has the plain id, which it had when no other was asked.
    """
    match check.per:
        case Per.SENSITIVE_FEATURE:
            return _plain(part.roles.all("sensitive_features"))
        case Per.INTERSECTION:
            pairs = [a + TIMES + b for a, b in part.roles.pairs()]
            return tuple((pair, *lead) for pair in pairs for lead in _leading(leads))
        case Per.LEAD:
            return tuple(("", *lead) for lead in _leading(leads))
        case Per.CLASS:
            features = part.roles.all("sensitive_features")
            asked = class_questions(part)
            return tuple((feature, about, about) for feature in features for about in asked)
        case Per.TEXT:
            return _plain(part.roles.all("text"))
        case Per.CONFIDENTIAL:
            return _plain(confidential(part))
        case Per.CHECKLIST:
            return _plain(used(plan))
        case _:
            return _plain(("",))


def _plain(keys: Sequence[str]) -> tuple[tuple[str, str, str], ...]:
    return tuple((key, "", "") for key in keys)


def _leading(leads: Sequence[str]) -> tuple[tuple[str, str], ...]:
    return tuple((lead, lead if place else "") for place, lead in enumerate(crossed(leads)))


def _blocked(check: Check, ask: Ask, *, uses_truth: bool) -> Ruled | None:
    reason = ask.plan.checks.ignore.get(check.id)
    if reason:
        return Ruled(outcome=Outcome.NOT_ASSESSED, message=say("finding.ignored", reason=reason))
    if check.per is Per.CHECKLIST and not used(ask.plan):
        return Ruled(outcome=Outcome.NOT_APPLICABLE, message=say("finding.no_checklist"))
    arises = _arises(check, ask)
    if arises is not None:
        return arises
    missing = missing_inputs(check, ask.part, ask.plan)
    if missing:
        return Ruled(
            outcome=Outcome.NOT_ASSESSED,
            message=say("finding.needs", inputs=missing),
            needs=missing,
            settle=say("finding.settle_needs", inputs=missing),
        )
    if check.per is Per.INTERSECTION and not ask.key:
        return Ruled(outcome=Outcome.NOT_APPLICABLE, message=say("finding.one_feature"))
    if uses_truth and ask.sample == ALL:
        return _unidentified(ask)
    if uses_truth and ask.part.roles.chances_missing:
        return Ruled(
            outcome=Outcome.NOT_ASSESSED,
            message=say(
                "finding.chances_missing", column=ask.part.roles.one("selection_probability") or ""
            ),
            needs=("selection_probability",),
            settle=say("finding.settle_random_arm", command=review_command(ask.part)),
        )
    return None


def review_command(part: PartPlan, key: str = "", n: int = 400) -> str:
    """Return the command that draws files for review, ready to paste.

    Parameters
    ----------
    key : str
        Feature, or `a × b`, to draw by; empty takes the part's first sensitive feature.
    """
    features = part.roles.all("sensitive_features")
    names = [name for name in key.split(TIMES) if name in features] or list(features[:1])
    by = "".join(
        f" --by {name if name.isidentifier() else chr(34) + name + chr(34)}" for name in names
    )
    own = "" if part.name == "main" else f" --part {part.name}"
    return f"audit sample audit.toml{own} --n {n}{by} -o review.csv"


def _arises(check: Check, ask: Ask) -> Ruled | None:
    """Return why a question does not arise in this system, if it does not."""
    roles = ask.part.roles
    reason = ""
    if "system.capacity" in check.needs and ask.plan.system.capacity is None:
        reason = "finding.no_capacity"
    elif check.per is Per.CLASS and not roles.classes:
        reason = "finding.no_classes"
    elif "place" in check.needs and not roles.all("place"):
        reason = "finding.no_places"
    elif check.per is not Per.CLASS and any(roles.in_classes(need) for need in check.needs):
        reason = "finding.classes_alone"
    return Ruled(outcome=Outcome.NOT_APPLICABLE, message=say(reason)) if reason else None


def _unidentified(ask: Ask) -> Ruled | None:
    """Rates that use the truth are identified only where it is known whatever was decided."""
    truth = ask.part.roles.one("y_true") or ""
    if ask.part.roles.by_probability:
        return Ruled(
            outcome=Outcome.NOT_ASSESSED,
            message=say("finding.truth_in_selected", truth=truth),
            settle=say("finding.see_selected"),
        )
    match ask.part.roles.outcome_known:
        case OutcomeKnown.RANDOM_ARM:
            return Ruled(
                outcome=Outcome.NOT_ASSESSED,
                message=say("finding.truth_in_random_arm", truth=truth),
                settle=say("finding.see_random_arm"),
            )
        case OutcomeKnown.SELECTED:
            return Ruled(
                outcome=Outcome.NOT_ASSESSED,
                message=say("finding.truth_selected", truth=truth),
                needs=("random_arm",),
                settle=say("finding.settle_random_arm", command=review_command(ask.part)),
            )
        case _:
            return None


def missing_inputs(check: Check, part: PartPlan, plan: Plan) -> tuple[str, ...]:
    """Return what a check needs and the plan does not give.

    Names are roles, or `model`, `system.prevalence`, `data.reference` and the like.
    """
    needs = [need for need in check.needs if not given(need, part, plan)]
    if check.uses_truth and part.roles.outcome_known is OutcomeKnown.RANDOM_ARM:
        needs += [] if part.roles.all("random_arm") else ["random_arm"]
    return tuple(dict.fromkeys(needs))


def given(need: str, part: PartPlan, plan: Plan) -> bool:
    """Return whether the plan gives an input, usable or not."""
    special: Mapping[str, bool] = {
        "system.prevalence": plan.system.prevalence is not None,
        "system.capacity": plan.system.capacity is not None,
        "model": bool(part.model.source),
        "data.reference": bool(part.data.reference),
        "data.totals": bool(part.data.totals),
        "data.retention": bool(part.data.retention),
        "data.recipients": receives(part),
        "confidential": bool(confidential(part)),
        "features": bool(part.model.features or part.roles.all("features")),
        # A model that is supplied can be asked for the scores that the log lacks.
        "y_score": bool(part.roles.all("y_score") or part.model.source),
        "rank": bool(part.roles.all("rank") or part.roles.all("y_score") or part.model.source),
        "y_pred": bool(
            part.roles.all("y_pred") or (part.model.source and part.model.threshold is not None)
        ),
    }
    return special[need] if need in special else bool(part.roles.all(need))

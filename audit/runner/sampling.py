"""Drawing files for blind review, and saying beforehand what reading them can show."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from audit.check import Check
from audit.errors import UsageError, did_you_mean
from audit.inference.power import Bar, n_to_fail, n_to_pass
from audit.inference.proportions import jeffreys
from audit.inference.verdict import FAMILIES
from audit.measures.intersections import TIMES
from audit.plan import ModelSection, Plan
from audit.registry import instances
from audit.review import Design, Line, Stratum, unresolved
from audit.runner.disclosure import others
from audit.runner.opening import open_system
from audit.runner.sentences import effective_limit
from audit.runner.suppressing import Suppression
from audit.system import ROW, Margin, Part

SEEN = ("y_pred", "y_score", "human_decision", "y_true", "rank", "reason", "appeal")
"""Roles that a list may not be drawn by: the stratum would tell what was decided."""

YES, NO = ("yes", "y", "1", "true"), ("no", "n", "0", "false")
FEWEST_IN_A_STRATUM = 2
"""One file says nothing of the scatter within its stratum."""

_MOST_ANSWERS = 6
_RATES = (0.1, 0.5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draw:
    """A list that was drawn, not yet written.

    Attributes
    ----------
    min_cell : int
        Fewest people of a stratum that may be named on a terminal.
    """

    design: Design
    lines: tuple[Line, ...]
    identifier: str
    min_cell: int


def draw(
    plan: Plan,
    *,
    n: int,
    part: str = "",
    by: Sequence[str] = (),
    seed: int = 0,
    identifier: bool = False,
    engine: str = "",
) -> Draw:
    """Draw rows of a part at random, within the groups of `by`.

    Each group first gets half of an equal share, the rest goes by their size, so that small groups
    are read too; `audit.engines.drawing.allocate` says how.

    Parameters
    ----------
    n : int
        Files to be read in total.
    by : sequence of str
        Columns whose groups are strata.
    identifier : bool
        Whether the identifier that the plan names stands on the list.

    Raises
    ------
    UsageError
        With slug `unknown-part`, `unknown-column`, `not-blind`, `sample-too-small` or
        `no-identifier`.
    """
    plan = unresolved(plan)
    bare = replace(
        plan,
        parts=tuple(
            replace(p, model=ModelSection(), data=replace(p.data, baseline=""))
            for p in plan.parts
            if not part or p.name == part
        ),
    )
    if not bare.parts or (len(bare.parts) > 1 and not part):
        names = [each.name for each in plan.parts]
        said = f"the plan has no part '{part}'" if part else "the plan has several parts"
        hint = did_you_mean(part, names) if part else f"--part {names[0]}"
        raise UsageError(said, slug="unknown-part", hint=hint)
    with open_system(bare, engine=engine) as system:
        return _drawn(system.parts[0], n, tuple(by), seed, identifier=identifier)


def _drawn(part: Part, n: int, by: tuple[str, ...], seed: int, *, identifier: bool) -> Draw:
    _check_blind(part, by)
    own = part.plan.roles.one("identifiers") if identifier else ""
    if own is None:
        raise UsageError(
            "the plan names no column of identifiers",
            slug="no-identifier",
            hint='[roles]\nidentifiers = ["…"]   # or leave --identifier out: rows are numbered',
        )
    cells = part.frame.count([Margin(by)])[0]
    people = {_label(values): count for values, count in cells.rows()}
    least = min(FEWEST_IN_A_STRATUM * len(people) + 1, sum(people.values()))
    if n < least:
        raise UsageError(
            f"{n:,} files are too few to draw by {', '.join(by) or 'nothing'}: it takes {least:,}",
            slug="sample-too-small",
            hint=f"--n {least}, or a column with fewer groups",
        )
    table = part.frame.sample(
        n, [*([own] if own else []), *(f"key:{name}" for name in by)], seed=seed, by=by
    )
    labels = [_label(row) for row in _rows(table, [f"key:{name}" for name in by])]
    strata = {
        label: Stratum(number=i, label=label, people=people[label], drawn=labels.count(label))
        for i, label in enumerate(people, 1)
    }
    identifiers = [str(v) for v in table.column(own).to_pylist()] if own else [""] * len(labels)
    numbers = table.column(ROW).to_pylist()
    lines = tuple(
        Line(row=row, stratum=strata[label].number, identifier=known)
        for row, label, known in zip(numbers, labels, identifiers, strict=True)
    )
    positive, negative = _answers(part)
    data = part.inputs[0]
    design = Design(
        source=data.source,
        fingerprint=data.value,
        rows=data.rows or 0,
        part=part.name,
        by=by,
        seed=seed,
        positive=positive,
        negative=negative,
        strata=tuple(strata.values()),
    )
    return Draw(
        design=design, lines=lines, identifier=own or "", min_cell=part.audit.report.min_cell
    )


def _check_blind(part: Part, by: Sequence[str]) -> None:
    roles = part.plan.roles
    for name in by:
        if name not in part.frame.columns:
            raise UsageError(
                f"--by names '{name}', which is not a column of {part.inputs[0].source}",
                slug="unknown-column",
                hint=did_you_mean(name, part.frame.columns),
            )
        if any(name in roles.all(role) for role in SEEN):
            raise UsageError(
                f"--by names '{name}', and the list would tell the reviewer what was decided",
                slug="not-blind",
                hint="--by with a column of groups, such as nationality or sex",
            )


def _label(values: Sequence[Any]) -> str:
    return TIMES.join("–" if value is None else str(value) for value in values)


def _rows(table: Any, names: Sequence[str]) -> list[tuple[Any, ...]]:
    columns = [table.column(name).to_pylist() for name in names]
    return list(zip(*columns, strict=True)) if columns else [()] * table.num_rows


def _answers(part: Part) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the answers that say yes and no: the labels of the recorded truth where there is one."""
    roles = part.plan.roles
    truth = roles.one("y_true")
    positive = roles.positive_labels("y_true")
    if truth is None or not positive:
        return YES, NO
    cells = part.frame.count([Margin((truth,))])[0]
    labels = [str(values[0]) for values, _ in cells.rows() if values[0] is not None]
    negative = tuple(label for label in labels if label not in positive)
    if 0 < len(negative) <= _MOST_ANSWERS:
        return positive, negative
    clash = {label.casefold() for label in positive} & set(NO)
    return (positive, ("other",)) if clash else ((*positive, *YES), NO)


@dataclass(frozen=True, slots=True, kw_only=True)
class Worth:
    """What some files can show of a rate.

    Attributes
    ----------
    half : tuple of float
        Half the width of the 95 % interval where one in ten, or one in two, has the event.
    """

    label: str
    files: int
    people: int
    half: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Needed:
    """Files of one group, in the count of a rate near one in ten, that would decide.

    Attributes
    ----------
    to_pass, to_fail : int or None
        For 80 % power to show a group without a gap within the limit, or one at twice the limit
        beyond it; None where no number would do.
    """

    check: str
    ratio: float | None
    floor: float | None
    to_pass: int | None
    to_fail: int | None


def worth(drawn: Draw) -> list[Worth]:
    """Return what the list can show: as a whole, then stratum by stratum."""
    design = drawn.design
    everybody = sum(stratum.people for stratum in design.strata)
    found = [_worth("all", design.drawn, everybody)]
    if len(design.strata) > 1:
        found += [_worth(s.label, s.drawn, s.people) for s in design.strata]
    return found


def named(rows: Sequence[Worth], min_cell: int) -> tuple[list[Worth], Worth | None]:
    """Return the strata that may be named, and the others together, if there are any.

    As on every page: a stratum of fewer than `min_cell` people stands in one line with as many others as
    it takes that none comes back by subtraction from the whole.

    Parameters
    ----------
    rows : sequence of Worth
        The whole, then stratum by stratum, as `worth` returns them.
    """
    strata = {each.label: each for each in rows[1:]}
    sizes = {label: each.people for label, each in strata.items()}
    hidden = Suppression({"": sizes}, {}, min_cell).groups[""]
    shown = [each for each in rows[1:] if each.label not in hidden]
    if not hidden:
        return [*rows[:1], *shown], None
    people = sum(sizes[label] for label in hidden)
    files = sum(strata[label].files for label in hidden)
    return [*rows[:1], *shown], _worth(others(len(hidden), people), files, people)


def _worth(label: str, files: int, people: int) -> Worth:
    limits = (jeffreys(rate * files, files) for rate in _RATES)
    half = tuple((float(high) - float(low)) / 2 for low, high in limits)
    return Worth(label=label, files=files, people=people, half=half)


def needed(plan: Plan, drawn: Draw) -> Needed:
    """Return how many files of a group would decide a leading question on errors."""
    check = _leading(plan, {c.id: c for c in instances(Check, "checks")})
    criterion = plan.criterion(check.id, check.criterion)
    limit = effective_limit(criterion.limit, plan) if criterion.limit else None
    ratio, floor = (limit.ratio, limit.difference) if limit else (None, None)
    bar = Bar(ratio or 1.0, floor or 0.0)
    groups = max(len(drawn.design.strata), 2)
    return Needed(
        check=check.id,
        ratio=ratio,
        floor=floor,
        to_pass=_whole(n_to_pass(bar, _RATES[0], groups - 1.0)),
        to_fail=_whole(n_to_fail(bar, _RATES[0], groups - 1.0, FAMILIES["lead"] / groups)),
    )


def _leading(plan: Plan, checks: Mapping[str, Check]) -> Check:
    named = [id for id in plan.checks.lead if id in checks]
    favourable = any(str(part.roles.positive_is) == "favourable" for part in plan.parts)
    return checks[named[0] if named else ("FA202" if favourable else "FA201")]


def _whole(number: Any) -> int | None:
    return None if math.isnan(number) else int(number)


__all__ = ["Draw", "Needed", "Worth", "draw", "named", "needed", "worth"]

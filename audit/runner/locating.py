"""The rows behind a finding about records, found again in the plan's data."""

from __future__ import annotations

from collections.abc import Iterator

from audit.check import Check
from audit.errors import UsageError, did_you_mean
from audit.kind import Kind
from audit.measure import Measure
from audit.plan_reader import load
from audit.registry import instances
from audit.runner.opening import open_system
from audit.runner.planning import WHOLE, questions


def rows_behind(finding: str, plan_path: str, *, engine: str = "") -> Iterator[int]:
    """Yield the rows behind a finding, counted from 0, opening the plan's data again.

    Parameters
    ----------
    finding : str
        `CHECK:part:sample:key`, as it stands in `audit.json`; the beginning will do where one finding begins so.

    Raises
    ------
    UsageError
        With slug `unknown-finding`, `unknown-check`, `unknown-part`, `unknown-column` or
        `nothing-to-locate`.
    """
    id = finding.partition(":")[0]
    checks = {check.id: check for check in instances(Check, "checks")}
    if id not in checks:
        raise UsageError(
            f"there is no check {id}", slug="unknown-check", hint=did_you_mean(id, checks)
        )
    by_payload = {
        measure.payload: measure.locate
        for measure in instances(Measure, "measures")
        if measure.locate is not None
    }
    # The first evidence that points at rows is what the check is about; the rest stands beside it.
    payloads = [payload for payload in checks[id].asks_for.values() if payload in by_payload]
    locators = [by_payload[payload] for payload in payloads[:1]]
    if not locators:
        raise UsageError(
            f"{id} rests on counts of groups, not on single rows",
            slug="nothing-to-locate",
            hint="locate serves findings about records, such as PR101, PR102 and PR201",
        )
    plan = load(plan_path)
    _, part_name, _, key = whole_id(finding, plan_path).split(":", 3)
    key = "" if key == WHOLE else key
    with open_system(plan, engine=engine) as system:
        parts = {part.name: part for part in system.parts}
        if part_name not in parts:
            raise UsageError(
                f"the plan has no part '{part_name}'",
                slug="unknown-part",
                hint=did_you_mean(part_name, parts),
            )
        part = parts[part_name]
        if key and key not in part.frame.columns:
            raise UsageError(
                f"'{key}' is not a column of part '{part_name}'",
                slug="unknown-column",
                hint=did_you_mean(key, part.frame.columns),
            )
        for locate in locators:
            yield from locate(part, key)


def whole_id(finding: str, plan_path: str) -> str:
    """Return the id of the one planned finding that begins with what was typed; a whole id as it is.

    Raises
    ------
    UsageError
        With slug `unknown-finding`: none, or several; the hint lists them.
    """
    checks = instances(Check, "checks")
    id = finding.partition(":")[0]
    if finding.count(":") > 2 or id not in {check.id for check in checks}:
        return finding
    planned = [q.id for q in questions(load(plan_path), checks, instances(Kind, "kinds"))]
    own = [each for each in planned if each.partition(":")[0] == id]
    found = [each for each in own if each.startswith(f"{finding.rstrip(':')}:")]
    if len(found) == 1:
        return found[0]
    raise UsageError(
        f"'{finding}' is the id of no one finding: this plan has {len(found)} that begin so",
        slug="unknown-finding",
        hint=f"one of {', '.join(found or own)}" if own else did_you_mean(finding, planned),
    )

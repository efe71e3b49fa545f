"""Comparing what an audit found with what a case's answer key says a correct audit finds.

The key is about findings, not about one seed's numbers: its ranges come from the planted
parameters. Only the record is read, never the data.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from audit.errors import PluginError, did_you_mean
from audit.finding import Estimate, Finding
from audit.vocabulary import Answered, Outcome

if TYPE_CHECKING:
    from audit.record import AuditRecord

Range = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """One line of a key: a finding to be found, or not to be.

    Attributes
    ----------
    group : str
        The outcome is then the group's own, or the finding's if it names the group.
    direction : str
        `higher` or `lower`: the group's rate beside the others'; else a direction the finding names.
    ratio, difference : pair of float
        Of the group's estimate, lowest and highest.
    observed : pair of float
        Of the finding.
    overall : pair of float
        Events over people, all estimates of the finding together.
    n : pair of float
        People in the group's denominator.
    inputs : tuple of str
        At least one of these is among the finding's associated inputs.
    lead : bool or None
        Whether the finding must lead.
    """

    check: str
    part: str = ""
    sample: str = ""
    feature: str = ""
    group: str = ""
    outcome: tuple[Outcome, ...] = ()
    direction: str = ""
    ratio: Range | None = None
    difference: Range | None = None
    observed: Range | None = None
    overall: Range | None = None
    n: Range | None = None
    inputs: tuple[str, ...] = ()
    lead: bool | None = None

    def __str__(self) -> str:
        words = [self.check, self.part, self.sample, self.feature, self.group, self.direction]
        words += [" or ".join(self.outcome)]
        for name in _RANGES:
            given = getattr(self, name)
            words += [f"{name} {given[0]:g} to {given[1]:g}"] if given else []
        words += ["inputs " + " or ".join(self.inputs)] if self.inputs else []
        return " · ".join(word for word in words if word)


_RANGES = ("ratio", "difference", "observed", "overall", "n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """The answer key of a case.

    Attributes
    ----------
    lead : tuple of Wanted
        The questions the plan must lead with; each must be found as leading.
    human : tuple of str
        Checklist items that only a person can answer and that must be shown as open.
    rows : int
        Size the ranges were computed for.
    """

    case: str
    rows: int
    lead: tuple[Wanted, ...] = ()
    expect: tuple[Wanted, ...] = ()
    forbid: tuple[Wanted, ...] = ()
    human: tuple[str, ...] = ()
    classification: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What was looked for, and what was there."""

    looked_for: str
    there: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """What an audit found of what it should, and what it should not have."""

    case: str
    found: tuple[Line, ...]
    missed: tuple[Line, ...]
    forbidden: tuple[Line, ...]
    human: tuple[Line, ...]
    """Items of the key's `human` that the record shows as open."""
    points: int
    points_possible: int

    @property
    def whole(self) -> bool:
        """Whether everything was found and nothing forbidden was."""
        return not self.missed and not self.forbidden


def read_key(path: Path) -> Key:
    """Read `key.yaml`.

    Raises
    ------
    PluginError
        With slug `case-key`, naming the line of the key that cannot be used.
    """
    import yaml

    where = f"{path.parent.name}/{path.name}"
    try:
        given = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as problem:
        raise PluginError(
            f"{where} cannot be read: {type(problem).__name__}", slug="case-key"
        ) from None
    if not isinstance(given, Mapping):
        raise PluginError(f"{where} must have keys", slug="case-key")
    _known(given, Key, where)
    lists = {
        name: tuple(_wanted(line, f"{where}: {name}[{i}]") for i, line in enumerate(given.get(name) or ()))
        for name in ("lead", "expect", "forbid")
    }  # fmt: skip
    return Key(
        case=str(given.get("case", path.parent.name)),
        rows=int(given.get("rows", 0)),
        human=tuple(given.get("human") or ()),
        classification=given.get("classification") or {},
        **lists,
    )


def _known(given: Mapping[str, Any], kind: type[Any], where: str) -> None:
    names = [f.name for f in fields(kind)]
    for name in given:
        if name not in names:
            raise PluginError(
                f"{where} has no key '{name}'", slug="case-key", hint=did_you_mean(name, names)
            )


def _wanted(line: object, where: str) -> Wanted:
    if not isinstance(line, Mapping) or "check" not in line:
        raise PluginError(f"{where} must name a check", slug="case-key")
    _known(line, Wanted, where)
    values: dict[str, Any] = dict(line)
    for name in ("outcome", "inputs"):
        given = values.get(name, ())
        values[name] = (given,) if isinstance(given, str) else tuple(given)
    try:
        values["outcome"] = tuple(Outcome(word) for word in values["outcome"])
        for name in _RANGES:
            if values.get(name) is not None:
                low, high = values[name]
                values[name] = (float(low), float(high))
    except (TypeError, ValueError):
        raise PluginError(
            f"{where}: an outcome is one of {', '.join(Outcome)}, a range is [lowest, highest]",
            slug="case-key",
        ) from None
    return Wanted(**values)


# ---------------------------------------------------------------------------------------------
# Matching


def grade(record: AuditRecord, key: Key) -> Grade:
    """Compare a record with a key.

    One point for each expected line, one less for each forbidden one, none for a planted effect
    left open. If the key lists questions for people and the record shows none of them as open, the
    last point is not given.

    Returns
    -------
    Grade
    """
    expected = (*_leading(key.lead), *key.expect)
    found: list[Line] = []
    missed: list[Line] = []
    for wanted in expected:
        candidates = _asked(wanted, record.findings)
        line = Line(looked_for=str(wanted), there=_there(wanted, candidates))
        (found if any(_meets(wanted, f) for f in candidates) else missed).append(line)
    forbidden = tuple(
        Line(looked_for=str(wanted), there=_there(wanted, [f]))
        for wanted in key.forbid
        for f in _asked(wanted, record.findings)
        if _meets(wanted, f)
    )
    human = tuple(_open_items(record, key.human))
    points = len(found) - len(forbidden)
    if key.human and not human:
        points = min(points, len(expected) - 1)
    return Grade(
        case=key.case,
        found=tuple(found),
        missed=tuple(missed),
        forbidden=forbidden,
        human=human,
        points=points,
        points_possible=len(expected),
    )


def _leading(lines: Sequence[Wanted]) -> tuple[Wanted, ...]:
    return tuple(replace(line, lead=True) for line in lines)


def _asked(wanted: Wanted, findings: Sequence[Finding]) -> list[Finding]:
    return [
        finding
        for finding in findings
        if finding.check == wanted.check
        and wanted.part in ("", finding.part)
        and wanted.sample in ("", finding.sample)
        and wanted.feature in ("", finding.feature, finding.key)
    ]


def _group(wanted: Wanted, finding: Finding) -> Estimate | None:
    return next((e for e in finding.estimates if e.group == wanted.group), None)


def _meets(wanted: Wanted, finding: Finding) -> bool:
    return all(test(wanted, finding) for test in _TESTS)


def _outcome(wanted: Wanted, finding: Finding) -> bool:
    if not wanted.group:
        return not wanted.outcome or finding.outcome in wanted.outcome
    estimate = _group(wanted, finding)
    own = estimate.outcome if estimate is not None else None
    if not wanted.outcome:
        return estimate is not None or wanted.group in finding.groups
    if own is not None:
        return own in wanted.outcome
    return wanted.group in finding.groups and finding.outcome in wanted.outcome


def _direction(wanted: Wanted, finding: Finding) -> bool:
    if not wanted.direction:
        return True
    estimate = _group(wanted, finding)
    if estimate is not None and estimate.value is not None and estimate.reference is not None:
        if wanted.direction == "higher":
            return estimate.value > estimate.reference
        if wanted.direction == "lower":
            return estimate.value < estimate.reference
    said = {str(finding.direction), finding.message.params.get("direction")}
    return wanted.direction in said


def _inputs(wanted: Wanted, finding: Finding) -> bool:
    return not wanted.inputs or bool(set(wanted.inputs) & set(finding.associated_inputs))


def _numbers(wanted: Wanted, finding: Finding) -> bool:
    estimate = _group(wanted, finding) if wanted.group else None
    there = {
        "ratio": estimate.ratio if estimate else None,
        "difference": estimate.difference if estimate else None,
        "n": estimate.n if estimate else None,
        "observed": finding.observed,
        "overall": _overall(finding),
    }
    for name in _RANGES:
        given: Range | None = getattr(wanted, name)
        value = there[name]
        if given is not None and (value is None or not given[0] <= value <= given[1]):
            return False
    return True


def _overall(finding: Finding) -> float | None:
    if not finding.estimates or any(e.events is None for e in finding.estimates):
        return None
    people = sum(e.n for e in finding.estimates)
    return sum(e.events or 0.0 for e in finding.estimates) / people if people else None


def _leads(wanted: Wanted, finding: Finding) -> bool:
    return wanted.lead is None or finding.lead is wanted.lead


_TESTS: tuple[Callable[[Wanted, Finding], bool], ...] = (
    _outcome,
    _direction,
    _inputs,
    _numbers,
    _leads,
)


def _there(wanted: Wanted, findings: Sequence[Finding]) -> str:
    return "; ".join(_described(wanted, finding) for finding in findings) or "no such question"


def _described(wanted: Wanted, finding: Finding) -> str:
    words = [finding.id, str(finding.outcome)]
    if finding.groups:
        words.append("about " + ", ".join(finding.groups))
    estimate = _group(wanted, finding) if wanted.group else None
    if estimate is not None:
        ratio = "" if estimate.ratio is None else f", ratio {estimate.ratio:.3g}"
        own = estimate.outcome or "not judged"
        words.append(f"{estimate.group}: {own}, n {estimate.n:g}{ratio}")
    if finding.observed is not None:
        words.append(f"observed {finding.observed:.3g}")
    if wanted.overall is not None:
        overall = _overall(finding)
        words.append("overall not shown" if overall is None else f"overall {overall:.4g}")
    if finding.associated_inputs:
        words.append("inputs " + ", ".join(finding.associated_inputs))
    return " · ".join(words)


def _open_items(record: AuditRecord, items: Sequence[str]) -> list[Line]:
    states = {
        entry.item.id: entry.answer.state
        for checklist in record.checklists
        for _, entries in checklist.sections
        for entry in entries
    }
    return [
        Line(looked_for=item, there=str(states[item]))
        for item in items
        if states.get(item) is Answered.NOT_ASSESSED
    ]

"""What it comes to: the statement, what blocks, and what this audit could not see."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from audit.finding import Finding
from audit.plan import Plan
from audit.record import Conclusion, CouldNotSee
from audit.text import Catalogue, Message, say
from audit.vocabulary import NeedStatus, Outcome

_MOST = 6


def conclude(
    findings: Sequence[Finding], plan: Plan, catalogue: Catalogue, *, today: date
) -> Conclusion:
    """Return the conclusion of an audit. Never a score, never a count of passes."""
    statement = _statement(findings)
    could_not_see = tuple(_could_not_see(findings, catalogue))
    return Conclusion(
        statement=statement,
        condition=" ".join(catalogue.render(message) for message in statement),
        blocking=tuple(f.id for f in findings if blocks(f, plan, today=today)),
        could_not_see=could_not_see,
        lead_judged=lead_judged(findings),
    )


def blocks(finding: Finding, plan: Plan, *, today: date) -> bool:
    """Whether a finding makes `audit run` exit with 1. A waiver changes this and nothing else."""
    if finding.outcome is Outcome.ERROR:
        return True
    if finding.waiver is not None and finding.waiver.until >= today.isoformat():
        return False
    grave = finding.severity.rank >= plan.gate.fail_on.rank
    if finding.outcome is Outcome.FAIL:
        return grave
    undecided = finding.outcome in (Outcome.INCONCLUSIVE, Outcome.NOT_ASSESSED) and finding.lead
    return plan.gate.fail_on_inconclusive and undecided


def lead_judged(findings: Sequence[Finding]) -> bool:
    """Whether at least one leading question could be judged, or none was asked."""
    leading = [f for f in findings if f.lead]
    return not leading or any(
        any(e.judged for e in f.estimates) or f.outcome in (Outcome.PASS, Outcome.FAIL)
        for f in leading
    )


def _statement(findings: Sequence[Finding]) -> tuple[Message, ...]:
    failing = sorted(
        (f for f in findings if f.outcome is Outcome.FAIL),
        key=lambda f: (-f.severity.rank, not f.lead, f.id),
    )
    lines = [
        Message(
            id="conclusion.fail",
            params={"title": f.title, "finding": f.id},
            parts={"sentence": f.message},
        )
        for f in failing[:_MOST]
    ]
    if len(failing) > _MOST:
        lines.append(say("conclusion.more", n=len(failing) - _MOST))
    leading = [f for f in findings if f.lead]
    open_ones = [f for f in leading if f.outcome is Outcome.INCONCLUSIVE]
    within = [f for f in leading if f.outcome is Outcome.PASS]
    if not failing:
        lines.append(say("conclusion.none"))
    if within:
        lines.append(say("conclusion.within", features=_features(within)))
    if open_ones:
        lines.append(say("conclusion.open", features=_features(open_ones)))
    if leading and not lead_judged(findings):
        lines.append(say("conclusion.not_judged"))
    if any(f.outcome is Outcome.REVIEW for f in findings):
        lines.append(say("conclusion.review"))
    if any(f.outcome is Outcome.ERROR for f in findings):
        lines.append(say("conclusion.error"))
    return tuple(lines)


def _features(findings: Sequence[Finding]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(f.feature or f.key for f in findings))


def _could_not_see(findings: Sequence[Finding], catalogue: Catalogue) -> list[CouldNotSee]:
    """One line for each missing input with all it would have served, then leading questions left open."""
    lines = []
    missing: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.outcome is Outcome.NOT_ASSESSED:
            for need in finding.needs:
                missing.setdefault(need.input, []).append(finding)
    for name, served in sorted(missing.items(), key=lambda item: (-len(item[1]), item[0])):
        titles = tuple(dict.fromkeys(f.title for f in served))
        status = next(n.status for f in served for n in f.needs if n.input == name)
        sentence = say(
            "conclusion.missing_refused" if status is NeedStatus.REFUSED else "conclusion.missing",
            input=name,
            titles=titles,
        )
        lines.append(_line(sentence, served, catalogue, name))
    unidentified: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.outcome is Outcome.NOT_ASSESSED and not finding.needs and finding.lead:
            unidentified.setdefault(finding.condition, []).append(finding)
    lines += [_line(same[0].message, same, catalogue, "") for same in unidentified.values()]
    for finding in findings:
        if finding.lead and finding.outcome is Outcome.INCONCLUSIVE:
            sentence = say(
                "conclusion.cannot_tell" if finding.groups else "conclusion.cannot_tell_any",
                title=finding.title,
                key=finding.key,
                groups=finding.groups,
            )
            lines.append(_line(sentence, [finding], catalogue, ""))
    return lines


def _line(
    sentence: Message, findings: Sequence[Finding], catalogue: Catalogue, name: str
) -> CouldNotSee:
    needs = tuple(n for f in findings for n in f.needs if n.input == name)
    return CouldNotSee(
        sentence=sentence,
        condition=catalogue.render(sentence),
        needs=tuple(dict.fromkeys(needs)),
        findings=tuple(f.id for f in findings),
    )


def exit_code(conclusion: Conclusion) -> int:
    """Return 1 if something blocks, 3 if no leading question could be judged, else 0."""
    if conclusion.blocking:
        return 1
    return 0 if conclusion.lead_judged else 3

"""What it comes to: the statement, what blocks, and what this audit could not see."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from audit.checklist import files, load
from audit.finding import Estimate, Finding
from audit.plan import Plan
from audit.record import Conclusion, CouldNotSee, Judgement
from audit.runner.planning import WHOLE, given
from audit.text import Catalogue, Message, Param, say
from audit.vocabulary import NeedStatus, Outcome, Worse

_MOST = 6
_ENOUGH = 100
_BELOW_CHANCE = 0.05
_ON_RANDOM_ARM = "finding.truth_in_random_arm"
_OF_A_SYSTEM = ("y_pred", "y_score", "model", "human_decision", "y_true")
"""Inputs without any of which there is a table, and no system to ask about."""
_TOLD_OF_A_SYSTEM = (*_OF_A_SYSTEM, "features", "rank", "reason", "reviewer", "seconds")
"""Those, and what can be told of a system alone."""

Absent = dict[tuple[str, tuple[str, ...]], dict[str, list[Finding]]]
"""Sentence and titles to inputs that would have served the same questions, each with the findings that lack it."""


def conclude(
    findings: Sequence[Finding],
    plan: Plan,
    catalogue: Catalogue,
    *,
    today: date,
    judgements: Sequence[Judgement] = (),
) -> Conclusion:
    """Return the conclusion of an audit. Never a score, never a count of passes.

    Parameters
    ----------
    judgements : sequence of Judgement
        Every judgement so far: a limit that was changed after results had been seen is said first.
    """
    statement = (*limits_changed(judgements), *worse_than_chance(findings), *_statement(findings))
    could_not_see = tuple(_could_not_see(findings, plan, catalogue))
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


def limits_changed(judgements: Sequence[Judgement]) -> list[Message]:
    """Say which limits were changed after results had been seen, and what the first answer was."""
    lines = []
    before: dict[str, Outcome] = {}
    for judgement in judgements:
        if not judgement.results_seen:
            continue
        for id, what in judgement.changed.items():
            was, _, now = what.partition(" -> ")
            was, now = _only_what_differs(was, now)
            params = {"check": id, "before": was, "after": now}
            by, why = judgement.by.get(id, ""), judgement.reason.get(id, "")
            parts = {
                "by": say("conclusion.by" if by else "conclusion.by_nobody", by=by),
                "why": say("conclusion.because" if why else "conclusion.no_reason", reason=why),
            }
            lines.append(Message(id="conclusion.limits_changed", params=params, parts=parts))
        before = {**judgement.before, **before}
    return lines + _first_answers(before)


def _only_what_differs(was: str, now: str) -> tuple[str, str]:
    severity = ", severity "
    if was.partition(severity)[2] == now.partition(severity)[2]:
        return was.partition(severity)[0], now.partition(severity)[0]
    return was, now


def _first_answers(before: Mapping[str, Outcome]) -> list[Message]:
    answers: dict[tuple[str, Outcome], list[str]] = {}
    for id, outcome in before.items():
        check, _, key = id.partition(":")
        answers.setdefault((check, outcome), []).append(key.rpartition(":")[2])
    if len({outcome for _, outcome in answers}) == 1:
        outcome = next(outcome for _, outcome in answers)
        word = say(f"outcome.{outcome}")
        return [Message(id="conclusion.first_answer", parts={"answer": word})]
    return [
        Message(
            id="conclusion.first_answer_by",
            params={"check": check, "keys": tuple(dict.fromkeys(keys))},
            parts={"answer": say(f"outcome.{outcome}")},
        )
        for (check, outcome), keys in answers.items()
    ]


def worse_than_chance(findings: Sequence[Finding]) -> list[Message]:
    """Say where people without the condition are decided positive more often than those with it."""
    rates: dict[tuple[str, str], dict[str, Estimate]] = {}
    for finding in findings:
        known = finding.overall
        if finding.check in ("FA201", "FA202") and known is not None and known.value is not None:
            at = rates.setdefault((finding.part, finding.sample), {})
            if finding.check not in at or known.n > at[finding.check].n:
                at[finding.check] = known
    parts = {finding.part for finding in findings}
    lines = []
    for (part, sample), found in sorted(rates.items()):
        negative, missed = found.get("FA201"), found.get("FA202")
        if negative is None or missed is None or min(negative.n, missed.n) < _ENOUGH:
            continue
        among_negative, among_positive = negative.value or 0.0, 1 - (missed.value or 0.0)
        if among_negative - among_positive > _BELOW_CHANCE:
            id = "worse_than_chance_in" if len(parts) > 1 else "worse_than_chance"
            lines.append(
                say(
                    f"conclusion.{id}",
                    part=part,
                    sample=sample,
                    negative=among_negative,
                    positive=among_positive,
                )
            )
    return lines


def _whose(finding: Finding) -> Message:
    """Return what a finding says; of a checklist, with the title by which a reader knows it."""
    path = None if finding.feature else files().get(finding.key)
    if path is None:
        return finding.message
    title = load(path).title.partition(" (")[0]
    return Message(
        id="conclusion.of_list", params={"list": title}, parts={"sentence": finding.message}
    )


def _statement(findings: Sequence[Finding]) -> tuple[Message, ...]:
    failing = sorted(
        (f for f in findings if f.outcome is Outcome.FAIL),
        key=lambda f: (-f.severity.rank, not f.lead, f.id),
    )
    lines = []
    for f in failing[:_MOST]:
        params = {"title": f.title, "finding": f.id}
        lines.append(Message(id="conclusion.fail", params=params, parts={"sentence": _whose(f)}))
        lines += _too(f)
        lines += _also(f)
    lines += _meant(failing[:_MOST])
    if len(failing) > _MOST:
        lines.append(say("conclusion.more", n=len(failing) - _MOST))
    leading = [f for f in findings if f.lead]
    if not leading:
        lines.append(say("conclusion.not_asked"))
    elif not lead_judged(findings):
        lines.append(say("conclusion.not_judged"))
    elif not failing:
        lines.append(say("conclusion.none"))
    lines += _settled(leading)
    if any(f.outcome is Outcome.REVIEW for f in findings):
        lines.append(say("conclusion.review"))
    broken = tuple(dict.fromkeys(f.check for f in findings if f.outcome is Outcome.ERROR))
    if broken:
        lines.append(say("conclusion.error", n=len(broken), checks=broken))
    return tuple(lines)


def _settled(leading: Sequence[Finding]) -> list[Message]:
    """Say what is within its limit and what the numbers cannot tell, by group and as a whole."""
    open_ones = [f for f in leading if f.outcome is Outcome.INCONCLUSIVE]
    passed = [f for f in leading if f.outcome is Outcome.PASS]
    lines = []
    if within := _within([f for f in leading if _by_group(f)]):
        lines.append(say("conclusion.within", features=within))
    if titles := _titles(passed):
        lines.append(say("conclusion.within_whole", titles=titles))
    if features := _features([f for f in open_ones if _by_group(f)]):
        lines.append(say("conclusion.open", features=features))
    if titles := _titles(open_ones):
        lines.append(say("conclusion.open_whole", titles=titles))
    return lines


def _meant(failing: Sequence[Finding]) -> list[Message]:
    """Say once which column and label "flagged" and "the condition" stand for."""
    lines: dict[str, Message] = {}
    for finding in failing:
        said = {note.id: note for note in finding.notes}
        if "finding.counted" in said and "finding.truth" in said:
            counted, truth = said["finding.counted"], said["finding.truth"]
            message = Message(id="conclusion.meant", parts={"counted": counted, "truth": truth})
            lines.setdefault(repr((counted.params, truth.params)), message)
    return list(lines.values())


def _too(failing: Finding) -> list[Message]:
    """Name the other groups beyond the limit: the sentence of a finding is about one of them."""
    told = failing.message.params.get("group")
    others = tuple(group for group in failing.groups if group != told)
    if not told or not others:
        return []
    return [say("conclusion.fail_too", feature=failing.key, groups=others)]


def _also(failing: Finding) -> list[Message]:
    """Name the groups whose observed rate is worse than the failing group's, and too few to tell."""
    worst = next((e for e in failing.estimates if e.group in failing.groups and not e.merged), None)
    if worst is None or worst.value is None or failing.direction in (None, Worse.EITHER):
        return []
    if failing.unit != "rate" or failing.heading is not None:
        return []
    sign = -1 if failing.direction is Worse.LOWER else 1
    limit = sign * worst.value
    return [
        say(
            "conclusion.also",
            feature=failing.feature or failing.key,
            group=e.group,
            value=e.value,
            n=round(e.n),
        )
        for e in sorted(failing.estimates, key=lambda e: (-sign * (e.value or 0.0), e.group))
        if not e.merged and not e.judged and e.value is not None and sign * e.value > limit
    ][:_MOST]


def _within(leading: Sequence[Finding]) -> tuple[str, ...]:
    """Return the features by which every leading question that could be asked is within its limit."""
    passed = [f for f in leading if f.outcome is Outcome.PASS]
    answered = {(f.check, f.part, f.key) for f in passed}
    settled = (Outcome.PASS, Outcome.NOT_APPLICABLE)
    still = {
        f.feature or f.key
        for f in leading
        if f.outcome not in settled
        and not (
            # The same question, answered on another sample.
            f.outcome is Outcome.NOT_ASSESSED and (f.check, f.part, f.key) in answered
        )
    }
    return tuple(feature for feature in _features(passed) if feature not in still)


def _by_group(finding: Finding) -> bool:
    return bool(finding.feature) or finding.key != WHOLE


def _titles(findings: Sequence[Finding]) -> tuple[str, ...]:
    """Return the questions that are about a part as a whole, not about groups of people."""
    return tuple(dict.fromkeys(f.title for f in findings if not _by_group(f)))


def _features(findings: Sequence[Finding]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(f.feature or f.key for f in findings))


def _could_not_see(
    findings: Sequence[Finding], plan: Plan, catalogue: Catalogue
) -> list[CouldNotSee]:
    """One line for each missing input with all it would have served, then leading questions left open."""
    missing: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.outcome is Outcome.NOT_ASSESSED:
            for need in finding.needs:
                missing.setdefault(need.input, []).append(finding)
    lines: list[CouldNotSee] = []
    absent: Absent = {}
    for name, served in sorted(missing.items(), key=lambda item: (-len(item[1]), item[0])):
        titles = tuple(dict.fromkeys(f.title for f in served))
        status = next(n.status for f in served for n in f.needs if n.input == name)
        refused = status is NeedStatus.REFUSED
        if not refused and all(_is_there(name, f, plan) for f in served):
            params: dict[str, Param] = {"input": name, "titles": titles}
            reason = {"reason": served[0].message}
            sentence = Message(id="conclusion.unusable", params=params, parts=reason)
            lines.append(_line(sentence, served, catalogue, (name,)))
            continue
        id = "conclusion.missing_refused" if refused else "conclusion.missing"
        absent.setdefault((id, titles), {})[name] = served
    whole, absent = _no_system(absent, plan, catalogue)
    lines = whole + [_without(*key, inputs, catalogue) for key, inputs in absent.items()] + lines
    return lines + _unidentified(findings, catalogue) + _open(findings, catalogue)


def _no_system(
    absent: Absent, plan: Plan, catalogue: Catalogue
) -> tuple[list[CouldNotSee], Absent]:
    """One line for all that a table without any decision or model lacks for that reason alone.

    Inputs stay apart that were refused, or that would have served a question about the table itself.
    """
    if any(given(name, part, plan) for part in plan.parts for name in _OF_A_SYSTEM):
        return [], absent
    gone = {
        key: inputs
        for key, inputs in absent.items()
        if key[0] == "conclusion.missing" and all(map(_asks_of_a_system, inputs.values()))
    }
    if len(gone) < 2:
        return [], absent
    inputs = {name: served for each in gone.values() for name, served in each.items()}
    served = {finding.id: finding for each in inputs.values() for finding in each}
    names = tuple(name for name in _OF_A_SYSTEM if name in inputs)
    n = len({finding.check for finding in served.values()})
    sentence = say("conclusion.no_system", n=n, inputs=names)
    line = _line(sentence, tuple(served.values()), catalogue, tuple(inputs))
    return [line], {key: inputs for key, inputs in absent.items() if key not in gone}


def _asks_of_a_system(served: Sequence[Finding]) -> bool:
    return all(any(need.input in _TOLD_OF_A_SYSTEM for need in each.needs) for each in served)


def _without(
    id: str, titles: tuple[str, ...], inputs: Mapping[str, Sequence[Finding]], catalogue: Catalogue
) -> CouldNotSee:
    """One line for all inputs that would have served the same questions."""
    names = tuple(inputs)
    served = tuple({finding.id: finding for each in inputs.values() for finding in each}.values())
    sentence = say(id, input=names[0] if len(names) == 1 else names, titles=titles)
    return _line(sentence, served, catalogue, names)


def _is_there(name: str, finding: Finding, plan: Plan) -> bool:
    """Whether the plan gives an input that a finding lacks: it was there and could not be used."""
    parts = [part for part in plan.parts if part.name == finding.part]
    return bool(parts) and all(given(name, part, plan) for part in parts)


def _unidentified(findings: Sequence[Finding], catalogue: Catalogue) -> list[CouldNotSee]:
    """Leading questions that no input would answer; one line for those answered on another sample."""
    lines = []
    unidentified: dict[str, list[Finding]] = {}
    elsewhere = []
    for finding in findings:
        if finding.outcome is Outcome.NOT_ASSESSED and not finding.needs and finding.lead:
            if finding.message.id == _ON_RANDOM_ARM:
                elsewhere.append(finding)
            else:
                unidentified.setdefault(finding.condition, []).append(finding)
    if elsewhere:
        titles = tuple(dict.fromkeys(f.title for f in elsewhere))
        sentence = say("conclusion.on_random_arm", n=len(elsewhere), titles=titles)
        lines.append(_line(sentence, elsewhere, catalogue))
    return lines + [_line(same[0].message, same, catalogue) for same in unidentified.values()]


def _open(findings: Sequence[Finding], catalogue: Catalogue) -> list[CouldNotSee]:
    lines = []
    for finding in findings:
        if finding.lead and finding.outcome is Outcome.INCONCLUSIVE:
            name = "cannot_tell" if finding.groups else "cannot_tell_any"
            sentence = say(
                f"conclusion.{name}" if _by_group(finding) else "conclusion.cannot_tell_whole",
                title=finding.title,
                key=finding.key,
                groups=finding.groups,
            )
            lines.append(_line(sentence, [finding], catalogue))
    return lines


def _line(
    sentence: Message,
    findings: Sequence[Finding],
    catalogue: Catalogue,
    inputs: tuple[str, ...] = (),
) -> CouldNotSee:
    needs = {(n.input, n.status): n for f in findings for n in f.needs if n.input in inputs}
    return CouldNotSee(
        sentence=sentence,
        condition=catalogue.render(sentence),
        needs=tuple(needs.values()),
        findings=tuple(f.id for f in findings),
    )


def exit_code(conclusion: Conclusion) -> int:
    """Return 1 if something blocks, 3 if no leading question could be judged, else 0."""
    if conclusion.blocking:
        return 1
    return 0 if conclusion.lead_judged else 3

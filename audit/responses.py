"""What the audited body says to a finding, and what the auditor concludes: one file beside the plan.

```yaml
FA201:main:all:nationality:
  invited_on: "2026-10-02"
  response: {by: "the head of the visa service", on: "2026-10-20", text: "We dispute the reading."}
  conclusion: {by: A. Auditor, on: "2026-11-02", text: "The finding stands."}
```

With each, `audit response` writes the fingerprint of what the finding said (`evidence_hash`, `invited_hash`): what
was said to other figures was not said to these.

References
----------
GAGAS 2018 (GAO-21-368G), paragraphs 9.50 to 9.55: views of responsible officials. ISO 19011:2018,
section 6.4.10: points on which the auditee disagrees are recorded.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from audit.checklist.standing import evidence_hash
from audit.errors import ChecklistError, UsageError, did_you_mean
from audit.finding import Finding, Statement
from audit.strict_yaml import Builder, Node, only, read, wrong_date
from audit.vocabulary import Outcome, Severity

NAME = "responses.yaml"
LONGEST = 20_000
"""Characters of one statement; what is longer belongs into an attachment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What was said to one finding.

    Attributes
    ----------
    invited_on : str
        Day on which the audited body was asked for its view.
    invited_hash : str
        Fingerprint of what the finding said then.
    """

    invited_on: str = ""
    invited_hash: str = ""
    response: Statement | None = None
    conclusion: Statement | None = None


def load(path: Path, *, today: date) -> dict[str, Heard]:
    """Read a file of responses; one that is not there is empty.

    Raises
    ------
    ChecklistError
        With file and line, and slug `checklist-syntax`, `checklist-key`, `checklist-value`,
        `checklist-unreadable`, `answer-incomplete` or `answer-date`.
    """
    if not path.exists():
        return {}
    documents = read(path)
    if not documents or documents[0].value is None:
        return {}
    build, node = Builder(path.name), only(documents, path.name)
    if not isinstance(node.value, dict):
        raise build.error(node, "findings and what was said to them", slug="checklist-value")
    return {id: _heard(build, id, entry, today) for id, entry in node.map.items()}


def _heard(build: Builder, id: str, node: Node, today: date) -> Heard:
    heard = build.build(Heard, node, f"finding {id}")
    dates = [(node.map.get("invited_on"), heard.invited_on)]
    for name in ("response", "conclusion"):
        statement: Statement | None = getattr(heard, name)
        if statement is None:
            continue
        holder = node.map[name]
        for part in ("text", "by", "on"):
            if not getattr(statement, part):
                raise build.error(holder, f"{id}: {name} needs '{part}'", slug="answer-incomplete")
        if len(statement.text) > LONGEST:
            raise build.error(
                holder,
                f"{id}: {name} has {len(statement.text):,} characters, expected at most {LONGEST:,}",
                slug="answer-incomplete",
                hint="put the whole into a document of its own and say here what it comes to",
            )
        dates.append((holder.map.get("on"), statement.on))
    for place, text in dates:
        wrong = wrong_date(text, today) if text else ""
        if wrong:
            raise build.error(
                place or node,
                f"{id}: '{text}' {wrong}",
                slug="answer-date",
                hint="write the date as year-month-day: 2026-10-01",
            )
    return heard


def text_of(path: Path) -> str:
    """Read a statement.

    Raises
    ------
    UsageError
        With slug `response-unreadable`: no file, not UTF-8, empty, or longer than `LONGEST`.
    """
    wrong = text = ""
    try:
        if path.stat().st_size > 4 * LONGEST:
            wrong = f"is longer than {LONGEST:,} characters"
        else:
            text = path.read_text(encoding="utf-8-sig").strip()
            if not text:
                wrong = "is empty"
            elif len(text) > LONGEST:
                wrong = f"has {len(text):,} characters, expected at most {LONGEST:,}"
    except (OSError, UnicodeDecodeError) as problem:
        wrong = f"cannot be read as UTF-8 text ({type(problem).__name__})"
    if wrong:
        raise UsageError(
            f"{path.name} {wrong}",
            slug="response-unreadable",
            hint="a statement is a text file; put what is longer into a document of its own",
        )
    return text


def said(
    entry: Heard,
    statement: Statement | None,
    *,
    invited_on: str = "",
    conclusion: bool = False,
    today: date,
    finding: Finding,
) -> Heard:
    """Return an entry with one more statement, or with the day of the invitation.

    Parameters
    ----------
    finding : Finding
        As the record has it now: its fingerprint goes with what is said.

    Raises
    ------
    UsageError
        With slug `answer-date` for what is no day, or lies ahead.
    """
    for day in filter(None, (statement.on if statement else "", invited_on)):
        if wrong := wrong_date(day, today):
            raise UsageError(
                f"'{day}' {wrong}",
                slug="answer-date",
                hint="write the date as year-month-day: 2026-10-01",
            )
    if invited_on:
        entry = replace(entry, invited_on=invited_on, invited_hash=fingerprint(finding))
    if statement is None:
        return entry
    statement = replace(statement, evidence_hash=fingerprint(finding))
    if conclusion:
        return replace(entry, conclusion=statement)
    return replace(entry, response=statement)


def dumps(heard: Mapping[str, Heard]) -> str:
    """Return the file's text: findings in order, long texts folded, pleasant to review."""
    import yaml

    class _Dumper(yaml.SafeDumper):
        pass

    document = {}
    for id in sorted(heard):
        entry: dict[str, object] = {}
        if heard[id].invited_on:
            entry["invited_on"] = heard[id].invited_on
        if heard[id].invited_hash:
            entry["invited_hash"] = heard[id].invited_hash
        for name in ("response", "conclusion"):
            statement: Statement | None = getattr(heard[id], name)
            if statement is not None:
                said = {"by": statement.by, "on": statement.on, "text": statement.text}
                if statement.evidence_hash:
                    said["evidence_hash"] = statement.evidence_hash
                entry[name] = said
        document[id] = entry
    if not document:
        return ""
    return yaml.dump(document, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=100)


def known(finding: str, findings: Iterable[Finding]) -> Finding:
    """Return the finding of an id.

    Raises
    ------
    UsageError
        With slug `unknown-finding`.
    """
    by_id = {f.id: f for f in findings}
    if finding not in by_id:
        raise UsageError(
            f"the record has no finding '{finding}'",
            slug="unknown-finding",
            hint=did_you_mean(finding, by_id)
            or "an id is CHECK:part:sample:key, as audit.json and the page write it",
        )
    return by_id[finding]


def beside(findings: Sequence[Finding], heard: Mapping[str, Heard]) -> list[Finding]:
    """Put what was said beside the findings it was said to."""
    return [
        replace(
            f,
            response=heard[f.id].response,
            invited_on=heard[f.id].invited_on,
            invited_hash=heard[f.id].invited_hash,
            auditor_conclusion=heard[f.id].conclusion,
        )
        if f.id in heard
        else f
        for f in findings
    ]


def fingerprint(finding: Finding) -> str:
    """Return the fingerprint of what a finding says: its outcome and its figures, not how it is worded."""
    return evidence_hash((finding,))


def outdated(finding: Finding, statement: Statement) -> bool:
    """Tell whether a statement was made when the finding said something else."""
    return bool(statement.evidence_hash) and statement.evidence_hash != fingerprint(finding)


def asked(finding: Finding) -> bool:
    """Tell whether the audited body was asked about what the finding says now, and has not answered since."""
    said = finding.response
    other = finding.invited_hash and finding.invited_hash != fingerprint(finding)
    if not finding.invited_on or other:
        return False
    return said is None or (outdated(finding, said) and finding.invited_on > said.on)


def answered(finding: Finding) -> bool:
    """Tell whether the audited body answered to what the finding says now, as far as can be told."""
    return finding.response is not None and not outdated(finding, finding.response)


def unheard(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return serious failures to which, as they stand now, the audited body neither answered nor was asked to."""
    grave = (Severity.SERIOUS, Severity.CRITICAL)
    return tuple(
        f
        for f in findings
        if f.outcome is Outcome.FAIL and f.severity in grave
        if not answered(f) and not asked(f)
    )


__all__ = [
    "NAME",
    "ChecklistError",
    "Heard",
    "answered",
    "asked",
    "beside",
    "dumps",
    "fingerprint",
    "known",
    "load",
    "outdated",
    "unheard",
]

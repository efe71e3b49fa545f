"""A draft of a record for the UK Algorithmic Transparency Recording Standard, filled as far as the audit knows.

Fields are named by the sections of the standard, version 3.0, in our own words. What the audit does not
know stays open and says who can fill it in. The draft is for the public: it holds figures of the record alone,
after disclosure control.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from audit.finding import Finding
from audit.formats.md import escaped
from audit.inputs import Format
from audit.record import AuditRecord
from audit.report.locale import catalogue
from audit.report.methods import section_of
from audit.report.page import language
from audit.report.words import Words
from audit.resources import write_atomically
from audit.vocabulary import Outcome

_SAYING = (Outcome.FAIL, Outcome.REVIEW, Outcome.INCONCLUSIVE)
_MOST = 12


def _write(record: AuditRecord, folder: Path, template: str) -> Sequence[Path]:  # noqa: ARG001 - the contract of a format
    path = folder / atrs.filename
    write_atomically(path, render(record))
    return (path,)


def render(record: AuditRecord) -> str:
    """Return the draft as Markdown; all text of the record is escaped."""
    words = Words(catalogue(language(record), record))
    blocks: list[str] = [f"# {words('atrs.title')}", f"> {words('atrs.draft')}"]
    for section, fields in _sections(record, words):
        blocks.append(f"## {words(f'atrs.{section}')}")
        blocks += [_field(words, name, lines) for name, lines in fields]
    return "\n\n".join(blocks) + "\n"


Field = tuple[str, Sequence[str]]


def _sections(record: AuditRecord, words: Words) -> Iterator[tuple[str, Sequence[Field]]]:
    system: dict[str, Any] = dict(record.system)
    audit = section_of(record.plan, "audit")

    def said(key: str) -> tuple[str, ...]:
        value = system.get(key)
        if isinstance(value, list | tuple):
            return (", ".join(map(str, value)),) if value else ()
        return (str(value),) if value else ()

    yield (
        "metadata",
        [("name", said("name")), ("version", said("version")), ("audited", _audited(record))],
    )
    yield "tier_1", [("summary", (*said("purpose"), *said("decision"))), ("contact", ())]
    yield "owner", [("organisation", said("operator")), ("senior_owner", ()), ("supplier", ())]
    yield (
        "rationale",
        [
            ("purpose", said("purpose")),
            ("affected", said("affected")),
            ("alternatives", _answers(record, "alternatives_considered")),
            ("law", _answers(record, "legal_basis")),
        ],
    )
    people = system.get("decisions_per_year")
    yield (
        "process",
        [
            ("decision", said("decision")),
            ("stage", said("stage")),
            ("scale", (words("atrs.per_year", n=int(people)),) if people else ()),
            ("human", _findings(record, words, ("OV",))),
            ("training", _answers(record, "overseers_trained")),
            ("appeal", _answers(record, "challenge_possible")),
        ],
    )
    models = sorted({part.model for part in record.parts if part.model})
    yield (
        "specification",
        [
            ("model", models),
            ("inputs", _inputs(record)),
            ("performance", _findings(record, words, ("FA2",))),
            ("data", _findings(record, words, ("DA",))),
        ],
    )
    yield (
        "risks",
        [
            ("assessments", _assessments(record, words)),
            ("found", _findings(record, words, ("FA", "EX", "PR"), fails=True)),
            (
                "measures",
                [f"{a.action} ({a.status})" for a in record.actions if a.outcome == "fail"],
            ),
            ("auditor", [", ".join(str(audit[k]) for k in ("auditor", "mandate") if audit.get(k))]),
        ],
    )


def _audited(record: AuditRecord) -> tuple[str, ...]:
    period = str(section_of(record.plan, "audit").get("period") or "")
    return (period,) if period else ()


def _inputs(record: AuditRecord) -> list[str]:
    parts: Any = record.plan.get("parts") or ()
    found = [name for part in parts for name in (part.get("model") or {}).get("features") or ()]
    return [", ".join(dict.fromkeys(found))] if found else []


def _findings(
    record: AuditRecord, words: Words, families: tuple[str, ...], *, fails: bool = False
) -> list[str]:
    wanted = (Outcome.FAIL,) if fails else _SAYING
    chosen: Iterable[Finding] = (
        f for f in record.findings if f.check.startswith(families) and f.outcome in wanted
    )
    ordered = sorted(chosen, key=lambda f: (wanted.index(f.outcome), not f.lead, f.id))
    return [words.sentence(f.message, f.condition) for f in ordered[:_MOST]]


def _answers(record: AuditRecord, shared: str) -> list[str]:
    """Return what was answered to the first item of a shared question."""
    for state in record.checklists:
        for _, entries in state.sections:
            for entry in entries:
                if entry.item.shared == shared and entry.answer.text:
                    return [entry.answer.text]
    return []


def _assessments(record: AuditRecord, words: Words) -> list[str]:
    return [
        words(
            "atrs.assessment",
            title=state.title,
            version=state.framework.legal_version,
            open=sum(n for word, n in state.counts.items() if word == "not_assessed"),
        )
        for state in record.checklists
    ]


def _field(words: Words, name: str, lines: Sequence[str]) -> str:
    given = [line for line in lines if line.strip()]
    label = f"**{words(f'atrs.field_{name}')}**"
    if not given:
        return f"{label}: *{words('atrs.open')}*"
    if len(given) == 1:
        return f"{label}: {escaped(given[0])}"
    return "\n".join((f"{label}:", "", *(f"- {escaped(line)}" for line in given)))


atrs = Format(name="atrs", filename="atrs.md", write=_write)

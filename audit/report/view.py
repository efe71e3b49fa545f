"""From the record to the page: every string and number, in the order in which a reader decides.

Sees neither data nor model: whoever has `audit.json` can make the page.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from audit.evidence import EvidenceEntry
from audit.record import AuditRecord
from audit.report.actions import ActionsView, actions
from audit.report.checklists import ChecklistView, FrameworkView, checklists, frameworks
from audit.report.duties import Duties, duties
from audit.report.findings import (
    Fact,
    Findings,
    OpenEntry,
    RightGroup,
    Term,
    by_right,
    open_entries,
)
from audit.report.groups import SideBySide, side_by_side
from audit.report.heard import Hearing, hearings
from audit.report.law import SourceView, law
from audit.report.methods import Methods, Provenance, methods, parameter, provenance, section_of
from audit.report.overview import ORDER, Overview, overview
from audit.report.pictures import PictureView, picture, table_of
from audit.report.places import Link, NeedView, Places
from audit.report.room import Grants, Room, grants
from audit.report.words import Words, anchor, isolated
from audit.text import Catalogue
from audit.vocabulary import AuditorRole, NeedStatus, Outcome, Status


@dataclass(frozen=True, slots=True)
class Unseen:
    """Something the audit could not examine."""

    sentence: str
    needs: tuple[NeedView, ...]
    findings: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A section that has something to show."""

    id: str
    title: str
    lead: str


@dataclass(frozen=True, slots=True)
class OutcomeSection:
    """All findings of one outcome, by right."""

    outcome: str
    heading: Heading
    groups: tuple[RightGroup, ...]
    entries: tuple[OpenEntry, ...]
    """The same findings joined by their reason, where questions stand open."""


@dataclass(frozen=True, slots=True)
class EvidencePictures:
    """The pictures of one piece of evidence."""

    id: str
    title: str
    facts: str
    """Tool and parameters: sample size, seed, output space."""
    findings: tuple[Link, ...]
    pictures: tuple[PictureView, ...]


@dataclass(frozen=True, slots=True)
class EvidenceSection:
    """A section of pictures, with links to the findings that rest on them."""

    heading: Heading
    evidence: tuple[EvidencePictures, ...]
    findings: tuple[Link, ...]
    note: str
    """What is not known because a check broke."""


@dataclass(frozen=True, slots=True)
class Front:
    """What stands above everything."""

    title: str
    lang: str
    dir: str
    banners: tuple[str, ...]
    """Who audits where that is not independent, and whether it is a draft."""
    running: str
    """The same, short, for the head of every printed page."""
    facts: tuple[Fact, ...]
    again: tuple[str, ...]
    """That the audit was judged again, and what changed; the first is the heading."""


@dataclass(frozen=True, slots=True)
class Step:
    """The first sentence of a recommendation, with the findings that give it."""

    text: str
    findings: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Next:
    """What a reader can do now."""

    steps: tuple[Step, ...]
    ask_for: tuple[str, ...]
    """Inputs that may still be had."""


@dataclass(frozen=True, slots=True)
class Request:
    """A missing input with every question it would serve."""

    input: str
    serves: tuple[str, ...]
    status: str


@dataclass(frozen=True, slots=True)
class ReportView:
    """Everything a page shows, in order; no format looks further than this."""

    front: Front
    contents: tuple[Heading, ...]
    statement: tuple[str, ...]
    answers: tuple[str, ...]
    blocking: tuple[Link, ...]
    hearings: tuple[Hearing, ...]
    next: Next
    unseen: tuple[Unseen, ...]
    overview: Overview
    outcomes: tuple[OutcomeSection, ...]
    explanations: EvidenceSection | None
    privacy: EvidenceSection | None
    measurements: EvidenceSection | None
    groups: tuple[SideBySide, ...]
    checklists: tuple[ChecklistView, ...]
    duties: tuple[Duties, ...]
    frameworks: tuple[FrameworkView, ...]
    requests: tuple[Request, ...]
    actions: ActionsView | None
    law: tuple[SourceView, ...]
    methods: Methods
    provenance: Provenance
    glossary: tuple[Term, ...]
    headings: Mapping[str, Heading]
    foot: str


def view(record: AuditRecord, catalogue: Catalogue) -> ReportView:
    """Return everything the page shows.

    Parameters
    ----------
    record : AuditRecord
        The artefact of record, and the only source.
    catalogue : Catalogue
        Sentences of the page's language, from `audit.report.locale.catalogue(lang, record)`.
    """
    words = Words(catalogue)
    places = Places(record, words)
    lists, frames = checklists(record, words, places), frameworks(record, words)
    how, source = methods(record, words, places), provenance(record, words, places)
    # What is always shown in full is written first, to know how much room is left.
    room = Room(len(record.findings), sum(len(repr(part)) for part in (*lists, how, source)))
    drawn = grants(record, room)
    views = Findings(record, words, places, room, drawn)
    outcomes = tuple(
        OutcomeSection(
            str(outcome),
            heading(f"{outcome}", words),
            groups,
            open_entries(groups) if outcome in _OPEN else (),
        )
        for outcome in ORDER
        for groups in [by_right(outcome, record, views, places, words)]
        if groups
    )
    sections = _evidence_sections(record, words, places, room, drawn)
    unseen = _unseen(record, words, places)
    groups = side_by_side(record.findings, words, places.findings, room)
    requests = _requests(record, places)
    glossary = _glossary(record, words)
    planned = actions(record, words, places)
    named = tuple(law(record.findings, words).values())
    filled = {
        "unseen": unseen, "groups": groups, "checklists": lists or frames, "request": requests,
        "glossary": glossary, "law": named, "actions": planned,
    }  # fmt: skip
    there = {id for id, content in filled.items() if content}
    there |= {section.outcome for section in outcomes} | set(sections)
    headings = _headings(words, there)
    return ReportView(
        front=_front(record, words),
        contents=tuple(headings.values()),
        statement=tuple(words.sentence(message) for message in record.conclusion.statement)
        or (record.conclusion.condition,),
        answers=how.answers,
        blocking=places.links(record.conclusion.blocking),
        hearings=hearings(record, words, places),
        next=_next(record, places),
        unseen=unseen,
        overview=overview(record, words),
        outcomes=outcomes,
        explanations=sections.get("explanations"),
        privacy=sections.get("privacy"),
        measurements=sections.get("measurements"),
        groups=groups,
        checklists=lists,
        duties=duties(record, _anchors(record, lists), words),
        frameworks=frames,
        requests=requests,
        actions=planned,
        law=named,
        methods=how,
        provenance=source,
        glossary=glossary,
        headings=headings,
        foot=words("ui.foot", tool=record.tool.name, version=record.tool.version),
    )


def _anchors(record: AuditRecord, lists: Sequence[ChecklistView]) -> dict[str, str]:
    pairs = zip(record.checklists, lists, strict=True)
    return {state.slug: seen.anchor for state, seen in pairs}


def heading(id: str, words: Words) -> Heading:
    """Return a section's heading with the sentence below it."""
    lead = f"section.lead.{id}"
    return Heading(
        id.replace("_", "-"), words(f"section.{id}"), words(lead) if words.knows(lead) else ""
    )


_OPEN = {Outcome.NOT_ASSESSED, Outcome.NOT_APPLICABLE}

_ALWAYS = {"conclusion", "overview", "methods", "provenance"}


def _headings(words: Words, there: set[str]) -> dict[str, Heading]:
    order = [
        "conclusion", "unseen", "overview", *map(str, ORDER), "explanations", "privacy",
        "measurements", "groups", "checklists", "request", "actions", "law", "methods", "provenance", "glossary",
    ]  # fmt: skip
    return {id: heading(id, words) for id in order if id in _ALWAYS | there}


# ---------------------------------------------------------------------------------------------


def _front(record: AuditRecord, words: Words) -> Front:
    audit, report = section_of(record.plan, "audit"), section_of(record.plan, "report")
    role, status = str(audit.get("role") or AuditorRole.INDEPENDENT), str(audit.get("status") or "")
    system = {key: value for key, value in record.system.items() if value}
    name = str(system.get("name") or "")
    title = str(report.get("title") or "") or " · ".join(filter(None, (words("ui.report"), name)))
    draft = status != Status.FINAL
    banners = [words(f"ui.role.{role}")] if role != AuditorRole.INDEPENDENT else []
    running = [words(f"ui.role_short.{role}")] if role != AuditorRole.INDEPENDENT else []
    if draft:
        banners.append(words("ui.draft_long"))
        running.append(words("ui.draft"))
    again = _again(record, words)
    running += again[:1]
    pairs = [
        ("system", " ".join(filter(None, (name, str(system.get("version") or ""))))),
        ("purpose", system.get("purpose")),
        ("decision", system.get("decision")),
        ("affected", system.get("affected")),
        ("operator", system.get("operator")),
        ("jurisdictions", ", ".join(map(str, _listed(system.get("jurisdictions"))))),
        ("auditor", audit.get("auditor")),
        ("mandate", audit.get("mandate")),
        ("period", audit.get("period")),
    ]
    return Front(
        title=isolated(title),
        lang=str(report.get("lang") or "en"),
        dir=words("ui.dir"),
        banners=tuple(banners),
        running=" · ".join([*running, title]),
        facts=tuple(Fact(words(f"ui.{name}"), isolated(str(text))) for name, text in pairs if text),
        again=again,
    )


def _again(record: AuditRecord, words: Words) -> tuple[str, ...]:
    later = record.judgements[1:]
    if not later:
        return ()
    seen = any(judgement.results_seen for judgement in later)
    changed = [
        f"{id}: {what}".replace(" -> ", " → ")
        for judgement in later
        for id, what in judgement.changed.items()
    ] or [words("ui.judged_again_nothing")]
    return (words("ui.judged_again_seen" if seen else "ui.judged_again"), *changed)


def _next(record: AuditRecord, places: Places) -> Next:
    steps: dict[str, list[str]] = {}
    for finding in record.findings:
        if finding.outcome is Outcome.FAIL:
            texts = record.catalogue.get(finding.check)
            advice = finding.recommendation or (texts.to_do if texts else "")
            first = re.split(r"(?<=[.!?])\s", advice.strip(), maxsplit=1)[0]
            if first:
                steps.setdefault(first, []).append(finding.id)
    needs = [
        *(need for item in record.conclusion.could_not_see for need in item.needs),
        *(need for finding in record.findings for need in finding.needs),
    ]
    may_be_had = {NeedStatus.NOT_REQUESTED, NeedStatus.REQUESTED}
    return Next(
        steps=tuple(Step(text, places.links(ids[:6])) for text, ids in steps.items()),
        ask_for=tuple(dict.fromkeys(need.input for need in needs if need.status in may_be_had)),
    )


def _listed(value: object) -> Sequence[object]:
    return value if isinstance(value, list | tuple) else ()


def _unseen(record: AuditRecord, words: Words, places: Places) -> tuple[Unseen, ...]:
    seen = [
        Unseen(
            sentence=words.sentence(item.sentence, item.condition),
            needs=tuple({(n.input, n.status): n for n in places.needs(item.needs)}.values()),
            findings=places.links(item.findings),
        )
        for item in record.conclusion.could_not_see
    ]
    broken = _broken_scans(record)
    if broken:
        seen.insert(0, Unseen(words("ui.scan_broken"), (), places.links(broken)))
    return tuple(seen)


_SCANS = {"PR101", "PR102"}


def _broken_scans(record: AuditRecord) -> list[str]:
    return [f.id for f in record.findings if f.check in _SCANS and f.outcome is Outcome.ERROR]


def _requests(record: AuditRecord, places: Places) -> tuple[Request, ...]:
    serves: dict[tuple[str, str], list[str]] = {}
    for finding in record.findings:
        for need in places.needs(finding.needs):
            questions = serves.setdefault((need.input, need.status), [])
            question = need.serves or places.title(finding)
            if question not in questions:
                questions.append(question)
    for item in record.conclusion.could_not_see:
        for need in places.needs(item.needs):
            questions = serves.setdefault((need.input, need.status), [])
            if need.serves and need.serves not in questions:
                questions.append(need.serves)
    return tuple(
        Request(input, tuple(questions), status) for (input, status), questions in serves.items()
    )


# ---------------------------------------------------------------------------------------------


def _evidence_sections(
    record: AuditRecord, words: Words, places: Places, room: Room, drawn: Grants
) -> dict[str, EvidenceSection]:
    resting: dict[str, list[str]] = {}
    for finding in record.findings:
        for id in finding.evidence:
            resting.setdefault(id, []).append(finding.id)
    entries: dict[str, list[EvidencePictures]] = {}
    for id in ("explanations", "privacy", "measurements"):
        for entry in record.evidence:
            if entry.figures and _section(entry, resting.get(entry.id, ())) == id:
                rests = resting.get(entry.id, ())
                entries.setdefault(id, []).append(
                    _pictures(entry, rests, words, places, room, drawn)
                )
    speaking = {
        "explanations": _speaking(record, "EX"),
        "privacy": _speaking(record, "PR"),
        "measurements": [],
    }
    notes = {"privacy": words("ui.scan_broken") if _broken_scans(record) else ""}
    return {
        id: EvidenceSection(
            heading(id, words), tuple(entries.get(id, ())), places.links(ids), notes.get(id, "")
        )
        for id, ids in speaking.items()
        if entries.get(id) or ids
    }


def _speaking(record: AuditRecord, family: str) -> list[str]:
    return [
        finding.id
        for finding in record.findings
        if finding.check.startswith(family) and finding.outcome is not Outcome.NOT_APPLICABLE
    ]


def _section(entry: EvidenceEntry, resting: Sequence[str]) -> str:
    if entry.kind == "attributions":
        return "explanations"
    families = {id[:2] for id in resting}
    if "pii" in entry.kind or families == {"PR"}:
        return "privacy"
    return "measurements"


def _pictures(
    entry: EvidenceEntry,
    resting: Sequence[str],
    words: Words,
    places: Places,
    room: Room,
    drawn: Grants,
) -> EvidencePictures:
    source = entry.provenance
    known = [
        source.tool,
        *(
            f"{name.replace('_', ' ')}: {parameter(value)}"
            for name, value in source.parameters.items()
        ),
    ]
    place = places.evidence[entry.id]
    return EvidencePictures(
        id=place,
        title=_evidence_title(entry, places, words),
        facts=" · ".join(piece for piece in known if piece),
        findings=places.links(resting),
        pictures=tuple(
            picture(
                figure,
                words,
                f"{place}-{number + 1}",
                most,
                table_of(figure, words, room, drawn=bool(most)),
            )
            for number, figure in enumerate(entry.figures)
            for most in [drawn.get((entry.id, number), 0)]
        ),
    )


def _evidence_title(entry: EvidenceEntry, places: Places, words: Words) -> str:
    title = words.name("ui.evidence_kind", entry.kind)
    title = title[:1].upper() + title[1:]
    return f"{title} · {isolated(entry.part)}" if places.several_parts else title


def _glossary(record: AuditRecord, words: Words) -> tuple[Term, ...]:
    metrics = dict.fromkeys(finding.metric for finding in record.findings if finding.metric)
    ids = ["leading", "limit", "judged", *metrics, "interval", "adjusted", "power"]
    if any(entry.kind == "attributions" for entry in record.evidence):
        ids.append("shap_values")
    if any("strat" in finding.method.lower() for finding in record.findings):
        ids.append("strata")
    terms = {
        words(f"glossary.{id}.term"): words(f"glossary.{id}.meaning")
        for id in ids
        if words.knows(f"glossary.{anchor(id)}.term")
    }
    return tuple(Term(term, meaning) for term, meaning in terms.items())

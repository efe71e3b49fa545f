"""One finding as the page shows it: condition, criterion, cause, effect, recommendation, response."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from audit.criterion import Limit
from audit.finding import Finding, Need
from audit.record import AuditRecord
from audit.report.groups import figure_of, table_of
from audit.report.pictures import PictureView, picture
from audit.report.room import Room
from audit.report.words import (
    Words,
    anchor,
    cell,
    count,
    isolated,
    level,
    p_value,
    percent,
    span,
    unique,
)
from audit.vocabulary import ALL, Outcome, Right

NO_RIGHT = "none"


@dataclass(frozen=True, slots=True)
class Fact:
    """A label with what stands behind it."""

    label: str
    text: str
    quiet: bool = False
    """Whether it says that there is nothing yet."""


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to a place on the page."""

    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Term:
    """A word with its meaning."""

    term: str
    meaning: str


@dataclass(frozen=True, slots=True)
class SourceView:
    """An instrument with its pinpoint."""

    text: str
    url: str
    standing: str


@dataclass(frozen=True, slots=True)
class NeedView:
    """A missing input and what became of the request."""

    input: str
    serves: str
    status: str


@dataclass(frozen=True, slots=True)
class FindingView:
    """Everything the page says of one finding."""

    id: str
    anchor: str
    check: str
    title: str
    subject: str
    outcome: str
    word: str
    severity: str
    lead: bool
    sentence: str
    term: Term | None
    settle: str
    needs: tuple[NeedView, ...]
    picture: PictureView | None
    statement: tuple[Fact, ...]
    facts: tuple[Fact, ...]
    statistics: tuple[Fact, ...]
    notes: tuple[str, ...]
    rights: tuple[str, ...]
    """Names of the rights it touches beside the one it stands under."""
    sources: tuple[SourceView, ...]
    evidence: tuple[Link, ...]
    waiver: str
    link: str
    """How other places on the page call it."""


@dataclass(frozen=True, slots=True)
class RightGroup:
    """The findings of one outcome that stand under one right."""

    anchor: str
    right: str
    findings: tuple[FindingView, ...]
    elsewhere: tuple[Link, ...]


class Findings:
    """Builds the views of a record's findings, in the order they are asked for.

    A term is explained where it first occurs, and pictures are given out in reading order: this is
    why the order of calls matters.
    """

    def __init__(self, record: AuditRecord, words: Words, room: Room) -> None:
        self._record = record
        self._words = words
        self._room = room
        self._explained: set[str] = set()
        self.several_parts = len(record.parts) > 1
        names = unique(anchor(finding.id) or "finding" for finding in record.findings)
        self.anchors: dict[str, str] = {
            finding.id: name for finding, name in zip(record.findings, names, strict=True)
        }
        evidence = unique(f"evidence-{anchor(entry.id)}" for entry in record.evidence)
        self.evidence: dict[str, str] = {
            entry.id: name for entry, name in zip(record.evidence, evidence, strict=True)
        }

    def link(self, finding: Finding) -> Link:
        """Return the short name of a finding with its place."""
        subject = self._subject(finding)
        text = (
            f"{finding.check} · {subject}"
            if subject
            else f"{finding.check} · {self.title(finding)}"
        )
        return Link(text, self.anchors[finding.id])

    def links(self, ids: Iterable[str]) -> tuple[Link, ...]:
        """Return links to the findings of those ids that are in the record."""
        known = {finding.id: finding for finding in self._record.findings}
        return tuple(self.link(known[id]) for id in ids if id in known)

    def title(self, finding: Finding) -> str:
        """Return the question, in the page's language where it has one."""
        id = f"{finding.check.lower()}.title"
        return self._words(id) if self._words.knows(id) else finding.title

    def _subject(self, finding: Finding) -> str:
        pieces = [isolated(finding.key or finding.feature)]
        if finding.sample and finding.sample != ALL:
            pieces.append(self._words.name("ui", f"sample_{finding.sample}"))
        if self.several_parts:
            pieces.append(isolated(finding.part))
        return " · ".join(piece for piece in pieces if piece)

    def needs(self, needs: Iterable[Need]) -> tuple[NeedView, ...]:
        """Return missing inputs in words."""
        return tuple(
            NeedView(need.input, need.serves, self._words.name("ui.need", str(need.status)))
            for need in needs
        )

    def view(self, finding: Finding) -> FindingView:
        """Return one finding as the page shows it."""
        words = self._words
        place = self.anchors[finding.id]
        term = self._term(finding.metric)
        drawn = None
        if finding.estimates:
            table = table_of(finding, words, self._room)
            figure = figure_of(finding, words)
            drawn = picture(figure, words, f"picture-{place}", self._room, table=table)
        return FindingView(
            id=finding.id,
            anchor=place,
            check=finding.check,
            title=self.title(finding),
            subject=self._subject(finding),
            outcome=str(finding.outcome),
            word=words.name("outcome", str(finding.outcome)),
            severity=self._severity(finding),
            lead=finding.lead,
            sentence=words.sentence(finding.message, finding.condition),
            term=term,
            settle=words.sentence(finding.settle) if finding.settle else "",
            needs=self.needs(finding.needs),
            picture=drawn,
            statement=self._statement(finding),
            facts=tuple(self._facts(finding)),
            statistics=tuple(self._statistics(finding)),
            notes=tuple(words.sentence(note) for note in finding.notes),
            rights=tuple(words.name("right", str(right)) for right in finding.rights[1:]),
            sources=tuple(
                SourceView(
                    text=", ".join(piece for piece in (source.title, source.locator) if piece),
                    url=source.url,
                    standing=words("ui.binding" if source.binding else "ui.context"),
                )
                for source in finding.sources
            ),
            evidence=tuple(
                Link(id, self.evidence[id]) for id in finding.evidence if id in self.evidence
            ),
            waiver=self._waiver(finding),
            link=self.link(finding).text,
        )

    def _term(self, metric: str) -> Term | None:
        if (
            not metric
            or metric in self._explained
            or not self._words.knows(f"glossary.{metric}.term")
        ):
            return None
        self._explained.add(metric)
        return Term(
            self._words(f"glossary.{metric}.term"), self._words(f"glossary.{metric}.meaning")
        )

    def _severity(self, finding: Finding) -> str:
        if finding.outcome is not Outcome.FAIL:
            return ""
        name = self._words.name("ui.severity", str(finding.severity))
        return self._words("ui.severity_of", severity=name)

    def _waiver(self, finding: Finding) -> str:
        if finding.waiver is None:
            return ""
        w = finding.waiver
        return self._words("ui.waived", by=w.by, until=w.until, reason=w.reason)

    def _statement(self, finding: Finding) -> tuple[Fact, ...]:
        words = self._words
        limit = Fact(words("ui.criterion"), limit_sentence(finding, words))
        if finding.outcome is not Outcome.FAIL:
            said = [
                (words("ui.cause"), finding.cause),
                (words("ui.effect"), finding.effect),
                (words("ui.recommendation"), finding.recommendation),
                (words("ui.response"), finding.response),
                (words("ui.auditor_conclusion"), finding.auditor_conclusion),
            ]
            limits = (limit,) if finding.limit is not None else ()
            return limits + tuple(Fact(name, text) for name, text in said if text)
        texts = self._record.catalogue.get(finding.check)
        todo = finding.recommendation or (texts.to_do if texts else "")
        return tuple(
            fact
            for fact in (
                limit,
                Fact(words("ui.effect"), finding.effect),
                Fact(words("ui.cause"), finding.cause or words("ui.cause_none"), not finding.cause),
                Fact(words("ui.recommendation" if finding.recommendation else "ui.to_do"), todo),
                Fact(
                    words("ui.response"),
                    finding.response or words("ui.response_none"),
                    not finding.response,
                ),
                Fact(
                    words("ui.auditor_conclusion"),
                    finding.auditor_conclusion or words("ui.auditor_conclusion_none"),
                    not finding.auditor_conclusion,
                ),
            )
            if fact.text
        )

    def _facts(self, finding: Finding) -> Iterable[Fact]:
        words = self._words
        if finding.groups:
            shown = [isolated(group) for group in finding.groups[:12]]
            more = len(finding.groups) - len(shown)
            listed = ", ".join(shown) + (f" + {more:,}" if more else "")
            yield Fact(words("ui.fact_groups"), listed)
        if finding.gap_ruled_out is not None:
            yield Fact(words("ui.fact_ruled_out"), words("ui.points", value=finding.gap_ruled_out))
        if finding.mde is not None:
            yield Fact(words("ui.fact_mde"), words("ui.points", value=finding.mde))
        if finding.n_needed is not None:
            yield Fact(words("ui.fact_needed"), count(finding.n_needed))
        if finding.people_in_passing_groups is not None:
            yield Fact(words("ui.fact_passing"), percent(finding.people_in_passing_groups))
        if finding.set_aside and (finding.set_aside.groups or finding.set_aside.people):
            aside = finding.set_aside
            people = int(aside.people) if float(aside.people).is_integer() else aside.people
            yield Fact(
                words("ui.fact_aside"),
                words("ui.fact_aside_text", groups=aside.groups, people=people),
            )
        if finding.associated_inputs:
            yield Fact(words("ui.associated"), ", ".join(map(isolated, finding.associated_inputs)))

    def _statistics(self, finding: Finding) -> Iterable[Fact]:
        words = self._words
        unit = "rate" if finding.estimates else "number"
        pairs: list[tuple[str, str]] = [
            ("metric", finding.metric),
            ("comparison", finding.comparison),
            (
                "worse",
                words.name("ui.direction", str(finding.direction)) if finding.direction else "",
            ),
            ("observed", "" if finding.observed is None else cell(finding.observed, unit)),
            ("interval", "" if finding.interval is None else span(*finding.interval, unit)),
            ("level", "" if finding.level is None else level(finding.level)),
            ("p", "" if finding.p_value is None else p_value(finding.p_value)),
            ("p_adjusted", "" if finding.p_adjusted is None else p_value(finding.p_adjusted)),
            ("method", finding.method),
            ("id", finding.id),
        ]
        return (Fact(words(f"ui.fact_{name}"), text) for name, text in pairs if text)


def limit_words(limit: Limit | None, words: Words) -> str:
    """Return a limit as a phrase."""
    if limit is None:
        return words("ui.limit_none")
    pieces = []
    if limit.ratio is not None and limit.difference is not None:
        pieces.append(words("ui.limit_both", ratio=limit.ratio, difference=limit.difference))
    elif limit.ratio is not None:
        pieces.append(words("ui.limit_ratio", ratio=limit.ratio))
    elif limit.difference is not None:
        pieces.append(words("ui.limit_difference", difference=limit.difference))
    if limit.value is not None:
        pieces.append(words("ui.limit_value", value=limit.value))
    if limit.people_per_year is not None:
        pieces.append(words("ui.limit_people", people_per_year=limit.people_per_year))
    return "; ".join(pieces) or words("ui.limit_none")


def limit_sentence(finding: Finding, words: Words) -> str:
    """Return the limit with its basis, its source, and who set it."""
    pieces = [limit_words(finding.limit, words)]
    if finding.limit is not None:
        pieces.append(words("ui.basis_is", basis=words.name("ui.basis", str(finding.limit_basis))))
    if finding.limit_source:
        pieces.append(words("ui.limit_source", source=finding.limit_source))
    if finding.limit_set_by:
        id = "ui.set_by_at" if finding.limit_set_at else "ui.set_by"
        pieces.append(words(id, by=finding.limit_set_by, at=finding.limit_set_at))
    return "; ".join(pieces)


def by_right(
    outcome: Outcome, record: AuditRecord, views: Findings, words: Words
) -> tuple[RightGroup, ...]:
    """Group the findings of one outcome under the right each touches first, in the map's order.

    A right that is touched only by findings that stand elsewhere has a group with links.
    """
    members: dict[str, list[Finding]] = {}
    others: dict[str, list[Finding]] = {}
    for finding in sorted(record.findings, key=lambda f: (not f.lead, -f.severity.rank)):
        if finding.outcome is not outcome:
            continue
        members.setdefault(first_right(finding), []).append(finding)
        for right in finding.rights[1:]:
            others.setdefault(str(right), []).append(finding)
    order = [*map(str, Right), NO_RIGHT]
    order.sort(key=lambda right: right not in members)
    return tuple(
        RightGroup(
            anchor=group_anchor(outcome, right),
            right=words.name("right", right),
            findings=tuple(views.view(finding) for finding in members.get(right, ())),
            elsewhere=tuple(views.link(finding) for finding in others.get(right, ())),
        )
        for right in order
        if right in members or right in others
    )


def first_right(finding: Finding) -> str:
    """Return the right under which a finding stands."""
    return str(finding.rights[0]) if finding.rights else NO_RIGHT


def group_anchor(outcome: Outcome, right: str) -> str:
    """Return the place of one outcome's findings under one right."""
    return f"{outcome}-{right}".replace("_", "-")


def catalogue_order(record: AuditRecord) -> Mapping[str, list[Finding]]:
    """Return the findings of each check, in the record's order."""
    checks: dict[str, list[Finding]] = {}
    for finding in record.findings:
        checks.setdefault(finding.check, []).append(finding)
    return checks

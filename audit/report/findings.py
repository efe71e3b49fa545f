"""One finding as the page shows it: condition, criterion, cause, effect, recommendation, response."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from audit import responses
from audit.criterion import Limit
from audit.finding import Finding, Statement
from audit.record import AuditRecord
from audit.report.groups import figure_of, table_of
from audit.report.law import SourceView, law
from audit.report.pictures import PictureView, picture
from audit.report.places import Link, NeedView, Places
from audit.report.room import Grants, Room
from audit.report.words import (
    Words,
    cell,
    count,
    isolated,
    level,
    p_value,
    percent,
    points,
    short,
    span,
)
from audit.rights import titles
from audit.vocabulary import Outcome, Right, Worse

NO_RIGHT = "none"


@dataclass(frozen=True, slots=True)
class Fact:
    """A label with what stands behind it."""

    label: str
    text: str
    quiet: bool = False
    """Whether it says that there is nothing yet."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word with its meaning."""

    term: str
    meaning: str


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
    open: bool
    """Whether it is shown in full; the others are a row that unfolds."""
    sentence: str
    term: Term | None
    settle: str
    needs: tuple[NeedView, ...]
    picture: PictureView | None
    statement: tuple[Fact, ...]
    facts: tuple[Fact, ...]
    more: tuple[Fact, ...]
    """What is folded away where nothing is beyond the limit."""
    statistics: tuple[Fact, ...]
    notes: tuple[str, ...]
    rights: tuple[str, ...]
    """Names of the rights it touches beside the one it stands under."""
    sources: tuple[SourceView, ...]
    brief: bool
    """Whether law stands by its number alone, as it does where nothing is beyond a limit."""
    evidence: tuple[Link, ...]
    waiver: str
    link: str
    """How other places on the page call it."""
    again: bool = False
    """Whether it follows a row of the same question, which says what both share."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One question with the findings that share its answer."""

    check: str
    title: str
    findings: tuple[FindingView, ...]


@dataclass(frozen=True, slots=True)
class OpenEntry:
    """Questions that stand open for the same reason."""

    questions: tuple[Asked, ...]
    sentence: str
    settle: str
    notes: tuple[str, ...]
    needs: tuple[NeedView, ...]


@dataclass(frozen=True, slots=True)
class RightGroup:
    """The findings of one outcome that stand under one right."""

    anchor: str
    right: str
    asks: str
    """What the right asks, where its findings are beyond a limit."""
    findings: tuple[FindingView, ...]
    elsewhere: tuple[Link, ...]


class Findings:
    """Builds the views of a record's findings, in the order they are asked for.

    A term is explained where it first occurs, and rows of tables are given out in reading order:
    this is why the order of calls matters.
    """

    def __init__(
        self, record: AuditRecord, words: Words, places: Places, room: Room, drawn: Grants
    ) -> None:
        self._record = record
        self._words = words
        self._places = places
        self._room = room
        self._drawn = drawn
        self._law = law(record.findings, words)
        self._explained: set[str] = set()

    def view(self, finding: Finding) -> FindingView:
        """Return one finding as the page shows it."""
        words = self._words
        place = self._places.findings[finding.id]
        term = self._term(finding.metric)
        fail = finding.outcome is Outcome.FAIL
        facts = tuple(self._facts(finding))
        return FindingView(
            id=finding.id,
            anchor=place,
            check=finding.check,
            title=self._places.title(finding),
            subject=self._places.subject(finding),
            outcome=str(finding.outcome),
            word=words.name("outcome", str(finding.outcome)),
            severity=self._severity(finding),
            lead=finding.lead,
            open=finding.lead or finding.outcome in {Outcome.FAIL, Outcome.ERROR},
            sentence=words.sentence(finding.message, finding.condition),
            term=term,
            settle=words.sentence(finding.settle) if finding.settle else "",
            needs=self._places.needs(finding.needs),
            picture=self._picture(finding, place),
            statement=self._statement(finding) if fail else self._said(finding),
            facts=facts if fail else (),
            more=() if fail else (*facts, *self._background(finding)),
            statistics=tuple(self._statistics(finding)),
            notes=tuple(words.sentence(note) for note in finding.notes),
            rights=tuple(words.name("right", str(right)) for right in finding.rights[1:]),
            sources=tuple(self._law[source] for source in finding.sources),
            brief=not fail,
            evidence=tuple(
                Link(id, self._places.evidence[id])
                for id in finding.evidence
                if id in self._places.evidence
            ),
            waiver=self._waiver(finding),
            link=self._places.link(finding).text,
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

    def _picture(self, finding: Finding, place: str) -> PictureView | None:
        if not finding.estimates:
            return None
        figure = figure_of(finding, self._words)
        most = self._drawn.get((finding.id, 0), 0)
        brief = not most and not _decides(finding)
        table = table_of(finding, self._words, self._room, brief=brief)
        return picture(figure, self._words, f"picture-{place}", most, table)

    def _statement(self, finding: Finding) -> tuple[Fact, ...]:
        words = self._words
        texts = self._record.catalogue.get(finding.check)
        todo = finding.recommendation or (texts.to_do if texts else "")
        unknown = words("ui.cause_none_gap" if finding.estimates else "ui.cause_none")
        response = self._heard(finding)
        concluded = self._said_by(finding, finding.auditor_conclusion)
        facts = (
            Fact(words("ui.criterion"), limit_sentence(finding, words)),
            Fact(words("ui.effect"), finding.effect),
            Fact(words("ui.cause"), finding.cause or unknown, not finding.cause),
            Fact(words("ui.recommendation" if finding.recommendation else "ui.to_do"), todo),
            Fact(
                words("ui.response"),
                response or words("ui.response_none"),
                not response,
            ),
            Fact(
                words("ui.auditor_conclusion"),
                concluded or words("ui.auditor_conclusion_none"),
                not concluded,
            ),
        )
        return tuple(fact for fact in facts if fact.text)

    def _said(self, finding: Finding) -> tuple[Fact, ...]:
        """Return what people said of a finding that is not beyond the limit."""
        words = self._words
        pairs = (
            ("ui.cause", finding.cause),
            ("ui.response", self._heard(finding)),
            ("ui.auditor_conclusion", self._said_by(finding, finding.auditor_conclusion)),
        )
        return tuple(Fact(words(name), text) for name, text in pairs if text)

    def _heard(self, finding: Finding) -> str:
        """Return the view of the audited body, and whether it was asked since: to which figures, too."""
        invited = self._words("ui.invited", on=finding.invited_on) if finding.invited_on else ""
        if finding.response is None:
            known = not finding.invited_on or responses.asked(finding)
            return invited if known else f"{invited} {self._words('ui.invited_before')}"
        said = self._said_by(finding, finding.response)
        return f"{said} {invited}" if responses.asked(finding) else said

    def _said_by(self, finding: Finding, statement: Statement | None) -> str:
        if statement is None:
            return ""
        said = self._words("ui.said", text=statement.text, by=statement.by, on=statement.on)
        if not statement.evidence_hash:
            return f"{said} {self._words('ui.said_unmarked')}"
        changed = responses.outdated(finding, statement)
        return f"{said} {self._words('ui.said_before')}" if changed else said

    def _background(self, finding: Finding) -> tuple[Fact, ...]:
        words = self._words
        pairs = (
            ("ui.criterion", limit_sentence(finding, words) if finding.limit else ""),
            ("ui.effect", finding.effect),
            ("ui.recommendation", finding.recommendation),
        )
        return tuple(Fact(words(name), text) for name, text in pairs if text)

    def _facts(self, finding: Finding) -> Iterable[Fact]:
        words = self._words
        if finding.groups:
            shown = [isolated(short(group)) for group in finding.groups[:12]]
            more = len(finding.groups) - len(shown)
            listed = ", ".join(shown) + (f" + {more:,}" if more else "")
            name = "fact_groups" if finding.heading is None else "fact_labels"
            yield Fact(words(f"ui.{name}"), listed)
        if finding.gap_ruled_out is not None and finding.outcome is not Outcome.FAIL:
            yield Fact(words("ui.fact_ruled_out"), self._gap(finding.gap_ruled_out, finding))
        if finding.mde is not None and finding.outcome is not Outcome.PASS:
            # After a pass the gap that is ruled out says more than the one that was looked for.
            yield Fact(words("ui.fact_mde"), self._gap(finding.mde, finding))
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
        yield from self._earlier(finding)
        if finding.associated_inputs:
            yield Fact(words("ui.associated"), ", ".join(map(isolated, finding.associated_inputs)))

    def _gap(self, value: float, finding: Finding) -> str:
        rate = finding.unit == "rate"
        return self._words("ui.points", value=value) if rate else cell(value, finding.unit)

    def _earlier(self, finding: Finding) -> Iterable[Fact]:
        """Yield the earlier gap of the groups the finding is about, or of the one furthest out."""
        known = [e for e in finding.estimates if e.earlier and e.earlier.change is not None]
        about = [e for e in known if e.group in finding.groups]
        furthest = sorted(known, key=lambda e: -abs(e.difference or 0.0))
        lines = [
            self._words(
                "ui.earlier_line",
                group=isolated(short(e.group)),
                then=points(e.earlier.difference, signed=True),
                now=points(e.difference, signed=True),
                change=points(e.earlier.change, signed=True),
                interval=span(*(e.earlier.change_interval or (None, None)), "points"),
            )
            for e in (about or furthest)[:3]
            if e.earlier
        ]
        if lines:
            yield Fact(self._words("ui.fact_earlier"), " ".join(lines))

    def _statistics(self, finding: Finding) -> Iterable[Fact]:
        words = self._words
        unit = finding.observed_unit or ("ratio" if finding.estimates else "number")
        pairs: list[tuple[str, str]] = [
            ("metric", finding.metric),
            ("comparison", finding.comparison),
            (
                "worse",
                words.name("ui.direction", str(finding.direction)) if finding.direction else "",
            ),
            (
                "observed_ratio" if unit == "ratio" and finding.estimates else "observed",
                "" if finding.observed is None else cell(finding.observed, unit),
            ),
            ("interval", "" if finding.interval is None else span(*finding.interval, unit)),
            ("level", "" if finding.level is None else level(finding.level)),
            ("p", "" if finding.p_value is None else p_value(finding.p_value)),
            ("p_adjusted", "" if finding.p_adjusted is None else p_value(finding.p_adjusted)),
            (
                "mde",
                self._gap(finding.mde, finding)
                if finding.mde is not None and finding.outcome is Outcome.PASS
                else "",
            ),
            ("feature", finding.feature),
            ("method", finding.method),
            ("id", finding.id),
        ]
        if not _decides(finding):
            # The title, the table and the limit say the rest; audit.json has all of it.
            pairs = [pair for pair in pairs if pair[0] in _BRIEF]
        return (Fact(words(f"ui.fact_{name}"), text) for name, text in pairs if text)


_BRIEF = {"observed", "observed_ratio", "interval", "mde", "method", "id"}


def _decides(finding: Finding) -> bool:
    return finding.lead or finding.outcome in {Outcome.FAIL, Outcome.REVIEW}


def limit_words(limit: Limit | None, words: Words, worse: Worse | None = None) -> str:
    """Return a limit as a phrase; `worse` says on which side of the comparison the harm lies."""
    if limit is None:
        return words("ui.limit_none")
    pieces = []
    side = "_lower" if worse is Worse.LOWER else ""
    if limit.ratio is not None and limit.difference is not None:
        pieces.append(words(f"ui.limit_both{side}", ratio=limit.ratio, difference=limit.difference))
    elif limit.ratio is not None:
        pieces.append(words(f"ui.limit_ratio{side}", ratio=limit.ratio))
    elif limit.difference is not None:
        pieces.append(words("ui.limit_difference", difference=limit.difference))
    if limit.value is not None:
        pieces.append(words("ui.limit_value", value=limit.value))
    if limit.people_per_year is not None:
        pieces.append(words("ui.limit_people", people_per_year=limit.people_per_year))
    return "; ".join(pieces) or words("ui.limit_none")


def limit_sentence(finding: Finding, words: Words) -> str:
    """Return the limit with its basis, its source, and who set it."""
    return "; ".join(limit_pieces(finding, words))


def limit_pieces(finding: Finding, words: Words) -> list[str]:
    """Return the limit, its basis, its source and who set it, as far as they are known."""
    pieces = [limit_words(finding.limit, words, finding.direction)]
    if finding.limit is not None:
        pieces.append(words("ui.basis_is", basis=words.name("ui.basis", str(finding.limit_basis))))
    if finding.limit_source:
        pieces.append(words("ui.limit_source", source=finding.limit_source))
    if finding.limit_set_by:
        id = "ui.set_by_at" if finding.limit_set_at else "ui.set_by"
        pieces.append(words(id, by=finding.limit_set_by, at=finding.limit_set_at))
    return pieces


def by_right(
    outcome: Outcome, record: AuditRecord, views: Findings, places: Places, words: Words
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
            asks=_asks(right) if outcome is Outcome.FAIL and right in members else "",
            findings=said_once(tuple(views.view(finding) for finding in members.get(right, ()))),
            elsewhere=tuple(places.link(finding) for finding in others.get(right, ())),
        )
        for right in order
        if right in members or right in others
    )


def said_once(findings: tuple[FindingView, ...]) -> tuple[FindingView, ...]:
    """Leave away, in rows of one question that follow each other, what the first of them says."""
    result: list[FindingView] = []
    first: FindingView | None = None
    for each in findings:
        if first is not None and not each.open and first.title == each.title:
            result.append(_beside(first, each))
        else:
            first = None if each.open else each
            result.append(each)
    return tuple(result)


def _beside(first: FindingView, each: FindingView) -> FindingView:
    seen = {fact for fact in (*first.statement, *first.more) if len(fact.text) > _LONG}
    return replace(
        each,
        again=True,
        settle="" if each.settle == first.settle else each.settle,
        statement=tuple(fact for fact in each.statement if fact not in seen),
        more=tuple(fact for fact in each.more if fact not in seen),
        notes=tuple(note for note in each.notes if note not in first.notes),
        rights=() if each.rights == first.rights else each.rights,
        sources=() if each.sources == first.sources else each.sources,
    )


_LONG = 80
"""Characters from which on a statement that comes again is not said again."""


def _asks(right: str) -> str:
    return "" if right == NO_RIGHT else titles()[Right(right)][1]


def open_entries(groups: Iterable[RightGroup]) -> tuple[OpenEntry, ...]:
    """Join the findings that stand open for one and the same reason, leading questions first."""
    same: dict[tuple[object, ...], list[FindingView]] = {}
    findings = sorted((f for group in groups for f in group.findings), key=lambda f: not f.lead)
    for finding in findings:
        needs = tuple((need.input, need.status) for need in finding.needs)
        reason = (finding.sentence, finding.settle, finding.notes, needs)
        same.setdefault(reason, []).append(finding)
    entries = []
    for members in same.values():
        questions: dict[tuple[str, str], list[FindingView]] = {}
        for finding in members:
            questions.setdefault((finding.check, finding.title), []).append(finding)
        first = members[0]
        asked = tuple(Asked(*which, tuple(found)) for which, found in questions.items())
        entries.append(OpenEntry(asked, first.sentence, first.settle, first.notes, first.needs))
    return tuple(entries)


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

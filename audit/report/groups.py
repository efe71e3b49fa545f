"""Groups: the picture of one finding's estimates, and all rates of a group side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from audit.figure import Column, Figure, Line
from audit.finding import Earlier, Estimate, Finding
from audit.report.pictures import ColumnView, TableView
from audit.report.room import Room
from audit.report.words import Words, cell, count, isolated, level, p_value, points, span
from audit.text import Message, plain
from audit.vocabulary import FigureKind, Outcome, Standing, Worse

_ORDER = {
    Outcome.FAIL: 0,
    Outcome.REVIEW: 1,
    Outcome.INCONCLUSIVE: 2,
    Outcome.PASS: 3,
}


@dataclass(frozen=True, slots=True)
class SideCell:
    """One rate of one group."""

    text: str
    outcome: str
    word: str


@dataclass(frozen=True, slots=True)
class SideRow:
    """All rates of one group."""

    group: str
    people: str
    cells: tuple[SideCell, ...]


@dataclass(frozen=True, slots=True)
class SideBySide:
    """All rates of the groups of one feature."""

    anchor: str
    title: str
    metrics: tuple[tuple[str, str], ...]
    """Name of the metric and anchor of its finding."""
    rows: tuple[SideRow, ...]
    note: str


def label(estimate: Estimate, words: Words) -> str:
    """Return how a group is called; merged groups by how many they are."""
    if estimate.merged and not estimate.group:
        return words("ui.merged", groups=estimate.merged)
    return estimate.group


def ordered(finding: Finding) -> list[Estimate]:
    """Return the estimates with what the outcome is about first, worst first; merged groups last."""

    def key(estimate: Estimate) -> tuple[object, ...]:
        rank = _ORDER.get(estimate.outcome, 4) if estimate.outcome else 4
        return (bool(estimate.merged), rank, -_badness(estimate, finding), estimate.group)

    return sorted(finding.estimates, key=key)


def _badness(estimate: Estimate, finding: Finding) -> float:
    difference = estimate.difference
    if difference is None and estimate.value is not None and estimate.reference is not None:
        difference = estimate.value - estimate.reference
    if difference is None:
        return float("-inf")
    if finding.direction is Worse.LOWER:
        return -difference
    return abs(difference) if finding.direction is Worse.EITHER else difference


def everyone(estimates: Iterable[Estimate]) -> float | None:
    """Return the rate of all groups together, or None where counts are not known."""
    events = n = 0.0
    for estimate in estimates:
        if estimate.n <= 0:
            continue
        if estimate.events is None:
            return None
        events, n = events + estimate.events, n + estimate.n
    return events / n if n else None


_COLUMNS = (
    ("label", "ui.group", "label"),
    ("value", "ui.rate", "rate"),
    ("low", "ui.low", "rate"),
    ("high", "ui.high", "rate"),
    ("limit", "ui.limit_at", "rate"),
    ("outcome", "ui.outcome", "label"),
    ("events", "ui.events", "count"),
    ("n", "ui.people", "count"),
    ("judged", "glossary.judged.term", "label"),
)


def figure_of(finding: Finding, words: Words) -> Figure:
    """Return the interval figure of a finding's estimates."""
    rows = []
    for estimate in ordered(finding):
        bare = bool(estimate.merged) or estimate.value is None
        low, high = (None, None) if bare else estimate.interval or (None, None)
        outcome = str(estimate.outcome) if estimate.outcome and not estimate.merged else None
        rows.append(
            (
                label(estimate, words), estimate.value, low, high,
                None if bare else estimate.limit_at,
                outcome, estimate.events, estimate.n, estimate.judged,
            )
        )  # fmt: skip
    whole = finding.overall.value if finding.overall else None
    total = everyone(finding.estimates) if whole is None else whole
    line = (
        ()
        if total is None or finding.heading is not None
        else (Line(value=total, label=plain(words("ui.everyone")), role="overall"),)
    )
    title = _title(finding, words)
    return Figure(
        id=finding.id,
        kind=FigureKind.INTERVAL,
        title=plain(title),
        takeaway=_takeaway(finding, words),
        columns=tuple(
            Column(
                name=name,
                heading=_heading(finding, name, heading, words),
                unit=finding.unit if unit == "rate" else unit,
            )
            for name, heading, unit in _COLUMNS
        ),
        rows=tuple(rows),
        lines=line,
        note=_note(finding, words),
    )


def _title(finding: Finding, words: Words) -> str:
    metric = words.name("ui.metric", finding.metric) if finding.metric else finding.title
    metric += f" ({about})" if (about := about_class(finding)) else ""
    if finding.heading is not None:
        # The labels are no groups of the key: options, periods, inputs.
        return words("ui.figure_title", metric=metric, feature=words.sentence(finding.heading))
    return words("ui.figure_title", metric=metric, feature=finding.feature or finding.key)


def _heading(finding: Finding, name: str, common: str, words: Words) -> Message:
    if name == "label" and finding.heading is not None:
        return plain(_capital(words.sentence(finding.heading)))
    if name == "value" and finding.unit != "rate":
        return plain(words("ui.value"))
    return plain(words(common))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _note(finding: Finding, words: Words) -> Message | None:
    said = [words("ui.level_note", level=level(finding.level))] if finding.level else []
    if finding.direction is not None:
        said.append(words(f"ui.judged_{finding.direction}"))
    return plain(" ".join(said)) if said else None


def withheld(estimate: Estimate) -> bool:
    """Whether there are people, but so few that what they got is not printed."""
    return estimate.value is None and estimate.n > 0


def _takeaway(finding: Finding, words: Words) -> Message:
    if finding.outcome is Outcome.FAIL:
        beyond = [e.group for e in ordered(finding) if e.outcome is Outcome.FAIL]
        if not beyond:
            return plain(words("ui.takeaway_fail_none"))
        more = len(beyond) - 5
        if more > 0:
            return plain(words("ui.takeaway_fail_more", groups=tuple(beyond[:5]), more=more))
        return plain(words("ui.takeaway_fail", groups=tuple(beyond)))
    id = f"ui.takeaway_{finding.outcome}"
    return plain(words(id if words.knows(id) else "ui.takeaway_other"))


_BRIEF = (0, 1, 2, 4, 5, 7, 11)
"""Group, outcome, value, people, interval, gap, gap within strata."""


def table_of(finding: Finding, words: Words, room: Room, *, brief: bool = False) -> TableView:
    """Return the numbers of a finding's estimates, a row a group.

    Parameters
    ----------
    brief : bool, default False
        Only what says how each group fares; the other columns are in `groups.csv`.
    """
    estimates = ordered(finding)
    at = (
        f"{words('ui.interval')}, {level(finding.level)}" if finding.level else words("ui.interval")
    )
    first = words("ui.group")
    if finding.heading is not None:
        first = _capital(words.sentence(finding.heading))
    value = words("ui.rate" if finding.unit == "rate" else "ui.value")
    headings = (
        first, words("ui.outcome"), value, words("ui.events"), words("ui.people"),
        at, words("ui.reference_rate" if finding.unit == "rate" else "ui.reference_value"), words("ui.difference"), words("ui.difference_interval"),
        words("ui.ratio"), words("ui.ratio_interval"), words("ui.within_difference"),
        words("ui.within_difference_interval"), words("ui.within_ratio"),
        words("ui.within_ratio_interval"), words("ui.limit_at"), words("ui.p_value"),
        words("ui.p_adjusted"), words("ui.mde"), words("ui.n_to_pass"), words("ui.n_to_fail"),
        words("ui.earlier_difference"), words("ui.earlier_change"), words("ui.earlier_change_interval"),
    )  # fmt: skip
    title = _title(finding, words)
    numbers = [_numbers(estimate, words, finding.unit) for estimate in estimates]
    places = _BRIEF if brief else range(len(headings))
    used = [place for place in places if any(row[place] != "–" for row in numbers)]
    shown = room.rows(len(estimates), len(used))
    return TableView(
        caption=words("ui.table_of", title=title),
        columns=tuple(ColumnView(headings[place], place > 1) for place in used),
        rows=tuple(tuple(row[place] for place in used) for row in numbers[:shown]),
        note=words("ui.rows_shown", shown=shown, total=len(estimates), file="groups.csv")
        if shown < len(estimates)
        else words("ui.brief", file="groups.csv")
        if brief
        else "",
    )


def _numbers(e: Estimate, words: Words, unit: str) -> tuple[str, ...]:
    hidden = words("ui.withheld") if withheld(e) else ""
    gap = "points" if unit == "rate" else unit
    return (
        label(e, words),
        words.name("outcome", str(e.outcome) if e.outcome else "unjudged"),
        hidden or cell(e.value, unit),
        hidden if hidden and e.events is None else count(e.events),
        count(e.n),
        hidden if hidden and e.interval is None else span(*(e.interval or (None, None)), unit),
        cell(e.reference, unit),
        points(e.difference, signed=True) if unit == "rate" else cell(e.difference, unit),
        span(*(e.difference_interval or (None, None)), gap),
        cell(e.ratio, "ratio"),
        span(*(e.ratio_interval or (None, None)), "ratio"),
        points(e.within_difference, signed=True),
        span(*(e.within_difference_interval or (None, None)), "points"),
        cell(e.within_ratio, "ratio"),
        span(*(e.within_ratio_interval or (None, None)), "ratio"),
        cell(e.limit_at, unit),
        p_value(e.p_value),
        p_value(e.p_adjusted),
        points(e.mde) if unit == "rate" else cell(e.mde, unit),
        count(e.n_to_pass),
        count(e.n_to_fail),
        *_earlier(e.earlier, words),
    )


def _earlier(e: Earlier | None, words: Words) -> tuple[str, str, str]:
    if e is None:
        return "–", "–", "–"
    if e.standing is not Standing.SHOWN:
        return words(f"ui.earlier_{e.standing}"), "–", "–"
    return (
        points(e.difference, signed=True),
        points(e.change, signed=True),
        span(*(e.change_interval or (None, None)), "points"),
    )


def side_by_side(
    findings: Sequence[Finding], words: Words, anchors: dict[str, str], room: Room
) -> tuple[SideBySide, ...]:
    """Return one table a feature with every rate of every group, single features first.

    Parameters
    ----------
    anchors : dict of str to str
        Finding id to its anchor on the page.
    """
    by_feature: dict[tuple[str, str, str], list[Finding]] = {}
    for finding in findings:
        # Options, periods and inputs are no groups of people to set side by side.
        if finding.estimates and (finding.feature or finding.key) and finding.heading is None:
            key = (finding.part, finding.sample, finding.feature or finding.key)
            by_feature.setdefault(key, []).append(finding)
    tables = []
    single_first = sorted(by_feature.items(), key=lambda item: " × " in item[0][2])
    for place, ((part, sample, feature), members) in enumerate(single_first, 1):
        if len(members) < 2:
            continue
        parts = len({finding.part for finding in findings}) > 1
        title = words("ui.side_by_side", feature=feature)
        title += f" · {part}" if parts else ""
        title += f" · {words.name('ui', f'sample_{sample}')}" if sample != "all" else ""
        rows = _side_rows(members, words)
        shown = rows[: room.side_rows(len(rows), len(members) + 1)]
        if not shown:
            continue
        tables.append(
            SideBySide(
                anchor=f"side-{place}",
                title=title,
                metrics=tuple((_metric(f, words), anchors[f.id]) for f in members),
                rows=tuple(shown),
                note=words("ui.rows_shown", shown=len(shown), total=len(rows), file="groups.csv")
                if len(shown) < len(rows)
                else "",
            )
        )
    return tuple(tables)


def about_class(finding: Finding) -> str:
    """Return the class a question is about, where one feature has a question for each class."""
    about = finding.key.removeprefix(f"{finding.feature} · ")
    asked = bool(finding.feature) and about != finding.key
    return isolated(about) if asked and finding.metric.startswith("class_") else ""


def _metric(finding: Finding, words: Words) -> str:
    name = words.name("ui.metric", finding.metric) if finding.metric else finding.check
    if about := about_class(finding):
        return f"{name} ({about}; {finding.check})"
    return f"{name} ({finding.check})"


def _side_rows(members: Sequence[Finding], words: Words) -> list[SideRow]:
    lookup = [{label(e, words): e for e in finding.estimates} for finding in members]
    # The order of the first finding that failed, else of the first: the worst groups come first.
    first = next((f for f in members if f.outcome is Outcome.FAIL), members[0])
    names = dict.fromkeys(label(e, words) for e in ordered(first))
    for finding in members:
        names.update(dict.fromkeys(label(e, words) for e in finding.estimates))
    rows = []
    for name in names:
        found = [estimates.get(name) for estimates in lookup]
        most = max((e.n for e in found if e), default=0)
        rows.append(
            SideRow(
                isolated(name),
                count(most),
                tuple(_side_cell(e, words, f.unit) for e, f in zip(found, members, strict=True)),
            )
        )
    return rows


def _side_cell(estimate: Estimate | None, words: Words, unit: str) -> SideCell:
    if estimate is None or estimate.value is None:
        hidden = estimate is not None and withheld(estimate)
        return SideCell(words("ui.withheld") if hidden else "–", "", "")
    outcome = str(estimate.outcome) if estimate.outcome else ""
    shown = f"{cell(estimate.value, unit)} ({count(estimate.n)})"
    marked = outcome if outcome not in {"", Outcome.PASS} else ""
    return SideCell(shown, marked, words.name("outcome", marked) if marked else "")

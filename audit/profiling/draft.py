"""A draft of the plan: kind, roles, labels and bins, each with its reason."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from audit.kind import Kind
from audit.personal_data.columns import ColumnType, Holds
from audit.profiling import grouped
from audit.profiling.guide import Choice, Said, choose
from audit.profiling.propose import Proposal, among, main, propose
from audit.profiling.stakes import Side, Stakes, aligned, of_decision
from audit.profiling.table import Shape, Table
from audit.vocabulary import Ground, OutcomeKnown, PositiveIs

AGE_BINS = (18.0, 30.0, 45.0, 60.0)
_ALIGNED = ("y_true", "human_decision")
_MARKS = frozenset(("yes", "no", "y", "n", "true", "false", "0", "1"))


@dataclass(frozen=True, kw_only=True)
class Draft:
    """Everything `audit init` has to say about a table.

    Attributes
    ----------
    stakes : mapping of str to Stakes
        Role to its positive labels, for `y_pred`, `y_true` and `human_decision`.
    blocked : mapping of str to str
        Roles that the plan can only hold as a comment until a person names a label, with the reason.
    bins : mapping of str to tuple of float
        Numeric group columns to the edges proposed for them.
    holds : tuple of ColumnType
        What columns seem to hold that somebody should know of: the surest of each that is not harmless.
    among : mapping of str to tuple of str
        Columns of notes to the direct identifiers confirmed in some of them, with their shares, the commonest first.
    margin : bool
        Whether the score leaves the range from 0 to 1.
    model, features, model_note : str, tuple of str, str
        The model's source as the plan names it, its inputs if it tells them, else why not.
    """

    source: str
    rows: int
    kind: Kind
    kind_reason: str
    kind_sure: bool
    proposals: tuple[Proposal, ...]
    stakes: Mapping[str, Stakes] = field(default_factory=dict)
    outcome_known: OutcomeKnown = OutcomeKnown.UNKNOWN
    outcome_reason: str = ""
    blocked: Mapping[str, str] = field(default_factory=dict)
    bins: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
    holds: tuple[ColumnType, ...] = ()
    among: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    margin: bool = False
    model: str = ""
    features: tuple[str, ...] = ()
    model_note: str = ""
    jurisdictions: tuple[str, ...] = ()
    coercive: bool | None = None
    said: Said | None = None
    """What a person answered about the stakes; None where nobody was asked."""
    remarks: tuple[str, ...] = ()
    """What the whole file needs somebody to know before anything else."""

    def of(self, role: str) -> tuple[Proposal, ...]:
        """Return the columns proposed for a role."""
        return tuple(each for each in self.proposals if each.role == role)

    @property
    def means(self) -> PositiveIs:
        """What a positive decision does, as far as the draft knows."""
        decided = self.stakes.get("y_pred")
        return decided.positive_is if decided is not None else PositiveIs.UNSTATED

    @property
    def choice(self) -> Choice | None:
        """Which questions lead, and why; None where nothing is decided."""
        if self.one("y_pred") is None:
            return None
        ranked = self.of("rank") or self.of("y_score") or self.model
        truth = bool(self.of("y_true")) and "y_true" not in self.blocked
        return choose(
            self.means,
            self.said or Said(),
            truth=truth,
            ranked=bool(ranked),
            coercive=self.coercive is True,
        )

    def one(self, role: str) -> str | None:
        """Return the column proposed for a role that takes one."""
        found = self.of(role)
        return found[0].column if found else None


def choose_kind(
    table: Table, kinds: Sequence[Kind], *, model: bool = False
) -> tuple[Kind, str, bool]:
    """Return the kind that fits the columns best, why, and whether that is clear.

    Names alone can mislead: a kind that is about decisions fits badly where no column's values
    could be a decision or a score and no `model` is named.
    """
    columns = {shape.name: shape.type for shape in table.shapes}
    ranked = []
    for kind in kinds:
        fits, why = kind.recognise(columns)
        if kind.role("y_pred") and model:
            fits, why = max(fits, 0.9), "a model is named, and its output is about people"
        elif kind.role("y_pred") and not _decides(propose(table, kind)):
            fits = min(fits, 0.45)
        ranked.append((fits, why, kind))
    ranked.sort(key=lambda each: -each[0])
    best, why, kind = ranked[0]
    second = ranked[1][0] if len(ranked) > 1 else 0.0
    return kind, why, best >= 0.5 and best - second >= 0.15


def _decides(proposals: Sequence[Proposal]) -> bool:
    return any(each.role in ("y_pred", "y_score", "human_decision") for each in proposals)


def draft(table: Table, kind: Kind, *, source: str, reason: str, sure: bool) -> Draft:
    """Propose roles for every column of a table, and settle what follows from them."""
    held = {shape.name: main(shape) for shape in table.shapes}
    first = Draft(
        source=source,
        rows=table.rows,
        kind=kind,
        kind_reason=reason,
        kind_sure=sure,
        proposals=propose(table, kind),
        remarks=tuple(_remarks(table)),
        holds=tuple(each for each in held.values() if each.holds is not Holds.HARMLESS),
        among={s.name: among(s) for s in table.shapes if held[s.name].holds is Holds.TEXT},
    )
    return settled(first, table)


def _remarks(table: Table) -> Iterator[str]:
    if table.note:
        yield table.note
    column = grouped.counts(table)
    if column is not None:
        yield grouped.remark(column)


def reassigned(given: Draft, table: Table, role: str, column: str | None) -> Draft:
    """Return the draft with a person's choice of column for a role, or none for it."""
    kept = [
        each
        for each in given.proposals
        if each.role != role and (each.column != column or each.role == "quasi_identifiers")
    ]
    if column is not None:
        said = Proposal(column=column, role=role, reason="you said so", certainty=1.0)
        kept.append(said)
    return settled(replace(given, proposals=tuple(kept)), table)


def settled(given: Draft, table: Table) -> Draft:
    """Return the draft with what follows from its roles: labels, bins, whose outcome is known."""
    stakes: dict[str, Stakes] = {}
    decided = given.one("y_pred")
    if decided is not None:
        shape = table.shape(decided)
        stakes["y_pred"] = of_decision(shape)
        stakes |= {
            role: aligned(table.shape(column), shape, stakes["y_pred"])
            for role in _ALIGNED
            if (column := given.one(role)) is not None
        }
    elif (truth := given.one("y_true")) is not None:
        stakes["y_true"] = of_decision(table.shape(truth))
    known, why = _outcome_known(given, table)
    bins = {
        each.column: edges
        for each in given.of("sensitive_features")
        if (edges := _bins(table.shape(each.column), each.ground))
    }
    score = given.one("y_score")
    return replace(
        given,
        stakes=stakes,
        blocked=_blocked(given, table, stakes),
        outcome_known=known,
        outcome_reason=why,
        bins=bins,
        margin=score is not None and not _within_one(table.shape(score)),
    )


def restated(given: Draft, table: Table, labels: tuple[str, ...], means: Side) -> Draft:
    """Return the draft with a person's word on which labels count and what they do."""
    decided = given.one("y_pred")
    if decided is None:
        return given
    said = Stakes(labels=labels, means=means, reason="you said so")
    shape = table.shape(decided)
    others = {
        role: aligned(table.shape(column), shape, said)
        for role in _ALIGNED
        if (column := given.one(role)) is not None
    }
    stakes = {"y_pred": said, **others}
    return replace(given, stakes=stakes, blocked=_blocked(given, table, stakes))


def answered(given: Draft, said: Said) -> Draft:
    """Return the draft with what a person said about the stakes."""
    if given.one("y_true") is None:
        return replace(given, said=said)
    reason = "you said so"
    return replace(given, said=said, outcome_known=said.known, outcome_reason=reason)


def _blocked(given: Draft, table: Table, stakes: Mapping[str, Stakes]) -> dict[str, str]:
    why = {
        role: "name the label that counts as positive; none may be written here"
        for role, said in stakes.items()
        if not said.labels
    }
    arm = given.one("random_arm")
    if arm is not None and not {label.lower() for label in table.shape(arm).labels} <= _MARKS:
        why["random_arm"] = "name the label that marks people examined at random"
    return why


def _within_one(shape: Shape) -> bool:
    return (shape.low or 0) >= 0 and (shape.high or 0) <= 1


def _outcome_known(given: Draft, table: Table) -> tuple[OutcomeKnown, str]:
    truth = given.one("y_true")
    if truth is None:
        return OutcomeKnown.UNKNOWN, "there is no column with the truth"
    shape = table.shape(truth)
    if not shape.missing:
        return OutcomeKnown.EVERYONE, f"'{truth}' is filled in every row"
    arm = given.one("random_arm")
    if arm is not None:
        shares = _known_shares(table, arm, truth)
        if len(shares) > 1 and min(shares) == 0:
            return OutcomeKnown.RANDOM_ARM, f"'{truth}' is filled only where '{arm}' says so"
    for role in ("y_pred", "human_decision"):
        column = given.one(role)
        shares = _known_shares(table, column, truth) if column else []
        if shares and max(shares) - min(shares) > 0.5:
            return OutcomeKnown.SELECTED, f"whether '{truth}' is filled depends on '{column}'"
    return OutcomeKnown.UNKNOWN, f"'{truth}' is missing in some rows, and nothing says why"


def _known_shares(table: Table, by: str, truth: str) -> list[float]:
    """Share of rows with a recorded truth, by the labels of a column that ten people or more have."""
    return [known / people for people, known in table.crossed(by, truth).values() if people >= 10]


def _bins(shape: Shape, ground: Ground | None) -> tuple[float, ...]:
    if not shape.numeric or shape.distinct <= 12:
        return ()
    if ground is Ground.AGE:
        return AGE_BINS
    return tuple(sorted({_round(value) for value in shape.spread}))


def _round(value: float) -> float:
    # Two significant digits: a bin edge must not be one person's exact value.
    if value == 0:
        return 0.0
    return float(round(value, 1 - math.floor(math.log10(abs(value)))))

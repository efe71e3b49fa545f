"""Which label hurts: what the words of a decision say about its consequence for a person."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from audit.kinds.roles import normal
from audit.profiling.table import PLAIN, Shape
from audit.vocabulary import PositiveIs


class Side(Enum):
    """What a word does to the person it is said of."""

    HURTS = "hurts"
    HELPS = "helps"
    NEITHER = "neither"

    @property
    def other(self) -> Side:
        """The opposite side; NEITHER stays."""
        return {Side.HURTS: Side.HELPS, Side.HELPS: Side.HURTS}.get(self, self)


_HURTS = re.compile(
    r"(?:^|_)(?:red|refus\w*|den(?:y|ied|ial)|reject\w*|flag\w*|high|very_high|highest|detain\w*|detention|"
    r"return\w*|remov\w*|deport\w*|expel\w*|fail\w*|adverse|suspicious|suspect\w*|alert\w*|hit|referred|refer|"
    r"secondary|intensive|inadmissible|dismiss\w*|ineligible|hold|escalat\w*|investigat\w*|fraud\w*|violat\w*|"
    r"abscond\w*|overstay\w*|revok\w*|withdraw\w*|stop|stopped|negative|excluded|risk|breach\w*|"
    r"recid\w*|reoffend\w*)(?=_|$)"
)
_HELPS = re.compile(
    r"(?:^|_)(?:green|grant\w*|accept\w*|approv\w*|allow\w*|eligible|recogni[sz]ed|protect\w*|pass|passed|"
    r"admit\w*|released?|low|lowest|genuine|complied|compliant|merit\w*|clear|cleared|positive|success\w*|won|"
    r"upheld|sustained|offer\w*|benefit\w*)(?=_|$)"
)
_HELP_SETTING = re.compile(
    r"(?:^|_)(?:needs?|vulnerab\w*|priority|protect\w*|support\w*|aid|assist\w*)(?=_|$)"
)
_NOT = re.compile(r"(?:^|_)(?:not|no|non|un|without)_")
_YES = ("yes", "true", "1", "y", "t")


def side(words: str) -> Side:
    """Return what a label or a column's name says happens to the person.

    Examples
    --------
    >>> side("Refused").value, side("not granted").value, side("amber").value
    ('hurts', 'hurts', 'neither')
    """
    name = normal(words)
    hurts, helps = bool(_HURTS.search(name)), bool(_HELPS.search(name))
    found = Side.NEITHER if hurts == helps else (Side.HURTS if hurts else Side.HELPS)
    return found.other if _NOT.search(name) else found


@dataclass(frozen=True, slots=True, kw_only=True)
class Stakes:
    """The labels that count as positive, what they do, and why `init` thinks so.

    Attributes
    ----------
    labels : tuple of str
        Positive labels that may be written down; empty if none was recognised or may be written.
    means : Side
    sure : bool
    """

    labels: tuple[str, ...]
    means: Side
    reason: str
    sure: bool = True

    @property
    def positive_is(self) -> PositiveIs:
        """As the plan says it."""
        return {Side.HURTS: PositiveIs.ADVERSE, Side.HELPS: PositiveIs.FAVOURABLE}.get(
            self.means, PositiveIs.UNSTATED
        )


def of_decision(shape: Shape) -> Stakes:
    """Return the stakes of a column of decisions: the label that hurts is positive if it is named."""
    by_side = _by_side(shape)
    for means in (Side.HURTS, Side.HELPS):
        if by_side[means]:
            return _written(shape, by_side[means], means, f"this label {means.value} a person")
    yes = [label for label in shape.labels if label.lower() in _YES]
    if not yes:
        rare = sorted(shape.labels, key=lambda label: (shape.labels[label], label))[:1]
        said = "no label was recognised; the rarest is taken"
        return _written(shape, rare, Side.NEITHER, said, sure=False)
    means = side(shape.name)
    if means is not Side.NEITHER:
        return _written(shape, yes, means, f"its name says that it {means.value} a person")
    if normal(shape.name).endswith("decision") and {"yes", "y"} & {x.lower() for x in yes}:
        said = "a yes is taken to be what the person asked for"
        return _written(shape, yes, Side.HELPS, said, sure=False)
    said = "nothing in the file says whether it hurts or helps"
    return _written(shape, yes, means, said, sure=False)


def aligned(shape: Shape, decision: Shape, stakes: Stakes) -> Stakes:
    """Return the positive labels of another column so that they point the way the decision does.

    A flag that hurts is right where the condition is there: the truth `genuine = false`, a human's
    `refused`. Getting this backwards would exchange false positives and false negatives.
    """
    if stakes.labels and set(shape.labels) == set(decision.labels):
        return _written(shape, stakes.labels, stakes.means, "the same labels as the decision")
    by_side = _by_side(shape)
    if stakes.means is not Side.NEITHER and by_side[stakes.means]:
        why = "the label that points the same way as the decision"
        return _written(shape, by_side[stakes.means], stakes.means, why)
    opposite = by_side[stakes.means.other]
    rest = [label for label in shape.labels if label not in opposite]
    if opposite and rest:
        return _written(shape, rest, stakes.means, "not the label that points the other way")
    wanted = side(shape.name)
    yes = [label for label in shape.labels if label.lower() in _YES]
    no = [label for label in shape.labels if label.lower() not in _YES]
    if wanted is stakes.means.other and stakes.means is not Side.NEITHER and no:
        why = "the column's name points the other way, so its 'no' agrees with the decision"
        return _written(shape, no, stakes.means, why, sure=False)
    known = wanted is stakes.means and wanted is not Side.NEITHER
    why = "yes, or 1, is taken as positive" if yes else "no label was recognised"
    return _written(shape, yes, stakes.means, why, sure=known)


def _by_side(shape: Shape) -> Mapping[Side, list[str]]:
    sides: dict[Side, list[str]] = {each: [] for each in Side}
    helping = bool(_HELP_SETTING.search(normal(shape.name)))
    for label in shape.labels:
        found = Side.NEITHER if label.lower() in PLAIN else side(label)
        graded = normal(label) in ("high", "very_high", "highest", "low", "lowest")
        sides[found.other if helping and graded else found].append(label)
    return sides


def _written(
    shape: Shape, labels: Iterable[str], means: Side, reason: str, *, sure: bool = True
) -> Stakes:
    wanted = tuple(labels)
    if len(wanted) > 1 and len(wanted) == len(shape.labels):
        why = "every label points the same way, and somebody has to be without it"
        return Stakes(labels=(), means=means, reason=why, sure=False)
    may = tuple(label for label in wanted if shape.writable(label))
    if len(may) < len(wanted):
        reason += "; labels of fewer than 10 people are left for you to add"
    return Stakes(labels=may, means=means, reason=reason, sure=sure and len(may) == len(wanted) > 0)

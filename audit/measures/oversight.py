"""What the machine said beside what the human decided: agreement, and corrections both ways."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from audit.evidence import Rate
from audit.figure import Figure, Line
from audit.measure import Measure, Public, Tables
from audit.measures._bars import merged, shares, words
from audit.system import Margin, Part
from audit.vocabulary import NOT_RECORDED


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """People by what the machine said and what the human decided.

    Attributes
    ----------
    both, neither : int
        Both positive, both negative: the human agreed.
    machine_only, human_only : int
        Positive by one of them alone: the human overturned.
    """

    both: int = 0
    machine_only: int = 0
    human_only: int = 0
    neither: int = 0

    @property
    def agreed(self) -> Rate:
        """Decisions in which the human agreed, of all."""
        n = self.both + self.machine_only + self.human_only + self.neither
        return Rate(self.both + self.neither, n)

    @property
    def positive_overturned(self) -> Rate:
        """Overturned by the human, of those the machine decided positive."""
        return Rate(self.machine_only, self.machine_only + self.both)

    @property
    def negative_overturned(self) -> Rate:
        """Overturned by the human, of those the machine decided negative."""
        return Rate(self.human_only, self.human_only + self.neither)

    def __add__(self, other: Pairs) -> Pairs:
        return Pairs(
            both=self.both + other.both,
            machine_only=self.machine_only + other.machine_only,
            human_only=self.human_only + other.human_only,
            neither=self.neither + other.neither,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Oversight:
    """Agreement and corrections of one part.

    Attributes
    ----------
    everyone : Pairs
    by : mapping of str to (mapping of str to Pairs)
        The same by group of each sensitive feature.
    undecided : int
        Rows in which either decision is not recorded.
    agreement_low, agreement_high : float
        Exact 95 % limits of the share agreed.
    ratio : float or None
        Rate at which negative decisions were overturned, over that of positive ones; None where a
        side has nobody, or no positive decision was overturned.
    ratio_low, ratio_high : float or None
        95 % limits of the ratio by MOVER; None above for "no limit".
    """

    everyone: Pairs
    by: Mapping[str, Mapping[str, Pairs]]
    undecided: int
    agreement_low: float
    agreement_high: float
    ratio: float | None
    ratio_low: float | None
    ratio_high: float | None


KEYS = ("y_pred", "human_decision")


def margins(part: Part) -> Sequence[Margin]:
    """Ask for people by both decisions, as a whole and by group."""
    features = part.plan.roles.all("sensitive_features")
    return [Margin(KEYS), *(Margin((feature, *KEYS)) for feature in features)]


def make(part: Part, tables: Tables) -> Oversight:  # noqa: ARG001 the runner passes both
    """Add up the cells, and set limits round the two figures that are judged."""
    whole, *grouped = tables
    everyone, undecided = Pairs(), 0
    for (machine, human), n in whole.rows():
        if machine is None or human is None:
            undecided += n
        else:
            everyone += _cell(machine, human, n)
    by: dict[str, dict[str, Pairs]] = {}
    for cells in grouped:
        groups = by.setdefault(cells.keys[0], {})
        for (group, machine, human), n in cells.rows():
            if machine is not None and human is not None:
                name = NOT_RECORDED if group is None else str(group)
                groups[name] = groups.get(name, Pairs()) + _cell(machine, human, n)
    low, high = _agreement(everyone.agreed)
    ratio, ratio_low, ratio_high = _ratio(everyone)
    return Oversight(
        everyone=everyone,
        by=by,
        undecided=undecided,
        agreement_low=low,
        agreement_high=high,
        ratio=ratio,
        ratio_low=ratio_low,
        ratio_high=ratio_high,
    )


def _cell(machine: int, human: int, n: int) -> Pairs:
    if machine:
        return Pairs(both=n) if human else Pairs(machine_only=n)
    return Pairs(human_only=n) if human else Pairs(neither=n)


def _agreement(agreed: Rate) -> tuple[float, float]:
    from audit.inference.proportions import clopper_pearson

    if agreed.n == 0:
        return 0.0, 1.0
    low, high = clopper_pearson(agreed.events, agreed.n, 0.05)
    return float(low), float(high)


def _ratio(pairs: Pairs) -> tuple[float | None, float | None, float | None]:
    import math

    from audit.inference.proportions import ratio_interval

    negative, positive = pairs.negative_overturned, pairs.positive_overturned
    if not negative.n or not positive.n:
        return None, None, None
    low, high = ratio_interval(negative.events, negative.n, positive.events, positive.n, 0.05)
    ratio = (
        (negative.events / negative.n) / (positive.events / positive.n) if positive.events else None
    )
    finite = [float(v) if math.isfinite(v) else None for v in (low, high)]
    return ratio, finite[0], finite[1]


def figures(found: Oversight, public: Public) -> Sequence[Figure]:
    """Draw agreement by group, and corrections by direction."""
    drawn = [_directions(found.everyone, public)]
    overall = found.everyone.agreed.value
    lines = (
        ()
        if overall is None
        else (Line(value=overall, label=words("everyone", "everyone"), role="overall"),)
    )
    for feature, groups in found.by.items():
        rates = {group: pairs.agreed for group, pairs in groups.items()}
        visible = {
            group: rate
            for group, rate in merged(rates, public.groups(feature, rates)).items()
            if rate.n >= public.min_cell
        }
        title = words(
            "agreement_title", "Human agreed with the machine, by {feature}", feature=feature
        )
        takeaway = words(
            "agreement_takeaway",
            "Agreement is not quality: it is high when the machine is right, and when nobody looks.",
        )
        if visible:
            drawn.append(shares(f"agreement-{feature}", title, takeaway, visible, lines=lines))
    return [figure for figure in drawn if figure is not None]


def _directions(pairs: Pairs, public: Public) -> Figure | None:
    sides = {
        "machine decided positive": pairs.positive_overturned,
        "machine decided negative": pairs.negative_overturned,
    }
    sides = {name: rate for name, rate in sides.items() if rate.n >= public.min_cell}
    if not sides:
        return None
    return shares(
        "overturned",
        words("overturned_title", "Overturned by the human, by what the machine decided"),
        words(
            "overturned_takeaway", "Corrections that run one way only move the outcome that way."
        ),
        sides,
    )


OVERSIGHT = Measure(
    name="oversight",
    payload=Oversight,
    margins=margins,
    make=make,
    figures=figures,
    needs=("y_pred", "human_decision"),
)

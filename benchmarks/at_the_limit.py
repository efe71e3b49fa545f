"""At the limit and within it: how often is a group cleared that should not be, and one that should?

A group stands exactly at its limit (1.25 times everyone else's rate and one percentage point; under 1 % the
ratio alone, or with a stated floor the floor too), with 300 to 30,000 people beside as many or nine times
as many others, at reference rates from .001 to .5. `pass` is wrong there, and so is `fail` at a level of 5 %.
Under each heading stands the largest share of any cell.

Within strata a group has 1 to 197 people in each of 3 to 30 strata beside 2 to 780 others, reference rates
from .05 to .9.

Fair worlds are those of the study of fair worlds, with 50,000 people in all: negatives, whose false
positive rate is judged, are four fifths of them, and the smallest of the ten nationalities has 2 %.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from audit.criterion import Limit
from audit.inference import stratified
from audit.inference.comparison import RATIO_ALONE_BELOW, Comparison
from audit.inference.estimating import PASS_ALPHA
from audit.inference.verdict import OWN_ALPHA
from audit.vocabulary import Outcome
from benchmarks import _worlds
from benchmarks._studies import Row
from benchmarks.planned_power import many

Array = np.ndarray[Any, Any]

RUNS = 10_000
QUICK = 400

PEOPLE = (300, 1000, 3000, 10_000, 30_000)
OTHERS = (1, 9)
RATES = (0.02, 0.04, 0.12, 0.3, 0.5)
STRATA = ((3, 20, 200), (3, 20, 780), (10, 3, 197), (30, 1, 99), (30, 2, 2), (10, 197, 3))
"""How many strata, with how many people of the group and of the others in each."""
STRATA_RATES = (0.05, 0.1, 0.3, 0.6, 0.75, 0.9)
LOW_RATES = (0.001, 0.003, 0.006, 0.0095, 0.0105, 0.013)
FAIR_PEOPLE = 50_000
_FAIR_SHARE, _FAIL_SHARE = 20, 4
"""Whole audits and p-values take longer than bounds: one for so many runs."""


@dataclass(frozen=True)
class Policy:
    """A limit, and the reference rate under which its floor does not hold."""

    of: str
    floor: float
    ratio_alone_below: float
    rates: tuple[float, ...]

    @property
    def limit(self) -> Limit:
        """The limit itself."""
        return Limit(ratio=1.25, difference=self.floor)


POLICIES = (
    Policy("limit by default, rates .02 to .5", 0.01, RATIO_ALONE_BELOW, RATES),
    Policy("limit by default, rates .001 to .013", 0.01, RATIO_ALONE_BELOW, LOW_RATES),
    Policy("floor of a point stated by the plan, rates .001 to .013", 0.01, 0.0, LOW_RATES),
    Policy("floor of a tenth of a point stated by the plan", 0.001, 0.0, LOW_RATES),
)


def cells(policy: Policy, runs: int, rng: np.random.Generator) -> Iterator[Comparison]:
    """Draw groups at the limit, one comparison a run."""
    for rate in policy.rates:
        for people in PEOPLE:
            for others in OTHERS:
                empty = replace(
                    many(np.ones((1, 2)), np.full((1, 2), 9.0)),
                    limit=policy.limit,
                    ratio_alone_below=policy.ratio_alone_below,
                )
                yield drawn(
                    empty, (people, float(empty.bar.at(rate))), (people * others, rate), runs, rng
                )


def drawn(
    like: Comparison, group: tuple[int, float], others: tuple[int, float], runs: int,
    rng: np.random.Generator,
) -> Comparison:  # fmt: skip
    """Return one comparison a run, of (people, rate) with others of (people, rate)."""
    (n1, p1), (n0, p0) = group, others
    x, n = rng.binomial(n1, p1, runs).astype(float), np.full(runs, float(n1))
    return replace(
        like,
        groups=tuple(map(str, range(runs))),
        people=n,
        events=x,
        clusters=np.full(runs, np.inf),
        x=x,
        n=n,
        x0=rng.binomial(n0, p0, runs).astype(float),
        n0=np.full(runs, float(n0)),
        is_reference=np.zeros(runs),
        alone=n,
    )


def passed(comparison: Comparison) -> int:
    """Return in how many runs the group is shown to lie inside."""
    ratio, floor = comparison.inside(lower=False, alpha=PASS_ALPHA)
    return int((ratio | floor).sum())


def failed(comparison: Comparison) -> int:
    """Return in how many runs the group is shown to lie beyond, at 5 %."""
    return int((comparison.p_worse(lower=False) <= OWN_ALPHA).sum())


def study(runs: int, seed: int) -> list[Row]:
    """Return false verdicts at the limit, what a stated floor settles, and passes of fair worlds."""
    rng = np.random.default_rng(seed)
    rows = []
    for policy in POLICIES:
        passes = max(passed(cell) for cell in cells(policy, runs, rng))
        some = max(runs // _FAIL_SHARE, 1)
        fails = max(failed(cell) for cell in cells(policy, some, rng))
        rows += [
            Row.share(f"{policy.of}: false pass", events=passes, runs=runs, at_most=0.06),
            Row.share(f"{policy.of}: false fail", events=fails, runs=some),
        ]
    rows += _never_happens(runs, rng)
    rows += _fair(max(runs // _FAIR_SHARE, 1), rng)
    return rows + _within_strata(runs, rng)


def _within_strata(runs: int, rng: np.random.Generator) -> list[Row]:
    """Small groups at the limit in every stratum, the limit by default."""
    rows = []
    for harm, lower in (("higher", False), ("lower", True)):
        passes = fails = 0
        for strata, n1, n0 in STRATA:
            for rate in STRATA_RATES:
                own = min(rate / 1.25, rate - 0.01) if lower else max(1.25 * rate, rate + 0.01)
                if own > 1:
                    continue
                x1, x0 = (rng.binomial(n, p, (runs, strata)) for n, p in ((n1, own), (n0, rate)))
                n = np.full(strata, float(n1)), np.full(strata, float(n0))
                counts = (x0, n[1], x1, n[0]) if lower else (x1, n[0], x0, n[1])
                beyond = np.maximum(
                    stratified.p_beyond(counts, ratio=1.25),
                    stratified.p_beyond(counts, difference=0.01),
                )
                inside = np.minimum(
                    stratified.p_inside(counts, ratio=1.25),
                    stratified.p_inside(counts, difference=0.01),
                )
                passes = max(passes, int((inside <= PASS_ALPHA).sum()))
                fails = max(fails, int((beyond <= OWN_ALPHA).sum()))
        of = f"within strata, a {harm} rate is the harm"
        rows += [
            Row.share(f"{of}: false pass", events=passes, runs=runs, at_most=0.06),
            Row.share(f"{of}: false fail", events=fails, runs=runs, at_most=0.06),
        ]
    return rows


def _never_happens(runs: int, rng: np.random.Generator) -> list[Row]:
    """A rate of 2 in 100,000 in two groups of 100,000: what each policy makes of no gap at all."""
    rows = []
    for policy in (POLICIES[1], POLICIES[2]):
        like = replace(
            many(np.ones((1, 2)), np.full((1, 2), 9.0)),
            limit=policy.limit,
            ratio_alone_below=policy.ratio_alone_below,
        )
        comparison = drawn(like, (100_000, 2e-5), (100_000, 2e-5), runs, rng)
        rows.append(
            Row.share(
                f"{policy.of.split(',')[0]}: equal rates of 2 in 100,000 shown to lie inside",
                events=passed(comparison),
                runs=runs,
            )
        )
    return rows


def _fair(runs: int, rng: np.random.Generator) -> list[Row]:
    world = _worlds.world()
    found = [_worlds.verdicts(world.draw(rng, FAIR_PEOPLE), stakes="adverse") for _ in range(runs)]

    def row(of: str, feature: str, **required: float) -> Row:
        passes = sum(v[f"FA201:main:all:{feature}"].outcome is Outcome.PASS for v in found)
        return Row.share(of, events=passes, runs=runs, **required)

    return [
        row("fair, 50,000 people, ten groups: pass", "nationality", at_least=0.55),
        row("fair, 50,000 people, two groups: pass", "sex", at_least=0.95),
    ]

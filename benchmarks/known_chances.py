"""Known chances of selection: are weighted rates right where naive ones are not?

Five groups with the same false positive rate. The truth comes to be known for people who were selected:
by a chance that depends on the decision (a flagged person is looked into far more often), by a chance
of each person's own (some weights are twenty times others), or by a draw for review within strata of
unequal fractions; and, in a table with two groups of 300 and 200, by chances of 1 and .01 that depend
on the decision, or by a draw for review within strata of the decision. There most small groups hold
nobody, or one or two, of those drawn one in a hundred. A run counts if every group's interval of the gap holds its true value, 0.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from audit.check import Measured
from audit.criterion import Limit
from audit.evidence import Rate
from audit.inference.decided import Verdict
from audit.inference.selection import drawn_people
from audit.inference.verdict import Posed, decide
from audit.text import plain
from audit.vocabulary import Outcome, Worse
from benchmarks._studies import Row

Array = np.ndarray[Any, Any]

RUNS = 1000
QUICK = 100

GROUPS = 5
PEOPLE = (3000, 12_000)
FPR = 0.12
BASE = 0.15
SHARES = (0.35, 0.25, 0.2, 0.12, 0.08)
SMALL = (3000, 3000, 3000, 300, 200)
"""People of each group where two are small."""


@dataclass(frozen=True)
class Drawn:
    """People of one world: group, whether flagged, truly positive, and how they were selected."""

    group: Array
    flag: Array
    truth: Array
    chance: Array
    stratum: Array
    selected: Array


def by_decision(n: int, rng: np.random.Generator) -> Drawn:
    """Select flagged people with chance .8 and others with .15."""
    return _selected(n, rng, lambda flag, _: np.where(flag, 0.8, 0.15))


def by_person(n: int, rng: np.random.Generator) -> Drawn:
    """Select each person with a chance of their own, from .04 to .8, higher where flagged."""

    def chance(flag: Array, u: Array) -> Array:
        return np.clip(0.04 * 20 ** np.where(flag, u**0.5, u**1.5), 0.04, 0.8)

    return _selected(n, rng, chance)


def by_review(n: int, rng: np.random.Generator) -> Drawn:
    """Draw 800 files within six strata of unequal fractions; groups are spread unevenly over them."""
    group, truth, flag = _people(n, rng)
    stratum = np.minimum(rng.geometric(0.35, n) - 1 + (group == 0), 5)
    chance, selected = np.zeros(n), np.zeros(n, bool)
    for s in range(6):
        inside = np.flatnonzero(stratum == s)
        take = min(len(inside), 800 // 6)
        selected[rng.choice(inside, take, replace=False)] = True
        chance[inside] = take / max(len(inside), 1)
    return Drawn(group, flag, truth, chance, stratum, selected)


def rarely(n: int, rng: np.random.Generator) -> Drawn:
    """Select everybody flagged and one in a hundred of the others; two groups are small."""
    shares = np.array(SMALL) / sum(SMALL)
    return _selected(n, rng, lambda flag, _: np.where(flag, 1.0, 0.01), shares)


def by_review_of_decisions(n: int, rng: np.random.Generator) -> Drawn:
    """Draw 400 files of flagged people and 100 of the others for review; two groups are small."""
    group, truth, flag = _people(n, rng, np.array(SMALL) / sum(SMALL))
    chance, selected = np.zeros(n), np.zeros(n, bool)
    for flagged, take in ((True, 400), (False, 100)):
        inside = np.flatnonzero(flag == flagged)
        selected[rng.choice(inside, take, replace=False)] = True
        chance[inside] = take / len(inside)
    return Drawn(group, flag, truth, chance, flag.astype(int), selected)


def _people(
    n: int, rng: np.random.Generator, shares: Sequence[float] | Array = SHARES
) -> tuple[Array, Array, Array]:
    group = rng.choice(GROUPS, n, p=shares)
    truth = rng.random(n) < BASE
    flag = rng.random(n) < np.where(truth, 0.7, FPR)
    return group, truth, flag


def _selected(
    n: int,
    rng: np.random.Generator,
    chances: Callable[[Array, Array], Array],
    shares: Sequence[float] | Array = SHARES,
) -> Drawn:
    group, truth, flag = _people(n, rng, shares)
    chance = chances(flag, rng.random(n))
    return Drawn(group, flag, truth, chance, np.zeros(n, int), rng.random(n) < chance)


def rates(world: Drawn, *, weighted: bool) -> dict[str, Rate]:
    """Return false positive rates by group, weighted by the inverse chance or not."""
    here = world.selected
    strata = int(world.stratum.max()) + 1
    drawn = np.bincount(world.stratum[here], minlength=strata).astype(float)
    weight = np.divide(1.0, world.chance, out=np.zeros(len(world.chance)), where=here)
    typical = (_typical(weight, world, flag=True), _typical(weight, world, flag=False))
    found = {}
    for g in range(GROUPS):
        inside = here & (world.group == g) & ~world.truth
        w = 1 / world.chance[inside] if weighted else np.ones(int(inside.sum()))
        flag, stratum = world.flag[inside], world.stratum[inside]

        def added(which: Array, values: Array, stratum: Array = stratum) -> Array:
            return np.bincount(stratum[which], weights=values[which], minlength=strata)

        events, others = ((added(k, w), added(k, w**2)) for k in (flag, ~flag))
        rows = float(inside.sum())
        worth = drawn_people(events, others, drawn, rows, typical) if weighted else rows
        found[str(g)] = Rate(float(w[flag].sum()), float(w.sum()), worth)
    return found


def _typical(weight: Array, world: Drawn, *, flag: bool) -> float:
    w = weight[world.selected & ~world.truth & (world.flag == flag)]
    return float((w**2).sum() / w.sum()) if len(w) else 0.0


def verdict(found: dict[str, Rate]) -> Verdict:
    """Decide one leading question at the usual limit."""
    measured = Measured(
        metric="false_positive_rate", rates=found, worse=Worse.HIGHER, phrase=plain("were flagged")
    )
    posed = Posed(
        id="q", measured=measured, limit=Limit(ratio=1.25, difference=0.01), family="lead"
    )
    return decide([posed])["q"]


def study(runs: int, seed: int) -> list[Row]:
    """Return coverage, naive coverage and false alarms of each way of selecting."""
    rows = []
    designs = (
        ("by the decision", by_decision, PEOPLE),
        ("by the person", by_person, PEOPLE),
        ("by review", by_review, PEOPLE),
        ("by the decision, 1 or .01, groups of 300 and 200", rarely, (sum(SMALL),)),
        (
            "by review within decisions, groups of 300 and 200",
            by_review_of_decisions,
            (sum(SMALL),),
        ),
    )
    for name, design, sizes in designs:
        for n in sizes:
            rng = np.random.default_rng([seed, n])
            weighted, naive, failed, off = 0, 0, 0, []
            for _ in range(runs):
                world = design(n, rng)
                here, plain_ = (verdict(rates(world, weighted=w)) for w in (True, False))
                weighted += _holds(here)
                naive += _near(plain_)
                failed += here.outcome is Outcome.FAIL
                off.append(((here.overall.value or 0.0) if here.overall else 0.0) - FPR)
            rows += [
                Row.share(
                    f"{name}, {n:,} people: all gaps covered",
                    events=weighted, runs=runs, at_least=0.92,
                    beside={"overall rate off by": float(np.mean(off)), "naive overall rate covered": naive / runs},
                ),
                Row.share(f"{name}, {n:,} people: any false fail", events=failed, runs=runs, at_most=0.02),
            ]  # fmt: skip
    return rows


def _holds(found: Verdict) -> bool:
    gaps = [e.difference_interval for e in found.estimates if e.judged and e.difference_interval]
    return all((low or 0.0) <= 0 <= (high or 0.0) for low, high in gaps)


def _near(found: Verdict) -> bool:
    """Whether the interval of everyone's rate holds the true one: the naive one is off for all alike."""
    low, high = (found.overall.interval if found.overall else None) or (None, None)
    return (low or 0.0) <= FPR <= (high or 1.0)

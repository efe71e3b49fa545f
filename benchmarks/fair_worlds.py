"""Fair and unfair worlds: how often is a fair system called unfair, and an unfair one found?

People of ten nationalities (28 to 2 %), two sexes and four age groups; 2,000, 6,000, 20,000 and 60,000
of them in turn; base rate .2, false positive rate .12 and false negative rate .25 unless said otherwise.
The whole default audit: each leading rate for each feature and each pair of features, decided together;
both error rates lead where the plan does not say what a positive decision does. Counted is any `fail`.

The peers see the same draws. fairlearn script: in any feature, the false positive or the false negative
rates differ by more than .1, or their ratio is under 80 %. fairlearn interval: the 95 % interval of the
largest difference (`MetricFrame(n_boot=100).difference_ci()`, rows of the draws of 2,000) leaves out 0 in
any feature. Aequitas: its `Audit` with its defaults calls either rate of any group unfair.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from audit.vocabulary import Outcome
from benchmarks import _worlds
from benchmarks._studies import Row
from benchmarks._worlds import World

RUNS = 500
QUICK = 24

PEOPLE = (2_000, 6_000, 20_000, 60_000)
STAKES = {"": "stakes unstated", "adverse": "positive is adverse", "favourable": "favourable"}
HARMED = 4
"""Nationality, of 8 % of the people, that is at or beyond the limit."""

_SCRIPT, _BOOT, _AEQUITAS = 100, 8, 24
"""Draws that each peer sees: it takes them longer."""


@dataclass(frozen=True, kw_only=True)
class Scenario:
    """Worlds of one kind and how often any `fail` may come."""

    of: str
    make: Callable[[np.random.Generator], World]
    at_most: float | None = None


def lawful(rng: np.random.Generator) -> World:
    """Base rates from .1 to .5 by nationality, in any order; equal error rates."""
    base = rng.permutation(np.linspace(0.1, 0.5, len(_worlds.NATIONALITIES)))
    start = _worlds.world()
    return replace(start, base=_worlds.by_nationality(base, start.share.shape))


def within(rng: np.random.Generator) -> World:
    """Error rates that differ by nationality, none beyond 1.2 times everyone else's."""
    start = _worlds.world()
    steps = rng.permutation(np.linspace(-1, 1, len(_worlds.NATIONALITIES)))
    factor = np.exp(steps * _widest(steps, 1.2))
    shape = start.share.shape
    return replace(
        start,
        fpr=start.fpr * _worlds.by_nationality(factor, shape),
        fnr=start.fnr * _worlds.by_nationality(factor[::-1], shape),
    )


def _widest(steps: Any, ratio: float) -> float:
    """Return the scale at which the largest ratio to everyone else is as given, both ways round."""
    share = np.asarray(_worlds.NATIONALITIES)
    low, high = 0.0, 1.0
    for _ in range(40):
        middle = (low + high) / 2
        factors = [np.exp(steps * middle), np.exp(steps[::-1] * middle)]
        worst = max((f / ((share @ f - share * f) / (1 - share))).max() for f in factors)
        low, high = (middle, high) if worst <= ratio else (low, middle)
    return low


def harmed(times: float) -> Callable[[np.random.Generator], World]:
    """One nationality has so many times everyone else's rate, in both error rates."""

    def make(_: np.random.Generator) -> World:
        start = _worlds.world()
        fpr, fnr = start.fpr.copy(), start.fnr.copy()
        fpr[HARMED] *= times
        fnr[HARMED] *= times
        return replace(start, fpr=fpr, fnr=fnr)

    return make


SCENARIOS = (
    Scenario(of="all equal", make=lambda _: _worlds.world(), at_most=0.02),
    Scenario(of="base rates .1 to .5, equal error rates", make=lawful, at_most=0.02),
    Scenario(of="gaps within the limit", make=within, at_most=0.02),
    Scenario(of="one group exactly at the limit", make=harmed(1.25), at_most=0.05),
)
UNFAIR = Scenario(of="one group at twice the others' rates", make=harmed(2.0))


def study(runs: int, seed: int, *, peers: bool = True) -> list[Row]:
    """Return a row a scenario and stakes: the share of worlds with any false `fail`."""
    rows = []
    for scenario in (*SCENARIOS, UNFAIR):
        rng = np.random.default_rng([seed, len(rows)])
        draws = [scenario.make(rng).draw(rng, PEOPLE[i % len(PEOPLE)]) for i in range(runs)]
        beside = ask_peers(draws) if peers else {}
        for stakes, words in STAKES.items():
            failed = [failing(draw, stakes) for draw in draws]
            of = f"{scenario.of}; {words}"
            if scenario is UNFAIR:
                rows += _found(of, failed, beside)
            else:
                events = sum(bool(groups) for groups in failed)
                rows.append(
                    Row.share(of, events=events, runs=runs, at_most=scenario.at_most, beside=beside)
                )
            beside = {}
    rows.append(_real_runner(max(runs // 50, 1), seed))
    return rows


def failing(draw: Any, stakes: str) -> set[str]:
    """Return every group, pairs of groups included, that is beyond its limit."""
    verdicts = _worlds.verdicts(draw, stakes=stakes).values()
    return {g for v in verdicts if v.outcome is Outcome.FAIL for g in v.groups}


def _found(of: str, failed: list[set[str]], beside: Mapping[str, float | str | None]) -> list[Row]:
    name = _worlds.names("nationality", HARMED + 1)[HARMED]
    found = sum(any(name in group for group in groups) for groups in failed)
    wrong = sum(any(name not in group for group in groups) for groups in failed)
    return [
        Row.share(of + ": found", events=found, runs=len(failed), beside=beside),
        Row.share(of + ": another group named", events=wrong, runs=len(failed), at_most=0.01),
    ]


def ask_peers(draws: list[Any]) -> dict[str, float | str | None]:
    """Return the share of draws in which each peer finds fault, by the name of its column."""
    boot = [draw for draw in draws if draw.sum() == PEOPLE[0]][:_BOOT]
    script, some = draws[:_SCRIPT], draws[:_AEQUITAS]
    return {
        f"fairlearn script ({len(script)} worlds)": float(
            np.mean([fairlearn_script(draw) for draw in script])
        ),
        f"fairlearn interval ({len(boot)} worlds)": float(
            np.mean([fairlearn_interval(draw, seed) for seed, draw in enumerate(boot)])
        ),
        f"Aequitas ({len(some)} worlds)": aequitas(some),
    }


def _metric_frame(table: Any, feature: str, **more: Any) -> Any:
    from fairlearn.metrics import MetricFrame, false_negative_rate, false_positive_rate

    return MetricFrame(
        metrics={"fpr": false_positive_rate, "fnr": false_negative_rate},
        y_true=table["y_true"],
        y_pred=table["y_pred"],
        sensitive_features=table[feature],
        **more,
    )


def fairlearn_script(draw: Any) -> bool:
    """Whether a gap is over .1 or a ratio under 80 %, in any feature.

    On the distinct rows weighted by their counts, which gives the rates of all rows.
    """
    for axis, feature in enumerate(World.features):
        others = tuple(i for i in range(len(World.features)) if i != axis)
        counts = draw.sum(axis=others)
        labels = np.repeat(_worlds.names(feature, len(counts)), 4)
        table = {
            "y_true": np.tile([1, 0, 1, 0], len(counts)),
            "y_pred": np.tile([1, 1, 0, 0], len(counts)),
            feature: labels,
        }
        weights = {"sample_weight": counts.ravel()}
        frame = _metric_frame(table, feature, sample_params={"fpr": weights, "fnr": weights})
        if (frame.difference() > 0.1).any() or (frame.ratio() < 0.8).any():
            return True
    return False


def fairlearn_interval(draw: Any, seed: int) -> bool:
    """Whether the bootstrap interval of the largest difference leaves out zero, in any feature."""
    table = _worlds.rows(draw).to_pandas()
    for feature in World.features:
        frame = _metric_frame(
            table, feature, n_boot=100, ci_quantiles=[0.025, 0.975], random_state=seed
        )
        if (frame.difference_ci()[0] > 0).any():
            return True
    return False


def aequitas(draws: list[Any]) -> float | None:
    """Return the share of draws in which Aequitas calls any group unfair; None if it is not installed."""
    import pyarrow as pa

    from benchmarks import _peers

    tables = [
        _worlds.rows(draw).append_column("world", pa.array([i] * int(draw.sum())))
        for i, draw in enumerate(draws)
    ]
    try:
        unfair = _peers.ask("benchmarks._peer_aequitas:worlds", pa.concat_tables(tables)).value
    except _peers.PeerError:
        return None
    return float(np.mean([bool(groups) for groups in unfair]))


def _real_runner(runs: int, seed: int) -> Row:
    """Carry out whole audits of rows, and compare every leading outcome with the counts' verdict."""
    rng = np.random.default_rng([seed, 99])
    same = sum(
        outcomes_of_runner(draw) == outcomes_of_counts(draw)
        for draw in (harmed(1 + i % 2)(rng).draw(rng, 4000) for i in range(runs))
    )
    return Row.share(
        "whole audits of the rows, engine included, with the same outcomes as the counts",
        events=same,
        runs=runs,
        at_least=1.0,
    )


def outcomes_of_counts(draw: Any) -> dict[str, str]:
    """Return the outcome of each question decided from counts."""
    return {id: str(verdict.outcome) for id, verdict in _worlds.verdicts(draw).items()}


def outcomes_of_runner(draw: Any) -> dict[str, str]:
    """Return the outcome of the same questions in an audit of the rows."""
    import tempfile
    from pathlib import Path

    import pyarrow.parquet as pq

    from audit.runner import audit_system

    plan, questions = _worlds.planned("", World.features)
    with tempfile.TemporaryDirectory() as name:
        pq.write_table(_worlds.rows(draw), Path(name) / "people.parquet")
        record, _ = audit_system(replace(plan, base=name))
    wanted = {question.id for question in questions}
    return {f.id: str(f.outcome) for f in record.findings if f.id in wanted}

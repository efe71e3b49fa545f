"""Limited places, classes, a flag at the real prevalence, clusters: what these questions get wrong

Fair worlds, where every finding would be false, and worlds with something planted. Places: three groups of a pool draw
by lot, in one round of 2,400 people or in three of 800;
or 30 to 60 people of one group stand beside many others. Classes: three classes, two features of three and two groups,
6,000 people, errors alike in every group. Prevalence: 30 or 200 people with the condition, 50 or 1,000
without, three pairs of error rates, a prevalence that is certain, or counted as 12 of 400 or of 4,000; the worst
cell. Clusters: four inputs; planted: a false positive rate of .35 against .10 for the young of one of three posts.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from audit.check import Ask, Measured, Stratum, Tested
from audit.checks.fairness.fa302_clusters import fa302
from audit.criterion import Limit
from audit.evidence import Evidence, Provenance, Rate
from audit.inference.predictive_value import predictive_value
from audit.inference.verdict import Posed, PosedTests, decide
from audit.measures.error_clusters import make
from audit.plan import Prevalence
from audit.plan_reader import parse
from audit.runner.opening import open_system
from audit.text import plain
from audit.vocabulary import Outcome, Worse
from benchmarks._studies import Row

RUNS = 2000
QUICK = 40

LIMIT = Limit(ratio=1.25, difference=0.01)
SHARES = (0.6, 0.3, 0.1)
SMALL_GROUPS = ((3, 10, 200, 0.1), (3, 20, 800, 0.05), (10, 3, 200, 0.05), (3, 20, 800, 0.03))
"""Rounds, people of the group and of all in each, share of places."""
Random = np.random.Generator


def _fails(questions: list[Measured]) -> bool:
    posed = [
        Posed(id=str(i), measured=measured, limit=LIMIT, family="lead")
        for i, measured in enumerate(questions)
    ]
    return any(verdict.outcome is Outcome.FAIL for verdict in decide(posed).values())


def _lot(people: int, places: int, rng: Random) -> dict[str, Rate]:
    group = rng.choice(len(SHARES), people, p=SHARES)
    drawn = group[rng.permutation(people)[:places]]
    n, x = (np.bincount(who, minlength=len(SHARES)) for who in (group, drawn))
    return {str(g): Rate(float(x[g]), float(n[g])) for g in range(len(SHARES))}


def _together(rounds: list[dict[str, Rate]]) -> dict[str, Rate]:
    return {
        g: Rate(sum(r[g].events for r in rounds), sum(r[g].n for r in rounds)) for g in rounds[0]
    }


def _places(rounds: int, runs: int, rng: Random) -> int:
    failed = 0
    for _ in range(runs):
        drawn = [_lot(2400 // rounds, 480 // rounds, rng) for _ in range(rounds)]
        strata = tuple(Stratum(label=str(i), rates=r) for i, r in enumerate(drawn))
        failed += _fails(
            [
                Measured(
                    metric="selection_from_pool",
                    rates=_together(drawn),
                    worse=Worse.LOWER,
                    phrase=plain(""),
                    strata=strata if rounds > 1 else (),
                    judged_on="within" if rounds > 1 else "raw",
                )
            ]
        )
    return failed


def _small_group(rounds: int, own: int, people: int, share: float, runs: int, rng: Random) -> int:
    """Places by lot, in rounds in which few people of one group stand beside many others."""
    failed, places = 0, round(share * people)
    for _ in range(runs):
        drawn = rng.hypergeometric(own, people - own, places, rounds)
        lots = [
            {"few": Rate(float(x), own), "others": Rate(float(places - x), people - own)}
            for x in drawn
        ]
        failed += _fails(
            [
                Measured(
                    metric="selection_from_pool",
                    rates=_together(lots),
                    worse=Worse.LOWER,
                    phrase=plain(""),
                    strata=tuple(Stratum(label=str(i), rates=r) for i, r in enumerate(lots)),
                    judged_on="within",
                )
            ]
        )
    return failed


def _classes(runs: int, rng: Random) -> int:
    failed = 0
    people = 6000
    for _ in range(runs):
        was = rng.integers(0, 3, people)
        got = np.where(rng.random(people) < 0.15, rng.integers(0, 3, people), was)
        questions = []
        for shares in (SHARES, (0.5, 0.5)):
            group = rng.choice(len(shares), people, p=shares)
            for label in range(3):
                for inside, event in (
                    (was == label, got != label),
                    (was != label, got == label),
                ):
                    questions.append(_question(group[inside], event[inside], len(shares)))
        failed += _fails(questions)
    return failed


def _question(group: Any, event: Any, groups: int) -> Measured:
    n, x = (
        np.bincount(group, minlength=groups),
        np.bincount(group, weights=event, minlength=groups),
    )
    rates = {str(g): Rate(float(x[g]), float(n[g])) for g in range(groups)}
    return Measured(metric="class_missed", rates=rates, worse=Worse.HIGHER, phrase=plain(""))


def _prevalence(runs: int, rng: Random) -> tuple[str, int, int]:
    """Return the cell that is covered least, its hits and its runs."""
    worst = ("", runs, runs)
    for n1 in (30, 200):
        for n0 in (50, 1000):
            for sensitivity, wrong in ((0.5, 0.02), (0.8, 0.2), (0.95, 0.05)):
                for counted in (None, 400, 4000):
                    hits, done = _covered(n1, n0, sensitivity, wrong, counted, runs, rng)
                    if hits / done < worst[1] / worst[2]:
                        source = f"12 of {counted}" if counted else "certain"
                        name = f"{n1} and {n0} people, rates {sensitivity} and {wrong}, {source}"
                        worst = (name, hits, done)
    return worst


def _covered(
    n1: int, n0: int, sensitivity: float, wrong: float, counted: int | None, runs: int, rng: Random
) -> tuple[int, int]:
    prevalence = 12 / counted if counted else 0.03
    right = prevalence * sensitivity
    truth = right / (right + (1 - prevalence) * wrong)
    hits = done = 0
    for _ in range(runs):
        stated = Prevalence(value=prevalence)
        if counted:
            cases = int(rng.binomial(counted, prevalence))
            if not cases:
                continue
            stated = Prevalence(cases=cases, people=counted)
        found = predictive_value(
            Rate(float(rng.binomial(n1, sensitivity)), n1),
            Rate(float(rng.binomial(n0, wrong)), n0),
            stated,
        )
        hits += found is not None and found.low <= truth <= found.high
        done += 1
    return hits, done


PLAN = """
[data]
source = "d.parquet"
[roles]
y_true = "truth"
y_pred = "flag"
features = ["post", "age", "income", "children"]
positive_is = "adverse"
outcome_known = "everyone"
"""


def _world(people: int, planted: float, rng: Random) -> Mapping[str, Any]:
    truth = rng.random(people) < 0.2
    post, age = rng.choice(["North", "South", "East"], people), rng.integers(18, 70, people)
    bad = (post == "North") & (age <= 30)
    flag = rng.random(people) < np.where(truth, 0.7, np.where(bad, planted, 0.10))
    return {
        "truth": truth.astype(int),
        "flag": flag.astype(int),
        "post": post,
        "age": age,
        "income": rng.lognormal(3, 1, people).round(2),
        "children": rng.integers(0, 5, people),
    }


def _reviewed(people: int, planted: float, runs: int, rng: Random) -> int:
    import pyarrow as pa
    import pyarrow.parquet as pq

    found = 0
    with tempfile.TemporaryDirectory() as folder:
        plan = parse(PLAN, base=folder)
        for _ in range(runs):
            pq.write_table(pa.table(_world(people, planted, rng)), Path(folder) / "d.parquet")
            with open_system(plan) as system:
                part = system.parts[0]
                payload = make(part)
                criterion = plan.criterion("FA302", fa302.criterion)
                ask = Ask(
                    check="FA302", key="", about="FA201", sample="all", part=part.plan, plan=plan,
                    criterion=criterion, uses_truth=True,
                )  # fmt: skip
                given = Evidence(
                    id="e", part="main", value=payload,
                    provenance=Provenance(measure="error_clusters", version=1),
                )  # fmt: skip
                answer = fa302.answer(clusters=given, ask=ask)
            if isinstance(answer, Tested):
                verdict = decide([PosedTests(id="q", tested=answer)])["q"]
                found += bool(verdict.groups) and verdict.outcome is Outcome.REVIEW
    return found


def study(runs: int, seed: int) -> list[Row]:
    """Run every world."""
    rng = np.random.default_rng(seed)
    share = Row.share
    worlds, searches = max(runs // 4, 1), max(runs // 10, 1)
    cell, hits, done = _prevalence(runs, rng)
    rows = [
        share("fair lottery, one round: any false fail", events=_places(1, worlds, rng), runs=worlds, at_most=0.02),
        share("fair lottery, three rounds: any false fail", events=_places(3, worlds, rng), runs=worlds, at_most=0.02),
        share("classes, errors alike: any false fail", events=_classes(worlds, rng), runs=worlds, at_most=0.02),
        share(f"flags right at the prevalence, coverage of 95 %, worst of 36 cells ({cell})", events=hits, runs=done, at_least=0.92),
        share("clusters, 4,000 people, none planted: any false review", events=_reviewed(4000, 0.10, searches, rng), runs=searches, at_most=0.05),
        share("clusters, 6,000 people, one planted: found", events=_reviewed(6000, 0.35, searches, rng), runs=searches, at_least=0.85),
    ]  # fmt: skip
    for rounds, own, people, places in SMALL_GROUPS:
        of = f"fair lottery, {rounds} rounds, {own} of {people:,} people in each, {100 * places:.0f} % places"
        failed = _small_group(rounds, own, people, places, worlds, rng)
        rows.append(share(f"{of}: false fail", events=failed, runs=worlds, at_most=0.02))
    return rows

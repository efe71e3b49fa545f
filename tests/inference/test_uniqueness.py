"""Estimates of population uniqueness: the formulas by hand, and worlds whose truth is known."""

from __future__ import annotations

import math
from itertools import combinations

import numpy as np
import pytest
from scipy.special import gammaln
from scipy.stats import binom, nbinom

from audit.inference import uniqueness
from audit.inference.alone import Estimate, Method, chosen
from audit.inference.uniqueness import (
    correct_match,
    estimates,
    pitman,
    pitman_alone,
    pitman_log_likelihood,
    slide_negative_binomial,
    thinned,
    tried,
    zayatz,
)

Classes = tuple[tuple[int, int], ...]


def classes(people: np.ndarray) -> Classes:
    _, sizes = np.unique(people, return_counts=True)
    size, count = np.unique(sizes, return_counts=True)
    return tuple(zip(size.tolist(), count.tolist(), strict=True))


def alone(people: np.ndarray) -> int:
    return dict(classes(people)).get(1, 0)


# -- Pitman -----------------------------------------------------------------------------------------


def partitions(people: int, most: int | None = None):
    if people == 0:
        yield ()
        return
    for size in range(min(people, most or people), 0, -1):
        for rest in partitions(people - size, size):
            yield (size, *rest)


def ways(parts: tuple[int, ...]) -> float:
    """In how many ways people can be put into classes of these sizes."""
    total = gammaln(sum(parts) + 1) - sum(gammaln(size + 1) for size in parts)
    for size in set(parts):
        total -= gammaln(parts.count(size) + 1)
    return float(np.exp(total))


def counted(parts: tuple[int, ...]) -> Classes:
    return tuple((size, parts.count(size)) for size in sorted(set(parts)))


@pytest.mark.parametrize(("alpha", "theta"), [(0.3, 2.0), (0.9, 0.1), (0.5, -0.4), (0.01, 50.0)])
def test_pitmans_formula_is_a_distribution(alpha: float, theta: float) -> None:
    chances = {
        parts: ways(parts) * np.exp(pitman_log_likelihood(counted(parts), alpha, theta))
        for parts in partitions(9)
    }
    assert sum(chances.values()) == pytest.approx(1, abs=1e-9)
    expected = sum(parts.count(1) * chance for parts, chance in chances.items())
    assert pitman_alone(alpha, theta, 9) == pytest.approx(expected, rel=1e-9)


def test_with_no_discount_it_is_ewens_formula() -> None:
    # Ewens: the expected number of classes of one among n is n theta / (theta + n - 1).
    assert pitman_alone(1e-9, 5.0, 100) == pytest.approx(100 * 5 / 104, rel=1e-6)


@pytest.mark.parametrize("x", [0.5, 3.0, 1e4, 9.9e4, 1.01e5, 1e9])
@pytest.mark.parametrize("m", [1, 2, 1_000, 1_000_000])
def test_ratios_of_gamma_functions_keep_their_digits(x: float, m: int) -> None:
    expected = math.fsum(np.log(x + np.arange(m)))
    assert float(uniqueness._log_rising(x, m)) == pytest.approx(expected, rel=1e-10)


def restaurant(people: int, alpha: float, theta: float, seed: int) -> np.ndarray:
    """People seated one after the other: classes follow Pitman's formula."""
    draw = np.random.default_rng(seed)
    table = np.empty(people, dtype=np.int64)
    sizes: list[int] = []
    for i in range(people):
        if draw.random() < (theta + alpha * len(sizes)) / (theta + i):
            table[i] = len(sizes)
            sizes.append(1)
            continue
        # Joins a table with a chance of its size less alpha: somebody at random, kept or not.
        while True:
            place = table[draw.integers(0, i)]
            if draw.random() < 1 - alpha / sizes[place]:
                break
        table[i] = place
        sizes[place] += 1
    return table


def test_a_population_of_pitmans_kind_is_found_again() -> None:
    ratios = []
    for seed in range(6):
        whole = restaurant(20_000, 0.4, 300.0, seed)
        draw = np.random.default_rng(100 + seed)
        sample = whole[draw.choice(len(whole), 1000, replace=False)]
        ratios.append(pitman(classes(sample), 20_000) / alone(whole))
    assert np.median(ratios) == pytest.approx(1, abs=0.12)


# -- Zayatz -----------------------------------------------------------------------------------------


def test_zayatz_by_hand() -> None:
    # 3 of 6 people drawn, one alone and two together; in how many draws does a class of two show one?
    draws = list(combinations(range(6), 3))
    once_of_two = sum(len({0, 1} & set(d)) == 1 for d in draws) / len(draws)
    right = 0.5 * 0.5 / (0.5 * 0.5 + 0.5 * once_of_two)
    assert zayatz(((1, 1), (2, 1)), 6) == pytest.approx(1 * right * 6 / 3)


def test_zayatz_where_the_sample_is_everybody() -> None:
    assert zayatz(((1, 4), (3, 2)), 10) == pytest.approx(4)


# -- Slide negative binomial ------------------------------------------------------------------------


def test_a_thinned_class_is_a_trial_and_a_negative_binomial() -> None:
    shape, mean, fraction = 0.7, 3.0, 0.2
    more = np.arange(2000)
    chance = nbinom.pmf(more, shape, shape / (shape + mean))
    for size in range(6):
        expected = (chance * binom.pmf(size, more + 1, fraction)).sum()
        found = np.exp(uniqueness._slide(np.array([size]), shape, mean, fraction)[0])
        assert found == pytest.approx(expected, rel=1e-9)


def test_a_population_of_the_slide_kind_is_found_again() -> None:
    draw = np.random.default_rng(3)
    ratios = []
    for _ in range(6):
        sizes = 1 + draw.negative_binomial(0.8, 0.8 / (0.8 + 4.0), 5000)
        people = np.repeat(np.arange(5000), sizes)
        sample = people[draw.random(len(people)) < 0.2]
        ratios.append(slide_negative_binomial(classes(sample), len(people)) / (sizes == 1).sum())
    assert np.median(ratios) == pytest.approx(1, abs=0.12)


# -- All of them ------------------------------------------------------------------------------------


def test_everybody_drawn_is_no_estimate() -> None:
    found = estimates(((1, 7), (3, 1)), 10)
    assert {each.alone for each in found} == {7.0}
    assert {each.method for each in found} == set(Method)
    assert correct_match(((1, 7), (3, 1)), 1.0).theta == 1.0


def test_nobody_alone_in_the_sample_is_nobody_of_it_in_the_population() -> None:
    assert {each.alone for each in estimates(((2, 50),), 1000)} == {0.0}
    assert correct_match(((2, 50),), 0.1) is None


@pytest.mark.parametrize(("sizes", "population"), [((), 10), (((1, 5), (2, 3)), 10)])
def test_what_cannot_be_is_refused(sizes: Classes, population: int) -> None:
    with pytest.raises(ValueError, match="rows of a population"):
        estimates(sizes, population)


@pytest.mark.parametrize("sizes", [((1, 500),), ((1, 1), (900, 1)), ((1, 3), (2, 1))])
def test_extremes_stay_among_the_people(sizes: Classes) -> None:
    for each in estimates(sizes, 100_000):
        assert each.alone is not None
        assert 0 <= each.alone <= 100_000 * (1 + 1e-9)


def made(pitman: float | None, zayatz: float | None, slide: float | None) -> list[Estimate]:
    pairs = zip(Method, (pitman, zayatz, slide), strict=True)
    return [Estimate(method=method, alone=alone) for method, alone in pairs]


@pytest.mark.parametrize(
    ("alone", "fraction", "taken"),
    [
        ((5, 3, 4), 0.1, Method.PITMAN),
        ((5, 3, 4), 0.1001, Method.ZAYATZ),
        ((5, 4, 3), 0.5, Method.SLIDE_NEGATIVE_BINOMIAL),
        ((5, 4, None), 0.5, Method.ZAYATZ),
        ((None, 4, 3), 0.01, Method.SLIDE_NEGATIVE_BINOMIAL),
        ((5, None, None), 0.5, Method.PITMAN),
    ],
)
def test_the_rule_at_its_limit(alone, fraction: float, taken: Method) -> None:
    assert chosen(made(*alone), fraction).method is taken


def test_no_estimate_no_choice() -> None:
    assert chosen(made(None, None, None), 0.05) is None


def world(seed: int, people: int = 40_000) -> np.ndarray:
    """People by age, place of a long tail, and month: about one in five is alone."""
    draw = np.random.default_rng(seed)
    age = np.clip(draw.gamma(8, 4, people), 0, 99).astype(np.int64)
    chance = 1 / np.arange(1, 151) ** 1.2
    place = draw.choice(150, people, p=chance / chance.sum())
    return (age * 1000 + place) * 100 + draw.integers(0, 12, people)


def test_the_chance_of_a_correct_match_covers_the_truth() -> None:
    held = 0
    for seed in range(40):
        whole = world(seed)
        draw = np.random.default_rng(1000 + seed)
        sample = draw.choice(len(whole), 4000, replace=False)
        _, place, people = np.unique(whole, return_inverse=True, return_counts=True)
        _, first, seen = np.unique(whole[sample], return_index=True, return_counts=True)
        single = sample[first[seen == 1]]
        truth = len(single) / people[place[single]].sum()
        found = correct_match(classes(whole[sample]), 0.1)
        held += found.low <= truth <= found.high
    assert held >= 36


def test_a_trial_knows_its_truth() -> None:
    whole = world(1)
    sample = whole[np.random.default_rng(2).choice(len(whole), 12_000, replace=False)]
    found = tried(estimates(classes(sample), 40_000), classes(sample), 40_000, seed=1, trials=3)
    for each in found:
        assert each.trial_low <= each.trial <= each.trial_high
        assert each.trial == pytest.approx(1, abs=0.5)
    again = tried(estimates(classes(sample), 40_000), classes(sample), 40_000, seed=1, trials=3)
    assert again == found


def test_too_few_rows_are_not_tried() -> None:
    sample = world(1)[:1000]
    found = estimates(classes(sample), 40_000)
    assert tried(found, classes(sample), 40_000, seed=1) == found


def test_thinning_draws_each_person_with_the_same_chance() -> None:
    draw = np.random.default_rng(4)
    found = dict(thinned(((2, 200_000),), 0.3, draw))
    assert found[1] / 200_000 == pytest.approx(2 * 0.3 * 0.7, abs=0.005)
    assert found[2] / 200_000 == pytest.approx(0.09, abs=0.005)

"""People alone in the population, estimated from a sample: the estimate over the truth.

Made-up registers of 200,000 people whose columns have long tails: country, town, language; ages; the month
of arrival. With more columns more people are alone, from 0.3 % to 82 %. From each a simple random sample is
drawn `--runs` times at each fraction, and each method gives its estimate. The value is that of the rule: the
median over the runs of estimate / truth; the other methods stand beside. 1 is right, 2 is twice too many.
The last rows tell how often the 95 % limits of the chance of a correct match hold its true value, and what
happens where the sample is not random: all people of twelve months, taken for a sample of three years.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from audit.inference.alone import Estimate, chosen
from audit.inference.uniqueness import Classes, correct_match, estimates
from benchmarks._studies import Row

RUNS = 50
QUICK = 3
PEOPLE = 200_000
FRACTIONS = (0.01, 0.05, 0.1, 0.3, 0.5)

Array = np.ndarray


class Register:
    """One made-up register: the combination of each person, as a number."""

    def __init__(self, seed: int) -> None:
        self.draw = np.random.default_rng(seed)
        chance = 1 / np.arange(1, 301.0)
        self.town = self.draw.choice(300, PEOPLE, p=chance / chance.sum())
        self.age = np.clip(self.draw.gamma(8, 4, PEOPLE), 0, 99).astype(np.int64)
        chance = 1 / np.arange(1, 151) ** 1.3
        self.country = self.draw.choice(150, PEOPLE, p=chance / chance.sum())
        self.sex = self.draw.integers(0, 2, PEOPLE)
        self.month = self.draw.integers(0, 36, PEOPLE)

    def of(self, *columns: Array) -> Array:
        """Combine columns."""
        found = columns[0].astype(np.int64)
        for column in columns[1:]:
            found = found * 1000 + column
        return np.unique(found, return_inverse=True)[1]


WORLDS: dict[str, Callable[[Register], Array]] = {
    "ages in bands, country, sex": lambda r: r.of(r.age // 5, r.country, r.sex),
    "age, country, sex": lambda r: r.of(r.age, r.country, r.sex),
    "age, country, sex, month": lambda r: r.of(r.age, r.country, r.sex, r.month),
    "age, country, sex, town": lambda r: r.of(r.age, r.country, r.sex, r.town),
    "age, country, sex, town, month": lambda r: r.of(r.age, r.country, r.sex, r.town, r.month),
}


def classes(people: Array) -> Classes:
    """Return the sizes of classes and how many there are of each."""
    size, count = np.unique(np.bincount(people), return_counts=True)
    return tuple((s, n) for s, n in zip(size.tolist(), count.tolist(), strict=True) if s)


def study(runs: int, seed: int) -> list[Row]:
    """Estimate from samples of every register at every fraction."""
    register = Register(seed)
    rows, held, asked = [], 0, 0
    for name, world in WORLDS.items():
        people = world(register)
        truth = int((np.bincount(people) == 1).sum())
        for fraction in FRACTIONS:
            ratios: dict[str, list[float]] = {}
            for run in range(runs):
                draw = np.random.default_rng([seed, run, int(1000 * fraction)])
                taken = draw.choice(PEOPLE, int(fraction * PEOPLE), replace=False)
                _tell(ratios, estimates(classes(people[taken]), PEOPLE), fraction, truth)
                held += _covered(people, taken, fraction)
                asked += 1
            of = f"{name} ({truth / PEOPLE:.1%} alone), fraction {fraction}"
            rows.append(_row(of, ratios, runs))
    rows.append(
        Row.share("95 % limits of a correct match hold its true value", events=held, runs=asked,
                  at_least=0.93, worst_of=1)
    )  # fmt: skip
    return [*rows, _not_random(register, runs, seed)]


def _tell(
    ratios: dict[str, list[float]], found: tuple[Estimate, ...], fraction: float, truth: int
) -> None:
    taken = chosen(found, fraction)
    assert taken is not None
    for name, each in [("rule", taken), *((str(e.method), e) for e in found)]:
        if each.alone is not None:
            ratios.setdefault(name, []).append(each.alone / truth)


def _row(of: str, ratios: dict[str, list[float]], runs: int) -> Row:
    told = {name: float(np.median(values)) for name, values in ratios.items()}
    return Row(
        of=of,
        value=told["rule"],
        unit="×",
        runs=runs,
        beside={
            "Pitman": told.get("pitman"),
            "Zayatz": told.get("zayatz"),
            "slide neg. binomial": told.get("slide_negative_binomial"),
        },
    )


def _covered(people: Array, taken: Array, fraction: float) -> bool:
    seen = np.bincount(people[taken], minlength=int(people.max()) + 1)
    single = seen == 1
    found = correct_match(classes(people[taken]), fraction)
    if found is None:
        return True
    truth = single.sum() / np.bincount(people)[single].sum()
    return found.low <= truth <= found.high


def _not_random(register: Register, runs: int, seed: int) -> Row:
    """One year of three, whole, taken for a random sample of everybody."""
    people = register.of(register.age, register.country, register.sex, register.month)
    truth = int((np.bincount(people) == 1).sum())
    ratios: dict[str, list[float]] = {}
    for run in range(runs):
        months = np.random.default_rng([seed, run]).choice(36, 12, replace=False)
        taken = np.flatnonzero(np.isin(register.month, months))
        _tell(ratios, estimates(classes(people[taken]), PEOPLE), len(taken) / PEOPLE, truth)
    return _row("age, country, sex, month: 12 of 36 months, taken for a sample", ratios, runs)

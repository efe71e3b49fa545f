"""How one column can be made coarser: steps from the finest to leaving it out."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from audit import pooling
from audit.vocabulary import NOT_RECORDED

if TYPE_CHECKING:
    import numpy as np

_RECOGNISED = 0.8
"""Share of people whose label must be a country before a column is taken for one of countries."""
_RARE = 0.01, 0.05
"""Shares of people below which a category may be put together with others."""
_MOST_COUNTRIES = 2_000
_FEWEST_LABELS = 3
_BANDS = (20, 10, 5)
"""Numbers are put into about as many bands, of a round width."""
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_MONTH = re.compile(r"\d{4}-\d{2}")
_CODE = re.compile(r"(?=.*\d)[0-9A-Za-z]{4,12}")


class Operation(StrEnum):
    """A way to make a column coarser."""

    BANDS = "bands"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    SUBREGION = "m49_subregion"
    REGION = "m49_region"
    PREFIX = "prefix"
    RARE = "rare"
    WITHOUT = "without"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One column, made coarser by one operation.

    Attributes
    ----------
    by : float or None
        Width of the bands, characters kept, or share of people below which a category is rare.
    """

    column: str
    operation: Operation
    by: float | None = None

    @property
    def words(self) -> str:
        """The change in a few words: "age in bands of 5"."""
        return _WORDS[self.operation].format(
            column=self.column,
            by=f"{self.by:g}" if self.by is not None else "",
            share=f"{100 * (self.by or 0):g}",
        )


_WORDS = {
    Operation.BANDS: "{column} in bands of {by}",
    Operation.MONTH: "{column} by month",
    Operation.QUARTER: "{column} by quarter",
    Operation.YEAR: "{column} by year",
    Operation.SUBREGION: "{column} by sub-region (M49)",
    Operation.REGION: "{column} by region (M49)",
    Operation.PREFIX: "{column} cut to {by} characters",
    Operation.RARE: "{column} with categories under {share} % of people joined",
    # Said of the column, so that in a list nobody takes it to be said of all.
    Operation.WITHOUT: "the column {column} left out",
}


@dataclass(frozen=True)
class Step:
    """A change with what it makes of each code.

    Attributes
    ----------
    codes : ndarray of int32, shape (n_labels,)
        Coarser code of each code of the column, from 0.
    lost : float
        Share of the column's information that is lost, in [0, 1].
    """

    change: Change
    codes: np.ndarray
    lost: float


def ladder(column: str, labels: Sequence[Any], weights: np.ndarray, kind: str) -> list[Step]:
    """Return the steps of one column, those that lose least first; the last leaves it out.

    Parameters
    ----------
    labels : sequence
        Of the column, None where missing; a missing value stays apart.
    weights : ndarray, shape (n_labels,)
        People by label.
    kind : str
        Type of the column, as `audit.system.Frame.columns` says it.
    """
    import numpy as np

    found: dict[bytes, Step] = {}
    for operation, by, coarser in _proposed(labels, weights, kind):
        names = {name: i for i, name in enumerate(dict.fromkeys(coarser))}
        if 1 < len(names) < len(labels):
            codes = np.array([names[name] for name in coarser], dtype=np.int32)
            change = Change(column=column, operation=operation, by=by)
            found.setdefault(codes.tobytes(), Step(change, codes, _lost(weights, codes)))
    kept = sorted(found.values(), key=lambda step: step.lost)
    nothing = np.zeros(len(labels), dtype=np.int32)
    change = Change(column=column, operation=Operation.WITHOUT)
    return [*kept, Step(change, nothing, 1.0 if len(labels) > 1 else 0.0)]


_Proposal = tuple[Operation, float | None, list[Any]]
_OTHER = object()
_MISSING = object()


def _proposed(labels: Sequence[Any], weights: np.ndarray, kind: str) -> Iterator[_Proposal]:
    present = [x for x in labels if not _absent(x)]
    if len(labels) < _FEWEST_LABELS or not present:
        return
    if kind in ("integer", "number"):
        yield from _bands(labels, [float(x) for x in present])
    elif kind == "date" or _all(present, _DATE) or _all(present, _MONTH):
        yield from _periods(labels, days=any(len(x) > 7 for x in present))
    else:
        yield from _places(labels, weights)
        if _all(present, _CODE) and len({len(x) for x in present}) == 1:
            for characters in (3, 2, 1):
                yield Operation.PREFIX, characters, _mapped(labels, _beginning(characters))
        people = dict(zip(labels, weights.tolist(), strict=True))
        for share in _RARE:
            yield Operation.RARE, share, _mapped(labels, _unless_rare(people, share))


def _absent(label: Any) -> bool:
    return label is None or label == NOT_RECORDED


def _mapped(labels: Sequence[Any], coarser: Callable[[Any], Any]) -> list[Any]:
    return [_MISSING if _absent(x) else coarser(x) for x in labels]


def _beginning(characters: int) -> Callable[[str], str]:
    return lambda x: x[:characters]


def _band(width: float) -> Callable[[Any], int]:
    return lambda x: math.floor(float(x) / width)


def _quarter(x: str) -> tuple[str, int]:
    return x[:4], (int(x[5:7]) - 1) // 3


def _region(scheme: pooling.Scheme) -> Callable[[str], str]:
    return lambda x: scheme.region(x) or x


def _unless_rare(people: Mapping[Any, float], share: float) -> Callable[[Any], Any]:
    least = share * sum(people.values())
    return lambda x: x if people[x] >= least else _OTHER


def _all(labels: Sequence[Any], form: re.Pattern[str]) -> bool:
    return all(form.fullmatch(label) for label in labels)


def _bands(labels: Sequence[Any], values: Sequence[float]) -> Iterator[_Proposal]:
    span = max(values) - min(values)
    if not span or not math.isfinite(span):
        return
    for width in sorted({_round_width(span / bands) for bands in _BANDS}):
        yield Operation.BANDS, width, _mapped(labels, _band(width))


def _round_width(least: float) -> float:
    """Return the first of 1, 2, 5, 10, 20, 50 and so on, or 0.5, 0.2, that is at least so wide."""
    power = math.floor(math.log10(least))
    steps = (s * 10.0**p for p in (power, power + 1) for s in (1, 2, 5))
    return float(f"{next(step for step in steps if step >= least * (1 - 1e-9)):.6g}")


def _periods(labels: Sequence[str], *, days: bool) -> Iterator[_Proposal]:
    if days:
        yield Operation.MONTH, None, _mapped(labels, _beginning(7))
    yield Operation.QUARTER, None, _mapped(labels, _quarter)
    yield Operation.YEAR, None, _mapped(labels, _beginning(4))


def _places(labels: Sequence[Any], weights: np.ndarray) -> Iterator[_Proposal]:
    if len(labels) > _MOST_COUNTRIES:
        return
    countries = [not _absent(x) and pooling.country(x) is not None for x in labels]
    if float(weights[countries].sum()) < _RECOGNISED * float(weights.sum()):
        return
    for operation in (Operation.SUBREGION, Operation.REGION):
        yield operation, None, _mapped(labels, _region(pooling.load(operation.value)))


def _lost(weights: np.ndarray, codes: np.ndarray) -> float:
    """Return the conditional entropy of the labels given their coarser codes, over their entropy."""
    import numpy as np

    whole = _entropy(weights)
    if not whole:
        return 0.0
    return float(1 - _entropy(np.bincount(codes, weights=weights)) / whole)


def _entropy(weights: np.ndarray) -> float:
    import numpy as np

    shares = weights[weights > 0] / weights.sum()
    return float(-(shares * np.log2(shares)).sum())

"""Signs that dates of birth were filled in by default: 1 January, month ends, rounded ages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from audit.evidence import Rate
from audit.figure import Figure, Line
from audit.measure import Measure, Public
from audit.measures._bars import merged, shares, words
from audit.measures._recorded import recorded
from audit.measures._rows import KEY
from audit.system import Part
from audit.vocabulary import NOT_RECORDED

if TYPE_CHECKING:
    import numpy as np

JANUARY_1 = 1 / 365.25
MONTH_END = 12 / 365.25
ROUND_AGE = 1 / 5

AGES = (23, 62)
"""The ages Whipple's index counts, both included: adult, and with each last digit equally often."""

TITLES = {
    "dates": ("births_title", "Births recorded on 1 January, by {feature}"),
    "ages": ("ages_title", "Ages recorded as multiples of 5, by {feature}"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class BirthDates:
    """How often recorded births fall where defaults fall.

    Attributes
    ----------
    form : str
        `dates`, or `ages` in years.
    marked : Rate
        Births on 1 January, of all recorded; for ages, those that are multiples of 5, of the ages
        23 to 62 (Whipple's index is five times this share).
    expected : float
        The share if births fell evenly.
    low, high : float
        Exact 95 % limits of the share.
    month_end : Rate or None
        Births on the last day of a month; None for ages. `month_end_low` is the lower of its exact
        95 % limits.
    by : mapping of str to (mapping of str to Rate)
        `marked` by group, for each sensitive feature that is not age.
    unreadable : int
        Recorded values that are neither a date nor an age.

    References
    ----------
    United Nations, Demographic Yearbook, technical notes on Whipple's index.
    """

    form: str
    marked: Rate
    expected: float
    low: float
    high: float
    month_end: Rate | None = None
    month_end_low: float = 0.0
    by: Mapping[str, Mapping[str, Rate]] = field(default_factory=dict)
    unreadable: int = 0


def make(part: Part) -> BirthDates:
    """Pass once over the birth dates, with the groups beside them."""
    from collections import Counter

    from audit.inference.proportions import clopper_pearson

    roles = part.plan.roles
    column = roles.all("birth_date")[0]
    features = [f for f in roles.all("sensitive_features") if f != column]
    ages = part.frame.columns.get(column) in ("integer", "number")
    tally: Counter[tuple[str, str]] = Counter()
    marks: Counter[tuple[str, str]] = Counter()
    ends = unreadable = 0
    for batch in part.frame.batches([column, *(KEY + f for f in features)]):
        births = recorded(part, batch, column)
        counted, marked, end, lost = _from_ages(births) if ages else _from_dates(births)
        ends, unreadable = ends + end, unreadable + lost
        tally["", ""] += int(counted.sum())
        marks["", ""] += int(marked.sum())
        for feature in features:
            for group, flags in _groups(batch[KEY + feature]):
                tally[feature, group] += int((flags & counted).sum())
                marks[feature, group] += int((flags & marked).sum())
    whole = Rate(marks["", ""], tally["", ""])
    low, high = clopper_pearson(whole.events, whole.n, 0.05) if whole.n else (0.0, 1.0)
    ends_low, _ = clopper_pearson(ends, whole.n, 0.05) if whole.n else (0.0, 1.0)
    return BirthDates(
        form="ages" if ages else "dates",
        marked=whole,
        expected=ROUND_AGE if ages else JANUARY_1,
        low=float(low),
        high=float(high),
        month_end=None if ages else Rate(ends, whole.n),
        month_end_low=float(ends_low),
        by={
            feature: {g: Rate(marks[f, g], n) for (f, g), n in tally.items() if f == feature}
            for feature in features
        },
        unreadable=unreadable,
    )


def _from_ages(column: Any) -> tuple[np.ndarray, np.ndarray, int, int]:
    """Return which rows count, which are marked, and two zeros: ages have neither month nor form."""
    import numpy as np

    years = np.floor(column.cast("float64").to_numpy(zero_copy_only=False))
    with np.errstate(invalid="ignore"):
        counted = (years >= AGES[0]) & (years <= AGES[1])
        return counted, counted & (np.mod(years, 5) == 0), 0, 0


def _from_dates(column: Any) -> tuple[np.ndarray, np.ndarray, int, int]:
    """Return which rows count, which are marked, births at a month's end, and unreadable values."""
    import numpy as np

    days, unreadable = _days(column)
    counted = ~np.isnat(days)
    month = days.astype("datetime64[M]")
    first = days == month.astype("datetime64[D]")
    january = month == days.astype("datetime64[Y]").astype("datetime64[M]")
    last = days == (month + 1).astype("datetime64[D]") - 1
    return counted, counted & first & january, int((counted & last).sum()), unreadable


def _days(column: Any) -> tuple[np.ndarray, int]:
    """Return each row's day of birth, and how many recorded values are no day."""
    import numpy as np
    import pyarrow as pa

    given = len(column) - column.null_count
    if pa.types.is_temporal(column.type):
        days = column.cast(pa.timestamp("us")).to_numpy(zero_copy_only=False)
    else:
        encoded = column.dictionary_encode()
        parsed = [_day(value) for value in encoded.dictionary.to_pylist()]
        known = np.array([*parsed, None], dtype="datetime64[D]")
        days = known[encoded.indices.fill_null(len(parsed)).to_numpy(zero_copy_only=False)]
    days = days.astype("datetime64[D]")
    return days, given - int((~np.isnat(days)).sum())


def _day(value: object) -> date | None:
    # Only year-month-day is read: 03/04 has two readings, and a guess would make a cluster.
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        return None


def _groups(column: Any) -> Iterable[tuple[str, np.ndarray]]:
    import numpy as np

    encoded = column.combine_chunks().dictionary_encode()
    codes = encoded.indices.fill_null(-1).to_numpy(zero_copy_only=False)
    for code in np.unique(codes):
        group = NOT_RECORDED if code < 0 else str(encoded.dictionary[int(code)].as_py())
        yield group, codes == code


def figures(found: BirthDates, public: Public) -> Sequence[Figure]:
    """Draw the share by group of each sensitive feature, with the share expected by chance."""
    takeaway = words(
        "births_takeaway",
        "The line is the share to expect if births fell evenly. A higher share says how dates were"
        " written down, and nothing about the people.",
    )
    line = Line(value=found.expected, label=words("expected", "expected"), role="overall")
    drawn = []
    for feature, rates in found.by.items():
        visible = {
            group: rate
            for group, rate in merged(rates, public.groups(feature, rates)).items()
            if rate.n >= public.min_cell
        }
        if visible:
            title = words(*TITLES[found.form], feature=feature)
            drawn.append(shares(f"birth-dates-{feature}", title, takeaway, visible, lines=(line,)))
    return drawn


BIRTH_DATES = Measure(
    name="birth_dates", payload=BirthDates, make=make, figures=figures, needs=("birth_date",)
)

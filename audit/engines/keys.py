"""What the values of a column mean under a plan, as expressions every engine can compute.

One rule for all: NaN and infinity are missing; booleans are `true` and `false`; whole numbers have
no decimals; text is text. On top come the plan's `missing`, `map` and `bins`, and the derived keys
that `audit.system.Margin` names.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from audit.engines import periods
from audit.plan import ColumnSection, PartPlan, label
from audit.vocabulary import NOT_RECORDED, RANDOM_ARM

if TYPE_CHECKING:
    import narwhals.stable.v2 as nw

ROW = "__audit_row__"
"""Name of the row number inside an engine."""

LABEL_ROLES = ("y_true", "y_pred", "human_decision", RANDOM_ARM)
"""Roles whose column is read as positive or not, and the names of the derived keys."""

DERIVED = (*LABEL_ROLES, "score_bin", "score_step")
"""Keys whose labels are integers."""

CLASS_ROLES = {"class_true": "y_true", "class_pred": "y_pred"}
"""Derived keys whose labels are those of the role's column, where the plan names classes."""

SCORE_BINS = 20

SCORE_STEPS = 1000
"""Steps of `score_step`: fine enough that ties between scores matter little."""

PERIOD = "time_period"
"""Derived key of the role `time`: the month of a date, or what the plan's `period` says."""


@dataclass(frozen=True, slots=True)
class Key:
    """One key to count by.

    Attributes
    ----------
    expression : narwhals.Expr
        Of the normalised columns.
    label : callable
        From a value of the expression to the label in `Cells`.
    column : str
        The column it is made from.
    size : int, optional
        How many labels there are at most, None if it must be found out.
    order : tuple
        Labels in their own order, where they have one.
    named : bool
        Whether its labels can stand on a page, so that those which identify a person are withheld.
    """

    expression: nw.Expr
    label: Callable[[Any], Any]
    column: str
    size: int | None = None
    order: tuple[Any, ...] = ()
    named: bool = False


def _whole(text: str) -> int:
    number = float(text)
    if not number.is_integer():
        raise ValueError(text)
    return int(text) if text.lstrip("-").isdigit() else int(number)


def _truth(text: str) -> bool:
    if text not in ("true", "1", "false", "0"):
        raise ValueError(text)
    return text in ("true", "1")


_PARSERS: Mapping[str, Callable[[str], Any]] = {
    "text": str,
    "integer": _whole,
    "number": float,
    "boolean": _truth,
    "date": dt.date.fromisoformat,
}


def parsed(labels: Sequence[str], kind: str) -> list[Any]:
    """Return labels as values of a type, leaving out those that cannot be one."""
    found = []
    for text in labels:
        try:
            found.append(_PARSERS[kind](text))
        except (ValueError, OverflowError):
            continue
    return found


def edge(number: float) -> str:
    """Return a bin edge as it is written."""
    return label(float(number))


def bin_labels(bins: Sequence[float], *, whole: bool) -> tuple[str, ...]:
    """Return `under 18`, `18–29`, `30 and over`; a value at an edge is in the bin that it opens.

    Parameters
    ----------
    bins : sequence of float
        Edges, ascending.
    whole : bool
        Whether values are whole numbers: then bins end one below the next edge, else they read
        `0.2 to under 0.4`.
    """
    between = []
    for low, high in pairwise(bins):
        if not whole:
            between.append(f"{edge(low)} to under {edge(high)}")
            continue
        first, last = math.ceil(low), math.ceil(high) - 1
        between.append(str(first) if first >= last else f"{first}–{last}")
    return (f"under {edge(bins[0])}", *between, f"{edge(bins[-1])} and over")


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a part, and what the plan makes of them.

    Attributes
    ----------
    kinds : mapping of str to str
        Column to type, in file order.
    positive : mapping of str to tuple of str
        Role to positive labels, settled.
    score_range : tuple of float
        Where score bins begin and end.
    whole : frozenset of str
        Columns of numbers that hold whole numbers only.
    sizes : mapping of str to int
        How many labels the columns have that people are grouped by, found when the table was opened.
    stored : mapping of str to str
        Column to its name inside the engine, where that is another.
    """

    kinds: Mapping[str, str]
    part: PartPlan
    positive: Mapping[str, tuple[str, ...]]
    score_range: tuple[float, float] = (0.0, 1.0)
    whole: frozenset[str] = frozenset()
    sizes: Mapping[str, int] = field(default_factory=dict)
    stored: Mapping[str, str] = field(default_factory=dict)

    def place(self, name: str) -> str:
        """Return a column's name inside the engine."""
        return self.stored.get(name, name)

    def by_own_names(self) -> Columns:
        """Return the same for a table that is not the engine's."""
        return replace(self, stored={}) if self.stored else self

    def as_filed(self, names: Collection[str]) -> Columns:
        """Return the same, some columns without the plan's bins and maps (a pool is a map by now)."""
        plain = {
            name: replace(section, bins=(), map={}) if name in names else section
            for name, section in self.part.columns.items()
        }
        return replace(self, part=replace(self.part, columns=plain), sizes={})

    def section(self, name: str) -> ColumnSection:
        """Return the plan's `[columns.NAME]`, empty if there is none."""
        return self.part.columns.get(name, ColumnSection())

    def grouping(self, name: str) -> bool:
        """Return whether people are grouped by a column, so that the unrecorded are a group."""
        roles = self.part.roles
        return name in (*roles.all("sensitive_features"), *roles.all("control_features"))

    def value(self, name: str) -> nw.Expr:
        """Return a column with the plan's `missing` values taken out."""
        import narwhals.stable.v2 as nw

        absent = parsed([label(x) for x in self.section(name).missing], self.kinds[name])
        column = nw.col(self.place(name))
        if not absent:
            return column
        return nw.when(~self._among(name, column, absent)).then(column).alias(name)

    def _among(self, name: str, value: nw.Expr, values: Sequence[Any]) -> nw.Expr:
        import narwhals.stable.v2 as nw

        if not values:
            return nw.when(~value.is_null()).then(nw.lit(value=False))
        if self.kinds[name] == "date":
            value = value.cast(nw.Date)
        return value.is_in(list(values))

    def has_label(self, name: str, labels: Sequence[str]) -> nw.Expr:
        """Return whether a column has one of some labels, null where it is missing."""
        if self.section(name).map:
            return self._mapped(name).is_in(list(labels))
        return self._among(name, self.value(name), parsed(labels, self.kinds[name]))

    def labels(self, name: str) -> nw.Expr:
        """Return a column with the plan's `missing` and `map`, without its bins."""
        return self._mapped(name) if self.section(name).map else self.value(name)

    def _mapped(self, name: str) -> nw.Expr:
        import narwhals.stable.v2 as nw

        value, kind = self.value(name), self.kinds[name]
        sources: dict[str, list[str]] = {}
        for source, target in self.section(name).map.items():
            sources.setdefault(target, []).append(source)
        if kind == "boolean":
            words = nw.when(value).then(nw.lit("true")).otherwise(nw.lit("false"))
            text: nw.Expr = nw.when(~value.is_null()).then(words)
        else:
            text = value if kind == "text" else value.cast(nw.String)
        mapped: nw.Expr = text
        for target, originals in sources.items():
            hit = self._among(name, value, parsed(originals, kind))
            mapped = nw.when(hit).then(nw.lit(target)).otherwise(mapped)
        return mapped

    def score_bin(self, score: nw.Expr, bins: int = SCORE_BINS) -> nw.Expr:
        """Return the bin of a score, from 0, each of equal width."""
        import narwhals.stable.v2 as nw

        low, high = self.score_range
        width = (high - low) or 1.0
        place = ((score - low) * bins / width).floor()
        return place.clip(0, bins - 1).cast(nw.Int64)

    def key(self, name: str) -> Key:
        """Return what to count by.

        Raises
        ------
        KeyError
            If a derived key's role is not filled, or there is no such column: a measure asked for
            what its `needs` do not promise.
        """
        import narwhals.stable.v2 as nw

        roles = self.part.roles
        if name in CLASS_ROLES and roles.classes:
            return self._column_key(roles.one(CLASS_ROLES[name]) or "")
        if name == RANDOM_ARM and roles.by_probability:
            return self._selected()
        if name in LABEL_ROLES and (column := roles.one(name)) is not None:
            if roles.in_classes(name):
                # No class is the positive one: for a question of yes or no, nobody was decided about.
                return Key(nw.lit(None, nw.Int64), _number, column, 1)
            hit = self.has_label(column, self.positive[name]).cast(nw.Int64)
            if name == RANDOM_ARM:
                return Key(hit.fill_null(0), _number, column, 2)
            return Key(hit, _number, column, 3)
        bins = {"score_bin": SCORE_BINS, "score_step": SCORE_STEPS}.get(name, 0)
        if bins and (column := roles.one("y_score")) is not None:
            return Key(self.score_bin(self.value(column), bins), _number, column, bins + 1)
        if name == PERIOD and (column := roles.one("time")) is not None:
            return self._period(column)
        if name not in self.kinds:
            raise KeyError(name)
        return self._column_key(name)

    def _selected(self) -> Key:
        """Return whether the truth is known and the chance of that is above 0: the drawn sample."""
        import narwhals.stable.v2 as nw

        roles = self.part.roles
        truth = roles.one("y_true") or ""
        chance = self.value(roles.one("selection_probability") or "")
        known = (~self.value(truth).is_null()) & (chance > 0)
        return Key(known.fill_null(value=False).cast(nw.Int64), _number, truth, 2)

    def _column_key(self, name: str) -> Key:
        import narwhals.stable.v2 as nw

        absent = NOT_RECORDED if self.grouping(name) else None
        section, kind = self.section(name), self.kinds[name]
        value = self.value(name)
        if section.bins and kind in ("integer", "number"):
            labels = bin_labels(section.bins, whole=kind == "integer" or name in self.whole)
            steps = [(value >= low).cast(nw.Int64) for low in section.bins]
            place = steps[0]
            for step in steps[1:]:
                place = place + step

            def of_bin(place: int | None) -> str | None:
                return absent if place is None else labels[place]

            return Key(place, of_bin, name, len(labels) + 1, labels)

        def of_value(value: Any) -> str | None:
            return absent if value is None else text_label(value, kind)

        roles = self.part.roles
        numbered = name in (*roles.all("identifiers"), *roles.all("cluster"))
        return Key(self.labels(name), of_value, name, named=kind == "text" and not numbered)

    def _period(self, column: str) -> Key:
        """Return the period of a date; a column of years or quarters is a period already."""
        if self.kinds[column] != "date" or self.section(column).map:
            return self._column_key(column)
        name = self.section(column).period or "month"
        return Key(periods.number(self.value(column), name), periods.label(name), column)


def _number(value: Any) -> int | None:
    return None if value is None else int(value)


def text_label(value: Any, kind: str) -> str:
    """Return the label of a value that is not missing."""
    if isinstance(value, dt.datetime):
        midnight = value.time() == dt.time.min
        return value.date().isoformat() if midnight else value.isoformat()
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, str) and kind == "number":
        # A mapped column: what the map leaves alone was cast to text, and engines differ in how.
        try:
            return label(float(value))
        except ValueError:
            return value
    return label(value)

"""The shape of a table: types, counts and lengths of its columns, from a few scans and a sample."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from audit.inputs import Engine, Source
from audit.personal_data.columns import ColumnType, column_types, read_columns
from audit.plan import PartPlan
from audit.plan_reader import parse
from audit.system import Frame, Margin

if TYPE_CHECKING:
    import pyarrow as pa

SAMPLE = 2_000
_FEW = 60
_DATE = re.compile(r"\s*(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})([T ].*)?\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """One column as `init` sees it.

    Attributes
    ----------
    distinct : int
        Different values: exact up to 60 and for columns that look unique, else at least this many.
    labels : mapping of str to int
        Values with the people who have them, where there are at most 60. They stay in memory:
        only `Shape.writable` decides which may be written down.
    length : float
        Mean number of characters of the sampled text values.
    spread : tuple of float
        Quartiles of a numeric column in the sample, lowest first.
    holds : tuple of ColumnType
        What the column seems to hold, by its name and the sample, the surest first.
    sampled : int
        Different values in the sample.
    description, hxl : str
        What the file itself says of the column: a variable label, an HXL hashtag.
    """

    name: str
    type: str
    rows: int
    missing: int
    distinct: int
    labels: Mapping[str, int] = field(default_factory=dict)
    low: float | None = None
    high: float | None = None
    whole: bool = False
    spread: tuple[float, ...] = ()
    length: float = 0.0
    dates: bool = False
    holds: tuple[ColumnType, ...] = ()
    sampled: int = 0
    description: str = ""
    hxl: str = ""

    @property
    def known(self) -> int:
        """People for whom the column is filled."""
        return self.rows - self.missing

    @property
    def unique(self) -> bool:
        """Whether nearly every row has its own value."""
        return self.known >= 20 and self.distinct >= 0.95 * self.known

    @property
    def numeric(self) -> bool:
        """Whether the values are numbers."""
        return self.type in ("integer", "number")

    def writable(self, label: str) -> bool:
        """Return whether a label may be written into the plan.

        Only labels of small categorical columns, and only those that at least ten people share; a
        bare yes or no, true or false, 1 or 0 says nothing of anybody.
        """
        if self.length > 40 or len(self.labels) > 20 or label not in self.labels:
            return False
        return self.labels[label] >= 10 or label.lower() in PLAIN


PLAIN = frozenset(("yes", "no", "y", "n", "true", "false", "0", "1", "t", "f"))


@dataclass(frozen=True, kw_only=True)
class Table:
    """All shapes of a table."""

    rows: int
    shapes: tuple[Shape, ...]
    frame: Frame
    reopened: Callable[[PartPlan], Frame]
    """Opens the same table under a plan: raises what `audit run` would raise."""
    note: str = ""
    """What the reader chose and somebody should know, such as one sheet of several."""

    def shape(self, column: str) -> Shape:
        """Return the shape of a column."""
        return next(shape for shape in self.shapes if shape.name == column)

    def crossed(self, column: str, filled: str) -> dict[str, tuple[int, int]]:
        """Return, for each label of `column`, how many people there are and for how many `filled` is."""
        cells = self.frame.count([Margin((column, filled))])[0]
        table: dict[str, tuple[int, int]] = {}
        for (label, value), n in cells.rows():
            people, known = table.get(str(label), (0, 0))
            table[str(label)] = (people + n, known + n * (value is not None))
        return table


def look(engine: Engine, source: Source) -> Table:
    """Open a table with an empty plan and take the shape of every column.

    Columns with few values in a sample are counted exactly in one scan; the others keep what the
    sample shows, which is enough to tell a note from a number.
    """
    frame = engine.open(source, parse("").parts[0])
    names = list(frame.columns)
    sample = frame.sample(SAMPLE, names, seed=0)
    seen = {name: _seen(sample, name) for name in names}
    few = [name for name in names if seen[name].distinct <= _FEW]
    counted = dict(zip(few, frame.count([Margin((name,)) for name in few]), strict=True))
    missing = frame.missing()
    read = read_columns([sample], frame.columns)
    shapes = []
    for name in names:
        labels = _labels(counted.get(name))
        distinct = len(labels) or seen[name].distinct
        if not labels and seen[name].all_different:
            distinct = frame.distinct(name)
        low, high = _ends(frame, name)
        shapes.append(
            Shape(
                name=name,
                type=frame.columns[name],
                rows=frame.rows,
                missing=missing.get(name, 0),
                distinct=distinct,
                labels=labels if len(labels) <= _FEW else {},
                low=low,
                high=high,
                whole=seen[name].whole,
                spread=seen[name].spread,
                length=seen[name].length,
                dates=frame.columns[name] == "date" or seen[name].dates,
                holds=column_types(name, read[name]),
                sampled=read[name].distinct,
                description=source.original_labels.get(name, ""),
                hxl=source.hxl.get(name, ""),
            )
        )
    return Table(
        rows=frame.rows,
        shapes=tuple(shapes),
        frame=frame,
        reopened=lambda part: engine.open(source, part),
        note=source.note,
    )


def _labels(cells: Any) -> dict[str, int]:
    if cells is None:
        return {}
    return {str(value): n for (value,), n in cells.rows() if value is not None}


def _ends(frame: Frame, name: str) -> tuple[float | None, float | None]:
    if frame.columns[name] not in ("integer", "number"):
        return None, None
    moments = frame.moments(name)
    if not moments:
        return None, None
    return moments[0]["min"], moments[0]["max"]


@dataclass(frozen=True, slots=True)
class _Seen:
    distinct: int
    all_different: bool
    length: float
    dates: bool
    whole: bool
    spread: tuple[float, ...]


def _seen(sample: pa.Table, name: str) -> _Seen:
    values = [value for value in sample.column(name).to_pylist() if value is not None]
    texts = [value for value in values if isinstance(value, str)]
    numbers = sorted(float(v) for v in values if isinstance(v, int | float))
    distinct = len(set(values))
    return _Seen(
        distinct=distinct,
        all_different=len(values) >= 20 and distinct >= 0.95 * len(values),
        length=sum(map(len, texts)) / len(texts) if texts else 0.0,
        dates=bool(texts) and _share(texts, _DATE) > 0.9,
        whole=bool(numbers) and all(number.is_integer() for number in numbers),
        spread=_quartiles(numbers),
    )


def _share(texts: Sequence[str], pattern: re.Pattern[str]) -> float:
    return sum(bool(pattern.match(text)) for text in texts) / len(texts)


def _quartiles(numbers: Sequence[float]) -> tuple[float, ...]:
    if not numbers:
        return ()
    return tuple(numbers[int(q * (len(numbers) - 1))] for q in (0.25, 0.5, 0.75))

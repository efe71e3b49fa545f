"""How few places and times single a person out of everybody whose traces are in the table (unicity).

For people drawn at random, points are drawn at random from their own trace; whether anybody else was
at all of them is found by joining the points of everybody.

References
----------
de Montjoye, Hidalgo, Verleysen & Blondel 2013, Scientific Reports 3:1376, "Unicity of human mobility
traces" and Methods.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from audit.figure import Cell, Column, Figure
from audit.measure import Measure, Public
from audit.measures._bars import words
from audit.measures._recorded import recorded
from audit.system import Part
from audit.vocabulary import FigureKind

if TYPE_CHECKING:
    import numpy as np
    import polars as pl

POINTS = 4
"""Most points that somebody is taken to know."""

PEOPLE = 2_000
"""People drawn, unless all are examined (`--full`)."""

_HOUR = 3_600_000_000
_AT_A_TIME = 5_000_000
"""Rows joined at once where a point is shared by very many."""

_FIRST = 500
"""Others at a person's rarest point who are looked at before all of them are."""

_MOST_PLACES = 3
_TIMES = (("hour", "1h"), ("day", "1d"), ("week", "1w"), ("month", "1mo"))
_DECIMALS = (2, 1)
AS_RECORDED = "as recorded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unicity:
    """How many of the people drawn are alone at all of a few points of their own trace.

    Attributes
    ----------
    points : int
        Points known, drawn at random from the person's trace, no two the same.
    drawn : int
        People drawn who have so many different points.
    alone : int
        Those of them for whom nobody else was at all of the points.
    low, high : float
        Exact 95 % limits of their share.
    """

    points: int
    drawn: int
    alone: int
    low: float
    high: float

    def few(self, fewest: int) -> bool:
        """Tell whether those who are alone are somebody, and too few to be counted on a page."""
        return 0 < self.alone < fewest

    @property
    def share(self) -> float:
        """Share of those drawn who are alone."""
        return self.alone / self.drawn if self.drawn else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """The same, with times and places as fine as they are told, or coarser."""

    time: str
    place: str
    unicity: Unicity


@dataclass(frozen=True, slots=True, kw_only=True)
class Traces:
    """Unicity of the traces of a part.

    Attributes
    ----------
    person : str
        Column that says whose point it is.
    rows, incomplete : int
        Rows, and those without person, place or time, which are left out.
    people : int
        People with a point.
    examined : int
        People drawn.
    time, place : str
        How fine the points of `known` are: the hour or the day, the columns of the role `place`.
    known : tuple of Unicity
        For 1 to 4 points, as far as anybody has them.
    coarser : tuple of Resolution
        The same people and the most points of `known`, told at this and at coarser resolutions, where
        two points can become one.
    """

    person: str
    rows: int
    incomplete: int
    people: int
    examined: int
    time: str
    place: str
    known: tuple[Unicity, ...]
    coarser: tuple[Resolution, ...]


def make(part: Part) -> Traces:
    """Draw people and points, and join them with everybody's."""
    person, names = _person(part), _places(part)
    table = read_points(part, person)
    times = _times(table)
    people = table.get_column("person").n_unique()
    drawn = _drawn(people, part)
    at = told(table, times[0][1], 0)
    known, found = singled_out(table, at, drawn, part.audit.seed)
    coarser = [
        Resolution(
            time=time,
            place=place,
            unicity=_again(table, known, found[-1], at, told(table, unit, j)),
        )
        for time, unit in times
        for j, (place, _) in enumerate(names)
        if found
    ]
    return Traces(
        person=person,
        rows=part.frame.rows,
        incomplete=part.frame.rows - table.height,
        people=people,
        examined=len(drawn),
        time=times[0][0],
        place=names[0][0],
        known=tuple(found),
        coarser=tuple(coarser),
    )


def _person(part: Part) -> str:
    """Return the identifier of people: the first whose values repeat, as those of rows do not."""
    named = part.plan.roles.all("identifiers")
    return next((n for n in named if part.frame.distinct(n) < part.frame.rows), named[0])


def read_points(part: Part, person: str) -> pl.DataFrame:
    """Return who was where when, in the order of the file.

    `person` and each place (`place0` the finest) are numbers; `time` is one, too, where it is no date.
    """
    import polars as pl

    time, places = part.plan.roles.all("time")[0], part.plan.roles.all("place")
    names = {"person": person, "time": time} | {f"p{i}": name for i, name in enumerate(places)}
    pieces = []
    for batch in part.frame.batches(list(dict.fromkeys([person, time, *places]))):
        columns = {new: recorded(part, batch, old) for new, old in names.items()}
        pieces.append(pl.DataFrame(columns).drop_nulls())
    table = pl.concat(pieces)
    table = table.with_columns(_number(table.select("person")).alias("person"))
    if not table.schema["time"].is_temporal():
        table = table.with_columns(_number(table.select("time")).alias("time"))
    levels = [
        _number(table.select(columns)).alias(f"place{j}")
        for j, (_, columns) in enumerate(_places(part))
    ]
    return table.select("person", "time").with_columns(levels)


def _number(columns: pl.DataFrame) -> pl.Series:
    """Return a number for each row of columns: the same for equal rows, in order of appearance."""
    import polars as pl

    given = columns.rename({name: f"k{i}" for i, name in enumerate(columns.columns)})
    values = given.unique(maintain_order=True).with_row_index("number")
    joined = given.join(values, on=given.columns, how="left", maintain_order="left")
    return joined.get_column("number").cast(pl.UInt32)


def _times(table: pl.DataFrame) -> tuple[tuple[str, str], ...]:
    """Return how fine times can be told: name, and polars' word for it (empty: leave them as they are)."""
    import polars as pl

    kind = table.schema["time"]
    if not kind.is_temporal():
        return ((AS_RECORDED, ""),)
    hours = kind != pl.Date and bool((table["time"] != table["time"].dt.truncate("1d")).any())
    return _TIMES if hours else _TIMES[1:]


def _places(part: Part) -> tuple[tuple[str, list[pl.Expr]], ...]:
    """Return how fine places can be told: in words, and as columns, the finest first.

    Coordinates are cut to fewer decimals, then left out; of other columns the finest is left out first.
    """
    import polars as pl

    names = part.plan.roles.all("place")
    kinds = part.frame.columns
    numbers = [i for i, name in enumerate(names) if kinds[name] == "number"]
    others = [i for i in range(len(names)) if i not in numbers]
    levels: list[tuple[str, list[pl.Expr]]] = [
        (" and ".join(names), [pl.col(f"p{i}") for i in range(len(names))])
    ]
    if numbers:
        for decimals in _DECIMALS:
            rounded = [pl.col(f"p{i}").round(decimals) for i in numbers]
            word = f"{decimals} decimal{'s' if decimals > 1 else ''}"
            levels.append((f"coordinates to {word}", rounded + [pl.col(f"p{i}") for i in others]))
    for start in range(0 if numbers else 1, len(others)):
        kept = others[start:]
        levels.append((" and ".join(names[i] for i in kept), [pl.col(f"p{i}") for i in kept]))
    return tuple(levels[:_MOST_PLACES])


def _drawn(people: int, part: Part) -> np.ndarray:
    """Return the numbers of the people examined, ascending."""
    import numpy as np

    if part.audit.full or people <= PEOPLE:
        return np.arange(people, dtype=np.uint32)
    rng = np.random.default_rng([part.audit.seed, people])
    return np.sort(rng.choice(people, PEOPLE, replace=False)).astype(np.uint32)


def told(table: pl.DataFrame, unit: str, level: int) -> pl.Series:
    """Return the point of each row, times cut to a unit and places to a level: equal points are equal."""
    import polars as pl

    time = pl.col("time")
    if unit:
        time = time.cast(pl.Datetime("us")).dt.truncate(unit)
    place = pl.col(f"place{level}").cast(pl.Int64)
    hours = time.cast(pl.Int64) // (_HOUR if unit else 1)
    return table.select((hours * (place.max() + 1) + place).alias("point")).to_series()


def singled_out(
    table: pl.DataFrame, point: pl.Series, drawn: np.ndarray, seed: int
) -> tuple[pl.DataFrame, list[Unicity]]:
    """Draw points of those drawn, and say how many people 1 to 4 of them single out.

    Parameters
    ----------
    table : DataFrame
        As `read_points` returns it.
    point : Series
        The point of each row of the table, as `told` returns it.
    drawn : ndarray of int
        Numbers of the people examined.

    Returns
    -------
    known : DataFrame
        The points drawn, see `_known`.
    found : list of Unicity
        For each number of points that somebody has.
    """
    known, everybody = _known(table, point, drawn, seed), table.select("person", point)
    found = [
        _unicity(n, _of(known, n).select("person", "point"), everybody)
        for n in range(1, POINTS + 1)
    ]
    return known, [each for each in found if each.drawn]


def _known(table: pl.DataFrame, point: pl.Series, drawn: np.ndarray, seed: int) -> pl.DataFrame:
    """Return what is known of those drawn: up to four of their points, in random order from `k` = 0.

    `row` is the point's first row in the table, `has` how many points the person has.
    """
    import numpy as np
    import polars as pl

    mine = (
        table.select("person", point)
        .with_row_index("row")
        .filter(pl.col("person").is_in(drawn.tolist()))
        .unique(["person", "point"], keep="first", maintain_order=True)
    )
    random = np.random.default_rng([seed, mine.height]).random(mine.height)
    return (
        mine.with_columns(pl.Series("random", random))
        .sort("person", "random")
        .with_columns(k=pl.int_range(pl.len()).over("person"), has=pl.len().over("person"))
        .filter(pl.col("k") < POINTS)
        .drop("random")
    )


def _of(known: pl.DataFrame, points: int) -> pl.DataFrame:
    """Return the first points known of the people who have so many."""
    import polars as pl

    return known.filter((pl.col("has") >= points) & (pl.col("k") < points))


def _again(
    table: pl.DataFrame, known: pl.DataFrame, first: Unicity, at: pl.Series, told: pl.Series
) -> Unicity:
    """Return unicity of the same people by the same points, told more coarsely."""
    if told.equals(at):
        return first
    known = _of(known, first.points)
    chosen = known.select("person", told.gather(known.get_column("row"))).unique()
    return _unicity(first.points, chosen, table.select("person", told))


def _unicity(n: int, chosen: pl.DataFrame, points: pl.DataFrame) -> Unicity:
    """Return how many people are alone at all of their chosen points.

    Parameters
    ----------
    chosen : DataFrame
        `person` and `point`, each pair once.
    points : DataFrame
        Those of everybody, in which a pair may come more than once.
    """
    import polars as pl

    from audit.inference.proportions import clopper_pearson

    people = chosen.get_column("person").n_unique()
    if not people:
        return Unicity(points=n, drawn=0, alone=0, low=0.0, high=1.0)
    others = points.join(chosen.select("point").unique(), on="point", how="semi")
    others = others.unique().sort("point", "person")
    shared = others.group_by("point").agg(pl.len().alias("shared"))
    alone = people - _accompanied(chosen.join(shared, on="point"), others)
    low, high = clopper_pearson(alone, people, 0.05)
    return Unicity(points=n, drawn=people, alone=alone, low=float(low), high=float(high))


def _accompanied(chosen: pl.DataFrame, others: pl.DataFrame) -> int:
    """Return how many people share all of their chosen points with somebody else.

    A person's rarest point comes first: only who was there can have been at all of them. A few of
    those are looked at before all are, which settles most people who are not alone.
    """
    import polars as pl

    ordered = chosen.sort("person", "shared", "point").with_columns(
        r=pl.int_range(pl.len()).over("person")
    )
    rarest = ordered.filter((pl.col("r") == 0) & (pl.col("shared") > 1))
    rest = ordered.filter(pl.col("r") > 0)
    few = others.filter(pl.int_range(pl.len()).over("point") < _FIRST)
    with_some = _matched(rarest, rest, few, others)
    found = with_some.len()
    left = rarest.filter((pl.col("shared") > _FIRST) & ~pl.col("person").is_in(with_some.implode()))
    return found + sum(_matched(piece, rest, others, others).len() for piece in _pieces(left))


def _pieces(rarest: pl.DataFrame) -> Iterator[pl.DataFrame]:
    """Yield people a few at a time, so that no join grows beyond memory."""
    import polars as pl

    if rarest.height:
        piece = pl.col("shared").cum_sum() // _AT_A_TIME
        yield from rarest.sort("person").with_columns(piece=piece).partition_by("piece")


def _matched(
    rarest: pl.DataFrame, rest: pl.DataFrame, there: pl.DataFrame, others: pl.DataFrame
) -> pl.Series:
    """Return the people who share every chosen point with one of those at their rarest."""
    import polars as pl

    pairs = (
        rarest.select("person", "point")
        .join(there.rename({"person": "other"}), on="point")
        .filter(pl.col("person") != pl.col("other"))
        .select("person", "other")
    )
    at = others.rename({"person": "other"})
    for r in range(1, POINTS):
        more = rest.filter(pl.col("r") == r).select("person", "point")
        if not more.height:
            break
        asked = pairs.join(more, on="person").join(at, on=["other", "point"], how="semi")
        done = pairs.join(more, on="person", how="anti")
        pairs = pl.concat([asked.select("person", "other"), done])
    return pairs.get_column("person").unique()


def figures(payload: Traces, public: Public) -> tuple[Figure, ...]:
    """Draw the share singled out at each resolution: what coarsening would give.

    The share of a few people gives back how many they are, and is not drawn.
    """
    if len(payload.coarser) < 2:
        return ()
    points = payload.known[-1].points
    rows: list[tuple[Cell, ...]] = [
        (each.time, each.place, *_shown(each.unicity, public.min_cell), each.unicity.drawn)
        for each in payload.coarser
    ]  # fmt: skip
    return (
        Figure(
            id="traces",
            kind=FigureKind.MATRIX,
            title=words(
                "traces_title",
                "People singled out by {points:count|point|points} of their own trace",
                points=points,
            ),
            takeaway=words(
                "traces_takeaway",
                "With times and places told more coarsely. Measured, not applied: what is coarser is also"
                " of less use.",
            ),
            columns=(
                Column(name="row", heading=words("heading_time_to", "Time to the")),
                Column(name="column", heading=words("heading_place", "Place")),
                Column(name="value", heading=words("heading_share", "Share"), unit="rate"),
                Column(name="low", heading=words("heading_low", "Lower limit"), unit="rate"),
                Column(name="high", heading=words("heading_high", "Upper limit"), unit="rate"),
                Column(name="n", heading=words("heading_people", "People"), unit="count"),
            ),
            rows=tuple(rows),
        ),
    )


def _shown(unicity: Unicity, fewest: int) -> tuple[Cell, ...]:
    if unicity.few(fewest):
        return None, None, None
    return unicity.share, unicity.low, unicity.high


def _parameters(part: Part, payload: Traces) -> dict[str, Any]:
    return {"seed": part.audit.seed, "people_examined": payload.examined, "most_points": POINTS}


MEASURE = Measure(
    name="traces",
    payload=Traces,
    make=make,
    needs=("place", "time", "identifiers"),
    figures=figures,
    tool="polars",
    parameters=_parameters,
)

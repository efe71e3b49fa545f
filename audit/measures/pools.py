"""Who gets one of a few places: the ranking of each round, cut at the capacity.

Two passes over the rows. The first finds the place of the cut in each round and holds no more
values than there are places; the second counts people above it, at it and below it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from audit.errors import InputError
from audit.evidence import Rate
from audit.measure import Measure
from audit.measures._outcomes import cluster_column
from audit.measures._recorded import recorded
from audit.system import Margin, Part
from audit.vocabulary import ALL, NOT_RECORDED, RANDOM_ARM

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

WHOLE = ""
"""Name of the one round of a part without the role `pool`."""

_BELOW, _AT, _ABOVE = 0, 1, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One round of the selection.

    Attributes
    ----------
    people : int
        Those who are ranked.
    above, tied : int
        Those ranked before the cut, and those at it with equal rank. Nobody is tied where there
        are as many places as people.
    """

    people: int
    above: int
    tied: int
    places: int

    @property
    def share_of_tied(self) -> float:
        """Places left for each of those at the cut: what a lottery among them gives."""
        return (self.places - self.above) / self.tied if self.tied else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """Places and people of one group in one round.

    Attributes
    ----------
    places, people : mapping of str to float
        By the recorded truth: `1`, `0`, or empty where it is not recorded.
    """

    places: Mapping[str, float]
    people: Mapping[str, int]

    def rate(self, truth: str | None) -> Rate:
        """Return places over people, of those with one truth or, with None, of everybody."""
        if truth is not None:
            return Rate(self.places.get(truth, 0.0), self.people.get(truth, 0))
        return Rate(sum(self.places.values()), sum(self.people.values()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Logged:
    """The ranking beside the decisions that were logged.

    Attributes
    ----------
    passed_over : int
        Ranked before the cut, and not decided for.
    out_of_turn : int
        Ranked after the cut, and decided for.
    at_cut : int
        At the cut, and decided for.
    people : int
        Ranked, with a logged decision.
    """

    people: int = 0
    passed_over: int = 0
    out_of_turn: int = 0
    at_cut: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Pools:
    """What the ranking gives to whom.

    Attributes
    ----------
    ranked_by : str
        Column of the rank or the score.
    rounds : mapping of str to Round
    features : mapping
        Feature to sample to round to group to `Placed`.
    worth : mapping of str to (mapping of str to (float, int))
        Where rows of one person repeat: feature to group to the share of its people that is
        independent at least, and its clusters.
    unranked : int
        Rows without a rank, or without a round.
    """

    ranked_by: str
    rounds: Mapping[str, Round]
    features: Mapping[str, Mapping[str, Mapping[str, Mapping[str, Placed]]]]
    logged: Logged | None
    unranked: int
    worth: Mapping[str, Mapping[str, tuple[float, int]]] = field(default_factory=dict)

    def strata(self, feature: str, sample: str, truth: str | None) -> dict[str, dict[str, Rate]]:
        """Return round to group to places over people."""
        worth = self.worth.get(feature, {})
        return {
            name: {g: _worth(placed.rate(truth), worth.get(g)) for g, placed in groups.items()}
            for name, groups in self.features[feature][sample].items()
        }

    def recorded(self, feature: str, sample: str) -> list[tuple[int, int]]:
        """Return how many people of each group have a recorded truth, and how many have none."""
        people: dict[str, list[int]] = {}
        for groups in self.features[feature][sample].values():
            for group, placed in groups.items():
                unknown = placed.people.get("", 0)
                own = people.setdefault(group, [0, 0])
                own[0] += sum(placed.people.values()) - unknown
                own[1] += unknown
        return [(known, unknown) for known, unknown in people.values()]

    def groups(self, feature: str, sample: str, truth: str | None) -> dict[str, Rate]:
        """Return group to places over people, all rounds together."""
        sums: dict[str, Rate] = {}
        for groups in self.features[feature][sample].values():
            for group, placed in groups.items():
                rate, before = placed.rate(truth), sums.get(group, Rate(0, 0))
                sums[group] = Rate(before.events + rate.events, before.n + rate.n)
        worth = self.worth.get(feature, {})
        return {group: _worth(rate, worth.get(group)) for group, rate in sums.items()}


def _worth(rate: Rate, worth: tuple[float, int] | None) -> Rate:
    return rate if worth is None else Rate(rate.events, rate.n, rate.n * worth[0], worth[1])


def make(part: Part) -> Pools:
    """Rank the people of each round and count who gets a place.

    Raises
    ------
    InputError
        With slug `no-ranks` if nobody has a rank in a round.
    """
    column = _ranked_by(part)
    places = part.audit.system.capacity or 0
    cuts = _cuts(part, column, places)
    if not cuts:
        raise InputError(f"nobody has a value in “{column}” and a round", slug="no-ranks")
    counts = _Counts(part)
    for batch, rounds_of, values, ranked in _ranked(part, column, counts.keys):
        counts.add(batch, rounds_of, values, ranked, cuts)
    rounds = {
        name: Round(people=cut.people, above=cut.above, tied=cut.tied, places=places)
        for name, cut in cuts.items()
    }
    return Pools(
        ranked_by=column,
        rounds=rounds,
        features=counts.features(rounds),
        logged=counts.logged(),
        unranked=part.frame.rows - sum(one.people for one in rounds.values()),
        worth=_clustered(part),
    )


def _ranked_by(part: Part) -> str:
    roles = part.plan.roles
    column = roles.one("rank") or roles.one("y_score")
    if column is None:
        if part.model_problem is not None:
            raise part.model_problem
        raise InputError("there is no rank and no score", slug="no-ranks")
    return column


@dataclass(frozen=True)
class _Codes:
    """A column of labels as positions in them; -1 where missing."""

    labels: tuple[Any, ...]
    at: np.ndarray

    @classmethod
    def of(cls, batch: pa.Table, name: str) -> _Codes:
        import numpy as np
        import pyarrow as pa

        column = batch[name].combine_chunks()
        if isinstance(column, pa.ChunkedArray):
            column = pa.concat_arrays(column.chunks) if column.num_chunks else pa.nulls(0)
        encoded = column.dictionary_encode()
        codes = encoded.indices.fill_null(-1).to_numpy(zero_copy_only=False)
        return cls(tuple(encoded.dictionary.to_pylist()), np.asarray(codes, np.int64))

    @classmethod
    def same(cls, label: Any, rows: int) -> _Codes:
        import numpy as np

        return cls((label,), np.zeros(rows, np.int64))

    def kept(self, which: np.ndarray) -> _Codes:
        return _Codes(self.labels, self.at[which])


def _ranked(
    part: Part, column: str, keys: Sequence[str]
) -> Iterator[tuple[pa.Table, _Codes, np.ndarray, np.ndarray]]:
    """Yield batches with the round and the value, higher first, of the rows that are ranked.

    The last item is which rows of the batch these are, shape (n_rows,).
    """
    import numpy as np

    pool = part.plan.roles.one("pool")
    sign = -1.0 if part.plan.roles.one("rank") else 1.0
    wanted = [column, *([f"key:{pool}"] if pool else []), *keys]
    for batch in part.frame.batches(list(dict.fromkeys(wanted))):
        known = recorded(part, batch, column).cast("float64", safe=False)
        values = sign * np.asarray(known.to_numpy(zero_copy_only=False), float)
        rounds = _Codes.of(batch, f"key:{pool}") if pool else _Codes.same(WHOLE, len(values))
        ranked = ~np.isnan(values) & (rounds.at >= 0)
        yield batch, rounds.kept(ranked), values[ranked], ranked


@dataclass(slots=True)
class _Cut:
    """Where one round is cut, found batch by batch from its highest values."""

    places: int
    people: int = 0
    kept: np.ndarray | None = None
    at: float = float("-inf")
    above: int = 0
    tied: int = 0

    def add(self, values: np.ndarray) -> None:
        import numpy as np

        self.people += len(values)
        kept = values if self.kept is None else np.concatenate([self.kept, values])
        if len(kept) > self.places:
            kept = np.partition(kept, len(kept) - self.places)[-self.places :]
        self.kept = kept

    def close(self) -> None:
        """Where there are places for all, the cut is below everybody."""
        if self.people > self.places and self.kept is not None:
            self.at = float(self.kept.min())
            self.above = int((self.kept > self.at).sum())
        else:
            self.above = self.people
        self.kept = None


def _cuts(part: Part, column: str, places: int) -> dict[str, _Cut]:
    import numpy as np

    cuts: dict[str, _Cut] = {}
    for _, rounds, values, _ in _ranked(part, column, ()):
        order = np.argsort(rounds.at, kind="stable")
        found, starts = np.unique(rounds.at[order], return_index=True)
        for code, own in zip(found, np.split(values[order], starts)[1:], strict=True):
            cuts.setdefault(str(rounds.labels[code]), _Cut(places)).add(own)
    for cut in cuts.values():
        cut.close()
    return {name: cuts[name] for name in sorted(cuts)}


class _Counts:
    """People by group, round, side of the cut, truth and logged decision."""

    def __init__(self, part: Part) -> None:
        roles = part.plan.roles
        self._features = roles.all("sensitive_features")
        self._samples = part.samples
        outcomes = ("y_true", "y_pred")
        derived = [r for r in outcomes if roles.one(r) and not roles.in_classes(r)]
        self._derived = [*derived, *([RANDOM_ARM] if RANDOM_ARM in part.samples else [])]
        self.keys = [f"key:{name}" for name in (*self._features, *self._derived)]
        self._cells: dict[str, dict[tuple[Any, ...], int]] = {name: {} for name in self._features}
        self._sides: dict[tuple[Any, ...], int] = {}

    def add(
        self,
        batch: pa.Table,
        rounds: _Codes,
        values: np.ndarray,
        ranked: np.ndarray,
        cuts: Mapping[str, _Cut],
    ) -> None:
        """Count a batch; people at a cut are counted as they come."""
        import numpy as np

        at = np.array([cuts[str(name)].at for name in rounds.labels] or [0.0])[rounds.at]
        side = np.where(values > at, _ABOVE, np.where(values == at, _AT, _BELOW))
        for code, n in zip(*np.unique(rounds.at[side == _AT], return_counts=True), strict=True):
            cuts[str(rounds.labels[code])].tied += int(n)
        sides = _Codes((_BELOW, _AT, _ABOVE), side)
        known = {
            name: _Codes.of(batch, f"key:{name}").kept(ranked)
            for name in (*self._features, *self._derived)
        }
        nothing = _Codes.same(None, len(values))
        truth, decided = (known.get(name, nothing) for name in ("y_true", "y_pred"))
        arm = known.get(RANDOM_ARM, nothing)
        for feature in self._features:
            _tally(self._cells[feature], (rounds, known[feature], sides, truth, arm))
        _tally(self._sides, (sides, decided))

    def features(self, rounds: Mapping[str, Round]) -> dict[str, dict[str, dict[str, Any]]]:
        """Return feature to sample to round to group to `Placed`."""
        return {
            feature: {sample: self._placed(feature, sample, rounds) for sample in self._samples}
            for feature in self._features
        }

    def _placed(
        self, feature: str, sample: str, rounds: Mapping[str, Round]
    ) -> dict[str, dict[str, Placed]]:
        sums: dict[str, dict[str, tuple[dict[str, float], dict[str, int]]]] = {}
        for (pool, group, side, truth, arm), n in sorted(
            self._cells[feature].items(), key=lambda item: str(item[0])
        ):
            if sample != ALL and arm != 1:
                continue
            name = str(pool)
            share = {_ABOVE: 1.0, _AT: rounds[name].share_of_tied, _BELOW: 0.0}[side]
            known = "" if truth is None else str(truth)
            own = NOT_RECORDED if group is None else str(group)
            places, people = sums.setdefault(name, {}).setdefault(own, ({}, {}))
            places[known] = places.get(known, 0.0) + share * n
            people[known] = people.get(known, 0) + n
        return {
            name: {g: Placed(places=p, people=n) for g, (p, n) in groups.items()}
            for name, groups in sums.items()
        }

    def logged(self) -> Logged | None:
        """Return the ranking beside the log, or None where no decision is logged."""
        people = sum(n for (_, decided), n in self._sides.items() if decided is not None)
        if not people:
            return None
        return Logged(
            people=people,
            passed_over=self._sides.get((_ABOVE, 0), 0),
            out_of_turn=self._sides.get((_BELOW, 1), 0),
            at_cut=self._sides.get((_AT, 1), 0),
        )


def _tally(cells: dict[tuple[Any, ...], int], columns: Sequence[_Codes]) -> None:
    """Add the rows of a batch to the cells of their labels."""
    import numpy as np

    place = np.zeros(len(columns[0].at), np.int64)
    for column in columns:
        place = place * (len(column.labels) + 1) + column.at + 1
    _, first, counts = np.unique(place, return_index=True, return_counts=True)
    for row, n in zip(first.tolist(), counts.tolist(), strict=True):
        codes = [int(column.at[row]) for column in columns]
        key = tuple(
            None if code < 0 else column.labels[code]
            for column, code in zip(columns, codes, strict=True)
        )
        cells[key] = cells.get(key, 0) + n


def _clustered(part: Part) -> dict[str, dict[str, tuple[float, int]]]:
    """Return for each group the share of its people that is independent at least.

    Where all rows of a person get a place or none does, people count as clusters of unequal size
    do: (Σm)² / Σm² of Σm; and no sample of clusters is worth less than that.
    """
    import numpy as np
    from scipy.special import stdtrit

    cluster = cluster_column(part)
    if cluster is None:
        return {}
    features = part.plan.roles.all("sensitive_features")
    found: dict[str, dict[str, tuple[float, int]]] = {}
    for feature, cells in zip(
        features, part.frame.count([Margin((f, cluster)) for f in features]), strict=True
    ):
        for place, group in enumerate(cells.labels[0]):
            sizes = cells.n[cells.codes[:, 0] == place].astype(float)
            t = float(stdtrit(max(len(sizes) - 1, 1), 0.975))
            share = float(sizes.sum() / (sizes**2).sum()) * min((1.96 / t) ** 2, 1.0)
            name = NOT_RECORDED if group is None else str(group)
            found.setdefault(feature, {})[name] = (share, len(np.atleast_1d(sizes)))
    return found


def parameters(part: Part, found: Pools) -> dict[str, Any]:
    """Return the capacity, the column ranked by, and the rounds."""
    return {
        "capacity": part.audit.system.capacity,
        "ranked_by": found.ranked_by,
        "rounds": len(found.rounds),
    }


POOLS = Measure(
    name="pools",
    payload=Pools,
    make=make,
    needs=("sensitive_features",),
    parameters=parameters,
)

"""What was measured, unjudged: aggregates only, never a person's row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from audit.figure import Figure
from audit.text import Param

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """How a piece of evidence came to be."""

    measure: str
    version: int
    tool: str = ""
    """Library and version that did the measuring, e.g. `shap 0.51.0`."""
    engine: str = ""
    parameters: Mapping[str, Param] = field(default_factory=dict)
    """Sample sizes, seeds, output space: what a statistician asks first."""
    fingerprint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(Generic[T_co]):
    """A measured value with its provenance.

    Attributes
    ----------
    id : str
        `<measure>-<part>`; also the name of its file under `evidence/`.
    value : object
        The payload: exact counts, confidential.
    salt : str
        Keeps the hash of the file, which is public, from confirming a guess at the counts in it.
    """

    id: str
    part: str
    value: T_co
    provenance: Provenance
    salt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceEntry:
    """The public face of a piece of evidence, as it stands in `audit.json`."""

    id: str
    kind: str
    part: str
    sha256: str
    provenance: Provenance
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class Rate:
    """Events among people, or weighted sums of both.

    Attributes
    ----------
    events : float
        How many of the people had the event; a sum of weights in weighted data.
    n : float
        The denominator: people, or a sum of weights.
    effective_n : float, optional
        Effective number of independent people where weights or clusters make it smaller than `n`.
    clusters : int, optional
        Number of clusters behind the rate, where the data are clustered.
    joint : float, optional
        By how much more (or less) both effective numbers are worth when the group is compared, because
        clusters hold people of both sides; 1 where none does.
    rows : float, optional
        People who were looked at, where each stands for others because of the chance of being drawn.
    """

    events: float
    n: float
    effective_n: float | None = None
    clusters: int | None = None
    joint: float | None = None
    rows: float | None = None

    @property
    def value(self) -> float | None:
        """The rate, a fraction in [0, 1]; None where nobody is in the denominator."""
        return self.events / self.n if self.n > 0 else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scatter:
    """How far a gap within strata would vary, where rows are clustered or weighted.

    Attributes
    ----------
    difference_se, log_ratio_se : float
        Standard errors; the second None where one side has no events.
    clusters : int or None
    df : float or None
        Degrees of freedom that the clusters leave.
    """

    difference_se: float
    log_ratio_se: float | None = None
    clusters: int | None = None
    df: float | None = None


@dataclass(frozen=True, slots=True)
class Confusion:
    """People of one group by what was decided and what was true.

    Attributes
    ----------
    tp, fp, fn, tn : float
        Decided positive / truly positive, and so on; counts, or sums of weights.
    pp, pn : float
        Decided positive / negative with the truth not recorded.
    effective : mapping of str to (float, int or None)
        Where rows are weighted or clustered: rate to its effective people and its clusters.
    joint : mapping of str to float
        Where clusters hold people of several groups: rate to `Rate.joint`.
    rows : mapping of str to float
        Where people were drawn with known chances: rate to `Rate.rows`.
    """

    tp: float = 0
    fp: float = 0
    fn: float = 0
    tn: float = 0
    pp: float = 0
    pn: float = 0
    effective: Mapping[str, tuple[float, int | None]] = field(default_factory=dict)
    joint: Mapping[str, float] = field(default_factory=dict)
    rows: Mapping[str, float] = field(default_factory=dict)

    @property
    def n(self) -> float:
        """People, whether or not the truth is known."""
        return self.tp + self.fp + self.fn + self.tn + self.pp + self.pn

    def _rate(self, name: str, events: float, n: float) -> Rate:
        if name in self.effective:
            worth, clusters = self.effective[name]
            return Rate(events, n, worth, clusters, self.joint.get(name), self.rows.get(name))
        return Rate(events, n)

    @property
    def selection(self) -> Rate:
        """Decided positive, of everyone."""
        return self._rate("selection_rate", self.tp + self.fp + self.pp, self.n)

    @property
    def base(self) -> Rate:
        """Truly positive, of those whose truth is recorded."""
        return self._rate("base_rate", self.tp + self.fn, self.tp + self.fp + self.fn + self.tn)

    @property
    def false_positive(self) -> Rate:
        """Decided positive, of those who are truly negative."""
        return self._rate("false_positive_rate", self.fp, self.fp + self.tn)

    @property
    def false_negative(self) -> Rate:
        """Decided negative, of those who are truly positive."""
        return self._rate("false_negative_rate", self.fn, self.fn + self.tp)

    @property
    def precision(self) -> Rate:
        """Truly positive, of those decided positive with the truth recorded."""
        return self._rate("precision", self.tp, self.tp + self.fp)

    def __add__(self, other: Confusion) -> Confusion:
        return Confusion(
            self.tp + other.tp,
            self.fp + other.fp,
            self.fn + other.fn,
            self.tn + other.tn,
            self.pp + other.pp,
            self.pn + other.pn,
        )

"""Countries pooled into regions: shipped tables, one file a scheme, under `regions/`.

A label is looked up as a country's ISO 3166 code (two or three letters), its English name, a common
variant of that, or the word for its nationals; capitals, accents and punctuation do not matter.
What is none of these stays itself.
"""

from __future__ import annotations

import csv
import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from audit.errors import PlanError, did_you_mean
from audit.resources import folder

_FOLDER = "regions"
_COUNTRIES = "countries.csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """One way to pool countries.

    Attributes
    ----------
    regions : mapping of str to str
        ISO 3166 alpha-3 code to region.
    rest : str
        Region of every other country; empty where such countries stay themselves.
    """

    name: str
    title: str
    source: str
    as_of: str
    confidence: str
    note: str = ""
    rest: str = ""
    regions: Mapping[str, str] = field(default_factory=dict)

    def region(self, label: str) -> str | None:
        """Return the region of a label, None if it is no country that the scheme places."""
        code = country(label)
        return None if code is None else self.regions.get(code, self.rest or None)


def schemes() -> tuple[str, ...]:
    """Return the names of the shipped schemes."""
    return tuple(sorted(path.stem for path in folder(_FOLDER).glob("*.toml")))


@cache
def load(name: str) -> Scheme:
    """Read a scheme.

    Raises
    ------
    PlanError
        With slug `unknown-pool`.
    """
    if name not in schemes():
        raise PlanError(
            f"there is no table of regions '{name}'",
            slug="unknown-pool",
            hint=did_you_mean(name, schemes()),
        )
    said = tomllib.loads((folder(_FOLDER) / f"{name}.toml").read_text(encoding="utf-8"))
    regions = {code: region for region, codes in said.pop("regions").items() for code in codes}
    return Scheme(name=name, regions=regions, **said)


@cache
def _countries() -> dict[str, str]:
    """Return what countries are called, without marks, to their alpha-3 codes."""
    names: dict[str, str] = {}
    with (folder(_FOLDER) / _COUNTRIES).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            words = (row["alpha2"], row["alpha3"], row["name"], *row["variants"].split("|"))
            names |= {_bare(word): row["alpha3"] for word in words if word}
    return names


def _bare(text: str) -> str:
    text = unicodedata.normalize("NFKD", text)
    text = "".join(letter for letter in text if not unicodedata.combining(letter))
    text = re.sub(r"[\W_]+", " ", text.casefold().replace("&", " and ")).strip()
    return text.removeprefix("the ")


def country(label: str) -> str | None:
    """Return the alpha-3 code that a label stands for, None if it is not known.

    Examples
    --------
    >>> country("Côte d'Ivoire"), country("ivory coast"), country("CIV"), country("Stateless")
    ('CIV', 'CIV', 'CIV', None)
    """
    return _countries().get(_bare(label))


@cache
def two_letters() -> Mapping[str, str]:
    """Return ISO 3166 alpha-2 codes by alpha-3 code."""
    with (folder(_FOLDER) / _COUNTRIES).open(encoding="utf-8", newline="") as file:
        return {row["alpha3"]: row["alpha2"] for row in csv.DictReader(file)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pooling:
    """What a scheme makes of the labels of one column.

    Attributes
    ----------
    people : mapping of str to int
        People by label, before pooling.
    regions : mapping of str to str
        Label to region; labels that stay themselves are left out.
    """

    column: str
    of: str
    scheme: Scheme
    people: Mapping[str, int]
    regions: Mapping[str, str]

    @property
    def unknown(self) -> tuple[str, ...]:
        """Labels that are no country of the scheme."""
        return tuple(label for label in self.people if label not in self.regions)


def pooled(column: str, of: str, scheme: Scheme, people: Mapping[str, int]) -> Pooling:
    """Place the labels of a column."""
    placed = {label: scheme.region(label) for label in people}
    regions = {label: region for label, region in placed.items() if region is not None}
    return Pooling(column=column, of=of, scheme=scheme, people=people, regions=regions)


@dataclass(frozen=True, slots=True, kw_only=True)
class PooledColumn:
    """A pooling as the record shows it: which labels make which region, as far as they may be named.

    Attributes
    ----------
    regions : mapping of str to tuple of str
        Region to its labels of at least `min_cell` people.
    small : mapping of str to int
        Region to how many further labels it has, each too small to be named.
    unknown : int
        Labels that no country was recognised in; they stay themselves.
    """

    of: str
    scheme: str
    title: str
    source: str
    as_of: str
    confidence: str
    note: str = ""
    regions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    small: Mapping[str, int] = field(default_factory=dict)
    unknown: int = 0


def public(pooling: Pooling, hidden: Iterable[str], min_cell: int) -> PooledColumn:
    """Return what may be shown of a pooling.

    Parameters
    ----------
    hidden : iterable of str
        Regions that stand under "other groups" on the page: their labels are not listed.
    """
    withheld = set(hidden)
    regions: dict[str, list[str]] = {}
    small: dict[str, int] = {}
    for label, region in sorted(pooling.regions.items()):
        if region in withheld:
            continue
        if pooling.people[label] >= min_cell:
            regions.setdefault(region, []).append(label)
        else:
            small[region] = small.get(region, 0) + 1
    scheme = pooling.scheme
    return PooledColumn(
        of=pooling.of,
        scheme=scheme.name,
        title=scheme.title,
        source=scheme.source,
        as_of=scheme.as_of,
        confidence=scheme.confidence,
        note=scheme.note,
        regions={region: tuple(labels) for region, labels in sorted(regions.items())},
        small=dict(sorted(small.items())),
        unknown=len(pooling.unknown),
    )

"""A measure: what is measured once, for every check that asks for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from audit.figure import Figure
from audit.system import Cells, Margin, Part


class Public(Protocol):
    """What may be shown: the one place where small categories lose their name."""

    def groups(self, column: str, labels: Iterable[str]) -> dict[str, str]:
        """Map each label of a column to what may be printed in its place.

        Labels of fewer than `min_cell` people map to one text, `other groups (k groups, n people)`;
        reviewers map to pseudonyms.
        """

    @property
    def min_cell(self) -> int:
        """Smallest number of people a printed cell may hold."""


class Candidate(int):
    """A row, counted from 0, of which only a person can tell whether it is what was looked for."""

    __slots__ = ()


@dataclass(frozen=True, kw_only=True)
class Measure:
    """How one kind of evidence is measured.

    A module-level instance in `audit/measures/<name>.py`, or in a plug-in's package, is found by
    the registry. Either `margins` and `make(part, tables)`, whose counts the runner answers
    together with everyone else's; or `make(part)` with its own pass over the data.

    Attributes
    ----------
    name : str
        Kind of evidence; the evidence of a part has id `<name>-<part>`.
    payload : type
        Frozen dataclass of exact aggregates; checks ask for `Evidence[payload]`.
    needs : tuple of str
        Roles without which there is nothing to measure; `model` stands for a working model.
    figures : callable
        Public pictures of the payload, after disclosure control.
    locate : callable, optional
        Row numbers (from 0) behind a key, for the data owner's terminal only; `Candidate` where a person
        must tell.
    """

    name: str
    payload: type[Any]
    make: Callable[..., Any]
    margins: Callable[[Part], Sequence[Margin]] | None = None
    needs: tuple[str, ...] = ()
    figures: Callable[[Any, Public], Sequence[Figure]] | None = None
    locate: Callable[[Part, str], Iterator[int]] | None = None
    tool: str = ""
    """Distribution whose version goes into the provenance, e.g. `shap`."""
    parameters: Callable[[Part, Any], dict[str, Any]] | None = None
    """Sample sizes, seeds and output space, for the provenance."""
    version: int = 1


Tables = Sequence[Cells]

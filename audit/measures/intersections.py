"""People by two groups at once, decision and truth."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from audit.evidence import Confusion
from audit.measure import Measure
from audit.measures._outcomes import confusions, outcome_margins
from audit.system import Cells, Margin, Part

TIMES = " × "


@dataclass(frozen=True, slots=True, kw_only=True)
class Intersections:
    """Confusion counts by pair of features, sample and pair of groups (`a × b`)."""

    pairs: Mapping[str, Mapping[str, Mapping[str, Confusion]]]

    def groups(self, pair: str, sample: str) -> Mapping[str, Confusion]:
        """Return the cells of a pair of features in a sample."""
        return self.pairs[pair][sample]


def _margins(part: Part) -> list[Margin]:
    return outcome_margins(part, part.plan.roles.pairs())


def _make(part: Part, tables: Sequence[Cells]) -> Intersections:
    pairs: dict[str, dict[str, dict[str, Confusion]]] = {}
    each = iter(tables)
    for a, b in part.plan.roles.pairs():
        for sample in part.samples:
            pairs.setdefault(a + TIMES + b, {})[sample] = {
                TIMES.join(map(str, key)): cell
                for key, cell in confusions(part, next(each), 2).items()
            }
    return Intersections(pairs=pairs)


intersections = Measure(
    name="intersections",
    payload=Intersections,
    margins=_margins,
    make=_make,
    needs=("y_pred", "sensitive_features"),
)

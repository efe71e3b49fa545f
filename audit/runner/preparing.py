"""What is done to a table before it is opened: a review's answers put beside it, countries pooled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from audit.errors import PlanError, did_you_mean
from audit.inputs import Engine, Source
from audit.plan import ColumnSection, PartPlan, Plan
from audit.pooling import Pooling, load, pooled
from audit.readers.beside import copied, with_columns
from audit.review import ARM, PROBABILITY, STRATUM, Y_TRUE, Review, read
from audit.system import Margin


@dataclass(frozen=True, kw_only=True)
class Prepared:
    """A table as the engine opens it.

    Attributes
    ----------
    part : PartPlan
        The part with every pooling written out as a map: it names labels, so it enters no record.
    """

    source: Source
    part: PartPlan
    pooled: Mapping[str, Pooling] = field(default_factory=dict)
    review: Review | None = None


def prepare(source: Source, part: PartPlan, plan: Plan, spool: Path, engine: Engine) -> Prepared:
    """Return a source with what the plan adds to it.

    Raises
    ------
    UsageError, InputError
        As `audit.review.read` raises them.
    PlanError
        With slug `unknown-pool`, `unknown-column`, `reserved-column` or `wrong-value`.
    """
    review = None
    if part.data.review:
        review = read(plan.path(part.data.review), fingerprint=source.fingerprint, part=part.name)
        source = _reviewed(source, review, spool)
    made = {name: section for name, section in part.columns.items() if section.of}
    if made:
        for name, section in made.items():
            _check_made(name, section, source)
        source = copied(source, {name: section.of for name, section in made.items()}, spool)
    pooled_ = _poolings(source, part, engine)
    return Prepared(source=source, part=_mapped(part, pooled_), pooled=pooled_, review=review)


def _reviewed(source: Source, review: Review, spool: Path) -> Source:
    import pyarrow as pa

    strata = {stratum.number: stratum for stratum in review.design.strata}
    more = pa.table(
        {
            Y_TRUE: pa.array([line.truth for line in review.lines], pa.int64()),
            ARM: pa.array([1 for _ in review.lines], pa.int64()),
            PROBABILITY: pa.array(
                [strata[line.stratum].probability for line in review.lines], pa.float64()
            ),
            STRATUM: pa.array([line.stratum for line in review.lines], pa.int64()),
        }
    )
    return with_columns(source, [line.row for line in review.lines], more, spool)


def _check_made(name: str, section: ColumnSection, source: Source) -> None:
    if section.of not in source.columns:
        raise PlanError(
            f"columns.{name}.of names '{section.of}', which is not a column",
            slug="unknown-column",
            hint=did_you_mean(section.of, source.columns),
        )


def _poolings(source: Source, part: PartPlan, engine: Engine) -> dict[str, Pooling]:
    """Count the labels of each pooled column as the part has them, and place them."""
    wanted = {name: section for name, section in part.columns.items() if section.pool}
    wanted = {name: s for name, s in wanted.items() if name in source.columns}
    if not wanted:
        return {}
    frame = engine.open(source, part)
    found = {}
    for name, section in wanted.items():
        if frame.columns[name] != "text":
            raise PlanError(
                f"columns.{name}.pool needs names or letter codes of countries, and the column holds "
                f"{frame.columns[name]}",
                slug="wrong-value",
                hint=f'[columns.{name}]\nmap = {{ "4" = "AFG" }}   # or leave pool out',
            )
        cells = frame.count([Margin((name,))])[0]
        people = {str(values[0]): n for values, n in cells.rows() if values[0] is not None}
        found[name] = pooled(name, section.of or name, load(section.pool), people)
    return found


def _mapped(part: PartPlan, poolings: Mapping[str, Pooling]) -> PartPlan:
    columns = dict(part.columns)
    for name, pooling in poolings.items():
        own = columns[name].map
        through = {label: pooling.regions.get(target, target) for label, target in own.items()}
        rest = {label: region for label, region in pooling.regions.items() if label not in own}
        columns[name] = replace(columns[name], map=rest | through)
    return replace(part, columns=columns)

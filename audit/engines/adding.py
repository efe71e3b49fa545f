"""Columns that come to a table later: a model's scores, and what a measure made of every row."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from audit.engines import opening
from audit.engines.keys import ROW, Columns
from audit.engines.normal import prepared, without_infinities
from audit.engines.scored import Beside, Heard, Scoring
from audit.errors import InputError, ModelError
from audit.system import Predictor

if TYPE_CHECKING:
    import narwhals.stable.v2 as nw
    import numpy as np

    from audit.engines.frame import Frame


def score(
    frame: Frame,
    predictor: Predictor,
    name: str,
    *,
    folder: Path,
    decision: str = "",
    threshold: float = 0.5,
    heard: Heard = lambda _: None,
) -> Frame:
    """Return a frame with a model's scores, as `Frame.score` says."""
    import numpy as np

    scoring = Scoring(predictor, name, decision, threshold)
    path = folder / f"scores-{len(frame.besides)}.parquet"
    frame.scorer(frame, scoring, path, heard)
    besides = (*frame.besides, Beside(path, scoring.kinds))
    kept = {n: kind for n, kind in frame.known.kinds.items() if n not in frame.injected}
    known = _with_role(replace(frame.known, kinds={**kept, **scoring.kinds}), "y_score", name)
    if decision:
        known = _with_role(known, "y_pred", decision)
    table = frame.beside([each.path for each in besides])
    raw = prepared(table.select(ROW, *(known.place(each) for each in known.kinds)), known)
    values = without_infinities(raw)
    known = replace(known, score_range=_span(values, known, name, predictor.output_space))
    cache = {k: v for k, v in frame.cache.items() if k == "rows"}
    scored = replace(
        frame, table=values, raw=raw, known=known, besides=besides, injected={}, cache=cache
    )
    for column, more in frame.injected.items():
        whole = more.dtype.kind != "f"
        scored = scored.with_column(column, np.asarray(more if whole else more.filled(np.nan)))
    return scored


def with_column(frame: Frame, name: str, values: np.ndarray, *, role: str = "") -> Frame:
    """Return a frame with one more column, as `Frame.with_column` says."""
    import numpy as np
    import pyarrow as pa

    values = np.asarray(values)
    if values.shape != (frame.rows,):
        raise ValueError(f"{values.shape} values for {frame.rows} rows")
    whole = values.dtype.kind in "biu"
    values = values.astype(np.int64 if whole else np.float64)
    gaps = np.zeros(len(values), dtype=bool) if whole else ~np.isfinite(values)
    more = pa.table(
        {ROW: frame.row_numbers(), name: pa.array(values, mask=gaps)},
    )
    kinds = {**frame.known.kinds, name: "integer" if whole else "number"}
    known = replace(frame.known, kinds=kinds)
    if role:
        known = _with_role(known, role, name)
    if role == "y_score" and not gaps.all():
        found = values[~gaps]
        outside = int(((found < 0) | (found > 1)).sum())
        extremes = float(found.min()), float(found.max())
        span = opening.score_range(known.part, extremes, outside, "the model's score")
        known = replace(known, score_range=span)
    order = [ROW, *(known.place(each) for each in kinds)]
    joined = frame.table.drop([name], strict=False).join(frame.attach(more), on=ROW)
    return replace(
        frame,
        table=joined.select(order),
        known=known,
        injected={**frame.injected, name: np.ma.masked_array(values, gaps)},
        cache={k: v for k, v in frame.cache.items() if k == "rows"},
    )


def _with_role(known: Columns, role: str, name: str) -> Columns:
    roles = known.part.roles
    roles = replace(
        roles,
        columns={**roles.columns, role: (name,)},
        positive={**roles.positive, role: ("1",)},
    )
    positive = {**known.positive, role: ("1",)}
    return replace(known, part=replace(known.part, roles=roles), positive=positive)


def _span(table: nw.LazyFrame[Any], known: Columns, name: str, space: str) -> tuple[float, float]:
    """Return where the bins of a model's scores begin and end."""
    facts = opening.Facts.of(table, opening.score_facts(known.value(name)))
    found = float(facts.found["low"]), float(facts.found["high"])
    if space == "margin":
        return found
    try:
        return opening.score_range(known.part, found, facts.count("outside"), "the model's score")
    except InputError as problem:
        raise ModelError(problem.message, slug=problem.slug, hint=problem.hint) from None

"""A model's answers on Spark: given in the executors, each with a process of the model of its own."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from audit import errors, spark_session
from audit.engines.keys import ROW
from audit.engines.scored import Heard, Scoring
from audit.engines.scored import write_scores as write_here
from audit.errors import AuditError
from audit.system import Predictor

if TYPE_CHECKING:
    import pyarrow as pa

    from audit.engines.readable import Readable

_PROBLEM = "__audit_problem__"
_TYPES = {"number": "double", "integer": "bigint"}


class Recipe(Protocol):
    """What it takes to open a model again in another process."""

    def open(self) -> Predictor:
        """Open the model."""


def write_scores(
    frame: Readable, scoring: Scoring, path: Path, heard: Heard = lambda _: None
) -> None:
    """Let the model answer in the executors, which write a folder of Parquet files.

    Rows are dealt out in ranges, so that each file holds its rows in order. A model that lives in
    this process alone is asked here.

    Raises
    ------
    ModelError
        As the model raises it in an executor; of several, the one of the first rows.
    InputError
        With slug `spark-failed`.
    """
    recipe: Recipe | None = getattr(scoring.predictor, "recipe", None)
    if recipe is None:
        write_here(frame, scoring, path, heard)
        return
    features = tuple(scoring.predictor.features)
    table = frame.table.select(ROW, *(frame.known.place(name) for name in features)).to_native()
    kinds = scoring.kinds
    columns = ", ".join(f"`{name}` {_TYPES[kind]}" for name, kind in kinds.items())
    with spark_session.failures("Spark could not let the model answer"):
        spark = table.sparkSession
        dealt = table.repartitionByRange(_tasks(table), ROW).sortWithinPartitions(ROW)
        answered = dealt.mapInArrow(
            _answers(recipe, features, scoring.decision, scoring.threshold, tuple(kinds)),
            f"`{ROW}` bigint, {columns}, `{_PROBLEM}` string",
        )
        answered.write.parquet(spark_session.located(path))
        written = spark.read.parquet(spark_session.located(path))
        wrong = written.where(written[_PROBLEM].isNotNull()).orderBy(ROW).limit(1).collect()
    if wrong:
        raise _told(wrong[0][_PROBLEM])
    heard(frame.rows)


def _tasks(table: Any) -> int:
    """Return as many tasks as run at once, so that a model is opened once for each."""
    try:
        return max(int(table.sparkSession.sparkContext.defaultParallelism), 1)
    except Exception:  # noqa: BLE001 - Spark Connect does not tell
        return 8


def _answers(
    recipe: Recipe,
    features: Sequence[str],
    decision: str,
    threshold: float,
    names: Sequence[str],
) -> Callable[[Iterator[pa.RecordBatch]], Iterator[pa.RecordBatch]]:
    """Return the function that runs in an executor, on the batches of one range of rows."""

    def answer(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        import pyarrow as pa

        predictor: Predictor | None = None
        rows = pa.array([0], pa.int64())
        try:
            for batch in batches:
                if not batch.num_rows:
                    continue
                rows = batch.column(0)
                predictor = predictor or recipe.open()
                scoring = Scoring(predictor, names[0], decision, threshold)
                asked = pa.Table.from_batches([batch]).drop_columns([ROW])
                scores = predictor.score(asked.rename_columns(list(features)))
                yield _batch(rows, scoring.columns(scores), names, None)
        except AuditError as problem:
            yield _batch(rows.slice(0, 1), {}, names, problem)
        finally:
            if predictor is not None:
                predictor.close()

    return answer


def _batch(
    rows: pa.Array, values: dict[str, Any], names: Sequence[str], problem: AuditError | None
) -> pa.RecordBatch:
    import pyarrow as pa

    size = len(rows)
    given = [values[name] if name in values else pa.nulls(size) for name in names]
    text = None
    if problem is not None:
        said = {"message": problem.message, "slug": problem.slug, "hint": problem.hint}
        text = json.dumps({"kind": type(problem).__name__, **said})
    kinds = [pa.float64(), pa.int64()][: len(names)]
    schema = pa.schema(
        [(ROW, pa.int64()), *zip(names, kinds, strict=True), (_PROBLEM, pa.string())]
    )
    arrays = [pa.array(x).cast(kind) for x, kind in zip(given, kinds, strict=True)]
    return pa.record_batch([rows.cast(pa.int64()), *arrays, pa.array([text] * size)], schema=schema)


def _told(text: str) -> AuditError:
    """Return the error that an executor wrote down."""
    said = json.loads(text)
    kind = getattr(errors, said.pop("kind"), AuditError)
    found: AuditError = kind(said.pop("message"), **said)
    return found

"""From a plan to an opened system: readers, engines, and the model in a process of its own."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from audit import progress
from audit.address import address, is_address
from audit.errors import InputError, ModelError, PlanError, UsageError, did_you_mean
from audit.inputs import Engine, ModelFormat, Reader, Source
from audit.kind import Kind
from audit.personal_data.masking import masked, query_without_values
from audit.plan import ColumnSection, PartPlan, Plan
from audit.predictors.client import open_predictor
from audit.readers import fetch, read
from audit.registry import instances
from audit.review import resolved
from audit.runner import earlier, secrecy, training
from audit.runner.planning import check_roles, find_kind
from audit.runner.preparing import prepare
from audit.runner.special_basis import check_basis
from audit.system import Frame, InputFile, Margin, Part, Predictor, System
from audit.vocabulary import ALL, RANDOM_ARM

MODEL_SCORE = "model_score"
MODEL_DECISION = "model_decision"

_SEEN = 200
_PERIOD = re.compile(r"\d{4}([-/ ]?([QqTt][1-4]|[Ww]\d\d?|\d\d?))?")


@contextmanager
def open_system(plan: Plan, *, engine: str = "") -> Iterator[System]:
    """Open every part of a plan; close models and remove spooled copies at the end.

    Parameters
    ----------
    engine : str
        Name of the engine; empty takes the plan's, or the first one installed.

    Raises
    ------
    PlanError, InputError
        As readers and engines raise them. A model that cannot be opened is no error here: it is
        kept in `Part.model_problem` and becomes a finding.
    """
    kinds, plan = instances(Kind, "kinds"), resolved(plan)
    with ExitStack() as stack:
        spool = Path(
            stack.enter_context(
                tempfile.TemporaryDirectory(prefix="audit-", ignore_cleanup_errors=True)
            )
        )
        sources: dict[tuple[str, str], Source] = {}
        parts = []
        for number, part in enumerate(plan.parts):
            check_roles(part, find_kind(part, kinds))
            check_basis(part, plan)
            folder = spool / str(number)
            folder.mkdir(mode=0o700)
            parts.append(_open_part(part, plan, sources, folder, engine, stack))
        yield System(name=plan.system.name, parts=tuple(parts))


def choose_engine(name: str) -> Engine:
    """Return the engine of that name, or the first whose library is installed.

    Raises
    ------
    PlanError
        With slug `unknown-engine`.
    """
    engines: list[Engine] = sorted(instances(Engine, "engines"), key=lambda e: (e.order, e.name))
    if not name:
        return engines[0]
    for engine in engines:
        if engine.name == name:
            return engine
    raise PlanError(
        f"there is no engine '{name}'",
        slug="unknown-engine",
        hint=did_you_mean(name, [engine.name for engine in engines]),
    )


def _open_part(
    part: PartPlan,
    plan: Plan,
    sources: dict[tuple[str, str], Source],
    spool: Path,
    engine: str,
    stack: ExitStack,
) -> Part:
    if not part.data.source:
        raise PlanError(
            "the plan names no data", slug="no-data", hint='[data] source = "decisions.csv"'
        )
    source, given = _read(part, plan, sources, spool), part
    chosen = choose_engine(engine or part.data.engine)
    stack.callback(chosen.close)
    prepared = prepare(source, part, plan, spool, chosen)
    frame: Frame = chosen.open(prepared.source, prepared.part)
    part = _with_chances(part, frame)
    _check_population(part, frame)
    _check_time(part, frame)
    inputs = [
        InputFile(
            role="data",
            source=masked(source.shown or plan.path(part.data.source).name),
            method=source.method,
            value=source.fingerprint,
            query=query_without_values(part.data.query) if source.shown else "",
            rows=source.rows,
            columns=len(source.columns),
            received_from=part.data.received_from,
            received_on=part.data.received_on,
            attested_by=part.data.attested_by,
        )
    ]
    inputs += _file(part.data.reference, "reference", plan)
    inputs += _file(part.data.review, "review", plan)
    inputs += _file(part.data.train, "train", plan)
    predictor, problem = None, None
    if part.model.source:
        inputs += _file(part.model.source, "model", plan)
        try:
            predictor = _open_model(part, plan, frame)
            stack.callback(predictor.close)
            part, frame = _with_scores(part, frame, predictor, spool)
        except ModelError as found:
            problem, predictor = found, None
    samples: tuple[str, ...] = (ALL, RANDOM_ARM) if part.roles.has_arm else (ALL,)
    return Part(
        plan=part,
        audit=plan,
        frame=frame,
        predictor=predictor,
        model_problem=problem,
        inputs=tuple(inputs),
        samples=samples,
        baseline=_open_baseline(given, plan, sources, spool, engine, stack),
        train=_open_train(given, plan, sources, spool, engine, stack),
        pooled=prepared.pooled,
        secret=secrecy.of_table(source.parquet),
    )


def _open_baseline(
    part: PartPlan,
    plan: Plan,
    sources: dict[tuple[str, str], Source],
    spool: Path,
    engine: str,
    stack: ExitStack,
) -> Part | None:
    """Open the table of the earlier process with the same roles."""
    if not part.data.baseline:
        return None
    then = earlier.plan_of(part)
    then = earlier.pruned(then, _read(then, plan, sources, spool))
    folder = spool / "baseline"
    folder.mkdir(mode=0o700)
    opened = _open_part(then, plan, sources, folder, engine, stack)
    if not opened.plan.roles.chances_missing:
        return opened
    # Without everybody's chance the truth there identifies nothing.
    roles = {k: v for k, v in opened.plan.roles.columns.items() if k != "y_true"}
    return replace(
        opened, plan=replace(opened.plan, roles=replace(opened.plan.roles, columns=roles))
    )


def _open_train(
    part: PartPlan,
    plan: Plan,
    sources: dict[tuple[str, str], Source],
    spool: Path,
    engine: str,
    stack: ExitStack,
) -> Frame | None:
    """Open the table that the model was trained on."""
    if not part.data.train:
        return None
    then = training.plan_of(part)
    then = training.pruned(then, _read(then, plan, sources, spool))
    folder = spool / "train"
    folder.mkdir(mode=0o700)
    return _open_part(then, plan, sources, folder, engine, stack).frame


def _check_population(part: PartPlan, frame: Frame) -> None:
    """Refuse a population smaller than the table that was drawn from it.

    Raises
    ------
    PlanError
        With slug `population-too-small`.
    """
    stated = part.data.population
    if stated is not None and stated < frame.rows:
        raise PlanError(
            f"data.population is {stated:,}, and part '{part.name}' has {frame.rows:,} rows",
            slug="population-too-small",
            hint="state how many people the sample was drawn from; a part can have its own",
        )


def _check_time(part: PartPlan, frame: Frame) -> None:
    """Refuse text as `time` that names no periods, such as 2024, 2024-03, 2024-Q1 or 2024-W09.

    Raises
    ------
    PlanError
        With slug `not-dates`.
    """
    for name in part.roles.all("time"):
        said = part.columns.get(name, ColumnSection()).type
        if frame.columns[name] != "text" or said == "text":
            continue
        seen = frame.sample(_SEEN, [name], seed=0)[name].drop_null().to_pylist()
        if sum(_PERIOD.fullmatch(value.strip()) is not None for value in seen) < len(seen):
            raise PlanError(
                f"roles.time names '{name}', which holds text and not dates",
                slug="not-dates",
                hint=f"[columns.{name}]\n"
                'type = "date"   # then the rows at fault are named; "text" if it names periods',
            )


def _with_chances(part: PartPlan, frame: Frame) -> PartPlan:
    """Find out whether everybody had a chance of being selected that is known.

    Where an arm was drawn, only those in it need one: for the others nothing rests on it.

    Raises
    ------
    InputError
        With slug `chance-range`.
    """
    column = part.roles.one("selection_probability")
    if column is None or not part.roles.has_arm:
        return part
    found = frame.moments(column)[0]
    if (found["max"] or 0) > 1 or (found["min"] or 0) < 0:
        raise InputError(
            f"roles.selection_probability names '{column}', which leaves the range from 0 to 1",
            slug="chance-range",
            hint="a chance of selection is a fraction; a weight is its inverse",
        )
    about = frame.rows
    if not part.roles.by_probability:
        about = int(frame.count([Margin((), sample=RANDOM_ARM)])[0].n.sum())
        found = frame.moments(column, sample=RANDOM_ARM)[0]
    missing = found["n"] < about or not found["min"]
    return replace(part, roles=replace(part.roles, chances_missing=missing))


def _read(
    part: PartPlan, plan: Plan, sources: dict[tuple[str, str], Source], spool: Path
) -> Source:
    """Return a part's table: a file's, or a database's where the plan gives an address; each read once."""
    told = part.data.source, part.data.query
    if told not in sources:
        readers = instances(Reader, "readers")
        if is_address(part.data.source):
            place = address(part.data.source, Path(plan.base or "."))
            sources[told] = fetch(place, part.data.query, part.columns, spool, readers)
        else:
            sources[told] = read(plan.path(part.data.source), part.columns, spool, readers)
    return sources[told]


def _open_model(part: PartPlan, plan: Plan, frame: Frame) -> Predictor:
    features = part.model.features or part.roles.all("features")
    return open_predictor(
        part.model, plan, frame.columns, instances(ModelFormat, "predictors"), features=features
    )


def _file(name: object, role: str, plan: Plan) -> list[InputFile]:
    """Return the fingerprint of a file that the plan names beside the table."""
    import hashlib

    if not isinstance(name, str) or not name:
        return []
    path = plan.path(name)
    if not path.is_file():
        if role == "model":
            return []  # a function, or a file whose absence the model's own error names
        raise UsageError(f"there is no file {path.name} ([data] {role})", slug="no-such-file")
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return [InputFile(role=role, source=masked(path.name), method="sha256", value=digest)]


def _with_scores(
    part: PartPlan, frame: Any, predictor: Predictor, folder: Path
) -> tuple[PartPlan, Frame]:
    """Let the model score the table where the log has no score, and decide where it has none."""
    roles = part.roles
    if roles.all("y_score"):
        return part, frame
    cut = part.model.threshold
    decides = not roles.all("y_pred") and cut is not None
    progress.step(f"{part.name}: the model scores", ["counting", "judging", "writing"], frame.rows)
    scored = frame.score(
        predictor,
        MODEL_SCORE,
        folder=folder,
        decision=MODEL_DECISION if decides else "",
        threshold=cut or 0.0,
        heard=progress.worked,
    )
    columns = dict(roles.columns) | {"y_score": (MODEL_SCORE,)}
    positive = dict(roles.positive)
    if decides:
        columns["y_pred"] = (MODEL_DECISION,)
        positive["y_pred"] = ("1",)
    return replace(part, roles=replace(roles, columns=columns, positive=positive)), scored


__all__ = ["MODEL_DECISION", "MODEL_SCORE", "choose_engine", "open_system"]

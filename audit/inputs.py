"""What brings data and models in: readers, engines, model formats; and what goes out: formats."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from audit.address import Address
from audit.plan import ColumnSection, ModelSection, PartPlan, Plan
from audit.system import Frame, Predictor

if TYPE_CHECKING:
    from audit.record import AuditRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A table as Parquet, typed once, ready for any engine.

    Attributes
    ----------
    parquet : Path
        The file itself if it was Parquet, else a spooled copy.
    original_labels : mapping
        Column to the file's own description of it (Stata and SPSS variable labels).
    hxl : mapping
        Column to HXL hashtag with attributes, e.g. `#adm1+name`, where the file has a hashtag row.
    """

    parquet: Path
    rows: int
    columns: tuple[str, ...]
    original_labels: Mapping[str, str]
    hxl: Mapping[str, str]
    fingerprint: str
    """SHA-256 of the file as it was given, or what `method` says."""
    note: str = ""
    """What the reader chose and somebody should know, such as one sheet of several."""
    method: str = "sha256"
    """How the fingerprint was made; a database has no file, so its rows are digested."""
    shown: str = ""
    """What the source is called on the page: a file's name by default, an address without secrets."""


@dataclass(frozen=True, kw_only=True)
class Reader:
    """One source format.

    Attributes
    ----------
    suffixes : tuple of str
        File endings it claims, with the dot, in lower case.
    read : callable, optional
        `(path, columns, spool) -> Source`: reads, types by the plan's `[columns]`, and writes
        Parquet into the folder `spool` unless the file is Parquet already.
    schemes : tuple of str
        Schemes of the addresses it claims, such as `postgresql` of `postgresql://host/db`.
    fetch : callable, optional
        `(address, query, columns, spool) -> Source`: the same for an address and the plan's query.
    """

    name: str
    suffixes: tuple[str, ...] = ()
    read: Callable[[Path, Mapping[str, ColumnSection], Path], Source] | None = None
    schemes: tuple[str, ...] = ()
    fetch: Callable[[Address, str, Mapping[str, ColumnSection], Path], Source] | None = None
    extra: str = ""
    """Optional dependency group it needs, for the message."""


@dataclass(frozen=True, kw_only=True)
class Engine:
    """One data engine: opens a Parquet file as a `Frame` for a part."""

    name: str
    open: Callable[[Source, PartPlan], Frame]
    extra: str = ""
    order: int = 100
    """The installed engine with the smallest order is the default."""
    close: Callable[[], None] = lambda: None
    """Called when the frames of an audit are no longer needed."""


@dataclass(frozen=True, kw_only=True)
class ModelFormat:
    """One model format.

    Attributes
    ----------
    suffixes : tuple of str
        File endings it claims.
    recognises : callable
        Whether `[model] source` is of this format, from its name and first bytes.
    load : callable
        `(source, model, frame columns) -> handle`, run inside the worker process. The handle has
        `features`, `description`, `output_space` and `score(table)`.
    native : callable, optional
        Opens the model in this process for shap's Tree or Linear explainer, where the format is
        data and not code.
    code : bool
        Whether the model is code of someone's own: then no name that it gives is ever shown.
    """

    name: str
    suffixes: tuple[str, ...]
    recognises: Callable[[str, bytes], bool]
    load: Callable[[str, ModelSection], Any]
    native: Callable[[str, ModelSection], Any] | None = None
    extra: str = ""
    code: bool = False


@dataclass(frozen=True, kw_only=True)
class Format:
    """One way to write a record out.

    Attributes
    ----------
    write : callable
        `(record, folder, template) -> paths`; sees neither data nor model.
    """

    name: str
    filename: str
    write: Callable[[AuditRecord, Path, str], Sequence[Path]]
    extra: str = ""


@dataclass(frozen=True, kw_only=True)
class Case:
    """What a case study's generator makes: pure, nothing written.

    Attributes
    ----------
    tables : mapping of str to pyarrow.Table
        File name in the case's folder (`applications.parquet`) to its table.
    files : mapping of str to bytes
        Other files, such as `model.onnx`.
    latent_truth : pyarrow.Table or None
        What the audited file must not hold; goes to the answer key.
    """

    tables: Mapping[str, Any]
    files: Mapping[str, bytes]
    latent_truth: Any = None


__all__ = ["Case", "Engine", "Format", "ModelFormat", "Plan", "Predictor", "Reader", "Source"]

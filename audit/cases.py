"""Case studies: find them, make their data, write them out, run them, and grade what an audit found.

A case study is a folder with `case.toml`, `audit.toml` (the plan), `README.md` (the worksheet),
`make_data.py` (the generator) and `key.yaml` (the instructor's answer key).
"""

from __future__ import annotations

import importlib.util
import json
import re
import sys
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from importlib.machinery import SourceFileLoader
from pathlib import Path
from typing import TYPE_CHECKING, Any

from audit.casework.grading import Grade, Key, grade, read_key
from audit.errors import PluginError, UsageError, did_you_mean
from audit.inputs import Case
from audit.progress import Progress
from audit.registry import folders
from audit.resources import write_atomically

if TYPE_CHECKING:
    from audit.record import AuditRecord

METADATA = "case.toml"
PLAN = "audit.toml"
WORKSHEET = "README.md"
GENERATOR = "make_data.py"
KEY = "key.yaml"
NOTE = "made.json"
"""Beside a written case: which one it is, its size and its seed."""

_OURS = {METADATA, PLAN, WORKSHEET, GENERATOR, KEY}


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseStudy:
    """What `case.toml` says of a case study.

    Attributes
    ----------
    module : int
        Module of the course it belongs to.
    tables : tuple of str
        Data files it makes.
    rows, seed : int
        Defaults of `make`.
    synthetic : bool
        False for real data, which have one size, no seed and no fair twin.
    """

    slug: str
    title: str
    summary: str
    module: int
    tags: tuple[str, ...]
    tables: tuple[str, ...]
    rows: int
    seed: int
    licence: str
    provenance: str
    synthetic: bool
    folder: Path

    def text(self, name: str) -> str:
        """Return one of the case's own files as text."""
        return (self.folder / name).read_text(encoding="utf-8")


def find() -> tuple[CaseStudy, ...]:
    """Return every case study, ours and those of plug-ins, by slug.

    Raises
    ------
    PluginError
        With slug `case-metadata` if a `case.toml` cannot be used, `plugin-duplicate` if two cases
        share a slug.
    """
    found: dict[str, CaseStudy] = {}
    for place in folders("cases"):
        for path in sorted(place.glob(f"*/{METADATA}")):
            study = _read(path)
            if study.slug in found:
                raise PluginError(
                    f"two case studies are named '{study.slug}'", slug="plugin-duplicate"
                )
            found[study.slug] = study
    return tuple(found[slug] for slug in sorted(found))


def get(slug: str) -> CaseStudy:
    """Return one case study.

    Raises
    ------
    UsageError
        With slug `unknown-case`, naming the nearest one.
    """
    known = {study.slug: study for study in find()}
    if slug not in known:
        raise UsageError(
            f"there is no case study '{slug}'", slug="unknown-case", hint=did_you_mean(slug, known)
        )
    return known[slug]


def _read(path: Path) -> CaseStudy:
    from pydantic import TypeAdapter, ValidationError

    where = f"{path.parent.name}/{path.name}"
    try:
        given = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
        raise PluginError(
            f"{where} cannot be read: {type(problem).__name__}", slug="case-metadata"
        ) from None
    known = [field.name for field in fields(CaseStudy) if field.name != "folder"]
    for key in given:
        if key not in known:
            raise PluginError(
                f"{where} has no key '{key}'", slug="case-metadata", hint=did_you_mean(key, known)
            )
    try:
        study: CaseStudy = TypeAdapter(CaseStudy).validate_python({**given, "folder": path.parent})
    except ValidationError as problem:
        first = problem.errors(include_url=False, include_input=False)[0]
        key = str(first["loc"][0])
        raise PluginError(f"{where}: {key}: {first['msg']}", slug="case-metadata") from None
    if study.slug != path.parent.name:
        raise PluginError(
            f"{where}: slug must be '{path.parent.name}', as its folder is named",
            slug="case-metadata",
        )
    return study


# ---------------------------------------------------------------------------------------------
# Making


class _Source(SourceFileLoader):
    """Loads a file without leaving compiled code beside the case's files."""

    def set_data(self, path: str, data: object, *, _mode: int = 0o666) -> None:
        """Write nothing."""


def generator(study: CaseStudy) -> Callable[[int, int, bool], Case]:
    """Load `make` from the case's `make_data.py`.

    Raises
    ------
    PluginError
        With slug `plugin-broken` if the file cannot be run or defines no `make`.
    """
    name = f"_audit_case_{study.slug}"
    path = study.folder / GENERATOR
    spec = importlib.util.spec_from_loader(name, _Source(name, str(path)))
    if spec is None or spec.loader is None:
        raise PluginError(f"{study.slug} has no {GENERATOR}", slug="plugin-broken")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # dataclasses look their module up by name
    try:
        spec.loader.exec_module(module)
        make_case: Callable[[int, int, bool], Case] = module.make
    except Exception as problem:
        raise PluginError(
            f"{study.slug}/{GENERATOR} could not be loaded: {type(problem).__name__}: {problem}",
            slug="plugin-broken",
        ) from problem
    return make_case


def make(
    study: CaseStudy, *, rows: int | None = None, seed: int | None = None, fair_twin: bool = False
) -> Case:
    """Make a case's data; nothing is written.

    Parameters
    ----------
    rows, seed : int, optional
        By default those of `case.toml`.
    fair_twin : bool
        Make the same world without what is planted.

    Raises
    ------
    UsageError
        With slug `case-is-real` if another size, seed or twin of real data is asked for, or
        `case-rows` if the size cannot be served.
    """
    if not study.synthetic and (rows not in (None, study.rows) or seed is not None or fair_twin):
        raise UsageError(
            f"{study.slug} is real data: it has one size, no seed and no fair twin",
            slug="case-is-real",
            hint=f"audit case make {study.slug}",
        )
    make_case = generator(study)
    return make_case(
        study.rows if rows is None else rows, study.seed if seed is None else seed, fair_twin
    )


def write(
    case: Case, study: CaseStudy, folder: Path, *, seed: int | None = None, fair_twin: bool = False,
    key: bool = False,
) -> Path:  # fmt: skip
    """Write a case so that `audit run` can audit it.

    Parameters
    ----------
    folder : Path
        Gets the data, the model, the plan and the worksheet.
    key : bool
        Whether to add `key/`: the answer key and the latent truth, which no auditor would have.

    Returns
    -------
    Path
        The written `audit.toml`.

    Raises
    ------
    UsageError
        With slug `cannot-write` if the folder cannot be written to.
    """
    files: dict[str, bytes] = {name: _parquet(table) for name, table in case.tables.items()}
    files |= case.files
    rows = max((table.num_rows for table in case.tables.values()), default=0)
    files[PLAN] = _plan(study, rows).encode()
    files[WORKSHEET] = study.text(WORKSHEET).encode()
    for path in sorted(study.folder.iterdir()):
        if path.is_file() and path.name not in _OURS and path.suffix in (".yaml", ".csv", ".md"):
            files[path.name] = path.read_bytes()
    made = {"case": study.slug, "rows": rows, "seed": _seed(study, seed), "fair_twin": fair_twin}
    files[NOTE] = (json.dumps(made, indent=2) + "\n").encode()
    if key:
        files[f"key/{KEY}"] = study.text(KEY).encode()
        if case.latent_truth is not None:
            files["key/latent_truth.parquet"] = _parquet(case.latent_truth)
    try:
        for name, content in files.items():
            write_atomically(folder / name, content)
    except OSError as problem:
        raise UsageError(
            f"{folder} cannot be written to ({type(problem).__name__})",
            slug="cannot-write",
            hint="choose another folder with --out",
        ) from None
    return folder / PLAN


def _seed(study: CaseStudy, seed: int | None) -> int | None:
    if not study.synthetic:
        return None
    return study.seed if seed is None else seed


def _parquet(table: Any) -> bytes:
    import pyarrow as pa
    import pyarrow.parquet as pq

    sink = pa.BufferOutputStream()
    pq.write_table(table, sink, compression="zstd")
    return bytes(sink.getvalue().to_pybytes())


def _plan(study: CaseStudy, rows: int) -> str:
    text = study.text(PLAN)
    if rows == study.rows:
        return text
    # The totals a ministry published are those of the year as it was, not of a larger or smaller one.
    text = re.sub(r"(?ms)^\[data\.totals\]\n.*?(?=^\[|\Z)", "", text)
    return re.sub(r"(?m)^totals_source = .*\n", "", text)


# ---------------------------------------------------------------------------------------------
# Running and grading


def run(
    study: CaseStudy,
    out: Path,
    *,
    rows: int | None = None,
    seed: int | None = None,
    fair_twin: bool = False,
    formats: Sequence[str] = ("json", "html", "tables"),
    progress: Progress | None = None,
) -> AuditRecord:
    """Make a case into `out/case` and audit it into `out`.

    Returns
    -------
    AuditRecord
        Also written, as `audit.json` and in the other formats.
    """
    from audit.plan_reader import load
    from audit.runner import run as run_audit

    if progress is not None:
        progress(f"making {study.title}")
    case = make(study, rows=rows, seed=seed, fair_twin=fair_twin)
    plan = write(case, study, out / "case", seed=seed, fair_twin=fair_twin)
    return run_audit(load(plan), out=out, formats=formats, progress=progress)


def key(study: CaseStudy) -> Key:
    """Read the answer key of a case.

    Raises
    ------
    PluginError
        With slug `case-key` if there is none or it cannot be used.
    """
    return read_key(study.folder / KEY)


def made(out: Path) -> dict[str, Any]:
    """Return what `made.json` says of the case under a folder, empty if there is none."""
    for place in (out / "case" / NOTE, out / NOTE):
        if place.is_file():
            try:
                found = json.loads(place.read_text(encoding="utf-8"))
            except ValueError:  # somebody else's file of that name
                return {}
            return found if isinstance(found, dict) else {}
    return {}


__all__ = [
    "CaseStudy", "Grade", "Key", "find", "generator", "get", "grade", "key", "made", "make", "run", "write",
]  # fmt: skip

"""Model files that hold code rather than data: known by their names and first bytes, and refused."""

from __future__ import annotations

import zipfile
from pathlib import Path, PureWindowsPath

from audit.errors import PlanError

_SUFFIXES = (".pkl", ".pickle", ".joblib", ".pt", ".pth", ".sav", ".dill", ".cloudpickle")
_PROTOCOLS = tuple(b"\x80" + bytes([protocol]) for protocol in range(2, 6))


def refuse_by_name(source: str) -> None:
    """Refuse a file whose ending says pickle.

    Raises
    ------
    PlanError
        `pickle-refused`.
    """
    name = PureWindowsPath(source).name
    if name.lower().endswith(_SUFFIXES):
        raise _refusal(name)


def refuse_by_content(path: Path, head: bytes) -> None:
    """Refuse a file whose bytes are a pickle, whatever its name says.

    Raises
    ------
    PlanError
        `pickle-refused`.
    """
    if head.startswith(_PROTOCOLS) or (head.startswith(b"PK") and _holds_pickle(path)):
        raise _refusal(path.name)


def _holds_pickle(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as archive:
            return any(name.lower().endswith(_SUFFIXES) for name in archive.namelist())
    except (zipfile.BadZipFile, OSError):
        return False


def _refusal(name: str) -> PlanError:
    stem = name.partition(".")[0]
    return PlanError(
        f"[model] source: '{name}' is a pickle; opening one runs whatever code is in it, "
        "so it is not opened",
        slug="pickle-refused",
        hint="ask for ONNX or skops; who made the model types, where it was made:\n"
        "pip install skops joblib\n"
        f"python -c \"import joblib, skops.io; skops.io.dump(joblib.load('{name}'), '{stem}.skops')\"\n"
        f'audit run  # with [model] source = "{stem}.skops"\n'
        "for ONNX: skl2onnx.to_onnx(model, X[:1]).SerializeToString(), written to a file",
    )

"""Where the data folders are, and the one way a file is written."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def folder(name: str) -> Path:
    """Return the folder `checklists`, `report_templates` or `case_studies`.

    It stands beside the package in a checkout and inside it in a wheel. Nothing else in the package builds a path to shipped data.
    """
    packaged = _PACKAGE / "_data" / name
    return packaged if packaged.is_dir() else _PACKAGE.parent / name


def write_atomically(path: Path, content: str | bytes) -> None:
    """Write a file whole or not at all.

    The content goes to a temporary name in the same folder and is renamed, so that an interrupted
    run leaves what was there before. Text is written as UTF-8 with bare line feeds on every system:
    the same record gives the same bytes.

    Raises
    ------
    OSError
        If the folder cannot be made or written to.
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        temporary.chmod(_mode(path))
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _mode(path: Path) -> int:
    # mkstemp makes files for the owner only; a report gets what any new file would, or keeps its own.
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask

"""Where the data folders are, and the one way a file is written."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def folder(name: str) -> Path:
    """Return the folder `checklists`, `report_templates`, `case_studies` or `regions`.

    It stands beside the package in a checkout and inside it in a wheel. Nothing else in the package builds a path to shipped data.
    """
    packaged = _PACKAGE / "_data" / name
    return packaged if packaged.is_dir() else _PACKAGE.parent / name


def inside(folder: Path, name: str) -> Path:
    """Return the path of a file directly in a folder, from a name that may come from elsewhere.

    Raises
    ------
    ValueError
        If the name is more than a file's name: a path, a drive, a stream or a device.
    """
    plain = Path(name).name == name and name not in {"", ".", ".."}
    if not plain or any(letter in '/\\:*?"<>|' or not letter.isprintable() for letter in name):
        raise ValueError("a file's name was expected, without a folder")
    return folder / name


def installing(extra: str) -> str:
    """Return what to type for an extra of this package, installed or run from a checkout."""
    if (_PACKAGE / "_data").is_dir():
        return f"pip install 'migration-audit[{extra}]'"
    return f"pip install '.[{extra}]', in the folder of this checkout that holds pyproject.toml"


def write_atomically(path: Path, content: str | bytes, *, private: bool = False) -> None:
    """Write a file whole or not at all.

    The content goes to a temporary name in the same folder and is renamed, so that an interrupted
    run leaves what was there before. Text is written as UTF-8 with bare line feeds on every system:
    the same record gives the same bytes.

    Parameters
    ----------
    private : bool, default False
        For the eyes of the owner: mode 0600 on POSIX, also where the file was open to others before.

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
        temporary.chmod(0o600 if private else _mode(path))
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


@contextmanager
def staged(out: Path) -> Iterator[Path]:
    """Give a folder to write in; what is there at the end goes to `out`, and nothing if it fails.

    Files that are there already are replaced, others stay. The last to be moved are the files at the
    top, by name: whoever finds a new record finds all that belongs to it.

    Raises
    ------
    OSError
        If `out` cannot be made or written to.
    """
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(
        dir=out, prefix=".writing-", ignore_cleanup_errors=True
    ) as name:
        folder = Path(name)
        yield folder
        files = [path for path in folder.rglob("*") if path.is_file()]
        for path in sorted(files, key=lambda p: (-len(p.relative_to(folder).parts), str(p))):
            target = out / path.relative_to(folder)
            if not target.parent.exists():
                target.parent.mkdir(mode=path.parent.stat().st_mode & 0o777, parents=True)
            if target.exists() and path.stat().st_mode & 0o077:
                path.chmod(target.stat().st_mode & 0o777)
            path.replace(target)


def _mode(path: Path) -> int:
    # mkstemp makes files for the owner only; a report gets what any new file would, or keeps its own.
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask

"""What every reader asks of a file before it looks inside."""

from __future__ import annotations

import codecs
import difflib
import hashlib
import importlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import ModuleType

from audit.address import is_address
from audit.errors import InputError, UsageError
from audit.resources import installing

_BLOCK = 1 << 20


def split_sheet(path: Path) -> tuple[Path, str]:
    """Return the file and the sheet named behind `#`, the empty text if none is."""
    stem, mark, sheet = path.name.partition("#")
    if not mark or path.exists():
        return path, ""
    return path.with_name(stem), sheet


def existing(path: Path) -> Path:
    """Return the file if it is there, can be opened and is not empty.

    Raises
    ------
    UsageError
        With slug `no-such-file` or `not-a-file`.
    InputError
        With slug `not-readable` or `empty-file`.
    """
    if is_address(str(path)):
        raise UsageError(
            "an address of a database stands where a file was expected",
            slug="not-a-file",
            hint='in a plan:\n[data]\nsource = "postgresql://host/database"\nquery = "select … from …"',
        )
    file, _ = split_sheet(path)
    if file.is_dir():
        raise UsageError(
            f"{file} is a folder, and a file with a table was expected",
            slug="not-a-file",
            hint="name the file inside it",
        )
    if not file.exists():
        near = _similar(file)
        raise UsageError(
            f"there is no file {file}",
            slug="no-such-file",
            hint=f"did you mean '{near}'?" if near else "check the name and the folder",
        )
    try:
        with file.open("rb") as opened:
            first = opened.read(1)
    except OSError as problem:
        raise InputError(
            f"{file} cannot be opened for reading ({type(problem).__name__})",
            slug="not-readable",
            hint="ask its owner for permission to read it, or copy it to a folder of yours",
        ) from None
    if not first:
        raise empty(file)
    return file


def _similar(file: Path) -> str:
    """Return the name of a file beside it that differs by a slip or by its ending; else nothing."""
    beside = {p.name: p.stem for p in file.parent.iterdir()} if file.parent.is_dir() else {}
    # Stems are compared: an ending in common makes any two short names look alike.
    near = difflib.get_close_matches(file.stem, beside.values(), n=1, cutoff=0.85)
    return next((name for name, stem in beside.items() if near and stem == near[0]), "")


_NO_TABLES: tuple[tuple[bytes, str, str], ...] = (
    (b"\x89PNG", "a picture (PNG)", "ask for the table the picture was made of"),
    (b"\xff\xd8\xff", "a picture (JPEG)", "ask for the table the picture was made of"),
    (b"GIF8", "a picture (GIF)", "ask for the table the picture was made of"),
    (b"%PDF", "a document (PDF)", "ask for the table as CSV, Excel or Parquet"),
    (b"PK\x03\x04", "an archive (ZIP) or an Excel workbook", "unpack it; a workbook ends in .xlsx"),
    (b"\x1f\x8b", "a compressed file (gzip)", "unpack it first"),
    (b"7z\xbc\xaf", "an archive (7z)", "unpack it first"),
    (b"Rar!", "an archive (RAR)", "unpack it first"),
    (b"\xd0\xcf\x11\xe0", "an old Office file (.xls or .doc)", "save it as .xlsx"),
    (
        b"SQLite format 3",
        "a database (SQLite)",
        'in the plan:\n[data]\nsource = "sqlite:///FILE"\nquery = "select … from …"',
    ),
)
_MAY_BE: Mapping[bytes, tuple[str, ...]] = {b"PK\x03\x04": (".xlsx", ".xlsm", ".zsav")}


def check_content(file: Path) -> None:
    """Check by its first bytes that a file is not of a kind that holds no table.

    Raises
    ------
    InputError
        With slug `not-a-table`.
    """
    with file.open("rb") as opened:
        first = opened.read(16)
    for magic, what, hint in _NO_TABLES:
        if first.startswith(magic) and file.suffix.lower() not in _MAY_BE.get(magic, ()):
            raise InputError(
                f"{file.name}: this is {what}, not a table", slug="not-a-table", hint=hint
            )


def empty(file: Path) -> InputError:
    """Return the error for a file in which there is nothing."""
    return InputError(
        f"{file.name} is empty",
        slug="empty-file",
        hint="export it again; an interrupted download leaves such a file",
    )


def header_only(file: Path) -> InputError:
    """Return the error for a table without a row."""
    return InputError(
        f"{file.name} has column names and no row",
        slug="header-only",
        hint="check the filter of the export",
    )


def unreadable(file: Path, what: str, problem: Exception | None = None) -> InputError:
    """Return the error for a damaged file; never with the library's text, which may quote cells."""
    kind = f" ({type(problem).__name__})" if problem is not None else ""
    return InputError(
        f"{file.name} cannot be read as {what}{kind}",
        slug="unreadable-file",
        hint="it may be damaged, protected by a password or of another format than its name says",
    )


def fingerprint(file: Path) -> str:
    """Return the SHA-256 of the file's bytes, read in blocks."""
    digest = hashlib.sha256()
    for block in _blocks(file):
        digest.update(block)
    return digest.hexdigest()


def text_fingerprint(file: Path) -> str:
    """Return the SHA-256 of a text file, having checked that it is UTF-8.

    Raises
    ------
    InputError
        With slug `wrong-encoding`, naming the first line that is not UTF-8, or `empty-file` if
        there is nothing but white space.
    """
    digest = hashlib.sha256()
    decoder = codecs.getincrementaldecoder("utf-8")()
    lines, blank = 1, True
    for block in _blocks(file):
        digest.update(block)
        blank = blank and not block.removeprefix(codecs.BOM_UTF8).strip()
        stop = block.find(b"\0")
        try:
            decoder.decode(block)
        except UnicodeDecodeError as problem:
            # The decoder may have put bytes of the block before in front; they hold no line end.
            before = len(problem.object) - len(block)
            bad = max(problem.start - before, 0)
            stop = bad if stop < 0 else min(bad, stop)
        if stop >= 0:
            raise _wrong_encoding(file, lines + block.count(b"\n", 0, stop))
        lines += block.count(b"\n")
    try:
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        raise _wrong_encoding(file, lines) from None
    if blank:
        raise empty(file)
    return digest.hexdigest()


def _wrong_encoding(file: Path, line: int) -> InputError:
    return InputError(
        f"{file.name}: line {line} is not UTF-8 text",
        slug="wrong-encoding",
        hint=(
            "keep the original; save a copy as 'CSV UTF-8', or convert, for instance from Windows Western European:\n"
            f"iconv -f WINDOWS-1252 -t UTF-8 '{file.name}' > '{file.stem}-utf8{file.suffix}'"
        ),
    )


def _blocks(file: Path) -> Iterator[bytes]:
    with file.open("rb") as opened:
        while block := opened.read(_BLOCK):
            yield block


def column_names(file: Path, cells: Sequence[object]) -> tuple[str, ...]:
    """Return the names of columns: trimmed, `column_3` where the third has none, all different.

    Raises
    ------
    InputError
        With slug `duplicate-columns`.
    """
    names = [
        ("" if cell is None else str(cell)).strip() or f"column_{number}"
        for number, cell in enumerate(cells, 1)
    ]
    twice = [name for name, count in Counter(names).items() if count > 1]
    if twice:
        named = ", ".join(f"'{name}'" for name in twice)
        raise InputError(
            f"{file.name}: more than one column is named {named}",
            slug="duplicate-columns",
            hint="in a copy of the file, rename the columns so that each name stands once",
        )
    return tuple(names)


def optional(module: str, extra: str, purpose: str) -> ModuleType:
    """Import a library that only some formats need.

    Raises
    ------
    InputError
        With slug `extra-missing`.
    """
    try:
        return importlib.import_module(module)
    except ImportError:
        raise InputError(
            f"{purpose} needs the package {module}, which is not installed",
            slug="extra-missing",
            hint=installing(extra),
        ) from None

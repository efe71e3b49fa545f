"""The rows behind a finding, written down so that they say nothing without the auditor's key.

HMAC-SHA256 of a random salt of the file, a finding's id and a row's number, under a key of 32 random bytes
(RFC 2104). Without the key, numbers cannot be tried one after the other; with it, the auditor and the owner of the data can see
which of the rows found at the time of the audit are found again.
"""

from __future__ import annotations

import hashlib
import heapq
import hmac
import json
import os
import secrets
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from audit.errors import UsageError
from audit.resources import write_atomically
from audit.runner.version_control import would_be_committed

KEY = ".audit_key"
"""File beside the plan; mode 0600 on POSIX. It belongs into no report and no repository."""
MOST = 10_000
"""Rows written down for a finding: those with the smallest hashes, a random sample where there are more."""
METHOD = (
    "HMAC-SHA256 of the salt, the finding's id and the row's number from 0, with line feeds between;"
    " filled up to the next hundred"
)
_STEP = 100
"""The file is filled up to a multiple of it: how few rows a finding has is not for those without the key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """The rows behind one finding, as hashes.

    Attributes
    ----------
    salt : str
        Random, of each file its own: two files do not say which rows are in both.
    rows : int
        How many rows there were at most: rounded up to hundreds.
    keys : tuple of str
        Their hashes in ascending order, with as many that stand for no row as it takes to make hundreds; the
        10,000 smallest where there are more rows.
    """

    finding: str
    salt: str
    rows: int
    keys: tuple[str, ...]
    method: str = METHOD


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Rows of now against rows written down; of a sample where there were too many to write down.

    Attributes
    ----------
    again, gone, new : int
        Found both times; found then and not now; found now and not then.
    """

    again: int
    gone: int
    new: int


def own_key(folder: Path) -> bytes:
    """Return the key beside a plan, made when it is first needed.

    Raises
    ------
    UsageError
        With slug `row-key-unusable` if the file holds no key or cannot be written, `key-in-repository` if git
        would take it up.
    """
    path = folder / KEY
    if would_be_committed(path):
        raise UsageError(
            f"{KEY} would lie beside the plan in a git work tree that does not ignore it: whoever has the"
            " repository could tell which rows were found",
            slug="key-in-repository",
            hint=f"add a line to {folder / '.gitignore'}: {KEY}",
        )
    try:
        if not path.exists():
            write_atomically(path, secrets.token_hex(32) + "\n", private=True)
        elif os.name == "posix" and path.stat().st_mode & 0o077:
            path.chmod(0o600)
        key = bytes.fromhex(path.read_text(encoding="utf-8").strip())
    except (OSError, ValueError):
        key = b""
    if len(key) != 32:
        raise UsageError(
            f"{KEY} beside the plan holds no key of 32 bytes, or cannot be read or written",
            slug="row-key-unusable",
            hint="put the key back from your copy; without it, rows written down earlier say nothing",
        )
    return key


def mark(key: bytes, salt: str, finding: str, row: int) -> str:
    """Return what stands for a row in the file with this salt."""
    return hmac.new(key, f"{salt}\n{finding}\n{row}".encode(), hashlib.sha256).hexdigest()


def seal(finding: str, rows: Iterable[int], key: bytes, *, most: int = MOST) -> Sealed:
    """Write rows down; memory holds `most` of them."""
    count, salt = 0, secrets.token_hex(16)

    def marks() -> Iterable[str]:
        nonlocal count
        for row in rows:
            count += 1
            yield mark(key, salt, finding, row)

    kept = heapq.nsmallest(most, marks())
    rounded = max(-(-count // _STEP), 1) * _STEP
    if count <= most:
        kept += _fillers(key, salt, finding)[: min(rounded, most) - count]
        rounded = len(kept)
    return Sealed(finding=finding, salt=salt, rows=rounded, keys=tuple(sorted(kept)))


def _fillers(key: bytes, salt: str, finding: str) -> list[str]:
    """Return hashes that stand for no row; with the key they are told apart."""
    return [mark(key, salt, finding, -number) for number in range(1, _STEP + 1)]


def compare(sealed: Sealed, rows: Iterable[int], key: bytes) -> Compared:
    """Count which rows are found again."""
    known = set(sealed.keys) - set(_fillers(key, sealed.salt, sealed.finding))
    last = (
        sealed.keys[-1] if len(sealed.keys) < sealed.rows else "g"
    )  # above every hexadecimal digit
    now = {each for row in rows if (each := mark(key, sealed.salt, sealed.finding, row)) <= last}
    return Compared(again=len(known & now), gone=len(known - now), new=len(now - known))


def write(sealed: Sealed, path: Path) -> None:
    """Write to a file for the auditor's eyes.

    Raises
    ------
    UsageError
        With slug `cannot-write`.
    """
    try:
        write_atomically(path, json.dumps(asdict(sealed), indent=1) + "\n", private=True)
    except OSError as problem:
        raise UsageError(
            f"{path.name} cannot be written ({type(problem).__name__})",
            slug="cannot-write",
            hint="choose another place with --seal",
        ) from None


def read(path: Path, finding: str) -> Sealed:
    """Read what `write` wrote for a finding.

    Raises
    ------
    UsageError
        With slug `no-such-file` or `not-sealed-rows`.
    """
    if not path.is_file():
        raise UsageError(f"there is no file {path.name}", slug="no-such-file")
    found = None
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
        found = Sealed(**{**said, "keys": tuple(said["keys"])})
        whole = (
            found.method == METHOD
            and len(bytes.fromhex(found.salt)) == 16
            and all(len(bytes.fromhex(key)) == 32 for key in found.keys)
        )
    except (ValueError, TypeError, KeyError):
        whole = False
    if found is None or not whole or found.finding != finding:
        raise UsageError(
            f"{path.name} does not hold the rows of {finding} as hashes",
            slug="not-sealed-rows",
            hint=f"audit locate {finding} --seal {path.name}",
        )
    return found

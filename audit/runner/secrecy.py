"""What only the holder of a table can work out: salts of confidential files, and the order of reviewers.

`audit.json` names the hash of every file of evidence, so that nobody can exchange one. Such a file holds
counts, many of which are public. Whoever lacks a few of them could try them all until the hash fits, and
whoever has the list of officers could hash their names as we do. So a digest of the whole table goes into both,
other than the one that is printed. It comes out the same at every run, and to know it one must have the table.
"""

from __future__ import annotations

import hashlib
import hmac
from functools import lru_cache
from pathlib import Path

_PURPOSE = b"audit: not to be printed\n"
_BLOCK = 1 << 20


def of_table(path: Path) -> str:
    """Return the secret of a table that lies in a file, or in the files of a folder."""
    files = sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]
    states = [each.stat() for each in files]
    return _digest(tuple(files), tuple((state.st_mtime_ns, state.st_size) for state in states))


@lru_cache(maxsize=64)
def _digest(files: tuple[Path, ...], _: tuple[tuple[int, int], ...]) -> str:
    """Read the files once, however many parts are of them."""
    digest = hashlib.sha256(_PURPOSE)
    for each in files:
        with each.open("rb") as file:
            while block := file.read(_BLOCK):
                digest.update(block)
    return digest.hexdigest()


def salt(secret: str, name: str) -> str:
    """Return the salt of one confidential file; empty without a secret."""
    if not secret:
        return ""
    return hmac.new(secret.encode(), name.encode(), hashlib.sha256).hexdigest()

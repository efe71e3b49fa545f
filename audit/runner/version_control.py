"""Whether a file would end up in a repository, from what git reads; git itself is not run."""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path


def would_be_committed(path: Path) -> bool:
    """Return whether a file lies in a git work tree that does not ignore it.

    Patterns are read as far as they are plain: in doubt a file is taken not to be ignored.
    """
    path = path.resolve()
    root = next((folder for folder in path.parents if (folder / ".git").exists()), None)
    if root is None:
        return False
    ignored = False
    for folder, pattern in _patterns(root, path):
        kept = pattern.startswith("!")
        if _matches(pattern.lstrip("!"), path, folder):
            ignored = not kept
    return not ignored


def _patterns(root: Path, path: Path) -> Iterator[tuple[Path, str]]:
    """Yield folder and pattern, those that count for more last."""
    folders = [folder for folder in reversed(path.parents) if folder.is_relative_to(root)]
    files = [(root, root / ".git" / "info" / "exclude")]
    files += [(folder, folder / ".gitignore") for folder in folders]
    for folder, file in files:
        try:
            lines = file.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError):
            continue
        yield from ((folder, line.rstrip()) for line in lines if line.strip() and line[0] != "#")


def _matches(pattern: str, path: Path, folder: Path) -> bool:
    """Whether a pattern of a folder's `.gitignore` names the file or a folder that it lies in."""
    pieces = path.relative_to(folder).parts
    only_folders, pattern = pattern.endswith("/"), pattern.rstrip("/")
    anywhere = pattern.startswith("**/") or "/" not in pattern
    pattern = pattern.removeprefix("**/").removeprefix("/")
    if "/" in pattern:
        return not only_folders and "/".join(pieces) == pattern
    named = pieces if anywhere else pieces[:1]
    if only_folders:
        named = named[: len(pieces) - 1]
    return any(fnmatchcase(piece, pattern) for piece in named)

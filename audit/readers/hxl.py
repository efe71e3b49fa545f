"""The row of hashtags that the Humanitarian Exchange Language puts at the head of a table.

The standard (HXL 1.1, "Hashtag row") has it under the row of names; files with the two swapped, or
with hashtags alone, are common and read as well.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from audit.readers.files import column_names

_HASHTAG = re.compile(r"#[A-Za-z][A-Za-z0-9_]*(\s*\+[A-Za-z][A-Za-z0-9_]*)*")
_VALUE = re.compile(r"[-+]?\d*[.,]?\d+|\d{4}-\d\d-\d\d.*|true|false", re.IGNORECASE)

Row = Sequence[object]


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the data.

    Attributes
    ----------
    names : tuple of str
    hxl : dict
        Column to hashtag with attributes, without blanks.
    rows : int
        Rows that are not data.
    """

    names: tuple[str, ...]
    hxl: dict[str, str]
    rows: int


def _texts(row: Row) -> list[str]:
    return ["" if cell is None else str(cell).strip() for cell in row]


def is_hashtags(row: Row) -> bool:
    """Return whether a row holds hashtags and nothing else."""
    filled = [text for text in _texts(row) if text]
    return bool(filled) and all(_HASHTAG.fullmatch(text) for text in filled)


def head(file: Path, rows: Sequence[Row]) -> Head:
    """Tell names and hashtags from data in the first rows of a table.

    Parameters
    ----------
    rows : sequence of sequence
        The first rows of the file, twenty or so, at least one.

    Raises
    ------
    InputError
        With slug `duplicate-columns`.
    """
    if not is_hashtags(rows[0]):
        names = column_names(file, rows[0])
        if len(rows) > 1 and is_hashtags(rows[1]):
            return Head(names, _tags(names, rows[1]), 2)
        return Head(names, {}, 1)
    if len(rows) > 1 and _is_names(rows[1], rows[2:]):
        names = column_names(file, rows[1])
        return Head(names, _tags(names, rows[0]), 2)
    names = column_names(file, [text.replace(" ", "") for text in _texts(rows[0])])
    return Head(names, _tags(names, rows[0]), 1)


def _is_names(row: Row, below: Sequence[Row]) -> bool:
    """Guess whether a row under the hashtags is a row of names: no values, and values below it."""
    texts = _texts(row)
    if not all(texts) or len(set(texts)) < len(texts) or any(map(_VALUE.fullmatch, texts)):
        return False
    columns = [
        [text for text in column if text] for column in zip(*map(_texts, below), strict=False)
    ]
    return any(column and all(map(_VALUE.fullmatch, column)) for column in columns)


def _tags(names: Sequence[str], row: Row) -> dict[str, str]:
    tags = [re.sub(r"\s+", "", text) for text in _texts(row)]
    return {name: tag for name, tag in zip(names, tags, strict=False) if tag}

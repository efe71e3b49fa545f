"""Names that are themselves personal data: of columns, of categories, of files.

People choose these names, so pages carry them. Only what is confirmed to be a direct identifier (a
check digit, a numbering plan, a label) is taken out: a name that merely looks like one stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from audit.personal_data import kinds, words
from audit.personal_data.columns.reading import identifying
from audit.personal_data.family import Certainty, Nature, Span
from audit.personal_data.scanning import scan

_MOST_READ = 2_000
_ENDING = re.compile(
    r"\.(?:csv|tsv|txt|parquet|xlsx?|jsonl?|ndjson|z?sav|dta|db|sqlite3?|toml|ya?ml|onnx|skops|ubj)(?!\w)",
    re.IGNORECASE,
)
"""Endings of files: behind them an address is none that exists."""
_SIGN = re.compile(r"[\d@<]")


def _confirmed(spans: Sequence[Span]) -> list[Span]:
    known = kinds()
    return [
        span
        for span in spans
        if span.certainty is Certainty.CONFIRMED and known[span.entity_type].nature is Nature.DIRECT
    ]


def _without_endings(text: str) -> str:
    return _ENDING.sub(lambda ending: " " * len(ending.group()), text)


def identifiers_in(texts: Sequence[str]) -> dict[int, str]:
    """Return which texts hold a confirmed direct identifier: position to its sort, in plain words."""
    bare = [_without_endings(text) for text in texts]
    found = ((place, _confirmed(spans)) for place, spans in scan(bare, identifying()))
    return {place: words([spans[0].entity_type])[0] for place, spans in found if spans}


def masked(text: str) -> str:
    """Return a text with every confirmed direct identifier replaced by its sort.

    Examples
    --------
    >>> masked("cases of anna.eriksson@example.org, 2024.csv")
    'cases of [e-mail addresses], 2024.csv'
    """
    if not may_identify([text]):
        return text
    for _, spans in scan([_without_endings(text)], identifying()):
        for span in reversed(_confirmed(spans)):
            text = f"{text[: span.start]}[{words([span.entity_type])[0]}]{text[span.end :]}"
    return text


def may_identify(labels: Iterable[object]) -> bool:
    """Tell whether any label is worth reading: without a digit, an @ or a filler none is confirmed."""
    return any(isinstance(each, str) and len(each) > 5 and _SIGN.search(each) for each in labels)


def withheld(labels: Iterable[object]) -> dict[str, str]:
    """Return what stands in place of the labels of a column that are direct identifiers.

    Each keeps a number of its own, in the order of the labels, so that groups stay apart. Of a column
    with more than 2,000 labels that could be identifiers, which no page can name, all are replaced.
    """
    ordered = sorted({each for each in labels if isinstance(each, str)})
    sorts = _sorts(ordered)
    places = {place: number for number, place in enumerate(sorted(sorts), 1)}
    return {ordered[p]: f"withheld {number} ({sorts[p]})" for p, number in places.items()}


def _sorts(labels: Sequence[str]) -> dict[int, str]:
    import polars as pl

    triggers = "|".join(f"(?:{family.trigger})" for family in identifying() if family.trigger)
    could = pl.Series(labels, dtype=pl.String).str.contains(triggers).arg_true().to_list()
    if len(could) > _MOST_READ:
        return dict.fromkeys(could, "could be personal data")
    found = identifiers_in([labels[place] for place in could])
    return {could[place]: sort for place, sort in found.items()}


_LITERAL = re.compile(
    r"(?s)--[^\n]*|/\*.*?(?:\*/|\Z)"  # remarks
    r"|\$(?P<tag>\w*)\$.*?(?:\$(?P=tag)\$|\Z)"
    r"|'(?:''|\\.|[^'\\])*(?:'|\Z)"
    r"|\"(?:\"\"|\\.|[^\"\\])*(?:\"|\Z)"  # names in some databases, text in others
    r"|(?<![\w.])\d[\d_]*(?:\.\d+)?(?:[eE][-+]?\d+)?(?!\w)"
)
_YEAR = re.compile(r"19\d\d|20\d\d|\d{1,2}")


def query_without_values(query: str) -> str:
    """Return a query with the values that it compares with taken out, and its remarks.

    What was asked stays legible: tables, columns, conditions. A name or a number of somebody
    (`where name = '...'`) does not; years and numbers of two digits stay.

    Examples
    --------
    >>> query_without_values("select * from cases where name = 'O''Hara' and year > 2020 -- hers")
    "select * from cases where name = '…' and year > 2020"
    """

    def shown(literal: re.Match[str]) -> str:
        text = literal.group()
        if text.startswith(("--", "/*")):
            return ""
        if text[0].isdecimal():
            return text if _YEAR.fullmatch(text) else "…"
        sign = text[0] if text[0] in "'\"" else "'"
        return f"{sign}…{sign}"

    return masked(_LITERAL.sub(shown, query).strip())

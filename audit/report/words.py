"""Sentences and numbers as the page writes them."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace

from audit.figure import Cell
from audit.text import Catalogue, Message, Param, fill, say

_ISOLATE, _END = "\u2068", "\u2069"


def isolated(text: str) -> str:
    """Wrap a right-to-left name, so that it does not reorder the sentence around it."""
    if any(unicodedata.bidirectional(letter) in {"R", "AL"} for letter in text):
        return f"{_ISOLATE}{text}{_END}"
    return text


LONGEST = 60
"""Letters of a name that pictures, lists and sentences show; tables have all of it."""
_NAMES = {"group", "groups", "feature", "column", "columns", "more", "files"}
"""Parameters that hold names from the data, which can be of any length."""


def short(name: str) -> str:
    """Cut a name that is too long to be read in a line."""
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1].rstrip()}…"


def _isolated(value: Param, name: str = "") -> Param:
    cut = short if name in _NAMES else str
    if isinstance(value, str):
        return isolated(cut(value))
    if isinstance(value, tuple | list):
        return tuple(isolated(cut(str(item))) for item in value)
    return value


def _isolated_message(message: Message) -> Message:
    return replace(
        message,
        params={name: _isolated(value, name) for name, value in message.params.items()},
        parts={name: _isolated_message(part) for name, part in message.parts.items()},
    )


def _typeset(text: str) -> str:
    # A hyphen before a digit is a minus unless something is joined by it: 25-34, SHA-256.
    text = re.sub(r"(?<![\w.,:/)–-])-(?=\d)", "−", text)
    return re.sub(r"(\d) %", "\\1\u00a0%", text)


def _capital(text: str, message: Message) -> str:
    # Only a plain word: `visa_type` is the name of a column, and stays as it is written there.
    feature = message.params.get("feature")
    if isinstance(feature, str) and re.fullmatch(r"[a-z][a-z ]*", feature.partition(" × ")[0]):
        return text[:1].upper() + text[1:] if text.startswith(feature) else text
    return text


class Words:
    """One language's sentences.

    Parameters
    ----------
    catalogue : Catalogue
        Made by `audit.report.locale.catalogue`.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def __call__(self, id: str, /, **params: Param) -> str:
        """Return the sentence of that id."""
        message = say(id, **{key: _isolated(value, key) for key, value in params.items()})
        return _typeset(self._catalogue.render(message))

    def name(self, scope: str, word: str) -> str:
        """Return the name of a word of a closed list, or the word itself where the locale has none."""
        id = f"{scope}.{word}"
        return self(id) if id in self._catalogue else word.replace("_", " ")

    def knows(self, id: str) -> bool:
        """Whether there is a sentence of that id."""
        return id in self._catalogue

    def sentence(self, message: Message | None, otherwise: str = "") -> str:
        """Render a message of the record; `otherwise` where this version no longer has its template."""
        if message is None:
            return otherwise
        try:
            shown = _isolated_message(message)
            return _typeset(_capital(self._catalogue.render(shown), shown))
        except KeyError:
            return otherwise or message.text or message.id


def percent(value: float | None) -> str:
    """Write a fraction as a percentage that no line break cuts: `12.3 %`, small ones with two digits."""
    return fill("{value:pct}", {"value": value}).replace(" ", "\u00a0").replace("-", "−")


def level(value: float) -> str:
    """Write a confidence level: `95 %`, `99.5 %`."""
    return f"{100 * value:.4g} %"


def points(value: float | None, *, signed: bool = False) -> str:
    """Write a difference of rates in percentage points: `+4.2`."""
    if value is None:
        return "–"
    return _minus(f"{100 * value:+.1f}" if signed else f"{100 * value:.1f}")


def count(value: float | None) -> str:
    """Write people: whole where whole, one decimal for sums of weights."""
    if value is None:
        return "–"
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.1f}"


def p_value(value: float | None) -> str:
    """Write a p-value: three decimals, `< .001` below."""
    if value is None:
        return "–"
    return "< .001" if value < 0.001 else f"{value:.3f}".replace("0.", ".", 1)


def number(value: float | None) -> str:
    """Write a plain number with three significant digits, or whole where it is large."""
    if value is None or not math.isfinite(value):
        return "–"
    if float(value).is_integer() or abs(value) >= 1000:
        return _minus(f"{value:,.0f}")
    return _minus(f"{value:.3g}" if abs(value) >= 1e-4 else f"{value:.1e}")


def _minus(text: str) -> str:
    return text.replace("-", "−", 1) if text.startswith("-") else text


def _times(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


_WRITERS = {
    "rate": percent,
    "points": lambda value: points(value, signed=True),
    "count": count,
    "ratio": _times,
    "p": p_value,
    "number": number,
    "score": number,
    "seconds": number,
}


def cell(value: Cell, unit: str) -> str:
    """Write one cell of a table by its unit."""
    if value is None:
        return "–"
    if isinstance(value, bool):
        return "✓" if value else "–"
    if isinstance(value, str):
        return value
    writer = _WRITERS.get(unit)
    return writer(float(value)) if writer else number(float(value))


def span(low: float | None, high: float | None, unit: str = "rate") -> str:
    """Write an interval: `8.1 % – 12.4 %`; an open end as an ellipsis."""
    if low is None and high is None:
        return "–"
    ends = ["…" if end is None else cell(end, unit) for end in (low, high)]
    return " – ".join(ends) if unit not in {"points", "number"} else " to ".join(ends)


def anchor(*pieces: str) -> str:
    """Return a name for `id` and `href`: letters, digits and hyphens of any script."""
    return "-".join(re.sub(r"[^\w]+", "-", piece).strip("-") for piece in pieces if piece)


def unique(names: Iterable[str]) -> list[str]:
    """Return the names with a number behind those that came before."""
    seen: dict[str, int] = {}
    result = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        result.append(name if seen[name] == 1 else f"{name}-{seen[name]}")
    return result

"""Sentences as an id with parameters, so that one record renders in any language.

Templates use `str.format` fields with a few formats of our own::

    {n:people}            1 person / 1,204 people
    {value:pct}           12.3 %
    {value:pct_up}        at most 12.4 %: an upper limit, never rounded down
    {value:pct_down}      at least 12.3 %: a lower limit, never rounded up
    {value:times}         2.5 times
    {groups:list}         A, B and C
    {n:count|row|rows}    1 row / 3 rows

Of Python's own formats a sentence may use those of numbers with at most 12 digits (`,`, `d`, `g`,
`.3g`, `.2f`, `+.3f`, `,.1f`, `.1%`, `.1e`): a width from a hostile record could fill the memory.
"""

from __future__ import annotations

import math
import re
import string
import tomllib
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from audit.resources import folder

_SIGNS = ("=", "+", "-", "@")
_CONTROLS = ("\t", "\r", "\n")

Param = str | int | float | bool | None | tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One sentence to be rendered later.

    `id` is `<scope>.<name>`: the scope is a check id in lower case, or a section of the locale
    file. A message of a plug-in carries its English `text` along.
    """

    id: str
    params: Mapping[str, Param] = field(default_factory=dict)
    text: str = ""
    parts: Mapping[str, Message] = field(default_factory=dict)
    """Messages that fill a field of this one: a check's phrase inside a common sentence."""


def say(id: str, /, **params: Param) -> Message:
    """Return a `Message`; the shortest way to write one."""
    return Message(id=id, params=params)


def plain(text: str) -> Message:
    """Return a message that is already text: a column name, a name from the plan."""
    return Message(id="plain", text=text)


def _percent(value: float) -> str:
    share = 100 * value
    if value != 0 and abs(share) < 0.95:
        return f"{share:.2g} %"
    return f"{share:.1f} %"


def _percent_limit(value: float, to: Callable[[float], int]) -> str:
    """Return a limit in per cent that stays one: rounded up or down, never to the nearest."""
    share = 100 * value
    step = 10.0 ** (math.floor(math.log10(share)) - 1) if 0 < share < 0.95 else 0.1
    nearest = round(share / step)
    steps = nearest if math.isclose(share / step, nearest, rel_tol=1e-9) else to(share / step)
    return _percent(steps * step / 100)


_PERCENT: Mapping[str, Callable[[float], str]] = {
    "pct": _percent,
    "pct_up": lambda value: _percent_limit(value, math.ceil),
    "pct_down": lambda value: _percent_limit(value, math.floor),
}

_MOST_LISTED = 8


def _listed(items: Sequence[str]) -> str:
    items = [str(item) for item in items]
    if len(items) > _MOST_LISTED:
        items = [*items[: _MOST_LISTED - 2], f"{len(items) - _MOST_LISTED + 2} more"]
    if len(items) < 2:
        return "".join(items)
    if all(item.endswith(("?", ".")) for item in items):
        return " ".join(items)
    return ", ".join(items[:-1]) + " and " + items[-1]


_NUMBER_FORMAT = re.compile(r"\+?,?(?:\.(?:\d|1[0-2]))?[dfge%]?")
_LONGEST = 100_000
"""Characters of one rendered sentence: far more than any needs."""
_DEEPEST = 8


class BrokenSentence(KeyError):  # noqa: N818 - it says what the sentence is
    """A message that no sentence can be made of: its template is missing or does not fit it."""


class _Formatter(string.Formatter):
    def __init__(self) -> None:
        self._left = _LONGEST

    def vformat(self, format_string: str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> str:
        self._spend(format_string)
        return super().vformat(format_string, args, kwargs)

    def _spend(self, text: str) -> str:
        self._left -= len(text)
        if self._left < 0:
            raise ValueError("a sentence grew beyond all measure")
        return text

    def format_field(self, value: Any, format_spec: str) -> str:
        return self._spend(self._formatted(value, format_spec))

    def _formatted(self, value: Any, format_spec: str) -> str:  # noqa: PLR0911 - one a format
        if value is None:
            return "–"
        match format_spec:
            case "":
                return _listed(value) if isinstance(value, tuple | list) else str(value)
            case "pct" | "pct_up" | "pct_down":
                return _PERCENT[format_spec](float(value))
            case "points":
                return f"{100 * float(value):.1f} percentage points"
            case "times":
                return f"{float(value):.2f} times"
            case "people":
                return "1 person" if value == 1 else f"{value:,} people"
            case "list":
                return _listed(value)
            case _ if format_spec.startswith("count|"):
                _, one, many = format_spec.split("|")
                return f"1 {one}" if value == 1 else f"{value:,} {many}"
        if not _NUMBER_FORMAT.fullmatch(format_spec):
            raise ValueError("a sentence asks for a format that there is not")
        return format(value, format_spec)

    def get_field(self, field_name: str, args: Any, kwargs: Any) -> Any:  # noqa: ARG002
        # Attribute and index access has no place in a sentence, and templates can come from outside.
        return kwargs[field_name], field_name


def fill(template: str, params: Mapping[str, Param]) -> str:
    """Render one template.

    Raises
    ------
    KeyError
        If the template names a parameter that is not given.
    ValueError, TypeError, OverflowError
        If a format is none of ours, or does not suit its parameter.
    """
    return _Formatter().vformat(template, (), dict(params))


class Catalogue:
    """Templates by message id, for one language.

    Parameters
    ----------
    templates : mapping of str to str
        Message id to template.
    carried : set of str, optional
        Ids of the templates that came with a record or a plug-in, and need not be whole.
    """

    def __init__(
        self, templates: Mapping[str, str], *, carried: frozenset[str] = frozenset()
    ) -> None:
        self._templates = dict(templates)
        self._carried = carried

    def __contains__(self, id: object) -> bool:
        return id in self._templates

    def render(self, message: Message) -> str:
        """Return the sentence, in this language if there is a template, else as the message carries it.

        Raises
        ------
        BrokenSentence
            A `KeyError`: the message has no template, or one that it cannot fill.
        """
        try:
            return self._rendered(message, _DEEPEST)
        except (KeyError, ValueError, TypeError, OverflowError):
            if message.id in self._carried and not message.params and not message.parts:
                return self._templates[message.id][:_LONGEST]
            raise BrokenSentence(message.id) from None

    def shown(self, message: Message) -> str:
        """Return the sentence, or where it is broken its plain template, or its id. Never raises.

        For messages of someone else's record, which need not fit our templates nor their own.
        """
        try:
            return self.render(message)
        except BrokenSentence:
            return (message.text or self._templates.get(message.id, "") or message.id)[:_LONGEST]

    def _rendered(self, message: Message, depth: int) -> str:
        if message.id == "plain":
            return message.text
        template = self._templates.get(message.id) or message.text
        if not template:
            raise KeyError(message.id)
        if not depth:
            raise ValueError("sentences within sentences")
        parts = {name: self._rendered(part, depth - 1) for name, part in message.parts.items()}
        return fill(template, {**message.params, **parts})

    def with_templates(self, more: Mapping[str, str]) -> Catalogue:
        """Return a catalogue that also knows `more`; what this one says already wins."""
        carried = self._carried | (set(more) - set(self._templates))
        return Catalogue({**more, **self._templates}, carried=carried)


def load_locale(lang: str) -> dict[str, str]:
    """Return the templates of a language by dotted id, in English where it has none.

    `report_templates/locale/<lang>.toml` holds tables that are flattened: `[finding] gap = "…"` is
    `finding.gap`. A tag such as `fr-CA` falls back to `fr`, then to `en`.
    """
    templates = _locale_file("en")
    for tag in dict.fromkeys((lang.partition("-")[0], lang)):
        if tag != "en":
            templates |= _locale_file(tag)
    return templates


def languages() -> tuple[str, ...]:
    """Return the languages that have a locale file."""
    return tuple(
        sorted(path.stem for path in (folder("report_templates") / "locale").glob("*.toml"))
    )


def _locale_file(tag: str) -> dict[str, str]:
    if not tag.replace("-", "").isalnum():
        return {}
    path = folder("report_templates") / "locale" / f"{tag}.toml"
    if not path.is_file():
        return {}
    return dict(_flat(tomllib.loads(path.read_text(encoding="utf-8")), ""))


def _flat(table: Mapping[str, Any], prefix: str) -> Iterator[tuple[str, str]]:
    for name, value in table.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", str(value).strip()


def inert(text: str) -> str:
    """Return text for a cell of a CSV file, quoted if a spreadsheet would run it as a formula."""
    return f"'{text}" if _runs(text) else text


def _runs(text: str) -> bool:
    """Whether a spreadsheet may take the text for a formula (OWASP, CSV injection).

    Some skip what cannot be seen before the sign, and some read its full-width form as the sign.
    """
    if text[:1] in _CONTROLS:
        return True
    seen = (c for c in text if unicodedata.category(c)[0] not in "ZC")
    return unicodedata.normalize("NFKC", next(seen, ""))[:1] in _SIGNS

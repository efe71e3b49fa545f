"""What may be said of a model that does not serve: fixed sentences, filled with numbers and names.

A model's process sends a key and facts, never a text: its code may have seen people, and what it
writes would stand in the report. The audit's side builds every sentence here, and takes a name of a
column only if it gave it, a number only if it is one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, TypeGuard, TypeVar

from audit.errors import ModelError
from audit.plan import ModelSection

_T = TypeVar("_T")

Fact = str | int | list[str] | list[int] | None

_COUNTS = ("takes", "named", "classes", "missing", "rows")
_TYPE = re.compile(r"[A-Za-z_][\w.()<>\[\], =/:+-]{0,79}")
_MOST_NAMED = 12


class Refusal(Exception):  # noqa: N818 - it says what the model's side does
    """Raised in the model's process; `key` is one of `SENTENCES`."""

    def __init__(self, key: str, **facts: Fact) -> None:
        super().__init__(key)
        self.key = key
        self.facts = facts


class Nonsense(Exception):  # noqa: N818 - it says what the header is
    """A header that our side of the process would not write."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    slug: str
    text: str
    hint: str = ""


SENTENCES = {
    "text-column": _Sentence(
        "model-columns",
        "the model takes numbers in '{column}', and the column is {type}",
        "[columns.{column}] map or type turns it into the numbers the model was made with",
    ),
    "missing-values": _Sentence(
        "model-missing-values",
        "the model takes whole numbers in '{column}' and no missing values; "
        "{missing} of {rows} rows have none",
        "[columns.{column}] map can say what stood there when the model was used",
    ),
    "inputs-unnamed": _Sentence(
        "model-features",
        "the model does not name its inputs",
        'say which columns, in its order: [model] features = ["…", "…"]',
    ),
    "inputs-counted": _Sentence(
        "model-features",
        "the model takes {takes} inputs and does not name its inputs",
        'say which columns, in its order: [model] features = ["…", "…"]',
    ),
    "inputs-otherwise": _Sentence(
        "model-features", "the model takes {takes} inputs, and [model] features names {named}"
    ),
    "inputs-wide": _Sentence(
        "model-features",
        "the model's inputs {names} each take several columns; "
        "one input a column, or one for all, can be matched",
    ),
    "input-type": _Sentence(
        "model-unreadable", "the model's input {names} is {type}, not a column of a table"
    ),
    "no-such-label": _Sentence(
        "model-output",
        "[model] positive_label is '{positive_label}', which is no class of the model",
        "known: {names}",
    ),
    "many-classes": _Sentence(
        "model-output",
        "the model tells {classes} classes apart; say which is positive",
        '[model] positive_label = "…"; known: {names}',
    ),
    "no-such-output": _Sentence(
        "model-output",
        "[model] output is '{output}', which is no output of the model",
        "known: {names}",
    ),
    "other-output": _Sentence(
        "model-output", "[model] output is '{output}', which this model does not give"
    ),
    "no-output": _Sentence("model-output", "the model has no output that is a number or a label"),
    "no-function": _Sentence(
        "model-unreadable", "[model] source: there is no function '{source}' in that module"
    ),
    "predicts-nothing": _Sentence("model-unreadable", "the file holds nothing that predicts"),
    "untrusted-types": _Sentence(
        "skops-untrusted",
        "the model file holds types that are not known to be harmless: {types}",
        "ask its maker for ONNX, which holds no types; forests and trees need it",
    ),
    "shape": _Sentence(
        "model-shape",
        "the model answered {rows} rows with an array of shape {shape}; "
        "one number a row was expected",
    ),
    "not-numbers": _Sentence("model-shape", "the model answered with values that are not numbers"),
}


def error(
    key: object,
    facts: object,
    *,
    model: ModelSection,
    columns: Collection[str],
    names: bool,
) -> ModelError:
    """Return the error for a refusal that a model's process sent.

    Parameters
    ----------
    columns : collection of str
        Names that may be said: those of the columns the model was given.
    names : bool
        Whether names that stand in the model file, of its classes or inputs, may be said. Those of a
        Python function may not: it can call a class whatever it likes.

    Raises
    ------
    Nonsense
        If there is no such refusal, or its facts are not what it takes.
    """
    sentence = SENTENCES.get(key) if isinstance(key, str) else None
    if sentence is None or not isinstance(facts, dict):
        raise Nonsense
    said = {
        "source": model.source,
        "output": model.output,
        "positive_label": model.positive_label,
        **{name: _fact(name, value, columns) for name, value in facts.items()},
    }
    if "names" in said and not names:
        said["names"] = "not shown"
    try:
        return ModelError(
            sentence.text.format_map(said), slug=sentence.slug, hint=sentence.hint.format_map(said)
        )
    except KeyError:
        raise Nonsense from None


def _fact(name: str, value: object, columns: Collection[str]) -> str:
    if name in _COUNTS and isinstance(value, int):
        return str(value) if abs(value) < 1 << 63 else "too many"
    if name == "column" and isinstance(value, str) and value in columns:
        return value
    if name == "type" and isinstance(value, str) and _TYPE.fullmatch(value):
        return value
    if name == "shape" and _all(value, int) and all(0 <= size < 1 << 63 for size in value):
        return str(tuple(value[:8]))
    if name == "types" and _all(value, str):
        return _listed([item for item in value if _TYPE.fullmatch(item)])
    if name == "names" and _all(value, str):
        return _listed([f"'{printable(item)}'" for item in value])
    raise Nonsense


def _all(value: object, kind: type[_T]) -> TypeGuard[list[_T]]:
    return isinstance(value, list) and all(isinstance(item, kind) for item in value)


def _listed(items: list[str]) -> str:
    more = f" and {len(items) - _MOST_NAMED} more" if len(items) > _MOST_NAMED else ""
    return ", ".join(items[:_MOST_NAMED]) + more


def printable(name: str, longest: int = 60) -> str:
    """Return a name from a model without what a terminal would obey, and cut if it is too long."""
    seen = "".join(letter if letter.isprintable() else "?" for letter in name[:longest])
    return seen + "…" if len(name) > longest else seen


def type_name(value: object) -> str:
    """Return the name of an exception's type; never more than a name."""
    if isinstance(value, str) and value.isidentifier() and value.isascii() and len(value) <= 60:
        return value
    return "an exception"


def header(refusal: Refusal) -> Mapping[str, Any]:
    """Return what the model's process sends."""
    return {"refused": refusal.key, "facts": refusal.facts}

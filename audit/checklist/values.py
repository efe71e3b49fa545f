"""What an item takes as a value: its options, a number within bounds, a day that has come."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from audit.checklist.items import CHOICES, AnswerType, Item
from audit.errors import did_you_mean
from audit.strict_yaml import number, wrong_date


def wrong_value(item: Item, value: tuple[str, ...], latest: date) -> str:
    """Say what is wrong with a value for an item; empty if nothing, or if there is no value."""
    if not value:
        return ""
    kind = item.answer.type
    if kind in (AnswerType.STATE, AnswerType.TEXT, AnswerType.FILE):
        return f"an answer of type {kind} has no 'value'"
    if len(value) > 1 and kind is not AnswerType.MULTI:
        return f"takes one answer, found {len(value)}"
    if len(set(value)) < len(value):
        return "names an option twice"
    return _VALUES[kind](item, value, latest)


def _wrong_option(item: Item, value: tuple[str, ...], latest: date) -> str:  # noqa: ARG001 -- the shape of every rule
    known = [option.value for option in item.answer.options]
    for one in value:
        if one not in known:
            near = did_you_mean(one, known) if len(known) > 6 else f"one of {', '.join(known)}"
            return f"'{one[:40]}' is none of its options ({near})"
    return ""


def _wrong_number(item: Item, value: tuple[str, ...], latest: date) -> str:  # noqa: ARG001 -- the shape of every rule
    spec, found = item.answer, number(value[0])
    if found is None:
        return "is no number; write digits, with a point for decimals"
    if spec.whole and not found.is_integer():
        return "must be a whole number"
    if spec.at_least is not None and found < spec.at_least:
        return f"must be at least {spec.at_least:g}, found {found:g}"
    if spec.at_most is not None and found > spec.at_most:
        return f"must be at most {spec.at_most:g}, found {found:g}"
    return ""


def _wrong_day(item: Item, value: tuple[str, ...], latest: date) -> str:
    wrong = wrong_date(value[0], date.max if item.answer.future else latest)
    return f"the date {wrong}" if wrong else ""


_VALUES: Mapping[AnswerType, Callable[[Item, tuple[str, ...], date], str]] = {
    **dict.fromkeys(CHOICES, _wrong_option),
    AnswerType.NUMBER: _wrong_number,
    AnswerType.DATE: _wrong_day,
}

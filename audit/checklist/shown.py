"""A score as plain values and as one sentence, for the terminal, JSON and the page alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from audit.checklist.answers import Confirmation
from audit.checklist.scoring import Score

_NAMED = 8
"""Open items that one sentence names."""


def numbers(values: Mapping[str, float]) -> dict[str, int | float]:
    """Return whole numbers as such."""
    return {name: int(v) if float(v).is_integer() else v for name, v in values.items()}


def statement(version: str, score: Score, confirmed: Confirmation | None = None) -> str:
    """Say in one sentence what the answers come to; never what the law concludes.

    Parameters
    ----------
    version : str
        The framework's `legal_version`: no score is printed without it.
    """
    said = _SENTENCES.get(score.method, _plain)(version, score)
    if score.method == "class" and score.result:
        return f"{said} {_by(score, confirmed)}"
    return said


def _points(version: str, score: Score) -> str:
    values, maxima = numbers(score.values), numbers(score.maxima)
    totals = ", ".join(f"{name} {values[name]} of {maxima[name]}" for name in maxima)
    final = f"final score {values['final']}, from {totals}"
    if score.open:
        asked = f"{_count(len(score.open))} that can change it {'is' if len(score.open) == 1 else 'are'} open"
        return (
            f"No level by {version} yet: {asked}. On the answers so far: {final} ({score.title})."
        )
    return f"{score.title} by {version}: {final}."


def _count(number: int) -> str:
    return f"{number} question" if number == 1 else f"{number} questions"


def _class(version: str, score: Score) -> str:  # noqa: ARG001 -- the shape of every sentence
    if score.possible:
        left = ", ".join(score.possible)
        unnamed = len(score.open) - _NAMED
        named = ", ".join(score.open[:_NAMED]) + (f" and {unnamed} more" if unnamed > 0 else "")
        return f"On these answers it cannot be told yet; possible: {left}. Open: {named}."
    held = [point.ref or point.id for point in score.points]
    why = f" ({'; '.join(dict.fromkeys(held))})" if held else ""
    more = f" {_count(len(score.open))} could add a point to it." if score.open else ""
    return f"On these answers, points to: {score.title}{why}. {score.reason}{more}"


def _by(score: Score, confirmed: Confirmation | None) -> str:
    if confirmed is None:
        return "To be confirmed by a named person."
    if confirmed.result != score.result:
        return f"{confirmed.by} confirmed another result ({confirmed.result}) on {confirmed.on}."
    return f"Confirmed by {confirmed.by} on {confirmed.on}."


def _profile(version: str, score: Score) -> str:  # noqa: ARG001 -- the shape of every sentence
    if not score.result:
        return "No harm is graded yet."
    graded = [profile for profile in score.profiles if profile.priority]
    first = ", ".join(p.title for p in graded if p.priority == graded[0].priority)
    open_ = f" Not graded yet: {_count(len(score.open))}." if score.open else ""
    return f"First: {first} ({score.title}). Grades stand side by side and are never added.{open_}"


def _plain(version: str, score: Score) -> str:  # noqa: ARG001 -- the shape of every sentence
    return ", ".join(f"{name} {value:g}" for name, value in score.values.items()) + "."


_SENTENCES: Mapping[str, Callable[[str, Score], str]] = {
    "points": _points,
    "class": _class,
    "profile": _profile,
}


def as_values(score: Score) -> dict[str, Any]:
    """Return a score as values that JSON can hold, its named numbers at the top."""
    return {
        "method": score.method,
        **numbers(score.values),
        "maxima": numbers(score.maxima),
        "result": score.result,
        "result_title": score.title,
        "reason": score.reason,
        "areas": [
            {
                "section": a.section,
                "title": a.title,
                "total": a.total,
                "points": a.points,
                "maximum": a.maximum,
                "answered": a.answered,
                "asked": a.asked,
            }
            for a in score.areas
        ],
        "requirements": [{"title": r.title, "text": r.text} for r in score.requirements],
        "points_to": [
            {"step": p.step, "id": p.id, "ref": p.ref, "reason": p.reason} for p in score.points
        ],
        "profiles": [
            {
                "section": p.section,
                "title": p.title,
                "grades": dict(p.grades),
                "priority": p.priority,
                "floor": p.floor,
            }
            for p in score.profiles
        ],
        "possible": list(score.possible),
        "open": list(score.open),
        "complete": not score.open,
        "stop": score.stop,
    }

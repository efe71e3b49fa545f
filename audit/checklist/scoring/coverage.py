"""Coverage: how many of the questions that are asked are answered; a count, never a grade."""

from __future__ import annotations

from dataclasses import dataclass

from audit.checklist.items import Checklist
from audit.checklist.scoring import Method, Score
from audit.checklist.sheet import Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """`scoring: {method: coverage}`: there is nothing to set."""


def _score(config: Coverage, sheet: Sheet) -> Score:  # noqa: ARG001 -- the shape of every method
    asked = [item.id for item in sheet.checklist.items() if item.id in sheet.asked]
    answered = sheet.answered
    return Score(
        method="coverage",
        values={"answered": float(len(answered)), "asked": float(len(asked))},
        open=tuple(id for id in asked if id not in answered),
    )


def _wrong(config: Coverage, checklist: Checklist) -> str:  # noqa: ARG001 -- the shape of every method
    return ""


coverage = Method(name="coverage", config=Coverage, score=_score, wrong=_wrong)

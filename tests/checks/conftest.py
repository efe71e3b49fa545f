"""Puts a check to a payload made by hand, and renders every sentence it says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from audit.check import Answer, Ask, Check, Ruled
from audit.evidence import Evidence, Provenance
from audit.plan_reader import parse
from audit.text import Catalogue

FORBIDDEN = (
    "unbiased", "bias-free", "compliant", "no discrimination", "explained by", "illegal", "because of",
)  # fmt: skip


@dataclass(frozen=True)
class Said:
    """An answer with its sentences in English."""

    answer: Answer
    text: str
    notes: tuple[str, ...]

    @property
    def outcome(self) -> str:
        assert isinstance(self.answer, Ruled)
        return str(self.answer.outcome)


def _put(check: Check, payload: Any = None, plan: str = "", key: str = "") -> Said:
    whole = parse(plan)
    ask = Ask(
        check=check.id,
        key=key,
        sample="all",
        part=whole.parts[0],
        plan=whole,
        criterion=whole.criterion(check.id, check.criterion),
    )
    provenance = Provenance(measure="by hand", version=1)
    given = {
        name: Evidence(id="by-hand", part="main", value=payload, provenance=provenance)
        for name in check.asks_for
    }
    answer = check.answer(**given, ask=ask)
    catalogue = Catalogue(check.texts())
    message = answer.message if isinstance(answer, Ruled) else getattr(answer, "phrase", None)
    if isinstance(answer, Ruled) and answer.settle is not None:
        assert catalogue.render(answer.settle)
    text = catalogue.render(message) if message is not None else ""
    return Said(answer, text, tuple(map(catalogue.render, answer.notes)))


@pytest.fixture
def put() -> Callable[..., Said]:
    """Return a function that puts a check to a payload under a plan."""
    return _put


@pytest.fixture
def clean_wording() -> Callable[[Check], None]:
    """Return a function that fails if a check says what a report must never say."""

    def examine(check: Check) -> None:
        page = check.page
        texts = [*check.says.values(), page.title, page.why, page.how, page.cannot_show, page.to_do]
        for text in texts:
            assert not [word for word in FORBIDDEN if word in text.lower()], text

    return examine

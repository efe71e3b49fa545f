"""Puts a check to a payload made by hand, and renders every sentence it says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from audit.check import Answer, Ask, Check, Ruled, Tested
from audit.evidence import Evidence, Provenance
from audit.inference.verdict import decide
from audit.plan_reader import parse
from audit.runner import testing
from audit.runner.disclosure import Disclosure
from audit.runner.planning import Question
from audit.text import Catalogue, load_locale

FORBIDDEN = (
    "unbiased", "bias-free", "compliant", "no discrimination", "explained by", "illegal", "because of",
)  # fmt: skip


@dataclass(frozen=True)
class Said:
    """An answer with its sentences in English."""

    answer: Answer
    text: str
    notes: tuple[str, ...]

    decided: str = ""

    @property
    def outcome(self) -> str:
        if self.decided:
            return self.decided
        assert isinstance(self.answer, Ruled)
        return str(self.answer.outcome)


def _decided(check: Check, ask: Ask, answer: Tested, family: str) -> Said:
    """Decide a tested answer alone, and say it as the page does."""
    question = Question(id="q", check=check, ask=ask, family=family)
    verdict = decide([testing.posed(question, answer)])["q"]
    known = testing.labels(question, answer, Disclosure(lambda _: {}, ask.plan.report.min_cell))
    about = testing.worst_of(verdict, answer, known)
    message = testing.sentence(question, answer, verdict, about, known)
    catalogue = Catalogue({**load_locale("en"), **check.texts()})
    if answer.settle is not None:
        assert catalogue.render(answer.settle)
    notes = tuple(map(catalogue.render, answer.notes))
    return Said(answer, catalogue.render(message), notes, str(verdict.outcome))


def _put(
    check: Check, payload: Any = None, plan: str = "", key: str = "", family: str = ""
) -> Said:
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
    if isinstance(answer, Tested):
        return _decided(check, ask, answer, family)
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

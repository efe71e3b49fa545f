"""presidio-analyzer and the families: its recognizers serve as ours, and ours as its.

`found_by` makes one of presidio's recognizers into the `find` of a family; `recognizers` gives every
family as a recognizer, for an `AnalyzerEngine` of one's own:

>>> registry = RecognizerRegistry(recognizers=recognizers("en"), supported_languages=["en"])
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from audit.personal_data.family import Certainty, Family, Span

_CONFIRMED = 1.0
_CANDIDATE = 0.5
_SCORE = {
    Certainty.CONFIRMED: _CONFIRMED,
    Certainty.CANDIDATE: _CANDIDATE,
    Certainty.MALFORMED: 0.1,
}


def found_by(build: Callable[[], Any]) -> Callable[[str], Iterator[Span]]:
    """Return a `find` that asks one of presidio's recognizers, made when it is first needed.

    Parameters
    ----------
    build : callable
        Returns the `EntityRecognizer`. Scores of 1 (a checksum holds) count as confirmed, of .5 and
        more as candidates; lower ones, which presidio gives to any run of digits, not at all.
    """
    made = cache(build)

    def find(text: str) -> Iterator[Span]:
        recognizer = made()
        for hit in recognizer.analyze(text, recognizer.supported_entities, None) or ():
            if hit.score >= _CANDIDATE:
                sure = Certainty.CONFIRMED if hit.score >= _CONFIRMED else Certainty.CANDIDATE
                yield Span(hit.entity_type, hit.start, hit.end, sure)

    return find


def recognizers(language: str = "en") -> list[Any]:
    """Return every family as a presidio recognizer."""
    from audit.personal_data import families

    return [_wrapped(family, language) for family in families() if family.find is not None]


def _wrapped(family: Family, language: str) -> Any:
    from presidio_analyzer import LocalRecognizer, RecognizerResult

    class Recognizer(LocalRecognizer):
        def load(self) -> None:
            """Nothing to load."""

        def analyze(self, text: str, entities: list[str], nlp_artifacts: Any = None) -> list[Any]:  # noqa: ARG002 (presidio's signature)
            metadata = {
                RecognizerResult.RECOGNIZER_NAME_KEY: family.name,
                RecognizerResult.RECOGNIZER_IDENTIFIER_KEY: self.id,
            }
            return [
                RecognizerResult(
                    entity_type=span.entity_type,
                    start=span.start,
                    end=span.end,
                    score=_SCORE[span.certainty],
                    recognition_metadata=metadata,
                )
                for span in (family.find(text) if family.find else ())
                if not entities or span.entity_type in entities
            ]

    return Recognizer(
        supported_entities=[kind.entity_type for kind in family.kinds],
        name=family.name,
        supported_language=language,
    )

"""Bank accounts (IBAN), by presidio's recognizer: ISO 13616 form by country, and the mod-97 digits."""

from __future__ import annotations

from typing import Any

from audit.measures.personal_data.family import Family


def build(language: str) -> Any:
    """Return presidio's IBAN recognizer."""
    from presidio_analyzer.predefined_recognizers import IbanRecognizer

    return IbanRecognizer(supported_language=language)


FAMILY = Family(name="ibans", entity_types=("IBAN_CODE",), build=build)

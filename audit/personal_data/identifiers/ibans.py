"""Bank accounts (IBAN), by presidio's recognizer: ISO 13616 form by country, and the mod-97 digits."""

from __future__ import annotations

from typing import Any

from audit.personal_data.family import Family, Kind
from audit.personal_data.presidio import found_by


def _build() -> Any:
    from presidio_analyzer.predefined_recognizers import IbanRecognizer

    return IbanRecognizer()


FAMILY = Family(
    name="ibans",
    kinds=(Kind("IBAN_CODE", "bank account numbers"),),
    find=found_by(_build),
    trigger=r"[A-Z]{2}\d{2}[ ]?[A-Z0-9]{4}",
    column=r"iban|bank_account|account_(no|number)",
    form=r"[A-Z]{2}\d{2}[A-Z0-9 ]{11,38}",
)

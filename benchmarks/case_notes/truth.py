"""What a note is, and what is true of it."""

from __future__ import annotations

from dataclasses import dataclass

PERSON = "PERSON"

STRUCTURED = (
    "MRZ",
    "PASSPORT_NUMBER",
    "US_A_NUMBER",
    "USCIS_RECEIPT",
    "CA_UCI",
    "UK_BRP",
    "UK_HOME_OFFICE_REFERENCE",
    "DE_RESIDENCE_PERMIT",
    "DE_AZR_NUMBER",
    "EURODAC_NUMBER",
    "SCHENGEN_VISA_STICKER",
    "UNHCR_NUMBER",
    "PHONE_NUMBER",
    "EMAIL_ADDRESS",
    "IBAN_CODE",
    "LOCATION_COORDINATES",
    "LICENSE_PLATE",
    "IMEI",
    "CREDIT_CARD",
    "IP_ADDRESS",
    "NATIONAL_ID",
    "STREET_ADDRESS",
    "CAMP_ADDRESS",
)
"""Identifiers with a form: found whole, or not found."""

ADDRESSES = ("STREET_ADDRESS", "CAMP_ADDRESS")

CIRCUMSTANCES = (
    "SMUGGLER_PRICE",
    "RELATIVE_ABROAD",
    "HEALTH",
    "SEXUAL_ORIENTATION",
    "RELIGION",
    "POLITICAL_OPINION",
)
"""What tells of a life, in words: found where the place overlaps."""

EITHER = "EITHER"
"""A place that may be found or not: an office's mailbox, a landline of a firm."""

BROKEN = "BROKEN_MRZ"
"""Passport lines with a wrong digit: to be told apart, never to be counted."""


@dataclass(frozen=True, slots=True)
class Truth:
    """One place in a note.

    Attributes
    ----------
    entity_type : str
        `PERSON`, one of `STRUCTURED` or `CIRCUMSTANCES`, or `EITHER`, `BROKEN_MRZ`.
    origin : str
        Of a name: where it is common ("arabic", "tigrinya"); else empty.
    script : str
        Of a name: "latin", or the script it is written in.
    """

    entity_type: str
    start: int
    end: int
    origin: str = ""
    script: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """One case note.

    Attributes
    ----------
    language : str
        "en", "fr", "es" or "ar".
    templates : tuple of str
        Sentences and frame it was made of, before anything was filled in.
    """

    text: str
    language: str
    truths: tuple[Truth, ...]
    templates: tuple[str, ...]

    def of(self, *entity_types: str) -> tuple[Truth, ...]:
        """Return the places of some types."""
        return tuple(truth for truth in self.truths if truth.entity_type in entity_types)

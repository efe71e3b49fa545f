"""What the scanner of personal data can recognise: one family of identifiers per file.

A family finds its spans with plain Python (`find`), or is one of presidio's own recognizers, set
up so that it needs no network (`build`). A new family is a new file and a name in `families`.
"""

from __future__ import annotations

from audit.measures.personal_data.family import Certainty, Family, Span


def families() -> tuple[Family, ...]:
    """Return the families of structured identifiers, in the order a report names them."""
    from audit.measures.personal_data import (
        alien_numbers,
        coordinates,
        email_addresses,
        ibans,
        mrz,
        passport_numbers,
        phone_numbers,
        unhcr_numbers,
    )

    return (
        mrz.FAMILY,
        passport_numbers.FAMILY,
        alien_numbers.FAMILY,
        unhcr_numbers.FAMILY,
        phone_numbers.FAMILY,
        email_addresses.FAMILY,
        ibans.FAMILY,
        coordinates.FAMILY,
    )


__all__ = ["Certainty", "Family", "Span", "families"]

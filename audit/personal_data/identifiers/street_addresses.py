"""Street addresses, known by the name of their column."""

from __future__ import annotations

from audit.personal_data.family import Family, Kind

FAMILY = Family(
    name="street_addresses",
    kinds=(Kind("STREET_ADDRESS", "street addresses"),),
    column=r"(^|_)(street|home_?address|address)($|_)",
    form=r"(?=.*\d)(?=.*[^\W\d_]{3}).*\s.*",
)

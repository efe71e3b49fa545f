"""Internet addresses, known by the name of their column."""

from __future__ import annotations

from audit.personal_data.family import Family, Kind

FAMILY = Family(
    name="internet_addresses",
    kinds=(Kind("IP_ADDRESS", "internet addresses"),),
    column=r"(^|_)ip(_?addr(ess)?)?$",
    form=r"(?:\d{1,3}\.){3}\d{1,3}|[0-9a-f:]{6,39}",
)

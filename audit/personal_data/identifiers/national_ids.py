"""National identity numbers, known by the name of their column."""

from __future__ import annotations

from audit.personal_data.family import Family, Kind

FAMILY = Family(
    name="national_ids",
    kinds=(Kind("NATIONAL_ID", "national identity numbers"),),
    column=r"national_id|id_?card|(^|_)(ssn|bsn|nin|curp|aadhaar|cnic|personnummer)($|_)",
    form=r"(?=(?:\D*\d){5})[A-Z0-9][A-Z0-9 ./\-]{4,20}",
)

"""Genetic data."""

from __future__ import annotations

from audit.personal_data.family import Family, Kind, Nature

FAMILY = Family(
    name="genetic_data",
    kinds=(Kind("GENETIC_DATA", "genetic data", Nature.SPECIAL),),
    column=r"genetic|genom|(^|_)(dna|adn|dns_probe)(_|$)",
)

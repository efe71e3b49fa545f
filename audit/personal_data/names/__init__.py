"""Names of people, of any origin and script."""

from __future__ import annotations

from audit.personal_data.family import Family, Kind

FAMILY = Family(
    name="names",
    kinds=(Kind("PERSON", "names of people"),),
    column=r"(^|_)(first|last|full|sur|given|family|middle|maiden|applicant|claimant|client|person|beneficiary|father|mother|spouse|child|sponsor)s?_?names?$|^(name|surname|forename)s?$|(^|_)names?_of_(applicant|claimant|client|person|beneficiary|father|mother|spouse|child|sponsor)|(^|_)(prenoms?|nom_(de_)?famille|nom_complet|apellidos?|nombre_completo|vorname|nachname|familienname|cognome)($|_)|^(nom|nombres?)$|(^|_)(الاسم|اسم|اللقب|الكنيه|الكنية)($|_)",
    form=r"(?=.{2})[^\W\d_]+(?:[ '’.,\-]{1,2}[^\W\d_]+){0,5}\.?",
)

"""HXL hashtags as roles: humanitarian tables say what their columns are.

A tag is `#tag+attribute+attribute`; the standard is at https://hxlstandard.org (HXL 1.1, "Core
hashtags and attributes").
"""

from __future__ import annotations

from audit.vocabulary import Ground

_GROUNDS = {
    "sex": Ground.SEX,
    "gender": Ground.SEX,
    "age": Ground.AGE,
    "nationality": Ground.NATIONALITY,
    "ethnicity": Ground.ETHNIC_ORIGIN,
    "language": Ground.LANGUAGE,
    "lang": Ground.LANGUAGE,
    "religion": Ground.RELIGION,
    "disability": Ground.DISABILITY,
    "disabled": Ground.DISABILITY,
}
_COUNTS = ("affected", "population", "inneed", "targeted", "reached", "beneficiary")
_PLACES = ("adm1", "adm2", "adm3", "adm4", "adm5", "loc", "geo", "country", "region")


def role(tag: str) -> tuple[str, Ground | None] | None:
    """Return the role an HXL hashtag points to with its ground, or None if it points to none.

    Examples
    --------
    >>> role("#country+origin")
    ('sensitive_features', <Ground.NATIONALITY: 'nationality'>)
    >>> role("#meta+id")
    ('identifiers', None)
    """
    name, *attributes = tag.lower().lstrip("#").replace(" ", "").split("+")
    words = {name, *attributes}
    if name == "country" and words & {"origin", "nationality", "citizenship", "birth"}:
        return "sensitive_features", Ground.NATIONALITY
    if name == "date":
        return ("birth_date" if words & {"birth", "dob"} else "time"), None
    if name in _COUNTS:
        return "sample_weight", None
    if name == "contact" or (words & {"id", "uuid"} and name not in _PLACES):
        return "identifiers", None
    for word in (name, *attributes):
        if word in _GROUNDS and name != "indicator":
            return "sensitive_features", _GROUNDS[word]
    if name in _PLACES:
        return "quasi_identifiers", None
    if name == "description" or (name == "indicator" and "text" in words):
        return "text", None
    return None

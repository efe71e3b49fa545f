"""Eurodac reference numbers: the state's letters, the category of person, and the state's own number.

References
----------
Regulation (EU) No 603/2013, Article 24(4): the letters that identify the Member State, then 1 for
applicants for international protection (Article 9(1)), 2 for people apprehended at a border (14(1)),
3 for people found staying illegally (17(1)), 4, 5 and 9 for requests (Articles 20, 21 and 29).
Regulation (EU) 2024/1358, Article 38, keeps the form with more categories. What follows the category
is each state's own: letters and digits without a check digit, so that only a label confirms it.
"""

from __future__ import annotations

from audit.personal_data.family import Family, Kind
from audit.personal_data.labels import Labelled

_STATE = (
    "AT|BE|BG|CH|CY|CZ|DE|DK|EE|EL|ES|FI|FR|GB|GR|HR|HU|IE|IS|IT|LI|LT|LU|LV|MT|NL|NO|PL|PT|RO"
    "|SE|SI|SK|UK"
)
NUMBERS = Labelled(
    "EURODAC_NUMBER",
    number=(
        rf"(?<![\w-])(?i:(?:{_STATE})[ /-]?[1-9](?=(?:[A-Z/ .-]{{0,4}}\d){{2}})(?=(?:[ /.-]{{0,2}}[A-Z0-9]){{5}})"
        r"(?![ -]?\d{4}-\d\d-|[ -]?\d\d?[./-]\d|[ -]?\d\d? [A-Z]{3}|[ -]?(?:19|20)\d\d\b)(?:[ -]?[A-Z]{2,3}(?=[ -]\d))?"
        r"(?:[ /.-]?(?=[A-Z]*\d)[A-Z0-9]{1,14}){1,6}(?:/\d{1,4})?)(?![\w/-])"
    ),
    label=(
        r"eurodac|يوروداك|أوروداك|ευροντάκ|евродак|\b(?:fingerprint|afis|dublin) (?:hit|match|no|number|ref\w*)\b|empreintes? digitales?|huellas? dactilares?"
    ),
    of_records=True,
    any_form=True,
)

FAMILY = Family(
    name="eurodac_numbers",
    kinds=(Kind("EURODAC_NUMBER", "Eurodac numbers"),),
    find=NUMBERS.find,
    trigger=r"(?i:eurodac|евродак|ευροντάκ|(?:fingerprint|afis|dublin).(?:hit|match|n[ou]|ref)|empreinte|huella)|يوروداك|أوروداك",
    column=r"eurodac",
    form=rf"(?i:{_STATE})[ -]?[1-9][A-Z0-9 /-]{{4,20}}",
)

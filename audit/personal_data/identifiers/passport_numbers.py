"""Passport and travel document numbers, named as such by the text.

Outside the machine-readable zone such a number has no check digit, and the same form as a hundred
other things: only a label beside it confirms it, and without one it does not count.

References
----------
ICAO Doc 9303-4, eighth edition 2021, section 4.2.2: at most nine characters of a passport's number
are in the zone. National forms as their authorities print them: letters first (most countries), two
digits, two letters, five digits (France), nine characters without vowels and look-alikes (Germany,
Passverordnung, Anlage 11), six characters and a digit after two letters (Netherlands), two letters
behind (Canada since 2023). They are from general knowledge; no register of them is public.
"""

from __future__ import annotations

from audit.personal_data.family import Family, Kind
from audit.personal_data.labels import Labelled, near

_NUMBER = (
    r"(?<![\w/+.@-])(?!(?:19|20)\d\d(?:0[1-9]|1[0-2])[0-3]\d(?!\d))"
    r"(?!(?:NO|NR|NUM|ID|EXP|DOB|REF|TEL)\b)(?P<number>"
    r"[A-Z]{1,3}[ -]?\d{5,9}[A-Z]{0,2}|[A-Z]{1,2}[ -]?\d{2,3}[ -]\d{3}(?:[ -]\d{2,3})?|[a-z]{1,2}\d{5,9}|\d{7,10}|\d{2}[A-Z]{2}\d{5}|\d{3}[ ]\d{3}[ ]\d{3}|\d{2}[ ]\d{7}"
    r"|[CFGHJK](?=[0-9A-Z]*\d[0-9A-Z]*\d)[0-9CFGHJKLMNPRTVWXYZ]{8}\d?|N[A-Z](?=[0-9A-Z]*\d)[0-9A-NP-Z]{6}\d"
    r")(?![\w/@]|[.-]\w)"
)
_WORDS = (
    r"pass?ports?|passeports?|pasaportes?|passaport[eio]|reisep[aä]ss(?:e[sn]?)?|paspoort|pasaport|pasaportu"
    r"|travel doc(?:ument)?s?|(?:titre|document)s? de voyage|documentos? de viaje|reiseausweis|reisedokument"
    r"|laissez-passer|salvoconducto|\bpass(?= ?-?(?:no|nr|num))|\bppt\b|\bpp(?= ?(?:no|nr|num|n[°º]|#|:))|\bp/p\b|\bctd\b|وثيقة (?:ال)?سفر"
    r"|паспорт\w*|διαβατ[ηή]ρ\w*|جوازات?|جواز|الجواز|پاسپورت|گذرنامه|پاسپورټ|паспорта|ፓስፖርት"
)
NUMBERS = Labelled("PASSPORT_NUMBER", number=_NUMBER, label=rf"(?:{_WORDS})", any_form=True)

FAMILY = Family(
    name="passport_numbers",
    kinds=(Kind("PASSPORT_NUMBER", "passport numbers"),),
    find=NUMBERS.find,
    trigger=near(
        "passp|pasp|passep|pasap|passap|reisep[aä]ss|travel.doc|de.voyage|de.viaje|reiseausweis"
        "|laissez.passer|reisedok|salvocond|pass.{0,2}n[ou]|pass.{0,2}nr|ppt|pp.?(?:n|#|:)|p/p|ctd|وثيقة|паспорт|διαβατ|جواز|پاسپورت|گذرنامه|پاسپورټ|ፓስፖርት",
        r"\d[\dA-Z\s]",
    ),
    column=r"passport(_?(no|nr|num|number|id))?$|travel_doc(ument)?_?(no|num|number)",
    form=r"(?=(?:\D*\d){5})[A-Z0-9][A-Z0-9 ./\-]{4,20}",
)

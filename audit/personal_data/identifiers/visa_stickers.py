"""Numbers of visa stickers, the Schengen states' above all.

References
----------
Regulation (EC) No 1683/95, Annex, as amended by Regulation (EC) No 856/2008: the issuing state's
letters (three, as in ICAO Doc 9303-3, section 5; one or two before) and the national number of the
sticker. Eight or nine digits are from general knowledge. Without the machine-readable zone there is no
check digit: only a label confirms.
"""

from __future__ import annotations

from audit.personal_data.family import Family, Kind
from audit.personal_data.labels import Labelled, find_all, near
from audit.personal_data.plain_text import GAP

_STATE = (
    "AUT|BEL|BGR|CHE|CYP|CZE|D|DEU|DNK|ESP|EST|FIN|FRA|GBR|GRC|HRV|HUN|IRL|ISL|ITA|LIE|LTU|LUX|LVA|MLT|NLD"
    "|NOR|POL|PRT|ROU|SVK|SVN|SWE|[A-Z]{1,2}"
)
_NAMED = (
    r"\bvisa (?:sticker|label|vignette)s?|\bvisas?(?: schengen)?\.? (?:no|nr|num|number|n[°ºo]|nummer)\b|\bstickers?\b"
    r"|\bvignettes?(?: visa)?\b|visumetiketten?|visumnummer|\betiquetas? de(?:l)? visad[oa]"
    r"|رقم (?:ال)?(?:تأشيرة|فيزا)|ملصق (?:ال)?تأشيرة"
)
WITH_STATE = Labelled(
    "SCHENGEN_VISA_STICKER",
    number=rf"(?<![\w-])(?:{_STATE})[ -]?\d(?:[ -]?\d){{6,8}}(?![\w/]|[.-]\w)",
    label=(
        rf"{_NAMED}|\bvisas?\b|\bschengen\b|\bvisum\b|\bvisados?\b"
        r"|(?:ال)?تأشيرة|(?:ال)?فيزا|شنغن|виза|\bvisto\b|βίζα"
    ),
)
DIGITS = Labelled(
    "SCHENGEN_VISA_STICKER",
    number=r"(?<![\w.+-])(?:\d{8,9}|\d{3}[ -]\d{3}[ -]\d{3}|\d{2}[ -]\d{3}[ -]\d{3})(?![\w/]|[.-]\w)",
    label=_NAMED,
)

FAMILY = Family(
    name="visa_stickers",
    kinds=(Kind("SCHENGEN_VISA_STICKER", "visa sticker numbers"),),
    find=find_all(WITH_STATE, DIGITS),
    trigger=near(
        "visa|schengen|sticker|vignette|visum|виза|visto|βίζα|تأشيرة|فيزا|شنغن",
        rf"\d(?:{GAP}?\d){{6}}",
    ),
    column=r"visa_?(sticker)?_?(no|nr|num|number)$|sticker_?(no|nr|num|number)$",
    form=r"(?:[A-Z]{1,3}[ -]?)?\d(?:[ -]?\d){6,8}",
)

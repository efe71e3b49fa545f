"""Streets with a house number, as the languages of notes and of where people live write them: candidates.

References
----------
UPU, S42 International postal addressing (components: thoroughfare name, type and premises number), and
its templates by country.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.personal_data.family import APART, Certainty, Family, Kind, Span
from audit.personal_data.plain_text import DIGIT, before, plain

_WORD = r"(?:[A-ZÀ-Þ][\w'’-]{0,2}\.|[A-ZÀ-Þ][\w'’-]*)"
_TIME = r"| ?(?:h|hs|hrs?|heures?|horas?|Uhr|am|pm|a\.m|p\.m)\b|[h:]\d"
_ENGLISH_NAME = rf"(?:(?:{_WORD}|\d{{1,3}}(?:st|nd|rd|th)|of|the|and|la|de|del|von) )"
_FRENCH_NAME = rf"(?:(?:d['’]|l['’])?{_WORD}|de|du|des|la|le|les|et|à|aux|\d{{1,2}})(?!\w)"
_SPANISH_NAME = rf"(?:{_WORD}|de|del|la|las|los|el|y|\d{{1,3}}[A-Z]?(?: (?:bis|sur|norte))?)(?!\w)"
_UNIT = r"(?:,? ?(?:\d\.? ?[ºª°] ?[A-Z]?|Flat|Apt\.?|Apartment|Unit|Suite|Room|Floor|app(?:t|artement)?\.?|[ée]tage|piso|puerta|bajo|dpto\.?|Wohnung|#) ?[\w.-]{0,5}| \d{1,2}\.?[ºª°] ?[A-Z]?)"
_PLACE = r"(?:,? (?:[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|(?:[A-Z]-)?\d{4,5}(?: [A-ZÀ-Þ][\w'’-]+){0,2})|, [A-ZÀ-Þ][\w'’-]+(?: [A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}| [A-Z]{2} \d{5})?)"
_ENGLISH = re.compile(
    rf"(?<![\w/.,-])(?:(?:Flat|Apartment|Apt\.?|Unit|Suite|Room) ?\w{{1,4}},? |(?:Top|Ground|First|Second|Third|Basement) [Ff]l(?:oor|at)(?: [Ff]lat)?, |The (?![\w ]*(?:Office|Court|Ministry|Embassy|Consulate|Hospital|Clinic|Cent(?:re|er)|Agency|Council|Tribunal|Police)\b)(?:{_WORD} ){{0,2}}{_WORD}, )?(?:No\.? ?)?(?!0)\d{{1,5}}[A-Za-z]?(?:[-/]\d{{1,4}})?,? {_ENGLISH_NAME}{{1,4}}"
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Close|Terrace|Crescent|Cres|Place|Pl|Square|Sq|Way|Gardens|Gdns|Grove"
    rf"|Row|Walk|Mews|Rise|Hill|Parade|Highway|Hwy|Alley|Quay|Wharf|Parkway|Pkwy|Circle|Broadway|Vale|View|Heights|Estate|Buildings|House|Wynd|Brae|Green|Villas|Brow|Fold|Garth|Lea|Nook|Chase|Drove|Approach|Spinney|Copse|Dene|Hollow|Circus|Plaza|Turnpike|Embankment|Esplanade|Crossing|Trail|Loop|Common|Fields|Bank|Croft|Yard|Passage|Mount|Meadows?|Causeway|Strand|Park|Gate|Side|Arcade|Promenade|Route|Ridge|Point|Pike|Terr|Parade)\b\.?(?: (?:N|S|E|W|NE|NW|SE|SW|North|South|East|West)\b)?{_UNIT}?{_PLACE}?"
)
_FRENCH = re.compile(
    rf"(?<![\w/.,-])(?:(?i:r[ée]sidence|immeuble|b[âa]t(?:iment)?\.?|tour|apt\.?|appt?\.?|esc(?:alier)?\.?|chez) [^,;\n]{{1,28}}, ?){{0,3}}(?:n° ?)?\d{{1,4}}(?: ?(?:bis|ter|quater|[A-D]))?,? (?i:rue|avenue|av\.|boulevard|bd|blvd|place|chemin|impasse|all[ée]e|quai|cours|route|passage|square|ruelle"
    rf"|faubourg|cit[ée]|villa|sentier|venelle)(?=[ \w'’]{{0,24}}? (?:[dl]['’])?[A-ZÀ-Þ\d])(?: {_FRENCH_NAME}){{1,6}}{_UNIT}?{_PLACE}?"
)
# In Switzerland and Belgium the number stands behind the street.
_FRENCH_BEHIND = re.compile(
    rf"(?<!\w)(?i:rue|avenue|av\.|boulevard|bd|place|chemin|impasse|all[ée]e|quai|route|chauss[ée]e|square|ruelle)(?: {_FRENCH_NAME}){{1,6}},? \d{{1,4}}(?: ?(?:bis|ter|[a-dA-D]))?(?![\w/]|[.,:]\d{_TIME}){_UNIT}?(?:,? \d{{4,5}})?(?:,? [A-ZÀ-Þ][\w'’-]+)?"
)
_SPANISH = re.compile(
    rf"(?<![\w/])(?i:calle|c/|cl\.|avenida|avda\.?|av\.|plaza|pza\.|paseo|p[º°]|carrera|cra\.?|kra\.?|cr\.|diagonal|transversal|camino|carretera|ctra\.|ronda|traves[íi]a|callej[óo]n"
    rf"|pasaje|jir[óo]n|calzada|autopista)(?: ?{_SPANISH_NAME}){{1,6}},? ?(?:(?:n\.?[º°oªú]?(?:m(?:ero)?)?\.?|#|nro\.?) ?)?"
    rf"(?<=[ #.º°,])\d{{1,5}}[A-Za-z]?(?: ?- ?\d{{1,4}})?(?![\w/]|[.,:]\d{_TIME}){_UNIT}{{0,3}}{_PLACE}?(?:, (?i:col\.|colonia|barrio|bo\.|urb\.|urbanizaci[óo]n|sector|fracc\.|reparto|residencial) (?:{_WORD} ?){{1,3}}(?:, (?:{_WORD} ?){{1,3}})?)?"
)
_GERMAN = re.compile(
    r"(?<![\w/-])(?:[A-ZÄÖÜ][\wäöüß]*(?:[- ](?:[A-ZÄÖÜ][\wäöüß]*))*?)?(?:straße|strasse|str\.|weg|platz|allee|gasse|damm|ufer|Straße|Strasse|Weg|Platz|Allee|Gasse|Damm|Ufer"
    rf"|straat|laan|plein|gracht|gatan|vägen) ?\d{{1,4}}(?: ?[a-z])?(?:[-/]\d{{1,3}})?(?![\w.])(?!\.\d){_PLACE}?"
)
_ITALIAN = re.compile(
    rf"(?<![\w/-])(?!via [^\d\n]*\. )(?:[Vv]ia|[Vv]iale|[Pp]iazza|[Pp]iazzale|[Cc]orso|[Ll]argo|[Vv]icolo|[Rr]ua|[Uu]l\.|[Uu]lica|[Bb]ulevardul|[Ss]trada) (?:{_WORD} |(?:del|della|dei|delle|di|da|do|dos|de) ){{1,4}}?,? ?(?:n\.? ?)?(?!0)\d{{1,4}}(?:/?[a-zA-Z])?(?![\w/]|[.,]\d| ?\d{{3}}){_PLACE}?"
)
# "Plaza Bolívar, 9:30", "place Jaurès, 14 h".
_BOX = re.compile(
    r"(?<!\w)(?:P\.? ?O\.? ?Box|B\.?P\.?|Apartado(?: de correos)?|Postfach|ص\.? ?ب\.?):? \d{1,6}(?!\w)"
)
_ARABIC = re.compile(
    r"(?<!\w)(?:(?:حي|منطقة|زقاق|حارة) [ء-ي]+(?: [ء-ي]+)?[،,]? ?)?(?:شارع|طريق|زقاق|حارة|جادة|درب|خيابان) (?:[ء-ي]+ ?){0,4}(?:رقم ?|[،,] ?(?:رقم|بناء(?: رقم)?|بناية(?: رقم)?|عمارة|منزل|بيت|شقة|مبنى) ?)?\d{1,4}"
    r"(?:[،,]? ?(?:(?:بناية|عمارة|منزل|بيت|شقة|مبنى|طابق) ?(?:رقم ?)?\d{1,4}|(?:ال)?(?:طابق|دور) (?:ال)?[ء-ي]+))*(?!\w)(?:[،,] ?(?:حي )?[ء-يّ]{3,}(?= ?(?:[.,،;]|\n|$)))?"
)
# Where the word for a street stands in front, or behind the name, in other languages.
_IN_FRONT = (
    r"(?:[Oo]dos|[Ll]eoforos|[Pp]lateia|Οδός|οδός|[Οο]δ\.|Λεωφόρος|[Uu]l\.|[Uu]lica|[Aa]l\.|[Aa]leja|[Oo]s\.|[Tt]rg|[Bb]ul\.|[Bb]ulevar|[Rr]ruga|[Ss]tr\.|[Ss]trada|[Cc]alea|[Aa]leea|[Șș]os\.|[Uu]litsa|[Pp]rospekt|[Vv]ulytsia|вул\.|вулиця|ул\.|улица|просп\.|проспект|бул\.|пров\.|пер\."
    r"|[Rr]ua|[Tt]ravessa|[Pp]raça|[Ee]strada|[Jj]alan|[Jj]l\.|[Kk]ebele|[Ww]oreda)"
)
_BEHIND = r"(?:[Ss]okak|[Ss]okağı|[Ss]ok\.|[Ss]k\.|[Cc]addesi|[Cc]adde|[Cc]ad\.|[Cc]d\.|[Bb]ulvarı|[Bb]ulv\.|[Mm]ahallesi|[Mm]ah\.|[Mm]h\.|utca|[Úú]t|út|útja|tér|körút|u\.|gatan|gränd|vägen|gade|vej|gate|veien|katu|tie)"
# The lines of an address that end with a postcode need no word for a street.
_CAPITALIZED = r"[A-ZÀ-ÞĀ-ŽА-Я][\w'’-]*"
_POSTED = re.compile(
    rf"(?<![\w/.,-])(?:(?:Flat|Apartment|Apt\.?|Unit|Suite|Room|Floor|Top Floor|Basement) ?\w{{0,4}},? )?(?!(?:19|20)\d\d\b)(?:\d{{1,5}}[A-Za-z]?(?:[-/]\d{{1,4}})?,? )(?:{_CAPITALIZED} ?){{1,4}}(?:, (?:{_CAPITALIZED} ?){{1,3}}){{0,3}},? ?"
    r"(?<=[ ,])(?:[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]{2},? \d{5}(?:-\d{4})?|(?:[A-Z]{2},? )?[A-Z]\d[A-Z] ?\d[A-Z]\d)(?!\w)"
)
_POSTED_BEHIND = re.compile(
    rf"(?<![\w/.,-])(?:{_IN_FRONT} )?(?=[A-ZÀ-Þ][a-zà-ÿ])(?:{_CAPITALIZED} ){{1,4}}(?:{_BEHIND} )?(?!0|(?:19|20)\d\d\b)\d{{1,4}}[a-zA-Z]?(?:[-/]\d{{1,4}})?, "
    rf"(?:(?:[A-Z]{{1,2}}-)?(?!(?:19|20)\d\d\b)(?:\d{{4}} ?[A-Z]{{2}}|\d{{3}} \d{{2}}|\d{{2}}-\d{{3}}|\d{{4,5}}) (?=[A-ZÀ-Þ][a-zà-ÿ]){_CAPITALIZED}(?: {_CAPITALIZED}){{0,2}}|(?=[A-ZÀ-Þ][a-zà-ÿ])(?:{_CAPITALIZED} ){{1,2}}(?:\d{{3}} \d{{2}}|\d{{5}})(?!\d))"
)
_TOWN = rf"(?:,? (?:(?i:col\.|colonia|barrio|bo\.|urb\.|urbanizaci[óo]n|sector|fracc\.|reparto|residencial|quartier|quarter) )?{_CAPITALIZED}(?: (?:de |del |la |las |los |el )?{_CAPITALIZED}){{0,3}}){{1,3}}"
# House, road and block each with its number, as in South Asia and the Gulf.
_HOUSE = r"(?:(?i:house|h\.|villa|flat|apartment|building|bldg\.?|plot|door) ?(?i:no\.? ?|number |# ?)?[A-Z]?\d{1,4}[A-Za-z]?(?:[-/]\w{1,4})?)"
_ROAD = r"(?:(?i:street|st\.?|road|rd\.?|lane|avenue|ave\.?|alley|gali|goth|mohalla) ?(?i:no\.? ?|# ?)?[A-Z]?\d{1,4}[A-Za-z]?)"
_NUMBERED = re.compile(
    rf"(?<!\w){_HOUSE}(?:, ?{_HOUSE})?,? (?:{_ROAD}|(?:{_CAPITALIZED} ){{1,3}}(?:Street|Road|Lane|Avenue|Colony|Town|Nagar|Mohalla|Bazaar|Chowk))(?:, (?:Block|Sector|Phase|Ward|District) ?[A-Z\d-]{{1,4}})?(?:, {_CAPITALIZED}(?:[ -]{_CAPITALIZED}|-\d{{1,2}}){{0,2}}(?! \d)){{0,3}}"
)
_WORLD = re.compile(
    rf"(?<!\w)(?:{_IN_FRONT} (?:[\w'’.-]+,? ){{1,4}}?(?:,? ?(?:[Nn]o\.?:? ?|[Nn]r\.? ?|[Bb]l\. ?|д\. ?|буд\. ?|дом |№ ?))?\d{{1,4}}[a-zA-Zа-я]?(?:[-/]\d{{1,4}})?"
    rf"|(?:{_CAPITALIZED} ){{1,3}}{_BEHIND},? (?:(?:{_CAPITALIZED} |\d{{1,5}}\.? ){{1,3}}{_BEHIND},? )?(?:[Nn]o\.? ?:? ?|[Nn]r\.? ?)?\d{{1,5}}[a-zA-Z]?(?:[-/]\d{{1,4}})?)(?![\w/]|[.,:]\d)(?:,? (?:[Dd]aire|[Kk]at|[Dd]\.|кв\.|ap\.|app\.|m\.) ?:? ?\d{{1,3}})?{_TOWN}?"
)
# An authority's own address tells where to write to, not where somebody sleeps.
_OFFICE = re.compile(
    r"\b(?:office|offices|embassy|consulate|ministry|tribunal|court|headquarters|hospital|clinic|police|prefecture|pr[ée]fecture|bureau|ambassade|consulat|minist[èe]re|h[ôo]pital"
    r"|oficina|embajada|consulado|ministerio|juzgado|hospital|comisar[íi]a|Beh[öo]rde|Amt|meeting|r[ée]union|reuni[óo]n|Gericht|Botschaft|Lunar House|Eaton House)\b[^.;\n]{0,25}\Z|(?:مكتب|سفارة|قنصلية|محكمة|مستشفى|وزارة)[^.;\n]{0,25}\Z",
    re.IGNORECASE,
)
_COURTS = re.compile(
    r"(?:High|Supreme|Federal|District|Appeals?|Crown|County|Circuit|Administrative|Magistrates['’]?|Constitutional|Upper|Civil|Criminal|National|Regional|The|Family) Court", re.IGNORECASE
)  # fmt: skip
_MONTH = re.compile(
    r"\d{1,2},? (?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b"
)


# What each of them cannot do without: their triggers, and tried first where another trigger matched.
_POSTCODE = (
    r"[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}(?:[^A-Za-z0-9]|$)|[A-Z]{2},? [0-9]{5}|[A-Z][0-9][A-Z] ?[0-9][A-Z][0-9]"
    r"|[0-9][a-zA-Z]?, (?:[A-Z]{1,2}-)?(?:[0-9]{3} [0-9]{2}|[0-9]{2}-[0-9]{3}|[0-9]{4,5}|[0-9]{4} ?[A-Z]{2}) [A-ZÀ-Þ]|[0-9][a-zA-Z]?, [A-ZÀ-Þ][^\n0-9,.]* [0-9]{3} ?[0-9]{2}"
)
_HOUSE_NUMBER = r"(?:[Hh]ouse|HOUSE|[Vv]illa|[Ff]lat|[Aa]partment|[Bb]ldg\.?|[Bb]uilding|[Pp]lot|[Dd]oor|[Hh]\.) ?(?:[Nn][Oo]\.? ?|[Nn]umber |# ?)?[A-Z]?[0-9]"
_ELSE = (
    r"(?:[Oo]dos|[Ll]eoforos|[Pp]lateia|[Οο]δ|Λεωφ|[Uu]l\.|[Uu]lica|[Aa]l\.|[Aa]leja|[Oo]s\.|[Tt]rg|[Bb]ul\.|[Bb]ulevar|[Rr]ruga|[Ss]tr\.|[Ss]trada|[Cc]alea|[Aa]leea|[Șș]os|[Uu]litsa|[Pp]rospekt|[Vv]ulyts|вул|ул\.|улица|просп|бул|пров|пер\.|[Rr]ua|[Tt]ravessa|[Pp]raça|[Ee]strada|[Jj]alan|[Jj]l\.|[Kk]ebele|[Ww]oreda) [^\n0-9]*[0-9]"
    r"|(?:[Ss]okak|[Ss]okağı|[Ss]o?k\.|[Cc]adde(?:si)?|[Cc]a?d\.|[Bb]ulv(?:arı)?|[Mm]ahalle(?:si)?|[Mm]a?h\.|utca| [Úú]t|útja| tér|körút| u\.|gatan|gränd|vägen|gade|vej|gate|veien|katu|tie)[^\n0-9a-z]{1,2}[^\n0-9]*[0-9]"
)
_ELSEWHERE = (
    (re.compile(_POSTCODE), (_POSTED, _POSTED_BEHIND)),
    (re.compile(_HOUSE_NUMBER), (_NUMBERED,)),
    (re.compile(_ELSE), (_WORLD,)),
)


def find(text: str) -> Iterator[Span]:
    """Yield streets with a number that are not said to be an office's."""
    said = plain(text)
    for pattern in (
        _ENGLISH,
        _FRENCH,
        _FRENCH_BEHIND,
        _SPANISH,
        _GERMAN,
        _ITALIAN,
        _BOX,
        _ARABIC,
        *(pattern for sign, of in _ELSEWHERE if sign.search(said) for pattern in of),
    ):
        for match in pattern.finditer(said):
            whole = match.group()
            if (
                _COURTS.search(whole)
                or _MONTH.match(whole)
                or _OFFICE.search(before(said, match.start(), 60))
            ):
                continue
            end = match.start() + len(whole.rstrip(" ,."))
            yield Span("STREET_ADDRESS", match.start(), end, Certainty.CANDIDATE)


_THOROUGHFARES = (
    r"Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Close|Terrace|Cres|Place|Pl|Square|Sq|Way|Gardens|Gdns|Grove|Row|Walk|Mews|Rise|Hill|Parade"
    r"|Highway|Hwy|Alley|Quay|Wharf|Parkway|Pkwy|Circle|Broadway|Vale|View|Heights|Estate|Buildings|House|Wynd|Brae|Green|Villas|Brow|Fold|Garth|Lea|Nook|Chase|Drove|Approach|Spinney|Copse|Dene|Hollow|Circus|Plaza|Turnpike|Embankment|Esplanade|Crossing|Trail|Loop|Common|Fields|Bank|Croft|Yard|Passage|Mount|Meadows|Causeway|Strand|Park|Gate|Side|Arcade|Promenade|Route|Ridge|Point|Pike|Terr|Parade"
)
FAMILY = Family(
    name="street_addresses",
    kinds=(Kind("STREET_ADDRESS", "street addresses"),),
    find=find,
    trigger=(
        rf"{DIGIT}[A-Za-z]?,?\s[^\n0-9]*?(?:{_THOROUGHFARES})"
        r"|(?i:\d(?:\s?(?:bis|ter|quater|[A-D]))?,?\s(?i:rue|avenue|av\.|boulevard|bd|blvd|place|chemin|impasse|all[ée]e|quai|cours|route|passage|square|ruelle|faubourg|cit[ée]|villa|sentier|venelle)\s)"
        r"|[0-9](?:st|nd|rd|th)\s(?:St|Ave|Rd|Street|Avenue|Road|Pl|Blvd)|(?i:rue|avenue|av\.|boulevard|bd|place|chemin|impasse|all[ée]e|quai|route|chauss[ée]e|square|ruelle)\s[^\n0-9]*[0-9٠-٩۰-۹]"
        r"|(?i:calle|c/|cl\.|avenida|avda|av\.|plaza|pza|paseo|p[º°]|carrera|cra|kra|cr\.|diagonal|transversal|camino|carretera|ctra|ronda|traves|callej|pasaje|jir[óo]n|calzada|autopista)[^\n0-9]*[0-9٠-٩۰-۹]"
        r"|(?:[Ss]traße|[Ss]trasse|str\.|[Ww]eg|[Pp]latz|[Aa]llee|[Gg]asse|[Dd]amm|[Uu]fer|straat|laan|plein|gracht|gatan|vägen).?\d"
        r"|(?:[Vv]ia(?:le)?|[Pp]iazz|[Cc]orso|[Ll]argo|[Vv]icolo|[Rr]ua|[Uu]l\.|[Uu]lica|[Bb]ulevardul|[Ss]trada) [^\n0-9]*[0-9٠-٩۰-۹]|(?:Box|BP|B\.P\.?|correos|Apartado|Postfach|ب\.?).{0,2}[0-9٠-٩۰-۹]"
        r"|(?:شارع|طريق|زقاق|حارة|جادة|درب|خيابان)[^\n0-9]*[0-9٠-٩۰-۹]"
        rf"{APART}{_POSTCODE}{APART}{_HOUSE_NUMBER}{APART}{_ELSE}"
    ),
    column=r"(^|_)(street|home_?address|address|adresse|direccion|domicilio|anschrift|wohnadresse|strasse|rue|calle|indirizzo|العنوان|عنوان_السكن)($|_)",
    form=r"(?=.*\d)(?=.*[^\W\d_]{3}).*\s.*",
)

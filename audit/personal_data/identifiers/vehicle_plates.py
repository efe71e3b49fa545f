"""Registration plates of vehicles, where the note calls them so; beside a vehicle, candidates.

References
----------
Convention on Road Traffic (Vienna 1968), annex 2 (numerals, or numerals and letters). Forms of countries
as their registers issue them: United Kingdom (V807 for 2001 on), France (arrêté of 9 February 2009,
art. 4), Spain (Orden of 15 September 2000), Germany (FZV, annex 1), Italy (D.P.R. 495/1992, appendix XII).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.personal_data.family import Certainty, Family, Kind, Span
from audit.personal_data.plain_text import before, plain

_LABEL = (
    r"(?:number|licen[cs]e|registration|reg|vehicle|car|front|rear) ?plates?|plates?(?= ?(?:no|nr|number|num|[:#]|reading|was|is|\())"
    r"|(?:vehicle|car|van|truck|motorbike|motorcycle) (?:reg(?:istration)?|licen[cs]e)|registered as|reg(?:istration)? mark|index number|(?:licen[cs]e )?tag(?= (?:no|number)\b)|vrm|immat|kennz|targat[oa]|chapa patente|nummernschild"
    r"|plates?|plaques?(?: d['’]immatriculation| min[ée]ralogique)?|immatricul(?:ation|[ée]e?s?)"
    r"|matr[íi]culas?|placas?|patente|kfz-kennzeichen|(?:amtliches )?kennzeichen|targa|plaka|kenteken"
    r"|(?:رقم )?(?:ال|بال)?لوح(?:[ةه]|ته|تها)(?: (?:ال)?(?:سيارة|مركبة|شاحنة|حافلة))?|نمرة|رقم (?:ال)?سيار[ةه]"
)
_PLATE = (
    r"(?=[A-ZÄÖÜА-Я0-9ء-ي •·-]*\d)(?:"
    r"[A-Z]{2}\d{2} ?[A-Z]{3}|[A-Z]\d{1,3} ?[A-Z]{3}|[A-Z]{2}[ -]?\d{3}[ -]?[A-Z]{2}|\d{4}[ -]?[B-DF-HJ-NP-TV-Z]{3}"
    r"|[A-ZÄÖÜ]{1,3}[ -][A-Z]{1,2} ?\d{1,4}[EH]?|\d{2} ?[A-Z]{1,3} ?\d{2,5}|\d{1,3}-[A-Z]{2,3}-\d{1,3}|[A-Z]{1,2}-\d{3}-[A-Z]{1,2}"
    r"|[A-Z]{2,3}[ -]?\d{3,4}(?:[ -]?[A-Z]{1,2})?|\d{3}[ -][A-Z]{2,3}|[A-Z]{1,2} ?\d{4} ?[A-Z]{2}|[A-Z] ?\d{5,6}"
    r"|(?!رقم)(?:[ء-ي] ?){1,4}\d{2,6}|\d{2,3} ?[/-] ?\d{3,6}|(?-i:[A-Z0-9]{1,5}(?:(?: - |[ -]{1,2})[A-Z0-9]{1,5}){1,3}|[A-Z0-9]{6,8})(?<=[A-Z0-9]{2})|\d{2,6} ?(?:[ء-ي](?![ء-ي]) ?){1,4}|\d{2}-\d{4,5}|\d{5,6} ?[A-Z]{0,3}"
    r")"
)
_LABELLED = re.compile(
    rf"(?<!\w)(?:{_LABEL})(?!\w)(?: ?(?:no|nr|n[º°]|num(?:ber)?|reading|was|were|is|with|est|es|est[áa]|رقم|هي|of the (?:car|van|truck)|du v[ée]hicule"
    rf"|del (?:coche|veh[íi]culo|auto)|de la (?:voiture|camionnette))\.?)*[ \t:#|.\"'“«(-]{{0,4}}(?P<plate>{_PLATE})(?![\w-])",
    re.IGNORECASE,
)
# "Registration" alone, of a vehicle or of a person: the form tells.
_REGISTERED = re.compile(
    r"(?<!\w)(?i:reg(?:istration|n|d)?|licen[cs]e)\.?(?: ?(?i:no|nr|num(?:ber)?|plates?|mark|is|was))*\.?[ \t:#(\"'“«]{0,3}(?P<plate>[A-Z]{2}\d{2} ?[A-Z]{3}|[A-Z]\d{1,3} ?[A-Z]{3}|[A-Z]{2}[ -]?\d{3}[ -]?[A-Z]{2}|\d{4}[ -]?[B-DF-HJ-NP-TV-Z]{3}|[A-ZÄÖÜ]{1,3}-[A-Z]{1,2} \d{1,4}[EH]?"
    r"|\d{2} [A-Z]{1,3} \d{2,4}|[A-Z]{1,2} [A-Z]{2} \d{3,4}|\d[A-Z]{3}\d{3}|[A-Z]{3}[ -]\d{3,4})(?![\w-])"
)
# Forms that other codes seldom have, in capitals.
_NATIONAL = re.compile(
    r"(?<![\w-])(?:[A-Z]{2}\d{2} ?[A-Z]{3}|[A-Z]{2}-?\d{3}-?[A-Z]{2}|\d{4}[ -]?[B-DF-HJ-NP-TV-Z]{3}|[A-ZÄÖÜ]{1,3}-[A-Z]{1,2} \d{1,4}|\d{2} [A-Z]{1,3} \d{2,4}"
    r"|[A-Z]{3}-\d{3,4}|\d{1,3}-[A-Z]{2,3}-\d{1,2}|\d[A-Z]{3}\d{3}|[A-Z]{2} \d{3} [A-Z]{2}|[A-Z]{1,2} [A-Z]{2} \d{3,4})(?![\w-])"
)
_DATE = re.compile(r"\d{2} (?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC) ")
_VEHICLE = re.compile(
    r"\b(?:cars?|vans?|trucks?|lorry|lorries|bus|minibus|coach|taxi|cab|vehicles?|motorbike|motorcycle|scooter|jeep|suv|estate|hatchback|saloon|pick-?up|sedan|driver|reg(?:istration)?|plates?|voiture|taxi|moto|coche|toyota|ford|fiat|mercedes|volkswagen|vw|opel|vauxhall|renault|peugeot|citro[ëe]n|nissan|hyundai|scania|volvo|iveco|daf|skoda|audi|bmw|mitsubishi|suzuki|isuzu|mazda|honda|dacia|chevrolet|camion(?:nette)?|v[ée]hicule|fourgon"
    r"|coche|furgoneta|cami[óo]n|camioneta|veh[íi]culo|auto|LKW|PKW|Transporter)\b|سيار|شاحن|حافل",
    re.IGNORECASE,
)


def find(text: str) -> Iterator[Span]:
    """Yield plates: called so, confirmed; of a country's form beside a vehicle, candidates."""
    said = plain(text)
    for match in _LABELLED.finditer(said):
        yield Span("LICENSE_PLATE", *match.span("plate"), Certainty.CONFIRMED)
    for match in _REGISTERED.finditer(said):
        yield Span("LICENSE_PLATE", *match.span("plate"), Certainty.CANDIDATE)
    for match in _NATIONAL.finditer(said):
        if _VEHICLE.search(before(said, match.start())) and not _DATE.match(match.group()):
            yield Span("LICENSE_PLATE", *match.span(), Certainty.CANDIDATE)


FAMILY = Family(
    name="vehicle_plates",
    kinds=(Kind("LICENSE_PLATE", "vehicle registration plates"),),
    find=find,
    trigger=(
        r"(?i:plates?|registered as|vrm|immat|kennz|targat|chapa|nummernschild|tag n|reg(?:istration)? mark|index number|plaque|immatricul|matr[íi]cula|placa|patente|kennzeichen|targa|plaka|kenteken|لوح|نمر|سيار"
        r"|(?:vehicle|car|van|truck|motorbike|motorcycle).(?:reg|licen))"
        r"|(?i:car|van|truck|lorr|bus|coach|taxi|cab\W|vehicle|moto|scooter|jeep|suv|estate|hatchback|saloon|pick-?up|sedan|driver|reg|licen|voiture|camion|v[ée]hicule|fourgon|coche|furgon|cami|auto|LKW|PKW"
        r"|toyota|ford|fiat|mercedes|volkswagen|vw|opel|vauxhall|renault|peugeot|citro|nissan|hyundai|scania|volvo|iveco|daf|skoda|audi|bmw|mitsubishi|suzuki|isuzu|mazda|honda|dacia|chevrolet"
        r"|Transporter|شاحن|حافل)[^\n]*?(?:[A-Z]\d{2}\s?[A-Z]{3}|\d-[A-Z]{2,3}-\d|[A-Z]{3}.\d{3}|\d[A-Z]{3}\d{3}|[A-Z]{2}.?\d{3}.?[A-Z]{2}|\d{4}.?[B-Z]{3}|[A-ZÄÖÜ]{1,3}.[A-Z]{1,2}.\d|\d{2}.[A-Z]{1,3}.\d{2})"
    ),
    column=r"(^|_)(licen[cs]e_?plate|number_?plate|plate(_?(no|num|number))?|vehicle_?(reg|registration)|immatriculation|matricula|kennzeichen|targa|plaka)($|_)",
    form=r"(?=.*\d)[A-ZÄÖÜ0-9][A-ZÄÖÜ0-9 \-]{3,10}",
)

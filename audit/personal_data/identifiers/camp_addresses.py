"""Where somebody sleeps in a camp or a centre: tents, containers, shelters, with their blocks and zones.

A block or a zone alone is no address; a tent with a number is, and so is a block beside its camp.

References
----------
UNHCR, Emergency Handbook, "Camp site planning": family, community (16 families), block (16 communities),
sector (4 blocks), camp (4 sectors).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.personal_data.family import Certainty, Family, Kind, Span
from audit.personal_data.phrases import beginnings, fold
from audit.personal_data.plain_text import after, before, plain

_DWELLING = (
    r"tents?|cabins?|pods?|bungalows?|cubicles?|domes?|containers?|caravans?|shelters?|isobox|prefabs?|huts?|barracks?|rhu|bunks?|algecos?|cabanes?|modules?|dortoirs?|tentes?|conteneurs?|abris?|caravanes?|baraques?|préfabriqués?|mobil-?homes?"
    r"|jaimas?|khaimas?|dorms?|dormitor(?:y|io)|sheds?|tukuls?|barrac[óo]n(?:es)?|caravanas?|tiendas?|caba[ñn]as?|viviendas?|carpas?|tiendas? de campaña|contenedor(?:es)?|refugios?|barracas?|casetas?|casitas?|cub[íi]culos?|m[óo]dulos?|zelte?|baracken?|wohncontainer"
    r"|(?:ال)?خيم[ةه]|(?:ال)?كر[ا]?فان[ةه]?|(?:ال)?كرافان[ةه]?|(?:ال)?كونتينر|(?:ال)?بيت الجاهز|(?:ال)?مهجع|(?:ال)?سرير|(?:ال)?عنبر|(?:ال)?حاوي[ةه]|(?:ال)?م[أا]وى|(?:ال)?بركس"
)
_DIVISION = (
    r"villages?|barrios?|dairas?|wilayas?|aldeas?|poblados?|wards?|sub-?camps?|hosh|maisons?|hameaux?|blocks?|boxe?s?|zones?|sectors?|sections?|rows?|plots?|units?|districts?|quarters?|lines?|sub-?blocks?|majhi|phases?|lanes?|streets?|house|rooms?|area|level|hall"
    r"|buildings?|bldg|wings?|corridors?|floors?|clusters?|compounds?|sites?|beds?|streets?|bâtiments?|couloirs?|étages?|ailes?|hangars?|lits?|edificios?|plantas?|pasillos?|naves?|camas?|literas?|blocs?|secteurs?|rang[ée]es?|parcelles?|quartiers?|all[ée]es?|chambres?|unit[ée]s?|bloques?|zonas?|sector(?:es)?|secci[óo]n|filas?|manzanas?|lotes?|parcelas?|pabell[óo]n|casas?|habitaci[óo]n"
    r"|sektor|reihe|zimmer|haus|(?:ال)?بلوك|(?:ال)?قطاع|(?:ال)?منطق[ةه]|(?:ال)?قسم|(?:ال)?صف|(?:ال)?وحد[ةه]|(?:ال)?مربع|(?:ال)?حارة|(?:ال)?قطعة|(?:ال)?مبنى|(?:ال)?طابق|(?:ال)?بناية|(?:ال)?غرف[ةه]|(?:ال)?شارع|(?:ال)?حي|(?:ال)?قري[ةه]|(?:ال)?حوش"
)
_CAMP = r"camps?|campamentos?|lager|(?:ال)?مخيم"
_NUMBER = (
    r"(?:(?:no|nr|num|number|n\.?[º°o]|n[úu]m|num[ée]ro|n[úu]mero|رقم|#)[ .:º°]{0,3})?"
    r"(?:(?-i:[A-Z]{1,2}[-/ ]?\d{1,4}[A-Z]?|\d{1,4}(?: ?(?:Extension|Extn?|East|West)\b|[A-Z])?(?:[-/]\w{1,4})?|[A-Z](?:[-/]\d{1,4})?(?!\w))"
    r"|(?:north|south|east|west|centre|center|blue|red|green|yellow|white|black|orange|alpha|bravo|charlie|delta|echo|nord|sud|est|ouest|bleue?|rouge|verte?|jaune|norte|sur|este|oeste|azul|roj[oa]|verde|amarill[oa])(?!\w)"
    r"|ال(?:[أا]ول|[أا]ولى|ثاني|ثانية|ثالث|ثالثة|رابع|رابعة|خامس|خامسة|سادس|سادسة|سابع|سابعة|ثامن|ثامنة|تاسع|تاسعة|عاشر|عاشرة|شمالي(?:ة)?|جنوبي(?:ة)?|شرقي(?:ة)?|غربي(?:ة)?|[أا]زرق|[أا]حمر|[أا]خضر)(?!\w)"
    r"|[ء-ي](?![ء-ي]))(?!\w|[.,]\d| ?[°º'′]| \d{1,3}(?:[.,]\d|[°º]| \d)"
    r"| (?:days?|weeks?|months?|years?|hours?|people|persons?|families|km|metres?|jours?|mois|ans|heures?|personnes|d[íi]as?|meses|a[ñn]os|horas|personas|أيام|يوم|أشهر|سنوات|شخص)\b)"
)
_PART = rf"(?:(?P<dwelling>{_DWELLING})|(?P<division>{_DIVISION})|(?P<camp>{_CAMP}))(?:(?: ?[:#-] ?| )|(?=\d)){_NUMBER}"
_PARTS = re.compile(rf"(?<![\w-]){_PART}", re.IGNORECASE)
_STARTS = beginnings(
    fold(each)
    for each in f"{_DWELLING}|{_DIVISION}|{_CAMP}".split("|")
    if not each.startswith("(?:ال)?")
)
_BETWEEN = re.compile(
    r"(?: ?[,;/–-] ?| )?(?:(?:of|in|at|within|du|de la|de l['’]|des|de|dans(?: le| la)?|au|à|del|en(?: el| la)?|im|in|في|من|ب)(?: the)? ?)?",
    re.IGNORECASE,
)
_CAMP_NAME = r"[A-ZÀ-Þ][\w'’-]+(?: (?:[A-ZÀ-Þ][\w'’-]+|\d{1,2}[EW]?)){0,2}"
_SETTLEMENT = r"(?:[Ss]ite|(?:refugee |transit |IDP |tented )?(?:[Cc]amp|[Ss]ettlement|[Hh]otspot|RIC|[Rr]eception [Cc]entre)|[Cc]amp(?:amento|o)|[Aa]lbergue(?: temporal)?|CETI|مخيم)"
_NAMED_BEFORE = re.compile(
    rf"(?:{_CAMP_NAME} {_SETTLEMENT}|{_SETTLEMENT} (?:de (?:l[ao]s? )?|du |d['’]|of )?{_CAMP_NAME}|مخيم [ء-ي]+(?: \d{{1,2}})?)\s?[,;–-]? ?(?:[Dd]aira {_CAMP_NAME}, ?)?\Z"
)
_PLACE_BEFORE = re.compile(rf"(?<![\w.] )(?<!\w){_CAMP_NAME}, \Z")
# "…, block C, no. 75": the last part without a word for it.
_NUMBER_BEHIND = re.compile(
    r",? ?(?:n[°º]|no\.?|nr\.?|n\.[º°]|n[úu]m\.?|#|رقم) ?\d{1,4}(?![\w/]|[.,]\d)", re.IGNORECASE
)
# What is a house of many too, and can be somewhere where nobody lives.
_OF_MANY = re.compile(
    r"m[óo]dul|barra[cq]|barrac[óo]n|baracke|dorm|dortoir|refugio|shelter|hut|pod|cabin|caba|unit|viviend|abri|prefab|préfab|caset|casit|bunk|مهجع|عنبر|بركس",
    re.IGNORECASE,
)
# Streets and houses of a town: an address, but none of a camp.
_OF_A_TOWN = re.compile(
    r"(?:house|street|lane|building|bldg|floor|room|maison|chambre|étage|bâtiment|casa|edificio|planta|habitaci|haus|zimmer|barrio|quartier|(?:ال)?(?:شارع|بناية|مبنى|طابق|غرف|حي|حارة))",
    re.IGNORECASE,
)
_NAMED_AFTER = re.compile(
    rf",? ?(?:(?:in|at|of|au|du|de|del|dans le|en el|في) )?(?:the )?(?:{_CAMP_NAME} {_SETTLEMENT}|{_SETTLEMENT} (?:de |du |d['’]|of )?{_CAMP_NAME}|مخيم [ء-ي]+)|, {_CAMP_NAME}(?=[.,;)]|$)"
)
_HERE = re.compile(
    r"\b(?:camps?|refugee|reception|settlement|hotspot|rac|centre d['’]accueil|campamento|albergue|centro de|aufnahme|unterkunft|zaatari|azraq|moria|kakuma|dadaab|cox['’]?s|kutupalong|housed|sleeps?|lives?"
    r"|living|staying|log[ée]e?|h[ée]berg[ée]e?|vive|alojad[oa]|shelter|residing|resides|allocated|accommodation|location|site|accommodated|assigned|moved)\b|مخيم|يقيم|تقيم|يسكن|تسكن|نقل",
    re.IGNORECASE,
)
_STREET = re.compile(r"\b(?:street|lane|road|calle|rue)\b|(?:ال)?شارع", re.IGNORECASE)
_IN_A_CAMP = re.compile(
    r"\b(?:camps?|settlement|hotspot|reception|centre|center|hostel|shelter|lager|unterkunft|campamento|campo|albergue|foyer|cada|caes|huda)\b|مخيم|مركز",
    re.IGNORECASE,
)
_LEGAL = re.compile(
    r"\b(?:form|act|regulation|law|code|paragraph|article|annex|appendix|schedule|rule|formulaire|formulario|loi|ley|template|page|bundle|report|handbook|goods|shipping|freight|cargo|exhibit)\b|§",
    re.IGNORECASE,
)


_OFFICE = re.compile(
    r"\b(?:see|voir|véase|ver|refer|hearings?|interviews?|appointments?|office|court|tribunal|class(?:es)?|meetings?|talks?|sessions?|desk|training|workshop|judge|bus|queue|collect|report to|gate|audiences?|entretiens?|rendez-vous|bureau|guichet|cours|cita|vista|oficina|entrevista|juzgado|clase|taller|ventanilla|hospital|h[ôo]pital|school|form|section|article|annex\w*)\b|جلسة|مقابلة|مكتب|محكمة|موعد",
    re.IGNORECASE,
)
_PLOT = re.compile(
    r"(?:blocks?|sub-?blocks?|zones?|sectors?|sections?|rows?|plots?|lines?|lanes?|majhi|blocs?|secteurs?|rang|parcelle|bloque|zona|fila|manzana|lote|parcela|(?:ال)?(?:بلوك|قطاع|صف|مربع|منطق|قسم|حي))",
    re.IGNORECASE,
)
"""Divisions that stand three in a row in camps alone."""


def _runs(text: str) -> Iterator[list[re.Match[str]]]:
    """Yield parts of an address that stand one after another."""
    run: list[re.Match[str]] = []
    end = 0
    for start in _STARTS.finditer(fold(text)):
        part = _PARTS.match(text, start.start()) if start.start() >= end else None
        if part is None:
            continue
        end = part.end()
        if run and not _BETWEEN.fullmatch(text, run[-1].end(), part.start()):
            yield run
            run = []
        run.append(part)
    if run:
        yield run


def _is_address(text: str, run: list[re.Match[str]]) -> bool:
    said = before(text, run[0].start(), 60)
    if _LEGAL.search(said):
        return False
    beside = said + after(text, run[-1].end(), 40)
    parts = len(run) + (_NUMBER_BEHIND.match(text, run[-1].end()) is not None)
    if (
        all(_OF_A_TOWN.match(part.group()) for part in run)
        and (_STREET.search(said) or any(_STREET.match(part.group()) for part in run))
        and not _IN_A_CAMP.search(beside)
    ):
        return False
    # "Tent A" alone may begin a sentence about a tent, and the light fails in module 3.
    if any(part["dwelling"] for part in run) and (
        parts > 1
        or (
            re.search(r"\d", run[0].group())
            and (not _OF_MANY.match(run[0].group()) or _HERE.search(beside) is not None)
        )
    ):
        return True
    if any(part["camp"] for part in run) and len(run) > 1:
        return True
    if len(run) > 2 and all(_PLOT.match(part.group()) for part in run):
        return True
    return parts > 1 and (_HERE.search(beside) is not None or not _OFFICE.search(beside))


def find(text: str) -> Iterator[Span]:
    """Yield addresses inside camps and centres: candidates."""
    said = plain(text)
    for run in _runs(said):
        if _is_address(said, run):
            named = _NAMED_BEFORE.search(said, max(0, run[0].start() - 50), run[0].start())
            then = _NAMED_AFTER.match(said, run[-1].end())
            place = None
            if named is None and len(run) > 1:
                place = _PLACE_BEFORE.search(said, max(0, run[0].start() - 40), run[0].start())
            start = (named or place or run[0]).start()
            behind = _NUMBER_BEHIND.match(said, run[-1].end())
            end = (then or behind or run[-1]).end()
            yield Span("CAMP_ADDRESS", start, end, Certainty.CANDIDATE)


FAMILY = Family(
    name="camp_addresses",
    kinds=(Kind("CAMP_ADDRESS", "addresses in camps and centres"),),
    find=find,
    frames=(_PARTS.pattern,),
    trigger=rf"(?i)(?:{_DWELLING}|{_DIVISION}|{_CAMP}).{{0,3}}(?:(?:no|nr|num|number|n\.?[º°o]|n[úu]m|num[ée]ro|n[úu]mero|رقم|#)\W{{0,3}})?(?:\d|[A-Z](?:\W|\d|$)|[A-Z]{{2}}.?\d|[ء-ي](?:[^ء-ي]|$)|ال|north|south|east|west|cent|blue|red|green|yellow|white|black|orange|alpha|bravo|charlie|delta|echo|nord|sud|ouest|bleu|rouge|vert|jaune|norte|sur|oeste|azul|roj|amarill)",
    column=r"(^|_)(tent|container|shelter|block|plot|caravan|tente|bloc|carpa|bloque|خيمة|بلوك)(_?(no|nr|num|number|id))?$",
    form=r"(?=.*[\dA-Z])[\w ./\-]{1,20}",
)

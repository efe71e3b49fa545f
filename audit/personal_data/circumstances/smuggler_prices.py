"""Prices paid to smugglers: whoever asked that price on that route knows who paid it.

References
----------
Protocol against the Smuggling of Migrants by Land, Sea and Air (2000), Art. 3(a): "financial or other material
benefit"; Art. 5: migrants are not liable for having been smuggled, and a note of the price is about them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from audit.personal_data.family import Certainty, Family, Kind, Nature, Span
from audit.personal_data.plain_text import before, plain, small
from audit.personal_data.prose import is_topic

_SMUGGLER = r"(?:smugglers?|smuggling(?: (?:networks?|rings?|gangs?|fees?|debts?|costs?))?|trafficking (?:networks?|rings?|gangs?)|people[- ]smugglers?|human[- ]smugglers?|traffickers?|coyotes?|polleros?|snakeheads?|passeurs?|trafiquants?|traficantes?|ka[çc]ak[çc][ıi]|schlepper|trafico de personas|r[ée]seau de passeurs|(?:ال|لل|ل|ب|و)*مهرب(?:ون|ين|ه|ها|ا)?|(?:ال|لل)?تهريبه?ا?)"
_AGENT = (
    r"(?<!travel )(?<!estate )(?<!letting )(?<!border )(?<!customs )(?<!patrol )(?<!immigration )(?<!insurance )(?<!shipping )(?<!police )(?<!federal )(?<!special )(?<!ice )(?<!free )"
    r"(?:agents?(?! ?(?:n[°o.º]|no\b|nr\b|badge|matricule))|facilitators?|brokers?|fixers?|handlers?|guides?|skippers?|boatm[ae]n|captains?|(?:ال|لل)?مرشد|(?:ال|لل)?دليل|middle-?m[ae]n|go-betweens?|intermediar(?:y|ies)|rabatteurs?|convoyeurs?|lancheros?|trocheros?|pasadores|interm[ée]diaires?|gu[íi]as?|(?:ال|لل)?سمسار|(?:ال|لل)?وسيط)"
)
_CURRENCY = (
    r"(?:us ?\$|[$€£₺]|lakhs?|crores?|sek|nok|dkk|pln|huf|ron|bgn|rsd|uah|rub|gel|aed|sar|qar|kwd|omr|yer|inr|lkr|npr|uzs|kes|ugx|tzs|ngn|ghs|zar|sos|djf|cdf|rwf|bif|htg|pen|bob|clp|ars|brl|dop|nio|crc|fcfa|f ?cfa|cad|aud|(?-i:L|Q|Bs|S/)(?=\.? ?\d)|(?<=\d )(?-i:L|Q|Bs)|kronor|kroner|z[łl]oty|forints?|lev[as]?|hryvnias?|rubles?|roubles?|gourdes?|c[óo]rdobas?|reais|reales|soles|rupias?|rupiah|ringgit|baht|dong|yuan|marks?|usd|eur(?:os?)?|gbp|chf|try|lyd|egp|tnd|mad|lbp|syp|iqd|irr|jod|sdg|etb|ern|afn|pkr|bdt|mmk|xof|xaf|cfa|gnf|mxn|gtq|hnl|ves|cop|dollars?|d[óo]lares|pounds?|livres?|francs?|dinars?|dinares|dirhams?|lira?s?|liras?"
    r"|pesos?|quetzales|lempiras|bol[íi]vares|nairas?|birr|nakfas?|tomans?|afghanis?|rupees?|takas?|kyats?|r[iy]yals?|shillings?|دولار(?:ات)?|يورو|جنيه|لير[ةا]ت?|دينار|درهم|ريال|تومان|بر)"
)
_NUMBER = (
    r"(?:\d{1,3}(?:[,. ]\d{3}){1,3}(?:[.,]\d\d)?|\d{1,9}(?:[.,]\d\d?)?)(?: ?k\b)?(?:[.,][-–]+|,-)?"
)
_WORDS = (
    r"(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|fifty|several|a)[ -](?:and a half )?(?:hundred|thousand|million|lakh)|(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|quinze|vingt|plusieurs)[ -](?:cents|mille|millions)|mille"
    r"|(?:dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|quince|veinte|varios|un) (?:mil|millones|mill[óo]n)|(?:doscientos|quinientos|mil)|(?:[ء-ي]+ )?(?:[أا]لفا|[أا]لفين|[أا]لفي|آلاف|[أا]لف|مئة|مائة|مئتا|مئتي|مليون|ملايين)) (?:de |us |d['’])?"
)
"""Amounts in words, with their thousands."""
_MONEY = rf"(?:{_WORDS}{_CURRENCY}(?!\w)|(?<!\w){_CURRENCY} ?{_NUMBER}(?: ?{_CURRENCY}(?!\w))?|(?<!\d){_NUMBER} ?(?:k |mil |mille |thousand |million(?:s|es)? |ألف |آلاف )?(?:us |american |de )?{_CURRENCY}(?!\w))"
# A number alone is a price where a verb of paying stands beside it, and it is no year.
_BARE = r"(?<![\w/.:-])(?:\d ?x ?\d{2,}|\d{1,3}(?:[,. ]\d{3})+(?:[.,]\d\d)?|(?!(?:19|20)\d\d(?![\d.,]))\d{2,6}(?:[.,]\d\d)?)(?![\w/:-]|\.\d)"
_PAY = (
    r"(?:pa(?:id|ys?|ying)|gave|given|give|cost|costs|charg(?:ed|es)|demand(?:ed|s)|ask(?:ed|s) for|asked|owe[sd]?|owing|wanted|sent|transferred|handed|price|fees?|debts?|took|takes|kept|stole|lost|borrowed|loan(?:ed)?|spent|money|payment|sum|somme|r[ée]gl[ée]|emprunt[ée]?|dette|pr[êe]t[ée]?|pris|voulait|prix|tarif|quer[íi]a|ped[íi]a|cobraba|deuda|prest(?:ó|ado|amo)|precio|tarifa|pay[ée]e?s?|pay(?:er|ait)|vers[ée]|donn[ée]|demand[ée]|remis|r[ée]clam[ée]|exig[ée]|co[ûu]t[ée]"
    r"|pag(?:ó|o|ué|aron|ado|ar)|entreg(?:ó|aron)|cobr(?:ó|a|aron)|pid(?:ió|ieron)|exigi(?:ó|eron)|dio|dieron|deb(?:e|ía)|cost(?:ó|aba)|دفع(?:ت|وا|نا)?|دفعه|[أا]عط[ىتو]\w*|طلب(?:ت|وا)?|تقاضى|كلف(?:ه|ها|ت)?|حول(?:ت)?|سعر|مبلغ)"
)
_GAP = r"(?:[^.;!?؟\n]|\.(?=\d)){0,45}?"
_TO_SMUGGLERS = (
    rf"(?<!\w){_SMUGGLER}(?!\w){_GAP}(?P<said>{_MONEY})",
    rf"(?P<said>{_MONEY}){_GAP}(?<!\w){_SMUGGLER}(?!\w)",
    rf"(?<!\w){_PAY}(?!\w){_GAP}(?P<said>{_BARE}){_GAP}(?<!\w){_SMUGGLER}(?!\w)",
    rf"(?<!\w){_PAY}(?!\w){_GAP}(?<!\w){_SMUGGLER}(?!\w)(?:[^.;!?؟\n\d]){{0,25}}(?P<said>{_BARE})",
    rf"(?<!\w){_SMUGGLER}(?!\w){_GAP}(?<!\w){_PAY}(?!\w)(?:[^.;!?؟\n\d]){{0,25}}(?P<said>{_BARE})",
    rf"(?<!\w){_SMUGGLER}(?:['’]s?)?\s*(?:[:=(]|fee|price|debt|costs?)\s*(?:of|was|is|:)?\s*(?P<said>{_BARE})",
)
_TO_AGENTS = (
    rf"(?<!\w){_PAY}(?!\w){_GAP}(?P<said>{_MONEY}|{_BARE}){_GAP}(?<!\w){_AGENT}(?!\w)",
    rf"(?<!\w){_PAY}(?!\w){_GAP}(?<!\w){_AGENT}(?!\w)(?:[^.;!?؟\n\d]){{0,25}}(?P<said>{_MONEY}|{_BARE})",
    rf"(?<!\w){_AGENT}(?!\w){_GAP}(?<!\w){_PAY}(?!\w)(?:[^.;!?؟\n\d]){{0,25}}(?P<said>{_MONEY}|{_BARE})",
)
# Where nobody is named, the journey itself has its price.
_JOURNEY = (
    r"(?<!train )(?<!bus )(?<!return )(?:(?:sea |river |border |boat )?crossing|journey|trip|passage|voyage|route|boat|dinghy|raft|zodiac|ride across|lorry|(?:man|men|people|woman|driver|fisherman|captain) who \w+|hawala|hawaladar|sarraf|border guards?|boat owner"
    r"|travers[ée]e|le passage|bateau|pirogue|canot|rabatteur|patera|cayuco|lancha|balsa|cruce|traves[íi]a|patr[óo]n|(?:el|su|del) viaje|(?:ال|لل)?رحل[ةه]|(?:ال|لل)?عبور|(?:ال)?قارب|(?:ال)?زورق|(?:ال)?بلم)"
)
_COST = r"(?:cost(?:s|ed|ing)?|paid|pays?|paying|price|charged|fee|fees|debt|owe[sd]?|owing|borrowed|sold|went to|handed|gave|transferred|sent|co[ûu]t[ée]e?|co[ûu]tait|pay[ée]e?s?|pay(?:er|ait)|vers[ée]|donn[ée]|dette|prix|emprunt[ée]?|cost[óo]|costaba|pag[óou]\w*|pagad[oa]s?|cobr[óa]\w*|deuda|debe|precio|entreg[óo]|prest\w+|كلف\w*|دفع\w*|دفعت|سعر|[أا]جرة|ثمن|دين|مقابل)"
_TO_CROSS = (
    r"(?:to (?:cross|reach|get (?:to|across|out|into|on|over)|be (?:taken|smuggled|driven|brought|guided|hidden)|leave (?:the country|for)|take (?:him|her|them)|bring (?:him|her|them)|guide)|for (?:the|a|his|her|their|each|that) (?:place|seat|crossing|boat|journey|trip|route|passage|voyage|leg|false|fake|forged|ride|lorry|sea)|per (?:head|person|seat|passenger)"
    r"|pour (?:traverser|passer|rejoindre|la travers[ée]e|le passage|le voyage|une place|franchir|[êe]tre conduite?|embarquer)|par (?:t[êe]te|personne|passager)|para (?:cruzar|llegar|pasar|que l[oae]s? (?:pasar|cruzar|llevar|tra)\w+|salir del|subir a)|por (?:el|la|su|cada) (?:viaje|cruce|traves[íi]a|pasaje|paso|persona|lancha|patera)|por (?:cruzar|pasar)|por (?:cabeza|persona)"
    r"|للعبور|لعبور|للوصول|ليصل|لتصل|ليعبر|مقابل (?:ال)?(?:عبور|رحلة|تهريب\w*|نقله|نقلها|نقلهم)|عن كل شخص|على الرحلة|لتهريبه?ا?)"
)
_FOR_JOURNEYS = (
    rf"(?<!\w){_JOURNEY}(?!\w){_GAP}(?<!\w){_COST}(?!\w){_GAP}(?P<said>{_MONEY})",
    rf"(?<!\w){_COST}(?!\w){_GAP}(?P<said>{_MONEY}){_GAP}(?<!\w)(?:{_TO_CROSS}|(?:for|to|au|à|al|por|pour) (?:the |la |le |el )?{_JOURNEY})(?!\w)",
    # A debt to "the network", "the people": whoever is owed for a journey has no other name.
    rf"(?<!\w)(?:doi(?:t|vent)|devait|deb(?:e|en|ía)|owes?|owed|still owes?)(?:\s+\w+){{0,2}}?\s+(?P<said>{_MONEY})[^.;\n]{{0,12}}?\s(?:au r[ée]seau|aux? organisateurs?|a la red|to the (?:network|organi[sz]ation|men who brought|people who brought))(?!\w)",
    rf"(?P<said>{_MONEY})(?: each)? (?:went|goes|sent|paid|handed|given) (?:\w+ )?to (?:the |an? )?(?:{_JOURNEY}|{_AGENT})(?!\w)",
)
_OTHER_MONEY = re.compile(
    r"\b(?:tickets?|train|bus fare|taxi|visa fee|application fee|fine[ds]?|penalt(?:y|ies)|bail|rewards?|bount(?:y|ies)|seized|confiscated|worth|compensation|sentence[ds]?|convict\w+|turnover|profits?|amendes?|caution|condamn\w+|multas?|fianza|recompensa|incautad\w+|decomis\w+|indemnizaci[óo]n)\b|غرامة|كفالة|مكافأة|صادر",
    re.IGNORECASE,
)


# No pattern reaches over the end of a sentence: the few sentences with a sum and one of these words are read.
_SEGMENT = re.compile(r"(?:[^.;!?؟\n]|\.(?=[\d–-]))+")
_SUM = re.compile(
    r"\d|thousand|hundred|million|mille|mil\b|ألف|آلاف|الف|مئة|مائة|مليون|ملايين", re.IGNORECASE
)
_TOLD = r"(?i)au r[ée]seau|organisateur|a la red\W|the network|the organi[sz]ation|who brought|smuggler|trafficker|coyote|pollero|snakehead|passeur|trafi[cq]u?ant|ka[çc]ak[çc]|schlepper|مهرب|سمسار|وسيط|agent|facilitator|broker|fixer|handler|guide|skipper|boatm|captain|smuggling|trafficking|مرشد|دليل|middle-?m|go-between|intermediar|rabatteur|convoyeur|lanchero|trochero|pasadores|دلال|interm[ée]diaire|gu[íi]a|crossing|journey|\strip|passage|voyage|route|boat|dinghy|\sraft|zodiac|lorry|man who|people who|hawala|sarraf|border guard|travers[ée]|bateau|pirogue|canot|patera|cayuco|lancha|balsa|cruce|traves[íi]a|patr[óo]n|viaje|رحل|عبور|قارب|زورق|بلم|تهريب|to (?:cross|reach|be (?:taken|smuggled|driven|brought|guided|hidden)|get (?:to|across|out|into|on|over)|leave (?:the|for)|take (?:him|her|them)|bring (?:him|her|them)|guide)|for (?:the|a|his|her|their|each|that) (?:place|seat|leg|fals|fake|forged|ride|sea)|per (?:head|person|seat|passenger)|pour (?:passer|rejoindre|une place|franchir|[êe]tre|embarquer)|par (?:t[êe]te|personne|passager)|para (?:cruzar|llegar|pasar|que l|salir|subir)|por (?:el|la|su|cada) (?:pasaje|paso|persona)|por (?:cruzar|pasar|cabeza|persona)|للوصول|ليصل|لتصل|ليعبر|مقابل|عن كل شخص"


@cache
def _told() -> re.Pattern[str]:
    """Return the expression for text in small letters: that is quicker than to ignore case."""
    return re.compile(_TOLD.removeprefix("(?i)"))


# Each with what its patterns cannot do without.
_WAYS = ((_SMUGGLER, _TO_SMUGGLERS), (_AGENT, _TO_AGENTS), (_MONEY, _FOR_JOURNEYS))


@cache
def _ways() -> tuple[tuple[re.Pattern[str], tuple[re.Pattern[str], ...]], ...]:
    return tuple(
        (
            re.compile(needed, re.IGNORECASE),
            tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns),
        )
        for needed, patterns in _WAYS
    )


def _patterns(segment: str) -> Iterator[re.Pattern[str]]:
    """Yield the patterns that may match in a segment."""
    for needed, patterns in _ways():
        if needed.search(segment):
            yield from patterns


def find(text: str) -> Iterator[Span]:
    """Yield amounts that stand beside a smuggler: candidates. A fine or a reward is none."""
    said = plain(text)
    places = {
        (segment.start() + match.start("said"), segment.start() + match.end("said"))
        for segment in _SEGMENT.finditer(said)
        if _SUM.search(segment[0]) and _told().search(small(segment[0]))
        for pattern in _patterns(segment[0])
        for match in pattern.finditer(segment[0])
        if not _OTHER_MONEY.search(before(segment[0], match.start(), 20) + match.group())
        and not is_topic(said, segment.start() + match.start(), segment.start() + match.end())
    }
    end = 0
    # With its currency an amount is longer, and begins no later, than without.
    for start, stop in sorted(places, key=lambda place: (place[0], -place[1])):
        if start >= end:
            yield Span("SMUGGLER_PRICE", start, stop, Certainty.CANDIDATE)
            end = stop


FAMILY = Family(
    name="smuggler_prices",
    kinds=(Kind("SMUGGLER_PRICE", "prices paid to smugglers", Nature.CIRCUMSTANCE),),
    find=find,
    # Money beside one of the words of the trigger: the patterns themselves are slow in Rust, too.
    frames=(_MONEY, rf"(?:{_PAY}|[:=(])[^\n]*\d"),
    trigger=_TOLD,
)

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
from audit.personal_data.plain_text import before, plain

_SMUGGLER = r"(?:smugglers?|smuggling (?:networks?|rings?|gangs?)|trafficking (?:networks?|rings?|gangs?)|people[- ]smugglers?|human[- ]smugglers?|traffickers?|coyotes?|polleros?|snakeheads?|passeurs?|trafiquants?|traficantes?|ka[çc]ak[çc][ıi]|schlepper|(?:ال|لل|ل)?مهرب(?:ون|ين|ه|ها)?)"
_AGENT = (
    r"(?<!travel )(?<!estate )(?<!letting )(?<!border )(?<!customs )(?<!patrol )(?<!immigration )(?<!insurance )(?<!shipping )(?<!police )(?<!federal )(?<!special )(?<!ice )(?<!free )"
    r"(?:agents?|facilitators?|brokers?|fixers?|handlers?|guides?|skippers?|boatm[ae]n|captains?|(?:ال|لل)?مرشد|(?:ال|لل)?دليل|middle-?m[ae]n|go-betweens?|intermediar(?:y|ies)|rabatteurs?|convoyeurs?|lancheros?|trocheros?|pasadores|interm[ée]diaires?|gu[íi]as?|(?:ال|لل)?سمسار|(?:ال|لل)?وسيط)"
)
_CURRENCY = (
    r"(?:us ?\$|[$€£₺]|usd|eur(?:os?)?|gbp|chf|try|lyd|egp|tnd|mad|lbp|syp|iqd|irr|jod|sdg|etb|ern|afn|pkr|bdt|mmk|xof|xaf|cfa|gnf|mxn|gtq|hnl|ves|cop|dollars?|d[óo]lares|pounds?|livres?|francs?|dinars?|dinares|dirhams?|lira?s?|liras?"
    r"|pesos?|quetzales|lempiras|bol[íi]vares|nairas?|birr|nakfas?|tomans?|afghanis?|rupees?|takas?|kyats?|r[iy]yals?|shillings?|دولار(?:ات)?|يورو|جنيه|لير[ةا]ت?|دينار|درهم|ريال|تومان|بر)"
)
_NUMBER = r"(?:\d{1,3}(?:[,. ]\d{3}){1,3}(?:[.,]\d\d)?|\d{1,9}(?:[.,]\d\d?)?)(?: ?k\b)?"
_MONEY = rf"(?:{_CURRENCY} ?{_NUMBER}(?: ?{_CURRENCY}(?!\w))?|(?<!\d){_NUMBER} ?(?:k |mil |mille |thousand |million(?:s|es)? |ألف |آلاف )?(?:us |american |de )?{_CURRENCY}(?!\w))"
# A number alone is a price where a verb of paying stands beside it, and it is no year.
_BARE = r"(?<![\w/.:-])(?:\d ?x ?\d{2,}|\d{1,3}(?:[,. ]\d{3})+(?:[.,]\d\d)?|(?!(?:19|20)\d\d(?![\d.,]))\d{2,6}(?:[.,]\d\d)?)(?![\w/:-]|\.\d)"
_PAY = (
    r"(?:pa(?:id|ys?|ying)|gave|given|give|cost|costs|charg(?:ed|es)|demand(?:ed|s)|ask(?:ed|s) for|asked|owe[sd]?|owing|wanted|sent|transferred|handed|price|fees?|debts?|took|takes|kept|stole|lost|borrowed|loan(?:ed)?|spent|money|payment|sum|somme|r[ée]gl[ée]|emprunt[ée]?|dette|pr[êe]t[ée]?|pris|voulait|prix|tarif|quer[íi]a|ped[íi]a|cobraba|deuda|prest(?:ó|ado|amo)|precio|tarifa|pay[ée]e?s?|pay(?:er|ait)|vers[ée]|donn[ée]|demand[ée]|remis|r[ée]clam[ée]|exig[ée]|co[ûu]t[ée]"
    r"|pag(?:ó|o|ué|aron|ado|ar)|entreg(?:ó|aron)|cobr(?:ó|a|aron)|pid(?:ió|ieron)|exigi(?:ó|eron)|dio|dieron|deb(?:e|ía)|cost(?:ó|aba)|دفع(?:ت|وا|نا)?|دفعه|[أا]عط[ىتو]\w*|طلب(?:ت|وا)?|تقاضى|كلف(?:ه|ها|ت)?|حول(?:ت)?|سعر|مبلغ)"
)
_GAP = r"(?:[^.;!?؟\n]|\.(?=\d)){0,45}?"
_PATTERNS = (
    rf"(?<!\w){_SMUGGLER}(?!\w){_GAP}(?P<said>{_MONEY})",
    rf"(?P<said>{_MONEY}){_GAP}(?<!\w){_SMUGGLER}(?!\w)",
    rf"(?<!\w){_PAY}(?!\w){_GAP}(?P<said>{_BARE}){_GAP}(?<!\w){_SMUGGLER}(?!\w)",
    rf"(?<!\w){_PAY}(?!\w){_GAP}(?<!\w){_SMUGGLER}(?!\w)(?:[^.;!?؟\n\d]){{0,25}}(?P<said>{_BARE})",
    rf"(?<!\w){_SMUGGLER}(?!\w){_GAP}(?<!\w){_PAY}(?!\w)(?:[^.;!?؟\n\d]){{0,25}}(?P<said>{_BARE})",
    rf"(?<!\w){_SMUGGLER}(?:['’]s?)?\s*(?:[:=(]|fee|price|debt|costs?)\s*(?:of|was|is|:)?\s*(?P<said>{_BARE})",
    rf"(?<!\w){_PAY}(?!\w){_GAP}(?P<said>{_MONEY}|{_BARE}){_GAP}(?<!\w){_AGENT}(?!\w)",
    rf"(?<!\w){_PAY}(?!\w){_GAP}(?<!\w){_AGENT}(?!\w)(?:[^.;!?؟\n\d]){{0,25}}(?P<said>{_MONEY}|{_BARE})",
    rf"(?<!\w){_AGENT}(?!\w){_GAP}(?<!\w){_PAY}(?!\w)(?:[^.;!?؟\n\d]){{0,25}}(?P<said>{_MONEY}|{_BARE})",
)
_OTHER_MONEY = re.compile(
    r"\b(?:fine[ds]?|penalt(?:y|ies)|bail|rewards?|bount(?:y|ies)|seized|confiscated|worth|compensation|sentence[ds]?|convict\w+|turnover|profits?|amendes?|caution|condamn\w+|multas?|fianza|recompensa|incautad\w+|decomis\w+|indemnizaci[óo]n)\b|غرامة|كفالة|مكافأة|صادر",
    re.IGNORECASE,
)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in _PATTERNS)


def find(text: str) -> Iterator[Span]:
    """Yield amounts that stand beside a smuggler: candidates. A fine or a reward is none."""
    said = plain(text)
    places = {
        match.span("said")
        for pattern in _patterns()
        for match in pattern.finditer(said)
        if not _OTHER_MONEY.search(before(said, match.start(), 20) + match.group())
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
    trigger=r"(?i)smuggler|trafficker|coyote|pollero|snakehead|passeur|trafi[cq]u?ant|ka[çc]ak[çc]|schlepper|مهرب|سمسار|وسيط|agent|facilitator|broker|fixer|handler|guide|skipper|boatm|captain|smuggling|trafficking|مرشد|دليل|middle-?m|go-between|intermediar|rabatteur|convoyeur|lanchero|trochero|pasadores|دلال|interm[ée]diaire|gu[íi]a",
)

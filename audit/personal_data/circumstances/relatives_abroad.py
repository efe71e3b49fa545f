"""Relatives and where they are: who looks for somebody looks there first.

A relative, a word for living somewhere or a mere "in", and a place: in Latin letters whatever begins with a
capital, in Arabic a country or a city that many fled to or from.

References
----------
UNHCR, Policy on the Protection of Personal Data of Persons of Concern (2015), section 3.5: data on relatives fall
under it. Regulation (EU) 2016/679, Art. 4(1).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from audit.personal_data.family import APART, Certainty, Family, Kind, Nature, Span
from audit.personal_data.plain_text import plain

_KIN_WORDS_EN = (
    r"(?:(?:half-|step-?|grand-?|god|twin |elder |older |younger |eldest |youngest |little |big )?(?:brothers?|sisters?|mothers?|fathers?|parents?|sons?|daughters?|child|children)|uncles?|aunts?|cousins?|wife|wives|husbands?|spouse|siblings?|nephews?|nieces?"
    r"|fianc[ée]e?|(?:mother|father|brother|sister|son|daughter)s?-in-law|relatives?|family|in-laws|mum|dad|grandparents|grandmother|grandfather|partner|stepmother|stepfather|kin|twins?|orphaned \w+|ex-(?:wife|husband)|foster \w+|milk brother)"
)
_KIN_EN = _KIN_WORDS_EN + (
    r"(?!['’]?s? (?:organi[sz]ation|compan|firm|tongue|ship|town|printer|court|law|room|cent(?:re|er)|protection|support|service|team|unit|house|hostel|reunification|life|doctor|names?\b|allowance|benefit|custody|club|school|language|board|corner|group|tracing|tax|names))"
)
# What stands between a relative and a place, whatever the verb; where somebody was born or died is not where they are.
_ANY_WORDS = r"(?:,? (?!(?:born|birth|died|dead|killed|buried|murdered|n[ée]e?s?|mort|mourut|d[ée]c[ée]d[ée]e?|tu[ée]e?|nacid[oa]|naci[óo]|muri[óo]|falleci[óo]|asesinad[oa]|enterrad[oa]|and|or|but|ou|mais|pero|called|phoned|came|visited|spoke|told|at|the|room|court)\b)(?-i:[a-zà-ÿ][a-zà-ÿ'’-]*)){0,5}?"
_COUNTRIES = (
    r"(?:Afghanistan|Albania|Algeria|Argentina|Armenia|Australia|Austria|Azerbaijan|Bahrain|Bangladesh|Belarus|Belgium|Benin|Bolivia|Bosnia|Brazil|Bulgaria|Burundi|Cameroon|Canada|Chad|Chile|China|Colombia|Congo|Costa Rica|Croatia|Cuba|Cyprus|Denmark|Djibouti|Ecuador|Egypt|El Salvador|England|Eritrea|Estonia|Ethiopia|Finland|France|Gambia|Georgia|Germany|Ghana|Greece|Guatemala|Guinea|Haiti|Honduras|Hungary|India|Indonesia|Iran|Iraq|Ireland|Israel|Italy|Ivory Coast|Jordan|Kenya|Kosovo|Kuwait|Lebanon|Libya|Malaysia|Mali|Malta|Mauritania|Mexico|Moldova|Morocco|Myanmar|Nepal|Netherlands|Nicaragua|Niger|Nigeria|Norway|Oman|Pakistan|Palestine|Panama|Peru|Philippines|Poland|Portugal|Qatar|Romania|Russia|Rwanda|Saudi Arabia|Scotland|Senegal|Serbia|Sierra Leone|Somalia|South Africa|South Sudan|Spain|Sri Lanka|Sudan|Sweden|Switzerland|Syria|Tanzania|Thailand|Togo|Tunisia|Turkey|T[üu]rkiye|UAE|UK|USA|US|Uganda|Ukraine|United Kingdom|United States|Venezuela|Vietnam|Wales|Yemen|Zambia|Zimbabwe"
    r"|Allemagne|Alg[ée]rie|Belgique|Cameroun|Espagne|[ÉE]gypte|[ÉE]tats-Unis|Gr[èe]ce|Guin[ée]e|Italie|Liban|Libye|Maroc|Pays-Bas|Su[èe]de|Suisse|Tchad|Tunisie|Turquie|Alemania|B[ée]lgica|Brasil|Canad[áa]|Ecuador|España|Estados Unidos|EE\.? ?UU\.?|Francia|Italia|M[ée]xico|Panam[áa]|Per[úu]|Suecia|Suiza)"
)
_LIVES_EN = (
    r"(?:(?:,? ?\b(?:who|whom|he|she|they|and|is|are|was|were|has been|have been|now|currently|still|already|both|all|also|presently|ha[sd]|had|been|legally|illegally no|granted|given|got|received|recogni[sz]ed as a refugee|a refugee|as refugees?|refugees?|status"
    r"|asylum|protection|citizens?|married|settled|resettled|based|living|lives?|lived|resid(?:es?|ed|ing)|residents?|stay(?:s|ed|ing)?|remain(?:s|ed|ing)?|work(?:s|ed|ing)?|stud(?:y|ies|ied|ying)|moved|fled|went|emigrated|migrated|relocated|left|waits?|waiting|detained|left behind|behind|back|over|out|stuck|stranded|displaced|detained|arrested|imprisoned|jailed|missing|hides?|alone|safe|there|employed|runs|teach(?:es|ing)|whose|kids?|ended up|arrived|reached|got to|made it|joined|sent|travelled|hiding|in hiding)\b ?){0,6})"
)
_NOT_PLACE = (
    r"(?!(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Spring|Summer|Autumn|Winter|Court|Section|Form|Annex|Exhibit|Appendix|Article|Part|Paragraph|Islam|God|Arabic|English|French|Dari|Pashto"
    r"|Farsi|Spanish|Tigrinya|Kurmanji|Sorani|Somali|Amharic|Russian|Hospital|Room|Ward|Block|Tent|Camp|Dr|Mr|Mrs|Ms|Re|Police|Ramadan|Christmas|Easter|I|A|The|His|Her|Their|Noël|Janvier|Enero)\b)"
)
_PLACE = rf"(?-i:{_NOT_PLACE}(?:al-|Al-|El |La |Las |Los |Le |As-|Ad-|Tel |Port-)?[A-ZÀ-ÞĀ-Ž][\w'’-]*(?:[ -](?:de|del|la|al|au|sur|[A-ZÀ-ÞĀ-Ž][\w'’-]*)){{0,3}})"
_FAR = r"(?:abroad|overseas|outside the country|in exile|in a (?:refugee |displacement )?camp in|in the diaspora)"
_NAMED = r"(?:,? (?-i:[A-ZÀ-Þ][\w'’-]+)(?!\w)){0,3}"
_KIN_FR = r"(?:(?:demi-|beau-|belle-|beaux-|grand-|grands-|arrière-)?(?:frères?|s(?:œ|oe)urs?|mères?|pères?|parents?|fils|filles?|enfants?)|oncles?|tantes?|cousine?s?|maris?|épouse|époux|femme|neveux?|nièces?|fiancée?|famille|proches|conjointe?|compagne|compagnon)"
_LIVES_FR = r"(?:(?:,? ?\b(?:qui|est|sont|était|vit|vivent|vivait|vivant|habite|habitent|réside|résident|résidant|installée?s?|reste|restent|restée?s?|réfugiée?s?|partie?s?|parti|toujours|encore|maintenant|désormais|actuellement|travaille|étudie|se trouve|se trouvent|a|ont|obtenu|l['’]asile|fui|bloquée?s?|détenue?s?|emprisonnée?s?|disparue?s?|cachée?s?|se cachent?|seule?s?|malades?|demeurent?|logée?s?|hébergée?s?|exilée?s?|rejoint|arrivée?s?|travaillant|enfui|mariée?|aussi)\b ?){0,5})"
_KIN_ES = r"(?:(?:medio |media )?herman(?:o|a|os|as)|madre|padre|padres|t[íi][oa]s?|prim[oa]s?|hij[oa]s?|espos[oa]s?|marido|mujer|cuñad[oa]s?|sobrin[oa]s?|abuel[oa]s?|suegr[oa]s?|familiar(?:es)?|familia|pareja|novi[oa]|parientes?|niet[oa]s?|mam[áa]|pap[áa])"
_LIVES_ES = r"(?:(?:,? ?\b(?:que|quien|está|están|estaba|es|vive|viven|vivía|viviendo|reside|residen|residente|radicad[oa]s?|sigue|siguen|qued(?:ó|aron|a)|se|permanece|refugiad[oa]s?|trabaja|trabajan|estudia|ya|todavía|aún|actualmente|también|ahora|fue|fueron|huy(?:ó|eron)|emigr(?:ó|aron)|asilad[oa]s?|detenid[oa]s?|pres[oa]s?|desaparecid[oa]s?|escondid[oa]s?|sol[oa]s?|enferm[oa]s?|internad[oa]s?|atrapad[oa]s?|trabajando|se encuentra[n]?|permanecen|lleg(?:ó|aron)|logr(?:ó|aron)|llegar|cruz(?:ó|aron)|exiliad[oa]s?|instalad[oa]s?|hace años|viviendo)\b ?){0,5})"
_KIN_AR = (
    r"(?:[وفلب]{0,2}(?:(?:[أا]خو|[أا]خا|[أا]خي|[أإا]خوت|[أإا]خوان|[أا]خت|[أا]خوات|ابنتا|ابنا|[أا]خوا|[أا]ختا|طفلا|ولدا|شقيق|شقيقت|[أا]شقاؤ|[أا]شقائ|[أا]م|والد|والدت|والدا|والدي|[أا]بو|[أا]بي|[أا]با|[أا]هل|عم|عمت|[أا]عمام|خال|خالت|[أا]خوال|ابن|ابنت|بنت|بنات|[أا]بناؤ|[أا]بنائ|[أا]ولاد|طفل|طفلت|[أا]طفال|زوج|زوجت"
    r"|قريب|قريبت|[أا]قارب|[أا]قربائ|عائلت|[أا]سرت|خطيب|خطيبت|جد|جدت|حمات|صهر|توأم)(?:ه|ها|هم|نا|هما|ي)|[أا]خي|[أا]ختي|[أا]مي|[أا]بي|والداي|(?:ل(?:دي)?(?:ه|ها|ي|هم)\s+)(?:[أا]خ|[أا]خت|[أا]خوان|[أا]ختان|[أإا]خوة|عم|خال|عمة|خالة|ابن|ابنة|بنت|قريب|قريبة|[أا]قارب|عائلة|زوجة|زوج)|[أا]قارب|شقيق|شقيقة|(?:[أا]خ|[أا]خت|ابن عم|ابنة عم|قريب|قريبة|عم|خال|عمة|خالة)\s+(?:له|لها|لي|لهم))(?:\s+(?:عم|عمت|خال|خالت|[أا]خ|[أا]خت)(?:ه|ها|ي|يه|يها))?)"
)
_LIVES_AR = r"(?:\s+(?:المقيم|المقيمة|المقيمين|الموجود|الموجودة|المتزوج|المتزوجة|متزوج|متزوجة|اللاجئ|اللاجئة|الذي|التي|الذين|المحتجز|محتجز|محتجزة|نازح|نازحة|عالق|عالقة|لوحده|وحده|وحدها|بقيا|بقين|عاشت|عاش|انتقل|انتقلت|لجأ|لجأت|لجؤوا|هرب|هربت|فر|فرت|نزح|نزحت|توجه|توجهت|استقر|استقرت|يدرس|تدرس|الأكبر|الأصغر|الكبير|الكبيرة|الصغير|الصغيرة|ما|زال|زالت|زالوا|لا|يزال|تزال|لايزال|يعيش|تعيش|يعيشون|يقيم|تقيم|يقيمون|يسكن|تسكن|موجود|موجودة|مقيم|مقيمة|لاجئ|لاجئة|يعمل|تعمل|بقي|بقيت|بقوا|سافر|سافرت|هاجر|هاجرت|الآن|حاليا|وصل|وصلت|كان|كانت|هناك)){0,4}"
_PLACES_AR = (
    r"ألمانيا|السويد|النرويج|الدنمارك|فنلندا|هولندا|بلجيكا|فرنسا|بريطانيا|إنجلترا|انجلترا|إيطاليا|اسبانيا|إسبانيا|اليونان|النمسا|سويسرا|كندا|أمريكا|امريكا|الولايات المتحدة|أستراليا|تركيا|لبنان|الأردن|مصر|العراق|سوريا|سورية|إيران|ايران|أفغانستان|باكستان|اليمن|السودان|ليبيا|تونس|الجزائر|المغرب|الصومال|إريتريا|إثيوبيا|فلسطين"
    r"|السعودية|الإمارات|الكويت|قطر|عمان|البحرين|قبرص|بلغاريا|صربيا|بولندا|أوكرانيا|روسيا|كينيا|أوغندا|تشاد|أوروبا|دمشق|حلب|حمص|حماة|إدلب|درعا|الرقة|دير الزور|القامشلي|اللاذقية|عفرين|بغداد|الموصل|البصرة|أربيل|كركوك|السليمانية|بيروت|طرابلس|إسطنبول|اسطنبول|غازي عنتاب|أنقرة|إزمير|القاهرة|الإسكندرية|الخرطوم|دارفور|أم درمان|صنعاء|عدن|تعز"
    r"|غزة|خان يونس|رفح|رام الله|نابلس|جنين|القدس|كابول|كابل|هرات|قندهار|مزار شريف|أسمرة|أديس أبابا|مقديشو|هرجيسا|طهران|مشهد|برلين|هامبورغ|ستوكهولم|مالمو|لندن|باريس|فيينا|أثينا|روما|مخيم \w+|الزعتري|الأزرق|الخارج|المهجر|الغربة|المنفى|مصراتة|بنغازي|سبها|سرت|الزاوية|الحديدة|إب|مأرب|المكلا|ذمار|بورتسودان|كسلا|القضارف|الأبيض|نيالا|الفاشر|الجنينة|كسلا|واد مدني|ود مدني|عطبرة|الحسكة|القنيطرة|السويداء|طرطوس|منبج|كوباني|عين العرب|تدمر|الباب|إعزاز|أعزاز|جرابلس|سنجار|دهوك|تكريت|الرمادي|الفلوجة|النجف|كربلاء|العمارة|الناصرية|سامراء|بعقوبة|صيدا|صور|بعلبك|زحلة|عمّان|الزرقاء|إربد|المفرق|العقبة|الخليل|بيت لحم|طولكرم|قلقيلية|دير البلح|جباليا|أضنة|مرسين|أورفا|شانلي أورفا|هاتاي|أنطاكيا|كلس|بورصة|قونية|الإسكندرية|الجيزة|المنصورة|أسوان|وهران|قسنطينة|تلمسان|الدار البيضاء|الرباط|طنجة|وجدة|فاس|مراكش|صفاقس|نواكشوط|كرن|مصوع|عصب|مندفرا|بوصاصو|كيسمايو|بيدوا|جيبوتي|كمبالا|نيروبي|جوبا|جلال آباد|غزني|قندوز|باميان|هيرات|أصفهان|شيراز|تبريز|إسلام آباد|بيشاور|كويتا|كراتشي|دكا|كوالالمبور|ماليزيا|إندونيسيا|الهند|البرازيل|فنزويلا|كولومبيا|المكسيك|أيرلندا|البرتغال|مالطا|رومانيا|المجر|التشيك|كرواتيا|ألبانيا|كوسوفو|ميونخ|فرانكفورت|كولونيا|مانشستر|برمنغهام|غلاسكو|ليون|مرسيليا|بروكسل|أمستردام|أوسلو|كوبنهاغن|زيورخ|جنيف|مدريد|برشلونة|ميلانو|تورنتو|مونتريال|نيويورك|سيدني|ملبورن|الرياض|جدة|مكة|دبي|أبوظبي|الدوحة|المنامة|مسقط"
)
_NO_PLACE_AR = r"(?!(?:ال)?(?:بيت|منزل|سجن|مستشفى|محكمة|حرب|عام|سنة|شهر|يوم|احتجاز|حبس|عمل|مدرسة|جامعة|جيش|حادث|قصف|خطر|[أا]مان|انتظار|غرفة|مكتب|نفس|حالة|ظروف|حاجة|وضع|صحة|عمر|سن|بداية|نهاية|طريق|ظل|كل|[أا]ي|هذا|هذه|ذلك|تلك|[أا]ثناء|حين|وقت|صف|مركز|مجال|مقابل|مقابلة|ملف|قضية|شارع|خيمة|مايو|يناير|فبراير|مارس|[أا]بريل|يونيو|يوليو|[أا]غسطس|سبتمبر|[أا]كتوبر|نوفمبر|ديسمبر|رمضان)(?!\w))"
_PATTERNS = (
    rf"(?<![\w-])(?P<said>{_KIN_EN}{_NAMED}{_LIVES_EN},?\s*\b(?:in|to|near|from inside|outside)\s+(?:the\s+)?{_PLACE})",
    rf"(?<![\w-])(?P<said>{_KIN_EN}{_NAMED}{_LIVES_EN}\s*\b{_FAR})(?!\w)",
    rf"(?<![\w-])(?P<said>{_KIN_FR}{_NAMED}\s*{_LIVES_FR},?\s*\b(?:à|au|aux|en|vers|près de|dans le|dans la|du côté de|depuis)\s+(?:l['’]|la\s+)?{_PLACE})",
    rf"(?<![\w-])(?P<said>{_KIN_FR}{_NAMED}\s*{_LIVES_FR}\s*\b(?:à l['’]étranger|en exil|à l['’]extérieur))",
    rf"(?<![\w-])(?P<said>{_KIN_ES}{_NAMED}\s*{_LIVES_ES},?\s*\b(?:en|a|hacia|cerca de|por|desde)\s+(?:(?:el|la|los|las)\s+)?{_PLACE})",
    rf"(?<![\w-])(?P<said>{_KIN_ES}{_NAMED}\s*{_LIVES_ES}\s*\b(?:en el (?:extranjero|exterior|exilio)|fuera del país))",
    rf"(?<![\w-])(?P<said>{_KIN_EN}{_NAMED}{_ANY_WORDS},? (?:in|to|near|inside|outside|for|towards|from inside|across|never left|reached|left for|back in|out in|over in)\s+(?:the\s+)?{_PLACE})(?!['’]s)",
    rf"(?<![\w-])(?<!maison )(?P<said>{_KIN_FR}{_NAMED}{_ANY_WORDS},? (?:à|au|aux|en|vers|près de|dans|depuis|du côté de|quitté)\s+(?:l['’]|la\s+|le\s+)?{_PLACE})",
    rf"(?<![\w-])(?P<said>{_KIN_ES}{_NAMED}{_ANY_WORDS},? (?:en|a|hacia|cerca de|desde|por)\s+(?:(?:el|la|los|las)\s+)?{_PLACE})",
    rf"\b(?:su|mi|una?|unos|unas)\s+(?P<said>(?:t[íi][oa]|prim[oa]|herman[oa]|abuel[oa]|cuñad[oa]|sobrin[oa]|suegr[oa])s?\s+de\s+{_PLACE})(?=\s*[.,;]|\s*$)",
    rf"(?<![\w-])(?P<said>(?:{_KIN_EN}|{_KIN_FR}|{_KIN_ES}) ?(?:[(,:–-]|[-=]>?) ?(?-i:{_COUNTRIES}))(?![\w-])",
    rf"(?<!\w)(?P<said>{_KIN_AR}(?:\s+[ء-ي]+){{0,3}}?\s+(?:في\s+|إلى\s+|الى\s+|ب)(?:{_PLACES_AR}))(?!\w)",
    rf"(?<!\w)(?P<said>{_KIN_AR}{_LIVES_AR}\s+(?:في\s+|إلى\s+|الى\s+|ب)(?:{_PLACES_AR}))(?!\w)",
    # In Arabic no capital tells a place: after a word for living there, whatever is no institution is one.
    rf"(?<!\w)(?P<said>{_KIN_AR}(?:[,]?\s+[\w'’.-]+){{0,5}}?\s+(?:مختبئ|مختبئة|يختبئ|تختبئ|متخف|يعيش|تعيش|يعيشان|تعيشان|يعيشون|يقيم|تقيم|يقيمون|يقيمان|تقيمان|يسكن|تسكن|يسكنون|يدرس|تدرس|يعمل|تعمل|استقر|استقرت|زالتا|زالا|بقيا|بقيتا|مقيم|مقيمة|لاجئ|لاجئة|لاجئون|ما\s+زال\w*|لا\s+(?:يزال|تزال|يزالون)|بقي\w*|بقوا|موجود\w*|هاجر\w*|سافر\w*|وصل\w*|نازح\w*|عالق\w*|محتجز\w*)(?:\s+(?:هناك|الآن|حاليا|حالياً|وحده|وحدها|هو|هي))?\s+(?:في|إلى|الى)\s+{_NO_PLACE_AR}[\w'-]+)",
    rf"(?<!\w)(?P<said>{_KIN_AR}{_LIVES_AR}\s+(?:في|إلى|الى)\s+(?-i:[A-Z])[\w'-]+)",
    # A relative's number: the number itself is a phone's.
    rf"(?<![\w-])(?P<said>{_KIN_EN}|{_KIN_FR}|{_KIN_ES})(?:['’]s)?(?:{_NAMED})\s*(?:(?:phone|mobile|cell|number|no|whatsapp|tel|is|on|at|téléphone|numéro|móvil|teléfono|celular|número)\b[ .:,]*){{0,4}}[(:,]?\s*(?=\+\d)",
)


@cache
def _pattern(place: int) -> re.Pattern[str]:
    return re.compile(_PATTERNS[place], re.IGNORECASE)


def find(text: str, among: Sequence[int] = range(len(_PATTERNS))) -> Iterator[Span]:
    """Yield relatives with the place they are at: candidates."""
    said = plain(text)
    for place in among:
        for match in _pattern(place).finditer(said):
            yield Span("RELATIVE_ABROAD", *match.span("said"), Certainty.CANDIDATE)


FAMILY = Family(
    name="relatives_abroad",
    kinds=(Kind("RELATIVE_ABROAD", "relatives and where they are", Nature.CIRCUMSTANCE),),
    find=find,
    find_framed=find,
    frames=_PATTERNS,
    trigger=(
        rf"(?i)(?:{_KIN_WORDS_EN}|{_KIN_FR}|{_KIN_ES}).*?(?:\s(?:in|to|near|inside|à|au|aux|en|vers|de|dans|a|hacia|por|desde|depuis)\s|abroad|overseas|outside|étranger|exil|extérieur|extranjero|exterior|fuera|[+＋]\d|\s(?:for|towards|across|vers)\s|never left|reached|quitté|[(,:–=>-] ?(?-i:[A-ZÉ]))"
        rf"{APART}{_KIN_AR}.*?(?:{_PLACES_AR}|\s(?:في|إلى|الى)\s)"
    ),
)

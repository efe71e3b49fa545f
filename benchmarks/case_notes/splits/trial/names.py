"""Names of the trial split: common and less common names from general knowledge, no list, no data set."""

from __future__ import annotations

from benchmarks.case_notes.people import Origin, words

_ARABIC_MEN = words(
    "Muhannad/Mohannad=مهند, Wassim/Wasim=وسيم, Ayham=أيهم, Muthanna=مثنى, Saddam=صدام, "
    "Yazan=يزن, Ammar=عمار, Munir/Mounir=منير, Sinan=سنان, Osama/Usama=أسامة, Jabbar=جبار, "
    "Uday/Oday=عدي, Karrar=كرار, Muntadhar=منتظر, Sattar=ستار, Safwan=صفوان, Marwan=مروان, "
    "Khalil=خليل, Zakaria=زكريا, Mutaz/Moutaz=معتز, Saif=سيف, Hamza=حمزة, Bassel/Basil=باسل, "
    "Jihad=جهاد, Kinan=كنان, Murad=مراد, Wael=وائل, Obada=عبادة"
)
_SUDANESE_MEN = words(
    "Babiker/Babikir=بابكر, Elfatih/Alfatih=الفاتح, Mutasim/Moatasim=معتصم, Ishag/Ishaq=إسحاق, "
    "Abbakar=أبكر, Haroun/Haroon=هارون, Yagoub/Yaqoub=يعقوب, Siddig/Siddiq=صديق, "
    "Idris/Idriss=إدريس, Khamis=خميس, Mudathir/Modathir=مدثر, Muzamil=مزمل, Tijani=تجاني, "
    "Elnour/Alnour=النور, Awad=عوض, Mubarak=مبارك, Ramadan=رمضان, Arbab=أرباب, "
    "Elamin/Alamin=الأمين, Fadul=فضل, Gadalla=جادالله, Elsadig/Alsadig=الصادق, "
    "Abdelgadir=عبدالقادر, Gamar=قمر"
)
_KURDISH_MEN = words(
    "Sirwan/Sirvan=سیروان, Rekawt=ڕێکەوت, Nechirvan=نێچیرڤان, Dara=دارا, Botan=بۆتان, "
    "Jwamer=جوامێر, Shorsh=شۆڕش, Hawre=هاوڕێ, Twana=توانا, Bawar/Bawer=باوەڕ, Renas=ڕێناس, "
    "Zerdesht=زەردەشت, Halgurd=هەڵگورد, Dler/Diler=دلێر, Mariwan=مەریوان, Ranj=ڕەنج, Chia=چیا, "
    "Blend=بڵند"
)
_TIGRINYA_MEN = words(
    "Yohanes=ዮሃንስ, Samson=ሳምሶን=سامسون, Teklay=ተክላይ=تكلاي, Zekarias=ዘካርያስ=زكارياس, "
    "Negasi=ነጋሲ=نقاسي, Petros=ጴጥሮስ=بطرس, Tekeste=ተኸስተ=تخستي, Mikias=ሚክያስ=ميكياس, Siem=ስየም=سيم, "
    "Yosief=ዮሴፍ=يوسيف, Kaleb=ካሌብ=كالب, Nahom=ናሆም=ناهوم, Sirak=ሲራክ=سيراك, Gebray=ገብራይ=قبراي, "
    "Tsehaye=ጸሃየ=صهايي, Alazar=ኣልኣዛር=ألعازر, Awate=ኣዋተ=أواتي, Hermon=ሄርሞን=هرمون, Berhe=በርሀ=برهي, "
    "Esrom=ኤስሮም=إسروم, Hadish=ሓድሽ=حدش, Leul=ልዑል=لؤول"
)
_AMHARIC_MEN = words(
    "Zelalem=ዘላለም=زلالم, Addisu=አዲሱ=أديسو, Temesgen=ተመስገን=تمسقن, Gashaw=ጋሻው=قاشاو, "
    "Minale=ምናለ=منالي, Anteneh=አንተነህ=أنتنه, Tamrat=ታምራት=تامرات, Amare=አማረ=أماري, "
    "Andualem=አንዱዓለም=أندوالم, Dagnachew=ዳኛቸው=داقناتشو, Demeke=ደመቀ=دمكي, Gebeyehu=ገበየሁ=قبيهو, "
    "Kirubel=ኪሩቤል=كيروبل, Lidetu=ልደቱ=لدتو, Sintayehu=ስንታየሁ=سنتايهو, Workneh=ወርቅነህ=وركنه, "
    "Yidnekachew=ይድነቃቸው=يدنكاتشو, Zerihun=ዘሪሁን=زريهون, Yonatan=ዮናታን=يوناتان"
)
_SOMALI_MEN = words(
    "Sharmarke==شرماركي, Dualeh/Ducaale, Gurey==قوري, Dirie==ديري, Madar==مدر, Shireh, "
    "Muse/Muuse==موسى, Barreh, Absiye==أبسية, Keynan==كينان, Idle==عدلي, Farole==فرولي, Galaydh, "
    "Sugule==سوقلي, Wehliye==وهلية, Osoble==أوسوبلي, Xirsi, Maxamed, Cawil==عول"
)
_ROHINGYA_FAMILIES = words(
    "Ameen==أمين, Mostafa, Azim==عظيم, Zaman==زمان, Kader==قادر, Sukkur==شكور, Mabud==معبود, "
    "Khair==خير, Nobi==نبي, Rouf==رؤوف, Satter==ستار, Ruhul==روح, Hamidul==حميدول"
)
_RUSSIAN_FAMILIES = words(
    "Zaytsev/Zaitsev=Зайцев, Vorobyov/Vorobyev=Воробьёв, Gusev=Гусев, Titov=Титов, "
    "Kuzmin=Кузьмин, Kudryavtsev=Кудрявцев, Baranov=Баранов, Kulikov=Куликов, "
    "Alekseev/Alexeev=Алексеев, Stepanov=Степанов, Yakovlev=Яковлев, Sorokin=Сорокин, "
    "Sergeev=Сергеев, Zakharov=Захаров, Borisov=Борисов, Korolev/Korolyov=Королёв, "
    "Gerasimov=Герасимов, Ponomarev=Пономарёв, Grigoriev/Grigoryev=Григорьев, Lazarev=Лазарев, "
    "Ershov=Ершов, Nikitin=Никитин, Sobolev=Соболев, Ryabov=Рябов, Polyakov=Поляков, "
    "Tsvetkov=Цветков, Danilov=Данилов, Zhukov=Жуков, Frolov=Фролов, Zhuravlev=Журавлёв, "
    "Malyshev=Малышев, Belousov=Белоусов"
)
_RUSSIAN_FAMILIES_WOMEN = words(
    "Zaytseva/Zaitseva=Зайцева, Vorobyova/Vorobyeva=Воробьёва, Guseva=Гусева, Titova=Титова, "
    "Kuzmina=Кузьмина, Kudryavtseva=Кудрявцева, Baranova=Баранова, Kulikova=Куликова, "
    "Alekseeva/Alexeeva=Алексеева, Stepanova=Степанова, Yakovleva=Яковлева, Sorokina=Сорокина, "
    "Sergeeva=Сергеева, Zakharova=Захарова, Borisova=Борисова, Koroleva/Korolyova=Королёва, "
    "Gerasimova=Герасимова, Ponomareva=Пономарёва, Grigorieva/Grigoryeva=Григорьева, "
    "Lazareva=Лазарева, Ershova=Ершова, Nikitina=Никитина, Soboleva=Соболева, Ryabova=Рябова, "
    "Polyakova=Полякова, Tsvetkova=Цветкова, Danilova=Данилова, Zhukova=Жукова, Frolova=Фролова, "
    "Zhuravleva=Журавлёва, Malysheva=Малышева, Belousova=Белоусова"
)
_CHECHEN_FAMILIES = words(
    "Saidulaev=Сайдулаев, Magomadov=Магомадов, Dadaev=Дадаев, Isaev=Исаев, Elmurzaev=Эльмурзаев, "
    "Bakaev=Бакаев, Tsakaev=Цакаев, Gairbekov=Гаирбеков, Umarov=Умаров, Musaev=Мусаев, "
    "Arsanov=Арсанов, Temirsultanov=Темирсултанов, Edilov=Эдилов, Vakhaev=Вахаев, Khasiev=Хасиев, "
    "Baysultanov=Байсултанов, Dzhamaldaev=Джамалдаев, Akhmadov=Ахмадов, Batalov=Баталов, "
    "Soltaev=Солтаев, Yandarov=Яндаров, Gaitukaev=Гайтукаев, Saraliev=Саралиев, Shaipov=Шаипов, "
    "Betelgeriev=Бетельгериев, Tepsaev=Тепсаев, Ilyasov=Ильясов, Kagermanov=Кагерманов, "
    "Tazurkaev=Тазуркаев"
)
_CHECHEN_FAMILIES_WOMEN = words(
    "Saidulaeva=Сайдулаева, Magomadova=Магомадова, Dadaeva=Дадаева, Isaeva=Исаева, "
    "Elmurzaeva=Эльмурзаева, Bakaeva=Бакаева, Tsakaeva=Цакаева, Gairbekova=Гаирбекова, "
    "Umarova=Умарова, Musaeva=Мусаева, Arsanova=Арсанова, Temirsultanova=Темирсултанова, "
    "Edilova=Эдилова, Vakhaeva=Вахаева, Khasieva=Хасиева, Baysultanova=Байсултанова, "
    "Dzhamaldaeva=Джамалдаева, Akhmadova=Ахмадова, Batalova=Баталова, Soltaeva=Солтаева, "
    "Yandarova=Яндарова, Gaitukaeva=Гайтукаева, Saralieva=Саралиева, Shaipova=Шаипова, "
    "Betelgerieva=Бетельгериева, Tepsaeva=Тепсаева, Ilyasova=Ильясова, Kagermanova=Кагерманова, "
    "Tazurkaeva=Тазуркаева"
)

ORIGINS = (
    Origin(
        name="anglo",
        men=words(
            "Nigel, Douglas, Elliot, Fraser, Gavin, Howard, Ian, Oliver, Rupert, Stuart, Terence, "
            "Vincent, Brendan, Callum, Ewan, Jeremy, Lloyd, Rory, Alastair"
        ),
        women=words(
            "Harriet, Imogen, Kirsty, Maureen, Nicola, Rosalind, Sandra, Ursula, Vanessa, Yvonne, "
            "Carolyn, Denise, Eleanor, Frances, Isobel, Lesley, Marianne, Theresa, Hazel"
        ),
        families=words(
            "Blackwood, Cunningham, Drummond, Ellis, Fairbairn, Haversham, Ingram, Jessop, "
            "Osborne, Quigley, Radcliffe, Stanhope, Templeton, Underwood, Vickers, Yardley, "
            "Birtwistle, Chadwick, Dunmore, Entwistle, Farrell, Greenhalgh, Rathbone, "
            "Satterthwaite, Wetherby"
        ),
    ),
    Origin(
        name="french",
        men=words(
            "Alain, Christophe, Didier, Gérard, Jérôme, Marc, Pascal, Quentin, Thibault, Xavier, "
            "Yves, Franck, Loïc, Maxence, Régis, Sylvestre"
        ),
        women=words(
            "Agnès, Geneviève, Juliette, Martine, Odile, Sabine, Sylvie, Estelle, Françoise, "
            "Gaëlle, Maud, Capucine, Églantine, Bérénice, Clotilde, Josiane, Marielle"
        ),
        families=words(
            "Aubert, Bouvier, Carpentier, Delattre, Hubert, Jacquet, Perrot, Schmitt, Barbier, "
            "Collin, Dumoulin, Ferrand, Gaillard, Huet, Joly, Noiret, Rousselot, Sauvage, "
            "Thibaudeau, Vannier, Brunel, Cordier, Duchesne"
        ),
    ),
    Origin(
        name="spanish_latin_american",
        men=words(
            "Jhonny, Ariel, Ezequiel, Gonzalo, Ulises, Fabián, Germán, Marlon, Néstor, Saúl, "
            "Tomás, Yonder, Alexis, Bladimir, Cristóbal, Duván, Hugo, Anderson"
        ),
        women=words(
            "Lisbeth, Ofelia, Paola, Sulay, Thalía, Viviana, Yamileth, Zoraida, Aracely, Brenda, "
            "Cecilia, Eneida, Griselda, Heidy, Ingrid, Mirna"
        ),
        families=words(
            "Quispe, Mamani, Chacón, Bautista, Palacios, Guerrero, Rincón, Galeano, Parra, "
            "Sandoval, Briceño, Zelaya, Cifuentes, Duarte, Godoy, Izaguirre, Landaverde, Machado, "
            "Quiñones, Restrepo, Uzcátegui, Velandia, Zavala, Choque"
        ),
        makes=("{g}|{f} {k}", "{g} {h}|{f} {k}", "{g}|{f}"),
    ),
    Origin(
        name="arabic",
        men=_ARABIC_MEN,
        women=words(
            "Rima/Reema=ريما, Lubna=لبنى, Raghad=رغد, Intisar=انتصار, Nahla=نهلة, Shatha=شذى, "
            "Zahraa=زهراء, Tiba=طيبة, Sundus=سندس, Hiba/Heba=هبة, Asmaa=أسماء, Duaa/Doaa=دعاء, "
            "Rawan=روان, Hadeel/Hadil=هديل, Maysoun/Maysoon=ميسون, Salwa=سلوى"
        ),
        families=words(
            "Alhamwi=الحموي, Kassab=قصاب, Tlass=طلاس, Al-Saadi/Alsaadi=السعدي, "
            "Qaddour/Kaddour=قدور, Al-Azzawi/Alazzawi=العزاوي, Altamimi=التميمي, "
            "Hallaq/Hallak=حلاق, Al-Bayati/Albayati=البياتي, Al-Janabi/Aljanabi=الجنابي, "
            "Dabbagh=دباغ, Al-Aswad=الأسود, Al-Zein/Alzein=الزين, Al-Lahham=اللحام, Sarraj=سراج, "
            "Mardini=مارديني, Tabbara=طبارة, Al-Akkad/Akkad=العقاد"
        ),
        middles_men=_ARABIC_MEN,
        middles_women=_ARABIC_MEN,
        makes=("{g}|{f}", "{g}|{f}", "{g} {m}|{f}"),
        script="arabic",
    ),
    Origin(
        name="sudanese",
        men=_SUDANESE_MEN,
        women=words(
            "Kaltouma/Kaltuma=كلتومة, Nafisa=نفيسة, Ikram=إكرام, Tahani=تهاني, Awatif=عواطف, "
            "Husna=حسنى, Azza=عزة, Nagla/Najla=نجلاء, Mashair=مشاعر, Igbal=إقبال, Safa=صفاء, "
            "Rihab=رحاب, Maha=مها, Ahlam=أحلام, Mawahib=مواهب, Aziza=عزيزة, Bakhita=بخيتة, "
            "Alawiya=علوية, Ihsan=إحسان, Fathia=فتحية, Sulafa=سلافة"
        ),
        families=words(
            "Kuku=كوكو, Abdelbagi=عبدالباقي, Elhadi=الهادي, Khalifa=خليفة, Nasreldin=نصرالدين, "
            "Izzeldin=عزالدين, Dafalla=دفعالله, Elzaki=الزاكي, Abdelkarim=عبدالكريم, "
            "Tairab=تيراب, Ahmadai=أحمداي, Fadlalla=فضلالله, Elhag/Alhaj=الحاج, Makki=مكي, "
            "Bashari=بشاري, Nimeiri=نميري, Kuwa=كوة, Abusin=أبوسن, Hagar=هجار, Minnawi=مناوي, "
            "Tambal=تمبل, Shogar=شوقار"
        ),
        middles_men=_SUDANESE_MEN,
        middles_women=_SUDANESE_MEN,
        makes=("{g} {m}|{f}", "{g}|{f}", "{g} {m} {k}|{f}"),
        script="arabic",
    ),
    Origin(
        name="dari",
        men=words(
            "Hamidullah=حمیدالله, Noorullah=نورالله, Edris=ادریس, Khalilullah=خلیل‌الله, "
            "Qadir/Qadeer=قدیر, Hashmat=حشمت, Humayun/Homayoun=همایون, Bismillah=بسم‌الله, "
            "Musadiq=مصدق, Shoaib/Shuaib=شعیب, Ehsanullah=احسان‌الله, Hamed=حامد, Ewaz/Iwaz=عوض, "
            "Barat=برات, Qurban=قربان, Juma/Jomah=جمعه, Zaher=ظاهر, Nasim/Naseem=نسیم, "
            "Sibghatullah=صبغت‌الله"
        ),
        women=words(
            "Najiba=نجیبه, Zakia/Zakiya=ذکیه, Friba/Fariba=فریبا, Sediqa=صدیقه, Adela=عادله, "
            "Malika=ملکه, Rahila=راحله, Somaya=سمیه, Aqila=عقیله, Hamida=حمیده, Arezo/Arezu=آرزو, "
            "Yalda=یلدا, Sohaila=سهیلا, Basira=بصیره, Shakiba=شکیبا, Lailuma=لیلما"
        ),
        families=words(
            "Qasimi=قاسمی, Anwari=انوری, Bakhshi=بخشی, Naderi=نادری, Faizi=فیضی, Hashimi=هاشمی, "
            "Rasuli/Rasooli=رسولی, Habibi=حبیبی, Taheri=طاهری, Ehsani=احسانی, Erfani=عرفانی, "
            "Nabizada=نبی‌زاده, Joya=جویا, Shahidi=شهیدی, Qurbani=قربانی, Ramazani=رمضانی"
        ),
        script="arabic",
    ),
    Origin(
        name="pashto",
        men=words(
            "Zarak=زرک, Nangyal=ننګیال, Atal=اتل, Aimal=ایمل, Ghorzang=غورځنګ, Hewad=هېواد, "
            "Samim=صمیم, Shams=شمس, Sarbaz=سرباز, Izatullah=عزت‌الله, Inamullah=انعام‌الله, "
            "Sher=شېر, Saifullah=سیف‌الله, Ikramullah=اکرام‌الله, Sanaullah=ثناالله, "
            "Bakhtiar=بختیار, Rafiullah=رفیع‌الله, Zarif=ظریف, Taj=تاج"
        ),
        women=words(
            "Stori=ستوري, Lema=لیمه, Zarlasht/Zarlakht=زرلښت, Marghalara=مرغلره, Rokhana=روښانه, "
            "Dewa=دیوه, Zhala=ژاله, Muska=مسکا, Sanga=څانګه, Sharifa=شریفه, Lalzari=لالزاري, "
            "Tanzila=تنزیله, Hosai=هوسۍ, Angiza=انګیزه, Parkha=پرخه"
        ),
        families=words(
            "Miakhel=میاخېل, Sahak=ساهاک, Wazir=وزیر, Bangash=بنګښ, Zazai=ځاځی, Ludin=لودین, "
            "Amarkhel/Omarkhil=عمرخېل, Sulemankhel=سلیمانخېل, Zurmatai=زرمتی, "
            "Babakarkhel=بابکرخېل, Sabari=صبري, Mullakhel=ملاخېل, Utmankhel=اتمانخېل, "
            "Jabarkhel=جبارخېل, Baburzai=بابرزی"
        ),
        script="arabic",
    ),
    Origin(
        name="kurdish",
        men=_KURDISH_MEN,
        women=words(
            "Hero=هێرۆ, Beriwan=بێریڤان, Trifa=تریفە, Shadan=شادان, Dilnaz=دڵناز, Shler=شلێر, "
            "Lanja=لەنجە, Nigar=نیگار, Pakhshan=پەخشان, Awaz=ئاواز, Gona=گۆنا, Paiman=پەیمان"
        ),
        families=words(
            "Bajalan=باجەڵان, Mizuri/Mzuri=مزووری, Bradosti=برادۆستی, Koyi=کۆیی, "
            "Penjweni=پێنجوێنی, Qaradaghi=قەرەداغی, Herki=هەرکی, Balaki=باڵەکی, "
            "Hamawandi=هەمەوەندی, Sharafani=شەرەفانی, Rekani=ڕێکانی, Nerwayi=نێروەیی, "
            "Sursuri=سورسوری, Delo=دەلۆ"
        ),
        middles_men=_KURDISH_MEN,
        middles_women=_KURDISH_MEN,
        makes=("{g}|{f}", "{g} {m}|{f}"),
        script="arabic",
    ),
    Origin(
        name="persian",
        men=words(
            "Behrouz/Behrooz=بهروز, Shahram=شهرام, Mehrdad=مهرداد, Payam=پیام, Babak=بابک, "
            "Houman=هومن, Ardeshir=اردشیر, Saeed/Saeid=سعید, Bijan/Bizhan=بیژن, "
            "Manouchehr=منوچهر, Shayan=شایان, Soroush=سروش, Iraj=ایرج, Hooshang/Houshang=هوشنگ, "
            "Bahman=بهمن, Esfandiar=اسفندیار, Touraj=تورج, Mazyar=مازیار, Amirhossein=امیرحسین, "
            "Behnam=بهنام"
        ),
        women=words(
            "Mahsa=مهسا, Shohreh=شهره, Azadeh=آزاده, Parisa=پریسا, Sepideh=سپیده, Taraneh=ترانه, "
            "Bahareh=بهاره, Simin=سیمین, Soheila=سهیلا, Elnaz=الناز, Yasaman=یاسمن, Forough=فروغ, "
            "Homa=هما, Pegah=پگاه, Sanaz=ساناز, Shiva=شیوا, Donya=دنیا, Kimia=کیمیا, Negin=نگین, "
            "Laleh=لاله, Atefeh=عاطفه"
        ),
        families=words(
            "Ghorbani=قربانی, Sadeghi=صادقی, Bagheri=باقری, Jahanbani=جهانبانی, Tehrani=تهرانی, "
            "Ebadi=عبادی, Salehi=صالحی, Nikbakht=نیکبخت, Pourmand=پورمند, Yazdani=یزدانی, "
            "Khosravi=خسروی, Daneshvar=دانشور, Shirazi=شیرازی, Vaziri=وزیری, Behzadi=بهزادی, "
            "Etemadi=اعتمادی, Parsa=پارسا, Ashrafi=اشرفی, Fallahi=فلاحی, Keshavarz=کشاورز, "
            "Mokhtari=مختاری, Rafiei=رفیعی, Sohrabi=سهرابی, Zarei=زارعی, Abbaszadeh=عباس‌زاده, "
            "Imanpour=ایمان‌پور"
        ),
        script="arabic",
    ),
    Origin(
        name="tigrinya",
        men=_TIGRINYA_MEN,
        women=words(
            "Mehret=ምህረት=مهرت, Nigsti/Nighisti=ንግስቲ=نقستي, Ruta=ሩታ=روتا, Azmera=ኣዝመራ=أزمرا, "
            "Hiwet=ህይወት, Shewit=ሸዊት=شويت, Bana=ባና=بانا, Delina=ደሊና=دلينا, Fiyori=ፍዮሪ=فيوري, "
            "Kokob=ኮኸብ=كوكب, Meaza=መዓዛ=معازا, Nebyat=ነብያት=نبيات, Weini=ወይኒ=ويني, "
            "Arsema=ኣርሴማ=أرسيما, Soliana=ሶልያና=سوليانا, Milena=ሚለና=ميلينا, Natsnet=ናጽነት=ناصنت, "
            "Mizan=ሚዛን=ميزان"
        ),
        families=words(
            "Ghebremedhin=ገብረመድህን=قبرمدهن, Ghebreyesus=ገብረየሱስ=قبريسوس, "
            "Tesfamariam=ተስፋማርያም=تسفاماريام, Kiflemariam=ክፍለማርያም=كفلماريام, "
            "Gebrehiwot=ገብረህይወት=قبرهيوت, Gebrekidan=ገብረኪዳን=قبركيدان, "
            "Andemariam=ዓንደማርያም=عندماريام, Weldeslasie=ወልደስላሰ, Abraha=ኣብርሃ=أبرها, "
            "Zeratsion=ዘርኣጽዮን=زراصيون, Ogbazghi=ዑቕባዝጊ=عقبازقي, Haileab=ሃይለኣብ=هيلآب, "
            "Misgina=ምስጋና=مسقنا"
        ),
        middles_men=_TIGRINYA_MEN,
        middles_women=_TIGRINYA_MEN,
        makes=("{g}|{f}", "{g} {m} {f}", "{g} {m}"),
        script="ethiopic",
    ),
    Origin(
        name="amharic",
        men=_AMHARIC_MEN,
        women=words(
            "Selamawit=ሰላማዊት=سلاماويت, Etenesh=እቴነሽ=إتنش, Abeba=አበባ=أببا, Blen=ብሌን=بلين, "
            "Tizita=ትዝታ=تزيتا, Alem=ዓለም=ألم, Konjit=ቆንጅት=قونجت, Bizunesh=ብዙነሽ=بزونش, "
            "Adanech=አዳነች=أدانش, Ayelech=አየለች=أييلش, Belaynesh=በላይነሽ=بلاينش, "
            "Bruktawit=ብሩክታዊት=بروكتاويت, Demekech=ደመቀች=دمكش, Frehiwot=ፍሬሕይወት=فرهيوت, "
            "Haregewoin=ሐረገወይን=هرقوين, Kebebush=ከበቡሽ=كببوش, Liya=ሊያ=ليا, Netsanet=ነፃነት=نتسانت, "
            "Tadelech=ታደለች=تادلش, Yodit=ዮዲት=يوديت"
        ),
        families=words(
            "Mekonnen=መኮንን=مكونن, Mamo=ማሞ=مامو, Zewdie=ዘውዴ=زودي, Ejigu=እጅጉ=إجيقو, Molla=ሞላ=مولا, "
            "Yimer=ይመር=يمر, Beyene=በየነ=بيني, Damtew=ዳምጠው=دامطو, Eshetu=እሸቱ=إشتو, "
            "Fentaw=ፈንታው=فنتاو, Engida=እንግዳ=إنقدا, Seifu=ሰይፉ=سيفو, Legesse=ለገሰ=لقسي, "
            "Tessema=ተሰማ=تسما, Mengesha=መንገሻ=منقشا"
        ),
        middles_men=_AMHARIC_MEN,
        middles_women=_AMHARIC_MEN,
        makes=("{g}|{f}", "{g} {m} {f}"),
        script="ethiopic",
    ),
    Origin(
        name="oromo",
        men=words(
            "Gemechu==جمتشو, Lelisa==ليليسا, Tolera==توليرا, Chala==تشالا, Obsa==أوبسا, "
            "Firomsa==فيرومسا, Guta==جوتا, Roba==روبا, Galgalo==جلجلو, Jarso==جارسو, "
            "Fayisa==فايسا, Abdisa==أبديسا, Kumsa==كومسا, Lami==لامي, Gadisa==قاديسا, Ibsa==إبسا, "
            "Milkessa==ملكيسا, Olana==أولانا, Elemo, Bonsa==بونسا, Gutama==قوتاما, Dhaba==طابا, "
            "Boru==بورو, Jatani==جتاني, Nagasa==نغاسا"
        ),
        women=words(
            "Chaltu/Caaltuu==تشالتو, Lensa/Lenssa==لنسا, Ayantu/Ayyaantu==أيانتو, "
            "Bontu/Boontuu==بونتو, Hawi==هاوي, Sifan==سيفان, Kuli==كولي, Darartu==درارتو, "
            "Meti==ميتي, Ebise==إبيسي, Gadise==قديسي, Simbo==سمبو, Jitu==جيتو, Kulani==كولاني, "
            "Tolashi==تولاشي, Biftu==بيفتو, Ibsitu==إبسيتو, Likitu==ليكتو, Galane==قلاني, "
            "Badhatu==بدهاتو, Lalise==لاليسي, Nuritu==نوريتو, Dinkinesh==دنكنش"
        ),
        families=words(
            "Negassa==نقاسا, Dinsa==دنسا, Hunde==هوندي, Feyissa==فييسا, Debela==دبيلا, "
            "Bedada==بدادا, Tufa==توفا, Duressa==دوريسا, Hirpa/Hirpha==هيربا, Gobena==قوبينا, "
            "Beyan==بيان, Jaleta==جليتا, Merga==ميرقا, Regassa==رقاسا, Tola==تولا, Terfa==ترفا, "
            "Kitessa==كتيسا, Wakjira==وكجيرا, Etana==إتانا, Mosisa==موسيسا, Benti==بنتي, "
            "Waktola==وكتولا, Nemera==نميرا, Bayisa==بايسا, Geleta==قليتا, Wirtu==ورتو"
        ),
        makes=("{g} {f}", "{g} {f} {k}"),
    ),
    Origin(
        name="somali",
        men=_SOMALI_MEN,
        women=words(
            "Hibo/Hibaaq==هبو, Deeqa==ديقة, Ayan, Ubax, Filsan==فلسن, Najma==نجمة, Zamzam==زمزم, "
            "Shukri==شكري, Kaltun/Kaltuun==كلثوم, Raho==رحو, Saido/Saciido==سعيدو, Ardo==أردو, "
            "Canab==عنب, Haboon==هبون, Xaawo, Halimo==حليمو, Asli==أصلي"
        ),
        families=words(
            "Warfa==ورفا, Jimale/Jimcaale==جمعالي, Salad==صلاد, Sabriye==صبرية, "
            "Mohallim/Macallin, Haybe==هيبي, Beyle, Gabayre==قبيري, Dhiblawe==طبلاوي, "
            "Fiidow==فيدو, Nageye==نقيي, Yalahow==يلحو, Kaariye==كارية, Siyad==سياد, Olad==أولاد, "
            "Guhad==قوهاد, Shirdon==شردون, Ainanshe==عينانشي, Igale==عقالي, Tuuryare==تورياري"
        ),
        middles_men=_SOMALI_MEN,
        middles_women=_SOMALI_MEN,
        makes=("{g} {m} {f}", "{g} {f}", "{g}|{f}"),
    ),
    Origin(
        name="rohingya",
        men=words(
            "Jubair==زبير, Habibullah, Kefayet==كفايت, Mojib==مجيب, Ayoub, Kolim==كليم, "
            "Amanullah, Emdad==إمداد, Junaid==جنيد, Mamun==مأمون, Nezam==نظام, Rezaul==رضاؤل, "
            "Shobbir==شبير, Hashem==هاشم"
        ),
        women=words(
            "Shomira==شميرة, Jannat==جنات, Khaleda==خالدة, Monowara==منورة, Rabia==رابعة, "
            "Tahera==طاهرة, Dildar==ديلدار, Ismat, Morium, Sitara==ستارة, Nosima==نسيمة, "
            "Anwara==أنورة, Hosneara==حسنآرا, Roshida==رشيدة, Lalmoti==لالموتي"
        ),
        families=_ROHINGYA_FAMILIES,
        middles_men=_ROHINGYA_FAMILIES,
        middles_women=words(
            "Khatoon==خاتون, Banu/Bano==بانو, Begom==بيغم, Aktar==أكتر, Nahar==نهار, "
            "Sultana==سلطانة, Nesa==نساء, Khanam==خانم, Akhtar==أختر, Begam==بيغم, Taz==تاج"
        ),
        makes=("{g} {m}",),
    ),
    Origin(
        name="burmese",
        men=words(
            "Thiha=သီဟ=ثيها, Zeyar=ဇေယျာ=زيار, Yarzar=ရာဇာ=يارزار, Nyan=ဉာဏ်=نيان, "
            "Lwin=လွင်=لوين, Thet=သက်=ثيت, Saw=စော=ساو, Kyi=ကြည်=كي, Shein=ရှိန်=شين, "
            "Toe=တိုး=تو, Zarni=ဇာနည်=زارني, Swe=ဆွေ=سوي, Yan=ရန်=يان, Pyone=ပြုံး=بيون, "
            "Linn=လင်း=لين"
        ),
        women=words(
            "Nilar=နီလာ=نيلار, Mya=မြ=ميا, Chaw=ချော=تشاو, Pwint=ပွင့်=بوينت, Thiri=သီရိ=ثيري, "
            "Kay=ကေ=كاي, Theingi=သိင်္ဂီ=ثينغي, Mon=မွန်=مون, Zar=ဇာ=زار, Nu=နု=نو, "
            "Thuzar=သူဇာ=ثوزار, Khaymar=ခေမာ=خايمار"
        ),
        families=words(
            "Thwin=သွင်=ثوين, Nyunt=ညွန့်=نيونت, Thaung=သောင်း=ثاونغ, Kyin=ကြင်=كين, "
            "Htay=ဌေး=هتاي, Sein=စိန်=سين, Kyu=ကြူ=كيو, Maw=မော်=ماو, Thwe=သွယ်=ثوي, "
            "Ngwe=ငွေ=نغوي, Hlaing=လှိုင်=هلاينغ, Tint=တင့်=تينت, Nge=ငယ်=نغي, "
            "Myaing=မြိုင်=مياينغ, Hlyan=လျှံ=هليان, Pe=ဖေ=بي, Thaw=သော်=ثاو"
        ),
        makes=("{g} {h} {f}", "{g} {f}"),
        script="myanmar",
    ),
    Origin(
        name="ukrainian",
        men=words(
            "Stepan=Степан=ستيبان, Danylo=Данило=دانيلو, Anatolii/Anatoliy=Анатолій=أناتولي, "
            "Kyrylo=Кирило=كيريلو, Matvii=Матвій=ماتفي, Orest=Орест=أوريست, Lev=Лев=ليف, "
            "Oleh=Олег=أوليه, Illia=Ілля=إليا, Hlib=Гліб=هليب, Arsen=Арсен=أرسن, "
            "Tymur=Тимур=تيمور, Vladyslav=Владислав=فلاديسلاف, Sviatoslav=Святослав=سفياتوسلاف, "
            "Marko=Марко=ماركو, Ustym=Устим=أوستيم, Fedir=Федір=فيدير, Kuzma=Кузьма=كوزما, "
            "Yukhym=Юхим=يوخيم, Myron=Мирон=ميرون, Severyn=Северин=سيفيرين, "
            "Vsevolod=Всеволод=فسيفولود"
        ),
        women=words(
            "Zoriana=Зоряна=زوريانا, Valentyna=Валентина=فالنتينا, "
            "Oleksandra=Олександра=أولكساندرا, Alla=Алла=آلا, "
            "Viktoriia/Viktoriya=Вікторія=فيكتوريا, Snizhana=Сніжана=سنيجانا, Yana=Яна=يانا, "
            "Liliia/Liliya=Лілія=ليليا, Marta=Марта=مارتا, Zhanna=Жанна=جانا, "
            "Yaryna=Ярина=يارينا, Ruslana=Руслана=روسلانا"
        ),
        families=words(
            "Romanenko=Романенко=رومانينكو, Kharchenko=Харченко=خارشينكو, "
            "Melnychenko=Мельниченко=ميلنيشينكو, Pavliuk/Pavlyuk=Павлюк=بافليوك, "
            "Yatsenko=Яценко=ياتسينكو, Bilyk=Білик=بيليك, Martyniuk=Мартинюк=مارتينيوك, "
            "Tymchenko=Тимченко=تيمشينكو, Vasylenko=Василенко=فاسيلينكو, Holub=Голуб=هولوب, "
            "Chumak=Чумак=تشوماك, Demchenko=Демченко=ديمشينكو, Kulyk=Кулик=كوليك, "
            "Onyshchenko=Онищенко=أونيشينكو, Vynnyk=Винник=فينيك, "
            "Nechyporenko=Нечипоренко=نيتشيبورينكو"
        ),
        middles_men=words(
            "Romanovych=Романович, Antonovych=Антонович, Denysovych=Денисович, "
            "Fedorovych=Федорович, Maksymovych=Максимович, Nazarovych=Назарович, "
            "Olehovych=Олегович, Tarasovych=Тарасович, Vadymovych=Вадимович, "
            "Valeriiovych=Валерійович, Vitaliiovych=Віталійович"
        ),
        middles_women=words(
            "Romanivna=Романівна, Antonivna=Антонівна, Denysivna=Денисівна, Fedorivna=Федорівна, "
            "Maksymivna=Максимівна, Nazarivna=Назарівна, Olehivna=Олегівна, Tarasivna=Тарасівна, "
            "Vadymivna=Вадимівна, Valeriivna=Валеріївна, Vitaliivna=Віталіївна"
        ),
        makes=("{g}|{f}", "{g}|{f}", "{g} {m}|{f}"),
        script="cyrillic",
    ),
    Origin(
        name="russian",
        men=words(
            "Gleb=Глеб, Fyodor/Fedor=Фёдор, Timur=Тимур, Vyacheslav=Вячеслав, Arkady=Аркадий, "
            "Gennady/Gennadiy=Геннадий, Valeriy=Валерий, Kirill=Кирилл, Eduard=Эдуард, "
            "Boris=Борис, Matvey=Матвей, Rodion=Родион, Ilya/Ilia=Илья, Yegor/Egor=Егор, "
            "Danila=Данила, Oleg=Олег, Prokhor=Прохор, Vitaly/Vitaliy=Виталий, Semyon=Семён, "
            "Ignat=Игнат, Makar=Макар"
        ),
        women=words(
            "Zinaida=Зинаида, Lyubov/Liubov=Любовь, Yelizaveta=Елизавета, Polina=Полина, "
            "Kseniya/Ksenia=Ксения, Alyona/Alena=Алёна, Valeriya/Valeria=Валерия, Taisiya=Таисия, "
            "Evgeniya/Evgenia=Евгения, Tamara=Тамара, Varvara=Варвара, Rimma=Римма, "
            "Lidiya/Lidia=Лидия, Snezhana=Снежана, Kira=Кира, Klavdiya=Клавдия, Inessa=Инесса, "
            "Angelina=Ангелина, Darya=Дарья, Ulyana=Ульяна"
        ),
        families=_RUSSIAN_FAMILIES,
        middles_men=_RUSSIAN_FAMILIES,
        middles_women=_RUSSIAN_FAMILIES_WOMEN,
        makes=("{g}|{m}",),
        script="cyrillic",
    ),
    Origin(
        name="chechen",
        men=words(
            "Zelimkhan=Зелимхан, Movsar=Мовсар, Apti=Апти, Ramzan=Рамзан, Akhmed=Ахмед, "
            "Rizvan=Ризван, Turpal=Турпал, Shamil=Шамиль, Isa=Иса, Bekkhan=Бекхан, Adlan=Адлан, "
            "Mayrbek=Майрбек, Sulim=Сулим, Khamzat=Хамзат, Aslanbek=Асланбек, Beslan=Беслан, "
            "Dzhabrail=Джабраил, Vakha=Ваха, Lechi=Лечи, Khasan=Хасан, Alikhan=Алихан, "
            "Ilyas=Ильяс, Deni=Дени, Salman=Салман, Arbi=Арби, Viskhan=Висхан, Salambek=Саламбек, "
            "Umalt=Умалт, Magomed=Магомед"
        ),
        women=words(
            "Zara=Зара, Luiza=Луиза, Petimat=Петимат, Zarema=Зарема, Khava=Хава, Aset=Асет, "
            "Zulai=Зулай, Tabarik=Табарик, Ayna=Айна, Kheda=Хеда, Elina=Элина, Seda=Седа, "
            "Makka=Макка, Zalina=Залина, Tamila=Тамила, Zargan=Зарган, Liana=Лиана, Yakha=Яха, "
            "Medni=Медни, Satsita=Сацита, Taisa=Таиса, Birlant=Бирлант, Zaira=Заира, Rayana=Раяна"
        ),
        families=_CHECHEN_FAMILIES,
        middles_men=_CHECHEN_FAMILIES,
        middles_women=_CHECHEN_FAMILIES_WOMEN,
        makes=("{g}|{m}",),
        script="cyrillic",
    ),
    Origin(
        name="turkish",
        men=words(
            "Ferhat, Çağlar, Koray, Mert, Orhan, Özgür, Devrim, Engin, Fatih, Kaan, Necati, "
            "Tuncay, Veli, Zeki, Doruk, Rıza"
        ),
        women=words(
            "Şebnem, Tülay, Yeliz, Zübeyde, Aslı, Berna, Esin, Gamze, İpek, Oya, Perihan, Türkan, "
            "Ümran, Burcu, Feride"
        ),
        families=words(
            "Taş, Keskin, Uçar, Özer, Altun, Turan, Güler, Balcı, Ateş, Kılıçoğlu, Duman, "
            "Yalçınkaya, Türkmen, Karadeniz, Bayrak, Ekinci, Sezer, Topal, Özcan, Alkan, Toprak"
        ),
    ),
    Origin(
        name="albanian",
        men=words(
            "Ardian, Jeton, Kushtrim, Qemal, Rinor, Shkëlqim, Ylli, Arber, Durim, Granit, Ismet, "
            "Lirim, Ndue, Visar, Bashkim, Xhevdet, Halit"
        ),
        women=words(
            "Gentiana, Kaltrina, Nora, Ornela, Pranvera, Besa, Edona, Liridona, Majlinda, "
            "Servete, Anila, Qendresa"
        ),
        families=words(
            "Zeqiri, Sadiku, Rrustemi, Kola, Cani, Basha, Sulejmani, Mehmeti, Haxhiu, Ndoja, "
            "Toska, Vata, Lika, Doçi, Zogaj, Shkurti, Ymeri, Kuçi, Avdiu, Beqiri, Mulla, "
            "Fejzullahu"
        ),
    ),
    Origin(
        name="haitian",
        men=words(
            "Wisler, Fritznel, Mackenson, Guerrier, Schneider, Watson, Wilfrid, Yvon, Robenson, "
            "Jameson, Hérold, Fednel, Renel, Sonel, Widlin, Roodley, Ricardo, Pierrot, Stevenson, "
            "Gesner, Odilon, Lucner"
        ),
        women=words(
            "Guerda, Marjorie, Ermite, Gerda, Immacula, Kerline, Micheline, Odette, Philomène, "
            "Roselaine, Saintanise, Vertulie, Yanick, Suzette, Edwidge"
        ),
        families=words(
            "Georges, Hyppolite, Lafleur, Mésidor, Orélus, Rosembert, Sylvain, Beauvoir, Delva, "
            "Fanfan, Innocent, Norvil, Raymond, Sanon, Timothée, Alcindor, Clerveaux, "
            "Petit-Frère, Sénatus"
        ),
    ),
    Origin(
        name="french_west_african",
        men=words(
            "Mamoudou, Kerfalla, Naby, Bangaly, Sory, Kabiné, Facinet, Elhadj, Djibril, Balla, "
            "Salif, Mory, Nouhou, Pathé, Diouldé, Mouctar, Amara, Saïkou, Bademba, Sadio, Madjou, "
            "Demba, Yéro, Samba"
        ),
        women=words(
            "Binta, Djénabou, Safiatou, Salimatou, Dado, Diaraye, Houleymatou, Kankou, Mahawa, "
            "M'mah, Penda, Yaye, Hassatou, Massiré, Bountou, Sayon"
        ),
        families=words(
            "Kaba, Doumbouya, Koulibaly, Magassouba, Diakité, Gassama, Niakaté, Diaby, Tall, "
            "Wane, Bamba, Sano, Savané, Haïdara, Souaré, Dabo"
        ),
    ),
    Origin(
        name="congolese",
        men=words(
            "Guylain, Dieumerci, Glody, Jérémie, Patient, Dido, Faustin, Justin, Landry, Norbert, "
            "Pacifique, Zacharie, Cyprien, Djo, Floribert, Jonas, Aristote"
        ),
        women=words(
            "Nadine, Béatrice, Grâce, Solange, Mwamini, Bora, Aimée, Clémentine, Divine, "
            "Francine, Henriette, Laetitia, Mado, Noëlla, Passy, Scholastique, Vumilia, Odia, "
            "Bijou, Charlène"
        ),
        families=words(
            "Mbuyi, Kalala, Lukusa, Mutombo, Kazadi, Mulumba, Makiese, Lokwa, Bolamba, Mbemba, "
            "Luzolo, Kiala, Masika, Kambale, Muhindo, Paluku, Katembo, Byamungu, Cibalonza, "
            "Nabintu, Bashige, Murhula, Amisi, Shabani, Lubanza, Ebengo, Lisasi, Mangala, Bokungu"
        ),
        makes=("{g}|{f} {k}", "{g}|{f}", "{f} {k} {g}"),
    ),
    Origin(
        name="yoruba",
        men=words(
            "Gbenga, Ayodele, Kunle, Rotimi, Olatunji, Damilare, Folarin, Idowu, Jide, Kolawole, "
            "Lekan, Muyiwa, Niyi, Taiwo, Yinka, Akinwale, Bolaji, Dotun, Gbolahan, Tobiloba"
        ),
        women=words(
            "Adunni, Modupe, Ronke, Simisola, Ayomide, Bimpe, Damilola, Ebun, Gbemisola, Iyabo, "
            "Jumoke, Kehinde, Lola, Morenike, Olaitan, Romoke, Tolulope, Wuraola"
        ),
        families=words(
            "Adekunle, Olawale, Fashola, Ogunbanjo, Adesanya, Bankole, Daramola, Ekundayo, "
            "Fagbemi, Ibironke, Jegede, Komolafe, Ladipo, Makinde, Odunsi, Popoola, Oyedepo, "
            "Olaniyan, Sowande, Adeleke, Awolesi, Famuyiwa"
        ),
        makes=("{g}|{f}", "{g} {h}|{f}"),
    ),
    Origin(
        name="igbo",
        men=words(
            "Ikechukwu, Chukwudi, Okechukwu, Azubuike, Chidi, Somto, Ugochukwu, Tobechukwu, "
            "Chibuzo, Kenechukwu, Lotanna, Onyeka, Izuchukwu, Munachi, Arinze, Ekene, Jideofor, "
            "Nduka"
        ),
        women=words(
            "Amarachi, Obiageli, Nneka, Chinenye, Oluchi, Adanna, Kosisochukwu, Ogechi, Urenna, "
            "Uju, Somadina, Nwanneka, Chidimma, Ezinne, Ugonna, Akunna, Mmesoma, Nkiruka"
        ),
        families=words(
            "Anyanwu, Ezeani, Nwankwo, Ofoegbu, Chukwuma, Agu, Uzodinma, Madueke, Onwudiwe, "
            "Okorie, Ejiofor, Mbah, Njoku, Orji, Amadi, Osuji, Asiegbu"
        ),
    ),
    Origin(
        name="hausa",
        men=words(
            "Kabiru, Lawal, Nasiru, Aminu, Balarabe, Dauda, Faruku, Gambo, Haruna, Isiaku, "
            "Jibrin, Kasimu, Magaji, Nuhu, Rabiu, Tukur, Umaru, Zubairu, Maikudi, Tanimu, Habu, "
            "Audu, Inusa, Rilwanu"
        ),
        women=words(
            "Hauwa, Rakiya, Zainabu, Asabe, Ladi, Talatu, Jummai, Larai, Saratu, Balaraba, Delu, "
            "Fatsima, Hajara, Indo, Kande, Maryamu, Nafisatu, Rahanatu, Sakina, Uwani, Zulaihatu, "
            "Bilkisu, Azumi, Hannatu, Laraba"
        ),
        families=words(
            "Bichi, Gwarzo, Kurfi, Daura, Zango, Gumel, Ringim, Dutse, Maigari, Maitama, "
            "Dankwambo, Galadima, Sarki, Ciroma, Madaki, Makama, Wambai, Tafida, Shinkafi, Gusau, "
            "Dogondaji, Wudil, Tofa, Kaita, Mashi"
        ),
    ),
    Origin(
        name="tamil",
        men=words(
            "Ravi=ரவி, Ganesh=கணேஷ், Murugan=முருகன், Thayalan=தயாளன், Jeyaseelan=ஜெயசீலன், "
            "Yogan=யோகன், Vasanthan=வசந்தன், Logan=லோகன், Mathan=மதன், Nadesan=நடேசன், "
            "Paramesh=பரமேஷ், Ramanan=ரமணன், Senthil=செந்தில், Tharmalingam=தர்மலிங்கம், "
            "Umesh=உமேஷ், Aravinthan=அரவிந்தன், Balan=பாலன், Kajan=கஜன், Sutharsan=சுதர்சன், "
            "Dinesh=தினேஷ், Niroshan=நிரோஷன், Kirushanth=கிருஷாந்த், Nishanthan=நிஷாந்தன்"
        ),
        women=words(
            "Sumathi=சுமதி, Jeyanthi=ஜெயந்தி, Dharshini/Tharshini=தர்ஷினி, Kalaivani=கலைவாணி, "
            "Ranjini=ரஞ்சினி, Sivagami=சிவகாமி, Uma=உமா, Vijitha=விஜிதா, Gowri=கௌரி, "
            "Lavanya=லாவண்யா, Rathika=ராதிகா, Anusha=அனுஷா, Subashini=சுபாஷினி"
        ),
        families=words(
            "Thangarajah=தங்கராஜா, Mahendran=மகேந்திரன், Navaratnam=நவரத்தினம், "
            "Ratnasingam=இரத்தினசிங்கம், Thambirajah=தம்பிராஜா, Balasingham=பாலசிங்கம், "
            "Kumarasamy=குமாரசாமி, Ganeshalingam=கணேசலிங்கம், Sinnathamby=சின்னத்தம்பி, "
            "Vallipuram=வல்லிபுரம், Nallathamby=நல்லதம்பி, Paramanathan=பரமநாதன், "
            "Sanmugam=சண்முகம்"
        ),
        makes=("{g}|{f}", "{f} {g}"),
        script="tamil",
    ),
    Origin(
        name="bangladeshi",
        men=words(
            "Jasim, Rakib, Imtiaz, Nazmul, Emran, Golam, Iqbal, Jahid, Khokon, Liton, Masud, "
            "Nayeem, Palash, Sajib, Tareq, Zahirul, Alamgir, Babul, Milon, Sumon, Bellal, Raju, "
            "Mosharraf"
        ),
        women=words(
            "Jesmin, Mousumi, Parul, Rina, Tania, Afroza, Champa, Dilruba, Jahanara, Khadiza, "
            "Nurun, Popy, Selina, Shefali, Sufia, Nazma, Ruksana, Shirina, Kulsuma"
        ),
        families=words(
            "Mridha, Biswas, Hawladar, Prodhan, Matubbar, Gazi, Fakir, Dewan, Bepari, Laskar, "
            "Haldar, Bhuyan, Sikdar, Chokder, Gharami"
        ),
    ),
    Origin(
        name="vietnamese",
        men=words(
            "Khôi, Quân, Tài, Trí, Hậu, Chiến, Tùng, Huy, Ân, Bằng, Danh, Điền, Đồng, Giáp, Hiệp, "
            "Hoàn, Hợp, Khang, Khiêm, Lợi, Lực, Nam, Nhơn, Phát, Phước, Sang, Sinh, Tâm, Thạch, "
            "Thiện, Thuận, Tín, Đại, Hoan, Thông"
        ),
        women=words(
            "Huyền, Tuyền, Diệp, Chi, Nga, Trinh, Cúc, Đào, Hảo, Huệ, Lài, Liễu, Mận, Ngà, Nhi, "
            "Quỳnh, Sen, Sương, Thắm, Thơ, Thương, Trâm, Trà, Trúc, Vy, Duyên, Hậu, Hồng"
        ),
        families=words(
            "Trịnh, Cao, Lưu, Tống, Khổng, Bạch, Lục, Chử, Đàm, Tăng, Tiêu, Ninh, Quan, Viên, Cù, "
            "Hàn, Ong, Khúc, Khuất, Lều, Mã, Thân, Vi"
        ),
        middles_men=words("Duy, Gia, Nhật, Khắc, Sỹ, Chí, Mạnh, Quý, Phước, Thiện"),
        middles_women=words("Hồng, Mộng, Thục, Trúc, Quỳnh, Đan, Thiên, Nhã, Trà"),
        makes=("{f} {m} {g}", "{f} {m} {g}", "{g}|{f}"),
    ),
    Origin(
        name="chinese",
        men=words(
            "Jianguo, Zhiqiang, Haoran, Yifan, Wenjie, Guoqing, Xiaodong, Zhenhua, Chunlei, "
            "Shaohua, Dawei, Yongliang, Jinlong, Bingwen, Mingzhe, Haibo, Tianyu, Zihan, Weimin, "
            "Junjie, Kaifeng, Linfeng, Guangming, Zhongyi, Baoguo"
        ),
        women=words(
            "Xiaoyan, Meiling, Lihua, Yanhong, Xiuying, Guilan, Shuzhen, Yating, Jiaxin, Yulan, "
            "Fenfang, Chunhua, Qiaoyun, Ruolan, Xinyi, Hongmei, Cuiping, Dandan, Jingyi, Lanying, "
            "Suzhen, Wenqian, Yuhan, Ailing, Baozhen, Yuezhen"
        ),
        families=words(
            "Xue, Tang, Feng, Deng, Peng, Zeng, Xiao, Tian, Dong, Yuan, Jiang, Cai, Cheng, Wei, "
            "Lü, Ding, Ren, Shen, Yao, Cui, Zhong, Fan, Liao, Jia, Fang, Zou, Xiong, Bai, Meng, "
            "Qin, Qiu, Hou, Huang, Zhao, Zhou, Xu, Guo"
        ),
        makes=("{f} {g}", "{g}|{f}"),
    ),
    Origin(
        name="georgian",
        men=words(
            "Davit, Nika, Avtandil, Beka, Revaz, Tengiz, Otar, Malkhaz, Merab, Jaba, Badri, "
            "Amiran, Guram, Paata, Ramaz, Vazha, Zviad, Luka, Besik, Koba, Archil"
        ),
        women=words(
            "Maka, Eka, Lali, Medea, Nestan, Rusudan, Sopio, Teona, Tsira, Marika, Nutsa, Dali, "
            "Eteri, Gvantsa, Mzia, Nona, Irma, Nato, Tsisana"
        ),
        families=words(
            "Giorgadze, Mchedlishvili, Nozadze, Japaridze, Abashidze, Kobakhidze, Nadiradze, "
            "Okropiridze, Papuashvili, Razmadze, Sulakvelidze, Turashvili, Ugulava, Kharebava, "
            "Shengelia, Zaridze, Todua, Gabunia, Bolkvadze, Arveladze"
        ),
    ),
)

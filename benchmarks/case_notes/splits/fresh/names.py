"""Names of the fresh split: other names than both earlier splits have, from general knowledge alone."""

from __future__ import annotations

from benchmarks.case_notes.people import Origin, words

_ARABIC_MEN = words(
    "Bilal/Belal=بلال, Wissam/Wisam=وسام, Ramzi/Ramzy=رمزي, Haitham/Haytham=هيثم, Adnan=عدنان, "
    "Raed/Raid=رائد, Maher=ماهر, Ghassan/Gassan=غسان, Yasser/Yasir=ياسر, Laith/Layth=ليث, Mazen/Mazin=مازن, "
    "Zuhair/Zouheir=زهير, Hatem/Hatim=حاتم, Suhail/Souheil=سهيل, Nidal=نضال, Ghazi=غازي, "
    "Munther/Monzer=منذر, Iyad/Eyad=إياد, Hazem/Hazim=حازم, Nawaf=نواف, Louay/Luay=لؤي, "
    "Mu'ayyad/Moayad=مؤيد, Sufyan/Sofiane=سفيان, Abdelkader/Abdulqadir=عبد القادر, Hisham/Hicham=هشام, "
    "Talal=طلال, Shadi/Chadi=شادي, Anwar=أنور, Rashid/Rachid=رشيد"
)
_SOMALI_MEN = words(
    "Abshir==أبشر, Sahal==سهل, Awale==أوالي, Elmi/Cilmi==علمي, Kulmiye==كلميي, Isse/Ciise==عيسه, "
    "Egal/Cigaal==عقال, Bile==بيلي, Diriye==ديريي, Koshin==كوشن, Mursal==مرسل, Galaid==جليد, Keyse==كيسي, "
    "Bulhan==بلحن, Saleebaan/Suleiman==سليمان, Xaashi/Hashi==حاشي, Dalmar==دلمر"
)
_TIGRINYA_MEN = words(
    "Mehreteab=ምሕረተኣብ=محرتاب, Semere=ሰመረ=سمري, Yemane=የማነ=يماني, Habtom=ሃብቶም=هبتوم, Russom=ርእሶም=رؤسوم, "
    "Weldu/Woldu=ወልዱ=ولدو, Eyob=እዮብ=إيوب, Desale=ደሳለ=ديسالي, Kiflom=ክፍሎም=كفلوم, Ghirmay/Girmay=ግርማይ=قرماي, "
    "Tesfalem=ተስፋኣለም=تسفالم, Isayas/Esayas=ኢሳያስ=إساياس, Haben=ሃበን=هابن, Zeresenay=ዘረሰናይ=زرسناي, "
    "Bereket=በረኸት=بركت, Mussie=ሙሴ=موسي, Fitsum=ፍጹም=فطصوم, Tsegay=ጸጋይ=صقاي"
)
_AMHARIC_MEN = words(
    "Alemu=አለሙ=أليمو, Dereje=ደረጀ=ديريجي, Yared=ያሬድ=ياريد, Ashenafi=አሸናፊ=أشنافي, Binyam/Biniam=ቢንያም=بنيام, "
    "Zewdu=ዘውዱ=زودو, Ermias=ኤርሚያስ=إرمياس, Eskinder=እስክንድር=إسكندر, Wondwossen=ወንድወሰን=ووندوسن, Abiy=አቢይ=أبي, "
    "Melaku=መላኩ=ميلاكو, Sisay=ሲሳይ=سيساي, Tariku=ታሪኩ=تاريكو, Habtamu=ሀብታሙ=هبتامو, Elias=ኤልያስ=إلياس, "
    "Nebiyu=ነቢዩ=نبيو, Wubshet=ውብሸት=ووبشيت"
)

_WIDER = (
    Origin(
        name="arabic",
        men=_ARABIC_MEN,
        women=words(
            "Manal=منال, Maysa/Maisa=ميساء, Widad=وداد, Sawsan/Sausan=سوسن, Arwa=أروى, Inas/Enas=إيناس, Najwa=نجوى, "
            "Lamis/Lamees=لميس, Suhair/Souhair=سهير, Siham/Sihem=سهام, Nisreen/Nesrine=نسرين, Hayat=حياة, "
            "Ruqayya/Roukaya=رقية, Ibtisam=ابتسام, Sumaya/Soumaya=سمية, Kawthar/Kaouther=كوثر, Taghreed=تغريد, "
            "Fayrouz/Fairouz=فيروز, Nawal=نوال, Rabab=رباب, Yusra=يسرى, Majida=ماجدة, Afaf=عفاف"
        ),
        families=words(
            "al-Zoubi/Al Zoubi/Alzoubi=الزعبي, Qabbani/Kabbani=قباني, al-Dulaimi/Aldulaimi=الدليمي, "
            "al-Rawi/Al Rawi=الراوي, Atassi=أتاسي, Bitar=بيطار, Odeh/Awda=عودة, Hourani=حوراني, "
            "al-Shammari/Alshamari=الشمري, Fakhoury=فاخوري, Ayyash=عياش, Halabi=حلبي, Zaytoun/Zeitoun=زيتون, "
            "Bakri=بكري, al-Nuaimi/Alnuaimi=النعيمي, Dabbas=دباس, Hamwi/Hamoui=حموي, Sayegh=صايغ, "
            "al-Qaisi/Al Qaissi=القيسي, Jundi/Joundi=جندي, Tamimi=تميمي, Benali=بنعلي, al-Tayeb/Eltayeb=الطيب, "
            "Shaaban/Chaabane=شعبان, Mashhadani=مشهداني, Idlibi=إدلبي"
        ),
        middles_men=_ARABIC_MEN,
        middles_women=_ARABIC_MEN,
        makes=("{g}|{f}", "{g}|{f}", "{g} {m}|{f}", "{g} {m} {f}|{k}", "{g} ibn {m}|{f}"),
        script="arabic",
        particles={"ibn": "بن"},
    ),
    Origin(
        name="dari_persian",
        men=words(
            "Wahid/Vahid=وحید, Omid/Omeed=امید, Siavash/Siawash=سیاوش, Behzad=بهزاد, Arash=آرش, Nader=نادر, "
            "Parviz/Parwez=پرویز, Asadullah=اسدالله, Navid/Naweed=نوید, Ramin=رامین, Kamran=کامران, Yama=یما, "
            "Faramarz=فرامرز, Kourosh/Cyrus=کوروش, Hekmatullah=حکمت‌الله, Sakhi=سخی, Ghafar=غفار, "
            "Keyvan/Kaiwan=کیوان, Shapur=شاپور, Aminullah=امین‌الله, Samiullah=سمیع‌الله, Ezat=عزت, Pouya=پویا"
        ),
        women=words(
            "Shukria/Shokria=شکریه, Farida=فریده, Sima=سیما, Elaha/Elahe=الهه, Setareh=ستاره, Latifa=لطیفه, "
            "Mitra=میترا, Nasrin/Nasreen=نسرین, Golsum/Kulsum=گلثوم, Raziyeh=رضیه, Masuma/Masoumeh=معصومه, "
            "Anahita=آناهیتا, Benafsha/Banafsheh=بنفشه, Hosniya=حسنیه, Wajiha=وجیهه, Mojgan=مژگان"
        ),
        families=words(
            "Sharifi=شریفی, Kazemi/Kazimi=کاظمی, Rahmani=رحمانی, Naseri/Nasiri=ناصری, Bakhtiari=بختیاری, "
            "Mousavi/Musawi=موسوی, Faqiri=فقیری, Shirzad=شیرزاد, Tavakoli/Tawakoli=توکلی, Zamani=زمانی, Danesh=دانش, "
            "Sarwari=سروری, Azimi=عظیمی, Payman/Peyman=پیمان, Rostami/Rustami=رستمی, Wahidi/Vahidi=وحیدی, "
            "Khavari/Khawari=خاوری, Jahanbakhsh=جهانبخش, Daneshgar=دانشگر, Tavassoli=توسلی, Golzari=گلزاری"
        ),
        makes=("{g}|{f}", "{g}|{f}", "{g} {h}|{f}", "{g}"),
        script="arabic",
    ),
    Origin(
        name="pashto",
        men=words(
            "Ajmal=اجمل, Sangar=سنګر, Nangyalai=ننګیالی, Babrak=ببرک, Lalai=لالی, Gulab=ګلاب, Sailab=سیلاب, "
            "Angar=انګار, Naqib=نقیب, Matiullah=مطیع‌الله, Shafiqullah=شفیق‌الله, Zmaryalai/Zmaryalay=زمریالی, "
            "Sharbat=شربت, Rahmatullah=رحمت‌الله, Niamat=نعمت, Bashirullah=بشیرالله, Shamshad=شمشاد, Mirwaiz=میرویز"
        ),
        women=words(
            "Wazhma=وږمه, Storay=ستوری, Zala=ځله, Khatol=خاتول, Shaista=ښایسته, Hila/Heela=هیله, "
            "Spogmai/Spogmay=سپوږمې, Rokhsar=رخسار, Zermina=زرمینې, Gulsanga=ګلسانګه, Nahida=ناهیده, Tanda=تنده, "
            "Khkula=ښکلا, Shinkai=شینکۍ, Toorpekai=تورپیکۍ"
        ),
        families=words(
            "Jadran=ځدران, Tokhi=توخی, Kharoti=خروټی, Sherzai=شېرزی, Ghilzai=غلزی, Kochai=کوچی, Alokozai=الکوزی, "
            "Niazi=نیازی, Tarakai=ترکی, Andar=اندړ, Daudzai=داودزی, Waziri=وزیري, Ishaqzai=اسحاقزی, Salarzai=سلارزی, "
            "Marwat=مروت, Khugyani=خوګیاڼی, Tani=تڼی"
        ),
        makes=("{g}|{f}", "{g}|{f}", "{g}"),
        script="arabic",
    ),
    Origin(
        name="kurdish",
        men=words(
            "Karzan=کارزان, Ako=ئاکۆ, Shvan/Şivan=شڤان, Bakhtyar/Bextiyar=بەختیار, Rebwar=ڕێبوار, "
            "Rizgar/Rzgar=ڕزگار, Peshraw/Pêşrew=پێشڕەو, Jegar/Ciger=جگەر, Sarkawt=سەرکەوت, Delovan/Dilovan=دلۆڤان, "
            "Walat=وەلات, Xebat/Khabat=خەبات, Bahoz=باهۆز"
        ),
        women=words(
            "Chiman=چیمەن, Rojin/Rojîn=ڕۆژین, Sazan=سازان, Kazhal=کەژاڵ, Tavga=تاڤگە, Hataw=هەتاو, Hana=هانا, "
            "Nishtiman/Niştiman=نیشتمان, Viyan/Vîyan=ڤیان, Perwin/Perwîn=پەروین, Sheno/Shanaz=شەناز, "
            "Bahar/Behar=بەهار, Sozan=سۆزان, Dlnia/Dilniya=دڵنیا, Lawin/Lavîn=لاڤین"
        ),
        families=words(
            "Botani/Botanî=بۆتانی, Doski=دۆسکی, Miran=میران, Amedi=ئامێدی, Gerdi=گەردی, Dizayi/Dizayee=دزەیی, "
            "Barwari/Berwarî=بەرواری, Akreyi/Aqrawi=ئاکرەیی, Rwandzi/Rewandizi=ڕواندزی, Zangana=زەنگەنە, "
            "Sorani=سۆرانی, Hekari/Hekarî=هەکاری, Garmiani=گەرمیانی, Shwani=شوانی"
        ),
        script="arabic",
    ),
    Origin(
        name="somali",
        men=_SOMALI_MEN,
        women=words(
            "Amran==عمران, Hawo==حواء, Fowsia/Fowsiyo==فوزية, Safiyo==صفية, Ayaan==أيان, Shamso==شمسو, Muna==منى, "
            "Ruqiyo==رقية, Caweys/Aweys==أويس, Bishaaro/Bisharo==بشارة, Hinda==هندة, Xamdi==حمدية, Ilhaan==إلهام, "
            "Barwaaqo/Barwaqo==برواقو"
        ),
        families=words(
            "Samantar==سمنتر, Gelle/Geelle==جيلي, Mire==ميري, Barre==بري, Kahin/Kaahin==كاهن, Mumin==مؤمن, "
            "Sugulle==سغلي, Wais/Weys==ويس, Olow==علو, Tahlil==تهليل, Jirde==جردي, Yabarow==يبرو, Gabow==غابو, "
            "Cawaale==عوالي, Ducaysane/Duaysane==دعيسني, Xayd/Hayd==حيد, Abukar==أبوبكر, Sheekh/Sheikh==شيخ, "
            "Maalin/Moalim==معلم, Sharif==شريف, Jibriil/Jibril==جبريل, Buraale/Burale==بورالي"
        ),
        middles_men=_SOMALI_MEN,
        middles_women=_SOMALI_MEN,
        makes=("{g} {m}|{f}", "{g} {m}|{f}", "{g} {m} {f}", "{g}|{m}"),
    ),
    Origin(
        name="tigrinya",
        men=_TIGRINYA_MEN,
        women=words(
            "Tsega=ጸጋ=صقا, Rigbe=ርግበ=رقبي, Danait=ዳናይት=دانايت, Semhar=ሰምሃር=سمهر, Hiriti=ሂሪቲ=حريتي, Zufan=ዙፋን=زوفان, "
            "Elsa=ኤልሳ=إلسا, Kidisti=ቅድስቲ=قدستي, Ariam=ኣርያም=أريام, Adiam=ኣድያም=أديام, Hiyab=ህያብ=هياب, "
            "Timnit=ትምኒት=تمنيت"
        ),
        families=words(
            "Asgedom=ኣስገዶም=أسقدوم, Woldemichael/Weldemikael=ወልደሚካኤል=ولدمكائيل, Embaye=እምባየ=إمبايي, "
            "Debesay/Debessai=ደበሳይ=دبساي, Zemichael=ዘሚካኤል=زمكائيل, Sium/Seyoum=ስዩም=سيوم, Gebrezghi=ገብረዝጊ=جبرزقي, "
            "Mehretab=ምሕረታብ=محرتاب, Teklehaimanot=ተኽለሃይማኖት=تكلهيمانوت, Weldeslassie=ወልደስላሴ=ولدسلاسي, "
            "Gebregziabher=ገብረእግዚኣብሄር=جبرقزيابهر, Woldai=ወልዳይ=ولداي, Estifanos=እስቲፋኖስ=إستيفانوس, Bahta=ባህታ=بهتا, "
            "Andebrhan=ዓንደብርሃን=عندبرهان, Tsegai=ጸጋዪ=صقايي, Kifle=ክፍለ=كفلي, Mebrahtu=መብራህቱ=مبراهتو, Hadgu=ሓድጉ=حدقو"
        ),
        middles_men=_TIGRINYA_MEN,
        middles_women=_TIGRINYA_MEN,
        makes=("{g}|{f}", "{g} {m}|{f}", "{g} {m} {f}"),
        script="ethiopic",
    ),
    Origin(
        name="amharic",
        men=_AMHARIC_MEN,
        women=words(
            "Mekdes=መቅደስ=مكديس, Wubit=ውቢት=ووبيت, Zenebech=ዘነበች=زينيبيتش, Emebet=እመቤት=إميبيت, Alemitu=አለሚቱ=أليميتو, "
            "Fikirte=ፍቅርተ=فكرتي, Lulit=ሉሊት=لوليت, Yeshimebet=የሺመቤት=يشيمبت, Bezawit=ቤዛዊት=بيزاويت, Mahlet=ማህሌት=ماهليت, "
            "Rediet=ረድኤት=رديت, Tirunesh=ጥሩነሽ=تيرونيش, Asnakech=አስናቀች=أسناكيتش"
        ),
        families=words(
            "Gebremariam=ገብረማርያም=جبريماريام, Ayele=አየለ=أييلي, Negussie/Nigussie=ንጉሴ=نيغوسي, Belay=በላይ=بيلاي, "
            "Admasu=አድማሱ=أدماسو, Tsegaye=ፀጋዬ=تسيغاي, Woldeyes=ወልደየስ=ولديس, Bogale=ቦጋለ=بوغالي, Gebreyes=ገብረየስ=جبريس, "
            "Yitbarek=ይትባረክ=ييتباريك, Kassahun=ካሳሁን=كاساهون, Moges=ሞገስ=موغيس, Retta=ረታ=ريتا, Berhanu=ብርሃኑ=برهانو, "
            "Tefera=ተፈራ=تيفيرا"
        ),
        middles_men=_AMHARIC_MEN,
        middles_women=_AMHARIC_MEN,
        makes=("{g}|{f}", "{g}|{f}", "{g} {m}|{f}", "{g} {m} {f}"),
        script="ethiopic",
    ),
    Origin(
        name="ukrainian_russian",
        men=words(
            "Mykhailo/Mikhail=Михайло, Anton=Антон, Denys/Denis=Денис, Kostiantyn/Konstantin=Костянтин, Artem=Артем, "
            "Ostap=Остап, Nazar=Назар, Mykyta/Nikita=Микита, Valerii/Valery=Валерій, Stanislav=Станіслав, "
            "Yaroslav=Ярослав, Leonid=Леонід, Viacheslav=В'ячеслав, Zakhar=Захар, Tymofii/Timofey=Тимофій, "
            "Vadym/Vadim=Вадим, Rostyslav=Ростислав"
        ),
        women=words(
            "Vira/Vera=Віра, Lesia=Леся, Alina=Аліна, Solomiia=Соломія, Nadiia/Nadezhda=Надія, "
            "Marharyta/Margarita=Маргарита, Khrystyna/Kristina=Христина, Inna=Інна, Myroslava=Мирослава, "
            "Yelyzaveta/Elizaveta=Єлизавета, Raisa=Раїса, Antonina=Антоніна, Zlata=Злата, Uliana=Уляна, Vlada=Влада"
        ),
        families=words(
            "Kravchenko=Кравченко, Tkachuk=Ткачук, Panchenko=Панченко, Didenko=Діденко, Honchar=Гончар, "
            "Oliinyk/Oleinik=Олійник, Nazarenko=Назаренко, Yurchenko=Юрченко, Fedorchuk=Федорчук, Hnatiuk=Гнатюк, "
            "Prykhodko=Приходько, Stetsenko=Стеценко, Zhuk=Жук, Demchuk=Демчук, Khomenko=Хоменко, "
            "Vdovychenko=Вдовиченко, Kostiuk=Костюк, Babenko=Бабенко"
        ),
        middles_men=words(
            "Andriiovych=Андрійович, Hryhorovych=Григорович, Yuriiovych=Юрійович, Viktorovych=Вікторович, "
            "Leonidovych=Леонідович, Pavlovych=Павлович, Bohdanovych=Богданович"
        ),
        middles_women=words(
            "Andriivna=Андріївна, Hryhorivna=Григорівна, Yuriivna=Юріївна, Viktorivna=Вікторівна, "
            "Leonidivna=Леонідівна, Pavlivna=Павлівна, Bohdanivna=Богданівна"
        ),
        makes=("{g}|{f}", "{g}|{f}", "{g} {m}|{f}", "{f} {g} {m}"),
        script="cyrillic",
    ),
    Origin(
        name="burmese",
        men=words(
            "Kaung Sithu=ကောင်းစည်သူ, Thura Arkar=သူရအာကာ, Nanda Hein=နန္ဒဟိန်း, Zayar Phone=ဇေယျာဖုန်း, "
            "Wunna Chan=ဝဏ္ဏချမ်း, Ohn Chit=အုန်းချစ်, Hset Wunna=ဆက်ဝဏ္ဏ, Lat Yaung=လတ်ရောင်"
        ),
        women=words(
            "Yadanar Zun=ရတနာဇွန်, Yu Nwe=ယုနွယ်, Sabal Nyo=စံပယ်ညို, Shun Lae=ရွှန်းလဲ့, Ingyin Nwe=အင်ကြင်းနွယ်, "
            "Hmwe Pan=မွှေးပန်း, Wutt Yee=ဝတ်ရည်"
        ),
        families=words("Zwe=ဇွဲ, Kywe=ကြွယ်"),
        makes=("{g}", "{g} {f}"),
        script="myanmar",
    ),
    Origin(
        name="tamil",
        men=words(
            "Mathivanan=மதிவாணன், Ilango/Ilanko=இளங்கோ, Ketheeswaran=கேதீஸ்வரன், Thayaparan=தயாபரன், Vimalan=விமலன், "
            "Yogarajah=யோகராஜா, Gnanasekar=ஞானசேகர், Kugan=குகன், Ravindran=ரவீந்திரன், Anbarasan=அன்பரசன், "
            "Elilan=எழிலன், Senthuran=செந்தூரன், Parameswaran=பரமேஸ்வரன், Muralitharan=முரளிதரன்"
        ),
        women=words(
            "Malarvizhi=மலர்விழி, Yalini=யாழினி, Nirmala=நிர்மலா, Kokila=கோகிலா, Pavithra=பவித்ரா, Suganthi=சுகந்தி, "
            "Kayalvizhi=கயல்விழி, Abirami=அபிராமி, Inthumathi=இந்துமதி, Tharani=தரணி, Mathuri=மாதுரி, "
            "Kanmani=கண்மணி"
        ),
        families=words(
            "Rasiah=ராசையா, Kanagaratnam=கனகரத்தினம், Sellathurai=செல்லத்துரை, Mylvaganam=மயில்வாகனம், "
            "Sabaratnam=சபாரத்தினம், Nagalingam=நாகலிங்கம், Subramaniam=சுப்பிரமணியம், Vettivel=வெற்றிவேல், "
            "Ramanathan=ராமநாதன், Sittampalam=சிற்றம்பலம், Kandasamy=கந்தசாமி"
        ),
        makes=("{g}|{f}", "{f} {g}", "{i}. {g}"),
        script="tamil",
    ),
)

_LATIN = (
    Origin(
        name="anglo",
        men=words(
            "Nicholas, Jonathan, Craig, Dominic, Scott, Ross, Russell, Leonard, Malcolm, Adrian, Clive, Harvey, "
            "Wesley, Barnaby"
        ),
        women=words(
            "Sharon, Wendy, Bridget, Lorraine, Tracey, Philippa, Heather, Pauline, Marion, Stella, Beverley, "
            "Josephine, Tamsin"
        ),
        families=words(
            "Pemberton, Gallagher, Wainwright, Sinclair, Braithwaite, Doyle, Fairclough, Haworth, Lockwood, Maguire, "
            "Nuttall, Ramsay, Stanton, Crowther, Beckett, Winterbourne, Ollerenshaw, Thistlewood, Macready, "
            "Pickering"
        ),
    ),
    Origin(
        name="french",
        men=words("Fabrice, Yann, Ludovic, Arnaud, Cédric, Gérald, Maxime, Rémi, Tanguy"),
        women=words(
            "Delphine, Mathilde, Corinne, Chloé, Véronique, Solène, Marion, Ghislaine, Margaux, Noémie"
        ),
        families=words(
            "Lefebvre, Lemoine, Delmas, Guérin, Picard, Besson, Charpentier, Lacombe, Brunet, Maillard, Gaudin, "
            "Pelletier, Hamelin, Tessier"
        ),
    ),
    Origin(
        name="spanish_latin_american",
        men=words(
            "Édgar, Gustavo, Rigoberto, Orlando, Ramiro, Efraín, Yeison, Esteban, Alirio, Eliécer, Heriberto, "
            "Nicanor, Dagoberto, Leonel, Yorman, Isidro, Abelardo, Genaro, Anselmo, Reinaldo"
        ),
        women=words(
            "Yuleidy, Maribel, Gladys, Nohemí, Damaris, Suyapa, Graciela, Zuleima, Belkis, Yajaira, Nubia, Jazmín, "
            "Eloísa, Maryuri, Otilia, Rosalba, Magaly"
        ),
        families=words(
            "Cárdenas, Orellana, Pacheco, Salazar, Cabrera, Arévalo, Figueroa, Portillo, Urdaneta, Chirinos, Lozano, "
            "Ibarra, Barrientos, Colmenares, Echeverría, Galindo, Maldonado, Sarmiento, Tovar, Valladares, Yáñez"
        ),
        makes=(
            "{g}|{f} {k}",
            "{g}|{f} {k}",
            "{g}|{f} {k}",
            "{g}|{f}",
            "{g} {h}|{f} {k}",
            "{g}|{f} de {k}",
        ),
    ),
    Origin(
        name="french_west_african",
        men=words(
            "Lamine, Modibo, Idrissa, Kouamé, Fodé, Daouda, Karamoko, Siaka, Abdramane, Mahamadou, Bréhima, Yacouba, "
            "Sékouba, Alseny, Zoumana, Baïdy"
        ),
        women=words(
            "Adjoua, Sira, Korotoumou, Nènè, Sokona, Yacine, Hadja, Mabinty, Ténin, Goundo"
        ),
        families=words(
            "Sylla, Kourouma, Diabaté, Sangaré, Bangoura, Ndiaye, Soumah, Kanté, Niang, Sacko, Magassa, Condé, Kébé, "
            "Sagna, Tounkara, Dramé, Ouattara, Zongo, Yansané"
        ),
    ),
    Origin(
        name="nigerian",
        men=words(
            "Ifeanyi, Femi, Danladi, Babajide, Sunday, Nonso, Osaze, Bamidele, Gideon, Yakubu, Ebuka"
        ),
        women=words(
            "Chioma, Folake, Yewande, Patience, Adaeze, Itohan, Omotola, Abimbola, Chinwe, Joy, Mercy, Onome, "
            "Bukola, Isoken"
        ),
        families=words(
            "Igbinedion, Osagiede, Uzoma, Omoregie, Oladipo, Ekwueme, Eghosa, Aghedo, Onuoha, Ezeudu, Iwu, Obaseki, "
            "Nwachukwu, Ogbonna, Salami, Akpan, Effiong, Idahosa, Umeh"
        ),
        makes=("{g}|{f}", "{g}|{f}", "{g} {h}|{f}"),
    ),
    Origin(
        name="rohingya",
        men=words(
            "Furkan, Shofi, Mujib, Ayub, Eliyas, Faruk, Korim, Tofail, Ansar, Rashid Ahmod, Osiur, Habibur, Dudu, "
            "Jamalida, Sirajul"
        ),
        women=words(
            "Sajeda, Shomjida, Dilbahar, Khurshida, Rehana, Gulbahar, Hafsa, Formina, Tayeba, Sobika, Ayatun, "
            "Mohsena"
        ),
        families=words(
            "Haque, Boshor, Kashem, Shukur, Matin, Motaleb, Monaf, Salamot, Hakim, Jolil, Ahmodullah, Rohman, "
            "Boshir, Nabi, Gofur"
        ),
        makes=("{g}|{f}", "{g} {f}", "{g}", "Mohd {g}|{f}"),
    ),
    Origin(
        name="turkish",
        men=words(
            "Kerem, Erhan, Levent, Oğuz, Uğur, Yiğit, Alper, Bülent, Cihan, Fırat, Gökhan, İlker, Selçuk, Taner, "
            "Umut, Yavuz"
        ),
        women=words(
            "Gülşen, Filiz, Ebru, Songül, Yasemin, Aylin, Birgül, Dilek, Esra, Funda, Meltem, Nilgün, Reyhan, Sibel, "
            "Zeliha"
        ),
        families=words(
            "Korkmaz, Şimşek, Polat, Bulut, Tekin, Özkan, Karaca, Avcı, Acar, Başaran, Coşkun, Demirtaş, Erdem, "
            "Gündoğdu, Işık, Karahan, Sönmez, Tunç, Yalçın"
        ),
    ),
    Origin(
        name="vietnamese",
        men=words("Khánh, Kiên, Toàn, Vinh, Nhân, Thịnh, Nghĩa, Lộc, Cường, Tiến, Hiếu, Bình"),
        women=words("Phương, Hằng, Oanh, Thoa, Xuyến, Liên, Nguyệt, Thơm, Uyên, Hiền"),
        families=words(
            "Đinh, Trương, Đoàn, Quách, Châu, Tạ, Lâm, Thái, Tô, Lương, Kiều, Nghiêm, Mạc, Vương, Triệu, Hứa, Phùng"
        ),
        middles_men=words("Trọng, Đình, Tấn, Bá, Thế"),
        middles_women=words("Cẩm, Thúy, Ái, Tường, Khánh, Như, Hoài, Tú"),
        makes=("{f} {m} {g}", "{f} {m} {g}", "{g} {m}|{f}", "{g}|{f}"),
    ),
    Origin(
        name="albanian",
        men=words(
            "Ermal, Burim, Blerim, Afrim, Bujar, Flamur, Gentian, Leotrim, Mentor, Naim, Përparim, Sokol, Zef"
        ),
        women=words(
            "Lindita, Shqipe, Vjosa, Fatmire, Ardita, Merita, Albulena, Brikena, Entela, Ganimete, Hatixhe, Jehona, "
            "Luljeta, Rozafa, Suela, Xhevahire"
        ),
        families=words(
            "Shala, Bajrami, Sejdiu, Kastrati, Morina, Hyseni, Ahmeti, Çollaku, Demaj, Fetahu, Halilaj, Kukaj, "
            "Llalloshi, Nikçi, Pacolli, Tahiraj, Ukshini, Zeka"
        ),
    ),
    Origin(
        name="haitian",
        men=words(
            "Dieuseul, Fritz, Lucson, Reginald, Woodly, Roodney, Wadson, Kervens, Dieunel, Osner, Rodrigue, Sadrac, "
            "Edner"
        ),
        women=words(
            "Ketlie, Yolette, Magdala, Lovelie, Rosemène, Wideline, Anitte, Clermicile, Daphnée, Fedeline, Judeline, "
            "Merline, Phara, Sherline"
        ),
        families=words(
            "Desrosiers, Théodore, Laguerre, Dorval, Mondésir, Valcin, Lubin, Philogène, Jeudy, Vilsaint, Altidor, "
            "Bazile, Charlemagne, Délice, Fleurimond, Géliné, Joachin, Noncent, Préval, Sainvil"
        ),
        makes=("{g}|{f}", "{g}|{f}", "{g} {h}|{f}"),
    ),
    Origin(
        name="congolese",
        men=words(
            "Trésor, Héritier, Papy, Gédéon, Fiston, Bienvenu, Christian, Serge, Prince, Exaucé, Guelord"
        ),
        women=words(
            "Furaha, Neema, Espérance, Bahati, Sifa, Nsimba, Mamie, Riziki, Chantal, Godelive, Zawadi, Faida"
        ),
        families=words(
            "Kabongo, Mukendi, Kasongo, Mwamba, Tshimanga, Bisimwa, Mugisho, Ngoy, Banza, Matondo, Nzuzi, Cishugi, "
            "Kitenge, Ilunga, Tshibangu, Lumbala"
        ),
        makes=("{g}|{f}", "{g}|{f} {k}", "{f} {k} {g}"),
    ),
    Origin(
        name="bengali",
        men=words(
            "Rafiqul, Shahidul, Tanvir, Mizanur, Sohel, Ashraful, Biplob, Monir, Rubel, Kamrul, Delwar, Shamim, "
            "Ripon"
        ),
        women=words(
            "Nasima, Rupali, Taslima, Sharmin, Moushumi, Lipi, Farhana, Sabina, Kohinoor, Shahnaz, Ruma, Shewli"
        ),
        families=words(
            "Chowdhury/Choudhury, Talukder, Sarkar, Mondal, Bhuiyan, Sikder, Howlader, Mollah, Munshi, Khandaker, "
            "Miah, Patwary, Majumder, Pramanik, Akand"
        ),
        makes=("{g}|{f}", "{g}|{f}", "{g} {f}"),
    ),
    Origin(
        name="georgian",
        men=words(
            "Giorgi, Levan, Zurab, Irakli, Tornike, Vakhtang, Shota, Temur, Gocha, Lasha, Mamuka"
        ),
        women=words(
            "Nino, Tamar, Ketevan, Maia, Nana, Lela, Natia, Manana, Salome, Tinatin, Khatuna"
        ),
        families=words(
            "Beridze, Kapanadze, Gelashvili, Maisuradze, Lomidze, Tsiklauri, Kvaratskhelia, Jikia, Chkheidze, "
            "Mamulashvili, Gogoladze, Tabatadze"
        ),
    ),
    Origin(
        name="pakistani",
        men=words(
            "Imran, Waqas, Shahid, Asif, Usman, Adeel, Kashif, Zahid, Nadeem, Rizwan, Sajjad, Shabbir"
        ),
        women=words(
            "Saima, Shazia, Rukhsana, Bushra, Nazia, Uzma, Samina, Robina, Sidra, Kiran, Rubina, Zubaida"
        ),
        families=words(
            "Butt, Chaudhry, Malik, Mirza, Gondal, Bajwa, Warraich, Qureshi, Cheema, Bhatti, Awan, Janjua, Masih, "
            "Sandhu"
        ),
        makes=("{g}|{f}", "{g}|{f}", "{g} {h}|{f}"),
    ),
)

ORIGINS = (*_WIDER, *_LATIN)

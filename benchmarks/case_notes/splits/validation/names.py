"""Names of the validation split: in use among people of an origin, from general knowledge, no list, no data set."""

from __future__ import annotations

from benchmarks.case_notes.people import Origin, words

ORIGINS = (
    Origin(
        name="arabic",
        men=words(
            "Saad=سعد, Zaki=زكي, Amjad=أمجد, Fahd/Fahed=فهد, Hani/Hany=هاني, Thaer/Thair=ثائر, "
            "Qais/Kais=قيس, Ihab/Ehab=إيهاب, Abdulmalik=عبد الملك, Abdulsattar=عبد الستار, "
            "Abdulmunim=عبد المنعم, Abdulghani=عبد الغني"
        ),
        women=words(
            "Bouchra=بشرى, Dima/Deema=ديما, Ghufran/Ghofran=غفران, Hala=هالة, Jamila=جميلة, "
            "Marwa/Maroua=مروة, Ola=علا, Rahaf=رهف, Samah=سماح, Shahd=شهد, Thuraya=ثريا, "
            "Zeina/Zayna=زينة, Hanadi=هنادي"
        ),
        families=words(
            "Al-Ajlani=العجلاني, Al-Rashed=الراشد, Al-Khalaf=الخلف, Al-Maliki=المالكي, "
            "Al-Samarrai=السامرائي, Hijazi/Hegazy=حجازي, Jabbour=جبور, Nassar=نصار, Ziadeh=زيادة, "
            "Refai=رفاعي, Sabouni=صابوني, Attar=عطار, Ghanem/Ghanim=غانم, Jarrah=جراح, Kurdi=كردي, "
            "Rajab/Ragab=رجب, Sukkar=سكر, Wahbeh=وهبة, Yaghi=ياغي"
        ),
        makes=("{g}|{f}", "{g}|{f}", "{g} {h}|{f}", "{g}|{f}"),
        script="arabic",
    ),
    Origin(
        name="dari",
        men=words(
            "Ahmadullah=احمدالله, Aziz=عزیز, Dawood=داوود, Farid/Fareed=فرید, Fahim/Faheem=فهیم, "
            "Latif=لطیف, Mujtaba/Mojtaba=مجتبی, Naeem=نعیم, Sabir=صابر, Sami/Sameh=سامع, "
            "Sharifullah=شریف‌الله, Sulaiman=سلیمان"
        ),
        women=words(
            "Anisa=انیسه, Frozan/Furozan=فروزان, Fahima=فهیمه, Habiba=حبیبه, Hosna=حسنا, Lida=لیدا, "
            "Muzhda/Mozhdah=مژده, Parwana/Parwaneh=پروانه, Rahima=رحیمه, Shaima/Shayma=شیما, "
            "Shakila=شکیلا, Wahida=وحیده, Zuhal=زحل, Najia=نجیه"
        ),
        families=words(
            "Bakhtari=باختری, Ghafoori=غفوری, Jamshidi=جمشیدی, Mahdavi=مهدوی, Mohseni=محسنی, "
            "Sediqi=صدیقی, Zaheer=ظهیر, Bamyani=بامیانی, Fayaz=فیاض, Herawi=هروی"
        ),
        script="arabic",
    ),
    Origin(
        name="pashto",
        men=words(
            "Abdulwali=عبد الولي, Dost=دوست, Haji=حاجی, Lal=لعل, Nasrullah=نصرالله, Pacha=پاچا, "
            "Sangin=سنگین, Yar=یار, Obaidullah=عبیدالله"
        ),
        women=words("Malala=ملاله, Orzala=اورځله, Rokhshana=رخشانه, Sapna=سپنا, Toba=توبه"),
        families=words(
            "Alikozai=علیکوزی, Babar=ببر, Ibrahimkhel=ابراهیم خیل, Mashwani=مشوانی, Popal=پوپل, "
            "Totakhel=توتاخیل"
        ),
        script="arabic",
    ),
    Origin(
        name="kurdish",
        men=words(
            "Agit=ئاگیت, Alan=ئالان, Aso=ئاسۆ, Barzan=بارزان, Delan=دەلان, Diyako/Diako=دیاکۆ, "
            "Ferhad=فەرهاد, Hawar=هاوار, Hejar/Hezhar=هەژار, Hersh=هێرش, Jîn=ژین, Kawe=کاوێ, "
            "Lawand=لاوەند, Mahir=ماهیر, Mesut=مەسوت, Newzad=نەوزاد, Peshawa=پێشەوا, Pola=پۆلا, "
            "Rebaz=ڕێباز, Siyamend=سیامەند, Zagros=زاگرۆس"
        ),
        women=words(
            "Aştî/Ashti=ئاشتی, Bêrîtan=بێریتان, Delal=دەلال, Kajal=کاژاڵ, Kurdistan=کوردستان, "
            "Lana=لانا, Leyla=لەیلا, Narin=نارین, Newroz=نەورۆز, Peri=پەری, Rojbîn=ڕۆژبین, "
            "Rûken=ڕووکەن, Şêrîn=شێرین, Xezal=خەزاڵ, Zerya=زەریا"
        ),
        families=words(
            "Abdullahzade=عەبدوڵڵازادە, Biradost=برادۆست, Brifkani=بریفکانی, Duhoki=دهۆکی, Fatah=فەتاح, "
            "Goyi=گۆیی, Haji=حاجی, Kakai=کاکەیی, Mala=مەلا, Mamand=مامەند, Mikaili=میکائیلی, "
            "Nanakali=نانەکەلی, Pirani=پیرانی, Pishdari=پشدەری, Rikani=ڕیکانی, Salayi=سەلایی, "
            "Shikaki=شکاکی, Zaxoyi=زاخۆیی"
        ),
        script="arabic",
    ),
    Origin(
        name="persian",
        men=words(
            "Alireza=علیرضا, Arman=آرمان, Armin=آرمین, Borzou=برزو, Ebrahim=ابراهیم, Farshid=فرشید, "
            "Jamshid=جمشید, Kambiz=کامبیز, Kamyar=کامیار, Kianoush=کیانوش, Majid=مجید, Mehran=مهران, "
            "Nima=نیما, Pedram=پدرام, Ramtin=رامتین, Saman=سامان, Sasan=ساسان, Shahin=شاهین, "
            "Siamak=سیامک, Soheil=سهیل"
        ),
        women=words(
            "Behnaz=بهناز, Farnaz=فرناز, Haleh=هاله, Hengameh=هنگامه, Katayoun=کتایون, Mandana=ماندانا, "
            "Mehri=مهری, Nahid=ناهید, Negar=نگار, Roxana=رکسانا, Samaneh=سمانه, Shaghayegh=شقایق, "
            "Shahrzad=شهرزاد, Vida=ویدا"
        ),
        families=words(
            "Abbasi=عباسی, Afshar=افشار, Ansari=انصاری, Ardakani=اردکانی, Azadi=آزادی, "
            "Behbahani=بهبهانی, Eskandari=اسکندری, Farrokhzad=فرخزاد, Golzar=گلزار, Jalali=جلالی, "
            "Kamali=کمالی, Kermani=کرمانی, Kiani=کیانی, Maleki=ملکی, Mansouri=منصوری, Moghaddam=مقدم, "
            "Naderpour=نادرپور, Norouzi=نوروزی, Pahlavan=پهلوان, Safavi=صفوی, Soleimani=سلیمانی, "
            "Zand=زند"
        ),
        script="arabic",
    ),
    Origin(
        name="tigrinya",
        men=words("Abraham=ኣብርሃም=أبراهام, Afewerki/Afwerki=ኣፈወርቂ=أفورقي, Senay=ሰናይ=سناي"),
        women=words(
            "Adhanet=ኣድሓነት=أدحنت, Asmeret=ኣስመረት=أسمرت, Kudusan=ቅዱሳን=قدوسان, Mahder=ማህደር=ماهدر, "
            "Medhin=መድህን=مدهن, Salem=ሳሌም=سالم, Simret=ስምረት=سمرت, Sennait=ሰናኢት=سنائيت, Tsion=ጽዮን=صيون, "
            "Yohana=ዮሃና=يوهانا"
        ),
        families=words(
            "Abay=ኣባይ=أباي, Adhanom=ኣድሓኖም=أدحنوم, Asfaha=ኣስፍሃ=أسفها, Baire=ባይረ=بايري, Fekadu=ፍቃዱ=فكادو, "
            "Fesseha=ፍስሃ=فسها, Gherezgiher=ገረዝጊሄር=قرزقهير, Gide=ጊደ=قيدي, Habte=ሃብተ=هبتي, "
            "Keleta=ቀለታ=كلتا, Kesete=ከሰተ=كستي, Kinfe=ክንፈ=كنفي, Measho=መዓሾ=معشو, Redae=ረዳኢ=رداي, "
            "Sebhatu=ስብሃቱ=سبهتو, Tareke=ታረቀ=تاركي, Teclemariam/Teklemariam=ተኽለማርያም=تخلمريام, "
            "Tesfagaber=ተስፋጋብር=تسفاقابر, Ukbamichael=ዑቕባሚካኤል=عقباميكائيل, Zeray=ዘራይ=زيراي, "
            "Zerom=ዘሮም=زروم"
        ),
        makes=("{g}|{f}", "{g} {f}|{k}"),
        script="ethiopic",
    ),
    Origin(
        name="amharic",
        men=words(
            "Asrat=አስራት=أسرات, Behailu=በሃይሉ=بهايلو, Birhanu=ቢርሃኑ=بيرهانو, Dagim=ዳግም=داغم, "
            "Eyasu=ኢያሱ=إياسو, Fisseha=ፍስሐ=فسحا, Gebre=ገብሬ=غبري, Gezahegn=ገዛኸኝ=غزاهن, "
            "Minilik=ምኒልክ=منيليك, Teferi=ተፈሪ=تفري, Yilma=ይልማ=يلما"
        ),
        women=words(
            "Eleni=እሌኒ=إليني, Fantu=ፋንቱ=فانتو, Feker=ፍቅር=فكر, Haimanot=ሃይማኖት=هايمانوت, "
            "Kalkidan=ቃልኪዳን=كالكيدان, Meklit=መክሊት=مكليت, Melat=ሜላት=ميلات, Mestawet=መስታወት=مستاوت, "
            "Muluwork=ሙሉወርቅ=مولووارك, Sara=ሳራ=سارا, Sehin=ሰሂን=سهين, Sinidu=ስንዱ=سندو, Tena=ጤና=تينا, "
            "Zinash=ዝናሽ=زيناش"
        ),
        families=words(
            "Abera=አበራ=أبرا, Aweke=አወቀ=أوكي, Bayu=ባዩ=بايو, Chane=ጫኔ=تشاني, Damte=ዳምጤ=دامتي, "
            "Derbe=ደርቤ=دربي, Desalegn=ደሳለኝ=دسالن, Dessie=ደሴ=دسي, Endalkachew=እንዳልካቸው=إندلكاتشو, "
            "Ergete=እርገጤ=إرغتي, Feleke=ፈለቀ=فلكي, Gebremichael=ገብረሚካኤል=غبرميكائيل, Gelaw=ገላው=غلاو, "
            "Hunegnaw=ሁነኛው=هونناو, Mekuria=መኩሪያ=مكوريا, Mersha=መርሻ=مرشا, Muluneh=ሙሉነህ=مولونه, "
            "Nigatu=ንጋቱ=نغاتو, Tafesse=ታፈሰ=تافسي, Taye=ታዬ=تايي, Tegegn=ተገኝ=تغن, Tiruneh=ጥሩነህ=تيرونه, "
            "Zegeye=ዘገየ=زغيي"
        ),
        makes=("{g}|{f}", "{g} {f}|{k}"),
        script="ethiopic",
    ),
    Origin(
        name="somali",
        men=words(
            "Abdikarim==عبد الكريم, Abdinasir==عبد الناصر, Abdirahim==عبد الرحيم, Adan==آدن, Asad==أسد, "
            "Burhan==برهان, Dayib==طيب, Feysal==فيصل, Garaad==جراد, Hilowle==هلولي, Kaafi==كافي, "
            "Saciid==سعيد, Suldan==سلطان"
        ),
        women=words(
            "Cawo==عوو, Dahabo==ذهبو, Edna==إدنا, Habibo==حبيبو, Hani==هاني, Hodo==هودو, Ikran==إكران, "
            "Istahil==إستاهل, Jawahir==جواهر, Leylo==ليلو, Luul==لول, Maryan==مريان, Nasteexo==نستيحو, "
            "Nasra==نصرة, Rahma==رحمة, Rodo==رودو, Sulekha==زليخة, Ugaso==أغاسو, Warsan==ورسن"
        ),
        families=words(
            "Abokor==أبوكر, Afrah==أفرح, Arab==عرب, Ateye==عطيه, Boqor==بقر, Cabdulle==عبدلي, "
            "Cige==عيجي, Dheere==طيري, Egeh==عيجه, Gabose==غبوسي, Gacal==جعل, Hared==هارد, Herzi==حرزي, "
            "Hurreh==حرة, Igal==إيجال, Karie==كاري, Kulane==كلاني, Magan==مجن, Mataan==متان, "
            "Odowaa==أودوا, Qalinle==قلنلي, Rage==راجي, Robleh==روبله, Tarabi==تربي, Wadi==وادي, "
            "Waberi==وبري, Waraabe==ورابي"
        ),
        makes=("{g} {f}|{k}", "{g}|{f}", "{g} {f} {k}"),
    ),
    Origin(
        name="oromo",
        men=words(
            "Bikila, Bulcha, Dammana, Dhugumaa, Eebbisa, Fayera, Gammachu, Girmaa, Ifaa, Leenco/Lencho, "
            "Nagaasa, Oluma, Raggaasaa, Soressa, Tashoma, Tolosa, Waqgari"
        ),
        women=words(
            "Aaddee, Ayyaantuu, Bariite, Bilise, Caaltu, Ebbise, Fayine, Guddatu, Hundee, Jaalalle, "
            "Mosisee, Nagaase, Qanani, Roobee, Sabontu, Sinqe, Soretti, Urji, Warke"
        ),
        families=words(
            "Abdeta, Amante, Ararsa, Ayana, Buta, Dame, Dida, Edossa, Fufa, Godana, Gudeta, Guteta, "
            "Jima, Kadir, Keneni, Likasa, Mideksa, Negeri, Oljira, Sadeta, Senbeta, Sori, Tasisa, Turi, "
            "Wakuma, Wario"
        ),
        makes=("{g}|{f}", "{g} {f}|{k}"),
    ),
    Origin(
        name="rohingya",
        men=words(
            "Abdushukur, Enayet, Faruque, Foyaz/Foyas, Harun, Imam, Jahed, Jafor, Jamil, Mohibullah, "
            "Nazir, Rafik, Rashidullah, Roshid, Sadek, Saiful, Salamat, Selim, Shafiul, Syedullah, "
            "Ziaur"
        ),
        women=words(
            "Amena, Anowara, Arefa, Azida, Dilara, Fordous, Johora, Kalima, Laila, Majuma, Nurankis, "
            "Rabeya, Rohima, Shamsun, Shomshida, Sokina, Toyoba, Umme"
        ),
        families=words(
            "Ayas, Foyez, Hosson, Huson, Jalal, Joynal, Lalmia, Matbor, Mozid, Nobihossen, Sohail, Ula, "
            "Zamal, Zohar, Aktara, Bodiur, Sukur, Mazumder"
        ),
        makes=("{g}|{f}", "{g} {h}", "{g} {h}"),
    ),
    Origin(
        name="burmese",
        men=words("Khant=ခန့်, Nyi=ညီ, Tayza=တေဇာ, Zeya=ဇေယျ, Banyar=ဗညား, Lamin=လမင်း"),
        women=words(
            "Hsu=ဆု, Htar=ထား, Lay=လေး, Lei=လဲ့, Mi=မိ, Nan=နန်း, Ni=နီ, Ohmar=ဥမ္မာ, Poe=ပိုး, "
            "Sabai=စံပယ်, San=စန်း, Sandar=စန္ဒာ, Yamin=ယမင်း, Yupar=ယုပါ"
        ),
        families=words(
            "Khine=ခိုင်, Nyein=ငြိမ်း, Sann=စန်း, Shin=ရှင်, Wint=ဝင့်, Zan=ဇံ, Nway=နွေး, "
            "Kyine=ကြိုင်, Mang=မောင်း, Htike=ထိုက်, Pyay=ပြည်"
        ),
        makes=("{g} {h} {f}", "{g} {f} {k}", "{g} {h} {f} {k}"),
        script="myanmar",
    ),
    Origin(
        name="ukrainian",
        men=words(
            "Arsenii=Арсеній, Demian=Дем'ян, Levko=Левко, Lubomyr=Любомир, Oleksii=Олексій, "
            "Petro=Петро, Platon=Платон"
        ),
        women=words(
            "Anzhela=Анжела, Bohdana=Богдана, Hanna=Ганна, Ivanna=Іванна, Lidiia=Лідія, "
            "Mariana=Мар'яна, Melaniia=Меланія, Natalka=Наталка, Olesia=Олеся, Roksolana=Роксолана, "
            "Stefaniia=Стефанія, Vasylyna=Василина"
        ),
        families=words(
            "Antonenko=Антоненко, Babych=Бабич, Bodnar=Боднар, Bondar=Бондар, Chornovil=Чорновіл, "
            "Didukh=Дідух, Dubyna=Дубина, Halushko=Галушко, Horbach=Горбач, Kobzar=Кобзар, "
            "Korniienko=Корнієнко, Kozachenko=Козаченко, Kuzmenko=Кузьменко, Lytvyn=Литвин, "
            "Marchuk=Марчук, Mykhailenko=Михайленко, Ostapchuk=Остапчук, Panasiuk=Панасюк, "
            "Pylypenko=Пилипенко, Pryimak=Приймак, Semeniuk=Семенюк, Shapoval=Шаповал, "
            "Sheremeta=Шеремета, Skrypnyk=Скрипник, Sushko=Сушко, Voitenko=Войтенко, "
            "Zadorozhnyi=Задорожний"
        ),
        script="cyrillic",
    ),
    Origin(
        name="russian",
        men=words(
            "Evgenii=Евгений, Filipp=Филипп, Innokenty=Иннокентий, Savely=Савелий, Timofei=Тимофей, "
            "Valentin=Валентин, Vasily=Василий"
        ),
        women=words(
            "Alevtina=Алевтина, Alisa=Алиса, Inga=Инга, Karina=Карина, Lada=Лада, Nelli=Нелли, "
            "Regina=Регина, Vasilisa=Василиса, Veronika=Вероника, Viktoria=Виктория"
        ),
        families=words(
            "Belykh=Белых, Chernykh=Черных, Dolgikh=Долгих, Sedykh=Седых, Poltorak=Полторак, "
            "Grin=Гринь, Zhivago=Живаго, Durnovo=Дурново, Krupskikh=Крупских, Ryzhikh=Рыжих, "
            "Kosykh=Косых, Savinykh=Савиных, Krivykh=Кривых"
        ),
        middles_men=words(
            "Agapov=Агапов, Antipov=Антипов, Bogdanov=Богданов, Chernov=Чернов, Demidov=Демидов, "
            "Filatov=Филатов, Gorbunov=Горбунов, Ignatov=Игнатов, Kalinin=Калинин, Kiselev=Киселёв, "
            "Kolesnikov=Колесников, Maslov=Маслов, Melnikov=Мельников, Nekrasov=Некрасов, "
            "Panfilov=Панфилов, Platonov=Платонов, Seliverstov=Селивёрстов, Shubin=Шубин, "
            "Terentiev=Терентьев, Ustinov=Устинов, Voronin=Воронин, Zhdanov=Жданов"
        ),
        middles_women=words(
            "Agapova=Агапова, Antipova=Антипова, Bogdanova=Богданова, Chernova=Чернова, "
            "Demidova=Демидова, Filatova=Филатова, Gavrilova=Гаврилова, Golovina=Головина, "
            "Gracheva=Грачёва, Isakova=Исакова, Kirillova=Кириллова, Klimova=Климова, "
            "Loginova=Логинова, Matveeva=Матвеева, Mironova=Миронова, Nosova=Носова, "
            "Platonova=Платонова, Savelieva=Савельева, Shubina=Шубина, Terentieva=Терентьева, "
            "Ustinova=Устинова, Voronina=Воронина, Zhdanova=Жданова"
        ),
        makes=("{g}|{m}", "{g}|{m}", "{g}|{m}", "{g}|{f}"),
        script="cyrillic",
    ),
    Origin(
        name="chechen",
        men=words(
            "Abubakar=Абубакар, Adam=Адам, Akhmad=Ахмад, Anzor=Анзор, Bislan=Бислан, Eli=Эли, "
            "Khizir=Хизир, Movladi=Мовлади, Muslim=Муслим, Saikhan=Сайхан, Visita=Висита, Yusup=Юсуп"
        ),
        women=words(
            "Aminat=Аминат, Aishat=Айшат, Asya=Ася, Elita=Элита, Eliza=Элиза, Kometa=Комета, "
            "Laila=Лайла, Maret=Марет, Milana=Милана, Roza=Роза, Selima=Селима, Taus=Таус, "
            "Zaynap=Зайнап, Zulikhan=Зулихан"
        ),
        families=words("Abuev=Абуев, Aduev=Адуев"),
        middles_men=words(
            "Abdulkhadzhiev=Абдулхаджиев, Aduev=Адуев, Arsanukaev=Арсанукаев, Basaev=Басаев, "
            "Bisultanov=Бисултанов, Daudov=Даудов, Gaitaev=Гайтаев, Islamov=Исламов, Israilov=Исраилов, "
            "Kutaev=Кутаев, Makhauri=Махаури, Muradov=Мурадов, Nashkhoev=Нашхоев, Saidov=Саидов, "
            "Salamov=Саламов, Shakhidov=Шахидов, Tagirov=Тагиров, Umkhaev=Умхаев, Zakriev=Закриев"
        ),
        middles_women=words(
            "Abdulkhadzhieva=Абдулхаджиева, Abueva=Абуева, Adueva=Адуева, Alkhanova=Алханова, "
            "Barsanova=Барсанова, Chagaeva=Чагаева, Daudova=Даудова, Dzhabrailova=Джабраилова, "
            "Gaitaeva=Гайтаева, Islamova=Исламова, Khatueva=Хатуева, Kutaeva=Кутаева, "
            "Mezhidova=Межидова, Muradova=Мурадова, Nukhaeva=Нухаева, Saidova=Саидова, Satueva=Сатуева, "
            "Soltakhanova=Солтаханова, Zakrieva=Закриева"
        ),
        makes=("{g}|{m}",),
        script="cyrillic",
    ),
    Origin(
        name="turkish",
        men=words(
            "Adem, Aykut, Berkay, Can, Cengiz, Doğukan, Erkan, Ertuğrul, Fikret, Haluk, Kadir, "
            "Muharrem, Nihat, Serdar, Şükrü, Turgut, Ümit, Zafer"
        ),
        women=words(
            "Ayça, Aysel, Belgin, Didem, Ela, Fadime, Figen, Gizem, Hande, İrem, Mehtap, Melike, Mine, "
            "Nalan, Neslihan, Nurten, Özge, Semra, Sevil, Tülin, Ülkü, Zehra"
        ),
        families=words(
            "Akbaş, Akgün, Aktaş, Arı, Ay, Bayram, Ceylan, Çalışkan, Çiçek, Demirci, Er, Eroğlu, Gök, "
            "Gündüz, Kaplan, Karakaya, Kars, Koçak, Kurtuluş, Mutlu, Öz, Sarı, Tosun, Uysal, Vural, "
            "Yazıcı, Yüce"
        ),
    ),
    Origin(
        name="albanian",
        men=words(
            "Agim, Arton, Avni, Bardhyl, Bekim, Besim, Driton, Eduart, Enver, Fadil, Florent, Gent, "
            "Gjon, Hysen, Kastriot, Kreshnik, Lulzim, Pëllumb, Rrahim, Sabri, Selman, Taulant"
        ),
        women=words(
            "Adelina, Afërdita, Antigona, Arjeta, Besiana, Bukurije, Dorina, Elona, Esmeralda, Fatime, "
            "Flora, Genta, Ilirjana, Jeta, Lejla, Lumturi, Mirela, Nerimane, Sanije, Sofije, Vlora"
        ),
        families=words(
            "Ademi, Aliaj, Bici, Dauti, Doda, Elshani, Gecaj, Gjini, Halili, Ibra, Jakupi, Kamberi, "
            "Kodra, Lama, Maliqi, Meta, Muça, Neziri, Pali, Peci, Qerimi, Salihu, Shehi, Spahiu, Tafa, "
            "Xhafa"
        ),
    ),
    Origin(
        name="spanish_latin_american",
        men=words(
            "Adolfo, Aldo, Baltazar, Bernardo, Ciro, Darío, Emilio, Evaristo, Faustino, Fermín, "
            "Gerardo, Ignacio, Joel, Lorenzo, Marcos, Maximiliano, Norberto, Pascual, René, Rómulo, "
            "Salvador, Segundo, Tobías, Virgilio"
        ),
        women=words(
            "Amalia, Araceli, Berta, Catalina, Consuelo, Dora, Elvira, Estela, Eva, Genoveva, "
            "Hortensia, Jacqueline, Leticia, Lorena, Luisa, Mayra, Mónica, Noemí, Ramona, Rosalía, "
            "Socorro, Susana, Vilma, Ximena"
        ),
        families=words(
            "Acevedo, Amaya, Arriaga, Blanco, Caballero, Carrera, Centeno, Cornejo, Dávila, Espinosa, "
            "Fonseca, Garay, Guerra, Iglesias, Lima, Madrigal, Membreño, Molina, Moya, Navarro, "
            "Oropeza, Palma, Peralta, Quintanilla, Rosales, Salinas, Serna, Solórzano, Tobar, Uribe, "
            "Vallejo, Vélez, Villeda"
        ),
        makes=("{g}|{f} {k}", "{g} {h}|{f} {k}", "{g}|{f}"),
    ),
    Origin(
        name="haitian",
        men=words(
            "Alix, Blaise, Carlo, Clédor, Djems, Elysée, Fedner, Guerdy, Jacquelin, Jimmy, Jovenel, "
            "Kensley, Marcelin, Nahum, Obed, Peterson, Prosper, Saintilus, Stephenson, Vilner, Wilbert, "
            "Wilkens"
        ),
        women=words(
            "Adeline, Anite, Berline, Cherline, Clautide, Dieulène, Ernise, Fabienne, Fleurette, "
            "Islaine, Jeanine, Lorvanna, Lunise, Manouchka, Mimose, Naïka, Oxane, Régine, Roselaure, "
            "Sylvanie, Viergemène, Wislande"
        ),
        families=words(
            "Alcéus, Antenor, Bastien, Bontemps, Chéry, Clermont, Damas, Derival, Dolcé, Dumas, Exumé, "
            "Florvil, Josaphat, Lamour, Léger, Marcellus, Napoléon, Norvilus, Paulémon, Placide, "
            "Prophète, Romulus, Salomon, Sévère, Thermidor, Valcourt"
        ),
    ),
    Origin(
        name="french_west_african",
        men=words(
            "Alassane==الحسن, Aly==علي, Amath==أمات, Arona==أرونا, Badara==بدارا, Birane==بيران, "
            "Bougouma==بوغوما, Brahima==براهيما, Gaoussou==غوسو, Harouna==هارونا, Kalilou==كاليلو, "
            "Madou==مادو, Makan==ماكان, Mody==مودي, Oumarou==عمارو, Soumaïla==سومايلا, Tiémoko==تيموكو"
        ),
        women=words(
            "Adja==آجا, Aïssata==عيساتا, Alimatou==أليماتو, Arame==أرامي, Assa==آسا, Fatimata==فاطماتا, "
            "Fatou==فاتو, Founé==فوني, Habsatou==حبساتو, Korka==كوركا, Makalé==ماكالي, Mama==ماما, "
            "Mariétou==مارييتو, Mame==مامي, Minata==ميناتا, Naminata==نامِيناتا, Niouma==نيوما, "
            "Ramata==راماتا, Saran==ساران, Sokhna==سخنا, Téné==تيني"
        ),
        families=words(
            "Bagayoko==باغايوكو, Barro==بارو, Bérété==بيريتي, Diané==دياني, Diatta==دياتا, Dicko==ديكو, "
            "Diédhiou==ديديو, Dioum==ديوم, Doucouré==دوكوري, Fall==فال, Faye==فاي, Guindo==غيندو, "
            "Kamara==كمارا, Kanouté==كانوتي, Kassé==كاسي, Maïga==مايغا, Mbodj==امبوج, Ndour==ندور, "
            "Sall==سال, Sané==ساني, Soumaoro==سوماورو, Tamboura==تامبورا, Tamba==تامبا, Thiam==تيام, "
            "Togo==توغو, Wagué==واغي, Yattabaré==ياتاباري"
        ),
    ),
    Origin(
        name="congolese",
        men=words(
            "Achille, Alphonse, Apollinaire, Bonaventure, Chadrack, Crispin, Délphin, Divin, Eddy, "
            "Eugène, Gaspard, Gloire, Honoré, Isidore, Josué, Merveille, Modeste, Prosper, Romain, "
            "Valère, Wilondja"
        ),
        women=words(
            "Adolphine, Albertine, Anuarite, Bénédicte, Bibiche, Consolate, Eugénie, Félicité, Fifi, "
            "Generose, Gisèle, Immaculée, Julienne, Kapinga, Ludivine, Mapendo, Merveille, Naomie, "
            "Pascaline, Prisca, Thérèse"
        ),
        families=words(
            "Balume, Biaya, Bulonza, Cibangu, Fataki, Kabamba, Kabeya, Kahindo, Kalombo, Kapend, "
            "Kashala, Kibonge, Kiyombo, Lubala, Mbayo, Meya, Mpiana, Mulamba, Musau, Mwembo, Ngandu, "
            "Nkashama, Nyembo, Tambwe, Tshisekedi, Yav"
        ),
        makes=("{g}|{f}", "{g}|{f} {k}", "{f} {k}|{g}"),
    ),
    Origin(
        name="nigerian",
        men=words(
            "Abayomi, Ademola, Ajani, Anayo, Ayodeji, Buhari, Chigozie, Chima, Dapo, Emenike, Godwin, "
            "Isioma, Lateef, Lucky, Musbau, Odinaka, Okwudili, Sanusi, Tope"
        ),
        women=words(
            "Abosede, Adesuwa, Amenze, Bisi, Comfort, Ebiere, Ehinomen, Eki, Esosa, Fehintola, Glory, "
            "Loveth, Ndidi, Nnenna, Osayuki, Tare, Toyin, Uloma"
        ),
        families=words(
            "Abah, Achebe, Adegoke, Adeniran, Adetokunbo, Agbaje, Aigbogun, Akpabio, Aniebo, Azikiwe, "
            "Edosomwan, Eluwole, Essien, Ezekwesili, Garuba, Igbinosa, Ikpeba, Nnadi, Obasogie, Ofili, "
            "Ogundipe, Okogie, Okoye, Omoruyi, Oshodi, Salako, Soyinka, Ukpong"
        ),
    ),
    Origin(
        name="tamil",
        men=words(
            "Arulanantham=அருளானந்தம், Balendran=பாலேந்திரன், Baskaran=பாஸ்கரன், Gopal=கோபால், "
            "Jegan=ஜெகன், Kandeepan=காண்டீபன், Manivannan=மணிவண்ணன், Mohan=மோகன், Murali=முரளி, "
            "Nimalan=நிமலன், Niranjan=நிரஞ்சன், Pirapaharan=பிரபாகரன், Prashanth=பிரசாந்த், "
            "Sanjeevan=சஞ்சீவன், Sasikaran=சசிகரன், Theepan=தீபன், Velmurugan=வேல்முருகன்"
        ),
        women=words(
            "Ahalya=அகல்யா, Chitra=சித்ரா, Gayathri=காயத்ரி, Geetha=கீதா, Indrani=இந்திராணி, "
            "Jeevitha=ஜீவிதா, Kala=கலா, Komathi=கோமதி, Kumutha=குமுதா, Logeswari=லோகேஸ்வரி, "
            "Mathivathani=மதிவதனி, Mythili=மைதிலி, Ponni=பொன்னி, Rajini=ரஜினி, Revathi=ரேவதி, "
            "Rohini=ரோகிணி, Sharmila=ஷர்மிளா, Sivaranjani=சிவரஞ்சனி, Thamarai=தாமரை, Usha=உஷா, "
            "Valli=வள்ளி, Vathsala=வத்சலா"
        ),
        families=words(
            "Alagaratnam=அழகரத்தினம், Ambalavanar=அம்பலவாணர், Appadurai=அப்பாதுரை, "
            "Arulampalam=அருளம்பலம், Ehamparam=ஏகாம்பரம், Elangovan=இளங்கோவன், "
            "Gnanapragasam=ஞானப்பிரகாசம், Iyathurai=ஐயாத்துரை, Karunanithy=கருணாநிதி, "
            "Kathirgamanathan=கதிர்காமநாதன், Kulasingam=குலசிங்கம், Mahalingam=மகாலிங்கம், "
            "Manickam=மாணிக்கம், Marimuthu=மாரிமுத்து, Muthulingam=முத்துலிங்கம், "
            "Namasivayam=நமசிவாயம், Packiyanathan=பாக்கியநாதன், Periyathamby=பெரியதம்பி, "
            "Ponnuthurai=பொன்னுத்துரை, Rajaratnam=ராஜரத்தினம், Sinnadurai=சின்னதுரை, "
            "Sithamparanathan=சிதம்பரநாதன், Sivapalan=சிவபாலன், Sivasubramaniam=சிவசுப்பிரமணியம், "
            "Sundaralingam=சுந்தரலிங்கம், Thillainathan=தில்லைநாதன், Vaithilingam=வைத்திலிங்கம், "
            "Velautham=வேலாயுதம், Velupillai=வேலுப்பிள்ளை"
        ),
        makes=("{g}|{f}", "{f}|{g}"),
        script="tamil",
    ),
    Origin(
        name="bangladeshi",
        men=words(
            "Anisur, Asaduzzaman, Aminul, Bachchu, Emdadul, Fakhrul, Khairul, Lutfor, Mahfuzur, Mokbul, "
            "Moshiur, Nasiruddin, Polash, Sagor, Shafiqul, Shahjahan, Shariful, Sujon, Tariqul, Wahidur"
        ),
        women=words(
            "Anjuman, Beauty, Eva, Fulmoti, Josna, Kajol, Koli, Lucky, Mahmuda, Marufa, Moly, Munni, "
            "Nilufa, Rehena, Ripa, Runa, Shahanaz, Shathi, Sheuly, Sonia, Surma"
        ),
        families=words(
            "Ahsan, Akhand, Gain, Hawlader, Jamadar, Joarder, Khondoker, Malek, Matubber, Mirdha, "
            "Mustafiz, Nandi, Pathan, Rana, Rari, Saha, Shaikh, Shikder, Siddique, Tarafder, Akter, "
            "Sheikder, Khalashi, Madbor"
        ),
        makes=("{g}|{f}", "Md {g}|{f}", "{g}|{f}"),
    ),
    Origin(
        name="vietnamese",
        men=words("Học, Huấn, Lập, Quyết"),
        women=words("Gấm, Hà, Lành, Lụa, Miên, Na, Quế, Tươi"),
        families=words("Bành, Hà, Khương, Nông, Phí, Phó, Tôn, Ứng, Uông"),
        middles_men=words("Mậu, Phi"),
        middles_women=words("Ý"),
        makes=("{f} {m} {g}", "{f} {m} {g}", "{m} {g}|{f}"),
    ),
    Origin(
        name="georgian",
        men=words(
            "Akaki, Bidzina, Demetre, Elguja, Gigi, Ivane, Kakha, Kote, Mindia, Nikoloz, Nugzar, "
            "Pridon, Sandro, Soso, Tsotne, Vasil, Zaal"
        ),
        women=words(
            "Asmat, Elene, Gulnara, Ia, Ilona, Irine, Khatia, Lamara, Lia, Liza, Megi, Nani, Natela, "
            "Nazibrola, Tamta, Tsiala, Venera"
        ),
        families=words(
            "Alania, Arabuli, Basilashvili, Bochorishvili, Charkviani, Chkhikvadze, Diasamidze, "
            "Eristavi, Gagua, Gigauri, Gogia, Gvaramia, Jincharadze, Kalandadze, Ketsbaia, Kikvidze, "
            "Kobalia, Lobzhanidze, Mamardashvili, Melia, Mikeladze, Mumladze, Nikolaishvili, "
            "Otarashvili, Pkhakadze, Shalikashvili, Sichinava, Surguladze, Topuria, Tsulukiani, "
            "Vashakidze, Zakaraia"
        ),
    ),
    Origin(
        name="anglo",
        men=words(
            "Aidan, Angus, Bradley, Cormac, Curtis, Derek, Felix, Glenn, Hugh, Lachlan, Maurice, "
            "Neville, Owen, Roderick, Rowan, Seamus, Shane, Toby, Vernon"
        ),
        women=words(
            "Abigail, Amelia, Audrey, Bernice, Bronwen, Clarissa, Daphne, Doreen, Elaine, Esme, Gail, "
            "Gwen, Hilary, Iris, Janet, Mabel, Maxine, Morag, Penelope, Rhiannon, Roxanne, Sian, "
            "Thelma, Verity"
        ),
        families=words(
            "Abernethy, Appleby, Bancroft, Brereton, Copeland, Dempsey, Duckworth, Fitzgerald, "
            "Gilchrist, Grimshaw, Hardcastle, Hepworth, Huddleston, Kavanagh, Kirkbride, Lorimer, "
            "Marchbank, McKechnie, Moorcroft, O'Hagan, Openshaw, Palfreyman, Postlethwaite, Rawcliffe, "
            "Sedgwick, Stainthorpe, Sutcliffe, Threlfall, Unsworth, Whittaker, Woodhouse"
        ),
        makes=("{g}|{f}", "{g}|{f}", "{g} {i}.|{f}", "{g}|{f}"),
    ),
    Origin(
        name="french",
        men=words(
            "Adrien, Anatole, Basile, Bertrand, Corentin, Damien, Émile, Ferdinand, Gaétan, Ghislain, "
            "Guilhem, Hugues, Joachim, Léo, Marius, Matthieu, Octave, Pierrick, Romain, Samuel, Tristan"
        ),
        women=words(
            "Adèle, Anaïs, Apolline, Audrey, Blandine, Coline, Éloïse, Faustine, Héloïse, Jeanne, Léa, "
            "Lucile, Marguerite, Muriel, Pénélope, Raphaëlle, Ségolène, Suzanne, Virginie"
        ),
        families=words(
            "Beaufils, Blanchet, Bouchard, Bourdon, Carlier, Chevallier, Daguerre, Descamps, Ducrocq, "
            "Durieux, Fleury, Gallois, Girault, Gros, Guyot, Humbert, Lamy, Lecomte, Lemaître, Marchal, "
            "Meunier, Morvan, Pasquier, Poirier, Regnault, Rocher, Roux, Thibaud, Vidal"
        ),
    ),
)

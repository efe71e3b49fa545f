"""Names of the validation split: in use among people of an origin, from general knowledge, no list, no data set."""

from __future__ import annotations

from benchmarks.case_notes.people import Origin, words

ORIGINS = (
    Origin(
        name="arabic",
        men=words(
            "Wael/Wail=وائل, Munir/Mounir=منير, Saad=سعد, Usama/Osama=أسامة, Zaki=زكي, Amjad=أمجد, "
            "Basel/Basil=باسل, Fahd/Fahed=فهد, Hani/Hany=هاني, Muhannad/Mohanad=مهند, Thaer/Thair=ثائر, "
            "Yazan=يزن, Mutasim/Moatassem=معتصم, Qais/Kais=قيس, Ihab/Ehab=إيهاب, Kinan/Kenan=كنان, "
            "Abdulmalik=عبد الملك, Abdulsattar=عبد الستار, Abdulmunim=عبد المنعم, Abdulghani=عبد الغني"
        ),
        women=words(
            "Asmaa=أسماء, Bouchra=بشرى, Dima/Deema=ديما, Duaa/Doaa=دعاء, Ghufran/Ghofran=غفران, "
            "Hala=هالة, Hadeel/Hadil=هديل, Hiba/Heba=هبة, Ikram=إكرام, Jamila=جميلة, Lubna/Loubna=لبنى, "
            "Marwa/Maroua=مروة, Nahla=نهلة, Ola=علا, Rahaf=رهف, Raghad=رغد, Rihab/Rehab=رحاب, Samah=سماح, "
            "Shahd=شهد, Thuraya=ثريا, Zeina/Zayna=زينة, Tahani=تهاني, Intisar/Entisar=انتصار, "
            "Hanadi=هنادي"
        ),
        families=words(
            "Al-Ajlani=العجلاني, Al-Rashed=الراشد, Al-Khalaf=الخلف, Al-Jasim/Aljassem=الجاسم, "
            "Al-Saadi=السعدي, Al-Maliki=المالكي, Al-Bayati=البياتي, Al-Samarrai=السامرائي, "
            "Hijazi/Hegazy=حجازي, Jabbour=جبور, Nassar=نصار, Ziadeh=زيادة, Tlass=طلاس, Kassab=كساب, "
            "Refai=رفاعي, Sabouni=صابوني, Attar=عطار, Akkad=عقاد, Ghanem/Ghanim=غانم, Jarrah=جراح, "
            "Kurdi=كردي, Qaddour/Kaddour=قدور, Rajab/Ragab=رجب, Sukkar=سكر, Wahbeh=وهبة, Yaghi=ياغي"
        ),
        makes=("{g}|{f}", "{g}|{f}", "{g} {h}|{f}", "{g}|{f}"),
        script="arabic",
    ),
    Origin(
        name="dari",
        men=words(
            "Ahmadullah=احمدالله, Aziz=عزیز, Dawood=داوود, Farid/Fareed=فرید, Fahim/Faheem=فهیم, "
            "Hamed=حامد, Hashmat=حشمت, Homayoun/Humayun=همایون, Khalil=خلیل, Latif=لطیف, "
            "Mujtaba/Mojtaba=مجتبی, Naeem=نعیم, Nasim=نسیم, Sabir=صابر, Sami/Sameh=سامع, "
            "Sharifullah=شریف‌الله, Sulaiman=سلیمان, Zaman=زمان"
        ),
        women=words(
            "Anisa=انیسه, Arezo/Arzoo=آرزو, Frozan/Furozan=فروزان, Fahima=فهیمه, Habiba=حبیبه, "
            "Hosna=حسنا, Lida=لیدا, Malika=ملیکه, Muzhda/Mozhdah=مژده, Parwana/Parwaneh=پروانه, "
            "Rahima=رحیمه, Sediqa=صدیقه, Shaima/Shayma=شیما, Shakila=شکیلا, Wahida=وحیده, Yalda=یلدا, "
            "Zuhal=زحل, Najia=نجیه"
        ),
        families=words(
            "Bakhtari=باختری, Faizi=فیضی, Ghafoori=غفوری, Hashimi/Hashemi=هاشمی, Jamshidi=جمشیدی, "
            "Mahdavi=مهدوی, Mohseni=محسنی, Naderi=نادری, Qasimi=قاسمی, Rasuli/Rasooli=رسولی, "
            "Sediqi=صدیقی, Zaheer=ظهیر, Bamyani=بامیانی, Fayaz=فیاض, Herawi=هروی, Joya=جویا"
        ),
        script="arabic",
    ),
    Origin(
        name="pashto",
        men=words(
            "Abdulwali=عبد الولي, Akhtar=اختر, Dost=دوست, Fazal/Fazl=فضل, Haji=حاجی, Lal=لعل, "
            "Nasrullah=نصرالله, Noorullah=نورالله, Pacha=پاچا, Sangin=سنگین, Sher=شیر, Wazir=وزیر, "
            "Yar=یار, Obaidullah=عبیدالله"
        ),
        women=words(
            "Malala=ملاله, Orzala=اورځله, Zarlasht=زرلښته, Rokhshana=رخشانه, Sapna=سپنا, Toba=توبه, "
            "Hosai=هوسۍ"
        ),
        families=words(
            "Alikozai=علیکوزی, Amarkhel=عمرخیل, Babar=ببر, Bangash=بنګش, Ibrahimkhel=ابراهیم خیل, "
            "Jabarkhel=جبارخیل, Mashwani=مشوانی, Popal=پوپل, Totakhel=توتاخیل, Zazai=ځاځی, Zurmati=زرمتی"
        ),
        script="arabic",
    ),
    Origin(
        name="kurdish",
        men=words(
            "Agit=ئاگیت, Alan=ئالان, Aso=ئاسۆ, Barzan=بارزان, Bawer=باوەر, Botan=بۆتان, Çiya/Chiya=چیا, "
            "Delan=دەلان, Diyako/Diako=دیاکۆ, Ferhad=فەرهاد, Hawar=هاوار, Hejar/Hezhar=هەژار, Hersh=هێرش, "
            "Jîn=ژین, Kawe=کاوێ, Lawand=لاوەند, Mahir=ماهیر, Mesut=مەسوت, Nechirvan=نێچیرڤان, "
            "Newzad=نەوزاد, Peshawa=پێشەوا, Pola=پۆلا, Rebaz=ڕێباز, Siyamend=سیامەند, Twana=توانا, "
            "Zagros=زاگرۆس"
        ),
        women=words(
            "Aştî/Ashti=ئاشتی, Bêrîtan=بێریتان, Delal=دەلال, Dilnaz=دڵناز, Hêro/Hero=هێرۆ, Kajal=کاژاڵ, "
            "Kurdistan=کوردستان, Lana=لانا, Leyla=لەیلا, Narin=نارین, Newroz=نەورۆز, Nîgar/Nigar=نیگار, "
            "Peri=پەری, Rojbîn=ڕۆژبین, Rûken=ڕووکەن, Şêrîn=شێرین, Xezal=خەزاڵ, Zerya=زەریا"
        ),
        families=words(
            "Abdullahzade=عەبدوڵڵازادە, Biradost=برادۆست, Bradosti=برادۆستی, Brifkani=بریفکانی, "
            "Duhoki=دهۆکی, Fatah=فەتاح, Goyi=گۆیی, Hamawandi=هەمەوەندی, Haji=حاجی, Herki=هەرکی, "
            "Kakai=کاکەیی, Mala=مەلا, Mamand=مامەند, Mikaili=میکائیلی, Mizuri=مزووری, Nanakali=نانەکەلی, "
            "Nerwayi=نێروەیی, Pirani=پیرانی, Pishdari=پشدەری, Qaradaghi=قەرەداغی, Rekani=ڕێکانی, "
            "Rikani=ڕیکانی, Salayi=سەلایی, Shikaki=شکاکی, Zaxoyi=زاخۆیی"
        ),
        script="arabic",
    ),
    Origin(
        name="persian",
        men=words(
            "Alireza=علیرضا, Arman=آرمان, Armin=آرمین, Babak=بابک, Behnam=بهنام, Behrouz/Behrooz=بهروز, "
            "Borzou=برزو, Ebrahim=ابراهیم, Ehsan=احسان, Farshid=فرشید, Hooman=هومن, "
            "Houshang/Hushang=هوشنگ, Jamshid=جمشید, Kambiz=کامبیز, Kamyar=کامیار, Kianoush=کیانوش, "
            "Majid=مجید, Mehran=مهران, Nima=نیما, Pedram=پدرام, Ramtin=رامتین, Saman=سامان, Sasan=ساسان, "
            "Shahin=شاهین, Siamak=سیامک, Soheil=سهیل"
        ),
        women=words(
            "Atefeh=عاطفه, Azadeh=آزاده, Bahareh=بهاره, Behnaz=بهناز, Farnaz=فرناز, Forough=فروغ, "
            "Haleh=هاله, Hengameh=هنگامه, Katayoun=کتایون, Laleh=لاله, Mahsa=مهسا, Mandana=ماندانا, "
            "Mehri=مهری, Nahid=ناهید, Negar=نگار, Negin=نگین, Pegah=پگاه, Roxana=رکسانا, Samaneh=سمانه, "
            "Sanaz=ساناز, Shaghayegh=شقایق, Shahrzad=شهرزاد, Shohreh=شهره, Simin=سیمین, Vida=ویدا, "
            "Yasaman=یاسمن"
        ),
        families=words(
            "Abbasi=عباسی, Afshar=افشار, Ansari=انصاری, Ardakani=اردکانی, Azadi=آزادی, Bagheri=باقری, "
            "Behbahani=بهبهانی, Daneshvar=دانشور, Ebadi=عبادی, Eskandari=اسکندری, Farrokhzad=فرخزاد, "
            "Ghasemi=قاسمی, Golzar=گلزار, Jalali=جلالی, Kamali=کمالی, Kermani=کرمانی, Khosravi=خسروی, "
            "Kiani=کیانی, Maleki=ملکی, Mansouri=منصوری, Moghaddam=مقدم, Naderpour=نادرپور, "
            "Norouzi=نوروزی, Pahlavan=پهلوان, Pourmand=پورمند, Rafiei=رفیعی, Sadeghi=صادقی, Safavi=صفوی, "
            "Shirazi=شیرازی, Soleimani=سلیمانی, Taheri=طاهری, Tehrani=تهرانی, Yazdani=یزدانی, Zand=زند"
        ),
        script="arabic",
    ),
    Origin(
        name="tigrinya",
        men=words(
            "Abraham=ኣብርሃም=أبراهام, Afewerki/Afwerki=ኣፈወርቂ=أفورقي, Alem=ኣለም=آلم, "
            "Gebreyesus=ገብረየሱስ=قبريسوس, Mikias=ሚክያስ=ميكياس, Petros=ጴጥሮስ=بطروس, Samson=ሳምሶን=سمسون, "
            "Senay=ሰናይ=سناي, Siem=ስየም=سيم, Temesgen=ተመስገን=تمسقن, Yosief=ዮሴፍ=يوسيف, Zekarias=ዘካርያስ=زكارياس"
        ),
        women=words(
            "Adhanet=ኣድሓነት=أدحنت, Asmeret=ኣስመረት=أسمرت, Fiyori=ፍዮሪ=فيوري, Kudusan=ቅዱሳን=قدوسان, "
            "Mahder=ማህደር=ماهدر, Meaza=መኣዛ=معازا, Medhin=መድህን=مدهن, Milena=ሚለና=ميلينا, Natsnet=ናጽነት=ناصنت, "
            "Nigisti=ንግስቲ=نقستي, Ruta=ሩታ=روتا, Salem=ሳሌም=سالم, Simret=ስምረት=سمرت, Sennait=ሰናኢት=سنائيت, "
            "Tsion=ጽዮን=صيون, Weini=ወይኒ=ويني, Yohana=ዮሃና=يوهانا, Zewdi=ዘውዲ=زودي"
        ),
        families=words(
            "Abay=ኣባይ=أباي, Adhanom=ኣድሓኖም=أدحنوم, Asfaha=ኣስፍሃ=أسفها, Baire=ባይረ=بايري, Fekadu=ፍቃዱ=فكادو, "
            "Fesseha=ፍስሃ=فسها, Ghebrehiwet=ገብረህይወት=قبرحيوت, Gherezgiher=ገረዝጊሄር=قرزقهير, Gide=ጊደ=قيدي, "
            "Habte=ሃብተ=هبتي, Keleta=ቀለታ=كلتا, Kesete=ከሰተ=كستي, Kinfe=ክንፈ=كنفي, Measho=መዓሾ=معشو, "
            "Misghina/Misgina=ምስጊና=مسقنا, Ogbazghi=ዑቕባዝጊ=عقبازقي, Redae=ረዳኢ=رداي, Sebhatu=ስብሃቱ=سبهتو, "
            "Tareke=ታረቀ=تاركي, Teclemariam/Teklemariam=ተኽለማርያም=تخلمريام, Teklay=ተኽላይ=تخلاي, "
            "Tesfagaber=ተስፋጋብር=تسفاقابر, Tesfamariam=ተስፋማርያም=تسفامريام, Tsehaye=ጸሃየ=صهاي, "
            "Ukbamichael=ዑቕባሚካኤል=عقباميكائيل, Zeray=ዘራይ=زيراي, Zerom=ዘሮም=زروم"
        ),
        makes=("{g}|{f}", "{g} {f}|{k}"),
        script="ethiopic",
    ),
    Origin(
        name="amharic",
        men=words(
            "Addisu=አዲሱ=أديسو, Amare=አማረ=أماري, Anteneh=አንተነህ=أنتنه, Asrat=አስራት=أسرات, "
            "Behailu=በሃይሉ=بهايلو, Birhanu=ቢርሃኑ=بيرهانو, Dagim=ዳግም=داغم, Demeke=ደመቀ=دميكي, "
            "Eyasu=ኢያሱ=إياسو, Fisseha=ፍስሐ=فسحا, Gashaw=ጋሻው=غاشاو, Gebre=ገብሬ=غبري, Gezahegn=ገዛኸኝ=غزاهن, "
            "Mekonnen=መኮንን=مكونن, Minilik=ምኒልክ=منيليك, Nahom=ናሆም=ناهوم, Tamirat=ታምራት=تامرات, "
            "Teferi=ተፈሪ=تفري, Yilma=ይልማ=يلما, Yonatan=ዮናታን=يوناتان, Zelalem=ዘላለም=زلالم, "
            "Zerihun=ዘሪሁን=زريهون"
        ),
        women=words(
            "Abeba=አበባ=أببا, Ayantu=አያንቱ=أيانتو, Blen=ብሌን=بلين, Eleni=እሌኒ=إليني, Etenesh=እቴነሽ=إتنش, "
            "Fantu=ፋንቱ=فانتو, Feker=ፍቅር=فكر, Frehiwot=ፍሬሕይወት=فرهيوت, Haimanot=ሃይማኖት=هايمانوت, "
            "Kalkidan=ቃልኪዳን=كالكيدان, Konjit=ቆንጂት=كونجيت, Martha=ማርታ=مارتا, Meklit=መክሊት=مكليت, "
            "Melat=ሜላት=ميلات, Meron=ሜሮን=ميرون, Mestawet=መስታወት=مستاوت, Muluwork=ሙሉወርቅ=مولووارك, "
            "Netsanet=ነፃነት=نتسانت, Sara=ሳራ=سارا, Sehin=ሰሂን=سهين, Selamawit=ሰላማዊት=سلاماويت, "
            "Sinidu=ስንዱ=سندو, Tadelech=ታደለች=تدلتش, Tena=ጤና=تينا, Yodit=ዮዲት=يوديت, Zinash=ዝናሽ=زيناش"
        ),
        families=words(
            "Abera=አበራ=أبرا, Aweke=አወቀ=أوكي, Bayu=ባዩ=بايو, Beyene=በየነ=بيني, Chane=ጫኔ=تشاني, "
            "Damte=ዳምጤ=دامتي, Derbe=ደርቤ=دربي, Desalegn=ደሳለኝ=دسالن, Dessie=ደሴ=دسي, "
            "Endalkachew=እንዳልካቸው=إندلكاتشو, Engida=እንግዳ=إنغدا, Ergete=እርገጤ=إرغتي, Eshetu=እሸቱ=إشتو, "
            "Feleke=ፈለቀ=فلكي, Gebeyehu=ገበየሁ=غبيهو, Gebremichael=ገብረሚካኤል=غبرميكائيل, Gelaw=ገላው=غلاو, "
            "Hunegnaw=ሁነኛው=هونناو, Legesse=ለገሰ=لغسي, Mamo=ማሞ=مامو, Mekuria=መኩሪያ=مكوريا, Mersha=መርሻ=مرشا, "
            "Molla=ሞላ=مولا, Muluneh=ሙሉነህ=مولونه, Nigatu=ንጋቱ=نغاتو, Tafesse=ታፈሰ=تافسي, Taye=ታዬ=تايي, "
            "Tegegn=ተገኝ=تغن, Tessema=ተሰማ=تسما, Tiruneh=ጥሩነህ=تيرونه, Yimer=ይመር=يمر, Zewde=ዘውዴ=زودي, "
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
            "Keynan==كينان, Muse/Muuse==موسى, Saciid==سعيد, Siyad==سياد, Suldan==سلطان, Warfa==ورفا, "
            "Zakariye==زكريا"
        ),
        women=words(
            "Anab==عنب, Canab==عنب, Cawo==عوو, Dahabo==ذهبو, Deeqa==ديقة, Edna==إدنا, Filsan==فلسن, "
            "Habibo==حبيبو, Hani==هاني, Hodo==هودو, Ikran==إكران, Istahil==إستاهل, Jawahir==جواهر, "
            "Leylo==ليلو, Luul==لول, Maryan==مريان, Nasteexo==نستيحو, Nasra==نصرة, Qamar==قمر, "
            "Raho/Raxo==راحو, Rahma==رحمة, Rodo==رودو, Shukri==شكري, Sulekha==زليخة, Ugaso==أغاسو, "
            "Warsan==ورسن"
        ),
        families=words(
            "Abokor==أبوكر, Afrah==أفرح, Ainanshe==عينانشي, Arab==عرب, Ateye==عطيه, Boqor==بقر, "
            "Cabdulle==عبدلي, Cige==عيجي, Dheere==طيري, Dirie==طيري, Egeh==عيجه, Farole==فارولي, "
            "Gabose==غبوسي, Gacal==جعل, Galaydh==جلايد, Hared==هارد, Herzi==حرزي, Hurreh==حرة, "
            "Igal==إيجال, Karie==كاري, Kulane==كلاني, Madar==مدر, Magan==مجن, Mataan==متان, "
            "Odowaa==أودوا, Osoble==أوسوبلي, Qalinle==قلنلي, Rage==راجي, Robleh==روبله, Sabriye==صبريه, "
            "Tarabi==تربي, Wadi==وادي, Waberi==وبري, Waraabe==ورابي"
        ),
        makes=("{g} {f}|{k}", "{g}|{f}", "{g} {f} {k}"),
    ),
    Origin(
        name="oromo",
        men=words(
            "Abdisa, Bikila, Bonsa, Bulcha, Chala, Dammana, Dhugumaa, Eebbisa, Fayera, Gammachu, Girmaa, "
            "Guta, Hunde, Ifaa, Jarso, Kitessa, Leenco/Lencho, Milkessa, Nagaasa, Obsa, Oluma, Raggaasaa, "
            "Soressa, Tashoma, Tolosa, Waqgari"
        ),
        women=words(
            "Aaddee, Ayyaantuu, Bariite, Bilise, Caaltu, Darartu, Ebbise, Fayine, Galane, Guddatu, "
            "Hundee, Jaalalle, Kulani, Lalise, Lensa, Meti, Mosisee, Nagaase, Qanani, Roobee, Sabontu, "
            "Sinqe, Soretti, Tolashi, Urji, Warke"
        ),
        families=words(
            "Abdeta, Amante, Ararsa, Ayana, Bayisa, Beyan, Buta, Dame, Dida, Duressa, Edossa, Fufa, "
            "Geleta, Godana, Gudeta, Guteta, Hirpa, Jaleta, Jima, Kadir, Keneni, Likasa, Mideksa, Negeri, "
            "Nemera, Oljira, Sadeta, Senbeta, Sori, Tasisa, Tufa, Turi, Wakuma, Wario"
        ),
        makes=("{g}|{f}", "{g} {f}|{k}"),
    ),
    Origin(
        name="rohingya",
        men=words(
            "Abdushukur, Enayet, Faruque, Foyaz/Foyas, Hamidullah, Harun, Imam, Jahed, Jafor, Jamil, "
            "Jubair, Kefayet, Mohibullah, Nazir, Nezam, Nobi, Rafik, Rashidullah, Roshid, Sadek, Saiful, "
            "Salamat, Selim, Shafiul, Syedullah, Ziaur"
        ),
        women=words(
            "Amena, Anowara, Arefa, Azida, Dilara, Dildar, Fordous, Jahanara, Jannat, Johora, Kalima, "
            "Kulsuma, Laila, Majuma, Monowara, Morium, Nurankis, Rabeya, Rohima, Roshida, Shamsun, "
            "Shomshida, Sokina, Tahera, Toyoba, Umme"
        ),
        families=words(
            "Ayas, Foyez, Hosson, Huson, Jabbar, Jalal, Joynal, Lalmia, Matbor, Mozid, Nobihossen, "
            "Sohail, Ula, Zamal, Zohar, Aktara, Bodiur, Sukur, Habibullah, Mazumder"
        ),
        makes=("{g}|{f}", "{g} {h}", "{g} {h}"),
    ),
    Origin(
        name="burmese",
        men=words(
            "Khant=ခန့်, Lwin=လွင်, Nyan=ဉာဏ်, Nyi=ညီ, Sein=စိန်, Shein=ရှိန်, Swe=ဆွေ, Tayza=တေဇာ, "
            "Thaw=သော်, Thet=သက်, Thiha=သီဟ, Toe=တိုး, Yan=ရန်, Yarzar=ရာဇာ, Zarni=ဇာနည်, Zeya=ဇေယျ, "
            "Banyar=ဗညား, Lamin=လမင်း"
        ),
        women=words(
            "Hsu=ဆု, Htar=ထား, Kyi=ကြည်, Kyu=ကြူ, Lay=လေး, Lei=လဲ့, Mi=မိ, Mon=မွန်, Mya=မြ, Nan=နန်း, "
            "Ni=နီ, Nilar=နီလာ, Nu=နု, Ohmar=ဥမ္မာ, Poe=ပိုး, Pwint=ပွင့်, Sabai=စံပယ်, San=စန်း, "
            "Sandar=စန္ဒာ, Tin=တင်, Theingi=သိင်္ဂီ, Thiri=သီရိ, Thuzar=သူဇာ, Yamin=ယမင်း, Yupar=ယုပါ"
        ),
        families=words(
            "Htay=ဌေး, Hlaing=လှိုင်, Khine=ခိုင်, Kyin=ကျင်, Lwin=လွင်, Mon=မွန်, Myaing=မြိုင်, "
            "Ngwe=ငွေ, Nyein=ငြိမ်း, Nyunt=ညွန့်, Sann=စန်း, Shin=ရှင်, Than=သန်း, Thaung=သောင်း, "
            "Thwin=သွင်, Tint=တင့်, Toe=တိုး, Wint=ဝင့်, Zan=ဇံ, Nway=နွေး, Kyine=ကြိုင်, Mang=မောင်း, "
            "Htike=ထိုက်, Lynn=လင်း, Pyay=ပြည်"
        ),
        makes=("{g} {h} {f}", "{g} {f} {k}", "{g} {h} {f} {k}"),
        script="myanmar",
    ),
    Origin(
        name="ukrainian",
        men=words(
            "Anatolii/Anatoliy=Анатолій, Arsen=Арсен, Arsenii=Арсеній, Borys=Борис, Danylo=Данило, "
            "Demian=Дем'ян, Hlib=Гліб, Kyrylo=Кирило, Levko=Левко, Lubomyr=Любомир, Makar=Макар, "
            "Myron=Мирон, Oleh=Олег, Oleksii=Олексій, Orest=Орест, Petro=Петро, Platon=Платон, "
            "Stepan=Степан, Vitalii/Vitaliy=Віталій, Vsevolod=Всеволод, Yukhym=Юхим"
        ),
        women=words(
            "Alla=Алла, Anzhela=Анжела, Bohdana=Богдана, Hanna=Ганна, Ivanna=Іванна, Kira=Кіра, "
            "Lidiia=Лідія, Liliia=Лілія, Liubov=Любов, Mariana=Мар'яна, Melaniia=Меланія, "
            "Natalka=Наталка, Oleksandra=Олександра, Olesia=Олеся, Polina=Поліна, Roksolana=Роксолана, "
            "Ruslana=Руслана, Snizhana=Сніжана, Stefaniia=Стефанія, Tamara=Тамара, Valentyna=Валентина, "
            "Vasylyna=Василина, Yana=Яна, Yaryna=Ярина, Zhanna=Жанна, Zinaida=Зінаїда"
        ),
        families=words(
            "Antonenko=Антоненко, Babych=Бабич, Bilyk=Білик, Bodnar=Боднар, Bondar=Бондар, "
            "Chornovil=Чорновіл, Demchenko=Демченко, Didukh=Дідух, Dubyna=Дубина, Halushko=Галушко, "
            "Horbach=Горбач, Kharchenko=Харченко, Kobzar=Кобзар, Korniienko=Корнієнко, "
            "Kozachenko=Козаченко, Kulyk=Кулик, Kuzmenko=Кузьменко, Lytvyn=Литвин, Marchuk=Марчук, "
            "Martyniuk=Мартинюк, Mykhailenko=Михайленко, Nechyporenko=Нечипоренко, Ostapchuk=Остапчук, "
            "Panasiuk=Панасюк, Pylypenko=Пилипенко, Pryimak=Приймак, Semeniuk=Семенюк, Shapoval=Шаповал, "
            "Sheremeta=Шеремета, Skrypnyk=Скрипник, Sushko=Сушко, Vasylenko=Василенко, Voitenko=Войтенко, "
            "Zadorozhnyi=Задорожний"
        ),
        script="cyrillic",
    ),
    Origin(
        name="russian",
        men=words(
            "Arkady/Arkadi=Аркадий, Boris=Борис, Eduard=Эдуард, Evgenii=Евгений, Filipp=Филипп, "
            "Fyodor=Фёдор, Gennady/Gennadi=Геннадий, German=Герман, Gleb=Глеб, Innokenty=Иннокентий, "
            "Kirill=Кирилл, Lev=Лев, Makar=Макар, Matvei/Matvey=Матвей, Oleg=Олег, Rodion=Родион, "
            "Savely=Савелий, Semyon=Семён, Svyatoslav=Святослав, Timofei=Тимофей, Timur=Тимур, "
            "Valentin=Валентин, Vasily=Василий, Vitaly=Виталий, Vladislav=Владислав, Vsevolod=Всеволод"
        ),
        women=words(
            "Alevtina=Алевтина, Alisa=Алиса, Alyona=Алёна, Angelina=Ангелина, Darya/Daria=Дарья, "
            "Evgenia=Евгения, Inga=Инга, Inessa=Инесса, Karina=Карина, Klavdia=Клавдия, Ksenia=Ксения, "
            "Lada=Лада, Lidia=Лидия, Nelli=Нелли, Polina=Полина, Regina=Регина, Rimma=Римма, "
            "Snezhana=Снежана, Taisia=Таисия, Ulyana=Ульяна, Valentina=Валентина, Valeria=Валерия, "
            "Vasilisa=Василиса, Veronika=Вероника, Viktoria=Виктория, Zhanna=Жанна"
        ),
        families=words(
            "Belykh=Белых, Chernykh=Черных, Dolgikh=Долгих, Sedykh=Седых, Poltorak=Полторак, Grin=Гринь, "
            "Zhivago=Живаго, Durnovo=Дурново, Krupskikh=Крупских, Ryzhikh=Рыжих, Kosykh=Косых, "
            "Savinykh=Савиных, Krivykh=Кривых"
        ),
        middles_men=words(
            "Agapov=Агапов, Antipov=Антипов, Baranov=Баранов, Bogdanov=Богданов, Chernov=Чернов, "
            "Demidov=Демидов, Filatov=Филатов, Gerasimov=Герасимов, Gorbunov=Горбунов, Ignatov=Игнатов, "
            "Kalinin=Калинин, Kiselev=Киселёв, Kolesnikov=Колесников, Kudryavtsev=Кудрявцев, "
            "Maslov=Маслов, Melnikov=Мельников, Nekrasov=Некрасов, Panfilov=Панфилов, Platonov=Платонов, "
            "Ryabov=Рябов, Seliverstov=Селивёрстов, Shubin=Шубин, Terentiev=Терентьев, Ustinov=Устинов, "
            "Voronin=Воронин, Zhdanov=Жданов"
        ),
        middles_women=words(
            "Agapova=Агапова, Antipova=Антипова, Baranova=Баранова, Bogdanova=Богданова, "
            "Chernova=Чернова, Demidova=Демидова, Filatova=Филатова, Gavrilova=Гаврилова, "
            "Golovina=Головина, Gracheva=Грачёва, Isakova=Исакова, Kirillova=Кириллова, Klimova=Климова, "
            "Kudryavtseva=Кудрявцева, Loginova=Логинова, Matveeva=Матвеева, Mironova=Миронова, "
            "Nosova=Носова, Platonova=Платонова, Ryabova=Рябова, Savelieva=Савельева, Shubina=Шубина, "
            "Terentieva=Терентьева, Ustinova=Устинова, Voronina=Воронина, Zhdanova=Жданова"
        ),
        makes=("{g}|{m}", "{g}|{m}", "{g}|{m}", "{g}|{f}"),
        script="cyrillic",
    ),
    Origin(
        name="chechen",
        men=words(
            "Abubakar=Абубакар, Adam=Адам, Akhmad=Ахмад, Anzor=Анзор, Arbi=Арби, Aslanbek=Асланбек, "
            "Beslan=Беслан, Bislan=Бислан, Dzhabrail=Джабраил, Eli=Эли, Khamzat=Хамзат, Khizir=Хизир, "
            "Lechi=Лечи, Magomed=Магомед, Mairbek=Майрбек, Movladi=Мовлади, Muslim=Муслим, Rizvan=Ризван, "
            "Saikhan=Сайхан, Salambek=Саламбек, Salman=Салман, Sulim=Сулим, Turpal=Турпал, Visita=Висита, "
            "Yusup=Юсуп, Zelimkhan=Зелимхан"
        ),
        women=words(
            "Aminat=Аминат, Aishat=Айшат, Asya=Ася, Birlant=Бирлант, Elita=Элита, Eliza=Элиза, "
            "Kheda=Хеда, Kometa=Комета, Laila=Лайла, Luiza=Луиза, Maret=Марет, Malika=Малика, "
            "Makka=Макка, Milana=Милана, Rayana=Раяна, Roza=Роза, Satsita=Сацита, Selima=Селима, "
            "Tabarik=Табарик, Taus=Таус, Yakha=Яха, Zalina=Залина, Zara=Зара, Zargan=Зарган, "
            "Zaynap=Зайнап, Zulikhan=Зулихан"
        ),
        families=words("Abuev=Абуев, Aduev=Адуев, Bakaev=Бакаев"),
        middles_men=words(
            "Abdulkhadzhiev=Абдулхаджиев, Aduev=Адуев, Akhmadov=Ахмадов, Arsanukaev=Арсанукаев, "
            "Bakaev=Бакаев, Basaev=Басаев, Bisultanov=Бисултанов, Dadaev=Дадаев, Daudov=Даудов, "
            "Elmurzaev=Эльмурзаев, Gaitaev=Гайтаев, Islamov=Исламов, Israilov=Исраилов, Khasiev=Хасиев, "
            "Kutaev=Кутаев, Makhauri=Махаури, Muradov=Мурадов, Nashkhoev=Нашхоев, Saidov=Саидов, "
            "Salamov=Саламов, Shakhidov=Шахидов, Tagirov=Тагиров, Tsakaev=Цакаев, Umkhaev=Умхаев, "
            "Vakhaev=Вахаев, Zakriev=Закриев"
        ),
        middles_women=words(
            "Abdulkhadzhieva=Абдулхаджиева, Abueva=Абуева, Adueva=Адуева, Akhmadova=Ахмадова, "
            "Alkhanova=Алханова, Bakaeva=Бакаева, Barsanova=Барсанова, Chagaeva=Чагаева, Dadaeva=Дадаева, "
            "Daudova=Даудова, Dzhabrailova=Джабраилова, Gaitaeva=Гайтаева, Islamova=Исламова, "
            "Khasieva=Хасиева, Khatueva=Хатуева, Kutaeva=Кутаева, Mezhidova=Межидова, Muradova=Мурадова, "
            "Nukhaeva=Нухаева, Saidova=Саидова, Satueva=Сатуева, Soltakhanova=Солтаханова, "
            "Tepsaeva=Тепсаева, Umarova=Умарова, Vakhaeva=Вахаева, Zakrieva=Закриева"
        ),
        makes=("{g}|{m}",),
        script="cyrillic",
    ),
    Origin(
        name="turkish",
        men=words(
            "Adem, Aykut, Berkay, Can, Cengiz, Doğukan, Engin, Erkan, Ertuğrul, Fatih, Fikret, Haluk, "
            "İsmet, Kadir, Mert, Muharrem, Nihat, Orhan, Özgür, Rıza, Serdar, Şükrü, Tuncay, Turgut, "
            "Ümit, Zafer"
        ),
        women=words(
            "Aslı, Ayça, Aysel, Belgin, Burcu, Didem, Ela, Fadime, Figen, Gizem, Güler, Hande, İrem, "
            "Mehtap, Melike, Mine, Nalan, Neslihan, Nurten, Özge, Seda, Semra, Sevil, Tülin, Ülkü, Zehra"
        ),
        families=words(
            "Akbaş, Akgün, Aktaş, Alkan, Arı, Ay, Bayram, Ceylan, Çalışkan, Çiçek, Demirci, Duman, Er, "
            "Eroğlu, Gök, Gündüz, Kaplan, Karakaya, Kars, Koçak, Kurtuluş, Mutlu, Öz, Özer, Sarı, Şen, "
            "Taş, Tosun, Türkmen, Uçar, Uysal, Vural, Yazıcı, Yüce"
        ),
    ),
    Origin(
        name="albanian",
        men=words(
            "Agim, Ardian, Arton, Avni, Bardhyl, Bekim, Besim, Driton, Eduart, Enver, Fadil, Florent, "
            "Gent, Gjon, Hysen, Kastriot, Kreshnik, Lulzim, Ndue, Pëllumb, Rrahim, Sabri, Selman, "
            "Shkëlqim, Taulant, Visar"
        ),
        women=words(
            "Adelina, Afërdita, Antigona, Arjeta, Besiana, Bukurije, Dorina, Edona, Elona, Esmeralda, "
            "Fatime, Flora, Genta, Ilirjana, Jeta, Kaltrina, Lejla, Lumturi, Majlinda, Mirela, Nerimane, "
            "Ornela, Qëndresa, Sanije, Sofije, Vlora"
        ),
        families=words(
            "Ademi, Aliaj, Avdiu, Balla, Bici, Cani, Dauti, Doda, Elshani, Gecaj, Gjini, Halili, Haxhiu, "
            "Ibra, Jakupi, Kamberi, Kodra, Lama, Maliqi, Meta, Muça, Neziri, Pali, Peci, Qerimi, "
            "Rrustemi, Salihu, Shehi, Spahiu, Tafa, Toska, Vata, Xhafa, Ymeri"
        ),
    ),
    Origin(
        name="spanish_latin_american",
        men=words(
            "Adolfo, Aldo, Baltazar, Bernardo, Ciro, Darío, Emilio, Evaristo, Faustino, Fermín, Gerardo, "
            "Gonzalo, Ignacio, Joel, Lorenzo, Marcos, Maximiliano, Norberto, Pascual, René, Rómulo, "
            "Salvador, Segundo, Tobías, Ulises, Virgilio"
        ),
        women=words(
            "Adela, Amalia, Araceli, Berta, Catalina, Consuelo, Dora, Elvira, Estela, Eva, Genoveva, "
            "Hortensia, Irma, Jacqueline, Leticia, Lorena, Luisa, Mayra, Mónica, Noemí, Ramona, Rosalía, "
            "Socorro, Susana, Vilma, Ximena"
        ),
        families=words(
            "Acevedo, Amaya, Arriaga, Bautista, Blanco, Caballero, Carrera, Centeno, Cornejo, Dávila, "
            "Espinosa, Fonseca, Garay, Guerra, Iglesias, Lima, Madrigal, Membreño, Molina, Moya, Navarro, "
            "Oropeza, Palma, Peralta, Quintanilla, Rosales, Salinas, Serna, Solórzano, Tobar, Uribe, "
            "Vallejo, Vélez, Villeda"
        ),
        makes=("{g}|{f} {k}", "{g} {h}|{f} {k}", "{g}|{f}"),
    ),
    Origin(
        name="haitian",
        men=words(
            "Alix, Blaise, Carlo, Clédor, Djems, Elysée, Fedner, Guerdy, Jacquelin, Jimmy, Jovenel, "
            "Kensley, Lucner, Mackenson, Marcelin, Nahum, Obed, Peterson, Prosper, Renel, Ricardo, "
            "Saintilus, Stephenson, Vilner, Wilbert, Wilkens"
        ),
        women=words(
            "Adeline, Anite, Berline, Cherline, Clautide, Dieulène, Ernise, Fabienne, Fleurette, Gerda, "
            "Guerda, Islaine, Jeanine, Kerline, Lorvanna, Lunise, Manouchka, Mimose, Naïka, Oxane, "
            "Régine, Roselaure, Solange, Sylvanie, Viergemène, Wislande"
        ),
        families=words(
            "Alcéus, Alexis, Antenor, Bastien, Beauvoir, Bontemps, Chéry, Clermont, Damas, Derival, "
            "Dolcé, Dumas, Exumé, Faustin, Florvil, Guerrier, Hyppolite, Josaphat, Lamour, Léger, "
            "Marcellus, Mésidor, Napoléon, Norvilus, Paulémon, Placide, Prophète, Romulus, Salomon, "
            "Sévère, Sylvain, Thermidor, Valcourt, Vincent"
        ),
    ),
    Origin(
        name="french_west_african",
        men=words(
            "Alassane==الحسن, Aly==علي, Amath==أمات, Arona==أرونا, Babacar==بابكر, Badara==بدارا, "
            "Balla==بالا, Birane==بيران, Bougouma==بوغوما, Brahima==براهيما, Demba==ديمبا, Elhadj==الحاج, "
            "Gaoussou==غوسو, Harouna==هارونا, Kalilou==كاليلو, Kalifa==خليفة, Madou==مادو, Makan==ماكان, "
            "Mody==مودي, Mory==موري, Nouhou==نوح, Oumarou==عمارو, Sadio==ساديو, Saïdou==سعيدو, "
            "Soumaïla==سومايلا, Tiémoko==تيموكو"
        ),
        women=words(
            "Adja==آجا, Aïssata==عيساتا, Alimatou==أليماتو, Arame==أرامي, Assa==آسا, Binta==بينتا, "
            "Dado==دادو, Fatimata==فاطماتا, Fatou==فاتو, Founé==فوني, Habsatou==حبساتو, Kankou==كانكو, "
            "Korka==كوركا, Makalé==ماكالي, Mama==ماما, Mariétou==مارييتو, Mame==مامي, Minata==ميناتا, "
            "Naminata==نامِيناتا, Niouma==نيوما, Penda==بندا, Ramata==راماتا, Safiatou==صفياتو, "
            "Saran==ساران, Sokhna==سخنا, Téné==تيني"
        ),
        families=words(
            "Bagayoko==باغايوكو, Barro==بارو, Bérété==بيريتي, Dabo==دابو, Diakité==دياكيتي, Diané==دياني, "
            "Diatta==دياتا, Dicko==ديكو, Diédhiou==ديديو, Dioum==ديوم, Doucouré==دوكوري, Fall==فال, "
            "Faye==فاي, Guindo==غيندو, Haïdara==حيدرا, Kamara==كمارا, Kanouté==كانوتي, Kassé==كاسي, "
            "Magassouba==ماغاسوبا, Maïga==مايغا, Mbodj==امبوج, Ndour==ندور, Niane==نيان, Sall==سال, "
            "Sané==ساني, Savané==سافاني, Sène==سين, Soumaoro==سوماورو, Tamboura==تامبورا, Tamba==تامبا, "
            "Thiam==تيام, Togo==توغو, Wagué==واغي, Yattabaré==ياتاباري"
        ),
    ),
    Origin(
        name="congolese",
        men=words(
            "Achille, Alphonse, Apollinaire, Bonaventure, Chadrack, Christophe, Crispin, Délphin, Divin, "
            "Eddy, Eugène, Floribert, Gaspard, Gloire, Honoré, Isidore, Josué, Justin, Merveille, "
            "Modeste, Nestor, Patient, Prosper, Romain, Valère, Wilondja"
        ),
        women=words(
            "Adolphine, Albertine, Anuarite, Bénédicte, Bibiche, Charlène, Clémentine, Consolate, "
            "Eugénie, Félicité, Fifi, Generose, Gisèle, Henriette, Immaculée, Julienne, Kapinga, "
            "Ludivine, Mapendo, Merveille, Naomie, Odile, Pascaline, Prisca, Sylvie, Thérèse"
        ),
        families=words(
            "Amisi, Balume, Biaya, Bulonza, Cibangu, Ebengo, Fataki, Kabamba, Kabeya, Kahindo, Kalombo, "
            "Kapend, Kashala, Kibonge, Kiyombo, Lubala, Luzolo, Makiese, Masika, Mbayo, Meya, Mpiana, "
            "Muhindo, Mulamba, Musau, Mwembo, Ngandu, Nkashama, Nyembo, Paluku, Shabani, Tambwe, "
            "Tshisekedi, Yav"
        ),
        makes=("{g}|{f}", "{g}|{f} {k}", "{f} {k}|{g}"),
    ),
    Origin(
        name="nigerian",
        men=words(
            "Abayomi, Ademola, Ajani, Anayo, Ayodeji, Buhari, Chidi, Chigozie, Chima, Chukwuma, Dapo, "
            "Emenike, Folarin, Godwin, Isioma, Kabiru, Lateef, Lucky, Musbau, Odinaka, Okwudili, Onyeka, "
            "Sanusi, Taiwo, Tope, Umaru"
        ),
        women=words(
            "Abosede, Adanna, Adesuwa, Amenze, Asabe, Bisi, Chidimma, Comfort, Ebiere, Ehinomen, Eki, "
            "Esosa, Fehintola, Glory, Idowu, Kehinde, Loveth, Ndidi, Nnenna, Ogechi, Oluchi, Osayuki, "
            "Ronke, Tare, Toyin, Uloma"
        ),
        families=words(
            "Abah, Achebe, Adegoke, Adeniran, Adetokunbo, Agbaje, Aigbogun, Akpabio, Aniebo, Arinze, "
            "Azikiwe, Edosomwan, Ejiofor, Eluwole, Essien, Ezekwesili, Garuba, Igbinosa, Ikpeba, Jegede, "
            "Mbah, Nnadi, Obasogie, Ofili, Ogundipe, Okogie, Okoye, Olatunji, Omoruyi, Orji, Oshodi, "
            "Salako, Soyinka, Ukpong"
        ),
    ),
    Origin(
        name="tamil",
        men=words(
            "Aravindan=அரவிந்தன், Arulanantham=அருளானந்தம், Balendran=பாலேந்திரன், Baskaran=பாஸ்கரன், "
            "Dayalan=தயாளன், Dinesh=தினேஷ், Gopal=கோபால், Jegan=ஜெகன், Kandeepan=காண்டீபன், Logan=லோகன், "
            "Manivannan=மணிவண்ணன், Mathan=மதன், Mohan=மோகன், Murali=முரளி, Nimalan=நிமலன், "
            "Niranjan=நிரஞ்சன், Pirapaharan=பிரபாகரன், Prashanth=பிரசாந்த், Sanjeevan=சஞ்சீவன், "
            "Sasikaran=சசிகரன், Senthil=செந்தில், Shanmugam=சண்முகம், Sutharsan=சுதர்சன், Theepan=தீபன், "
            "Vasanthan=வசந்தன், Velmurugan=வேல்முருகன்"
        ),
        women=words(
            "Ahalya=அகல்யா, Anusha=அனுஷா, Chitra=சித்ரா, Darshini=தர்ஷினி, Gayathri=காயத்ரி, Geetha=கீதா, "
            "Indrani=இந்திராணி, Jeevitha=ஜீவிதா, Kala=கலா, Kalaivani=கலைவாணி, Komathi=கோமதி, "
            "Kumutha=குமுதா, Logeswari=லோகேஸ்வரி, Mathivathani=மதிவதனி, Mythili=மைதிலி, Ponni=பொன்னி, "
            "Rajini=ரஜினி, Revathi=ரேவதி, Rohini=ரோகிணி, Sharmila=ஷர்மிளா, Sivaranjani=சிவரஞ்சனி, "
            "Sumathi=சுமதி, Thamarai=தாமரை, Usha=உஷா, Valli=வள்ளி, Vathsala=வத்சலா"
        ),
        families=words(
            "Alagaratnam=அழகரத்தினம், Ambalavanar=அம்பலவாணர், Appadurai=அப்பாதுரை, "
            "Arulampalam=அருளம்பலம், Chinnathamby=சின்னத்தம்பி, Ehamparam=ஏகாம்பரம், Elangovan=இளங்கோவன், "
            "Gnanapragasam=ஞானப்பிரகாசம், Iyathurai=ஐயாத்துரை, Karunanithy=கருணாநிதி, "
            "Kathirgamanathan=கதிர்காமநாதன், Kulasingam=குலசிங்கம், Mahalingam=மகாலிங்கம், "
            "Manickam=மாணிக்கம், Marimuthu=மாரிமுத்து, Muthulingam=முத்துலிங்கம், Namasivayam=நமசிவாயம், "
            "Navaratnam=நவரத்தினம், Packiyanathan=பாக்கியநாதன், Periyathamby=பெரியதம்பி, "
            "Ponnuthurai=பொன்னுத்துரை, Rajaratnam=ராஜரத்தினம், Ratnasingam=ரத்தினசிங்கம், "
            "Sinnadurai=சின்னதுரை, Sithamparanathan=சிதம்பரநாதன், Sivapalan=சிவபாலன், "
            "Sivasubramaniam=சிவசுப்பிரமணியம், Sundaralingam=சுந்தரலிங்கம், Thambirajah=தம்பிராஜா, "
            "Thangarajah=தங்கராஜா, Thillainathan=தில்லைநாதன், Vaithilingam=வைத்திலிங்கம், "
            "Velautham=வேலாயுதம், Velupillai=வேலுப்பிள்ளை"
        ),
        makes=("{g}|{f}", "{f}|{g}"),
        script="tamil",
    ),
    Origin(
        name="bangladeshi",
        men=words(
            "Abdus Sattar, Anisur, Asaduzzaman, Aminul, Bachchu, Emdadul, Fakhrul, Humayun, Iqbal, "
            "Khairul, Lutfor, Mahfuzur, Masud, Mokbul, Moshiur, Nasiruddin, Nazmul, Polash, Rezaul, "
            "Sagor, Shafiqul, Shahjahan, Shariful, Sujon, Tariqul, Wahidur"
        ),
        women=words(
            "Afroza, Anjuman, Beauty, Dilruba, Eva, Fulmoti, Ismat, Josna, Kajol, Koli, Lucky, Mahmuda, "
            "Marufa, Moly, Munni, Nilufa, Parul, Popy, Rehena, Ripa, Runa, Shahanaz, Shathi, Sheuly, "
            "Sonia, Surma"
        ),
        families=words(
            "Ahsan, Akhand, Bepari, Biswas, Fakir, Gazi, Gain, Hawlader, Jamadar, Joarder, Khondoker, "
            "Laskar, Malek, Matubber, Mirdha, Molla, Mustafiz, Nandi, Pathan, Rana, Rari, Saha, Shaikh, "
            "Shikder, Sikdar, Siddique, Tarafder, Zaman, Akter, Sheikder, Bhuyan, Gharami, Khalashi, "
            "Madbor"
        ),
        makes=("{g}|{f}", "Md {g}|{f}", "{g}|{f}"),
    ),
    Origin(
        name="vietnamese",
        men=words(
            "Chiến, Đại, Điền, Đông, Giáp, Hậu, Hoàn, Học, Huấn, Huy, Khiêm, Khôi, Lập, Mạnh, Nhật, Phát, "
            "Phước, Quân, Quyết, Sáng, Tài, Tâm, Thông, Tín, Tùng, Tuyên"
        ),
        women=words(
            "Chi, Cúc, Diệp, Đào, Gấm, Hà, Hồng, Huệ, Huyền, Lành, Liễu, Lụa, Miên, Na, Nga, Nhi, Nụ, "
            "Quế, Sen, Sương, Thắm, Thương, Trà, Trâm, Trúc, Tươi"
        ),
        families=words(
            "Bạch, Bành, Cao, Chu, Chử, Cù, Đàm, Đào, Diệp, Hà, Hàn, Khổng, Khuất, Khương, Lại, Lưu, Lục, "
            "Mã, Nông, Ông, Phí, Phó, Quan, Tăng, Thạch, Thân, Tiêu, Tôn, Tống, Trà, Trịnh, Ứng, Uông, Vi"
        ),
        middles_men=words("Gia, Khắc, Mậu, Phi, Sỹ, Hồng"),
        middles_women=words("Mộng, Thiên, Ý"),
        makes=("{f} {m} {g}", "{f} {m} {g}", "{m} {g}|{f}"),
    ),
    Origin(
        name="georgian",
        men=words(
            "Akaki, Amiran, Avtandil, Beka, Bidzina, Demetre, Elguja, Gia, Gigi, Guram, Ivane, Kakha, "
            "Kote, Luka, Merab, Mindia, Nikoloz, Nugzar, Pridon, Revaz, Sandro, Soso, Tengiz, Tsotne, "
            "Vasil, Zaal"
        ),
        women=words(
            "Asmat, Dali, Eka, Elene, Gulnara, Ia, Ilona, Irine, Khatia, Lamara, Lia, Liza, Marika, "
            "Marta, Megi, Mzia, Nani, Natela, Nazibrola, Nona, Rusudan, Sopio, Tamta, Tsiala, Tsisana, "
            "Venera"
        ),
        families=words(
            "Abashidze, Alania, Arabuli, Basilashvili, Bochorishvili, Charkviani, Chkhikvadze, "
            "Diasamidze, Eristavi, Gagua, Gigauri, Gogia, Gvaramia, Japaridze, Jincharadze, Kalandadze, "
            "Ketsbaia, Kikvidze, Kobalia, Lobzhanidze, Mamardashvili, Melia, Mikeladze, Mumladze, "
            "Nikolaishvili, Otarashvili, Pkhakadze, Shalikashvili, Sichinava, Surguladze, Topuria, "
            "Tsulukiani, Vashakidze, Zakaraia"
        ),
    ),
    Origin(
        name="anglo",
        men=words(
            "Aidan, Angus, Bradley, Callum, Cormac, Curtis, Derek, Douglas, Elliot, Felix, Fraser, Glenn, "
            "Hugh, Jeremy, Lachlan, Maurice, Neville, Owen, Quentin, Roderick, Rowan, Seamus, Shane, "
            "Stuart, Toby, Vernon"
        ),
        women=words(
            "Abigail, Amelia, Audrey, Bernice, Bronwen, Clarissa, Daphne, Doreen, Elaine, Esme, Gail, "
            "Gwen, Hilary, Iris, Janet, Kirsty, Mabel, Maxine, Morag, Nora, Penelope, Rhiannon, Roxanne, "
            "Sian, Thelma, Verity"
        ),
        families=words(
            "Abernethy, Appleby, Bancroft, Blackwood, Brereton, Chadwick, Copeland, Dempsey, Duckworth, "
            "Fairbairn, Fitzgerald, Gilchrist, Grimshaw, Hardcastle, Hepworth, Huddleston, Kavanagh, "
            "Kirkbride, Lorimer, Marchbank, McKechnie, Moorcroft, O'Hagan, Openshaw, Palfreyman, "
            "Postlethwaite, Rawcliffe, Sedgwick, Stainthorpe, Sutcliffe, Threlfall, Unsworth, Whittaker, "
            "Woodhouse"
        ),
        makes=("{g}|{f}", "{g}|{f}", "{g} {i}.|{f}", "{g}|{f}"),
    ),
    Origin(
        name="french",
        men=words(
            "Adrien, Alexis, Anatole, Basile, Bertrand, Corentin, Damien, Émile, Ferdinand, Franck, "
            "Gaétan, Ghislain, Guilhem, Hugues, Joachim, Léo, Loïc, Marius, Matthieu, Octave, Pierrick, "
            "Romain, Samuel, Sylvain, Tristan, Vincent"
        ),
        women=words(
            "Adèle, Agnès, Anaïs, Apolline, Audrey, Blandine, Charlène, Coline, Éloïse, Estelle, "
            "Faustine, Gaëlle, Héloïse, Jeanne, Josiane, Léa, Lucile, Marguerite, Maud, Muriel, Nadine, "
            "Pénélope, Raphaëlle, Ségolène, Suzanne, Virginie"
        ),
        families=words(
            "Aubert, Barbier, Beaufils, Blanchet, Bouchard, Bourdon, Carlier, Chevallier, Cordier, "
            "Daguerre, Descamps, Ducrocq, Durieux, Fleury, Gallois, Girault, Gros, Guyot, Humbert, Joly, "
            "Lamy, Lecomte, Lemaître, Marchal, Meunier, Morvan, Pasquier, Perrot, Poirier, Regnault, "
            "Rocher, Roux, Thibaud, Vidal"
        ),
    ),
)

"""Names of the test split: written from general knowledge of what people of an origin are called, no list, no data set."""

from __future__ import annotations

from benchmarks.case_notes.people import Origin, words

ORIGINS = (
    Origin(
        name="arabic",
        men=words(
            "Suhaib/Souhaib=صهيب, Aws/Aous=أوس, Faouzi/Fawzi=فوزي, Lotfi/Lutfi=لطفي, "
            "Taysir/Tayseer=تيسير, Rafiq=رفيق, Dhafer=ظافر, Ubayda/Obaida=عبيدة, Yahya/Yehia=يحيى, "
            "Ridwan/Redouane=رضوان, Abdelhak=عبد الحق, Nabeeh=نبيه, Wajdi=وجدي, Talib=طالب, "
            "Maan=معن"
        ),
        women=words(
            "Suhad/Souhad=سهاد, Faten/Fatin=فاتن, Manar=منار, Wijdan/Wejdan=وجدان, Jumana=جمانة, "
            "Lujain=لجين, Nuha=نهى, Haneen/Hanine=حنين, Hajar=هاجر, Nadra=ندرة, Wisal=وصال, "
            "Anoud=عنود, Balqis=بلقيس, Shaimaa=شيماء, Hayfa=هيفاء, Najat=نجاة, Itidal=اعتدال, "
            "Muntaha=منتهى, Badia=بديعة"
        ),
        families=words(
            "Touma=توما, Samman=سمان, Jubouri=جبوري, Tikriti=تكريتي, Saadoun=سعدون, Bouzid=بوزيد, "
            "Trabelsi=طرابلسي, Gharbi=غربي, Kubaisi=كبيسي, Maaytah=معايطة, Tarawneh=طراونة, "
            "Shaar=شعار, Obeidat=عبيدات, Zughbi=زغبي, Mejri=ماجري, Ouazzani=وزاني, Zerrouki=زروقي"
        ),
        makes=(
            "{g}|{f}",
            "{g} {h}|{f}",
            "{g}|al-{f}",
            "{g}|Al {f}",
            "{g} bin {h}|{f}",
        ),
        script="arabic",
        particles={"al-": "ال", "Al ": "آل ", " bin ": " بن "},
    ),
    Origin(
        name="sudanese",
        men=words(
            "Abuobeida=أبوعبيدة, Badreldin=بدرالدين, Musab=مصعب, Mujahid=مجاهد, Hafiz=حافظ, "
            "Amir=عامر, Tajeldin=تاج‌الدين, Galal=جلال, Elsir=السر, Kamaleldin=كمال‌الدين, "
            "Ezzeddin=عز الدين, Khatir=خاطر, Abdelshafi=عبدالشافي, Mahgoub=محجوب"
        ),
        women=words(
            "Awadia=عوضية, Ikhlas/Ekhlas=إخلاص, Sittana=ستنا, Hawida/Huwaida=هويدا, Tamador=تماضر, "
            "Asia=آسيا, Limya=لمياء, Mahasin=محاسن, Rogaia=رقيه, Suaad=سعاده, Khadiga=خديجه"
        ),
        families=words(
            "Fadlallah=فضل‌الله, Abdelmajid=عبدالماجد, Gismalla=قسم‌الله, Hamdelnil=حمدالنيل, "
            "Bakhit=بخيت, Abdelrazig=عبدالرازق, Hammad=حماد, Abdelmoniem=عبدالمنعم, Doka=دوكة, "
            "Arja=أرجا, Elbashir=البشير, Eltom=التوم, Abdelwahab=عبدالوهاب, Elzubeir=الزبير"
        ),
        makes=(
            "{g} {f} {k}",
            "{g} {f}",
            "{g} {f} {k}",
        ),
        script="arabic",
    ),
    Origin(
        name="dari",
        men=words(
            "Wahidullah=وحیدالله, Qudratullah=قدرت‌الله, Nasir=نصیر, Khwaja=خواجه, "
            "Enayatullah=عنایت‌الله, Faridoon=فریدون, Tamim=تمیم, Jawed/Jawid=جاوید, "
            "Ahmadshah=احمدشاه"
        ),
        women=words(
            "Nafas=نفس گل, Mahjabin=مه‌جبین, Golchehra=گلچهره, Farkhunda=فرخنده, Mahbuba=محبوبه, "
            "Nazanin=نازنین, Sabera=صابره, Hakima=حکیمه, Feroza=فیروزه, Zulaikha=زلیخا, "
            "Qandigul=قندی‌گل, Bakhtawar=بختاور, Mahgul=ماه‌گل, Zeba=زیبا, Sayra=سایره, "
            "Gulbegum=گل‌بیگم"
        ),
        families=words(
            "Noorzad=نورزاد, Jaghori=جاغوری, Behsudi=بهسودی, Panjshiri=پنجشیری, Badakhshi=بدخشی, "
            "Ghaznawi=غزنوی, Kohistani=کوهستانی, Daqiq=دقیق, Nikzad=نیکزاد, Parwani=پروانی, "
            "Fayez=فایز, Arifi=عارفی"
        ),
        makes=(
            "{g}|{f}",
            "{g}|{f}",
            "{g}",
            "{g} {h}",
        ),
        script="arabic",
    ),
    Origin(
        name="pashto",
        men=words(
            "Zmarak=زمرک, Baryal=بریال, Hazrat=حضرت, Torak=تورک, Gulwali=ګلولي, Tawab=تواب, "
            "Zarin=زرین, Sartor=سرتور, Rokhan=روښان, Zahidullah=زاهدالله, Shahzada=شهزاده, "
            "Gulzar=ګلزار, Badshah=بادشاه, Samander=سمندر, Saifurrahman=سیف‌الرحمن"
        ),
        women=words(
            "Shpoon=شپون, Kashmala=کشماله, Rangina=رنګینه, Sparghai=سپرغۍ, Zarsanga=زرسانګه, "
            "Bakhtnama=بخت‌نامه, Speenghar=سپین‌غره, Merman=مېرمن, Gulpana=ګل‌پانه, Kharoba=خروبه, "
            "Pekai=پېکۍ, Nagina=نګینه, Zarka=زرکه, Ranra=رڼا, Gulsima=ګل‌سیما, Walwala=ولوله, "
            "Ghotai=غوټۍ, Shahbano=شاه‌بانو, Tordana=توردانه, Badama=بادامه, Speena=سپینه, "
            "Wagma=وګمه"
        ),
        families=words(
            "Wazirzai=وزیرزی, Nasery=ناصري, Ulfat=الفت, Dawlatzai=دولتزی, Tarin=ترین, "
            "Chamkani=چمکنی, Hotaki=هوتکی, Moradzai=مرادزی, Mamond=ماموند, Taraki=تره‌کی, "
            "Bahadurzai=بهادرزی, Baburi=بابری, Dotani=دوتانی, Lewal=لېوال, Ghorbandi=غوربندي"
        ),
        makes=(
            "{g} {f}",
            "{g} {f}",
            "{g}|{f}",
        ),
        script="arabic",
    ),
    Origin(
        name="kurdish",
        men=words(
            "Bestun=بێستوون, Awara=ئاوارە, Hardi=هەردی, Hoshyar=هۆشیار, Dana=دانا, Rawand=ڕەوەند, "
            "Serbest=سەربەست, Muhsin=موحسین, Chalak=چالاک, Zryan=زریان, Hogir=هۆگر, Birwa=بڕوا, "
            "Bryar=بڕیار, Hallo=هەڵۆ, Daban=دابان, Komar=کۆمار, Zirak=زیرەک, Ariz=ئاریز, "
            "Wirya=وریا, Sangawi=سەنگاو"
        ),
        women=words(
            "Gulala=گوڵاڵە, Srwa=سروە, Halaw=هەڵاو, Bafrin=بەفرین, Rozhgar=ڕۆژگار, Sakar=شەکار, "
            "Bezhan=بێژان, Shawnm=شەونم, Galawezh=گەلاوێژ, Runak=ڕووناک, Hanar=هەنار, "
            "Kalthum=کەلسووم, Bayan=بەیان, Sawza=سەوزە, Zhila=ژیلا, Nergiz=نێرگز, Hezha=هێژا, "
            "Asrin=ئەسرین, Lava=لاڤە, Bakhan=باخان"
        ),
        families=words(
            "Rozhbayani=ڕۆژبەیانی, Khailani=خەیلانی, Bilbas=بڵباس, Mawlud=مەولود, "
            "Sharbazheri=شارباژێڕی, Dalo=داڵۆ, Palani=پاڵانی, Rawandizi=ڕەواندزی, "
            "Halabjayi=هەڵەبجەیی, Chomani=چۆمانی, Shaqlawayi=شەقڵاوەیی, Saqizi=سەقزی, "
            "Banayi=بانەیی, Mariwani=مەریوانی, Sinayi=سنەیی, Guli=گولی, Artushi=ئەرتووشی, "
            "Mamash=مامەش, Mangur=مەنگوڕ, Feqe=فەقێ, Warti=وەرتێیی"
        ),
        makes=(
            "{g} {f}",
            "{g}|{f}",
            "{g} {f} {k}",
        ),
        script="arabic",
    ),
    Origin(
        name="persian",
        men=words(
            "Hamidreza=حمیدرضا, Shervin=شروین, Ashkan=اشکان, Milad=میلاد, Farzad=فرزاد, "
            "Rostam=رستم, Mazdak=مزدک, Sepehr=سپهر, Kasra=کسری, Parham=پرهام, Sina=سینا, "
            "Mohammadreza=محمدرضا, Pejman=پژمان, Yashar=یاشار, Khashayar=خشایار, Sadra=صدرا, "
            "Abtin=آبتین, Farbod=فربد, Mahyar=مهیار, Danial=دانیال, Hirbod=هیربد, Shahab=شهاب, "
            "Vafa=وفا, Afshin=افشین, Hooshmand=هوشمند"
        ),
        women=words(
            "Afsaneh=افسانه, Touran=توران, Mahin=مهین, Yeganeh=یگانه, Anousheh=انوشه, "
            "Delaram=دل‌آرام, Golbarg=گلبرگ, Manijeh=منیژه, Nooshin=نوشین, Pardis=پردیس, "
            "Tina=تینا, Bita=بیتا, Ghazaleh=غزاله, Monireh=منیره, Sheida=شیدا, Tannaz=طناز, "
            "Sholeh=شعله, Nahal=نهال"
        ),
        families=words(
            "Golestani=گلستانی, Moradian=مرادیان, Khorasani=خراسانی, Zandi=زندی, Esfahani=اصفهانی, "
            "Asgari=عسگری, Darabi=دارابی, Amini=امینی, Heidarian=حیدریان, Saffarian=صفاریان, "
            "Ardestani=اردستانی, Derakhshan=درخشان, Foroutan=فروتن, Gilani=گیلانی, Haghighi=حقیقی, "
            "Lavasani=لواسانی, Pakzad=پاکزاد, Rahnama=رهنما, Sarabi=سرابی, Tabrizi=تبریزی, "
            "Ashtiani=آشتیانی, Behrouzi=بهروزی, Eftekhari=افتخاری, Hatami=حاتمی"
        ),
        makes=(
            "{g}|{f}",
            "{g} {h}|{f}",
        ),
        script="arabic",
    ),
    Origin(
        name="tigrinya",
        men=words(
            "Samsom=ሳምሶም=سامسوم, Aman=ኣማን=أمان, Mikal=ሚካል=ميكال, Abiel=ኣቢኤል=أبيئيل, "
            "Tedros=ቴድሮስ=تيدروس, Aklilu=ኣኽሊሉ=أكليلو, Dejen=ደጀን=دجن, Angesom=ኣንገሶም=أنجسوم, "
            "Zemen=ዘመን=زمن, Hailemichael=ሃይለሚካኤል=هيلميكائيل"
        ),
        women=words(
            "Salina=ሳሊና=سالينا, Rigat=ርግኣት=رقات, Yirgalem=ይርጋለም=يرجالم, Hewan=ሄዋን=هيوان, "
            "Silas=ሲላስ=سيلاس, Birikti=ብሪኽቲ=بركتي, Lula=ሉላ=لولا, Nardos=ናርዶስ=ناردوس, Fana=ፋና=فانا, "
            "Segen=ሰገን=سيقن, Tsehaynesh=ጸሃይነሽ=تسهاينش, Letina=ለቲና=لتينا, Dehab=ደሃብ=دهب"
        ),
        families=words(
            "Woldeab=ወልደኣብ=ولدآب, Ogbe=ዕቝበ=أوقبي, Gebretsadik=ገብረጻድቕ=قبرتصادق, Teame=ጠዓመ=طعمي, "
            "Zeremariam=ዘረማርያም=زرمريام, Weldegebriel=ወልደገብርኤል=ولدقبرئيل, "
            "Tesfagiorgis=ተስፋጊዮርጊስ=تسفاجرجس, Kidanemariam=ኪዳነማርያም=كيدانمريام, "
            "Ghilamichael=ግላሚካኤል=قلاميكائيل, Habteab=ሃብተኣብ=هبتآب, Baraki=ባራኺ=باراكي, "
            "Gilay=ግላይ=قلاي, Tekie=ተኽአ=تكئي, Mosazghi=ሞሳዝጊ=موسازجي, Weldetinsae=ወልደትንሳኤ=ولدتنسائي, "
            "Gebrezgabher=ገብረዝጋብሄር=غبرزقابهر, Mesmer=መስመር=مسمر"
        ),
        makes=(
            "{g} {f}",
            "{g} {f}",
            "{g} {f} {k}",
        ),
        script="ethiopic",
    ),
    Origin(
        name="amharic",
        men=words(
            "Chernet=ቸርነት=تشرنت, Dagmawi=ዳግማዊ=داقماوي, Enku=እንቁ=إنقو, Getnet=ጌትነት=قيتنت, "
            "Hailemeskel=ኃይለመስቀል=هيلمسقل, Kumlachew=ኩምላቸው=كوملاتشو, Liben=ልበን=لبن, "
            "Mulat=ሙላት=مولات, Oumer=ኡመር=أومر, Tesfahun=ተስፋሁን=تسفاهون, Amsalu=አምሳሉ=أمسالو, "
            "Bantayehu=ባንታየሁ=بانتايهو, Chalachew=ቻላቸው=تشالاتشو, Ketema=ከተማ=كتما, "
            "Lingerew=ልንገረው=لنقرو, Misganaw=ምስጋናው=مسقاناو, Setegn=ሰጠኝ=ستن, Tarekegn=ታረቀኝ=تارقن, "
            "Wuletaw=ውለታው=ولتاو"
        ),
        women=words(
            "Alemnesh=አለምነሽ=ألمنش, Serkalem=ሰርካለም=سركالم, Askale=አስካለ=أسكالي, Wagaye=ዋጋዬ=واقاي, "
            "Alganesh=አልጋነሽ=ألقانش, Debritu=ደብሪቱ=دبريتو, Eyerusalem=ኢየሩሳሌም=إيروسالم, "
            "Fantaye=ፋንታዬ=فنتايي, Gelila=ገሊላ=قليلا, Kelemwa=ቀለሟ=قلموا, Lakech=ላቀች=لاقتش, "
            "Mantegbosh=ማንጠግቦሽ=مانتقبوش, Nigist=ንግሥት=نقست, Woinshet=ወይንሸት=وينشت, "
            "Yewubdar=የውብዳር=يوبدار, Abaynesh=አባይነሽ=أباينش, Felekech=ፈለቀች=فلقتش"
        ),
        families=words(
            "Fantahun=ፋንታሁን=فنتاهون, Degefu=ደገፉ=دقفو, Dagne=ዳኜ=دانيي, Lakew=ላቀው=لاقو, "
            "Wassie=ዋሴ=واسي, Abegaz=አበጋዝ=أبقاز, Beshah=በሻህ=بشاه, Chekol=ቸኮል=تشكول, "
            "Gedamu=ገዳሙ=قدامو, Habtewold=ሀብተወልድ=هبتولد, Kefyalew=ከፍያለው=كفيالو, Lemecha=ለሜቻ=لميتشا, "
            "Nadew=ናደው=نادو, Takele=ታከለ=تاكلي, Woldesemayat=ወልደሰማያት=ولدسمايات, Yimam=ይማም=يمام, "
            "Zerfu=ዘርፉ=زرفو, Bizuneh=ብዙነህ=بزونه, Cherinet=ቸሪነት=تشيرنت"
        ),
        makes=(
            "{g} {f}",
            "{g} {f}",
            "{g} {f} {k}",
        ),
        script="ethiopic",
    ),
    Origin(
        name="somali",
        men=words(
            "Abdiqani/Abdiqaani, Mahamud/Maxamuud, Keynaan, Mukhtaar, Cali, Xasan, Faysal, Idiris, "
            "Maslah==مصلح, Burhaan, Deeq==ديق, Zakariye==زكريي, Abdirisaq==عبدرزاق, "
            "Abdiwahab==عبدوهاب, Bootaan==بوتان"
        ),
        women=words(
            "Xalimo, Khadro==خضرو, Raaxo==راحو, Saynab==سينب, Istaahil, Qamar, Ismahan==إسمهان, "
            "Zeynab, Ruqiya==رقيي, Ugbad==أوغباد, Yurub==يورب, Nasteho==نصتهو, Kiin, "
            "Haweeya==هويا, Cadar==عدر, Suubban==صوبان, Barni==برني, Roda==رودا, Xabiibo, "
            "Batuulo==بتولو, Waris==ورس, Ebla==إبلا"
        ),
        families=words(
            "Abdille, Shirwac==شرواع, Mohamud, Rooble, Aare==عاري, Warfaa, Diiriye==ديريه, "
            "Ereg==عرق, Cabdow==عبدو"
        ),
        makes=(
            "{g} {f} {k}",
            "{g} {f}",
            "{g} {f} {k}",
        ),
    ),
    Origin(
        name="oromo",
        men=words(
            "Gemechis, Tolasa, Lammi, Jirenya, Galata, Ayansa, Caala, Hordofa, Tadele, Dinka, "
            "Kuma, Firaol, Miressa, Daba"
        ),
        women=words(
            "Dursitu, Warqe, Urge, Faantuu, Sena, Damme, Siifan, Obse, Dinqe, Nuuriya, Sora, Ilfe, "
            "Tigse"
        ),
        families=words(
            "Wako/Waqo, Megersa, Negewo, Nagari, Garoma, Dhugasa, Kitila, Tulu, Irena, Qabbale, "
            "Birru, Feyera, Gutema, Kenea, Daadhi, Duguma, Bekuma, Erana, Itana, Wayessa, Yadeta"
        ),
        makes=(
            "{g} {f}",
            "{g} {f}",
            "{g} {f} {k}",
        ),
    ),
    Origin(
        name="rohingya",
        men=words(
            "Rofik==رفيك, Shofiullah, Solimullah, Yunus, Abdu Shukkur==عبد الشكور, Mostak==مشتاق, "
            "Mufiz==مفيض, Zahidul==زاهدول, Enus==إينوس, Motiur==مطيع, Kalu==كالو, Siddik==صديك, "
            "Enamul==إنامول"
        ),
        women=words(
            "Rozina==روزينا, Rajuma==رجومة, Morjina==مرجينا, Nur Kaida, Nurbahar==نوربهار, "
            "Mabia==مابيا, Samjida==سمجيدة, Ramida==راميدة, Solema==سليما, Nurjahan==نورجهان, "
            "Arafa==عرفة, Zohora==زهورا, Somira==سوميرة, Hazera==هاجيرة, Mobina==مبينة, "
            "Torikka==طريقة, Ofura==أفورة"
        ),
        families=words(
            "Meah, Kobir==كبير, Munaf==مناف, Ozair==عزير, Bodi==بودي, Shukkur, Sobir==صبير, "
            "Ashad==أشاد, Sofi==صوفي, Ziabul==ضيابول, Motalab==مطلب, Khaleque==خالك, Ibrahimullah, "
            "Azizur==عزيزور"
        ),
        makes=(
            "{g} {h}",
            "{g} {f}",
            "{g} {f}",
            "{g}",
        ),
    ),
    Origin(
        name="burmese",
        men=words(
            "Dipa=ဒီပ=ديبا, Tauk=တောက်=تاوك, Thuta=သုတ=ثوتا, Byat=ဗျတ်=بيات, Arnt=အာဏ်=أرنت, "
            "Shine=ရှိုင်း=شاين, Ngwezin=ငွေဇင်=نغويزن, Kyein=ကြိမ်=كيين, Hmue=မှူး=هموي, "
            "Ohnkyaw=အုန်းကျော်=أونكياو, Wanna=ဝဏ္ဏာ=وانا, Eaindra=ဣန္ဒြာ=إيندرا, "
            "Padoh=ပဒို=بادوه, Dway=ဒွေး=دواي, Sanay=စနေ=ساناي, Gyi=ကြီး=جي, Ngatay=ငတေ=نغاتاي, "
            "Zagawar=စကားဝါ=زاغاوار"
        ),
        women=words(
            "Yadana=ရတနာ=يادانا, Marlar=မာလာ=مارلار, Cherry=ချယ်ရီ, Phoo=ဖူး=فو, "
            "Kyawt=ကြော့=كياوت, Tharaphi=သရဖီ=ثارافي, Wityi=ဝတ်ရီ=ويتيي, Moh=မို့=موه, "
            "Khet=ခက်=خيت"
        ),
        families=words(
            "Yi=ရီ=يي, Gyaw=ဂျော်=جياو, Bhone=ဘုန်း=بهون, Kun=ကွန်း=كون, Ngon=ငုံ=نغون, "
            "Hlwar=လွှာ=هلوار, Sint=ဆင့်=سنت, Kha=ခ=كها, Ngu=ငု=نغو, Shan=ရှမ်း=شان"
        ),
        makes=(
            "{g} {h}",
            "{g} {f}",
            "{g} {h} {f}",
        ),
        script="myanmar",
    ),
    Origin(
        name="tamil",
        men=words(
            "Thavarasa=தவராசா, Yogeswaran=யோகேஸ்வரன், Selvakumar=செல்வகுமார், "
            "Ravichandran=ரவிச்சந்திரன், Jeyakanthan=ஜெயகாந்தன், Mayuran=மயூரன், "
            "Vimalathasan=விமலதாசன், Puvanenthiran=புவனேந்திரன், Gowrishankar=கௌரிசங்கர், "
            "Anushan=அனுசன், Pakeerathan=பகீரதன், Ariyaratnam=அரியரத்தினம், Logeswaran=லோகேஸ்வரன், "
            "Thileepan=திலீபன், Varathan=வரதன்"
        ),
        women=words(
            "Vasanthi=வசந்தி, Sarojini=சரோஜினி, Yogarani=யோகராணி, Nirojini=நிரோஜினி, "
            "Sivarani=சிவராணி, Pushpaleela=புஷ்பலீலா, Rajeswary=ராஜேஸ்வரி, Vithya=வித்யா, "
            "Kamaladevi=கமலாதேவி, Thamilini=தமிழினி, Nanthini=நந்தினி, Thulasi=துளசி"
        ),
        families=words(
            "Rasalingam=ராசலிங்கம், Somasundaram=சோமசுந்தரம், Kathiravelu=கதிரவேலு, "
            "Perinpanayagam=பேரின்பநாயகம், Kulasegaram=குலசேகரம், Thiruchelvam=திருச்செல்வம், "
            "Thuraisingam=துரைசிங்கம், Vadivelu=வடிவேலு, Kanthasamy=காந்தசாமி, "
            "Selvanayagam=செல்வநாயகம், Gunaratnam=குணரத்தினம், Thanabalasingam=தனபாலசிங்கம், "
            "Sangarapillai=சங்கரப்பிள்ளை, Visvalingam=விசுவலிங்கம், Amirthalingam=அமிர்தலிங்கம்"
        ),
        makes=(
            "{g} {f}",
            "{g}|{f}",
            "{f} {g}",
            "{i}. {g}",
        ),
        script="tamil",
    ),
    Origin(
        name="ukrainian",
        men=words(
            "Myroslav=Мирослав=ميروسلاف, Zynovii=Зиновій=زينوفي, Panas=Панас=باناس, "
            "Markiian=Маркіян=ماركيان, Omelian=Омелян=أوميليان, Klym=Клим, Prokip=Прокіп=بروكيب, "
            "Yukhymko=Юхимко=يوخيمكو, Ihnat=Ігнат=إيهنات, Korniі=Корній=كورني, "
            "Lavrin=Лаврін=لافرين, Radyslav=Радислав=راديسلاف, Nazarii=Назарій=نازاري, "
            "Lukian=Лук'ян=لوكيان"
        ),
        women=words(
            "Marichka=Марічка=ماريتشكا, Yevheniia=Євгенія=يفهينيا, Marfa=Марфа=مارفا, "
            "Teklia=Текля=تيكليا, Odarka=Одарка=أوداركا, Orysia=Орися=أوريسيا, "
            "Tymofiia=Тимофія=تيموفيا, Vitaliia=Віталія=فيتاليا, Anhelina=Ангеліна=أنهيلينا, "
            "Eleonora=Елеонора=إليونورا, Domnika=Домніка=دومنيكا, "
            "Kvitoslava=Квітослава=كفيتوسلافا, Vlasta=Власта=فلاستا, Yevdokiia=Євдокія=يفدوكيا, "
            "Paraska=Параска=باراسكا, Nonna=Нонна=نونا"
        ),
        families=words(
            "Kravets=Кравець=كرافيتس, Lytvynenko=Литвиненко=ليتفينينكو, "
            "Pavlenko=Павленко=بافلينكو, Dziuba=Дзюба=دزيوبا, Romaniuk=Романюк=رومانيوك, "
            "Zadorozhna=Задорожна=زادوروجنا, Tkach=Ткач=تكاتش, Mazur=Мазур=مازور"
        ),
        middles_men=words(
            "Yaroslavovych=Ярославович, Anatoliiovych=Анатолійович, Zynoviiovych=Зиновійович, "
            "Orestovych=Орестович, Hnatovych=Гнатович, Omelianovych=Омелянович, "
            "Nestorovych=Несторович, Arsenovych=Арсенович, Mykytovych=Микитович, "
            "Davydovych=Давидович, Vsevolodovych=Всеволодович, Danylovych=Данилович"
        ),
        middles_women=words(
            "Yaroslavivna=Ярославівна, Anatoliivna=Анатоліївна, Zynoviivna=Зиновіївна, "
            "Orestivna=Орестівна, Hnativna=Гнатівна, Omelianivna=Омелянівна, "
            "Nestorivna=Несторівна, Arsenivna=Арсенівна, Mykytivna=Микитівна, Davydivna=Давидівна, "
            "Vsevolodivna=Всеволодівна, Danylivna=Данилівна"
        ),
        makes=(
            "{g}|{f}",
            "{g} {m}|{f}",
        ),
        script="cyrillic",
    ),
    Origin(
        name="russian",
        men=words(
            "Zakhary=Захарий=زاخاري, Gavriil=Гавриил=غافريل, Emelyan=Емельян=إميليان, "
            "Ippolit=Ипполит=إيبوليت, Lavrenty=Лаврентий=لافرينتي, Modest=Модест=موديست, "
            "Nikifor=Никифор=نيكيفور, Pankrat=Панкрат=بانكرات, Terenty=Терентий=تيرينتي, "
            "Ustin=Устин=أوستين, Yermolai=Ермолай=يرمولاي, Foma=Фома=فوما, Klim=Клим=كليمو, "
            "Demid=Демид=دميد, Avdei=Авдей=أفديي, Vikenty=Викентий=فيكنتي, Elisei=Елисей=إليسي"
        ),
        women=words(
            "Faina=Фаина=فاينا, Agata=Агата=أغاتا, Evdokia=Евдокия=يفدوكيا, "
            "Glafira=Глафира=غلافيرا, Aglaya=Аглая=أغلايا, Serafima=Серафима=سيرافيما, "
            "Agrafena=Аграфена=أغرافينا, Marianna=Марианна=ماريانا, Evelina=Эвелина=إيفيلينا, "
            "Praskovya=Прасковья=براسكوفيا, Emma=Эмма=إيما, Akulina=Акулина=أكولينا, "
            "Pelageya=Пелагея=بيلاغيا, Izolda=Изольда=إيزولدا, Fekla=Фёкла=فيوكلا, "
            "Bronislava=Бронислава=برونيسلافا, Yaroslava=Ярослава=ياروسلافا"
        ),
        families=words(
            "Belov=Белов=بيلوف, Krylov=Крылов=كريلوف, Loginov=Логинов=لوغينوف, "
            "Vlasov=Власов=فلاسوف, Bykov=Быков=بيكوف, Shirokov=Широков=شيروكوف, "
            "Chernyshev=Чернышев=تشيرنيشيف, Dorofeev=Дорофеев=دوروفييف, Safonov=Сафонов=سافونوف, "
            "Yermakov=Ермаков=يرماكوف, Rodionov=Родионов=روديونوف, Samoilov=Самойлов=سامويلوف, "
            "Ovchinnikov=Овчинников=أوفتشينيكوف, Tretyak=Третьяк=تريتياك, "
            "Starikov=Стариков=ستاريكوف, Bobrov=Бобров=بوبروف"
        ),
        middles_men=words(
            "Gennadievich=Геннадьевич, Arkadievich=Аркадьевич, Grigorievich=Григорьевич, "
            "Vyacheslavovich=Вячеславович, Leonidovich=Леонидович, Germanovich=Германович, "
            "Stanislavovich=Станиславович, Semyonovich=Семёнович, Kirillovich=Кириллович"
        ),
        middles_women=words(
            "Gennadievna=Геннадьевна, Arkadievna=Аркадьевна, Grigorievna=Григорьевна, "
            "Vyacheslavovna=Вячеславовна, Leonidovna=Леонидовна, Germanovna=Германовна, "
            "Stanislavovna=Станиславовна, Semyonovna=Семёновна, Fyodorovna=Фёдоровна, "
            "Kirillovna=Кирилловна"
        ),
        makes=(
            "{g}|{f}",
            "{g} {m}|{f}",
        ),
        script="cyrillic",
    ),
    Origin(
        name="chechen",
        men=words(
            "Lecha=Леча=ليتشا, Visit=Висит=فيسيت, Shamkhan=Шамхан=شامخان, Ibragim=Ибрагим=إبراغيم, "
            "Rustam=Рустам=روستم, Baudi=Бауди=باودي, Vaid=Ваид=فايد, Shaman=Шаман=شامان, "
            "Yunadi=Юнади=يونادي, Dzhokhar=Джохар=جوهار, Elbrus=Эльбрус=إلبروس, "
            "Musost=Мусост=موسوست, Nokhcho=Нохчо=نوختشو, Aslambek=Асламбек=أسلامبيك, "
            "Balaudi=Балауди=بلاودي, Zaindi=Зайнди=زايندي, Ruslanbek=Русланбек=روسلانبيك, "
            "Alvi=Альви=ألفي"
        ),
        women=words(
            "Elza=Эльза=إلزا, Markha=Марха=مارخا, Zura=Зура=زورا, Madina=Мадина=مدينا, "
            "Bela=Бэла=بيلا, Larisat=Ларисат=لاريسات, Khadizhat=Хадижат=خديجات, Deshi=Деши=ديشي, "
            "Kesira=Кесира=كيسيرا, Raisat=Раисат=رئيسات, Zarina=Зарина=زارينا, "
            "Aimani=Аймани=أيماني, Zhansari=Жансари=جنساري, Sovdat=Совдат=سوفدات, "
            "Yisita=Йисита=ييسيتا, Banata=Баната=باناتا, Khazan=Хазан=خزان, Tumisha=Тумиша=توميشا"
        ),
        families=words(
            "Dudaev=Дудаев=دوداييف, Sadulaev=Садулаев=سعدولاييف, Khadzhiev=Хаджиев=خادجييف, "
            "Yunusov=Юнусов=يونسوف, Batukaev=Батукаев=باتوكاييف, Ismailov=Исмаилов=إسماعيلوف, "
            "Taramov=Тарамов=تاراموف, Muzaev=Музаев=موزاييف, Dzhabrailov=Джабраилов=جبرائيلوف, "
            "Khasanov=Хасанов=خاسانوف, Ozdoev=Оздоев=أوزدوييف, Saidullaev=Сайдуллаев=سعيدولاييف, "
            "Vitaev=Витаев=فيتاييف, Shamilev=Шамилев=شاميليف, Gakaev=Гакаев=غاكاييف, "
            "Mutsuraev=Муцураев=موتسوراييف"
        ),
        middles_men=words(
            "Khamzatovich=Хамзатович, Vakhaevich=Вахаевич, Adlanovich=Адланович, "
            "Movsarovich=Мовсарович, Isaevich=Исаевич, Shamkhanovich=Шамханович, "
            "Aptievich=Аптиевич, Anzorovich=Анзорович, Saikhanovich=Сайханович"
        ),
        middles_women=words(
            "Khamzatovna=Хамзатовна, Vakhaevna=Вахаевна, Adlanovna=Адлановна, "
            "Movsarovna=Мовсаровна, Isaevna=Исаевна, Shamkhanovna=Шамхановна, Aptievna=Аптиевна, "
            "Anzorovna=Анзоровна"
        ),
        makes=(
            "{g}|{f}",
            "{g}|{f}",
            "{g} {m}|{f}",
        ),
        script="cyrillic",
    ),
    Origin(
        name="turkish",
        men=words(
            "Cemal, Ufuk, Oktay, Rıfat, Vedat, Sedat, İlhan, Metehan, Nurettin, Bekir, Durmuş, "
            "Ekrem, Gürkan, Remzi, Suat, Veysel"
        ),
        women=words(
            "Nurhan, Yıldız, Nermin, Şengül, Cemile, Gülten, Döndü, Nazlı, Hacer, Asuman, Bedriye, "
            "Ceyda, Esma, Hatun, Lale, Mukaddes, Pembe, Rukiye, Saliha, Şerife, Ümmü"
        ),
        families=words(
            "Erdoğdu, Durmaz, Sarıkaya, Akbulut, Karadağ, Soylu, Çakır, Akın, Dinçer, Ergün, "
            "Gültekin, Karabulut, Köse, Oruç, Pehlivan, Yüksel, Zengin, Altıntaş, Eker"
        ),
        makes=(
            "{g}|{f}",
            "{g} {h}|{f}",
        ),
    ),
    Origin(
        name="albanian",
        men=words(
            "Gjergj, Shpend, Pashk, Rexhep, Valdrin, Xhevat, Alban, Genti, Astrit, Fisnik, Ramiz, "
            "Sadik, Mërgim, Vllaznim, Nuredin"
        ),
        women=words(
            "Dafina, Nexhmije, Suzana, Manjola, Hënë, Nurije, Qamile, Remzije, Tringa, Vesa, "
            "Xhemile, Zade, Dije, Gjyste, Igballe, Kumrije, Lirije, Mereme"
        ),
        families=words(
            "Rugova, Haliti, Pjetri, Preçi, Tahiri, Rexha, Bardhi, Hasani, Vokshi, Selimi, Mulaj, "
            "Bajraktari, Nikolla"
        ),
        makes=("{g}|{f}",),
    ),
    Origin(
        name="spanish_latin_american",
        men=words(
            "Edgardo, Osvaldo, Marvin, Selvin, Yoandry, Adalberto, Franklin, Lisandro, Jhonatan, "
            "Ismael, Wilfredo, Arnulfo, Humberto, Eliseo, Rolando, Evelio, Maikel, Deivis, Aníbal, "
            "Fausto, Mauricio"
        ),
        women=words(
            "Yadira, Yaneth, Keyla, Zulma, Lourdes, Emperatriz, Yusleidy, Reina, Claribel, Arelis, "
            "Deysi, Milagros, Bertha"
        ),
        families=words(
            "Tzul, Caal, Guevara, Bolaños, Zapata, Montilla, Carvajal, Lemus, Ochoa, Valdés, "
            "Marroquín, Tejada, Yupanqui, Choc, Saquic, Umaña"
        ),
        makes=(
            "{g}|{f} {k}",
            "{g} {h}|{f} {k}",
            "{g}|{f}",
        ),
    ),
    Origin(
        name="haitian",
        men=words(
            "Wilnor, Jude, Roodson, Rosny, Guerby, Renald, Mirlin, Jeanty, Onel, Frantzy, Odinel, "
            "Lukner, Ronel, Woodley, Jasmin, Idson"
        ),
        women=words(
            "Darline, Lovely, Widlène, Esterline, Claudette, Bettina, Roselène, Clermène, "
            "Altagrâce, Edeline, Francesca, Germaine, Jésula, Kettly, Louna, Marise, Nélia, "
            "Présendieu, Rolande, Suze, Ursule, Venette, Zilia, Mirlène"
        ),
        families=words(
            "Dorcéus, Dieujuste, Beauvais, Lafortune, Charlestin, Narcisse, Chérubin, Volcy, "
            "Dessalines, Cénatus"
        ),
        makes=(
            "{g}|{f}",
            "{g} {h}|{f}",
        ),
    ),
    Origin(
        name="french_west_african",
        men=words(
            "Aboubacar, Nouhoum==نوهوم, Sambou==سامبو, Kémoko==كيموكو, Lanciné==لانسيني, "
            "Mamady==مامادي, Ngolo==نغولو, Ouspélé==وسبيلي, Saïdou==سيدو, Wourou==وورو, Zié==زييه, "
            "Founéké==فونيكي, Issiaka==إسياكا, Kassoum==قاسوم, Noumoutié==نوموتي, Tahirou==طاهيرو, "
            "Vamara==فامارا, Moctar==موكتار, Seydina==سيدنا"
        ),
        women=words(
            "Djamila==جميلا, Fatim==فاتيم, Nantenin==نانتنين, Adjaratou==أجاراتو, Batoma==باتوما, "
            "Dioncounda==ديونكوندا, Diénéba==دينيبا, Hassanatou==حسناتو, Lala==لالا, "
            "Makoura==ماكورا, Mah==ماه, Mayeni==مايني, Matogoma==ماتوغوما, Niélé==نيلي, "
            "Nassira==نصيرا, Rouguiatou==روقياتو, Sétou==سيتو, Wassa==واسا, Zénab==زيناب, "
            "Aïcha==عائيشة, Habibatou==حبيباتو"
        ),
        families=words(
            "Mbaye==مباي, Sarr==سار, Yattara==ياتارا, Soro==سورو, Cissokho==سيسوخو, Berthé==بيرتي, "
            "Diawara==دياوارا, Doukouré, Gandéga==غانديغا, Samaké==ساماكي, Simpara==سيمبارا, "
            "Togola==توغولا, Diarrassouba==دياراسوبا, Soumahoro==سوماهورو, Tapsoba==تابسوبا, "
            "Compaoré==كومباوري, Sawadogo==ساوادوغو, Nikiéma==نيكيما, Ilboudo==إلبودو, "
            "Zoungrana==زونغرانا, Diomandé==ديوماندي, Béavogui==بيافوغي, Lamah==لاماه, "
            "Guilavogui==غيلافوغي"
        ),
        makes=("{g}|{f}",),
    ),
    Origin(
        name="congolese",
        men=words(
            "Chadrac, Junior, Héri, Espoir, Elvis, Séverin, Cédrick, Décimo, Emery, Hervéline, "
            "Kennedy, Mechack, Néhémie, Rigobert, Simplice, Théophile, Ulrich, Willy, Arsène, "
            "Barthélemy, Constantin, Déogratias"
        ),
        women=words(
            "Plamedi, Rachel, Georgette, Dorcas, Joëlle, Angélique, Huguette, Irène, Jolie, Kanku, "
            "Léontine, Mélanie, Rosette, Wivine, Zena, Aline, Cathy, Dada, Nsona, Tshala"
        ),
        families=words(
            "Tshibanda, Lukaku, Nkulu, Kabasele, Mpoyi, Bokele, Ekanga, Nlandu, Kavira, Mateso, "
            "Lusamba, Ntumba, Mbombo, Tshiala, Mujinga, Kanyinda, Lubamba, Mfumu, Ntambwe"
        ),
        makes=(
            "{g}|{f}",
            "{f} {k} {g}",
            "{g} {f} {k}",
        ),
    ),
    Origin(
        name="yoruba",
        men=words(
            "Olufemi, Akintunde, Lanre, Wasiu, Oluwadamilare, Tokunbo, Jimoh, Opeyemi, Abiodun, "
            "Babatope, Leke, Oladele, Sunkanmi, Wale"
        ),
        women=words(
            "Omowunmi, Sade, Adenike, Mojisola, Oluwaseyi, Ajoke, Abiola, Damilade, Ebunoluwa, "
            "Foluke, Kikelomo, Monisola, Oyinkan, Peju, Remilekun, Sola, Yemisi, Abeni"
        ),
        families=words(
            "Bakare, Alabi, Odukoya, Akande, Owolabi, Ajayi, Oyewole, Oguntoye, Ojo, Oyinlola, "
            "Shonibare"
        ),
        makes=(
            "{g}|{f}",
            "{g} {h}|{f}",
        ),
    ),
    Origin(
        name="igbo",
        men=words(
            "Uche, Tochukwu, Chijioke, Obiora, Nzube, Dubem, Echezona, Fidelis, Obumneme, "
            "Rapuluchukwu, Sopuru, Uzochukwu, Zimuzo, Afamefuna, Chukwuka, Madubuike"
        ),
        women=words(
            "Onyinye, Njideka, Nwakaego, Kambili, Ogochukwu, Anulika, Chinyere, Ezinwa, Ginika, "
            "Ifunanya, Kosarachi, Lebechi, Nkiru, Olanma, Sochima, Zikora, Chetachi, Nkemdilim, "
            "Obioma, Udoka"
        ),
        families=words("Ugwu, Iheanacho, Nwokedi, Okoli, Ezeugo, Aneke, Ilozue, Udeze, Okwuosa"),
        makes=(
            "{g}|{f}",
            "{g} {h}|{f}",
        ),
    ),
    Origin(
        name="hausa",
        men=words(
            "Tanko==تانكو, Ilyasu==إلياسو, Bukar==بوكر, Auwal==أوول, Bala==بالا, Sadiq, "
            "Kachalla==كتشلا, Zanna==زنا, Modu==مودو"
        ),
        women=words(
            "Rabi==رابي, Falmata==فلماتا, Yagana==ياغانا, Kaltume==كلتومي, Aisha Bala, "
            "Safiya==صفيا, Fanne==فاني, Sa'adatu==سعداتو, Binto==بنتو, Habsatu, Maimuna"
        ),
        families=words(
            "Dikko, Gwandu==غواندو, Katsina==كاتسينا, Wada==وادا, Dantata==دنتاتا, Kolo==كولو, "
            "Goni==غوني, Mustapha, Gana==غانا, Kyari==كياري, Ngari==نغاري, Bulama==بلاما, "
            "Lawan==لاوان, Maina==مينا بوكر, Shettima==شتيما, Zarma==زرما"
        ),
        makes=(
            "{g} {f}",
            "{g} {f}",
            "{g} {f} {k}",
        ),
    ),
    Origin(
        name="bangladeshi",
        men=words(
            "Rakibul, Jahidul, Mahbub, Enamul, Mostafizur, Foysal, Badrul, Chanchal, Dulal, "
            "Ershad, Firoz, Giasuddin, Helal, Jewel, Lutfar, Noman, Opu, Quamrul, Sanwar, Touhid, "
            "Uzzal, Wahidul, Zillur, Bazlur"
        ),
        women=words(
            "Momtaz, Laboni, Rumana, Bilkis, Rehnuma, Fahmida, Bulbuli, Dolly, Eity, Fancy, "
            "Gulshan, Hasnahena, Irin, Jhorna, Kakoli, Lovely Akhter, Mitali, Nurunnahar, Rebeka, "
            "Shiuli, Urmi, Asia Khanom, Suraiya, Papia"
        ),
        families=words(
            "Sarker, Akond, Mondol, Kazi, Kha, Bakshi, Hazari, Halder, Paik, Khondokar, Dhali, "
            "Kabiraj, Sheikhji, Faraji, Bapari, Matabbar"
        ),
        makes=(
            "{g} {f}",
            "{g}|{f}",
            "{g}|{f}",
        ),
    ),
    Origin(
        name="vietnamese",
        men=words("Chính, Chương, Ngữ, Phú, Uy, Cảnh, Nghị, Triết, Bửu"),
        women=words(
            "Khuê, Bưởi, Mơ, Giao, Khuyên, Thoại, Xoan, Ngoan, Mừng, Ngát, Tịnh, Vui, Nhiên, Cát, "
            "Nhiễu, Thoan, Lượt, Dịu, Thìn, Sửu, Mùi, Dậu, Khiết, Thiều, Chuyên, Sâm"
        ),
        families=words("Kha, Bế, Nhâm, Sầm, Âu, Ấu, Lò, Cung, Vưu, Thiều, Giản, Khưu, Ngụy, Chung"),
        makes=(
            "{f} {h} {g}",
            "{f} {g}",
            "{f} Văn {g}",
            "{f} Thị {g}",
        ),
    ),
    Origin(
        name="chinese",
        men=words(
            "Guoliang, Jianping, Xiaofeng, Weidong, Yongjun, Dehai, Chengwu, Bolin, Zixuan, "
            "Feihong, Rongguang, Qingsong, Wenbin, Ruisheng, Jinhai, Shulin"
        ),
        women=words(
            "Xiulan, Guiying, Huifang, Yuehua, Qiaoling, Wanting, Zhenzhen, Aihua, Fengying, "
            "Linglan, Chunmei, Sufen, Yulian, Hongxia, Peishan"
        ),
        families=words(
            "Ouyang, Situ, Shao, Fu, Gu, Duan, Qian, Shi, Kong, Kang, Mao, Wan, Gong, Shangguan, "
            "Zhuge, Murong, Linghu, Cen, Pang, Miao"
        ),
        makes=(
            "{f} {g}",
            "{g}|{f}",
            "{g}|{f}",
        ),
    ),
    Origin(
        name="georgian",
        men=words(
            "Gela, Kakhaber, Nodar, Zaza, Tamaz, Aleko, Dato, Givi, Ioseb, Jemal, Lado, Murman, "
            "Platoni, Roin, Tariel, Ushangi, Valeri, Bondo, Gurami, Vladimeri, Karlo, Emzar, "
            "Tengizi"
        ),
        women=words(
            "Tsitsino, Darejan, Nunu, Pikria, Bela, Ciala, Dodo, Elza, Guliko, Izolda, Jujuna, "
            "Keto, Makvala, Naira, Nargiza, Pati, Shorena, Zhuzhuna, Iza, Ekaterine, Meri, "
            "Mzevinar"
        ),
        families=words(
            "Chikovani, Khutsishvili, Mchedlidze, Sharashidze, Kiknadze, Robakidze, Zarandia, "
            "Dzidziguri, Gvasalia, Jorbenadze, Kutateladze, Mgeladze, Pirtskhalava, Zhvania"
        ),
        makes=("{g}|{f}",),
    ),
    Origin(
        name="anglo",
        men=words(
            "Dwayne, Roland, Spencer, Clifford, Desmond, Julian, Gordon, Rodney, Geoffrey, Ernest, "
            "Alfred, Norman, Leslie, Cecil, Horace, Garrett, Clayton, Travis, Randall, Earl, Dean"
        ),
        women=words(
            "Sheila, Phyllis, Miriam, Felicity, Shannon, Paula, Lynne, Cynthia, Edith, Glenda, "
            "Irene, Janice, Kathleen, Lorna, Noreen, Olive, Roberta, Sylvia, Winifred, Yvette, "
            "Marcia, Rhonda, Melinda"
        ),
        families=words(
            "Ainsworth, Carmichael, Eastwood, Hollingsworth, Inglis, Kilbride, Lockhart, "
            "Merriweather, Norcross, Oldfield, Ravenscroft, Thackeray, Underhill, Dalrymple, "
            "Farnsworth, Higginbotham, McKenna, O'Rourke, Truscott"
        ),
        makes=(
            "{g}|{f}",
            "{g} {i}.|{f}",
        ),
    ),
    Origin(
        name="french",
        men=words(
            "Yannick, Florian, Raphaël, Vianney, Aurélien, Alban, Brice, Cyrille, Edmond, Firmin, "
            "Lilian, Roch, Ulysse, Yoann, Erwan, Goulven, Léandre"
        ),
        women=words(
            "Maëlle, Bérengère, Séverine, Océane, Coralie, Aude, Karine, Magali, Sabrina, Cécile, "
            "Maryse, Annick, Gwenaëlle"
        ),
        families=words(
            "Guichard, Rousselet, Colin, Fournier, Hébert, Jacquemin, Prévost, Thévenot, Weiss, "
            "Bourdin, Collet, Duhamel, Fabre, Maréchal, Boucher, Rivière, Lesage, Grandjean, "
            "Bonnard, Peltier, Castaing"
        ),
        makes=(
            "{g}|{f}",
            "{g}-{h}|{f}",
        ),
    ),
)

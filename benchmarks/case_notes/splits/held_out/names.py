"""Names of the held-out split: common names from general knowledge, no list, no data set.

Not to be read by whoever works on the scanner.
"""

from __future__ import annotations

from benchmarks.case_notes.people import Origin, words

_ARABIC_MEN = words(
    "Ahmad/Ahmed=أحمد, Hassan=حسن, Ibrahim=إبراهيم, Walid/Waleed=وليد, Ziad/Ziyad=زياد, Anas=أنس, Firas=فراس, Rami=رامي,"
    "Imad/Emad=عماد, Mustafa/Moustafa=مصطفى, Abdullah/Abdallah=عبد الله, Salim/Saleem=سليم, Ayman=أيمن, Qusay/Qusai=قصي"
)
_DARI_MEN = words(
    "Ali=علی, Hamid/Hameed=حمید, Jawad/Javad=جواد, Murtaza/Morteza=مرتضی, Akbar=اکبر, Fawad=فواد,"
    "Bahram=بهرام, Dariush/Daryoush=داریوش, Esmatullah=عصمت‌الله, Shafiq=شفیق, Massoud/Masood=مسعود, Jalil/Jaleel=جلیل"
)
_SOMALI_MEN = words(
    "Cabdullahi/Abdullahi==عبدالله, Nuur==نور, Jama/Jaamac==جامع, Aden/Aadan==آدم, Yasin==ياسين, Mukhtar==مختار, Osman/Cismaan==عثمان,"
    "Shire==شيري, Ismail/Ismaaciil==إسماعيل, Duale==دعالي, Roble==روبلي, Samatar==سمتر"
)
_TIGRINYA_MEN = words(
    "Abel=ኣቤል=أبيل, Mikael/Michael=ሚካኤል=ميكائيل, Samiel=ሳሚኤል=ساميل, Henok=ሄኖክ=هينوك, Natnael=ናትናኤል=ناتنائيل, Efrem=ኤፍሬም=إفريم,"
    "Teklit=ተኽሊት=تكليت, Awet=ዓወት=عوت, Kibrom=ክብሮም=كبروم, Simon=ስምኦን=سيمون, Merhawi=መርሃዊ=مرهاوي, Aron=ኣሮን=آرون"
)
_AMHARIC_MEN = words(
    "Yohannes=ዮሐንስ=يوهانس, Tewodros=ቴዎድሮስ=تيودروس, Mesfin=መስፍን=مسفين, Hailu=ኃይሉ=هايلو, Worku=ወርቁ=ووركو, Demissie=ደምሴ=دميسي,"
    "Assefa=አሰፋ=أسفا, Biruk=ብሩክ=بيروك, Fasil=ፋሲል=فاسيل, Gizaw=ግዛው=جيزاو, Nega=ነጋ=نيغا"
)

ORIGINS = (
    Origin(
        name="anglo",
        men=words("Thomas, Richard, Daniel, Matthew, Neil, Simon Paul, Trevor, Keith, Duncan, Edward"),
        women=words("Catherine, Laura, Hannah, Victoria, Jennifer, Deborah, Fiona, Gillian, Sarah, Charlotte"),
        families=words(
            "Ashworth, Blackwell, Crawford, Davenport, Ellison, Faulkner, Greenwood, Hendry, O'Sullivan, Jarvis, Kirkpatrick,"
            "Langley, MacLeod, Nightingale"
        ),
    ),
    Origin(
        name="arabic",
        men=_ARABIC_MEN,
        women=words(
            "Maryam/Mariam=مريم, Zeinab/Zaynab=زينب, Nour/Noor=نور, Hanan=حنان, Dalal=دلال, Suad/Souad=سعاد, Wafa=وفاء, Sahar=سحر,"
            "Abeer/Abir=عبير, Ghada=غادة, Buthaina=بثينة, Yasmin/Yasmeen=ياسمين"
        ),
        families=words(
            "al-Shami/Al Shami/Alshami=الشامي, Najjar=نجار, Barakat=بركات, al-Homsi/Alhomsi=الحمصي, Younes/Yunis=يونس, Kanaan=كنعان,"
            "al-Obeidi/Alobaidi/El Obeidi=العبيدي, Sabbagh=صباغ, Mansour/Mansur=منصور, al-Rifai/Alrifai=الرفاعي, Taha=طه, Issa=عيسى, Zaidan=زيدان,"
            "Abu Zaid/Abuzaid=أبو زيد"
        ),
        middles_men=_ARABIC_MEN,
        middles_women=_ARABIC_MEN,
        makes=("{g}|{f}", "{g}|{f}", "{g} {m}|{f}", "{g} ibn {m}|{f}"),
        script="arabic",
        particles={"ibn": "ابن"},
    ),
    Origin(
        name="dari_persian",
        men=_DARI_MEN,
        women=words(
            "Fereshta/Fereshteh=فرشته, Maliha=ملیحه, Narges/Nargis=نرگس, Setayesh=ستایش, Homeira/Homaira=حمیرا, Mina=مینا, Shabnam=شبنم,"
            "Zahra Sadat=زهرا سادات, Tahmina=تهمینه, Pari=پری, Marzia=مرضیه"
        ),
        families=words(
            "Ahmadi=احمدی, Rahimi=رحیمی, Akbari=اکبری, Alizada/Alizadeh=علیزاده, Nazari=نظری, Ebrahimi/Ibrahimi=ابراهیمی, Mirzaei/Mirzaie=میرزایی,"
            "Shojaei=شجاعی, Amiri=امیری, Hakimi=حکیمی, Yaqubi/Yaghoubi=یعقوبی, Farahani=فراهانی, Samadi=صمدی"
        ),
        makes=("{g}|{f}", "{g}|{f}", "{g}|{f} {k}"),
        script="arabic",
    ),
    Origin(
        name="pashto",
        men=words(
            "Shah Wali=شاه ولي, Hekmat=حکمت, Zalmai=زلمی, Abdul Bari=عبدالباري, Rohullah=روح‌الله, Janan=جانان, Naqibullah=نقیب‌الله, Lemar=لمر,"
            "Asmatullah=عصمت الله, Tor Khan=تور خان"
        ),
        women=words(
            "Zarmina=زرمینه, Khatera=خاطره, Bakhtawara=بختوره, Shaperai=ښاپېرۍ, Pashtana=پښتنه, Nazo=نازو, Brishna=برېښنا, Razia=راضیه"
        ),
        families=words(
            "Achakzai=اڅکزی, Popalzai=پوپلزی, Safi=ساپی, Noorzai=نورزی, Shinwari=شینواری, Barakzai=بارکزی, Hotak=هوتک, Durrani=دراني,"
            "Orakzai=اورکزی, Tarakhel=تره‌خېل"
        ),
        script="arabic",
    ),
    Origin(
        name="kurdish",
        men=words(
            "Rojan/Rojhan==روجان, Sherko=شێرکۆ, Aram=ئارام, Diyar=دیار, Soran=سۆران, Welat==ولات, Mazlum/Mazlûm==مظلوم, Hemin=هێمن, Ciwan/Jiwan==جوان,"
            "Kawa=کاوە"
        ),
        women=words(
            "Nesrin=نەسرین, Shno=شنۆ, Bêrîvan/Berivan==بريفان, Gulistan=گوڵستان, Helin/Hêlîn==هيلين, Jiyan/Jîyan=ژیان, Rezan=ڕێزان, Zozan==زوزان, Tara=تارا"
        ),
        families=words(
            "Talabani=تاڵەبانی, Sharafkandi=شەرەفکەندی, Baban=بابان, Rashwan==رشوان, Surchi=سورچی, Kobane/Kobanî==كوباني, Ardalan=ئەردەڵان, Bozarslan==بوزارسلان,"
            "Mukri=موکری, Sindi=سندی"
        ),
        script="arabic",
    ),
    Origin(
        name="somali",
        men=_SOMALI_MEN,
        women=words(
            "Hamdi==حمدي, Sahra/Zahra==زهرة, Khadra==خضرة, Amina/Aamina==آمنة, Nimco/Nimo==نعمة, Halima/Xaliimo==حليمة, Sucdi==سعدي, Fartun/Fartuun==فرتون,"
            "Maymuna==ميمونة, Bilan==بيلان"
        ),
        families=_SOMALI_MEN,
        middles_men=_SOMALI_MEN,
        middles_women=_SOMALI_MEN,
        makes=("{g} {m}|{f}", "{g} {m}|{f}", "{g}|{f}"),
    ),
    Origin(
        name="tigrinya",
        men=_TIGRINYA_MEN,
        women=words(
            "Saba=ሳባ=سابا, Mihret=ምሕረት=محرت, Winta=ዊንታ=ونتا, Eden=ኤደን=إيدن, Tirhas=ትርሓስ=ترحاس, Bisrat=ብስራት=بسرات, Yordanos=ዮርዳኖስ=يوردانوس,"
            "Kisanet=ክሳነት=كسانت, Freweini=ፍረወይኒ=فرويني, Azieb=ኣዜብ=أزيب"
        ),
        families=words(
            "Ghebreab/Gebreab=ገብረኣብ=جبرآب, Weldegiorgis=ወልደጊዮርጊስ=ولدجرجس, Hagos=ሓጎስ=حقوص, Tesfamichael=ተስፋሚካኤል=تسفامكائيل, Araya=ኣርኣያ=أرايا,"
            "Beraki=በራኺ=براخي, Kahsay/Kahsai=ካሕሳይ=كحساي, Zemuy=ዘሙይ=زموي, Medhanie=መድሃንየ=مدهاني, Andom=ኣንዶም=أندوم"
        ),
        middles_men=_TIGRINYA_MEN,
        middles_women=_TIGRINYA_MEN,
        makes=("{g}|{f}", "{g}|{f}", "{g} {m}|{f}"),
        script="ethiopic",
    ),
    Origin(
        name="amharic",
        men=_AMHARIC_MEN,
        women=words(
            "Hiwot=ሕይወት=هيوت, Bethlehem=ቤተልሔም=بيتلهم, Tsehay=ፀሐይ=تسيهاي, Rahel=ራሔል=راحيل, Kidist=ቅድስት=كيدست, Yeshi=የሺ=يشي, Makeda=ማክዳ=ماكدا,"
            "Lemlem=ለምለም=لملم, Worknesh=ወርቅነሽ=ووركنيش"
        ),
        families=words(
            "Gebremedhin=ገብረመድኅን=جبرمدهين, Haileselassie=ኃይለሥላሴ=هيلاسيلاسي, Mengistu=መንግሥቱ=منغستو, Wolde=ወልደ=ولدي, Shiferaw=ሽፈራው=شيفراو,"
            "Belachew=በላቸው=بلاتشو, Tilahun=ጥላሁን=تيلاهون, Abate=አባተ=أباتي, Endale=እንዳለ=إندالي, Kassa=ካሳ=كاسا"
        ),
        middles_men=_AMHARIC_MEN,
        middles_women=_AMHARIC_MEN,
        makes=("{g}|{f}", "{g}|{f}", "{g} {m}|{f}"),
        script="ethiopic",
    ),
    Origin(
        name="ukrainian_russian",
        men=words(
            "Volodymyr/Vladimir=Володимир=فولوديمير, Ihor/Igor=Ігор=إيهور, Viktor=Віктор=فيكتور, Maksym/Maxim=Максим=مكسيم, Pavlo/Pavel=Павло=بافلو,"
            "Roman=Роман=رومان, Yevhen/Evgeny=Євген=يفهين, Ruslan=Руслан=رسلان, Hryhoriy/Grigory=Григорій=هريهوري"
        ),
        women=words(
            "Olena/Elena=Олена=أولينا, Yuliia/Yulia=Юлія=يوليا, Liudmyla/Lyudmila=Людмила=لودميلا, Kateryna/Ekaterina=Катерина=كاترينا, Anastasiia/Anastasia=Анастасія=أناستاسيا,"
            "Olha/Olga=Ольга=أولها, Daryna=Дарина=دارينا, Nina=Ніна=نينا"
        ),
        families=words(
            "Melnyk/Melnik=Мельник=ملنيك, Boyko=Бойко=بويكو, Polishchuk=Поліщук=بوليشوك, Marchenko=Марченко=مارتشينكو, Rudenko=Руденко=رودينكو,"
            "Havryliuk=Гаврилюк=هافريلوك, Klymenko=Клименко=كليمنكو, Zinchenko=Зінченко=زينتشينكو, Shvets=Швець=شفيتس, Sydorenko=Сидоренко=سيدورينكو"
        ),
        middles_men=words("Mykhailovych/Mikhailovich=Михайлович, Oleksiyovych/Alekseevich=Олексійович, Borysovych=Борисович, Yevhenovych=Євгенович"),
        middles_women=words("Mykhailivna/Mikhailovna=Михайлівна, Oleksiivna/Alekseevna=Олексіївна, Borysivna=Борисівна, Yevhenivna=Євгенівна"),
        makes=("{g}|{f}", "{g}|{f}", "{g} {m}|{f}"),
        script="cyrillic",
    ),
    Origin(
        name="spanish_latin_american",
        men=words("Juan David, Miguel, Pedro, Alejandro, Freddy, Wilson, Andrés, Ramón, Iván, Nelson, Hernán, Jhon Jairo, Moisés, Elkin"),
        women=words("Ana Lucía, Yolanda, Marisol, Daniela, Yuleisy, Patricia, Norma, Deisy, Mercedes, Rocío, Adriana, Leidy Johana"),
        families=words(
            "Martínez, García, López, Sánchez, Flores, Chávez, Contreras, Bermúdez, Escobar, Fuentes, Guzmán, Huamán, Ibáñez, Montoya, Núñez,"
            "Peñaloza"
        ),
        makes=("{g}|{f} {k}", "{g}|{f} {k}", "{g}|{f} {k}", "{g}|{f}", "{g}|{f} de {k}", "{g}|del Valle {f}"),
    ),
    Origin(
        name="french_west_african",
        men=words("Ibrahima, Amadou, Abdoulaye, Modou, Issouf, Sékou, Tidiane, Bakary, Yaya, Thierno, Hamidou"),
        women=words("Aminata, Oumou, Salimata, Ramatoulaye, Fanta, Assétou, Coumba, Khady, Ndèye, Maïmouna"),
        families=words("Touré, Sanogo, Diarra, Baldé, Cissé, Koné, Ouédraogo, Sidibé, Dembélé, Kaboré, Gueye, N'Guessan, Fofana"),
    ),
    Origin(
        name="nigerian",
        men=words("Chinedu, Adewale, Emeka, Tunde, Kelechi, Musa, Olumide, Efosa, Nnamdi, Kayode"),
        women=words("Amaka, Nkechi, Bolanle, Funmilayo, Chidinma, Osarugue, Temitope, Hadiza, Uzoamaka, Precious Ada"),
        families=words("Okeke, Adebayo, Chukwu, Igwe, Nnaji, Oyelaran, Uzor, Bello, Osagie, Akinola, Obi, Aliyu"),
    ),
    Origin(
        name="rohingya",
        men=words("Abul Kalam, Solim, Jahangir, Mohib, Rahmat, Sultan Ahmad, Dil Mohammod, Ro Anamul, Faisal, Zubair, Abu Tayub"),
        women=words("Jahan Ara, Taslim, Fatema, Rokeya, Somuda, Ayesha Bibi, Monira, Lalu, Senowara"),
        families=words("Khatu, Bibi, Hossen, Uddin, Amin, Karim, Arfat, Sobbir, Hashim, Yunos, Zafor"),
        makes=("{g}|{f}", "{g}|{f}", "{g} {f}", "Mohd {g}|{f}"),
    ),
    Origin(
        name="burmese",
        men=words(
            "Myo Win=မျိုးဝင်း, Soe Moe Thein=စိုးမိုးသိန်း, Hla Shwe=လှရွှေ, Ye Yint Paing=ရဲရင့်ပိုင်, Sai Kham Leng, Naw Seng, Win Myat Soe=ဝင်းမြတ်စိုး,"
            "Pyae Phyo Maung=ပြည့်ဖြိုးမောင်"
        ),
        women=words(
            "Khin Mar Cho=ခင်မာချို, Hnin Wai=နှင်းဝေ, Moe Moe Khaing=မိုးမိုးခိုင်, May Thazin=မေသဇင်, Naw Paw Wah, Aye Aye Myint=အေးအေးမြင့်, Ja Seng Roi"
        ),
        families=words("Myint, Win"),
        makes=("{g}",),
        script="myanmar",
    ),
    Origin(
        name="turkish",
        men=words("Ahmet, Murat, Kemal, Hüseyin, Erdal, Barış, Okan, Tayfun, Ozan, İsmail"),
        women=words("Fatmanur, Zeynep, Hatice, Özlem, Selin, Büşra, Şule, Nuray, Gönül, Canan"),
        families=words("Arslan, Doğan, Koç, Kurt, Özdemir, Aksoy, Taşkın, Ünlü, Erdoğmuş, Polatoğlu, Karataş"),
    ),
    Origin(
        name="vietnamese",
        men=words("Long, Sơn, Trung, Hải, Đạt, Thành, Việt, Phúc"),
        women=words("Hoa, Linh, Nhung, Yến, Diễm, Giang, Tuyết, Quyên"),
        families=words("Trần, Lê, Huỳnh, Phan, Võ, Đỗ, Hồ, Lý"),
        middles_men=words("Hữu, Công, Xuân, Anh"),
        middles_women=words("Thanh, Ngân, Diệu, Mỹ"),
        makes=("{f} {m} {g}", "{f} {m} {g}", "{g}|{f}"),
    ),
    Origin(
        name="tamil",
        men=words(
            "Prakash=பிரகாஷ், Ramesh=ரமேஷ், Arul=அருள், Karthik=கார்த்திக், Velu=வேலு, Nadarajah=நடராஜா, Jeyakumar=ஜெயகுமார், Tharmaseelan=தர்மசீலன்"
        ),
        women=words("Priya=பிரியா, Malathi=மாலதி, Saraswathi=சரஸ்வதி, Kamala=கமலா, Yogeswary=யோகேஸ்வரி, Shanthi=சாந்தி, Anitha=அனிதா"),
        families=words(
            "Kandiah=கந்தையா, Balasubramaniam=பாலசுப்பிரமணியம், Thevarajah=தேவராஜா, Vigneswaran=விக்னேஸ்வரன், Sinnathurai=சின்னத்துரை,"
            "Pathmanathan=பத்மநாதன், Chelliah=செல்லையா, Ratnam=இரத்தினம்"
        ),
        makes=("{g}|{f}", "{g}|{f}", "{i}. {g}", "{f} {g}"),
        script="tamil",
    ),
    Origin(
        name="albanian",
        men=words("Artan, Ardit, Edon, Fatmir, Genc, Kujtim, Petrit, Skënder, Valon"),
        women=words("Elira, Blerta, Donika, Ermira, Fatbardha, Lule, Mirjeta, Rudina, Zamira"),
        families=words("Kelmendi, Dushku, Hysa, Isufi, Lleshi, Marku, Ndreca, Osmani, Qosja, Rexhepi, Thaçi"),
    ),
    Origin(
        name="haitian",
        men=words("Emmanuel, Claude-Ernst, Rony, Stanley, Vilbrun, Makenson, Guyto, Lesly, Jeannot, Wendell"),
        women=words("Widline, Lise-Anne, Ginette, Carline, Natacha, Myrlène, Ruth-Esther, Dieula, Manoucheka"),
        families=words("Augustin, Louis, Célestin, Belizaire, Estinvil, Casimir, Jacques, Noël, Fils-Aimé, Métellus, Cadet"),
    ),
    Origin(
        name="french",
        men=words("Philippe, Sébastien, Guillaume, Nicolas, François, Benoît, Hervé"),
        women=words("Valérie, Camille, Hélène, Aurélie, Dominique, Florence, Mireille"),
        families=words("Bernard, Mercier, Lambert, Perrin, Renaud, Garnier, de La Tour, Vasseur, Blanchard"),
    ),
)  # fmt: skip

"""Names of the development split: common names from general knowledge, no list, no data set."""

from __future__ import annotations

from benchmarks.case_notes.people import Origin, words

_ARABIC_MEN = words(
    "Mohammed/Mohamed/Mohammad/Muhammad=محمد, Khaled/Khalid=خالد, Omar/Umar=عمر, Yousef/Yusuf/Youssef=يوسف,"
    "Mahmoud/Mahmud=محمود, Tarek/Tariq=طارق, Samir=سمير, Nabil=نبيل, Bashar=بشار, Fadi=فادي,"
    "Hussein/Husain=حسين, Abdulrahman/Abdul Rahman=عبد الرحمن, Jamal/Gamal=جمال, Nizar=نزار"
)
_DARI_MEN = words(
    "Ghulam/Gholam=غلام, Najib/Najeeb=نجیب, Rahim=رحیم, Sohrab=سهراب, Farhad=فرهاد, Kaveh=کاوه,"
    "Reza=رضا, Mehdi/Mahdi=مهدی, Habib=حبیب, Zabihullah=ذبیح‌الله, Nematullah=نعمت‌الله, Basir=بصیر"
)
_SOMALI_MEN = words(
    "Abdi==عبدي, Farah==فارح, Warsame==ورسمه, Guled==جوليد, Liban==ليبان, Ayanle==أيانلي, Dahir/Daahir==طاهر,"
    "Mahad==مهد, Bashir==بشير, Geedi/Gedi==جيدي, Hirsi==حرسي, Kediye==كديه"
)
_TIGRINYA_MEN = words(
    "Tesfay/Tesfai=ተስፋይ=تسفاي, Yonas=ዮናስ=يوناس, Haile=ሃይለ=هايلي, Kidane=ኪዳነ=كيداني, Berhane=ብርሃነ=برهاني,"
    "Filmon=ፊልሞን=فيلمون, Amanuel=ኣማኑኤል=أمانويل, Mehari=መሓሪ=محاري, Robel=ሮቤል=روبل, Isaias=ኢሳይያስ=إسياس,"
    "Goitom=ጎይትኦም=قويتوم, Zerai=ዘርኣይ=زراي"
)
_AMHARIC_MEN = words(
    "Abebe=አበበ=أبيبي, Dawit=ዳዊት=داويت, Girma=ግርማ=غيرما, Getachew=ጌታቸው=جيتاتشو, Mulugeta=ሙሉጌታ=مولوجيتا,"
    "Tadesse=ታደሰ=تاديسي, Bekele=በቀለ=بيكيلي, Solomon=ሰሎሞን, Kebede=ከበደ=كيبيدي, Fikru=ፍቅሩ=فيكرو, Asfaw=አስፋው=أسفاو"
)

ORIGINS = (
    Origin(
        name="anglo",
        men=words("James, Robert, Peter, Andrew, Stephen, Kevin, Martin, Gareth, Philip, Graham"),
        women=words("Margaret, Susan, Helen, Rebecca, Emily, Karen, Claire, Joanne, Judith, Alison"),
        families=words(
            "Whitfield, Barlow, Hargreaves, Thornton, O'Connor, Pritchard, Mitchell, Sutton, Fletcher, Lawson,"
            "McAllister, Bradshaw, Cartwright, Holloway"
        ),
    ),
    Origin(
        name="arabic",
        men=_ARABIC_MEN,
        women=words(
            "Fatima/Fatma=فاطمة, Rania=رانيا, Huda=هدى, Samira=سميرة, Lina=لينا, Rasha=رشا, Iman/Eman=إيمان,"
            "Nadia=نادية, Amal=أمل, Salma=سلمى, Khadija/Khadijah=خديجة, Basma=بسمة"
        ),
        families=words(
            "al-Hariri/Al Hariri/Alhariri=الحريري, Haddad=حداد, Khoury/Khouri=خوري, al-Masri/Al Masri/Almasri=المصري,"
            "Darwish/Darwich=درويش, Nasser=ناصر, al-Sayed/Elsayed=السيد, Hamdan=حمدان, al-Jabouri/Aljuburi=الجبوري,"
            "Qasim/Kassem=قاسم, Saleh=صالح, al-Khatib/Alkhatib=الخطيب, Abboud=عبود, Shaheen=شاهين"
        ),
        middles_men=_ARABIC_MEN,
        middles_women=_ARABIC_MEN,
        makes=("{g}|{f}", "{g}|{f}", "{g} {m}|{f}", "{g} bin {m}|{f}"),
        script="arabic",
        particles={"bin": "بن"},
    ),
    Origin(
        name="dari_persian",
        men=_DARI_MEN,
        women=words(
            "Shirin=شیرین, Parwin/Parvin=پروین, Zohra=زهره, Leila/Layla=لیلا, Farzana=فرزانه, Golnaz=گلناز,"
            "Mahnaz=مهناز, Nilofar/Niloofar=نیلوفر, Roya=رویا, Soraya=ثریا, Azita=آزیتا"
        ),
        families=words(
            "Rezaei/Rezai=رضایی, Hosseini/Hussaini=حسینی, Karimi=کریمی, Haidari/Heydari=حیدری, Mohammadi=محمدی,"
            "Sultani/Soltani=سلطانی, Noori/Nouri=نوری, Ahmadzai=احمدزی, Jafari=جعفری, Qaderi/Ghaderi=قادری,"
            "Tajik=تاجیک, Moradi=مرادی, Bahrami=بهرامی"
        ),
        makes=("{g}|{f}", "{g}|{f}", "{g} {h}|{f}"),
        script="arabic",
    ),
    Origin(
        name="pashto",
        men=words(
            "Gul Agha=ګل آغا, Zmarai=زمری, Spin Gul=سپین ګل, Toryalai=توریالی, Wakil=وکیل, Baryalai=بریالی, Mirwais=میرویس,"
            "Khushal=خوشحال, Daud=داود, Sardar=سردار"
        ),
        women=words(
            "Palwasha=پلوشه, Spozhmai=سپوږمۍ, Gulalai=ګلالۍ, Torpekai=تورپېکۍ, Malalai=ملالۍ, Zarghuna=زرغونه,"
            "Wranga=ورانګه, Shahla=شهلا"
        ),
        families=words(
            "Stanikzai=ستانکزی, Wardak=وردګ, Mangal=منګل, Zadran=ځدراڼ, Afridi=اپریدی, Yousafzai/Yusufzai=یوسفزی,"
            "Khattak=خټک, Kakar=کاکړ, Sherzad=شېرزاد, Momand=مومند"
        ),
        script="arabic",
    ),
    Origin(
        name="kurdish",
        men=words(
            "Azad=ئازاد, Baran=باران, Rebin=ڕێبین, Hiwa=هیوا, Karwan=کاروان, Serhat==سرهات, Dilshad=دڵشاد, Rojhat==روجهات,"
            "Shwan=شوان, Zana=زانا"
        ),
        women=words(
            "Berfin==برفين, Avin/Evin=ئەڤین, Shilan=شیلان, Nazdar=نازدار, Rojda==روجدا, Hevi/Hêvî==هيفي, Chnar=چنار,"
            "Zilan==زيلان, Ronahi==روناهي"
        ),
        families=words(
            "Barzinji=بەرزنجی, Hawrami=هەورامی, Zebari=زێباری, Jaff=جاف, Khoshnaw=خۆشناو, Demirkan==دميركان,"
            "Shekhani=شێخانی, Mizori=مزوری, Goran=گۆران, Dersimi==درسيمي"
        ),
        script="arabic",
    ),
    Origin(
        name="somali",
        men=_SOMALI_MEN,
        women=words(
            "Asha/Caasha==عائشة, Hodan==هودن, Ifrah==إفراح, Sagal==ساجال, Ladan==لادن, Hibaq==هباق, Faduma/Faadumo==فدومة,"
            "Deqa==دقة, Ubah==أوبح, Idil==إيدل"
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
            "Selam=ሰላም=سلام, Letebrhan=ለተብርሃን=لتبرهان, Abrehet=ኣብረሀት=أبرهت, Feven=ፌቨን=فيفن, Senait=ሰናይት=سنايت,"
            "Mebrat=መብራት=مبرات, Rahwa=ራህዋ=راهوا, Helen Tsige=ሄለን ጽጌ, Akberet=ኣክበረት=أكبرت, Luwam=ሉዋም=لوام"
        ),
        families=words(
            "Ghebremeskel=ገብረመስቀል=جبرمسقل, Woldeyesus=ወልደየሱስ=ولدييسوس, Tewelde=ተወልደ=تولدي, Habtemariam=ሃብተማርያም=هبتماريام,"
            "Okbay=ዑቕባይ=عقباي, Gebrehiwet=ገብረሂወት=جبرهيوت, Asmerom=ኣስመሮም=أسمروم, Mengesteab=መንግስተኣብ=منقستآب, Fessehaye=ፍስሃየ=فسهاي,"
            "Tekle=ተክለ=تكلي"
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
            "Almaz=አልማዝ=ألماز, Tigist=ትግስት=تيجست, Meseret=መሰረት=مسرت, Hirut=ሂሩት=هيروت, Birtukan=ብርቱካን=برتكان,"
            "Aster=አስቴር=أستر, Genet=ገነት=جينيت, Zewditu=ዘውዲቱ=زوديتو, Mulu=ሙሉ"
        ),
        families=words(
            "Woldemariam=ወልደማርያም=ولدماريام, Gebreselassie=ገብረሥላሴ=جبرسلاسي, Ayalew=አያሌው=أيالو, Wondimu=ወንድሙ=ونديمو, Teshome=ተሾመ=تشومي,"
            "Alemayehu=አለማየሁ=أليمايهو, Negash=ነጋሽ=نقاش, Desta=ደስታ=دستا, Lemma=ለማ=ليما, Zeleke=ዘለቀ=زليكي"
        ),
        middles_men=_AMHARIC_MEN,
        middles_women=_AMHARIC_MEN,
        makes=("{g}|{f}", "{g}|{f}", "{g} {m}|{f}"),
        script="ethiopic",
    ),
    Origin(
        name="ukrainian_russian",
        men=words(
            "Oleksandr/Aleksandr=Олександр=أولكساندر, Dmytro/Dmitry=Дмитро=دميترو, Serhiy/Sergei=Сергій=سيرغي, Andriy/Andrii=Андрій=أندري,"
            "Mykola/Nikolai=Микола=ميكولا, Taras=Тарас=تاراس, Bohdan=Богдан=بوهدان, Yuriy/Yuri=Юрій=يوري, Vasyl=Василь=فاسيلي"
        ),
        women=words(
            "Oksana=Оксана=أوكسانا, Iryna/Irina=Ірина=إيرينا, Svitlana/Svetlana=Світлана=سفيتلانا, Nataliia/Natalia=Наталія=ناتاليا,"
            "Tetiana/Tatiana=Тетяна=تاتيانا, Halyna/Galina=Галина=هالينا, Larysa=Лариса=لاريسا, Zoya=Зоя=زويا"
        ),
        families=words(
            "Kovalenko=Коваленко=كوفالينكو, Shevchenko=Шевченко=شيفتشينكو, Bondarenko=Бондаренко=بوندارينكو, Tkachenko=Ткаченко=تكاتشينكو,"
            "Kravchuk=Кравчук=كرافتشوك, Lysenko=Лисенко=ليسينكو, Savchuk=Савчук=سافتشوك, Petrenko=Петренко=بترينكو, Moroz=Мороз=موروز,"
            "Hrytsenko/Gritsenko=Гриценко=هريتسينكو"
        ),
        middles_men=words("Petrovych/Petrovich=Петрович, Ivanovych/Ivanovich=Іванович, Stepanovych=Степанович, Vasylovych=Васильович"),
        middles_women=words("Petrivna/Petrovna=Петрівна, Ivanivna/Ivanovna=Іванівна, Stepanivna=Степанівна, Vasylivna=Василівна"),
        makes=("{g}|{f}", "{g}|{f}", "{g} {m}|{f}"),
        script="cyrillic",
    ),
    Origin(
        name="spanish_latin_american",
        men=words(
            "José, Carlos, Luis Alberto, Jorge, Edwin, Wilmer, Óscar, Rubén, Héctor, Jesús, Yonathan, Darwin, Kelvin, Ángel"
        ),
        women=words(
            "María Fernanda, Yulimar, Carmen, Rosa Inés, Keila, Gloria, Luz Marina, Yesenia, Dayana, Blanca, Génesis, Xiomara"
        ),
        families=words(
            "González, Rodríguez, Pérez, Hernández, Ramírez, Mejía, Quintero, Zambrano, Gómez, Castellanos, Pineda,"
            "Villalobos, Ordóñez, Barrios, Cáceres, Ñáñez"
        ),
        makes=("{g}|{f} {k}", "{g}|{f} {k}", "{g}|{f} {k}", "{g}|{f}", "{g}|de la Cruz {f}"),
    ),
    Origin(
        name="french_west_african",
        men=words("Mamadou, Ousmane, Boubacar, Seydou, Moussa, Adama, Lassana, Souleymane, Cheikh, Drissa, Alpha Oumar"),
        women=words("Aïssatou, Fatoumata, Mariama, Kadiatou, Awa, Bintou, Djénéba, Hawa, Rokia, Nafissatou"),
        families=words("Diallo, Traoré, Coulibaly, Keïta, Barry, Sow, Konaté, Sissoko, Camara, Doumbia, Bah, N'Diaye, Kouyaté"),
    ),
    Origin(
        name="nigerian",
        men=words("Chukwuemeka, Oluwaseun, Babatunde, Ikenna, Obinna, Segun, Sani, Danjuma, Osas, Uchenna"),
        women=words("Ngozi, Folasade, Blessing Ijeoma, Adaobi, Yetunde, Chiamaka, Titilayo, Ifeoma, Omolara, Ebele"),
        families=words("Okonkwo, Adeyemi, Eze, Nwosu, Balogun, Okafor, Ogunleye, Ibekwe, Afolabi, Edosa, Onyekachi, Garba"),
    ),
    Origin(
        name="rohingya",
        men=words("Nurul, Rafique/Rofique, Zahir, Shamsul, Kalim Ullah, Alam, Anowar, Formin, Sayedul, Hafez, Kamal Hossain"),
        women=words("Hasina, Kolima, Sanjida, Toslima, Minara, Rashida, Setara, Jomila, Shofika"),
        families=words("Begum, Islam, Ullah, Hoque, Alom, Khatun, Salam, Mia, Johar, Rohim, Kabir"),
        makes=("{g}|{f}", "{g}|{f}", "{g} {f}", "Md {g}|{f}"),
    ),
    Origin(
        name="burmese",
        men=words(
            "Aung Ko Latt=အောင်ကိုလတ်, Zaw Min Htun=ဇော်မင်းထွန်း, Kyaw Thu=ကျော်သူ, Thant Zin Oo=သန့်ဇင်ဦး, Bo Bo Kyaw=ဘိုဘိုကျော်,"
            "Htet Naing=ထက်နိုင်, Tun Lin Aung=ထွန်းလင်းအောင်, Nay Lin Oo=နေလင်းဦး"
        ),
        women=words(
            "Thida Aung=သီတာအောင်, Su Su Htwe=စုစုထွေး, Ei Phyu=အိဖြူ, Nandar Oo=နန္ဒာဦး, Yin Yin Htun=ယဉ်ယဉ်ထွန်း, Thandar Zaw=သန္တာဇော်,"
            "Phyu Phyu Latt=ဖြူဖြူလတ်"
        ),
        families=words("Aung, Htun"),
        makes=("{g}",),
        script="myanmar",
    ),
    Origin(
        name="turkish",
        men=words("Mehmet, Hakan, Emre, Serkan, Cem, Tolga, Volkan, Onur, Burak, Ünal"),
        women=words("Ayşe, Emine, Elif, Gülay, Sevgi, Derya, Hülya, Pınar, Nurcan, Tuğba"),
        families=words("Yılmaz, Kaya, Demir, Şahin, Çelik, Yıldırım, Öztürk, Aydoğan, Kılıç, Güneş, Bozkurt"),
    ),
    Origin(
        name="vietnamese",
        men=words("Hùng, Dũng, Tuấn, Quang, Thắng, Phong, Khoa, Bảo"),
        women=words("Lan, Hương, Mai, Thảo, Ngọc, Trang, Hạnh, Loan"),
        families=words("Nguyễn, Phạm, Hoàng, Vũ, Đặng, Bùi, Ngô, Dương"),
        middles_men=words("Văn, Minh, Đức, Quốc"),
        middles_women=words("Thị, Thị, Kim, Bích"),
        makes=("{f} {m} {g}", "{f} {m} {g}", "{g} {m}|{f}"),
    ),
    Origin(
        name="tamil",
        men=words(
            "Kumaran=குமரன், Suresh=சுரேஷ், Rajan=ராஜன், Selvan=செல்வன், Ganeshan=கணேசன், Muthu=முத்து, Sivakumar=சிவகுமார், Anbu=அன்பு"
        ),
        women=words("Meena=மீனா, Kavitha=கவிதா, Lakshmi=லட்சுமி, Selvi=செல்வி, Thenmozhi=தேன்மொழி, Vasuki=வாசுகி, Nithya=நித்யா"),
        families=words(
            "Sivalingam=சிவலிங்கம், Thangavel=தங்கவேல், Ponnambalam=பொன்னம்பலம், Rasaratnam=இராசரத்தினம், Selvarajah=செல்வராசா,"
            "Murugesu=முருகேசு, Kanagasabai=கனகசபை, Arumugam=ஆறுமுகம்"
        ),
        makes=("{g}|{f}", "{g}|{f}", "{i}. {g}", "{f} {g}"),
        script="tamil",
    ),
    Origin(
        name="albanian",
        men=words("Arben, Besnik, Dritan, Ilir, Gëzim, Luan, Agron, Fatos, Shpëtim"),
        women=words("Vjollca, Teuta, Mimoza, Flutura, Albana, Drita, Valbona, Shpresa, Arta"),
        families=words("Hoxha, Gashi, Krasniqi, Shehu, Berisha, Prifti, Gjoka, Leka, Bytyqi, Çela, Dervishi"),
    ),
    Origin(
        name="haitian",
        men=words("Jean-Robert, Wilner, Frantz, Dieudonné, Jocelyn, Ronald, Evens, Fritzner, Pierre-Antoine, Wisly"),
        women=words("Marie-Ange, Guerline, Nadège, Mirlande, Rose-Laure, Islande, Yvrose, Fabiola, Ketly"),
        families=words("Joseph, Jean-Baptiste, Charles, Désir, Saint-Fleur, Toussaint, Exantus, Dorvil, Louissaint, Pierre, Estimé"),
    ),
    Origin(
        name="french",
        men=words("Laurent, Olivier, Thierry, Mathieu, Gilles, Bruno, Étienne"),
        women=words("Nathalie, Sophie, Isabelle, Céline, Brigitte, Élodie, Sandrine"),
        families=words("Dubois, Lefèvre, Moreau, Girard, Fontaine, Chevalier, Marchand, de Villeneuve, Roussel"),
    ),
)  # fmt: skip

"""What fills the slots of the test split: places, things and what only looks like an identifier."""

from __future__ import annotations

FILLS: dict[str, tuple[str, ...]] = {
    "dt": (
        "07/02/2025", "2025-01-2#", "19 Jan 2025", "3.12.2024", "11/11/2024", "22 October 2024", "6 Feb",
        "30.09.24", "Wed 15 January", "02-12-2024", "the 9th of December", "the following Thursday", "mid-January",
        "1#/08/2024",
    ),
    "dt_fr": (
        "le 7 février 2025", "le 1#/01/2025", "le 23.10.2024", "mardi dernier", "le 3 décembre",
        "fin novembre 2024", "le 12-09-24",
    ),
    "dt_es": (
        "el 7 de febrero de 2025", "el 1#/01/2025", "el 23-10-2024", "el martes pasado", "a finales de noviembre",
        "el 3.12.24",
    ),
    "dt_ar": (
        "07/02/2025", "يوم 12 كانون الثاني 2025", "٣/١٢/٢٠٢٤", "الثلاثاء الماضي", "2024/10/2#",
        "في أواخر تشرين الثاني", "15 يناير 2025",
    ),
    "hr": (
        "08:4#", "10.15", "1345 hrs", "16:0#", "21:37", "2 pm", "0610Z", "11h20",
    ),
    "sum": (
        "€ 214.50", "1.150,00 EUR", "USD 175", "£39.26", "90,000 SYP", "KES 12,500", "$ 68.40", "CHF 612.05",
        "1 4## TRY", "36 000 FCFA",
    ),
    "n": (
        "73", "18#", "1,204", "27", "46", "41", "1 06#",
    ),
    "ref": (
        "VA-2025/0####", "MUN/24-7###", "OP-3###-B", "LC/2024/####", "HSW-#####-25", "Q3-####", "DET/0##/25",
        "FT-24-0####", "dossier 24/1####", "exp. 2024-5####", "RTN-8####", "SCH/7##/2025",
    ),
    "flight": (
        "flight PC 118#", "XQ 80#", "RJ 26#", "TK 76##", "flight UX 10##", "KQ 3##", "PS 07#", "MS 98#",
    ),
    "law": (
        "8 CFR 1208.4", "INA § 240A", "Article 31(2)", "s. 55 BCIA 2009", "Art. 17(1) Dublin III", "reg. 25(4)",
        "§ 60a AufenthG", "rule 35",
    ),
    "law_fr": (
        "l'article L. 425-9 du CESEDA", "l'article 31 de la Convention", "l'art. R. 551-17",
        "la directive 2013/33/UE", "l'article 8 CEDH",
    ),
    "law_es": (
        "el artículo 57.2 LOEX", "la Ley 12/2009", "el art. 31.3 RLOEX", "el RD 557/2011",
        "la disposición adicional 1.ª",
    ),
    "law_ar": (
        "المادة 31 من الاتفاقية", "القانون رقم 6458", "الفقرة 4 من المادة 12", "القرار 2013/33",
        "المادة 18 من القانون رقم 3 لسنة 2022",
    ),
    "badge": (
        "badge 41##", "officer no. 77##", "collar no. PC 29##", "shift lead 0#", "agent n° 63##", "operator 1##",
    ),
    "place_in_office": (
        "window 4", "room B-1.12", "guichet 7", "desk 3", "the annex, 2nd floor", "interview booth 11", "sala 2",
        "hall C",
    ),
    "office": (
        "the Municipal Reception Desk", "the Return Counselling Unit", "the Employment Counter",
        "Harbour Legal Clinic", "the Tracing Office", "the Resettlement Unit", "Coast Guard Sector Centre",
        "the District Police Station", "Open Door Cash Programme", "the Screening Team",
        "Northside Secondary School", "the Consular Section",
    ),
    "office_fr": (
        "la mairie de quartier", "le guichet de l'état civil", "la permanence juridique Le Fanal",
        "le service social du port", "l'agence pour l'emploi", "le commissariat du 3e",
        "la cellule retour volontaire", "l'école des Tilleuls", "le consulat",
    ),
    "office_es": (
        "la oficina de extranjería", "el padrón municipal", "la clínica jurídica Puente",
        "la comisaría de distrito", "el servicio de empleo", "el centro de acogida", "Salvamento Marítimo",
        "el colegio Los Olivos", "el consulado",
    ),
    "office_ar": (
        "مكتب التسجيل البلدي", "وحدة إعادة التوطين", "مكتب البحث عن المفقودين", "العيادة القانونية",
        "مركز خفر السواحل", "قسم الشرطة", "برنامج المساعدات النقدية", "مدرسة الزيتون", "القنصلية", "مكتب التوظيف",
    ),
    "town": (
        "Chios town", "Ravenna", "Tilburg", "Dadaab town", "Irbid", "Coventry", "Lund", "Gorizia", "Loretto",
        "Tyre", "Madaba", "Gary", "Marianna", "Kakuma town", "Sidon", "Moss",
    ),
    "town_fr": (
        "Dunkerque", "Namur", "Ségou", "Gao", "Montreuil", "Saint-Laurent", "Valence", "Laval",
    ),
    "town_es": (
        "Comitán", "San Marcos", "Algeciras", "Tapachula de Córdova", "Maicao",
    ),
    "town_ar": (
        "بنغازي", "أنطاكيا", "بورسعيد", "دهوك", "صفاقس", "الزرقاء", "الإسكندرية", "صيدا",
    ),
    "land": (
        "southern Libya", "eastern Chad", "northern Jordan", "western Georgia", "coastal Tunisia", "central Mali",
        "western Sudan", "Congo-Brazzaville", "eastern Türkiye", "northern Honduras", "upper Niger",
    ),
    "land_fr": (
        "en Libye", "au Soudan", "au Burkina Faso", "au Tchad", "au Niger", "en Tunisie", "en Géorgie", "au Maroc",
        "en Mauritanie", "au Mali",
    ),
    "land_es": (
        "México", "Guatemala", "Georgia y Armenia", "Argelia",
    ),
    "land_ar": (
        "مصر", "الجزائر", "إثيوبيا", "اليونان",
    ),
    "abroad": (
        "Bergen", "Cardiff", "Perth", "Columbus, Ohio", "Uppsala", "Dubai", "Nantes", "Eindhoven", "Oslo",
        "Kampala", "Doha", "Lyon",
    ),
    "abroad_fr": (
        "à Montréal", "à Bruxelles", "en Italie", "à Cologne", "en Espagne", "à Genève", "en Suède", "à Abidjan",
    ),
    "abroad_es": (
        "en Houston", "en Milán", "en Chile", "en Nueva Jersey", "en Alemania", "en Toronto", "en Lisboa",
    ),
    "abroad_ar": (
        "في هامبورغ", "في السويد", "في مونتريال", "في أمستردام", "في فيينا", "في كندا", "في بريطانيا",
    ),
    "speech": (
        "Ukrainian or Russian", "Bangla", "Tigrinya (Eritrea)", "Dari/Farsi", "French (West African)", "Spanish",
        "Somali (Maay)",
    ),
    "vessel": (
        "RHIB 2", "MV Bright Harbour", "patrol boat P-61", "a 9 m fibreglass boat", "the tug Calypso",
        "SAR unit 305", "SV Albatross",
    ),
    "site": (
        "Hotspot North", "the Lakeside site", "Gate East reception", "Blue Hall", "the old barracks",
        "Transit Centre East",
    ),
    "transport": (
        "bus 61", "line M5", "platform 4", "coach 12, seat 33", "train IC 5##", "gate B2#", "ferry berth 7",
    ),
    "item": (
        "ticket 0##", "locker 11#", "seal no. 00417##", "receipt book 3#", "key tag 20#", "batch L-2024-0#",
        "tracking JD0140####", "barcode 4006381#####", "invoice INV-00##", "voucher 7# of 120",
    ),
    "doc_form": (
        "DS-260", "form IS.96", "annex 26quater", "form M25", "BIA worksheet", "Anlage 2", "form EX-10",
        "cerfa n° 15646*01",
    ),
    "software": (
        "version 4.2.1.0", "build 10.0.19045", "proGres v4", "release 2.14.0.7", "ticket SD-1####",
    ),
    "office_phone": (
        "030 23125 ###", "069 90009-###", "01 99 00 ## ##", "04 65 71 ## ##",
        "+44 1632 960###",
    ),
    "office_mail": (
        "desk(at)reception.example.org", "appointments(at)town.example.net", "tracing(at)redline.example.org",
        "intake(at)clinic.example.com", "contacto(at)centro.example.org", "accueil(at)permanence.example.org",
    ),
    "office_street": (
        "12 Harbour Parade", "Marktplatz 3", "4 rue de la Préfecture", "Plaza Mayor 6", "88 Federal Square",
    ),
    "pup": (
        "Year 9", "class 4B", "Grade 6", "CE2", "2.º ESO", "the welcome class",
    ),
    "job": (
        "warehouse work", "a kitchen job", "hairdressing", "fruit picking", "care assistant training", "welding",
    ),
    "STREET_ADDRESS:en": (
        "27 Alderbrook Road, Leeds LS9 7##", "Flat 6, 114 Marlow Street, Glasgow",
        "319 Wexcombe Ave, Apt 4B, Buffalo, NY 142##", "8B Tanyard Close", "41 Sycamore Lane, Halifax",
        "Lindenweg 1#, 50## Köln", "Apartment 12, 5 Quayside Court, Cork", "1508 E Palmetto St, Tucson, AZ 857##",
        "Kastanienallee 73, 3. OG", "63 Bramley Crescent", "Via Garavelli 2#, Bologna", "Odos Kalliga 1#, Athens",
    ),
    "STREET_ADDRESS:fr": (
        "14 rue des Glycines, 93200 Saint-Denis", "3 bis avenue du Moulin-Vert, 59000 Lille",
        "7, impasse des Tanneurs, Marseille", "27 boulevard Pasteur-Vallin, apt 5",
        "112 chemin des Alouettes, 38100 Grenoble", "rue de l'Écluse 44, 4000 Liège",
        "9 allée des Peupliers, bât. C, 31100 Toulouse", "2 quai des Brasseurs, Mulhouse",
    ),
    "STREET_ADDRESS:es": (
        "calle Almendros 1#, 3.º B, 28045 Madrid", "C/ Tejedores 27, Almería",
        "avenida de los Pinos 114, bajo izq.", "Carrera 4# n.º 12-3#, Cúcuta",
        "plaza del Olmo 5, 2.º, 29010 Málaga", "Calle 5 Oriente 3##, Tapachula", "paseo Las Adelfas 8, Sevilla",
        "col. Miraflores, calle 12, casa 4##",
    ),
    "STREET_ADDRESS:ar": (
        "شارع الياسمين رقم 1#، بناء 4، الطابق الثاني", "شارع بن خلدون 2#، شقة 5",
        "حي النزهة، شارع الملك فيصل، عمارة 3#", "شارع الجلاء، بناية الأمل، الطابق 3", "شارع المطار 11#، منزل 6",
    ),
    "CAMP_ADDRESS:en": (
        "Zone 4, tent 12", "Block C-1#, shelter 7#", "Camp 4 Ext, Block F-0#", "Section 9, row 3, container 11#",
        "Sector B, isobox 2#4", "Phase 2, Block 1#, House 3#", "Village 6, plot 2##",
        "District 8, street 4, caravan 1#", "RHU 3##, Area 7", "Kakuma 2, Zone 1, Block 1#",
    ),
    "CAMP_ADDRESS:fr": (
        "zone 6, tente 3#", "bloc B, abri 1##", "secteur 2, conteneur 4#", "quartier 8, carré 3, abri 1#",
        "allée D, bungalow 2#", "site 3, bloc 1#, tente 9",
    ),
    "CAMP_ADDRESS:es": (
        "módulo 3, carpa 1#", "sector C, tienda 4#", "bloque 2, barracón 7", "zona 5, contenedor 1##",
        "nave 4, litera 2#", "manzana 6, refugio 1#",
    ),
    "CAMP_ADDRESS:ar": (
        "القطاع 5، الخيمة 1#", "بلوك 7، خيمة رقم 4#", "المنطقة 3، الكرفان 11#", "الحي 8، شارع 2، كرفان 6#",
        "القاطع B، الخيمة 20#", "المربع 4، المأوى 1#",
    ),
    "speech_fr": ("tigrigna ou arabe", "pachto", "soninké ou bambara", "lingala (Kinshasa)", "pulaar ou peul", "arabe soudanais", "dari",),
    "speech_es": ("wólof o francés", "bambara (Malí)", "ucraniano o ruso", "quiché (K'iche')", "criollo de Haití", "árabe marroquí",),
    "item_fr": ("ticket n° 04#", "jeton 11#", "carnet de tickets n° 7##", "clé du casier 3#", "colis 6A0451#####", "facture F-25-00##",),
    "item_es": ("el ticket 0##", "el vale n.º 12# de 300", "la llave de la taquilla 4#", "el recibo 00#17", "el paquete PQ4R#####",),
    "item_ar": ("القسيمة رقم 7#", "تذكرة الدور 0##", "مفتاح الخزانة 3#", "الإيصال 0041##",),
    "place_es": ("la sala 2", "el despacho 1.08", "la ventanilla 5",),
    "transport_fr": ("le car 12", "la ligne T4", "le train 8#4#", "le bac de midi",),
    "transport_es": ("el autobús 61", "la línea C4", "el tren 0#17", "el ferri de Balearia",),
    "transport_ar": ("الحافلة 14", "القطار رقم 8##", "العبّارة المسائية",),
    "vessel_es": ("la Salvamar Polimnia", "la Guardamar 3", "el pesquero Nuevo Amanecer",),
    "vessel_ar": ("زورق الدورية 14", "مركب الصيد «البحر الهادئ»", "سفينة الإنقاذ 3",),
    "pup_es": ("2.º de la ESO", "4.º B de primaria", "aula de enlace",),
    "hr_fr": ("9 h 20", "14h05", "11 h",),
    "hr_es": ("9.15 h", "12:3#", "18.0#", "20.10"),
    "hr_ar": ("9:4#", "13:2#", "الثانية ظهراً", "٨:٤٥"),
    "sum_ar": ("120 ديناراً", "3500 ليرة", "1800 يورو", "2,400 دولار", "٧٥٠ دولاراً"),
    "fee": ("€ 4,500", "USD 3,200", "1 800 dollars", "6.000 €", "2700 euros", "CHF 3'900", "7 500 USD", "900,000 FCFA"),
}  # fmt: skip

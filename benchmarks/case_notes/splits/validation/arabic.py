"""Arabic notes of the validation split."""

from __future__ import annotations

from benchmarks.case_notes.corpus import Language

FRAMES = (
    "{BODY}",
    "{BODY}",
    "{BODY}\n",
    "محضر مقابلة\nرقم الملف: {case}\nالتاريخ: {date}\n\n{BODY}\n\nالموظف المسؤول: {o:full}",
    "السادة المحترمون،\n\n{BODY}\n\nوتفضلوا بقبول الاحترام\nالمحامي {l:full}",
    "سجل مركز الاستقبال، {ar_room}\n- {BODY}",
    "تقرير طبي – {ar_hospital}\n\n{BODY}\n\nالطبيب المعالج: {d:full}",
    "ملاحظات ميدانية، {ar_org}\n• {BODY}",
    "إفادة شاهد\n{BODY}\nحررت بحضور المترجم {q:full}",
    "سجل الحراسة {date}\n* {BODY}",
)

FIRST = (
    "الاسم الكامل: {p:full}\nالجنسية: {ar_nation}\n",
    "حضر إلى المكتب {p:full} بتاريخ {date}.",
    "حضرت {p:full} مع طفلين دون موعد.",
    "مقدم الطلب: {p:full}، القادم من {ar_country}.",
    "| {p:full} | {ar_country} | {ar_tongue} |\n",
    "أنا الموقع أدناه {p:full} أصرح بما يلي.",
    "الموضوع: طلب لم شمل، {p:full}\n",
    "نبحث عن {p:full} الذي فقد الاتصال به في {ar_city}.",
    "اتصل {p:full} للسؤال عن موعد الجلسة.",
    "المريض {p:full} حضر إلى العيادة صباحا.",
    "تم تسجيل {p:full} في المدرسة هذا الأسبوع.",
    "النزيل {p:full} عاد من المحكمة عند الساعة {ar_time}.",
    "أجريت المقابلة مع {p:full} باللغة {ar_tongue}.",
    "بخصوص {p:full}، لم يصل القرار بعد.",
    "المستأجر {p:full} دفع إيجار الشهر.",
)

AGAIN = (
    "قال {p:ref} إن الحافلة انطلقت من {ar_city} ليلا.",
    "رفض {p:ref} التوقيع على الاستمارة.",
    "الشاهد {s:full} أكد التواريخ.",
    "المترجم: {q:full}\n",
    "الملف عند {o:full} في الطابق الثاني.",
    "المحامية {l:full} طلبت تأجيل الجلسة.",
    "راجع الدكتور {d:full} ولم يحدد موعدا آخر.",
    "يرافقه {r:full}.",
    "أفراد الأسرة: {r:full} وطفل واحد.",
    "سلمت نسخة إلى {p:ref}.",
    "يسكن معه {s:full} في الغرفة نفسها.",
    "تقرير الطبيبة {d:full} مرفق.",
    "يعود {p:ref} يوم {date} مع الأوراق.",
    "تواصلنا مع {s:full} في {ar_city}.",
)

PLAIN = (
    "رقم الملف {case}، يرجى ذكره في المراسلات.",
    "انظر {ar_law}.",
    "يستند الطعن إلى {ar_law}.",
    "فاتورة رقم {invoice} بقيمة {ar_amount}.",
    "الطرد {tracking} لم يصل.",
    "ألغيت الرحلة {flight} إلى {ar_city}.",
    "المساعدة الشهرية {ar_amount} صرفت في {ar_month}.",
    "الخط الساخن {ar_helpline} مجاني.",
    "هاتف مكتب الاستعلامات: {~ar_office_phone}\n",
    "ترسل الاستفسارات إلى {~office_mail} فقط.",
    "توزع {ar_org} الوجبات قرب {ar_place}.",
    "المناوب: {badge}.",
    "ملصق عن {ar_disease} معلق في {ar_room}.",
    "دورة توعية عن {ar_disease} في {ar_month}.",
    "الجلسة في {ar_room} الساعة {ar_time}.",
    "مر عبر {ar_country} ثم {ar_country}.",
    "سفارة {ar_country} في {ar_city} مغلقة يوم الجمعة.",
    "عدد المقيمين في المركز {count}.",
    "الإيجار {ar_amount} في الشهر.",
    "لا يوجد مترجم للغة {ar_tongue} قبل {date}.",
    "تملأ الاستمارة {ar_form} مرتين.",
    "السيارة {car} تابعة للمركز.",
    "لا جديد هذا اليوم.",
    "غرفة الصلاة مغلقة للصيانة.",
    "جرت الانتخابات في {ar_country} حسب نشرة {ar_org}.",
    "التدفئة معطلة، رقم البلاغ {tracking}.",
    "الاجتماع قرب {ar_street_named} يوم الخميس.",
)

IDENTIFIERS = {
    "MRZ": ("السطران أسفل صفحة الجواز:\n{=MRZ}\n", "قراءة الماسح:\n{=MRZ}\n"),
    "BROKEN_MRZ": ("نسخة غير واضحة من أسفل الجواز:\n{=BROKEN_MRZ}\n",),
    "PASSPORT_NUMBER": (
        "يحمل جواز سفر رقم {=PASSPORT_NUMBER} صادر في {ar_city}.",
        "جواز السفر {=PASSPORT_NUMBER} محفوظ لدى الشرطة.",
    ),
    "EURODAC_NUMBER": ("رقم يوروداك {=EURODAC_NUMBER}.", "بصمات Eurodac: {=EURODAC_NUMBER}\n"),
    "UNHCR_NUMBER": (
        "رقم المفوضية: {=UNHCR_NUMBER}\n",
        "مسجل لدى المفوضية السامية برقم {=UNHCR_NUMBER}.",
        "رقم ملف UNHCR {=UNHCR_NUMBER}\n",
    ),
    "PHONE_NUMBER": (
        "رقم الهاتف: {=PHONE_NUMBER}\n",
        "جوال {=PHONE_NUMBER}\n",
        "هاتف الأخ: {=PHONE_NUMBER:r}\n",
    ),
    "EMAIL_ADDRESS": ("يرسل القرار إلى {=EMAIL_ADDRESS}."),
    "IBAN_CODE": (
        "رقم الحساب (IBAN): {=IBAN_CODE}\n",
        "يحول المبلغ {ar_amount} إلى الآيبان {=IBAN_CODE}.",
    ),
    "LOCATION_COORDINATES": (
        "موقع القارب: {=LOCATION_COORDINATES}\n",
        "الإحداثيات {=LOCATION_COORDINATES} حسب رسالة الواتساب.",
    ),
    "LICENSE_PLATE": ("لوحة السيارة {=LICENSE_PLATE}.", "سيارة {car} رقم لوحتها {=LICENSE_PLATE}."),
    "IMEI": ("رقم IMEI للهاتف: {=IMEI}\n",),
    "CREDIT_CARD": ("رقم بطاقة فيزا: {=CREDIT_CARD}\n", "بطاقة ائتمان رقم {=CREDIT_CARD} مفقودة."),
    "IP_ADDRESS": ("عنوان IP {=IP_ADDRESS} عند الدخول.",),
    "NATIONAL_ID": (
        "الرقم الوطني {=NATIONAL_ID} كما في إخراج القيد.",
        "رقم الهوية {=NATIONAL_ID}، صورة مرفقة.",
        "الرقم القومي {=NATIONAL_ID} حسب البطاقة.",
    ),
    "STREET_ADDRESS": (
        "يقيم مع أسرته في {=STREET_ADDRESS}.",
        "يسكن عند قريبه، {=STREET_ADDRESS}.",
    ),
    "CAMP_ADDRESS": (
        "مكان السكن في المخيم: {=CAMP_ADDRESS}\n",
        "انتقلت العائلة إلى {=CAMP_ADDRESS}.",
    ),
}

CIRCUMSTANCES = (
    "[SMUGGLER_PRICE|كلفت الرحلة مع المهربين {ar_sum}].",
    "[RELATIVE_ABROAD|والدته {r:full} لاجئة في {ar_host_city}].",
    "[HEALTH|فقد ساقه في انفجار لغم].",
    "[RELIGION|هي مسيحية آشورية].",
    "[SEXUAL_ORIENTATION|يحب الرجال وله شريك].",
    "[POLITICAL_OPINION|اعتقل بسبب آرائه السياسية].",
    "[SMUGGLER_PRICE|دفع للمهرب {ar_sum}] مقابل العبور.",
    "[SMUGGLER_PRICE|طلب المهربون {ar_sum} عن كل شخص].",
    "[RELATIVE_ABROAD|أخوه {r:full} يعيش في {ar_host_city}].",
    "[RELATIVE_ABROAD|لديه خالة مقيمة في {ar_host_city}].",
    "يريد الالتحاق [RELATIVE_ABROAD|بزوجته الموجودة في {ar_host_city}].",
    "[HEALTH|يعاني من {ar_illness} ويتناول الدواء].",
    "[HEALTH|حامل في الشهر السادس].",
    "[HEALTH|كوابيس وأرق ونوبات هلع منذ الاحتجاز].",
    "[HEALTH|مصاب بمرض {ar_illness}].",
    "[SEXUAL_ORIENTATION|يقول إنه مثلي الجنس ويخاف من أهله].",
    "[SEXUAL_ORIENTATION|كانت على علاقة عاطفية بامرأة].",
    "[RELIGION|من الطائفة الإيزيدية].",
    "[RELIGION|ترك الإسلام ويخشى العودة].",
    "[POLITICAL_OPINION|ناشط في حزب معارض] منذ الجامعة.",
    "[POLITICAL_OPINION|كتب مقالات ضد الحكومة].",
)

LANGUAGE = Language(
    frames=FRAMES,
    first=FIRST,
    again=AGAIN,
    plain=PLAIN,
    identifiers=IDENTIFIERS,
    circumstances=CIRCUMSTANCES,
)

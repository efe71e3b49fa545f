"""Arabic notes of the held-out split. Not to be read by whoever works on the scanner."""

from __future__ import annotations

from benchmarks.case_notes.corpus import Language

FRAMES = (
    "{BODY}",
    "{BODY}",
    "{BODY}",
    "محضر رقم {docket}\n\n{BODY}\n\nالمحقق {o:full}",
    "عزيزتي {o:given}\n\n{BODY}\n\nتقبلوا تحياتي\n{l:full}",
    "متابعة:\n• {BODY}",
    "تقرير طبي عن {p:full}\n{BODY}\nالطبيب: {d:full}",
)

FIRST = (
    "طلب {p:full} مأوى هذا الصباح.",
    "الاسم كما ورد: {p:full}.",
    "وصلت عائلة {p:full} من {ar_town}.",
    "يطعن {p:full} في القرار.",
    "نرافق {p:full} في الاستئناف.",
    "الطفل {p:full} غير مصحوب بذويه.",
    "اتصل {p:full} مساء أمس.",
    "المستفيدة {p:full} لديها ولدان.",
)

AGAIN = (
    "تولى الترجمة {q:full}.",
    "يخشى {p:ref} العودة إلى {ar_town}.",
    "عمه {r:full} دفع تكاليف الرحلة.",
    "حضر الجلسة {o:full} و {l:full}.",
    "رواية {p:ref} متماسكة.",
    "كان معه في القارب {s:full}.",
    "كتب التقرير الدكتور {d:full}.",
    "القاضي {o:last} أجل الجلسة.",
    "لا أخبار عن {r:given} منذ سنة.",
    "ابنته {r:full} في المدرسة.",
)

PLAIN = (
    "لا جديد.",
    "مرتبط بالقضية {docket}.",
    "أعيدت الوثائق الأصلية.",
    "للطوارئ الاتصال على 112.",
    "القرار يستند إلى المادة 33 فقرة 1.",
    "صودر مبلغ {sum} عند الحدود.",
    "الجلسة بتاريخ {day}.",
    "جاء على الرحلة {route}.",
    "سكن أولا في القدس ثم في {ar_town}.",
    "أبعد من تونس إلى ليبيا.",
    "تعذرت القراءة:\n{=BROKEN_MRZ}\n",
    "ذكر التقرير {tally} وافد.",
    "دروس اللغة مع منظمة اليونيسف.",
    "محطة الحافلة عند شارع جمال الدين الأفغاني.",
    "الصورة الشعاعية في مستشفى ابن سينا.",
    "ولد في أيار أو حزيران بلا شهادة.",
    "أبلغ الطبيب ورئيس البلدية.",
    "سيتصل الهلال الأحمر في آذار.",
)

IDENTIFIERS = {
    "MRZ": ("قراءة البوابة:\n{=MRZ}\n",),
    "PASSPORT_NUMBER": ("جوازه ({=PASSPORT_NUMBER}) ممزق.", "رقم جواز السفر {=PASSPORT_NUMBER}"),
    "UNHCR_NUMBER": (
        "بطاقة المفوضية رقم {=UNHCR_NUMBER}.",
        "ملف UNHCR {=UNHCR_NUMBER} لستة أفراد.",
    ),
    "PHONE_NUMBER": ("الهاتف: {=PHONE_NUMBER}", "يمكن الاتصال على {=PHONE_NUMBER} مساء."),
    "EMAIL_ADDRESS": ("الإيميل {=EMAIL_ADDRESS}",),
    "IBAN_CODE": ("التحويل إلى {=IBAN_CODE}",),
    "LOCATION_COORDINATES": ("آخر موقع {=LOCATION_COORDINATES}",),
    "IMEI": ("الجهاز المصادر IMEI: {=IMEI}",),
    "STREET_ADDRESS": ("المقيم في {=STREET_ADDRESS}.", "عنوان المراسلة: {=STREET_ADDRESS}"),
    "CAMP_ADDRESS": ("ينام في {=CAMP_ADDRESS}.", "مكانه في المخيم: {=CAMP_ADDRESS}"),
}

CIRCUMSTANCES = (
    "[SMUGGLER_PRICE|كلفت الرحلة {sum} دفعها للمهرب].",
    "[RELATIVE_ABROAD|ابنتاه ما زالتا في {ar_town}].",
    "[RELATIVE_ABROAD|والده مختبئ في {ar_town}].",
    "يتناول دواء [HEALTH|للصرع].",
    "[HEALTH|مصاب بالسل].",
    "[HEALTH|مريض نفسيا] ويرى الكوابيس.",
    "هربت لأنها [SEXUAL_ORIENTATION|مثلية].",
    "[RELIGION|تعمد العام الماضي].",
    "من عائلة [RELIGION|قبطية].",
    "[POLITICAL_OPINION|معارض للنظام] اعتقل مرتين.",
)

LANGUAGE = Language(
    frames=FRAMES,
    first=FIRST,
    again=AGAIN,
    plain=PLAIN,
    identifiers=IDENTIFIERS,
    circumstances=CIRCUMSTANCES,
)

"""Arabic notes of the development split."""

from __future__ import annotations

from benchmarks.case_notes.corpus import Language

FRAMES = (
    "{BODY}",
    "{BODY}",
    "{BODY}",
    "محضر مقابلة\nالتاريخ: {date}\n\n{BODY}\n\nالموظف: {o:full}",
    "السلام عليكم {o:given}،\n\n{BODY}\n\nمع التحية،\n{l:full}",
    "سجل الحوادث\n- {BODY}",
)

FIRST = (
    "حضر {p:full} إلى المكتب بتاريخ {date}.",
    "اسم مقدم الطلب: {p:full}.",
    "أجريت مقابلة مع {p:full} بوجود مترجم.",
    "تم استقبال {p:full} القادم من {ar_city}.",
    "أكتب إليكم بخصوص {p:full} الذي ينتظر منذ شهرين.",
    "المريضة {p:full} حضرت للفحص.",
    "ملف {p:full} غير مكتمل.",
)

AGAIN = (
    "المترجم: {q:full}.",
    "ذكر {p:ref} أن {r:given} بقي في القرية.",
    "أخوه {r:full} يقيم في {ar_city}.",
    "لم يتذكر {p:ref} التاريخ.",
    "اسم الأم: {r:full}.",
    "طلب المحامي {l:full} التأجيل.",
    "الدكتور {d:last} أكد الإصابات.",
    "سافر مع {s:full} حتى الحدود.",
    "الشاهد {s:full} لم يحضر.",
)

PLAIN = (
    "الأوراق مكتملة.",
    "انظر الملف {case}.",
    "دفع رسوما قدرها {amount}.",
    "الموعد القادم {date} الساعة {time}.",
    "وصل على متن الرحلة {flight}.",
    "مر عبر الأردن وتشاد وجورجيا.",
    "رقم المساعدة المجاني 0800 011 3555.",
    "الأساس القانوني المادة 3 فقرة 2.",
    "عاش في الإسكندرية ثم في {ar_city}.",
    "أنقذته سفينة في عرض البحر.",
    "اللقاء في شارع الملك فيصل قرب المحطة.",
    "أحيل إلى منظمة كاريتاس.",
    "النسخة غير مطابقة:\n{=BROKEN_MRZ}\n",
    "ولد في شهر نيسان حسب الشهادة.",
    "الطبيب المناوب أبلغ بذلك.",
    "نقل إلى مستشفى الشفاء.",
)

IDENTIFIERS = {
    "MRZ": ("سطور القراءة الآلية:\n{=MRZ}\n",),
    "PASSPORT_NUMBER": (
        "جواز سفر رقم {=PASSPORT_NUMBER} منتهي الصلاحية.",
        "رقم الجواز: {=PASSPORT_NUMBER}",
    ),
    "UNHCR_NUMBER": ("رقم المفوضية {=UNHCR_NUMBER}.", "مسجل لدى المفوضية برقم {=UNHCR_NUMBER}."),
    "PHONE_NUMBER": ("هاتف {=PHONE_NUMBER}.", "رقم الواتساب {=PHONE_NUMBER}"),
    "EMAIL_ADDRESS": ("البريد الإلكتروني {=EMAIL_ADDRESS}",),
    "IBAN_CODE": ("رقم الحساب {=IBAN_CODE}",),
    "LOCATION_COORDINATES": ("المنزل في {=LOCATION_COORDINATES}",),
    "IMEI": ("رقم الجهاز IMEI {=IMEI}",),
    "STREET_ADDRESS": ("العنوان: {=STREET_ADDRESS}.", "يسكن في {=STREET_ADDRESS}."),
    "CAMP_ADDRESS": ("يقيم في {=CAMP_ADDRESS}.",),
}

CIRCUMSTANCES = (
    "[SMUGGLER_PRICE|دفع {amount} للمهرب].",
    "[RELATIVE_ABROAD|أمه ما زالت في {ar_city}].",
    "[RELATIVE_ABROAD|له أخ في {ar_city}].",
    "[HEALTH|يعاني من اضطراب ما بعد الصدمة].",
    "[HEALTH|حامل] في الشهر الخامس.",
    "قال إنه [SEXUAL_ORIENTATION|مثلي الجنس].",
    "[RELIGION|اعتنق المسيحية] قبل سنتين.",
    "[POLITICAL_OPINION|عضو في حزب معارض].",
    "[POLITICAL_OPINION|شارك في المظاهرات].",
)

LANGUAGE = Language(
    frames=FRAMES,
    first=FIRST,
    again=AGAIN,
    plain=PLAIN,
    identifiers=IDENTIFIERS,
    circumstances=CIRCUMSTANCES,
)

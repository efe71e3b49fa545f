"""Arabic notes of the trial split."""

from __future__ import annotations

from benchmarks.case_notes.corpus import Language

FRAMES = (
    "{BODY}",
    "{BODY}",
    "{BODY}",
    "{BODY}",
    "ملاحظة متابعة {ar_tarikh}\n{BODY}",
    "محضر مقابلة\nالموظف: {o:full}\nالمترجم: {q:full}\n\n{BODY}",
    "تحية طيبة {l:given}،\n\n{BODY}\n\nمع الشكر،\n{o:full}\n{ar_munazzama}",
    "إلى من يهمه الأمر\n\n{BODY}\n\nالتوقيع: {l:full}",
    "سجل المناوبة الليلية\n- {BODY}",
    "تقرير طبي\nالمريض: {p:full}\n\n{BODY}\n\nالطبيب {d:full}",
    "تسليم الوردية\n• {BODY}",
    "الموضوع: {ar_malaf}\n{BODY}",
    "خط المساعدة، {ar_saa}\n{BODY}",
)

FIRST = (
    "راجع المكتب {p:full} ومعه أوراق ناقصة.",
    "اسم مقدم الطلب: {p:full}\n",
    "الاسم الكامل: {p:full}\n",
    "حضرت {p:full} إلى مركز التسجيل في {ar_makan}.",
    "وصل {p:full} إلى {ar_makan} {ar_tarikh}.",
    "أجريت المقابلة مع {p:full} {ar_saa}.",
    "المستفيد: {p:full}، عدد أفراد الأسرة ستة.",
    "اتصل بنا {p:full} من {ar_makan}.",
    "الطفل {p:full} وصل من دون ذويه.",
    "نزح {p:full} من {ar_madina} مع أسرته.",
    "يطلب {p:full} تجديد البطاقة.",
    "المدعو {p:full} أوقف عند الحاجز.",
    "نكتب إليكم بخصوص {p:full}.",
    "رب الأسرة: {p:full}\n",
    "الطالبة {p:full} في الصف السابع.",
    "صاحب الشكوى {p:full} لم يستلم المساعدة.",
)

AGAIN = (
    "قال {p:ref} إن البيت هدم بالكامل.",
    "طلب {p:ref} نسخة من القرار.",
    "اسم الزوجة: {r:full}.",
    "شقيقه {r:full} مفقود منذ سنوات.",
    "والدته {r:full} ترعى الأطفال.",
    "للاتصال عند الضرورة: {s:full}\n",
    "المترجم الحاضر: {q:full}.",
    "ترجم المقابلة {q:full} عبر الهاتف.",
    "المسؤول عن الحالة: {o:full}.",
    "المحامية {l:full} ستقدم الطعن.",
    "كشف عليه الدكتور {d:full}.",
    "الشاهد {s:full} أكد الرواية.",
    "سافر مع صديقه {s:full} حتى {ar_makan}.",
    "الأولاد: {r:given} (٨ سنوات) و {s:given} (٥ سنوات).",
    "الحضور: {o:full}، {l:full}.",
    "وقع أمامي: {p:full}\n",
    "حسب كلام {p:ref} كان الطريق مغلقا.",
    "جارهم {s:full} دلهم على المكتب.",
    "نسخة إلى {l:full}\n",
    "يسكن {p:ref} مع عمه {r:full}.",
)

PLAIN = (
    "المرجع: {ar_malaf}.",
    "الموعد القادم {ar_tarikh}، {ar_saa}.",
    "استنادا إلى {ar_qanun}.",
    "قيمة المساعدة {ar_mablagh} شهريا.",
    "أجرة الحافلة {ar_mablagh}.",
    "بانتظار الدفع: {ar_fatura}.",
    "ألغيت {ar_rihla}.",
    "للطوارئ اتصل على {ar_khatt}.",
    "خط ساخن مجاني: {ar_khatt}.",
    "المراسلة على {~ar_barid}.",
    "أحيل إلى {ar_munazzama}.",
    "توزع {ar_munazzama} البطانيات غدا.",
    "سجلت {ar_adad} هذا الشهر.",
    "الوضع في {ar_madina} غير مستقر.",
    "الطريق من {ar_madina} إلى الحدود مقطوع.",
    "لا أقارب له في البلد.",
    "لا يقرأ ولا يكتب، أخذت البصمة.",
    "انقطع التيار في القسم الثاني.",
    "مدة الاستئناف ثلاثون يوما.",
    "الصفحة الرابعة ناقصة.",
    "يبدأ دوام المركز {ar_saa}.",
    "دورة اللغة يوم الثلاثاء.",
    "تقرير عن {ar_balad} صدر {ar_tarikh}.",
    "السطران أسفل الجواز غير صحيحين:\n{=BROKEN_MRZ}\n",
    "لا شيء آخر يذكر.",
    "استلم حقيبة نظافة وقسيمة طعام.",
    "يحتاج المركز إلى مترجم إضافي.",
    "شارة الموظف رقم 318.",
)

IDENTIFIERS = {
    "MRZ": (
        "سطور القراءة الآلية في الجواز:\n{=MRZ}\n",
        "نسخة عن أسفل الصفحة\n{=MRZ}\n",
    ),
    "PASSPORT_NUMBER": (
        "جواز سفر رقم {=PASSPORT_NUMBER}.",
        "رقم جواز السفر: {=PASSPORT_NUMBER}\n",
        "يحمل جواز السفر {=PASSPORT_NUMBER} الصادر من {ar_madina}.",
    ),
    "UNHCR_NUMBER": (
        "رقم التسجيل لدى المفوضية {=UNHCR_NUMBER}.",
        "رقم ملف المفوضية: {=UNHCR_NUMBER}\n",
        "مسجل لدى UNHCR برقم {=UNHCR_NUMBER}.",
        "شهادة طالب لجوء من المفوضية رقم {=UNHCR_NUMBER}.",
    ),
    "EURODAC_NUMBER": (
        "بصمته مسجلة في Eurodac برقم {=EURODAC_NUMBER}.",
        "يوروداك: {=EURODAC_NUMBER}\n",
    ),
    "US_A_NUMBER": ("رقم الأجنبي (A-Number): {=US_A_NUMBER}\n",),
    "PHONE_NUMBER": (
        "هاتف: {=PHONE_NUMBER}\n",
        "رقم الجوال {=PHONE_NUMBER}.",
        "رقم الهاتف الجديد {=PHONE_NUMBER}.",
        "واتساب {=PHONE_NUMBER}\n",
        "يمكن الاتصال به على {=PHONE_NUMBER} مساء.",
        "موبايل الأخ: {=PHONE_NUMBER:r}\n",
    ),
    "EMAIL_ADDRESS": (
        "البريد الإلكتروني: {=EMAIL_ADDRESS}\n",
        "أرسل الصور من {=EMAIL_ADDRESS}.",
        "إيميل {=EMAIL_ADDRESS}\n",
    ),
    "IBAN_CODE": ("رقم الحساب IBAN: {=IBAN_CODE}\n", "تحول المساعدة إلى الآيبان {=IBAN_CODE}."),
    "LOCATION_COORDINATES": (
        "الموقع على الخريطة: {=LOCATION_COORDINATES}\n",
        "أرسل إحداثيات القارب {=LOCATION_COORDINATES}.",
    ),
    "LICENSE_PLATE": (
        "سيارة بيضاء، لوحة رقم {=LICENSE_PLATE}.",
        "رقم لوحة السيارة: {=LICENSE_PLATE}\n",
    ),
    "IMEI": ("صودر الهاتف، IMEI {=IMEI}.",),
    "IP_ADDRESS": ("أرسل الطلب من عنوان IP {=IP_ADDRESS}.",),
    "CREDIT_CARD": ("دفع ثمن التذكرة بالبطاقة {=CREDIT_CARD}.",),
    "NATIONAL_ID": (
        "الرقم الوطني {=NATIONAL_ID.syrian}.",
        "الرقم الوطني: {=NATIONAL_ID.syrian}\n",
        "رقم الهوية {=NATIONAL_ID.syrian}، صادرة من {ar_madina}.",
        "رقم الكيمليك {=NATIONAL_ID.kimlik}.",
    ),
    "STREET_ADDRESS": (
        "العنوان: {=STREET_ADDRESS}\n",
        "يسكن حاليا في {=STREET_ADDRESS}.",
        "عنوان السكن {=STREET_ADDRESS}\n",
    ),
    "CAMP_ADDRESS": (
        "تقيم الأسرة في {=CAMP_ADDRESS}.",
        "مكان الإقامة: {=CAMP_ADDRESS}\n",
    ),
}

CIRCUMSTANCES = (
    "[SMUGGLER_PRICE|دفع للمهرب {ar_siar}].",
    "طلب [SMUGGLER_PRICE|المهربون {ar_siar} عن كل شخص].",
    "[SMUGGLER_PRICE|كلفت الرحلة {ar_siar} دفعت للمهرب] في {ar_makan}.",
    "[RELATIVE_ABROAD|أخوه يعيش في {ar_kharij}].",
    "[RELATIVE_ABROAD|زوجها لاجئ في {ar_kharij}] منذ سنتين.",
    "تريد اللحاق [RELATIVE_ABROAD|بأمها المقيمة في {ar_kharij}].",
    "[HEALTH|يعاني من {ar_marad}].",
    "[HEALTH|تشكو من {ar_marad}] وتحتاج إلى دواء.",
    "[HEALTH|حامل في الشهر السابع].",
    "[HEALTH|فقد ساقه في القصف].",
    "[HEALTH|حاول الانتحار] في مركز الاحتجاز.",
    "[SEXUAL_ORIENTATION|مثلي الجنس] ويخاف من أهله.",
    "هددها أهلها لأنها [SEXUAL_ORIENTATION|مثلية].",
    "[RELIGION|اعتنق المسيحية] قبل سنة.",
    "الأسرة من [RELIGION|الطائفة الإيزيدية].",
    "[RELIGION|ترك الإسلام] ولا يصلي.",
    "[RELIGION|مسيحي] من أبناء {ar_madina}.",
    "[POLITICAL_OPINION|شارك في المظاهرات ضد النظام].",
    "[POLITICAL_OPINION|كان عضوا في حزب معارض].",
    "اعتقل لأنه [POLITICAL_OPINION|كتب ضد الحكومة على الإنترنت].",
)

LANGUAGE = Language(
    frames=FRAMES,
    first=FIRST,
    again=AGAIN,
    plain=PLAIN,
    identifiers=IDENTIFIERS,
    circumstances=CIRCUMSTANCES,
)

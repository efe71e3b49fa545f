"""Each rule for letters, forms, lists and what is called after somebody, in sentences made up for it."""

from __future__ import annotations

import pytest

from audit.personal_data.names import layout
from audit.personal_data.names.arabic_words import Sort, reading
from audit.personal_data.names.capitals import weigh
from audit.personal_data.names.lexicon import of_note
from audit.personal_data.names.reasons import ENOUGH, Reason
from audit.personal_data.names.tagger import tagged


def said(text: str) -> list[str]:
    return [text[span.start : span.end] for span in tagged(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # Under a letter, and over it
        ("The card is ready.\n\nKind regards,\nPenelope", ["Penelope"]),
        ("The card is ready. Regards Desta", ["Desta"]),
        ("Le colis est arrivé.\n\nBien cordialement,\nFatou", ["Fatou"]),
        ("Se adjunta copia.\n\nUn abrazo,\nYesenia", ["Yesenia"]),
        ("Se adjunta copia.\n\nUn abrazo,\nyesenia quispe", ["yesenia quispe"]),
        ("Please file this.\n\nTewelde", ["Tewelde"]),
        ("Read over and agreed.\nKESHTMAND\nInterviewing officer", ["KESHTMAND"]),
        ("Good morning Desta,\n\nthe room is booked.", ["Desta"]),
        ("Desta, could you book the room?", ["Desta"]),
        # Fields
        ("Surname: Tewelde\nForename(s): Desta\n", ["Tewelde", "Desta"]),
        ("Next of kin: Zarghona.", ["Zarghona"]),
        ("From: Gebru\nTo: File", ["Gebru"]),
        ("Contacto de emergencia: Yesenia.", ["Yesenia"]),
        ("Tewelde | Eritrean | arrived on 3 May", ["Tewelde"]),
        ("Name given at the gate Zarghona Hotaki, age about 20.", ["Zarghona Hotaki"]),
        ("Send it to Zarghona c/o the day centre.", ["Zarghona"]),
        ("Attendees: desta tewelde; yusra haddadin.", ["desta tewelde", "yusra haddadin"]),
        # Surname first
        ("HOTAKI Zarghona was registered.", ["HOTAKI Zarghona"]),
        ("Gebru, Tewelde | Eritrean", ["Gebru, Tewelde"]),
        ("Solicitante: Quispe, Yesenia\n", ["Quispe", "Yesenia"]),
        ("SORANI Zhwan was registered.", ["SORANI Zhwan"]),
        ("Present: Keith Whitlam, Zarghona Hotaki.", ["Keith Whitlam", "Zarghona Hotaki"]),
        # Lists, backwards too
        ("Zarghona, Desta and Ms Tewelde will be enrolled.", ["Zarghona", "Desta", "Tewelde"]),
        ("Dependants: 1) Zarghona Hotaki 2) Desta.", ["Zarghona Hotaki", "Desta"]),
        # Known as, per, thanks
        ("Recorded here (f/k/a Zarghona) in 2019.", ["Zarghona"]),
        ("Per Tewelde, no change.", ["Tewelde"]),
        ("Merci à Desta pour son aide.", ["Desta"]),
        ("Fait le 7 mai 2023, Corentin Lemaitre", ["Corentin Lemaitre"]),
        # Small words in names
        ("We met Trinh My Quyen there.", ["Trinh My Quyen"]),
        ("Resident: Ma Khin Toe, room 4", ["Ma Khin Toe"]),
        ("Statement of Ms May Thiri.", ["May Thiri"]),
        ("On 24 May Zarghona Hotaki called.", ["Zarghona Hotaki"]),
        # A verb by its ending
        ("Tewelde hesitated for a while.", ["Tewelde"]),
        ("Yesenia volverá el lunes.", ["Yesenia"]),
        ("Desta craignait un refus.", ["Desta"]),
    ],
)
def test_names_where_letters_and_forms_have_them(text: str, names: list[str]) -> None:
    assert said(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Dear colleague,\nHousing is arranged.",
        "The Rosalind Carver took 90 people on board.",
        "Rescued by the MT Rosalind.",
        "Found in the bag: a Hugo Brandt jacket.",
        "Trouvé dans le sac : un blouson Hugo Brandt.",
        "The first host city was Verona, then Modena.",
        "Beds on Princess Beatrice ward are full.",
        "Closed for Guy Fawkes Night.",
        "Comedor en el albergue Padre Olmedo.",
        "The square is called after Leopold II.",
        "ACTA DE COMPARECENSIA\nfolio 12",
        "CAHIER DE LIAISON – bureau 3\nElle est partie hier.",
        "Serial: Seriennummer Y6471151",
        "Dienstnr. 40418 signed.",
        "Since Tues 19 Nov nothing was heard.",
        "The judgment in R (Kowalenko) v SSHD was cited.",
        "See Matter of Kowalenko.",
        "Kowalenko v Switzerland was cited.",
        "Damaged in the tempête Ciaran.",
        "Dégâts après la tempête Ciaran.",
        "Daños del huracán Teodoro.",
        "Originaire de Shah Wali Kot, elle est venue avec sa sœur.",
        "Taller en el aula Rosalia Bravo.",
        "They are of Kosovan nationality.",
        "Clothes were given by Islamic Relief.",
        "Refsual printed, 12 pages.",
        "Room G.04 is locked.",
        "Type C visa refused.",
    ],
)
def test_what_is_nobody(text: str) -> None:
    assert said(text) == []


def test_the_office_in_a_signature_is_nobody() -> None:
    assert said("Yours\n\nTewelde Gebru\nCaseworker, Diaconia") == ["Tewelde Gebru"]
    assert said("Yours\n\nTewelde Gebru\nCaseworker | Clarkson Hyde") == ["Tewelde Gebru"]
    assert said("Certified by the interpreter, Tewelde Gebru.") == ["Tewelde Gebru"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("المحامي: ماجدة جندي\n", ["ماجدة جندي"]),
        ("الشاهدة يسرى عودة وصلت أمس.", ["يسرى عودة"]),
        ("الموظف المسؤول: زمرک ببر", ["زمرک ببر"]),
        ("| رامش دوراني | موريتانيا |", ["رامش دوراني"]),
        ("شكرا ووندوسن على المتابعة.", ["ووندوسن"]),
        ("تقرير طبي عن زرغونه هوتك", ["زرغونه هوتك"]),
        ("نسخة إلى زرغونه هوتك.", ["زرغونه هوتك"]),
        ("تولى الترجمة زرغونه هوتك.", ["زرغونه هوتك"]),
        ("حضر إلى المكتب زرغونه هوتك بتاريخ 7 أيار.", ["زرغونه هوتك"]),
        ("نسخة إلى سمير وTewelde Gebru.", ["سمير", "Tewelde Gebru"]),
        ("السيد أو السيدة: ضع علامة.", []),
        ("أغرقت العاصفة دانيال الحي.", []),
        ("أنقذتهم السفينة Rosalind.", []),
        ("مرتبط بالقضية matter no 8841.", []),
    ],
)
def test_in_arabic_letters(text: str, names: list[str]) -> None:
    assert said(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # Greetings, and nobody greeted
        ("تحية طيبة غيداء،\nوصل الرد.", ["غيداء"]),
        ("صباح الخير هيفاء،\nوصل الرد.", ["هيفاء"]),
        ("الزميلة هيفاء،\nتحية طيبة،\nوصل الرد.", ["هيفاء"]),
        ("تحية طيبة وبعد،", []),
        # Fields under any label that says who is meant
        ("رب الأسرة: كوكب ورده\n", ["كوكب ورده"]),
        ("وقع أمامي: رابعة منغشا\n", ["رابعة منغشا"]),
        ("أولوية: عالية", []),
        # Families' names with an article
        ("المريض: هيفاء الزبيدي\n", ["هيفاء الزبيدي"]),
        ("حضرت جمانة القدسي إلى المركز.", ["جمانة القدسي"]),
        ("الاسم الثلاثي: Desta Tewelde", ["Desta Tewelde"]),
        ("حضر التوم عثمان إلى المركز.", ["التوم عثمان"]),
        # A hamza is no article; "we do" has no ending of those who did
        ("قابلنا ألمز قبرمسقل أمس.", ["ألمز قبرمسقل"]),
        ("الشاهد نقاسا هوندي أكد الرواية.", ["نقاسا هوندي"]),
        # Ordinary words after a person and before a name
        ("شقيقه ميزان منغشو مفقود.", ["ميزان منغشو"]),
        ("سافر مع صديقه كولي هوندي حتى بيروت.", ["كولي هوندي"]),
        # Nouns told by how they are built, and nouns with their complement
        ("يطلب غيداء تجديد البطاقة.", ["غيداء"]),
        ("شهادة طالب لجوء من المفوضية.", []),
        ("قدم اعتراضات مكتوبة.", []),
        # "and", "in" that are the first letter of the name
        ("اتصل هايلو ووندمو أمس.", ["هايلو ووندمو"]),
        # Ages, relatives and speakers beside a name
        ("الأولاد: Zar (8 سنوات) و غيداء (5 سنوات).", ["Zar", "غيداء"]),
        ("2) بوغوص منغشا – الزوجة", ["بوغوص منغشا"]),
        ("- هيفاء: لا أعرف.", ["هيفاء"]),
        # "was with him in the boat", "the committee heard", "the notifying was done"
        ("كان معه في القارب هيفاء.", ["هيفاء"]),
        ("استمعت اللجنة إلى هيفاء لمدة ساعة.", ["هيفاء"]),
        ("تم إخطار هيفاء بالقرار.", ["هيفاء"]),
        ("حسب كلام زبير كان الطريق مغلقا.", ["زبير"]),
    ],
)
def test_names_in_arabic_letters_by_rule(text: str, names: list[str]) -> None:
    assert said(text) == names


@pytest.mark.parametrize(
    ("word", "sort"),
    [
        ("هينوك", Sort.UNKNOWN),
        ("سلمون", Sort.UNKNOWN),
        ("يعملون", Sort.VERB),
        ("أصرح", Sort.VERB),
        ("ألمز", Sort.UNKNOWN),
        ("الألم", Sort.ORDINARY),
        ("ثانت", Sort.UNKNOWN),
    ],
)
def test_words_that_other_forms_are_not_read_into(word: str, sort: Sort) -> None:
    assert reading(word).sort is sort


@pytest.mark.parametrize(
    ("word", "formed"),
    [("ارتباط", True), ("تقطيع", True), ("استخراج", True), ("هوندي", False), ("تكليت", False)],
)
def test_nouns_by_how_they_are_built(word: str, *, formed: bool) -> None:
    assert reading(word).formed is formed


def test_names_of_two_people_stay_two_finds() -> None:
    assert said("Attendees: Zarghona Hotaki, Tewelde Gebru.") == [
        "Zarghona Hotaki",
        "Tewelde Gebru",
    ]


@pytest.mark.parametrize(
    ("left", "house"),
    [("Lives at 12 ", True), ("at 12, ", True), ("on 7 May 2023, ", False), ("3/5/2023, ", False)],
)
def test_a_year_is_no_house_number(left: str, *, house: bool) -> None:
    assert layout.house(left) is house


@pytest.mark.parametrize(
    ("word", "misspelt"),
    [
        ("Refsual", True),
        ("Statment", True),
        ("Documment", True),
        ("Tewelde", False),
        ("Sarah", False),
    ],
)
def test_a_word_nearly_written_right(word: str, *, misspelt: bool) -> None:
    assert of_note("").misspelt(word) is misspelt


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Kind regards,\nPenelope", Reason.SIGNED),
        ("Next of kin: Zarghona.", Reason.LABEL),
        ("Tewelde | Eritrean", Reason.ROW),
        ("Send it to Zarghona c/o the centre.", Reason.CARE_OF),
        ("Gebru, Tewelde | Eritrean", Reason.COMMA),
        ("Spoke with B. Grace today.", Reason.INITIAL),
    ],
)
def test_reasons_for_a_name(text: str, reason: Reason) -> None:
    assert any(run.has(reason) and run.weight >= ENOUGH for run in weigh(text))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Serial: Seriennumer Y6471151 seen", Reason.NUMBER),
        ("ACTA DE COMPARECENSIA\n", Reason.HEADING),
        ("Tewelde Gebru\nCaseworker, Diaconia", Reason.SIGNATURE),
        ("In honour of Leopold II.", Reason.HONOUR),
        ("See Matter of Kowalenko.", Reason.CITED),
    ],
)
def test_reasons_against_one(text: str, reason: Reason) -> None:
    assert any(run.has(reason) and run.weight < ENOUGH for run in weigh(text))

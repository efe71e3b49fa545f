"""Special categories in prose: what is said of a person counts, what is a subject in general does not.

Each statement is one that notes make; each other sentence has the same words and says nothing of anybody.
"""

from __future__ import annotations

import pytest

from audit.personal_data.circumstances import (
    ethnic_origin_in_notes,
    health_in_notes,
    party_membership_in_notes,
    political_opinion_in_notes,
    religion_in_notes,
    sexual_orientation_in_notes,
    union_membership_in_notes,
)
from audit.personal_data.family import Nature
from audit.personal_data.scanning import spans

FAMILIES = {
    "religion": religion_in_notes.FAMILY,
    "orientation": sexual_orientation_in_notes.FAMILY,
    "origin": ethnic_origin_in_notes.FAMILY,
    "union": union_membership_in_notes.FAMILY,
    "politics": political_opinion_in_notes.FAMILY,
    "party": party_membership_in_notes.FAMILY,
    "health": health_in_notes.FAMILY,
}

SAID = {
    "religion": """
        Converted to Christianity in 2019.
        Belongs to the Ahmadi community.
        Jehovah's Witness, refused the draft.
        Family is Yazidi.
        She left Islam two years ago.
        He calls himself an atheist.
        She is a devout Muslim.
        A Christian woman from Mosul asked for advice.
        She fled because of her religion.
        Religion: Sunni
        He comes from a Coptic family.
        He was baptised in 2020.
        He was accused of apostasy.
        Converti au christianisme.
        Famille chiite.
        Elle est de confession juive.
        Elle s'est convertie à l'islam.
        Es testigo de Jehová.
        Convertido al cristianismo.
        La solicitante es cristiana evangélica.
        اعتنق المسيحية قبل سنتين.
        قال إنه شيعي.
        عائلته مسيحية.
        الديانة: مسلم
        ترك الإسلام.
        \u200fهو مسيحي\u200f.
        Was flogged for apostasy.
        Practising Pentecostal.
        Fidèle d'une église évangélique.
        Predica en una iglesia evangélica.
        Not religious.
        Is not very religious, drinks alcohol.
    """,
    "orientation": """
        Says he is gay and was outed at work.
        She identifies as lesbian.
        Bisexual, has told nobody in the family.
        Lives as a transgender woman.
        He came out to his family.
        He was beaten because of his sexual orientation.
        He is in a relationship with another man.
        A gay man was attacked.
        Her same-sex relationship was discovered.
        Dit être homosexuel.
        Lesbienne, rejetée par les siens.
        Declara ser homosexual.
        Mujer trans, expulsada de su casa.
        Teme por su orientación sexual.
        قال إنه مثلي الجنس.
        He lived together with his boyfriend until May.
        She had a relationship with a woman in Zakho.
        Neighbours found out that he loves men.
        A same-sex relationship was discovered by the uncle.
        Surpris avec son petit ami, il a dû fuir.
        يحب الرجال وله شريك.
        Was accused of sodomy.
    """,
    "origin": """
        The applicant is Hazara.
        She is an ethnic Tajik.
        A Rohingya family waited outside.
        Ethnicity: Pashtun
        He belongs to the Dir clan.
        They are of Kurdish origin.
        A black man was stopped.
        Elle est d'ethnie peule.
        La solicitante es indígena.
        من قومية كردية
        قال إنه كردي.
    """,
    "union": """
        He is a trade unionist.
        She was a member of the teachers' trade union.
        Le requérant est syndicaliste.
        Era líder sindical en su pueblo.
        عضو في نقابة المعلمين
    """,
    "politics": """
        Member of the banned opposition party.
        Took part in the protests of May.
        Criticised the government online.
        He fears arrest for his political opinion.
        She is a political activist.
        He joined the Baath Party.
        He was arrested during a demonstration.
        Political opinion: monarchist
        Militant du parti d'opposition.
        A participé aux manifestations.
        Militante de un partido opositor.
        Participó en las protestas.
        عضو في حزب معارض.
        شارك في المظاهرات.
        هي ناشطة سياسية.
        Arrested for posts on Facebook mocking the governor.
        Detained twice for taking part in anti-war vigils.
        He deserted from national service in 2017.
        Refused to fire on protesters and fled.
        Known supporter of Imran Khan.
        She ran for the municipal council on the opposition list.
        Wrote articles critical of the royal family.
        Not politically active.
        Member of the youth wing of Zanu-PF.
        Threatened by Boko Haram for cooperating with the army.
        Sympathiser of the Gülen movement.
        Imputed political opinion: father was a colonel under Saddam.
        Blogger, three years in Evin.
        Family supports the Free Syrian Army.
        Hung a Kurdish flag from the balcony.
        Has been an activist since school days.
        Spied on by the secret service because of her activism.
        A participé à une marche contre le coup d'État.
        Ancien militaire, a déserté en 2020.
        Il dit être recherché pour ses publications sur Facebook.
        A collé des affiches du parti.
        Journaliste engagée, menacée.
        Arrêté lors d'un meeting de l'opposition.
        Sans engagement politique.
        Elle a critiqué le président dans une vidéo.
        Sa famille est proche de l'ancien régime.
        Colaboraba con un medio opositor.
        Firmó contra Chávez, figura en la lista Tascón.
        Fue dirigente estudiantil en la UCV.
        Detenido por protestar contra el alza del metro.
        Es objetor de conciencia.
        Perseguido por sus ideas.
        Denunció la corrupción del alcalde.
        Exmilitar, desertó en 2019.
        اعتقل بسبب منشوراته على فيسبوك.
        كان عضوا في حزب الإصلاح.
        هرب من الخدمة العسكرية.
        ينتمي إلى حركة معارضة.
        خرجت في مظاهرات ضد الرئيس.
        ناشطة حقوقية معروفة.
        مطلوب للأمن بسبب نشاطه.
        قال إن والده كان في حزب البعث.
        مؤيد للثورة.
        اتهمته السلطات بالانتماء إلى الإخوان.
    """,
    "party": """
        Brother and he were in the PKK.
        Was a polling agent for the CUF.
        Sympathisant du MRC.
        Was active for the HDP at university.
        She was a member of the PKK.
        Organiser for the MDC in Harare.
        A UFDG supporter, beaten by the police.
        Membre de l'UFDG.
        Milita en el MAS desde 2010.
        عضو في حزب PKK
    """,
    "health": """
        Was diagnosed with hepatitis B at arrival.
        HIV positive, on treatment since May.
        Suffers from PTSD and does not sleep.
        Pregnant, second trimester.
        Type 2 diabetes, needs insulin in the room.
        Attempted suicide in detention.
        Has Crohn's disease, letter attached.
        She is six months pregnant.
        He arrived in a wheelchair.
        His epilepsy is not treated.
        Diagnosis: schizophrenia
        Her son has a learning disability.
        Séropositif, sous traitement.
        Souffre de stress post-traumatique.
        Enceinte de cinq mois.
        Padece VIH y toma medicación.
        Diagnosticada de depresión grave.
        Embarazada de seis meses.
        يعاني من اضطراب ما بعد الصدمة.
        حامل في الشهر الخامس.
        هي مصابة بالسرطان.
        Needs glasses, short-sighted since childhood.
        Broke his arm in the fall, plaster on.
        Shrapnel still in the left leg.
        Chronic back pain after beatings.
        Gunshot wound to the abdomen, operated in Tripoli.
        Takes lithium and cannot skip a dose.
        On warfarin after a clot.
        Child has a cleft palate.
        Mother of two, breastfeeding the younger.
        Had surgery on her knee in 2022.
        Allergic to penicillin.
        Sleeps badly, wakes up screaming.
        Cries during the interview, low mood.
        Awaiting a kidney transplant.
        Post-natal depression.
        Rape survivor, tested for STIs.
        Has lost 12 kg since arrival.
        Hearing aid broken.
        Registered blind.
        Autistic son, non-verbal.
        Thalassaemia major, monthly transfusions.
        Drinks heavily since the death of his wife.
        Hep C, finished treatment.
        Two miscarriages in Libya.
        Is HIV negative.
        No chronic illnesses.
        Limps, uses a cane.
        Burns on 30 % of the body.
        Cognitive impairment, MoCA 17/30.
        Gestational diabetes, 32 weeks.
        Psychologist notes dissociation and intrusive memories.
        He is under the care of a cardiologist.
        Needs a cataract operation.
        Fits twice a month, on valproate.
        Fractured pelvis, walks with a frame.
        Porte une prothèse au bras.
        Suit une chimiothérapie.
        Allergique à l'arachide.
        Opérée de l'appendicite en mars.
        Asthmatique depuis l'enfance.
        Elle a fait une fausse couche.
        Fils autiste.
        Cicatrices de brûlures au dos.
        Suivi psychologique hebdomadaire.
        Insomnies, perte d'appétit.
        Prend du paracétamol pour les migraines.
        Amputé de la jambe droite.
        A perdu la vue de l'œil gauche.
        Malformation cardiaque chez le nourrisson.
        Hijo con síndrome de Down.
        Operado del corazón en 2019.
        Fractura de tibia sin consolidar.
        Toma levotiroxina.
        Tiene presión alta.
        Es alérgica a la penicilina.
        Sufre ataques de pánico.
        Está en tratamiento psiquiátrico.
        Dio positivo a tuberculosis.
        Usa audífono.
        Cáncer de mama, en quimioterapia.
        Niña con parálisis cerebral.
        يعاني من آلام في الظهر.
        أجريت له عملية في القلب.
        ابنه مصاب بالتوحد.
        فقد بصره في الانفجار.
        تتناول أدوية للاكتئاب.
        لديه حساسية من البنسلين.
        يعاني من الأرق والكوابيس.
        كسر في الساق اليمنى.
        مريضة بالسكري من النوع الثاني.
        لديها ضغط مرتفع.
        أجهضت في الطريق.
        يستخدم عكازات.
        يحتاج إلى جلسات علاج نفسي.
    """,
}

NOT_SAID = {
    "religion": """
        Persecution on religious grounds is named in the statute.
        On account of race, religion, nationality or political opinion.
        Freedom of religion is guaranteed.
        Walked along Church Street.
        Closed on the Orthodox Easter holiday.
        Christian Aid gave blankets, such as Christian Aid does.
        The village is mostly Christian.
        The area is Shia.
        Islamic Republic of Iran
        Muslims are a majority in the province.
        The Catholic charity Caritas was informed.
        Country report on converts to Christianity in Iran.
        The officer was Christian Meyer.
        The calendar is Orthodox.
        As Muslim countries do.
        Jewellery sold in Santa Cruz.
        Elle a foi en la justice.
        La iglesia de San Pedro.
        جمهورية إيران الإسلامية
    """,
    "orientation": """
        LGBT organisations in Kampala were asked.
        Persecution of homosexuals is documented.
        There are laws against homosexuality.
        Sexual orientation is a ground under the directive.
        He saw the gay rights march.
        Seen by Gaye Ndiaye on orientation day.
        The town is gay-friendly.
        Le train trans-européen avait du retard.
        He had a relationship with a woman in Zakho.
        The guidance on claims based on sexual orientation was updated.
        Same-sex relationships are illegal there.
    """,
    "origin": """
        Speaks Kurdish, Kurdish interpreter booked.
        Her mother tongue is Tigrinya.
        The language is Kurdish.
        The town is Kurdish.
        Country report on the Hazara minority.
        Rohingya nationality not in dispute.
        A black car and a black and white photo.
        Landed at Roma airport.
        He had a chin injury.
    """,
    "union": """
        A regulation of the European Union.
        Trade unions are banned there.
        Lives on Union Street.
    """,
    "politics": """
        Ask the political section of the embassy.
        On account of race, religion, nationality or political opinion.
        Opposition parties are repressed.
        States party to the Convention.
        Data went to a third party.
        Member of the EU since 2004, member of the UNHCR team.
        He left the birthday party.
        The Labour Party conference was on television.
        Member of staff, member of the search party.
        Country report on protests.
        Leaflet on health insurance and political affairs.
        Participated in the workshop, active in the evening.
        Country note: members of opposition parties in Chad are at risk.
        Party wall notice received, surveyor comes on Monday.
        Strike on 31 October, no buses.
        Protest outside the office, entrance closed.
        The third party replied on 4 March.
        Birthday party of the children at the centre.
        The report says that supporters of the opposition are arrested.
        Talk on democracy and elections in room 4.
        Read the leaflet on the rights of members of political parties.
        He attended the meeting on 3 March.
        Payment goes to the landlord from Monday 4 March.
        Rassemblement devant la mairie, entrée bloquée.
        Grève le 31 octobre, pas de bus.
        Marcha por la avenida, entrada cortada.
        Charla sobre la oposición y los partidos en la sala 2.
        مظاهرة في ساحة الحرية، الطريق مغلق.
        محاضرة عن الأحزاب والحركات السياسية.
    """,
    "party": """
        Member of the UN staff.
        Linked to PA/04262/2022.
        We support OZLEM ARSLAN in the appeal.
        Carte du HCR n° 152-04-79029
        Member of the EUAA roster.
        See ID card in the file.
        Active in the NHS trust.
    """,
    "health": """
        Health insurance certificate seen.
        Mental health services in Iraq are few.
        HIV test required for the visa.
        Tuberculosis screening on Monday.
        Given a leaflet on depression.
        Vulnerability screening: no.
        Disability law was changed.
        Taken to St Mary's Hospital by ambulance.
        The country has HIV prevalence of 2 %.
        Suicide prevention in detention.
        The system passed a stress test.
        Dans l'enceinte du centre.
        حامل جواز سفر
        يعاني من التمييز
        Talk on preventing diabetes, room 4.
        Training for staff on scabies is planned for October.
        Mental health first aid course for staff.
        Leaflets about measles were handed out to everybody.
        Séance d'information sur la gale prévue en septembre.
        Cartel sobre el sarampión en sala 6.
        محاضرة عن مرض السكري مفتوحة للجميع.
        The portal was disabled all morning.
        Seizure of documents at the border.
        The Great Depression was in the exhibition.
        الشركة الأم في كينيا.
    """,
}


def lines(sentences: dict[str, str]) -> list[tuple[str, str]]:
    return [
        (name, line.strip())
        for name, text in sentences.items()
        for line in text.strip().splitlines()
    ]


@pytest.mark.parametrize(("name", "sentence"), lines(SAID))
def test_what_is_said_of_a_person(found, name: str, sentence: str) -> None:
    (kind,) = FAMILIES[name].kinds
    assert kind.nature is Nature.SPECIAL
    for text in (sentence, f"Interview on 3 May. {sentence} Nothing to add.", f"- {sentence}\n- B"):
        assert [sure for sure, _ in found(FAMILIES[name], text)] == ["candidate"], text


@pytest.mark.parametrize(("name", "sentence"), lines(NOT_SAID))
def test_what_is_said_of_no_person(found, name: str, sentence: str) -> None:
    assert found(FAMILIES[name], sentence) == []


@pytest.mark.parametrize(
    "text", ["Dra. TAJIK, Habib", "Sr. Kurdi, Omar", "Interpreter: Dr. Hazara, on the line"]
)
def test_a_surname_after_a_title_is_no_origin(found, text: str) -> None:
    assert found(FAMILIES["origin"], text) == []


def test_one_statement_is_one_candidate(found) -> None:
    family = FAMILIES["health"]
    assert found(family, "Pregnant, expecting a baby in June.") == [
        ("candidate", "Pregnant, expecting a baby")
    ]
    both = "She is pregnant. Later she was diagnosed with asthma."
    assert len(found(family, both)) == 2


@pytest.mark.parametrize(
    ("entity_type", "text"),
    [
        ("HEALTH", "Was raped by soldiers at a checkpoint."),
        ("HEALTH", "A été violée par des soldats."),
        ("HEALTH", "Fue violada en el Darién."),
        ("HEALTH", "تعرضت للاغتصاب في السجن."),
        ("HEALTH", "Cut his arms with a razor blade on the second night."),
        ("HEALTH", "Tried to hang himself in the cell."),
        ("HEALTH", "Intentó quitarse la vida en el centro."),
        ("HEALTH", "Scars on the back are consistent with whipping."),
        ("SEXUAL_ORIENTATION", "Identifies as trans, prefers a single room."),
        ("SEXUAL_ORIENTATION", "She had a girlfriend at boarding school and was expelled."),
        ("SEXUAL_ORIENTATION", "Attends a support group for LGBT refugees."),
        ("SEXUAL_ORIENTATION", "Chassée parce qu'elle aimait une femme."),
        ("SEXUAL_ORIENTATION", "Convivía con su novio, los vecinos lo denunciaron."),
        ("SEXUAL_ORIENTATION", "Note pays Haïti mise à jour.\n• Lesbienne, elle se cachait."),
        ("RELIGION", "The family are Pentecostal Christians and met in homes."),
        ("RELIGION", "Musulman chiite, minorité dans son quartier."),
        ("RELIGION", "Practica la santería."),
        ("RELIGION", "Pratique le vaudou en secret."),
        ("RELIGION", "Hazara, Shi'a, stopped twice."),
        ("POLITICAL_OPINION", "Distributed leaflets for the banned party."),
        ("POLITICAL_OPINION", "His name was on a list of government opponents."),
        ("SMUGGLER_PRICE", "Elle doit encore 900 000 francs guinéens au réseau."),
    ],
)
def test_what_notes_say_in_other_words(entity_type: str, text: str) -> None:
    assert entity_type in {span.entity_type for span in spans(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Orientation : Coallia.",
        "The rules were violated.",
        "Cut her hours at the shop.",
        "A training on trans rights.",
        "Su novia la acompaña a la cita.",
        "Trans-Sahara route, closed.",
    ],
)
def test_other_words_that_say_nothing_of_anybody(text: str) -> None:
    assert not list(spans(text))

"""Words that tell of somebody's health wherever nothing makes them a subject in general.

Diseases, injuries, disabilities, pregnancies, states of mind, medicines and treatments, in English,
French, Spanish and Arabic, written down from general knowledge as notes write them, without accents
(`phrases`). What a word is a part of ("HIV testing", "health insurance") is for `health_in_notes` to tell.

References
----------
WHO, ICD-11 (chapters 1 to 21 for what kinds there are); WHO, INN stem book (endings of medicines' names).
"""

from __future__ import annotations

import re

_PARTS = {
    "<LIMB_EN>": r"(?:arms?|legs?|hands?|foot|feet|fingers?|toes?|eyes?|ears?|knees?|hips?|ankles?|wrists?|elbows?|shoulders?|ribs?|jaw|nose|skull|spine|back|pelvis|neck|collarbone|tooth|teeth|kidneys?|spleen|womb|uterus|breasts?|stomach|abdomen|chest|head|heart|lungs?|liver|femur|tibia|thigh|forearm|limbs?|testicles?|face|eardrum|nerves?|tendons?|bones?|gums?|throat|bladder|bowels?|prostate|skin|brain|vision|sight|hearing|memory)",
    "<LIMB_FR>": r"(?:bras|jambes?|mains?|pieds?|doigts?|orteils?|yeux|oil|oeil|oreilles?|genoux?|hanche|chevilles?|poignets?|coude|epaules?|cotes|machoire|nez|crane|colonne|dos|bassin|cou|dents?|reins?|rate|uterus|seins?|ventre|estomac|abdomen|thorax|tete|cour|coeur|poumons?|foie|femur|tibia|cuisse|avant-bras|visage|tympan|vue|audition|memoire|peau)",
    "<LIMB_ES>": r"(?:brazos?|piernas?|manos?|pies?|dedos?|ojos?|oidos?|orejas?|rodillas?|caderas?|tobillos?|munecas?|codos?|hombros?|costillas?|mandibula|nariz|craneo|columna|espalda|pelvis|cuello|dientes?|muelas?|rinon(?:es)?|bazo|utero|pechos?|mamas?|vientre|estomago|abdomen|torax|cabeza|corazon|pulmon(?:es)?|higado|femur|tibia|muslo|antebrazo|cara|timpano|vista|vision|audicion|memoria|piel|habla)",
}


def _phrases(written: str) -> tuple[str, ...]:
    """Return phrases that semicolons part, over several lines."""
    told = (" ".join(phrase.split()) for phrase in re.split(r"\s;\s", written.strip()))
    return tuple(re.sub(r"<\w+>", lambda part: _PARTS[part[0]], phrase) for phrase in told)


ENGLISH = _phrases(r"""
raped ; gang[- ]?raped ; rape (?:by|survivor|victim|in detention) ; sexually (?:assaulted|abused|tortured|exploited|violated) ; sexual (?:assault|abuse|violence|torture) (?:by|in|at|during|while|when|on|from) ; survivor of (?:rape|torture|sexual \w+|fgm|trafficking and rape) ; victim of (?:rape|torture|sexual \w+|fgm|trafficking and rape) ;
cuts? (?:his|her|their|my) (?:own |left |right |both )*(?:arms?|wrists?|forearms?|thighs?|legs?) ; cutting (?:himself|herself|themselves) ; slit (?:his|her|their) (?:wrists?|throat) ; tried to (?:kill|hang|harm|hurt|drown|poison|burn) (?:himself|herself|themselves) ; tried to (?:end|take) (?:his|her|their) (?:own )?life ; attempted to (?:kill|hang|harm) (?:himself|herself) ; attempted to (?:end|take) (?:his|her|their) (?:own )?life ; took an overdose ; overdosed? on ; harm(?:ed|s|ing)? (?:himself|herself|themselves) ; hurt(?:s|ing)? (?:himself|herself) ; wants? to die ; wish(?:es)? to die ; no longer wants to live ;
scars? (?:from|left|of|consistent|caused|due) ; scars? (?:on|across|to|along|over) (?:\w+ ){1,4}(?:are|is|from|consistent|left|caused|match) ; scarring ; scarred ; torture (?:scars?|marks?|injur\w+|survivor|wounds?) ; signs of (?:torture|violence|beatings?|abuse|burns?|self-harm) ; marks of (?:torture|violence|beatings?|abuse|burns?|self-harm) ; traces of (?:torture|violence|beatings?|abuse|burns?|self-harm) ; consistent with (?:torture|whipping|beatings?|burns?|electric\w*|the described|blunt|sexual) ; whip marks ;
abdominal pains? ; abortion ; addict(?:ed|ion) ; addison['’]s(?! (?:street|road|shop|hotel|house|[a-z])) ; adhd ; adjustment disorder ; aids(?=[-
,.;)]*(?:\b(?:related|patient|on|since)\b|[.,;)])) ; albinism ; alcohol(?:ic|ism| dependen\w+| addict\w+| abuse| problem) ; allerg(?:y|ies|ic) to ; alzheimer['’]?s ;
amlodipine ; amputat(?:ed|ion|ee) ; amputated (?:(?:his|her|their|the|a|an|one|both|two|three|four|some|several|left|right|lower|upper|my|most|all|of|front|first)(?: |(?=
))){0,5}<LIMB_EN>(?!\w) ; anaemi[ac] ; anaphyla\w+ ; anemi[ac] ; angina ; anorexi[ac] ; ante-natal ; antenatal ;
anti-?(?:retrovirals?|depressants?|psychotics?|biotics?|coagulants?|epileptics?|convulsants?|malarials?|hypertensives?) ; anti-\w+ (?:pills|tablets|medication|medicine) ;
anxiety ; appendicitis ; appetite ; appointment with (?:a |the |his |her
)?(?:cardiolog|oncolog|neurolog|nephrolog|gyn(?:a)?ecolog|ophthalmolog|dermatolog|endocrinolog|h(?:a)?ematolog|urolog|rheumatolog|psychiatr|psycholog|psychotherap|physiotherap|orthop(?:a)?ed|trauma
therap|infectious disease|memory clinic|pain clinic|hiv clinic|chest clinic|midwife|antenatal)\w* ; arrhythmia ; arthritis ; artificial
(?:(?:his|her|their|the|a|an|one|both|two|three|four|some|several|left|right|lower|upper|my|most|all|of|front|first)(?: |(?= ))){0,5}<LIMB_EN>(?!\w) ; aspirin ;
asthma(?:tic)? ; attends (?:a |the
)?(?:cardiolog|oncolog|neurolog|nephrolog|gyn(?:a)?ecolog|ophthalmolog|dermatolog|endocrinolog|h(?:a)?ematolog|urolog|rheumatolog|psychiatr|psycholog|psychotherap|physiotherap|orthop(?:a)?ed|trauma
therap|infectious disease|memory clinic|pain clinic|hiv clinic|chest clinic|midwife|antenatal)\w* ; autis(?:m|tic) ; awaiting (?:an? |the |another |urgent |emergency
|major |open |\w+ )?(?:surgery|operation|appendectomy|hysterectomy|mastectomy|bypass|biopsy)(?! (?:room|sovereign|barkhane|theatre|enduring)) ; back
(?:wounds?|injur(?:y|ies)|trauma|damage|scars?) ; back pain ; bed-wett\w+ ; bedridden ; bedsores? ; bedwett\w+ ; bell['’]s(?! (?:street|road|shop|hotel|house|[a-z])) ;
bilharzia ; bipolar ; blast (?:wounds?|injur(?:y|ies)|trauma|damage|scars?) ; blind (?:in|since|from birth) ; blood clots? ; blood group ; blood pressure ; blood pressure
(?:pills|tablets|medication|medicine) ; blood thinners? ; bmi(?: (?:count|of|is))?[ :=]*\d+ ; brain (?:wounds?|injur(?:y|ies)|trauma|damage|scars?) ; breast-feeding ;
breastfed ; breastfeeding ; broke (?:(?:his|her|their|the|a|an|one|both|two|three|four|some|several|left|right|lower|upper|my|most|all|of|front|first)(?: |(?=
))){0,5}<LIMB_EN>(?!\w) ; broken (?:(?:his|her|their|the|a|an|one|both|two|three|four|some|several|left|right|lower|upper|my|most|all|of|front|first)(?: |(?=
))){0,5}<LIMB_EN>(?!\w) ; bronchitis ; brucellosis ; bulimi[ac] ; bullet (?:wounds?|injur(?:y|ies)|trauma|damage|scars?) ; bullet in
(?:(?:his|her|their|the|a|an|one|both|two|three|four|some|several|left|right|lower|upper|my|most|all|of|front|first)(?: |(?= ))){0,5}<LIMB_EN>(?!\w) ; buprenorphine ;
burn (?:wounds?|injur(?:y|ies)|trauma|damage|scars?) ; burn(?:ed|t)
(?:(?:his|her|their|the|a|an|one|both|two|three|four|some|several|left|right|lower|upper|my|most|all|of|front|first)(?: |(?= ))){0,5}<LIMB_EN>(?!\w) ; burns?
(?:inflicted|from|caused|marks?) ; burns? (?:to|on)
(?:(?:his|her|their|the|a|an|one|both|two|three|four|some|several|left|right|lower|upper|my|most|all|of|front|first)(?: |(?= ))){0,5}<LIMB_EN>(?!\w) ; burns? on ; burst
(?:(?:his|her|their|the|a|an|one|both|two|three|four|some|several|left|right|lower|upper|my|most|all|of|front|first)(?: |(?= ))){0,5}<LIMB_EN>(?!\w) ; c-ptsd ; c-section
; caesarean ; can not sleep(?:ing)? ; can't sleep(?:ing)? ; cancer(?! research) ; cannot sleep(?:ing)? ; cannot walk ; carbamazepine ; carcinoma ; care of (?:a |the
)?(?:cardiolog|oncolog|neurolog|nephrolog|gyn(?:a)?ecolog|ophthalmolog|dermatolog|endocrinolog|h(?:a)?ematolog|urolog|rheumatolog|psychiatr|psycholog|psychotherap|physiotherap|orthop(?:a)?ed|trauma
therap|infectious disease|memory clinic|pain clinic|hiv clinic|chest clinic|midwife|antenatal)\w* ; cataracts? ; cd4(?: (?:count|of|is))?[ :=]*\d+ ; celiac ; cerebral
palsy ; cesarean ; chemo(?:therapy)? ; chickenpox ; childhood trauma(?!\w) ; chlamydia ; cholera ; chronic (?:back|knee|joint|chest|neck) pains? ; chronic
(?:illness|disease|condition) ; chronic pains? ; chronically ill ; cigarette burns? ; cirrhosis ; cleft (?:lip|palate) ; club ?foot ; codeine ; coeliac ; cognitive
(?:impairment|decline) ; cognitively[- ](?:impaired|impairment|disabled|disability|disabilities|difficulties) ; colitis ; collapsed ; coma ; completely blind ; completely
deaf ; concussion ; congenital \w+ ; constant pains? ; contracepti\w+ ; convulsions? ; copd ; cough(?:s|ed|ing) (?:up )?blood ; cptsd ; crohn['’]?s ; crush
(?:wounds?|injur(?:y|ies)|trauma|damage|scars?) ; crushed
(?:(?:his|her|their|the|a|an|one|both|two|three|four|some|several|left|right|lower|upper|my|most|all|of|front|first)(?: |(?= ))){0,5}<LIMB_EN>(?!\w) ; crutches ; cut off
(?:(?:his|her|their|the|a|an|one|both|two|three|four|some|several|left|right|lower|upper|my|most|all|of|front|first)(?: |(?= ))){0,5}<LIMB_EN>(?!\w) ; cuts (?:on|to)
(?:(?:his|her|the|both|their|left|right) )*<LIMB_EN> ; cuts? (?:him|her)self ; deaf(?:-mute| and mute| in (?:one|the|his|her|both)) ; deformed
(?:(?:his|her|their|the|a|an|one|both|two|three|four|some|several|left|right|lower|upper|my|most|all|of|front|first)(?: |(?= ))){0,5}<LIMB_EN>(?!\w) ; dehydrat\w+ ;
delusion\w* ; dementia ; dengue ; depress(?:ion|ed|ive) ; dermatitis ; detox ; developmental delay ; diabet(?:es|ic) ; diagnosed (?:with|as) (?:an? )?\w+ ;
diagnosis\s?[:=]\s*(?!(?:not?|none|nil|unknown|n/?a|see|pending|withheld)\b)[^\W\d_]{3,} ; dialysis ; diarrh(?:o)?ea ; diazepam ; difficulty sleep(?:ing)? ; disability(?!
(?:benefits?|allowance|rights|law|charity|badge)) ; disability\s?[:=]\s*(?!(?:not?|none|nil|unknown|n/?a|see|pending|withheld)\b)[^\W\d_]{3,} ; disabled
(?:child|son|daughter|brother|sister|mother|father|wife|husband|applicant|claimant) ; dislocated
(?:(?:his|her|their|the|a|an|one|both|two|three|four|some|several|left|right|lower|upper|my|most|all|of|front|first)(?: |(?= ))){0,5}<LIMB_EN>(?!\w) ; dissociat\w+ ;
dizziness ; dizzy ; does not sleep(?:ing)? ; down['’]s syndrome ; downs? syndrome ; drink(?:s|ing) (?:heavily|problem|too much) ; drug
(?:addict\w*|dependen\w+|abuse|use|problem) ; due (?:date|in) (?=\w+,? (?:pregnan|baby)) ; dyslexi[ac] ; ear infections? ; eating disorder ; eczema ; embolism ; emotional
trauma(?!\w) ; emphysema ; endometriosis ; epilep(?:sy|tic) ; epilepsy (?:pills|tablets|medication|medicine) ; epipen ; expecting (?:a (?:baby|child)|twins|her
(?:first|second|third)) ; eye (?:wounds?|injur(?:y|ies)|trauma|damage|scars?) ; facial (?:wounds?|injur(?:y|ies)|trauma|damage|scars?) ; faint(?:s|ed|ing) ; female
genital (?:mutilation|cutting) ; fgm ; fibroids? ; fibromyalgia ; first trimester ; fistula ; flashbacks? ; follow(?:ed)?[- ]up (?:by|with) (?:a |the
)?(?:cardiolog|oncolog|neurolog|nephrolog|gyn(?:a)?ecolog|ophthalmolog|dermatolog|endocrinolog|h(?:a)?ematolog|urolog|rheumatolog|psychiatr|psycholog|psychotherap|physiotherap|orthop(?:a)?ed|trauma
therap|infectious disease|memory clinic|pain clinic|hiv clinic|chest clinic|midwife|antenatal)\w* ; food allergy ; fracture of
(?:(?:his|her|their|the|a|an|one|both|two|three|four|some|several|left|right|lower|upper|my|most|all|of|front|first)(?: |(?= ))){0,5}<LIMB_EN>(?!\w) ; fractured?s?
(?:(?:his|her|their|the|a|an|one|both|two|three|four|some|several|left|right|lower|upper|my|most|all|of|front|first)(?: |(?= ))){0,5}<LIMB_EN>(?!\w) ; frostbite ;
furosemide ; gabapentin ; gallstones? ; gastritis ; gave birth ; genital herpes ; glaucoma ; glucose(?: (?:count|of|is))?[ :=]*\d+ ; goitre ; gonorrh(?:o)?ea ; gout ;
grief counselling ; gunshot (?:wounds?|injur(?:y|ies)|trauma|damage|scars?) ; had (?:an? |the |another |urgent |emergency |major |open |\w+
)?(?:surgery|operation|appendectomy|hysterectomy|mastectomy|bypass|biopsy)(?! (?:room|sovereign|barkhane|theatre|enduring)) ; haemophilia\w* ; haemorrhoids ;
hallucinat\w+ ; haloperidol ; hba1c(?: (?:count|of|is))?[ :=]*\d+ ; head (?:wounds?|injur(?:y|ies)|trauma|damage|scars?) ; headaches? ; health
(?:problems?|condition|issues?)(?! of the) ; health conditions?\s?[:=]\s*(?!(?:not?|none|nil|unknown|n/?a|see|pending|withheld)\b)[^\W\d_]{3,} ; hear voices ; hearing aids? ; hearing loss ; hearing voices ; hearing[- ](?:impaired|impairment|disabled|disability|disabilities|difficulties) ; hears voices ; heart
(?:disease|condition|failure|attack|surgery|problems?|murmur|defect|palpitations?) ; heart (?:pills|tablets|medication|medicine) ; hemiplegi[ac] ; hemophilia\w* ;
hemorrhoids ; hep(?:atitis)?(?: |-)[a-e]\b ; hepatitis ; hernia ; herniated disc ; heroin(?! (?:trade|traffick)) ; high fever ; hiv test positive ; hiv(?:\+|[-
](?:positive|negative))? ; hodgkin['’]s(?! (?:street|road|shop|hotel|house|[a-z])) ; hospice care ; hpv ; huntington['’]s(?! (?:street|road|shop|hotel|house|[a-z])) ;
hydrocephalus ; hypertensi(?:on|ve) ; hyperthyroid\w* ; hypothyroid\w* ; ibuprofen ; impetigo ; in rehab ; in remission ; incontinen\w+ ; infected
(?:(?:his|her|their|the|a|an|one|both|two|three|four|some|several|left|right|lower|upper|my|most|all|of|front|first)(?: |(?= ))){0,5}<LIMB_EN>(?!\w) ; infertil\w+ ;
inflicted (?:with|by) ; inhalers? ; injured (?:(?:his|her|their|the|a|an|one|both|two|three|four|some|several|left|right|lower|upper|my|most|all|of|front|first)(?: |(?=
))){0,5}<LIMB_EN>(?!\w) ; injuries (?:from|to|consistent|caused) ; injuries to
(?:(?:his|her|their|the|a|an|one|both|two|three|four|some|several|left|right|lower|upper|my|most|all|of|front|first)(?: |(?= ))){0,5}<LIMB_EN>(?!\w) ; injury to
(?:(?:his|her|their|the|a|an|one|both|two|three|four|some|several|left|right|lower|upper|my|most|all|of|front|first)(?: |(?= ))){0,5}<LIMB_EN>(?!\w) ; insomnia ; insulin
; intrusive (?:memories|thoughts) ; iron (?:pills|tablets|medication|medicine) ; istanbul protocol report ; ivf ; jaundice ; joint pains? ; kidney
(?:failure|disease|stones?|transplant|problems?|impairment|infection) ; knife (?:wounds?|injur(?:y|ies)|trauma|damage|scars?) ; learning[-
](?:impaired|impairment|disabled|disability|disabilities|difficulties) ; legally (?:sighted|blind|deaf) ; leishmaniasis ; leprosy ; leukaemia ; leukemia ; levetiracetam ;
levothyroxine ; lice ; life-threatening (?:illness|condition) ; limping ; limps ; limps? (?:badly|slightly|on|since) ; lithium ; liver
(?:failure|disease|stones?|transplant|problems?|impairment|infection) ; lorazepam ; losing
(?:(?:his|her|their|the|a|an|one|both|two|three|four|some|several|left|right|lower|upper|my|most|all|of|front|first)(?: |(?= ))){0,5}<LIMB_EN>(?!\w) ; lost
(?:(?:his|her|their|the|a|an|one|both|two|three|four|some|several|left|right|lower|upper|my|most|all|of|front|first)(?: |(?= ))){0,5}<LIMB_EN>(?!\w) ; lost (?:\d+|a lot
of|much)(?: ?kg)? ?(?:weight|kilos?|kg) ; lost (?:the|her|a|an|their) (?:unborn )?(?:baby|pregnancy|child at birth) ; low mood ; lump in
(?:(?:his|her|their|the|a|an|one|both|two|three|four|some|several|left|right|lower|upper|my|most|all|of|front|first)(?: |(?= ))){0,5}<LIMB_EN>(?!\w) ; lupus ; lymphoma ;
malaria ; malnourished ; malnutrition ; manic ; measles ; medical conditions?\s?[:=]\s*(?!(?:not?|none|nil|unknown|n/?a|see|pending|withheld)\b)[^\W\d_]{3,} ; medication
(?:for|daily|is|since) ; melanoma ; memory loss ; meningitis ; menopaus\w+ ; mental (?:health
(?:problems?|issues?|condition|crisis|diagnosis|support|team|treatment|treatment)|illness|breakdown|state) ; mentally ill ; mentally[-
](?:impaired|impairment|disabled|disability|disabilities|difficulties) ; metal (?:plate|rod|pin)s? in
(?:(?:his|her|their|the|a|an|one|both|two|three|four|some|several|left|right|lower|upper|my|most|all|of|front|first)(?: |(?= ))){0,5}<LIMB_EN>(?!\w) ; metasta\w+ ;
metformin ; methadone ; migraines? ; miscarr(?:iage|iages|ied) ; missing
(?:(?:his|her|their|the|a|an|one|both|two|three|four|some|several|left|right|lower|upper|my|most|all|of|front|first)(?: |(?= ))){0,5}<LIMB_EN>(?!\w) ; mmse(?:
(?:count|of|is))?[ :=]*\d+ ; mobility[- ](?:impaired|impairment|disabled|disability|disabilities|difficulties) ; moca(?: (?:count|of|is))?[ :=]*\d+ ; morphine ; motor
neurone ; multiple sclerosis ; mumps ; muscle pains? ; muscular dystrophy ; mute since ; nearly (?:sighted|blind|deaf) ; nebuli[sz]er ; needs? (?:an? |the |another
|urgent |emergency |major |open |\w+ )?(?:surgery|operation|appendectomy|hysterectomy|mastectomy|bypass|biopsy)(?! (?:room|sovereign|barkhane|theatre|enduring)) ; needs?
(?:glasses|a hearing aid|dentures|an implant|new glasses) ; nephrotic ; nerve (?:wounds?|injur(?:y|ies)|trauma|damage|scars?) ; nervous breakdown ; night terrors ;
nightmares ; no chronic illness\w* ; no known (?:illness|health|medical)\w* ; non-verbal ; numb
(?:(?:his|her|their|the|a|an|one|both|two|three|four|some|several|left|right|lower|upper|my|most|all|of|front|first)(?: |(?= ))){0,5}<LIMB_EN>(?!\w) ; obes(?:e|ity) ;
obsessive[- ]compulsive ; ocd ; on daily medication ; on heart medication ; on hiv treatment ; on medication ; on painkillers ; on psychiatric medication ; on regular
medication ; on strong painkillers ; on tb treatment ; on treatment (?:for|since) ; operated on ; operated on
(?:(?:his|her|their|the|a|an|one|both|two|three|four|some|several|left|right|lower|upper|my|most|all|of|front|first)(?: |(?= ))){0,5}<LIMB_EN>(?!\w) ; operation on
(?:(?:his|her|their|the|a|an|one|both|two|three|four|some|several|left|right|lower|upper|my|most|all|of|front|first)(?: |(?= ))){0,5}<LIMB_EN>(?!\w) ; opioids? ;
osteoporosis ; ovarian cysts? ; overdose[ds]? ; oxygen (?:therapy|tank|concentrator) ; pacemaker ; pain in
(?:(?:his|her|their|the|a|an|one|both|two|three|four|some|several|left|right|lower|upper|my|most|all|of|front|first)(?: |(?= ))){0,5}<LIMB_EN>(?!\w) ; painkillers? ;
pains in (?:(?:his|her|their|the|a|an|one|both|two|three|four|some|several|left|right|lower|upper|my|most|all|of|front|first)(?: |(?= ))){0,5}<LIMB_EN>(?!\w) ; palliative
; palpitations ; palsy ; pancreatitis ; panic (?:attacks?|disorder) ; paracetamol ; paraly[sz]ed ; paranoi[ad]\w* ; paraplegi[ac] ; parasites ; parkinson['’]?s ;
partially (?:sighted|blind|deaf) ; partly (?:sighted|blind|deaf) ; pelvic pains? ; perforated
(?:(?:his|her|their|the|a|an|one|both|two|three|four|some|several|left|right|lower|upper|my|most|all|of|front|first)(?: |(?= ))){0,5}<LIMB_EN>(?!\w) ; period pains ;
personality disorder ; phenytoin ; phobia ; phq-9(?: (?:count|of|is))?[ :=]*\d+ ; phq-?9 ; physically[-
](?:impaired|impairment|disabled|disability|disabilities|difficulties) ; pneumonia ; polio(?:myelitis)? ; positive for (?:covid\w*|hiv|tb|hep\w*|malaria) ;
post-?traumatic stress ; post-natal ; post-partum ; postnatal ; postpartum ; pre-eclampsia ; pre-natal ; prednisol?one ; preeclampsia ; pregabalin ; pregnan(?:t|cy)(?!
tests? (?:are|is|kits?)) ; premature (?:birth|baby|labour) ; prenatal ; problems? with
(?:(?:his|her|their|the|a|an|one|both|two|three|four|some|several|left|right|lower|upper|my|most|all|of|front|first)(?: |(?= ))){0,5}<LIMB_EN>(?!\w) ; prosthe(?:sis|tic
\w+) ; prosthetic (?:(?:his|her|their|the|a|an|one|both|two|three|four|some|several|left|right|lower|upper|my|most|all|of|front|first)(?: |(?= ))){0,5}<LIMB_EN>(?!\w) ;
psoriasis ; psychiatric (?!nurse)\w+ ; psychological trauma(?!\w) ; psychological(?:ly)?
(?:trauma|distress|unwell|problems?|support|treatment|counselling|assessment|report|fragile) ; psychosis ; psychotic ; ptsd ; radiotherapy ; rape survivor ;
raynaud['’]s(?! (?:street|road|shop|hotel|house|[a-z])) ; recovering from (?:an? |the |another |urgent |emergency |major |open |\w+
)?(?:surgery|operation|appendectomy|hysterectomy|mastectomy|bypass|biopsy)(?! (?:room|sovereign|barkhane|theatre|enduring)) ; referred to (?:a |the
)?(?:cardiolog|oncolog|neurolog|nephrolog|gyn(?:a)?ecolog|ophthalmolog|dermatolog|endocrinolog|h(?:a)?ematolog|urolog|rheumatolog|psychiatr|psycholog|psychotherap|physiotherap|orthop(?:a)?ed|trauma
therap|infectious disease|memory clinic|pain clinic|hiv clinic|chest clinic|midwife|antenatal)\w* ; reflux ; registered blind ; registered disabled ; registered deaf ; renal
(?:failure|disease|stones?|transplant|problems?|impairment|infection) ; requires? (?:an? |the |another |urgent |emergency |major |open |\w+
)?(?:surgery|operation|appendectomy|hysterectomy|mastectomy|bypass|biopsy)(?! (?:room|sovereign|barkhane|theatre|enduring)) ; retin\w+ ; rheumat\w+ ; ringworm ;
salbutamol ; scabies ; scarring ; scars? (?:of|from|are|is|typical|consistent|left by|caused) ; scheduled for (?:an? |the |another |urgent |emergency |major |open |\w+
)?(?:surgery|operation|appendectomy|hysterectomy|mastectomy|bypass|biopsy)(?! (?:room|sovereign|barkhane|theatre|enduring)) ; schistosomiasis ;
schizo(?:phreni[ac]\w*|affective) ; sciatica ; scoliosis ; screened for (?:fgm|tb|hiv|hep\w*) ; second trimester ; seen by (?:a |the
)?(?:cardiolog|oncolog|neurolog|nephrolog|gyn(?:a)?ecolog|ophthalmolog|dermatolog|endocrinolog|h(?:a)?ematolog|urolog|rheumatolog|psychiatr|psycholog|psychotherap|physiotherap|orthop(?:a)?ed|trauma
therap|infectious disease|memory clinic|pain clinic|hiv clinic|chest clinic|midwife|antenatal)\w* ; sees (?:a |her |his
)?(?:cardiolog|oncolog|neurolog|nephrolog|gyn(?:a)?ecolog|ophthalmolog|dermatolog|endocrinolog|h(?:a)?ematolog|urolog|rheumatolog|psychiatr|psycholog|psychotherap|physiotherap|orthop(?:a)?ed|trauma
therap|infectious disease|memory clinic|pain clinic|hiv clinic|chest clinic|midwife|antenatal)\w* ; seizures?(?! of (?!unknown)) ; self harm\w* ; self-harm\w* ;
self-inflicted ; selfharm\w* ; sepsis ; seriously ill ; severe burns ; severe pains? ; severe trauma(?!\w) ; severed
(?:(?:his|her|their|the|a|an|one|both|two|three|four|some|several|left|right|lower|upper|my|most|all|of|front|first)(?: |(?= ))){0,5}<LIMB_EN>(?!\w) ; sexual trauma(?!\w)
; shattered (?:(?:his|her|their|the|a|an|one|both|two|three|four|some|several|left|right|lower|upper|my|most|all|of|front|first)(?: |(?= ))){0,5}<LIMB_EN>(?!\w) ;
short-?sighted ; shrapnel ; shrapnel (?:wounds?|injur(?:y|ies)|trauma|damage|scars?) ; shrapnel in
(?:(?:his|her|their|the|a|an|one|both|two|three|four|some|several|left|right|lower|upper|my|most|all|of|front|first)(?: |(?= ))){0,5}<LIMB_EN>(?!\w) ; sickle[- ]cell ;
sight[- ](?:impaired|impairment|disabled|disability|disabilities|difficulties) ; sinusitis ; skin infection ; sleep(?:s|ing)?
(?:badly|poorly|disorder|problems?|pills|tablets|disturbance) ; sleeping (?:pills|tablets|medication|medicine) ; slipped disc ; speech (?:impairment|delay) ; speech[-
](?:impaired|impairment|disabled|disability|disabilities|difficulties) ; spina bifida ; spinal (?:wounds?|injur(?:y|ies)|trauma|damage|scars?) ; sprained
(?:(?:his|her|their|the|a|an|one|both|two|three|four|some|several|left|right|lower|upper|my|most|all|of|front|first)(?: |(?= ))){0,5}<LIMB_EN>(?!\w) ; stab
(?:wounds?|injur(?:y|ies)|trauma|damage|scars?) ; stds ; steroids? ; stillbirth ; stillborn ; stis ; stroke(?! of (?:luck|midnight|a pen)) ; substance
(?:abuse|use|misuse) ; suicid(?:e|al)(?! (?:bomb|attack|vest)) ; surgery on
(?:(?:his|her|their|the|a|an|one|both|two|three|four|some|several|left|right|lower|upper|my|most|all|of|front|first)(?: |(?= ))){0,5}<LIMB_EN>(?!\w) ; swollen
(?:(?:his|her|their|the|a|an|one|both|two|three|four|some|several|left|right|lower|upper|my|most|all|of|front|first)(?: |(?= ))){0,5}<LIMB_EN>(?!\w) ; syndrome ; syphilis
; terminally ill ; termination of pregnancy ; tested (?:positive|negative)(?: for)? ; tested for (?:stis?|hiv) ; tetraplegi[ac] ; thalassaemia ; thalassemia ; third
trimester ; third-degree ; thrombosis ; thyroid ; thyroxine ; tinnitus ; tonsillitis ; toothache ; torn
(?:(?:his|her|their|the|a|an|one|both|two|three|four|some|several|left|right|lower|upper|my|most|all|of|front|first)(?: |(?= ))){0,5}<LIMB_EN>(?!\w) ; torture
(?:marks|injuries|scars|survivor) ; tourette['’]s(?! (?:street|road|shop|hotel|house|[a-z])) ; tramadol ; transfusions? ; transplant(?:ed|ation)? ; traumati[sz]ed ;
treated by (?:a |the
)?(?:cardiolog|oncolog|neurolog|nephrolog|gyn(?:a)?ecolog|ophthalmolog|dermatolog|endocrinolog|h(?:a)?ematolog|urolog|rheumatolog|psychiatr|psycholog|psychotherap|physiotherap|orthop(?:a)?ed|trauma
therap|infectious disease|memory clinic|pain clinic|hiv clinic|chest clinic|midwife|antenatal)\w* ; trench foot ; trouble sleep(?:ing)? ; tuberculosis ; tumou?rs? ;
typhoid ; ulcers? ; ultrasound ; unable to sleep(?:ing)? ; unable to walk ; under (?:the care of
)?(?:cardiolog|oncolog|neurolog|nephrolog|gyn(?:a)?ecolog|ophthalmolog|dermatolog|endocrinolog|h(?:a)?ematolog|urolog|rheumatolog|psychiatr|psycholog|psychotherap|physiotherap|orthop(?:a)?ed|trauma
therap|infectious disease|memory clinic|pain clinic|hiv clinic|chest clinic|midwife|antenatal)\w* ; underweight ; underwent (?:an? |the |another |urgent |emergency |major
|open |\w+ )?(?:surgery|operation|appendectomy|hysterectomy|mastectomy|bypass|biopsy)(?! (?:room|sovereign|barkhane|theatre|enduring)) ; urinary tract infection ; uses a
(?:cane|stick|frame) ; valpro\w+ ; varicose veins ; viral load(?: (?:count|of|is))?[ :=]*\d+ ; vision loss ; visual impairment ; visually[-
](?:impaired|impairment|disabled|disability|disabilities|difficulties) ; vitamin [bd]\d* deficiency ; vitiligo ; vomit\w+ ; waiting for (?:an? |the |another |urgent
|emergency |major |open |\w+ )?(?:surgery|operation|appendectomy|hysterectomy|mastectomy|bypass|biopsy)(?! (?:room|sovereign|barkhane|theatre|enduring)) ; walking
(?:stick|frame|aid) ; walks with (?:a|the|difficulty) ; walks with (?:a|the|difficulty|crutches) ; war (?:wounds?|injur(?:y|ies)|trauma|damage|scars?) ; warfarin ; weak
(?:(?:his|her|their|the|a|an|one|both|two|three|four|some|several|left|right|lower|upper|my|most|all|of|front|first)(?: |(?= ))){0,5}<LIMB_EN>(?!\w) ; wears (?:a hearing
aid|dentures|a brace|a corset) ; weight loss ; wets the bed ; wheelchair ; withdrawal symptoms ; worms ; wounds? (?:to|in|on)
(?:(?:his|her|their|the|a|an|one|both|two|three|four|some|several|left|right|lower|upper|my|most|all|of|front|first)(?: |(?= ))){0,5}<LIMB_EN>(?!\w) ; wrists?(?=
(?:cut|slashed)) ; zopiclone
""")
FRENCH = _phrases(r"""
violee?s? (?:par|a|au|en|dans|pendant|lors|plusieurs|sur) ; victime d['’]un viol ; survivante d['’]un viol ; victimes? de (?:viols?|violences? sexuelles?|torture) ; viols? (?:collectif|repetes?|en|par|subi) ; agressee?s? sexuellement ; abusee?s? sexuellement ; agression sexuel(?:le)?s? (?:par|en|au|dans|subi\w*|pendant) ; abus sexuel(?:le)?s? (?:par|en|au|dans|subi\w*|pendant) ; sevices sexuel(?:le)?s? (?:par|en|au|dans|subi\w*|pendant) ; violences? sexuel(?:le)?s? (?:par|en|au|dans|subi\w*|pendant) ; a tente de (?:se (?:tuer|pendre|donner la mort|suicider)|mettre fin a ses jours) ; mettre fin a ses jours ; tailladee? (?:les|le|au) ; automutile ; est mutilee? ; se (?:scarifie|mutile|taillade) ; automutilations? ; cicatrices? (?:sur|au|aux|a|dans|visibles) ; traces? de (?:torture|coups|brulures?|violences?) ; sequelles? de torture ;
accident vasculaire ; accouch(?:e|ee|ement) ; acouphenes ; addict\w+ ; alcooli(?:que|sme) ; allait(?:e|ement) ; allerg(?:ie|ique) (?:a|au|aux) ; alzheimer ; amputation ;
amputee?s? ; anemi(?:e|ee|que) ; angoisses? ; anorexie ; antalgiques? ; antibiotiques? ; anticoagulants? ; antidepresseurs? ; antiretroviraux ; anxi(?:ete|eux|euse) ;
anxiolytiques? ; appareil(?:lee?| auditif) ; appendicite ; arthrite ; arthrose ; asthm(?:e|atique) ; autis(?:me|te) ; automutilations? ; avc ; avorte ; avortement ; balle
dans ?(?:une?|la|le|les|l['’]|de|du|des|sa|son|ses|deux|trois|l|d['’]|\s)*\s*(?:usage (?:de|d['’]) ?(?:la |l['’])?)?(?:<LIMB_FR>|appendicite|cataracte|hernie) ; bequilles
; bilharziose ; bipolaire ; blessee?s? (?:par balle )?(?:a|au|aux) ?(?:une?|la|le|les|l['’]|de|du|des|sa|son|ses|deux|trois|l|d['’]|\s)*\s*(?:usage (?:de|d['’]) ?(?:la
|l['’])?)?(?:<LIMB_FR>|appendicite|cataracte|hernie) ; blessure par balle ?(?:une?|la|le|les|l['’]|de|du|des|sa|son|ses|deux|trois|l|d['’]|\s)*\s*(?:usage (?:de|d['’])
?(?:la |l['’])?)?(?:<LIMB_FR>|appendicite|cataracte|hernie) ; boite (?:de la|du|a cause) ; boulimie ; bpco ; bronchite ; brulee?s?
?(?:une?|la|le|les|l['’]|de|du|des|sa|son|ses|deux|trois|l|d['’]|\s)*\s*(?:usage (?:de|d['’]) ?(?:la |l['’])?)?(?:<LIMB_FR>|appendicite|cataracte|hernie) ; brulures? ;
calculs (?:renaux|biliaires) ; cancer ; canne ; cardiopathie ; carence ; cassee? ?(?:une?|la|le|les|l['’]|de|du|des|sa|son|ses|deux|trois|l|d['’]|\s)*\s*(?:usage
(?:de|d['’]) ?(?:la |l['’])?)?(?:<LIMB_FR>|appendicite|cataracte|hernie) ; cataracte ; cauchemars ; cd4 ; cecite ; cephalees ; cesarienne ; charge virale ; chimiotherapie
; cholera ; cicatrices? (?:de|d['’]|compatibles?|dues?|laissees?) ?\w+ ; cirrhose ; convulsions ; coups? de (?:machette|couteau|feu)(?= (?:a|au|dans|sur)) ; crises?
(?:d['’]angoisse|de panique|d['’]epilepsie|convulsives?) ; deficien\w+ (?:mentale|visuelle|auditive|intellectuelle|motrice) ; demence ; denutri\w* ; dependance (?:a|aux)
; depressi(?:on|f|ve) ; depressions? ; deshydrat\w+ ; diab(?:ete|etique) ; diagnostiquee? \w+ ; dialys(?:e|ee) ; doliprane ; dort (?:mal|peu) ; douleurs? (?:\w+
)?(?:chroniques?|au|aux|a|abdominales?|lombaires?|thoraciques?|articulaires?) ; douleurs? (?:a|au|aux|dans)
?(?:une?|la|le|les|l['’]|de|du|des|sa|son|ses|deux|trois|l|d['’]|\s)*\s*(?:usage (?:de|d['’]) ?(?:la |l['’])?)?(?:<LIMB_FR>|appendicite|cataracte|hernie) ; drepanocytaire
; drepanocytose ; echographie ; eclats? (?:d['’]obus )?dans ?(?:une?|la|le|les|l['’]|de|du|des|sa|son|ses|deux|trois|l|d['’]|\s)*\s*(?:usage (?:de|d['’]) ?(?:la
|l['’])?)?(?:<LIMB_FR>|appendicite|cataracte|hernie) ; eczema ; embolie ; en remission ; enceinte(?= (?:de|et|a)|\s*[,.;)]|\s*$) ; endometriose ; entend des voix ;
enuresie ; epilep(?:sie|tique) ; espt\b ; etat (?:depressif|anxieux|de choc|de stress) ; evanoui(?:e|es|ssement)? ; excis(?:ion|ee) ; fausse couche ; fauteuil roulant ;
fente labiale ; fibromes? ; fistule ; flash-?backs? ; fracture (?:du|de la|de l['’]|des|au|a la)
?(?:une?|la|le|les|l['’]|de|du|des|sa|son|ses|deux|trois|l|d['’]|\s)*\s*(?:usage (?:de|d['’]) ?(?:la |l['’])?)?(?:<LIMB_FR>|appendicite|cataracte|hernie) ; fracturee?s?
?(?:une?|la|le|les|l['’]|de|du|des|sa|son|ses|deux|trois|l|d['’]|\s)*\s*(?:usage (?:de|d['’]) ?(?:la |l['’])?)?(?:<LIMB_FR>|appendicite|cataracte|hernie) ; gale ;
gastrite ; glaucome ; goitre ; gonorrhee ; greffe (?:de|du|d['’]) ; greffee? (?:de|du|d['’]) ; grossesse ; groupe sanguin ; hallucinations ;
handicap(?:ee?s?)?(?!\s+international) ; hemiplegi\w+ ; hemophil\w+ ; hepatite(?: [a-e])? ; hernie(?: discale)? ; hospitalisee? en psychiatrie ; hypertendue? ;
hypertension ; hypothyroidie ; idees (?:suicidaires|noires) ; incontinence ; infarctus ; infection (?:urinaire|pulmonaire|sexuellement) ; infirmite motrice ; inhalateur ;
insomni(?:es?|aque) ; insuffisance (?:renale|cardiaque|respiratoire|hepatique) ; insuline ; ivg ; jaunisse ; kyste ; lepre ; leucemie ; levothyrox ; lombalgies? ; lupus ;
lymphome ; maladie (?:chronique|grave|mentale|rare|de \w+|orpheline) ; malentendante? ; malformation \w+ ; malnutrition ; malvoyante? ; maux de (?:tete|ventre|dos) ;
melanome ; meningite ; metastases? ; methadone ; migraines? ; mobilite reduite ; mort-ne ; mutilations? genitales? ; myopathie ; myope ; ne dort (?:pas|plus) ;
neuroleptiques? ; non voyante? ; non-voyante? ; obesite ; operation (?:de|du|des|a) ?(?:une?|la|le|les|l['’]|de|du|des|sa|son|ses|deux|trois|l|d['’]|\s)*\s*(?:usage
(?:de|d['’]) ?(?:la |l['’])?)?(?:<LIMB_FR>|appendicite|cataracte|hernie) ; operee?s? (?:de|du|des|a)
?(?:une?|la|le|les|l['’]|de|du|des|sa|son|ses|deux|trois|l|d['’]|\s)*\s*(?:usage (?:de|d['’]) ?(?:la |l['’])?)?(?:<LIMB_FR>|appendicite|cataracte|hernie) ; pacemaker ;
paludisme ; paracetamol ; paralysee?s? ; paranoia ; paraplegique ; parkinson ; perdu ?(?:une?|la|le|les|l['’]|de|du|des|sa|son|ses|deux|trois|l|d['’]|\s)*\s*(?:usage
(?:de|d['’]) ?(?:la |l['’])?)?(?:<LIMB_FR>|appendicite|cataracte|hernie) ; perdu \d+ (?:kilos?|kg) ; perte d['’]appetit ; perte de
?(?:une?|la|le|les|l['’]|de|du|des|sa|son|ses|deux|trois|l|d['’]|\s)*\s*(?:usage (?:de|d['’]) ?(?:la |l['’])?)?(?:<LIMB_FR>|appendicite|cataracte|hernie) ; perte de poids
; phlebite ; pied bot ; plaie (?:a|au) ?(?:une?|la|le|les|l['’]|de|du|des|sa|son|ses|deux|trois|l|d['’]|\s)*\s*(?:usage (?:de|d['’]) ?(?:la
|l['’])?)?(?:<LIMB_FR>|appendicite|cataracte|hernie) ; pneumonie ; polio ; poliomyelite ; prise de poids ; prothese ; psoriasis ; psychose ; psychotherapie ; psychotique
; psychotraumat\w+ ; radiotherapie ; retard (?:mental|de developpement|psychomoteur|de langage) ; reviviscences ; rhumatismes? ; rougeole ; scarifications? ; scarifie\w*
; schizophr(?:enie|ene) ; sciatique ; sclerose en plaques ; scoliose ; se deplace (?:avec|difficilement) ; septicemie ; sequelles ; sequelles? (?:a|au|de|d['’])
?(?:une?|la|le|les|l['’]|de|du|des|sa|son|ses|deux|trois|l|d['’]|\s)*\s*(?:usage (?:de|d['’]) ?(?:la |l['’])?)?(?:<LIMB_FR>|appendicite|cataracte|hernie) ; sequelles? de
; seronegati(?:f|ve) ; seropositi(?:f|ve|vite) ; sevrage ; sida ; soins palliatifs ; somniferes ; souffle au cour ; sourde?-?muette? ; sous
(?:traitement|insuline|oxygene|morphine) ; sterilite ; stress post-?traumatique ; subutex ; suicid(?:e|er|aire) ; suivi
(?:psych\w+|medical|cardiologique|infectiologique|gynecologique) ; suivie? (?:par un (?:psych\w+|cardiologue|neurologue|medecin)|en
(?:psychiatrie|cardiologie|oncologie|infectiologie|psychotherapie|addictologie)|au cmp) ; surdite ; syphilis ; tension arterielle ; tetraplegique ; thalassemie ;
thrombose ; thyroide ; toxicoman\w+ ; trait(?:ee?|ement) (?:pour|contre|antiretroviral|hormonal|psychiatrique|antituberculeux) ; tramadol ; transfusions? ; traumatisee?s?
; traumatisme (?:cranien|psychique|psychologique) ; trimestre de grossesse ; trisomi(?:e|que) ; tritherapie ; troubles? (?:du
sommeil|psych\w+|bipolaires?|anxieux|mentaux|de la memoire|cognitifs|alimentaires|du comportement|de stress|dissociatifs|de la personnalite|\w+ques) ; tspt\b ;
tuberculose ; tumeurs? ; typhoide ; ulcere ; valium ; varicelle ; ventoline ; vertiges ; vih
""")
SPANISH = _phrases(r"""
fue violad[oa]s? ; fueron violad[oa]s ; ser violad[oa]s? ; sido violad[oa]s? ; violada ; violacion (?:en|por|grupal|sexual|durante|a manos|sufrida) ; victima de (?:violacion|abuso sexual|violencia sexual|tortura|agresion sexual) ; abusad[oa] sexualmente ; agredid[oa] sexualmente ; abuso sexual (?:por|en|de|durante|sufrida) ; agresion sexual (?:por|en|de|durante|sufrida) ; violencia sexual (?:por|en|de|durante|sufrida) ; quitarse la vida ; intento (?:matarse|ahorcarse|de suicidio|suicidarse) ; trato de (?:matarse|ahorcarse|quitarse) ; matarse ; ahorcarse ; acabar con su vida ; se (?:corta|corto|cortaba) (?:los brazos|las venas|las munecas|con) ; se autolesion\w+ ; se hace dano ; cicatri(?:z|ces) (?:en|compatibles) ; marcas de (?:tortura|golpes|quemaduras|latigazos) ; huellas de (?:tortura|golpes|quemaduras|latigazos) ; secuelas de (?:tortura|golpes|quemaduras|latigazos) ; senales de (?:tortura|golpes|quemaduras|latigazos) ;
aborto ; adiccion ; adict[oa] a ; alcoholic[oa] ; alcoholismo ; alergia al? ; alergic[oa] al? ; alucinaciones ; alzheimer ; amamanta ; amputacion ; amputad[oa] ;
amputaron ; analgesicos ; anemia(?: falciforme)? ; angustia ; anorexia ; ansiedad ; ansioliticos ; antibioticos? ; anticoagulantes? ; antidepresivos ; antirretrovirales ;
apendicitis ; apoyo (?:psicologic[oa]|psiquiatric[oa]) ; artritis ; artrosis ; asma ; asmatic[oa] ; ataques? de (?:panico|ansiedad|epilepsia) ; atencion
(?:psicologic[oa]|psiquiatric[oa]) ; audifonos? ; autis(?:mo|ta) ; autolesi\w+ ; bala en ?(?:una?|uno|la|el|los|las|su|sus|dos|tres|ambos|de|\s)*\s*<LIMB_ES> ; baston ;
bipolar ; bocio ; bronquitis ; bulimia ; calculos ; cancer ; cardiopatia ; carga viral ; cataratas? ; cefaleas? ; ceguera ; cesarea ; chagas ; ciatica ; cicatri(?:z|ces)
(?:de|por|compatibles?) ; cieg[oa] (?:de|desde|del) ; cirrosis ; cirugia (?:de|del|en) ?(?:una?|uno|la|el|los|las|su|sus|dos|tres|ambos|de|\s)*\s*<LIMB_ES> ; cirugia(?:
\w+)? (?:pendiente|urgente) ; clonazepam ; cojea ; colera ; consulta (?:psicologic[oa]|psiquiatric[oa]) ; convulsiones ; crisis (?:de
(?:panico|ansiedad|angustia|epilepsia)|nerviosa|convulsiva) ; cuidados paliativos ; demencia ; dengue ; depre(?:sion|siv[oa]) ; deprimid[oa] ; dermatitis ; derrame
cerebral ; deshidrat\w+ ; desintoxicacion ; desmayos? ; desnutri\w+ ; diab(?:etes|etic[oa]) ; diagnosticad[oa]s? (?:con|de) \w+ ; diagnostico\s?[:=]\s*\w{3,} ; dialisis ;
diazepam ; dio a luz ; dio positivo ; discapaci(?:dad|tad[oa]) ; distrofia ; dolor(?:es)? (?:\w+ )?(?:de (?:cabeza|espalda|pecho|estomago|muelas?)|cronicos?|en
(?:el|la|los|las)) ; drepanocitosis ; drogadict[oa] ; duerme (?:mal|poco) ; ecografia ; eczema ; embaraz(?:o|ada)(?! de adolescentes) ; embolia ; en remision ; enalapril
; encinta ; endometriosis ; enferm[oa] (?:de|del) ; enfermedad (?:cronica|mental|grave|renal|cardiaca|rara|de \w+|cardiovascular|terminal|hepatica) ;
epil(?:epsia|eptic[oa]) ; epoc ; esclerosis ; escoliosis ; esquirlas en ?(?:una?|uno|la|el|los|las|su|sus|dos|tres|ambos|de|\s)*\s*<LIMB_ES> ; esquizofr(?:enia|enic[oa])
; estres postraumatico ; falta de ?(?:una?|uno|la|el|los|las|su|sus|dos|tres|ambos|de|\s)*\s*<LIMB_ES> ; fiebre tifoidea ; fistula ; fluoxetina ; fracturas?(?:
(?:de|en))? ?(?:una?|uno|la|el|los|las|su|sus|dos|tres|ambos|de|\s)*\s*<LIMB_ES> ; gastritis ; glaucoma ; golpe en
?(?:una?|uno|la|el|los|las|su|sus|dos|tres|ambos|de|\s)*\s*<LIMB_ES> ; gonorrea ; grupo sanguineo ; hemofili\w+ ; hepatitis(?: [a-e])? ; herid[oa] (?:de|por)
(?:bala|arma|machete|esquirla)\w* ; herida? de bala(?: en)? ?(?:una?|uno|la|el|los|las|su|sus|dos|tres|ambos|de|\s)*\s*<LIMB_ES> ; hernia ; hipertens(?:ion|[oa]) ;
hipotiroidismo ; ibuprofeno ; ictericia ; ictus ; ideacion suicida ; ideas? suicidas? ; incontinencia ; infarto ; infeccion (?:urinaria|pulmonar|respiratoria|de \w+) ;
infertilidad ; inhalador ; insomnio ; insuficiencia (?:renal|cardiaca|respiratoria|hepatica) ; insulina ; labio leporino ; lactancia ; leishmaniasis ; lepra ;
lesion(?:es)? (?:en|de|del) ?(?:una?|uno|la|el|los|las|su|sus|dos|tres|ambos|de|\s)*\s*<LIMB_ES> ; leucemia ; levotiroxina ; linfoma ; litio ; losartan ; lumbalgia ;
lupus ; mal (?:puede dormir|duerme) ; malaria ; marcapasos ; mareos ; melanoma ; meningitis ; metastasis ; metformina ; metralla en
?(?:una?|uno|la|el|los|las|su|sus|dos|tres|ambos|de|\s)*\s*<LIMB_ES> ; migranas? ; miomas? ; miop(?:e|ia) ; mortinato ; movilidad reducida ; muletas ; mutilacion genital
; neumonia ; no duerme ; no puede dormir ; obes(?:idad|[oa]) ; omeprazol ; operacion (?:de|del|en) ?(?:una?|uno|la|el|los|las|su|sus|dos|tres|ambos|de|\s)*\s*<LIMB_ES> ;
operad[oa] de \w+ ; operad[oa]s? (?:de|del) ?(?:una?|uno|la|el|los|las|su|sus|dos|tres|ambos|de|\s)*\s*<LIMB_ES> ; oye voces ; paludismo ; paracetamol ; paralisis ;
paralitic[oa] ; paranoi\w+ ; paraplejic[oa] ; parkinson ; parto (?:prematuro|en|por) ; perdida de (?:peso|apetito) ; perdida de
?(?:una?|uno|la|el|los|las|su|sus|dos|tres|ambos|de|\s)*\s*<LIMB_ES> ; perdio ?(?:una?|uno|la|el|los|las|su|sus|dos|tres|ambos|de|\s)*\s*<LIMB_ES> ; perdio \d+
(?:kilos|kg) ; pesadillas ; piedras en (?:el|la|los) ; polio(?:mielitis)? ; preeclampsia ; presion (?:alta|arterial|baja) ; protesis ; psicosis ; psicoterapia ;
psicotic[oa] ; psoriasis ; quebradura de ?(?:una?|uno|la|el|los|las|su|sus|dos|tres|ambos|de|\s)*\s*<LIMB_ES> ; quemaduras ; quemaduras? (?:de|por) ; quemaduras?
(?:en|de) ?(?:una?|uno|la|el|los|las|su|sus|dos|tres|ambos|de|\s)*\s*<LIMB_ES> ; quimioterapia ; quistes? ; radioterapia ; retraso (?:mental|madurativo|del desarrollo) ;
reuma\w* ; risperidona ; salbutamol ; sarampion ; sarna ; se fracturo ?(?:una?|uno|la|el|los|las|su|sus|dos|tres|ambos|de|\s)*\s*<LIMB_ES> ; se quebro
?(?:una?|uno|la|el|los|las|su|sus|dos|tres|ambos|de|\s)*\s*<LIMB_ES> ; se rompio ?(?:una?|uno|la|el|los|las|su|sus|dos|tres|ambos|de|\s)*\s*<LIMB_ES> ; secuelas?
(?:de|del|por|en) ; seguimiento (?:psicologic[oa]|psiquiatric[oa]) ; semanas? de (?:gestacion|embarazo) ; sepsis ; seronegativ[oa] ; seropositiv[oa] ; sertralina ; sida ;
sifilis ; silla de ruedas ; sindrome de \w+ ; soplo ; sordera ; sordomud[oa] ; suicid(?:io|arse|a) ; talasemia ; tdah ; tension (?:alta|arterial|baja) ; tept\b ; terapia
(?:psicologic[oa]|psiquiatric[oa]) ; tetraplejic[oa] ; tiroides ; toma (?:pastillas|medicacion|medicamentos|medicinas?) ; transfusi(?:on|ones) ; trasplant\w+ ; trasplante
de ?(?:una?|uno|la|el|los|las|su|sus|dos|tres|ambos|de|\s)*\s*<LIMB_ES> ; trastornos?(?: \w+)? ; tratamiento (?:psiquiatrico|psicologico|medico
(?:por|para)|antirretroviral|hormonal|para (?:la|el)|contra) ; trauma (?:psicologico|infantil|sexual) ; traumatismo craneal ; traumatizad[oa] ; trombosis ; tuberculosis ;
tumor(?:es)? ; ulceras? ; usa lentes ; varicela ; vih
""")
ARABIC = _phrases(r"""
اغتصاب\w* ; اغتصب\w* ; مغتصبة ; اعتداء (?:ال)?جنسي ; التحرش (?:ال)?جنسي ; تحرش (?:ال)?جنسي ; حاول (?:ان )?(?:قتل نفسه\w*|انهاء حيات\w*|الانتحار) ; حاولت (?:ان )?(?:قتل نفسه\w*|انهاء حيات\w*|الانتحار) ; يحاول (?:ان )?(?:قتل نفسه\w*|انهاء حيات\w*|الانتحار) ; قتل نفس(?:ه|ها) ; انهاء حيات(?:ه|ها) ; يؤذي نفس(?:ه|ها) ; تؤذي نفس(?:ه|ها) ; جرح نفس(?:ه|ها) ; ندوب ; ندبات? ; اثار (?:ال)?(?:تعذيب|ضرب|حروق|جلد) ; علامات (?:ال)?(?:تعذيب|ضرب|حروق|جلد) ;
ابكم ; ابيضاض ; اجريت ل(?:ه|ها) عملي[ةه] ; اجهاض ; اجهضت ; اخصايي(?:ة)? (?:ال)?نفسي(?:ة)? ; ادمان ; ادوية(?: نفسية| ل)? ; اذى نفسه ; ارتفاع (?:ال)?(?:ضغط|سكر) ; ارق ;
اسقطت(?: جنينها)? ; اشعاعي ; اصابة (?:في|ب) ; اصم ; اضطراب ما بعد الصدمة ; اضطراب\w* ; اضطراب\w*(?: ما)? (?:بعد الصدمة|نفسي\w*|النوم|القلق|ثنايي|الشخصية) ; اعاقة ; اعمى ;
افكار انتحارية ; اكتياب(?:ي)? ; التهاب (?:\w+ )?(?:ال)?(?:كبد|رية|سحايا|مفاصل|كلى|معدة|زايدة|قصبات|اذن|لوزتين) ; الشهر \w+ من الحمل ; الم (?:في|مزمن|شديد) ; امراض
(?:ال)?(?:قلب|مزمنة|نفسية) ; انتحار\w* ; انزلاق غضروفي ; انسولين ; انفصام ; انيميا ; اورام ; ايدز ; ايذاء (?:ال)?(?:نفس|ذات) ; بتر ; بتر(?:ت|وا)? ; بكماء ; تاخر
(?:عقلي|ذهني|نمو|في النطق) ; تبول (?:ال)?لا ?ارادي ; تشمع ; تشنجات ; تلاسيميا ; تليف ; تهاب\w* ; توحد ; تيفوييد ; ثلاسيميا ; جراحة ; جرب ; جفاف حاد ; جلطات ; جلطة ;
جنينها ; حالت(?:ه|ها) الصحية ; حالته? (?:ال)?نفسية ; حالتها (?:ال)?نفسية ; حامل(?= (?:في|منذ|ب(?:ال)?(?:شهر|توام|طفل))|[.,;،]|$) ; حبلى ; حروق ; حساسي[ةه] ; حصبة ; حملها
; ختان ; دواء ; ديسك ; ذبحة ; ذهان ; ذوي الاحتياجات ; ربو ; روماتيزم ; زراعة (?:كلية|كبد|قلب) ; سرطان ; سرطاني ; سكتة ; سكري ; سل(?= |[.,;،]|$) ; سلّ ; سماعة (?:اذن|طبية)
; سوء (?:ال)?تغذية ; شظايا ; شظية ; شقيقة ; شلل ; شهرها ; شهور حمل ; صداع ; صدمة(?: نفسية)? ; صرع ; صرعية ; صماء ; ضرير(?:ة)? ; ضعف (?:ال)?(?:سمع|بصر|نظر) ; ضغط (?:ال)?دم
; ضغط (?:مرتفع|منخفض) ; ضغط(?:ه|ها)? مرتفع ; طبيب(?:ة)? (?:ال)?(?:نفسي(?:ة)?|قلب|اعصاب|نساء) ; طرف (?:ا)?صناعي ; طلق ناري ; عاجز(?:ة)? عن ; عكاز\w* ; علاج
(?:ال)?كيم(?:ي|ا)ايي ; علاج (?:ال)?نفسي ; علاج النفسي ; عملي[ةه] (?:ال)?(?:قلب|جراحي\w*) ; عملية (?:جراحية|في |قلب|قيصرية|قسطرة|ال) ; عمياء ; غدة ; غدة درقية ; غسل
(?:ال)?كلى ; غسيل (?:ال)?(?:كلى|كلوي) ; فاقد(?:ة)? (?:البصر|السمع) ; فشل (?:ال)?(?:كلوي|كبدي|قلبي) ; فصام ; فقد(?:ت)?
(?:بصره?ا?|سمعه?ا?|ساقه?ا?|ذراعه?ا?|يده?ا?|عينه?ا?|قدمه?ا?|اصابعه?ا?|نطقه?ا?|احدى|رجله?ا?|جنينه?ا?|وعيه?ا?|ذاكرته?ا?|(?:ال)?ذاكرة|(?:ال)?شهية) ; فقر (?:ال)?دم ; فيروس ;
قسطرة ; قصور (?:ال)?(?:كلوي|قلب|كلية|قلبي|غدة) ; قلب مفتوح ; قلق (?:حاد|شديد|مزمن|نفسي) ; قيصرية ; كرسي متحرك ; كسر(?: في)? ; كسور ; كفيف(?:ة)? ; كوابيس ; كوليرا ; كيماوي
; كيميايي ; لوكيميا ; ليشمانيا ; مبتور(?:ة)? ; متعايش(?:ة)? مع ; متلازمة \w+ ; مدمن(?:ة)? ; مرض (?:ال)?(?:قلب|كلى|كبد|سكر|سرطان|سل|مزمن|نفسي|جلدي|وراثي|عضال) ; مرضع(?:ة)?
; مريض(?:ة|ا)? (?:نفسي|عقلي)\w* ; مستشفى (?:ال)?امراض (?:ال)?(?:نفسية|عقلية) ; مستشفى نفسي ; مشلول(?:ة)? ; مصاب(?:ة)? ب\w+ ; مضاد\w* (?:ل|ال)?(?:اكتياب|حيوي\w*|ذهان|صرع)
; معاق(?:ة|ا|ين)? ; معالج(?:ة)? (?:ال)?نفسي(?:ة)? ; معوق(?:ة)? ; ملاريا ; ملغ ; منغولي ; منومات ; مهديات ; نزيف ; نظارات طبية ; نقص (?:ال)?(?:وزن|فيتامين|حديد) ; نقص
المناعة ; نقل دم ; نوبات (?:هلع|صرع|ذعر|قلق) ; هلع ; هلوسات ; هيموفيليا ; ورم ; وسواس
""")

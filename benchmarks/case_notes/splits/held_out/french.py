"""French notes of the held-out split. Not to be read by whoever works on the scanner."""

from __future__ import annotations

from benchmarks.case_notes.corpus import Language

FRAMES = (
    "{BODY}",
    "{BODY}",
    "{BODY}",
    "PROCÈS-VERBAL n° {docket}\n\n{BODY}\n\nDont acte. {o:full}, officier de protection",
    "Chère {o:given},\n\n{BODY}\n\nBien à vous,\n{l:full}\n{body}",
    "Points à suivre :\n• {BODY}",
    "Lettre de liaison, {clinic}\nPatient : {p:upper}\n{BODY}\nSigné : {d:full}",
    "Permanence du {day}. {BODY}",
)

FIRST = (
    "Ce matin, {p:full} a demandé un hébergement.",
    "Identité déclarée : {p:full}.",
    "La famille de {p:full} est arrivée de {land}.",
    "{p:full} conteste la décision du {day}.",
    "Nous accompagnons {p:full} dans son recours.",
    "Usager : {p:full} ({folk})",
    "Le mineur {p:full} est confié au département.",
    "J'atteste connaître {p:full} depuis {day}.",
    "Appel de {p:full} vers {hour}.",
    "L'intéressé signe {p:native}.",
)

AGAIN = (
    "{q:full} assure la traduction.",
    "{p:ref} craint un retour à {town}.",
    "L'oncle, {r:full}, a financé le voyage.",
    "{p:ref} montre des cicatrices.",
    "Présents : {o:full}, {l:full}.",
    "Le récit de {p:ref} est constant.",
    "Sur le bateau se trouvait aussi {s:full}.",
    "{d:full} a rédigé le certificat.",
    "La juge {o:last} renvoie l'affaire.",
    "Sans nouvelles de {r:given} depuis {day}.",
    "{s:full} se porte garant.",
    "Fille de {r:full}.",
)

PLAIN = (
    "Rien à signaler.",
    "Rattaché au {docket}.",
    "Originaux restitués.",
    "En cas d'urgence composer le 115.",
    "La décision vise {statute}.",
    "{sum} saisis à la frontière.",
    "Audience le {day}, {hour}.",
    "Venu par {route}.",
    "D'abord accueilli à {town_like_name}, puis à {town_like_name}.",
    "Refoulé de {land} vers {land}.",
    "Lecture impossible, clé fausse :\n{=BROKEN_MRZ}\n",
    "Le rapport fait état de {tally} arrivées.",
    "Débarqué du navire {vessel}.",
    "Cours de français avec {body}.",
    "Arrêt de bus rue Jean Moulin.",
    "Originaire de {hamlet}.",
    "Radio passée à {clinic}.",
    "Le médecin et le maire ont été avisés.",
    "Remplir {paper}.",
    "Né en mai ou en juin, sans acte.",
    "Réponse automatique de {~mailbox}.",
    "Le service social de la Croix-Rouge rappellera en mars.",
)

IDENTIFIERS = {
    "MRZ": ("Zone lue par le portique :\n{=MRZ}\n", "{=MRZ}\n(copie du livret)"),
    "PASSPORT_NUMBER": ("Son passeport ({=PASSPORT_NUMBER}) est abîmé.", "N° passeport {=PASSPORT_NUMBER}"),
    "CA_UCI": ("Dossier IRCC, IUC : {=CA_UCI}", "Son IUC est le {=CA_UCI}."),
    "EURODAC_NUMBER": ("Borne Eurodac : n° {=EURODAC_NUMBER}.", "Empreintes connues sous Eurodac {=EURODAC_NUMBER}."),
    "SCHENGEN_VISA_STICKER": ("Visa n° {=SCHENGEN_VISA_STICKER}, court séjour.", "Vignette {=SCHENGEN_VISA_STICKER} annulée (visa)."),
    "UNHCR_NUMBER": ("Carte du HCR n° {=UNHCR_NUMBER}.", "Dossier UNHCR {=UNHCR_NUMBER}, six personnes."),
    "PHONE_NUMBER": ("Téléphone : {=PHONE_NUMBER}", "Appeler le {=PHONE_NUMBER} en soirée.", "WhatsApp {=PHONE_NUMBER}"),
    "EMAIL_ADDRESS": ("Adresse électronique {=EMAIL_ADDRESS}", "Copie à {=EMAIL_ADDRESS}."),
    "IBAN_CODE": ("Virement vers {=IBAN_CODE}.", "RIB/IBAN : {=IBAN_CODE}"),
    "LOCATION_COORDINATES": ("Dernière position : {=LOCATION_COORDINATES}.", "Cachette à {=LOCATION_COORDINATES}."),
    "LICENSE_PLATE": ("Immatriculation : {=LICENSE_PLATE}", "Reparti dans une voiture, plaque {=LICENSE_PLATE}."),
    "IMEI": ("Appareil saisi (IMEI : {=IMEI}).",),
    "CREDIT_CARD": ("Billet réglé avec la carte {=CREDIT_CARD}.",),
    "IP_ADDRESS": ("Message envoyé depuis {=IP_ADDRESS} (IP).",),
    "STREET_ADDRESS": ("Domicilié {=STREET_ADDRESS}.", "Courrier à envoyer : {=STREET_ADDRESS}", "Réside au {=STREET_ADDRESS}."),
    "CAMP_ADDRESS": ("Dort {=CAMP_ADDRESS}.", "Emplacement au camp : {=CAMP_ADDRESS}"),
}  # fmt: skip

CIRCUMSTANCES = (
    "[SMUGGLER_PRICE|La traversée a coûté {sum}, versés au passeur].",
    "[SMUGGLER_PRICE|{sum} remis à un passeur] à {town}.",
    "[RELATIVE_ABROAD|Ses deux filles sont restées à {town}].",
    "[RELATIVE_ABROAD|Son père se cache à {hamlet}].",
    "Traité pour [HEALTH|une épilepsie].",
    "[HEALTH|Atteint de tuberculose].",
    "[HEALTH|Troubles psychiques], cauchemars.",
    "A fui parce qu'elle [SEXUAL_ORIENTATION|est lesbienne].",
    "[SEXUAL_ORIENTATION|Aime les hommes], le cache au foyer.",
    "[RELIGION|Baptisé l'an dernier].",
    "Issu d'une famille [RELIGION|copte].",
    "[POLITICAL_OPINION|Opposant au régime], arrêté deux fois.",
    "[POLITICAL_OPINION|Membre de l'UFDG].",
)

LANGUAGE = Language(
    frames=FRAMES,
    first=FIRST,
    again=AGAIN,
    plain=PLAIN,
    identifiers=IDENTIFIERS,
    circumstances=CIRCUMSTANCES,
)

"""French notes of the development split."""

from __future__ import annotations

from benchmarks.case_notes.corpus import Language

FRAMES = (
    "{BODY}",
    "{BODY}",
    "{BODY}",
    "Compte rendu d'entretien, {date}\n\n{BODY}\n\nL'agent : {o:full}",
    "Bonjour {o:given},\n\n{BODY}\n\nCordialement,\n{l:full}",
    "Main courante\n- {BODY}",
    "CERTIFICAT MÉDICAL\nConcerne : {p:caps}\n{BODY}\nDr {d:full}",
)

FIRST = (
    "{p:full} s'est présenté⟨⁄e⟩ au guichet le {date}.",
    "Nom du demandeur : {p:full}.",
    "Entretien avec {p:full}, langue {tongue}.",
    "Reçu ce jour {p:full}, arrivé de {city}.",
    "Je vous écris au sujet de {p:full}, suivi depuis {date}.",
    "La patiente {p:full} a été vue en consultation.",
    "{p:full}, ressortissant guinéen, sollicite l'asile.",
    "Dossier de {p:full} incomplet.",
    "Nom dans l'écriture d'origine : {p:native}.",
)

AGAIN = (
    "Interprète : {q:full}.",
    "{p:ref} déclare que {r:given} est resté au village.",
    "Son frère {r:full} vit à {city}.",
    "{p:ref} n'a pas pu donner la date exacte.",
    "Conjoint : {r:full}.",
    "Maître {l:full} demande un report.",
    "Le docteur {d:last} confirme les lésions.",
    "Témoin : {s:full}, joint par téléphone.",
    "{p:ref} a signé le procès-verbal.",
    "Selon {s:full}, la maison a été brûlée.",
)

PLAIN = (
    "Pièces complètes.",
    "Voir {case}.",
    "Frais de {amount} réglés.",
    "Prochain rendez-vous le {date} à {time}.",
    "Arrivé par le vol {flight}.",
    "A transité par {country} puis {country}.",
    "Numéro vert : 0 800 84 01 11.",
    "Base légale : art. L. 511-1 et {law}.",
    "A vécu à {city_like_name}, puis à {city}.",
    "Secouru par {ship}.",
    "Rendez-vous avenue Charles de Gaulle, devant la mairie.",
    "Orienté vers {org}.",
    "La copie ne se vérifie pas :\n{=BROKEN_MRZ}\n",
    "Né en avril, selon l'acte de naissance.",
    "Le rapport cite {count} personnes déplacées.",
    "Colis {tracking} non retiré.",
    "Hospitalisé à {hospital}.",
    "Agent : {badge}.",
    "Le médecin de garde a été prévenu.",
    "Réservation {booking} présentée.",
)

IDENTIFIERS = {
    "MRZ": ("Bande de lecture :\n{=MRZ}\n", "Passeport scanné\n{=MRZ}\n"),
    "PASSPORT_NUMBER": (
        "Passeport n° {=PASSPORT_NUMBER} périmé.",
        "Numéro de passeport : {=PASSPORT_NUMBER}",
    ),
    "CA_UCI": ("IUC {=CA_UCI} (IRCC).", "Identificateur unique de client : {=CA_UCI}"),
    "EURODAC_NUMBER": ("Numéro Eurodac {=EURODAC_NUMBER}.", "Relevé Eurodac : {=EURODAC_NUMBER}"),
    "SCHENGEN_VISA_STICKER": (
        "Vignette visa n° {=SCHENGEN_VISA_STICKER}.",
        "Visa Schengen n° {=SCHENGEN_VISA_STICKER}, type C.",
    ),
    "UNHCR_NUMBER": (
        "Numéro HCR {=UNHCR_NUMBER}.",
        "Enregistré au HCR sous le n° {=UNHCR_NUMBER}.",
    ),
    "PHONE_NUMBER": (
        "Tél. {=PHONE_NUMBER}.",
        "Joignable au {=PHONE_NUMBER} le soir.",
        "Portable : {=PHONE_NUMBER}",
    ),
    "EMAIL_ADDRESS": ("Courriel : {=EMAIL_ADDRESS}.", "Écrire à {=EMAIL_ADDRESS}."),
    "IBAN_CODE": ("IBAN {=IBAN_CODE}.", "Allocation versée sur le compte {=IBAN_CODE}."),
    "LOCATION_COORDINATES": (
        "Maison située à {=LOCATION_COORDINATES}.",
        "Point GPS {=LOCATION_COORDINATES}.",
    ),
    "LICENSE_PLATE": ("Véhicule immatriculé {=LICENSE_PLATE}.", "Plaque {=LICENSE_PLATE} relevée."),
    "IMEI": ("Téléphone, IMEI {=IMEI}.",),
    "CREDIT_CARD": ("Carte n° {=CREDIT_CARD} bloquée.",),
    "IP_ADDRESS": ("Connexion depuis l'adresse IP {=IP_ADDRESS}.",),
    "STREET_ADDRESS": (
        "Demeurant {=STREET_ADDRESS}.",
        "Adresse : {=STREET_ADDRESS}.",
        "Hébergé au {=STREET_ADDRESS}.",
    ),
    "CAMP_ADDRESS": ("Logé {=CAMP_ADDRESS}.", "Se trouve désormais {=CAMP_ADDRESS}."),
}

CIRCUMSTANCES = (
    "[SMUGGLER_PRICE|A payé {amount} au passeur].",
    "Le [SMUGGLER_PRICE|passeur a demandé {amount}] pour la traversée.",
    "Sa [RELATIVE_ABROAD|mère vit toujours à {city}].",
    "[RELATIVE_ABROAD|Un frère resté à {village}].",
    "[HEALTH|Séropositif], sous traitement.",
    "[HEALTH|Souffre de stress post-traumatique].",
    "[HEALTH|Enceinte] de cinq mois.",
    "Dit être [SEXUAL_ORIENTATION|homosexuel].",
    "[SEXUAL_ORIENTATION|Lesbienne], rejetée par les siens.",
    "[RELIGION|Converti au christianisme].",
    "Famille [RELIGION|chiite].",
    "[POLITICAL_OPINION|Militant du parti d'opposition].",
    "[POLITICAL_OPINION|A participé aux manifestations].",
)

LANGUAGE = Language(
    frames=FRAMES,
    first=FIRST,
    again=AGAIN,
    plain=PLAIN,
    identifiers=IDENTIFIERS,
    circumstances=CIRCUMSTANCES,
)

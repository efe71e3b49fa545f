"""Spanish notes of the held-out split. Not to be read by whoever works on the scanner."""

from __future__ import annotations

from benchmarks.case_notes.corpus import Language

FRAMES = (
    "{BODY}",
    "{BODY}",
    "{BODY}",
    "DILIGENCIA n.º {docket}\n\n{BODY}\n\nEl instructor, {o:full}",
    "Hola {o:given}:\n\n{BODY}\n\nUn abrazo,\n{l:full}\n{body}",
    "Pendiente:\n• {BODY}",
    "Informe de alta, {clinic}\nPaciente: {p:upper}\n{BODY}\nFdo.: {d:full}",
    "Turno del {day}. {BODY}",
)

FIRST = (
    "Esta mañana {p:full} pidió alojamiento.",
    "Dice llamarse {p:full}.",
    "La familia de {p:full} llegó desde {land}.",
    "{p:full} recurre la resolución del {day}.",
    "Acompañamos a {p:full} en su recurso.",
    "Usuaria: {p:full} ({folk})",
    "El niño {p:full} queda bajo tutela.",
    "Conozco a {p:full} desde {day} y doy fe de ello.",
    "Llamada de {p:full} hacia las {hour}.",
    "Firma de su puño: {p:native}.",
    "Beneficiario {p:full}, dos hijos a cargo.",
)

AGAIN = (
    "Traduce {q:full}.",
    "{p:ref} teme volver a {town}.",
    "El tío, {r:full}, pagó el viaje.",
    "{p:ref} enseña cicatrices.",
    "Presentes: {o:full} y {l:full}.",
    "El relato de {p:ref} es coherente.",
    "En la barca iba también {s:full}.",
    "{d:full} firmó el parte de lesiones.",
    "El juez {o:last} aplazó la vista.",
    "Sin noticias de {r:given} desde {day}.",
    "{s:full} responde por él.",
    "Hija de {r:full}.",
)

PLAIN = (
    "Sin novedad.",
    "Vinculado a {docket}.",
    "Originales devueltos.",
    "En caso de urgencia, llamar al 112.",
    "La resolución cita {statute}.",
    "{sum} intervenidos en la frontera.",
    "Vista el {day}, {hour}.",
    "Vino en {route}.",
    "Primero en {town_like_name}, después en {town_like_name}.",
    "Devuelto de {land} a {land}.",
    "Lectura fallida, dígito erróneo:\n{=BROKEN_MRZ}\n",
    "El informe habla de {tally} llegadas.",
    "Desembarcó del buque {vessel}.",
    "Clases con {body}.",
    "Parada de autobús paseo de Cristóbal Colón.",
    "Natural de {hamlet}.",
    "Radiografía en {clinic}.",
    "El médico y el alcalde fueron informados.",
    "Rellenar {paper}.",
    "Nacido en mayo o junio, sin partida.",
    "Respuesta automática de {~mailbox}.",
    "La Cruz Roja llamará en marzo.",
)

IDENTIFIERS = {
    "MRZ": ("Zona leída en el puesto:\n{=MRZ}\n", "{=MRZ}\n(copia de la libreta)"),
    "PASSPORT_NUMBER": ("Su pasaporte ({=PASSPORT_NUMBER}) está roto.", "N.º de pasaporte {=PASSPORT_NUMBER}"),
    "US_A_NUMBER": ("Número de registro de extranjero {=US_A_NUMBER}.", "Corte de inmigración, número A {=US_A_NUMBER}"),
    "USCIS_RECEIPT": ("Aviso de USCIS, recibo n.º {=USCIS_RECEIPT}.",),
    "EURODAC_NUMBER": ("Huellas en Eurodac: {=EURODAC_NUMBER}.",),
    "SCHENGEN_VISA_STICKER": ("Visado n.º {=SCHENGEN_VISA_STICKER}, estancia corta.",),
    "UNHCR_NUMBER": ("Tarjeta de ACNUR n.º {=UNHCR_NUMBER}.", "Expediente ACNUR {=UNHCR_NUMBER}, seis personas."),
    "PHONE_NUMBER": ("Teléfono: {=PHONE_NUMBER}", "Llamar al {=PHONE_NUMBER} por la tarde.", "WhatsApp {=PHONE_NUMBER}"),
    "EMAIL_ADDRESS": ("Correo electrónico {=EMAIL_ADDRESS}", "Con copia a {=EMAIL_ADDRESS}."),
    "IBAN_CODE": ("Transferencia a {=IBAN_CODE}.", "N.º de cuenta (IBAN): {=IBAN_CODE}"),
    "LOCATION_COORDINATES": ("Última posición: {=LOCATION_COORDINATES}.", "Escondido en {=LOCATION_COORDINATES}."),
    "LICENSE_PLATE": ("Matrícula: {=LICENSE_PLATE}",),
    "IMEI": ("Terminal intervenido (IMEI: {=IMEI}).",),
    "CREDIT_CARD": ("Billete pagado con {=CREDIT_CARD}.",),
    "IP_ADDRESS": ("Mensaje desde la dirección IP {=IP_ADDRESS}.",),
    "NATIONAL_ID": ("NIE: {=NATIONAL_ID}", "Titular del documento nacional {=NATIONAL_ID}."),
    "STREET_ADDRESS": ("Reside en {=STREET_ADDRESS}.", "Dirección: {=STREET_ADDRESS}", "Cartas a {=STREET_ADDRESS}."),
    "CAMP_ADDRESS": ("Duerme en {=CAMP_ADDRESS}.", "Lugar en el campamento: {=CAMP_ADDRESS}"),
}  # fmt: skip

CIRCUMSTANCES = (
    "[SMUGGLER_PRICE|El cruce costó {sum}, pagados al pollero].",
    "[SMUGGLER_PRICE|Entregó {sum} al traficante] en {town}.",
    "[RELATIVE_ABROAD|Sus dos hijas siguen en {town}].",
    "[RELATIVE_ABROAD|Su padre se esconde en {hamlet}].",
    "Se trata de [HEALTH|epilepsia].",
    "[HEALTH|Enferma de tuberculosis].",
    "[HEALTH|Trastorno de ansiedad], pesadillas.",
    "Huyó porque [SEXUAL_ORIENTATION|es lesbiana].",
    "[SEXUAL_ORIENTATION|Le gustan los hombres], lo oculta.",
    "[RELIGION|Bautizado el año pasado].",
    "De familia [RELIGION|evangélica].",
    "[POLITICAL_OPINION|Opositora al gobierno], detenida dos veces.",
    "[POLITICAL_OPINION|Afiliado a Voluntad Popular].",
)

LANGUAGE = Language(
    frames=FRAMES,
    first=FIRST,
    again=AGAIN,
    plain=PLAIN,
    identifiers=IDENTIFIERS,
    circumstances=CIRCUMSTANCES,
)

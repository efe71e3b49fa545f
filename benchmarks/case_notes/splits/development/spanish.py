"""Spanish notes of the development split."""

from __future__ import annotations

from benchmarks.case_notes.corpus import Language

FRAMES = (
    "{BODY}",
    "{BODY}",
    "{BODY}",
    "ACTA DE ENTREVISTA\nFecha: {date}\n\n{BODY}\n\nFirmado: {o:full}",
    "Estimada {o:given}:\n\n{BODY}\n\nSaludos cordiales,\n{l:full}\n{org}",
    "Parte de incidencias\n- {BODY}",
    "Informe médico de {p:caps}\n{BODY}\nDra. {d:full}",
)

FIRST = (
    "{p:full} compareció en la oficina el {date}.",
    "Solicitante: {p:full}.",
    "Entrevista a {p:full}, idioma {tongue}.",
    "Se atiende a {p:full}, procedente de {city}.",
    "Escribo en nombre de {p:full}, que espera desde {date}.",
    "El menor {p:full} llegó sin acompañante.",
    "{p:full}, de nacionalidad venezolana, pide asilo.",
    "Expediente de {p:full} pendiente.",
    "Firma en su escritura: {p:native}.",
)

AGAIN = (
    "Intérprete: {q:full}.",
    "{p:ref} afirma que {r:given} se quedó allí.",
    "Su hermana {r:full} vive en {city}.",
    "{p:ref} no recuerda la fecha.",
    "Madre: {r:full}.",
    "La abogada {l:full} pide un aplazamiento.",
    "El doctor {d:last} confirma las lesiones.",
    "Viajó con {s:full} hasta la frontera.",
    "Se leyó el acta a {p:ref} y la firmó.",
    "{s:full} puede confirmarlo.",
)

PLAIN = (
    "Documentación completa.",
    "Véase {case}.",
    "Pagó {amount} de tasas.",
    "Próxima cita el {date} a las {time}.",
    "Llegó en el vuelo {flight}.",
    "Pasó por {country} y {country}.",
    "Teléfono gratuito: 900 20 21 22.",
    "Fundamento: art. 3.2 de la Ley 12/2009 y {law}.",
    "Vivió en {city_like_name} y luego en {city}.",
    "Rescatado por {ship}.",
    "Cita en la avenida Simón Bolívar, junto al parque.",
    "Derivado a {org}.",
    "La copia no verifica:\n{=BROKEN_MRZ}\n",
    "Nacido en abril, según la partida.",
    "El informe cita {count} desplazados.",
    "Paquete {tracking} sin recoger.",
    "Ingresado en {hospital}.",
    "Agente con {badge}.",
    "El médico de guardia fue avisado.",
    "Reserva {booking} aportada.",
)

IDENTIFIERS = {
    "MRZ": ("Líneas de lectura:\n{=MRZ}\n", "Pasaporte escaneado\n{=MRZ}\n"),
    "PASSPORT_NUMBER": (
        "Pasaporte n.º {=PASSPORT_NUMBER} caducado.",
        "Número de pasaporte: {=PASSPORT_NUMBER}",
    ),
    "US_A_NUMBER": ("Número A: {=US_A_NUMBER}.", "Número de extranjero {=US_A_NUMBER} (USCIS)."),
    "USCIS_RECEIPT": ("Recibo de USCIS {=USCIS_RECEIPT}.",),
    "EURODAC_NUMBER": ("Número Eurodac {=EURODAC_NUMBER}.",),
    "SCHENGEN_VISA_STICKER": (
        "Etiqueta de visado n.º {=SCHENGEN_VISA_STICKER}.",
        "Visado Schengen {=SCHENGEN_VISA_STICKER}, tipo C.",
    ),
    "UNHCR_NUMBER": (
        "Número de ACNUR {=UNHCR_NUMBER}.",
        "Registrado por ACNUR con el n.º {=UNHCR_NUMBER}.",
    ),
    "PHONE_NUMBER": (
        "Tel. {=PHONE_NUMBER}.",
        "Se le localiza en el {=PHONE_NUMBER}.",
        "Móvil: {=PHONE_NUMBER}",
    ),
    "EMAIL_ADDRESS": ("Correo: {=EMAIL_ADDRESS}.", "Escribir a {=EMAIL_ADDRESS}."),
    "IBAN_CODE": ("Cuenta {=IBAN_CODE}.", "IBAN {=IBAN_CODE} para la ayuda."),
    "LOCATION_COORDINATES": (
        "La casa está en {=LOCATION_COORDINATES}.",
        "Ubicación enviada: {=LOCATION_COORDINATES}",
    ),
    "LICENSE_PLATE": ("Coche con matrícula {=LICENSE_PLATE}.",),
    "IMEI": ("Móvil con IMEI {=IMEI}.",),
    "CREDIT_CARD": ("Tarjeta {=CREDIT_CARD} rechazada.",),
    "IP_ADDRESS": ("Conexión desde la IP {=IP_ADDRESS}.",),
    "NATIONAL_ID": ("DNI/NIE {=NATIONAL_ID}.", "Documento de identidad {=NATIONAL_ID} copiado."),
    "STREET_ADDRESS": ("Domicilio: {=STREET_ADDRESS}.", "Vive en {=STREET_ADDRESS}."),
    "CAMP_ADDRESS": ("Alojado en {=CAMP_ADDRESS}.", "Ahora en {=CAMP_ADDRESS}."),
}

CIRCUMSTANCES = (
    "[SMUGGLER_PRICE|Pagó {amount} al coyote].",
    "El [SMUGGLER_PRICE|traficante pidió {amount}].",
    "Su [RELATIVE_ABROAD|madre sigue en {city}].",
    "[RELATIVE_ABROAD|Un hermano quedó en {village}].",
    "[HEALTH|Padece VIH] y toma medicación.",
    "[HEALTH|Diagnosticada de depresión grave].",
    "[HEALTH|Embarazada] de seis meses.",
    "Declara ser [SEXUAL_ORIENTATION|homosexual].",
    "[SEXUAL_ORIENTATION|Mujer trans], expulsada de su casa.",
    "[RELIGION|Convertido al cristianismo].",
    "Es [RELIGION|testigo de Jehová].",
    "[POLITICAL_OPINION|Militante de un partido opositor].",
    "[POLITICAL_OPINION|Participó en las protestas].",
)

LANGUAGE = Language(
    frames=FRAMES,
    first=FIRST,
    again=AGAIN,
    plain=PLAIN,
    identifiers=IDENTIFIERS,
    circumstances=CIRCUMSTANCES,
)

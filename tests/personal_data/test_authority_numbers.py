"""Numbers of authorities in several layouts and languages, and what must not be taken for one.

Every number is made up; none belongs to a file the authors know of.
"""

from __future__ import annotations

import pytest

from audit.personal_data.icao import check_digit
from audit.personal_data.scanning import spans

CONFIRMED = {
    "PASSPORT_NUMBER": [
        "Passport no. «X1234567» expired.",
        "Holds passport «AB1234567», seen and returned.",
        "Passeport «WL 070 242» (périmé)",
        "pp no «BM 671 975» (copy only)",
        "ppt «R98493048» retained",
        "passport number: «123456789»",
        "His passport (Syria) N° «012345678» was kept.",
        "Passport issued in Damascus, No. «N 01234567».",
        "«N12345678» (passport)",
        "travel document no «AB123456» kept on file",
        "Passeport n° «12AB34567» périmé",
        "Numéro de passeport : «12AB34567»",
        "Titre de voyage n° «AB1234567»",
        "Pasaporte n.º «AAB123456» caducado.",
        "Número de pasaporte: «AAB123456»",
        "Reisepass-Nr. «C01X00T47»",
        "Reisepass Nummer «CFGHJ1K2L» vorgelegt",
        "passaporto n. «YA1234567»",
        "جواز سفر رقم «N012345678» منتهي الصلاحية",
        "رقم الجواز: «A12345678»",
        "رقم الجواز: «A١٢٣٤٥٦٧٨»",
        "паспорт № «AB123456»",
        "passport issued 04.03.2017, number «X1234567»",
        "document de voyage n° «AB123456»",
        "وثيقة سفر رقم «X1234567»",
        "Pass-Nr. «C01X00T47»",
        "«X1234567» (Syrian passport)",
        "گذرنامه شماره «P12345678»",
        "passport AB 1234567 «»".replace("AB 1234567 «»", "«AB 1234567»"),
    ],
    "US_A_NUMBER": [
        "«A012-345-678» on file",
        "«A 012 345 678»",
        "«A12 345 678» (old file)",
        "alien number «A012345678»",
        "Alien Registration Number: «012-345-678»",
        "A-Number: «A01234567».",
        "File «A012345678» (A-file) requested.",
        "USCIS A# «A# 012 345 678»",
        "A#: «012345678»",
        "alien no. «a012345678»",
        "Número A: «A012345678»",
        "Número de extranjero «A012345678»",
        "«A012‑345‑678» on file",
        # Form I-589 prints the letter apart from the boxes; notices of the court name the form.
        "A-File: «208-123-456»",
        "USCIS No. (form N-648): «208 123 456»",
        "Alien Registration No. «208123456».",
        "alien number «a208123456», no record",
        "«A208.123.456»",
        "N° A : «A208-123-456»",
        "«A٢٠٨-١٢٣-٤٥٦»",
    ],
    "USCIS_RECEIPT": [
        "Receipt number «IOE0912345678».",
        "«EAC-21-123-45678»",
        "I-797 shows «SRC 21 123 45678».",
        "«wac2112345678» pending",
        "recibo «MSC2112345678»",
    ],
    "CA_UCI": [
        "UCI «1234-5678».",
        "Client ID (UCI): «11-1234-5678»",
        "IRCC letter, UCI no. «0012345678».",
        "IUC «12345678» (IRCC)",
        "Identificateur unique de client : «11-1234-5678»",
        "«1234-5678» (UCI)",
    ],
    "UK_BRP": [
        "BRP «ZU1234567» lost on the bus.",
        "BRP number: «RZX123456»",
        "BRP no: «ZU1 512 733» (expired)",
        "biometric permit number «RW3668514» stolen",
        "Residence permit (BRP) no. «ZU 1234567» seen.",
        "Biometric residence permit «zu1234567»",
        "Residence permit «ZU1234567»",
        "«RY1234567» (BRP)",
    ],
    "UK_HOME_OFFICE_REFERENCE": [
        "Home Office ref «T1234567».",
        "HO ref: «T1234567/2»",
        "HO Ref. «1212-0001-2439-8732»",
        "Port ref «TN5/1234567»",
        "GWF no. «GWF-012-345-678»",
        "Your Home Office reference is «K1234567».",
        "H.O. ref «K1234567»",
        "UAN «1212-3434-5656-7878»",
        "Unique Application Number: «1212343456567878»",
        "visa applied for online, «GWF012345678»",
        "GWF number «GWF 012 345 678»",
        "share code: «W12 ABC 3D4»",
        "share code «R12ABC3D4»",
        "CoS «C2G7K98710Q»",
        "Certificate of sponsorship number «C2G1A23456B»",
        "CAS number «E4G8TL09A0B1C2»",
    ],
    "DE_RESIDENCE_PERMIT": [
        "Aufenthaltstitel Nr. «Y70100123»",
        "Aufenthaltserlaubnis: «YZ1234567»",
        "German residence permit no. «L1F2G3HJ4» shown.",
        "eAT «AT1234567» valid until 03.04.2027",
        "eAT-Nummer «Y701001V39»",
        "Duldung «D12345678»",
        "Residence permit «L1F2G3HJ4» (Munich)",
        "carte de séjour n° «AT1234567»",
        "permiso de residencia n.º «Y1234567A»",
    ],
    "DE_AZR_NUMBER": [
        "AZR-Nr. «160412123456»",
        "AZR-Nummer lt. Bescheid: «190 315 470 322»",
        "Ausländerzentralregister no. «2104 6172 0959».",
        "AZR number «16-0912-587514»",
        "Registre central des étrangers : «190315470322»",
        "AZR number «160412 123456» on the BAMF letter.",
        "Ausländerzentralregister: «160412123456»",
        "«160412123456» (AZR)",
    ],
    "DE_ASYLUM_FILE": [
        "BAMF «1234567-475»",
        "Az. «1234567-423» (Bundesamt)",
        "Gz: «1234567 - 475»",
    ],
    "EURODAC_NUMBER": [
        "Eurodac hit «IT1AG01234».",
        "Eurodac: cat. 1 hit, «IT2AG013T», 07.09.2023.",
        "Eurodac ID «IT1PA09ZZL» – take-back request sent",
        "بصمة يوروداك «IT1PA05WLK».",
        "Eurodac no. «GR2001234567»",
        "Prints match, Eurodac reference «DE1160412BLN00001».",
        "EURODAC category 1 hit, «BG1 BR 1234567890»",
        "Numéro Eurodac «BE1-12345678901».",
        "Número Eurodac «ES1 1234567890».",
        "«FR11234567890» (Eurodac)",
    ],
    "SCHENGEN_VISA_STICKER": [
        "Visa sticker «D 12345678», type C.",
        "Schengen visa no. «FRA012345678» issued in Tunis.",
        "Visa sticker number: «012345678»",
        "Visa sticker no. «012-345-678»",
        "Entered on visa no. «FRA 0123 45678».",
        "Vignette visa n° «FRA 012 345 678».",
        "Etiqueta de visado n.º «ESP012345678».",
        "Visado Schengen «ESP012345678», tipo C.",
        "Visum «DEU012345678» erteilt",
        "تأشيرة شنغن رقم «ITA012345678»",
    ],
    "UNHCR_NUMBER": [
        "registered «385-14C01234»",
        "«JOR-14C01234» on the certificate",
        "UNHCR file «123-45-67890»",
        # Written by hand or on a telephone: other dashes, spaces, a small c.
        "UNHCR ID: «354 - 12C64571» Works mornings",
        "UNHCR registration «245–00123456»",
        "RSD case «387-14c00734»",
        "UNHCR case # «385/14C/01234»",
        "UNHCR no. «38514C01234»",
        "N° UNHCR «354 - 12C45471»",
        "individual no. «045-00308989» (UNHCR)",
        "«123-12345678» is her UNHCR number",
        "UNHCR individual no «123-12345678»",
        "proGres ID «123-00123456»",
        "UNHCR case number «JOR-12345678» on the card.",
        "UNHCR case no. «385-14C01234»",
        "refugee registration number «JOR-12345678»",
        "individual number «123-12345678»",
        "Enregistré au HCR sous le n° «123-12345678».",
        "Registrado por ACNUR con el n.º «123-45-67890».",
        "مسجل لدى المفوضية برقم «123-12345678».",
        "رقم المفوضية «١٢٣-١٢٣٤٥٦٧٨»",
    ],
}


@pytest.mark.parametrize(
    ("entity_type", "written"),
    [(entity_type, text) for entity_type, texts in CONFIRMED.items() for text in texts],
)
def test_a_number_its_label_names(entity_type: str, written: str) -> None:
    before, _, rest = written.partition("«")
    number, _, after = rest.partition("»")
    text = before + number + after
    found = [(s.entity_type, str(s.certainty), text[s.start : s.end]) for s in spans(text)]
    assert found == [(entity_type, "confirmed", number)]


@pytest.mark.parametrize(
    ("text", "entity_type"),
    [
        ("A012345678", "US_A_NUMBER"),
        ("ZU1234567", "UK_BRP"),
        ("123-45-67890", "UNHCR_NUMBER"),
        ("the case number is 123-45-67890", "UNHCR_NUMBER"),
        ("case 385-14C01234", "UNHCR_NUMBER"),
        ("registration A012-345-678", "US_A_NUMBER"),
        # A label calls it a number, in a form that nobody described.
        ("UNHCR registration no. KEN 00 1234567", "UNHCR_NUMBER"),
        ("AZR-Nr.: 12 34 567 890", "DE_AZR_NUMBER"),
        ("Home Office ref: 12/03456/78", "UK_HOME_OFFICE_REFERENCE"),
        ("eAT Y701001V38", "DE_RESIDENCE_PERMIT"),
    ],
)
def test_a_form_without_proof_is_a_candidate(text: str, entity_type: str) -> None:
    assert [(s.entity_type, str(s.certainty)) for s in spans(text)] == [(entity_type, "candidate")]


def test_the_check_digit_of_a_residence_permit() -> None:
    assert check_digit("Y701001V3") == 9


@pytest.mark.parametrize(
    "text",
    [
        "REF-2024-118823",
        "invoice no. A012-345-678",
        "tracking number: A 012 345 678",
        "order 385-14C01234",
        "facture n° 385-14C01234",
        "waybill 176-12345678",
        "رقم المفوضية. فاتورة رقم INV/25/01307",
        "UNHCR letter seen, invoice no. INV/25/01307",
        "(Schengen, multiple entry) The bill from the water company (RE 4925250)",
        "UNHCR Guidelines No. 9 (HCR/GIP/12/01)",
        "UNHCR report no. 2023/45678901 of last year",
        "Eurodac Regulation (EU) No 603/2013, Article 24",
        "the AZR was asked; no. 12 of 30",
        "case reference REF-2024-118823, passport seen",
        "passport number missing since 2024",
        "passport seen, case 12345678",
        "Passport seen. Case number 12345678.",
        "Passport valid until 2027-03-04, issued 04.03.2017.",
        "passport issued 20170304",
        "passport and flight LH4411234",
        "passport fee 1200000 paid",
        "Passport returned; reference 12345678.",
        "passport at page 12, s.24(1)(b)",
        "ticket AB123-456-789X",
        "flight LX123, BA2490 and A320-200",
        "A4 sheet, A12, A-levels 2019",
        "balance A 1,200,000.00",
        "a number of 12345 cases",
        "receipt 12345678 for the fee",
        "LINE 1234567890",
        "ID of the client unknown, amount 1234-5678",
        "paid 12345678 in total",
        "the eVisa was not working on 12345678",
        "home office set up, order T12345678",
        "badge B-1234, unit T1234567",
        "eat 123456789 apples",
        "azure 160412123456",
        "account 160412123456",
        "Eurodac search negative on 2024-11-05",
        "Eurodac hit IT1 2024-11-05",
        "Article 24(4) of Regulation (EU) No 603/2013",
        "Eurodac: no match in 12345678 records",
        "visa application 12345678",
        "visa fee 80.00, paid 12345678",
        "visa refused on 20241105",
        "Schengen area, 29 states since 2025",
        "INV-12345678",
        "registration number ORA-91842486",
        "case number ORA-91842486",
        "file number ORA-91842486",
        "order 123-45-678901",
        "8 CFR 208.13 and 1208.16",
        "helpline 0808 157 0123",
        "guaranteed 1212-3434-5656",
        "GWF awaited",
        "P<UTOERIKSSON<<ANNA<MARIA",
    ],
)
def test_red_herrings_do_not_count(text: str) -> None:
    assert [s.entity_type for s in spans(text) if s.entity_type in CONFIRMED] == []


def test_a_number_in_a_broken_zone_is_none() -> None:
    zone = (
        "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C35UTO7408122F1204159ZE184226B<<<<<10"
    )
    assert [s.entity_type for s in spans(f"passport {zone}")] == ["INVALID_MRZ_LIKE"]

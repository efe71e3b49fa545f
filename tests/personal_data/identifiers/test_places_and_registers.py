"""Coordinates, plates, addresses, numbers of registers: what counts, how surely, and what must not."""

from __future__ import annotations

import pytest

from audit.personal_data.identifiers import (
    alien_numbers,
    camp_addresses,
    coordinates,
    eurodac_numbers,
    national_ids,
    personal_codes,
    street_addresses,
    vehicle_plates,
)
from audit.personal_data.national_id_schemes import SCHEMES
from audit.personal_data.scanning import spans


@pytest.mark.parametrize(
    "place",
    [
        "31.95220, 35.23321",
        "31.95220 35.23321",
        "31.9522; 35.2332",
        "31,95220; 35,23321",
        "31.95220 / 35.23321",
        "31.95220N 35.23321E",
        "N31.95220 E35.23321",
        "N 31.95220, E 35.23321",
        "31.95220° N, 35.23321° W",
        "lat 31.95220, lon -35.23321",
        "Latitude: 31.95220\nLongitude: 35.23321",
        "٣١٫٩٥٢٢٠، ٣٥٫٢٣٣٢١",
        "31°57'08.0\"N 35°14'00.0\"E",
        "31° 57.133' N, 35° 14.000' E",
        "N 31° 57′ 08″ E 035° 14′ 00″",
        "31 57 08 N 35 14 00 E",
        "geo:31.952,35.233",
        # As rescue logs, messengers and maps write them.
        "35°12.4'N 012°36.1'E",
        "34 12.345N 013 45.678E",
        "N 34 12.345 E 013 45.678",
        "3330.828N 03616.590E",
        "33d30m49s N 36d16m35s E",
        "31º57’08,4”N 35º14’00,2”E",
        "31° 57' 08.0'' N, 35° 14' 00.1'' E",
        "31.95220 North, 35.23321 East",
        "31.95220 شمالا 35.23321 شرقا",
        "lat=31.95220&lon=35.23321",
        "31.952 N, 35.233 E",
        "geo:31.95220,35.23321;u=35",
        "https://maps.google.com/?q=31.952200,35.233210",
        "https://maps.google.com/?q=31.952200%2C35.233210",
        "https://www.openstreetmap.org/?mlat=31.9522&mlon=35.2332#map=17/31.9522/35.2332",
        "https://w3w.co/filled.count.soap",
        "8G3QXX22+PF",
        "///filled.count.soap",
    ],
)
def test_places(found, place: str) -> None:
    assert found(coordinates.FAMILY, f"the house at {place} is hers") == [("confirmed", place)]


@pytest.mark.parametrize(
    ("text", "place", "sure"),
    [
        (
            "google.com/maps/@31.95220,35.23321,17z",
            "google.com/maps/@31.95220,35.23321,17z",
            "confirmed",
        ),
        ("UTM 36R 712345 3538123", "36R 712345 3538123", "confirmed"),
        ("at risk.\n> Shelter is at (16.70592, -8.22526)", "16.70592, -8.22526", "confirmed"),
        ("plus code WF8Q+HV Amman", "WF8Q+HV", "confirmed"),
        ("MGRS 36RYV1234567890", "36RYV1234567890", "confirmed"),
        ("36R YV 12345 67890", "36R YV 12345 67890", "candidate"),
        (
            "https://maps.app.goo.gl/Ab12Cd34Ef",
            "https://maps.app.goo.gl/Ab12Cd34Ef",
            "candidate",
        ),
    ],
)
def test_places_by_codes_and_links(found, text: str, place: str, sure: str) -> None:
    assert found(coordinates.FAMILY, text) == [(sure, place)]


@pytest.mark.parametrize(
    "text",
    [
        "at 12.5, 13.75 degrees",
        "ratio 95.12345, 200.12345",
        "scores 0.93211, 0.88121",
        "score 12.34567, 13.45678",
        "between 12.3456 and 14.5678",
        "1,200,300 and 2,300,400",
        "https://example.org/files/2024.1234/report",
        "p = 0.12345, 0.55555",
        "91.12345, 35.23321",
        "31.9522, 181.0000",
        "fever of 38°C, 38° 15' at noon",
        "31°57' N 35°14' E",
        "n° 14 rue",
        "2024-11-05 North",
        "WF8Q+HV",
        "50+20 people",
        "12.5000 EUR",
        "http:///x",
        "and so on///",
    ],
)
def test_no_place(found, text: str) -> None:
    assert found(coordinates.FAMILY, text) == []


@pytest.mark.parametrize(
    ("text", "plate", "sure"),
    [
        ("number plate AB12 CDE", "AB12 CDE", "confirmed"),
        ("plate: 34 ABC 123", "34 ABC 123", "confirmed"),
        ("vehicle registration AB12CDE", "AB12CDE", "confirmed"),
        ("Car registration M AB 123.", "M AB 123", "confirmed"),
        ("plate number ABC-1234", "ABC-1234", "confirmed"),
        ("plaque d'immatriculation AB-123-CD", "AB-123-CD", "confirmed"),
        ("immatriculée AB-123-CD", "AB-123-CD", "confirmed"),
        ("matrícula 1234 BCD", "1234 BCD", "confirmed"),
        ("placas XYZ-123-A", "XYZ-123-A", "confirmed"),
        ("Kennzeichen B-MA 1234", "B-MA 1234", "confirmed"),
        ("لوحة رقم 12-34567", "12-34567", "confirmed"),
        ("رقم السيارة ب ج د 1234", "ب ج د 1234", "confirmed"),
        ("a white van, AB12 CDE, waited", "AB12 CDE", "candidate"),
        ("a blue car (B-MA 1234)", "B-MA 1234", "candidate"),
    ],
)
def test_plates(found, text: str, plate: str, sure: str) -> None:
    assert found(vehicle_plates.FAMILY, text) == [(sure, plate)]


@pytest.mark.parametrize(
    "text",
    [
        "registration number 385-14C01234",
        "registered as a refugee 12-34567",
        "a car accident in 2024",
        "plate of food",
        "case AB12 CDE",
        "the bus at 12 MAY 2024",
        "the van left on 05 NOV 2024",
        "flight LH441",
        "vehicle 2024-118823",
        "placa conmemorativa",
        "template 12 ABC 345",
    ],
)
def test_no_plate(found, text: str) -> None:
    assert found(vehicle_plates.FAMILY, text) == []


@pytest.mark.parametrize(
    "address",
    [
        "14 Harrow Lane, Leeds",
        "Flat 3, 88 Quayside Road",
        "221 Elmhurst Avenue, Apt 5",
        "7 St. Anne's Terrace",
        "43 Priory Close, Bristol BS1 4TR",
        "1600 Pennsylvania Avenue NW, Suite 4",
        "Musterstraße 12, 10115 Berlin",
        "12 rue des Lilas, 69003 Lyon",
        "4 bis, avenue Jean Jaurès",
        "11, allée des Tilleuls",
        "Avda. de la Constitución 21",
        "C/ Almendro, 7",
        "Carrera 15 n.º 8-45",
        "Carrera 7 # 45-12",
        "Plaza del Carmen 3, bajo",
        "شارع الحمراء رقم 14",
        "شارع الملك فيصل 23، بناية 4",
        "حي الزهور، شارع ١٢، منزل ٧",
    ],
)
def test_streets(found, address: str) -> None:
    assert found(street_addresses.FAMILY, f"{address}") == [("candidate", address)]
    ((_, said),) = found(street_addresses.FAMILY, f"Lives at {address}. Then left.")
    assert said == address


@pytest.mark.parametrize(
    "text",
    [
        "Walked along Rue Victor Hugo to the station",
        "Church Street",
        "Calle Simón Bolívar",
        "Willy-Brandt-Platz",
        "the 9th Circuit Court, 5 Supreme Court",
        "in 2024 High Court held",
        "12 May Road works, on 5 March Way",
        "3 places left, 2 children. Court hearing",
        "paid 20 euros. Road closed",
        "The Home Office, 40 Wellesley Road, Croydon",
        "embassy at 12 High Street",
        "room 214, the flat has 2 rooms, 54 m2",
        "8 CFR 208.13",
        "calle sin salida desde 2019",
        "camino de Guatemala en 2019",
        "Art. 3 Place of birth",
    ],
)
def test_no_street_of_a_person(found, text: str) -> None:
    assert found(street_addresses.FAMILY, text) == []


@pytest.mark.parametrize(
    "address",
    [
        "Block C, Tent 14",
        "Camp 4 Extension, Block B, shelter 213",
        "Camp 4 Ext, block D-7",
        "zone 3, row B, caravan 21",
        "Container 118, section 5",
        "block 7 shelter 112",
        "tent 45 in sector B",
        "Camp 16, Block F/3",
        "tent no. 14",
        "tente 12, bloc C",
        "tente n° 14",
        "secteur 3, tente 21",
        "carpa 12, sector C",
        "módulo 7, sector B",
        "contenedor 128, zona 2",
        "خيمة 14، قطاع ب",
        "بلوك 7، خيمة 21",
        "خيمة رقم ١٤",
        "Zelt Nr. 14",
    ],
)
def test_camps(found, address: str) -> None:
    assert found(camp_addresses.FAMILY, f"{address}.") == [("candidate", address)]


def test_a_block_is_an_address_where_somebody_lives(found) -> None:
    said = "lives in Block 7, Row 3"
    assert found(camp_addresses.FAMILY, said) == [("candidate", "Block 7, Row 3")]
    assert found(camp_addresses.FAMILY, "see Block 7, Row 3") == []


@pytest.mark.parametrize(
    "text",
    [
        "section 24, part 2",
        "zone 2",
        "Camp 4",
        "house 3",
        "room 214",
        "form I-589, Section C, Block 7",
        "Section 3 of the Act",
        "block 3 of the form",
        "three tents were burnt",
        "shelter in 2019",
        "the container 3 days later",
        "shelters 30 people",
        "a tent a day",
        "refugio a 3 km",
        "Unit B",
    ],
)
def test_no_camp_address(found, text: str) -> None:
    assert found(camp_addresses.FAMILY, text) == []


# Specimens and examples that the registers or their rules print; others made up with digits that check.
LABELLED = [
    ("SSN 219-09-9999", "219-09-9999"),
    ("ID number 219-09-9999.", "219-09-9999"),
    ("social security number 219099999", "219099999"),
    ("NHS number 943 476 5919", "943 476 5919"),
    ("NI number AB123456C", "AB123456C"),
    ("NIE X1234567L", "X1234567L"),
    ("DNI 12345678Z", "12345678Z"),
    ("codice fiscale RSSMRA85T10A562S", "RSSMRA85T10A562S"),
    ("National ID 131052-308T copied", "131052-308T"),
    ("personnummer 811228-9874", "811228-9874"),
    ("PESEL 44051401359", "44051401359"),
    ("Steuer-ID 86095742719", "86095742719"),
    ("TC kimlik no 10000000146", "10000000146"),
    ("NIR 1 85 05 78 006 084 91", "1 85 05 78 006 084 91"),
    ("BSN 111222333", "111222333"),
    ("CURP HEGG560427MVZRRL04", "HEGG560427MVZRRL04"),
    ("CPF 529.982.247-25", "529.982.247-25"),
    ("RUN 12.345.678-5", "12.345.678-5"),
    ("CNIC 35202-1234567-1", "35202-1234567-1"),
    ("SIN 130 692 544", "130 692 544"),
    ("tazkira no. 1234-5678-91234", "1234-5678-91234"),
    ("cédula 1023456789", "1023456789"),
    ("cédula de identidad V-12345678", "V-12345678"),
    ("carte d'identité n° 123456789012", "123456789012"),
    ("الرقم الوطني ٩٩٨١٠٢٣٤٥٦", "٩٩٨١٠٢٣٤٥٦"),
    ("رقم الهوية: 1234567890", "1234567890"),
    ("driving licence MORGA657054SM9IJ", "MORGA657054SM9IJ"),
    ("Führerschein B072RRE2I55", "B072RRE2I55"),
]


@pytest.mark.parametrize(("text", "number"), LABELLED)
def test_numbers_called_so(found, text: str, number: str) -> None:
    assert found(national_ids.FAMILY, text) == [("confirmed", number)]


@pytest.mark.parametrize(
    "text",
    [
        "NHS number 943 476 5918",
        "personnummer 811228-9873",
        "PESEL 44051401358",
        "TC kimlik no 10000000147",
        "BSN 111222334",
        "CPF 529.982.247-26",
        "RUN 12.345.678-9",
        "SSN 078-05-1120",
        "German tax ID (Steuer-ID) 02 236 487 593",
    ],
)
def test_a_wrong_digit_where_the_register_is_named_directly_before_is_a_candidate(
    found, text: str
) -> None:
    ((certainty, said),) = found(national_ids.FAMILY, text)
    assert certainty == "candidate"
    assert text.endswith(said)


@pytest.mark.parametrize(
    "text",
    [
        "NHS leaflet of the clinic, page 943 476 5918",
        "the BSN of the sister was not seen, order 111222334",
    ],
)
def test_a_wrong_digit_elsewhere_is_none(found, text: str) -> None:
    assert found(national_ids.FAMILY, text) == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("NI number QQ 12 34 56 C.", "QQ 12 34 56 C"),
        ("National Insurance no. TN 01 02 03", "TN 01 02 03"),
        ("SIN 075 600 817, temporary", "075 600 817"),
        ("رقم الكيمليك ٩٩٠٠٠٠٠١٧٢٨", "٩٩٠٠٠٠٠١٧٢٨"),
        ("C.C. 1.926.164.758 de Cúcuta", "1.926.164.758"),
        ("C.I. V-91895711", "V-91895711"),
        ("DUI 01234567-8", "01234567-8"),
        ("CUI: 1234 56789 0101", "1234 56789 0101"),
        ("NIC 851234567V", "851234567V"),
        ("NRC 12/OUKAMA(N)123456", "12/OUKAMA(N)123456"),
        ("tax no. X 0000577 W", "X 0000577 W"),
        ("| national ID no. | 86 095 742 719 |", "86 095 742 719"),
        ("e-Tazkira no. 1399-0101-12345", "1399-0101-12345"),
    ],
)
def test_registers_of_where_people_come_from_and_go_to(found, text: str, number: str) -> None:
    assert found(national_ids.FAMILY, text) == [("confirmed", number)]


@pytest.mark.parametrize(
    "text",
    [
        "C.C. : Me Delattre, 06/04/2023",
        "CC Mme Diallo; facture 20230412",
        "ثمن التذكرة 4111 1111 6733",
        "ID document not seen. File 1234567",
    ],
)
def test_what_only_has_such_letters(found, text: str) -> None:
    assert found(national_ids.FAMILY, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "case 123456789",
        "999 123 4560",
        "12345678Z",
        "officer ID 70123456",
        "transaction ID no. 70123456",
        "reference 2024118823",
        "sin 130 692 544",
        "A012-345-678",
        "UNHCR file 123-45-67890",
        "identity card missing since 2024-11-05",
        "NHS waiting list 2024",
        "Her identity was confirmed on 05/11/2024 14:30",
        "DNI caducado desde 12/05/2023",
        "ID documents seen 12.05.2023",
    ],
)
def test_digits_alone_are_no_identity(found, text: str) -> None:
    assert found(national_ids.FAMILY, text) == []
    assert found(personal_codes.FAMILY, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Driving licence seen by the clerk, case 1234567",
        "driver's license shown, order no. 1234567",
        "DNI seen, invoice 12345678Z",
        "national ID seen. Tracking 219099999",
        "social security letter and file 219099999",
    ],
)
def test_a_label_names_only_the_number_it_leads_to(found, text: str) -> None:
    assert found(national_ids.FAMILY, text) == []


@pytest.mark.parametrize(
    "text", ["ID No. 12345678", "ID number 219099998", "personal code 12345678"]
)
def test_an_id_number_of_no_register_is_a_candidate(found, text: str) -> None:
    assert [sure for sure, _ in found(national_ids.FAMILY, text)] == ["candidate"]


@pytest.mark.parametrize(
    "text",
    [
        "driver's licence no. 1234567",
        "permis de conduire n° 12345678",
        "driving permit B 12-34-567890-12",
    ],
)
def test_driving_licences(found, text: str) -> None:
    ((sure, _),) = found(national_ids.FAMILY, text.replace("B 12", "12"))
    assert sure == "confirmed"


@pytest.mark.parametrize(
    ("code", "sure"),
    [
        ("219-09-9999", "candidate"),
        ("AB 12 34 56 C", "candidate"),
        ("X1234567L", "candidate"),
        ("1 85 05 78 006 084 91", "candidate"),
        ("RSSMRA85T10A562S", "confirmed"),
        ("131052-308T", "candidate"),
        ("HEGG560427MVZRRL04", "confirmed"),
    ],
)
def test_codes_that_speak_for_themselves(found, code: str, sure: str) -> None:
    assert found(personal_codes.FAMILY, f"she has {code}.") == [(sure, code)]


@pytest.mark.parametrize(
    "code", ["219-00-9999", "X1234567A", "131052-308A", "HEGG560427MVZRRL05", "RSSMRA85T10A562A"]
)
def test_a_code_with_wrong_digits(found, code: str) -> None:
    assert found(personal_codes.FAMILY, code) == []


def test_presidio_has_every_recognizer_that_is_named() -> None:
    from presidio_analyzer import predefined_recognizers

    for scheme in SCHEMES:
        scheme.written()
        scheme.called()
        if scheme.recognizer:
            recognizer = getattr(predefined_recognizers, scheme.recognizer)()
            assert recognizer.supported_entities == [scheme.name]


@pytest.mark.parametrize(
    ("text", "plate"),
    [
        ("Vehicle reg. BG 4091-MD, silver saloon.", "BG 4091-MD"),
        ("Matrícula del vehículo: JNC-93-89", "JNC-93-89"),
        ("Fourgon blanc immatriculé 20998-A-92.", "20998-A-92"),
        ("لوحة السيارة ط 398176", "ط 398176"),
        ("رقم لوحتها 64 / 64195", "64 / 64195"),
    ],
)
def test_plates_of_more_countries(found, text: str, plate: str) -> None:
    assert found(vehicle_plates.FAMILY, text) == [("confirmed", plate)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Lives in tent 7, line 3, section North, next to", "tent 7, line 3, section North"),
        ("Sleeps in RHU 201, sector F since May", "RHU 201, sector F"),
        ("Pasa a carpa n.º 16, sector azul.", "carpa n.º 16, sector azul"),
        ("Home visit at Zone 5, block 11, plot 29, nobody in", "Zone 5, block 11, plot 29"),
    ],
)
def test_a_part_may_be_called_by_a_colour_or_a_point_of_the_compass(found, text: str, place: str) -> None:  # fmt: skip
    assert found(camp_addresses.FAMILY, text) == [("candidate", place)]


@pytest.mark.parametrize("text", ["GPS of the shelter: 31° 57.66' N", "Hearing in building 2, room 14"])  # fmt: skip
def test_no_tent_there(found, text: str) -> None:
    assert found(camp_addresses.FAMILY, text) == []


@pytest.mark.parametrize(
    "address",
    [
        "Flat 12B, 40 Northgate, Wakefield WF3 7UD",
        "Odos Acharnon 112, Athens",
        "Mevlana Mah. 1204 Sokak No: 7, Gaziantep",
        "Atatürk Caddesi No: 15, Daire 3, Adana",
        "House 23, Street 9, Amman",
        "House No. 12, Road 4, Block C, Mirpur-10, Dhaka",
        "Av. Hidalgo 233, col. Centro, Tapachula",
        "ul. Marszałkowska 10/4, 00-590 Warszawa",
        "Kerepesi út 12, 1087 Budapest",
        "вул. Хрещатик, буд. 22, Київ",
        "12 Elm, Springfield, IL 62704",
        "شارع الرينبو، بناية 14، الطابق الثاني، عمّان",
    ],
)
def test_streets_as_other_countries_write_them(address: str) -> None:
    text = f"Home address: {address}.\n"
    assert [(s.entity_type, text[s.start : s.end]) for s in spans(text)] == [
        ("STREET_ADDRESS", address)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Réunion, la place Jean-Jaurès, 14 h 30.",
        "Reunión en la plaza Simón Bolívar, 9:30.",
        "Moved on 9 March 2024, Leeds LS1 2AB",
        "Lodged 4 Nov 2024, 1310 LT",
        "PC 2397, ID 00244",
        "via Holiday Inn. Curfew 2200",
    ],
)
def test_no_street_there(found, text: str) -> None:
    assert found(street_addresses.FAMILY, text) == []


@pytest.mark.parametrize(
    "address",
    [
        "Azraq camp, Village 5, Block 9, plot 60",
        "site de Kounoungou, bloc C, n° 75",
        "campo de Smara, daira Mahbes, barrio 3, jaima 66",
        "albergue temporal de Lajas Blancas, sector B, carpa 91",
        "مخيم الأزرق، القرية 3، بلوك 8، رقم 51",
        "مخيم عرسال 4، خيمة رقم 94",
        "dorm 4, bed 15",
    ],
)
def test_camps_with_villages_and_a_last_number(found, address: str) -> None:
    assert found(camp_addresses.FAMILY, f"Lives in {address}.") == [("candidate", address)]


@pytest.mark.parametrize(
    "text",
    ["Se fue la luz en el módulo 3.", "Cleaning of shelter 4 on Monday", "House 23, Street 9"],
)
def test_a_building_where_nobody_is_said_to_live(found, text: str) -> None:
    assert found(camp_addresses.FAMILY, text) == []


@pytest.mark.parametrize(
    ("text", "plate"),
    [
        ("Reg. no. TM11 DPS, driver made off", "TM11 DPS"),
        ("Van, registration ZZ447GF.", "ZZ447GF"),
        ("Taxi (UT19ZWW) dropped them", "UT19ZWW"),
        ("grey Toyota, 436-DR-1", "436-DR-1"),
    ],
)
def test_plates_that_only_their_form_tells(found, text: str, plate: str) -> None:
    assert found(vehicle_plates.FAMILY, text) == [("candidate", plate)]


def test_a_plate_of_numbers_behind_the_word_for_number(found) -> None:
    text = "سيارة بيضاء، لوحة رقم ٠٠ - ٦٣٠٨٠."
    assert found(vehicle_plates.FAMILY, text) == [("confirmed", "٠٠ - ٦٣٠٨٠")]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("https://maps.example.org/?q=33.541166,26.413794 shows it", "33.541166,26.413794"),
        (
            "https://maps.google.com/?q=33.541166,26.413794 shows it",
            "https://maps.google.com/?q=33.541166,26.413794",
        ),
    ],
)
def test_a_link_is_the_place_where_it_is_a_map_services(found, text: str, place: str) -> None:
    assert found(coordinates.FAMILY, text) == [("confirmed", place)]


@pytest.mark.parametrize(
    "number",
    ["A 897 - 436 - 202", "A012 - 345 - 678", "A 897.436.202"],
)
def test_a_numbers_with_spaces_around_their_hyphens(found, number: str) -> None:
    assert found(alien_numbers.FAMILY, f"held as {number}.") == [("confirmed", number)]


@pytest.mark.parametrize(
    "text",
    [
        "Eurodac category 1 hit, reference DE16838973486.",
        "Eurodac: hit (category 1), ref. GR24451496187",
    ],
)
def test_eurodac_numbers_behind_what_the_hit_is_called(found, text: str) -> None:
    ((sure, number),) = found(eurodac_numbers.FAMILY, text)
    assert sure == "confirmed"
    assert text.rstrip(".").endswith(number)

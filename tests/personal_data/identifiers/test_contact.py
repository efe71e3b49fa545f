"""Telephones, mail, accounts, cards, devices, networks: what counts, how surely, and what must not."""

from __future__ import annotations

import random
from collections.abc import Callable

import phonenumbers
import pytest

from audit.personal_data.family import Family
from audit.personal_data.identifiers import (
    device_numbers,
    email_addresses,
    ibans,
    internet_addresses,
    payment_cards,
    phone_numbers,
)
from audit.personal_data.numbering_plans import Line, international
from audit.personal_data.plain_text import after, before, plain


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("call +44 7700 900123 today", "+44 7700 900123"),
        ("+44 (0)7700 900123", "+44 (0)7700 900123"),
        ("+44-7700-900-123", "+44-7700-900-123"),
        ("+44.7700.900123", "+44.7700.900123"),
        ("0049 30 23125123", "0049 30 23125123"),
        ("001 604 555 0112", "001 604 555 0112"),
        ("+1 (312) 555-0199", "+1 (312) 555-0199"),
        ("+46 70 174 06 12", "+46 70 174 06 12"),
        ("+964 770 123 4567", "+964 770 123 4567"),
        ("+251 91 123 4567", "+251 91 123 4567"),
        ("tel:+447911123456", "+447911123456"),
        ("on 13.02.2024 +44 7700 900123", "+44 7700 900123"),
        ("+963\u00a0933\u00a0123\u00a0456", "+963\u00a0933\u00a0123\u00a0456"),
        ("رقم هاتفها \u200e+٩٦٣ ٩٣٣ ١٢٣ ٤٥٦ في", "+٩٦٣ ٩٣٣ ١٢٣ ٤٥٦"),
        ("+44 7700 900123 12 May", "+44 7700 900123"),
        ("She called the helpline and left her number +44 7911 123456", "+44 7911 123456"),
        # National forms, called a phone.
        ("Tel.: 0933 123 456", "0933 123 456"),
        ("phone\n079 123 4567", "079 123 4567"),
        ("her number is 0770 123 4567", "0770 123 4567"),
        ("móvil 612 34 56 78", "612 34 56 78"),
        ("teléfono de contacto: 310 123 4567", "310 123 4567"),
        ("tél. 06.12.34.56.78", "06.12.34.56.78"),
        ("Portable : 07700900411 Numéro vert : 0 800 00 51 23", "07700900411"),
        ("Handy 0171/1234567", "0171/1234567"),
        ("WhatsApp 963 933 123 456", "963 933 123 456"),
        ("واتساب ٩٦٣٩٣٣١٢٣٤٥٦+", "٩٦٣٩٣٣١٢٣٤٥٦"),
        ("هاتف: ٠٩٣٣١٢٣٤٥٦", "٠٩٣٣١٢٣٤٥٦"),
        ("mobile 07700 900123 12 May 2024", "07700 900123"),
        ("phone number on file is 5550123", "5550123"),
        ("T: 0161 496 0123 (landlord)", "0161 496 0123"),
        ("Signal: 0933 123 456", "0933 123 456"),
        ("llamar al +34 612 34 56 78 después", "+34 612 34 56 78"),
    ],
)
def test_a_phone_is_confirmed_by_its_plan_or_its_label(found, text: str, number: str) -> None:
    assert found(phone_numbers.FAMILY, text) == [("confirmed", number)]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("ring 07700 901123 later", "07700 901123"),
        ("06 39 98 12 34", "06 39 98 12 34"),
        ("(713) 555-0123", "(713) 555-0123"),
        ("0171/1234567", "0171/1234567"),
        ("llamar al 612345678", "612345678"),
        ("Contacto de la madre: 612 345 678", "612 345 678"),
        ("the 14.02.2024 07911 123456", "07911 123456"),
    ],
)
def test_a_national_number_without_a_label_is_a_candidate(found, text: str, number: str) -> None:
    assert found(phone_numbers.FAMILY, text) == [("candidate", number)]


@pytest.mark.parametrize(
    "text",
    [
        "She had a phone with her. 131-42554213 was given",
        "No mobile! 131-42554213 is the docket",
        "the phone was returned\n\n131-42554213",
        "phone order 131-42554213",
    ],
)
def test_a_label_ends_with_its_sentence(found, text: str) -> None:
    assert found(phone_numbers.FAMILY, text) == []


@pytest.mark.parametrize(
    "text",
    ["Tel. 0933 123 456", "phone no. 0933 123 456", "tél. 0933 123 456", "mob. 0933 123 456"],
)
def test_an_abbreviation_ends_no_sentence(found, text: str) -> None:
    assert found(phone_numbers.FAMILY, text) == [("confirmed", "0933 123 456")]


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("docket 00447700900123", "candidate"),
        ("seen 00 447700900123", "candidate"),
        ("phone 00447700900123", "confirmed"),
        ("reached on 0044 7700900123", "confirmed"),
    ],
)
def test_two_noughts_before_a_run_of_digits_prove_nothing(found, text: str, sure: str) -> None:
    assert [said for said, _ in found(phone_numbers.FAMILY, text)] == [sure]


@pytest.mark.parametrize(
    "text",
    [
        "the helpline 0800 496 0123 and +44 800 496 0123",
        "The NGO helpline: 020 7946 0123",
        "switchboard +44 20 7946 0000",
        "+44 20 7946 0000 (helpline)",
        "Told to ring 1-800-555-0199 if anything changes.",
        "Ligne d'écoute 01 99 00 12 34",
        "línea de ayuda: 900 123 456",
        "الخط الساخن 0800 123 456",
        "reference number 2024118823",
        "phone interview on 05-11-2024 14:30",
        "telephone interview REF-2024-118823",
        "case 2024/118823, officer badge 4471 9921",
        "paid 12 500 000 toman",
        "called on 20241105, contacted 12345678",
        "called 2024-11-05 and 05.11.2024",
        "file number 07700 123",
        "Signed-for letter consignment 09 446 902 111 came back.",
        "coach ticket #074-553-118",
        "national ID no. 86 095 742 719",
        "card number read out over the phone: 5105-1051-0510-5100",
        "card number read out over the phone: 371449635398431",
        "order no. 020 7946 0123",
        "facture n° 01 99 00 12 34",
        "ticket 0123456789012",
        "IBAN GB82 WEST 1234 5698 7654 32",
        "COVID +2 tests, 50+ people",
    ],
)
def test_no_phone(found, text: str) -> None:
    assert found(phone_numbers.FAMILY, text) == []


def test_the_plans_say_what_libphonenumber_says() -> None:
    """Each region's example of a mobile, and its neighbours by a digit, valid or not."""
    rng = random.Random(5)
    services = {3, 4, 5, 9, 10}
    for region in sorted(phonenumbers.SUPPORTED_REGIONS):
        example = phonenumbers.example_number_for_type(region, phonenumbers.PhoneNumberType.MOBILE)
        if example is None:
            continue
        digits = phonenumbers.format_number(example, phonenumbers.PhoneNumberFormat.E164)[1:]
        for _ in range(6):
            at = rng.randrange(4, len(digits))
            changed = digits[:at] + str(rng.randrange(10)) + digits[at + 1 :]
            parsed = phonenumbers.parse("+" + changed)
            if phonenumbers.is_valid_number(parsed) and "55501" not in changed:
                kind = phonenumbers.number_type(parsed)
                expected = Line.SERVICE if kind in services else Line.PERSON
                assert international(changed) is expected, (region, kind)


@pytest.mark.parametrize(
    ("text", "address", "sure"),
    [
        ("mail: ANNA@EXAMPLE.ORG.", "ANNA@EXAMPLE.ORG", "confirmed"),
        ("<o'neill.sean@mail.example.co.uk>", "o'neill.sean@mail.example.co.uk", "confirmed"),
        ("mailto:anna+asylum@example.com", "anna+asylum@example.com", "confirmed"),
        ("josé.pérez@ejemplo.es", "josé.pérez@ejemplo.es", "confirmed"),
        ("البريد: \u200eanna_k@example.org، ثم", "anna_k@example.org", "confirmed"),
        ("anna@example.org/photo", "anna@example.org", "confirmed"),
        ("anna (at) example (dot) org", "anna (at) example (dot) org", "candidate"),
        ("write to anna dot e at example dot org", "anna dot e at example dot org", "candidate"),
        ("anna [at] example.org", "anna [at] example.org", "candidate"),
        ("anna [arroba] ejemplo [punto] es", "anna [arroba] ejemplo [punto] es", "candidate"),
    ],
)
def test_mail(found, text: str, address: str, sure: str) -> None:
    assert found(email_addresses.FAMILY, text) == [(sure, address)]


@pytest.mark.parametrize(
    "text",
    ["user@localhost", "info@example.org", "helpdesk@city.example.com", "@anna_k on Telegram",
     "we met @ 5pm.Then", "price@4.50", "at (at the border) 3", "a@@example.org", "@"],
)  # fmt: skip
def test_no_mail_or_an_office_s(found, text: str) -> None:
    assert found(email_addresses.FAMILY, text) == []


@pytest.mark.parametrize(
    "number",
    # Examples that the IBAN registry prints.
    ["GB82 WEST 1234 5698 7654 32", "DE89370400440532013000", "FR1420041010050500013M02606",
     "NL91ABNA0417164300", "TR330006100519786457841326", "NO93 8601 1117 947", "BE68-5390-0754-7034",
     "JO94CBJO0010000000000131000302", "de89 3704 0044 0532 0130 00", "ES9121000418450200051332"],
)  # fmt: skip
def test_accounts(found, number: str) -> None:
    for text in (f"IBAN: {number}.", f"{number} 2 days", f"IBAN{number}", f"({number})"):
        assert found(ibans.FAMILY, text) == [("confirmed", number)], text
    digits = [i for i, c in enumerate(number) if c.isdigit()]
    wrong = number[: digits[-1]] + str((int(number[digits[-1]]) + 1) % 10)
    assert found(ibans.FAMILY, wrong + number[digits[-1] + 1 :]) == []


@pytest.mark.parametrize("text", ["REF-2024-118823", "DE12 ABCD", "AB123456789012345", ""])
def test_no_account(found, text: str) -> None:
    assert found(ibans.FAMILY, text) == []


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("4111 1111 1111 1111", "candidate"),
        ("card 4111 1111 1111 1111", "candidate"),
        ("bank card 4111 1111 1111 1111", "confirmed"),
        ("paid by card 4111 1111 1111 1111", "confirmed"),
        ("ration card no. 4111 1111 1111 1111", "candidate"),
        ("carte de séjour 4111 1111 1111 1111", "candidate"),
        ("carte bancaire 4111 1111 1111 1111", "confirmed"),
        ("Visa card 4111 1111 1111 1111", "confirmed"),
        ("بطاقة ائتمان رقم 4111 1111 1111 1111", "confirmed"),
        ("4111 1111 1111 1111 (Mastercard)", "confirmed"),
        ("invoice no. 4111 1111 1111 1111 paid by card", "candidate"),
        ("SIM card 4111111111111111", "candidate"),
        ("5500-0055-5555-5559", "candidate"),
        ("3782 822463 10005", "candidate"),
        ("visa 4111111111111111", "candidate"),
        ("visa no. 4111111111111111 refused", "candidate"),
        ("tarjeta de crédito 4111111111111111", "confirmed"),
        ("tarjeta 4111111111111111", "candidate"),
        ("بطاقة بنكية ٤١١١ ١١١١ ١١١١ ١١١١", "confirmed"),
        ("بطاقة ٤١١١ ١١١١ ١١١١ ١١١١", "candidate"),
        ("4111111111111111", "candidate"),
    ],
)
def test_cards(found, text: str, sure: str) -> None:
    assert [s for s, _ in found(payment_cards.FAMILY, text)] == [sure]


@pytest.mark.parametrize(
    "text",
    ["4111 1111 1111 1112", "0000 0000 0000 0000", "card 1234567890123456", "2024110514301200",
     "UPS 1Z9994111111111111111", "4111111111111111.5"],
)  # fmt: skip
def test_no_card(found, text: str) -> None:
    assert found(payment_cards.FAMILY, text) == []


@pytest.mark.parametrize(
    "text",
    ["IMEI 356938035643809", "handset IMEI: 35-693803-564380-9", "رقم IMEI ٤٩٠١٥٤٢٠٣٢٣٧٥١٨",
     "IMEI of the phone seized was 490154203237518", "IMEI 490154/20/323751/8", "imei 49015420 3237518",
     "IMEI (slot 1): 49 0154 2032 3751 8", "IMEI 49-015420-323751", "SIM 8944 1000 3012 3456 789"],
)  # fmt: skip
def test_devices(found, text: str) -> None:
    assert [s for s, _ in found(device_numbers.FAMILY, text)] == ["confirmed"]


@pytest.mark.parametrize(
    "text",
    [
        "handset 490154203237518",
        "serial number 490154203237518",
        "IMEI unknown, serial number 490154203237518",
    ],
)
def test_a_device_s_number_that_is_not_called_imei_is_a_candidate(found, text: str) -> None:
    assert [s for s, _ in found(device_numbers.FAMILY, text)] == ["candidate"]


def test_sixteen_digits_are_a_serial_number_unless_called_imeisv(found) -> None:
    assert found(device_numbers.FAMILY, "serial number 4901542032375181") == []
    assert found(device_numbers.FAMILY, "device 4901542032375181") == []
    said = "IMEISV 4901542032375181"
    assert found(device_numbers.FAMILY, said) == [("confirmed", "4901542032375181")]


@pytest.mark.parametrize(
    "text", ["490154203237518", "IMEI 490154203237519", "case 356938035643809", "IMEI not recorded"]
)
def test_no_device(found, text: str) -> None:
    assert found(device_numbers.FAMILY, text) == []


@pytest.mark.parametrize(
    ("text", "address", "sure"),
    [
        ("IP 203.0.113.24.", "203.0.113.24", "confirmed"),
        ("logged in from 81.2.69.142", "81.2.69.142", "confirmed"),
        ("dirección IP 198.51.100.7, ayer", "198.51.100.7", "confirmed"),
        ("عنوان IP ٢٠٣.٠.١١٣.٢٤", "٢٠٣.٠.١١٣.٢٤", "confirmed"),
        ("seen 81.2.69.142", "81.2.69.142", "candidate"),
        ("call log 81.2.69.142", "81.2.69.142", "candidate"),
        ("log-in 81.2.69.142", "81.2.69.142", "confirmed"),
        ("IP 192.168.1.20", "192.168.1.20", "candidate"),
        ("2001:db8::8a2e:370:7334", "2001:db8::8a2e:370:7334", "confirmed"),
        ("MAC 00:1A:2B:3C:4D:5E", "00:1A:2B:3C:4D:5E", "confirmed"),
        ("00-1a-2b-3c-4d-5e", "00-1a-2b-3c-4d-5e", "confirmed"),
        ("0012.3456.789A", "0012.3456.789A", "confirmed"),
    ],
)
def test_networks(found, text: str, address: str, sure: str) -> None:
    assert found(internet_addresses.FAMILY, text) == [(sure, address)]


@pytest.mark.parametrize(
    "text",
    ["version 1.2.3.4", "section 4.2.1.3", "see para. 1.2.3.114", "template 3.2.1.0", "v2.14.3.1", "CRM 8.2.0.177", "12:30:45",
     "at 10:15:00 and 11:20:30", "12-11-20-24-05-06", "ff:ff:ff:ff:ff:ff", "127.0.0.1", "339.2.1.4", "ratio 3::4",
     "IP 1.2.3.4.5"],
)  # fmt: skip
def test_no_network(found, text: str) -> None:
    assert found(internet_addresses.FAMILY, text) == []


def test_plain_texts_are_as_long_as_they_were() -> None:
    said = "هاتف \u200e+٩٦٣\u00a0۹۳۳‑١٢٣ 45 ، é"
    assert len(plain(said)) == len(said)
    assert "+963 933-123" in plain(said)
    assert plain("abc é") == "abc é"


def test_a_sentence_ends_what_is_beside() -> None:
    text = "A helpline was named. Her phone 1 (office). Then B."
    assert before(text, text.index("1")) == "Her phone "
    assert after(text, text.index("1") + 1) == " (office)"
    assert before(text, 0) == ""
    assert before("the handbook\n• in tent 4", 20) == " in te"


@pytest.mark.parametrize(
    ("make", "text"),
    [
        (lambda: phone_numbers.FAMILY, "7" * 5000),
        (lambda: phone_numbers.FAMILY, "phone " + "a " * 3000),
        (lambda: phone_numbers.FAMILY, "12 " * 2000),
        (lambda: email_addresses.FAMILY, "a" * 5000 + "@"),
        (lambda: email_addresses.FAMILY, "@" * 3000),
        (lambda: ibans.FAMILY, "GB82 " * 1000),
        (lambda: internet_addresses.FAMILY, "a:" * 3000),
    ],
)
def test_long_runs_end(found, make: Callable[[], Family], text: str) -> None:
    """No expression backtracks for ever: each of these takes milliseconds."""
    assert found(make(), text) == []


def test_a_helpline_takes_its_own_number_only(found) -> None:
    said = (
        "ring the helpline 0808 800 1234 if anything changes. new mob +44 7700 900123, old one off"
    )
    assert found(phone_numbers.FAMILY, said) == [("confirmed", "+44 7700 900123")]

"""What is recognised, what is only a candidate, and what must not count."""

from __future__ import annotations

import socket

import pytest

from audit.personal_data import families
from audit.personal_data.columns import having_form, named_type
from audit.personal_data.scanning import scan, spans


def found(text: str) -> list[tuple[str, str, str]]:
    return [(s.entity_type, str(s.certainty), text[s.start : s.end]) for s in spans(text)]


@pytest.mark.parametrize(
    ("text", "entity_type", "value"),
    [
        ("call +44 7700 900123 today", "PHONE_NUMBER", "+44 7700 900123"),
        ("+1 555 0123.", "PHONE_NUMBER", "+1 555 0123"),
        ("on +1 202 555 0147, evenings", "PHONE_NUMBER", "+1 202 555 0147"),
        ("tel 00447700900555", "PHONE_NUMBER", "00447700900555"),
        ("+44 7700 900123 12 May", "PHONE_NUMBER", "+44 7700 900123"),
        ("write to anna.e@example.org now", "EMAIL_ADDRESS", "anna.e@example.org"),
        ("IBAN GB82 WEST 1234 5698 7654 32 given", "IBAN_CODE", "GB82 WEST 1234 5698 7654 32"),
        ("tent at 31.95220, 35.23321", "LOCATION_COORDINATES", "31.95220, 35.23321"),
        ("A012-345-678 on file", "US_A_NUMBER", "A012-345-678"),
        ("alien number A012345678", "US_A_NUMBER", "A012345678"),
        ("registered 385-14C01234", "UNHCR_NUMBER", "385-14C01234"),
        ("UNHCR file 123-45-67890", "UNHCR_NUMBER", "123-45-67890"),
        ("UNHCR individual no 123-12345678", "UNHCR_NUMBER", "123-12345678"),
        ("Passport no. X1234567 expired", "PASSPORT_NUMBER", "X1234567"),
    ],
)
def test_confirmed(text: str, entity_type: str, value: str) -> None:
    assert found(text) == [(entity_type, "confirmed", value)]


@pytest.mark.parametrize(
    ("text", "entity_type"),
    [
        ("A012345678", "US_A_NUMBER"),
        ("123-45-67890", "UNHCR_NUMBER"),
        ("ring 07700 901123 later", "PHONE_NUMBER"),
        ("(202) 456-1111", "PHONE_NUMBER"),
        ("00447700900555", "PHONE_NUMBER"),
    ],
)
def test_a_form_without_proof_is_a_candidate(text: str, entity_type: str) -> None:
    assert [(t, sure) for t, sure, _ in found(text)] == [(entity_type, "candidate")]


@pytest.mark.parametrize(
    "text",
    [
        "case reference REF-2024-118823",
        "refused under s.24(1)(b) and 8 CFR 208.13",
        "showed 1,200.00 and 12 500,00 in the account",
        "on 2024-11-05, 05/11/2024, 05.11.2024, 05-11-2024 and 01 02 2024",
        "flight LH441 or BA 2490",
        "born in Jordan, came by Chad and Georgia",
        "the helpline 0800 496 0123 and +44 800 496 0123",
        "IBAN GB82 WEST 1234 5698 7654 33",
        "at 12.5, 13.75 degrees",
        "ratio 95.12345, 200.12345",
        "user@localhost",
        "passport number missing since 2024",
        "ticket AB123-456-789X",
        "",
    ],
)
def test_red_herrings_do_not_count(text: str) -> None:
    assert found(text) == []


def test_an_identifier_inside_another_counts_once() -> None:
    assert [t for t, _, _ in found("447700900123@example.org")] == ["EMAIL_ADDRESS"]


def test_no_network(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    """presidio's e-mail recognizer would fetch and cache the public-suffix list."""

    def blocked(*args: object, **kwargs: object) -> None:
        raise AssertionError("a socket was opened")

    from audit.personal_data.identifiers import email_addresses

    monkeypatch.setattr(socket, "socket", blocked)
    monkeypatch.setattr(socket, "create_connection", blocked)
    monkeypatch.setattr(socket, "getaddrinfo", blocked)
    monkeypatch.setenv("TLDEXTRACT_CACHE", str(tmp_path))
    email_addresses._suffixes.cache_clear()
    assert [s.entity_type for s in spans("anna@example.co.uk")] == ["EMAIL_ADDRESS"]
    assert list(tmp_path.iterdir()) == []


def test_families_report_only_what_they_declare() -> None:
    names = [family.name for family in families()]
    assert len(set(names)) == len(names)
    for family in families():
        for span in family.find("A012-345-678 +44 7700 900123 123-45C67890") if family.find else ():
            assert span.entity_type in {kind.entity_type for kind in family.kinds}


@pytest.mark.parametrize(
    ("column", "entity_type"),
    [
        ("applicant_name", "PERSON"),
        ("firstName", "PERSON"),
        ("surname", "PERSON"),
        ("phone_no", "PHONE_NUMBER"),
        ("Mobile", "PHONE_NUMBER"),
        ("email", "EMAIL_ADDRESS"),
        ("passport_number", "PASSPORT_NUMBER"),
        ("gps_lat", "LOCATION_COORDINATES"),
        ("phone_calls", ""),
        ("email_verified", ""),
        ("country_name", ""),
        ("application_id", ""),
        ("post", ""),
        ("nationality", ""),
        ("flat_rate", ""),
    ],
)
def test_what_a_column_name_promises(column: str, entity_type: str) -> None:
    assert named_type(column) == entity_type


def test_forms() -> None:
    assert having_form("PERSON", ["Anna Eriksson", "O'Neill, Sean", "A1", "anna@example.org"]) == 2
    assert having_form("PHONE_NUMBER", ["+44 7700 900123", "5550123", "12", "yes"]) == 2
    assert having_form("LOCATION_COORDINATES", ["31.95220", "31.9"]) == 1


def test_a_column_is_scanned_as_its_texts_are() -> None:
    texts = ["nothing", "on +44 7700 900123", "", "mail anna@example.org, A012-345-678", "REF-2024"]
    assert dict(scan(texts)) == {row: spans(texts[row]) for row in (1, 3)}

"""What stands behind a telephone number: an extension, or the word for a line."""

from __future__ import annotations

import pytest

from audit.personal_data.family import Certainty
from audit.personal_data.identifiers.phone_numbers import find


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Desk: 986.291.2294x751", "986.291.2294x751"),
        ("Fax 001-420-335-7509 ext. 38548.", "001-420-335-7509 ext. 38548"),
        ("12 Some Street\n69 987 88 37 office\nnext", "69 987 88 37"),
    ],
)
def test_an_extension_or_the_word_for_a_line_behind_it_makes_a_candidate(
    text: str, number: str
) -> None:
    (span,) = find(text)
    assert text[span.start : span.end] == number
    assert span.certainty is Certainty.CANDIDATE


@pytest.mark.parametrize(
    "text",
    [
        "size 12 345 678x90",
        "on 12-04-2024 office closed",
        "1,200.00 office",
        "file 2024-118823 x12",
        "987654321x12",
    ],
)
def test_what_only_looks_like_an_extension_is_none(text: str) -> None:
    assert list(find(text)) == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Llamar a Sra. Sumathi al 612 34 56 78.", "612 34 56 78"),
        ("phone number of Mr. Dawit Tesfaye is 312 345 6789", "312 345 6789"),
        ("Cambió de número, ahora 222 123 4567.", "222 123 4567"),
        ("Móvil 9123-4567, solo por la tarde", "9123-4567"),
        ('Number of the driver, saved as "Agent": 321 123 4567', "321 123 4567"),
        ("Helpline call sheet, line 2\nPhone: 06 39 98 59 78\n", "06 39 98 59 78"),
    ],
)
def test_what_stands_between_a_label_and_its_number(text: str, number: str) -> None:
    assert {text[span.start : span.end] for span in find(text)} == {number}


@pytest.mark.parametrize(
    "text",
    [
        "Steuer-ID 02236487593",
        "insurance no. 084 328 8890",
        "Helpline:\n0808 157 0123",
        "case no. 0171 3920012",
    ],
)
def test_what_another_register_calls_its_number(text: str) -> None:
    assert not list(find(text))

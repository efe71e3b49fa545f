from __future__ import annotations

import re

import numpy as np
import pytest

from audit.casework.notes import Writer, check_digit, passport_lines, write_notes

WORTH = {c: i for i, c in enumerate("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")} | {"<": 0}


def valid(lower: str) -> bool:
    """ICAO Doc 9303-4, section 4.2.2, with a check digit computed another way than in the tool."""

    def digit(text: str) -> int:
        weights = [7, 3, 1] * len(text)
        return sum(WORTH[c] * w for c, w in zip(text, weights, strict=False)) % 10

    fields = [(lower[:9], lower[9]), (lower[13:19], lower[19]), (lower[21:27], lower[27])]
    whole = lower[:10] + lower[13:20] + lower[21:43]
    return all(digit(text) == int(d) for text, d in [*fields, (whole, lower[43])])


@pytest.mark.parametrize(("field", "digit"), [("520727", "3"), ("AB2134<<<", "5")])
def test_check_digits_of_the_standard(field: str, digit: str) -> None:
    assert check_digit(field) == digit  # ICAO Doc 9303-3, section 4.9, worked examples


def test_the_specimen_passport_of_the_standard() -> None:
    upper, lower = passport_lines(
        surname="Eriksson",
        given="Anna<Maria",
        number="L898902C3",
        birth="740812",
        sex="F",
        expiry="120415",
        personal="ZE184226B",
    )
    assert upper == "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"
    assert lower == "L898902C36UTO7408122F1204159ZE184226B<<<<<10"


@pytest.fixture(scope="module")
def written() -> list:
    return write_notes(np.random.default_rng(3), 4000, {"mrz": 0.02, "phone": 0.02})


def test_shares_are_exact(written: list) -> None:
    kinds = [tuple(p.kind for p in note.planted) for note in written]
    assert kinds.count(("mrz",)) == 80
    assert kinds.count(("phone", "relative")) == 80
    assert kinds.count(()) == 3840


def test_what_is_planted_stands_in_the_note(written: list) -> None:
    for note in written:
        for planted in note.planted:
            assert planted.value in note.text


def test_planted_passport_lines_verify_and_look_alikes_do_not(written: list) -> None:
    lines = [p.value for note in written for p in note.planted if p.kind == "mrz"]
    assert all(len(line) == 88 and valid(line[44:]) for line in lines)
    alike = [re.search(r"P<UTO\S+", n.text) for n in written if "does not verify" in n.text]
    broken = [match.group() for match in alike if match]
    assert len(broken) > 20
    assert not any(valid(line[44:]) for line in broken)


def test_phones_are_from_ranges_never_assigned(written: list) -> None:
    phones = [p.value for note in written for p in note.planted if p.kind == "phone"]
    assert all(re.fullmatch(r"\+44 7700 900\d{3}|\+1 \d{3} 555 01\d\d", phone) for phone in phones)


def test_notes_are_mostly_different(written: list) -> None:
    assert len({note.text for note in written}) > 0.95 * len(written)


def test_the_same_generator_writes_the_same_notes() -> None:
    first, second = (Writer(np.random.default_rng(5)) for _ in range(2))
    assert [first.write("mrz") for _ in range(5)] == [second.write("mrz") for _ in range(5)]

"""Every check digit of ICAO Doc 9303, on the specimens it prints and on zones built here."""

from __future__ import annotations

import random
import re

import pytest

from audit.personal_data.family import Certainty
from audit.personal_data.icao import check_digit, read
from audit.personal_data.identifiers.mrz import find

# Specimens of ICAO Doc 9303 (state of Utopia): parts 4, 5, 6 and 7, appendices.
TD3 = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10"
TD1 = (
    "I<UTOD231458907<<<<<<<<<<<<<<<",
    "7408122F1204159UTO<<<<<<<<<<<6",
    "ERIKSSON<<ANNA<MARIA<<<<<<<<<<",
)
TD1_LONG = (
    "I<UTOD23145890<7349<<<<<<<<<<<",
    "3407127M9507122UTO<<<<<<<<<<<2",
    "STEVENSON<<PETER<JOHN<<<<<<<<<",
)
TD2 = "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907UTO7408122F1204159<<<<<<<6"
TD2_LONG = "I<UTOSTEVENSON<<PETER<JOHN<<<<<<<<<<", "D23145890<UTO3407127M95071227349<<<8"
MRV_A = (
    "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
    "L8988901C4XXX4009078F96121096ZE184226B<<<<<<",
)
MRV_B = "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "L8988901C4XXX4009078F9612109<<<<<<<<"
ZONES = {
    "TD1": TD1, "TD1 long": TD1_LONG, "TD2": TD2, "TD2 long": TD2_LONG, "TD3": TD3,
    "MRV-A": MRV_A, "MRV-B": MRV_B,
}  # fmt: skip


@pytest.mark.parametrize(
    ("field", "digit"),
    [
        ("520727", 3),
        ("AB2134<<<", 5),
        ("HA672242<658022549601086<<<<<<<<<<<<<<0", 8),
        ("D231458907<<<<<<<<<<<<<<<34071279507122<<<<<<<<<<<", 2),
        ("", 0),
    ],
)
def test_check_digit_of_the_standard(field: str, digit: int) -> None:
    assert check_digit(field) == digit


@pytest.mark.parametrize("layout", ZONES)
def test_specimens_hold(layout: str) -> None:
    zone = read("".join(ZONES[layout]))
    assert zone is not None
    assert zone.layout == layout.split(maxsplit=1)[0]
    assert zone.wrong == ()


@pytest.mark.parametrize("layout", ZONES)
@pytest.mark.parametrize("between", ["\n", "\r\n", "", " ", " / "])
def test_one_span_covers_the_zone(layout: str, between: str) -> None:
    lines = between.join(ZONES[layout])
    text = f"Seen at the desk: {lines} and returned."
    (span,) = find(text)
    assert (span.entity_type, span.certainty) == ("MRZ", Certainty.CONFIRMED)
    assert text[span.start : span.end] == lines


@pytest.mark.parametrize(
    ("layout", "field", "line", "position"),
    [
        ("TD3", "document number", 1, 9),
        ("TD3", "date of birth", 1, 19),
        ("TD3", "date of expiry", 1, 27),
        ("TD3", "optional data", 1, 42),
        ("TD3", "composite", 1, 43),
        ("TD2", "document number", 1, 9),
        ("TD2", "composite", 1, 35),
        ("TD1", "document number", 0, 14),
        ("TD1", "date of birth", 1, 6),
        ("TD1", "date of expiry", 1, 14),
        ("TD1", "composite", 1, 29),
        ("MRV-A", "document number", 1, 9),
        ("MRV-A", "date of expiry", 1, 27),
        ("MRV-B", "date of birth", 1, 19),
    ],
)
def test_a_wrong_digit_is_named_and_never_confirmed(
    layout: str, field: str, line: int, position: int
) -> None:
    lines = list(ZONES[layout])
    digit = str((int(lines[line][position]) + 3) % 10)
    lines[line] = lines[line][:position] + digit + lines[line][position + 1 :]
    zone = read("".join(lines))
    assert zone is not None
    assert field in zone.wrong
    (span,) = find("\n".join(lines))
    assert (span.entity_type, span.certainty) == ("INVALID_MRZ_LIKE", Certainty.MALFORMED)


def test_every_single_change_of_a_passport_line_is_caught() -> None:
    """Weights 7-3-1 catch any change by other than a multiple of ten in value."""
    lower, rng = TD3[1], random.Random(0)
    checked = [*range(10), *range(13, 20), *range(21, 44)]
    for position in checked:
        old = lower[position]
        alphabet = "0123456789" if old.isdigit() else "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
        new = rng.choice([c for c in alphabet if check_digit(c) != check_digit(old)])
        changed = lower[:position] + new + lower[position + 1 :]
        assert all(span.certainty is not Certainty.CONFIRMED for span in find(changed)), position


def test_lines_alone() -> None:
    upper, lower = TD3
    assert [s.certainty for s in find(lower)] == [Certainty.CONFIRMED]
    assert [s.certainty for s in find(upper)] == [Certainty.CANDIDATE]
    assert [s.certainty for s in find(TD1[0])] == [Certainty.CANDIDATE]
    assert [s.certainty for s in find(TD1[0] + "\n" + TD1[1])] == [Certainty.CONFIRMED]


def test_two_zones_in_one_text() -> None:
    text = "\n".join(TD3) + "\nand her son\n" + "\n".join(TD1)
    assert [s.certainty for s in find(text)] == [Certainty.CONFIRMED] * 2


@pytest.mark.parametrize(
    "text",
    [
        "",
        "THIS IS ALL IN CAPITALS AND LONG ENOUGH TO LOOK LIKE A LINE",
        "A" * 44,
        "0" * 36,
        "<" * 20,
    ],
)
def test_capitals_are_not_a_zone(text: str) -> None:
    assert list(find(text)) == []


@pytest.mark.parametrize("layout", ZONES)
@pytest.mark.parametrize(
    "written",
    [
        lambda lines: "\n".join(lines).lower(),
        lambda lines: "\n".join(lines).replace("<", "&lt;"),
        "\\n".join,
        " | ".join,
        "\n  ".join,
        lambda lines: "\n".join(" ".join(re.findall(".{1,10}", line)) for line in lines),
        lambda lines: "\n".join(line[:12] + line[12:].replace("0", "O") for line in lines),
        lambda lines: "\n".join(re.sub("<{4,}$", "<<<<", lines[0]) if i == 0 and len(lines) == 2 else line
                                for i, line in enumerate(lines)),
    ],
    ids=["small", "escaped", "escaped breaks", "bars", "indented", "groups of ten", "O for 0", "fillers lost"],
)  # fmt: skip
def test_zones_as_notes_hold_them(layout: str, written) -> None:
    said = written(ZONES[layout])
    text = f"The line reads {said} – kept for the file."
    (span,) = find(text)
    assert (span.entity_type, span.certainty) == ("MRZ", Certainty.CONFIRMED)
    assert text[span.start : span.end].rstrip("<") == said.rstrip("<")


@pytest.mark.parametrize(
    "lower",
    [
        "L898902C36UTO7408122F1204159",
        "L898902C36UTO7408122F1204159ZE184226B<<<<10",
        "L898902C36UTO7408122F1204159ZE184226B     10",
        "L898902C36UTO7408122F1204159 THE APPLICANT SAID",
    ],
)
def test_a_lower_line_that_lost_its_end_is_known_by_three_digits(lower: str) -> None:
    (span,) = find(f"({lower})")
    assert (span.start, span.certainty) == (1, Certainty.CONFIRMED)
    (span,) = find(f"({lower.replace('C36UTO', 'C37UTO')})")
    assert span.certainty is Certainty.MALFORMED


def test_a_visa_line_alone() -> None:
    for _, lower in (MRV_A, MRV_B):
        assert [s.certainty for s in find(lower)] == [Certainty.CONFIRMED]


def test_the_middle_line_of_a_card_alone_is_a_form() -> None:
    assert [s.certainty for s in find(TD1[1])] == [Certainty.CANDIDATE]
    assert [s.certainty for s in find(TD1[1].replace("7408122F", "7408123F"))] == [
        Certainty.MALFORMED
    ]


@pytest.mark.parametrize(
    "text",
    [
        "<" * 60,
        "<<<<<<<<<< forwarded message >>>>>>>>>>",
        "1234567 F 1234567",
        "IBAN GB82WEST12345698765432 and case 2024-118823",
        "a << b and c << d, shifted",
        "Il a dit <<bonjour>> et <<merci>>.",
        "I<UTO",
    ],
)
def test_arrows_and_digits_are_not_a_zone(text: str) -> None:
    assert list(find(text)) == []

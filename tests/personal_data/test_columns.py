"""What a column holds: from its name, from its values, and from both, with a confidence."""

from __future__ import annotations

import random
from datetime import date

import pyarrow as pa
import pytest

from audit.personal_data import families, kinds
from audit.personal_data.columns import (
    LIKELY,
    SURE,
    Basis,
    ColumnType,
    Holds,
    column_types,
    identifying,
    read_columns,
)
from audit.personal_data.columns import reading as reading_module
from audit.personal_data.columns.reading import KEPT, TRIED, by_chance
from audit.personal_data.family import Certainty, Family, Kind, Nature, Span

LINES = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C36UTO7408122F1204159ZE184226B<<<<<10"


def read(values, kind: str = "text", *, pieces: int = 1, full: bool = False):
    table = pa.table({"c": values})
    size = -(-table.num_rows // pieces)
    parts = [table.slice(at, size) for at in range(0, table.num_rows, size)]
    return read_columns(parts, {"c": kind}, full=full)["c"]


def types(column: str, values, kind: str = "text", **said) -> tuple[ColumnType, ...]:
    return column_types(column, read(values, kind), **said)


def first(column: str, values, kind: str = "text", **said) -> tuple[Holds, str]:
    found = types(column, values, kind, **said)[0]
    return found.holds, found.entity_type


PEOPLE = [
    f"{a} {b}" for a in ("Maria", "John", "Anna", "Tewolde") for b in ("Ruiz", "Kern", "Osei")
]
BIRTHS = [date(1945 + i % 55, 1 + i % 12, 1 + i % 28).isoformat() for i in range(300)]
CODES = ["A", "B", "C"] * 20


@pytest.mark.parametrize(
    ("column", "values", "entity_type"),
    [
        ("date_of_birth", BIRTHS, "BIRTH_DATE"),
        ("fecha_de_nacimiento", BIRTHS, "BIRTH_DATE"),
        ("Geburtsdatum", BIRTHS, "BIRTH_DATE"),
        ("تاريخ_الميلاد", BIRTHS, "BIRTH_DATE"),
        ("birthYear", ["1971", "1980", "1992"] * 10, "BIRTH_DATE"),
        ("age", ["17", "40", "63"] * 10, "AGE"),
        ("age_band", ["under 18", "18–29", "30 and over"] * 10, "AGE"),
        ("edad", ["17", "40"] * 10, "AGE"),
        ("العمر", ["17", "40"] * 10, "AGE"),
        ("sex", CODES, "SEX"),
        ("geschlecht", CODES, "SEX"),
        ("nationality", CODES, "NATIONALITY"),
        ("Staatsangehörigkeit", CODES, "NATIONALITY"),
        ("pays_d_origine", CODES, "NATIONALITY"),
        ("الجنسية", CODES, "NATIONALITY"),
        ("zip_code", ["90210", "10001"] * 10, "POSTCODE"),
        ("code postal", ["75011", "13001"] * 10, "POSTCODE"),
        ("town", CODES, "TOWN"),
        ("camp", CODES, "TOWN"),
        ("date_of_arrival", BIRTHS[:3] * 9, "ARRIVAL_DATE"),
        ("fecha_llegada", ["2024-01-02", "2024-02-03"] * 9, "ARRIVAL_DATE"),
        ("mother_tongue", CODES, "LANGUAGE"),
        ("occupation", CODES, "OCCUPATION"),
        ("marital_status", CODES, "HOUSEHOLD"),
    ],
)
def test_names_of_quasi_identifiers(column: str, values: list[str], entity_type: str) -> None:
    assert first(column, values) == (Holds.QUASI, entity_type)


@pytest.mark.parametrize(
    ("values", "entity_type"),
    [
        (BIRTHS, "BIRTH_DATE"),
        (["M", "F", "F"] * 9, "SEX"),
        (["homme", "femme"] * 9, "SEX"),
        (["Syria", "Eritrea", "Afghanistan", "Somalia"] * 9, "NATIONALITY"),
        (["SYR", "ERI", "AFG"] * 9, "NATIONALITY"),
        (["Arabic", "Dari", "Tigrinya"] * 9, "LANGUAGE"),
        (["married", "single", "widowed"] * 9, "HOUSEHOLD"),
        ([f"SW1A {i}AA" for i in range(10)], "POSTCODE"),
    ],
)
def test_quasi_identifiers_under_a_name_that_says_nothing(values, entity_type: str) -> None:
    found = types("f7", values)[0]
    assert (found.holds, found.entity_type, found.basis) == (Holds.QUASI, entity_type, Basis.VALUES)
    assert LIKELY <= found.confidence < SURE


@pytest.mark.parametrize(
    ("column", "values", "entity_type"),
    [
        ("religion", CODES, "RELIGION"),
        ("ديانة", CODES, "RELIGION"),
        ("belief_code", ["Muslim", "Christian", "other", "none", "unknown", "n/a"] * 3, "RELIGION"),
        ("f7", ["musulmane", "catholique", "athée"] * 3, "RELIGION"),
        ("ethnie", CODES, "ETHNIC_ORIGIN"),
        ("f7", ["Hazara", "Pashtun", "Tajik"] * 3, "ETHNIC_ORIGIN"),
        ("salud", CODES, "HEALTH"),
        ("f7", ["pregnant", "disabled", "none"] * 3, "HEALTH"),
        ("sexual_orientation", CODES, "SEXUAL_ORIENTATION"),
        ("f7", ["gay", "heterosexual", "unknown"] * 3, "SEXUAL_ORIENTATION"),
        ("party_member", ["true", "false"], "POLITICAL_OPINION"),
        ("trade_union_member", ["true", "false"], "UNION_MEMBERSHIP"),
        ("dna_match", ["true", "false"], "GENETIC_DATA"),
        ("fingerprint_quality", ["1", "2"], "BIOMETRIC_DATA"),
    ],
)
def test_special_categories(column: str, values: list[str], entity_type: str) -> None:
    assert (Holds.SPECIAL, entity_type) in {(t.holds, t.entity_type) for t in types(column, values)}


@pytest.mark.parametrize(
    ("column", "values"),
    [
        ("decision", ["granted", "refused"] * 20),
        ("income", ["1200.5", "900.25"] * 20),
        ("score", [f"{i / 997:.6f}" for i in range(300)]),
        ("reference", [f"REF-2024-{i:06d}" for i in range(300)]),
        ("submitted", [f"2025-{1 + i % 12:02d}-{1 + i % 28:02d}" for i in range(300)]),
        ("hash", [f"{random.Random(i).getrandbits(128):032x}" for i in range(300)]),
        ("phone_calls", ["3", "0", "7"] * 20),
        ("storage", ["box 1", "box 2"] * 20),
        ("grace_period", ["1", "2"] * 20),
        ("environmental_score", ["1", "2"] * 20),
        ("colour", ["green", "amber", "red"] * 20),
        ("flight", ["LH 1234", "BA 0042", "TK 1821"] * 20),
        ("month", ["m", "x", "t"] * 20),
        ("empty", ["", " "] * 20),
    ],
)
def test_harmless(column: str, values: list[str]) -> None:
    assert first(column, values) == (Holds.HARMLESS, "")


def test_how_name_and_values_combine() -> None:
    """1 - (1 - .5) (1 - .75 share): both, values alone, the name alone."""
    phones = [f"{i + 200} 555 01 {i:02d}" for i in range(100)]
    assert types("phone", phones)[0].confidence == 0.875
    some = [p if i < 80 else f"ext {i}" for i, p in enumerate(phones)]
    (found,) = types("phone", some)
    assert (found.confidence, found.certainty, found.basis) == (
        SURE,
        Certainty.CONFIRMED,
        Basis.BOTH,
    )
    some[0] = "ext"
    (found,) = types("phone", some)
    assert found.certainty is Certainty.CANDIDATE
    (found,) = types("phone", [f"{random.Random(i).getrandbits(64):016x}" for i in range(100)])
    assert (found.confidence, found.basis) == (0.5, Basis.NAME)


@pytest.mark.parametrize(("likely", "holds"), [(10, Holds.DIRECT), (9, Holds.HARMLESS)])
def test_values_alone_count_from_one_half(likely: int, holds: Holds) -> None:
    values = [f"A{i:08d}" if i < likely else f"box {i}" for i in range(20)]
    assert types("file", values)[0].holds is holds
    assert types("file", values, pseudonym=True)[0].holds is Holds.HARMLESS


def test_one_confirmed_value_is_a_fact_wherever_it_stands() -> None:
    values = [f"remark {i}" for i in range(70_000)]
    values[69_123] = LINES
    for pieces in (1, 3, 7):
        found = column_types("remark", read(values, pieces=pieces))[0]
        assert (found.fact, found.entity_type, found.values, found.read) == (True, "MRZ", 1, 1)
        assert found.complete


def test_pieces_make_no_difference() -> None:
    values = [f"p{i % 900}@example.org" if i % 3 else f"desk {i % 40}" for i in range(5000)]
    assert read(values) == read(values, pieces=4)
    (fact,) = read(values).facts
    assert (fact.values, fact.rows) == (600, sum(i % 3 > 0 for i in range(5000)))


def test_a_sample_of_different_values_and_all_on_demand(monkeypatch: pytest.MonkeyPatch) -> None:
    from audit.personal_data.columns import reading

    values = [f"p{i}@example.org" for i in range(3 * KEPT)]
    found = read(values)
    assert len(found.values) == KEPT
    assert not found.complete
    assert found.distinct == pytest.approx(3 * KEPT, rel=0.15)
    monkeypatch.setattr(reading, "TRIED", KEPT)
    assert (read(values).facts[0].tried, read(values).partly) == (KEPT, True)
    assert (read(values, full=True).facts[0].tried, read(values, full=True).partly) == (
        3 * KEPT,
        False,
    )
    assert TRIED > KEPT


def _luhn(text: str):
    for place in range(len(text) - 9):
        digits = text[place : place + 10]
        if digits.isdecimal() and sum(map(int, digits)) % 10 == 0:
            yield Span("CARD", place, place + 10, Certainty.CONFIRMED)


def test_a_check_digit_holds_by_chance_in_a_tenth() -> None:
    drawn = random.Random(3)
    numbers = [f"{drawn.randrange(10**10):010d}" for _ in range(1000)]
    family = Family(name="cards", kinds=(Kind("CARD", "cards"),), find=_luhn, trigger=r"\d{10}")
    others = [number for number in numbers if not list(_luhn(number))]
    assert by_chance(family, others) == pytest.approx(0.1, abs=0.03)
    assert by_chance(family, ["desk 4", "desk 5"]) == 0.0
    assert by_chance(family, []) == 0.0


def test_numbers_that_are_not_confirmed_more_often_than_by_chance_are_no_fact(monkeypatch) -> None:
    from audit.personal_data.columns import reading

    family = Family(name="cards", kinds=(Kind("US_SSN", "cards"),), trigger=r"\d{10}",
                    find=lambda t: (Span("US_SSN", s.start, s.end, s.certainty) for s in _luhn(t)))  # fmt: skip
    monkeypatch.setattr(reading, "identifying", lambda: (family,))
    drawn = random.Random(3)
    numbers = [f"{drawn.randrange(10**10):010d}" for _ in range(1000)]
    assert read(numbers).facts == ()
    one = [f"desk {i}" for i in range(1000)] + ["0000000000"]
    assert [fact.values for fact in read(one).facts] == [1]


def _grouped(drawn: random.Random, first: str) -> str:
    digits = first + "".join(str(drawn.randrange(10)) for _ in range(16 - len(first)))
    return " ".join(digits[at : at + 4] for at in range(0, 16, 4))


@pytest.mark.parametrize("first_digits", ["", "4", "62"])
@pytest.mark.parametrize("many", [20, 200])
def test_columns_of_reference_numbers_are_no_cards(first_digits: str, many: int) -> None:
    drawn = random.Random(8)
    columns = [[_grouped(drawn, first_digits) for _ in range(many)] for _ in range(12)]
    facts = [fact for values in columns for fact in read(values).facts]
    assert not [fact for fact in facts if fact.sure and fact.entity_type == "CREDIT_CARD"]


def test_numbers_padded_with_zeros_are_no_telephone_numbers() -> None:
    drawn = random.Random(8)
    for digits in (12, 15):
        values = [f"{drawn.randrange(10**digits):0{digits}d}" for _ in range(5_000)]
        assert not [fact for fact in read(values).facts if fact.sure]
    assert not [fact for fact in read(["00" + v for v in values[:200]]).facts if fact.sure]


def test_what_few_numbers_of_a_shape_have_by_chance_hides_no_telephone_number() -> None:
    drawn = random.Random(8)
    values = [f"tracking {drawn.randrange(10**12):012d}" for _ in range(3_000)]
    assert not [fact for fact in read(values).facts if fact.sure]
    (fact,) = read([*values, "call +44 7911 123456 after six"]).facts
    assert (fact.entity_type, fact.values, fact.sure) == ("PHONE_NUMBER", 1, True)


def test_what_is_rare_by_chance_is_for_a_person_to_look_at(monkeypatch) -> None:
    from audit.personal_data.columns import reading

    monkeypatch.setattr(reading, "by_chance", lambda family, others: 0.02)
    valid = "bank card 4111 1111 1111 1111"
    wrong = [f"bank card 4111 1111 1111 {n}" for n in range(1200, 1300)]
    bad = [text for text in wrong if not read([text]).facts]
    assert [fact.sure for fact in read([valid, bad[0]]).facts] == [False]  # 1 - .98^2 = .0396
    assert read([valid, *bad[:2]]).facts == ()  # .0588
    assert [fact.sure for fact in read([valid]).facts] == [True]
    (found,) = column_types("f7", read([valid, bad[0]]))
    assert (found.entity_type, found.certainty) == ("CREDIT_CARD", Certainty.CANDIDATE)
    monkeypatch.setattr(reading, "by_chance", lambda family, others: 0.0005)
    assert [fact.sure for fact in read([valid, bad[0]]).facts] == [True]  # .001


def test_chance_is_tried_with_the_beginning_as_it_is() -> None:
    cards = next(f for f in reading_module.identifying() if f.name == "payment_cards")
    drawn = random.Random(8)
    values = [f"bank card {_grouped(drawn, '62')}" for _ in range(300)]
    others = [v for v in values if not list(cards.find(v))]
    assert by_chance(cards, others) == pytest.approx(0.1, abs=0.025)


def test_numbers_that_are_telephone_numbers() -> None:
    lines = [447700900000 + i for i in range(100)]
    assert first("f7", lines, "integer") == (Holds.DIRECT, "PHONE_NUMBER")
    with_gaps = [float(x) if i % 4 else None for i, x in enumerate(lines)]
    assert first("whatsapp", with_gaps, "number") == (Holds.DIRECT, "PHONE_NUMBER")
    assert first("f7", [202400000000 + i for i in range(100)], "integer")[0] is Holds.HARMLESS
    assert first("f7", [1500.0027790008985 + i for i in range(100)], "number")[0] is Holds.HARMLESS


@pytest.mark.parametrize(
    "column",
    [
        "name",
        "full_name",
        "applicantName",
        "name_of_applicant",
        "Prénom",
        "apellidos",
        "Vorname",
        "اسم",
    ],
)
def test_columns_of_names(column: str) -> None:
    assert first(column, PEOPLE) == (Holds.DIRECT, "PERSON")


def test_dates_and_booleans() -> None:
    days = [date(1945 + i % 55, 1, 1 + i % 28) for i in range(200)]
    assert first("f7", days, "date") == (Holds.QUASI, "BIRTH_DATE")
    assert first("dob", days, "date") == (Holds.QUASI, "BIRTH_DATE")
    assert first("has_passport", [True, False] * 9, "boolean") == (Holds.HARMLESS, "")


def test_prose_is_free_text_and_what_it_holds_is_said_too() -> None:
    notes = [f"She came to the desk on day {i} and asked about her file." for i in range(50)]
    (found,) = types("f7", notes)
    assert found.holds is Holds.TEXT
    notes[7] = f"She left {LINES} with the officer at the desk."
    assert [t.holds for t in types("f7", notes)] == [Holds.DIRECT, Holds.TEXT]


def test_names_are_asked_for_only_where_values_look_like_them() -> None:
    asked = []

    def count(values) -> int:
        asked.append(len(values))
        return len(values)

    people = [f"{name} {chr(97 + i)}ova" for i, name in enumerate(PEOPLE * 2)]
    found = types("holder", people, count_names=count)[0]
    assert (found.entity_type, found.certainty) == ("PERSON", Certainty.CANDIDATE)
    assert types("holder", people, count_names=count, group=True)[0].holds is Holds.HARMLESS
    assert types("code", [f"A{i}" for i in range(40)], count_names=count)[0].holds is Holds.HARMLESS
    assert asked == [len(people)]
    assert first("full_name", PEOPLE, count_names=count) == (Holds.DIRECT, "PERSON")


def test_no_value_in_what_is_said_of_a_column() -> None:
    values = ["anna.eriksson@example.org", LINES, "Hazara", "Anna Eriksson"] * 5
    reading = read(values)
    said = repr(reading) + repr(column_types("f7", reading, count_names=len))
    for value in values:
        assert value not in said


def test_every_type_has_a_home_and_words() -> None:
    quasi = [f for f in families() if f.kinds[0].nature in (Nature.QUASI, Nature.SPECIAL)]
    for family in quasi:
        assert family.find or family.column or family.telling, family.name
        assert all(kind.words for kind in family.kinds)
    assert {"BIRTH_DATE", "NATIONALITY", "RELIGION", "HEALTH"} <= kinds().keys()
    assert all(f.kinds[0].entity_type != "PERSON" for f in identifying())

"""What columns are taken to hold, by their names and their values."""

from __future__ import annotations

import dataclasses
import json

import pytest

from audit.measures import column_types
from audit.personal_data.columns import Basis, ColumnType, Holds
from audit.personal_data.family import Certainty

PLAN = '[roles]\nidentifiers = "id"\n'


@pytest.fixture
def columns(part):
    def columns(**given: list) -> dict[tuple[str, str], Certainty]:
        rows = len(next(iter(given.values())))
        found = column_types.make(part({"id": [f"F{i:06d}" for i in range(rows)], **given}, PLAN))
        return {(h.column, h.entity_type): h.certainty for h in found.of(Holds.DIRECT)}

    return columns


def test_columns_of_direct_identifiers(columns) -> None:
    people = [f"Anna {chr(65 + i % 26)}{chr(97 + i // 26)}riksson" for i in range(100)]
    assert columns(full_name=people) == {("full_name", "PERSON"): Certainty.CONFIRMED}
    phones = [f"+44 7700 900{i:03d}" for i in range(100)]
    assert columns(contact=phones) == {("contact", "PHONE_NUMBER"): Certainty.CONFIRMED}
    numbers = [f"X{i:07d}" for i in range(100)]
    assert columns(passport_no=numbers) == {("passport_no", "PASSPORT_NUMBER"): Certainty.CONFIRMED}
    places = [31.12345 + i / 997 for i in range(100)]
    assert columns(lat=places) == {("lat", "LOCATION_COORDINATES"): Certainty.CONFIRMED}


def test_one_confirmed_value_is_enough(columns) -> None:
    mixed = ["walk-in"] * 30 + ["anna.eriksson@example.org"]
    assert columns(channel=mixed) == {("channel", "EMAIL_ADDRESS"): Certainty.CONFIRMED}


def test_a_hash_under_a_telling_name_is_a_candidate(columns) -> None:
    hashes = [f"{i * 2654435761 % 2**64:016x}" for i in range(100)]
    assert columns(e_mail=hashes) == {("e_mail", "EMAIL_ADDRESS"): Certainty.CANDIDATE}


def test_ordinary_columns_are_not_identifiers(columns) -> None:
    assert (
        columns(
            nationality=["Jordan", "Chad", "Georgia"] * 40,
            occupation=["nurse", "driver", "teacher"] * 40,
            phone_calls=[3, 0, 7] * 40,
            has_passport=[True, False, True] * 40,
            income=[1200.5 + i for i in range(120)],
            submitted=[f"2025-01-{1 + i % 28:02d}" for i in range(120)],
            reference=[f"REF-2024-{i:06d}" for i in range(120)],
            name=["1", "2", "3"] * 40,
        )
        == {}
    )


def test_a_pseudonym_is_none_unless_confirmed(part) -> None:
    likely = [f"A{i:08d}" for i in range(60)]
    found = column_types.make(part({"id": likely}, '[roles]\nidentifiers = "id"\n'))
    assert found.of(Holds.DIRECT) == ()
    undeclared = column_types.make(part({"file": likely}))
    assert [h.certainty for h in undeclared.of(Holds.DIRECT)] == [Certainty.CANDIDATE]
    phones = [f"+44 7700 900{i:03d}" for i in range(60)]
    found = column_types.make(part({"id": phones}, '[roles]\nidentifiers = "id"\n'))
    assert [(h.column, h.entity_type) for h in found.of(Holds.DIRECT)] == [("id", "PHONE_NUMBER")]


@pytest.mark.parametrize(
    ("matching", "certainty"), [(80, Certainty.CONFIRMED), (79, Certainty.CANDIDATE)]
)
def test_the_name_agrees_at_four_fifths(matching: int, certainty: Certainty, columns) -> None:
    values = [f"X{i:07d}" if i < matching else f"unknown {i}" for i in range(100)]
    assert columns(passport_no=values) == {("passport_no", "PASSPORT_NUMBER"): certainty}


def test_columns_are_reported_once_for_each_kind(part) -> None:
    found = column_types.make(part({"e_mail": [f"p{i}@example.org" for i in range(50)]}))
    assert found.columns == (
        ColumnType(column="e_mail", holds=Holds.DIRECT, entity_type="EMAIL_ADDRESS", confidence=1.0,
                   basis=Basis.BOTH, fact=True, values=50, read=50),
    )  # fmt: skip


def test_a_column_of_names_without_a_telling_name_is_a_candidate(columns) -> None:
    given = ["Maria", "John", "Anna", "Peter", "David", "Sarah", "James", "Laura"]
    family = ["Gonzalez", "Miller", "Johnson", "Schmidt", "Anderson"]
    people = [f"{a} {b}" for a in given for b in family]
    assert columns(holder=people) == {("holder", "PERSON"): Certainty.CANDIDATE}


def test_no_value_leaves_the_measure(part) -> None:
    emails = [f"anna.{i}@example.org" for i in range(30)]
    given = part({"id": emails, "contact": emails}, PLAN)
    payload = column_types.make(given)
    said = json.dumps(
        [dataclasses.asdict(payload), column_types.MEASURE.parameters(given, payload)], default=str
    )
    assert len(payload.columns) == 2
    assert "anna." not in said
    assert "example.org" not in said


def test_locate_gives_rows_of_the_source(part) -> None:
    given = part({"e_mail": [None, "a@example.org", "", None, "b@example.org", ""]})
    assert list(column_types.locate(given, "")) == [1, 4]
    assert list(column_types.locate(part({"age": [1, 2, 3]}), "")) == []
    rare = ["desk"] * 40 + ["anna@example.org", None]
    assert list(column_types.locate(part({"remark": rare}), "")) == [40]
    people = [
        f"{a} {b}"
        for a in ("Maria", "Tewolde", "Olena", "Ana", "Rosa")
        for b in ("Ruiz", "Brhane", "Kern", "Osei")
    ]
    assert list(column_types.locate(part({"holder": [None, *people]}), "")) == list(range(1, 21))
    dialled = [447700900000 + i for i in range(30)]
    assert list(column_types.locate(part({"f7": dialled}), "")) == list(range(30))

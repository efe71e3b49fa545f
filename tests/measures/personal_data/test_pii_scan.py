"""The scan of a whole part: what is counted, what is bounded, and that no value leaves it."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable

import pyarrow as pa
import pytest
from scipy.stats import beta

from audit.measures import pii_scan
from audit.measures.pii_scan import ColumnHit, Hits, PiiScan, TextScan
from audit.personal_data.family import Certainty

LINES = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C36UTO7408122F1204159ZE184226B<<<<<10"
BROKEN = LINES[:-1] + "2"
CANARIES = (LINES, "+44 7700 900123", "anna.eriksson@example.org", "GB82WEST12345698765432",
            "31.95220, 35.23321", "A012-345-678", "385-14C01234")  # fmt: skip
PLAN = '[roles]\ntext = "note"\nidentifiers = "id"\n'


class Cells:
    min_cell = 10

    def groups(self, column: str, labels: Iterable[str]) -> dict[str, str]:
        return {label: label for label in labels}


@pytest.fixture
def scan(part):
    def scan(notes: list[str | None], plan: str = PLAN, **columns: list) -> PiiScan:
        ids = [f"F{i:06d}" for i in range(len(notes))]
        given = {"id": ids, "note": pa.array(notes, pa.string()), **columns}
        return pii_scan.make(part(given, plan))

    return scan


def hit(found: PiiScan, entity_type: str) -> Hits:
    return next(h for h in found.text("note").hits if h.entity_type == entity_type)


def test_counts_spans_and_rows(scan) -> None:
    notes = ["call +44 7700 900123 or +44 7700 900124", "nothing", None, "  ", BROKEN, "nothing"]
    found = scan(notes)
    text = found.text("note")
    assert (text.rows, text.read, text.confirmed_rows, text.malformed_rows) == (6, 4, 1, 1)
    assert (hit(found, "PHONE_NUMBER").spans, hit(found, "PHONE_NUMBER").rows) == (2, 1)
    assert text.complete
    assert text.upper is None
    assert found.columns == ()


def test_a_repeated_note_counts_for_each_row(scan) -> None:
    assert scan(["ring +44 7700 900123"] * 7 + ["-"]).text("note").confirmed_rows == 7


def test_the_bound_is_clopper_pearson_on_the_notes_read(scan) -> None:
    notes = ["A full file, nothing more."] * 300
    found = scan(notes, PLAN + "[privacy]\ntext_sample = 100\n").text("note")
    assert (found.read, found.names_read, found.complete) == (300, 100, False)
    assert found.upper == pytest.approx(1 - 0.05 ** (1 / 100))
    some = ["Maria Gonzalez came in person." if i % 4 == 0 else "Nothing." for i in range(300)]
    text = scan(some, PLAN + "[privacy]\ntext_sample = 100\n").text("note")
    k = text.name_rows
    assert 0 < k < 100
    assert text.upper == pytest.approx(beta.ppf(0.95, k + 1, 100 - k))


def test_the_sample_follows_the_seed(scan) -> None:
    notes = [f"Interview {i}. " + ("Maria Gonzalez came." if i % 3 else "") for i in range(200)]
    plan = PLAN + "[privacy]\ntext_sample = 40\n"
    assert scan(notes, plan) == scan(notes, plan)


def test_full_reads_every_note_for_names(part) -> None:
    given = part(
        {"id": ["1"] * 50, "note": ["Maria Gonzalez came in."] * 50},
        PLAN + "[privacy]\ntext_sample = 10\n",
    )
    full = dataclasses.replace(given, audit=dataclasses.replace(given.audit, full=True))
    assert pii_scan.make(given).text("note").names_read == 10
    assert pii_scan.make(full).text("note").names_read == 50


def test_beyond_the_cap_a_sample_is_read(monkeypatch: pytest.MonkeyPatch, scan) -> None:
    monkeypatch.setattr(pii_scan, "MOST_NOTES", 100)
    text = scan(["ring +44 7700 900123"] * 150).text("note")
    assert (text.read, text.rows, text.complete) == (100, 150, False)
    assert text.hits[0].upper == 1.0


def test_nothing_to_read(scan) -> None:
    text = scan([None, "", "   "]).text("note")
    assert (text.read, text.hits, text.confirmed_rows) == (0, (), 0)


@pytest.fixture
def columns(scan):
    def columns(**given: list) -> dict[tuple[str, str], Certainty]:
        rows = len(next(iter(given.values())))
        found = scan(["-"] * rows, PLAN, **given)
        return {(h.column, h.entity_type): h.certainty for h in found.columns}

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
    found = pii_scan.make(part({"id": likely}, '[roles]\nidentifiers = "id"\n'))
    assert found.columns == ()
    undeclared = pii_scan.make(part({"file": likely}))
    assert [h.certainty for h in undeclared.columns] == [Certainty.CANDIDATE]
    phones = [f"+44 7700 900{i:03d}" for i in range(60)]
    found = pii_scan.make(part({"id": phones}, '[roles]\nidentifiers = "id"\n'))
    assert [(h.column, h.entity_type) for h in found.columns] == [("id", "PHONE_NUMBER")]


@pytest.mark.parametrize(
    ("matching", "certainty"), [(80, Certainty.CONFIRMED), (79, Certainty.CANDIDATE)]
)
def test_the_name_agrees_at_four_fifths(matching: int, certainty: Certainty, columns) -> None:
    values = [f"X{i:07d}" if i < matching else f"unknown {i}" for i in range(100)]
    assert columns(passport_no=values) == {("passport_no", "PASSPORT_NUMBER"): certainty}


def test_no_value_leaves_the_measure(part) -> None:
    notes = [f"{value} was noted. Maria Gonzalez called." for value in CANARIES] * 3
    emails = [f"anna.{i}@example.org" for i in range(len(notes))]
    given = part({"id": emails, "note": notes, "contact": emails}, PLAN)
    payload = pii_scan.make(given)
    figures = pii_scan.MEASURE.figures(payload, Cells())
    said = json.dumps([dataclasses.asdict(payload), [dataclasses.asdict(f) for f in figures],
                       pii_scan.parameters(given, payload)], default=str)  # fmt: skip
    for value in (*CANARIES, "Maria", "Gonzalez", "ERIKSSON", "L898902C3", "anna.", "900123"):
        assert value not in said
    assert payload.text("note").confirmed_rows == len(notes)


def test_small_counts_lose_their_number_in_figures() -> None:
    hits = tuple(
        Hits(entity_type=kind, certainty=Certainty.CONFIRMED, spans=n, rows=n, read=500)
        for kind, n in (("MRZ", 9), ("PHONE_NUMBER", 10))
    )
    text = TextScan(column="note", rows=500, read=500, confirmed_rows=19, candidate_rows=0,
                    malformed_rows=0, names_read=500, name_rows=0, complete=True, upper=None, hits=hits)  # fmt: skip
    payload = PiiScan(texts=(text,), columns=(), columns_read=0, looked_for=(), model="")
    (figure,) = pii_scan.MEASURE.figures(payload, Cells())
    assert figure.column("value") == [None, 10]
    assert figure.column("shown") == ["<10", "10"]


def test_locate_gives_rows_of_the_source(part) -> None:
    notes = ["-", LINES, BROKEN, None, "ring +44 7700 900123", "Maria Gonzalez"]
    given = part(
        {"note": notes, "e_mail": [None, "a@example.org", "", None, "b@example.org", ""]},
        '[roles]\ntext = "note"\n',
    )
    assert list(pii_scan.locate(given, "note")) == [1, 4]
    assert list(pii_scan.locate(given, "")) == [1, 4]
    assert list(pii_scan.locate(part({"note": notes}, '[roles]\ntext = "note"\n'), "")) == []


def test_columns_are_reported_once_for_each_kind(scan) -> None:
    emails = [f"p{i}@example.org" for i in range(50)]
    found = scan(["-"] * 50, PLAN, e_mail=emails)
    assert found.columns == (
        ColumnHit(column="e_mail", entity_type="EMAIL_ADDRESS", certainty=Certainty.CONFIRMED, values=50, read=50),
    )  # fmt: skip


@pytest.mark.slow
def test_recall_and_precision_on_generated_notes() -> None:
    import numpy as np

    from audit.casework.notes import write_notes
    from audit.personal_data.scanning import spans

    written = write_notes(np.random.default_rng(5), 3000, {"mrz": 0.05, "phone": 0.05})
    kinds = {"mrz": "MRZ", "phone": "PHONE_NUMBER"}
    hits = missed = wrong = 0
    for note in written:
        want = {(kinds[p.kind], p.value) for p in note.planted if p.kind in kinds}
        got = {
            (s.entity_type, note.text[s.start : s.end])
            for s in spans(note.text)
            if s.certainty is not Certainty.MALFORMED
        }
        hits, missed, wrong = (
            hits + len(want & got),
            missed + len(want - got),
            wrong + len(got - want),
        )
    assert hits == 300
    assert missed == 0
    assert wrong == 0


def test_a_column_of_names_without_a_telling_name_is_a_candidate(columns) -> None:
    given = ["Maria", "John", "Anna", "Peter", "David", "Sarah", "James", "Laura"]
    family = ["Gonzalez", "Miller", "Johnson", "Schmidt", "Anderson"]
    people = [f"{a} {b}" for a in given for b in family]
    assert columns(holder=people) == {("holder", "PERSON"): Certainty.CANDIDATE}

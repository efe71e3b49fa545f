"""Columns of notes: every way they are handed over, equal and missing notes, long texts, overlaps."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pyarrow as pa
import pytest

from audit.personal_data.family import Certainty, Family, Kind, Span
from audit.personal_data.scanning import scan, spans

NOTES = [
    "nothing",
    "on +44 7700 900123",
    None,
    "",
    "A012-345-678",
    "on +44 7700 900123",
    "REF-2024",
]
ROWS = [1, 4, 5]


def finder(entity_type: str, certainty: Certainty, *places: tuple[int, int]) -> Family:
    def find(text: str) -> Iterator[Span]:
        for start, end in places:
            yield Span(entity_type, start, end, certainty)

    return Family(name=entity_type, kinds=(Kind(entity_type, "things"),), find=find, trigger=".")


def kept(*among: Family) -> list[tuple[str, int, int]]:
    return [(s.entity_type, s.start, s.end) for s in spans("x" * 99, among)]


@pytest.mark.parametrize(
    "handed",
    [
        list,
        tuple,
        pa.array,
        lambda notes: pa.array(notes, pa.large_string()),
        lambda notes: pa.array(notes, pa.string_view()),
        lambda notes: pa.array(notes).dictionary_encode(),
        lambda notes: pa.chunked_array([notes[:3], notes[3:]]),
    ],
    ids=["list", "tuple", "string", "large_string", "string_view", "dictionary", "chunked"],
)
def test_however_a_column_is_handed_over(handed: Callable[[list], object]) -> None:
    assert [row for row, _ in scan(handed(NOTES))] == ROWS


def test_equal_notes_have_equal_spans_of_their_own() -> None:
    found = dict(scan(NOTES))
    assert found[1] == found[5]
    assert found[1] is not found[5]


@pytest.mark.parametrize("nothing", [[], [None, None], ["", " "]])
def test_nothing_stands_in_nothing(nothing: list) -> None:
    assert list(scan(nothing)) == []


def test_no_families_find_nothing() -> None:
    assert list(scan(NOTES, among=[])) == []
    assert spans("A012-345-678", among=[]) == []


def test_a_family_without_a_trigger_reads_every_note() -> None:
    def find(text: str) -> Iterator[Span]:
        if text == "nothing":
            yield Span("T", 0, 1, Certainty.CANDIDATE)

    family = Family(name="t", kinds=(Kind("T", "things"),), find=find)
    assert [row for row, _ in scan(NOTES, among=[family])] == [0]


def test_columns_longer_than_one_reading() -> None:
    many = ["nothing"] * 70_000
    many[3] = many[66_000] = "A012-345-678"
    assert [row for row, _ in scan(many)] == [3, 66_000]


FILLER = "The applicant repeated what is in the form and nothing else was said. "


@pytest.mark.parametrize("before", [0, 3_590, 3_990, 3_999, 4_000, 4_001, 4_395, 7_999, 20_000])
def test_long_texts_are_read_to_the_letter(before: int) -> None:
    start = (FILLER * 300)[:before] + " "
    text = start + "Alien number A012345678, " + (FILLER * 300)[:9_000]
    (span,) = spans(text)
    assert (text[span.start : span.end], span.certainty) == ("A012345678", Certainty.CONFIRMED)
    assert list(scan([text])) == [(0, [span])]


def test_an_identifier_across_a_border_counts_once() -> None:
    for shift in range(30):
        text = "." * (3_980 + shift) + " on +44 7700 900123 " + "." * 5_000
        (span,) = spans(text)
        assert text[span.start : span.end] == "+44 7700 900123"


def test_the_surer_then_the_longer_of_spans_that_overlap() -> None:
    sure = finder("SURE", Certainty.CONFIRMED, (10, 20))
    form = finder("FORM", Certainty.CANDIDATE, (5, 30), (30, 35))
    assert kept(sure, form) == [("SURE", 10, 20), ("FORM", 30, 35)]
    assert kept(finder("LONG", Certainty.CONFIRMED, (8, 20)), sure) == [("LONG", 8, 20)]


def test_nothing_stands_inside_what_its_check_digits_refute() -> None:
    refuted = finder("REFUTED", Certainty.MALFORMED, (0, 44))
    inside = finder("INSIDE", Certainty.CONFIRMED, (5, 15))
    likely = finder("LIKELY", Certainty.CANDIDATE, (0, 60))
    assert kept(refuted, inside, likely) == [("REFUTED", 0, 44)]


def test_of_equal_places_the_confirmed_is_kept() -> None:
    refuted = finder("REFUTED", Certainty.MALFORMED, (5, 15))
    sure = finder("SURE", Certainty.CONFIRMED, (5, 15))
    assert kept(refuted, sure) == [("SURE", 5, 15)]


def test_many_spans_in_one_text() -> None:
    places = tuple((i, i + 1) for i in range(0, 98, 2))
    family = finder("T", Certainty.CANDIDATE, *places)
    assert kept(family, finder("W", Certainty.CANDIDATE, (0, 3))) == [
        ("W", 0, 3), *(("T", *place) for place in places[2:])
    ]  # fmt: skip

"""The study of what the scanner sees: its rules by hand, what is shipped of it, and a small run of it."""

from __future__ import annotations

import json

import pytest

from audit.personal_data import kinds
from audit.personal_data.seen import Sort, recalls
from benchmarks import _studies, personal_data_seen, presidio_generated
from benchmarks._studies import Row
from benchmarks.case_notes import Note, Truth, notes
from benchmarks.case_notes.scoring import Score, add

TEXT = "Mr Adam Lee, +44 7700 900123, Adam@example.org, office 020 7946 0000, has asthma. P<UTOX"
MEANS = {kind: (kind,) for kind in ("PERSON", "PHONE_NUMBER", "EMAIL_ADDRESS", "HEALTH", "MRZ")}


def at(said: str, kind: str, **more: str) -> Truth:
    start = TEXT.index(said)
    return Truth(kind, start, start + len(said), **more)


NOTE = Note(
    text=TEXT,
    language="en",
    truths=(
        at("Adam Lee", "PERSON", origin="anglo", script="latin"),
        at("+44 7700 900123", "PHONE_NUMBER"),
        at("Adam@example.org", "EMAIL_ADDRESS"),
        at("020 7946 0000", "EITHER"),
        at("has asthma", "HEALTH"),
        at("P<UTOX", "BROKEN_MRZ"),
    ),
    templates=(),
)


def scored(*finds: tuple[str, str]) -> Score:
    score = Score()
    places = [(kind, TEXT.index(said), TEXT.index(said) + len(said)) for kind, said in finds]
    add(score, NOTE, places, MEANS)
    return score


@pytest.mark.parametrize(
    ("said", "seen", "right"),
    [
        ("Adam Lee", 1, 1),
        ("Mr Adam Lee,", 1, 1),
        ("Lee", 0, 1),
        ("Lee, +44 7700 900123, Adam@example.org", 0, 0),
        ("office", 0, 0),
    ],
)
def test_a_name_is_found_whole_or_not_and_a_find_is_half_right_or_wrong(said, seen, right):
    score = scored(("PERSON", said))
    assert (score.seen["PERSON"], score.right["PERSON"]) == (seen, right)
    assert score.places["PERSON"] == 1
    assert score.by_origin["anglo", "latin"] == 1


def test_parts_add_up_to_a_whole():
    score = scored(("PERSON", "Adam"), ("PERSON", "Lee"))
    assert (score.seen["PERSON"], score.right["PERSON"], score.finds["PERSON"]) == (1, 2, 2)


def test_marking_the_whole_note_finds_nothing():
    score = scored(("PERSON", TEXT), ("PHONE_NUMBER", TEXT))
    assert (score.seen.total(), score.right.total()) == (0, 0)


def test_what_is_neither_counts_for_neither():
    score = scored(("PHONE_NUMBER", "020 7946 0000"), ("PERSON", "Adam@example.org"))
    assert score.finds.total() == 0


def test_the_wrong_type_is_wrong_and_a_type_nobody_asked_for_is_nothing():
    score = scored(("PHONE_NUMBER", "Adam Lee"), ("LOCATION", "Adam Lee"))
    assert (score.finds["PHONE_NUMBER"], score.right["PHONE_NUMBER"]) == (1, 0)
    assert score.finds.total() == 1


def test_words_are_found_in_part():
    assert scored(("HEALTH", "asthma")).seen["HEALTH"] == 1
    assert scored(("HEALTH", "office")).seen["HEALTH"] == 0


def test_a_broken_line_is_told_apart_or_taken():
    told = scored(("INVALID_MRZ_LIKE", "P<UTOX"))
    assert (told.broken, told.broken_told, told.broken_taken) == (1, 1, 0)
    assert told.finds.total() == 0
    taken = scored(("MRZ", "P<UTOX"))
    assert (taken.broken_told, taken.broken_taken, taken.finds["MRZ"]) == (0, 1, 1)


def test_what_ships_is_what_was_saved():
    saved = [Row(**row) for row in _studies.saved()["personal_data_seen"]["rows"]]
    assert personal_data_seen.SHIPPED.read_text(encoding="utf-8") == personal_data_seen.shipped(
        saved
    )


def test_what_ships_tells_of_every_kind_and_of_names_by_origin():
    by_sort = {sort: [r for r in recalls() if r.sort is sort] for sort in Sort}
    assert len(by_sort[Sort.NAMES]) >= 15
    assert {r.kind for r in (*by_sort[Sort.IDENTIFIERS], *by_sort[Sort.WORDS])} <= kinds().keys()
    assert all(0 <= r.seen <= r.places and r.places >= 40 for r in recalls())
    by_kind = {r.kind for r in by_sort[Sort.NAMES]}
    assert {"in Arabic letters", "in Latin letters", "in Arabic notes", "Somali"} <= by_kind
    assert any(r.seen_by_peer is None for r in by_sort[Sort.IDENTIFIERS])
    assert all(r.seen_by_peer is not None for r in by_sort[Sort.NAMES])


def test_names_of_an_origin_in_several_letters_stand_by_both_and_few_ones_together():
    score = Score()
    least = personal_data_seen.LEAST
    cells = {("arabic", "arabic"): least, ("arabic", "latin"): 500, ("somali", "latin"): 400,
             ("kurdish", "arabic"): least - 1, ("kurdish", "latin"): 300, ("language", "ar"): 99}  # fmt: skip
    score.by_origin.update(cells)
    assert dict(personal_data_seen._written(score)) == {
        "Arabic in Arabic letters": [("arabic", "arabic")],
        "Arabic in Latin letters": [("arabic", "latin")],
        "Kurdish in Latin letters": [("kurdish", "latin")],
        "other origins in Arabic letters": [("kurdish", "arabic")],
    }


def test_no_text_of_the_notes_ships():
    said = json.loads(personal_data_seen.SHIPPED.read_text(encoding="utf-8"))
    cells = {type(cell) for rows in said.values() for row in rows for cell in row.values()}
    assert cells <= {str, int, type(None)}
    assert {key for rows in said.values() for row in rows for key in row} == {
        "kind", "places", "seen", "seen_by_peer",
    }  # fmt: skip


def test_the_scanner_sees_what_it_must_in_open_notes():
    given = list(notes("development", 400, seed=21))
    score = personal_data_seen.measure(personal_data_seen.ours, given, personal_data_seen.OURS)
    for kind in personal_data_seen.ASKED:
        assert score.recall(kind) >= 0.95
        assert score.precision([kind]) >= 0.9
    assert score.recall("PERSON") >= 0.9
    assert score.precision(["PERSON"]) >= 0.85
    assert score.broken_taken == 0


@pytest.mark.slow
def test_presidio_beside_sees_fewer_names():
    rows = {row.of: row for row in personal_data_seen.study(120, 4, "development")}
    worst = rows["names: worst origin"]
    assert worst.beside["presidio"] < worst.value
    assert rows["MRZ (machine-readable passport lines)"].beside["presidio"] == "none"
    assert rows["EMAIL_ADDRESS (e-mail addresses)"].beside["presidio"] == 1


@pytest.mark.skipif(bool(presidio_generated.missing()), reason=presidio_generated.missing() or "-")
def test_labelled_documents_of_presidio_are_read_in_our_words():
    given = presidio_generated.documents(1_500)
    for note in given:
        for truth in note.truths:
            assert 0 <= truth.start < truth.end <= len(note.text)
            assert truth.entity_type in presidio_generated.OURS
    score = personal_data_seen.measure(personal_data_seen.ours, given, presidio_generated.OURS)
    for kind in ("CREDIT_CARD", "EMAIL_ADDRESS", "IP_ADDRESS", "NATIONAL_ID"):
        assert score.recall(kind) == 1

"""The scan of a whole part: what is counted, what is bounded, and that no value leaves it."""

from __future__ import annotations

import dataclasses
import json
import random
from collections.abc import Iterable

import pyarrow as pa
import pytest
from scipy.stats import beta, binom

from audit.measure import Candidate
from audit.measures import pii_scan
from audit.measures.pii_scan import Hits, PiiScan, TextScan
from audit.personal_data.family import Certainty
from audit.personal_data.identifiers.payment_cards import luhn
from audit.personal_data.seen import Recall, Sort, recalls

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


def test_a_repeated_note_counts_for_each_row(scan) -> None:
    assert scan(["ring +44 7700 900123"] * 7 + ["-"]).text("note").confirmed_rows == 7


def lowest(sort: Sort) -> float:
    """Lower limit of the recall of the kind seen worst of those seen often enough, by scipy."""
    kinds = [r for r in recalls() if r.sort is sort]
    part = 0.025 / len(kinds)
    limits = [beta.ppf(part, r.seen, r.places - r.seen + 1) if r.seen else 0 for r in kinds]
    return min(limit for limit in limits if limit >= pii_scan.SEEN_ENOUGH)


def test_kinds_seen_too_badly_have_no_limit(scan, monkeypatch: pytest.MonkeyPatch) -> None:
    def seen(kind: str, found: int) -> Recall:
        return Recall(sort=Sort.IDENTIFIERS, kind=kind, places=100, seen=found)

    given = (
        seen("DE_AZR_NUMBER", 16),
        seen("MRZ", 100),
        seen("UK_BRP", 90),
        seen("US_A_NUMBER", 55),
    )
    monkeypatch.setattr(pii_scan, "recalls", lambda: given)
    limit = scan([f"Nothing, {i}." for i in range(300)]).text("note").limit(Sort.IDENTIFIERS)
    # 55 of 100 is more than half, but not surely.
    assert (limit.unsaid, limit.worst) == (("DE_AZR_NUMBER", "US_A_NUMBER"), "UK_BRP")
    assert limit.recall == pytest.approx(beta.ppf(0.025 / 4, 90, 11))
    names = scan(["nothing"]).text("note").limit(Sort.NAMES)
    assert (names.told, names.recall, names.share) == (False, 0.0, 1.0)


def test_what_a_sample_may_have_missed_is_its_bound_over_the_recall(scan) -> None:
    notes = [f"A full file, nothing more. {i}" for i in range(300)]
    found = scan(notes, PLAN + "[privacy]\ntext_sample = 100\n").text("note")
    assert (found.read, found.names_read, found.complete) == (300, 100, False)
    names = found.limit(Sort.NAMES)
    assert names.notes is None
    assert names.recall == pytest.approx(lowest(Sort.NAMES))
    assert names.share == pytest.approx((1 - 0.025 ** (1 / 100)) / names.recall)
    some = [
        f"{'Maria Gonzalez came in person' if i % 4 == 0 else 'Nothing'}. {i}" for i in range(300)
    ]
    text = scan(some, PLAN + "[privacy]\ntext_sample = 100\n").text("note")
    k = text.name_rows
    assert 0 < k < 100
    assert text.limit(Sort.NAMES).share == pytest.approx(
        beta.ppf(0.975, k + 1, 100 - k) / names.recall
    )


def test_of_a_column_read_whole_only_what_is_overlooked_can_be_left(scan) -> None:
    text = scan([f"A full file, nothing more. {i}" for i in range(300)]).text("note")
    assert text.complete
    for limit in text.limits:
        assert limit.recall == pytest.approx(lowest(limit.sort))
        overlooked = (1 - limit.recall) ** (limit.notes + 1)
        assert overlooked <= 0.025 < (1 - limit.recall) ** limit.notes
        assert limit.share == limit.notes / 300


def test_names_are_bounded_by_the_letters_and_the_language_seen_worst_too(scan) -> None:
    limit = scan(["nothing"]).text("note").limit(Sort.NAMES)
    groups = [r for r in recalls() if r.sort is Sort.NAMES and r.kind.startswith("in ")]
    assert {"in Arabic letters", "in Arabic notes"} <= {r.kind for r in groups}
    kept = [r for r in groups if r.kind not in limit.unsaid]
    assert limit.recall <= min(beta.ppf(0.025, r.seen, r.places - r.seen + 1) for r in kept)


def test_copies_of_a_note_are_overlooked_together(scan) -> None:
    notes = (
        ["The same letter to all."] * 60 + ["No show."] * 30 + [f"Nothing, {i}." for i in range(10)]
    )
    text = scan(notes).text("note")
    for limit in text.limits:
        overlooked = 0
        while (1 - limit.recall) ** (overlooked + 1) > 0.025:
            overlooked += 1
        assert limit.notes == sum([60, 30, *[1] * 10][:overlooked])
    sampled = scan(["The same letter to all."] * 300, PLAN + "[privacy]\ntext_sample = 100\n").text(
        "note"
    )
    assert sampled.limit(Sort.NAMES).share == 1.0


def test_copies_in_which_something_was_found_count_in_each_row(scan) -> None:
    notes = ["ring +44 7700 900123"] * 40 + [f"Nothing, {i}." for i in range(10)]
    limit = scan(notes).text("note").limit(Sort.IDENTIFIERS)
    different = 1
    while binom.cdf(1, different + 1, limit.recall) > 0.025:
        different += 1
    # No more than there are, however little the scanner sees of the worst kind.
    assert (limit.found, limit.notes) == (40, min(40 + different - 1, len(notes)))


def test_what_was_never_measured_is_named_apart(scan) -> None:
    found = scan(["nothing"])
    assert "network addresses of devices" in found.unmeasured
    assert not set(found.unmeasured) & set(found.looked_for)


def test_each_sort_of_thing_counts_for_its_own_limit(scan) -> None:
    notes = [
        "ring +44 7700 900123",
        "Suffers from epilepsy.",
        "Maria Gonzalez came in person.",
        BROKEN,
    ]
    text = scan(notes).text("note")
    assert [text.limit(sort).found for sort in Sort] == [1, 1, 1]


def _reference(i: int, *, valid: bool) -> str:
    """A bare number of sixteen digits beside the word that names a bank's card, with a right or wrong check digit."""
    digits = f"4{i:014d}"
    right = next(str(d) for d in range(10) if luhn(digits + str(d)))
    return digits + (right if valid else str((int(right) + 3) % 10))


def test_what_chance_would_confirm_among_many_is_no_fact(scan) -> None:
    drawn = random.Random(4)
    numbers = [f"{4 * 10**15 + drawn.randrange(10**15)}" for _ in range(400)]
    text = scan([f"Bank card {number}." for number in numbers]).text("note")
    (found,) = text.by_chance
    assert (found.entity_type, found.alike) == ("CREDIT_CARD", 400)
    assert found.confirmed == sum(luhn(number) for number in numbers) > 10
    assert found.expected == pytest.approx(40, abs=12)
    assert text.confirmed_rows == 0
    assert Certainty.CANDIDATE in {
        hit.certainty for hit in text.hits if hit.entity_type == "CREDIT_CARD"
    }


def test_more_than_chance_would_confirm_stay_facts(scan) -> None:
    right = [f"bank card {_reference(i * 7919, valid=True)}" for i in range(1, 60)]
    wrong = [f"bank card {_reference(i * 104729, valid=False)}" for i in range(1, 100)]
    text = scan(right + wrong).text("note")
    assert text.by_chance == ()
    assert text.confirmed_rows == 59
    # One number with nothing like it beside it is taken at its word.
    assert scan(["bank card 4111 1111 1111 1111"]).text("note").confirmed_rows == 1


def test_a_label_is_no_chance(scan) -> None:
    """Others of the same form without the label would not be confirmed with any digits."""
    notes = [
        "bank card 4111111111111111",
        *(f"parcel {_reference(i * 104729, valid=False)}" for i in range(200)),
    ]
    text = scan(notes).text("note")
    assert text.by_chance == ()
    assert text.confirmed_rows == 1


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
    assert text.limit(Sort.IDENTIFIERS).share == 1.0


def test_nothing_to_read(scan) -> None:
    text = scan([None, "", "   "]).text("note")
    assert (text.read, text.hits, text.confirmed_rows) == (0, (), 0)


def test_no_value_leaves_the_measure(part) -> None:
    notes = [f"{value} was noted. Maria Gonzalez called." for value in CANARIES] * 3
    given = part({"id": ["1"] * len(notes), "note": notes}, PLAN)
    payload = pii_scan.make(given)
    figures = pii_scan.MEASURE.figures(payload, Cells())
    said = json.dumps([dataclasses.asdict(payload), [dataclasses.asdict(f) for f in figures],
                       pii_scan.parameters(given, payload)], default=str)  # fmt: skip
    for value in (*CANARIES, "Maria", "Gonzalez", "ERIKSSON", "L898902C3", "900123"):
        assert value not in said
    assert payload.text("note").confirmed_rows == len(notes)


def test_small_counts_lose_their_number_in_figures() -> None:
    hits = tuple(
        Hits(entity_type=kind, certainty=Certainty.CONFIRMED, spans=n, rows=n, read=500)
        for kind, n in (("MRZ", 9), ("PHONE_NUMBER", 10))
    )
    text = TextScan(column="note", rows=500, read=500, confirmed_rows=19, candidate_rows=0,
                    malformed_rows=0, names_read=500, name_rows=0, complete=True, hits=hits)  # fmt: skip
    payload = PiiScan(texts=(text,), looked_for=(), model="")
    (figure,) = pii_scan.MEASURE.figures(payload, Cells())
    assert figure.column("value") == [None, 10]
    assert [column.name for column in figure.columns] == ["label", "value", "series", "read"]
    assert figure.note is not None


def test_the_page_shows_how_well_the_scanner_sees_with_presidio_beside(scan) -> None:
    *_, kinds, names = pii_scan.MEASURE.figures(scan(["nothing"]), Cells())
    by_name = {row[0]: row for row in names.rows}
    for recall in recalls():
        if recall.sort is Sort.NAMES:
            _, share, low, high, n, peer = by_name[recall.kind]
            assert (share, n) == (recall.seen / recall.places, recall.places)
            assert peer == recall.seen_by_peer / recall.places
            assert low == pytest.approx(
                beta.ppf(0.025, recall.seen, recall.places - recall.seen + 1)
            )
            assert low <= share <= high
    ours = kinds.column("value")
    assert ours == sorted(ours)
    assert None in kinds.column("peer"), "presidio has no such type"
    assert kinds.fewest == len(kinds.rows)
    assert "phone numbers" in kinds.column("label")


def test_where_no_text_is_read_nothing_is_said_of_the_scanner(part) -> None:
    payload = pii_scan.make(part({"id": ["1", "2"]}, "[roles]\nidentifiers = 'id'\n"))
    assert tuple(pii_scan.MEASURE.figures(payload, Cells())) == ()


def test_locate_gives_rows_of_the_source(part) -> None:
    notes = ["-", LINES, BROKEN, None, "ring +44 7700 900123", "Maria Gonzalez"]
    given = part({"note": notes}, '[roles]\ntext = "note"\n')
    found = list(pii_scan.locate(given, "note"))
    assert found == [1, 2, 4, 5]
    assert [isinstance(row, Candidate) for row in found] == [False, True, False, True]
    assert list(pii_scan.locate(given, "")) == []


@pytest.mark.slow
def test_recall_and_precision_on_generated_notes() -> None:
    import numpy as np

    from audit.casework.notes import write_notes
    from audit.personal_data.scanning import scan as scanned

    written = write_notes(np.random.default_rng(5), 3000, {"mrz": 0.05, "phone": 0.05})
    kinds = {"mrz": "MRZ", "phone": "PHONE_NUMBER"}
    texts = [note.text for note in written]
    got = {
        (row, s.entity_type, texts[row][s.start : s.end])
        for row, found in scanned(texts)
        for s in found
        if s.certainty is not Certainty.MALFORMED and s.entity_type in kinds.values()
    }
    want = {
        (row, kinds[p.kind], p.value)
        for row, note in enumerate(written)
        for p in note.planted
        if p.kind in kinds
    }
    assert len(want) == 300
    assert got == want

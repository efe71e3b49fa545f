"""What is said of free text: at the limits, with nothing small printed, and never that there is none."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from audit.check import Ask
from audit.checks.privacy.pr102_free_text import pr102
from audit.evidence import Evidence, Provenance
from audit.measures._by_chance import ByChance
from audit.measures.pii_scan import Hits, Limit, PiiScan, TextScan
from audit.personal_data.family import Certainty
from audit.personal_data.seen import Sort
from audit.plan_reader import parse
from audit.text import fill
from audit.vocabulary import MayConclude, Outcome, Per


def put(value: PiiScan, plan: str = "") -> tuple[Outcome, str, list[str]]:
    read = parse(plan)
    evidence = Evidence(
        id="e", part="main", value=value, provenance=Provenance(measure="m", version=1)
    )
    ask = Ask(check=pr102.id, key="note", sample="all", part=read.parts[0], plan=read,
              criterion=read.criterion(pr102.id, pr102.criterion))  # fmt: skip
    ruled = pr102.answer(evidence, ask)

    def english(message: Any) -> str:
        return fill(pr102.says[message.id.partition(".")[2]], message.params)

    return ruled.outcome, english(ruled.message), [english(note) for note in ruled.notes]


def limit(
    sort: Sort, notes: int | None, share: float, read: int, unsaid: tuple[str, ...] = ()
) -> Limit:
    worst = {Sort.NAMES: "Amharic", Sort.WORDS: "HEALTH", Sort.IDENTIFIERS: "UK_BRP"}[sort]
    return Limit(
        sort=sort,
        found=0,
        read=read,
        recall=0.912,
        worst=worst,
        unsaid=unsaid,
        share=share,
        notes=notes,
    )


def text(*, confirmed: int = 0, names: int = 0, malformed: int = 0, read: int = 500,
         share: float | None = None, candidates: int = 0, unmeasured: tuple[str, ...] = (),
         unsaid: tuple[str, ...] = ()) -> PiiScan:  # fmt: skip
    counts = (("PHONE_NUMBER", Certainty.CONFIRMED, confirmed), ("US_A_NUMBER", Certainty.CANDIDATE, candidates),
              ("INVALID_MRZ_LIKE", Certainty.MALFORMED, malformed), ("PERSON", Certainty.CANDIDATE, names))  # fmt: skip
    notes = 1 if share is None else None
    scan = TextScan(
        column="note", rows=500, read=read, confirmed_rows=confirmed, candidate_rows=candidates,
        malformed_rows=malformed, names_read=min(read, 200), name_rows=names, complete=share is None,
        hits=tuple(Hits(entity_type=t, certainty=c, spans=n, rows=n, read=read) for t, c, n in counts if n),
        limits=tuple(limit(sort, notes, share or 1 / 500, read, unsaid if sort is not Sort.NAMES else ())
                     for sort in Sort),
    )  # fmt: skip
    return PiiScan(texts=(scan,), looked_for=("phone numbers",), model="m", unmeasured=unmeasured)


def test_it_is_asked_of_every_text_column_and_finds_events() -> None:
    assert (pr102.per, pr102.needs, pr102.kinds) == (Per.TEXT, ("text",), ("*",))
    assert pr102.may_conclude is MayConclude.EVENT
    assert pr102.title.endswith("?")


def test_one_confirmed_note_fails() -> None:
    outcome, said, notes = put(text(confirmed=1, names=30))
    assert outcome is Outcome.FAIL
    assert "phone numbers" in said
    said = "Notes may hold names of people (in 30 notes) as well; a person must look."
    assert notes[0] == said


def test_candidates_are_counted_the_commonest_first_and_few_are_said_to_be_few() -> None:
    outcome, said, _ = put(text(candidates=9, names=30))
    assert outcome is Outcome.REVIEW
    assert "names of people (in 30 notes) and United States A-numbers (in fewer than 10)" in said
    _, said, _ = put(text(candidates=10, names=9))
    assert "United States A-numbers (in 10 notes) and names of people (in fewer than 10)" in said


@pytest.mark.parametrize(
    ("notes", "start"), [(9, "Fewer than 10 of 500 notes"), (10, "10 notes of 500")]
)
def test_small_counts_are_not_printed(notes: int, start: str) -> None:
    _, said, _ = put(text(confirmed=notes))
    assert said.startswith(start)
    _, said, _ = put(text(confirmed=notes), plan="[report]\nmin_cell = 5\n")
    assert said.startswith(f"{notes} notes of 500")


@pytest.mark.parametrize(
    ("lines", "start"), [(9, "Fewer than 10 notes hold"), (10, "10 notes hold")]
)
def test_malformed_lines_are_told_and_not_counted(lines: int, start: str) -> None:
    outcome, _, notes = put(text(malformed=lines))
    assert outcome is Outcome.PASS
    assert notes[3].startswith(start)
    assert "Not counted" in notes[3]


def test_candidates_alone_are_for_a_person() -> None:
    assert put(text(names=3))[0] is Outcome.REVIEW
    outcome, said, _ = put(text(candidates=3))
    assert outcome is Outcome.REVIEW
    assert "A-numbers" in said


def test_a_sample_passes_with_what_it_may_have_missed() -> None:
    outcome, said, notes = put(text(share=0.0149))
    assert outcome is Outcome.PASS
    assert said.endswith("on 500 notes (200 notes for names). It does not see everything.")
    assert notes[:3] == [
        (
            "If it sees these notes as well as generated ones, at most 1.5 % of the notes hold an identifier of the kinds"
            " that it is known to find at least 91.2 % of: with 95 % confidence."
        ),
        (
            "In the same way, at most 1.5 % of the notes hold a name of the origins and letters that it is known to find"
            " at least 91.2 % of: with 95 % confidence."
        ),
        (
            "In the same way, at most 1.5 % of the notes hold something told in words of the kinds that it is known to find"
            " at least 91.2 % of, such as health or disability: with 95 % confidence."
        ),
    ]
    assert "no personal data" not in " ".join((said, *notes)).lower()


def test_a_whole_column_passes_with_a_number_of_notes() -> None:
    outcome, said, notes = put(text())
    assert outcome is Outcome.PASS
    assert "all 500 notes" in said
    assert "no more than 1 note holds an identifier of the kinds" in notes[0]
    assert "no more than 1 note holds a name" in notes[1]
    assert "no more than 1 note holds something told in words" in notes[2]


def test_kinds_seen_too_badly_are_named_apart() -> None:
    _, _, notes = put(text(unsaid=("DE_AZR_NUMBER",)))
    (said,) = [note for note in notes if "says nothing" in note]
    assert said.startswith("It is not known to find even half of German register numbers (AZR)")
    assert not any("says nothing" in note for note in put(text())[2])
    # They belong beside an answer that found something else, too.
    assert any("says nothing" in note for note in put(text(confirmed=3, unsaid=("UK_BRP",)))[2])


def test_kinds_that_were_never_measured_are_said_to_be() -> None:
    _, _, notes = put(text(unmeasured=("network addresses of devices",)))
    assert notes[3].endswith(
        "never measured, so that no limit covers them: network addresses of devices."
    )
    assert len(put(text())[2]) == 4


@pytest.mark.parametrize(
    "found", [text(), text(share=0.01), text(names=3), text(confirmed=3), text(malformed=3)]
)
def test_every_answer_says_how_well_the_scanner_sees(found: PiiScan) -> None:
    assert put(found)[2][-1] == (
        "On generated notes of known content this scanner finds at least 91.2 % of each kind of identifier and at least"
        " 91.2 % of each kind of name, but for those it is not known to find half of. What is told in words it often"
        " misses. Notes it did not flag can hold more."
    )


@pytest.mark.parametrize(
    ("confirmed", "words"),
    [
        (
            12,
            "Not counted as facts: 12 numbers look like phone numbers among 300 of one layout; chance alone would confirm about 14.",
        ),
        (9, "Not counted as facts: fewer than 10 numbers that look like phone numbers"),
    ],
)
def test_what_chance_would_confirm_is_said(confirmed: int, words: str) -> None:
    found = text(candidates=confirmed)
    chance = ByChance(entity_type="PHONE_NUMBER", alike=300, confirmed=confirmed, expected=14.2)
    (scan,) = found.texts
    outcome, _, notes = put(replace(found, texts=(replace(scan, by_chance=(chance,)),)))
    assert outcome is Outcome.REVIEW
    assert any(note.startswith(words) for note in notes)


def test_no_note_no_question() -> None:
    assert put(text(read=0))[0] is Outcome.NOT_APPLICABLE

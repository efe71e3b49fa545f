"""What the privacy checks say of given evidence, at the limits and with nothing printed that is small."""

from __future__ import annotations

from typing import Any

import pytest

from audit.check import Ask, Check
from audit.checks.privacy.pr101_direct_identifiers import pr101
from audit.checks.privacy.pr103_special_categories import pr103
from audit.evidence import Evidence, Provenance
from audit.measures.column_types import ColumnTypes
from audit.measures.special_categories import (
    Seen,
    SpecialCategories,
    SpecialColumn,
    Use,
)
from audit.personal_data.columns import SURE, Basis, ColumnType, Holds
from audit.plan_reader import parse
from audit.text import fill
from audit.vocabulary import MayConclude, Outcome


def put(
    check: Check, value: Any, *, key: str = "", plan: str = ""
) -> tuple[Outcome, str, list[str]]:
    """Ask, and return the outcome with the English sentences."""
    read = parse(plan)
    evidence = Evidence(
        id="e", part="main", value=value, provenance=Provenance(measure="m", version=1)
    )
    ask = Ask(check=check.id, key=key, sample="all", part=read.parts[0], plan=read,
              criterion=read.criterion(check.id, check.criterion))  # fmt: skip
    ruled = check.answer(evidence, ask)

    def english(message: Any) -> str:
        return fill(check.says[message.id.partition(".")[2]], message.params)

    return ruled.outcome, english(ruled.message), [english(note) for note in ruled.notes]


def seen(*columns: SpecialColumn, texts: int = 3, rows: int = 900) -> SpecialCategories:
    return SpecialCategories(
        columns=columns, columns_read=5, texts_read=texts, rows_read=rows, notes_read=0
    )


@pytest.mark.parametrize("check", [pr101, pr103])
def test_every_kind_asks_and_an_event_is_what_it_finds(check: Check) -> None:
    assert check.kinds == ("*",)
    assert check.may_conclude is MayConclude.EVENT
    assert check.title.endswith("?")


def held(column: str, holds: Holds, confidence: float, entity_type: str = "") -> ColumnType:
    return ColumnType(column=column, holds=holds, entity_type=entity_type, confidence=confidence,
                      basis=Basis.VALUES, values=1, read=200)  # fmt: skip


def types(*columns: ColumnType, partly: tuple[str, ...] = ()) -> ColumnTypes:
    return ColumnTypes(columns=columns, columns_read=7, rows=900, rows_read=900, partly=partly,
                       looked_for=("phone numbers",))  # fmt: skip


def test_columns() -> None:
    sure = held("phone", Holds.DIRECT, SURE, "PHONE_NUMBER")
    likely = held("contact", Holds.DIRECT, SURE - 0.01, "PHONE_NUMBER")
    other = held("age", Holds.QUASI, 1.0, "AGE")
    outcome, said, notes = put(pr101, types(sure, likely, other))
    assert outcome is Outcome.FAIL
    assert said == "1 column holds direct identifiers of people: phone (phone numbers)."
    assert notes == ["contact may hold direct identifiers as well (phone numbers)."]
    assert put(pr101, types(likely))[0] is Outcome.REVIEW
    outcome, said, notes = put(pr101, types(other))
    assert outcome is Outcome.PASS
    assert said.startswith("No column among 7 was recognised")
    assert "in 900 rows" in said
    assert notes == []


def test_what_was_not_read_of_columns_is_said() -> None:
    prose = held("remark", Holds.TEXT, 0.75)
    _, _, notes = put(pr101, types(prose, partly=("file_no",)))
    assert notes[0].startswith("file_no: only a sample")
    assert notes[1].startswith("remark: free text")


def special(use: Use, seen: Seen, *, basis: bool = False, name: str = "faith") -> SpecialColumn:
    return SpecialColumn(column=name, category="RELIGION", seen=seen, use=use, basis=basis)


@pytest.mark.parametrize(
    ("column", "outcome"),
    [
        (special(Use.INPUT, Seen.NAME), Outcome.FAIL),
        (special(Use.INPUT, Seen.VALUES), Outcome.FAIL),
        (special(Use.INPUT, Seen.PLAN), Outcome.REVIEW),
        (special(Use.INPUT, Seen.NOTES), Outcome.REVIEW),
        (special(Use.AUDIT, Seen.NAME), Outcome.REVIEW),
        (special(Use.NONE, Seen.NAME), Outcome.REVIEW),
        (special(Use.INPUT, Seen.NAME, basis=True), Outcome.PASS),
    ],
)
def test_special_categories(column: SpecialColumn, outcome: Outcome) -> None:
    found = seen(column)
    assert put(pr103, found)[0] is outcome


def test_special_categories_beside_an_input() -> None:
    columns = (special(Use.INPUT, Seen.NAME), special(Use.AUDIT, Seen.NAME, name="church"))
    outcome, said, notes = put(pr103, seen(*columns))
    assert outcome is Outcome.FAIL
    assert said.endswith("no recorded legal basis: faith.")
    assert notes == ["No basis is recorded for church either (religion or belief)."]


@pytest.mark.parametrize(
    ("texts", "rows", "outcome", "words"),
    [
        (3, 900, Outcome.REVIEW, "nor by words in 3 columns of text in a sample of 900 rows"),
        (0, 900, Outcome.NOT_ASSESSED, "No values could be read"),
        (3, 0, Outcome.NOT_ASSESSED, "No values could be read"),
    ],
)
def test_silence_is_no_pass(texts: int, rows: int, outcome: Outcome, words: str) -> None:
    found, said, _ = put(pr103, seen(texts=texts, rows=rows))
    assert found is outcome
    assert said.startswith("None recognised among")
    assert words in said

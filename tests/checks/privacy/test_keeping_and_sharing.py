"""What is said of columns nobody uses, of records kept too long, and of who is given what."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from audit.check import Ask, Ruled
from audit.checks.privacy.pr301_unused_columns import pr301
from audit.checks.privacy.pr302_retention import pr302
from audit.checks.privacy.pr303_recipients import pr303
from audit.evidence import Evidence, Provenance
from audit.measures.column_types import ColumnTypes
from audit.measures.recipients import Given, Recipients
from audit.measures.record_ages import RecordAges
from audit.measures.unused_columns import UnusedColumns
from audit.personal_data.columns import Basis, ColumnType, Holds
from audit.plan_reader import parse
from audit.text import Catalogue
from audit.vocabulary import MayConclude, RecipientRole, Right


@pytest.mark.parametrize("check", [pr301, pr302, pr303])
def test_every_kind_asks_in_clean_words(check, clean_wording) -> None:
    clean_wording(check)
    assert check.kinds == ("*",)


def test_what_they_may_conclude() -> None:
    assert [c.may_conclude for c in (pr301, pr302, pr303)] == [
        MayConclude.INDICATOR, MayConclude.INDICATOR, MayConclude.EVENT,
    ]  # fmt: skip
    assert {Right.FIREWALL, Right.NON_REFOULEMENT} <= set(pr303.rights)


# -- columns nobody uses ------------------------------------------------------------------------


def unused(
    *columns: str, audit_only: tuple[str, ...] = (), held: tuple[ColumnType, ...] = ()
) -> tuple[Ruled, str, list[str]]:
    said = 9 - len(columns) - len(audit_only)
    given: Mapping[str, Any] = {
        "unused": UnusedColumns(
            columns=columns, audit_only=audit_only, inputs=said - 1, stated=1, columns_read=9
        ),
        "types": ColumnTypes(
            columns=held, columns_read=9, rows=5, rows_read=5, partly=(), looked_for=()
        ),
    }
    plan = parse("")
    ask = Ask(
        check="PR301",
        key="",
        sample="all",
        part=plan.parts[0],
        plan=plan,
        criterion=pr301.criterion,
    )
    provenance = Provenance(measure="by hand", version=1)
    evidence = {
        name: Evidence(id=name, part="main", value=value, provenance=provenance)
        for name, value in given.items()
    }
    answer = pr301.answer(ask=ask, **evidence)
    catalogue = Catalogue(pr301.texts())
    return answer, catalogue.render(answer.message), [catalogue.render(n) for n in answer.notes]


def holds(column: str, what: Holds, entity_type: str = "") -> ColumnType:
    return ColumnType(
        column=column, holds=what, entity_type=entity_type, confidence=0.9, basis=Basis.NAME
    )


def test_each_column_used() -> None:
    answer, said, _ = unused()
    assert answer.outcome == "pass"
    assert said == (
        "For each of 9 columns a use is stated: the model reads 8, and the plan gives 1 a purpose. Whether"
        " that is enough is for a person."
    )


def test_a_part_in_the_audit_alone_does_not_pass() -> None:
    answer, said, notes = unused(
        audit_only=("sex", "tel"), held=(holds("tel", Holds.DIRECT, "PHONE_NUMBER"),)
    )
    assert (answer.outcome, answer.observed) == ("review", 2)
    assert said.startswith("No purpose is stated for 2 columns of 9 that the model does not read")
    assert "(tel and sex)" in said
    assert notes == ["tel may point straight at people (phone numbers)."]
    answer, said, notes = unused("a", audit_only=("sex",))
    assert said.startswith("1 column of 9 without a stated use")
    assert notes[0].startswith("No purpose is stated for 1 column of 9")
    assert answer.observed == 2


def test_identifiers_stand_first_and_other_columns_in_their_order() -> None:
    held = (
        holds("a", Holds.HARMLESS), holds("remarks", Holds.TEXT), holds("faith", Holds.SPECIAL, "RELIGION"),
        holds("tel", Holds.DIRECT, "PHONE_NUMBER"), holds("used", Holds.DIRECT, "PHONE_NUMBER"),
    )  # fmt: skip
    answer, said, notes = unused("b", "remarks", "a", "faith", "tel", held=held)
    assert answer.outcome == "review"
    assert said.startswith("5 columns of 9 without a stated use")
    assert said.endswith("(tel, faith, remarks, b and a).")
    assert notes == [
        "tel may point straight at people (phone numbers).",
        "faith may hold special categories of data (religion or belief).",
        "remarks may be free text, in which nobody looked for names.",
    ]
    _, said, notes = unused("a")
    assert said.startswith("1 column of 9 without a stated use")
    assert notes == []


# -- records kept too long ----------------------------------------------------------------------


def ages(**changed: Any) -> RecordAges:
    said: dict[str, Any] = {"column": "decided", "period": "5 years", "as_of": "2024-06-30",
                            "before": "2019-06-30", "rows": 200, "older": 0, "twice": 0, "later": 0, "undated": 0}  # fmt: skip
    return RecordAges(**{**said, **changed})


def test_none_too_old(put) -> None:
    said = put(pr302, ages())
    assert said.outcome == "pass"
    assert (
        said.text == "None of 200 records is older than 5 years by decided, counted to 2024-06-30."
    )


@pytest.mark.parametrize(
    ("older", "start"), [(9, "Fewer than 10 of 200 records are older"), (10, "10 records of 200")]
)
def test_small_counts_of_old_records_are_not_printed(put, older: int, start: str) -> None:
    said = put(pr302, ages(older=older))
    assert said.outcome == "review"
    assert said.text.startswith(start)
    assert (said.answer.observed is None) is (older == 9)
    few = put(pr302, ages(older=older), "[report]\nmin_cell = 5\n")
    assert few.text.startswith(f"{older} records of 200")


def test_what_else_is_said_of_dates(put) -> None:
    said = put(pr302, ages(older=50, twice=20, later=10, undated=30))
    assert said.notes == (
        "20 records are more than twice as old as allowed.",
        "30 records carry no date that can be read.",
        "10 records are dated after 2024-06-30: is that the day of the file?",
    )
    assert put(pr302, ages(older=50, twice=9, later=9, undated=9)).notes == ()


@pytest.mark.parametrize(
    ("undated", "words"), [(3, "fewer than 10 of 200 records"), (10, "10 of 200 records")]
)
def test_records_without_a_date_keep_the_question_open(put, undated: int, words: str) -> None:
    said = put(pr302, ages(undated=undated))
    assert said.outcome == "inconclusive"
    assert words in said.text


def test_what_the_plan_lacks_is_named(put) -> None:
    said = put(pr302, ages(as_of="", before="", column=""))
    assert (said.outcome, said.answer.needs) == ("not_assessed", ("data.retention_from",))
    said = put(pr302, ages(as_of="", before=""))
    assert (said.outcome, said.answer.needs) == ("not_assessed", ("data.received_on",))


# -- who is given what --------------------------------------------------------------------------

HOME = '[system]\njurisdictions = ["BD"]\n'


def to(name: str = "Ministry", role: str = "authority", **changed: Any) -> Given:
    said: dict[str, Any] = {"country": "MMR", "abroad": True, "basis": True, "consent": False, "people": 500,
                            "from_there": 0, "refused": 0, "unasked": 0}  # fmt: skip
    return Given(recipient=name, role=RecipientRole(role), **{**said, **changed})


def shared(*given: Given, **changed: Any) -> Recipients:
    said: dict[str, Any] = {"people": 1000, "shared_with": "to", "origins": ("nationality",), "stateless": 0,
                            "no_country": 0, "origin_unread": 0,
                            "consent": "agreed", "to_authority": 0, "to_others_there": 0, "refused": 0,
                            "unasked": 0, "unnamed": 0, "unnamed_recipients": 0}  # fmt: skip
    return Recipients(given=given, **{**said, **changed})


def test_one_person_given_to_the_state_they_fled_is_a_fact(put) -> None:
    said = put(pr303, shared(to(from_there=1), to_authority=1), HOME)
    assert said.outcome == "fail"
    assert said.text == (
        "Fewer than 10 people of 1,000 have their data given to Ministry, an authority of the country they come from."
    )


@pytest.mark.parametrize("n", [10, 13, 19])
def test_people_from_one_country_are_counted_in_tens(put, n: int) -> None:
    """Their number is the size of a group that may stand in the line of others to protect a smaller one."""
    for changed in ({"to_authority": n}, {"to_others_there": n}):
        role = "authority" if "to_authority" in changed else "charity"
        said = put(pr303, shared(to(role=role, from_there=n), **changed), HOME)
        assert said.text.startswith("At least 10 people of 1,000")
    for name in ("stateless", "no_country", "origin_unread"):
        said = put(pr303, shared(to(), **{name: n}), HOME)
        assert said.text.startswith(("At least 10 people of those", "Of at least 10 people")), (
            said.text
        )


@pytest.mark.parametrize(
    ("n", "start"),
    [
        (9, "Fewer than 10 people"),
        (10, "10 people of 1,000"),
    ],
)
def test_small_counts_of_people_given_are_not_printed(put, n: int, start: str) -> None:
    for found in (
        shared(to(from_there=n), to_authority=n),
        shared(to(role="company", from_there=n), to_others_there=n),
        shared(to(consent=True, refused=n), refused=n),
        shared(to(consent=True, unasked=n), unasked=n),
        shared(to(), unnamed=n, unnamed_recipients=1),
    ):
        said = put(pr303, found, HOME)
        assert said.text.removeprefix("At least ").startswith(start), said.text
        # A small number of people must not come back from any figure of the finding.
        assert said.answer.observed is None


def test_a_recorded_no_is_a_fact_and_a_blank_is_for_a_person(put) -> None:
    refused = put(
        pr303, shared(to("WFP", "international", consent=True, refused=40), refused=40), HOME
    )
    assert refused.outcome == "fail"
    assert "are recorded not to agree" in refused.text
    blank = put(
        pr303, shared(to("WFP", "international", consent=True, unasked=40), unasked=40), HOME
    )
    assert blank.outcome == "review"
    assert blank.text.endswith("which rests on consent, and none is recorded.")
    absent = put(pr303, shared(to(consent=True), consent=""), HOME)
    assert absent.outcome == "review"
    assert "has no column of it" in absent.text


def test_facts_come_before_doubts(put) -> None:
    found = shared(
        to(from_there=60), to("Lab", "company", consent=True, refused=30, from_there=20, unasked=15),
        to_authority=60, to_others_there=20, refused=30, unasked=15, unnamed=12, unnamed_recipients=2,
        origin_unread=4,
    )  # fmt: skip
    said = put(pr303, found, HOME + '[data]\nrelease = "public"\n')
    assert said.outcome == "fail"
    assert said.text.startswith("At least 60 people of 1,000 have their data given to Ministry")
    assert [note[:22] for note in said.notes] == [
        "30 people of 1,000 hav", "At least 20 people of ", "15 people of 1,000 hav", "12 people of 1,000 hav",
        "Of fewer than 10 peopl", "The table is public: t",
    ]  # fmt: skip
    assert "2 recipients that the plan does not name" in said.notes[3]


def test_where_the_system_is_used_must_be_known_for_a_fact(put) -> None:
    found = shared(to(from_there=60, refused=20, consent=True), to_authority=60, refused=20)
    said = put(pr303, found)
    assert said.outcome == "fail"
    assert "recorded not to agree" in said.text
    only = put(pr303, shared(to(from_there=60), to_authority=60))
    assert only.outcome == "review"
    assert "jurisdictions" in only.text
    assert only.notes[0].startswith("At least 60 people of 1,000 have their data given to Ministry")


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (shared(to(basis=False)), "states no basis on which Ministry"),
        (shared(to(), origins=()), "No column says where people come from"),
        (shared(to(), origin_unread=40), "Of at least 40 people, no origin is recorded"),
        (
            shared(to(), stateless=40),
            "At least 40 people of those given to Ministry are recorded as stateless",
        ),
        (
            shared(to(), stateless=9),
            "Fewer than 10 people of those given to Ministry are recorded as stateless",
        ),
        (
            shared(to(), no_country=40),
            "Of at least 40 people given to Ministry, what stands for their origin",
        ),
        (
            shared(to(), no_country=9),
            "Of fewer than 10 people given to Ministry, what stands for their origin",
        ),
        (
            shared(to(), unnamed=40, unnamed_recipients=1),
            "given to 1 recipient that the plan does not name",
        ),
        (
            shared(unnamed=40, unnamed_recipients=3),
            "given to 3 recipients that the plan does not name",
        ),
    ],
)
def test_what_a_person_must_judge(put, found: Recipients, words: str) -> None:
    said = put(pr303, found, HOME)
    assert said.outcome == "review"
    assert words in said.text


def test_nothing_to_hold_against_a_recipient(put) -> None:
    said = put(pr303, shared(to(), to("WFP", "international", country="", abroad=False)), HOME)
    assert said.outcome == "pass"
    assert said.text.startswith("Ministry and WFP: nobody among 1,000 people comes from")
    assert put(pr303, shared(), HOME).outcome == "not_applicable"
    public = put(pr303, shared(to()), HOME + '[data]\nrelease = "public"\n')
    assert public.outcome == "review"

"""A list for blind review: what it holds, and every way in which it comes back wrong."""

from __future__ import annotations

import csv
import io
import json

import pytest

from audit import plan_reader as plans
from audit.errors import InputError, PlanError, UsageError
from audit.review import (
    Design,
    Line,
    Stratum,
    design_path,
    read,
    resolved,
    unresolved,
    written,
)
from audit.vocabulary import OutcomeKnown

DESIGN = Design(
    source="decisions.csv",
    fingerprint="abc",
    rows=100,
    part="main",
    by=("sex",),
    seed=0,
    positive=("false",),
    negative=("true",),
    strata=(
        Stratum(number=1, label="f", people=60, drawn=2),
        Stratum(number=2, label="m", people=40, drawn=1),
    ),
)
LINES = (Line(row=3, stratum=1), Line(row=7, stratum=1), Line(row=99, stratum=2))


def listed(tmp_path, change=lambda rows: rows, delimiter=","):
    """Write the list with every file answered, as `change` leaves its rows."""
    text, design = written(DESIGN, LINES)
    path = tmp_path / "review.csv"
    design_path(path).write_text(design, encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(text)))
    for row, answer in zip(rows, ("false", "true", ""), strict=True):
        row["y_true"], row["reviewer"] = answer, "r1" if answer else ""
    rows = change(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.DictWriter(file, fieldnames=list(rows[0]), delimiter=delimiter)
        out.writeheader()
        out.writerows(rows)
    return path


def test_a_list_holds_rows_chances_and_nothing_that_was_decided():
    text, _ = written(DESIGN, LINES)
    head, first, *_ = text.splitlines()
    assert head == "row,stratum,inclusion_probability,y_true,reviewer,reviewed_on"
    assert first == "4,1,0.03333333333,,,"


def test_an_identifier_stands_there_only_where_it_is_asked_for():
    lines = [Line(row=3, stratum=1, identifier="A-17")]
    text, _ = written(DESIGN, lines, "application")
    assert text.splitlines()[:2] == [
        "row,application,stratum,inclusion_probability,y_true,reviewer,reviewed_on",
        "4,A-17,1,0.03333333333,,,",
    ]


def test_a_spreadsheet_runs_no_identifier_as_a_formula():
    lines = [Line(row=3, stratum=1, identifier='=HYPERLINK("http://x")')]
    text, _ = written(DESIGN, lines, "@application")
    head, first = csv.reader(io.StringIO(text))
    assert (head[1], first[1]) == ("'@application", '\'=HYPERLINK("http://x")')


def test_a_list_of_another_part_is_refused(tmp_path):
    with pytest.raises(InputError) as caught:
        read(listed(tmp_path), fingerprint="abc", part="second")
    assert caught.value.slug == "review-part"


@pytest.mark.parametrize("delimiter", [",", ";"])
def test_answers_come_back_by_row_and_an_empty_one_is_no_answer(tmp_path, delimiter):
    review = read(listed(tmp_path, delimiter=delimiter), fingerprint="abc", part="main")
    assert [(line.row, line.truth) for line in review.lines] == [(3, 1), (7, 0), (99, None)]
    assert (review.answered, review.reviewers) == (2, 1)


def test_a_spreadsheet_s_capitals_commas_and_rounding_are_read(tmp_path):
    def saved(rows):
        rows[0]["y_true"] = "FALSE"
        rows[0]["inclusion_probability"] = "0,03333"
        return rows

    assert read(listed(tmp_path, saved, ";"), fingerprint="abc", part="main").lines[0].truth == 1


def edited(column, value, row=0):
    def change(rows):
        rows[row][column] = value
        return rows

    return change


@pytest.mark.parametrize(
    ("change", "slug", "says"),
    [
        (edited("row", "101"), "review-rows", "line 2"),
        (edited("row", "0"), "review-rows", "line 2"),
        (edited("row", "9"), "review-rows", "not drawn"),
        (edited("row", "8"), "review-rows", "twice"),
        (edited("row", "four"), "review-rows", "numbers"),
        (edited("inclusion_probability", "0.05"), "review-probability", "line 2"),
        (edited("stratum", "2"), "review-probability", "line 2"),
        (edited("stratum", "3"), "review-probability", "line 2"),
        (edited("y_true", "perhaps", 1), "review-answer", "line 3"),
        (edited("reviewer", " "), "review-answer", "no reviewer"),
        (lambda rows: rows[:2], "review-rows", "2 of the 3"),
        (lambda rows: [{**r, "y_true": ""} for r in rows], "review-unanswered", "no answer"),
        (
            lambda rows: [{k: v for k, v in r.items() if k != "y_true"} for r in rows],
            "review-columns",
            "'y_true'",
        ),
    ],
)
def test_what_is_wrong_with_a_list_is_located(tmp_path, change, slug, says):
    with pytest.raises(InputError) as caught:
        read(listed(tmp_path, change), fingerprint="abc", part="main")
    assert caught.value.slug == slug
    assert says in caught.value.message
    assert "perhaps" not in caught.value.message, "an answer is a cell, and is not repeated"


def test_a_changed_file_of_data_is_not_taken_for_the_one_that_was_drawn_from(tmp_path):
    with pytest.raises(InputError) as caught:
        read(listed(tmp_path), fingerprint="other", part="main")
    assert caught.value.slug == "review-data-changed"


def test_a_list_without_its_design_is_refused(tmp_path):
    path = listed(tmp_path)
    design_path(path).unlink()
    with pytest.raises(InputError) as caught:
        read(path, fingerprint="abc", part="main")
    assert caught.value.slug == "review-design"


def test_a_design_that_could_not_have_been_drawn_is_refused(tmp_path):
    path = listed(tmp_path)
    design = json.loads(design_path(path).read_text(encoding="utf-8"))
    design["strata"][0]["drawn"] = 0
    design_path(path).write_text(json.dumps(design), encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read(path, fingerprint="abc", part="main")
    assert caught.value.slug == "review-design"


def test_a_list_that_is_not_there_is_named(tmp_path):
    with pytest.raises(UsageError) as caught:
        read(tmp_path / "review.csv", fingerprint="abc", part="main")
    assert caught.value.slug == "no-such-file"


PLAN = '[data]\nsource = "d.csv"\nreview = "review.csv"\n[roles]\ny_pred = "flag"\ny_true = "old"\n'


def test_who_recorded_the_old_truth_is_not_taken_for_the_reviewers():
    roles = resolved(plans.parse(PLAN + 'y_true_recorded_by = "decider"\n')).parts[0].roles
    assert roles.one("y_true") == "review_y_true"
    assert roles.outcome_known is OutcomeKnown.RANDOM_ARM
    assert roles.y_true_recorded_by == "", "who read the files has to be said"


@pytest.mark.parametrize("by", ["a university", "decider", ""])
@pytest.mark.parametrize("known", ["everyone", "selected"])
def test_a_review_does_not_replace_an_independent_truth_that_is_known_of_everyone(by, known):
    plan = plans.parse(PLAN + f'y_true_recorded_by = "{by}"\noutcome_known = "{known}"\n')
    if (by, known) == ("a university", "everyone"):
        with pytest.raises(PlanError) as caught:
            resolved(plan)
        assert caught.value.slug == "review-replaces-truth"
    else:
        assert resolved(resolved(plan)).parts[0].roles.one("y_true") == "review_y_true"


def test_reviewers_of_the_deciding_body_are_said_to_be_such():
    plan = plans.parse(PLAN.replace("[roles]", 'reviewed_by = "decider"\n[roles]'))
    assert resolved(plan).parts[0].roles.y_true_recorded_by == "decider"


def test_resolving_twice_changes_nothing_and_drawing_again_starts_from_the_table():
    plan = plans.parse(PLAN)
    once = resolved(plan)
    assert resolved(once) == once
    assert resolved(unresolved(plan)).parts[0].roles.one("y_true") == "old"

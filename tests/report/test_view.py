"""The view: what is said where, from the record alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from audit.criterion import Source
from audit.finding import Estimate, Need
from audit.record import CouldNotSee, Judgement
from audit.report.findings import limit_words
from audit.report.groups import everyone, ordered
from audit.report.law import standing
from audit.report.locale import catalogue
from audit.report.room import MOST_PICTURES, Room, grants
from audit.report.view import view
from audit.report.words import Words
from audit.text import plain, say
from audit.vocabulary import NeedStatus, Outcome, Right, Worse


@pytest.fixture(scope="module")
def report(record):
    return view(record, catalogue("en", record))


def test_everyone_is_counted_from_all_groups(sample):
    total = sum(e.events for e in sample.NATIONS) / sum(e.n for e in sample.NATIONS)
    assert everyone(sample.NATIONS) == pytest.approx(total)
    assert everyone([Estimate(group="a", n=10, value=0.1)]) is None


def test_worst_first_and_merged_last(sample):
    finding = sample.finding(
        "FA201", Outcome.FAIL, estimates=tuple(reversed(sample.NATIONS)), direction=Worse.HIGHER
    )
    names = [estimate.group for estimate in ordered(finding)]
    assert names[:2] == ["Nigeria", "Pakistan"]
    assert names[-1].startswith("other groups")
    assert names[-2] == "Namibia"


def test_where_low_is_worse_the_lowest_comes_first(sample):
    estimates = tuple(
        sample.estimate(name, n, 100, 0.5, Outcome.FAIL, worse=Worse.LOWER)
        for name, n in (("a", 30), ("b", 10))
    )
    finding = sample.finding("FA101", Outcome.FAIL, estimates=estimates, direction=Worse.LOWER)
    assert [estimate.group for estimate in ordered(finding)] == ["b", "a"]


def test_terms_are_explained_once_where_they_first_occur(report):
    findings = [f for s in report.outcomes for g in s.groups for f in g.findings]
    terms = [f.term.term for f in findings if f.term]
    assert "False positive rate" in terms
    assert len(terms) == len(set(terms))


def test_findings_stand_under_their_first_right_and_are_named_under_the_others(report):
    fail = next(section for section in report.outcomes if section.outcome == "fail")
    groups = {group.right: group for group in fail.groups}
    liberty = groups["Liberty; no arbitrary detention"]
    assert liberty.findings == ()
    assert [link.text for link in liberty.elsewhere] == ["FA201 · nationality · main"]


def test_all_rates_of_a_group_stand_side_by_side(report):
    table = next(side for side in report.groups if side.title.startswith("nationality:"))
    assert len(table.metrics) == 4
    nigeria = next(row for row in table.rows if row.group == "Nigeria")
    assert nigeria.people == "512"
    assert "28.9" in nigeria.cells[0].text
    assert nigeria.cells[0].word == "beyond the limit"


def test_requests_join_the_questions_an_input_would_serve(report):
    totals = [request for request in report.requests if request.input == "data.totals"]
    assert len(totals) == 1
    assert totals[0].serves == ("Is the file whole?",)
    assert totals[0].status == "refused"


def test_evidence_of_the_model_and_of_personal_data_have_sections(report):
    assert [entry.title.split(" · ")[0] for entry in report.explanations.evidence] == [
        "What the model's arithmetic says (SHAP values)"
    ]
    assert report.privacy.evidence[0].title.startswith("Personal data found")
    assert len(report.measurements.evidence[0].pictures) == 8


def test_methods_name_every_check_and_its_limit(report, record):
    assert [check.id for check in report.methods.checks] == list(
        dict.fromkeys(f.check for f in record.findings)
    )
    first = report.methods.checks[0]
    assert "1.25 times" in first.limits[0]
    assert "basis: convention" in first.limits[0]
    assert "set by A. Auditor on 2026-03-01" in first.limits[0]


def test_says_which_question_the_intervals_answer(report):
    assert "fact about these decisions" in report.answers[0]
    assert "an estimate" in report.answers[1]


def test_pictures_go_to_failures_before_passes(report):
    drawn = [
        (s.outcome, bool(f.picture.markup))
        for s in report.outcomes
        for g in s.groups
        for f in g.findings
        if f.picture
    ]
    assert [is_drawn for outcome, is_drawn in drawn if outcome == "fail"] == [True, True]


def test_a_picture_is_never_given_out_twice():
    room = Room(findings=3)
    assert sum(bool(room.picture(None)) for _ in range(40)) == MOST_PICTURES


def test_what_the_model_does_is_drawn_however_many_findings_there_are(sample, record):
    more = tuple(
        sample.finding(
            "FA203", Outcome.REVIEW, key=f"f{i}", metric="precision", estimates=sample.many(40)
        )
        for i in range(80)
    )
    many = replace(record, findings=(*record.findings, *more))
    drawn = grants(many, Room(len(many.findings)))
    assert (record.findings[0].id, 0) in drawn
    assert ("attributions-main", 0) in drawn
    assert len(drawn) <= MOST_PICTURES


def test_merged_groups_without_a_name_are_named_by_their_number(sample, record):
    estimates = (*sample.NATIONS[:2], Estimate(group="", n=40, events=4, value=0.1, merged=3))
    finding = sample.finding("FA201", Outcome.FAIL, key="nationality", estimates=estimates)
    report = view(replace(record, findings=(finding,)), catalogue("en", record))
    picture = report.outcomes[0].groups[0].findings[0].picture
    assert picture.table.rows[-1][0] == "3 groups too small to name"


def test_a_ruled_finding_has_no_picture(sample, record):
    finding = sample.finding("DA112", Outcome.FAIL, message=plain("x"))
    report = view(replace(record, findings=(finding,)), catalogue("en", record))
    assert report.outcomes[0].groups[0].findings[0].picture is None


@pytest.mark.parametrize(
    ("worse", "expected"),
    [
        (Worse.HIGHER, "a rate more than 1.25 times that of the comparison"),
        (Worse.LOWER, "a rate below that of the comparison divided by 1.25"),
    ],
)
def test_the_limit_is_said_on_the_side_of_the_harm(sample, worse, expected):
    assert limit_words(sample.LIMIT, Words(catalogue("en")), worse).startswith(expected)


def test_the_observed_figure_of_a_comparison_is_a_ratio(report):
    fail = report.outcomes[0].groups[0].findings
    finding = next(f for f in fail if f.subject.startswith("nationality"))
    facts = {fact.label: fact.text for fact in finding.statistics}
    assert facts["Ratio of the group furthest out"] == "2.63"
    assert facts["Interval"] == "2.20 – 3.10"


@pytest.mark.parametrize(
    ("confidence", "expected"),
    [
        ("verified", "read in a copy, a summary or notes of others, not in the official text"),
        ("known", "general knowledge, text not checked"),
        ("doubtful", "uncertain: check before relying on it"),
        ("a word of a plug-in", "not checked against the text"),
    ],
)
def test_a_source_says_how_sure_the_reference_is(confidence, expected):
    words = Words(catalogue("en"))
    source = Source(
        title="Charter", locator="Article 47", confidence=confidence, as_of="2026-10-15"
    )
    assert standing(source, words) == f"context, not a criterion; {expected}; as of 2026-10-15"
    binding = standing(replace(source, binding=True), words)
    assert binding == f"taken to bind; {expected}; as of 2026-10-15"


def test_a_second_judgement_is_marked_with_what_changed(record):
    assert (
        view(replace(record, judgements=record.judgements[:1]), catalogue("en")).front.again == ()
    )
    later = Judgement(criteria="b" * 64, results_seen=True, changed={"FA201": "1.25 to 1.5"})
    twice = replace(record, judgements=(Judgement(criteria="a", results_seen=False), later))
    front = view(twice, catalogue("en", twice)).front
    assert front.again == ("Judged again after results had been seen", "FA201: 1.25 to 1.5")
    assert "Judged again" in front.running


def test_open_questions_with_one_reason_are_one_entry(sample, record):
    reason = say("finding.of_a_test")
    findings = tuple(
        sample.finding(check, Outcome.NOT_ASSESSED, key=key, message=reason, condition="Same.", rights=(right,))
        for check, key, right in (
            ("FA201", "age", Right.CHILD),
            ("FA201", "sex", Right.GENDER),
            ("FA202", "age", Right.CHILD),
        )
    )  # fmt: skip
    other = sample.finding("DA112", Outcome.NOT_ASSESSED, message=plain("Another."))
    report = view(replace(record, findings=(*findings, other)), catalogue("en"))
    (section,) = report.outcomes
    assert [entry.sentence for entry in section.entries] == ["Another.", "Same."]
    same = section.entries[1]
    assert [(q.check, [f.subject for f in q.findings]) for q in same.questions] == [
        ("FA201", ["sex · main", "age · main"]),
        ("FA202", ["age · main"]),
    ]


def test_what_is_missing_is_named_once(record):
    twice = CouldNotSee(
        sentence=plain("Without features."),
        condition="",
        needs=tuple(Need(input="features", serves=f"Question {i}?") for i in range(3)),
    )
    conclusion = replace(record.conclusion, could_not_see=(twice,))
    report = view(replace(record, conclusion=conclusion), catalogue("en", record))
    assert [need.input for need in report.unseen[0].needs] == ["features"]


def test_next_steps_are_first_sentences_said_once(sample, record):
    advice = "Read the files of D. Then read more."
    findings = (
        sample.finding("FA201", Outcome.FAIL, key="a", recommendation=advice),
        sample.finding("FA201", Outcome.FAIL, key="b", recommendation=advice),
        sample.finding("FA202", Outcome.REVIEW, recommendation="Not this."),
        sample.finding(
            "DA112",
            Outcome.NOT_ASSESSED,
            needs=(
                Need(input="data.totals", status=NeedStatus.REFUSED),
                Need(input="birth_date"),
                Need(input="birth_date", serves="Another?"),
            ),
        ),
    )
    conclusion = replace(record.conclusion, could_not_see=())
    changed = replace(record, findings=findings, conclusion=conclusion)
    following = view(changed, catalogue("en")).next
    assert [step.text for step in following.steps] == ["Read the files of D."]
    assert [link.text for link in following.steps[0].findings] == [
        "FA201 · a · main",
        "FA201 · b · main",
    ]
    assert following.ask_for == ("birth_date",)


def test_a_scan_that_broke_says_that_nothing_is_known(sample, record):
    broken = sample.finding("PR102", Outcome.ERROR, rights=(Right.PRIVACY,))
    report = view(replace(record, findings=(broken,)), catalogue("en", record))
    assert "nothing is known about names or phone numbers" in report.privacy.note
    assert report.unseen[0].sentence == report.privacy.note
    assert [link.text for link in report.unseen[0].findings] == ["PR102 · main"]


def test_withheld_cells_say_so_and_draw_nothing(sample, record):
    estimates = (*sample.NATIONS[:2], Estimate(group="Peru", n=12, limit_at=0.2, outcome=None))
    finding = sample.finding(
        "FA201", Outcome.FAIL, key="nationality", estimates=estimates, direction=Worse.HIGHER
    )
    report = view(replace(record, findings=(finding,)), catalogue("en", record))
    picture = report.outcomes[0].groups[0].findings[0].picture
    row = next(row for row in picture.table.rows if row[0] == "Peru")
    assert row.count("withheld: too few people") == 3
    drawn = next(line for line in picture.markup.split("<tr ") if "Peru" in line)
    assert "withheld: too few people" in drawn
    assert 'class="limit"' not in drawn
    assert "<use" not in drawn
    assert "Judged: higher is worse" in picture.note


def test_after_a_pass_the_gap_ruled_out_stands_and_may_be_unknown(sample, record):
    for ruled_out, shown in ((0.034, ["Largest gap ruled out"]), (None, [])):
        finding = sample.finding(
            "FA101", Outcome.PASS, key="age", mde=0.09, gap_ruled_out=ruled_out
        )
        report = view(replace(record, findings=(finding,)), catalogue("en", record))
        found = report.outcomes[0].groups[0].findings[0]
        assert [fact.label for fact in found.more] == shown
        assert any("Smallest gap" in fact.label for fact in found.statistics)

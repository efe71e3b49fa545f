"""What the conclusion says first, and what it must not say."""

from __future__ import annotations

from datetime import date

from audit import plan_reader as plans
from audit.finding import Estimate, Finding, Need
from audit.record import Judgement
from audit.runner.concluding import conclude
from audit.text import Catalogue, load_locale, plain, say
from audit.vocabulary import ALL, RANDOM_ARM, MayConclude, NeedStatus, Outcome, Severity, Worse

TODAY = date(2026, 1, 1)


def finding(check="FA201", key="g", outcome=Outcome.PASS, *, sample=ALL, lead=True, **more):
    more = {"message": plain(f"{check} sentence."), "condition": f"{check} sentence."} | more
    return Finding(
        id=f"{check}:main:{sample}:{key}", check=check, part="main", sample=sample, key=key,
        title=f"{check}?", outcome=outcome, may_conclude=MayConclude.LEAD,
        severity=Severity.SERIOUS, lead=lead, feature=key, **more,
    )  # fmt: skip


def concluded(*findings, judgements=(), plan=""):
    catalogue = Catalogue(load_locale("en"))
    return conclude(findings, plans.parse(plan), catalogue, today=TODAY, judgements=judgements)


def ids(conclusion):
    return [message.id.partition(".")[2] for message in conclusion.statement]


def overall(value, n):
    return Estimate(group="", n=n, events=value * n, value=value)


def test_where_no_leading_question_was_asked_nothing_reads_as_clearance():
    result = concluded(finding("PR101", outcome=Outcome.PASS, lead=False))
    assert result.condition == (
        "This audit cannot say how people were treated: no question about equal treatment could be "
        "asked of this table."
    )


def test_where_none_could_be_judged_neither():
    result = concluded(finding(outcome=Outcome.NOT_ASSESSED))
    assert ids(result) == ["not_judged"]
    assert result.condition.startswith("This audit cannot say how people were treated")


def test_nothing_found_is_said_only_where_a_leading_question_was_judged():
    assert ids(concluded(finding()))[0] == "none"


def test_a_feature_is_within_only_if_no_leading_question_about_it_fails_or_is_open():
    passed = finding("FA201", "g")
    for other in (Outcome.FAIL, Outcome.INCONCLUSIVE, Outcome.REVIEW, Outcome.ERROR):
        result = concluded(passed, finding("FA202", "g", other), finding("FA201", "h"))
        within = next(m for m in result.statement if m.id == "conclusion.within")
        assert within.params["features"] == ("h",)
    assert "within" not in ids(concluded(passed, finding("FA202", "g", Outcome.FAIL)))


def test_a_question_answered_on_the_random_arm_is_answered():
    elsewhere = say("finding.truth_in_random_arm", truth="t")
    result = concluded(
        finding(outcome=Outcome.NOT_ASSESSED, message=elsewhere, condition="x"),
        finding(sample=RANDOM_ARM),
        finding("FA202", outcome=Outcome.NOT_ASSESSED, message=elsewhere, condition="y"),
        finding("FA202", sample=RANDOM_ARM),
    )
    assert "within" in ids(result)
    assert len(result.could_not_see) == 1
    assert "2 leading questions have no answer" in result.could_not_see[0].condition
    assert len(result.could_not_see[0].findings) == 2


def test_a_need_is_listed_once():
    needs = [(Need(input="model", serves=title),) for title in ("one?", "two?")]
    result = concluded(
        *(
            finding(f"EX10{i}", outcome=Outcome.NOT_ASSESSED, lead=False, needs=need)
            for i, need in enumerate(needs)
        )
    )
    assert [need.input for line in result.could_not_see for need in line.needs] == ["model"]


def test_inputs_that_would_serve_the_same_questions_stand_in_one_line():
    result = concluded(
        *(
            finding(
                "RI102", key=slug, outcome=Outcome.NOT_ASSESSED, lead=False,
                needs=(Need(input=f"checklists.{slug}", serves="Does anybody say so?"),),
            )
            for slug in ("a", "b")
        )
    )  # fmt: skip
    (line,) = result.could_not_see
    assert line.condition.startswith("Without checklists.a and checklists.b: ")
    assert [need.input for need in line.needs] == ["checklists.a", "checklists.b"]
    assert len(line.findings) == 2


def lacking(check, *inputs, status=NeedStatus.NOT_REQUESTED):
    needs = tuple(Need(input=name, serves=f"{check}?", status=status) for name in inputs)
    return finding(check, outcome=Outcome.NOT_ASSESSED, lead=False, needs=needs)


def test_what_a_table_alone_cannot_tell_of_a_system_stands_in_one_line():
    lack = (
        lacking("FA201", "y_pred", "y_true"),
        lacking("EX101", "model"),
        lacking("OV101", "human_decision"),
        lacking("OV106", "reviewer"),
        lacking("PR302", "data.retention"),
    )
    first, second = concluded(*lack, plan="").could_not_see
    assert "without decisions and without a model (y_pred, model, human_decision and y_true)" in (
        first.condition
    )
    assert "4 questions" in first.condition
    assert {need.input for need in first.needs} == {
        "y_pred", "y_true", "model", "human_decision", "reviewer",
    }  # fmt: skip
    assert len(first.findings) == 4
    assert second.condition.startswith("Without data.retention")
    # With decisions each input has its line: somebody could still ask for it.
    with_decisions = concluded(*lack[1:], plan='[roles]\ny_pred = "d"\n').could_not_see
    assert [line.needs[0].input for line in with_decisions] == [
        "data.retention", "human_decision", "model", "reviewer",
    ]  # fmt: skip
    refused = lacking("FA205", "y_pred", status=NeedStatus.REFUSED)
    lines = concluded(*lack[1:], refused, plan="").could_not_see
    assert any(line.condition.startswith("Without y_pred, which was asked") for line in lines)


def turned(fpr, fnr, n_negative=1000, n_positive=100, sample=ALL):
    return (
        finding("FA201", overall=overall(fpr, n_negative), sample=sample),
        finding("FA202", overall=overall(fnr, n_positive), sample=sample),
    )


def test_labels_that_are_turned_round_are_said_first():
    result = concluded(*turned(0.901, 0.667))
    assert ids(result)[0] == "worse_than_chance"
    assert result.condition.startswith(
        "People for whom the condition is not recorded are decided positive more often (90.1 %) than "
        "people for whom it is (33.3 %)."
    )


def test_a_system_is_worse_than_chance_only_beyond_five_points_and_with_a_hundred_on_each_side():
    def said(*rates, **more):
        return "worse_than_chance" in ids(concluded(*turned(*rates, **more)))

    assert said(0.46, 0.60)
    assert not said(0.44, 0.60)
    assert not said(0.9, 0.6, n_positive=99)
    assert not said(0.9, 0.6, n_negative=99)
    other_sample = (turned(0.9, 0.6)[0], turned(0.9, 0.6, sample=RANDOM_ARM)[1])
    assert "worse_than_chance" not in ids(concluded(*other_sample))


def estimate(group, value, n, *, judged, outcome=None):
    return Estimate(group=group, n=n, events=value * n, value=value, judged=judged, outcome=outcome)


def test_a_group_that_fares_worse_than_the_failing_one_and_is_too_small_is_named():
    failing = finding(
        outcome=Outcome.FAIL,
        direction=Worse.HIGHER,
        groups=("D",),
        estimates=(
            estimate("D", 0.30, 231, judged=True, outcome=Outcome.FAIL),
            estimate("A", 0.12, 500, judged=True),
            estimate("E", 0.20, 9, judged=False),
            estimate("F", 5 / 14, 14, judged=False),
            Estimate(group="others", n=12, events=12, value=1.0, merged=2),
        ),
    )
    result = concluded(failing)
    assert ids(result) == ["fail", "also"]
    assert "g F: 35.7 % of 14 people, a worse rate still, and too few to tell." in result.condition


def test_every_failing_group_is_named_up_to_a_bound():
    def said(*groups):
        told = say("finding.fail_protects", feature="g", group=groups[0])
        failing = finding(outcome=Outcome.FAIL, groups=groups, message=told)
        (line,) = [
            m for m in concluded(failing).statement if m.id.startswith("conclusion.fail_too")
        ]
        return Catalogue(load_locale("en")).render(line)

    assert said("D", "E") == "Beyond the same limit by g, too: E."
    assert said("D", "E", "other groups (3 groups, 40 people)") == (
        "Beyond the same limit by g, too: E and other groups (3 groups, 40 people)."
    )
    many = said(*(f"G{i:02d}" for i in range(20)))
    assert many == "Beyond the same limit by g, too: G01, G02, G03, G04, G05, G06 and 13 more."


def test_one_failing_group_is_named_once():
    told = say("finding.fail_protects", feature="g", group="D")
    assert ids(concluded(finding(outcome=Outcome.FAIL, groups=("D",), message=told))) == ["fail"]


def test_a_low_rate_that_is_the_harm_is_compared_from_below():
    failing = finding(
        outcome=Outcome.FAIL,
        direction=Worse.LOWER,
        groups=("D",),
        estimates=(
            estimate("D", 0.30, 231, judged=True),
            estimate("F", 0.1, 10, judged=False),
            estimate("G", 0.9, 10, judged=False),
        ),
    )
    also = [m.params["group"] for m in concluded(failing).statement if m.id == "conclusion.also"]
    assert also == ["F"]


def test_checks_that_broke_are_named_as_a_fault_of_the_tool():
    broken = [finding(c, outcome=Outcome.ERROR, lead=False) for c in ("FA101", "FA101", "DA101")]
    assert (
        "2 checks did not run because of a fault in this tool; their questions are open: FA101 and "
        "DA101." in concluded(finding(), *broken).condition
    )


FIRST = Judgement(criteria="0", results_seen=False)


def changed(**more):
    what = {"FA201": "ratio 1.25, severity serious -> ratio 1.02, severity serious"}
    return Judgement(criteria="1", results_seen=True, changed=what, **more)


def test_a_limit_changed_after_results_were_seen_is_said_first():
    later = changed(
        by={"FA201": "A. Name"},
        reason={"FA201": "the ministry asked"},
        before={"FA201:main:all:g": Outcome.PASS},
    )
    result = concluded(finding(outcome=Outcome.FAIL), judgements=(FIRST, later))
    assert result.condition.startswith(
        "Limits were changed after results had been seen: FA201 from ratio 1.25 to ratio 1.02, by "
        "A. Name, because: the ministry asked. Under the first limits the answer was: within the "
        "limit. Beyond the limit: "
    )


def test_answers_that_differed_are_said_by_feature_and_the_first_ones_stand():
    before = {"FA201:main:all:g": Outcome.PASS, "FA201:main:all:h": Outcome.FAIL}
    again = changed(before=dict.fromkeys(before, Outcome.INCONCLUSIVE))
    result = concluded(finding(), judgements=(FIRST, changed(before=before), again))
    assert "by somebody who is not named, and no reason was given." in result.condition
    assert "the answer to FA201 by g was: within the limit." in result.condition
    assert "the answer to FA201 by h was: beyond the limit." in result.condition
    assert "cannot tell" not in result.condition


def test_a_judgement_before_results_were_seen_is_not_said():
    assert ids(concluded(finding(), judgements=(FIRST,))) == ["none", "within"]


def test_the_conclusion_says_what_flagged_and_the_condition_stand_for(world):
    from audit.runner import audit_system

    record, _ = audit_system(plans.load(world / "audit.toml"))
    assert "“flag” is red" in record.conclusion.condition
    assert "“fraud” is yes, recorded by an outside panel" in record.conclusion.condition

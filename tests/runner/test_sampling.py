"""Files drawn for blind review, answered, and audited as the random arm."""

from __future__ import annotations

import csv
import json
import stat
import sys
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

from audit import plan_reader as plans
from audit import serde
from audit.cli import command
from audit.errors import InputError, UsageError
from audit.review import design_path, written
from audit.runner import audit_system, judge, run
from audit.runner.sampling import Worth, draw, named, needed, worth
from audit.vocabulary import Outcome

ROLES = """
[roles]
y_pred = "flag"
positive = { y_pred = ["red"] }
positive_is = "adverse"
identifiers = ["case"]
sensitive_features = ["region", "sex"]
"""


@pytest.fixture
def decided(world):
    """The world's table without the truth, and a plan that knows of none."""
    table = pq.read_table(world / "decisions.parquet")
    pq.write_table(table.drop(["fraud"]), world / "decided.parquet")
    (world / "plan.toml").write_text(
        '[data]\nsource = "decided.parquet"\n' + ROLES, encoding="utf-8"
    )
    return world


def truth(world):
    return pq.read_table(world / "decisions.parquet").column("fraud").to_pylist()


def answered(world, drawn, unread=()):
    """Write the list with the answers of reviewers who are always right."""
    known = truth(world)
    text, design = written(drawn.design, drawn.lines)
    rows = list(csv.DictReader(text.splitlines()))
    for row in rows:
        number = int(row["row"]) - 1
        row["y_true"] = "" if number in unread else known[number]
        row["reviewer"] = "r1"
    path = world / "review.csv"
    design_path(path).write_text(design, encoding="utf-8")
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.DictWriter(file, fieldnames=list(rows[0]))
        out.writeheader()
        out.writerows(rows)


def reviewed(world, extra=""):
    text = (world / "plan.toml").read_text(encoding="utf-8")
    text = text.replace("[roles]", f'review = "review.csv"\n{extra}\n[roles]')
    return plans.parse(text, base=str(world))


def test_every_stratum_is_drawn_and_chances_are_those_of_the_draw(decided):
    drawn = draw(plans.load(decided / "plan.toml"), n=400, by=("region",), seed=3)
    strata = {s.label: s for s in drawn.design.strata}
    assert sum(s.drawn for s in strata.values()) == len(drawn.lines) == 400
    assert sum(s.people for s in strata.values()) == 6000
    region = pq.read_table(decided / "decided.parquet").column("region").to_pylist()
    for line in drawn.lines:
        label = region[line.row]
        assert strata[label].number == line.stratum
    counted = [sum(region[line.row] == label for line in drawn.lines) for label in strata]
    assert counted == [s.drawn for s in strata.values()]


def test_the_same_seed_draws_the_same_files_and_another_others(decided):
    plan = plans.load(decided / "plan.toml")
    one, two, other = (draw(plan, n=100, seed=s).lines for s in (1, 1, 2))
    assert one == two
    assert {x.row for x in one} != {x.row for x in other}


@pytest.mark.parametrize("engine", ["pandas", "duckdb"])
def test_every_engine_draws_the_same_files(decided, engine):
    plan = plans.load(decided / "plan.toml")
    first = draw(plan, n=60, by=("region", "sex"), seed=9, engine="polars")
    assert draw(plan, n=60, by=("region", "sex"), seed=9, engine=engine) == first


@pytest.mark.parametrize(
    ("arguments", "slug"),
    [
        ({"by": ("flag",)}, "not-blind"),
        ({"by": ("regoin",)}, "unknown-column"),
        ({"by": ("region", "sex"), "n": 16}, "sample-too-small"),
        ({"part": "second"}, "unknown-part"),
    ],
)
def test_a_draw_that_cannot_be_served_is_refused(decided, arguments, slug):
    with pytest.raises(UsageError) as caught:
        draw(plans.load(decided / "plan.toml"), **{"n": 100, **arguments})
    assert caught.value.slug == slug


def test_two_files_of_each_stratum_are_enough(decided):
    drawn = draw(plans.load(decided / "plan.toml"), n=17, by=("region", "sex"))
    assert min(s.drawn for s in drawn.design.strata) == 2


def test_an_identifier_that_the_plan_does_not_name_cannot_stand_on_the_list(decided):
    bare = plans.parse('[data]\nsource = "decided.parquet"\n', base=str(decided))
    with pytest.raises(UsageError) as caught:
        draw(bare, n=20, identifier=True)
    assert caught.value.slug == "no-identifier"


def test_answers_are_the_labels_that_the_plan_gives_the_truth(world):
    design = draw(plans.load(world / "audit.toml"), n=20).design
    assert (design.positive, design.negative) == (("yes",), ("no",))


def test_what_files_can_show_is_what_their_interval_says(decided):
    from audit.inference.proportions import jeffreys

    plan = plans.load(decided / "plan.toml")
    drawn = draw(plan, n=400, by=("region",))
    everybody, *regions = worth(drawn)
    low, high = jeffreys(40, 400)
    assert everybody.half[0] == pytest.approx((high - low) / 2)
    assert len(regions) == 4
    found = needed(plan, drawn)
    assert found.check == "FA201"
    assert found.to_pass
    assert found.to_fail
    assert found.to_fail > 400


def test_the_command_writes_for_the_owner_alone_and_says_what_to_do(decided):
    out = decided / "list.csv"
    result = CliRunner().invoke(
        command,
        ["sample", str(decided / "plan.toml"), "--n", "200", "--by", "region", "-o", str(out)],
    )
    assert result.exit_code == 0, result.output
    assert 'review = "list.csv"' in result.output
    assert "± " in result.output
    assert "flag" not in out.read_text(encoding="utf-8"), "blind: no column of decisions"
    if sys.platform != "win32":
        for path in (out, design_path(out)):
            assert stat.S_IMODE(path.stat().st_mode) == 0o600
    again = CliRunner().invoke(
        command, ["sample", str(decided / "plan.toml"), "--n", "200", "-o", str(out)]
    )
    assert again.exit_code == 2
    assert "list-exists" in again.output


def test_a_table_alone_can_be_drawn_from(decided):
    out = decided / "list.csv"
    result = CliRunner().invoke(
        command, ["sample", str(decided / "decided.parquet"), "--n", "50", "-o", str(out)]
    )
    assert result.exit_code == 0, result.output
    assert len(out.read_text(encoding="utf-8").splitlines()) == 51


def test_small_groups_are_not_named_on_the_terminal(decided):
    table = pq.read_table(decided / "decided.parquet")
    region = np.array(table.column("region").to_pylist(), dtype=object)
    region[:4] = "Tuvalu"
    pq.write_table(table.set_column(1, "region", pa.array(region)), decided / "decided.parquet")
    arguments = ["sample", str(decided / "plan.toml"), "--n", "90", "--by", "region"]
    result = CliRunner().invoke(command, [*arguments, "-o", str(decided / "x.csv")])
    assert result.exit_code == 0, result.output
    assert "Tuvalu" not in result.output


# -- the answers, audited ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("people", "shown"),
    [
        (
            {"A": 500, "B": 300, "C": 40, "D": 4},
            {"A", "B"},
        ),  # D alone would be the total less the others
        ({"A": 500, "B": 300, "C": 6, "D": 5}, {"A", "B"}),
        ({"A": 500, "B": 300, "C": 4, "D": 3}, {"A"}),  # seven people together are too few
        ({"A": 500, "B": 9}, set()),
        ({"A": 500, "B": 10}, {"A", "B"}),
    ],
)
def test_no_small_group_comes_back_from_the_total(people, shown) -> None:
    rows = [Worth(label="all", files=60, people=sum(people.values()), half=(0.1, 0.2))]
    rows += [Worth(label=g, files=5, people=n, half=(0.1, 0.2)) for g, n in people.items()]
    told, rest = named(rows, 10)
    assert {each.label for each in told[1:]} == shown
    assert told[0].label == "all"
    hidden = [g for g in people if g not in shown]
    if not hidden:
        assert rest is None
        return
    assert len(hidden) >= 2
    assert (rest.people, rest.files) == (sum(people[g] for g in hidden), 5 * len(hidden))
    assert rest.people >= 10


def test_a_review_finds_the_planted_gap_and_the_reviewers_recorded_the_truth(decided):
    answered(decided, draw(plans.load(decided / "plan.toml"), n=3000, by=("region",)))
    record, _ = audit_system(reviewed(decided, 'reviewed_by = "a university"'))
    found = {f.id: f for f in record.findings}
    finding = found["FA201:main:random_arm:region"]
    assert finding.outcome is Outcome.FAIL
    assert finding.groups == ("D",)
    assert found["FA201:main:all:region"].outcome is Outcome.NOT_ASSESSED
    assert record.parts[0].y_true_recorded_by == "a university"
    assert {file.role for file in record.inputs} == {"data", "review"}


def test_rates_of_a_review_are_weighted_means_over_its_rows(decided):
    drawn = draw(plans.load(decided / "plan.toml"), n=1500, by=("region",), seed=4)
    answered(decided, drawn)
    record, _ = audit_system(reviewed(decided))
    finding = next(f for f in record.findings if f.id == "FA201:main:random_arm:sex")
    table = pq.read_table(decided / "decisions.parquet").to_pandas()
    chance = {s.number: s.probability for s in drawn.design.strata}
    rows = table.iloc[[line.row for line in drawn.lines]]
    weight = np.array([1 / chance[line.stratum] for line in drawn.lines])
    for estimate in finding.estimates:
        here = ((rows["sex"] == estimate.group) & (rows["fraud"] == "no")).to_numpy()
        expected = (weight * (rows["flag"] == "red"))[here].sum() / weight[here].sum()
        assert estimate.value == pytest.approx(expected)
        assert estimate.n == here.sum(), "the files that were read, not the people they stand for"
        assert estimate.events is None, "a weighted sum is no count"


@pytest.mark.slow
def test_every_engine_finds_the_same_in_a_review(decided):
    answered(decided, draw(plans.load(decided / "plan.toml"), n=600, by=("region",)))
    plan = reviewed(decided)
    first, _ = audit_system(plan, engine="polars")
    for engine in ("pandas", "duckdb"):
        other, _ = audit_system(plan, engine=engine)
        assert other.findings == first.findings


def test_a_review_is_judged_again_from_its_evidence(decided, tmp_path):
    answered(decided, draw(plans.load(decided / "plan.toml"), n=3000, by=("region",)))
    run(reviewed(decided), out=tmp_path / "out")
    criteria = plans.parse(
        "[checks.FA201]\nlimit = {ratio = 4.0}\nreason = 'a test'\nset_by = 'me'\n"
    )
    again, _ = judge(serde.load(tmp_path / "out"), criteria, tmp_path / "out" / "evidence")
    finding = next(f for f in again.findings if f.id == "FA201:main:random_arm:region")
    assert finding.outcome is not Outcome.FAIL
    assert finding.estimates


def test_reviewers_of_the_deciding_body_clear_nobody(decided):
    answered(decided, draw(plans.load(decided / "plan.toml"), n=6000, by=("sex",)))
    said = ('reviewed_by = "two lawyers of the ombudsman"', 'reviewed_by = "decider"', "")
    records = [audit_system(reviewed(decided, by))[0] for by in said]
    id = "FA201:main:random_arm:sex"
    found = [next(f for f in record.findings if f.id == id) for record in records]
    assert [f.outcome for f in found] == [Outcome.PASS, Outcome.REVIEW, Outcome.REVIEW]
    assert "[data] reviewed_by" in found[2].condition
    assert "reviewed_by" not in found[1].condition


def test_files_that_were_not_read_are_counted_and_too_many_end_the_question(decided):
    drawn = draw(plans.load(decided / "plan.toml"), n=1000, by=("region",))
    answered(decided, drawn, unread={line.row for line in drawn.lines[:100]})
    record, _ = audit_system(reviewed(decided))
    found = {f.id: f for f in record.findings}
    assert found["FA201:main:random_arm:region"].outcome is Outcome.NOT_ASSESSED
    assert "90.0 %" in found["DA109:main:all:-"].condition


def test_a_table_that_changed_since_the_draw_stops_the_audit(decided):
    answered(decided, draw(plans.load(decided / "plan.toml"), n=100))
    table = pq.read_table(decided / "decided.parquet")
    pq.write_table(table.slice(1), decided / "decided.parquet")
    with pytest.raises(InputError) as caught:
        audit_system(reviewed(decided))
    assert caught.value.slug == "review-data-changed"


def test_nothing_of_the_list_enters_the_record(decided, tmp_path):
    answered(decided, draw(plans.load(decided / "plan.toml"), n=500, by=("region",)))
    text = (decided / "plan.toml").read_text(encoding="utf-8")
    text = text.replace("[roles]", f"review = '{(decided / 'review.csv').as_posix()}'\n[roles]")
    run(plans.parse(text, base=str(decided)), out=tmp_path / "out")
    document = json.loads((tmp_path / "out" / "audit.json").read_text(encoding="utf-8"))
    text = json.dumps(document)
    assert "r1" not in text.replace("r10", ""), "who reviewed stays in the list"
    assert str(Path(decided)) not in text


# -- chances that stand in the table ------------------------------------------------------------


def selected(world, chance=None):
    """People flagged are looked into far more often; the truth is known only of those."""
    table = pq.read_table(world / "decisions.parquet").to_pandas()
    rng = np.random.default_rng(8)
    p = np.where(table["flag"] == "red", 0.9, 0.3)
    looked = rng.random(len(table)) < p
    table["fraud"] = table["fraud"].where(looked)
    table["chance"] = p if chance is None else chance(p)
    pq.write_table(pa.Table.from_pandas(table, preserve_index=False), world / "selected.parquet")
    text = (world / "audit.toml").read_text(encoding="utf-8")
    text = text.replace("decisions.parquet", "selected.parquet")
    text = text.replace('"everyone"', '"selected"\nselection_probability = "chance"')
    return plans.parse(text, base=str(world))


def test_known_chances_identify_what_selection_hides(world):
    whole, _ = audit_system(plans.load(world / "audit.toml"))
    part, _ = audit_system(selected(world))
    true = {
        e.group: e.value
        for f in whole.findings
        if f.id == "FA201:main:all:region"
        for e in f.estimates
    }
    found = {f.id: f for f in part.findings}
    finding = found["FA201:main:random_arm:region"]
    for estimate in finding.estimates:
        assert estimate.value == pytest.approx(true[estimate.group], abs=0.05)
    assert finding.outcome is Outcome.FAIL
    assert finding.groups == ("D",)
    assert found["FA201:main:all:region"].outcome is Outcome.NOT_ASSESSED
    coverage = found["DA109:main:all:-"]
    assert coverage.outcome is Outcome.PASS
    assert any(note.id == "da109.weights" for note in coverage.notes)


def first(value):
    def change(p):
        p = p.copy()
        p[0] = value
        return p

    return change


@pytest.mark.parametrize("value", [0.0, np.nan])
def test_a_chance_that_is_zero_or_missing_identifies_nothing(world, value):
    record, _ = audit_system(selected(world, first(value)))
    found = {f.id: f for f in record.findings}
    assert found["FA201:main:random_arm:region"].outcome is Outcome.NOT_ASSESSED
    assert "0 for somebody" in found["FA201:main:random_arm:region"].condition
    assert found["DA109:main:all:-"].outcome is Outcome.FAIL
    said = [line.condition for line in record.conclusion.could_not_see]
    assert any(s.startswith("selection_probability is there and could not be used") for s in said)
    assert not any(s.startswith("Without selection_probability") for s in said)


def test_a_weight_taken_for_a_chance_is_refused(world):
    with pytest.raises(InputError) as caught:
        audit_system(selected(world, lambda p: 1 / p))
    assert caught.value.slug == "chance-range"


def test_without_chances_what_somebody_selected_stays_unanswered(world):
    plan = selected(world)
    text = (world / "audit.toml").read_text(encoding="utf-8")
    text = text.replace("decisions.parquet", "selected.parquet").replace('"everyone"', '"selected"')
    record, _ = audit_system(plans.parse(text, base=plan.base))
    finding = next(f for f in record.findings if f.id == "FA201:main:all:region")
    assert finding.outcome is Outcome.NOT_ASSESSED
    assert "audit sample audit.toml --n 400 --by region -o review.csv" in str(finding.settle.params)

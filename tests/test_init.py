"""`audit init`: what it proposes, why, what it asks, and what it never writes."""

import csv
import doctest
import random
import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import ModuleType

import pytest
from click.testing import CliRunner, Result

from audit.cli import command as audit_command
from audit.cli import init
from audit.inputs import Engine, Reader
from audit.kind import Kind
from audit.kinds.decisions import DECISIONS
from audit.plan import Plan
from audit.plan_reader import load, parse
from audit.profiling import hxl, stakes
from audit.profiling.propose import Proposal, ground_of, propose
from audit.profiling.stakes import Side, aligned, of_decision, side
from audit.profiling.table import Shape, Table, look
from audit.readers import read
from audit.registry import instances
from audit.vocabulary import Ground, OperatorKind, OperatorRole, OutcomeKnown, PositiveIs

CANARIES = ("Zebulon Quagmire", "+49 151 00 99 88 77", "P<UTOQUAGMIRE", "APP-00017")


# -- tables -----------------------------------------------------------------------------------


def write_csv(path: Path, header: Sequence[str], rows: Sequence[Sequence[object]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *rows])
    return path


def appeals(folder: Path) -> Path:
    """The shape of the refugee appeals: judge, nation, an expert's rating, the judge's decision."""
    rng = random.Random(1)
    rows = [
        (
            number,
            rng.choice(("Able", "Baker", "Charlie", "Dog")),
            rng.choice(("Lebanon", "Sri.Lanka", "Somalia", "China")),
            rng.choice(("no", "yes")),
            rng.choice(("no", "no", "yes")),
            rng.choice(("English", "French")),
            round(rng.gauss(-1, 0.4), 5),
        )
        for number in rng.sample(range(10_000), 384)
    ]
    header = ("", "judge", "nation", "rater", "decision", "language", "success")
    return write_csv(folder / "appeals.csv", header, rows)


def visas(folder: Path, rows: int = 600) -> Path:
    """The shape of a visa triage, with canaries in its notes and a label that few people have."""
    rng = random.Random(2)
    table = []
    for number in range(rows):
        stream = rng.choice(("green", "green", "amber", "red"))
        reviewed = rng.random() < 0.2
        table.append((
            f"APP-{number:05d}",
            f"2024-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}",
            rng.choice(("Utopia", "Ruritania", "Freedonia")),
            rng.choice(("female", "male")),
            rng.randint(16, 80),
            rng.choice(("visit", "study", "work")),
            round(rng.random(), 4),
            stream,
            f"O{rng.randint(1, 9)}",
            rng.randint(20, 400),
            "annulled" if number < 4 else rng.choice(("grant", "refuse")),
            rng.choice(("R1", "R2", "R3")),
            str(reviewed).lower(),
            str(rng.random() < 0.8).lower() if reviewed else "",
            f"Applicant {CANARIES[number % 3]} called about file number {number} and its documents.",
        ))  # fmt: skip
    header = (
        "application_id", "submitted", "nationality", "sex", "age", "visa_type", "risk_score", "stream",
        "officer_id", "officer_seconds", "decision", "reason_code", "qa_review", "qa_genuine", "case_note",
    )  # fmt: skip
    return write_csv(folder / "visas.csv", header, table)


def register(folder: Path) -> Path:
    """A register of households with an HXL hashtag row and no decision."""
    rng = random.Random(3)
    header = ("Household", "Sex", "Age", "Came from", "District", "Registered", "Phone")
    tags = (
        "#meta+id",
        "#sex",
        "#age",
        "#country+origin",
        "#adm2+name",
        "#date+reg",
        "#contact+phone",
    )
    rows = [
        (
            f"H{number:04d}",
            rng.choice("fm"),
            rng.randint(0, 90),
            rng.choice(("UTO", "RUR")),
            rng.choice(("North", "South", "East")),
            f"2023-0{rng.randint(1, 9)}-11",
            f"0700 {rng.randint(100000, 999999)}",
        )
        for number in range(200)
    ]
    return write_csv(folder / "register.csv", header, [tags, *rows])


def census(folder: Path) -> Path:
    """The shape of UCI Adult: an outcome and no decision."""
    rng = random.Random(4)
    header = (
        "age", "workclass", "fnlwgt", "education-num", "marital-status", "race", "sex", "hours-per-week",
        "native-country", "income",
    )  # fmt: skip
    rows = [
        (
            rng.randint(17, 90),
            rng.choice(("Private", "Local-gov")),
            rng.randint(20_000, 400_000),
            rng.randint(1, 16),
            rng.choice(("Never-married", "Divorced")),
            rng.choice(("White", "Black", "Other")),
            rng.choice(("Male", "Female")),
            rng.randint(1, 99),
            rng.choice(("United-States", "Mexico")),
            rng.choice(("<=50K", "<=50K", ">50K")),
        )
        for _ in range(500)
    ]
    return write_csv(folder / "census.csv", header, rows)


def survey(folder: Path) -> Path:
    """Stata microdata: cryptic names, and what they mean in variable labels."""
    pandas, pyreadstat = pytest.importorskip("pandas"), pytest.importorskip("pyreadstat")
    rng = random.Random(5)
    frame = pandas.DataFrame(
        {
            "v1": [f"c{n:05d}" for n in range(300)],
            "q104": [rng.randint(1, 2) for _ in range(300)],
            "q105": [rng.randint(15, 90) for _ in range(300)],
            "q201": [rng.choice(("Arabic", "Dari", "Somali")) for _ in range(300)],
            "wt": [rng.uniform(0.5, 3) for _ in range(300)],
        }
    )
    path = folder / "survey.dta"
    pyreadstat.write_dta(
        frame,
        str(path),
        column_labels=["Case id", "Sex", "Age in years", "Mother tongue", "Survey weight"],
        variable_value_labels={"q104": {1: "man", 2: "woman"}},
    )
    return path


def run(*arguments: str | Path, answers: str = "") -> Result:
    return CliRunner().invoke(audit_command, ["init", *map(str, arguments)], input=answers)


def planned(table: Path, *options: str) -> tuple[Plan, Result]:
    out = table.parent / "audit.toml"
    result = run(table, "-o", out, "--yes", *options)
    assert result.exit_code == 0, result.output
    return load(out), result


def shapes(path: Path, spool: Path) -> Table:
    engines = sorted(instances(Engine, "engines"), key=lambda engine: engine.order)
    return look(engines[0], read(path, {}, spool, instances(Reader, "readers")))


# -- what is proposed -------------------------------------------------------------------------


def test_refugee_appeals(tmp_path: Path) -> None:
    plan, result = planned(appeals(tmp_path))
    roles = plan.parts[0].roles
    assert plan.system.kind == "decisions"
    assert roles.all("y_pred") == ("decision",)
    assert roles.all("y_true") == ("rater",)
    assert roles.all("reviewer") == ("judge",)
    assert [(f.column, f.ground) for f in roles.sensitive] == [
        ("nation", Ground.NATIONALITY),
        ("language", Ground.LANGUAGE),
    ]
    # Leave granted is what the applicant asked for: turned the other way, harm and benefit swap.
    assert roles.positive_labels("y_pred") == roles.positive_labels("y_true") == ("yes",)
    assert roles.positive_is is PositiveIs.FAVOURABLE
    assert roles.outcome_known is OutcomeKnown.EVERYONE
    assert "success" not in str(roles)
    assert result.stdout.rstrip().endswith(f"audit run {tmp_path / 'audit.toml'}")


def test_visa_triage(tmp_path: Path) -> None:
    plan, _ = planned(visas(tmp_path))
    part = plan.parts[0]
    roles = part.roles
    expected = {
        "y_pred": "stream", "y_score": "risk_score", "y_true": "qa_genuine", "random_arm": "qa_review",
        "human_decision": "decision", "reviewer": "officer_id", "seconds": "officer_seconds",
        "reason": "reason_code", "text": "case_note", "identifiers": "application_id", "time": "submitted",
    }  # fmt: skip
    assert {role: roles.one(role) for role in expected} == expected
    assert roles.positive_labels("y_pred") == ("red",)
    assert roles.positive_labels("y_true") == ("false",), "a red flag is right where not genuine"
    assert roles.positive_labels("human_decision") == ("refuse",)
    assert roles.positive_is is PositiveIs.ADVERSE
    assert roles.outcome_known is OutcomeKnown.RANDOM_ARM
    assert part.columns["age"].bins == (18, 30, 45, 60)
    assert set(roles.all("quasi_identifiers")) >= {"nationality", "sex", "age"}
    assert DECISIONS.leads(part, plan) == ("FA201",)


def test_hxl_hashtags_are_believed(tmp_path: Path) -> None:
    plan, result = planned(register(tmp_path))
    roles = plan.parts[0].roles
    assert plan.system.kind == "register"
    assert {f.column: f.ground for f in roles.sensitive} == {
        "Sex": Ground.SEX,
        "Age": Ground.AGE,
        "Came from": Ground.NATIONALITY,
    }
    assert roles.all("identifiers") == ("Household", "Phone")
    assert roles.one("time") == "Registered"
    assert "District" in roles.all("quasi_identifiers")
    assert "its HXL hashtag is #country+origin" in result.stdout
    assert roles.positive == {}


def test_variable_labels_of_stata_files_are_used(tmp_path: Path) -> None:
    plan, result = planned(survey(tmp_path))
    roles = plan.parts[0].roles
    assert {f.column: f.ground for f in roles.sensitive} == {
        "q104": Ground.SEX,
        "q105": Ground.AGE,
        "q201": Ground.LANGUAGE,
    }
    assert roles.one("sample_weight") == "wt"
    assert "v1" in roles.all("identifiers")
    assert "the file describes it so" in result.stdout


def test_an_outcome_without_a_decision(tmp_path: Path) -> None:
    plan, _ = planned(census(tmp_path))
    assert plan.system.kind == "register"
    assert "# unsure:" in (tmp_path / "audit.toml").read_text(encoding="utf-8")
    plan, _ = planned(census(tmp_path), "--kind", "decisions", "--force")
    roles = plan.parts[0].roles
    assert roles.one("y_true") == "income"
    assert roles.one("sample_weight") == "fnlwgt"
    assert roles.all("sensitive_features") == ("age", "sex", "native-country")
    assert roles.all("y_pred") == ()
    text = (tmp_path / "audit.toml").read_text(encoding="utf-8")
    assert '# race = { ground = "race" }' in text
    assert "special_category_basis" in text


def test_what_columns_hold_is_proposed_with_its_reason_and_no_value(tmp_path: Path) -> None:
    header = ("ref", "wa", "natl", "faith", "ville", "remark", "decision")
    rows = [
        (f"F{n:05d}", f"+44 7700 900{n:03d}", ("SYR", "AFG", "ERI")[n % 3], ("Muslim", "Druze", "none")[n % 3],
         ("Lyon", "Nice")[n % 2], f"desk {n % 30}" if n != 7 else "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"
         "L898902C36UTO7408122F1204159ZE184226B<<<<<10", ("granted", "refused")[n % 2])
        for n in range(300)
    ]  # fmt: skip
    plan, result = planned(write_csv(tmp_path / "t.csv", header, rows))
    roles = plan.parts[0].roles
    assert roles.all("identifiers") == ("ref", "wa")
    assert {"natl", "ville"} <= set(roles.all("quasi_identifiers"))
    text = (tmp_path / "audit.toml").read_text(encoding="utf-8")
    for line in (
        "# wa: direct identifier: phone numbers, by its values (confidence 1)",
        "# remark: direct identifier: machine-readable passport lines, by its values (confidence 1)",
        "# natl: quasi-identifier: nationalities or countries of origin, by its values (confidence 0.75)",
        "# ville: quasi-identifier: towns and districts, by its name (confidence 0.5)",
        "# faith: special category: religion or belief, by its name and values (confidence 0.88)\n# [columns.faith]",
    ):
        assert line in text
    for value in ("7700", "ERIKSSON", "Muslim", "Lyon", "desk 1"):
        assert value not in text + result.stdout + result.stderr


def test_notes_some_of_which_hold_numbers_are_notes_and_say_which(tmp_path: Path) -> None:
    def note(n: int) -> str:
        told = {0: f"her number is +44 7700 900{n:03d}", 1: f"A-number A{20_111_222 + n} was seen",
                2: f"write to p{n}@example.org"}  # fmt: skip
        place = 0 if n % 20 == 0 else 1 if n % 50 == 1 else 2 if n in {7, 9} else 3
        return (
            f"Case {n} was heard in the morning and {told.get(place, 'nothing else is recorded')}."
        )

    rows = [(n, note(n), ("granted", "refused")[n % 2]) for n in range(1000)]
    planned(write_csv(tmp_path / "t.csv", ("ref", "case_note", "decision"), rows))
    text = (tmp_path / "audit.toml").read_text(encoding="utf-8")
    assert (
        "# case_note: free text, by its values (confidence 0.75); some hold phone numbers (5.0 % of notes),"
        " United States A-numbers (2.0 % of notes), e-mail addresses (fewer than 10 notes)\n"
    ) in text
    assert "case_note: direct identifier" not in text


def test_what_only_a_person_knows_of_keeping_and_sharing_is_proposed(tmp_path: Path) -> None:
    planned(visas(tmp_path))
    text = (tmp_path / "audit.toml").read_text(encoding="utf-8")
    for key in (
        "population = ", "retention = ", "retention_from = ", "recipients = ", "operator_kind = ",
        "operator_roles = ", "[[data.recipients]]", "[columns.NAME]", 'name = ""', 'role = "authority"',
        'country = ""', 'basis = ""', "consent = false", 'purpose = ""',
    ):  # fmt: skip
        (line,) = (line for line in text.splitlines() if line.startswith(f"# {key}"))
        text = text.replace(line, line.removeprefix("# "))
    assert "special_category_basis = " in text
    # Either nobody is given the table, or those who are stand at the end.
    nobody = text[: text.index("[[data.recipients]]")]
    assert parse(nobody).parts[0].data.recipients == ()
    listed = text.replace("recipients = []", "").replace('name = ""\nrole', 'name = "X"\nrole')
    data = parse(listed).parts[0].data
    assert (data.population, data.retention) == (120_000, "5 years")
    assert [each.name for each in data.recipients or ()] == ["X"]
    assert parse(listed).system.operator_kind is OperatorKind.PUBLIC
    assert parse(listed).system.operator_roles == (OperatorRole.DEPLOYER,)


def test_columns_that_repeat_a_group_are_left_out(tmp_path: Path) -> None:
    rows = [(f"f{n:04d}.jpg", "ab"[n % 2], "ab"[n % 3 % 2], n % 97 / 97) for n in range(200)]
    header = ("image_id", "gender", "vendor_gender", "vendor_gender_confidence")
    plan, result = planned(write_csv(tmp_path / "faces.csv", header, rows))
    assert plan.parts[0].roles.all("sensitive_features") == ("gender",)
    assert "it repeats 'gender'" in result.stdout


@pytest.mark.parametrize("make", [appeals, visas, register, census, survey])
def test_every_plan_opens_on_its_table(make: Callable[[Path], Path], tmp_path: Path) -> None:
    plan, result = planned(make(tmp_path))
    part = plan.parts[0]
    source = read(plan.path(part.data.source), part.columns, tmp_path, instances(Reader, "readers"))
    for engine in instances(Engine, "engines"):
        assert engine.open(source, part).rows == source.rows
    assert "put this right" not in result.output


@pytest.mark.slow
@pytest.mark.parametrize("make", [appeals, register])
def test_audit_run_accepts_the_plan_unchanged(make: Callable[[Path], Path], tmp_path: Path) -> None:
    planned(make(tmp_path))
    arguments = ["run", str(tmp_path / "audit.toml"), "--out", str(tmp_path / "out")]
    result = CliRunner().invoke(audit_command, arguments)
    assert result.exit_code in (0, 1, 3), result.output
    assert (tmp_path / "out" / "audit.json").is_file()


def test_every_kind_and_reason_stands_in_the_plan(tmp_path: Path) -> None:
    planned(visas(tmp_path))
    text = (tmp_path / "audit.toml").read_text(encoding="utf-8")
    active = [x for x in text.splitlines() if re.match(r"(\w+ = \"\w+\"|  \").*", x)]
    silent = ("name =", "source =", "outcome_known", "positive_is")
    assert [x for x in active if "#" not in x and not x.startswith(silent)] == []
    for question in ("purpose", "jurisdictions", "coercive", "irreversible", "y_true_recorded_by"):
        assert re.search(rf"^{question} = .*#", text, re.MULTILINE), question


def test_a_score_beyond_one_is_said_to_be_a_margin(tmp_path: Path) -> None:
    rows = [(f"p{n}", "yn"[n % 2], n % 2, (n * 37 % 100)) for n in range(100)]
    path = write_csv(tmp_path / "points.csv", ("person_id", "sex", "flagged", "risk_score"), rows)
    plan, _ = planned(path)
    assert plan.parts[0].roles.one("y_score") == "risk_score"
    assert plan.parts[0].model.output == "margin"


def test_numbers_as_groups_get_bins(tmp_path: Path) -> None:
    rows = [(n * 17 % 61 + 18, n * 7919 % 83 * 37 + 1, n % 2) for n in range(400)]
    header = ("age", "nationality", "denied")
    plan, _ = planned(write_csv(tmp_path / "codes.csv", header, rows))
    bins = plan.parts[0].columns["nationality"].bins
    assert list(bins) == sorted(set(bins))
    assert all(edge == float(f"{edge:.2g}") for edge in bins), "an edge is nobody's exact value"


def test_the_model_names_its_inputs(tmp_path: Path) -> None:
    sklearn = pytest.importorskip("sklearn.linear_model")
    skl2onnx = pytest.importorskip("skl2onnx")
    import numpy as np

    table = census(tmp_path)
    fitted = sklearn.LogisticRegression().fit(np.array([[20, 1], [60, 9]] * 5), [0, 1] * 5)
    kinds = [(name, skl2onnx.common.data_types.FloatTensorType([None, 2])) for name in ("X",)]
    onnx = skl2onnx.convert_sklearn(fitted, initial_types=kinds)
    (tmp_path / "model.onnx").write_bytes(onnx.SerializeToString())
    plan, _ = planned(table, "--model", str(tmp_path / "model.onnx"))
    assert plan.system.kind == "decisions", "a model of people decides about them"
    assert plan.parts[0].model.source == "model.onnx"
    text = (tmp_path / "audit.toml").read_text(encoding="utf-8")
    assert "model-features" in text, "a matrix of numbers does not say which column is which"


# -- what is asked ----------------------------------------------------------------------------


def test_a_person_at_a_terminal_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(init, "_terminal", lambda: True)
    out = tmp_path / "audit.toml"
    # positive labels, what they do, where, coercion, which mistake harms, of whom it is known, by whom
    answers = "no\nadverse\nCA, EU\ny\npicked\nselected\ndecider\n"
    result = run(appeals(tmp_path), "-o", out, answers=answers)
    assert result.exit_code == 0, result.output
    plan = load(out)
    roles = plan.parts[0].roles
    assert roles.positive_labels("y_pred") == ("no",)
    assert roles.positive_labels("y_true") == ("no",)
    assert roles.positive_is is PositiveIs.ADVERSE
    assert plan.system.jurisdictions == ("CA", "EU")
    assert plan.system.coercive
    assert plan.checklists.use == ("eu_fria",)
    assert plan.checks.lead == ("FA201",)
    assert roles.outcome_known is OutcomeKnown.SELECTED
    assert roles.y_true_recorded_by == "decider"
    assert "# the harm is a wrong pick" in out.read_text(encoding="utf-8")


def test_a_person_who_names_every_label_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(init, "_terminal", lambda: True)
    out = tmp_path / "audit.toml"
    result = run(appeals(tmp_path), "-o", out, answers="no, yes\nadverse\nCA\nn\n\n\n\n")
    assert result.exit_code == 0, result.output
    assert "those are all labels, so nobody is without it" in result.stdout
    roles = load(out).parts[0].roles
    assert "y_pred" not in roles.positive
    assert roles.all("y_pred") == ()  # a comment until a label is named


def test_a_wrong_column_name_is_asked_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(init, "_terminal", lambda: True)
    rows = [(f"p{n}", "fm"[n % 2], "abc"[n % 3], n % 2) for n in range(90)]
    path = write_csv(tmp_path / "t.csv", ("person_id", "sex", "lot", "granted_x"), rows)
    out = tmp_path / "audit.toml"
    answers = "lott\nlot\na\nfavourable\n\nn\n\n40\n"
    result = run(path, "-o", out, "--kind", "decisions", answers=answers)
    assert result.exit_code == 0, result.output
    assert "did you mean 'lot'?" in result.output
    roles = load(out).parts[0].roles
    assert roles.one("y_pred") == "lot"
    assert roles.positive_labels("y_pred") == ("a",)
    assert not load(out).checklists.use
    assert load(out).system.capacity == 40
    assert load(out).checks.lead == ("FA101",), "nothing says what was true, and nobody is ranked"


def test_nothing_is_asked_without_a_terminal(tmp_path: Path) -> None:
    result = run(appeals(tmp_path), "-o", tmp_path / "audit.toml")
    assert result.exit_code == 0
    written = (tmp_path / "audit.toml").read_text(encoding="utf-8")
    assert "# - Which mistake harms the person it is made about?" in written
    assert '# lead = ["' in written
    assert load(tmp_path / "audit.toml").checks.lead == (), "a comment, until somebody settles it"
    assert "?" not in result.stdout.splitlines()[-1]


# -- what is never written --------------------------------------------------------------------


def test_no_value_of_a_person_is_shown_or_written(tmp_path: Path) -> None:
    _, result = planned(visas(tmp_path))
    written = result.output + (tmp_path / "audit.toml").read_text(encoding="utf-8")
    for canary in (*CANARIES, "Quagmire", "0099", "Utopia", "female", "O7"):
        assert canary not in written


def test_a_label_of_fewer_than_ten_people_is_not_written(tmp_path: Path) -> None:
    rows = [(f"p{n}", "fm"[n % 2], "detain" if n < 9 else "release") for n in range(90)]
    path = write_csv(tmp_path / "few.csv", ("person_id", "sex", "recommendation"), rows)
    _, result = planned(path)
    text = (tmp_path / "audit.toml").read_text(encoding="utf-8")
    assert "detain" not in re.sub(r"detention|\(.*?\)", "", text + result.output)
    assert re.search(r"^# y_pred = .*unsure", text, re.MULTILINE)
    assert "put this right" not in result.output, "audit run must accept what is left"
    rows = [(f"p{n}", "fm"[n % 2], "detain" if n < 10 else "release") for n in range(90)]
    plan, _ = planned(write_csv(path, ("person_id", "sex", "recommendation"), rows), "--force")
    assert plan.parts[0].roles.positive_labels("y_pred") == ("detain",)


def test_the_plan_names_the_file_from_its_own_folder(tmp_path: Path) -> None:
    (tmp_path / "plans").mkdir()
    out = tmp_path / "plans" / "first.toml"
    assert run(appeals(tmp_path), "-o", out, "--yes").exit_code == 0
    plan = load(out)
    assert plan.parts[0].data.source == "../appeals.csv"
    assert plan.path(plan.parts[0].data.source).is_file()


@pytest.mark.parametrize("name", ['he said "hi"', "a]b", "Größe #1", "sex\\path", "x.y"])
def test_any_column_name_survives(name: str, tmp_path: Path) -> None:
    rows = [(f"p{n}", "fm"[n % 2], n * 37 % 100, n % 2) for n in range(100)]
    header = ("person_id", f"sex {name}", f"{name} age", "denied")
    plan, _ = planned(write_csv(tmp_path / "t.csv", header, rows))
    assert plan.parts[0].roles.all("sensitive_features") == (f"sex {name}", f"{name} age")
    tomllib.loads((tmp_path / "audit.toml").read_text(encoding="utf-8"))


# -- what goes wrong --------------------------------------------------------------------------


def test_an_existing_plan_is_kept(tmp_path: Path) -> None:
    out = tmp_path / "audit.toml"
    out.write_text("# mine", encoding="utf-8")
    result = run(appeals(tmp_path), "-o", out, "--yes")
    assert result.exit_code == 2
    assert "[plan-exists]" in result.output
    assert out.read_text(encoding="utf-8") == "# mine"
    assert run(appeals(tmp_path), "-o", out, "--yes", "--force").exit_code == 0
    assert load(out).system.kind == "decisions"


@pytest.mark.parametrize(
    ("arguments", "slug", "code"),
    [
        (("missing.csv",), "no-such-file", 2),
        ((".",), "not-a-file", 2),
        (("appeals.csv", "--kind", "decision"), "unknown-kind", 2),
        (("appeals.csv", "-o", "."), "not-a-file", 2),
        (("empty.csv",), "empty-file", 3),
        (("appeals.csv", "--model", "model.pkl"), "pickle-refused", 2),
        (("appeals.csv", "--model", "nowhere.onnx"), "no-such-file", 2),
    ],
)
def test_what_a_user_can_get_wrong(
    arguments: tuple[str, ...],
    slug: str,
    code: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    appeals(tmp_path)
    (tmp_path / "empty.csv").write_bytes(b"")
    (tmp_path / "model.pkl").write_bytes(b"\x80\x04.")
    result = run(*arguments, "--yes")
    assert result.exit_code == code, result.output
    assert f"[{slug}]" in result.output
    assert not (tmp_path / "audit.toml").exists()
    if slug == "unknown-kind":
        assert "did you mean 'decisions'?" in result.output


@pytest.mark.parametrize(
    ("column", "ground"),
    [
        ("Nationalité", Ground.NATIONALITY),
        ("nation", Ground.NATIONALITY),
        ("native-country", Ground.NATIONALITY),
        ("coo", Ground.NATIONALITY),
        ("RAC1P", Ground.RACE),
        ("Geschlecht", Ground.SEX),
        ("age_cat", Ground.AGE),
        ("mother_tongue", Ground.LANGUAGE),
        ("stateless", Ground.STATUS),
        ("caste", Ground.OTHER),
    ],
)
def test_grounds(column: str, ground: Ground) -> None:
    assert ground_of(shape(column, a=50, b=50)) is ground


def test_counts_of_people_are_no_group_and_no_certain_weight(tmp_path: Path) -> None:
    rows = [("XYZ"[n % 3], 2000 + n % 9, n * n % 5003, n * 31 % 83 * 50) for n in range(200)]
    header = ("coo", "year", "refugees", "stateless")
    plan, _ = planned(write_csv(tmp_path / "counts.csv", header, rows))
    roles = plan.parts[0].roles
    assert plan.system.kind == "register"
    assert roles.all("sample_weight") == ("refugees",)
    text = (tmp_path / "audit.toml").read_text(encoding="utf-8")
    assert re.search(r'^sample_weight = "refugees"  # unsure', text, re.MULTILINE)
    assert re.search(r"^stateless = .*# unsure", text, re.MULTILINE)


def test_one_row_and_empty_columns_do_not_stop_it(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "one.csv", ("id", "sex", "flag", "note"), [("7", "f", "1", "")])
    plan, _ = planned(path)
    assert plan.parts[0].roles.all("text") == ()


def test_a_table_of_counts_is_said_to_be_one(tmp_path: Path) -> None:
    rng = random.Random(6)
    rows = [
        (country, year, quarter, outcome, int(rng.paretovariate(0.8)) * 3)
        for country in ("Utopia", "Ruritania", "Freedonia", "Sylvania")
        for year in (2021, 2022, 2023)
        for quarter in ("Q1", "Q2", "Q3", "Q4")
        for outcome in ("allowed", "dismissed")
    ]
    header = ("Nationality", "Year", "Quarter", "Outcome", "Appeals determined")
    _, result = planned(write_csv(tmp_path / "quarterly.csv", header, rows))
    said = (
        "'Appeals determined' holds counts: a row is a group, not a person. Name it sample_weight"
    )
    assert said in result.stdout
    top = (tmp_path / "audit.toml").read_text(encoding="utf-8").split("[audit]\n")[0]
    assert f"# {said}, or this file cannot be audited person by person." in top


def test_tables_of_people_hold_no_counts(tmp_path: Path) -> None:
    for make in (appeals, visas, register, census):
        folder = tmp_path / make.__name__
        folder.mkdir()
        _, result = planned(make(folder))
        assert "holds counts" not in result.output


@pytest.mark.parametrize(
    ("decision", "nationality", "sex", "age"),
    [
        ("Entscheidung", "Staatsangehörigkeit", "Geschlecht", "Alter"),
        ("Bescheid", "Staatsangehörigkeit", "Geschlecht", "Alter"),
        ("Ergebnis", "Staatsbürgerschaft", "Geschlecht", "Alter"),
        ("Décision", "Nationalité", "Sexe", "Âge"),
        ("Decisión", "Nacionalidad", "Sexo", "Edad"),
        ("resultado", "nacionalidad", "sexo", "edad"),
        ("القرار", "الجنسية", "الجنس", "العمر"),
        ("Final Decision", "Nationality", "Sex", "Age"),
    ],
)
def test_other_languages(
    decision: str, nationality: str, sex: str, age: str, tmp_path: Path
) -> None:
    rng = random.Random(7)
    rows = [
        (rng.choice("xy"), rng.choice(("UTO", "RUR")), rng.choice("mf"), rng.randint(18, 70))
        for _ in range(120)
    ]
    path = write_csv(tmp_path / "cases.csv", (decision, nationality, sex, age), rows)
    plan, result = planned(path)
    roles = plan.parts[0].roles
    grounds = {each.column: each.ground for each in roles.sensitive}
    assert grounds[nationality] is Ground.NATIONALITY
    assert grounds[sex] is Ground.SEX
    assert grounds[age] is Ground.AGE
    assert roles.all("human_decision") == ()
    told = result.output + path.with_name("audit.toml").read_text(encoding="utf-8")
    assert "no decision column was recognised" not in told or decision in roles.all("y_true")
    assert decision in (*roles.all("y_pred"), *roles.all("y_true"))


def test_no_decision_column_is_said(tmp_path: Path) -> None:
    rows = [("ab"[n % 2], 20 + n % 40) for n in range(80)]
    _, result = planned(write_csv(tmp_path / "t.csv", ("sex", "age"), rows))
    assert "no decision column was recognised; name it in [roles] y_pred" in result.stderr


@pytest.mark.parametrize("column", ["region", "Region of origin", "birth_region"])
def test_what_a_region_stands_for_a_person_must_say(column: str, tmp_path: Path) -> None:
    rows = [("ABC"[n % 3], ("refuse", "grant")[n % 2]) for n in range(90)]
    plan, _ = planned(write_csv(tmp_path / "t.csv", (column, "decision"), rows))
    feature = plan.parts[0].roles.feature(column)
    assert feature is not None
    assert feature.ground is Ground.OTHER
    text = (tmp_path / "audit.toml").read_text(encoding="utf-8")
    assert "# unsure: nationality, ethnic origin, or neither? a person must say" in text


@pytest.mark.parametrize("labels", [("0", "1"), ("no", "yes"), ("a", "b")])
def test_no_positive_names_every_label(labels: tuple[str, str], tmp_path: Path) -> None:
    rng = random.Random(8)
    rows = [
        (rng.choice("XYZ"), rng.choice(labels), rng.choice(("one", "two", "three")))
        for _ in range(200)
    ]
    path = write_csv(tmp_path / "t.csv", ("race", "label_value", "tier"), rows)
    plan, _ = planned(path)
    for said in plan.parts[0].roles.positive.values():
        assert not set(labels) <= set(said)
        assert not {"one", "two", "three"} <= set(said)


def test_why_a_column_has_no_part_is_true(tmp_path: Path) -> None:
    wordy = (
        "Refused under section twelve of the act, no leave",
        "Granted under section fourteen of the act",
    )
    rows = [(wordy[n % 2], "AB"[n % 2], n % 3) for n in range(90)]
    header = ("tier", "sex", "something else")
    _, result = planned(write_csv(tmp_path / "t.csv", header, rows))
    tier = next(line for line in result.stdout.splitlines() if line.startswith("tier"))
    assert "named like y_pred, but the values do not fit it" in tier
    assert "texts of more than 40 characters" in tier
    other = next(line for line in result.stdout.splitlines() if line.startswith("something"))
    assert "no part in the audit was recognised" in other


def test_the_sheet_that_is_read_is_named(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for sheet in (book.active, book.create_sheet("2024")):
        sheet.append(["sex", "decision"])
        for n in range(40):
            sheet.append(["fm"[n % 2], ("refuse", "grant")[n % 3 == 0]])
    book.save(tmp_path / "two.xlsx")
    _, result = planned(tmp_path / "two.xlsx")
    assert "two.xlsx has 2 sheets: Sheet, 2024. Reading Sheet" in result.stdout
    text = (tmp_path / "audit.toml").read_text(encoding="utf-8")
    assert (
        '# two.xlsx has 2 sheets: Sheet, 2024. Reading Sheet; for another write source = "two.xlsx#2024"'
        in text
    )


# -- the pieces -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("red", Side.HURTS), ("Refused", Side.HURTS), ("DENIED", Side.HURTS), ("rejected", Side.HURTS),
        ("flagged", Side.HURTS), ("high", Side.HURTS), ("detain", Side.HURTS), ("not granted", Side.HURTS),
        ("granted", Side.HELPS), ("accepted", Side.HELPS), ("approved", Side.HELPS), ("green", Side.HELPS),
        ("not detained", Side.HELPS), ("amber", Side.NEITHER), ("medium", Side.NEITHER), ("A", Side.NEITHER),
        ("redacted", Side.NEITHER), ("grantee_number", Side.HELPS),
    ],
)  # fmt: skip
def test_which_label_hurts(words: str, expected: Side) -> None:
    assert side(words) is expected


def shape(name: str, **labels: int) -> Shape:
    rows = sum(labels.values())
    return Shape(
        name=name, type="text", rows=rows, missing=0, distinct=len(labels), labels=labels, length=5
    )


def test_the_label_that_hurts_is_positive_where_it_is_named() -> None:
    said = of_decision(shape("decision", granted=70, refused=30))
    assert (said.labels, said.positive_is, said.sure) == (("refused",), PositiveIs.ADVERSE, True)


def test_high_need_helps() -> None:
    said = of_decision(shape("vulnerability_level", high=20, medium=40, low=30))
    assert said.labels == ("low",)
    assert said.positive_is is PositiveIs.ADVERSE
    assert of_decision(shape("risk_level", high=20, medium=40, low=30)).labels == ("high",)


def test_a_bare_yes_takes_its_side_from_the_name() -> None:
    yes = {"true": 20, "false": 80}
    assert of_decision(shape("detained", **yes)).positive_is is PositiveIs.ADVERSE
    assert of_decision(shape("approved", **yes)).positive_is is PositiveIs.FAVOURABLE
    unsure = of_decision(shape("score", **{"1": 20, "0": 80}))
    assert (unsure.labels, unsure.positive_is, unsure.sure) == (("1",), PositiveIs.UNSTATED, False)


@pytest.mark.parametrize(
    ("truth", "expected"),
    [
        (shape("genuine", true=80, false=20), ("false",)),
        (shape("absconded", true=20, false=80), ("true",)),
        (shape("review", fraudulent=20, genuine=80), ("fraudulent",)),
        (shape("review", genuine=80, other=20), ("other",)),
        (shape("stream", red=30, green=70), ("red",)),
    ],
)
def test_the_truth_points_the_way_the_decision_does(
    truth: Shape, expected: tuple[str, ...]
) -> None:
    decision = shape("stream", red=30, green=70)
    assert aligned(truth, decision, of_decision(decision)).labels == expected


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("#sex", ("sensitive_features", Ground.SEX)),
        ("#age+years", ("sensitive_features", Ground.AGE)),
        ("#country+nationality", ("sensitive_features", Ground.NATIONALITY)),
        ("#country+name", ("quasi_identifiers", None)),
        ("#adm1+code", ("quasi_identifiers", None)),
        ("#meta+id", ("identifiers", None)),
        ("#contact+email", ("identifiers", None)),
        ("#date+birth", ("birth_date", None)),
        ("#date+start", ("time", None)),
        ("#affected+f+children", ("sample_weight", None)),
        ("#indicator+value+num", None),
        ("#org+name", None),
    ],
)
def test_hashtags(tag: str, expected: tuple[str, Ground | None] | None) -> None:
    assert hxl.role(tag) == expected


def test_a_column_has_one_main_role_and_a_role_one_column(tmp_path: Path) -> None:
    table = shapes(visas(tmp_path), tmp_path)
    found: Sequence[Proposal] = propose(table, DECISIONS)
    main = [each for each in found if each.role not in ("quasi_identifiers", "control_features")]
    assert len({each.column for each in main}) == len(main)
    kinds: Mapping[str, Kind] = {kind.name: kind for kind in instances(Kind, "kinds")}
    for role in kinds["decisions"].roles:
        if not role.many:
            assert len([each for each in found if each.role == role.name]) <= 1


def test_shapes_are_those_of_the_table(tmp_path: Path) -> None:
    table = shapes(visas(tmp_path), tmp_path)
    assert table.rows == 600
    assert table.shape("application_id").unique
    assert table.shape("application_id").labels == {}
    assert set(table.shape("stream").labels) == {"green", "amber", "red"}
    assert sum(table.shape("stream").labels.values()) == 600
    age = table.shape("age")
    assert (age.low, age.high) == (16, 80)
    genuine = table.shape("qa_genuine")
    assert genuine.known == sum(genuine.labels.values())
    crossed = table.crossed("qa_review", "qa_genuine")
    assert crossed["false"][1] == 0
    assert crossed["true"][0] == crossed["true"][1] == genuine.known


@pytest.mark.parametrize("module", [hxl, stakes])
def test_examples_in_docstrings(module: ModuleType) -> None:
    assert doctest.testmod(module).attempted > 0
    assert doctest.testmod(module).failed == 0

"""What the generator plants holds, is realised through the exported model, and nothing else is there."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pandas as pd
import pytest

from audit import cases
from audit.check import Measured
from audit.checklist import load, load_answers
from audit.criterion import Limit
from audit.evidence import Rate
from audit.inputs import Case
from audit.plan import ModelSection, Plan
from audit.plan_reader import load as load_plan
from audit.resources import folder
from audit.runner.checklisting import used
from audit.text import say
from audit.vocabulary import Outcome, Worse

STUDY = cases.get("visa_triage")
SEEDS = (0, 1, 2)


@pytest.fixture(scope="module")
def made() -> dict[int, Case]:
    return {seed: cases.make(STUDY, seed=seed) for seed in SEEDS}


@pytest.fixture(scope="module")
def years(made: dict[int, Case]) -> dict[int, pd.DataFrame]:
    return {seed: frame(case) for seed, case in made.items()}


@pytest.fixture(scope="module")
def twin() -> Case:
    return cases.make(STUDY, fair_twin=True)


@pytest.fixture(scope="module")
def plan() -> Plan:
    return load_plan(STUDY.folder / "audit.toml")


def frame(case: Case) -> pd.DataFrame:
    data = case.tables["applications.parquet"].to_pandas()
    data["red"] = data["stream"] == "red"
    data["band"] = pd.cut(data["age"], [0, 24, 34, 49, 99]).astype(str)
    return data


def genuine(data: pd.DataFrame) -> pd.DataFrame:
    reviewed = data[data["qa_review"]]
    return reviewed[reviewed["qa_genuine"].astype(bool)]


def refused(data: pd.DataFrame) -> pd.Series:
    return data["decision"] == "refuse"


# --- the table ------------------------------------------------------------------------------


def test_the_schema(years: dict[int, pd.DataFrame], visa: ModuleType) -> None:
    table = years[1].drop(columns=["red", "band"])
    assert tuple(table.columns) == visa.COLUMNS
    assert len(visa.COLUMNS) == 29
    assert len(table) == 12_000
    assert table["application_id"].iloc[0] == "0000001"
    assert table["application_id"].is_unique
    assert str(table["submitted"].iloc[0]) >= "2025-01-01"


def test_every_role_names_a_column_and_the_inputs_are_the_models(
    plan: Plan, visa: ModuleType
) -> None:
    roles = plan.parts[0].roles
    named = {column for columns in roles.columns.values() for column in columns}
    assert named | set(roles.all("sensitive_features")) <= set(visa.COLUMNS)
    assert set(roles.all("features")) == {*visa.CATEGORIES, *visa.NUMBERS}
    assert plan.parts[0].model.threshold == visa.RED_FROM
    assert plan.parts[0].name == "stream"


def test_published_totals_are_those_of_the_file(plan: Plan, years: dict[int, pd.DataFrame]) -> None:
    for data in years.values():
        counted = data["region"].value_counts().to_dict()
        assert counted == dict(plan.parts[0].data.totals["region"])


def test_another_size_has_no_published_totals(tmp_path: Path) -> None:
    case = cases.make(STUDY, rows=2_000)
    written = load_plan(cases.write(case, STUDY, tmp_path))
    assert case.tables["applications.parquet"].num_rows == 2_000
    assert not written.parts[0].data.totals
    assert not written.parts[0].data.totals_source
    assert written.parts[0].data.reference


def test_too_few_rows() -> None:
    with pytest.raises(cases.UsageError) as problem:
        cases.make(STUDY, rows=999)
    assert problem.value.slug == "case-rows"


def test_the_same_seed_gives_the_same_bytes(made: dict[int, Case], tmp_path: Path) -> None:
    again = cases.make(STUDY, seed=1)
    for name, case in (("first", made[1]), ("second", again)):
        cases.write(case, STUDY, tmp_path / name, seed=1, key=True)
    files = [
        p.relative_to(tmp_path / "first")
        for p in (tmp_path / "first").rglob("*")
        if p.is_file()
    ]  # fmt: skip
    assert len(files) == 8
    for file in files:
        assert (tmp_path / "first" / file).read_bytes() == (tmp_path / "second" / file).read_bytes()
    assert not made[1].tables["applications.parquet"].equals(made[2].tables["applications.parquet"])
    assert made[1].files["model.onnx"] == made[2].files["model.onnx"]


def test_truth_stands_only_where_it_could_be_known(made: dict[int, Case]) -> None:
    data = frame(made[1])
    assert data["qa_review"].sum() == 2_100
    assert data.loc[~data["qa_review"], "qa_genuine"].isna().all()
    assert data.loc[data["qa_review"], "qa_genuine"].notna().all()
    assert data.loc[refused(data), "complied"].isna().all()
    assert data.loc[~refused(data), "appeal_won"].isna().all()
    assert data.loc[~refused(data), "reason_code"].isna().all()
    truth = made[1].latent_truth.to_pandas()
    assert truth["genuine"].notna().all()
    assert (truth["genuine"][data["qa_review"]] == data["qa_genuine"][data["qa_review"]]).all()


def test_the_random_review_is_random(years: dict[int, pd.DataFrame]) -> None:
    share = np.mean([d.loc[d["qa_review"], "red"].mean() - d["red"].mean() for d in years.values()])
    assert abs(share) < 0.01


# --- the model ------------------------------------------------------------------------------


def test_the_exported_model_makes_the_log(made: dict[int, Case], tmp_path: Path) -> None:
    from audit.predictors.onnx import OnnxModel

    path = tmp_path / "model.onnx"
    path.write_bytes(made[1].files["model.onnx"])
    assert path.stat().st_size < 60_000
    model = OnnxModel(str(path), ModelSection(positive_label="1"))
    table = made[1].tables["applications.parquet"]
    assert not {"region", "nationality", "sex", "language"} & set(model.features)
    assert np.abs(model.score(table) - np.array(table["risk_score"])).max() < 1e-6


def test_the_stream_follows_from_the_score(
    years: dict[int, pd.DataFrame], visa: ModuleType
) -> None:
    data = years[1]
    assert (data["red"] == (data["risk_score"] >= visa.RED_FROM)).all()
    assert (data["stream"] == "green").eq(data["risk_score"] < visa.AMBER_FROM).all()
    for data in years.values():
        assert 0.20 <= data["red"].mean() <= 0.24


# --- what is planted ------------------------------------------------------------------------


def planted(data: pd.DataFrame) -> dict[str, float]:
    people = genuine(data)
    d, rest = people[people["region"] == "D"], people[people["region"] != "D"]
    others = people[people["region"].isin(list("ABCE"))]
    return {
        "n": len(d),
        "ratio": d["red"].mean() / rest["red"].mean(),
        "d": d["red"].mean(),
        "others": others.groupby("region")["red"].mean().max(),
        "least": others.groupby("region")["red"].mean().min(),
        "small": (people["region"] == "F").sum(),
    }


@pytest.mark.parametrize("seed", SEEDS)
def test_p1_genuine_people_of_region_d_are_sent_to_red(
    seed: int, years: dict[int, pd.DataFrame]
) -> None:
    found = planted(years[seed])
    assert 0.29 <= found["d"] <= 0.31
    assert 0.115 <= found["least"] <= found["others"] <= 0.125
    assert 2.35 <= found["ratio"] <= 2.55
    assert 190 <= found["n"] <= 270
    assert found["small"] < 30


def rates(people: pd.DataFrame, feature: str) -> dict[str, Rate]:
    counts = people.groupby(feature)["red"].agg(["sum", "size"])
    return {
        str(name): Rate(float(row["sum"]), float(row["size"])) for name, row in counts.iterrows()
    }


def verdicts(data: pd.DataFrame) -> dict[str, Any]:
    from audit.inference.verdict import Posed, decide

    people = genuine(data)
    return decide(
        [
            Posed(
                id=feature,
                measured=Measured(
                    metric="false_positive_rate",
                    rates=rates(people, feature),
                    worse=Worse.HIGHER,
                    phrase=say("x.y"),
                    uses_truth=True,
                ),
                limit=Limit(ratio=1.25, difference=0.01),
                family="lead",
            )
            for feature in ("region", "sex", "band")
        ]
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_only_region_d_is_beyond_the_limit(seed: int, years: dict[int, pd.DataFrame]) -> None:
    found = verdicts(years[seed])
    assert found["region"].outcome is Outcome.FAIL
    assert found["region"].groups == ("D",)
    assert found["sex"].outcome is not Outcome.FAIL
    assert found["band"].outcome is not Outcome.FAIL
    (small,) = [e for e in found["region"].estimates if e.group == "F"]
    assert small.outcome not in (Outcome.FAIL, Outcome.PASS)


@pytest.mark.slow
def test_planted_sizes_hold_in_twenty_worlds() -> None:
    for seed in range(100, 120):
        data = frame(cases.make(STUDY, seed=seed))
        found, judged = planted(data), verdicts(data)
        assert 2.3 <= found["ratio"] <= 2.6
        assert judged["region"].groups == ("D",)
        assert judged["region"].p_adjusted < 0.002
        assert Outcome.FAIL not in (judged["sex"].outcome, judged["band"].outcome)


def gaps(visa: ModuleType, case: Case, years: int) -> list[float]:
    """Gap in the share of red between region D and the rest, each year fed with the last one's."""
    data, model = frame(case), case.files["model.onnx"]
    people = {name: data[name].to_numpy() for name in (*visa.CATEGORIES, *visa.NUMBERS)}
    in_d, found = (data["region"] == "D").to_numpy(), []
    for _ in range(years + 1):
        red = visa._score(model, people) >= visa.RED_FROM
        found.append(red[in_d].mean() - red[~in_d].mean())
        by_nationality = pd.Series(red).groupby(data["nationality"].to_numpy()).mean()
        people["nationality_refusal_rate_y1"] = data["nationality"].map(by_nationality).to_numpy()
    return found


def test_p2_the_loop_widens_the_gap(visa: ModuleType, made: dict[int, Case], twin: Case) -> None:
    growth = [(g := gaps(visa, case, 4))[4] / g[0] for case in made.values()]
    assert min(growth) > 1.4
    assert 1.6 <= np.mean(growth) <= 2.6
    assert abs(gaps(visa, twin, 4)[4]) < 0.08


def test_p3_corrections_run_against_the_applicant(years: dict[int, pd.DataFrame]) -> None:
    data = years[1]
    assert (~refused(data))[data["red"]].mean() == pytest.approx(0.04, abs=5e-4)
    assert refused(data)[~data["red"]].mean() == pytest.approx(0.11, abs=5e-4)
    seconds = data.groupby("stream")["officer_seconds"].median()
    assert seconds["red"] == pytest.approx(240, rel=0.04)
    assert seconds["green"] == pytest.approx(95, rel=0.04)


def test_p4_region_can_be_told_from_the_inputs(
    visa: ModuleType, years: dict[int, pd.DataFrame]
) -> None:
    from sklearn.linear_model import LogisticRegression
    from sklearn.metrics import roc_auc_score
    from sklearn.model_selection import cross_val_predict
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    data = years[1].head(4_000)
    inputs = pd.get_dummies(data[[*visa.CATEGORIES, *visa.NUMBERS]]).astype(float)
    told = cross_val_predict(
        make_pipeline(StandardScaler(), LogisticRegression(max_iter=300)),
        inputs.to_numpy(),
        data["region"] == "D",
        method="predict_proba",
        cv=3,
    )[:, 1]
    assert 0.84 <= roc_auc_score(data["region"] == "D", told) <= 0.93


def test_p5_one_reason_for_most_refusals(years: dict[int, pd.DataFrame]) -> None:
    for data in years.values():
        shares = data.loc[refused(data), "reason_code"].value_counts(normalize=True)
        assert shares.iloc[0] == pytest.approx(0.61, abs=1e-3)
        assert shares.iloc[1] < 0.12


def test_p6_identifiers_in_four_percent_of_notes(made: dict[int, Case], twin: Case) -> None:
    key, data = made[1].latent_truth.to_pandas(), frame(made[1])
    holding = key[key["planted_kind"] != ""]
    assert len(holding) == 480
    assert holding["planted_kind"].value_counts().to_dict() == {"mrz": 240, "phone+relative": 240}
    for value, note in zip(
        holding["planted_value"], data.loc[holding.index, "case_note"], strict=True
    ):
        assert all(part in note for part in value.split(" | "))
    assert (twin.latent_truth.to_pandas()["planted_kind"] == "").all()


# --- what only looks like a harm ------------------------------------------------------------


def test_women_are_refused_more_often_and_not_within_types_of_visa(
    years: dict[int, pd.DataFrame],
) -> None:
    data = pd.concat(years.values(), ignore_index=True)
    for what in (data["red"], refused(data)):
        raw = what.groupby(data["sex"]).mean()
        assert raw["female"] - raw["male"] > 0.025
        women = data["sex"] == "female"
        within = (
            what[women].groupby(data["visa_type"]).mean()
            - what[~women].groupby(data["visa_type"]).mean()
        )
        weights = data["visa_type"].value_counts(normalize=True)
        assert abs((within * weights).sum()) < 0.012


def test_under_25s_are_refused_more_often_by_the_published_rule_alone(
    years: dict[int, pd.DataFrame], visa: ModuleType
) -> None:
    data = pd.concat(years.values(), ignore_index=True)
    young = data["age"] < visa.YOUNG
    assert refused(data)[young].mean() - refused(data)[~young].mean() > 0.04
    assert abs(data["red"][young].mean() - data["red"][~young].mean()) < 0.03
    by_rule = data[data["reason_code"] == "R3"]
    assert (by_rule["age"] < visa.YOUNG).all()
    assert (by_rule["funds_shown"] < visa.YOUNG_FUNDS).all()


def test_the_fair_twin_has_none_of_it(twin: Case) -> None:
    data = frame(twin)
    people = genuine(data)
    d = people.loc[people["region"] == "D", "red"].mean()
    assert d / people.loc[people["region"] != "D", "red"].mean() == pytest.approx(1, abs=0.05)
    assert verdicts(data)["region"].outcome is not Outcome.FAIL
    overturned = (~refused(data))[data["red"]].mean(), refused(data)[~data["red"]].mean()
    assert overturned[0] == pytest.approx(overturned[1], abs=1e-3)
    assert data.loc[refused(data), "reason_code"].value_counts(normalize=True).iloc[0] < 0.3


# --- what stands beside the data ------------------------------------------------------------


def test_the_answers_fit_the_checklist_and_leave_the_key_items_open(plan: Plan) -> None:
    lists = {slug: load(folder("checklists") / f"{slug}.yaml") for slug in used(plan)}
    given = load_answers(STUDY.folder / plan.checklists.answers, lists)["eu_fria"]
    items = {item.id for item in lists["eu_fria"].items()}
    human = set(cases.key(STUDY).human)
    assert human <= items
    assert not human & set(given)
    assert 0 < len(given) < len(items) / 2


def test_the_worksheet_does_not_give_the_key_away() -> None:
    worksheet = STUDY.text("README.md").lower()
    for word in ("planted", "red herring", "region d", "key.yaml", ".30", "2.5"):
        assert word not in worksheet


# --- the whole job --------------------------------------------------------------------------


@pytest.fixture(scope="module")
def audited(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Any]:
    out = tmp_path_factory.mktemp("visa")
    return out, cases.run(STUDY, out)


@pytest.mark.slow
def test_an_audit_finds_what_is_planted_and_nothing_forbidden(audited: tuple[Path, Any]) -> None:
    _, record = audited
    grade = cases.grade(record, cases.key(STUDY))
    assert not grade.missed
    assert not grade.forbidden
    assert len(grade.human) == len(cases.key(STUDY).human)
    assert grade.points == grade.points_possible


@pytest.mark.slow
def test_one_audit_as_shipped_prefills_six_frameworks_and_one_answer_serves_them(
    audited: tuple[Path, Any],
) -> None:
    _, record = audited
    items = {
        one.slug: [entry for _, entries in one.sections for entry in entries]
        for one in record.checklists
    }
    measured = ("fail", "review", "pass", "inconclusive")
    prefilled = {
        slug
        for slug, entries in items.items()
        if sum(any(line.outcome in measured for line in e.evidence) for e in entries) >= 5
    }
    assert len(prefilled) >= 6
    asked = {
        slug: [e.answer for e in entries if e.item.shared == "affected_consulted"]
        for slug, entries in items.items()
    }
    told = {slug: answers[0] for slug, answers in asked.items() if answers}
    assert len(told) >= 4
    assert {str(answer.state) for answer in told.values()} == {"not_met"}
    assert {answer.shared_from for answer in told.values()} == {"", "eu_fria.c.4"}
    # What applies and nobody was asked to fill is no failure.
    begun = {f.key: f.outcome for f in record.findings if f.check == "RI101"}
    assert begun["eu_high_risk"] is begun["eu_aiact_class"] is Outcome.NOT_ASSESSED
    assert Outcome.FAIL not in begun.values()


@pytest.mark.slow
def test_no_planted_value_appears_in_any_artefact(audited: tuple[Path, Any], made: dict[int, Case]) -> None:  # fmt: skip
    out, _ = audited
    values = made[STUDY.seed].latent_truth.to_pandas()["planted_value"]
    canaries = {part for value in values for part in value.split(" | ") if part}
    canaries |= {value[44:] for value in canaries if value.startswith("P<UTO")}
    files = [p for p in out.rglob("*") if p.is_file() and (out / "case") not in p.parents]
    assert len(files) > 3
    for path in files:
        text = path.read_text(encoding="utf-8", errors="replace")
        assert not [canary for canary in canaries if canary in text], path.name


@pytest.mark.slow
def test_the_fair_twin_passes_the_leading_question_or_leaves_it_open(tmp_path: Path) -> None:
    record = cases.run(STUDY, tmp_path, fair_twin=True, formats=("json",))
    failed = {f.check for f in record.findings if f.outcome is Outcome.FAIL}
    assert not failed & {"FA101", "FA201", "FA202", "FA301", "OV102", "PR102"}

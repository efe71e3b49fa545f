"""An invented ministry's visa triage: one year of applications, the model that streamed them, the decisions.

The world is built in the order in which it would have happened. Officers of earlier years refused
people of region D more often than their circumstances warranted. A model is trained on those
refusals; it never sees region or nationality, but it sees last year's refusal rate of the
applicant's nationality, the post and the occupation. The exported ONNX file itself scores this
year's applications, its score decides the stream, officers decide with the stream before them, and
a random review of files later says who was a genuine traveller.

Truth is allotted last, given stream and region, so that the error rates are the planted ones in
every seed (`audit.casework.planting` says why). The model and the thresholds are the same in every
seed: one ministry, one system, another year of applicants.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from typing import Any

import numpy as np
import onnxruntime
import pandas as pd
import pyarrow as pa
from skl2onnx import convert_sklearn
from skl2onnx.common.data_types import FloatTensorType, StringTensorType
from sklearn.compose import ColumnTransformer
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import OneHotEncoder

from audit.casework.notes import write_notes
from audit.casework.planting import apportion, exactly, shuffled, spread
from audit.errors import UsageError
from audit.inputs import Case

Columns = dict[str, Any]

SYSTEM_SEED = 20_240_101
PAST_ROWS = 7_000
REVIEWED = 0.175
"""Share of files that the random review reads: 2,100 of 12,000."""
RED_FROM, AMBER_FROM = 0.32, 0.22
"""Scores from which the system says red, and amber."""

REGIONS = {"A": 0.25, "B": 0.24, "C": 0.20, "D": 0.149, "E": 0.154, "F": 0.007}
NATIONALITIES = (0.34, 0.26, 0.18, 0.13, 0.09)
"""Shares of a region's five nationalities; the small region F has two."""
LAST_YEAR = {
    "A": (0.15, 0.25, 0.20, 0.10, 0.30),
    "B": (0.20, 0.15, 0.30, 0.15, 0.20),
    "C": (0.20, 0.15, 0.25, 0.30, 0.15),
    "D": (0.25, 0.30, 0.30, 0.20, 0.30),
    "E": (0.15, 0.20, 0.20, 0.25, 0.20),
    "F": (0.25, 0.30),
}
"""Refusal rate of each nationality last year, in steps of .05; those of F rest on a few dozen people."""
FAIR_LAST_YEAR_D = (0.20, 0.15, 0.25, 0.20, 0.20)

VISA_TYPES = ("tourism", "business", "family", "study")
VISA_BY_SEX = {"female": (0.30, 0.06, 0.50, 0.14), "male": (0.44, 0.30, 0.12, 0.14)}
NOT_GENUINE = {"tourism": 0.20, "business": 0.16, "family": 0.40, "study": 0.24}
"""Planted base rates, the same in every region: the lawful reason why types of visa differ."""
HOME_POSTS = {
    "A": (0, 1, 2), "B": (2, 3, 4), "C": (4, 5, 6), "D": (7, 8, 9), "E": (9, 10, 11), "F": (6, 7, 11),
}  # fmt: skip
POSTS = tuple(f"P{number:02d}" for number in range(1, 13))
OCCUPATIONS = {
    "professional": (0.14, 0.10, 30_000), "office": (0.15, 0.11, 19_000), "trade": (0.12, 0.17, 14_000),
    "farm": (0.08, 0.14, 8_000), "domestic": (0.07, 0.10, 7_000), "student": (0.14, 0.12, 5_000),
    "retired": (0.06, 0.05, 11_000), "unemployed": (0.06, 0.06, 3_000), "craft": (0.10, 0.10, 13_000),
    "health": (0.08, 0.05, 22_000),
}  # fmt: skip
"""Share elsewhere, share in region D, typical yearly income in euros."""
LANGUAGES = {
    "A": (("en", 0.6), ("fr", 0.4)), "B": (("es", 0.7), ("pt", 0.3)), "C": (("ru", 0.6), ("tr", 0.4)),
    "D": (("ar", 0.55), ("fr", 0.25), ("so", 0.2)), "E": (("hi", 0.5), ("ur", 0.3), ("en", 0.2)),
    "F": (("en", 0.5), ("ti", 0.5)),
}  # fmt: skip
MARITAL = {"single": 0.42, "married": 0.46, "divorced": 0.08, "widowed": 0.04}

CATEGORIES = ("marital", "visa_type", "post", "occupation")
NUMBERS = (
    "age", "income_eur", "funds_shown", "prior_visits", "prior_refusals",
    "nationality_refusal_rate_y1", "sponsor_in_country", "travel_history_n",
)  # fmt: skip

YOUNG, YOUNG_FUNDS = 25, 2_500.0
"""The published funds rule: applicants under 25 must show at least this many euros."""


@dataclass(frozen=True, slots=True)
class World:
    """What is planted. `FAIR` is the same world with the harms off."""

    past_level: float = -1.0
    """Log-odds of refusal in earlier years before anything is known of the person."""
    past_bias: float = 1.0
    """Extra log-odds of refusal of region D in the decisions the model was trained on."""
    proxies: bool = True
    """Whether posts and occupations of region D differ from those of the others."""
    last_year_d: tuple[float, ...] = LAST_YEAR["D"]
    red_if_genuine: float = 0.12
    red_if_genuine_d: float = 0.30
    red_if_genuine_f: float = 0.36
    overturn_red: float = 0.04
    overturn_other: float = 0.11
    seconds: tuple[float, float, float] = (95.0, 140.0, 240.0)
    """Median seconds an officer spends on green, amber and red files."""
    top_reason: float = 0.61
    notes_with_identifiers: float = 0.04


HARMED = World()
FAIR = World(
    past_level=-0.82,
    past_bias=0.0,
    proxies=False,
    last_year_d=FAIR_LAST_YEAR_D,
    red_if_genuine_d=0.12,
    overturn_red=0.08,
    overturn_other=0.08,
    seconds=(160.0, 160.0, 160.0),
    top_reason=0.24,
    notes_with_identifiers=0.0,
)


def make(rows: int, seed: int, fair_twin: bool) -> Case:  # noqa: FBT001 - the contract of every case
    """Make the case.

    Parameters
    ----------
    rows : int
        Applications of the year, at least 1,000.
    seed : int
        Which year: the same seed gives the same bytes.
    fair_twin : bool
        Make the same world without the planted harms.

    Raises
    ------
    UsageError
        With slug `case-rows` if there are too few rows for every group to exist.
    """
    if rows < 1_000:
        raise UsageError(
            f"visa_triage was asked for {rows} rows; below 1,000 its groups hold nobody",
            slug="case-rows",
            hint="--rows 12000 is the size its answer key is for",
        )
    world = FAIR if fair_twin else HARMED
    model = _train(world)
    rng = np.random.default_rng([seed, rows])
    people = _applicants(rng, rows, world)
    people["risk_score"] = _score(model, people)
    red = people["risk_score"] >= RED_FROM
    people["stream"] = np.where(
        red, "red", np.where(people["risk_score"] >= AMBER_FROM, "amber", "green")
    ).astype(object)
    people["qa_review"] = exactly(rng, np.ones(rows, dtype=bool), REVIEWED)
    genuine = _truth(rng, people, red, world)
    _decide(rng, people, red, world)
    _aftermath(rng, people, genuine)
    each = world.notes_with_identifiers / 2
    notes = write_notes(rng, rows, {"mrz": each, "phone": each} if each else {})
    people["case_note"] = np.array([note.text for note in notes], dtype=object)
    key = pa.table(
        {
            "application_id": people["application_id"],
            "genuine": genuine,
            "planted_kind": ["+".join(p.kind for p in note.planted) for note in notes],
            "planted_value": [" | ".join(p.value for p in note.planted) for note in notes],
        }
    )
    return Case(
        tables={"applications.parquet": _table(people)},
        files={"model.onnx": model},
        latent_truth=key,
    )


# ---------------------------------------------------------------------------------------------
# People


def _applicants(rng: np.random.Generator, rows: int, world: World) -> Columns:
    region = shuffled(rng, rows, REGIONS)
    sex = np.where(rng.random(rows) < 0.47, "female", "male").astype(object)
    people: Columns = {
        "application_id": np.array([f"{n:07d}" for n in range(1, rows + 1)], dtype=object),
        "submitted": _dates(rng, rows),
        "region": region,
        "sex": sex,
        "age": np.clip(np.round(18 + rng.gamma(2.2, 8.2, rows)), 18, 79).astype(np.int64),
        "marital": rng.choice(
            np.array(list(MARITAL), dtype=object), rows, p=list(MARITAL.values())
        ),
        "visa_type": _by(rng, sex, {k: (VISA_TYPES, v) for k, v in VISA_BY_SEX.items()}),
        "language": _by(
            rng, region, {k: tuple(zip(*v, strict=True)) for k, v in LANGUAGES.items()}
        ),
        "post": _by(rng, region, {k: (POSTS, _posts(k, world)) for k in REGIONS}),
        "occupation": _by(rng, region, {k: _occupations(k, world) for k in REGIONS}),
    }
    _nationality(rng, people, world)
    _means_and_history(rng, people)
    return people


def _by(rng: np.random.Generator, group: np.ndarray, choices: dict[str, Any]) -> np.ndarray:
    """Draw each person's value with the probabilities of their group, shape (n,)."""
    drawn = np.empty(len(group), dtype=object)
    for name, (values, shares) in choices.items():
        rows = np.flatnonzero(group == name)
        p = np.asarray(shares, dtype=float)
        drawn[rows] = rng.choice(np.array(values, dtype=object), len(rows), p=p / p.sum())
    return drawn


def _dates(rng: np.random.Generator, rows: int) -> np.ndarray:
    return np.datetime64("2025-01-01") + np.sort(rng.integers(0, 365, rows))


def _posts(region: str, world: World) -> list[float]:
    home = HOME_POSTS[region] if world.proxies else ()
    return [0.58 / 12 + (0.42 / 3 if post in home else 0.0) for post in range(12)]


def _occupations(region: str, world: World) -> tuple[tuple[str, ...], list[float]]:
    column = 1 if region == "D" and world.proxies else 0
    return tuple(OCCUPATIONS), [shares[column] for shares in OCCUPATIONS.values()]


def _nationality(rng: np.random.Generator, people: Columns, world: World) -> None:
    rates = {**LAST_YEAR, "D": world.last_year_d}
    names = {
        region: ([f"{region}{i + 1}" for i in range(len(rates[region]))], NATIONALITIES[: len(rates[region])])
        for region in REGIONS
    }  # fmt: skip
    people["nationality"] = _by(rng, people["region"], names)
    rate = {name: rates[name[0]][int(name[1]) - 1] for group in names.values() for name in group[0]}
    people["nationality_refusal_rate_y1"] = np.array([rate[n] for n in people["nationality"]])


def _means_and_history(rng: np.random.Generator, people: Columns) -> None:
    rows = len(people["region"])
    typical = np.array([OCCUPATIONS[name][2] for name in people["occupation"]], dtype=float)
    people["income_eur"] = np.round(typical * rng.lognormal(0, 0.35, rows), -2)
    people["funds_shown"] = np.round(rng.lognormal(np.log(4_200), 0.5, rows), -1)
    people["prior_visits"] = rng.poisson(1.3, rows)
    people["prior_refusals"] = rng.poisson(0.25, rows)
    hosted = np.where(people["visa_type"] == "family", 0.8, 0.2)
    people["sponsor_in_country"] = rng.random(rows) < hosted
    people["travel_history_n"] = rng.poisson(2.2, rows)


# ---------------------------------------------------------------------------------------------
# The model


def _past_refusals(rng: np.random.Generator, people: Columns, world: World) -> np.ndarray:
    """Officers' refusals of earlier years, shape (n,): biased against region D unless the world is fair."""
    by_visa = {"tourism": -0.05, "business": -0.15, "family": 0.3, "study": 0.0}
    log_odds = (
        world.past_level
        + 2.1 * (people["nationality_refusal_rate_y1"] - 0.2)
        + world.past_bias * (people["region"] == "D")
        + np.array([by_visa[name] for name in people["visa_type"]])
        + 0.55 * people["prior_refusals"]
        - 0.20 * np.minimum(people["prior_visits"], 4)
        - 0.16 * np.minimum(people["travel_history_n"], 5)
        - 0.80 * np.log(people["funds_shown"] / 4_200)
    )
    return np.asarray(rng.random(len(log_odds)) < 1 / (1 + np.exp(-log_odds)))


def _train(world: World) -> bytes:
    """Fit the ministry's model on earlier years and export it, one input a column."""
    rng = np.random.default_rng(SYSTEM_SEED)
    people = _applicants(rng, PAST_ROWS, world)
    # Several years together: a nationality's rate moved from year to year, and sometimes far up.
    wave = rng.random(PAST_ROWS) < 1 / 3
    moved = wave * rng.uniform(-0.05, 0.5, PAST_ROWS) + rng.normal(0, 0.04, PAST_ROWS)
    people["nationality_refusal_rate_y1"] = np.clip(
        people["nationality_refusal_rate_y1"] + moved, 0.02, 0.8
    )
    pipeline = Pipeline(
        [
            (
                "columns",
                ColumnTransformer(
                    [("categories", OneHotEncoder(handle_unknown="ignore"), list(CATEGORIES))],
                    remainder="passthrough",
                ),
            ),
            (
                "trees",
                GradientBoostingClassifier(
                    n_estimators=60, max_depth=3, learning_rate=0.12, min_samples_leaf=40, random_state=0
                ),
            ),
        ]
    )  # fmt: skip
    pipeline.fit(_inputs(people), _past_refusals(rng, people, world).astype(int))
    return _export(pipeline)


def _inputs(people: Columns) -> Any:
    numbers = {name: np.asarray(people[name], dtype=np.float32) for name in NUMBERS}
    return pd.DataFrame({**{name: people[name] for name in CATEGORIES}, **numbers})


def _export(pipeline: Any) -> bytes:
    types = [
        *((name, StringTensorType([None, 1])) for name in CATEGORIES),
        *((name, FloatTensorType([None, 1])) for name in NUMBERS),
    ]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        graph = convert_sklearn(
            pipeline,
            name="visa_triage",
            initial_types=types,
            options={id(pipeline): {"zipmap": False}},
            target_opset={"": 17, "ai.onnx.ml": 3},
        )
    return bytes(graph.SerializeToString())


def _score(model: bytes, people: Columns) -> np.ndarray:
    """Return the exported model's own probability of refusal, rounded as the log keeps it, shape (n,)."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    feed = {name: np.asarray(people[name], dtype=object).reshape(-1, 1) for name in CATEGORIES}
    for name in NUMBERS:
        feed[name] = np.asarray(people[name], dtype=np.float32).reshape(-1, 1)
    (probabilities,) = session.run(["probabilities"], feed)
    return np.round(probabilities[:, 1].astype(np.float64), 6)


# ---------------------------------------------------------------------------------------------
# What was true, what was decided, what became of it


def _truth(rng: np.random.Generator, people: Columns, red: np.ndarray, world: World) -> np.ndarray:
    """Say who was a genuine traveller, so that the planted error rates hold; shape (n,) of bool.

    In each region, and separately among reviewed and other files, base rates by type of visa and
    the share of genuine people sent to red are exact up to rounding. Among those of one stream,
    lower scores are likelier to be genuine, so that the score means something.
    """
    planted = {"D": world.red_if_genuine_d, "F": world.red_if_genuine_f}
    rank = people["risk_score"] / people["risk_score"].std() + rng.normal(0, 1.5, len(red))
    genuine = np.zeros(len(red), dtype=bool)
    for region in REGIONS:
        for reviewed in (True, False):
            here = (people["region"] == region) & (people["qa_review"] == reviewed)
            _allot(genuine, here, people["visa_type"], red, rank, planted.get(region, world.red_if_genuine))  # fmt: skip
    return genuine


def _allot(
    genuine: np.ndarray, here: np.ndarray, visa_type: np.ndarray, red: np.ndarray, rank: np.ndarray,
    red_if_genuine: float,
) -> None:  # fmt: skip

    cells = [here & (visa_type == name) for name in VISA_TYPES]
    exact = [cell.sum() * (1 - NOT_GENUINE[name]) for cell, name in zip(cells, VISA_TYPES, strict=True)]  # fmt: skip
    total = round(float(sum(exact)))
    wanted = apportion(total, [float(x) for x in exact]) if total else [0] * len(cells)
    in_red = spread(
        round(red_if_genuine * total), wanted, [int((cell & red).sum()) for cell in cells]
    )
    for cell, count, red_count in zip(cells, wanted, in_red, strict=True):
        for rows, take in (
            (np.flatnonzero(cell & red), red_count),
            (np.flatnonzero(cell & ~red), count - red_count),
        ):
            genuine[rows[np.argsort(rank[rows], kind="stable")[:take]]] = True


def _decide(rng: np.random.Generator, people: Columns, red: np.ndarray, world: World) -> None:
    """Officers decide with the stream before them."""
    rows = len(red)
    short_of_funds = (people["age"] < YOUNG) & (people["funds_shown"] < YOUNG_FUNDS) & ~red
    by_rule = short_of_funds & exactly(rng, short_of_funds, 0.8)
    against = by_rule.copy()
    left = round(world.overturn_other * int((~red).sum())) - int(by_rule.sum())
    open_files = ~red & ~by_rule
    against |= exactly(rng, open_files, max(left, 0) / max(int(open_files.sum()), 1))
    towards = exactly(rng, red, world.overturn_red)
    refused = (red & ~towards) | against
    people["officer_id"] = np.array([f"K{n:02d}" for n in rng.integers(1, 41, rows)], dtype=object)
    green, amber, slow = world.seconds
    median = np.where(red, slow, np.where(people["stream"] == "amber", amber, green))
    people["officer_seconds"] = np.maximum(
        np.round(median * rng.lognormal(0, 0.45, rows)), 8
    ).astype(np.int64)
    people["decision"] = np.where(refused, "refuse", "grant").astype(object)
    people["reason_code"] = _reasons(rng, refused, by_rule, world)


def _reasons(
    rng: np.random.Generator, refused: np.ndarray, by_rule: np.ndarray, world: World
) -> np.ndarray:
    """Give each refusal a reason code; R3 is the published funds rule."""
    reasons = np.full(len(refused), None, dtype=object)
    reasons[by_rule] = "R3"
    share = world.top_reason * refused.sum() / max(int((refused & ~by_rule).sum()), 1)
    top = exactly(rng, refused & ~by_rule, min(share, 1.0))
    reasons[top] = "R2"
    rest = refused & ~by_rule & ~top
    others = np.array(["R1", "R4", "R5", "R6", "R7", "R8"], dtype=object)
    reasons[rest] = rng.choice(others, int(rest.sum()), p=(0.24, 0.2, 0.18, 0.16, 0.12, 0.1))
    return reasons


def _aftermath(rng: np.random.Generator, people: Columns, genuine: np.ndarray) -> None:
    """Record what the ministry gets to see: compliance of the granted, appeals, the random review."""
    granted = people["decision"] == "grant"
    complied = rng.random(len(granted)) < np.where(genuine, 0.98, 0.55)
    people["complied"] = np.where(granted, complied.astype(object), None)
    appealed = exactly(rng, ~granted, 0.12)
    won = rng.random(len(granted)) < np.where(genuine, 0.45, 0.12)
    people["appeal_won"] = np.where(appealed, won.astype(object), None)
    people["qa_genuine"] = np.where(people["qa_review"], genuine.astype(object), None)


COLUMNS = (
    "application_id", "submitted", "region", "nationality", "sex", "age", "marital", "visa_type", "post",
    "occupation", "income_eur", "funds_shown", "prior_visits", "prior_refusals",
    "nationality_refusal_rate_y1", "sponsor_in_country", "travel_history_n", "language", "risk_score",
    "stream", "officer_id", "officer_seconds", "decision", "reason_code", "appeal_won", "complied",
    "qa_review", "qa_genuine", "case_note",
)  # fmt: skip


def _table(people: Columns) -> Any:
    booleans = ("sponsor_in_country", "appeal_won", "complied", "qa_review", "qa_genuine")
    whole = ("age", "prior_visits", "prior_refusals", "travel_history_n", "officer_seconds")
    kinds: dict[str, Any] = dict.fromkeys(booleans, pa.bool_())
    kinds |= dict.fromkeys(whole, pa.int64())
    kinds |= {"submitted": pa.date32()}
    arrays = {}
    for name in COLUMNS:
        kind = kinds.get(name)
        if kind is None:
            kind = pa.string() if people[name].dtype == object else pa.float64()
        arrays[name] = pa.array(people[name].tolist() if people[name].dtype == object else people[name], type=kind)  # fmt: skip
    return pa.table(arrays)

"""What the inputs reveal, against the AUC that the planted signal has."""

from __future__ import annotations

import time
from typing import Any

import numpy as np
import pyarrow as pa
import pytest
from sklearn.metrics import roc_auc_score

from audit.measures import proxies
from audit.text import Catalogue

PLAN = """
[roles]
sensitive_features = ["group", "sex"]
features = ["language", "income", "noise", "sex"]
"""


def people(n: int = 3000, seed: int = 0) -> dict[str, Any]:
    rng = np.random.default_rng(seed)
    group = rng.choice(["A", "B", "C"], n, p=[0.5, 0.3, 0.2])
    own = {"A": "ar", "B": "fa", "C": "ti"}
    language = np.where(
        rng.random(n) < 0.6, [own[g] for g in group], rng.choice(["ar", "fa", "ti"], n)
    )
    return {
        "group": group,
        "sex": rng.choice(["f", "m"], n),
        "language": pa.array(language, mask=rng.random(n) < 0.05),
        "income": rng.normal(2000, 300, n) + 500 * (group == "C"),
        "noise": rng.normal(size=n),
    }


def test_a_planted_proxy_is_found_and_named(part: Any) -> None:
    found = proxies.make(part(people(), PLAN)).features
    told = {g.group: g for g in found["group"].groups}
    assert found["group"].auc == pytest.approx(
        np.average([g.auc for g in told.values()], weights=[g.n for g in told.values()])
    )
    assert 0.8 < found["group"].auc < 0.9
    assert found["group"].revealing() == ("language", "income")
    assert max(told.values(), key=lambda g: g.auc).group == found["group"].groups[0].group == "C"
    assert [name for name, _ in found["group"].inputs][:1] == ["language"]


def test_inputs_that_say_nothing_are_at_one_half(part: Any) -> None:
    found = proxies.make(part(people(), PLAN)).features["sex"]
    assert found.auc == pytest.approx(0.5, abs=0.04)
    assert found.revealing(0.02) == ()
    assert "sex" not in dict(found.inputs)  # the attribute itself is left out


def test_one_binary_input_has_the_auc_of_its_shares(part: Any) -> None:
    rng = np.random.default_rng(1)
    n = 4000
    group = rng.choice(["A", "B"], n)
    seen = np.where(rng.random(n) < 0.8, group == "A", group != "A").astype(int)
    plan = '[roles]\nsensitive_features = ["group"]\nfeatures = ["seen"]\n'
    found = proxies.make(part({"group": group, "seen": seen}, plan)).features["group"]
    assert found.auc == pytest.approx(roc_auc_score(group == "A", seen), abs=0.005)


def test_groups_too_small_to_judge_are_part_of_everyone_else(part: Any) -> None:
    columns = people(1000)
    group = columns["group"].copy().astype(object)
    group[:29] = "tiny"
    found = proxies.make(part({**columns, "group": group}, PLAN)).features["group"]
    assert {g.group for g in found.groups} == {"A", "B", "C"}
    group[29] = "tiny"
    found = proxies.make(part({**columns, "group": group}, PLAN)).features["group"]
    assert "tiny" in {g.group for g in found.groups}


@pytest.mark.parametrize(
    "group", [["A"] * 60, ["A", "B"] * 29 + ["B", "B"], list(map(str, range(60)))]
)
def test_where_there_is_nothing_to_tell(part: Any, group: list[str]) -> None:
    columns = {**people(60), "group": group}
    plan = PLAN.replace('"group", "sex"', '"group"')
    found = proxies.make(part(columns, plan)).features["group"]
    if len({*group}) == 2:
        assert {g.group for g in found.groups} == {"B"}
    else:
        assert found.auc is None


def test_no_other_input(part: Any) -> None:
    plan = '[roles]\nsensitive_features = ["group"]\nfeatures = ["group"]\n'
    assert proxies.make(part(people(200), plan)).features["group"].auc is None


def test_binned_attributes_are_told_by_their_bins(part: Any) -> None:
    rng = np.random.default_rng(0)
    age = rng.integers(18, 60, 500)
    plan = (
        '[roles]\nsensitive_features = ["age"]\nfeatures = ["years_worked"]\n'
        "[columns.age]\nbins = [30, 45]\n"
    )
    found = proxies.make(part({"age": age, "years_worked": age - 17}, plan)).features["age"]
    assert {g.group for g in found.groups} == {"under 30", "30–44", "45 and over"}
    assert found.auc > 0.99


def test_twice_the_same(part: Any) -> None:
    opened = part(people(), PLAN)
    assert proxies.make(opened) == proxies.make(opened)


@pytest.mark.slow
def test_fast_enough(part: Any) -> None:
    rng = np.random.default_rng(0)
    n = 12_000
    columns = {f"x{i}": rng.normal(size=n) for i in range(8)}
    columns |= {f"c{i}": rng.choice(list("abcdef"), n) for i in range(4)}
    plan = f'[roles]\nsensitive_features = ["g"]\nfeatures = {list(columns)}\n'.replace("'", '"')
    opened = part({**columns, "g": rng.choice(list("ABCDEF"), n)}, plan)
    proxies.make(opened)
    start = time.process_time()
    proxies.make(opened)
    assert time.process_time() - start < 4


def test_what_is_shown(part: Any, public: Any) -> None:
    opened = part(people(), PLAN)
    found = proxies.make(opened)
    group, sex = proxies.figures(found, public())
    words = Catalogue({})
    assert group.column("label")[0] == "C"
    assert words.render(group.takeaway).startswith("C is told best (AUC 0.")
    assert words.render(group.title) == "How well the inputs tell group"
    assert words.render(sex.note)
    small = proxies.figures(found, public(min_cell=700))[0]
    assert "C" not in small.column("label")
    assert proxies.parameters(opened, found)["rows"] == 3000

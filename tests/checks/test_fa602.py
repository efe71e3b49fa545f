from __future__ import annotations

import pytest

from audit.checks.fairness.fa602_proxies import fa602
from audit.measures.proxies import GroupAuc, Proxies, Proxy


def _found(auc, inputs=(("language", 0.2), ("post", 0.03), ("noise", 0.0)), n=400):
    groups = () if auc is None else (
        GroupAuc(group="D", n=n, auc=min(auc + 0.05, 1.0)), GroupAuc(group="A", n=600, auc=auc),
    )  # fmt: skip
    return Proxies(features={"region": Proxy(rows=1000, auc=auc, groups=groups, inputs=inputs)})


@pytest.mark.parametrize(
    ("auc", "outcome", "says"),
    [
        (0.70, "review", "tell region well"),
        (0.699, "review", "to some degree"),
        (0.60, "review", "to some degree"),
        (0.599, "pass", "little better than guessing"),
    ],
)
def test_at_the_limits(put, auc, outcome, says):
    said = put(fa602, _found(auc), key="region")
    assert said.outcome == outcome
    assert says in said.text
    assert bool(said.answer.associated_inputs) == (outcome == "review")


def test_what_it_says(put, clean_wording):
    said = put(fa602, _found(0.88), key="region")
    assert said.text == (
        "The inputs tell region well: mean AUC 0.88 over 2 groups (limit 0.7), most of all D with "
        "0.93. Most is revealed by language and post."
    )
    assert said.answer.groups == ("D",)
    clean_wording(fa602)


def test_no_single_input(put):
    said = put(fa602, _found(0.75, inputs=(("a", 0.004), ("b", 0.003))), key="region")
    assert said.text.endswith("No single input reveals most of it.")


def test_groups_the_plan_does_not_print_are_not_named(put):
    said = put(fa602, _found(0.88, n=99), "[report]\nmin_cell = 100\n", key="region")
    assert "most of all A" in said.text


def test_nothing_to_tell(put):
    assert put(fa602, _found(None), key="region").outcome == "inconclusive"


def test_one_group_given_away_does_not_disappear_in_the_mean(put):
    groups = (GroupAuc(group="F", n=40, auc=0.99), GroupAuc(group="A", n=3960, auc=0.52))
    found = Proxies(
        features={"region": Proxy(rows=4000, auc=0.525, groups=groups, inputs=(("post", 0.3),))}
    )
    said = put(fa602, found, key="region")
    assert said.outcome == "review"
    assert "most of all F" in said.text

"""AIF360 as its documentation shows it: a `ClassificationMetric` for each group against the rest."""

from __future__ import annotations

import pandas as pd
from aif360.datasets import BinaryLabelDataset
from aif360.metrics import ClassificationMetric


def groups(frame: pd.DataFrame) -> dict[str, list[float]]:
    """Return five rates of each group and their differences to everyone else.

    Parameters
    ----------
    frame : DataFrame
        Columns `group`, `y_true` and `y_pred`, the last two of 0 and 1.
    """
    names = sorted(frame["group"].unique())
    place = {name: number for number, name in enumerate(names)}
    numbers = pd.DataFrame(
        {"group": frame["group"].map(place), "y": frame["y_true"], "p": frame["y_pred"]}
    )
    truth = BinaryLabelDataset(
        df=numbers[["group", "y"]], label_names=["y"], protected_attribute_names=["group"]
    )
    decided = truth.copy()
    decided.labels = numbers[["p"]].to_numpy(dtype=float)
    found = {}
    for name in names:
        others = [{"group": place[other]} for other in names if other != name]
        metric = ClassificationMetric(
            truth,
            decided,
            unprivileged_groups=[{"group": place[name]}],
            privileged_groups=others,
        )
        found[name] = [
            metric.false_positive_rate(privileged=False),
            metric.false_negative_rate(privileged=False),
            metric.selection_rate(privileged=False),
            metric.precision(privileged=False),
            metric.base_rate(privileged=False),
            metric.false_positive_rate_difference(),
            metric.false_negative_rate_difference(),
            metric.statistical_parity_difference(),
        ]
    return found

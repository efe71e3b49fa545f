"""Aequitas as its documentation shows it: `Audit`, the largest group as reference, 80 % and 125 %."""

from __future__ import annotations

from typing import Any

import pandas as pd
from aequitas import Audit
from aequitas.fairness import Fairness


def groups(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Return each group's rates, their ratios to the largest group, and whether Aequitas calls them fair.

    Parameters
    ----------
    frame : DataFrame
        Columns `y_true` and `y_pred` of 0 and 1; all other columns are sensitive features.
    """
    features = [name for name in frame.columns if name not in ("y_true", "y_pred")]
    given = frame.rename(columns={"y_pred": "score", "y_true": "label"})
    given[features] = given[features].astype(object)
    audit = Audit(given, sensitive_attribute_column=features)
    audit.audit()
    found = Fairness().get_group_value_fairness(audit.disparity_df)
    wanted = ["attribute_name", "attribute_value", "group_size", "fpr", "fnr", "ppr"]
    wanted += ["fpr_disparity", "fnr_disparity", "ppr_disparity"]
    wanted += [name for name in ("FPR Parity", "FNR Parity", "Statistical Parity") if name in found]
    plain = found[wanted].astype(object)
    rows: list[dict[str, Any]] = plain.where(plain.notna(), None).to_dict("records")
    return [{name: _plain(value) for name, value in row.items()} for row in rows]


def worlds(
    frame: pd.DataFrame, *, metrics: tuple[str, ...] = ("FPR Parity", "FNR Parity")
) -> list[list[str]]:
    """Return the groups that Aequitas calls unfair in any of the metrics, for each `world` in order."""
    found = []
    for _, world in frame.groupby("world", sort=True):
        rows = groups(world.drop(columns="world"))
        found.append(
            sorted({str(r["attribute_value"]) for r in rows for m in metrics if r.get(m) is False})
        )
    return found


def _plain(value: Any) -> Any:
    return value.item() if hasattr(value, "item") else value

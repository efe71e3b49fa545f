"""pyCANON's l-diversity and t-closeness, as its documentation calls them."""

from __future__ import annotations

import pandas as pd
from pycanon import anonymity


def values(frame: pd.DataFrame, *, confidential: str) -> list[float]:
    """Return l, l by entropy and t of one column; all other columns are quasi-identifiers."""
    known = [name for name in frame.columns if name != confidential]
    return [
        float(anonymity.l_diversity(frame, known, [confidential])),
        float(anonymity.entropy_l_diversity(frame, known, [confidential])),
        float(anonymity.t_closeness(frame, known, [confidential])),
    ]

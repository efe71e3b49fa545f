from __future__ import annotations

import numpy as np
import pandas as pd

from audit.measures import equivalence_classes

PLAN = '[roles]\nquasi_identifiers = ["age", "region"]\n'


def test_worked_example(part) -> None:
    given = {"age": [30, 30, 30, 41, 41, 52], "region": ["A", "A", "A", "B", "B", None]}
    found = equivalence_classes.make(part(given, PLAN))
    assert found.sizes == ((1, 1), (2, 1), (3, 1))
    assert (found.people, found.smallest, found.unique) == (6, 1, 1)
    assert [found.below(k) for k in (1, 2, 3, 4)] == [0, 1, 3, 6]


def test_against_pandas(part) -> None:
    rng = np.random.default_rng(3)
    given = {
        "age": rng.integers(18, 70, 2000).tolist(),
        "region": rng.choice(list("ABCDEF"), 2000).tolist(),
    }
    found = equivalence_classes.make(part(given, PLAN))
    table = pd.DataFrame(given)
    sizes = table.groupby(["age", "region"])["age"].transform("size")
    assert found.smallest == sizes.min()
    assert found.unique == (sizes == 1).sum()
    assert found.below(5) == (sizes < 5).sum()
    rows = list(equivalence_classes.locate(part(given, PLAN), ""))
    assert rows == table.index[sizes < 5].tolist()


def test_figure_counts_every_person_once(part) -> None:
    given = {"age": [1] * 60 + [2] * 11 + [3] * 10 + [4] * 4 + [5], "region": ["A"] * 86}
    payload = equivalence_classes.make(part(given, PLAN))
    (figure,) = equivalence_classes.figures(payload, None)
    assert figure.column("label") == ["1", "2–4", "5–10", "11–50", "over 50"]
    assert figure.column("value") == [1, 4, 10, 11, 60]


def test_dates_count_by_day(part) -> None:
    from datetime import date

    given = {"age": [date(1990, 1, 1), date(1990, 1, 1), date(1990, 1, 2)], "region": ["A"] * 3}
    assert equivalence_classes.make(part(given, PLAN)).sizes == ((1, 1), (2, 1))
    assert list(equivalence_classes.locate(part(given, PLAN), "")) == [0, 1, 2]

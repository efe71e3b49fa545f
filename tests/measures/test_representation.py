from __future__ import annotations

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from scipy.stats import binomtest

from audit.errors import InputError, PlanError
from audit.measures.representation import REPRESENTATION, make, margins, read_reference

ROLES = """
[roles]
sensitive_features = ["nation", "sex"]
"""
INLINE = ROLES + "[data]\nreference = { nation = { A = 0.5, B = 0.3, NA = 0.2 } }\n"
COLUMNS = {"nation": ["A"] * 60 + ["B"] * 30 + ["X"] * 10 + [None] * 7, "sex": ["f"] * 107}


def _measured(part):
    return make(part, part.frame.count(margins(part)))


def test_shares_and_exact_limits(opened):
    found = _measured(opened(COLUMNS, INLINE))
    shares = {share.group: share for share in found.features["nation"]}
    assert list(shares) == ["A", "B", "NA", "X"]
    assert shares["A"].counted.value == 0.6
    assert shares["NA"].counted.events == 0
    assert shares["X"].reference is None
    assert found.not_recorded == {"nation": 7}
    sidak = binomtest(60, 100).proportion_ci(0.95 ** (1 / 4), method="exact")
    assert (shares["A"].low, shares["A"].high) == pytest.approx((sidak.low, sidak.high))
    inner = binomtest(60, 100).proportion_ci(0.90, method="exact")
    assert (shares["A"].inner_low, shares["A"].inner_high) == pytest.approx((inner.low, inner.high))


def test_only_features_of_the_reference_are_counted(opened):
    assert [margin.keys for margin in margins(opened(COLUMNS, INLINE))] == [("nation",)]


@pytest.mark.parametrize("suffix", [".csv", ".parquet"])
def test_reference_from_a_file_keeps_namibia_and_leading_zeros(opened, tmp_path, suffix):
    path = tmp_path / f"population{suffix}"
    rows = [("nation", "NA", 0.25), ("nation", "007", 0.75)]
    if suffix == ".csv":
        lines = ["feature,group,share", *(f"{f},{g},{s}" for f, g, s in rows)]
        path.write_text("\n".join(lines), encoding="utf-8")
    else:
        feature, group, share = zip(*rows, strict=True)
        pq.write_table(pa.table({"feature": feature, "group": group, "share": share}), path)
    plan = ROLES + f'[data]\nreference = "{path.name}"\n'
    part = opened(COLUMNS, plan, base=str(tmp_path))
    assert read_reference(part) == {"nation": {"NA": 0.25, "007": 0.75}}


@pytest.mark.parametrize(
    ("content", "slug"),
    [
        (None, "reference-unreadable"),
        ("", "reference-unreadable"),
        ("feature,group\nnation,A\n", "reference-columns"),
        ("feature,group,share\nnation,A,much\n", "reference-shares"),
        ("feature,group,share\nnation,A,60\nnation,B,40\n", "reference-shares"),
        ("feature,group,share\nnation,A,1.5\nnation,B,-0.5\n", "reference-shares"),
    ],
)
def test_a_reference_that_cannot_be_used(opened, tmp_path, content, slug):
    if content is not None:
        (tmp_path / "population.csv").write_text(content, encoding="utf-8")
    part = opened(COLUMNS, ROLES + '[data]\nreference = "population.csv"\n', base=str(tmp_path))
    with pytest.raises((InputError, PlanError)) as caught:
        read_reference(part)
    assert caught.value.slug == slug
    assert "much" not in str(caught.value)


@pytest.mark.parametrize(
    ("total", "fits"), [(1.02, True), (1.03, False), (0.98, True), (0.97, False)]
)
def test_shares_may_miss_one_by_two_points(opened, total, fits):
    plan = ROLES + f"[data]\nreference = {{ nation = {{ A = 0.5, B = {total - 0.5:.2f} }} }}\n"
    part = opened(COLUMNS, plan)
    if fits:
        assert read_reference(part)
    else:
        with pytest.raises(PlanError):
            read_reference(part)


def test_figure_names_no_small_group(opened, public):
    found = _measured(opened(COLUMNS, INLINE))
    (figure,) = REPRESENTATION.figures(found, public(small=("X",)))
    assert [row[0] for row in figure.rows] == ["A", "B", "NA"]
    assert figure.column("limit") == [0.5, 0.3, 0.2]

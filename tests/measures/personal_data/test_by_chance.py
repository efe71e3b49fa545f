"""Numbers confirmed by chance: the probability against simulation, and the same rule for rows."""

from __future__ import annotations

import random
import re

import numpy as np
import pytest
from scipy.stats import binom, fisher_exact

from audit.measure import Candidate
from audit.measures import _by_chance, pii_scan
from audit.measures._by_chance import SURE, _any_of, _others, probability
from audit.personal_data.columns.scrambling import other_signs


def test_the_probability_is_fishers() -> None:
    by_scipy = fisher_exact([[9, 31], [12, 188]], alternative="greater").pvalue
    assert probability(9, 40, 12, 200) == pytest.approx(by_scipy, rel=1e-9)
    assert probability(1, 40, 0, 200) == 0.0


def test_chance_is_seldom_a_fact_where_there_are_more_numbers_than_tries() -> None:
    """A rate of a tenth, known from 2,000 tries alone; taken as known it would err a hundred times as often."""
    draw, n, tried = np.random.default_rng(1), 40_000, 2_000
    hits, confirmed = draw.binomial(n, 0.1, 2_000), draw.binomial(tried, 0.1, 2_000)
    pairs = list(zip(hits.tolist(), confirmed.tolist(), strict=True))
    ours = np.mean([probability(h, n, c, tried) <= SURE for h, c in pairs])
    as_known = np.mean([binom.sf(h - 1, n, c / tried) <= SURE for h, c in pairs])
    assert ours <= 0.005
    assert as_known > 0.1


def test_the_expression_finds_what_each_shape_finds_the_longest_first() -> None:
    shapes = {"00-00", "00-000", "+00 00", "AB00"}
    look = re.compile(rf"(?<![\w+]){_any_of(shapes)}(?!\w)")
    text = "12-34 and 12-345, +12 34; AB77 and xAB77, 12-3456, +12-34"
    assert look.findall(text) == ["12-34", "12-345", "+12 34", "AB77"]


def test_all_others_are_counted_though_some_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_by_chance, "SCRAMBLED", 10)
    texts = [f"no. {i:08d}" for i in range(500)] * 2
    found = _others(texts, {"00000000"}, {hash("00000007")})["00000000"]
    assert (found.different, len(found.some)) == (499, 10)


def test_other_signs_stand_where_signs_of_their_sort_stood() -> None:
    values = ["AB 12-3456 note\n", "", "٣٤ x9", "no digit"] * 50
    every, end, letters = other_signs(values)
    for value, a, b, c in zip(values, every, end, letters, strict=True):
        form = re.sub(r"\d", "0", value)
        assert re.sub(r"\d", "0", a) == re.sub(r"\d", "0", b) == form
        assert re.sub(r"[A-Z]", "A", re.sub(r"\d", "0", c)) == re.sub(r"[A-Z]", "A", form)
    assert {value[:6] for value in end[::4]} == {"AB 12-"}
    assert len({value[6:] for value in end[::4]}) > 40
    assert len({value[:2] for value in letters[::4]}) > 20
    assert list(other_signs(values)) == [every, end, letters]


def test_rows_of_numbers_that_chance_confirms_are_candidates(part) -> None:
    drawn = random.Random(4)
    notes = [f"Bank card {4 * 10**15 + drawn.randrange(10**15)}." for _ in range(400)]
    given = part(
        {"id": ["1"] * 401, "note": [*notes, "ring +44 7700 900123"]},
        '[roles]\ntext = "note"\nidentifiers = "id"\n',
    )
    text = pii_scan.make(given).text("note")
    rows = list(pii_scan.locate(given, "note"))
    sure = [row for row in rows if not isinstance(row, Candidate)]
    assert sure == [400]
    assert (text.confirmed_rows, text.candidate_rows) == (len(sure), len(rows) - len(sure))
    assert text.by_chance[0].confirmed <= text.candidate_rows

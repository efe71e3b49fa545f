"""Unicity of traces: brute force over small tables, and a world whose answer is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from math import comb

import numpy as np
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.measures import traces
from audit.plan_reader import load

PLAN = '[roles]\nidentifiers = "who"\ntime = "at"\nplace = ["cell"]\n'


def points(pairs: list[tuple[int, int]]) -> pl.DataFrame:
    return pl.DataFrame(
        pairs, schema={"person": pl.UInt32, "point": pl.UInt32}, orient="row"
    ).unique().sort("person", "point")  # fmt: skip


@settings(max_examples=120, deadline=None)
@given(
    pairs=st.lists(st.tuples(st.integers(0, 7), st.integers(0, 6)), min_size=1, max_size=40),
    keep=st.integers(1, 4),
    seed=st.integers(0, 5),
)
def test_alone_is_who_alone_was_at_all_points(
    pairs: list[tuple[int, int]], keep: int, seed: int
) -> None:
    table = points(pairs)
    held = {p: set(own["point"]) for (p,), own in table.group_by("person")}
    rng = np.random.default_rng(seed)
    known = {p: set(rng.permutation(sorted(own))[:keep].tolist()) for p, own in held.items()}
    chosen = points([(p, x) for p, own in known.items() for x in own])
    found = traces._unicity(keep, chosen, table)
    alone = [p for p, k in known.items() if sum(k <= own for own in held.values()) == 1]
    assert (found.drawn, found.alone) == (len(known), len(alone))
    assert found.low <= found.share <= found.high


def test_who_is_looked_at_first_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    rng = np.random.default_rng(2)
    who, what = rng.integers(0, 400, 6000), rng.integers(0, 60, 6000)
    table = points(list(zip(who.tolist(), what.tolist(), strict=True)))
    chosen = table.filter(pl.int_range(pl.len()).shuffle(seed=1).over("person") < 3)
    whole = traces._unicity(3, chosen, table)
    monkeypatch.setattr(traces, "_FIRST", 3)
    monkeypatch.setattr(traces, "_AT_A_TIME", 500)
    assert traces._unicity(3, chosen, table) == whole
    assert 0 < whole.alone < whole.drawn


def test_what_is_known_are_points_of_the_persons_own(part) -> None:
    given = part(world(40, 6, 60, seed=5), PLAN)
    table = traces.read_points(given, "who")
    at = traces.told(table, "1h", 0)
    known, _ = traces.singled_out(table, at, np.arange(40, dtype=np.uint32), 0)
    own = table.select("person", at).unique()
    assert known.join(own, on=["person", "point"], how="semi").height == known.height == 160
    assert known.select("person", "point").is_duplicated().sum() == 0
    # Every place in a trace is as likely to be drawn first as any other: 40 people, 6 points.
    first = known.filter(pl.col("k") == 0).get_column("point").n_unique()
    assert first > 15


def world(people: int, own: int, places: int, seed: int) -> dict[str, list]:
    """People with `own` points each, every set of them as likely as any other."""
    rng = np.random.default_rng(seed)
    start = datetime(2024, 3, 1, tzinfo=UTC).replace(tzinfo=None)
    who, cell, at = [], [], []
    for person in range(people):
        for point in rng.choice(places, own, replace=False):
            who.append(f"p{person}")
            cell.append(f"c{point % 5}")
            at.append(start + timedelta(hours=int(point) // 5, minutes=int(rng.integers(60))))
    return {"who": who, "at": at, "cell": cell}


@pytest.mark.parametrize(("people", "own", "places"), [(600, 20, 100), (600, 50, 100)])
def test_a_world_whose_unicity_is_known(part, people: int, own: int, places: int) -> None:
    found = traces.make(part(world(people, own, places, seed=9), PLAN))
    assert (found.people, found.examined, found.time, found.place) == (
        people,
        people,
        "hour",
        "cell",
    )
    assert [u.points for u in found.known] == [1, 2, 3, 4]
    for unicity in found.known:
        p = unicity.points
        also = comb(places - p, own - p) / comb(places, own)
        true = (1 - also) ** (people - 1)
        # People share the others, so the share varies a little more than people alone would.
        assert unicity.low - 0.03 <= true <= unicity.high + 0.03, p


def test_coarser_is_never_told_finer(part) -> None:
    found = traces.make(part(world(300, 20, 200, seed=3), PLAN))
    assert [(r.time, r.place) for r in found.coarser] == [
        ("hour", "cell"), ("day", "cell"), ("week", "cell"), ("month", "cell"),
    ]  # fmt: skip
    shares = [r.unicity.share for r in found.coarser]
    assert shares == sorted(shares, reverse=True)
    assert {r.unicity.drawn for r in found.coarser} == {300}
    assert shares[0] == found.known[-1].share
    assert shares[0] > 0.9
    assert shares[-1] < 0.1


def test_a_day_is_the_finest_of_dates_and_a_word_of_words(part) -> None:
    days = {
        "who": list("aabb"),
        "at": [date(2024, 1, d) for d in (1, 2, 1, 3)],
        "cell": list("xxxx"),
    }
    found = traces.make(part(days, PLAN))
    assert found.time == "day"
    # The first day is shared, the second of each is not.
    assert [(u.points, u.alone, u.drawn) for u in found.known][1:] == [(2, 2, 2)]
    words = traces.make(part({**days, "at": ["spring", "may", "spring", "june"]}, PLAN))
    assert words.time == traces.AS_RECORDED
    assert [(u.points, u.alone, u.drawn) for u in words.known][1:] == [(2, 2, 2)]
    assert len(words.coarser) == 1
    assert traces.figures(words, None) == ()


class _Public:
    min_cell = 10


@pytest.mark.parametrize(("alone", "shown"), [(0, True), (1, False), (9, False), (10, True)])
def test_the_share_of_a_few_people_is_not_drawn(alone: int, *, shown: bool) -> None:
    told = traces.Unicity(points=1, drawn=500, alone=alone, low=0.0, high=0.1)
    steps = tuple(traces.Resolution(time=t, place="cell", unicity=told) for t in ("hour", "day"))
    found = traces.Traces(person="who", rows=900, incomplete=0, people=500, examined=500, time="hour",
                          place="cell", known=(told,), coarser=steps)  # fmt: skip
    (figure,) = traces.figures(found, _Public())
    assert {row[2:5] for row in figure.rows} == {(alone / 500, 0.0, 0.1) if shown else (None,) * 3}


def test_places_from_fine_to_coarse_and_coordinates_cut(part) -> None:
    base = {"who": list("aabb"), "at": [date(2024, 1, 1)] * 4, "cell": ["1", "2", "1", "3"]}
    plan = PLAN.replace('["cell"]', '["cell", "district"]')
    found = traces.make(part({**base, "district": ["d"] * 4}, plan))
    assert list(dict.fromkeys(r.place for r in found.coarser)) == ["cell and district", "district"]
    plan = PLAN.replace('["cell"]', '["lat", "lon", "district"]')
    table = {**base, "lat": [1.234, 1.24, 1.231, 1.9], "lon": [2.0] * 4, "district": ["d"] * 4}
    found = traces.make(part(table, plan))
    at_days = [r for r in found.coarser if r.time == "day"]
    assert [r.place for r in at_days] == [
        "lat and lon and district", "coordinates to 2 decimals", "coordinates to 1 decimal",
    ]  # fmt: skip
    # To two decimals, 1.234 and 1.231 are one place; to one, 1.24 is the same, 1.9 is not.
    assert [r.unicity.alone for r in at_days] == [2, 2, 1]


def test_rows_without_person_place_or_time_are_left_out(part) -> None:
    table = {"who": ["a", None, "b", "c"], "at": [date(2024, 1, 1), date(2024, 1, 1), None, date(2024, 1, 2)],
             "cell": ["x", "x", "x", None]}  # fmt: skip
    found = traces.make(part(table, PLAN))
    assert (found.rows, found.incomplete, found.people) == (4, 3, 1)
    nobody = traces.make(part({**table, "cell": pa.nulls(4, pa.string())}, PLAN))
    assert (nobody.people, nobody.known, nobody.coarser) == (0, (), ())


def test_the_person_is_the_identifier_that_repeats(part) -> None:
    table = {
        "row": list("1234"),
        "who": list("aabb"),
        "at": [date(2024, 1, 1)] * 4,
        "cell": list("xyxz"),
    }
    found = traces.make(part(table, PLAN.replace('"who"', '["row", "who"]')))
    assert (found.person, found.people) == ("who", 2)
    rows = traces.make(part(table, PLAN.replace('"who"', '["row"]')))
    assert (rows.person, rows.people) == ("row", 4)


def test_a_seeded_sample_of_people_unless_all_are_asked_for(part, monkeypatch) -> None:
    monkeypatch.setattr(traces, "PEOPLE", 50)
    given = part(world(120, 6, 60, seed=1), PLAN)
    first = traces.make(given)
    assert (first.people, first.examined, first.known[0].drawn) == (120, 50, 50)
    assert traces.make(given) == first
    other = replace(given, audit=replace(given.audit, seed=7))
    assert traces.make(other) != first
    whole = traces.make(replace(given, audit=replace(given.audit, full=True)))
    assert whole.examined == 120


def test_every_engine_draws_the_same(tmp_path) -> None:
    runner = pytest.importorskip("audit.runner")
    table = world(60, 8, 80, seed=4)
    table["cell"][3] = None
    pq.write_table(pa.table(table), tmp_path / "points.parquet")
    (tmp_path / "audit.toml").write_text(
        '[system]\nkind = "register"\n[data]\nsource = "points.parquet"\n' + PLAN, encoding="utf-8"
    )
    found = []
    for engine in ("polars", "pandas", "duckdb"):
        with runner.open_system(load(tmp_path / "audit.toml"), engine=engine) as system:
            found.append(traces.make(system.parts[0]))
    assert found[0] == found[1] == found[2]
    assert (found[0].incomplete, found[0].people) == (1, 60)

    from audit.evidence import Evidence, Provenance
    from audit.serde import dump_evidence, load_evidence

    made = Evidence(
        id="e", part="main", value=found[0], provenance=Provenance(measure="m", version=1)
    )
    text = dump_evidence(made)
    assert load_evidence(text, traces.Traces).value == found[0]
    assert '"p1' not in text
    assert "2024" not in text

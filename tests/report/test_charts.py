"""Pictures: positions against hand-computed ones, and what each kind must show."""

from __future__ import annotations

import math
import re

import pytest

from audit.figure import Column, Figure, Line
from audit.report.charts import DEFINITIONS, chosen, draw
from audit.report.charts.scale import linear, probit
from audit.report.locale import catalogue
from audit.report.words import Words
from audit.text import plain
from audit.vocabulary import FigureKind

lxml_html = pytest.importorskip("lxml.html")
WORDS = Words(catalogue("en"))


def figure(kind, columns, rows, **more):
    return Figure(
        id="f",
        kind=kind,
        title=plain("Title"),
        takeaway=plain("Takeaway"),
        columns=tuple(Column(name=name, heading=plain(name), unit=unit) for name, unit in columns),
        rows=rows,
        **more,
    )


INTERVAL = (
    ("label", "label"), ("value", "rate"), ("low", "rate"), ("high", "rate"), ("limit", "rate"),
    ("outcome", "label"), ("events", "count"), ("n", "count"),
)  # fmt: skip


def tree(markup):
    return lxml_html.fragment_fromstring(markup, create_parent="div")


def test_linear_ends_at_round_numbers():
    scale = linear([0.07, 0.38], zero=True, most=1.0)
    assert scale.low == 0
    assert scale.high == pytest.approx(0.4)
    assert scale.ticks == pytest.approx((0, 0.1, 0.2, 0.3, 0.4))
    assert scale.at(0.1) == pytest.approx(0.25)


def test_a_rate_never_goes_beyond_one():
    scale = linear([0.2, 0.97], zero=True, most=1.0)
    assert scale.high == 1.0
    assert max(scale.ticks) == 1.0
    assert scale.at(1.2) == 1.0


@pytest.mark.parametrize("values", [[], [0.0], [0.3, 0.3], [math.nan], [1e-9, 2e-9], [-5e6, 3e6]])
def test_scales_of_odd_values_are_finite(values):
    scale = linear(values)
    assert scale.high > scale.low
    assert all(math.isfinite(tick) for tick in scale.ticks)


def test_probit_is_even_in_normal_deviates():
    # Phi(-1.2816) = .1 and Phi(-0.2533) = .4: Martin et al. (1997) draw both axes so.
    scale = probit([0.1, 0.4])
    assert (scale.low, scale.high) == (0.1, 0.4)
    assert scale.at(0.2) == pytest.approx((-0.8416 + 1.2816) / (-0.2533 + 1.2816), abs=1e-3)


def test_interval_places_dot_interval_limit_and_everyone():
    drawn = tree(
        draw(
            figure(
                FigureKind.INTERVAL,
                INTERVAL,
                (
                    ("A", 0.3, 0.2, 0.4, 0.25, "fail", 39, 130),
                    ("B", 0.1, 0.05, 0.15, 0.25, "pass", 10, 100),
                ),
                lines=(Line(value=0.2, label=plain("everyone"), role="overall"),),
            ),
            WORDS,
            "f",
        )
    )
    strip = drawn.xpath("//tbody/tr[1]//svg")[0]
    assert strip.xpath("./use/@href") == ["#m-fail"]
    assert strip.xpath("./use/@x") == ["75%"]
    line = strip.xpath("./line[contains(@class, 'ci')]")[0]
    assert (line.get("x1"), line.get("x2")) == ("50%", "100%")
    assert strip.xpath("./line[@class='limit']/@x1") == ["62.5%"]
    assert strip.xpath("./line[@class='l-overall']/@x1") == ["50%"]
    text = drawn.xpath("//tbody/tr[1]")[0].text_content().replace("\xa0", " ")
    assert "30.0 % 39 of 130" in text
    assert "beyond the limit" in text


def test_a_long_figure_shows_what_fails_and_the_worst():
    rows = tuple(
        (f"g{i}", 0.1, 0.05, 0.2, 0.15, "fail" if i in {40, 90} else "pass", 1, 10)
        for i in range(100)
    )
    long = figure(FigureKind.INTERVAL, INTERVAL, rows)
    labels = [row.label for row in chosen(long, 30)]
    assert len(labels) == 15
    assert {"g40", "g90"} <= set(labels)
    assert labels[0] == "g0"
    assert len(chosen(long, 8)) == 8


def test_wide_interval_of_an_unjudged_group_does_not_squeeze_the_others():
    rows = (
        ("A", 0.1, 0.08, 0.12, 0.13, "pass", 50, 500),
        ("tiny", 0.1, 0.0, 0.9, None, None, 1, 10),
    )
    drawn = tree(draw(figure(FigureKind.INTERVAL, INTERVAL, rows), WORDS, "f"))
    assert drawn.xpath("//tbody/tr[2]//svg/text")[0].text == "›"
    assert "goes on beyond the picture" in drawn.text_content()


def test_signed_bars_start_at_zero_and_go_both_ways():
    rows = (("route", 0.08), ("age", -0.04))
    drawn = tree(
        draw(figure(FigureKind.BARS, (("label", "label"), ("value", "number")), rows), WORDS, "f")
    )
    up, down = drawn.xpath("//rect[contains(@class, 'bar')]")
    end = float(down.get("x").rstrip("%")) + float(down.get("width").rstrip("%"))
    assert float(up.get("x").rstrip("%")) == pytest.approx(end, abs=0.02)
    assert "minus" in down.get("class")
    assert "−0.0400" in drawn.text_content()


def test_series_are_named_beside_their_bars():
    rows = (("route", "female", 0.1), ("route", "male", 0.2))
    columns = (("label", "label"), ("series", "label"), ("value", "rate"))
    drawn = tree(draw(figure(FigureKind.BARS, columns, rows), WORDS, "f"))
    assert [
        row.xpath("./td")[1].text_content().split()[-1] for row in drawn.xpath("//tbody/tr")
    ] == ["female", "male"]


def test_no_two_series_look_the_same():
    rows = tuple((x, s, 0.1 * s + 0.01 * x) for s in range(6) for x in range(3))
    columns = (("x", "number"), ("series", "label"), ("value", "rate"))
    drawn = tree(draw(figure(FigureKind.CURVE, columns, rows), WORDS, "f"))
    marks = list(dict.fromkeys(drawn.xpath("//svg[@class='plot']//use/@href")))
    assert len(marks) == 6
    shapes = [re.search(rf'id="{mark[1:]}"[^>]*>(.*?)</g>', DEFINITIONS).group(1) for mark in marks]
    assert len({re.sub(r"s\d", "", shape) for shape in shapes}) == 6


def test_every_kind_draws_and_is_well_formed(sample):
    kinds = set()
    for drawn in (*sample.attributions(), *sample.others(), *sample.pii()):
        markup = draw(drawn, WORDS, "f")
        element = tree(markup)
        assert element.xpath("//svg"), drawn.kind
        assert "nan" not in markup.lower()
        assert sample.INJECTION not in markup
        kinds.add(drawn.kind)
    assert kinds | {FigureKind.INTERVAL} == set(FigureKind)


@pytest.mark.parametrize("kind", list(FigureKind))
def test_a_figure_without_rows_does_not_break(kind):
    columns = (
        ("label", "label"),
        ("row", "label"),
        ("column", "label"),
        ("x", "number"),
        ("n", "count"),
        ("value", "rate"),
    )
    assert "nan" not in draw(figure(kind, columns, ()), WORDS, "f").lower()


@pytest.mark.parametrize("kind", list(FigureKind))
def test_missing_values_leave_a_gap(kind):
    columns = (
        ("label", "label"),
        ("row", "label"),
        ("column", "label"),
        ("x", "number"),
        ("n", "count"),
        ("value", "rate"),
    )
    rows = (("a", "r", "c", 1, 10, None), ("b", "r", "d", 2, 20, 0.5))
    assert "None" not in draw(figure(kind, columns, rows), WORDS, "f")


def test_marks_are_defined():
    defined = set(re.findall(r'id="(m-[^"]+)"', DEFINITIONS))
    assert {
        f"m-{outcome}"
        for outcome in (
            "fail",
            "pass",
            "review",
            "inconclusive",
            "not_assessed",
            "not_applicable",
            "error",
            "unjudged",
        )
    } <= defined

"""WCAG 2.2, 1.4.3: contrast of text, computed from the style sheet."""

from __future__ import annotations

import re

import pytest

from audit.resources import folder

CSS = (folder("report_templates") / "style.css").read_text(encoding="utf-8")
TEXT = (
    "ink", "soft", "link", "fail", "inconclusive", "review", "not_assessed", "pass", "not_applicable",
    "error", "unjudged",
)  # fmt: skip
MARKS = ("s1", "s2", "s3", "s4", "s5", "s6", "overall", "limit", "focus")


def _variables(block: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6})", block))


LIGHT, DARK, PRINT = (_variables(block) for block in re.findall(r":root\s*{(.*?)}", CSS, re.DOTALL))


def _luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Relative contrast as WCAG defines it."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_the_formula():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    # WebAIM's example: #767676 is the lightest grey that reaches 4.5 on white.
    assert contrast("#767676", "#ffffff") >= 4.5 > contrast("#777777", "#ffffff")


@pytest.mark.parametrize("scheme", [LIGHT, DARK, PRINT], ids=["light", "dark", "print"])
def test_text_can_be_read_on_every_surface(scheme):
    for surface in ("paper", "surface"):
        for name in TEXT:
            assert contrast(scheme[name], scheme[surface]) >= 4.5, (name, surface)


@pytest.mark.parametrize("scheme", [LIGHT, DARK, PRINT], ids=["light", "dark", "print"])
def test_marks_can_be_seen(scheme):
    for name in MARKS:
        if name in scheme:
            assert contrast(scheme[name], scheme["paper"]) >= 3, name


def test_schemes_have_the_same_variables():
    assert set(LIGHT) == set(DARK)
    assert set(PRINT) <= set(LIGHT)


def test_every_variable_used_is_defined():
    assert set(re.findall(r"var\(--([\w-]+)\)", CSS)) <= set(LIGHT)

"""Writing SVG: elements, fractions as percentages, the marks that stand for outcomes and series.

Positions are percentages, so that a picture takes the width it is given while its text keeps its
size; colours are classes, so that light, dark and print are the style sheet's business.
"""

from __future__ import annotations

from html import escape

Attribute = str | float | int


def _written(value: Attribute) -> str:
    if isinstance(value, str):
        return escape(value)
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def element(name: str, /, *children: str, **attributes: Attribute | None) -> str:
    """Return an element; children are markup already, attribute values are escaped.

    `class_` is written `class`, `text_anchor` is written `text-anchor`; None is left out.
    """
    pairs = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_written(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    inner = "".join(children)
    return f"<{name}{pairs}>{inner}</{name}>" if inner else f"<{name}{pairs}/>"


def text(content: str, /, **attributes: Attribute | None) -> str:
    """Return a text element of a picture."""
    return element("text", escape(content), **attributes)


def share(fraction: float) -> str:
    """Write a position in [0, 1] as a percentage."""
    return f"{100 * fraction:.2f}".rstrip("0").rstrip(".") + "%"


def mark(name: str, x: float, y: float = 0.5, **attributes: Attribute | None) -> str:
    """Place one of the marks of `DEFINITIONS`."""
    return element("use", href=f"#m-{name}", x=share(x), y=share(y), **attributes)


def swatch(*content: str) -> str:
    """Return the small picture before an entry of a legend."""
    return element("svg", *content, class_="swatch", aria_hidden="true", width=28, height=14)


_SHAPES = {
    # outcomes: shape and filling differ, so that colour is never alone
    "fail": '<path class="m-fill o-fail" d="M-5-5H5V5H-5Z"/><path class="m-cut" d="M-2.5-2.5 2.5 2.5M2.5-2.5-2.5 2.5"/>',
    "inconclusive": '<circle class="m-open o-inconclusive" r="4.5"/>',
    "review": '<path class="m-fill o-review" d="M0-6.5 6.5 0 0 6.5-6.5 0Z"/>',
    "not_assessed": '<path class="m-open m-dash o-not_assessed" d="M-4.5-4.5h9v9h-9Z"/>',
    "pass": '<circle class="m-fill o-pass" r="5"/>',
    "not_applicable": '<path class="m-line o-not_applicable" d="M-5 0H5"/>',
    "error": '<path class="m-open o-error" d="M0-6 6 5H-6Z"/>',
    "dot": '<circle class="m-fill" r="4.5"/>',
    "unjudged": '<circle class="m-open o-unjudged" r="3"/>',
    # series
    "1": '<circle class="m-fill s1" r="3.5"/>',
    "2": '<path class="m-fill s2" d="M-3.5-3.5h7v7h-7Z"/>',
    "3": '<path class="m-fill s3" d="M0-4.8 4.8 0 0 4.8-4.8 0Z"/>',
    "4": '<path class="m-fill s4" d="M0-4.5 4.5 3.5H-4.5Z"/>',
    "5": '<circle class="m-open s5" r="3.5"/>',
    "6": '<path class="m-line s6" d="M-3.5-3.5 3.5 3.5M3.5-3.5-3.5 3.5"/>',
}

SERIES = 6
"""How many series have a mark and a dash of their own; further ones stand in the table alone."""

DEFINITIONS = element(
    "svg",
    element("defs", *(f'<g id="m-{name}">{shape}</g>' for name, shape in _SHAPES.items())),
    class_="definitions",
    aria_hidden="true",
    width=0,
    height=0,
)
"""Marks that pictures refer to; stands once on every page that shows a picture."""

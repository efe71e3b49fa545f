"""Every family keeps its promises: what its trigger leaves out, its `find` would not have found."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import numpy as np
import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audit.casework.notes import write_notes
from audit.personal_data import families
from audit.personal_data.family import Family
from audit.personal_data.scanning import _in_frames, scan, spans

FAMILIES = [family for family in families() if family.find is not None]
ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
SPACES = (" ", "  ", "\n", "\t", "\u00a0", "\u202f", "")
CHANGES = (
    str.upper,
    str.lower,
    str.swapcase,
    str.title,
    lambda text: text.translate(ARABIC_DIGITS),
    lambda text: text.replace("-", "\u2011"),
    lambda text: text.replace("-", " "),
    lambda text: text.replace("O", "0"),
)


@cache
def corpus() -> tuple[str, ...]:
    """Case notes, and every text that a test of this folder is about."""
    notes = write_notes(np.random.default_rng(3), 400, {"mrz": 0.2, "phone": 0.2}, lookalikes=0.6)
    literals = {
        node.value
        for path in sorted(Path(__file__).parent.rglob("test_*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    # No column can hold half a surrogate pair.
    texts = {text.encode("utf-8", "ignore").decode("utf-8") for text in literals}
    return (*dict.fromkeys(note.text for note in notes), *sorted(texts))


def untriggered(family: Family, texts: list[str]) -> list[str]:
    """Return the texts in which something is found that the trigger does not match."""
    if not family.trigger or family.find is None:
        return []
    matched = pl.Series(texts, dtype=pl.String).str.contains(family.trigger).to_list()
    return [
        text
        for text, read in zip(texts, matched, strict=True)
        if not read and next(iter(family.find(text)), None) is not None
    ]


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_what_is_found_triggers(family: Family) -> None:
    assert untriggered(family, list(corpus())) == []


@pytest.mark.parametrize(
    "family", [f for f in FAMILIES if f.frames], ids=lambda family: family.name
)
def test_what_is_found_stands_in_a_frame(family: Family) -> None:
    found = [text for text in corpus() if next(iter(family.find(text)), None) is not None]
    rows = _in_frames(pl.Series(found * 500), pl.arange(0, 500 * len(found), eager=True), family)
    assert found
    assert len(rows) == 500 * len(found)


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_spans_lie_inside_the_text_and_are_declared(family: Family) -> None:
    declared = {kind.entity_type for kind in family.kinds}
    for text in corpus():
        for span in family.find(text) if family.find else ():
            assert 0 <= span.start < span.end <= len(text)
            assert span.entity_type in declared


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A text of the corpus, cut, spaced, cased and glued in the ways notes are."""
    text = draw(st.sampled_from(corpus()))
    for change in draw(st.lists(st.sampled_from(CHANGES), max_size=2)):
        text = change(text)
    if draw(st.booleans()):
        text = re.sub(r"\s+", draw(st.sampled_from(SPACES)), text)
    if text and draw(st.booleans()):
        at = draw(st.integers(0, len(text)))
        put = draw(
            st.sampled_from((*SPACES, "(", "é", "م", "٣", "7", "A", "<", "-", ".", "_", "\u200f"))
        )
        text = text[:at] + put + text[at + draw(st.integers(0, 2)) :]
    other = draw(st.sampled_from(("", *corpus())))
    return text + draw(st.sampled_from(SPACES)) + other


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(mutated(), min_size=20, max_size=20))
def test_what_is_found_in_a_changed_text_triggers(texts: list[str]) -> None:
    for family in FAMILIES:
        assert untriggered(family, texts) == [], family.name
    assert dict(scan(texts)) == {
        row: found for row, text in enumerate(texts) if (found := spans(text))
    }


def test_a_column_is_scanned_as_its_texts_are() -> None:
    texts = list(corpus())
    assert dict(scan(texts)) == {
        row: found for row, text in enumerate(texts) if (found := spans(text))
    }


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_triggers_are_quick(family: Family) -> None:
    """Rust's lazy automaton gives up on a Unicode word boundary: one would slow every family down."""
    assert family.trigger, "without a trigger every note is read in Python"
    assert not re.search(r"(?<!\\)(?<!-u:)\\[bB]", family.trigger)

"""Expressions without lookaround match wherever the others do."""

from __future__ import annotations

import re

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.personal_data.lookaround import without_lookaround


@pytest.mark.parametrize(
    ("pattern", "counterpart"),
    [
        ("abc", "abc"),
        (r"\bab\b", "(?:)ab(?:)"),
        ("(?<!x)a(?!b)", "(?:)a(?:)"),
        ("a(?=b)", "a(?:)(?:b)"),
        ("a(?=b)(?!c)", "a(?:)(?:)(?:b)"),
        ("a(?=b)c", "a(?:)c"),
        ("(a(?=b))c", "(?:a(?:))c"),
        ("a|b(?=c)", "a|b(?:)(?:c)"),
        ("a(?=c)|b", "a(?:)|b"),
        ("a(?=b(?!c)|(?:d))", "a(?:)(?:b(?:)|(?:d))"),
        ("(?P<said>a)", "(?:a)"),
        (r"[[(]\(\[", r"[\[(]\(\["),
        (r"[^\])](?:x)", r"[^\])](?:x)"),
        ("(?-i:[A-Z])", "(?-i:[A-Z])"),
    ],
)
def test_what_is_left(pattern: str, counterpart: str) -> None:
    assert without_lookaround(pattern) == counterpart


@pytest.mark.parametrize("pattern", [r"(a)\1", "(?P<x>a)(?P=x)", "(a)?(?(1)b|c)"])
def test_an_expression_that_refers_back_has_none(pattern: str) -> None:
    with pytest.raises(ValueError, match="refers back"):
        without_lookaround(pattern)


PIECES = st.recursive(
    st.sampled_from(["a", "b", "c", "[ab]", "[^a]", r"\b", "a?", "b*", r"\w", "^", "$"]),
    lambda inner: st.one_of(
        st.builds("(?:{})".format, inner),
        st.builds("(?={})".format, inner),
        st.builds("(?!{})".format, inner),
        st.builds("{}{}".format, inner, inner),
        st.builds("(?:{}|{})".format, inner, inner),
        st.builds("{}|{}".format, inner, inner),
        st.builds("(?<={})".format, st.sampled_from("abc")),
        st.builds("(?<!{})".format, st.sampled_from("abc")),
    ),
    max_leaves=8,
)


@settings(max_examples=300, deadline=None)
@given(PIECES, st.lists(st.text(alphabet="abc \n", max_size=6), min_size=1, max_size=8))
def test_it_matches_wherever_the_pattern_does(pattern: str, texts: list[str]) -> None:
    column = pl.Series(texts, dtype=pl.String)
    matched = column.str.contains(f"(?m){without_lookaround(pattern)}").to_list()
    for text, found in zip(texts, matched, strict=True):
        if re.search(pattern, text, re.MULTILINE):
            assert found, (pattern, text)

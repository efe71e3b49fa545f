"""Phrases are found where a word begins, whatever its accents, and their trigger matches wherever they are."""

from __future__ import annotations

import polars as pl
import pytest

from audit.personal_data.phrases import Phrases, fold

PHRASES = Phrases(("diabete", "diabetes", "dialyse", "heart attacks?", "سكري", "ارق"))


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in PHRASES.find(fold(text))]


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("Diabète, DIABETES.", ["Diabète", "DIABETES"]),
        ("two heart attacks", ["heart attacks"]),
        ("prediabetes", []),
        ("diabetesX", []),
        ("مصاب بالسكري", ["سكري"]),
        ("يعاني من الأرق", ["أرق"]),
        ("", []),
    ],
)
def test_what_is_found(text: str, there: list[str]) -> None:
    assert found(text) == there
    assert pl.Series([text]).str.contains(PHRASES.trigger).to_list() == [bool(there)] or not there


@pytest.mark.parametrize("text", ["Diabète œdème İstanbul ß", "ﬁn", "آلام إيدز", "e\u0301"])
def test_folding_keeps_every_place(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold("Éa") == "ea"

"""Zones that others published: the specimens of ICAO Doc 9303, whole and with one digit wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from audit.personal_data.family import Certainty
from audit.personal_data.icao import check_digit, read
from audit.personal_data.identifiers.mrz import find

HERE = Path(__file__).parent
VECTORS = json.loads((HERE / "icao_vectors.json").read_text(encoding="utf-8"))
SHARED = HERE.parents[2] / "shared" / "data" / "icao_mrz_vectors" / "vectors.json"
HEIGHTS = {"TD1": 3, "TD2": 2, "TD3": 2}


def lines(characters: str, layout: str, between: str) -> str:
    width = len(characters) // HEIGHTS[layout]
    return between.join(characters[at : at + width] for at in range(0, len(characters), width))


def test_there_are_twenty_three() -> None:
    wrong = [vector["wrong"] for vector in VECTORS["zones"]]
    assert (len(VECTORS["check_digits"]), wrong.count(""), len(wrong)) == (5, 6, 18)


@pytest.mark.parametrize(("field", "digit"), VECTORS["check_digits"])
def test_check_digits(field: str, digit: int) -> None:
    assert check_digit(field) == digit


@pytest.mark.parametrize("vector", VECTORS["zones"], ids=lambda v: f"{v['layout']} {v['wrong']}")
@pytest.mark.parametrize("between", ["", "\n", " ", "\r\n", " / ", "\\n", "\n> "])
def test_zones(vector: dict[str, str], between: str) -> None:
    zone = read(vector["characters"])
    assert zone is not None
    assert zone.layout == vector["layout"]
    assert (*zone.wrong, "")[0] == vector["wrong"], "the first field whose digit does not hold"
    said = lines(vector["characters"], vector["layout"], between)
    text = f"Copied from the document: {said} on arrival."
    (span,) = find(text)
    assert text[span.start : span.end] == said
    sure = Certainty.MALFORMED if vector["wrong"] else Certainty.CONFIRMED
    assert (span.entity_type, span.certainty) == (
        "INVALID_MRZ_LIKE" if vector["wrong"] else "MRZ",
        sure,
    )


@pytest.mark.skipif(not SHARED.exists(), reason="the shared vectors are not beside the repository")
def test_the_shared_vectors_are_these() -> None:
    shared = json.loads(SHARED.read_text(encoding="utf-8"))
    assert [[v["input"], v["check_digit"]] for v in shared["check_digits"]] == VECTORS[
        "check_digits"
    ]
    ours = {vector["characters"]: vector["wrong"] for vector in VECTORS["zones"]}
    for vector in (*shared["valid"], *shared["invalid"]):
        said = vector.get("error", "").removesuffix(" check digit mismatch").lower()
        assert ours.pop(vector["mrz"]) == said.replace("data of", "date of")
    assert not ours

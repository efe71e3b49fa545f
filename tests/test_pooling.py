"""Countries pooled into regions: names, codes, and what may be shown of it."""

from __future__ import annotations

import csv

import pytest

from audit.errors import PlanError
from audit.pooling import country, load, pooled, public, schemes
from audit.resources import folder


@pytest.mark.parametrize(
    ("label", "code"),
    [
        ("Afghanistan", "AFG"), ("AF", "AFG"), ("afg", "AFG"), ("Afghan", "AFG"),
        ("Côte d’Ivoire", "CIV"), ("COTE D'IVOIRE", "CIV"), ("ivory coast", "CIV"),
        ("Congo, The Democratic Republic of the", "COD"), ("DRC", "COD"), ("Congo", "COG"),
        ("Türkiye", "TUR"), ("Turkey", "TUR"), ("Viet Nam", "VNM"), ("The Gambia", "GMB"),
        ("Syrian Arab Republic", "SYR"), ("Syria", "SYR"), ("Bosnia & Herzegovina", "BIH"),
        ("NA", "NAM"), ("Kosovo", "XKX"), ("Swaziland", "SWZ"), ("Republic of Korea", "KOR"),
        ("Stateless", None), ("Unknown", None), ("", None), ("Congolese", None), ("Dominican", None),
    ],
)  # fmt: skip
def test_a_label_is_known_by_code_name_variant_or_nationals(label, code):
    assert country(label) == code


# Placements that a reader of M49 would look up first.
M49 = {
    "SDN": "Northern Africa", "SSD": "Sub-Saharan Africa", "CYP": "Western Asia", "GEO": "Western Asia",
    "IRN": "Southern Asia", "AFG": "Southern Asia", "MEX": "Latin America and the Caribbean",
    "USA": "Northern America", "RUS": "Eastern Europe", "GBR": "Northern Europe", "KAZ": "Central Asia",
    "MMR": "South-eastern Asia", "FJI": "Melanesia", "TUR": "Western Asia", "EGY": "Northern Africa",
    "ALB": "Southern Europe", "CHN": "Eastern Asia", "NZL": "Australia and New Zealand",
}  # fmt: skip


@pytest.mark.parametrize(("code", "region"), M49.items())
def test_sub_regions_are_those_of_m49(code, region):
    assert load("m49_subregion").region(code) == region


def test_the_union_has_27_members_and_everybody_else_is_outside():
    scheme = load("eu_member")
    assert len(scheme.regions) == 27
    assert scheme.region("Ireland") == "EU member state"
    assert scheme.region("United Kingdom") == "outside the EU"
    assert scheme.region("Stateless") is None, "no country at all stays itself"


@pytest.mark.parametrize("name", schemes())
def test_every_scheme_places_known_countries_once(name):
    with (folder("regions") / "countries.csv").open(encoding="utf-8", newline="") as file:
        codes = {row["alpha3"] for row in csv.DictReader(file)}
    scheme = load(name)
    assert set(scheme.regions) <= codes
    assert scheme.source
    assert scheme.as_of
    assert scheme.confidence == "known", "from general knowledge, and said so"
    if not scheme.rest:
        assert codes - set(scheme.regions) == {"ATA"}, "Antarctica alone is in no region"


def test_no_name_stands_for_two_countries():
    seen: dict[str, str] = {}
    with (folder("regions") / "countries.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for word in (row["alpha2"], row["alpha3"], row["name"], *row["variants"].split("|")):
                if word:
                    assert country(word) == seen.setdefault(word, row["alpha3"]) == row["alpha3"]


def test_an_unknown_scheme_is_refused_with_the_nearest():
    with pytest.raises(PlanError) as caught:
        load("m49_subregions")
    assert caught.value.slug == "unknown-pool"
    assert "m49_subregion" in caught.value.hint


PEOPLE = {"Afghan": 40, "Bhutan": 3, "Iraq": 25, "Tuvalu": 4, "Stateless": 12}


def test_only_labels_of_enough_people_are_named():
    found = pooled("origin", "nationality", load("m49_subregion"), PEOPLE)
    shown = public(found, hidden={"Polynesia"}, min_cell=10)
    assert shown.regions == {"Southern Asia": ("Afghan",), "Western Asia": ("Iraq",)}
    assert shown.small == {"Southern Asia": 1}
    assert shown.unknown == 1
    assert "Tuvalu" not in repr(shown)
    assert "Bhutan" not in repr(shown)

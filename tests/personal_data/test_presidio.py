"""The families in somebody else's presidio, and presidio's recognizers among the families."""

from __future__ import annotations

from typing import Any

import pytest

from audit.personal_data import families
from audit.personal_data.family import Certainty, Family
from audit.personal_data.presidio import found_by, recognizers

NOTE = (
    "Passport no. X1234567, A012-345-678, UNHCR file 123-45-67890, Eurodac hit IT1AG01234; "
    "mail anna.e@example.org, IBAN GB82 WEST 1234 5698 7654 32, UCI 1234-5678, BRP ZU1234567. "
    "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10"
)


@pytest.fixture(scope="module", params=["en", "fr", "es", "ar"])
def engine(request: pytest.FixtureRequest) -> tuple[Any, str]:
    """An engine of anybody's: presidio's own recognizers, ours, and a tokenizer that knows nothing."""
    import spacy
    from presidio_analyzer import AnalyzerEngine, RecognizerRegistry
    from presidio_analyzer.nlp_engine import NerModelConfiguration, SpacyNlpEngine

    language = request.param
    nlp = SpacyNlpEngine(
        models=[{"lang_code": language, "model_name": "blank"}],
        ner_model_configuration=NerModelConfiguration(labels_to_ignore=[]),
    )
    nlp.nlp = {language: spacy.blank(language)}
    registry = RecognizerRegistry(recognizers=recognizers(language), supported_languages=[language])
    return AnalyzerEngine(
        registry=registry, nlp_engine=nlp, supported_languages=[language]
    ), language


def test_every_family_serves_in_an_engine(engine: tuple[Any, str]) -> None:
    analyzer, language = engine
    known = set(analyzer.get_supported_entities(language))
    for family in families():
        if family.find is not None:
            assert {kind.entity_type for kind in family.kinds} <= known


def test_what_an_engine_finds(engine: tuple[Any, str]) -> None:
    analyzer, language = engine
    found = analyzer.analyze(NOTE, language)
    best: dict[str, float] = {}
    for hit in found:
        best[hit.entity_type] = max(hit.score, best.get(hit.entity_type, 0))
        assert 0 <= hit.start < hit.end <= len(NOTE)
    for entity_type in (
        "MRZ", "PASSPORT_NUMBER", "US_A_NUMBER", "UNHCR_NUMBER", "EURODAC_NUMBER", "EMAIL_ADDRESS",
        "IBAN_CODE", "CA_UCI", "UK_BRP",
    ):  # fmt: skip
        assert best[entity_type] == 1.0, entity_type


def test_one_type_is_asked_for(engine: tuple[Any, str]) -> None:
    analyzer, language = engine
    found = analyzer.analyze(NOTE, language, entities=["MRZ", "CA_UCI"])
    assert {hit.entity_type for hit in found} == {"MRZ", "CA_UCI"}


def test_a_candidate_and_a_broken_zone_score_less(engine: tuple[Any, str]) -> None:
    analyzer, language = engine
    (hit,) = analyzer.analyze("A012345678", language, entities=["US_A_NUMBER"])
    assert hit.score == 0.5
    broken = NOTE[-89:].replace("L898902C3", "L898902C4")
    (hit,) = analyzer.analyze(broken, language, entities=["INVALID_MRZ_LIKE", "MRZ"])
    assert (hit.entity_type, hit.score) == ("INVALID_MRZ_LIKE", 0.1)
    assert analyzer.analyze(broken, language, entities=["MRZ"]) == []


def test_recognizers_of_a_plug_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """A family is wrapped whoever wrote it; one that only knows columns is not."""
    import audit.personal_data as package

    known_by_column = Family(name="c", kinds=families()[0].kinds, column="c", form=".")
    monkeypatch.setattr(package, "families", lambda: (known_by_column,))
    assert recognizers() == []


def test_found_by_leaves_out_what_presidio_hardly_believes() -> None:
    from presidio_analyzer import Pattern, PatternRecognizer

    made = []

    def build() -> PatternRecognizer:
        made.append(1)
        patterns = [
            Pattern("sure", "aaa", 1.0),
            Pattern("half", "bbb", 0.5),
            Pattern("any", "c", 0.3),
        ]
        return PatternRecognizer(supported_entity="T", patterns=patterns)

    find = found_by(build)
    assert made == [], "nothing is made before it is needed"
    assert [(s.start, s.certainty) for s in find("aaa bbb c")] == [
        (0, Certainty.CONFIRMED), (4, Certainty.CANDIDATE),
    ]  # fmt: skip
    assert list(find("nothing")) == []
    assert made == [1]

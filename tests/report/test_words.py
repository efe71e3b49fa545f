"""Sentences, numbers and the locale file."""

from __future__ import annotations

import re

import pytest

from audit.record import CheckTexts
from audit.report.locale import catalogue
from audit.report.overview import ORDER
from audit.report.words import (
    Words,
    anchor,
    cell,
    count,
    level,
    number,
    p_value,
    percent,
    points,
    short,
    span,
    unique,
)
from audit.resources import folder
from audit.text import Catalogue, Message, load_locale, plain, say
from audit.vocabulary import (
    Answered,
    AuditorRole,
    Ground,
    LimitBasis,
    NeedStatus,
    Outcome,
    Right,
    Severity,
    Worse,
)

EN = load_locale("en")


@pytest.mark.parametrize(
    ("scope", "words"),
    [
        ("outcome", Outcome), ("outcome.means", Outcome), ("right", Right), ("ui.severity", Severity),
        ("ui.ground", Ground), ("ui.basis", LimitBasis), ("ui.need", NeedStatus), ("ui.answered", Answered),
        ("ui.direction", Worse),
    ],
)  # fmt: skip
def test_every_word_of_a_closed_list_has_a_name(scope, words):
    assert not [f"{scope}.{word}" for word in words if f"{scope}.{word}" not in EN]


def test_every_role_but_the_independent_one_is_printed():
    for role in AuditorRole:
        assert (f"ui.role.{role}" in EN) == (role is not AuditorRole.INDEPENDENT)


def test_order_holds_every_outcome_once():
    assert sorted(ORDER) == sorted(Outcome)


def test_every_label_of_the_templates_is_in_the_locale():
    asked = set()
    for path in folder("report_templates").rglob("*.j2"):
        asked |= set(re.findall(r"""\bt\(["']([\w.]+)["']""", path.read_text(encoding="utf-8")))
    assert asked
    assert not asked - set(EN)


def test_nothing_in_the_locale_is_forbidden():
    for words in (
        "unbiased",
        "bias-free",
        "compliant with",
        "no discrimination",
        "explained by",
        "illegal",
    ):
        assert not [id for id, text in EN.items() if words in text.lower()]


def test_language_falls_back_message_by_message(tmp_path, monkeypatch):
    (tmp_path / "locale").mkdir()
    (tmp_path / "locale" / "en.toml").write_text('[ui]\na = "one"\nb = "two"\n', encoding="utf-8")
    (tmp_path / "locale" / "fr.toml").write_text('[ui]\na = "un"\n', encoding="utf-8")
    monkeypatch.setattr("audit.text.folder", lambda _: tmp_path)
    assert load_locale("fr-CA") == {"ui.a": "un", "ui.b": "two"}
    assert load_locale("xx") == {"ui.a": "one", "ui.b": "two"}
    assert load_locale("../fr") == {"ui.a": "one", "ui.b": "two"}


@pytest.mark.parametrize("key", ["found", "pr101.found"])
def test_the_record_brings_its_own_sentences(sample, key):
    record = sample.record()
    texts = CheckTexts(
        title="", why="", how="", cannot_show="", to_do="", messages={key: "{n} notes"}
    )
    from dataclasses import replace

    words = catalogue("en", replace(record, catalogue={"PR101": texts}))
    assert words.render(say("pr101.found", n=3)) == "3 notes"


def test_a_sentence_this_version_does_not_know_is_shown_as_recorded():
    words = Words(Catalogue({}))
    assert words.sentence(say("gone.away"), "As it was written.") == "As it was written."
    assert words.sentence(plain("Plain.")) == "Plain."


def test_right_to_left_names_do_not_reorder_the_sentence(sample):
    words = Words(Catalogue({"x.y": "{group}: {n}", "x.z": "{phrase}!", "x.p": "of {group}"}))
    assert words("x.y", group=sample.RTL, n=3) == f"\u2068{sample.RTL}\u2069: 3"
    inner = say("x.p", group=sample.RTL)
    assert (
        words.sentence(Message(id="x.z", parts={"phrase": inner}))
        == f"of \u2068{sample.RTL}\u2069!"
    )


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (percent(0.30), "30.0 %"), (percent(0.0042), "0.42 %"), (percent(None), "–"),
        (points(0.0421, signed=True), "+4.2"), (points(-0.0421, signed=True), "−4.2"),
        (count(1204), "1,204"), (count(12.34), "12.3"), (count(None), "–"),
        (p_value(0.00004), "< .001"), (p_value(0.0316), ".032"), (p_value(1.0), "1.000"),
        (number(0.0), "0"), (number(0.01234), "0.0123"), (number(-2.5), "−2.5"), (number(12_345.6), "12,346"),
        (level(0.95), "95 %"), (level(0.9975), "99.75 %"),
        (span(0.1, 0.2), "10.0 % – 20.0 %"), (span(None, 0.2), "… – 20.0 %"), (span(None, None), "–"),
        (span(-0.1, 0.2, "points"), "−10.0 to +20.0"),
        (cell(None, "rate"), "–"), (cell(2.5, "ratio"), "2.50"), (cell("x", "rate"), "x"),
    ],
)  # fmt: skip
def test_numbers(written, expected):
    assert written.replace("\xa0", " ") == expected


def test_anchors_hold_no_space_and_are_unique():
    assert anchor("FA201:main:all:nationality × sex") == "FA201-main-all-nationality-sex"
    assert anchor("جنسية") == "جنسية"
    assert unique(["a", "b", "a", "a"]) == ["a", "b", "a-2", "a-3"]


def test_a_long_name_is_cut_in_sentences_and_pictures():
    assert short("a" * 60) == "a" * 60
    assert short("a" * 3_000) == "a" * 59 + "…"
    words = Words(Catalogue({"x.y": "{group} of {groups:list}: {reason}"}))
    said = words("x.y", group="g" * 3_000, groups=("h" * 3_000,), reason="r" * 100)
    assert said == f"{'g' * 59}… of {'h' * 59}…: {'r' * 100}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a gap of -1.5 points (-7 %)", "a gap of −1.5 points (−7 %)"),
        ("25-34, SHA-256, 2026-10-15, x_-1", "25-34, SHA-256, 2026-10-15, x_-1"),
    ],
)
def test_a_negative_number_has_a_minus_sign(text, expected):
    assert Words(Catalogue({"x.y": text}))("x.y").replace("\xa0", " ") == expected


@pytest.mark.parametrize(
    ("feature", "expected"),
    [
        ("region", "Region D: 3"),
        ("region × sex", "Region × sex D: 3"),
        ("visa_type", "visa_type D: 3"),
    ],
)
def test_a_sentence_begins_with_a_capital_unless_it_is_an_identifier(feature, expected):
    words = Words(Catalogue({"x.y": "{feature} D: 3"}))
    assert words.sentence(say("x.y", feature=feature)) == expected
    inside = Words(Catalogue({"x.y": "{feature} D: 3", "x.z": "Beyond: {inner}"}))
    whole = Message(id="x.z", parts={"inner": say("x.y", feature=feature)})
    assert inside.sentence(whole) == f"Beyond: {feature} D: 3"

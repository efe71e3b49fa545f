"""Sentences from templates, ours and those of a hostile record."""

from __future__ import annotations

import pytest

from audit.text import BrokenSentence, Catalogue, Message, fill, load_locale, say


@pytest.mark.parametrize(
    ("template", "value", "text"),
    [
        ("{n:people}", 1, "1 person"),
        ("{n:people}", 1204, "1,204 people"),
        ("{n:pct}", 0.123, "12.3 %"),
        ("{n:pct_up}", 0.1231, "12.4 %"),
        ("{n:pct_up}", 0.123, "12.3 %"),
        ("{n:pct_up}", 0.003401, "0.35 %"),
        ("{n:pct_up}", 0.0, "0.0 %"),
        ("{n:pct_up}", 1.0, "100.0 %"),
        ("{n:pct_down}", 0.69799, "69.7 %"),
        ("{n:pct_down}", 0.57, "57.0 %"),
        ("{n:pct_down}", 0.00349, "0.34 %"),
        ("{n:times}", 2.5, "2.50 times"),
        ("{n:points}", 0.05, "5.0 percentage points"),
        ("{n:list}", ("A", "B", "C"), "A, B and C"),
        ("{n:count|row|rows}", 3, "3 rows"),
        ("{n:,}", 1204, "1,204"),
        ("{n:d}", 7, "7"),
        ("{n:g}", 0.5, "0.5"),
        ("{n:.3g}", 0.12345, "0.123"),
        ("{n:+.3f}", 0.5, "+0.500"),
        ("{n:,.1f}", 1204.25, "1,204.2"),
        ("{n:.12f}", 0.5, "0.500000000000"),
        ("{n:.1%}", 0.5, "50.0%"),
        ("{n:.1e}", 1204, "1.2e+03"),
        ("{n:.2f}", None, "–"),
    ],
)
def test_formats(template, value, text):
    assert fill(template, {"n": value}) == text


@pytest.mark.parametrize(
    "spec", [">900000000", "0900000000", ".13f", ".900000000f", "x<9", "c", "b", "_", "count|a"]
)
def test_other_formats_are_refused(spec):
    with pytest.raises(ValueError, match=r".+"):
        fill(f"{{n:{spec}}}", {"n": 3})


@pytest.mark.parametrize("field", ["n.__class__", "n[0]", "n.real"])
def test_a_template_reaches_no_attribute(field):
    with pytest.raises(KeyError):
        fill(f"{{{field}}}", {"n": 3})


HOSTILE = [
    Message(id="evil.x", params={"n": 1}, text="{n:>900000000}"),
    Message(id="evil.x", params={"n": "a"}, text="{n:pct}"),
    Message(id="evil.x", params={"n": 10**5000}, text="{n:,}"),
    Message(id="evil.x", params={"n": 10**5000}, text="{n:.2f}"),
    Message(id="evil.x", params={"n": "a" * 1000}, text="{n}" * 1000),
    Message(id="evil.x", text="{nope}"),
    Message(id="evil.x", params={"n": 1}, text="{n.__class__} {n!r} {"),
    Message(id="evil.x", params={"n": (1, 2)}, text="{n:people}"),
    Message(id="evil.x"),
]


@pytest.mark.parametrize("message", HOSTILE)
def test_a_broken_sentence_is_one_kind_of_error_and_can_be_shown(message):
    words = Catalogue({})
    with pytest.raises(BrokenSentence):
        words.render(message)
    assert words.shown(message) == (message.text or "evil.x")


def test_sentences_do_not_multiply_by_being_put_into_each_other():
    message = Message(id="evil.x", text="ha")
    for _ in range(7):
        message = Message(id="evil.x", text="{a}" * 50, parts={"a": message})
    with pytest.raises(BrokenSentence):
        Catalogue({}).render(message)
    deep = Message(id="evil.x", text="ha")
    for _ in range(50):
        deep = Message(id="evil.x", text="{a}", parts={"a": deep})
    with pytest.raises(BrokenSentence):
        Catalogue({}).render(deep)


def test_a_name_that_a_record_brought_along_is_shown_as_it_is():
    ours = Catalogue({"ground.origin": "origin", "ground.broken": "{n}"})
    words = ours.with_templates({"ground.origin": "taken", "ground.evil": "{nope}"})
    assert words.render(say("ground.origin")) == "origin"
    assert words.render(say("ground.evil")) == "{nope}"
    with pytest.raises(BrokenSentence):
        words.render(say("ground.broken"))
    assert Catalogue({"a.b": "{n:people}"}).shown(say("a.b", n="x")) == "{n:people}"


def test_every_format_of_the_locale_is_one_of_ours():
    import string

    specs = {
        spec
        for template in load_locale("en").values()
        for _, field, spec, _ in string.Formatter().parse(template)
        if field and spec
    }
    assert specs
    for spec in specs:
        if not spec.startswith("list"):
            assert fill(f"{{n:{spec}}}", {"n": 2})


def test_sentences_in_a_list_follow_each_other():
    assert fill("{titles}", {"titles": ("Is it so?", "Who says so?")}) == "Is it so? Who says so?"
    assert fill("{names}", {"names": ("Is it so?", "a")}) == "Is it so? and a"

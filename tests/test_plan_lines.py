"""A message names the line of the entry that is wrong, not of the first that looks alike."""

from __future__ import annotations

import pytest

from audit.errors import PlanError
from audit.plan_lines import Lines, pointed
from audit.plan_reader import parse

HEADERS = """[system]
name = "Triage"            # 2
role = "none of its keys"

[[data.recipients]]
name = "Ministry"          # 6
role = "authority"
country = "MM"

[[data.recipients]]
name = "Camp office"       # 11
role = "charity"
country = "MM"

[[parts]]                  # 15
name = "first"
[parts.data]
retention = "5 years"

[[parts]]
name = "second"            # 21
[parts.data]
retention = "1 year"       # 23
"""
BRACES = """[data]
source = "a.csv"
recipients = [
    { name = "A {", role = "charity", country = "MM" },
    { name = "B", role = "charity",
      country = "BD" },
]
"""


@pytest.mark.parametrize(
    ("where", "place", "key", "within", "line"),
    [
        ("data.recipients", 0, "country", "data.recipients", 8),
        ("data.recipients", 1, "country", "data.recipients", 13),
        ("data.recipients", 1, "name", "data.recipients", 11),
        ("parts", 0, "retention", "parts.data", 18),
        ("parts", 1, "retention", "parts.data", 23),
        ("parts", 1, "name", "parts", 21),
        ("parts", 1, "purpose", "parts", None),
    ],
)
def test_the_entry_that_is_read(where, place, key, within, line) -> None:
    lines = Lines(HEADERS)
    with lines.inside(where, place):
        assert lines.of(key, within) == line
    assert lines.of("name", "system") == 2


def test_entries_in_braces() -> None:
    lines = Lines(BRACES)
    for place, line in ((0, 4), (1, 6)):
        with lines.inside("data.recipients", place):
            assert lines.of("country", "data.recipients") == line


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ('role = "charity"', 'role = "chraity"', 12),
        ('role = "charity"\ncountry = "MM"', 'role = "charity"\ncountry = "Elbonia"', 13),
        ('role = "charity"', 'role = "charity"\nconsent = "maybe"', 13),
        ('role = "charity"', 'role = "charity"\nkontry = "MM"', 13),
        ('name = "Camp office"', 'name = " "', 11),
        ('name = "Camp office"', 'name = "Ministry"', 11),
        ('retention = "1 year"', 'retention = "long"', 23),
    ],
)
def test_an_error_in_a_plan_names_its_line(old: str, new: str, line: int) -> None:
    text = HEADERS.replace('role = "none of its keys"', "").replace(old, new)
    with pytest.raises(PlanError) as caught:
        parse(text)
    assert str(caught.value).startswith(f"audit.toml:{line}: ")


MISTAKES = """[roles]
y_pred = "stream"
positive = { y_pred = ["red"] }

[model]
source = "model.onnx"      # 6

[columns.age]              # 8
bins = [3, 2]

[checks.FA201]             # 11
limit = { ratio = -1 }
"""


@pytest.mark.parametrize(
    ("message", "line"),
    [
        ("roles.y_pred names 'streem', which is not a column", 2),
        ("roles.positive.y_pred has the label 'rot'", 3),
        ("[model] source: there is no file 'm.onnx'", 6),
        ("columns.age names 'age', which is not a column", 8),
        ("columns.age.bins must ascend", 9),
        ("[checks.FA201] limit.ratio is -1", 12),
    ],
)
def test_a_message_that_begins_with_a_key_gets_its_line(message: str, line: int) -> None:
    assert pointed(message, MISTAKES, "audit.toml") == f"audit.toml:{line}: {message}"


@pytest.mark.parametrize(
    "message", ["there is no file a.yaml", "audit.toml:3: roles.text must be text", "roles.rank is"]
)
def test_another_message_stays_as_it_is(message: str) -> None:
    expected = message if message != "roles.rank is" else "audit.toml:1: roles.rank is"
    assert pointed(message, MISTAKES, "audit.toml") == expected


@pytest.mark.parametrize(
    ("line", "typed"),
    [
        ("name = “Triage”", "straight quotes"),
        (r'name = "C:\data\udecisions.csv"', "write folders with /"),
        ('name = "a"\nname = "b"', "twice"),
        ("name = [1, 2", "bracket"),
        ("name = Triage", "text needs quotes"),
    ],
)
def test_what_is_not_toml_says_what_to_type(line: str, typed: str) -> None:
    with pytest.raises(PlanError) as caught:
        parse(f"[system]\n{line}\n")
    assert caught.value.slug == "toml-syntax"
    assert typed in caught.value.hint

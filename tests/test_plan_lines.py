"""A message names the line of the entry that is wrong, not of the first that looks alike."""

from __future__ import annotations

import pytest

from audit.errors import PlanError
from audit.plan_lines import Lines
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

from __future__ import annotations

import sys
from types import ModuleType

import pytest

from audit import cases


def generator(slug: str) -> ModuleType:
    """Return the module of a case's generator."""
    return sys.modules[cases.generator(cases.get(slug)).__module__]


@pytest.fixture(scope="session")
def visa() -> ModuleType:
    return generator("visa_triage")


@pytest.fixture(scope="session")
def appeals() -> ModuleType:
    return generator("refugee_appeals")

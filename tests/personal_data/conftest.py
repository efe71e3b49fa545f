from __future__ import annotations

from collections.abc import Callable

import polars as pl
import pytest

from audit.personal_data.family import Family

Found = Callable[[Family, str], list[tuple[str, str]]]


@pytest.fixture(scope="session")
def found() -> Found:
    """Return what one family finds in a text: certainty and text, the surest find at each place."""

    def look(family: Family, text: str) -> list[tuple[str, str]]:
        spans = list(family.find(text)) if family.find else []
        assert not spans or pl.Series([text]).str.contains(family.trigger)[0], "untriggered"
        best: dict[str, str] = {}
        for span in sorted(spans, key=lambda span: span.start):
            said = text[span.start : span.end]
            if best.get(said) != "confirmed":
                best[said] = str(span.certainty)
        return [(sure, said) for said, sure in best.items()]

    return look

"""What the runs of a note say of each other: names in one list, "Diallo, Mamadou", a name said again."""

from __future__ import annotations

import re
from dataclasses import replace

from audit.personal_data.names import layout
from audit.personal_data.names.reasons import ENOUGH, PLACED, Reason, Run
from audit.personal_data.names.weighing import LIST

_FIELD = re.compile(r"(?:^|[\n|;:•(]|[*–>-] |\.\s)[ \t]*\Z")
_GOES_ON = re.compile(r"\s(?:and|&|et|y|e|und|و)\s")
_NOT_IN_PAIRS = PLACED - {Reason.TOWN} | frozenset(
    (
        Reason.PLACE,
        Reason.ORDINARY,
        Reason.INSTITUTION,
        Reason.HOUSE,
        Reason.LONGER,
        Reason.THING,
        Reason.SIGNATURE,
        Reason.HEADING,
        Reason.NUMBER,
        Reason.ACRONYM,
        Reason.DATE,
        Reason.SHIP,
        Reason.ARTICLE,
        Reason.BRAND,
    )
)
_MOST_OF_A_SURNAME = 3


def beside(text: str, runs: list[Run]) -> list[Run]:
    """Return the runs with what the next one says of each."""
    told = list(runs)
    for position in range(len(told) - 2, -1, -1):
        run, following = told[position], told[position + 1]
        if not 0 < following.start - run.end < 24:
            continue
        between = text[run.end : following.start]
        if between == ", " and _is_pair(text, run, following):
            told[position] = replace(run.because(Reason.COMMA, 3.0), end=following.end)
            told[position + 1] = replace(following, start=run.start)
        elif (
            run.weight < ENOUGH <= following.weight
            and following.has(Reason.UNKNOWN_WORD, Reason.UNKNOWN_WORDS, Reason.TITLE)
            and not run.has(*_NOT_IN_PAIRS)
            and LIST.fullmatch(between)
        ):
            told[position] = run.because(Reason.LISTED, 2.0)
    return told


def _is_pair(text: str, run: Run, following: Run) -> bool:
    """Tell whether a comma stands between a surname and given names, not between people or places."""
    if run.has(*_NOT_IN_PAIRS) or following.has(*_NOT_IN_PAIRS):
        return False
    if not run.has(Reason.UNKNOWN_WORD, Reason.UNKNOWN_WORDS) and not following.has(
        Reason.UNKNOWN_WORD, Reason.UNKNOWN_WORDS
    ):
        return False
    if run.weight >= ENOUGH <= following.weight:
        return False
    if run.has(Reason.TOWN) and following.has(Reason.TOWN):
        return False
    words = text[run.start : run.end].split()
    if len(words) > _MOST_OF_A_SURNAME:
        return False
    begins = _FIELD.search(text[max(0, run.start - 8) : run.start]) is not None
    if _GOES_ON.match(text, following.end):
        return False
    ends = layout.field_ends(text, following.end)
    return (begins and ends) or ((begins or ends) and max(run.weight, following.weight) >= ENOUGH)

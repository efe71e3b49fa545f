"""How much a page can hold: under 500 KB whatever the number of groups.

What does not fit is never lost: a table that is cut says so and names the file that holds all rows.
"""

from __future__ import annotations

PAGE = 480_000
"""Bytes the page aims at; what is always shown in full may take it a little further."""
FIXED = 60_000
FINDING = 3_600
LEAST = 90_000

MOST_PICTURES = 20
EVIDENCE_PICTURES = 8
"""Pictures kept free for evidence (what drives the score), however many findings there are."""
PICTURE = 6_000
LINE = 620
MOST_LINES = 30
FEWEST_LINES = 8

CELL = 26
ROW = 40
MOST_ROWS = 40
FEWEST_ROWS = 2
SIDE = 30_000


class Room:
    """What is left on the page, given out in reading order.

    Parameters
    ----------
    findings : int
        Findings the page must show.
    evidence : int
        Figures of evidence that will ask after the findings.
    """

    def __init__(self, findings: int = 0, evidence: int = 0) -> None:
        self._kept = min(evidence, EVIDENCE_PICTURES)
        self._pictures = MOST_PICTURES
        self._side = SIDE
        left = max(LEAST, PAGE - FIXED - FINDING * findings)
        self._drawing = left * 0.55
        self._reserved = min(self._kept * PICTURE, self._drawing / 2)
        self._tables = left * 0.45

    def picture(self, lines: int | None, *, evidence: bool = False) -> int:
        """Take one picture.

        Parameters
        ----------
        lines : int or None
            Lines it would draw; None for a picture whose size does not grow.

        Returns
        -------
        int
            How many lines may be drawn, 0 if the picture must not be drawn.
        """
        kept = 0 if evidence else self._kept
        left = self._drawing - (0 if evidence else self._reserved)
        wanted = min(lines or 1, MOST_LINES)
        given = wanted if lines is None else min(wanted, int((left - 1_500) // LINE))
        if self._pictures <= kept or given < min(wanted, FEWEST_LINES):
            return 0
        self._pictures -= 1
        cost = PICTURE if lines is None else 1_500 + given * LINE
        self._drawing -= cost
        if evidence:
            self._kept = max(0, self._kept - 1)
            self._reserved = max(0.0, self._reserved - cost)
        return given

    def rows(self, wanted: int, columns: int) -> int:
        """Return how many rows a table may have: what is wanted if there is room, never none."""
        each = ROW + CELL * columns
        given = min(wanted, max(FEWEST_ROWS, min(MOST_ROWS, int(self._tables // each))))
        self._tables -= given * each
        return given

    def side_rows(self, wanted: int, columns: int) -> int:
        """Return how many rows a table of all groups may have, of what pictures and tables left."""
        each = ROW + 50 * columns
        left = max(self._side, self._drawing + self._tables)
        given = min(wanted, int(left // each))
        self._tables -= given * each
        self._side -= given * each
        return given

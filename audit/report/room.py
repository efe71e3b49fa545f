"""How much a page can hold: under 500 KB whatever the number of groups.

What does not fit is never lost: a table that is cut says so and names the file that holds all rows.
"""

from __future__ import annotations

from audit.figure import Figure
from audit.finding import Finding
from audit.record import AuditRecord
from audit.vocabulary import FigureKind, Outcome

PAGE = 470_000
"""Bytes the page aims at; what is always shown in full may take it a little further."""
LEAST_DRAWN = 26_000
LEAST_TABLED = 6_000
FIXED = 45_000
FINDING = 2_600

MOST_PICTURES = 20
PICTURE = 6_000
LINE = 620
MOST_LINES = 30
FEWEST_LINES = 8

CELL = 26
ROW = 40
MOST_ROWS = 40
FEWEST_ROWS = 3
WHOLE = 6
"""Rows of a table that is never cut: to say that rows are missing takes as much room as they do."""
SIDE = 30_000

IN_LINES = {FigureKind.INTERVAL, FigureKind.BARS, FigureKind.MAP}
"""Kinds whose drawing grows with the rows of the figure."""


class Room:
    """What is left on the page.

    Parameters
    ----------
    findings : int
        Findings the page must show.
    elsewhere : int
        Bytes of checklists, methods and other text that does not shrink.
    """

    def __init__(self, findings: int = 0, elsewhere: int = 0) -> None:
        left = PAGE - FIXED - elsewhere - FINDING * findings
        self._pictures = MOST_PICTURES
        self._drawing = max(LEAST_DRAWN, left * 0.55)
        self._tables = max(LEAST_TABLED, left * 0.45)
        self._side = SIDE

    def picture(self, lines: int | None) -> int:
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
        wanted = min(lines or 1, MOST_LINES)
        fits = wanted if lines is None else min(wanted, int((self._drawing - 1_500) // LINE))
        cost = PICTURE if lines is None else 1_500 + fits * LINE
        if not self._pictures or fits < min(wanted, FEWEST_LINES) or cost > self._drawing:
            return 0
        self._pictures -= 1
        self._drawing -= cost
        return fits

    def rows(self, wanted: int, columns: int, fewest: int = FEWEST_ROWS) -> int:
        """Return how many rows a table may have: what is wanted if there is room, never none.

        Parameters
        ----------
        fewest : int
            Rows that are given however little room is left.
        """
        each = ROW + CELL * columns
        fits = min(MOST_ROWS, int(self._tables // each))
        given = wanted if wanted <= WHOLE else min(wanted, max(fewest, FEWEST_ROWS, fits))
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


Grants = dict[tuple[str, int], int]
"""(finding or evidence, number of the figure) to the lines that may be drawn."""


def grants(record: AuditRecord, room: Room) -> Grants:
    """Decide which pictures are drawn, those first that a reader must see.

    What is beyond the limit comes first, then what the model does, then leading questions, one
    picture of every other piece of evidence, then the rest; pairs of features come last.
    """
    asked: list[tuple[int, int, tuple[str, int], int | None]] = []
    for place, finding in enumerate(record.findings):
        if finding.estimates:
            asked.append((_rank(finding), place, (finding.id, 0), len(finding.estimates)))
    for place, entry in enumerate(record.evidence):
        for number, figure in enumerate(entry.figures):
            asked.append(
                (_evidence_rank(entry.kind, number), place, (entry.id, number), lines(figure))
            )
    given = {key: room.picture(wanted) for *_, key, wanted in sorted(asked, key=lambda a: a[:3])}
    return {key: most for key, most in given.items() if most}


def lines(figure: Figure) -> int | None:
    """Return how many lines a figure would draw, None for a kind that does not grow."""
    return len(figure.rows) if figure.kind in IN_LINES else None


def _rank(finding: Finding) -> int:
    if finding.outcome is Outcome.FAIL:
        return 0
    if " × " in finding.key:
        return 8
    if finding.lead:
        return 2
    return {Outcome.REVIEW: 3, Outcome.INCONCLUSIVE: 5}.get(finding.outcome, 7)


def _evidence_rank(kind: str, number: int) -> int:
    if kind == "attributions":
        return 1 if number < 3 else 6
    if kind == "group_counts":
        # The same rates stand side by side in a section of their own.
        return 9
    return 4 if number == 0 else 8

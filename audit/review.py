"""A list of rows for blind review of files, and its answers, read back as the random arm.

Two files: the list, which the reviewers fill in, and beside it the design, which says how the rows
were drawn. The list holds no decision and no score, so that whoever reads a file does not know them.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from audit.errors import InputError, PlanError, UsageError
from audit.plan import PartPlan, Plan
from audit.text import inert
from audit.vocabulary import OutcomeKnown

Y_TRUE = "review_y_true"
ARM = "review_arm"
PROBABILITY = "review_probability"
STRATUM = "review_stratum"
"""Columns that a review puts beside the table."""

COLUMNS = ("row", "stratum", "inclusion_probability", "y_true", "reviewer", "reviewed_on")
_CLOSE = 1e-3
"""Spreadsheets round what they save; an edited probability is further off than that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stratum:
    """People who had the same chance of being drawn.

    Attributes
    ----------
    label : str
        Values of the columns that the draw went by; empty where it went by none.
    """

    number: int
    label: str
    people: int
    drawn: int

    @property
    def probability(self) -> float:
        """Chance of being drawn, in (0, 1]."""
        return self.drawn / self.people


@dataclass(frozen=True, slots=True, kw_only=True)
class Design:
    """How a list was drawn: enough to weigh its answers, and to know that it is the same list.

    Attributes
    ----------
    fingerprint : str
        SHA-256 of the file of data.
    rows : int
        Rows of the file.
    positive, negative : tuple of str
        Answers that say that the condition is there, or is not.
    digest : str
        SHA-256 over the rows and strata of the list.
    """

    source: str
    fingerprint: str
    rows: int
    part: str
    by: tuple[str, ...]
    seed: int
    positive: tuple[str, ...]
    negative: tuple[str, ...]
    strata: tuple[Stratum, ...]
    digest: str = ""

    @property
    def drawn(self) -> int:
        """Rows on the list."""
        return sum(stratum.drawn for stratum in self.strata)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row of the list.

    Attributes
    ----------
    row : int
        Number in the source, from 0; the list itself counts from 1.
    truth : int or None
        1 or 0; None where nobody answered.
    """

    row: int
    stratum: int
    truth: int | None = None
    identifier: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A list with its answers."""

    design: Design
    lines: tuple[Line, ...]
    reviewers: int = 0

    @property
    def answered(self) -> int:
        """Files with an answer."""
        return sum(line.truth is not None for line in self.lines)


def design_path(path: Path) -> Path:
    """Return where the design of a list stands: `review.csv` has `review.design.json`."""
    return path.with_suffix(".design.json")


def resolved(plan: Plan) -> Plan:
    """Return the plan with the columns of its reviews in their roles, before any data are read."""
    return replace(plan, parts=tuple(_resolved(part) for part in plan.parts))


def _resolved(part: PartPlan) -> PartPlan:
    if not part.data.review:
        return part
    _check_replaces_nothing(part)
    added = {"y_true": Y_TRUE, "random_arm": ARM, "selection_probability": PROBABILITY}
    columns = {role: (name,) for role, name in (added | {"selection_stratum": STRATUM}).items()}
    roles = replace(
        part.roles,
        columns={**part.roles.columns, **columns},
        positive={**part.roles.positive, "y_true": ("1",), "random_arm": ("1",)},
        outcome_known=OutcomeKnown.RANDOM_ARM,
        y_true_recorded_by=part.data.reviewed_by,
    )
    return replace(part, roles=roles)


def _check_replaces_nothing(part: PartPlan) -> None:
    """Refuse a review of some files where an independent truth is declared to be known of everyone.

    A truth that the deciding body recorded, or nobody said who, is what a review is there to replace.
    """
    roles = part.roles
    known = roles.outcome_known is OutcomeKnown.EVERYONE and roles.one("y_true")
    by = roles.y_true_recorded_by.strip().lower()
    if known and by not in ("", "decider"):
        raise PlanError(
            f"[data] review would replace '{known}', which [roles] declares to be known of everyone, by "
            "the answers for the files that were drawn",
            slug="review-replaces-truth",
            hint="leave [data] review out; or take y_true and outcome_known out of [roles], to count the "
            "review alone",
        )


def unresolved(plan: Plan) -> Plan:
    """Return the plan without its reviews, to draw from the table as it was given."""
    parts = (replace(part, data=replace(part.data, review="")) for part in plan.parts)
    return replace(plan, parts=tuple(parts))


# -- writing --------------------------------------------------------------------------------------


def written(design: Design, lines: Sequence[Line], identifier: str = "") -> tuple[str, str]:
    """Return the texts of the list and of its design.

    Parameters
    ----------
    identifier : str
        Column whose values stand in the list too; empty for none.
    """
    strata = {stratum.number: stratum for stratum in design.strata}
    text = io.StringIO()
    out = csv.writer(text, lineterminator="\n")
    out.writerow([COLUMNS[0], *([inert(identifier)] if identifier else []), *COLUMNS[1:]])
    for line in lines:
        own = [inert(line.identifier)] if identifier else []
        chance = f"{strata[line.stratum].probability:.10g}"
        out.writerow([line.row + 1, *own, line.stratum, chance, "", "", ""])
    sealed = replace(design, digest=_digest(lines))
    return text.getvalue(), json.dumps(asdict(sealed), indent=1, ensure_ascii=False) + "\n"


def _digest(lines: Sequence[Line]) -> str:
    said = "\n".join(f"{line.row},{line.stratum}" for line in sorted(lines, key=lambda x: x.row))
    return hashlib.sha256(said.encode()).hexdigest()


# -- reading --------------------------------------------------------------------------------------


def read(path: Path, *, fingerprint: str, part: str) -> Review:
    """Read a list with its answers, and hold it against its design and the data.

    Parameters
    ----------
    fingerprint : str
        SHA-256 of the file of data that is audited.
    part : str
        The part whose truth the answers are: chances hold for the people it was drawn from.

    Raises
    ------
    UsageError
        With slug `no-such-file`.
    InputError
        With slug `review-design`, `review-part`, `review-data-changed`, `review-columns`, `review-rows`,
        `review-probability`, `review-answer` or `review-unanswered`.
    """
    design = _design(design_path(path), path)
    if design.fingerprint != fingerprint:
        raise InputError(
            f"{path.name} was drawn from {design.source}, and that file has changed since: its rows "
            "may be other people now",
            slug="review-data-changed",
            hint="audit the file that the list was drawn from, or draw a new list",
        )
    if design.part != part:
        raise InputError(
            f"{path.name} was drawn from the part '{design.part}', and the plan gives it to '{part}'",
            slug="review-part",
            hint=f"audit sample audit.toml --part {part} --n …",
        )
    rows = list(_rows(path))
    lines = tuple(_line(path, number, row, design) for number, row in rows)
    _check_rows(path, lines, design)
    if not any(line.truth is not None for line in lines):
        raise InputError(
            f"{path.name} holds no answer yet: the column y_true is empty",
            slug="review-unanswered",
            hint="leave [data] review out until the files are read",
        )
    named = {row["reviewer"].strip() for _, row in rows} - {""}
    return Review(design=design, lines=lines, reviewers=len(named))


def _design(path: Path, review: Path) -> Design:
    from pydantic import TypeAdapter, ValidationError

    if not review.is_file():
        raise UsageError(
            f"there is no file {review.name} ([data] review)",
            slug="no-such-file",
            hint="audit sample audit.toml --n 400 draws one",
        )
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
        design: Design = TypeAdapter(Design).validate_python(document)
    except (OSError, ValueError, ValidationError):
        raise InputError(
            f"{review.name} has no {path.name} beside it that says how it was drawn",
            slug="review-design",
            hint="keep both files of `audit sample` together, under one name",
        ) from None
    if any(stratum.drawn < 1 or stratum.drawn > stratum.people for stratum in design.strata):
        raise InputError(f"{path.name} is not what `audit sample` wrote", slug="review-design")
    return design


def _rows(path: Path) -> Iterator[tuple[int, Mapping[str, str]]]:
    """Yield the number of each line and its columns; commas or, as some spreadsheets save, semicolons."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise InputError(
            f"{path.name} cannot be read as UTF-8 text",
            slug="unreadable-file",
            hint="save it as CSV in UTF-8",
        ) from None
    head = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text), delimiter=";" if head.count(";") else ",")
    names = [name.strip() for name in next(reader, [])]
    absent = [name for name in COLUMNS[:5] if name not in names]
    if absent:
        raise InputError(
            f"{path.name} has no column '{absent[0]}'; a list has {', '.join(COLUMNS)}",
            slug="review-columns",
        )
    for cells in reader:
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) < len(names):
            raise InputError(
                f"{path.name}, line {reader.line_num}: {len(cells)} cells where the header has "
                f"{len(names)}",
                slug="review-columns",
            )
        yield reader.line_num, dict(zip(names, cells, strict=False))


def _line(path: Path, number: int, row: Mapping[str, str], design: Design) -> Line:
    where = f"{path.name}, line {number}"
    try:
        place, stratum = int(row["row"]) - 1, int(row["stratum"])
        chance = float(row["inclusion_probability"].replace(",", "."))
    except ValueError:
        raise InputError(
            f"{where}: row, stratum and inclusion_probability are numbers", slug="review-rows"
        ) from None
    if not 0 <= place < design.rows:
        raise InputError(
            f"{where}: {design.source} has {design.rows:,} rows, and this is not one of them",
            slug="review-rows",
        )
    drawn = {each.number: each.probability for each in design.strata}
    if stratum not in drawn or abs(chance - drawn[stratum]) > _CLOSE * drawn[stratum]:
        raise InputError(
            f"{where}: stratum or inclusion probability is not the one that the row was drawn with",
            slug="review-probability",
            hint="fill in y_true, reviewer and reviewed_on, and change nothing else",
        )
    return Line(row=place, stratum=stratum, truth=_truth(where, row, design))


def _truth(where: str, row: Mapping[str, str], design: Design) -> int | None:
    said = row["y_true"].strip()
    if not said:
        return None
    known = {each.casefold(): 1 for each in design.positive}
    known |= {each.casefold(): 0 for each in design.negative}
    if said.casefold() not in known:
        yes, no = " or ".join(design.positive), " or ".join(design.negative)
        raise InputError(
            f"{where}: y_true is {yes} where the condition is there, {no} where it is not, or empty",
            slug="review-answer",
        )
    if not row["reviewer"].strip():
        raise InputError(
            f"{where}: an answer, and no reviewer who gave it",
            slug="review-answer",
            hint="a name, initials or a number in the column reviewer",
        )
    return known[said.casefold()]


def _check_rows(path: Path, lines: Sequence[Line], design: Design) -> None:
    seen: set[int] = set()
    for line in lines:
        if line.row in seen:
            raise InputError(
                f"{path.name}: row {line.row + 1} stands there twice", slug="review-rows"
            )
        seen.add(line.row)
    if len(lines) < design.drawn:
        raise InputError(
            f"{path.name} has {len(lines):,} of the {design.drawn:,} rows that were drawn",
            slug="review-rows",
            hint="a file that could not be read stays on the list, with y_true empty",
        )
    if _digest(lines) != design.digest:
        raise InputError(
            f"{path.name} holds rows that were not drawn",
            slug="review-rows",
            hint="rows that somebody picks are no random sample",
        )

"""What is checked when a table is opened for a part: that the plan and the table fit together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from audit.engines.collected import collected
from audit.engines.keys import LABEL_ROLES, Columns, edge
from audit.errors import InputError, PlanError, did_you_mean
from audit.plan import PartPlan, guess_ground
from audit.vocabulary import RANDOM_ARM, Ground

if TYPE_CHECKING:
    import narwhals.stable.v2 as nw

MOST_VALUES = 12
"""A numeric group column with more different values than this needs bins."""

_BINARY = ("0", "1", "true", "false")
_FILLED = ("y_true", "y_pred", "y_score")
_YES = ("1", "true", "True", "TRUE", "yes", "Yes", "YES", "y", "Y")


def check_names(part: PartPlan, columns: Sequence[str], file: str) -> None:
    """Check that each column the plan names is there.

    Raises
    ------
    PlanError
        With slug `unknown-column`, suggesting the nearest name.
    """
    for place, name in _named(part):
        if name in columns:
            continue
        near = did_you_mean(name, columns)
        if place.startswith("columns.") and part.name != "main" and not near.startswith("did"):
            continue  # several parts may have different tables and share one [columns]
        raise PlanError(
            f"{place} names '{name}', which is not a column of {file}",
            slug="unknown-column",
            hint=near,
        )


def _named(part: PartPlan) -> Iterator[tuple[str, str]]:
    for feature in part.roles.sensitive:
        yield "roles.sensitive_features", feature.column
    for role, names in part.roles.columns.items():
        for name in names:
            yield f"roles.{role}", name
    for name in part.model.features:
        yield "model.features", name
    if part.data.retention_from:
        yield "data.retention_from", part.data.retention_from
    for name in part.where:
        yield f"parts.{part.name}.where", name
    for name in part.columns:
        yield f"columns.{name}", name


def check_kinds(part: PartPlan, kinds: Mapping[str, str], file: str) -> None:
    """Check that numbers are numbers where the plan needs them, notes are text, and bins ascend.

    Raises
    ------
    InputError
        With slug `not-a-number`.
    PlanError
        With slug `not-text` or `wrong-value`.
    """
    _check_notes(part, kinds, file)
    for role in ("y_score", "sample_weight", "rank"):
        for name in part.roles.all(role):
            if kinds[name] not in ("integer", "number"):
                raise InputError(
                    f"{file}: roles.{role} names '{name}', which holds {kinds[name]}, not numbers",
                    slug="not-a-number",
                    hint=f'[columns.{name}]\ntype = "number"   # then the rows at fault are named',
                )
    for name, section in part.columns.items():
        if not section.bins or name not in kinds:
            continue
        if list(section.bins) != sorted(set(section.bins)):
            raise PlanError(f"columns.{name}.bins must ascend, each edge once", slug="wrong-value")
        if kinds[name] not in ("integer", "number"):
            raise InputError(
                f"{file}: columns.{name} has bins, but holds {kinds[name]}, not numbers",
                slug="not-a-number",
                hint=f'[columns.{name}]\ntype = "number"   # then the rows at fault are named',
            )


@dataclass(frozen=True, slots=True)
class Distinct:
    """How many different values there are, missing among them."""

    values: nw.Expr


@dataclass(frozen=True)
class Facts:
    """Aggregates that the checks below need, asked for by name and answered in one scan."""

    found: Mapping[str, Any]

    @classmethod
    def of(cls, table: nw.LazyFrame[Any], wanted: Mapping[str, nw.Expr | Distinct]) -> Facts:
        """Run the scan, if there is anything to ask.

        On polars each number of different values has a scan of its own, of its column alone: it takes
        longer than a sum, and beside it polars would hold what the sums have read already.
        """
        import narwhals.stable.v2 as nw

        apart = table.implementation is nw.Implementation.POLARS
        alone = [[n] for n, what in wanted.items() if apart and isinstance(what, Distinct)]
        together = [name for name in wanted if [name] not in alone]
        found: dict[str, Any] = {}
        for names in filter(None, [together, *alone]):
            asked = [wanted[name] for name in names]
            plain = [w.values.n_unique() if isinstance(w, Distinct) else w for w in asked]
            row = collected(table.select(e.alias(f"a{i}") for i, e in enumerate(plain)))
            found |= {name: row.column(f"a{i}")[0].as_py() for i, name in enumerate(names)}
        return cls(found)

    def count(self, name: str) -> int:
        """Return a number of rows; the sum of no rows is 0."""
        return int(self.found[name] or 0)


def label_roles(part: PartPlan) -> Iterator[tuple[str, str]]:
    """Yield the roles that are read as positive or not, with their column."""
    for role in LABEL_ROLES:
        column = part.roles.one(role)
        if column is not None:
            yield role, column


def _said(part: PartPlan, role: str) -> tuple[str, ...]:
    """Return the labels the plan gives a role. The label for all roles does not mark an arm."""
    if role == RANDOM_ARM:
        return part.roles.positive.get(role, ())
    return part.roles.positive_labels(role)


def label_facts(columns: Columns) -> dict[str, nw.Expr | Distinct]:
    """Return what `positive` needs to know of the whole table."""
    import narwhals.stable.v2 as nw

    wanted: dict[str, nw.Expr | Distinct] = {}

    def hits(name: str, labels: Sequence[str]) -> nw.Expr:
        return columns.has_label(name, labels).cast(nw.Int64).sum()

    for role, name in label_roles(columns.part):
        wanted[f"{role} labels"] = Distinct(columns.labels(name))
        wanted[f"{role} gaps"] = columns.value(name).is_null().cast(nw.Int64).max()
        for text in columns.part.roles.classes:
            wanted[f"{role}={text}"] = hits(name, [text])
        for text in _said(columns.part, role):
            wanted[f"{role}={text}"] = hits(name, [text])
        wanted[f"{role} binary"] = hits(name, _BINARY)
        wanted[f"{role} yes"] = hits(name, _YES)
        wanted[f"{role} all"] = columns.value(name).count()
        if said := _said(columns.part, role):
            wanted[f"{role} said"] = hits(name, said)
    return wanted


def positive(facts: Facts, columns: Columns, file: str) -> dict[str, tuple[str, ...]]:
    """Settle which labels are positive in each role.

    Raises
    ------
    PlanError
        With slug `label-not-found`, `positive-missing`, `positive-all` or `class-not-named`.
    """
    _every_shared_label(columns.part, facts, file)
    _every_class(columns.part, facts, file)
    return {
        role: _settled(columns.part, role, name, facts, file)
        for role, name in label_roles(columns.part)
    }


def _every_shared_label(part: PartPlan, facts: Facts, file: str) -> None:
    """Check that a label given for all roles occurs in one of them."""
    shared = [
        (role, name)
        for role, name in label_roles(part)
        if role != RANDOM_ARM and role not in part.roles.positive
    ]
    for text in part.roles.positive.get("*", ()) if shared else ():
        plain = text in _BINARY and any(_is_binary(facts, role) for role, _ in shared)
        if not plain and not any(facts.count(f"{role}={text}") for role, _ in shared):
            raise _label_not_found("positive", shared[0][1], text, file)


def _every_class(part: PartPlan, facts: Facts, file: str) -> None:
    """Check that the classes named are those that occur: each somewhere, and no label beside them.

    Raises
    ------
    PlanError
        With slug `label-not-found` or `class-not-named`.
    """
    filled = [(role, name) for role, name in label_roles(part) if role in ("y_true", "y_pred")]
    for text in part.roles.classes if filled else ():
        if not any(facts.count(f"{role}={text}") for role, _ in filled):
            raise _label_not_found("classes", filled[-1][1], text, file)
    for role, name in filled if part.roles.classes else ():
        named = sum(facts.count(f"{role}={text}") for text in part.roles.classes)
        if named < facts.count(f"{role} all"):
            there = sum(bool(facts.count(f"{role}={text}")) for text in part.roles.classes)
            more = _labels(facts, role) - there
            raise PlanError(
                f"column '{name}' of {file} has {more:,} {'label' if more == 1 else 'labels'} that "
                "roles.classes does not name",
                slug="class-not-named",
                hint=f"name every label, or say which stand for no class:\n[columns.{name}]\n"
                'missing = ["…"]',
            )


def _labels(facts: Facts, role: str) -> int:
    return facts.count(f"{role} labels") - facts.count(f"{role} gaps")


def _is_binary(facts: Facts, role: str) -> bool:
    return facts.count(f"{role} binary") == facts.count(f"{role} all")


def _settled(part: PartPlan, role: str, name: str, facts: Facts, file: str) -> tuple[str, ...]:
    said = _said(part, role)
    binary = _is_binary(facts, role)
    if part.roles.in_classes(role):
        return ()
    explicit = role in part.roles.positive
    missed = [
        text
        for text in said
        if not facts.count(f"{role}={text}") and not (binary and text in _BINARY)
    ]
    if missed and (explicit or len(missed) == len(said)):
        raise _label_not_found(
            f"positive.{role}" if explicit else "positive", name, missed[0], file
        )
    if said:
        if role != RANDOM_ARM and _is_every_label(facts, role, said):
            raise _every_label(f"positive.{role}" if explicit else "positive", role, name)
        return said
    if role == RANDOM_ARM and (facts.count(f"{role} yes") or binary):
        return _YES
    if binary:
        return ("1", "true")
    labels = _labels(facts, role)
    several = role in ("y_true", "y_pred") and labels > 2
    which = f"which of its {labels:,} labels" if several else "which of its labels"
    hint = f'[roles]\npositive = {{ {role} = ["LABEL"] }}   # with a label of that column'
    if several:
        hint += (
            '\nor, if each label is a class of its own:\nclasses = ["…", "…", "…"]   # all of them'
        )
    raise PlanError(
        f"roles.{role} names '{name}', and {which} "
        f"{'marks the random arm' if role == RANDOM_ARM else 'is the positive one'} is not said",
        slug="positive-missing",
        hint=hint,
    )


def _is_every_label(facts: Facts, role: str, said: Sequence[str]) -> bool:
    """Return whether nothing but positive labels occur, and more than one of them.

    Where every decision is the same there is one label: that is a finding and not a slip.
    """
    people = facts.count(f"{role} all")
    several = any(0 < facts.count(f"{role}={text}") < people for text in said)
    return several and facts.count(f"{role} said") == people


def _every_label(key: str, role: str, name: str) -> PlanError:
    nobody = (
        "nobody is without the condition" if role == "y_true" else "nobody is decided otherwise"
    )
    return PlanError(
        f"{key} names every label of '{name}', so {nobody}; name one",
        slug="positive-all",
        hint=f'[roles]\npositive = {{ {role} = ["LABEL"] }}   # the label that counts, not its opposite',
    )


def _label_not_found(key: str, name: str, text: str, file: str) -> PlanError:
    return PlanError(
        f"roles.{key} has the label '{text}', which never occurs in column '{name}' of {file}",
        slug="label-not-found",
        hint=(
            "check spelling and capitals; where columns use different labels, say which belong to "
            'which:\npositive = { y_true = ["…"], y_pred = ["…"] }'
        ),
    )


def check_values(
    table: nw.LazyFrame[Any], facts: Facts, columns: Columns, file: str
) -> tuple[int, Columns]:
    """Count the rows of a part and check the values its roles need.

    Parameters
    ----------
    facts : Facts
        What `value_facts` asks of the part's rows.

    Returns
    -------
    rows : int
    columns : Columns
        With the range of scores, which numbers are whole, and how many labels the keys have.

    Raises
    ------
    InputError
        With slug `no-rows`, `all-missing` or `score-range`.
    PlanError
        With slug `needs-bins`.
    """
    part = columns.part
    numeric = _numeric_groups(columns)
    rows = facts.count("rows")
    if not rows:
        raise _no_rows(part, file)
    for role in _FILLED:
        for name in part.roles.all(role):
            if not facts.count(f"{role} in {name}"):
                raise _all_missing(role, name, file)
    for name in numeric:
        values = facts.count(f"values {name}") - facts.count(f"gaps {name}")
        if values > MOST_VALUES and not columns.section(name).bins:
            raise _needs_bins(table, columns, name, values)
    whole = frozenset(name for name in numeric if not facts.count(f"broken {name}"))
    sizes = {name: max(facts.count(f"size {name}"), 1) for name in _named_groups(columns)}
    columns = replace(columns, whole=whole, sizes=sizes)
    score = part.roles.one("y_score")
    if score is None:
        return rows, columns
    found = float(facts.found["low"]), float(facts.found["high"])
    span = score_range(part, found, facts.count("outside"), f"{file}: roles.y_score '{score}'")
    return rows, replace(columns, score_range=span)


def _numeric_groups(columns: Columns) -> list[str]:
    """Return the columns of numbers that people are grouped by."""
    return [
        name
        for name, kind in columns.kinds.items()
        if columns.grouping(name) and kind in ("integer", "number")
        if not columns.section(name).map
    ]


def _named_groups(columns: Columns) -> list[str]:
    """Return the columns that people are grouped by, whose labels must be counted to plan a scan."""
    return [
        name for name in columns.kinds if columns.grouping(name) and columns.key(name).size is None
    ]


def _check_notes(part: PartPlan, kinds: Mapping[str, str], file: str) -> None:
    for name in part.roles.all("text"):
        if kinds[name] != "text":
            raise PlanError(
                f"roles.text names '{name}', which holds {kinds[name]} in {file}, not text",
                slug="not-text",
                hint=f'name columns of notes; or, if it holds notes all the same:\n[columns.{name}]\ntype = "text"',
            )


def value_facts(columns: Columns) -> dict[str, nw.Expr | Distinct]:
    """Return what `check_values` needs to know of the part's rows."""
    import narwhals.stable.v2 as nw

    numeric = _numeric_groups(columns)

    roles = columns.part.roles
    wanted: dict[str, nw.Expr | Distinct] = {"rows": nw.len()}
    for role in _FILLED:
        for name in roles.all(role):
            wanted[f"{role} in {name}"] = columns.value(name).count()
    for name in numeric:
        value = columns.value(name)
        wanted[f"values {name}"] = Distinct(value)
        wanted[f"gaps {name}"] = value.is_null().cast(nw.Int64).max()
        small = value.abs() < 2**53  # beyond, all are whole, and not every engine can floor them
        wanted[f"broken {name}"] = (
            nw.when(small).then((value.floor() != value).cast(nw.Int64)).sum()
        )
    for name in _named_groups(columns):
        wanted[f"size {name}"] = Distinct(columns.key(name).expression)
    if (score := roles.one("y_score")) is not None:
        wanted |= score_facts(columns.value(score))
    return wanted


def score_facts(score: nw.Expr) -> dict[str, nw.Expr]:
    """Return what `score_range` needs to know: the extremes, and how many lie outside 0 to 1."""
    import narwhals.stable.v2 as nw

    outside = ((score < 0) | (score > 1)).cast(nw.Int64).sum()
    return {"low": score.min(), "high": score.max(), "outside": outside}


def score_range(
    part: PartPlan, found: tuple[float, float], outside: int, what: str
) -> tuple[float, float]:
    """Return where score bins begin and end: 0 and 1, or the extremes of a margin.

    Raises
    ------
    InputError
        With slug `score-range`.
    """
    if part.model.output == "margin":
        return found
    if outside:
        raise InputError(
            f"{what} lies outside 0 to 1 in {outside:,} {'row' if outside == 1 else 'rows'}",
            slug="score-range",
            hint='if it is a score of points or log-odds:\n[model]\noutput = "margin"',
        )
    return 0.0, 1.0


def _no_rows(part: PartPlan, file: str) -> InputError:
    named = ", ".join(f"{name} = {value!r}" for name, value in part.where.items())
    return InputError(
        f"{file}: part '{part.name}' has no row" + (f" (where {named})" if named else ""),
        slug="no-rows",
        hint="check the labels under where; they are compared after map",
    )


def _all_missing(role: str, name: str, file: str) -> InputError:
    return InputError(
        f"{file}: roles.{role} names '{name}', which has no value in any row",
        slug="all-missing",
        hint=f"leave roles.{role} out if it was not delivered; then the questions that need it say so",
    )


def _needs_bins(table: nw.LazyFrame[Any], columns: Columns, name: str, values: int) -> PlanError:
    role = (
        "sensitive_features" if columns.part.roles.feature(name) is not None else "control_features"
    )
    edges = ", ".join(edge(x) for x in propose_bins(table, columns, name))
    return PlanError(
        f"roles.{role} names '{name}', a number with {values:,} different values, so it needs bins",
        slug="needs-bins",
        hint=f"for instance:\n[columns.{name}]\nbins = [{edges}]",
    )


def propose_bins(table: nw.LazyFrame[Any], columns: Columns, name: str) -> list[float]:
    """Return round edges near the fifths of a column; for an age, 18 among them."""
    import math

    value = columns.value(name)
    wanted = {f"q{q}": value.quantile(q / 100, "linear") for q in (20, 40, 60, 80)}
    facts = Facts.of(table, {**wanted, "low": value.min(), "high": value.max()})
    low, high = float(facts.found["low"]), float(facts.found["high"])
    fifths = [float(facts.found[f"q{q}"]) for q in (20, 40, 60, 80)]
    spread = (fifths[-1] - fifths[0]) or (high - low)
    rough = spread / 6
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * m for m in (1, 2, 5, 10) if power * m >= rough)
    rounded = {round(round(x / step) * step, 12) for x in fifths}
    if guess_ground(name) is Ground.AGE and low < 18 < high:
        rounded = {x for x in rounded if abs(x - 18) > step / 2} | {18.0}
    return sorted(x for x in rounded if low < x <= high) or [round((low + high) / 2, 6)]

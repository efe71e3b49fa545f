"""From `audit.toml` to a `Plan`: every key and every type checked, errors located by file and line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, replace
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, TypeVar

from audit.address import refuse_password
from audit.criterion import Limit
from audit.errors import PlanError, did_you_mean
from audit.finding import Waiver
from audit.plan import (
    AuditSection,
    ChecklistsSection,
    CheckSection,
    ChecksSection,
    ColumnSection,
    DataSection,
    GateSection,
    ModelSection,
    PartPlan,
    Plan,
    Prevalence,
    PrivacySection,
    Recipient,
    ReportSection,
    Roles,
    SensitiveFeature,
    SystemSection,
    guess_ground,
    label,
)
from audit.plan_lines import Lines
from audit.pooling import country
from audit.pooling import load as load_scheme
from audit.retention import last_day, to_come
from audit.retention import read as read_period
from audit.vocabulary import NeedStatus, OutcomeKnown, PositiveIs, RecipientRole

Section = TypeVar("Section")

FEWEST_IN_A_CELL = 3
"""Below this, `[report] min_cell` would switch disclosure control off."""

_PERIODS = ("", "week", "month", "quarter", "year")
_TYPES = ("", "text", "integer", "number", "boolean", "date")
_SAID = {
    "string_type": "text in quotes",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "float_parsing": "a number",
    "tuple_type": "a list",
    "mapping_type": "a table",
    "dict_type": "a table",
    "finite_number": "a finite number",
}
"""What is expected, by the validator's name for what is wrong."""


_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_NUMBER = re.compile(r"(int|float)\b")


class _Reader:
    """Turns the parsed TOML into sections, naming file and line when it cannot."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.lines = Lines(text)

    def line(self, key: str, where: str = "") -> str:
        number = self.lines.of(key, where)
        return self.name if number is None else f"{self.name}:{number}"

    def unknown(self, where: str, key: str, known: Sequence[str]) -> PlanError:
        return PlanError(
            f"{self.line(key, where)}: {where} has no key '{key}'",
            slug="unknown-key",
            hint=did_you_mean(key, known),
        )

    def missing(self, where: str, key: str) -> PlanError:
        number = self.lines.begins(where)
        place = self.name if number is None else f"{self.name}:{number}"
        return PlanError(f"{place}: {where} needs '{key}'", slug="missing-key")

    def wrong(self, where: str, key: str, expected: str) -> PlanError:
        return PlanError(
            f"{self.line(key, where)}: {where}.{key} must be {expected}", slug="wrong-value"
        )

    def table(self, value: object, where: str) -> Mapping[str, Any]:
        """Return a value that must be a table."""
        if not isinstance(value, Mapping):
            raise PlanError(f"{self.name}: {where} must be a table", slug="wrong-value")
        return value

    def each(self, value: object, where: str) -> Iterator[Mapping[str, Any]]:
        """Yield the tables of a list; lines are looked up in the one that was yielded last."""
        for place, item in enumerate(self.tables(value, where)):
            with self.lines.inside(where, place):
                yield item

    def tables(self, value: object, where: str) -> list[Mapping[str, Any]]:
        """Return a value that must be a list of tables, as `[[parts]]` writes it."""
        if not isinstance(value, list):
            raise PlanError(
                f"{self.name}: {where} must be a list of tables",
                slug="wrong-value",
                hint=f"[[{where}]]",
            )
        return [self.table(item, where) for item in value]

    def section(self, kind: type[Section], value: object, where: str) -> Section:
        """Build one section, checking every key and every type."""
        from pydantic import TypeAdapter, ValidationError

        given = dict(self.table(value, where))
        known = {f.name: str(f.type) for f in fields(kind)}  # type: ignore[arg-type]
        for key, said in given.items():
            if key not in known:
                raise self.unknown(where, key, list(known))
            if known[key].startswith("tuple[str") and isinstance(said, str):
                given[key] = [said]
            if isinstance(said, bool) and (number := _NUMBER.match(known[key])):
                # Python takes true for 1.
                raise self.wrong(where, key, _SAID[f"{number[1]}_type"])
        try:
            built: Section = TypeAdapter(kind).validate_python(given)
        except ValidationError as problem:
            first = problem.errors(include_url=False, include_input=False)[0]
            key = str(first["loc"][0]) if first["loc"] else where
            context = first.get("ctx", {})
            if first["type"] == "missing":
                raise self.missing(where, key) from None
            if first["type"] == "unexpected_keyword_argument":
                raise self.unknown(f"{where}.{key}", str(first["loc"][-1]), ()) from None
            words = first["msg"].removeprefix("Input should be ")
            expected = _SAID.get(first["type"], str(context.get("expected", words)))
            raise self.wrong(where, key, expected) from None
        return built

    def roles(self, value: object, where: str, inherited: Roles) -> Roles:
        value = self.table(value, where)
        said: dict[str, Any] = {}
        if "sensitive_features" in value:
            said["sensitive"] = tuple(self._sensitive(value["sensitive_features"], where))
        if "positive" in value:
            said["positive"] = self._positive(value["positive"])
        if "positive_is" in value:
            said["positive_is"] = self.word(PositiveIs, value, "positive_is", where)
        if "outcome_known" in value:
            said["outcome_known"] = self.word(OutcomeKnown, value, "outcome_known", where)
        if "y_true_recorded_by" in value:
            said["y_true_recorded_by"] = str(value["y_true_recorded_by"])
        if "classes" in value:
            said["classes"] = self._classes(value["classes"], where)
        columns = {
            key: self._columns(key, given, where)
            for key, given in value.items()
            if key not in NOT_COLUMNS
        }
        return replace(inherited, columns={**inherited.columns, **columns}, **said)

    def _columns(self, role: str, given: object, where: str) -> tuple[str, ...]:
        if isinstance(given, str):
            return (given,)
        if isinstance(given, list) and all(isinstance(item, str) for item in given):
            return tuple(given)
        raise self.wrong(where, role, "a column name or a list of column names")

    def word(self, kind: type[Any], settings: Mapping[str, Any], key: str, where: str) -> Any:
        try:
            return kind(settings[key])
        except ValueError:
            words = [str(word) for word in kind]
            raise PlanError(
                f"{self.line(key, where)}: {where}.{key} must be one of {', '.join(words)}",
                slug="wrong-value",
                hint=did_you_mean(str(settings[key]), words),
            ) from None

    def _sensitive(self, value: object, where: str) -> Iterator[SensitiveFeature]:
        if isinstance(value, str):
            value = [value]
        if isinstance(value, list):
            for name in value:
                if not isinstance(name, str):
                    raise self.wrong(where, "sensitive_features", "a list of column names")
                yield SensitiveFeature(column=name, ground=guess_ground(name))
        elif isinstance(value, Mapping):
            for name, given in value.items():
                place = f"{where}.sensitive_features.{name}"
                more = {"ground": given} if isinstance(given, str) else self.table(given, place)
                said = {"ground": guess_ground(name), **more, "column": name}
                yield self.section(SensitiveFeature, said, place)
        else:
            raise self.wrong(where, "sensitive_features", "a list or a table")

    def _positive(self, value: object) -> dict[str, tuple[str, ...]]:
        if isinstance(value, list):
            return {"*": tuple(label(item) for item in value)}
        if isinstance(value, Mapping):
            return {
                role: tuple(label(x) for x in (given if isinstance(given, list) else [given]))
                for role, given in value.items()
            }
        return {"*": (label(value),)} if isinstance(value, str | int | float | bool) else {}

    def _classes(self, value: object, where: str) -> tuple[str, ...]:
        if not isinstance(value, list) or not all(
            isinstance(item, str | int | float | bool) for item in value
        ):
            raise self.wrong(where, "classes", 'a list of labels: ["low", "medium", "high"]')
        classes = tuple(label(item) for item in value)
        if len(classes) < 2 or len(set(classes)) < len(classes) or "" in classes:
            raise self.wrong(where, "classes", "two labels or more, each once")
        return classes

    def system(self, value: object) -> SystemSection:
        """Build `[system]`, with the prevalence and the capacity in their ranges."""
        given = dict(self.table(value, "system"))
        if "prevalence" in given:
            given["prevalence"] = self._prevalence(given["prevalence"])
        section = self.section(SystemSection, given, "system")
        if section.capacity is not None and section.capacity < 1:
            raise self.wrong("system", "capacity", "1 or more: the places in each round")
        return section

    def data(self, value: object, where: str) -> DataSection:
        """Build `[data]`, with each recipient and the retention period read."""
        given = dict(self.table(value, where))
        if "recipients" in given:
            place = f"{where}.recipients"
            listed = self.each(given["recipients"], place)
            given["recipients"] = tuple(self._recipient(item, place) for item in listed)
        section = self.section(DataSection, given, where)
        if section.population is not None and section.population < 1:
            raise self.wrong(where, "population", "1 or more: the people the sample was drawn from")
        if section.retention and read_period(section.retention) is None:
            raise self.wrong(where, "retention", 'a length of time, such as "5 years"')
        day = section.received_on
        if day and not (_DAY.fullmatch(day) and last_day(day)):
            raise self.wrong(where, "received_on", "a date: 2026-10-01, 2026-10 or 2026")
        if to_come(day, _today()):
            raise self.wrong(where, "received_on", "a day that has come")
        names = [recipient.name for recipient in section.recipients or ()]
        for number, name in enumerate(names):
            if name in names[:number]:
                with self.lines.inside(f"{where}.recipients", number):
                    raise self.wrong(f"{where}.recipients", "name", "given once for each recipient")
        return section

    def _recipient(self, value: Mapping[str, Any], where: str) -> Recipient:
        given = dict(value)
        if "role" in given:
            given["role"] = self.word(RecipientRole, given, "role", where)
        recipient = self.section(Recipient, given, where)
        if not recipient.name.strip():
            raise self.wrong(where, "name", "the name of whoever is given the data")
        if recipient.country and country(recipient.country) is None:
            raise self.wrong(
                where, "country", "a country: ISO 3166 letters such as MM, or its English name"
            )
        return recipient

    def _prevalence(self, value: object) -> Prevalence:
        where = "system.prevalence"
        if isinstance(value, int | float) and not isinstance(value, bool):
            found = Prevalence(value=float(value))
        elif isinstance(value, Mapping):
            found = self.section(Prevalence, value, where)
        else:
            raise self.wrong("system", "prevalence", "a fraction, such as 0.01, or a table")
        if (found.value is None) == (found.cases is None and found.people is None):
            raise self.wrong(
                "system", "prevalence", "either a value, such as 0.01, or cases and people"
            )
        if found.value is None and (
            found.people is None or found.cases is None or not 0 < found.cases < found.people
        ):
            raise self.wrong(where, "cases", "more than 0 and fewer than people")
        edges = (found.low, found.value, found.high)
        if (found.low is None) != (found.high is None) or (
            found.low is not None and not found.value
        ):
            raise self.wrong(where, "low", "given together with value and high")
        shares = [edge for edge in edges if edge is not None]
        if any(not 0 < share < 1 for share in shares) or shares != sorted(shares):
            raise self.wrong("system", "prevalence", "between 0 and 1, with low <= value <= high")
        return found

    def checks(self, value: object) -> ChecksSection:
        value = self.table(value, "checks")
        plain = {k: v for k, v in value.items() if k in ("lead", "select", "ignore")}
        changed = {}
        for key, given in value.items():
            if key in plain:
                continue
            if not re.fullmatch(r"[A-Z]{2}\d{3}", key):
                raise self.unknown("[checks]", key, ("lead", "select", "ignore"))
            changed[key] = self._changed(given, f"checks.{key}")
        if isinstance(plain.get("ignore"), list):
            raise self.wrong("checks", "ignore", 'a table of reasons: { FA103 = "reason" }')
        section = self.section(ChecksSection, plain, "checks")
        self._reasons(section.ignore, "checks.ignore")
        return replace(section, changed=changed)

    def checklists(self, value: object) -> ChecklistsSection:
        """Build `[checklists]`."""
        section = self.section(ChecklistsSection, value, "checklists")
        self._reasons(section.ignore, "checklists.ignore")
        return section

    def _reasons(self, ignored: Mapping[str, str], where: str) -> None:
        """Refuse to leave something out without a reason: the page prints it."""
        for name, reason in ignored.items():
            if not reason.strip():
                raise self.wrong(where, name, "the reason why it is left out")

    def _changed(self, value: object, where: str) -> CheckSection:
        given = dict(self.table(value, where))
        if "limit" in given:
            # Built on its own, so that a misspelt key in it is an error and not the default limit.
            given["limit"] = self.section(Limit, given["limit"], f"{where}.limit")
        return self.section(CheckSection, given, where)

    def columns(self, value: object) -> dict[str, ColumnSection]:
        """Build `[columns]`."""
        columns = {}
        for name, given in self.table(value, "columns").items():
            column = self.section(ColumnSection, given, f"columns.{name}")
            if column.type not in _TYPES:
                raise self.wrong(f"columns.{name}", "type", "one of " + ", ".join(_TYPES[1:]))
            if column.period not in _PERIODS:
                raise self.wrong(f"columns.{name}", "period", "one of " + ", ".join(_PERIODS[1:]))
            if column.pool:
                load_scheme(column.pool)
            if column.of and not column.pool:
                raise self.wrong(f"columns.{name}", "of", "given together with pool")
            if list(column.bins) != sorted(set(column.bins)):
                raise self.wrong(f"columns.{name}", "bins", "numbers that rise")
            steps = [label(step) for step in column.order]
            if steps and len(set(steps)) < max(len(steps), 2):
                raise self.wrong(f"columns.{name}", "order", "two labels or more, each once")
            columns[name] = column
        return columns

    def waiver(self, value: object) -> Waiver:
        """Build one waiver; its date must be one, or it would never run out."""
        waiver = self.section(Waiver, value, "waivers")
        try:
            date.fromisoformat(waiver.until)
        except ValueError:
            raise self.wrong("waivers", "until", "a date such as 2027-06-30") from None
        return waiver


NOT_COLUMNS = (
    "sensitive_features", "positive", "positive_is", "outcome_known", "y_true_recorded_by", "classes",
)  # fmt: skip
"""Keys of `[roles]` that say something else than which column plays a role."""

_SECTIONS: dict[str, type[Any]] = {
    "audit": AuditSection,
    "gate": GateSection,
    "report": ReportSection,
    "privacy": PrivacySection,
}


def _toml_hint(problem: str, text: str) -> str:
    """Return what to type, by what TOML said and by what the line holds that a word processor puts there."""
    place = re.search(r"line (\d+)", problem)
    lines = text.splitlines()
    line = lines[int(place[1]) - 1] if place and int(place[1]) <= len(lines) else ""
    if re.search("[“”„‘’«»]", line):
        return 'type straight quotes, "like these"; a word processor makes curly ones'
    if "\\" in problem or "Invalid hex" in problem:
        return "write folders with /, or put the text into single quotes: 'C:\\data\\file.csv'"
    if "overwrite" in problem or "twice" in problem:
        return "the same key or table stands twice; keep one of them"
    if "Unclosed" in problem or "Expected newline" in problem:
        return "look for a missing comma, quote or bracket on this line and on the one before"
    return "text needs quotes; numbers, true and false do not"


def parse(text: str, *, name: str = "audit.toml", base: str = "") -> Plan:
    """Read a plan from TOML text.

    Raises
    ------
    PlanError
        With slug `toml-syntax`, `unknown-key`, `wrong-value` or `missing-key`.
    """
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise PlanError(
            f"{name}: not valid TOML: {problem}",
            slug="toml-syntax",
            hint=_toml_hint(str(problem), text),
        ) from None
    except RecursionError:
        raise PlanError(f"{name}: nested too deeply", slug="toml-syntax") from None
    document = _dates_as_text(document)
    reader = _Reader(name, text)
    known = [
        *_SECTIONS,
        "checklists",
        "system",
        "data",
        "roles",
        "columns",
        "model",
        "parts",
        "checks",
        "requests",
        "waivers",
    ]
    for key in document:
        if key not in known:
            raise reader.unknown("the plan", key, known)
    sections: dict[str, Any] = {
        key: reader.section(kind, document.get(key, {}), key) for key, kind in _SECTIONS.items()
    }
    sections["system"] = reader.system(document.get("system", {}))
    sections["checklists"] = reader.checklists(document.get("checklists", {}))
    if sections["report"].min_cell < FEWEST_IN_A_CELL:
        raise reader.wrong("report", "min_cell", f"{FEWEST_IN_A_CELL} or more")
    whole = PartPlan(
        name="main",
        kind=sections["system"].kind,
        roles=reader.roles(document.get("roles", {}), "roles", Roles()),
        data=reader.data(document.get("data", {}), "data"),
        model=reader.section(ModelSection, document.get("model", {}), "model"),
        columns=reader.columns(document.get("columns", {})),
    )
    given_parts = reader.each(document.get("parts", []), "parts")
    parts = tuple(_part(reader, given, whole) for given in given_parts) or (whole,)
    parts = tuple(_with_pools(part) for part in parts)
    _check_parts(name, parts)
    requests = reader.table(document.get("requests", {}), "requests")
    return Plan(
        **sections,
        parts=parts,
        checks=reader.checks(document.get("checks", {})),
        requests={key: reader.word(NeedStatus, requests, key, "requests") for key in requests},
        waivers=tuple(
            reader.waiver(given) for given in reader.each(document.get("waivers", []), "waivers")
        ),
        base=base,
    )


def _part(reader: _Reader, given: Mapping[str, Any], whole: PartPlan) -> PartPlan:
    known = ("name", "kind", "where", "roles", "data", "model")
    for key in given:
        if key not in known:
            raise reader.unknown("parts", key, known)
    if "name" not in given:
        raise reader.missing("parts", "name")

    def merged(own: Any, base: Any, key: str) -> Any:
        return replace(base, **{k: getattr(own, k) for k in given.get(key, {})})

    return PartPlan(
        name=str(given["name"]),
        kind=str(given.get("kind", whole.kind)),
        roles=reader.roles(given.get("roles", {}), "parts.roles", whole.roles),
        data=merged(reader.data(given.get("data", {}), "parts.data"), whole.data, "data"),
        model=merged(
            reader.section(ModelSection, given.get("model", {}), "parts.model"),
            whole.model,
            "model",
        ),
        columns=whole.columns,
        where=reader.table(given.get("where", {}), "parts.where"),
    )


def _check_parts(name: str, parts: Sequence[PartPlan]) -> None:
    names = [part.name for part in parts]
    for part in parts:
        for key in ("source", "baseline", "train", "engine_url"):
            refuse_password(getattr(part.data, key), f"data.{key}")
        if names.count(part.name) > 1:
            raise PlanError(f"{name}: two parts are named '{part.name}'", slug="wrong-value")
        if not re.fullmatch(r"[a-z][a-z0-9_]*", part.name):
            raise PlanError(
                f"{name}: part name '{part.name}' must be lower-case letters, digits and _",
                slug="wrong-value",
            )


def _with_pools(part: PartPlan) -> PartPlan:
    """Return the part with each sensitive feature told which finer one it pools."""
    finer = {name: section.of for name, section in part.columns.items() if section.of}
    sensitive = (replace(f, pooled_from=finer.get(f.column, "")) for f in part.roles.sensitive)
    return replace(part, roles=replace(part.roles, sensitive=tuple(sensitive)))


def _today() -> date:
    return date.today()  # noqa: DTZ011 -- a file is received on a local date


def _dates_as_text(value: Any) -> Any:
    """Return a TOML document with dates as ISO text: people write them without quotes."""
    if isinstance(value, dict):
        return {key: _dates_as_text(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_dates_as_text(item) for item in value]
    return value.isoformat() if isinstance(value, date | datetime | time) else value


def load(path: str | Path) -> Plan:
    """Read a plan from a file.

    Raises
    ------
    PlanError
        If there is no such file (`no-plan`), or its content cannot be used.
    """
    path = Path(path)
    if path.is_dir():
        raise PlanError(
            f"{path} is a folder, not a plan", slug="not-a-file", hint=f"try {path / 'audit.toml'}"
        )
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise PlanError(
            f"there is no plan at {path}", slug="no-plan", hint="audit init DATA writes one"
        ) from None
    except (OSError, UnicodeDecodeError) as problem:
        raise PlanError(
            f"{path} cannot be read as UTF-8 text ({type(problem).__name__})",
            slug="unreadable-plan",
        ) from None
    return parse(text, name=path.name, base=str(path.parent))

"""Records and evidence to JSON and back, and the JSON Schema of `audit.json`.

Floats keep 10 significant digits: enough to re-derive every verdict, few enough that the last digit
does not change with the machine. Exact payloads keep all of theirs.
"""

from __future__ import annotations

import json
import math
import re
from dataclasses import fields, is_dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from audit.errors import RecordError
from audit.evidence import Evidence, Provenance
from audit.plan import Plan
from audit.record import SCHEMA_VERSION, AuditRecord

_DIGITS = 10
_MOST_DIGITS = 40
_NAME = re.compile(r"[a-z][a-z0-9_]*")


def plain(value: Any, *, digits: int | None = None) -> Any:  # noqa: PLR0911 - one line a type
    """Turn a value of our types into what JSON can hold; nan and infinity become null."""
    if value is None or (isinstance(value, bool | str) and not isinstance(value, Enum)):
        return value
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain(getattr(value, f.name), digits=digits) for f in fields(value)}
    if isinstance(value, dict) or hasattr(value, "items"):
        return {str(plain(k)): plain(v, digits=digits) for k, v in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        items = sorted(value) if isinstance(value, set | frozenset) else value
        return [plain(item, digits=digits) for item in items]
    if isinstance(value, int):
        return int(value)
    if isinstance(value, float):
        return _number(float(value), digits)
    if hasattr(value, "item"):
        return plain(value.item(), digits=digits)
    return str(value)


def _number(value: float, digits: int | None) -> float | int | None:
    if not math.isfinite(value):
        return None
    if digits is not None:
        value = float(f"{value:.{digits}g}")
    # Whole counts that were kept as floats read as counts.
    return int(value) if value.is_integer() and abs(value) < 2**53 else value


def dumps(record: AuditRecord) -> str:
    """Return a record as JSON text, ending with a line feed."""
    return json.dumps(plain(record, digits=_DIGITS), indent=1, ensure_ascii=False) + "\n"


def loads(text: str, *, name: str = "audit.json") -> AuditRecord:
    """Read a record from JSON text.

    Raises
    ------
    RecordError
        With slug `not-a-record`, also for a record that contradicts itself, or `record-version`.
    """
    from pydantic import TypeAdapter, ValidationError

    document = _parsed(text, name)
    version = document.get("schema_version") if isinstance(document, dict) else None
    if not isinstance(version, str):
        raise RecordError(f"{name} is not an audit record", slug="not-a-record")
    if version.partition(".")[0] != SCHEMA_VERSION.partition(".")[0]:
        raise RecordError(
            f"{name} has schema version {version}; this tool reads {SCHEMA_VERSION}",
            slug="record-version",
        )
    try:
        record: AuditRecord = TypeAdapter(AuditRecord).validate_python(_earlier(document))
    except ValidationError as problem:
        where = _printable(".".join(str(x) for x in problem.errors(include_input=False)[0]["loc"]))
        raise RecordError(
            f"{name} does not follow the record's schema at {where}",
            slug="not-a-record",
            hint=_hint(version),
        ) from None
    except (RecursionError, OverflowError):
        raise RecordError(f"{name} is not an audit record", slug="not-a-record") from None
    wrong = _contradiction(record)
    if wrong:
        raise RecordError(
            f"{name} is not as the tool writes a record: {wrong}", slug="not-a-record"
        )
    return record


def _hint(version: str) -> str:
    if version == SCHEMA_VERSION:
        return ""
    return (
        f"it has schema version {_printable(version)}, this tool writes {SCHEMA_VERSION}: "
        "run the audit again, or read it with the version of the tool that it names under 'tool'"
    )


def _earlier(document: Any) -> Any:
    """Read what people said as records before 1.1 wrote it: statements and attachments were text alone."""
    for finding in _listed(document.get("findings")):
        for name in ("response", "auditor_conclusion"):
            if isinstance(said := finding.get(name), str):
                finding[name] = {"text": said} if said else None
    for state in _listed(document.get("checklists")):
        sections = state.get("sections")
        for section in sections if isinstance(sections, list) else ():
            entries = section[1] if isinstance(section, list) and len(section) > 1 else ()
            for entry in _listed(entries):
                answer = entry.get("answer")
                if isinstance(answer, dict) and isinstance(answer.get("attachments"), list):
                    answer["attachments"] = [
                        {"file": each} if isinstance(each, str) else each
                        for each in answer["attachments"]
                    ]
    return document


def _listed(value: Any) -> list[dict[str, Any]]:
    """Return the tables of a list; whatever else is there is left for the schema to refuse."""
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def plan_of(record: AuditRecord) -> Plan:
    """Return the plan that a record was made by.

    Raises
    ------
    RecordError
        With slug `not-a-record` if this version cannot follow it.
    """
    from pydantic import TypeAdapter, ValidationError

    try:
        plan: Plan = TypeAdapter(Plan).validate_python({**record.plan, "base": ""})
    except ValidationError as problem:
        where = _printable(".".join(str(x) for x in problem.errors(include_input=False)[0]["loc"]))
        raise RecordError(
            f"the record's plan cannot be followed at {where}", slug="not-a-record"
        ) from None
    return plan


def _parsed(text: str, name: str) -> Any:
    try:
        return json.loads(
            text.removeprefix("\ufeff"),
            parse_int=_whole,
            parse_float=_finite,
            parse_constant=_finite,
        )
    except json.JSONDecodeError as problem:
        wrong = f"is not JSON (line {problem.lineno})"
    except RecursionError:
        wrong = "is nested too deeply to be an audit record"
    except ValueError:
        wrong = "holds a number that no record holds"
    raise RecordError(f"{name} {wrong}", slug="not-a-record")


def _whole(digits: str) -> int:
    if len(digits) > _MOST_DIGITS:
        raise ValueError
    return int(digits)


def _finite(digits: str) -> float:
    value = float(digits)
    if not math.isfinite(value):
        raise ValueError
    return value


def _contradiction(record: AuditRecord) -> str:
    """Say what a record, as the tool writes it, cannot hold; the empty text if nothing.

    Names of parts and of evidence become names of files, and the questions are planned from the
    plan: a record with parts that its plan does not have would be judged on no questions at all.
    """
    names = [part.name for part in record.parts]
    if not names or len(set(names)) < len(names):
        return "its parts must be named, each once"
    if not all(_NAME.fullmatch(name) for name in names):
        return "a part's name is lower-case letters, digits and _"
    planned = record.plan.get("parts")
    planned = planned if isinstance(planned, list | tuple) else ()
    if [part.get("name") for part in planned if isinstance(part, dict)] != names:
        return "its plan must have the same parts"
    if not isinstance(record.plan.get("report", {}), dict):
        return "the report section of its plan is a table"
    ids = [entry.id for entry in record.evidence]
    for entry in record.evidence:
        own = entry.part.removesuffix("-baseline")
        named = _NAME.fullmatch(entry.kind) and own in names
        if not named or entry.id != f"{entry.kind}-{entry.part}":
            return "the id of evidence is its kind and its part"
    return "" if len(set(ids)) == len(ids) else "evidence is listed once"


def _printable(text: str) -> str:
    return "".join(letter if letter.isprintable() else "?" for letter in text[:80])


def load(path: str | Path) -> AuditRecord:
    """Read a record from a file, or from the folder that holds its `audit.json`.

    Raises
    ------
    RecordError
        With slug `no-record`, `not-a-record` or `record-version`.
    """
    path = Path(path)
    if path.is_dir():
        path = path / "audit.json"
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise RecordError(
            f"there is no record at {path.name}", slug="no-record", hint="audit run writes one"
        ) from None
    except (OSError, ValueError) as problem:
        raise RecordError(
            f"{path.name} cannot be read ({type(problem).__name__})", slug="not-a-record"
        ) from None
    return loads(text, name=path.name)


def schema() -> dict[str, Any]:
    """Return the JSON Schema of `audit.json`."""
    from pydantic import TypeAdapter

    document = TypeAdapter(AuditRecord).json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **document}


def dump_evidence(evidence: Evidence[Any]) -> str:
    """Return the exact face of a piece of evidence as JSON text: confidential."""
    return json.dumps(plain(evidence), indent=None, ensure_ascii=False, sort_keys=True) + "\n"


def load_evidence(text: str, payload: type[Any]) -> Evidence[Any]:
    """Read evidence back, its value as the payload type.

    Raises
    ------
    RecordError
        With slug `evidence-unreadable`.
    """
    from pydantic import TypeAdapter, ValidationError

    try:
        document = json.loads(text)
        return Evidence(
            id=document["id"],
            part=document["part"],
            value=TypeAdapter(payload).validate_python(document["value"]),
            provenance=TypeAdapter(Provenance).validate_python(document["provenance"]),
            salt=str(document.get("salt", "")),
        )
    except (KeyError, TypeError, ValueError, RecursionError, OverflowError, ValidationError):
        raise RecordError(
            "a file of evidence does not follow its measure's schema", slug="evidence-unreadable"
        ) from None

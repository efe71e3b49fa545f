"""Which legal statements a named person has read against the text, and when: one file beside the plan.

```yaml
- source: "Convention against Torture, Article 3"
  by: "C. Counsel"
  on: "2026-10-20"
```

What nobody read stays what it is, general knowledge or a note on the law, and a final record refuses it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from audit.checklist import Framework
from audit.criterion import Source
from audit.finding import Finding
from audit.strict_yaml import Builder, read, wrong_date

NAME = "law.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One statement of the law that somebody read against its text."""

    source: str
    by: str
    on: str


def load(path: Path, *, today: date) -> dict[str, Reading]:
    """Read the file by source; one that is not there is empty.

    An entry without name and date is one that nobody has read yet.

    Raises
    ------
    ChecklistError
        With file and line, and slug `checklist-syntax`, `checklist-key`, `checklist-value`,
        `checklist-unreadable` or `answer-date`.
    """
    if not path.exists():
        return {}
    build, found = Builder(path.name), dict[str, Reading]()
    for node in read(path):
        if node.value is None:
            continue
        if not isinstance(node.value, list):
            raise build.error(node, "expected a list of sources", slug="checklist-value")
        for entry in node.value:
            reading = build.build(Reading, entry, "the source")
            if not reading.by and not reading.on:
                continue  # as `audit law` prints it: nobody has read it yet
            if not reading.by:
                raise build.error(
                    entry,
                    f"{reading.source}: a date, and nobody who read it",
                    slug="checklist-value",
                )
            if wrong := wrong_date(reading.on, today):
                raise build.error(
                    entry.map["on"],
                    f"{reading.source}: 'on' {wrong}",
                    slug="answer-date",
                    hint="write the date as year-month-day: 2026-10-01",
                )
            if reading.source in found:
                raise build.error(
                    entry, f"'{reading.source}' is listed twice", slug="checklist-syntax"
                )
            found[reading.source] = reading
    return found


def name_of(source: Source) -> str:
    """Return how the file names a source: instrument and pinpoint."""
    return ", ".join(piece for piece in (source.title, source.locator) if piece)


def beside(findings: Sequence[Finding], readings: Mapping[str, Reading]) -> list[Finding]:
    """Put beside each source who read it and when."""

    def read_by(source: Source) -> Source:
        reading = readings.get(name_of(source))
        if reading is None:
            return source
        return replace(source, verified_by=reading.by, verified_on=reading.on)

    return [replace(f, sources=tuple(read_by(s) for s in f.sources)) for f in findings]


def framework_name(framework: Framework) -> str:
    """Return how the file names the instrument of a checklist, with its version."""
    return f"{framework.name}, version {framework.legal_version}"


def unread(
    findings: Iterable[Finding], frameworks: Iterable[Framework], readings: Mapping[str, Reading]
) -> tuple[str, ...]:
    """Return the legal statements of a record that nobody read, by name."""
    sources = {name_of(s) for f in findings for s in f.sources if not s.verified_by}
    lists = {framework_name(f) for f in frameworks} - readings.keys()
    return tuple(sorted(sources)) + tuple(sorted(lists))


def skeleton(names: Iterable[str]) -> str:
    """Return the text of a file that names statements and waits for who read them."""
    import yaml

    entries = [{"source": name, "by": "", "on": ""} for name in names]
    if not entries:
        return ""
    return yaml.safe_dump(entries, sort_keys=False, allow_unicode=True, width=100)

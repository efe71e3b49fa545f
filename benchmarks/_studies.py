"""What a study is: a file in this folder that measures something and says what it must be.

A study is a module `benchmarks/NAME.py` with

- a docstring, whose first line is the title of its table;
- `RUNS`, the runs of the published table, and `QUICK`, those of a small version;
- `study(runs, seed) -> list[Row]`.

`python -m benchmarks NAME` runs it, prints the table and saves `benchmarks/results/NAME.json`;
`--quick` and `--runs N` print without saving. A study that wants what is not shipped says with
`missing()` why it is skipped, which versions matter with `PACKAGES`; one with `ship(rows)` gives what was saved to the package, too.
`python docs/make_lists.py` writes the saved tables into every page of `docs/` that has the lines
`<!-- study: NAME -->` and `<!-- end of study -->`; a test compares. Tests call `study` themselves
with few runs. Row by row:

>>> Row.share("all equal", events=3, runs=500, at_most=0.02).met
True

A time, a ratio of times, a size: `Row("fairlearn / ours", 210.0, unit="×", at_least=100)`. Other
numbers of the same world stand beside, by the name of their column:
`Row.share(..., beside={"fairlearn script": 0.97})`.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import platform
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from importlib import metadata
from pathlib import Path
from types import ModuleType
from typing import Any

import benchmarks

RESULTS = Path(__file__).parent / "results"
SEED = 20240229

_PACKAGES = ("numpy", "scipy", "fairlearn")


@dataclass(frozen=True, kw_only=True)
class Row:
    """One line of a table: a number and what it must be.

    Attributes
    ----------
    of : str
        What was measured, in words.
    unit : str
        `%` (the value is a fraction), `×`, `s`, `MB`, or empty for a plain number.
    runs : int
        Runs the number rests on; 0 where it is no share of runs.
    events : int or None
        Runs in which it happened; given, the table shows the exact 95 % interval of the share.
    worst_of : int
        Worlds or cells of which the value is the worst; of more than one, no interval is shown: that of
        a single share is not that of the worst of several.
    beside : mapping of str to float, str or None
        Further columns; numbers are in the same unit.
    """

    of: str
    value: float
    unit: str = ""
    at_least: float | None = None
    at_most: float | None = None
    runs: int = 0
    events: int | None = None
    worst_of: int = 1
    beside: Mapping[str, float | str | None] = field(default_factory=dict)

    @classmethod
    def share(cls, of: str, *, events: int, runs: int, **more: Any) -> Row:
        """Return a row whose value is a share of runs."""
        return cls(of=of, value=events / runs, unit="%", runs=runs, events=int(events), **more)

    @property
    def met(self) -> bool | None:
        """Whether the number is as required; None where nothing is required of it."""
        if self.at_least is None and self.at_most is None:
            return None
        low = -float("inf") if self.at_least is None else self.at_least
        high = float("inf") if self.at_most is None else self.at_most
        return low <= self.value <= high

    @property
    def required(self) -> str:
        """What the number must be, in words."""
        parts = []
        if self.at_least is not None:
            parts.append(f"≥ {number(self.at_least, self.unit)}")
        if self.at_most is not None:
            parts.append(f"≤ {number(self.at_most, self.unit)}")
        return " and ".join(parts) or "–"

    @property
    def shown(self) -> str:
        """The number, with its exact 95 % interval if it is one share of runs."""
        text = number(self.value, self.unit)
        if self.met is False and self.unit == "%" and text in self.required:
            text = f"{100 * self.value:.2f} %"
        if self.worst_of > 1:
            return f"{text}, worst of {self.worst_of:,}"
        if self.events is None:
            return text
        from scipy.stats import binomtest

        limits = binomtest(self.events, self.runs).proportion_ci(method="exact")
        low, high = (number(limit, self.unit).removesuffix(" %") for limit in limits)
        return f"{text} ({low}–{high})"


def number(value: float | str | None, unit: str) -> str:
    """Return a number in its unit, in as few digits as it bears."""
    if value is None:
        return "–"
    if isinstance(value, str):
        return value
    if unit == "%":
        text = f"{100 * value:.1f}".removesuffix(".0")
    else:
        text = f"{value:,.0f}" if abs(value) >= 100 or value == int(value) else f"{value:.3g}"
    return f"{text} {unit}".strip()


def names() -> list[str]:
    """Return the modules of this folder that can be run."""
    return [
        m.name
        for m in pkgutil.iter_modules(benchmarks.__path__)
        if not m.name.startswith("_") and not m.ispkg
    ]


def load(name: str) -> ModuleType:
    """Import one of them."""
    return importlib.import_module(f"benchmarks.{name}")


def title(module: ModuleType) -> str:
    """Return the first line of the docstring."""
    return (module.__doc__ or "").strip().splitlines()[0]


def table(rows: Sequence[Mapping[str, Any]]) -> list[list[str]]:
    """Return saved rows as cells, header first; a column that is empty throughout is left out."""
    found = [Row(**row) for row in rows]
    beside = list(dict.fromkeys(name for row in found for name in row.beside))
    head = ["", "measured", *beside, "must be", "met", "runs"]
    body = [
        [
            row.of,
            row.shown,
            *(number(row.beside.get(name), row.unit) for name in beside),
            row.required,
            {True: "yes", False: "**no**", None: "–"}[row.met],
            f"{row.runs:,}" if row.runs else "–",
        ]
        for row in found
    ]
    keep = [i for i in range(len(head)) if i < 2 or any(line[i] != "–" for line in body)]
    return [[line[i] for i in keep] for line in (head, *body)]


def markdown(saved: Mapping[str, Any]) -> str:
    """Return a saved study as a table in Markdown with its caption."""
    head, *body = table(saved["rows"])
    lines = [" | ".join(head), " | ".join("---" for _ in head), *(" | ".join(b) for b in body)]
    versions = ", ".join(f"{name} {version}" for name, version in saved["versions"].items())
    return "\n".join(
        [
            f"**{saved['title']}**",
            "",
            *(f"| {line} |" for line in lines),
            "",
            f"`python -m benchmarks {saved['study']}`, seed {saved['seed']}; {versions}.",
        ]
    )


def text(rows: Sequence[Row]) -> str:
    """Return a table for the terminal."""
    cells = table([asdict(row) for row in rows])
    widths = [max(len(line[i]) for line in cells) for i in range(len(cells[0]))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in cells
    )


def save(name: str, module: ModuleType, rows: Sequence[Row], *, runs: int, seed: int) -> Path:
    """Write a study's rows: no path, no time of day, nothing about the machine but versions."""
    RESULTS.mkdir(exist_ok=True)
    path = RESULTS / f"{name}.json"
    saved = {
        "study": name,
        "title": title(module),
        "runs": runs,
        "seed": seed,
        "versions": {"python": platform.python_version()}
        | {
            package: metadata.version(package) for package in getattr(module, "PACKAGES", _PACKAGES)
        },
        "rows": [asdict(row) for row in rows],
    }
    content = json.dumps(saved, indent=1, ensure_ascii=False) + "\n"
    path.write_text(content, encoding="utf-8", newline="\n")
    return path


def saved() -> dict[str, Mapping[str, Any]]:
    """Return what was saved, by name of the study."""
    return {
        path.stem: json.loads(path.read_text(encoding="utf-8"))
        for path in sorted(RESULTS.glob("*.json"))
    }

"""What columns hold: a structured table read from start to end, beside presidio on a part of it.

Twelve columns of a register of people who were never there: numbers of files, names, telephones, e-mail,
passports, addresses, towns, nationalities, dates, a decision, an amount and a remark that is empty but for
one passport line in one row. Ours opens the Parquet file and judges every column, all rows read. presidio
out of the box reads the same columns of the first thousand rows by `BatchAnalyzerEngine.analyze_dict` (batches
of 64, in one process and in two, the quicker of which counts). Its time for all rows, which would be hours, is
that of the thousand multiplied: it reads each cell by itself, and one row says how much longer a row takes
among a thousand than among a hundred. `--runs` is the number of rows. The last rows are columns whose content is
known, under names that say it in five languages and under names that say nothing. Whoever wrote that list
knew what the scanner looks for: it shows that the parts work together, not how strange tables fare.
"""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks._studies import Row
from benchmarks._timing import paired, timed

if TYPE_CHECKING:
    import pyarrow as pa

    from audit.personal_data.columns import Holds

RUNS = 1_000_000
QUICK = 50_000
PAIRS = 3
PRESIDIO_ROWS = 1_000
BATCH = 64
ENGINES = ("polars", "duckdb", "pandas")
PASSPORT = (
    "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C36UTO7408122F1204159ZE184226B<<<<<10"
)
_FIRST = (
    "Maria",
    "Tewolde",
    "Zarghuna",
    "Olena",
    "Ahmad",
    "Htun",
    "Rosa",
    "Jean",
    "Fatuma",
    "Ivan",
)
_LAST = ("Gonzalez", "Brhane", "Ahmadzai", "Kovalenko", "Haddad", "Aung", "Quispe", "Mbala", "Abdi")
_TOWNS = ("Lyon", "Nice", "Dresden", "Malmö", "Leeds", "Patras", "Bari", "Sevilla")
_NATIONS = ("SYR", "AFG", "ERI", "UKR", "VEN", "MMR", "SOM", "COD")
PLAN = '[data]\nsource = "people.parquet"\n'


def people(rows: int, seed: int) -> pa.Table:
    """Return a table of made-up people with one passport line among empty remarks."""
    import pyarrow as pa

    drawn, start = random.Random(seed), date(1940, 1, 1)
    chosen = {
        name: drawn.choices(values, k=rows)
        for name, values in {
            "town": _TOWNS,
            "nationality": _NATIONS,
            "decision": ("granted", "refused"),
        }.items()
    }
    born = [start + timedelta(days=drawn.randrange(25_000)) for _ in range(rows)]
    remarks: list[str | None] = [None] * rows
    remarks[rows // 3] = PASSPORT
    return pa.table({
        "file": [f"REF-2024-{i:07d}" for i in range(rows)],
        "full_name": [f"{drawn.choice(_FIRST)} {drawn.choice(_LAST)}" for _ in range(rows)],
        "contact": [f"+4915{i % 10**9:09d}" for i in range(rows)],
        "mail": [f"p{i}@example.org" for i in range(rows)],
        "passport_no": [f"X{drawn.randrange(10**7):07d}" for _ in range(rows)],
        "address": [f"{1 + i % 90} High Street" for i in range(rows)],
        **chosen,
        "date_of_birth": [day.isoformat() for day in born],
        "amount": [round(drawn.gauss(1500, 300), 2) for _ in range(rows)],
        "remark": pa.array(remarks, pa.string()),
    })  # fmt: skip


def judged(folder: Path, engine: str) -> Any:
    """Open the file and judge its columns, as an audit does."""
    from audit.measures import column_types
    from audit.plan_reader import load
    from audit.runner import open_system

    with open_system(load(folder / "audit.toml"), engine=engine) as system:
        return column_types.make(system.parts[0])


def presidio(table: pa.Table) -> dict[int, Callable[[], object]]:
    """Return presidio's batch engine at work on a few rows, in one process and in two."""
    from presidio_analyzer import BatchAnalyzerEngine

    from benchmarks.personal_data_seen import _presidio

    engine = BatchAnalyzerEngine(_presidio())
    cells: dict[str, Any] = {
        n: [str(v) for v in table[n].to_pylist() if v is not None] for n in table.column_names
    }

    def work(processes: int) -> Callable[[], object]:
        return lambda: list(
            engine.analyze_dict(cells, language="en", batch_size=BATCH, n_process=processes)
        )

    return {n: work(n) for n in (1, 2)}


def study(runs: int, seed: int) -> list[Row]:
    """Time ours and presidio in turn; then judge columns whose content is known."""
    import pyarrow.parquet as pq

    table = people(runs, seed)
    few = min(PRESIDIO_ROWS, runs)
    theirs = presidio(table.slice(0, few))
    quicker = min(theirs, key=lambda n: timed(theirs[n]))
    rows = [_grows(table, theirs[quicker], few, quicker)]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pq.write_table(table, folder / "people.parquet")
        (folder / "audit.toml").write_text(PLAN, encoding="utf-8")
        peers: list[float] = []
        for engine in ENGINES:
            found = judged(folder, engine)
            times = []
            for _ in range(PAIRS):
                times.append(timed(lambda e=engine: judged(folder, e)))  # type: ignore[misc]
                peers.append(timed(theirs[quicker]) / few * runs)
            rows.append(_faster(engine, times, peers[-PAIRS:], few, quicker))
            rows.append(
                Row(
                    of=f"{engine}: passport lines found, one among {runs:,} rows",
                    value=sum(e.entity_type == "MRZ" for e in found.columns),
                    at_least=1,
                    at_most=1,
                )
            )
    return [*rows, *accuracy(seed)]


def _grows(table: pa.Table, work: Callable[[], object], few: int, processes: int) -> Row:
    """Return what a row costs presidio among few rows, over what it costs among fewer."""
    fewer = few // 10
    before = presidio(table.slice(0, fewer))[processes]
    found = paired(lambda: timed(before) / fewer, lambda: timed(work) / few, PAIRS)
    return Row(
        of=f"presidio: a row among {few:,} / a row among {fewer:,}", value=found.ratio, unit="×"
    )


def _faster(
    engine: str, ours: Sequence[float], theirs: Sequence[float], few: int, processes: int
) -> Row:
    from statistics import median

    return Row(
        of=f"{engine}: presidio / ours",
        value=median(b / a for a, b in zip(ours, theirs, strict=True)),
        unit="×",
        at_least=100,
        beside={
            "ours": f"{median(ours):.3g} s",
            f"presidio, from {few:,} rows in {processes} process{'es' * (processes > 1)}": f"{median(theirs):,.0f} s",
        },
    )


@dataclass(frozen=True, slots=True)
class Known:
    """A column whose content is known."""

    column: str
    values: tuple[str, ...]
    holds: Holds


def known(seed: int) -> list[Known]:
    """Return columns under names that say what they hold."""
    from audit.personal_data.columns import Holds

    drawn, start = random.Random(seed), date(1940, 1, 1)
    n = 400

    def many(make: Callable[[int], str]) -> tuple[str, ...]:
        return tuple(make(i) for i in range(n))

    def of(*values: str) -> tuple[str, ...]:
        return tuple(drawn.choices(values, k=n))

    days = many(lambda _: (start + timedelta(days=drawn.randrange(25_000))).isoformat())
    lately = many(lambda _: (date(2024, 1, 1) + timedelta(days=drawn.randrange(500))).isoformat())
    names = many(lambda _: f"{drawn.choice(_FIRST)} {drawn.choice(_LAST)}")
    phones = many(lambda i: f"+4915{i + 10**8:09d}")
    mails = many(lambda i: f"p{i}@example.org")
    passports = many(lambda _: f"X{drawn.randrange(10**7):07d}")
    ages, amounts = (
        many(lambda _: str(drawn.randrange(90))),
        many(lambda _: f"{drawn.gauss(9, 3):.2f}"),
    )
    notes = many(lambda i: f"She came to the desk on day {i} and asked about her file again.")
    nations, towns = of(*_NATIONS), of(*_TOWNS)
    direct, quasi, special = Holds.DIRECT, Holds.QUASI, Holds.SPECIAL
    beliefs = of("Muslim", "Christian", "Druze", "none")
    listed: tuple[tuple[tuple[str, ...], tuple[str, ...], Holds], ...] = (
        (("full_name", "nom_complet", "apellidos", "Nachname", "الاسم"), names, direct),
        (("phone", "telephone", "telefono", "Telefonnummer", "whatsapp"), phones, direct),
        (("email", "e_mail", "mail_address_e_mail"), mails, direct),
        (("passport_no", "passport_number"), passports, direct),
        (("date_of_birth", "date_naissance", "fecha_de_nacimiento", "Geburtsdatum", "تاريخ_الميلاد"), days, quasi),
        (("age", "edad", "alter", "العمر"), ages, quasi),
        (("sex", "sexe", "sexo", "Geschlecht", "الجنس"), of("m", "f"), quasi),
        (("nationality", "nationalite", "nacionalidad", "Staatsangehörigkeit", "الجنسية"), nations, quasi),
        (("town", "ville", "ciudad", "Wohnort", "مدينة"), towns, quasi),
        (("date_of_arrival", "date_d_arrivee", "fecha_llegada", "Einreise", "تاريخ_الوصول"), lately, quasi),
        (("religion", "Religion", "ديانة"), beliefs, special),
        (("ethnic_group", "ethnie", "etnia"), of("Hazara", "Pashtun", "Tajik"), special),
        (("health_needs", "sante", "salud"), of("pregnant", "diabetes", "none"), special),
        (("case_note", "observations"), notes, Holds.TEXT),
        (("file", "reference"), many(lambda i: f"REF-2024-{i:07d}"), Holds.HARMLESS),
        (("decision", "entscheidung"), of("granted", "refused"), Holds.HARMLESS),
        (("amount", "score"), amounts, Holds.HARMLESS),
        (("submitted", "decided_on"), lately, Holds.HARMLESS),
        (("visa_type", "channel"), of("work", "study", "visit"), Holds.HARMLESS),
        (("phone_calls", "has_passport"), of("0", "3", "7"), Holds.HARMLESS),
    )  # fmt: skip
    return [Known(name, values, holds) for names_, values, holds in listed for name in names_]


def accuracy(seed: int) -> list[Row]:
    """Return how many columns of each sort are judged as what they hold."""
    from audit.personal_data.columns import SURE, Holds

    columns = known(seed)
    opaque = {each.values: replace(each, column="") for each in columns}
    blind = [replace(each, column=f"f{i}") for i, each in enumerate(opaque.values())]
    rows = []
    for what, given in (("names that say it", columns), ("names that say nothing", blind)):
        found = [(each.holds, *_judged(each)) for each in given]
        for holds in Holds:
            own = [pair for pair in found if pair[0] is holds]
            right = sum(truth is said for truth, said, _ in own)
            rows.append(
                Row.share(
                    f"{what}: {holds} columns judged as such",
                    events=right,
                    runs=len(own),
                    at_least=0.9 if what == "names that say it" else None,
                )
            )
        sure = [pair for pair in found if pair[1] is not Holds.HARMLESS and pair[2] >= SURE]
        rows.append(
            Row.share(
                f"{what}: of columns said with a confidence of {SURE} or more, those that are so",
                events=sum(truth is said for truth, said, _ in sure),
                runs=len(sure),
                at_least=0.95,
            )
        )
    return rows


def _judged(each: Known) -> tuple[Holds, float]:
    import pyarrow as pa

    from audit.measures.column_types import count_names
    from audit.personal_data.columns import column_types, read_columns

    reading = read_columns([pa.table({"c": list(each.values)})], {"c": "text"})["c"]
    first = column_types(each.column, reading, count_names=count_names)[0]
    return first.holds, first.confidence

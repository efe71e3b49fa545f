"""Identifiers in free text on one core, beside presidio's pattern recognizers without a language model.

Generated notes of the held-out split (`benchmarks/case_notes`), in an Arrow column, in a process that
has one core and one thread: thinned until one note in ten holds one of seven kinds, and as they are
generated; red herrings and passport lines with a wrong digit are in both. The seven kinds are passport
lines, A-numbers, UNHCR numbers, phones, e-mail, IBAN and coordinates; presidio has three of them and is
asked for these. Then every family the scanner has against every pattern recognizer presidio loads for
English. presidio reads a part of the notes and is given no names to find. A megabyte is a million bytes
of UTF-8. `--runs` is the number of notes.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from functools import cache
from typing import Any

from audit.personal_data.family import Family
from benchmarks._peers import ROOT
from benchmarks._studies import Row
from benchmarks.case_notes import Note

RUNS = 200_000
QUICK = 10_000
PAIRS = 5
PRESIDIO_READS = 1 / 100

SEVEN = (
    "MRZ",
    "US_A_NUMBER",
    "UNHCR_NUMBER",
    "PHONE_NUMBER",
    "EMAIL_ADDRESS",
    "IBAN_CODE",
    "LOCATION_COORDINATES",
)
_ALONE = dict.fromkeys(("POLARS_MAX_THREADS", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1")


def study(runs: int, seed: int) -> list[Row]:
    """Measure in a process of one thread, because polars chooses its threads when it is imported."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.identifier_scan", str(runs), str(seed)],
        cwd=ROOT,
        env={**os.environ, **_ALONE},
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    )
    return [Row(**row) for row in json.loads(done.stdout.splitlines()[-1])]


def measured(runs: int, seed: int) -> list[dict[str, Any]]:
    """Time ours and presidio in turn on this process's one core."""
    from audit.personal_data import families
    from benchmarks.case_notes import notes

    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    given = list(notes("held_out", runs, seed))
    readers = [family for family in families() if family.find is not None]
    seven = [f for f in readers if {kind.entity_type for kind in f.kinds} & set(SEVEN)]
    thinned = _thinned(given)
    return [
        _held("one note in ten", thinned),
        *_compared("seven kinds, one note in ten", thinned, seven, SEVEN, least=20),
        _held("as generated", given),
        *_compared("seven kinds, as generated", given, seven, SEVEN),
        *_compared(f"all {len(readers)} families, as generated", given, readers, None),
    ]


def _holds(note: Note) -> bool:
    return bool(note.of(*SEVEN))


def _thinned(given: Sequence[Note]) -> list[Note]:
    """Leave notes out that hold one of the seven kinds, until a tenth of the rest does."""
    keep = -(-sum(not _holds(note) for note in given) // 9)
    holding = 0
    kept = []
    for note in given:
        holding += _holds(note)
        if not _holds(note) or holding <= keep:
            kept.append(note)
    return kept


def _held(what: str, given: Sequence[Note]) -> dict[str, Any]:
    holding = sum(map(_holds, given))
    return {
        "of": f"{what}: notes that hold one of the seven kinds", "value": holding / len(given),
        "unit": "%", "events": holding, "runs": len(given), "at_least": 0.1,
        "beside": {"bytes of a note": f"{_size([note.text for note in given]) / len(given):.0f}"},
    }  # fmt: skip


def _size(texts: Sequence[str]) -> int:
    return sum(len(text.encode()) for text in texts)


def _compared(
    what: str,
    given: Sequence[Note],
    ours: Sequence[Family],
    entities: Sequence[str] | None,
    *,
    least: float | None = None,
) -> list[dict[str, Any]]:
    import pyarrow as pa

    from audit.personal_data.scanning import scan
    from benchmarks._timing import paired, timed

    texts = [note.text for note in given]
    few = texts[: max(200, int(len(texts) * PRESIDIO_READS))]
    column = pa.array(texts)
    engine = _presidio()
    known = [
        name for name in engine.get_supported_entities("en") if entities is None or name in entities
    ]

    def scanned() -> None:
        for _ in scan(column, ours):
            pass

    def analyzed() -> None:
        for text in few:
            engine.analyze(text, "en", entities=known)

    analyzed()
    size, few_size = _size(texts), _size(few)
    found = paired(lambda: timed(scanned) / size, lambda: timed(analyzed) / few_size, PAIRS)
    mine, theirs = 1e-6 / found.ours, 1e-6 / found.peer
    speeds = {"ours": f"{mine:.3g} MB/s", "presidio": f"{theirs:.2g} MB/s"}
    return [
        {"of": f"{what}: ours", "value": mine, "unit": "MB/s", "at_least": least},
        {"of": f"{what}: presidio / ours", "value": found.ratio, "unit": "×", "beside": speeds},
    ]


@cache
def _presidio() -> Any:
    """Return presidio with its pattern recognizers and a tokenizer, as light as it gets."""
    import spacy
    import tldextract
    from presidio_analyzer import AnalyzerEngine, RecognizerRegistry
    from presidio_analyzer.nlp_engine import NerModelConfiguration, SpacyNlpEngine
    from presidio_analyzer.predefined_recognizers import SpacyRecognizer

    # Its e-mail recognizer would fetch a list of suffixes; the snapshot beside it says the same.
    tldextract.tldextract.TLD_EXTRACTOR = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)
    nlp: Any = SpacyNlpEngine(
        models=[{"lang_code": "en", "model_name": "blank"}],
        ner_model_configuration=NerModelConfiguration(labels_to_ignore=[]),
    )
    nlp.nlp = {"en": spacy.blank("en")}
    registry = RecognizerRegistry(supported_languages=["en"])
    registry.load_predefined_recognizers(languages=["en"], nlp_engine=nlp)
    registry.recognizers = [r for r in registry.recognizers if not isinstance(r, SpacyRecognizer)]
    return AnalyzerEngine(registry=registry, nlp_engine=nlp, supported_languages=["en"])


if __name__ == "__main__":
    print(json.dumps(measured(int(sys.argv[1]), int(sys.argv[2]))))

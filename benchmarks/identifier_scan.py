"""Identifiers in free text on one core, beside presidio's pattern recognizers without a language model.

Generated notes of the held-out split (`benchmarks/case_notes`), in an Arrow column, in a process that
has one core and one thread. Seven kinds: passport lines, A-numbers, UNHCR numbers, phones, e-mail, IBAN
and coordinates; presidio has three of them and is asked for these. Then every family the scanner has
against every pattern recognizer presidio loads for English. presidio reads a part of the notes and is
given no names to find. A megabyte is a million bytes of UTF-8. `--runs` is the number of notes.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from benchmarks._peers import ROOT
from benchmarks._studies import Row

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
    import pyarrow as pa

    from audit.personal_data import families
    from audit.personal_data.scanning import scan
    from benchmarks.case_notes import notes

    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    written = list(notes("held_out", runs, seed))
    texts = [note.text for note in written]
    few = texts[: max(200, int(runs * PRESIDIO_READS))]
    column = pa.array(texts)
    holding = sum(bool(note.of(*SEVEN)) for note in written)
    seven = [f for f in families() if {kind.entity_type for kind in f.kinds} & set(SEVEN)]
    readers = [f for f in families() if f.find is not None]
    rows = [
        {"of": "notes that hold one of the seven kinds", "value": holding / runs, "unit": "%",
         "events": holding, "runs": runs, "at_least": 0.1},
        {"of": "bytes of a note", "value": _size(texts) / runs},
    ]  # fmt: skip
    for what, ours, entities in (
        ("seven kinds", seven, list(SEVEN)),
        (f"all {len(readers)} families", readers, None),
    ):
        engine = _presidio()

        def scanned(among: Sequence[Any] = ours) -> None:
            for _ in scan(column, among):
                pass

        known = [
            name
            for name in engine.get_supported_entities("en")
            if entities is None or name in entities
        ]

        def analyzed(engine: Any = engine, known: Sequence[str] = known) -> None:
            for text in few:
                engine.analyze(text, "en", entities=known)

        rows += _rows(what, scanned, analyzed, _size(texts), _size(few))
    return rows


def _size(texts: Sequence[str]) -> int:
    return sum(len(text.encode()) for text in texts)


def _rows(
    what: str, ours: Callable[[], None], peer: Callable[[], None], size: int, peer_size: int
) -> list[dict[str, Any]]:
    from benchmarks._timing import paired, timed

    peer()
    found = paired(lambda: timed(ours) / size, lambda: timed(peer) / peer_size, PAIRS)
    speeds = {"ours": f"{1e-6 / found.ours:.3g} MB/s", "presidio": f"{1e-6 / found.peer:.3g} MB/s"}
    least = 20 if what == "seven kinds" else None
    return [
        {"of": f"{what}: ours", "value": 1e-6 / found.ours, "unit": "MB/s", "at_least": least},
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

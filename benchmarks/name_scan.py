"""Names and every other identifier in case notes, beside presidio's batch engine on the same notes.

Each reads the same notes from start to end: presidio out of the box (its default recognizers, the whole
spaCy pipeline) by `BatchAnalyzerEngine` with batches of 64, in one process and in two, the quicker of
which counts; ours with every family of identifiers and the tagger, once alone and once with the same
spaCy model asked where the tagger is in doubt, on every core. `--runs` is the number of notes. The last
row is for orientation: spaCy's recogniser on every note, without any tagger, in one process.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from benchmarks._studies import Row
from benchmarks._timing import timed
from benchmarks.case_notes.corpus import notes

RUNS = 3_000
QUICK = 1_500
PAIRS = 3
BATCH = 64
MODEL = "en_core_web_sm"


def presidio(texts: Sequence[str]) -> dict[int, Callable[[], object]]:
    """Return presidio's batch engine at work in one process and in two."""
    from presidio_analyzer import BatchAnalyzerEngine

    from benchmarks.personal_data_seen import _presidio

    engine = BatchAnalyzerEngine(_presidio())

    def work(processes: int) -> Callable[[], object]:
        return lambda: engine.analyze_iterator(
            texts, language="en", batch_size=BATCH, n_process=processes
        )

    return {n: work(n) for n in (1, 2)}


def scanned(texts: Sequence[str], model: str) -> int:
    """Read notes for every family and for names; return how many places were found."""
    from audit.personal_data.names.reader import reader
    from audit.personal_data.scanning import scan

    identifiers = sum(len(spans) for _, spans in scan(texts))
    return identifiers + sum(len(spans) for spans in reader(model).spans(texts))


def recognised(texts: Sequence[str]) -> int:
    """Read every note by spaCy's recogniser alone, and for every family."""
    from audit.personal_data.names.spacy_model import Recogniser
    from audit.personal_data.scanning import scan

    identifiers = sum(len(spans) for _, spans in scan(texts))
    return identifiers + sum(len(people) for people in Recogniser(MODEL).people(texts))


def study(runs: int, seed: int) -> list[Row]:
    """Time ours and presidio in turn, several times; the medians of the ratios count."""
    texts = [note.text for note in notes("development", runs, seed)]
    size = sum(map(len, texts)) / len(texts)
    theirs = presidio(texts)
    processes = min(theirs, key=lambda n: timed(theirs[n]))
    asked = {
        "with spaCy's names": (lambda: scanned(texts, MODEL), 3),
        "with the tagger": (lambda: scanned(texts, ""), 5),
    }
    for ours, _ in asked.values():
        ours()
    peers, times = [], {name: [] for name in asked}
    for _ in range(PAIRS):
        peers.append(timed(theirs[processes]))
        for name, (ours, _) in asked.items():
            times[name].append(timed(ours))
    rows = [
        _ratio(f"rows per second, ours {name} / presidio", times[name], peers, least, runs)
        for name, (_, least) in asked.items()
    ]
    alone = [timed(lambda: recognised(texts))]
    return [
        *rows,
        _ratio(
            "spaCy's recogniser on every note, one process / presidio", alone, peers, None, runs
        ),
        Row(of="processes with which presidio is quickest", value=processes),
        Row(of="characters of a note, mean", value=round(size)),
    ]


def _ratio(
    of: str, ours: Sequence[float], peers: Sequence[float], least: float | None, runs: int
) -> Row:
    from statistics import median

    ratio = median(peer / mine for mine, peer in zip(ours, peers, strict=False))
    beside = {
        "ours": f"{runs / median(ours):,.0f} notes/s",
        "presidio": f"{runs / median(peers):,.0f} notes/s",
    }
    return Row(of=of, value=ratio, unit="×", at_least=least, beside=beside)

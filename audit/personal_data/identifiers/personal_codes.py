"""National numbers of a form that nothing else has, where no label stands beside them.

The rules are those of `national_id_schemes`. Apart from `national_ids` because the two triggers together
outgrow the cache of Rust's automaton, and are then fifty times slower than one after the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from audit.personal_data.family import Family, Kind, Span
from audit.personal_data.national_id_schemes import SCHEMES
from audit.personal_data.plain_text import DIGIT, GAP, plain

_ALONE = tuple(scheme for scheme in SCHEMES if scheme.alone is not None)


def find(text: str, among: Sequence[int] = range(len(_ALONE))) -> Iterator[Span]:
    """Yield numbers whose form, and whose check digits where there are any, hold."""
    said = plain(text)
    for scheme in map(_ALONE.__getitem__, among):
        for match in scheme.written().finditer(said):
            if scheme.alone is not None and scheme.holds(match.group(), strictly=True):
                yield Span(scheme.kind, *match.span(), scheme.alone)


# The forms that count without a label, before a text is made plain.
_FORMS = (
    rf"{DIGIT}{{3}}{GAP}{DIGIT}{{2}}{GAP}{DIGIT}{{4}}|[A-Z]{{2}}{GAP}?{DIGIT}{{2}}{GAP}?{DIGIT}{{2}}{GAP}?{DIGIT}{{2}}{GAP}?[A-D]"
    rf"|[XYZ]{GAP}?{DIGIT}{{7}}{GAP}?[A-Z]|[A-Z]{DIGIT}{{2}}[A-Z]{DIGIT}{{2}}[A-Z]{DIGIT}{{3}}[A-Z]|{DIGIT}{{6}}[A-Y+{GAP[1:]}{DIGIT}{{3}}[A-Y0-9٠-٩۰-۹]|[A-Z]{DIGIT}{{6}}[HMX][A-Z]{{5}}"
    rf"|[12١٢۱۲]{GAP}?{DIGIT}{{2}}{GAP}?{DIGIT}{{2}}{GAP}?(?:{DIGIT}|[AB]){{2}}{GAP}?{DIGIT}{{3}}{GAP}?{DIGIT}{{3}}{GAP}?{DIGIT}{{2}}"
)

FAMILY = Family(
    name="personal_codes",
    kinds=(Kind("NATIONAL_ID", "national identity, social security and tax numbers"),),
    find=find,
    find_framed=find,
    frames=tuple(scheme.written().pattern for scheme in _ALONE),
    trigger=f"(?i){_FORMS}",
)

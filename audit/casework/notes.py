"""Free-text case notes with planted identifiers, and with things that only look like one.

Everything planted is fictional by construction: passport lines of the specimen state UTO (ICAO Doc
9303-3, code for Utopia), phone numbers from ranges that are never assigned (Ofcom's +44 7700 900xxx
for drama; the North American 555-01xx), addresses at example.org (RFC 2606). The look-alikes are a
case reference, a helpline, an officer's badge, a statute, an amount, a flight, a passport line
whose check digit is wrong, towns that are also first names, and countries that are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

SURNAMES = (
    "Marunde", "Okavi", "Tesfalem", "Brankovar", "Halloumeh", "Quispara", "Nadirov", "Achterhof",
    "Zuberiyan", "Lindqvarn", "Ferreirinho", "Ogunmola", "Petrakidis", "Sadeghian", "Yamashiro",
)  # fmt: skip
GIVEN = (
    "Adil", "Selam", "Mirela", "Joao", "Rukhsana", "Emeka", "Dalia", "Ilyas", "Noor", "Tomas",
    "Farida", "Goran", "Lucia", "Hawa", "Renata",
)  # fmt: skip

OPENINGS = (
    "Documents complete at the counter.",
    "Purpose of travel stated in the form and repeated at the interview.",
    "Bank statements cover the last three months.",
    "Employer letter on file, dates agree with the leave requested.",
    "Invitation seen, relationship to the host not tested further.",
    "Hotel booking shown, refundable rate.",
    "Previous visa used as issued, exit stamp legible.",
    "Travel insurance covers the whole stay.",
    "Student certificate for the current term handed in.",
    "Applicant answered calmly, an interpreter was present.",
    "Return ticket reserved, not yet paid.",
    "Income stated in the form is plausible for the occupation.",
)
ENDINGS = (
    "Nothing further.",
    "To be read by a second officer.",
    "File goes to the archive after the decision.",
    "Funds checked against the published table.",
    "No interview needed.",
    "Original documents handed back.",
    "Waiting for the confirmation of the host.",
    "Stay requested: {days} days.",
)
LOOKALIKES = (
    "See case reference REF-2025-{six}.",
    "Legal advice line 0808 157 0{three} was pointed out to the applicant.",
    "Counter note by officer badge B-{four}.",
    "Refusal would rest on s.24(1)(b) of the visa code.",
    "Balance shown 1,{three}.00, last movement 03/0{digit}/2025.",
    "Flight LX{three} reserved for the outward journey.",
    "Lived in Florence and later in Victoria, leases shown.",
    "Earlier journeys to Jordan, Chad and Georgia, stamps seen.",
    "Line on the copy does not verify: {broken_mrz}",
)


@dataclass(frozen=True, slots=True)
class Planted:
    """A span that identifies a (fictional) person."""

    kind: str
    """`mrz`, `phone` or `relative`."""
    value: str


@dataclass(frozen=True, slots=True)
class Note:
    """One case note and what was planted in it."""

    text: str
    planted: tuple[Planted, ...] = ()


def check_digit(field: str) -> str:
    """Return the check digit of a field of a machine-readable zone.

    Weights 7, 3, 1 over the characters, digits as they are, A to Z as 10 to 35, the filler as 0,
    modulo 10 (ICAO Doc 9303-3, section 4.9).
    """
    total = 0
    for position, sign in enumerate(field):
        value = int(sign) if sign.isdigit() else 0 if sign == "<" else ord(sign) - 55
        total += value * (7, 3, 1)[position % 3]
    return str(total % 10)


def passport_lines(
    *, surname: str, given: str, number: str, birth: str, sex: str, expiry: str, personal: str = ""
) -> tuple[str, str]:
    """Return both lines of a passport of the specimen state UTO (TD3, ICAO Doc 9303-4, section 4.2).

    Parameters
    ----------
    number : str
        Document number, at most 9 letters and digits.
    birth, expiry : str
        Dates as YYMMDD.
    sex : str
        `F`, `M` or `<`.
    personal : str
        Optional data, at most 14 letters and digits; its check digit is left out where it is empty.
    """
    upper = f"P<UTO{surname.upper()}<<{given.upper()}".ljust(44, "<")
    number = number.ljust(9, "<")
    optional = personal.ljust(14, "<")
    optional += check_digit(optional) if personal else "<"
    checked = [part + check_digit(part) for part in (number, birth, expiry)]
    composite = check_digit("".join(checked) + optional)
    lower = f"{checked[0]}UTO{checked[1]}{sex}{checked[2]}{optional}{composite}"
    return upper, lower


class Writer:
    """Writes notes from one stream of random numbers.

    Parameters
    ----------
    rng : numpy.random.Generator
        Drawn from in a fixed order: the same generator gives the same notes.
    """

    def __init__(self, rng: np.random.Generator) -> None:
        self._rng = rng

    def _pick(self, options: Sequence[str]) -> str:
        return options[int(self._rng.integers(len(options)))]

    def _digits(self, count: int) -> str:
        return str(int(self._rng.integers(10**count))).zfill(count)

    def _lines(self) -> tuple[str, str]:
        letter = chr(ord("A") + int(self._rng.integers(26)))
        return passport_lines(
            surname=self._pick(SURNAMES),
            given=self._pick(GIVEN),
            number=letter + self._digits(8),
            birth=f"{int(self._rng.integers(50, 100)):02d}{self._month_and_day()}",
            sex=self._pick(("F", "M")),
            expiry=f"{int(self._rng.integers(26, 35)):02d}{self._month_and_day()}",
        )

    def _month_and_day(self) -> str:
        return f"{int(self._rng.integers(1, 13)):02d}{int(self._rng.integers(1, 29)):02d}"

    def _broken(self) -> str:
        upper, lower = self._lines()
        wrong = str((int(lower[9]) + 1 + int(self._rng.integers(8))) % 10)
        return upper + lower[:9] + wrong + lower[10:]

    def _phone(self) -> str:
        if self._rng.random() < 0.5:
            return f"+44 7700 900{self._digits(3)}"
        area = self._pick(("202", "312", "415", "646"))
        return f"+1 {area} 555 01{self._digits(2)}"

    def _plant(self, kind: str) -> tuple[str, tuple[Planted, ...]]:
        if kind == "mrz":
            lines = "".join(self._lines())
            return f"Scanned line kept by mistake: {lines}", (Planted("mrz", lines),)
        name = f"{self._pick(GIVEN)} {self._pick(SURNAMES)}"
        phone = self._phone()
        return (
            f"Cousin {name} to be called on {phone}.",
            (Planted("phone", phone), Planted("relative", name)),
        )

    def write(self, kind: str = "", *, lookalike: bool = False) -> Note:
        """Return one note.

        Parameters
        ----------
        kind : str
            What to plant: `mrz`, `phone` (with a relative's name), or nothing.
        lookalike : bool
            Whether to add something that only looks like an identifier.
        """
        hour, minute = int(self._rng.integers(8, 17)), int(self._rng.integers(60))
        parts = [f"Handed in at {hour}:{minute:02d}.", self._pick(OPENINGS)]
        planted: tuple[Planted, ...] = ()
        if lookalike:
            template = self._pick(LOOKALIKES)
            broken = self._broken() if "{broken_mrz}" in template else ""
            parts.append(
                template.format(
                    six=self._digits(6),
                    four=self._digits(4),
                    three=self._digits(3),
                    digit=int(self._rng.integers(1, 10)),
                    broken_mrz=broken,
                )
            )
        if kind:
            text, planted = self._plant(kind)
            parts.append(text)
        ending = self._pick(ENDINGS)
        parts.append(ending.format(days=int(self._rng.integers(5, 90))))
        return Note(" ".join(parts), planted)


def write_notes(
    rng: np.random.Generator, rows: int, shares: Mapping[str, float], *, lookalikes: float = 0.3
) -> list[Note]:
    """Write one note a row.

    Parameters
    ----------
    shares : mapping of str to float
        Kind of planted identifier to the exact share of rows that holds one.
    lookalikes : float
        Exact share of rows with something that only looks like one.

    Returns
    -------
    list of Note, length `rows`
    """
    from audit.casework.planting import shuffled

    kinds = shuffled(rng, rows, {**shares, "": 1 - sum(shares.values())})
    also = shuffled(rng, rows, {"yes": lookalikes, "": 1 - lookalikes})
    writer = Writer(rng)
    return [
        writer.write(kind, lookalike=bool(extra)) for kind, extra in zip(kinds, also, strict=True)
    ]

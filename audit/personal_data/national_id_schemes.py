"""Numbers that registers give to people, by country: their form, what they are called, how they check.

presidio-analyzer validates those it knows (`recognizer`); the rest have their rule here.

References
----------
France: Code de la sécurité sociale, art. R. 115-1 and INSEE, "Numéro de sécurité sociale" (key 97 minus the
number modulo 97). Netherlands: Wet algemene bepalingen burgerservicenummer, and "elfproef" in Logisch Ontwerp BSN,
section 2. Belgium: arrêté royal of 3 April 1984, art. 4 (modulo 97). Mexico: DOF of 18 June 2018, annex 1 (CURP).
Brazil: Receita Federal, CPF (two digits modulo 11). Chile: Servicio de Registro Civil, RUN (modulo 11). Pakistan:
NADRA, CNIC (no check digit).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from audit.personal_data.family import Certainty

_CURP = "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """One register's numbers.

    Attributes
    ----------
    name : str
        In presidio's word where presidio has one: "US_SSN".
    form : str
        Regular expression of a number in capitals; it need not say what stands around it.
    label : str
        Expression for what notes call it.
    recognizer : str
        presidio's class that validates it; empty for none.
    check : callable, optional
        Whether the characters, without spaces and signs, check.
    alone : Certainty, optional
        How sure a number is that nothing calls so; without it such a number is none.
    kind : str
        Type to report.
    """

    name: str
    form: str
    label: str
    recognizer: str = ""
    check: Callable[[str], bool] | None = None
    alone: Certainty | None = None
    kind: str = "NATIONAL_ID"

    def written(self) -> re.Pattern[str]:
        """Return the expression of a number with nothing of another beside it."""
        return _compiled(rf"(?<![\w/])(?<!\d[.,-])(?:{self.form})(?![\w/]|[.,-]\d)")

    def called(self) -> re.Pattern[str]:
        """Return the expression of its label."""
        return _compiled(self.label)

    def holds(self, said: str, *, strictly: bool = False) -> bool:
        """Tell whether a number checks, as far as its scheme has a rule.

        Parameters
        ----------
        strictly : bool
            Whether a rule that leaves it open, as presidio's does for some, counts against it.
        """
        if self.check is not None:
            return self.check(re.sub(r"[^\w]", "", said.upper()))
        if not self.recognizer:
            return True
        recognizer = _presidio(self.recognizer)
        if recognizer.invalidate_result(said):
            return False
        verdict = recognizer.validate_result(said)
        return verdict is True or (verdict is None and not (strictly and _has_rule(recognizer)))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


@cache
def _presidio(name: str) -> Any:
    from presidio_analyzer import predefined_recognizers

    return getattr(predefined_recognizers, name)()


def _has_rule(recognizer: Any) -> bool:
    from presidio_analyzer import PatternRecognizer

    return type(recognizer).validate_result is not PatternRecognizer.validate_result


def _nir(number: str) -> bool:
    department = {"2A": "19", "2B": "18"}.get(number[5:7], number[5:7])
    body = number[:5] + department + number[7:13]
    return body.isdigit() and number[13:].isdigit() and 97 - int(body) % 97 == int(number[13:])


def _bsn(number: str) -> bool:
    total = sum(int(d) * w for d, w in zip(number, (9, 8, 7, 6, 5, 4, 3, 2, -1), strict=True))
    return total % 11 == 0 and int(number) > 0


def _belgian(number: str) -> bool:
    body, key = number[:9], int(number[9:])
    return key in (97 - int(body) % 97, 97 - int("2" + body) % 97)


def _curp(number: str) -> bool:
    total = sum(_CURP.index(c) * (18 - i) for i, c in enumerate(number[:17]))
    return str(-total % 10) == number[17]


def _cpf(number: str) -> bool:
    def digit(body: str) -> int:
        total = sum(int(d) * w for d, w in zip(body, range(len(body) + 1, 1, -1), strict=True))
        return total * 10 % 11 % 10

    return len(set(number)) > 1 and all(digit(number[:n]) == int(number[n]) for n in (9, 10))


def _run(number: str) -> bool:
    total = sum(int(d) * (2 + i % 6) for i, d in enumerate(reversed(number[:-1])))
    return "0123456789K"[-total % 11] == number[-1]


_BIRTH = r"\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
_SURE, _PERHAPS = Certainty.CONFIRMED, Certainty.CANDIDATE
SCHEMES = (
    Scheme(name="US_SSN", form=r"\d{3}([- .])\d{2}\1\d{4}|\d{9}", label=r"\bssn\b|social security|seguro social", recognizer="UsSsnRecognizer"),
    Scheme(name="US_SSN", form=r"\d{3}-\d{2}-\d{4}", label=r"\bssn\b", recognizer="UsSsnRecognizer", alone=_PERHAPS),
    Scheme(name="US_ITIN", form=r"9\d{2}([- ]?)(?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])\1\d{4}", label=r"\bitin\b|taxpayer id"),
    Scheme(name="UK_NHS", form=r"\d{3}([- ]?)\d{3}\1\d{4}", label=r"\bnhs\b|national health|chi number", recognizer="NhsRecognizer"),
    Scheme(name="UK_NINO", form=r"[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d\d ?\d\d ?\d\d ?[A-D]", label=r"national insurance|\bnino?\b|\bni (?:no|number)", recognizer="UkNinoRecognizer", alone=_PERHAPS),
    # As a form leaves out the letter, and with the prefixes of temporary and of specimen numbers.
    Scheme(name="UK_NINO", form=r"[A-Z]{2}[ -]?\d\d[ -]?\d\d[ -]?\d\d(?:[ -]?[A-D])?", label=r"national insurance|\bnino?\b|\bni (?:no|number)"),
    Scheme(name="CA_SIN", form=r"\d{3}([- ]?)\d{3}\1\d{3}", label=r"\b(?-i:SIN)\b|social insurance|assurance sociale|seguro social canadiense|\b(?-i:NAS)\b", recognizer="CaSinRecognizer"),
    Scheme(name="AU_TFN", form=r"\d{3}( ?)\d{3}\1\d{3}", label=r"\btfn\b|tax file", recognizer="AuTfnRecognizer"),
    Scheme(name="AU_MEDICARE", form=r"[2-6]\d{3}( ?)\d{5}\1\d", label=r"medicare", recognizer="AuMedicareRecognizer"),
    Scheme(name="ES_NIE", form=r"[XYZ]-?\d{7}-?[A-Z]", label=r"\b(?-i:NIE)\b|identi(?:dad|ficaci[óo]n) de extranjero", recognizer="EsNieRecognizer", alone=_PERHAPS),
    Scheme(name="ES_NIF", form=r"\d{8}-?[A-Z]", label=r"\b(?:dni|nif)\b|documento nacional", recognizer="EsNifRecognizer"),
    Scheme(name="IT_FISCAL_CODE", form=r"[A-Z]{6}\d\d[A-EHLMPRST]\d\d[A-MZ]\d{3}[A-Z]", label=r"codice fiscale|fiscal code", recognizer="ItFiscalCodeRecognizer", alone=_SURE),
    Scheme(name="IT_IDENTITY_CARD", form=r"[A-Z]{2} ?\d{5} ?[A-Z]{2}|\d{7} ?[A-Z]{2}|[A-Z]{2} ?\d{7}", label=r"carta d['’]identit[àa]|italian id"),
    Scheme(name="FI_PERSONAL_IDENTITY_CODE", form=r"\d{6}[-+A-FU-Y]\d{3}[0-9A-FHJ-NPR-Y]", label=r"henkil[öo]tunnus|\bhetu\b|personbeteckning", recognizer="FiPersonalIdentityCodeRecognizer", alone=_PERHAPS),
    Scheme(name="SE_PERSONNUMMER", form=r"(?:\d\d)?\d{6}[-+]?\d{4}", label=r"person(?:al )?(?:nummer|number)|samordningsnummer|personnr|personal identity", recognizer="SePersonnummerRecognizer"),
    Scheme(name="PL_PESEL", form=r"\d{11}", label=r"\bpesel\b", recognizer="PlPeselRecognizer"),
    Scheme(name="DE_TAX_ID", form=r"\d{11}|\d\d(?: \d{3}){3}", label=r"steuer-?(?:id|identifikation)|identifikationsnummer|tax id", recognizer="DeTaxIdRecognizer"),
    Scheme(name="DE_SOCIAL_SECURITY", form=r"\d{2} ?\d{6} ?[A-Z] ?\d{3}", label=r"sozialversicherung|rentenversicherung|\bsvnr|\brvnr", recognizer="DeSocialSecurityRecognizer"),
    Scheme(name="DE_HEALTH_INSURANCE", form=r"[A-Z]\d{9}", label=r"krankenversicher|versichertennummer|\bkvnr", recognizer="DeHealthInsuranceRecognizer"),
    Scheme(name="DE_ID_CARD", form=r"[CFGHJK-NPRTV-Z][CFGHJK-NPRTV-Z0-9]{7}\d\d?", label=r"personalausweis|ausweisnummer", recognizer="DeIdCardRecognizer"),
    Scheme(name="TR_NATIONAL_ID", form=r"[1-9]\d{10}", label=r"kimlik|\btckn\b|\bt\.?c\.? no|turkish id|(?:ال)?ك[يا]ملي?ك", recognizer="TrNationalIdRecognizer"),
    Scheme(name="IN_AADHAAR", form=r"[2-9]\d{3}([- ]?)\d{4}\1\d{4}(?![ -]?\d)", label=r"aadh?aa?r|uidai", recognizer="InAadhaarRecognizer"),
    Scheme(name="IN_PAN", form=r"[A-Z]{3}[ABCFGHJLPT][A-Z]\d{4}[A-Z]", label=r"\b(?-i:PAN)\b|permanent account"),
    Scheme(name="IN_VOTER", form=r"[A-Z]{3}\d{7}", label=r"\bepic\b|voter|elector"),
    Scheme(name="KR_RRN", form=rf"{_BIRTH}-?[1-4]\d{{6}}", label=r"\b(?-i:RRN)\b|resident registration|주민", recognizer="KrRrnRecognizer"),
    Scheme(name="KR_FRN", form=rf"{_BIRTH}-?[5-8]\d{{6}}", label=r"\b(?-i:FRN)\b|\b(?-i:ARC)\b|alien registration|foreigner registration|외국인"),
    Scheme(name="NG_NIN", form=r"\d{11}", label=r"\b(?-i:NIN)\b|nimc", recognizer="NgNinRecognizer"),
    Scheme(name="PH_TIN", form=r"\d{3}-\d{3}-\d{3}(?:-\d{3})?", label=r"\b(?-i:TIN)\b|bureau of internal", recognizer="PhTinRecognizer"),
    Scheme(name="PH_UMID", form=r"\d{4}-\d{7}-\d", label=r"\bumid\b|\bcrn\b", recognizer="PhUmidRecognizer"),
    Scheme(name="SG_NRIC_FIN", form=r"[STFGM]\d{7}[A-Z]", label=r"\bnric\b|\b(?-i:FIN)\b"),
    Scheme(name="TH_TNIN", form=r"[1-9]\d{12}|[1-9]-\d{4}-\d{5}-\d\d-\d", label=r"thai (?:national )?id|\btnin\b|บัตรประชาชน", check=lambda n: (11 - sum(int(d) * (13 - i) for i, d in enumerate(n[:12])) % 11) % 10 == int(n[12])),
    Scheme(name="ZA_ID_NUMBER", form=r"\d{10}[0-2][89]\d", label=r"south african id|\bsa id\b|\brsa id\b", recognizer="ZaIdNumberRecognizer"),
    Scheme(name="FR_NIR", form=r"[12] ?\d{2} ?(?:0[1-9]|1[0-2]|[2-9]\d) ?(?:\d{2}|2[AB]) ?\d{3} ?\d{3} ?\d{2}", label=r"s[ée]curit[ée] sociale|\bnir\b|\binsee\b|carte vitale|n° ?s[ée]cu", check=_nir, alone=_PERHAPS),
    Scheme(name="NL_BSN", form=r"\d{9}|\d{4}[. ]\d{2}[. ]\d{3}", label=r"\bbsn\b|burgerservice|sofi-?nummer", check=_bsn),
    Scheme(name="BE_NATIONAL_NUMBER", form=r"\d{2}\.\d{2}\.\d{2}-\d{3}\.\d{2}|\d{11}", label=r"registre national|rijksregister|\bniss\b|\binsz\b|\bnrn\b|s[ée]curit[ée] sociale|\bnir\b", check=_belgian),
    Scheme(name="MX_CURP", form=r"[A-Z][AEIOUX][A-Z]{2}\d{6}[HMX][A-Z]{2}[B-DF-HJ-NP-TV-Z]{3}[A-Z\d]\d", label=r"\bcurp\b", check=_curp, alone=_SURE),
    Scheme(name="BR_CPF", form=r"\d{3}\.\d{3}\.\d{3}-\d{2}|\d{11}", label=r"\bcpf\b", check=_cpf),
    Scheme(name="CL_RUN", form=r"\d{1,2}\.?\d{3}\.?\d{3}-[\dK]", label=r"\b(?-i:RU[NT])\b|chileno", check=_run),
    Scheme(name="PK_CNIC", form=r"\d{5}-\d{7}-\d|\d{13}", label=r"\b(?-i:C?NIC(?:OP)?)\b|nadra|شناختی"),
    Scheme(name="UK_DRIVING_LICENCE", form=r"[A-Z9]{5}\d(?:[05][1-9]|[16][0-2])(?:0[1-9]|[12]\d|3[01])\d[A-Z9]{2}[A-Z\d][A-Z]{2}", label=r"driv(?:ing|er)(?:['’]?s?['’]? (?:licen[cs]e|permit))?", recognizer="UkDrivingLicenceRecognizer",  kind="DRIVER_LICENSE"),
    Scheme(name="DE_FUEHRERSCHEIN", form=r"[A-Z]\d{2}[A-Z\d]{6}\d[A-Z\d]", label=r"f[üu]hrerschein", kind="DRIVER_LICENSE"),
    Scheme(name="IT_DRIVER_LICENSE", form=r"[A-Z]{2}\d{7}[A-Z]|U1[A-Z\d]{7}[A-Z]", label=r"patente", kind="DRIVER_LICENSE"),
    Scheme(name="KR_DRIVER_LICENSE", form=r"\d{2}-\d{2}-\d{6}-\d{2}", label=r"driv(?:ing|er)(?:['’]?s?['’]? (?:licen[cs]e|permit))?|운전면허", kind="DRIVER_LICENSE"),
    Scheme(name="US_DRIVER_LICENSE", form=r"[A-Z]{1,2}-?\d{3}[- ]?\d{3,4}[- ]?\d{0,6}|\d{7,9}", label=r"driv(?:ing|er)['’]?s? licen[cs]e|licencia de conducir|permis de conduire", kind="DRIVER_LICENSE"),
)  # fmt: skip

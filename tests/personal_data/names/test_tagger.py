from __future__ import annotations

import random

import pytest

from audit.personal_data import PERSON
from audit.personal_data.family import Certainty
from audit.personal_data.names.capitals import weigh
from audit.personal_data.names.lexicon import of_note
from audit.personal_data.names.reader import reader
from audit.personal_data.names.reasons import ENOUGH, Reason
from audit.personal_data.names.tagger import Tagger, tagged
from tests.personal_data.names.notes import NOT_NAMES, ORIGINS


def said(text: str) -> list[str]:
    return [text[span.start : span.end] for span in tagged(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("His sisters Amina, Yusra and Halima (9) stayed behind.", ["Amina", "Yusra", "Halima"]),
        ("Travelled through Jordan, Chad and Georgia.", []),
        ("Mr Jordan and Ms Georgia Chad attended.", ["Jordan", "Georgia Chad"]),
        ("KARIMI, Abdul Rahman was registered.", ["KARIMI, Abdul Rahman"]),
        ("Spoke to J. R. Whitaker today.", ["J. R. Whitaker"]),
        ("The Sra. de la Fuente signed.", ["de la Fuente"]),
        ("Interpreter Hassan bin Omar al-Amri present.", ["Hassan bin Omar al-Amri"]),
        ("Born on 3 May, interviewed in June and on March 4.", []),
        ("interpreter mariama keita was present.", ["mariama keita"]),
        ("Rescued by MV Louise Michel.", []),
        ("He has Parkinson's disease.", []),
        ("Lives at 12 Victoria Road.", []),
        ("In SSHD v Mahad Abukar the Tribunal agreed.", ["Mahad Abukar"]),
        ("Susan MITCHELL Legal basis to follow.", ["Susan MITCHELL"]),
        ("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<", []),
        ("Statement from Ms Tajik.", ["Tajik"]),
        ("Signed: Nguyen Van An", ["Nguyen Van An"]),
        ("", []),
    ],
)
def test_in_words(text: str, names: list[str]) -> None:
    assert said(text) == names


def test_a_span_is_a_person_to_be_looked_at() -> None:
    (span,) = tagged("Met Tesfay Kidane.")
    assert (span.entity_type, span.certainty) == (PERSON, Certainty.CANDIDATE)


def test_what_is_a_name_in_one_place_is_one_in_the_note() -> None:
    assert said("Mrs Bah attended. Asked in Bah about it.").count("Bah") == 2


def test_reasons_are_given() -> None:
    run = next(run for run in weigh("Witness Selam Weldu said so.") if run.weight >= ENOUGH)
    given = {reason for reason, _ in run.reasons}
    assert given >= {Reason.ROLE, Reason.DOES, Reason.UNKNOWN_WORDS}
    assert run.weight == pytest.approx(sum(weight for _, weight in run.reasons))
    (place,) = [r for r in weigh("We went to Khartoum.") if r.has(Reason.PLACE)]
    assert place.weight < ENOUGH


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The interview was held in the morning.", "en"),
        ("L'entretien a eu lieu le matin avec son frère.", "fr"),
        ("La entrevista fue por la mañana con su hermano.", "es"),
        ("Die Anhörung war am Morgen mit dem Bruder.", "de"),
        ("", "en"),
    ],
)
def test_the_language_of_a_note_is_told(text: str, code: str) -> None:
    assert of_note(text).language.code == code


def test_other_notes_change_nothing() -> None:
    texts = [f"Then {name} spoke." for people in ORIGINS.values() for name in people]
    texts += NOT_NAMES
    alone = {text: tagged(text) for text in texts}
    shuffled = random.Random(7).sample(texts, len(texts))
    assert [alone[text] for text in shuffled] == list(Tagger().spans(shuffled))


def test_the_tagger_reads_where_no_model_is_named() -> None:
    assert isinstance(reader(), Tagger)
    assert (reader().model, reader().version) == ("audit.names", Tagger.version)


@pytest.mark.parametrize("text", ["\x00", "A" * 5000, "A " * 2000, "Ā\u0301 ’’ --", "\ud800 Ali"])
def test_nothing_breaks_it(text: str) -> None:
    for span in tagged(text):
        assert 0 <= span.start < span.end <= len(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Grace said no.", ["Grace"]),
        ("Mercedes dijo que no.", ["Mercedes"]),
        ("June was cold.", []),
        ("Jordan refused entry.", []),
        ("Georgia denied the visa.", []),
        ("Said that he left.", []),
    ],
)
def test_words_that_people_are_called_as_well(text: str, names: list[str]) -> None:
    assert said(text) == names

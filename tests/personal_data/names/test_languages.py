from __future__ import annotations

from importlib import resources

import pytest

from audit.personal_data.names import languages as package
from audit.personal_data.names.languages import Language, languages, of_script
from audit.personal_data.names.lexicon import Word, of_merged, of_note
from audit.personal_data.names.words import ordinary_english, places, well_known_places


def test_every_file_of_the_folder_is_a_language() -> None:
    files = {f.name for f in resources.files(package).iterdir() if f.name.endswith(".toml")}
    assert {f"{language.code}.toml" for language in languages()} == files
    assert {"en", "fr", "es", "ar", "de", "uk"} <= {language.code for language in languages()}


def test_words_are_written_small() -> None:
    for language in languages():
        for field in Language.__dataclass_fields__:
            value = getattr(language, field)
            if isinstance(value, frozenset):
                assert all(word == word.lower() for word in value), (language.code, field)


@pytest.mark.parametrize("script", ["latin", "cyrillic", "arabic", "ethiopic", "myanmar"])
def test_every_script_has_a_language(script: str) -> None:
    assert of_script(script)


def test_the_lists_hold_what_is_no_name() -> None:
    assert {"interview", "yesterday", "detain"} <= ordinary_english()
    assert not {"ahmed", "mohammed", "maria", "michael", "nguyen", "khan"} & ordinary_english()
    assert {"kabul", "eritrea", "kutupalong", "syrie"} <= well_known_places() <= places()


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Interview", Word.CASE_WORD),
        ("Detained", Word.ORDINARY),
        ("Follow-up", Word.CASE_WORD),
        ("Khartoum", Word.PLACE),
        ("Tribunal", Word.ORGANISATION),
        ("Somali", Word.NEVER),
        ("UNHCR", Word.NEVER),
        ("NGO", Word.NEVER),
        ("Ngo", Word.UNKNOWN),
        ("Grace", Word.ALSO_NAME),
        ("Mrs", Word.TITLE),
        ("The", Word.FUNCTION),
        ("Tesfay", Word.UNKNOWN),
    ],
)
def test_what_a_word_is(word: str, kind: Word) -> None:
    assert of_note("The interview was held.").word(word) is kind


def test_the_words_of_a_script_stand_together() -> None:
    cyrillic = of_merged("cyrillic")
    assert cyrillic.word("Заявник") is Word.CASE_WORD
    assert cyrillic.word("Заявитель") is Word.CASE_WORD

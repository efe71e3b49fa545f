from __future__ import annotations

import pytest

from audit.checklist import load_answers
from audit.checklist.words import count_words, found_words
from audit.errors import ChecklistError
from tests.checklist.lists import TODAY, checklist, item, section, sections


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("  \n ", 0),
        ("Nobody affected was asked.", 4),
        ("Article 22(3) — nobody", 3),  # a dash is no word
        ("没有人问过他们。", 3),  # seven characters; the full stop is none
        ("誰も聞かれていない", 4),
        ("的", 1),  # one character is still something said
        ("ไม่มีใครถามพวกเขา", 5),  # fifteen letters; the signs above them are not counted
        ("အရာရှိသည် ဖိုင်တိုင်းကို ဖတ်သည်။", 4),  # spaces part phrases there, not words
        ("ເຈົ້າຫນ້າທີ່ອ່ານ", 3),
        ("មន្ត្រីអានឯកសារ", 3),
        ("아무도 묻지 않았다", 3),  # Korean has spaces
        ("لم يُسأل أحد", 3),
        ("GDPR 第二十二条", 3),
        ("。、", 0),
    ],
)
def test_words_of_any_script(text, words):
    assert count_words(text) == words


@pytest.mark.parametrize(("letter", "per_word"), [("問", 2), ("の", 2), ("ก", 3), ("က", 3)])
@pytest.mark.parametrize("needed", [1, 10, 40])
def test_the_limit_is_reached_with_the_last_letter(letter, per_word, needed):
    assert count_words(letter * per_word * needed) == needed
    if needed > 1:
        assert count_words(letter * (per_word * needed - 1)) == needed - 1


def test_who_is_told_a_text_is_too_short_is_told_how_it_was_counted():
    assert found_words("too short") == "found 2"
    assert found_words("太短") == (
        "found 1 (where nothing parts the words, two characters or three letters count as one)"
    )


def test_grounds_in_burmese_are_held_to_the_same_length(tmp_path):
    small = checklist(tmp_path, sections(section(item(1, "min_words: 5"))))
    path = tmp_path / "answers.yaml"

    def said(text):
        path.write_text(
            f"checklist: small\nversion: '1'\nanswers:\n  small.a.1: {{state: met, text: {text}}}\n",
            encoding="utf-8",
        )
        return load_answers(path, {"small": small}, today=TODAY)["small"]["small.a.1"].text

    with pytest.raises(ChecklistError, match=r"at least 5 words, found 4 \(where nothing parts"):
        said("က" * 14)
    assert said("က" * 15)

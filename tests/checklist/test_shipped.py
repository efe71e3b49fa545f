"""What every checklist that is shipped must keep to."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

import pytest

from audit.check import Check
from audit.checklist import files, lay_out, load
from audit.checklist.items import CHOICES, AnswerType
from audit.checklist.order import queue, stakes
from audit.registry import instances
from audit.resources import folder
from audit.vocabulary import Right

SLUGS = sorted(slug for slug, path in files().items() if path.parent == folder("checklists"))

# What no page may say.
NEVER = re.compile(
    r"\b(unbiased|bias-free|compliant with|complies with|no discrimination found|explained by|illegal)\b",
    re.IGNORECASE,
)


@cache
def shipped(slug):
    return load(files()[slug])


@cache
def checks():
    return {check.id for check in instances(Check, "checks")}


@pytest.mark.parametrize("slug", SLUGS)
def test_every_item_says_where_it_comes_from(slug):
    for item in shipped(slug).items():
        assert item.ref, item.id
        assert all(len(ref.strip()) > 3 for ref in item.ref), item.id


@pytest.mark.parametrize("slug", SLUGS)
def test_the_instrument_is_dated_and_its_terms_are_named(slug):
    frame = shipped(slug).framework
    assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", frame.as_of)
    assert frame.legal_version
    assert frame.confidence in ("high", "medium", "low")
    if frame.status == "upcoming":
        assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", frame.applies_from)


@pytest.mark.parametrize("slug", SLUGS)
def test_it_names_checks_that_exist(slug):
    for item in shipped(slug).items():
        assert set(item.evidence) <= checks(), item.id
        assert (item.kind == "human") == (not item.evidence), item.id


@pytest.mark.parametrize("slug", SLUGS)
def test_it_can_end_in_not_using_the_system(slug):
    checklist = shipped(slug)
    classes = getattr(checklist.scoring, "classes", ())
    assert any(i.zero_option for i in checklist.items()) or any(c.stop for c in classes)


@pytest.mark.parametrize("slug", SLUGS)
def test_it_says_nothing_that_no_page_may_say(slug):
    text = files()[slug].read_text(encoding="utf-8")
    assert not NEVER.search(text), NEVER.search(text)


@pytest.mark.parametrize("slug", SLUGS)
def test_the_gravest_questions_are_put_first(slug):
    checklist = shipped(slug)
    order = [item for item in queue(lay_out(checklist, {}, {})) if not item.zero_option]
    ranks = [stakes(checklist)[item.id] for item in order]
    assert ranks == sorted(ranks, reverse=True)


@pytest.mark.parametrize("slug", SLUGS)
def test_every_question_can_come_to_be_asked(slug):
    # Whatever hides a question can be answered so that it is asked.
    checklist = shipped(slug)
    for section in checklist.sections:
        for item in section.items:
            for condition in (section.visible_if, item.visible_if):
                for part in condition.parts() if condition else ():
                    assert part.item != item.id


def test_questions_that_share_a_name_can_share_an_answer():
    words = defaultdict(dict)
    for slug in SLUGS:
        for item in shipped(slug).items():
            if item.shared:
                words[item.shared][item.id] = _words(item)
    for name, items in words.items():
        common = set.intersection(*items.values())
        assert common, (name, items)


def _words(item):
    if item.answer.type in CHOICES:
        return {option.common for option in item.answer.options}
    if item.answer.type is AnswerType.STATE:
        return {"met", "not_met"}
    return {str(item.answer.type)}


def test_a_name_is_shared_once_in_each_checklist():
    for slug in SLUGS:
        names = [item.shared for item in shipped(slug).items() if item.shared]
        assert sorted(set(names)) == sorted(names), slug


def test_rights_are_those_of_the_map():
    touched = {right for slug in SLUGS for item in shipped(slug).items() for right in item.rights}
    assert touched <= set(Right)

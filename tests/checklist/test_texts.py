"""What a lawyer asks of the shipped texts: where, since when, how sure, who answers, and what is the same question."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date
from functools import cache
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from audit.checklist import files, lay_out, load
from audit.checklist.items import AnswerType
from audit.cli import command as audit
from audit.resources import folder

ROOT = Path(__file__).parent.parent.parent
SLUGS = sorted(slug for slug, path in files().items() if path.parent == folder("checklists"))
OURS = [slug for slug in SLUGS if slug != "ca_aia"]
"""Those whose ids are ours; the Canadian questions carry official ids, and some ask for a name or a number alone."""

NUMBERED = re.compile(
    r"\b(Arts?|Articles?|Annex|Recital|s|Section|Objective|Principles?|principles?|Guideline|Tiers?|levels?)"
    r" [0-9IVXA-C]"
)
CASE = re.compile(r"\bC-\d+/\d\d\b")
QUESTION = re.compile(r"^AIA v\d+\.\d+\.\d+ \w+")
HEADED = (
    "A/75/590", "FRAIA/IAMA", "HUDERIA Methodology", "IASC Operational Guidance on Data Responsibility",
    "ICRC Handbook on Data Protection in Humanitarian Action", "OHCHR, Digital Border Governance (2023)",
    "Special Rapporteur on racism, A/75/590 (2020)", "UNESCO Ethical Impact Assessment",
    "UNHCR AI Approach, 1 August 2025", "UNHCR Data Protection Policy 2015",
    "UNHCR General Policy on Personal Data Protection and Privacy 2022",
    "Canada, Directive on Automated Decision-Making",
)  # fmt: skip
"""Documents that are cited by heading, since their parts carry no numbers, or none that we could read."""
VAGUE = re.compile(
    r"as a whole|passim|et seq|in general|generally|various|relevant provisions", re.IGNORECASE
)

MONTHS = "January February March April May June July August September October November December"
DAY = re.compile(rf"\b\d{{1,2}} (?:{'|'.join(MONTHS.split())}) \d{{4}}\b")
AI_ACT = {
    "2 February 2025", "2 August 2026", "2 December 2026", "2 August 2027", "2 December 2027",
    "2 August 2030", "31 December 2030",
}  # fmt: skip
"""Days of Articles 111 and 113 as amended in 2026; any other in these files is a slip."""


@cache
def shipped(slug):
    return load(files()[slug])


def text_of(slug):
    return re.sub(r"\s+", " ", files()[slug].read_text(encoding="utf-8"))


def is_pinpoint(ref):
    """Whether a reference says where in the instrument: a number, a case, or a heading of it."""
    if VAGUE.search(ref):
        return False
    heading = next((ref[len(name) :] for name in HEADED if ref.startswith(name)), "")
    return bool(
        NUMBERED.search(ref)
        or CASE.search(ref)
        or QUESTION.match(ref)
        or re.fullmatch(r", (?=.*[a-z]{4}).{6,}", heading)
    )


# ---------------------------------------------------------------------------------------------
# Where


@pytest.mark.parametrize(
    "ref",
    [
        "", "the Act", "AI Act", "AI Act, generally", "GDPR", "GDPR, relevant provisions", "HUDERIA Methodology",
        "HUDERIA Methodology, 1", "A/75/590", "OMB M-25-21", "Convention against Torture, the Convention as a whole",
        "AI Act Art", "C-634", "UNHCR Data Protection Policy 2015, ",
    ],
)  # fmt: skip
def test_a_vague_reference_is_told_from_a_pinpoint(ref):
    assert not is_pinpoint(ref)


@pytest.mark.parametrize("slug", SLUGS)
def test_every_question_has_a_pinpoint(slug):
    for item in shipped(slug).items():
        assert item.ref, item.id
        assert [ref for ref in item.ref if not is_pinpoint(ref)] == [], item.id


def test_the_elements_of_each_law_are_asked():
    refs = {ref for slug in OURS for item in shipped(slug).items() for ref in item.ref}
    whole = {f"AI Act Art 27(1)({x})" for x in "abcdef"}
    whole |= {f"AI Act Art 10(2)({x})" for x in "abcdefgh"} | {"AI Act Art 10(3)", "AI Act Art 10(4)"}  # fmt: skip
    whole |= {f"AI Act Art 9(2)({x})" for x in "abcd"} | {f"AI Act Art 14(4)({x})" for x in "abcde"}
    whole |= {f"AI Act Annex IV {n}" for n in range(1, 10) if n != 2} | {"AI Act Annex IV 2(g)"}
    whole |= {f"AI Act Art 26({n})" for n in (1, 2, 4, 5, 6, 8, 9, 11)}
    whole |= {
        f"AI Act Art {n}" for n in ("4a(1)", "9(5)", "9(8)", "9(9)", "12(3)", "15(5)", "49(4)")
    }
    whole |= {f"AI Act Art {n}" for n in ("43(1)", "50(1)", "50(3)", "72(1)", "73", "85", "86(1)")}
    whole |= {f"AI Act Art 5(1)({x})" for x in ("a", "b", "c", "d", "e", "f", "g", "h", "ba", "bb")}
    whole |= {f"GDPR Art 35(7)({x})" for x in "abcd"} | {f"EUDPR Art 39(7)({x})" for x in "abcd"}
    whole |= {"LED Art 27(1)", "LED Art 27(2)", "LED Art 11(3)", "EUDPR Art 40(1)", "EUDPR Art 89(2)"}  # fmt: skip
    whole |= {f"IOM Data Protection Manual, Principle {n}" for n in range(1, 14)}
    border = "OHCHR Recommended Principles and Guidelines on Human Rights at International Borders (2014)"
    whole |= {f"{border}, Guideline {n}" for n in range(1, 11)} | {f"{border}, Principle {x}" for x in "ABC"}  # fmt: skip
    whole |= {
        "AI Act Art 4",
        "AI Act Art 50(2)",
        "UNHCR AI Approach, 1 August 2025, people-centred",
    }
    numerals = ("i", "ii", "iii", "iv", "v", "vi", "vii")
    whole |= {f"OMB M-25-21 s 4(b)({n})" for n in numerals}
    whole |= {f"FRAIA/IAMA, part 4, step {n}" for n in range(1, 8)}
    whole |= {f"CETS 225 Art 16({n})" for n in ("2)(b", "2)(c", "2)(d", "2)(g", "3", "4")}
    assert sorted(whole - refs) == []
    un = [ref for ref in refs if ref.startswith("UN Principles for the Ethical Use of AI (2022)")]
    assert {int(ref.split("principle ")[1].split()[0]) for ref in un} == set(range(1, 11))


def test_the_assessment_of_data_protection_asks_what_its_law_asks():
    dpia = shipped("gdpr_dpia")
    asked = {
        law: lay_out(dpia, {"gdpr_dpia.n.4": law}, {}).asked
        for law in [("gdpr",), ("led",), ("eudpr",), ("gdpr", "led")]
    }
    only_police = {f"gdpr_dpia.{n}" for n in ("a.6", "b.11", "d.4")}
    only_general = {f"gdpr_dpia.{n}" for n in ("n.1", "n.2", "n.3", "b.6", "b.12", "c.2", "d.8")}
    everything = asked[("gdpr", "led")]
    assert everything == asked[("eudpr",)]
    assert everything - asked[("gdpr",)] == only_police
    assert everything - asked[("led",)] == only_general
    # While nobody said which law applies, nothing is left unasked for that.
    unknown = lay_out(dpia, {}, {}).asked
    assert only_police | only_general <= unknown


# ---------------------------------------------------------------------------------------------
# Since when, and how sure


@pytest.mark.parametrize("slug", SLUGS)
def test_legal_dates_carry_the_day_they_were_checked_and_how_sure_they_are(slug):
    frame = shipped(slug).framework
    checked = date.fromisoformat(frame.as_of)
    assert frame.source, "where it was read"
    assert frame.confidence in ("high", "medium", "low")
    if frame.applies_from:
        begins = date.fromisoformat(frame.applies_from)
        assert (begins > checked) == (frame.status == "upcoming")
    else:
        assert frame.status in ("guidance", "draft")
    if frame.status in ("guidance", "draft"):
        assert not frame.binds, "what binds nobody by itself"


@pytest.mark.parametrize("slug", SLUGS)
def test_the_terminal_shows_when_it_was_checked_and_from_what(slug):
    frame = shipped(slug).framework
    said = " ".join(CliRunner().invoke(audit, ["checklist", "show", slug]).output.split())
    assert f"as of {frame.as_of}; confidence {frame.confidence}" in said
    assert f"Made from: {' '.join(frame.source.split())}" in said


def test_days_of_the_ai_act_are_those_of_its_articles():
    for slug in ("eu_aiact_class", "eu_fria", "eu_high_risk"):
        said = set(DAY.findall(text_of(slug)))
        assert said, slug
        assert said <= AI_ACT, slug
    assert "2 December 2027" in shipped("eu_fria").note
    assert "Official Journal" in shipped("eu_fria").framework.source


def test_a_draft_is_called_a_draft():
    for slug in OURS:
        for before in re.findall(r"(\w+) guidelines?, para", text_of(slug)):
            assert before == "draft", slug
    worked = (Path(__file__).parent / "worked_eu_aiact_class.yaml").read_text(encoding="utf-8")
    assert "DRAFT" in worked.splitlines()[1]
    assert "draft" in shipped("eu_aiact_class").framework.source


def test_every_worked_classification_says_where_it_stands():
    path = Path(__file__).parent / "worked_eu_aiact_class.yaml"
    cases = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert [case["case"] for case in cases if not re.search(r"\d", str(case["at"]))] == []
    points = {point for case in cases for point in case.get("points", [])}
    assert points == {"1(a)", "3(c)", "4(a)", "5(a)", "6(a)", "6(d)", "6(e)", "7(a)", "7(b)", "7(c)", "7(d)"}  # fmt: skip
    assert {case.get("derogation") for case in cases} - {None} == {f"6(3)({x})" for x in "abcd"}


def test_what_is_not_in_the_public_register_is_no_failure():
    (item,) = [i for i in shipped("eu_high_risk").items() if "AI Act Art 26(8)" in i.ref]
    assert item.blocks
    assert "not public" in item.guidance
    assert not item.evidence


# ---------------------------------------------------------------------------------------------
# Who, and how it is asked


@pytest.mark.parametrize("slug", OURS)
def test_somebody_is_named_who_can_answer(slug):
    bare = {"the operator", "the provider", "the controller", "the deployer", "the agency", ""}
    assert [item.id for item in shipped(slug).items() if item.who in bare] == []


@pytest.mark.parametrize("slug", OURS)
def test_the_last_word_is_whether_to_use_it_at_all(slug):
    (zero,) = [item for item in shipped(slug).items() if item.zero_option]
    assert zero.shared == "zero_option"
    assert zero.blocks
    assert zero.severity == "critical"
    assert "do not deploy" in zero.guidance.lower()
    assert zero.answer.type is AnswerType.STATE


def test_a_prohibited_practice_blocks_and_so_does_its_open_question():
    asked = [i for i in shipped("eu_aiact_class").items() if i.id.startswith("eu_aiact_class.p.")]
    for item in asked:
        if item.id != "eu_aiact_class.p.7":  # whose exceptions are the question after it
            assert item.blocks, item.id
            assert "not_met" in {str(option.state) for option in item.answer.options}, item.id


# ---------------------------------------------------------------------------------------------
# What is the same question


def documented():
    page = (ROOT / "docs" / "add_a_checklist.md").read_text(encoding="utf-8")
    table = page.split("| name | asks | words |")[1].split("\n\n")[0]
    return set(re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE))


def test_shared_names_are_documented_and_most_serve_several_frameworks():
    used = defaultdict(set)
    for slug in SLUGS:
        for item in shipped(slug).items():
            if item.shared:
                used[item.shared].add(slug)
    single = {name for name, slugs in used.items() if len(slugs) < 2}
    assert sorted(single - documented()) == []
    assert sorted(documented() - set(used)) == []
    # Two of the Canadian questions have no like elsewhere.
    assert single <= {"overrides_logged", "protected_as_input"}


def test_a_name_is_not_stretched_over_different_duties():
    shared = {i.id: i.shared for slug in SLUGS for i in shipped(slug).items()}
    assert shared["gdpr_dpia.a.3"] != shared["ohchr_borders.g.2"], "a basis for data, a law for use"
    assert shared["gdpr_dpia.n.1"] == "", (
        "Article 35(3)(a) asks more than whether people are profiled"
    )
    assert shared["eu_high_risk.i.1"] == "", "to state a purpose is not to keep to it"
    assert shared["ohchr_borders.r.5"] == "", "to take part in deciding is more than to be asked"
    assert shared["eu_high_risk.t.4"] == "", "to document performance is not to examine it"

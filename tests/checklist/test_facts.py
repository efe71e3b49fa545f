from __future__ import annotations

import pytest

from audit.checklist import FACTS, applicability, facts_of, files, load
from audit.plan_reader import parse
from tests.checklist.lists import checklist, item, section, sections


def plan(system: str = "", more: str = ""):
    return parse(f"[system]\n{system}\n{more}")


def test_every_fact_is_explained_and_can_be_stated():
    stated = facts_of(
        plan(
            'jurisdictions = ["DE"]\noperator_kind = "public"\noperator_roles = ["deployer"]\n'
            'stage = "in use"\npurpose = "asylum claims"\ndecisions_per_year = 1200'
        ),
        {"eu_aiact_class": "high_risk"},
    )
    assert set(stated) == set(FACTS)
    assert stated["subject"] == {"protection"}
    assert stated["people_per_year"] == {"1200"}
    assert stated["role"] == {"deployer"}
    assert stated["use"] == {"migration"}
    assert stated["aiact_class"] == {"high_risk"}


@pytest.mark.parametrize(
    ("named", "stands_for"),
    [
        ("DE", {"DE", "EU", "CoE"}),
        ("GB", {"GB", "UK", "CoE"}),
        ("EU", {"EU", "CoE"}),
        ("CA", {"CA"}),
        ("EU-body", {"EU-body"}),
    ],
)
def test_a_state_is_in_the_blocs_it_belongs_to(named, stands_for):
    assert facts_of(plan(f'jurisdictions = ["{named}"]'))["jurisdiction"] == stands_for


@pytest.mark.parametrize("slug", ["eu_aiact_class", "gdpr_dpia"])
@pytest.mark.parametrize("place", ["EU", "FR", "EU-body"])
def test_law_of_the_union_reaches_its_agencies_too(slug, place):
    given = plan(
        f'jurisdictions = ["{place}"]\noperator_kind = "public"\noperator_roles = ["deployer"]'
    )
    assert applicability(load(files()[slug]), facts_of(given)).applies is True
    elsewhere = facts_of(plan('jurisdictions = ["UK"]\noperator_roles = ["deployer"]'))
    assert applicability(load(files()[slug]), elsewhere).applies is False


def test_what_a_plan_leaves_out_is_no_fact():
    assert set(facts_of(plan())) == {"kind", "coercive", "irreversible"}


CONDITION = """\
applies_if:
  all:
    - {fact: jurisdiction, one_of: [EU]}
    - {fact: operator, one_of: [public, public_service]}
applies_note: Only for some.
"""


@pytest.mark.parametrize(
    ("system", "applies", "said"),
    [
        (
            'jurisdictions = ["DE"]\noperator_kind = "public"',
            True,
            "operator_kind: public; as asked for",
        ),
        (
            'jurisdictions = ["CA"]\noperator_kind = "public"',
            False,
            "jurisdictions: CA; not asked for: EU",
        ),
        ('jurisdictions = ["DE"]', None, "operator_kind is not stated"),
        ('jurisdictions = ["CA"]', False, "operator_kind is not stated"),
        ("", None, "jurisdictions is not stated"),
    ],
)
def test_whether_a_framework_applies_is_explained(tmp_path, system, applies, said):
    small = checklist(tmp_path, CONDITION + sections(section(item(1))))
    found = applicability(small, facts_of(plan(system)))
    assert found.applies is applies
    assert said in " ".join(found.why)
    assert found.why[-1] == "Only for some."


def test_a_bound_is_explained(tmp_path):
    text = "applies_if: {fact: people_per_year, at_least: 1000}\n"
    small = checklist(tmp_path, text + sections(section(item(1))))
    found = applicability(small, facts_of(plan("decisions_per_year = 999")))
    assert (found.applies, found.why) == (
        False,
        ("[system] decisions_per_year: 999; not asked for: at least 1000.",),
    )


@pytest.mark.parametrize(("binds", "said"), [("[]", "no law by itself"), ("[EU]", "law in EU")])
def test_without_a_condition_a_person_chooses(tmp_path, binds, said):
    small = checklist(tmp_path, sections(section(item(1))), head=HEAD_WITH.replace("BINDS", binds))
    found = applicability(small, {})
    assert found.applies is None
    assert said in found.why[0]


HEAD_WITH = """\
checklist: small
version: "1"
title: A small one
framework: {name: Some Act, legal_version: "1", as_of: "2026-10-15", status: guidance, binds: BINDS}
"""


def test_the_plan_has_the_last_word(tmp_path):
    small = checklist(tmp_path, CONDITION + sections(section(item(1))))
    more = '[checklists]\nignore = { small = "done elsewhere" }'
    given = plan('jurisdictions = ["DE"]\noperator_kind = "public"', more)
    found = applicability(small, facts_of(given), given)
    assert (found.applies, found.used, found.reason) == (True, False, "done elsewhere")
    used = plan('jurisdictions = ["CA"]', '[checklists]\nuse = ["small"]')
    assert applicability(small, facts_of(used), used).used


@pytest.mark.parametrize(
    "line", ['operator_kind = "publik"', 'operator_roles = ["deploy"]', "operator_roles = 3"]
)
def test_a_word_that_is_no_fact_is_refused(line):
    from audit.errors import PlanError

    with pytest.raises(PlanError) as caught:
        plan(line)
    assert caught.value.slug == "wrong-value"


CLASSED = """\
applies_if:
  all:
    - {fact: jurisdiction, one_of: [EU]}
    - {fact: role, one_of: [deployer]}
    - {fact: aiact_class, one_of: [high_risk]}
"""


@pytest.mark.parametrize(
    ("system", "result", "applies", "would", "in_sight"),
    [
        ('jurisdictions = ["DE"]\noperator_roles = ["deployer"]', "high_risk", True, False, False),
        ('jurisdictions = ["DE"]\noperator_roles = ["deployer"]', "exempt", False, False, False),
        ('jurisdictions = ["DE"]\noperator_roles = ["deployer"]', "", None, True, False),
        (
            'jurisdictions = ["DE"]\noperator_roles = ["deployer"]\npurpose = "Sorts visa files"',
            "", None, True, True,
        ),
        ('jurisdictions = ["DE"]\npurpose = "Sorts visa files"', "", None, False, False),
        ('jurisdictions = ["CA"]\noperator_roles = ["deployer"]', "", False, False, False),
    ],
)  # fmt: skip
def test_what_hangs_on_a_class_follows_from_it(tmp_path, system, result, applies, would, in_sight):
    small = checklist(tmp_path, CLASSED + sections(section(item(1))))
    found = applicability(small, facts_of(plan(system), {"eu_aiact_class": result}))
    assert (found.applies, bool(found.would), found.in_sight) == (applies, would, in_sight)
    if would:
        assert found.would.startswith("It would apply if the system is high risk")
        assert found.needs == ("answers to eu_aiact_class (audit checklist fill eu_aiact_class)",)
    if in_sight:
        assert "point 7 of Annex III" in found.why[0]


def test_what_would_tell_is_said_as_it_is_written_into_a_plan(tmp_path):
    small = checklist(tmp_path, CLASSED + sections(section(item(1))))
    needs = applicability(small, facts_of(plan('jurisdictions = ["DE"]'))).needs
    assert needs[0].startswith("[system] operator_roles: provider, deployer, controller")
    assert needs[0].endswith('it applies with "deployer"')
    assert len(needs) == 2
    told = facts_of(plan('jurisdictions = ["CA"]'))
    assert applicability(small, told).needs == ()


@pytest.mark.parametrize(
    ("text", "uses"),
    [
        ("Sorts visa applications", {"migration"}),
        ("Ranks jobseekers for vacancies", {"work"}),
        ("Advises on revisions of files", set()),
        ("Places refugees in housing", {"migration", "benefits"}),
        ("Flags trafficking for the police", {"law_enforcement"}),
    ],
)
def test_the_use_is_read_from_the_plans_own_words(text, uses):
    assert facts_of(plan(f'purpose = "{text}"')).get("use", frozenset()) == uses

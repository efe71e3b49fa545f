from __future__ import annotations

import pytest

from audit import rights
from audit.checklist import load
from audit.errors import PlanError
from audit.resources import folder
from audit.rights import in_force, look_up, reaches, refine, sheets, titles
from audit.vocabulary import Ground, Right

ND = (Right.NON_DISCRIMINATION,)


def found(touched, ground, jurisdictions, decided_on=""):
    _, sources = look_up(touched, ground, jurisdictions, decided_on)
    return {(s.title, s.locator.split(" (")[0]): s.binding for s in sources}


def names(sources) -> str:
    return " | ".join(title for title, _ in sources)


def test_every_right_has_a_file_with_its_law():
    files = {path.stem for path in (folder("checklists") / "sources").glob("*.yaml")}
    assert files == {str(right) for right in Right} | {"instruments"}
    assert list(titles()) == list(Right)
    for right, sheet in sheets().items():
        assert sheet.cites, right
        assert all(cite.locator for cite in sheet.cites)
        assert sheet.meaning.endswith(".")


def test_every_right_has_questions_that_only_a_person_can_answer():
    asked = load(folder("checklists") / "rights.yaml")
    assert {section.id for section in asked.sections} == {str(right) for right in Right}
    for section in asked.sections:
        assert [item.id for item in section.items] == [
            f"{section.id}.{n}" for n in range(1, len(section.items) + 1)
        ]
        titled = {
            rights.instruments()[c.instrument].title for c in sheets()[Right(section.id)].cites
        }
        for item in section.items:
            assert Right(section.id) in item.rights
            assert all(any(ref.startswith(title) for title in titled) for ref in item.ref), item.id


def test_every_instrument_is_cited_and_marked():
    cited = {cite.instrument for sheet in sheets().values() for cite in sheet.cites}
    assert cited == set(rights.instruments())
    marks = {i.confidence for i in rights.instruments().values()}
    marks |= {c.confidence for s in sheets().values() for c in s.cites if c.confidence}
    assert marks <= {"verified", "known", "doubtful"}


@pytest.mark.parametrize(
    ("ground", "expected"),
    [
        (Ground.NATIONALITY, (Right.NON_DISCRIMINATION,)),
        (Ground.LANGUAGE, (Right.NON_DISCRIMINATION,)),
        (Ground.SEX, (Right.GENDER,)),
        (Ground.GENDER_IDENTITY, (Right.GENDER,)),
        (Ground.SEXUAL_ORIENTATION, (Right.GENDER,)),
        (Ground.DISABILITY, (Right.DISABILITY,)),
        (Ground.AGE, (Right.NON_DISCRIMINATION, Right.CHILD)),
        (None, (Right.NON_DISCRIMINATION,)),
    ],
)
def test_the_ground_decides_which_right(ground, expected):
    assert refine(ND, ground) == expected
    assert refine((Right.PRIVACY,), ground) == (Right.PRIVACY,)


def test_nationality_is_not_race():
    sources = found(ND, Ground.NATIONALITY, ("NL",), "2026")
    assert sources["International Covenant on Civil and Political Rights", "Articles 2 and 26"]
    assert sources["Charter of Fundamental Rights of the EU", "Articles 20 and 21"]
    assert "Racial" not in names(sources)
    assert "2000/43" not in names(sources)
    assert "Recommendation 36" not in names(sources)
    by_origin = found(ND, Ground.ETHNIC_ORIGIN, ("NL",), "2026")
    assert by_origin[
        "Convention on the Elimination of All Forms of Racial Discrimination", "Articles 1, 2 and 5"
    ]
    # Its field of application is for a person to confirm.
    assert not by_origin["Race Equality Directive 2000/43/EC", "the Directive as a whole"]


def test_without_a_ground_an_instrument_of_some_grounds_does_not_bind():
    sources = found(ND, None, ("NL",), "2026")
    assert not sources[
        "Convention on the Elimination of All Forms of Racial Discrimination", "Articles 1, 2 and 5"
    ]


def test_protocol_12_binds_those_who_ratified_it():
    title = "Protocol 12 to the European Convention on Human Rights"
    at = {j: found(ND, Ground.NATIONALITY, (j,), "2026") for j in ("NL", "EU", "UK")}
    assert at["NL"][title, "Article 1"]
    assert not at["EU"][title, "Article 1"]  # not every member state
    assert not any(binding for (t, _), binding in at["UK"].items() if t == title)


def test_good_administration_has_its_addressee():
    state = found((Right.FAIR_PROCEDURE,), None, ("DE",), "2026-10-01")
    body = found((Right.FAIR_PROCEDURE,), None, ("EU-body",), "2026-10-01")
    article = ("Charter of Fundamental Rights of the EU", "Article 41")
    assert article not in state
    assert body[article]
    assert any("C-141/12" in locator for _, locator in state)


def test_article_6_does_not_reach_asylum_and_13_does():
    sources = found((Right.FAIR_PROCEDURE, Right.REMEDY), None, ("UK",), "2026")
    together = "together with another right of the Convention"
    assert sources["European Convention on Human Rights", f"Article 13, {together}"]
    assert not sources.get(("European Convention on Human Rights", "Article 6"), False)
    (article_6,) = [
        cite
        for cite in sheets()[Right.FAIR_PROCEDURE].cites
        if cite.instrument == "echr" and cite.locator == "Article 6"
    ]
    assert "does not reach" in article_6.condition


def test_law_that_came_later_is_context():
    # The Canadian applications of 1990: covenant and racial convention bind, the rest came later.
    touched = (Right.NON_DISCRIMINATION, Right.CHILD)
    sources = found(touched, Ground.NATIONALITY, ("CA",), "1990")
    assert sources["International Covenant on Civil and Political Rights", "Articles 2 and 26"]
    assert not sources["Convention on the Rights of the Child", "Articles 2 and 3"]
    assert "Charter of Fundamental Rights of the EU" not in names(sources)
    later = found((Right.CHILD,), None, ("CA",), "1993")
    assert later["Convention on the Rights of the Child", "Articles 2 and 3"]


@pytest.mark.parametrize("decided_on", ["2026-10-01", "2028-01-01"])
def test_duties_of_high_risk_systems_are_context_until_a_person_classifies(decided_on):
    _, sources = look_up((Right.OVERSIGHT,), None, ("EU",), decided_on)
    (act,) = [source for source in sources if source.title.startswith("AI Act")]
    assert act.locator.startswith("Articles 14 and 26(2) (for a high-risk system")
    assert "2 December 2027" in act.locator
    assert not act.binding


def test_the_united_states_are_not_party_to_the_convention_on_the_child():
    assert not found((Right.CHILD,), None, ("US",), "2026")[
        "Convention on the Rights of the Child", "Articles 2 and 3"
    ]
    assert found((Right.CHILD,), None, ("KE",), "2026")[
        "Convention on the Rights of the Child", "Articles 2 and 3"
    ]


def test_where_nobody_says_which_state_nothing_binds():
    for right in Right:
        assert not any(found((right,), Ground.RACE, ()).values())


def test_at_most_six_and_those_that_bind_first():
    for right in Right:
        _, sources = look_up((right, Right.PRIVACY), Ground.RACE, ("NL", "CA"), "2026")
        assert 1 <= len(sources) <= rights.MOST
        binding = [source.binding for source in sources]
        assert binding == sorted(binding, reverse=True)
        assert len({(s.title, s.locator) for s in sources}) == len(sources)
        assert all(s.locator and s.confidence and s.as_of for s in sources)


@pytest.mark.parametrize("ground", [Ground.NATIONALITY, Ground.ETHNIC_ORIGIN])
def test_a_finding_about_equality_cites_equality_first(ground):
    _, sources = look_up((*ND, Right.FAIR_PROCEDURE), ground, ("EU",), "2025", VISAS)
    cited = [(s.title.split()[0], s.locator.split(",")[0]) for s in sources if s.binding]
    assert {("International", "Articles 2 and 26"), ("Charter", "Articles 20 and 21")} <= set(cited)
    assert ("European", "Article 14") in cited
    assert cited.index(("European", "Article 14")) < cited.index(("Charter", "Article 47"))
    assert ("Court", "C-141/12 (good administration as a general principle)") in cited


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        ("Adults; all posts; one calendar year", True),
        ("People of 18 and over", True),
        ("", False),
        ("All posts", False),
        ("Adults and minors", False),
        ("Adults, and unaccompanied children", False),
        ("Adults and people under 18", False),
    ],
)
def test_ages_of_adults_touch_no_rights_of_the_child(scope, expected):
    assert rights.adults_only(scope) is expected
    touched, sources = look_up(ND, Ground.AGE, ("EU",), "2025", VISAS, scope)
    assert (Right.CHILD not in touched) is expected
    assert ("Child" not in names({(s.title, ""): s for s in sources})) is expected
    # A check that names the right keeps it: the plan may be wrong about who is there.
    assert refine((Right.CHILD,), Ground.AGE, VISAS, scope) == (Right.CHILD,)


@pytest.mark.parametrize(("state", "bound"), [("DE", True), ("CH", True), ("TR", False)])
def test_the_refugee_convention_where_a_state_keeps_to_events_in_europe(state, bound):
    _, sources = look_up((Right.ASYLUM,), None, (state,), "2026", "asylum claims")
    said = {s.locator: s.binding for s in sources if s.title.startswith("Refugee")}
    assert said == {"Articles 31 and 33": bound}


def test_return_to_danger_binds_no_visa_triage_by_itself():
    _, sources = look_up((Right.NON_REFOULEMENT,), None, ("EU",), "2025", VISAS)
    assert sources
    assert not any(source.binding for source in sources)
    _, sources = look_up((Right.NON_REFOULEMENT,), None, ("FR",), "2025", "Return of families")
    assert ("Article 3", True) in {(s.locator, s.binding) for s in sources}


def test_each_right_has_its_turn():
    _, sources = look_up((Right.NON_DISCRIMINATION, Right.PRIVACY), Ground.RACE, ("NL",), "2026")
    titles_ = [source.title for source in sources]
    assert any("Data Protection" in title for title in titles_)
    assert any("Racial" in title or "Civil" in title for title in titles_)


@pytest.mark.parametrize(
    ("since", "until", "decided_on", "expected"),
    [
        ("2018-05-25", "", "2018-05-24", False),
        ("2018-05-25", "", "2018-05-25", True),
        ("2018-05-25", "", "2018", False),  # not all of that year
        ("2018-05-25", "", "2018-06", True),
        ("2018-05-25", "", "2019-2020", True),
        ("2018-05-25", "2020-12-31", "2020-12-30", True),
        ("2018-05-25", "2020-12-31", "2020-12-31", False),
        ("", "", "1900", True),
        ("2027-12-02", "", "", False),
    ],
)
def test_in_force(since, until, decided_on, expected):
    assert in_force(since, until, decided_on) is expected


def test_a_date_that_is_none_is_refused():
    with pytest.raises(PlanError, match="begin with a year") as caught:
        look_up(ND, None, ("EU",), "last spring")
    assert caught.value.slug == "wrong-value"


def test_whom_a_text_reaches():
    assert reaches(("EU",), ("nl",))
    assert reaches(("CoE",), ("EU",))
    assert reaches(("CoE",), ("GB",))
    assert not reaches(("EU",), ("UK",))
    assert not reaches(("NL",), ("EU",))
    assert not reaches(("CoE",), ("EU",), without=("GR",))
    assert reaches(("CoE",), ("FR",), without=("GR",))
    assert reaches(("*",), ("Utopia",))
    assert not reaches(("EU",), ())


VISAS = (
    "Sorts visa applications before an officer reads them. "
    "Short-stay visas: granted or refused. People applying for a visa"
)
APPEALS = (
    "Decides which refused refugee claims the court will hear. Leave to appeal granted or not. "
    "People whose claim for protection had been refused"
)
PROTECTION_AND_EXPULSION = (
    "Refugee Convention 1951 and Protocol 1967",
    "Protocol 4 to the European Convention on Human Rights",
    "Asylum Procedures Regulation (EU) 2024/1348",
)


@pytest.mark.parametrize("ground", [Ground.RACE, Ground.ETHNIC_ORIGIN])
@pytest.mark.parametrize("state", ["NL", "EU", "UK", "CA", "US"])
@pytest.mark.parametrize("touched", [ND, (*ND, Right.FAIR_PROCEDURE), (*ND, Right.PRIVACY)])
def test_the_racial_convention_leads_where_the_ground_is_race(ground, state, touched):
    _, sources = look_up(touched, ground, (state,), "2026")
    assert sources[0].title.startswith("Convention on the Elimination of All Forms of Racial")
    assert sources[0].locator.startswith("Articles 1, 2 and 5")
    assert sources[0].binding


@pytest.mark.parametrize(
    "touched",
    [
        (Right.FAIR_PROCEDURE, Right.EXPLANATION, Right.INDIVIDUAL),
        (*ND, Right.ASYLUM, Right.DISABILITY),
        (Right.INDIVIDUAL,),
        (Right.ASYLUM,),
    ],
)
def test_law_on_protection_and_expulsion_binds_no_visa_triage(touched):
    kept, sources = look_up(touched, Ground.NATIONALITY, ("NL", "DE"), "2026-10-01", VISAS)
    assert kept == touched
    for source in sources:
        special = source.title in PROTECTION_AND_EXPULSION or source.locator.startswith(
            ("Article 18", "Article 19(1)")
        )
        assert not (special and source.binding), source


def test_what_the_plan_says_the_system_is_about_settles_the_condition():
    returns = "Ranks people for removal"
    before = {
        (s.locator, s.binding) for s in look_up((Right.INDIVIDUAL,), None, ("FR",), "2026")[1]
    }
    after = {
        (s.locator, s.binding)
        for s in look_up((Right.INDIVIDUAL,), None, ("FR",), "2026", returns)[1]
    }
    assert ("Article 19(1) (where expulsion is at stake)", False) in before
    assert ("Article 19(1)", True) in after
    # It still binds only whom it binds: the United Kingdom did not ratify Protocol 4.
    uk = look_up((Right.INDIVIDUAL,), None, ("UK",), "2026", returns)[1]
    assert not any(source.binding for source in uk)


def test_refused_refugees_who_appeal_have_more_at_stake():
    touched = (*ND, Right.FAIR_PROCEDURE)
    kept, sources = look_up(touched, Ground.NATIONALITY, ("CA",), "1990", APPEALS)
    assert kept == (*touched, Right.NON_REFOULEMENT, Right.ASYLUM, Right.REMEDY)
    binding = {(s.title.split()[0], s.locator) for s in sources if s.binding}
    assert ("Refugee", "Article 33") in binding
    assert ("International", "Article 2(3)") in binding


def test_only_questions_about_the_decision_get_what_it_is_about():
    assert refine((Right.PRIVACY,), None, APPEALS) == (Right.PRIVACY,)
    assert refine((Right.OVERSIGHT, Right.FAIR_PROCEDURE), None, "Who is detained") == (
        Right.OVERSIGHT,
        Right.FAIR_PROCEDURE,
        Right.LIBERTY,
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", set()),
        (VISAS, set()),
        ("Data protection and child protection officers", set()),
        ("Asylum interviews", {"protection"}),
        ("Anträge auf Asyl", {"protection"}),
        ("Demandes d'asile", {"protection"}),
        ("international protection", {"protection"}),
        ("RETURN of overstayers", {"return"}),
        ("People held in detention before removal", {"detention", "return"}),
        ("Leave to appeal", {"appeal"}),
        ("An appealing design", set()),
    ],
)
def test_subjects_by_their_words(text, expected):
    assert rights.subjects(text) == expected


def test_the_right_to_science_is_no_source_of_accountability():
    assert "icescr" not in {cite.instrument for cite in sheets()[Right.ACCOUNTABILITY].cites}

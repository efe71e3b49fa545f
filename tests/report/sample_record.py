"""A record made by hand that holds everything a page must be able to show."""

from __future__ import annotations

import math
from typing import Any

from audit.checklist import (
    Answer,
    Attachment,
    ChecklistState,
    EvidenceLine,
    Framework,
    Item,
    ItemState,
)
from audit.criterion import Limit, Source
from audit.evidence import EvidenceEntry, Provenance
from audit.figure import Column, Figure, Line
from audit.finding import Estimate, Finding, Need, SetAside, Statement, Waiver
from audit.record import (
    SCHEMA_VERSION,
    AuditRecord,
    CheckTexts,
    Conclusion,
    CouldNotSee,
    Environment,
    FamilyTest,
    Judgement,
    PartRecord,
    Tool,
)
from audit.system import InputFile
from audit.text import Message, plain, say
from audit.vocabulary import (
    Answered,
    FigureKind,
    LimitBasis,
    MayConclude,
    NeedStatus,
    Outcome,
    Right,
    Severity,
    Worse,
)

INJECTION = "<script>alert('x')</script>"
ATTRIBUTE = '"><img src=x onerror=alert(1)>'
RTL = "السودان (جمهورية)"
LONG = (
    "Democratic and Federal Republic of the Very Long Name in the Upper Valley, northern districts"
)

Hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"


def estimate(
    group: str,
    events: float,
    n: float,
    reference: float,
    outcome: Outcome | None,
    *,
    worse: Worse = Worse.HIGHER,
    **more: Any,
) -> Estimate:
    value = events / n
    half = 2.4 * math.sqrt(max(value * (1 - value), 0.01) / n)
    sign = 1 if worse is Worse.HIGHER else -1
    limit = (
        min(1.0, max(reference * 1.25, reference + 0.01))
        if sign > 0
        else max(0.0, reference / 1.25)
    )
    return Estimate(
        group=group,
        n=n,
        events=events,
        value=value,
        interval=(max(0.0, value - half), min(1.0, value + half)),
        reference=reference,
        difference=value - reference,
        difference_interval=(value - reference - half, value - reference + half),
        ratio=value / reference,
        ratio_interval=(max(0.0, (value - half) / reference), (value + half) / reference),
        limit_at=limit,
        p_value=0.00004 if outcome is Outcome.FAIL else 0.21,
        p_adjusted=0.0011 if outcome is Outcome.FAIL else 0.84,
        outcome=outcome,
        judged=outcome is not None,
        mde=0.061,
        n_to_pass=1_240,
        n_to_fail=310,
        **more,
    )


def merged(count: int, events: float, n: float) -> Estimate:
    return Estimate(
        group=f"other groups ({count} groups, {n:.0f} people)",
        n=n,
        events=events,
        value=events / n,
        merged=count,
    )


NATIONS = (
    estimate("Nigeria", 148, 512, 0.11, Outcome.FAIL),
    estimate("Pakistan", 96, 410, 0.12, Outcome.FAIL),
    estimate(RTL, 24, 118, 0.13, Outcome.INCONCLUSIVE),
    estimate(INJECTION, 14, 96, 0.13, Outcome.INCONCLUSIVE),
    estimate(LONG, 31, 240, 0.13, Outcome.INCONCLUSIVE),
    estimate("India", 88, 760, 0.13, Outcome.PASS),
    estimate("Viet Nam", 41, 388, 0.13, Outcome.PASS),
    estimate("(not recorded)", 22, 201, 0.13, Outcome.PASS),
    estimate("Ukraine", 71, 902, 0.14, Outcome.PASS),
    estimate("Brazil", 51, 744, 0.14, Outcome.PASS),
    estimate("Namibia", 4, 21, 0.13, None),
    merged(14, 9, 78),
)


def many(count: int, seed: float = 0.0) -> tuple[Estimate, ...]:
    """Groups of which every nineteenth is beyond its limit."""
    result = []
    for i in range(count):
        wave = 0.5 + 0.5 * math.sin(1.7 * i + seed)
        fails = i % 19 == 3
        n = 40 + 13 * (i % 37)
        events = round(n * (0.34 if fails else 0.06 + 0.08 * wave))
        outcome = Outcome.FAIL if fails else (Outcome.INCONCLUSIVE if i % 3 else Outcome.PASS)
        result.append(
            estimate(f"District {i:03d} of the northern valley", events, n, 0.11, outcome)
        )
    return (*result, merged(57, 12, 300))


def finding(check: str, outcome: Outcome, **more: Any) -> Finding:
    key = more.pop("key", "")
    part = more.pop("part", "main")
    sample = more.pop("sample", "all")
    settings: dict[str, Any] = {
        "id": f"{check}:{part}:{sample}:{key}",
        "check": check,
        "part": part,
        "sample": sample,
        "key": key,
        "feature": key,
        "title": TITLES.get(check, f"Is question {check} answered?"),
        "outcome": outcome,
        "may_conclude": MayConclude.INDICATOR,
        "severity": Severity.MODERATE,
        "message": plain(f"This is what was found for {check} {key}."),
        "rights": (Right.NON_DISCRIMINATION,),
    }
    return Finding(**{**settings, **more})


TITLES = {
    "FA101": "Are groups selected at similar rates?",
    "FA201": "Are people without the condition flagged equally often?",
    "FA202": "Are people with the condition missed equally often?",
    "FA203": "Is a flag right equally often?",
    "FA204": "Does a score mean the same in every group?",
    "DA101": "Are values missing equally often in every group?",
    "DA104": "Are dates of birth recorded, or defaulted?",
    "DA109": "Is the outcome known for a sample of everyone?",
    "DA112": "Is the file whole?",
    "DA113": "Does the supplied model reproduce the logged scores?",
    "EX101": "Through which inputs does the gap in scores run?",
    "EX105": "Are reasons individual?",
    "PR101": "Does a column carry a direct identifier it does not need?",
    "PR102": "Does free text carry personal data?",
    "PR201": "Is anybody alone in their combination of quasi-identifiers?",
    "OV101": "Can the human disagree, and does it happen?",
    "OV103": "Is there time to decide?",
    "RI101": "Is every item that only a person can answer answered?",
    "BI101": "Does matching fail equally often?",
}

LIMIT = Limit(ratio=1.25, difference=0.01)
SOURCES = (
    Source(
        title="ICCPR", locator="Art. 26", url="https://www.ohchr.org/en/instruments", binding=True
    ),
    Source(
        title="EU Charter of Fundamental Rights", locator="Art. 21(1)", url="javascript:alert(1)"
    ),
)


def findings() -> tuple[Finding, ...]:
    limited: dict[str, Any] = {
        "limit": LIMIT,
        "limit_basis": LimitBasis.CONVENTION,
        "limit_source": "Uniform Guidelines, 29 CFR 1607.4(D)",
        "limit_set_by": "A. Auditor",
        "limit_set_at": "2026-03-01",
        "comparison": "each group against everyone else",
        "direction": Worse.HIGHER,
        "level": 0.95,
        "method": "MOVER on Clopper–Pearson limits, Holm over the family",
        "mde": 0.041,
        "n_needed": 1_240,
        "gap_ruled_out": 0.052,
        "people_in_passing_groups": 0.71,
        "set_aside": SetAside(groups=15, people=99),
        "evidence": ("group_counts-main",),
    }
    return (
        finding(
            "FA201",
            Outcome.FAIL,
            key="nationality",
            metric="false_positive_rate",
            severity=Severity.SERIOUS,
            lead=True,
            may_conclude=MayConclude.LEAD,
            message=Message(
                id="finding.of_this_test",
                text="{groups:list} were flagged {ratio:times} as often as everyone else although the condition was not there ({value:pct} against {reference:pct}).",
                params={
                    "groups": ("Nigeria", "Pakistan"),
                    "ratio": 2.63,
                    "value": 0.289,
                    "reference": 0.11,
                },
            ),
            estimates=NATIONS,
            observed=2.63,
            interval=(2.2, 3.1),
            p_value=0.00004,
            p_adjusted=0.0011,
            groups=("Nigeria", "Pakistan"),
            rights=(Right.NON_DISCRIMINATION, Right.LIBERTY, Right.FAIR_PROCEDURE),
            sources=SOURCES,
            effect="About 130 people a year are interviewed again although nothing was to be found.",
            associated_inputs=("route", "sponsor_postcode"),
            recommendation="Suspend the flag for these two groups until the inputs are reviewed.",
            notes=(
                plain("The truth is the column 'overstayed', recorded by the border authority."),
            ),
            **limited,
        ),
        finding(
            "FA201",
            Outcome.FAIL,
            key="district",
            metric="false_positive_rate",
            severity=Severity.CRITICAL,
            lead=True,
            estimates=many(570),
            groups=tuple(f"District {i:03d} of the northern valley" for i in range(3, 570, 19)),
            response=Statement(
                text="The authority disputes the reading and will review the districts by June.",
                by="Head of office",
                on="2026-09-20",
            ),
            auditor_conclusion=Statement(
                text="The response does not address the gap; the finding stands.",
                by="A. Auditor",
                on="2026-10-02",
            ),
            waiver=Waiver(
                finding="FA201:main:all:district",
                reason="Under review.",
                by="B. Board",
                until="2026-12-31",
            ),
            **limited,
        ),
        finding(
            "PR101",
            Outcome.FAIL,
            message=say("pr101.found", n=412, column="notes"),
            severity=Severity.SERIOUS,
            rights=(Right.PRIVACY,),
            evidence=("pii_scan-main",),
        ),
        finding(
            "FA202",
            Outcome.INCONCLUSIVE,
            key="nationality",
            metric="false_negative_rate",
            lead=True,
            estimates=tuple(
                estimate(f"Nation {i}", 6 + i, 60 + i, 0.14, Outcome.INCONCLUSIVE) for i in range(6)
            ),
            settle=plain(
                "About 1,240 people in each group, or a reading of the files of Nation 5."
            ),
            rights=(Right.NON_REFOULEMENT, Right.NON_DISCRIMINATION),
            **limited,
        ),
        finding(
            "FA202",
            Outcome.INCONCLUSIVE,
            key="nationality × sex",
            metric="false_negative_rate",
            estimates=tuple(
                estimate(f"Nation {i} × female", 3 + i, 31 + i, 0.14, Outcome.INCONCLUSIVE)
                for i in range(9)
            ),
            **limited,
        ),
        finding(
            "FA203",
            Outcome.REVIEW,
            key="nationality",
            metric="precision",
            estimates=NATIONS,
            **limited,
        ),
        finding(
            "FA101",
            Outcome.REVIEW,
            key="nationality",
            metric="selection_rate",
            estimates=NATIONS,
            **limited,
        ),
        finding(
            "FA101",
            Outcome.REVIEW,
            key="district",
            metric="selection_rate",
            estimates=many(570, 2.0),
            **limited,
        ),
        finding(
            "EX101",
            Outcome.REVIEW,
            key="nationality",
            associated_inputs=("route", "sponsor_postcode"),
            rights=(Right.EXPLANATION, Right.NON_DISCRIMINATION),
            evidence=("attributions-main",),
        ),
        finding("DA104", Outcome.REVIEW, rights=(Right.ACCURACY,)),
        finding("OV101", Outcome.REVIEW, rights=(Right.OVERSIGHT,), part="e-gate"),
        finding(
            "FA201",
            Outcome.PASS,
            key="sex",
            metric="false_positive_rate",
            lead=True,
            estimates=(
                estimate("female", 190, 1_490, 0.13, Outcome.PASS),
                estimate("male", 214, 1_640, 0.13, Outcome.PASS),
            ),
            **limited,
        ),
        finding("DA101", Outcome.PASS, key="sex", rights=(Right.ACCURACY,)),
        finding("PR201", Outcome.PASS, rights=(Right.PRIVACY,)),
        finding(
            "DA112",
            Outcome.NOT_ASSESSED,
            rights=(Right.ACCOUNTABILITY, Right.ACCURACY),
            needs=(
                Need(input="data.totals", serves="Is the file whole?", status=NeedStatus.REFUSED),
            ),
        ),
        finding(
            "OV103",
            Outcome.NOT_ASSESSED,
            rights=(Right.OVERSIGHT,),
            part="e-gate",
            lead=True,
            needs=(
                Need(input="seconds", status=NeedStatus.REQUESTED),
                Need(input="time", status=NeedStatus.DOES_NOT_EXIST),
            ),
        ),
        finding("EX105", Outcome.NOT_APPLICABLE, rights=(Right.EXPLANATION,)),
        finding("FA204", Outcome.NOT_APPLICABLE, key="sex", rights=()),
        finding(
            "DA113",
            Outcome.ERROR,
            message=plain("The check broke: ValueError in line 12 of its file."),
            rights=(),
        ),
        finding(
            "DA109", Outcome.PASS, sample="random_arm", rights=(Right.ACCURACY,), key=ATTRIBUTE
        ),
        finding("RI101", Outcome.INCONCLUSIVE, key="eu_fria", rights=(Right.ACCOUNTABILITY,)),
    )


def column(name: str, unit: str = "label", heading: str = "") -> Column:
    return Column(name=name, heading=plain(heading or name.capitalize()), unit=unit)


def figure(
    kind: FigureKind, id: str, columns: tuple[Column, ...], rows: tuple[Any, ...], **more: Any
) -> Figure:
    return Figure(
        id=id,
        kind=kind,
        title=plain(more.pop("title", f"A picture of the kind {kind}")),
        takeaway=plain(more.pop("takeaway", "What it shows stands here in one sentence.")),
        columns=columns,
        rows=rows,
        **more,
    )


INPUTS = (
    "route",
    "sponsor postcode",
    "previous refusals",
    "age",
    "length of stay",
    "purpose",
    INJECTION,
)


def attributions() -> tuple[Figure, ...]:
    return (
        figure(
            FigureKind.BARS,
            "drives",
            (
                column("label", heading="Input"),
                column("value", "score", "Mean absolute SHAP value"),
            ),
            tuple((name, 0.31 / (i + 1)) for i, name in enumerate(INPUTS)),
            title="What drives the score",
            takeaway="Route and sponsor postcode move the score most.",
        ),
        figure(
            FigureKind.BARS,
            "gap",
            (
                column("label", heading="Input"),
                column("value", "score", "Part of the gap"),
                column("low", "score"),
                column("high", "score"),
            ),
            tuple(
                (name, v, v - 0.012, v + 0.012)
                for name, v in zip(
                    INPUTS, (0.081, 0.044, 0.02, -0.012, -0.031, 0.004, 0.001), strict=True
                )
            ),
            title="Which inputs the gap between Nigeria and everyone else runs through",
            takeaway="Most of the gap runs through route; age and length of stay narrow it.",
            note=plain(
                "Sample of 1,000 people, stratified; the full gap is 0.107, the sampled one 0.109."
            ),
        ),
        figure(
            FigureKind.BARS,
            "grouped",
            (column("label"), column("series"), column("value", "rate")),
            tuple(
                (name, group, 0.1 + 0.07 * i + 0.05 * j)
                for i, name in enumerate(INPUTS[:4])
                for j, group in enumerate(("female", "male", "(not recorded)"))
            ),
            lines=(Line(value=0.3, label=plain("limit, 30 %")),),
        ),
    )


def others() -> tuple[Figure, ...]:
    bins = [(i + 0.5) / 10 for i in range(10)]
    return (
        figure(
            FigureKind.RELIABILITY,
            "reliability",
            (
                column("series"),
                column("x", "score", "Mean score"),
                column("value", "rate", "Observed rate"),
                column("n", "count"),
            ),
            tuple(
                (g, x, min(1.0, x * (0.7 if g == "Nigeria" else 1.02)), 120)
                for g in ("Nigeria", "everyone else")
                for x in bins
            ),
            title="Does the same score mean the same chance?",
            takeaway="At equal score, the condition is rarer among people from Nigeria.",
        ),
        figure(
            FigureKind.TIMELINE,
            "timeline",
            (
                column("x", heading="Month"),
                column("value", "rate", "Flagged"),
                column("low", "rate"),
                column("high", "rate"),
            ),
            tuple(
                (f"2025-{m:02d}", 0.1 + 0.01 * m, 0.08 + 0.01 * m, 0.12 + 0.01 * m)
                for m in range(1, 13)
            ),
            lines=(Line(value=0.16, label=plain("everyone, whole year"), role="overall"),),
        ),
        figure(
            FigureKind.CURVE,
            "curve",
            (
                column("series"),
                column("x", "number", "Threshold"),
                column("value", "rate", "Flagged"),
            ),
            tuple(
                (s, x / 10, 1 / (1 + math.exp(x - 5 - j)))
                for j, s in enumerate(("female", "male"))
                for x in range(11)
            ),
        ),
        figure(
            FigureKind.FUNNEL,
            "funnel",
            (
                column("label", heading="Office"),
                column("n", "count", "Decisions"),
                column("value", "rate", "Refused"),
                column("low", "rate"),
                column("high", "rate"),
            ),
            tuple(
                (
                    f"Reviewer {i}",
                    20 * i,
                    0.3 + (0.2 if i == 7 else 0.02 * math.sin(i)),
                    0.3 - 1.2 / math.sqrt(20 * i),
                    0.3 + 1.2 / math.sqrt(20 * i),
                )
                for i in range(1, 16)
            ),
        ),
        figure(
            FigureKind.FAN,
            "fan",
            (
                column("x", "number", "Year"),
                column("value", "number", "Share of refusals"),
                column("low", "number"),
                column("high", "number"),
            ),
            tuple((y, 1 + 0.1 * y, 1 + 0.05 * y, 1 + 0.2 * y) for y in range(8)),
        ),
        figure(
            FigureKind.DET,
            "det",
            (
                column("series"),
                column("x", "rate", "False matches"),
                column("value", "rate", "False non-matches"),
            ),
            tuple(
                (s, 0.001 * 2**i, 0.2 / (2**i) * (1 + j))
                for j, s in enumerate(("light", "dark"))
                for i in range(7)
            ),
        ),
        figure(
            FigureKind.MATRIX,
            "matrix",
            (
                column("row", heading="System"),
                column("column", heading="Officer"),
                column("value", "count"),
            ),
            (
                ("refuse", "refuse", 812),
                ("refuse", "grant", 41),
                ("grant", "refuse", 19),
                ("grant", "grant", 2_210),
            ),
        ),
        figure(
            FigureKind.MAP,
            "map",
            (
                column("label", heading="Region"),
                column("x", "number"),
                column("y", "number"),
                column("value", "rate", "Not located"),
            ),
            (("North", 1, 2, 0.12), (RTL, 2, 3, 0.09)),
        ),
    )


def entry(kind: str, part: str, figures: tuple[Figure, ...], tool: str = "") -> EvidenceEntry:
    return EvidenceEntry(
        id=f"{kind}-{part}",
        kind=kind,
        part=part,
        sha256=Hash,
        provenance=Provenance(
            measure=kind,
            version=1,
            tool=tool,
            engine="polars 1.40",
            parameters={"rows": 1_000, "seed": 7, "output_space": "probability"} if tool else {},
        ),
        figures=figures,
    )


def pii() -> tuple[Figure, ...]:
    return (
        figure(
            FigureKind.BARS,
            "pii",
            (
                column("label", heading="Kind of personal data"),
                column("value", "count", "Notes that hold it"),
            ),
            (("PERSON", 311), ("PHONE_NUMBER", 74), ("EMAIL_ADDRESS", 27)),
            title="Personal data in free text",
            takeaway="412 notes hold at least one name, phone number or address.",
        ),
    )


def checklist() -> ChecklistState:
    def item(id: str, state: Answered, question: str, **more: Any) -> ItemState:
        evidence = more.pop("evidence", ())
        return ItemState(
            item=Item(id=id, ref=("Reg. (EU) 2024/1689 Art. 27(1)(a)",), question=question),
            answer=Answer(item=id, state=state, **more),
            evidence=evidence,
        )

    return ChecklistState(
        slug="eu_fria",
        version="1",
        title="Fundamental-rights impact assessment, EU AI Act Art. 27",
        framework=Framework(
            name="EU AI Act",
            legal_version="Reg. (EU) 2024/1689",
            as_of="2026-08-24",
            status="upcoming",
            applies_from="2027-12-02",
            url="https://eur-lex.europa.eu/",
        ),
        sections=(
            (
                "Use and people",
                (
                    item(
                        "a1",
                        Answered.MET,
                        "In which process is the system used?",
                        text="First sorting of visitor visas; an officer decides.",
                        by="C. Officer",
                        on="2026-02-11",
                        attachments=(Attachment(file="process.pdf"),),
                    ),
                    item(
                        "c1",
                        Answered.NOT_MET,
                        "Who is likely to be affected, and how?",
                        text="Not described by group.",
                        evidence=(
                            EvidenceLine(
                                finding="FA201:main:all:nationality",
                                outcome="fail",
                                sentence="Two groups are flagged far more often without cause.",
                            ),
                        ),
                    ),
                ),
            ),
            (
                "Oversight",
                (
                    item(
                        "e1", Answered.NOT_ASSESSED, "Which human oversight measures are in place?"
                    ),
                    item(
                        "f1",
                        Answered.NOT_APPLICABLE,
                        "Which arrangements for complaints?",
                        reason="Covered elsewhere.",
                    ),
                ),
            ),
        ),
        counts={"met": 1, "not_met": 1, "not_applicable": 1, "not_assessed": 1},
        note="The text applies to high-risk systems from the date shown.",
    )


def part(name: str, coverage: str = "census") -> PartRecord:
    return PartRecord(
        name=name,
        kind="decisions",
        rows=4_470,
        samples={"all": 4_470, "random_arm": 2_100},
        leads=("FA201", "FA202"),
        roles={"y_pred": ("flagged",), "y_true": ("overstayed",), "y_score": ("score",)},
        sensitive_features={"nationality": "nationality", "sex": "sex", "district": "other"},
        positive={"*": ("1",)},
        positive_is="adverse",
        outcome_known="random_arm",
        y_true_recorded_by="decider",
        coverage=coverage,
        model="ONNX, ai.onnx.ml TreeEnsembleClassifier",
        other_kinds={"biometrics": 9},
        merged={"nationality": (14, 78), "district": (57, 300)},
    )


def record(
    all_findings: tuple[Finding, ...] | None = None,
    *,
    lang: str = "en",
    role: str = "self_assessment",
) -> AuditRecord:
    found = findings() if all_findings is None else all_findings
    checks = dict.fromkeys(f.check for f in found)
    return AuditRecord(
        schema_version=SCHEMA_VERSION,
        tool=Tool(name="migration-audit", version="0.1.0"),
        plan={
            "audit": {
                "auditor": "A. Auditor, Court of Auditors",
                "mandate": "Parliament, resolution 12/2026",
                "role": role,
                "status": "draft",
                "period": "2025",
            },
            "report": {"title": "", "lang": lang, "template": "", "min_cell": 10},
        },
        system={
            "name": f"Visa triage {INJECTION}",
            "version": "2.3",
            "kind": "decisions",
            "purpose": "Sorts applications for visitor visas into a fast and a slow lane.",
            "decision": "interview or not",
            "operator": "Ministry of the Interior",
            "jurisdictions": ("EU", "NL"),
            "affected": "people applying for a visitor visa",
        },
        parts=(part("main"), part("e-gate", "sample")),
        inputs=(
            InputFile(
                role="data",
                source="applications.parquet",
                method="sha256",
                value=Hash,
                rows=4_470,
                columns=19,
                received_from="Ministry of the Interior",
                received_on="2026-02-01",
            ),
            InputFile(role="model", source="model.onnx", method="sha256", value=Hash),
        ),
        environment=Environment(
            python="3.11.7", platform="Linux", packages={"fairlearn": "0.15.0", "shap": "0.52.0"}
        ),
        seed=7,
        family=tuple(
            FamilyTest(
                finding=f.id,
                group=e.group,
                family="lead",
                p_value=e.p_value or 1.0,
                p_adjusted=e.p_adjusted or 1.0,
                rejected=e.outcome is Outcome.FAIL,
            )
            for f in found
            if f.lead
            for e in f.estimates
            if e.judged
        ),
        evidence=(
            entry("group_counts", "main", ()),
            entry("attributions", "main", attributions(), "shap 0.52.0"),
            entry("pii_scan", "main", pii(), "presidio-analyzer 2.2"),
            entry("calibration", "main", others()),
        ),
        findings=found,
        catalogue={
            id: CheckTexts(
                title=TITLES.get(id, id),
                why="A person pays for a wrong flag with time, money and sometimes liberty.",
                how="Each group is compared with everyone else.",
                cannot_show="It cannot show why the rates differ, nor whether the limit is just.",
                to_do="Ask which inputs the gap runs through, and who chose them.",
                references="Chouldechova (2017), doi:10.1089/big.2016.0047",
                messages={
                    "found": "{n:count|note|notes} in the column '{column}' hold personal data."
                },
            )
            for id in checks
        },
        checklists=(checklist(),),
        conclusion=Conclusion(
            statement=(
                plain(
                    "People from Nigeria and Pakistan were flagged more than twice as often as everyone else although nothing was to be found. This lies beyond the limit that was set before the data were read."
                ),
                plain(
                    "Whether people who should have been flagged are missed equally often cannot be told from this file."
                ),
            ),
            condition="People from Nigeria and Pakistan were flagged more than twice as often.",
            blocking=tuple(f.id for f in found if f.outcome is Outcome.FAIL),
            could_not_see=(
                CouldNotSee(
                    sentence=plain(
                        "People who never applied because they expected to be refused are not in the file."
                    ),
                    condition="People who never applied are not in the file.",
                ),
                CouldNotSee(
                    sentence=plain(
                        "The published totals were refused, so nobody can say whether rows are missing."
                    ),
                    condition="The published totals were refused.",
                    needs=(
                        Need(
                            input="data.totals",
                            serves="Is the file whole?",
                            status=NeedStatus.REFUSED,
                        ),
                    ),
                    findings=tuple(f.id for f in found if f.check == "DA112"),
                ),
            ),
        ),
        judgements=(
            Judgement(criteria=Hash, results_seen=False),
            Judgement(criteria=Hash, results_seen=True, changed={"FA203": "limit 1.25 to 1.5"}),
        ),
        timings={"read": 0.2},
    )

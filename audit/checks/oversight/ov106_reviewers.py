"""Does the decision depend on who decides?

Why it matters
--------------
Two people with the same file should get the same answer. Where the answer turns on whose desk the file
lands on, equality before the law ends at the door of the office, and a fair average says nothing to the
person who drew the stricter officer.

How it is judged
----------------
Reviewers are compared within strata of what the plan names: control features, the score (or what the machine
said), and the recorded truth where it is known for everyone. The median odds ratio says how far the odds of
one and the same case differ between two reviewers drawn at random; 1 means not at all. Beyond chance above
1.5, a person has to read it; it passes if 1.5 is ruled out (95 %). Reviewers with fewer than ten decisions are
left out, and five reviewers are needed. The range of their rates stands beside the range that chance allows.

What it cannot show
-------------------
Who is right. Files are seldom given out at random: offices, languages and specialities give reviewers
different cases, and what the strata do not hold alike is counted as a difference between people. A rate at
equal strata is not a rate for equal cases.

What to do
----------
Find out how files are given out. Have the same files, drawn at random, decided by several reviewers who do
not know of each other, and talk about those on which they differ. Do not rank people by this picture.

References
----------
Larsen & Merlo 2005, American Journal of Epidemiology 161:81-88 (median odds ratio).
Viechtbauer 2007, Statistics in Medicine 26:37-52 (limits by the Q-profile).
"""

from __future__ import annotations

from audit.check import Ask, Hypothesis, Ruled, Tested, check
from audit.criterion import Limit
from audit.evidence import Evidence
from audit.measures.reviewers import Reviewers
from audit.text import Message
from audit.vocabulary import MayConclude, Outcome, Right, Worse

NAMES = {
    "score_bin": "the score",
    "y_pred": "what the machine said",
    "y_true": "the recorded truth",
}


@check(
    may_conclude=MayConclude.INDICATOR,
    needs=("reviewer",),
    rights=(Right.FAIR_PROCEDURE, Right.INDIVIDUAL, Right.OVERSIGHT),
    limit=Limit(ratio=1.5),
    says={
        "heading": "reviewers",
        "beyond": "Between two of the {reviewers} reviewers drawn at random, the odds of a positive decision in one and "
        "the same stratum differ {value:times} at the median (limit {limit_ratio:times}). Their rates go from "
        "{lowest:pct} to {highest:pct}; by chance alone they would lie between {low_by_chance:pct} and "
        "{high_by_chance:pct}.",
        "within": "Between two of the {reviewers} reviewers drawn at random, the odds differ by less than "
        "{limit_ratio:times} at the median (95 %). Their rates go from {lowest:pct} to {highest:pct}; by chance alone "
        "they would lie between {low_by_chance:pct} and {high_by_chance:pct}.",
        "open": "The numbers fit both reviewers who decide alike and reviewers whose odds differ by more than "
        "{limit_ratio:times} at the median. Their rates go from {lowest:pct} to {highest:pct}; by chance alone they "
        "would lie between {low_by_chance:pct} and {high_by_chance:pct}.",
        "none_judged": "Fewer than five reviewers have decisions enough to speak of how far they differ.",
        "few": "Fewer than two reviewers have decisions enough to be compared.",
        "no_decision": "No decision is recorded.",
        "held": "Held alike: {held:list}. Files are not taken to be given out at random.",
        "held_nothing": "Nothing was held alike: the plan names no control feature and there is no score. Files are not "
        "taken to be given out at random.",
        "chance": "That it does not matter at all who decides: p {p:.3f} (chi-square {statistic:.1f}, {df} degrees of "
        "freedom).",
        "left_out": "{n:count|reviewer|reviewers} with too few decisions are left out ({decisions:count|decision|decisions}).",
        "unknown": "{n:count|decision|decisions} without a reviewer are left out.",
        "settle": "The same files decided by several reviewers who do not know of each other.",
    },
)
def ov106(reviewers: Evidence[Reviewers], ask: Ask) -> Tested | Ruled:
    """Test whether reviewers differ beyond chance and beyond the limit."""
    from audit.inference.reviewers import PASS_ALPHA, spread

    found = reviewers.value
    if not found.role:
        return Ruled(
            outcome=Outcome.NOT_ASSESSED, message=ask.say("no_decision"), needs=("human_decision",)
        )
    compared = spread(found.strata)
    if compared is None:
        return Ruled(outcome=Outcome.INCONCLUSIVE, message=ask.say("few"), settle=ask.say("settle"))
    most = ask.limit.ratio or 1.0
    rates = [reviewer.rate for reviewer in compared.reviewers]
    interval = compared.limit(PASS_ALPHA / 2), compared.limit(1 - PASS_ALPHA / 2)
    hypothesis = Hypothesis(
        label="all reviewers",
        n=compared.n,
        value=compared.odds_ratio,
        interval=interval,
        reference=1.0,
        limit_at=most,
        p_value=compared.p_beyond(most),
        inside=compared.limit(1 - PASS_ALPHA) <= most,
        judged=compared.enough,
    )
    return Tested(
        metric="median_odds_ratio",
        method="Logistic model of reviewer and stratum; Q-profile",
        comparison="two reviewers drawn at random",
        heading=ask.say("heading"),
        unit="ratio",
        worse=Worse.HIGHER,
        hypotheses=(hypothesis,),
        params={
            "reviewers": len(rates),
            "lowest": min(rates),
            "highest": max(rates),
            "low_by_chance": compared.expected[0],
            "high_by_chance": compared.expected[1],
        },
        notes=(
            _held(found, ask),
            ask.say("chance", p=compared.p_chance, statistic=compared.statistic, df=compared.df),
            *_left_out(compared.left_out, compared.left_out_decisions, found.unknown, ask),
        ),
        settle=ask.say("settle"),
    )


def _held(found: Reviewers, ask: Ask) -> Message:
    held = tuple(NAMES.get(name, name) for name in found.held)
    return ask.say("held", held=held) if held else ask.say("held_nothing")


def _left_out(few: int, decisions: int, unknown: int, ask: Ask) -> tuple[Message, ...]:
    notes = [ask.say("left_out", n=few, decisions=decisions)] if few else []
    if unknown:
        notes.append(ask.say("unknown", n=unknown))
    return tuple(notes)

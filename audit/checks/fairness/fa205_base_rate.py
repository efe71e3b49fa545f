"""How often is a flag right where the condition is as rare as it really is?

Why it matters
--------------
A table made for testing holds many people with the condition; real life holds few. A system with small error
rates can still be wrong about nearly everybody it flags, and whoever acts on a flag seldom knows that.

How it is judged
----------------
From the share of people with the condition who are flagged, the share of those without it who are, and the
prevalence that the plan states, by Bayes' rule. The interval combines the uncertainty of both shares with that of
the prevalence, where the plan gives a range or cases among people (MOVER on the log odds). A person has to
read it: how many wrong flags for one right flag are too many is no question of numbers.

What it cannot show
-------------------
Whether the stated prevalence is right, and whether both shares stay as they are where the condition is rarer. Each
group is shown at the same prevalence; where it is more common in one group, flags are right more often there.

What to do
----------
Tell everybody who acts on a flag how many are wrong for each one that is right, and ask what a flag leads to
before anybody has looked again.

References
----------
Altman & Bland 1994, BMJ 309:102 (predictive values). Zou & Donner 2008, Statistics in Medicine 27:1693-1702,
section 2 (limits of a sum from the limits of its terms).
"""

from audit.check import Ask, Ruled, check
from audit.evidence import Evidence
from audit.measures.base_rates import JUDGED, AtPrevalence, BaseRates
from audit.text import Message
from audit.vocabulary import MayConclude, Outcome, Per, PositiveIs, Right

MOST = 10_000
SAYS = {
    "more_wrong": "Of {base:,} people {flagged}, about {hits:,} {have} the condition: {alarms:,} are {flagged} wrongly "
    "for each one rightly (95 % interval {low:,} to {high}), where the condition is as common as stated "
    "({prevalence:pct}).",
    "more_right": "Of {base:,} people {flagged}, about {hits:,} {have} the condition: {alarms:,} are {flagged} rightly "
    "for each one wrongly (95 % interval {low:,} to {high}), where the condition is as common as stated "
    "({prevalence:pct}).",
    "none_wrong": "Nobody without the condition was {flagged} among the {n:people} known to be without it, so every "
    "flag would be right as far as this was counted; at the stated prevalence ({prevalence:pct}) at least "
    "{low_share:pct} would be (95 %).",
    "none_right": "Nobody with the condition was {flagged} among the {n:people} known to have it, so no flag would be "
    "right as far as this was counted; at the stated prevalence ({prevalence:pct}) at most {high_share:pct} "
    "would be (95 %).",
    "none": "Nobody whose truth is known was {flagged}, so there is no flag to be right or wrong.",
    "too_few": "The truth is known for {with_it:people} with the condition and {without:people} without it; at least "
    "{fewest} of each are needed to say how often a flag would be right.",
    "here": "In this table the condition is there for {base:pct} of those whose truth is known, and there a flag is "
    "right in {right:pct} of cases: that is not what it means where the condition is rarer or more common.",
    "cases": "Prevalence: {cases:,} of {people:,}, {value:pct} ({low:pct} to {high:pct}). {source}",
    "range": "Prevalence: {value:pct}, stated as between {low:pct} and {high:pct}. {source}",
    "bare": "Prevalence: {value:pct}, stated without a range, so that its own uncertainty is not in the interval. "
    "{source}",
    "source": "Source: {source}.",
    "no_source": "The plan names no source for it.",
    "groups": "Each group is drawn at this same prevalence.",
    "settle": "More people whose truth is known, drawn at random whatever was decided.",
}


@check(
    may_conclude=MayConclude.INDICATOR,
    per=Per.PART,
    needs=("y_true", "y_pred", "system.prevalence"),
    rights=(Right.FAIR_PROCEDURE, Right.ACCURACY),
    uses_truth=True,
    says=SAYS,
)
def fa205(rates: Evidence[BaseRates], ask: Ask) -> Ruled:
    """Say how many are flagged wrongly for each one rightly."""
    found = rates.value.samples[ask.sample]
    notes = _notes(rates.value, found, ask)
    if not found.enough or found.low is None or found.high is None:
        with_it, without = round(found.sensitivity.n), round(found.false_positive.n)
        return Ruled(
            outcome=Outcome.INCONCLUSIVE,
            message=ask.say("too_few", with_it=with_it, without=without, fewest=JUDGED),
            settle=ask.say("settle"),
            notes=notes,
        )
    return Ruled(
        outcome=Outcome.REVIEW,
        message=_sentence(found, found.low, found.high, rates.value.prevalence[0], ask),
        metric="predictive_value_at_prevalence",
        observed=found.value,
        interval=(found.low, found.high),
        notes=notes,
    )


def _sentence(found: AtPrevalence, low: float, high: float, prevalence: float, ask: Ask) -> Message:
    helps = ask.part.roles.positive_is is PositiveIs.FAVOURABLE
    flagged = "decided for" if helps else "flagged"
    said = {"flagged": flagged, "prevalence": prevalence}
    if found.value is None:
        return ask.say("none", flagged=flagged)
    if found.value >= 1:
        return ask.say("none_wrong", n=round(found.false_positive.n), low_share=low, **said)
    if found.value <= 0:
        return ask.say("none_right", n=round(found.sensitivity.n), high_share=high, **said)
    base = 100
    while base * found.value < 1 and base < MOST:
        base *= 10
    hits = round(base * found.value)
    # Wrong for each one right, or the other way round where most are right.
    wrong = found.value < 0.5
    alarms = _odds(1 - found.value if wrong else found.value)
    ends = sorted(1 - end if wrong else end for end in (low, high))
    return ask.say(
        "more_wrong" if wrong else "more_right",
        base=base,
        hits=hits,
        have="has" if hits == 1 else "have",
        alarms=alarms,
        low=_odds(ends[0]),
        high=_odds(ends[1]) if ends[1] < 1 else "any number",
        **said,
    )


def _odds(share: float) -> float | int:
    """Return odds with two digits: 32, 3.2, 0.45."""
    odds = share / (1 - share)
    if odds >= 10:
        digits = 2 - len(str(int(odds)))
        return round(round(odds, digits))
    return round(odds, 1 if odds >= 1 else 2)


def _notes(rates: BaseRates, found: AtPrevalence, ask: Ask) -> tuple[Message, ...]:
    stated = ask.plan.system.prevalence
    value, low, high = rates.prevalence
    source = (
        ask.say("source", source=stated.source.rstrip("."))
        if stated and stated.source
        else ask.say("no_source")
    )
    kind = "bare"
    params: dict[str, float | int] = {"value": value, "low": low, "high": high}
    if stated and stated.cases is not None and stated.people is not None:
        kind, params = "cases", {**params, "cases": stated.cases, "people": stated.people}
    elif stated and stated.low is not None:
        kind = "range"
    message = ask.say(kind, **params)
    notes = [Message(id=message.id, params=message.params, parts={"source": source})]
    if found.precision.value is not None and found.base.value is not None and found.enough:
        notes.append(ask.say("here", base=found.base.value, right=found.precision.value))
    if rates.features:
        notes.append(ask.say("groups"))
    return tuple(notes)

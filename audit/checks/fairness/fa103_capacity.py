"""Where places are limited, does the ranking give them to every group alike?

Why it matters
--------------
Where there are fewer places than people, nobody is judged alone: whoever is ranked a little lower goes
without. A ranking that puts people of one group lower for the same need passes them over in every round.

How it is judged
----------------
In each round the ranking is cut at the number of places the plan states. Where the truth is known, the share who get
a place is compared among people with the need (among people without cause, where the selection hurts); else
among everyone. Each group stands against everyone else, with several rounds within the rounds
(Mantel-Haenszel). People of equal rank at the cut share the places left, as a lottery among them would. Places are
drawn from one pool without replacement: a group's own share then scatters less than the binomial limits allow
for, and a gap between groups at most as much, so that limits and p-values are on the safe side. What is
compared is the ranking; how the log departs from it is counted beside.

What it cannot show
-------------------
Whether the number of places is right, who never got on the list, and whether the order among people of different need
is just. Where no need is recorded, unequal shares can come from unequal need.

What to do
----------
Have the people just below the cut in the group named looked at again, ask what ranks them lower, and ask why
anybody was taken out of turn.

References
----------
Kleinberg & Raghavan 2018, "Selection Problems in the Presence of Implicit Bias", ITCS 2018, section 2 (ranking
and taking the first k).
"""

from audit.check import Ask, Measured, Ruled, Stratum, check
from audit.criterion import Limit
from audit.evidence import Evidence
from audit.measures.pools import Pools
from audit.text import Message
from audit.vocabulary import MayConclude, Outcome, Per, PositiveIs, Right, Severity, Worse

WORSE = {
    PositiveIs.ADVERSE: Worse.HIGHER,
    PositiveIs.FAVOURABLE: Worse.LOWER,
    PositiveIs.UNSTATED: Worse.EITHER,
}
SAYS = {
    "need": "of those in need get a place by the ranking",
    "cause": "are picked by the ranking although the condition was not there",
    "everyone": "get a place by the ranking",
    "room_for_all": "There are places for everybody in each round ({rounds:count|round|rounds}), so nobody is passed over. "
    "If that is not so, the number of places in the plan is wrong.",
    "settle_capacity": "The places there really were in each round, as [system] capacity; or, where nobody "
    "had to be turned away, a plan without it, so that the rate of grants leads.",
    "ranked": "Ranked by “{column}”: {people:people} in {rounds:count|round|rounds}, with {places:count|place|places} "
    "in each. Places are drawn from one pool: a group's own share scatters less than its interval allows "
    "for, and a gap between groups at most as much.",
    "ties": "{tied:people} stand at a cut with equal rank, for {left:count|place|places} left. Each counts as a "
    "share of a place: what a lottery among them would give.",
    "departs": "The log departs from the ranking: {passed_over:people} above a cut did not get the decision "
    "(passed over), {out_of_turn:people} below it did (out of turn), and of those at a cut {at_cut:people} did. "
    "What is compared here is the ranking.",
    "follows": "Nobody above a cut was passed over in the log, and nobody below it was taken out of turn.",
    "unranked": "{unranked:people} without a rank or a round are not among them.",
    "weights": "Places go to rows, so rows are counted here and their weights are not used.",
}


@check(
    may_conclude=MayConclude.LEAD,
    per=Per.SENSITIVE_FEATURE,
    needs=("rank", "sensitive_features", "system.capacity"),
    rights=(Right.NON_DISCRIMINATION, Right.ESC),
    severity=Severity.SERIOUS,
    limit=Limit(ratio=1.25, difference=0.01),
    source="four-fifths convention (29 CFR 1607.4(D)), with a floor of one point",
    truth_if_known=True,
    says=SAYS,
)
def fa103(pools: Evidence[Pools], ask: Ask) -> Measured | Ruled:
    """Compare who gets a place by the ranking."""
    found = pools.value
    if all(one.people <= one.places for one in found.rounds.values()):
        message = ask.say("room_for_all", rounds=len(found.rounds))
        # A slip in one number must not take the leading question out of sight.
        return Ruled(
            outcome=Outcome.NOT_ASSESSED, message=message, settle=ask.say("settle_capacity")
        )
    stakes = ask.part.roles.positive_is
    truth = None
    metric, phrase = "selection_from_pool", "everyone"
    if ask.uses_truth and stakes is PositiveIs.ADVERSE:
        truth, metric, phrase = "0", "selection_without_cause", "cause"
    elif ask.uses_truth:
        truth, metric, phrase = "1", "selection_given_need", "need"
    several = len(found.rounds) > 1
    strata = found.strata(ask.key, ask.sample, truth) if several else {}
    return Measured(
        metric=metric,
        rates=found.groups(ask.key, ask.sample, truth),
        worse=WORSE[stakes],
        phrase=ask.say(phrase),
        uses_truth=ask.uses_truth,
        strata=tuple(Stratum(label=name, rates=rates) for name, rates in strata.items()),
        strata_names=(ask.part.roles.one("pool") or "",) if several else (),
        judged_on="within" if several else "raw",
        notes=_notes(found, ask),
    )


def _notes(found: Pools, ask: Ask) -> tuple[Message, ...]:
    rounds = found.rounds.values()
    tied = [one for one in rounds if one.above + one.tied > one.places]
    notes = [
        ask.say(
            "ranked",
            column=found.ranked_by,
            people=sum(one.people for one in rounds),
            rounds=len(found.rounds),
            places=ask.plan.system.capacity,
        )
    ]
    if tied:
        left = sum(one.places - one.above for one in tied)
        notes.append(ask.say("ties", tied=sum(one.tied for one in tied), left=left))
    if found.logged is not None:
        log = found.logged
        counts = {
            "passed_over": log.passed_over,
            "out_of_turn": log.out_of_turn,
            "at_cut": log.at_cut,
        }
        departs = log.passed_over or log.out_of_turn
        notes.append(ask.say("departs", **counts) if departs else ask.say("follows"))
    if found.unranked:
        notes.append(ask.say("unranked", unranked=found.unranked))
    if ask.part.roles.one("sample_weight"):
        notes.append(ask.say("weights"))
    return tuple(notes)

"""Does a search that sees no protected attribute find people who are served much worse?

Why it matters
--------------
Harm does not follow the columns of a form. A system can fail the people of one post, of one occupation or with one
gap in the file, and no table by nationality or sex would show it.

How it is judged
----------------
On one half of a random sample a shallow tree searches the inputs, without the protected ones, for the people
among whom the leading rate is highest. At most five of its rules, none of more than three conditions, are put
to the other half, which the search never saw: people for whom a rule holds against everyone else there,
with the limits and exact tests of every comparison, corrected for the number of rules (Holm). The interval is
that of the confirming half alone. A rule that is confirmed asks for judgement. How groups are spread over a
cluster is told afterwards and decides nothing.

What it cannot show
-------------------
That there is no such cluster: rules are short, the sample has a size, and what the inputs do not hold cannot be
found. A system that reads an input decides by it, so that most have a cluster; whether its people are failed,
and why, is for a person to say.

What to do
----------
Read the files of people in the cluster, find out what the system sees in them, and look at who they are.

References
----------
Cox 1975, "A note on data-splitting for the evaluation of significance levels", Biometrika 62:441-444.
"""

from audit.check import Ask, Ruled, Tested, check
from audit.criterion import Limit
from audit.evidence import Evidence
from audit.measures.error_clusters import ErrorClusters, Search
from audit.text import Message
from audit.vocabulary import MayConclude, Outcome, Per, PositiveIs, Right, Worse

METHOD = "shallow tree on one half, confirmed on the other: MOVER, Clopper-Pearson (verdict) and Jeffreys (shown)"
HAPPENED = {
    "fpr": "were flagged although the condition was not there",
    "fnr": "were missed although the condition was there",
    "against": "were decided against",
    "positive": "were decided positive",
}
BEYOND = (
    "Where {group}: {value:pct} HAPPENED, against {reference:pct} of everyone else in the half that confirms "
    "(limit {limit_ratio:times}, floor {limit_floor:points}). Rules confirmed: {groups:list}. This is an "
    "indicator: it asks for judgement and decides nothing."
)
OPEN = (
    "The search proposed {rules:count|rule|rules}. Furthest out in the half that confirms, where {group}: {value:pct} "
    "HAPPENED, against {reference:pct} of everyone else. The numbers fit both sides of the limit."
)
NONE = (
    "The search proposed no rule under which people HAPPENED more often than everyone else, on {searched:people} "
    "in the half that was searched. That does not show that there is none."
)
SAYS = {
    "within": "The search proposed {rules:count|rule|rules}: in the half that confirms, a rate beyond the limit is ruled "
    "out for the people of each (95 %). That does not show that there is no other.",
    "too_few": "The search needs at least {fewest:people} in each half, one to search and one to confirm, and has "
    "{searched:people} to search.",
    "nothing": "No input is left to search once protected attributes, free text, names, numbers of files and dates "
    "are set aside.",
    "halves": "Where {rule}: {before:pct} of {n_before:people} in the half searched, {after:pct} of "
    "{n_after:people} in the half that confirms.",
    "sample": "Drawn: {rows:count|row|rows}; searched {searched:people}, confirmed on {confirmed:people}. Inputs "
    "searched: {inputs:list}.",
    "settle": "A larger sample would narrow the limits of each rule.",
    "cluster": "Cluster",
    **{"beyond_" + kind: BEYOND.replace("HAPPENED", text) for kind, text in HAPPENED.items()},
    **{"open_" + kind: OPEN.replace("HAPPENED", text) for kind, text in HAPPENED.items()},
    **{"none_" + kind: NONE.replace("HAPPENED", text) for kind, text in HAPPENED.items()},
}
_HAPPENED = {"FA201": "fpr", "FA202": "fnr"}
FEWEST = 200
"""Fewest people in each half."""


@check(
    may_conclude=MayConclude.INDICATOR,
    per=Per.LEAD,
    needs=("y_pred", "features"),
    rights=(Right.NON_DISCRIMINATION, Right.INDIVIDUAL),
    limit=Limit(ratio=1.25, difference=0.01),
    source="same limits as the leading question",
    says=SAYS,
)
def fa302(clusters: Evidence[ErrorClusters], ask: Ask) -> Tested | Ruled:
    """Put the rules of the search to the half that it did not see."""
    from audit.inference.set_apart import set_apart

    found = clusters.value.search(ask.about, ask.sample)
    stakes = ask.part.roles.positive_is
    selected = "positive" if stakes is PositiveIs.UNSTATED else "against"
    kind = _HAPPENED.get(ask.about, selected)
    if found is None or found.searched < FEWEST or found.confirmed < FEWEST:
        searched = int(found.searched) if found else 0
        message = ask.say("too_few", searched=searched, fewest=FEWEST)
        return Ruled(outcome=Outcome.INCONCLUSIVE, message=message)
    if not found.inputs:
        return Ruled(outcome=Outcome.NOT_ASSESSED, message=ask.say("nothing"), needs=("features",))
    if not found.clusters:
        return Ruled(
            outcome=Outcome.INCONCLUSIVE,
            message=ask.say("none_" + kind, searched=int(found.searched)),
            notes=(_sample(found, ask),),
        )
    rules = {one.rule: (one.inside, one.outside) for one in found.clusters}
    return Tested(
        metric="cluster_error_rate",
        hypotheses=set_apart(rules, ask.limit),
        method=METHOD,
        worse=Worse.HIGHER,
        labels="rule",
        heading=ask.say("cluster"),
        comparison="each cluster with everyone else in the half that confirms",
        uses_truth=ask.uses_truth,
        params={"rules": len(rules)},
        sentences={"beyond": "beyond_" + kind, "open": "open_" + kind},
        settle=ask.say("settle"),
        notes=(_sample(found, ask), *_halves(found, ask)),
    )


def _sample(found: Search, ask: Ask) -> Message:
    return ask.say(
        "sample",
        rows=found.rows,
        searched=int(found.searched),
        confirmed=int(found.confirmed),
        inputs=found.inputs,
    )


def _halves(found: Search, ask: Ask) -> list[Message]:
    least = ask.plan.report.min_cell
    return [
        ask.say(
            "halves",
            rule=one.rule,
            before=one.searched.value,
            n_before=round(one.searched.n),
            after=one.inside.value,
            n_after=round(one.inside.n),
        )
        for one in found.clusters
        if min(one.searched.n, one.inside.n) >= least
    ]

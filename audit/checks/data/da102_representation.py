"""Are the people in the data the people affected?

Why it matters
--------------
A system learns from, and is tested on, the people in its data. Those who are rare there are judged by
what is true of others. Those who are there more often than elsewhere may have been looked for.

How it is judged
----------------
Each group's share of the people in the data is divided by its share of the reference population named
in the plan. It looks both ways: below 0.8 or above 1.25, with exact limits simultaneous over the groups
wholly outside, a person has to read it. Within the limits for every group, by exact one-sided 95 % limits,
it passes. Where the plan names weights, shares are those of the people that the rows stand for, worth an
effective number of rows: a group that was sampled more heavily on purpose, and weighted back, is not
over-represented. Rows that belong together count for what their clusters are worth. People whose group is not
recorded are in no share.

What it cannot show
-------------------
Whether the reference is the right one: residents, applicants and people at risk are different
populations. A matching share says nothing about how well each group is recorded.

What to do
----------
Name the population the system is used on and where its shares come from. Ask how people came into the file.
"""

from __future__ import annotations

from audit.check import Ask, Ruled, check
from audit.criterion import Limit
from audit.evidence import Evidence
from audit.measures.representation import Representation, Share
from audit.text import Message
from audit.vocabulary import MayConclude, Outcome, Per, Right


@check(
    may_conclude=MayConclude.INDICATOR,
    per=Per.SENSITIVE_FEATURE,
    needs=("sensitive_features", "data.reference"),
    rights=(Right.NON_DISCRIMINATION, Right.ASYLUM, Right.DISABILITY),
    limit=Limit(ratio=1.25),
    kinds=("*",),
    says={
        "pass": "Every group's share of the people in the data lies within {low:times} and {high:times} its share "
        "of the reference population.",
        "review": "Shares of the people in the data differ from the reference population: {groups:list}. "
        "The furthest stands at {ratio:times} its reference share.",
        "small": "Shares of the people in the data differ from the reference population, for groups too small to be named.",
        "inconclusive": "The data hold too few people to tell whether each group's share lies within {low:times} and "
        "{high:times} its reference share.",
        "settle": "More people of the smallest groups in the data, or a reference that puts groups together.",
        "no_reference": "The reference population gives no shares by {feature}.",
        "nobody": "Nobody in the data has a recorded value of {feature}.",
        "rarer": "Rarer in the data than in the population: {groups:list}.",
        "commoner": "More frequent in the data than in the population: {groups:list}.",
        "weighted": "Rows count by their weight in “{weight}”: the shares are those of the people they stand for.",
        "unknown": "In the data and not in the reference population: {groups:list}.",
        "not_recorded": "{n:people} without a recorded value of {feature} are in no share.",
    },
)
def da102(shares: Evidence[Representation], ask: Ask) -> Ruled:
    """Rule on the shares of one sensitive feature, both ways."""
    found = shares.value.features.get(ask.key)
    if not found:
        name = "no_reference" if found is None else "nobody"
        return Ruled(
            outcome=Outcome.NOT_ASSESSED,
            message=ask.say(name, feature=ask.key),
            needs=("data.reference",) if found is None else (),
        )
    limit = ask.limit.ratio or 1.25
    compared = [share for share in found if share.reference]
    rarer = [s for s in compared if s.high < (s.reference or 0) / limit]
    commoner = [s for s in compared if s.low > (s.reference or 0) * limit]
    params = {"low": 1 / limit, "high": limit}
    notes = _notes(rarer, commoner, found, shares.value.not_recorded.get(ask.key, 0), ask)
    if rarer or commoner:
        furthest = max(rarer + commoner, key=lambda s: max(_ratio(s), 1 / max(_ratio(s), 1e-9)))
        names = _named(rarer + commoner, ask)
        named = furthest.group in names
        return Ruled(
            outcome=Outcome.REVIEW,
            message=ask.say("review", groups=names, ratio=_ratio(furthest))
            if named
            else ask.say("small"),
            metric="representation_ratio",
            observed=_ratio(furthest) if named else None,
            groups=names,
            notes=notes,
        )
    if all(
        s.inner_low >= (s.reference or 0) / limit and s.inner_high <= (s.reference or 0) * limit
        for s in compared
    ):
        return Ruled(outcome=Outcome.PASS, message=ask.say("pass", **params), notes=notes)
    return Ruled(
        outcome=Outcome.INCONCLUSIVE,
        message=ask.say("inconclusive", **params),
        settle=ask.say("settle"),
        notes=notes,
    )


def _ratio(share: Share) -> float:
    return (share.counted.value or 0.0) / (share.reference or 1.0)


def _named(shares: list[Share], ask: Ask) -> tuple[str, ...]:
    # A group that nobody belongs to is a name from the reference; a handful of people is not named.
    enough = ask.plan.report.min_cell
    return tuple(s.group for s in shares if s.seen == 0 or s.seen >= enough)


def _notes(
    rarer: list[Share], commoner: list[Share], found: tuple[Share, ...], lost: int, ask: Ask
) -> tuple[Message, ...]:
    unknown = [s for s in found if not s.reference]
    lists = (("rarer", rarer), ("commoner", commoner), ("unknown", unknown))
    notes = [ask.say(name, groups=_named(s, ask)) for name, s in lists if _named(s, ask)]
    weight = ask.part.roles.one("sample_weight")
    if weight:
        notes.append(ask.say("weighted", weight=weight))
    if lost >= ask.plan.report.min_cell:
        notes.append(ask.say("not_recorded", n=lost, feature=ask.key))
    return tuple(notes)

"""Is anything given to those who could persecute, or without valid consent?

Why it matters
--------------
People have been found, and made to return, because an agency that registered them passed the list to the state
they fled. Consent given on a form in a language the person cannot read, or in a queue for food, is none, and a
person who said no has to be able to rely on it.

How it is judged
----------------
The plan lists under `[[data.recipients]]` who else is given the table: what each is, its country, on what the
sharing rests. A column of the role `shared_with` says which rows each was given; without one, each was given
all. Somebody from a country whose authority is given the row is a fact: `fail`, and so is a row whose sharing
rests on consent where the column `consent` says no. Anybody else under the law of a person's own country, consent
that is not recorded, recipients without a basis or that the plan does not name, and a public table are for a
person to judge: `review`. The country of the system itself is left out (`[system] jurisdictions`), and so are
organisations of states. Origin is the role `origin`, else the group column of nationality. People recorded as stateless,
or under something that is no country (the name of a people, a region), are told apart and placed nowhere: no country is
guessed for them, although the state they fled can be the one that is given their row. Counts below the
smallest printable cell are not printed. Counts of people from one country are rounded down, because other tables
can hold everybody but these few. Serious by default: what has reached the state that somebody fled
cannot be called back.

What it cannot show
-------------------
Sharing that the plan does not list, and whom a recipient gives the data to. People whose nationality is not
that of the state they fled. Of people without one, which state they fled, until a column of the role `origin` or
a `map` in the plan says it. Whether consent was informed and free: the language of the form,
who explained it, what refusing cost. Whether a recorded basis holds in law.

What to do
----------
Stop the sharing and ask for what was sent to be deleted. Tell the people concerned, safely, and ask a protection
officer before anything else is sent. `audit locate` gives the rows to the data owner.

References
----------
Human Rights Watch, "UN Shared Rohingya Data Without Informed Consent", 15 June 2021. UNHCR, General Policy on
Personal Data Protection and Privacy (2022). Regulation (EU) 2016/679, Art. 4(11), 7 and 44.
"""

from __future__ import annotations

from collections.abc import Iterator

from audit.check import Ask, Ruled, check
from audit.evidence import Evidence
from audit.measures.recipients import Given, Recipients
from audit.text import Message
from audit.vocabulary import (
    LimitBasis,
    MayConclude,
    Outcome,
    RecipientRole,
    Release,
    Right,
    Severity,
)


@check(
    may_conclude=MayConclude.EVENT,
    needs=("data.recipients",),
    rights=(Right.PRIVACY, Right.FIREWALL, Right.NON_REFOULEMENT),
    severity=Severity.SERIOUS,
    basis=LimitBasis.STANDARD,
    source="UNHCR, General Policy on Personal Data Protection and Privacy (2022)",
    kinds=("*",),
    says={
        "authority": "At least {n:people} of {all:,} have their data given to {recipients:list}, an authority of the country they come"
        " from.",
        "authority_few": "Fewer than {n:people} of {all:,} have their data given to {recipients:list}, an authority of the"
        " country they come from.",
        "refused": "{n:people} of {all:,} have their data given to {recipients:list}, which rests on consent, and are recorded"
        " not to agree.",
        "refused_few": "Fewer than {n:people} of {all:,} have their data given to {recipients:list}, which rests on consent,"
        " and are recorded not to agree.",
        "there": "At least {n:people} of {all:,} have their data given to {recipients:list}, which the law of the country they come from"
        " reaches.",
        "there_few": "Fewer than {n:people} of {all:,} have their data given to {recipients:list}, which the law of the country"
        " they come from reaches.",
        "unasked": "{n:people} of {all:,} have their data given to {recipients:list}, which rests on consent, and none is"
        " recorded.",
        "unasked_few": "Fewer than {n:people} of {all:,} have their data given to {recipients:list}, which rests on consent,"
        " and none is recorded.",
        "no_column": "What {recipients:list} is given rests on consent, and the table has no column of it.",
        "no_basis": "The plan states no basis on which {recipients:list} is given the data.",
        "unnamed": "{n:people} of {all:,} have their data given to {many:count|recipient|recipients} that the plan does not"
        " name.",
        "unnamed_few": "Fewer than {n:people} of {all:,} have their data given to recipients that the plan does not name.",
        "no_home": "The plan does not say where the system is used (`[system] jurisdictions`), so nobody's own"
        " authority can be told from a foreign one.",
        "no_origin": "No column says where people come from, so nothing can be said of {recipients:list}, which"
        " another state's law reaches.",
        "stateless": "At least {n:people} of those given to {recipients:list} are recorded as stateless. No column says which"
        " state they fled; it can be the one whose law reaches the recipient. A column of the role `origin` would tell.",
        "stateless_few": "Fewer than {n:people} of those given to {recipients:list} are recorded as stateless. No column"
        " says which state they fled; it can be the one whose law reaches the recipient. A column of the role `origin`"
        " would tell.",
        "no_country": "Of at least {n:people} given to {recipients:list}, what stands for their origin is no country: the"
        " name of a people or a region, say. Which state they fled, somebody who knows must write into the plan: `map`"
        " under [columns], or a column of the role `origin`.",
        "no_country_few": "Of fewer than {n:people} given to {recipients:list}, what stands for their origin is no"
        " country: the name of a people or a region, say. Which state they fled, somebody who knows must write into the"
        " plan: `map` under [columns], or a column of the role `origin`.",
        "unread": "Of at least {n:people}, no origin is recorded: nothing can be said of them and {recipients:list}.",
        "unread_few": "Of fewer than {n:people}, no origin is recorded: nothing can be said of them and"
        " {recipients:list}.",
        "public": "The table is public: the authorities of every country people come from can read it.",
        "pass": "{recipients:list}: nobody among {all:people} comes from a country whose law reaches one of them, and"
        " none rests on a consent that is missing. The plan's word is taken for who they are.",
        "nobody": "The plan says that nobody else is given the table.",
    },
)
def pr303(recipients: Evidence[Recipients], ask: Ask) -> Ruled:
    """Rule on who is given whose rows."""
    found = recipients.value
    facts = list(_facts(found, ask))
    doubts = list(_doubts(found, ask))
    if not ask.plan.system.jurisdictions and found.to_authority:
        # Without a place, an applicant's own consulate and the host's ministry look the same.
        doubts = [ask.say("no_home"), *facts[:1], *doubts]
        facts = facts[1:]
    if facts or doubts:
        message, *notes = (*facts, *doubts)
        return Ruled(
            outcome=Outcome.FAIL if facts else Outcome.REVIEW,
            message=message,
            metric="people_given_away" if facts else "",
            notes=tuple(notes),
        )
    if not found.given:
        return Ruled(outcome=Outcome.NOT_APPLICABLE, message=ask.say("nobody"))
    names = tuple(given.recipient for given in found.given)
    return Ruled(outcome=Outcome.PASS, message=ask.say("pass", recipients=names, all=found.people))


def _facts(found: Recipients, ask: Ask) -> Iterator[Message]:
    """Yield what is confirmed."""
    if found.to_authority:
        to = [g for g in found.given if g.from_there and g.role is RecipientRole.AUTHORITY]
        yield _counted("authority", found.to_authority, to, found, ask)
    if found.refused:
        to = [g for g in found.given if g.refused]
        yield _counted("refused", found.refused, to, found, ask)


def _doubts(found: Recipients, ask: Ask) -> Iterator[Message]:
    """Yield what a person must judge."""
    if found.to_others_there:
        to = [g for g in found.given if g.from_there and g.role is not RecipientRole.AUTHORITY]
        yield _counted("there", found.to_others_there, to, found, ask)
    resting = [g for g in found.given if g.consent]
    if resting and not found.consent:
        yield ask.say("no_column", recipients=_names(resting))
    elif found.unasked:
        yield _counted("unasked", found.unasked, [g for g in resting if g.unasked], found, ask)
    if without := [g for g in found.given if not g.basis and not g.consent]:
        yield ask.say("no_basis", recipients=_names(without))
    if found.unnamed:
        few = found.unnamed < ask.plan.report.min_cell
        yield ask.say(
            "unnamed_few" if few else "unnamed",
            n=max(found.unnamed, ask.plan.report.min_cell),
            all=found.people,
            many=found.unnamed_recipients,
        )
    yield from _unseen(found, ask)
    if ask.part.data.release is Release.PUBLIC:
        yield ask.say("public")


def _unseen(found: Recipients, ask: Ask) -> Iterator[Message]:
    """Yield what the table does not let be compared."""
    abroad = [g for g in found.given if g.abroad and g.people]
    if abroad and not found.origins:
        yield ask.say("no_origin", recipients=_names(abroad))
        return
    lacking = {
        "stateless": found.stateless,
        "no_country": found.no_country,
        "unread": found.origin_unread,
    }
    yield from (_counted(name, n, abroad, found, ask) for name, n in lacking.items() if n)


_BY_ORIGIN = ("authority", "there", "stateless", "no_country", "unread")
"""Sentences whose number is the size of a group that another table may withhold."""


def _counted(name: str, n: int, to: list[Given], found: Recipients, ask: Ask) -> Message:
    least = ask.plan.report.min_cell
    few = n < least
    if name in _BY_ORIGIN:
        n -= n % least
    return ask.say(
        f"{name}_few" if few else name,
        n=max(n, least),
        all=found.people,
        recipients=_names(to),
    )


def _names(given: list[Given]) -> tuple[str, ...]:
    return tuple(each.recipient for each in given)

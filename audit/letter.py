"""The data-request letter: what is missing, which question each item serves, and on what ground.

Made from a plan before any data are there, or from a record by what its findings lacked. The letter
asks for no name of a person and says what becomes of a refusal.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from audit.kind import Kind, Role
from audit.rights import reaches
from audit.vocabulary import NeedStatus

WIDTH = 88


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """One input that one question lacks."""

    input: str
    """The role, `model`, `data.reference`, `data.totals`, `checklists.<slug>`."""
    serves: str = ""
    """Title of the question."""
    kind: str = ""
    """Kind of the part, whose roles describe the input."""
    status: NeedStatus = NeedStatus.NOT_REQUESTED


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """Who asks, about what, by which right: what the plan's `[audit]` and `[system]` say."""

    auditor: str = ""
    mandate: str = ""
    system: str = ""
    operator: str = ""
    period: str = ""
    jurisdictions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One numbered item of the letter."""

    input: str
    what: str
    form: str
    serves: tuple[str, ...]
    hook: str
    status: NeedStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """Everything the letter says."""

    sender: Sender
    to: str
    on: date
    days: int
    requests: tuple[Request, ...]
    random_sample: bool
    """Whether to ask for files drawn at random, whatever the system said."""

    @property
    def deadline(self) -> date:
        """Last day for the answer, in calendar days."""
        return self.on + timedelta(days=self.days)

    @property
    def gaps(self) -> tuple[str, ...]:
        """What a person has to fill in before sending."""
        said = {
            "[audit] auditor": self.sender.auditor,
            "[audit] mandate": self.sender.mandate,
            "[system] name": self.sender.system,
            "[system] jurisdictions": self.sender.jurisdictions,
        }
        return tuple(name for name, value in said.items() if not value)


_FORMS: Mapping[str, str] = {
    "binary": "the value as stored, with a list of what each value means and which one is to a person's harm",
    "score": "the number as the system produced it, not rounded, with its range and the threshold in use",
    "category": "one code for each person with the list of codes; not merged, not translated",
    "text": "the text as stored, or with names already masked if you can do so",
    "identifier": "a pseudonym, the same wherever it is the same person; you keep the key, and we do not want it",
    "date": "year-month-day, or as precise as it is kept; a date that is not known left empty",
    "number": "a number with its unit; not known left empty, not zero",
    "place": "the code of the place, or degrees as decimal numbers; not known left empty",
    "any": "as the system holds it, with a line that describes it; people under pseudonyms",
}

# Inputs that no kind of system describes as a role.
_OTHERS: tuple[Role, ...] = (
    Role(
        name="model",
        doc="The model as it was in use: its file, the version, the inputs it reads and in what order.",
        serves="Does the model reproduce the logged decisions, and what does it go by?",
        takes="the file as deployed (ONNX, or the library's own format; not pickle), or access to ask it for a "
        "score for each of a list of cases",
        legal_hook="EU AI Act Art. 11 and Annex IV: technical documentation, and Art. 13(3): instructions for "
        "use (Annex III systems, from 2 December 2027) [read]",
    ),
    Role(
        name="data.reference",
        doc="How many people of each group the system could have met: the population behind the file.",
        serves="Are the people in the data the people affected?",
        takes="a table of feature, group and share, with its source and date",
    ),
    Role(
        name="data.totals",
        doc="How many decisions there were in the period, in all and by outcome, as published or reported.",
        serves="Is the file whole?",
        takes="the figures with where and when they were published",
    ),
    Role(
        name="data.retention",
        doc="How long a record may be kept, and by which rule.",
        serves="Is anything kept past its period?",
        takes="the rule, the date from which it counts, and the day on which the file was drawn",
        legal_hook="GDPR Art. 5(1)(e) and 13(2)(a): storage limitation, period [to be verified]",
    ),
    Role(
        name="data.recipients",
        doc="Everybody else who is given the table or some of its rows: who, in which country, on what basis.",
        serves="Is anything given to those who could persecute, or without valid consent?",
        takes="a list with name, what each is, country, basis, and whether it rests on consent; or a signed "
        "statement that there is nobody",
        legal_hook="GDPR Art. 13 to 15 and 30: recipients [to be verified]",
    ),
    Role(
        name="system.prevalence",
        doc="How common the condition is among the people the system is used on, not in a table made for testing.",
        serves="How many people are flagged wrongly for each one rightly?",
        takes="cases among people counted, or a share with its range, with source and date",
        legal_hook="EU AI Act Art. 15: declared accuracy (Annex III systems, from 2 December 2027) [read]",
    ),
    Role(
        name="roles.outcome_known",
        doc="For whom the true outcome was recorded: everyone, those somebody selected, or a random sample.",
        serves="Can error rates be known at all?",
        takes="one sentence, signed by whoever keeps the register",
    ),
)

_CHECKLIST = "checklists."
_CHECKLIST_HOOKS: Mapping[str, str] = {
    "eu_fria": "EU AI Act Art. 27: fundamental-rights impact assessment (from 2 December 2027) [read]",
}
_LATER, _HIGH_RISK = "from 2 December 2027", date(2027, 12, 2)
"""How a hook says that it does not apply yet, and when it will: no ground to stand on until then."""

_INSTRUMENTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("EU AI Act", ("EU", "EU-body")),
    ("GDPR", ("EU",)),
    ("LED", ("EU",)),
    ("EU Charter", ("EU", "EU-body")),
    ("ECHR", ("CoE",)),
)


def write(
    sender: Sender,
    wanted: Iterable[Wanted],
    kinds: Sequence[Kind],
    *,
    on: date,
    days: int,
    to: str = "",
    random_sample: bool = False,
) -> Letter:
    """Put a letter together.

    Parameters
    ----------
    wanted : iterable of Wanted
        One for each question and missing input; the same input is asked for once.
    on : date
        Date of the letter; the deadline is `days` calendar days later.
    random_sample : bool
        Whether no sample drawn at random is there yet.
    """
    by_input: dict[str, list[Wanted]] = {}
    for one in wanted:
        by_input.setdefault(one.input, []).append(one)
    return Letter(
        sender=sender,
        to=to or sender.operator,
        on=on,
        days=days,
        requests=tuple(_request(same, kinds, sender, on) for same in by_input.values()),
        random_sample=random_sample or "random_arm" in by_input,
    )


def _request(same: Sequence[Wanted], kinds: Sequence[Kind], sender: Sender, on: date) -> Request:
    name = same[0].input
    role = _role(name, {one.kind for one in same}, kinds)
    titles = dict.fromkeys(one.serves for one in same if one.serves)
    return Request(
        input=name,
        what=role.doc,
        form=_FORMS.get(role.takes, role.takes),
        serves=tuple(titles) or ((role.serves,) if role.serves else ()),
        hook=_hook(role, sender, on),
        status=max((one.status for one in same), key=list(NeedStatus).index),
    )


def _role(name: str, wanted_by: set[str], kinds: Sequence[Kind]) -> Role:
    roles = [role for kind in kinds if kind.name in wanted_by for role in kind.roles]
    for role in (*roles, *_OTHERS):
        if role.name == name:
            return role
    if name.startswith(_CHECKLIST):
        slug = name.removeprefix(_CHECKLIST)
        return Role(
            name=name,
            doc=f"Answers to the open questions of the checklist {slug}, which figures cannot answer.",
            serves="",
            takes="each answer with the name of whoever gives it, the date and what it rests on",
            legal_hook=_CHECKLIST_HOOKS.get(slug, ""),
        )
    return Role(name=name, doc=f"What the plan calls '{name}'.", serves="", takes="any")


def _hook(role: Role, sender: Sender, on: date) -> str:
    """Return the clauses that can bind where the system decides; without one, the mandate."""
    clauses = [clause for clause in role.legal_hook.split("; ") if clause]
    binding = [clause for clause in clauses if _reaches(clause, sender.jurisdictions)]
    if any(on >= _HIGH_RISK or _LATER not in clause for clause in binding):
        return "; ".join(binding)
    mandate = f"under the auditor's own mandate: {sender.mandate or '[name the mandate]'}"
    return "; ".join([mandate, *binding])


def _reaches(clause: str, jurisdictions: Sequence[str]) -> bool:
    for name, binds in _INSTRUMENTS:
        if clause.startswith(name):
            return reaches(binds, jurisdictions)
    return True


# ---------------------------------------------------------------------------------------------
# On paper


def render(letter: Letter) -> str:
    """Return the letter as Markdown that also reads as plain text."""
    sender = letter.sender
    system = sender.system or "[name of the system]"
    asked = [r for r in letter.requests if r.status is not NeedStatus.DOES_NOT_EXIST]
    absent = [r for r in letter.requests if r.status is NeedStatus.DOES_NOT_EXIST]
    blocks = [
        f"# Request for data: {system}",
        _lines(
            f"To: {letter.to or '[name and office]'}",
            f"From: {sender.auditor or '[name of the auditor]'}",
            f"Date: {letter.on.isoformat()}",
            f"Answer by: {letter.deadline.isoformat()} ({letter.days} days)",
        ),
        _wrap(
            f"We are auditing {system}"
            + (f" for the period {sender.period}" if sender.period else "")
            + f", under this mandate: {sender.mandate or '[name the mandate]'}. Some questions cannot be answered "
            "from what we have. Below is what is missing, the question each item serves and the ground on which we "
            "ask for it. Please send it, or tell us item by item why not, by the date above."
        ),
    ]
    if asked:
        blocks += ["## What we ask for"]
        marks = any("[read" in r.hook or "[to be verified" in r.hook for r in asked)
        blocks += [_wrap(_MARKS)] if marks else []
        blocks += [*(_item(n, r) for n, r in enumerate(asked, 1))]
    if letter.random_sample:
        blocks += ["## A random-review sample", _wrap(_RANDOM)]
    if absent:
        blocks += [
            "## What you told us does not exist",
            "\n".join(_wrap(f"{r.what} (`{r.input}`)", "- ", "  ") for r in absent),
            _wrap("Please confirm this in writing; the report will say so."),
        ]
    blocks += [
        "## How to send it",
        "\n".join(_wrap(line, "- ", "  ") for line in _HOW),
        "## If you cannot or will not send an item",
        _wrap(_REFUSED),
        _wrap("Thank you. We are glad to talk any item through before the date above."),
        sender.auditor or "[name of the auditor]",
    ]
    return "\n\n".join(blocks) + "\n"


_MARKS = (
    "Behind a ground, [read] says that we have read the provision or a close account of it, and [to be verified] that we "
    "name it from knowledge and have still to check the text."
)

_RANDOM = (
    "Please also draw a list of files at random from all files of the period, whatever the system said about them, and "
    "have each examined by somebody who does not see the system's output; tell us how the list was drawn and how many "
    "files it was drawn from. Without it the truth is known only for people whom somebody picked, and nobody can say how "
    "often the system is wrong about the others."
)

_HOW = (
    "One row for each decision, all decisions of the period and not a selection; Parquet, or CSV in UTF-8 with a header.",
    "A pseudonym for each person and for each officer, the same throughout; you keep the key.",
    "No names, addresses, phone numbers or numbers of documents.",
    "Values as the system stores them, with the list of codes: leading zeros kept, “not recorded” left empty.",
    "Encrypted, by a channel we agree on; please do not attach data to an e-mail.",
    "The name of the person who drew the data, the date, and the query or the steps.",
)

_REFUSED = (
    "Tell us which item, who decided, and on what ground. The questions it serves then stand in the report as not assessed, "
    "and the status of the request is printed there: requested, refused, or does not exist. A missing input is never "
    "counted in favour of the system."
)

_STATUS: Mapping[NeedStatus, str] = {
    NeedStatus.REQUESTED: "We have asked for this before and have no answer yet.",
    NeedStatus.REFUSED: "This was refused; we ask again, and for the ground of the refusal.",
}


def _item(number: int, request: Request) -> str:
    lead = f"{number}. "
    pad = " " * len(lead)
    below = [f"Question: {question}" for question in request.serves]
    below += [f"Form: {request.form}.", f"Ground: {request.hook}."]
    below += [_STATUS[request.status]] if request.status in _STATUS else []
    head = _wrap(f"**{request.what}** (`{request.input}`)", lead, pad)
    return "\n".join([head, *(_wrap(line, pad + "- ", pad + "  ") for line in below)])


def _wrap(text: str, first: str = "", rest: str = "") -> str:
    return textwrap.fill(
        text,
        WIDTH,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _lines(*lines: str) -> str:
    # Two blanks at the end of a line keep it a line in Markdown.
    return "  \n".join(lines)

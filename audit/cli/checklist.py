"""Checklists: which apply, what they ask, fill them in, score the answers."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from audit.cli._shown import wrapped

if TYPE_CHECKING:
    from audit.checklist import AnswerSet, Applicability, Checklist, Item, Score
    from audit.finding import Finding
    from audit.plan import Plan

_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
_PLAN = click.option(
    "--plan", "plan_path", type=click.Path(path_type=Path), help="By default audit.toml, if there."
)
_APPLIES = {True: "applies", False: "does not apply", None: "cannot be told"}


@click.group(name="checklist")
def command() -> None:
    """Checklists of rights instruments: list, show, fill, score."""


@command.command(name="list")
@_PLAN
@_JSON
def list_checklists(plan_path: Path | None, *, as_json: bool) -> None:
    """List the checklists; with a plan, which frameworks apply to what it describes, and why.

    What the plan says of [checklists] use and ignore has the last word.
    """
    from audit import checklist as lists
    from audit.runner.checklisting import used

    plan = _plan(plan_path)
    facts = _facts(plan)
    found = [lists.load(path) for path in lists.files().values()]
    names = used(plan) if plan is not None else ()
    judged = {
        one.slug: replace(lists.applicability(one, facts, plan), used=one.slug in names)
        for one in found
    }
    if as_json:
        click.echo(json.dumps([_listed(c, judged[c.slug], plan) for c in found], indent=1))
        return
    for one in found:
        click.echo(f"{one.slug}  {one.title}")
        click.echo(f"  version {one.version}; {one.framework.legal_version}; {_dated(one)}")
        if plan is not None:
            _print_applies(judged[one.slug])
    if plan is not None:
        click.echo(
            'Overrule it in the plan: [checklists] use = ["auto", "SLUG"], ignore = { SLUG = "reason" }. '
            "auto takes what applies, and what would apply by a use the plan speaks of."
        )


def _print_applies(judged: Applicability) -> None:
    used = "used" if judged.used else "not used"
    reason = f": {judged.reason}" if judged.reason else ""
    click.echo(f"  {_word(judged)}; {used}{reason}")
    for sentence in judged.why:
        click.echo(wrapped(sentence, "    "))
    for need in judged.needs:
        click.echo(wrapped(f"To tell: {need}", "    "))


def _word(judged: Applicability) -> str:
    """Return whether a framework applies, in words; one without a condition is a matter of choice."""
    if judged.would:
        return "would apply, depending on the class"
    if judged.applies is None and not judged.needs:
        return "for whoever chooses it"
    return _APPLIES[judged.applies]


def _listed(checklist: Checklist, judged: Applicability, plan: Plan | None) -> dict[str, Any]:
    frame = checklist.framework
    row: dict[str, Any] = {
        "slug": checklist.slug,
        "title": checklist.title,
        "version": checklist.version,
        "legal_version": frame.legal_version,
        "as_of": frame.as_of,
        "status": frame.status,
        "applies_from": frame.applies_from,
        "confidence": frame.confidence,
        "items": len(checklist.items()),
    }
    if plan is not None:
        row |= {
            "applies": judged.applies,
            "why": list(judged.why),
            "used": judged.used,
            "reason": judged.reason,
            "would": judged.would,
            "needs": list(judged.needs),
        }
    return row


@command.command()
@click.argument("slug")
@click.argument("answers", required=False, type=click.Path(path_type=Path))
@_PLAN
@_JSON
def show(slug: str, answers: Path | None, plan_path: Path | None, *, as_json: bool) -> None:
    """Show the questions of SLUG, with the ANSWERS if there are any."""
    from audit import serde
    from audit.checklist.shown import asked_if

    checklist, plan = _checklist(slug), _plan(plan_path)
    path = answers or _answers_there(plan, slug)
    given = _with_shared(_read(checklist, path, plan) if path else _nothing(checklist), plan)
    asked = given.sheet(_facts(plan)).asked
    conditions = {item.id: asked_if(checklist, item) for item in checklist.items()}
    if as_json:
        document = serde.plain(checklist)
        for section in document["sections"]:
            for item in section["items"]:
                answer = given.answers.get(item["id"])
                item["asked"] = item["id"] in asked
                item["asked_if"] = conditions[item["id"]]
                item["given"] = serde.plain(answer) if answer is not None else None
        click.echo(json.dumps(document, indent=1, ensure_ascii=False))
        return
    click.echo(
        f"{checklist.title}\n{checklist.framework.name}, {checklist.framework.legal_version}"
    )
    click.echo(_dated(checklist))
    if checklist.framework.source:
        click.echo(wrapped(f"Made from: {checklist.framework.source}", ""))
    click.echo(wrapped(checklist.note, ""))
    for section in checklist.sections:
        click.echo(f"\n{section.title}")
        for item in section.items:
            if item.id in asked:
                _print_item(item, given)
            else:
                _print_hidden(item, conditions[item.id])


def _dated(checklist: Checklist) -> str:
    """Return whether the instrument is in force, when that was checked, and how sure it is."""
    frame = checklist.framework
    begins = f", from {frame.applies_from}" if frame.applies_from else ""
    begins += f" ({frame.transition})" if frame.transition else ""
    return f"{frame.status.replace('_', ' ')}{begins}; as of {frame.as_of}; confidence {frame.confidence}"


def _print_hidden(item: Item, condition: str) -> None:
    """Name a question that is not asked now, and when it is."""
    click.echo(f"\n  {item.id} · not asked now · {'; '.join(item.ref)}")
    click.echo(wrapped(item.question, "    "))
    click.echo(wrapped(f"Asked if {condition}.", "    "))


def _print_item(item: Item, given: AnswerSet) -> None:
    marks = [str(item.severity), *(["blocks"] if item.blocks else []), *item.evidence]
    since = [f"applies from {item.applies_from}"] if item.applies_from else []
    since += [f"a duty of the {item.addressee}"] if item.addressee else []
    click.echo(f"\n  {item.id} · {' · '.join(marks)} · {'; '.join([*item.ref, *since])}")
    click.echo(wrapped(item.question, "    "))
    if item.who:
        click.echo(wrapped(f"Who can answer: {item.who}", "    "))
    from audit.checklist import settled

    answer = given.answers.get(item.id)
    for option in item.answer.options:
        chosen = answer is not None and option.value in answer.value
        points = f" ({option.points})" if option.points else ""
        words = f": {option.words}" if option.words != option.value else ""
        click.echo(f"    {'x' if chosen else '-'} {option.value}{words}{points}")
    if answer is not None:
        answer = settled(item, answer)
        lacking = f", said to be {_named(answer.given)}" if answer.given else ""
        by = ", ".join(filter(None, (answer.by, answer.on, answer.shared_from)))
        value = "" if item.answer.options else " ".join(answer.value)
        said = " ".join(filter(None, (value, answer.reason, answer.text)))
        signed = f" ({by})" if by else " (nobody named)"
        click.echo(wrapped(f"{_named(answer.state)}{lacking}: {said}{signed}", "    "))
        if answer.given:
            click.echo(wrapped(_LACKS, "    "))


_LACKS = "Open all the same: to be met needs a name, a date and grounds (a text of some words, or a document)."


def _named(word: object) -> str:
    return str(word).replace("_", " ")


@command.command()
@click.argument("slug")
@click.argument("answers", required=False, type=click.Path(path_type=Path))
@_PLAN
@_JSON
def score(slug: str, answers: Path | None, plan_path: Path | None, *, as_json: bool) -> None:
    """Score the ANSWERS to SLUG by the instrument's own rule.

    ANSWERS is a file of answers, or a short one: {"answers": {ITEM: VALUE or [VALUES]}}. Only questions
    that are asked count; a score says nothing about what is open, which is listed beside it.
    """
    from audit import checklist as lists
    from audit.errors import ChecklistError

    checklist, plan = _checklist(slug), _plan(plan_path)
    path = answers or _answers_there(plan, slug) or _answers_path(plan, slug)
    given = _with_shared(_read(checklist, path, plan), plan)
    found = lists.score(given.sheet(_facts(plan)))
    if found is None:
        raise ChecklistError(
            f"'{slug}' has no score", slug="no-score", hint=f"audit checklist show {slug} {path}"
        )
    if as_json:
        click.echo(json.dumps(_scored(checklist, given, found), indent=1, ensure_ascii=False))
        return
    _print_score(checklist, given, found)


def _scored(checklist: Checklist, given: AnswerSet, found: Score) -> dict[str, Any]:
    from audit.checklist.shown import as_values, statement

    confirmed = given.confirmed
    return {
        "checklist": checklist.slug,
        "version": checklist.version,
        "title": checklist.title,
        **as_values(found),
        "statement": statement(checklist.framework.legal_version, found, confirmed),
        "confirmed": None
        if confirmed is None
        else {"result": confirmed.result, "by": confirmed.by, "on": confirmed.on},
        "inferred": dict(given.inferred),
        "not_asked": {id: list(value) for id, value in given.set_aside.items()},
        "carried": {id: a.shared_from for id, a in given.answers.items() if a.shared_from},
    }


def _print_score(checklist: Checklist, given: AnswerSet, found: Score) -> None:
    from audit.checklist.shown import statement

    click.echo(wrapped(statement(checklist.framework.legal_version, found, given.confirmed), ""))
    for area in found.areas:
        if area.asked:
            counts = f"{area.answered} of {area.asked} answered"
            click.echo(f"  {area.points:>3} of {area.maximum:>3}  {area.title} ({counts})")
    for point in found.points:
        click.echo(wrapped(f"{point.ref or point.id}: {point.reason}"))
    for profile in found.profiles:
        grades = ", ".join(f"{name} {grade}" for name, grade in profile.grades.items())
        floor = f"; {profile.floor}" if profile.floor else ""
        click.echo(wrapped(f"{profile.title}: {grades or 'not graded'}{floor}"))
    for required in found.requirements:
        click.echo(wrapped(f"{required.title}: {required.text}"))
    for id, option in given.inferred.items():
        click.echo(f"  {id} is not answered; the sections that are answered point to {option}")
    carried = [id for id, answer in given.answers.items() if answer.shared_from]
    if carried:
        click.echo(
            wrapped(f"answered in another checklist that asks the same: {', '.join(carried)}")
        )
    if given.set_aside:
        click.echo(f"  not asked, so not counted: {', '.join(given.set_aside)}")
    _print_lacking(checklist, given)
    if found.open and not found.possible:
        more = f" and {len(found.open) - 12} more" if len(found.open) > 12 else ""
        click.echo(wrapped(f"open: {', '.join(found.open[:12])}{more}"))


def _print_lacking(checklist: Checklist, given: AnswerSet) -> None:
    from audit.checklist import settled

    answered = (item for item in checklist.items() if item.id in given.answers)
    lacking = [item.id for item in answered if settled(item, given.answers[item.id]).given]
    if lacking:
        click.echo(wrapped(f"{', '.join(lacking)}: {_LACKS}"))


@command.command()
@click.argument("slug")
@click.argument("answers", required=False, type=click.Path(path_type=Path))
@_PLAN
@click.option("--by", default="", help="Who answers; asked for if it is not given.")
@click.option(
    "--record", type=click.Path(path_type=Path), help="audit.json whose findings are shown."
)
@click.option("--item", "items", multiple=True, help="Answer this item, again if need be.")
def fill(
    slug: str, answers: Path | None, plan_path: Path | None, by: str, record: Path | None,
    items: tuple[str, ...],
) -> None:  # fmt: skip
    """Answer the open questions of SLUG in the terminal, the gravest first.

    Each answer is written to the file of ANSWERS as soon as it is given, with name, date and the
    fingerprint of the findings shown. Leave with q or Ctrl-C and come back at any time.
    """
    from audit.cli._filling import Filling

    checklist, plan = _checklist(slug), _plan(plan_path)
    path = _file(answers or _answers_path(plan, slug), slug)
    Filling(
        checklist=checklist,
        path=path,
        facts=_facts(plan),
        findings=_findings(record),
        others=_others(plan, slug),
        by=by,
    ).run(items)
    if plan is not None and not _reads(plan, slug, path):
        words = f'the plan does not read {path.name}: under [checklists], answers = "{path}"'
        click.echo(wrapped(words, ""), err=True)


# ---------------------------------------------------------------------------------------------
# What the commands share


def _checklist(slug: str) -> Checklist:
    from audit import checklist as lists
    from audit.errors import UsageError, did_you_mean

    files = lists.files()
    if slug not in files:
        raise UsageError(
            f"there is no checklist '{slug}'",
            slug="unknown-checklist",
            hint=did_you_mean(slug, files),
        )
    return lists.load(files[slug])


def _plan(path: Path | None) -> Plan | None:
    from audit import plan_reader

    if path is None and not Path("audit.toml").is_file():
        return None
    return plan_reader.load(path or "audit.toml")


def _facts(plan: Plan | None) -> Mapping[str, frozenset[str]]:
    from audit.runner.checklisting import facts

    return facts(plan) if plan is not None else {}


def _answers_path(plan: Plan | None, slug: str) -> Path:
    """Return where the answers are, or would be: as the plan says, else the folder `answers`."""
    named = plan is not None and plan.checklists.answers
    path = plan.path(plan.checklists.answers) if plan is not None and named else Path("answers")
    return _file(path, slug) if path.is_dir() or not path.suffix else path


def _reads(plan: Plan, slug: str, path: Path) -> bool:
    """Return whether an audit of the plan reads answers in this file."""
    named = bool(plan.checklists.answers)
    return named and _answers_path(plan, slug).resolve() == path.resolve()


def _answers_there(plan: Plan | None, slug: str) -> Path | None:
    path = _answers_path(plan, slug)
    return path if path.is_file() else None


def _file(path: Path, slug: str) -> Path:
    return path / f"{slug}.yaml" if path.is_dir() or not path.suffix else path


def _read(checklist: Checklist, path: Path, plan: Plan | None) -> AnswerSet:
    from audit import checklist as lists

    others = {slug: lists.load(file) for slug, file in lists.files().items()}
    found = lists.read_answers(path, others, only=checklist, facts=_facts(plan))
    return found.get(checklist.slug) or _nothing(checklist)


def _with_shared(own: AnswerSet, plan: Plan | None) -> AnswerSet:
    """Return answers with those of the plan's other checklists that ask the same, as the record has them."""
    from audit.checklist import share

    slug = own.checklist.slug
    sets = {**_others(plan, slug), slug: own}
    return share(sets, {slug: own.checklist}, _facts(plan))[slug]


def _nothing(checklist: Checklist) -> AnswerSet:
    from audit.checklist import AnswerSet

    return AnswerSet(checklist=checklist)


def _findings(record: Path | None) -> tuple[Finding, ...]:
    from audit import serde

    path = record or Path("audit-out")
    if record is None and not (path / "audit.json").is_file():
        return ()
    return serde.load(path).findings


def _others(plan: Plan | None, slug: str) -> dict[str, AnswerSet]:
    """Return the other checklists that the plan uses, with their answers."""
    from audit import checklist as lists
    from audit.runner.checklisting import used

    if plan is None:
        return {}
    found = {}
    for other in used(plan):
        if other != slug:
            checklist = _checklist(other)
            path = _answers_there(plan, other)
            found[other] = (
                _read(checklist, path, plan)
                if path is not None
                else lists.AnswerSet(checklist=checklist)
            )
    return found

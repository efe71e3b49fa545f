"""Write the data-request letter: what is missing, which question it serves, on what ground."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from audit.errors import UsageError

if TYPE_CHECKING:
    from audit.kind import Kind
    from audit.letter import Letter, Sender, Wanted
    from audit.plan import Plan
    from audit.record import AuditRecord


@click.command(name="request")
@click.argument("source", metavar="PLAN|RECORD")
@click.option("--out", metavar="FILE", help="Write the letter here instead of printing it.")
@click.option(
    "--deadline", metavar="DAYS", type=click.IntRange(1, 3650), default=30, show_default=True
)
@click.option("--to", metavar="NAME", default="", help="Addressee; by default the plan's operator.")
@click.option(
    "--date",
    "on",
    metavar="YYYY-MM-DD",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Date of the letter; by default today.",
)
def command(source: str, out: str | None, deadline: int, to: str, on: datetime | None) -> None:
    """Write the data-request letter for a plan (`audit.toml`) or a record (`audit.json`).

    From a plan: what its questions lack, before any data are there. From a record: what its findings
    lacked. Read it before you send it: grounds marked [to be verified] have not been.
    """
    from audit.letter import render

    day = on.date() if on is not None else date.today()  # noqa: DTZ011 -- a letter bears the local date
    letter = _letter(Path(source), to=to, on=day, days=deadline)
    if not letter.requests and not letter.random_sample:
        click.echo("nothing is missing: there is nothing to ask for", err=True)
        return
    text = render(letter)
    if out is None:
        click.echo(text, nl=False)
    else:
        _write(Path(out), text)
        click.echo(out)
    if letter.gaps:
        click.echo(f"before you send it, fill in: {', '.join(letter.gaps)}", err=True)


def _letter(path: Path, *, to: str, on: date, days: int) -> Letter:
    from audit.kind import Kind
    from audit.letter import write
    from audit.registry import instances

    kinds = instances(Kind, "kinds")
    sender, wanted, random_sample = _record(path) if _is_record(path) else _plan(path, kinds)
    return write(sender, wanted, kinds, on=on, days=days, to=to, random_sample=random_sample)


def _is_record(path: Path) -> bool:
    if path.suffix == ".json" or (path / "audit.json").is_file():
        return True
    try:
        with path.open("rb") as file:
            return file.read(64).lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{")
    except OSError:
        return False  # reading it as a plan says what is wrong


def _plan(path: Path, kinds: tuple[Kind, ...]) -> tuple[Sender, list[Wanted], bool]:
    from audit.letter import Sender
    from audit.plan_reader import load

    plan = load(path)
    sender = Sender(
        auditor=plan.audit.auditor,
        mandate=plan.audit.mandate,
        system=plan.system.name,
        operator=plan.system.operator,
        period=plan.audit.period,
        jurisdictions=plan.system.jurisdictions,
    )
    return sender, list(_lacked_by_plan(plan, kinds)), _no_random_arm_in_plan(plan, kinds)


def _lacked_by_plan(plan: Plan, kinds: tuple[Kind, ...]) -> Iterator[Wanted]:
    from audit.check import Check
    from audit.letter import Wanted
    from audit.registry import instances
    from audit.runner.planning import questions
    from audit.vocabulary import NeedStatus

    for question in questions(plan, instances(Check, "checks"), kinds):
        for need in question.blocked.needs if question.blocked is not None else ():
            yield Wanted(
                input=need,
                serves=question.check.title,
                kind=question.ask.part.kind,
                status=plan.requests.get(need, NeedStatus.NOT_REQUESTED),
            )


def _no_random_arm_in_plan(plan: Plan, kinds: tuple[Kind, ...]) -> bool:
    from audit.vocabulary import OutcomeKnown

    decides = {kind.name for kind in kinds if kind.role("random_arm") is not None}
    return any(
        part.kind in decides
        and not part.roles.all("random_arm")
        and part.roles.outcome_known is not OutcomeKnown.EVERYONE
        for part in plan.parts
    )


def _record(path: Path) -> tuple[Sender, list[Wanted], bool]:
    from audit.letter import Sender
    from audit.serde import load

    record = load(path)
    said = _section(record.plan, "audit")
    system = {**_section(record.plan, "system"), **record.system}
    jurisdictions = system.get("jurisdictions") or ()
    sender = Sender(
        auditor=str(said.get("auditor") or ""),
        mandate=str(said.get("mandate") or ""),
        system=str(system.get("name") or ""),
        operator=str(system.get("operator") or ""),
        period=str(said.get("period") or ""),
        jurisdictions=tuple(map(str, jurisdictions)),
    )
    no_random_arm = any(
        "random_arm" not in part.samples and part.outcome_known in ("selected", "unknown")
        for part in record.parts
        if part.leads
    )
    return sender, list(_lacked_by_record(record)), no_random_arm


def _lacked_by_record(record: AuditRecord) -> Iterator[Wanted]:
    from audit.letter import Wanted

    kinds = {part.name: part.kind for part in record.parts}
    for finding in record.findings:
        for need in finding.needs:
            yield Wanted(
                input=need.input,
                serves=need.serves or finding.title,
                kind=kinds.get(finding.part, ""),
                status=need.status,
            )


def _section(plan: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = plan.get(name)
    return found if isinstance(found, Mapping) else {}


def _write(path: Path, text: str) -> None:
    """Write by renaming, so that an earlier letter stays whole until this one is."""
    if path.is_dir():
        raise UsageError(
            f"{path} is a folder, expected a file",
            slug="not-a-file",
            hint=f"--out {path / 'letter.md'}",
        )
    draft = path.with_name(path.name + ".part")
    try:
        draft.write_text(text, encoding="utf-8", newline="\n")
        draft.replace(path)
    except OSError as problem:
        raise UsageError(
            f"{path} cannot be written ({type(problem).__name__})",
            slug="cannot-write",
            hint="name a file in a folder that exists and that you may write to",
        ) from None

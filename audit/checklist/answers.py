"""Files of answers: who said what, when and on what grounds; every mistake located by file and line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from audit.checklist import attachments
from audit.checklist.conditions import Facts
from audit.checklist.items import AnswerType, Checklist, Item
from audit.checklist.sheet import (
    Answer,
    Attachment,
    Sheet,
    lay_out,
    settled,
    state_of,
    values_of,
)
from audit.checklist.values import wrong_value
from audit.checklist.words import count_words, found_words
from audit.errors import ChecklistError, did_you_mean
from audit.strict_yaml import Builder, Node, read, wrong_date
from audit.vocabulary import Answered

LONGEST = 10_000
"""Characters an answer's text may have; a longer document is attached."""

_GIVEN_STATES = (Answered.MET, Answered.NOT_MET, Answered.NOT_APPLICABLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Given:
    """An answer as the file writes it; a bare word or list is the value, signed by nobody."""

    BARE = "value"

    value: tuple[str, ...] = ()
    state: Answered | None = None
    text: str = ""
    reason: str = ""
    by: str = ""
    on: str = ""
    evidence_hash: str = ""
    attachments: tuple[Attachment, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Confirmed:
    result: str
    by: str
    on: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """A person's word that the result of a score is right."""

    result: str
    by: str
    on: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerSet:
    """The answers to one checklist, with what follows from them.

    Attributes
    ----------
    answers : mapping of str to Answer
        By item; only of items that are asked.
    set_aside : mapping of str to tuple of str
        Bare answers to items that are not asked and carry no points: shown, never counted.
    inferred : mapping of str to str
        Items whose answer was told by which sections are answered.
    confirmed : Confirmation or None
    differs : mapping of str to tuple of str
        Items to those of other checklists that ask the same and are answered differently.
    """

    checklist: Checklist
    answers: Mapping[str, Answer] = field(default_factory=dict)
    set_aside: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    inferred: Mapping[str, str] = field(default_factory=dict)
    confirmed: Confirmation | None = None
    differs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def sheet(self, facts: Facts) -> Sheet:
        """Return the checklist filled in with these answers."""
        values = {id: values_of(answer) for id, answer in self.answers.items()}
        items = {item.id: item for item in self.checklist.items()}
        loose = frozenset(
            id
            for id, answer in self.answers.items()
            if settled(items[id], answer).state is Answered.NOT_ASSESSED
        )
        return replace(lay_out(self.checklist, {**self.set_aside, **values}, facts), loose=loose)


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    """What every answer of one file is read with."""

    build: Builder
    folder: Path
    facts: Facts
    latest: date
    attached: bool = True
    """Whether attachments are compared with their fingerprints."""


def load_answers(
    path: str | Path,
    checklists: Mapping[str, Checklist],
    *,
    today: date | None = None,
    facts: Facts | None = None,
) -> dict[str, dict[str, Answer]]:
    """Read the answers to one or several checklists.

    Parameters
    ----------
    path : str or Path
        A YAML or JSON file of `checklist`, `version` and `answers`, several as a list or as
        documents; or a folder of such files.
    checklists : mapping of str to Checklist
        By slug: those the plan uses.
    today : date, optional
        Latest date an answer may carry; by default the date where it is latest on Earth.
    facts : mapping of str to frozenset of str, optional
        What the plan says, for questions that are asked on a condition.

    Returns
    -------
    dict of str to dict of str to Answer
        By checklist and item; items that were not answered are absent.

    Raises
    ------
    ChecklistError
        As `load` does, and with slug `unknown-checklist`, `unknown-item`, `answers-version`,
        `answer-incomplete`, `answer-value`, `answer-hidden`, `answer-date`, `answer-too-long`,
        `attachment-missing` or `attachment-changed`.
    """
    found = read_answers(path, checklists, today=today, facts=facts)
    return {slug: dict(one.answers) for slug, one in found.items()}


def read_answers(
    path: str | Path,
    checklists: Mapping[str, Checklist],
    *,
    only: Checklist | None = None,
    today: date | None = None,
    facts: Facts | None = None,
    attached: bool = True,
) -> dict[str, AnswerSet]:
    """Read answers as `load_answers` does, with what was set aside, inferred and confirmed.

    Parameters
    ----------
    only : Checklist, optional
        The one that answers without `checklist` belong to; answers to others are passed over.
    attached : bool
        Whether attachments are compared with their fingerprints.
    """
    path = Path(path)
    files = sorted(_files_in(path)) if path.is_dir() else [path]
    latest = today or datetime.now(timezone(timedelta(hours=14))).date()
    result: dict[str, AnswerSet] = {}
    for file in files:
        build = Builder(file.name)
        reading = _File(
            build=build, folder=file.parent, facts=facts or {}, latest=latest, attached=attached
        )
        for node in _documents(read(file)):
            checklist = _checklist_of(build, node, checklists, only)
            if checklist is None:
                continue
            if checklist.slug in result:
                raise build.error(
                    node, f"answers to '{checklist.slug}' appear twice", slug="checklist-syntax"
                )
            result[checklist.slug] = _answer_set(reading, node, checklist)
    return result


def _files_in(folder: Path) -> Iterable[Path]:
    found = [p for p in folder.iterdir() if p.suffix in (".yaml", ".yml", ".json") and p.is_file()]
    if not found:
        raise ChecklistError(
            f"the folder {folder.name} holds no file of answers",
            slug="checklist-missing",
            hint="audit checklist fill SLUG writes one",
        )
    return found


def _documents(documents: Sequence[Node]) -> Iterable[Node]:
    for node in documents:
        if isinstance(node.value, list):
            yield from node.value
        elif node.value is not None:
            yield node


_KEYS = ("checklist", "version", "answers", "confirmed")


def _checklist_of(
    build: Builder, node: Node, checklists: Mapping[str, Checklist], only: Checklist | None
) -> Checklist | None:
    if not isinstance(node.value, dict):
        raise build.error(node, "the answers must have keys and values", slug="checklist-value")
    for key, value in node.map.items():
        if key not in _KEYS:
            raise build.error(
                value,
                f"the answers has no key '{key}'",
                slug="checklist-key",
                hint=did_you_mean(key, _KEYS),
            )
    needed = ("answers",) if only is not None else ("checklist", "version", "answers")
    for key in needed:
        if key not in node.map or node.map[key].value is None:
            raise build.error(node, f"the answers needs '{key}'", slug="checklist-value")
    slug = node.text("checklist") or (only.slug if only is not None else "")
    if only is not None and slug != only.slug and slug in checklists:
        return None
    checklist = only if only is not None and slug == only.slug else checklists.get(slug)
    if checklist is None:
        raise build.error(
            node.map["checklist"],
            f"answers to '{slug}', which {'is no checklist' if only else 'the plan does not use'}",
            slug="unknown-checklist",
            hint=did_you_mean(slug, checklists),
        )
    version = node.text("version").removeprefix("v")
    if version and version != checklist.version.removeprefix("v"):
        raise build.error(
            node.map["version"],
            f"answers to version {version} of '{slug}', expected {checklist.version}",
            slug="answers-version",
            hint="compare the questions, then change the version in the file of answers",
        )
    return checklist


def _answer_set(file: _File, node: Node, checklist: Checklist) -> AnswerSet:
    build, where = file.build, node.map["answers"]
    if not isinstance(where.value, dict):
        raise build.error(
            where, "answers must have items and what was answered", slug="checklist-value"
        )
    items = {item.id: item for item in checklist.items()}
    answers: dict[str, Answer] = {}
    for id, at in where.map.items():
        if id not in items:
            raise build.error(
                at,
                f"'{checklist.slug}' has no item '{id}'",
                slug="unknown-item",
                hint=did_you_mean(id, items),
            )
        if at.value is not None:
            answers[id] = _answer(file, at, items[id], checklist)
    inferred = _inferred(build, where, checklist, answers)
    values = {id: values_of(answer) for id, answer in answers.items()}
    sheet = lay_out(checklist, {**values, **{k: (v,) for k, v in inferred.items()}}, file.facts)
    aside: dict[str, tuple[str, ...]] = {}
    for id in sheet.hidden:
        bare = not isinstance(where.map[id].value, dict)
        if not bare or _carried(items[id], answers[id]):
            raise _hidden(build, where.map[id], items[id], sheet)
        aside[id] = answers.pop(id).value
    for id, option in inferred.items():
        answers[id] = Answer(item=id, state=state_of(items[id], (option,)), value=(option,))
    return AnswerSet(
        checklist=checklist,
        answers=answers,
        set_aside=aside,
        inferred=inferred,
        confirmed=_confirmation(file, node, checklist),
    )


def _carried(item: Item, answer: Answer) -> int:
    chosen = (item.answer.option(value) for value in answer.value)
    return sum(abs(option.points) for option in chosen if option is not None)


def _inferred(
    build: Builder, where: Node, checklist: Checklist, answers: Mapping[str, Answer]
) -> dict[str, str]:
    """Return the answers that follow from which sections were answered, where a file is bare.

    A signed file says everything itself. In bare answers the phase may be left out: points of one
    phase tell which, points of both do not.
    """
    section_of = {i.id: section.id for section in checklist.sections for i in section.items}
    given = {section_of[id] for id, a in answers.items() if a.value or a.text}
    found = {}
    for item in checklist.items():
        if item.id in answers or not item.inferred_from:
            continue
        told = {o: given & set(sections) for o, sections in item.inferred_from.items()}
        options = [option for option, sections in told.items() if sections]
        if len(options) > 1:
            named = ", ".join(sorted(set().union(*told.values())))
            raise build.error(
                where,
                f"item {item.id} is not answered, and answers are given for each of its options "
                f"(sections {named})",
                slug="answer-incomplete",
                hint=f"answer {item.id}, and leave out the sections of the other: "
                + "; ".join(f"{o.value} is {o.words}" for o in item.answer.options),
            )
        if options:
            found[item.id] = options[0]
    return found


def _hidden(build: Builder, at: Node, item: Item, sheet: Sheet) -> ChecklistError:
    section = sheet.checklist.section_of(item.id)
    conditions = (section.visible_if if section is not None else None, item.visible_if)
    gates = [id for condition in conditions if condition is not None for id in condition.items()]
    on = ", ".join(dict.fromkeys(gates)) or "the plan"
    return build.error(
        at,
        f"item {item.id} is answered, but with these answers it is not asked: it depends on {on}",
        slug="answer-hidden",
        hint=f"take the answer out, or look at {on} again",
    )


# ---------------------------------------------------------------------------------------------
# One answer


def _answer(file: _File, at: Node, item: Item, checklist: Checklist) -> Answer:
    build = file.build
    given = _given(build, at, item)
    long = max(len(given.text), len(given.reason))
    if long > LONGEST:
        raise build.error(
            at,
            f"item {item.id}: the text has {long:,} characters, expected at most {LONGEST:,}",
            slug="answer-too-long",
            hint="attach the document and write what it says in short",
        )
    wrong = wrong_value(item, given.value, file.latest)
    if wrong:
        raise build.error(at, f"item {item.id}: {wrong}", slug="answer-value")
    state = given.state or (
        state_of(item, given.value) if given.value or _has_words(item, given) else None
    )
    lacking = _lacking(given, item, state, scored=checklist.scoring is not None)
    if lacking or state is None:
        raise build.error(at, f"item {item.id}: {lacking}", slug="answer-incomplete")
    if given.on:
        _check_date(file, at, f"item {item.id}", given.on)
    for attachment in given.attachments if file.attached else ():
        _check_attachment(file, at, item, attachment, checklist.slug)
    return Answer(
        item=item.id,
        state=state,
        value=given.value,
        text=given.text,
        reason=given.reason,
        by=given.by,
        on=given.on,
        evidence_hash=given.evidence_hash,
        attachments=given.attachments,
    )


def _given(build: Builder, at: Node, item: Item) -> _Given:
    """Return an answer as written; a bare word is the state, the text or the value, as the item takes it."""
    if isinstance(at.value, dict):
        return build.build(_Given, at, f"item {item.id}")
    if item.answer.type is AnswerType.STATE:
        return build.build(_Given, Node({"state": at}, at.line), f"item {item.id}")
    if item.answer.type is AnswerType.TEXT:
        return build.build(_Given, Node({"text": at}, at.line), f"item {item.id}")
    if item.answer.type is AnswerType.FILE:
        return build.build(_Given, Node({"attachments": at}, at.line), f"item {item.id}")
    return build.build(_Given, Node({"value": at}, at.line), f"item {item.id}")


def _has_words(item: Item, given: _Given) -> bool:
    if item.answer.type is AnswerType.TEXT:
        return bool(given.text)
    return item.answer.type is AnswerType.FILE and bool(given.attachments)


def _lacking(given: _Given, item: Item, state: Answered | None, *, scored: bool) -> str:
    """Say what an answer lacks; empty if nothing."""
    kind = item.answer.type
    if state is None:
        return {
            AnswerType.STATE: "needs 'state'",
            AnswerType.TEXT: "needs 'text'",
            AnswerType.FILE: "needs 'attachments'",
        }.get(kind, "needs 'value'")
    if state is Answered.NOT_APPLICABLE and given.state is state:
        if item.points and scored:
            return "is scored and has no 'not applicable': choose one of its options"
        return "" if given.reason else "not_applicable needs a 'reason'"
    if given.state is not None and (kind is not AnswerType.STATE or state not in _GIVEN_STATES):
        return f"state can be {_allowed(kind)} here"
    if state in (Answered.MET, Answered.ANSWERED) and count_words(given.text) < item.min_words:
        said = found_words(given.text)
        return f"{state} needs a 'text' of at least {item.min_words} words, {said}"
    return ""


def _allowed(kind: AnswerType) -> str:
    if kind is AnswerType.STATE:
        return ", ".join(map(str, _GIVEN_STATES))
    return "not_applicable alone; the answer is its value"


def _check_date(file: _File, at: Node, where: str, on: str) -> None:
    wrong = wrong_date(on, file.latest)
    if wrong:
        raise file.build.error(
            at.map["on"],
            f"{where}: 'on' {wrong}",
            slug="answer-date",
            hint="write the date as year-month-day: 2026-10-01",
        )


def _confirmation(file: _File, node: Node, checklist: Checklist) -> Confirmation | None:
    at = node.map.get("confirmed")
    if at is None or at.value is None:
        return None
    found = file.build.build(_Confirmed, at, "confirmed")
    _check_date(file, at, "confirmed", found.on)
    known = [each.id for each in getattr(checklist.scoring, "classes", ())]
    if known and found.result not in known:
        raise file.build.error(
            at.map["result"],
            f"confirmed: '{found.result[:40]}' is none of the classes ({', '.join(known)})",
            slug="answer-value",
            hint=did_you_mean(found.result, known),
        )
    return Confirmation(result=found.result, by=found.by, on=found.on)


def _check_attachment(file: _File, at: Node, item: Item, attachment: Attachment, slug: str) -> None:
    """Compare a document with the fingerprint that was written down when the answer was given."""
    wrong = attachments.wrong_attachment(file.folder, attachment)
    if not wrong:
        return
    said, hint = attachments.SAID[wrong]
    raise file.build.error(
        at.map.get("attachments", at),
        f"item {item.id}: the attachment {Path(attachment.file).name} {said}",
        slug=wrong,
        hint=hint.format(slug=slug, item=item.id),
    )

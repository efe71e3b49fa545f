"""The dialogue of `audit checklist fill`: one question at a time, every answer written at once."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import click

from audit.checklist import (
    Answer,
    AnswerSet,
    AnswerType,
    Attachment,
    Checklist,
    Facts,
    Item,
    evidence_hash,
    evidence_of,
    lay_out,
    read_answers,
    settled,
    share,
    state_of,
    values_of,
)
from audit.checklist.answers import LONGEST
from audit.checklist.attachments import sha256, wrong_attachment
from audit.checklist.items import CHOICES
from audit.checklist.order import queue
from audit.checklist.values import wrong_value
from audit.checklist.words import count_words, found_words
from audit.checklist.writing import write
from audit.cli._begun import Begun
from audit.cli._shown import WORDS, wrapped
from audit.errors import ChecklistError, UsageError, did_you_mean
from audit.finding import Finding
from audit.vocabulary import Answered

_HELP = """\
Enter leaves a question for later · b goes back to the one before · q stops
? shows what a good answer holds · e shows every finding beside the question
na REASON says that it does not apply · +FILE attaches a document, + alone takes them off
Every answer is in the file as soon as it is given; a text is kept line by line, a document when attached."""

_KEYS = "Enter later · b back · {evidence}? help · q stop"

_BRIEF = 100
"""Characters of a finding's sentence that stand beside a question; `e` shows all of them."""


class _LaterError(Exception):
    """The question is left for later."""


class _BackError(Exception):
    """The person wants the question before once more."""


class _StopError(Exception):
    """The person leaves."""


@dataclass
class Filling:
    """One sitting: what is filled in, where it is written, and what is shown beside it."""

    checklist: Checklist
    path: Path
    facts: Facts
    findings: tuple[Finding, ...] = ()
    others: Mapping[str, AnswerSet] = field(default_factory=dict)
    by: str = ""

    def run(self, items: tuple[str, ...] = ()) -> None:
        """Put questions until none is open or the person leaves.

        Parameters
        ----------
        items : tuple of str
            Put these alone, whether they are answered or not.
        """
        known = {item.id: item for item in self.checklist.items()}
        for id in items:
            if id not in known:
                raise UsageError(
                    f"'{self.checklist.slug}' has no item '{id}'",
                    slug="unknown-item",
                    hint=did_you_mean(id, known),
                )
        answers = self._read()
        click.echo(f"{self.checklist.title}\nanswers: {self.path}\n{_HELP}\n", err=True)
        try:
            self.by = self.by or self._line("Your name, which stands beside each answer: ")
            if items:
                for id in items:
                    self._put(known[id], answers, "")
                    answers = self._read()
            else:
                self._all(answers)
        except (_StopError, _LaterError, _BackError, EOFError, KeyboardInterrupt):
            click.echo("\nleft; every answer given is in the file", err=True)
        click.echo(self._standing())

    def _all(self, answers: AnswerSet) -> None:
        left: set[str] = set()
        later: set[str] = set()
        before: list[Item] = []
        again: Item | None = None
        while True:
            stale = self._stale(answers)
            sheet = answers.sheet(self.facts)
            unanswered = {item.id: item for item in (*queue(sheet), *stale)}
            open_ = [item for id, item in unanswered.items() if id not in left]
            if not open_ and again is None:
                return
            item, again = again or open_[0], None
            try:
                head = _head(len(unanswered), len(later & set(unanswered)))
                self._put(item, answers, f"{head}{self._earlier(item, answers)}")
                answers = self._read()
                later.discard(item.id)
                if item in stale:
                    left.add(item.id)
            except _LaterError:
                left.add(item.id)
                later.add(item.id)
            except _BackError:
                again = before.pop() if before else item
                if again is item:
                    click.echo("    this is the first question of this sitting", err=True)
                continue
            before.append(item)

    def _earlier(self, item: Item, answers: AnswerSet) -> str:
        """Say who answered before, and why it is asked again."""
        old = answers.answers.get(item.id)
        if old is None:
            return ""
        why = self._outdated(item, old) or "Enter keeps it"
        return f" answered by {old.by or 'nobody'} on {old.on or '?'}, {why}:"

    def _stale(self, answers: AnswerSet) -> list[Item]:
        asked = answers.sheet(self.facts).asked
        return [
            item
            for item in self.checklist.items()
            if item.id in asked
            and (answer := answers.answers.get(item.id)) is not None
            and self._outdated(item, answer)
        ]

    def _outdated(self, item: Item, answer: Answer) -> str:
        """Say on what other grounds an answer was given; empty if on those of now."""
        if settled(item, answer).given:
            return "without a name, a date or the grounds it needs"
        now = evidence_hash(evidence_of(item, self.findings))
        if self.findings and answer.evidence_hash and answer.evidence_hash != now:
            return "on other findings"
        if any(wrong_attachment(self.path.parent, each) for each in answer.attachments):
            return "with an attachment that is gone or changed"
        return ""

    # -----------------------------------------------------------------------------------------
    # One question

    def _put(self, item: Item, answers: AnswerSet, head: str) -> None:
        marks = " · ".join([*(["blocks"] if item.blocks else []), str(item.severity)])
        click.echo(f"\n{head} {marks} · {item.id} · {'; '.join(item.ref)}".lstrip(), err=True)
        click.echo(wrapped(item.question), err=True)
        if item.who:
            click.echo(wrapped(f"Who can answer: {item.who}", "    "), err=True)
        beside = evidence_of(item, self.findings)
        for line in _brief(beside):
            click.echo(line, err=True)
        for number, option in enumerate(item.answer.options, 1):
            click.echo(f"    {number}  {option.words}", err=True)
        evidence = "e all findings · " if beside else ""
        click.echo(f"    {_KEYS.format(evidence=evidence)}", err=True)
        if needed := _needs(item):
            click.echo(f"    {needed}", err=True)
        kept = self._begun(item).text
        if item.answer.type is AnswerType.TEXT and kept:
            click.echo(wrapped(f"You had begun: {kept}", "    "), err=True)
            click.echo("    what you write is added to it; - begins anew", err=True)
        answer = self._answer(item)
        answer = Answer(
            item=item.id,
            state=answer.state,
            value=answer.value,
            text=answer.text,
            reason=answer.reason,
            by=self.by,
            on=datetime.now(UTC).astimezone().date().isoformat(),
            evidence_hash=evidence_hash(beside),
            attachments=answer.attachments,
        )
        self._write(item, answer, answers)

    def _answer(self, item: Item) -> Answer:
        attachments = self._attached_before(item)
        while True:
            line = self._line(_PROMPTS.get(item.answer.type, "your answer: "))
            if line == "b":
                raise _BackError
            if line in ("?", "e"):
                self._show(item, line)
                continue
            if line.startswith("+"):
                self._attach(line[1:].strip(), attachments)
                self._begun(item).keep_documents(attachments)  # a sitting can end without a word
                if item.answer.type is not AnswerType.FILE or not attachments:
                    continue
            found = self._understood(item, line, attachments)
            if isinstance(found, Answer):
                return found
            click.echo(f"    {found}", err=True)

    def _show(self, item: Item, key: str) -> None:
        """Print what a key asks for: help with the answer, or every finding beside the question."""
        said = [
            wrapped(f"{WORDS[f.outcome]} · {f.id}: {f.condition}", "    ")
            for f in evidence_of(item, self.findings)
        ]
        if key == "?":
            said = [wrapped(item.guidance or "Nothing more is said of it.", "    "), _HELP]
        click.echo("\n".join(said) or "    No finding stands beside this question.", err=True)

    def _understood(self, item: Item, line: str, attachments: list[Attachment]) -> Answer | str:
        """Return the answer a line gives, or what is wrong with it."""
        word, _, rest = line.partition(" ")
        if word == "na":
            if item.points and self.checklist.scoring is not None:
                return "this question is scored: choose one of its options"
            reason = _reason(rest) or _reason(self._line("why does it not apply? "))
            if not reason:
                return "write na and why it does not apply: na REASON"
            return Answer(
                item=item.id,
                state=Answered.NOT_APPLICABLE,
                reason=reason,
                attachments=tuple(attachments),
            )
        kind = item.answer.type
        if kind is AnswerType.STATE:
            return self._state(item, word, rest.strip(), attachments)
        if kind is AnswerType.FILE:
            return self._made(item, (), "", attachments) if attachments else "write +FILE"
        if kind is AnswerType.TEXT:
            return self._made(item, (), self._long(item, line), attachments)
        value, grounds = _chosen(item, line) if kind in CHOICES else ((word,), rest.strip())
        wrong = wrong_value(item, value, datetime.now(UTC).date())
        return wrong or self._made(item, value, grounds, attachments)

    def _state(
        self, item: Item, word: str, text: str, attachments: list[Attachment]
    ) -> Answer | str:
        states = {"m": Answered.MET, "met": Answered.MET}
        states |= dict.fromkeys(("n", "not_met", "not"), Answered.NOT_MET)
        if word not in states:
            return "write m (met), n (not met), na REASON, or Enter for later"
        state = states[word]
        said = text or self._long(item, "")
        if state is Answered.MET and (lacks := _lacks(item, said, attachments)):
            self._begun(item).keep_text(said)
            return f"met needs {lacks}"
        return Answer(item=item.id, state=state, text=said, attachments=tuple(attachments))

    def _made(
        self, item: Item, value: tuple[str, ...], text: str, attachments: list[Attachment]
    ) -> Answer | str:
        if len(text) > LONGEST:
            return f"at most {LONGEST:,} characters; attach the document with +FILE"
        if item.answer.type is AnswerType.TEXT and count_words(text) < max(item.min_words, 1):
            self._begun(item).keep_text(text)
            return f"at least {max(item.min_words, 1)} words, {found_words(text)}"
        state = state_of(item, value) if value else Answered.ANSWERED
        if value and item.blocks and state not in (Answered.NOT_MET, Answered.NOT_ASSESSED):
            text = text or ("" if attachments else self._long(item, ""))
            if lacks := _lacks(item, text, attachments):
                self._begun(item).keep_text(text)
                return f"nothing may be used while this is open: the answer needs {lacks}"
        return Answer(
            item=item.id, state=state, value=value, text=text, attachments=tuple(attachments)
        )

    def _attached_before(self, item: Item) -> list[Attachment]:
        """Return the documents attached in a sitting that ended before the answer, as they still are."""
        kept = []
        for each in self._begun(item).documents:
            if wrong_attachment(self.path.parent, each):
                said = "is gone or changed since you attached it, and is left out"
            else:
                said = "is attached, from last time; + alone takes it off"
                kept.append(each)
            click.echo(f"    {each.file} {said}", err=True)
        return kept

    def _attach(self, name: str, attachments: list[Attachment]) -> None:
        if not name:
            attachments.clear()
            click.echo("    nothing is attached", err=True)
            return
        folder = self.path.parent
        for path in (folder / name, Path(name)):
            if path.is_file():
                shown = Path(os.path.relpath(path, folder)).as_posix()
                attachments.append(Attachment(file=shown, sha256=sha256(path)))
                click.echo(f"    attached {shown}", err=True)
                return
        click.echo(f"    there is no file {name}", err=True)

    # -----------------------------------------------------------------------------------------
    # Lines typed, and lines not lost

    def _line(self, prompt: str) -> str:
        click.echo(prompt, nl=False, err=True)
        line = input().strip()
        if line == "q":
            raise _StopError
        if not line:
            raise _LaterError
        return line

    def _long(self, item: Item, first: str) -> str:
        """Read a text up to an empty line; what was typed before a break is kept for the next time."""
        begun = self._begun(item)
        if first == "-":
            begun.drop_text()
            first = ""
        kept = begun.text
        if kept and not first:
            click.echo(wrapped(f"You had begun: {kept}", "    "), err=True)
            click.echo("    go on from there:", err=True)
        elif not first and item.answer.type is not AnswerType.TEXT:
            click.echo("    On what does it rest? End with an empty line.", err=True)
        lines = [line for line in (kept.strip(), first) if line]
        try:
            while line := input().strip():
                lines.append(line)
                begun.keep_text("\n".join(lines))  # a sitting can end without a word
        except (EOFError, KeyboardInterrupt):
            begun.keep_text("\n".join(lines))
            raise
        return "\n".join(lines)

    def _begun(self, item: Item) -> Begun:
        return Begun(self.path, item.id)

    # -----------------------------------------------------------------------------------------
    # The file

    def _read(self) -> AnswerSet:
        """Return the answers as they stand in the file, with those carried over from other checklists."""
        slug = self.checklist.slug
        everything = {other: one.checklist for other, one in self.others.items()}
        found = (
            read_answers(
                self.path,
                {**everything, slug: self.checklist},
                only=self.checklist,
                facts=self.facts,
                attached=False,
            )
            if self.path.is_file()
            else {}
        )
        own = found.get(slug) or AnswerSet(checklist=self.checklist)
        sets = {**self.others, slug: own}
        return share(sets, {slug: self.checklist}, self.facts)[slug]

    def _write(self, item: Item, answer: Answer, before: AnswerSet) -> None:
        """Write one answer, and take out those that are no longer asked because of it."""
        given = {id: a for id, a in before.answers.items() if not a.shared_from}
        values = {id: values_of(a) for id, a in {**given, item.id: answer}.items()}
        hidden = lay_out(self.checklist, values, self.facts).hidden
        if hidden:
            click.echo(
                f"    With this, {', '.join(hidden)} are not asked any more; their answers are taken out.",
                err=True,
            )
            if self._line("    go on? yes or Enter for later: ").lower() not in ("y", "yes"):
                raise _LaterError
        write(self.path, self.checklist, [answer], drop=hidden)
        self._begun(item).drop()
        self._carried(item)

    def _carried(self, item: Item) -> None:
        if not item.shared:
            return
        same = [
            other.id
            for one in self.others.values()
            for other in one.checklist.items()
            if other.shared == item.shared
        ]
        if same:
            click.echo(f"    also asked by {', '.join(same)}: carried over there", err=True)

    def _standing(self) -> str:
        try:
            sheet = self._read().sheet(self.facts)
        except ChecklistError as problem:
            return str(problem)
        hidden = len(self.checklist.items()) - len(sheet.asked)
        more = f"; {hidden} more are not asked on these answers" if hidden else ""
        return f"{self.path}: {len(sheet.answered)} of {len(sheet.asked)} questions answered{more}"


def _head(open_: int, later: int) -> str:
    """Say how many questions are open; one left for later is open still."""
    return f"[{open_} open, {later} of them left for later]" if later else f"[{open_} open]"


def _reason(text: str) -> str:
    """Return a reason why a question does not apply, without the key typed once more."""
    return re.sub(r"^(?:na(?:\s+|$))+", "", text.strip(), flags=re.IGNORECASE)


def _needs(item: Item) -> str:
    """Say, before anything is typed, how many words an answer takes; empty if any will do."""
    if item.answer.type is AnswerType.TEXT:
        return f"The answer takes at least {item.min_words} words." if item.min_words else ""
    judged = item.answer.type is AnswerType.STATE
    if not item.grounds or not (judged or item.blocks):
        return ""
    document = "" if item.min_words else ", or a document (+FILE)"
    what = "met" if judged else "an answer that settles it"
    return f"For {what}: at least {item.grounds} words on what it rests{document}."


def _brief(beside: Sequence[Finding]) -> list[str]:
    """Return the findings beside a question in two lines: how many of which outcome, and the first."""
    if not beside:
        return []
    counts = Counter(WORDS[finding.outcome] for finding in beside)
    first = beside[0]
    said = " ".join(first.condition.split())
    said = said if len(said) <= _BRIEF else f"{said[:_BRIEF].rstrip()} …"
    return [
        f"    findings: {', '.join(f'{number} {word}' for word, number in counts.items())}",
        wrapped(f"{WORDS[first.outcome]} · {first.id}: {said}", "    "),
    ]


def _lacks(item: Item, text: str, attachments: Sequence[Attachment]) -> str:
    """Say what grounds an answer that clears a question lacks; empty if none."""
    needed = item.min_words or (0 if attachments else item.grounds)
    if count_words(text) >= needed:
        return ""
    document = "" if item.min_words else ", or a document (+FILE)"
    return f"at least {needed} words on what it rests on{document}; {found_words(text)}"


_PROMPTS = {
    AnswerType.STATE: "Is it as it should be? m (yes: met), n (no: not met), na REASON: ",
    AnswerType.MULTI: "numbers, with commas: ",
    AnswerType.SINGLE: "number: ",
    AnswerType.YES_NO: "yes or no: ",
    AnswerType.DATE: "year-month-day: ",
    AnswerType.FILE: "+FILE: ",
}


def _chosen(item: Item, line: str) -> tuple[tuple[str, ...], str]:
    """Return the options a line names, by number or value, and what is written behind them."""
    found = re.match(r"([\w-]+(?:\s*,\s*[\w-]+)*)(?:\s+(.*))?", line, re.DOTALL)
    words = re.split(r"\s*,\s*", found[1]) if found else [line]
    options = item.answer.options
    values = [
        options[int(word) - 1].value
        if word.isascii() and word.isdigit() and 1 <= int(word) <= len(options)
        else word
        for word in words
    ]
    return tuple(dict.fromkeys(values)), (found[2] or "").strip() if found else ""

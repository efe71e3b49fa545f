"""From `checklists/<slug>.yaml` to a `Checklist`: every key, id and condition checked, errors located."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from audit.checklist.conditions import Condition
from audit.checklist.facts import FACTS
from audit.checklist.items import CHOICES, AnswerSpec, AnswerType, Checklist, Item, Option, Section
from audit.checklist.scoring import methods
from audit.errors import did_you_mean
from audit.registry import folders
from audit.strict_yaml import Builder, Node, only, read, wrong_date
from audit.vocabulary import Answered

_SLUG = re.compile(r"[a-z][a-z0-9_]*")
_OFFICIAL = re.compile(r"[A-Za-z][A-Za-z0-9_.-]*")
_CHECK = re.compile(r"[A-Z]{2}\d{3}")
_STATES = tuple(str(s) for s in (Answered.MET, Answered.NOT_MET, Answered.NOT_APPLICABLE))

_WORDS: Mapping[str, tuple[str, ...]] = {
    "status": ("in_force", "upcoming", "guidance", "draft"),
    "confidence": ("high", "medium", "low"),
    "kind": ("human", "hybrid", "auto"),
    "ids": ("ours", "official"),
}


def files() -> Mapping[str, Path]:
    """Return the checklists there are, ours and plug-ins', by slug."""
    return {p.stem: p for folder in folders("checklists") for p in sorted(folder.glob("*.yaml"))}


def load(path: str | Path) -> Checklist:
    """Read one checklist.

    Parameters
    ----------
    path : str or Path
        `<slug>.yaml`; the file is named after its slug.

    Raises
    ------
    ChecklistError
        With the place in the file, and slug `checklist-missing`, `checklist-unreadable`,
        `checklist-syntax`, `checklist-key`, `checklist-value` or `checklist-item`.
    """
    path = Path(path)
    changed = path.stat().st_mtime_ns if path.is_file() else 0
    return _load(path, changed)


@cache
def _load(path: Path, changed: int) -> Checklist:  # noqa: ARG001 -- a changed file is read again
    build = Builder(path.name)
    node = only(read(path), path.name)
    if node.map.get("checklist") is None:
        raise build.error(node, "the checklist needs 'checklist', its name", slug="checklist-value")
    slug = node.text("checklist")
    if slug != path.stem or not _SLUG.fullmatch(slug):
        raise build.error(
            node.map["checklist"],
            f"'checklist' must be '{path.stem}', as the file is named",
            slug="checklist-value",
        )
    rest = Node({k: v for k, v in node.map.items() if k not in ("checklist", "scoring")}, node.line)
    found = build.build(Checklist, rest, "the checklist", slug=slug, scoring=None)
    _one_of(build, node, "framework", "status")
    _one_of(build, node, "framework", "confidence")
    _word(build, node, "ids", "the checklist")
    found = replace(found, sections=tuple(_completed(section) for section in found.sections))
    _check_items(build, node, found)
    _check_applies(build, node, found)
    return replace(found, scoring=_scoring(build, node, found))


def _one_of(build: Builder, node: Node, section: str, key: str) -> None:
    _word(build, node.map[section], key, section)


def _word(build: Builder, holder: Node, key: str, where: str) -> None:
    text = holder.text(key)
    if text and text not in _WORDS[key]:
        raise build.error(
            holder.map[key],
            f"{where}: {key} must be one of {', '.join(_WORDS[key])}",
            slug="checklist-value",
            hint=did_you_mean(text, _WORDS[key]),
        )


def _completed(section: Section) -> Section:
    """Return the section with the options of plain yes-or-no questions written out."""
    items = tuple(
        replace(item, answer=replace(item.answer, options=_yes_no(item.answer)))
        if item.answer.type is AnswerType.YES_NO and not item.answer.options
        else item
        for item in section.items
    )
    return replace(section, items=items)


def _yes_no(answer: AnswerSpec) -> tuple[Option, ...]:
    means = {"": None, "yes": Answered.NOT_MET, "no": Answered.NOT_MET}
    return tuple(
        Option(
            value=value,
            label=value,
            state=Answered.MET if value == answer.met else means.get(answer.met),
        )
        for value in ("yes", "no")
    )


def _nodes(node: Node) -> Iterator[tuple[Node, list[Node]]]:
    for section in _list(node, "sections"):
        yield section, _list(section, "items")


def _list(node: Node, key: str) -> list[Node]:
    value = node.map[key].value if key in node.map else None
    return value if isinstance(value, list) else []


def _check_items(build: Builder, node: Node, checklist: Checklist) -> None:
    lines: dict[str, int] = {}
    before: dict[str, Item] = {}
    sections = {section.id for section in checklist.sections}
    if len(sections) < len(checklist.sections):
        raise build.error(node, "two sections have the same id", slug="checklist-item")
    for (at_section, at_items), section in zip(_nodes(node), checklist.sections, strict=True):
        wrong = _wrong_condition(section.visible_if, before)
        if wrong:
            raise build.error(
                at_section, f"section {section.id}: visible_if: {wrong}", slug="checklist-item"
            )
        for at, item in zip(at_items, section.items, strict=True):
            wrong = _wrong_id(item, checklist, section, lines)
            wrong = wrong or _wrong_item(item, sections)
            if not wrong and (told := _wrong_condition(item.visible_if, before)):
                wrong = f"visible_if: {told}"
            if wrong:
                raise build.error(
                    at, f"item {item.id or '(no id)'}: {wrong}", slug="checklist-item"
                )
            lines[item.id], before[item.id] = at.line, item


def _wrong_id(item: Item, checklist: Checklist, section: Section, lines: Mapping[str, int]) -> str:
    ours = rf"{checklist.slug}\.{re.escape(section.id)}\.\d+"
    official = checklist.ids == "official" and _OFFICIAL.fullmatch(item.id)
    if not official and not re.fullmatch(ours, item.id):
        return f"the id must be {checklist.slug}.{section.id}.<number>"
    return f"the id is already used at line {lines[item.id]}" if item.id in lines else ""


def _wrong_item(item: Item, sections: set[str]) -> str:
    return next((wrong for rule in _RULES if (wrong := rule(item, sections))), "")


def _wrong_texts(item: Item, sections: set[str]) -> str:  # noqa: ARG001 -- the shape of every rule
    if not item.question.strip().endswith("?"):
        return "the question must end with a question mark"
    if not item.ref or not all(ref.strip() for ref in item.ref):
        return "ref must name at least one provision"
    if item.kind not in _WORDS["kind"]:
        return f"kind must be one of {', '.join(_WORDS['kind'])}"
    if item.applies_from and wrong_date(item.applies_from, date.max):
        return "applies_from must be a day, such as 2026-08-02"
    if item.shared and not _SLUG.fullmatch(item.shared):
        return "shared must be lower-case letters, digits and _"
    return ""


def _wrong_evidence(item: Item, sections: set[str]) -> str:  # noqa: ARG001 -- the shape of every rule
    if not all(_CHECK.fullmatch(check) for check in item.evidence):
        return "evidence must list check ids such as FA201"
    for check, answers in item.against.items():
        if check not in item.evidence:
            return f"against names {check}, which is not among its evidence"
        for answer in answers:
            if answer not in _answers(item):
                return f"against: '{answer}' is no answer to it"
    return ""


def _answers(item: Item) -> tuple[str, ...]:
    """Return the words an answer to an item can be: states and option values."""
    return (*_STATES, *(option.value for option in item.answer.options))


def _wrong_answer(item: Item, sections: set[str]) -> str:
    spec = item.answer
    values = [option.value for option in spec.options]
    if spec.options and spec.type not in CHOICES:
        return f"an answer of type {spec.type} has no options"
    if spec.type in CHOICES and len(values) < (1 if spec.type is AnswerType.MULTI else 2):
        return f"an answer of type {spec.type} needs options"
    if len(set(values)) < len(values):
        return "two options have the same value"
    if spec.type is AnswerType.YES_NO and sorted(values) != ["no", "yes"]:
        return "a yes_no answer has the options yes and no"
    for option, told in item.inferred_from.items():
        if option not in values:
            return f"inferred_from: '{option}' is none of its options"
        if not set(told) <= sections:
            return f"inferred_from: there is no section {', '.join(sorted(set(told) - sections))}"
    return _wrong_bounds(item)


def _wrong_bounds(item: Item) -> str:
    spec = item.answer
    bounds = [bound for bound in (spec.at_least, spec.at_most) if bound is not None]
    if (bounds or spec.whole or spec.unit) and spec.type is not AnswerType.NUMBER:
        return "at_least, at_most, whole and unit belong to an answer of type number"
    if bounds != sorted(bounds):
        return "at_least must not exceed at_most"
    if spec.future and spec.type is not AnswerType.DATE:
        return "future belongs to an answer of type date"
    if spec.met and (spec.type is not AnswerType.YES_NO or spec.met not in ("yes", "no")):
        return "met is yes or no, of a yes_no answer without options"
    if item.min_words and spec.type not in (AnswerType.STATE, AnswerType.TEXT):
        return "min_words belongs to an answer of type state or text"
    if item.zero_option and not _can_be_not_met(spec):
        return "zero_option needs an answer that can mean not_met"
    return ""


def _can_be_not_met(spec: AnswerSpec) -> bool:
    if spec.type is AnswerType.STATE:
        return True
    return any(option.state is Answered.NOT_MET for option in spec.options)


_RULES: tuple[Callable[[Item, set[str]], str], ...] = (_wrong_texts, _wrong_evidence, _wrong_answer)


def _wrong_condition(condition: Condition | None, before: Mapping[str, Item]) -> str:
    """Say what is wrong with a condition on the items before it and on facts."""
    for part in condition.parts() if condition is not None else ():
        if part.wrong:
            return part.wrong
        if part.step:
            return "a step is known to the scoring method alone"
        if part.fact and part.fact not in FACTS:
            return f"there is no fact '{part.fact}' ({did_you_mean(part.fact, FACTS)})"
        if part.item:
            wrong = _wrong_values(part, before)
            if wrong:
                return wrong
    return ""


def _wrong_values(condition: Condition, items: Mapping[str, Item]) -> str:
    item = items.get(condition.item)
    if item is None:
        return (
            f"there is no item '{condition.item}' before it ({did_you_mean(condition.item, items)})"
        )
    for value in condition.one_of:
        if item.answer.type in (*CHOICES, AnswerType.STATE) and value not in _answers(item):
            return f"'{value}' is no answer to {item.id} ({did_you_mean(value, _answers(item))})"
    return ""


def _check_applies(build: Builder, node: Node, checklist: Checklist) -> None:
    condition = checklist.applies_if
    if condition is None:
        return
    wrong = (
        _wrong_condition(condition, {}) if not condition.items() else "it asks about facts alone"
    )
    if wrong:
        raise build.error(node.map["applies_if"], f"applies_if: {wrong}", slug="checklist-item")


def _scoring(build: Builder, node: Node, checklist: Checklist) -> Any:
    at = node.map.get("scoring")
    if at is None or at.value is None:
        return None
    name, known = at.text("method"), methods()
    if name == "none":
        return None
    if name not in known:
        raise build.error(
            at,
            f"scoring: method must be one of {', '.join(sorted((*known, 'none')))}",
            slug="checklist-value",
            hint=did_you_mean(name, known),
        )
    rest = Node({key: value for key, value in at.map.items() if key != "method"}, at.line)
    config = build.build(known[name].config, rest, "scoring")
    items = {item.id: item for item in checklist.items()}
    wrong = _wrong_scoring_conditions(config, items) or known[name].wrong(config, checklist)
    if wrong:
        raise build.error(at, f"scoring: {wrong}", slug="checklist-item")
    return config


def _wrong_scoring_conditions(config: Any, items: Mapping[str, Item]) -> str:
    for condition in _conditions(config):
        wrong = condition.wrong
        if not wrong and condition.fact and condition.fact not in FACTS:
            wrong = f"there is no fact '{condition.fact}' ({did_you_mean(condition.fact, FACTS)})"
        if not wrong and condition.item:
            wrong = _wrong_values(condition, items)
        if wrong:
            return wrong
    return ""


def _conditions(value: Any) -> Iterator[Condition]:
    """Yield every condition inside a method's configuration."""
    if isinstance(value, Condition):
        yield from value.parts()
    elif isinstance(value, Mapping):
        yield from _conditions(tuple(value.values()))
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for each in value:
            yield from _conditions(each)
    elif hasattr(value, "__dataclass_fields__"):
        yield from _conditions(tuple(getattr(value, f) for f in value.__dataclass_fields__))

"""List what there is: checks, measures, kinds, checklists, readers, engines and the rest."""

from __future__ import annotations

import json
from typing import Any

import click

from audit.registry import GROUPS, folders, instances


def rows(group: str) -> list[dict[str, Any]]:
    """Return one row for each thing of a group, ours and plug-ins'."""
    from audit.check import Check
    from audit.inputs import Engine, Format, ModelFormat, Reader
    from audit.kind import Kind
    from audit.measure import Measure
    from audit.personal_data.family import Family

    match group:
        case "checks":
            return [
                {
                    "name": c.id,
                    "title": c.title,
                    "may_conclude": str(c.may_conclude),
                    "per": str(c.per),
                }
                for c in sorted(instances(Check, group), key=lambda c: c.id)
            ]
        case "kinds":
            return [{"name": k.name, "title": k.title} for k in instances(Kind, group)]
        case "personal_data":
            return [
                {"name": f.name, "title": ", ".join(kind.words for kind in f.kinds)}
                for f in instances(Family, group)
            ]
        case "checklists":
            return _checklists()
        case "cases":
            found = [p for f in folders(group) for p in sorted(f.glob("*/case.toml"))]
            return [{"name": p.parent.name, "title": _case_title(p)} for p in found]
    types: dict[str, Any] = {
        "measures": Measure, "readers": Reader, "engines": Engine, "predictors": ModelFormat, "formats": Format,
    }  # fmt: skip
    return [
        {"name": item.name, "title": _title(item)}
        for item in sorted(instances(types[group], group), key=lambda i: i.name)
    ]


def _title(item: Any) -> str:
    if hasattr(item, "suffixes"):
        schemes = [f"{scheme}://" for scheme in getattr(item, "schemes", ())]
        return " ".join([*item.suffixes, *schemes])
    return str(getattr(item, "filename", "") or getattr(item, "tool", ""))


def _checklists() -> list[dict[str, Any]]:
    from audit import checklist

    found = [p for f in folders("checklists") for p in sorted(f.glob("*.yaml"))]
    return [{"name": p.stem, "title": checklist.load(p).title} for p in found]


def _case_title(path: Any) -> str:
    import tomllib

    return str(tomllib.loads(path.read_text(encoding="utf-8")).get("title", ""))


@click.command("list")
@click.argument("group", type=click.Choice(GROUPS))
@click.option("--json", "as_json", is_flag=True, help="Print as JSON.")
def command(group: str, as_json: bool) -> None:
    """List what there is of one GROUP, with what plug-ins add."""
    found = rows(group)
    if as_json:
        click.echo(json.dumps(found, indent=1, ensure_ascii=False))
        return
    width = max((len(row["name"]) for row in found), default=0)
    for row in found:
        click.echo(f"{row['name']:<{width}}  {row['title']}".rstrip())

"""The one discovery mechanism: our folders, and packages named by entry points.

Adding anything is one new file; nothing here or elsewhere lists what exists. A plug-in that fails
to import stops the audit by name: a check that vanishes would be a false pass.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache
from importlib import metadata
from pathlib import Path
from types import ModuleType
from typing import Any, TypeVar

from audit.errors import PluginError
from audit.resources import folder

T = TypeVar("T")

GROUPS = (
    "checks", "measures", "kinds", "readers", "engines", "predictors", "formats", "checklists", "cases",
    "personal_data",
)  # fmt: skip


@cache
def _entry_points(group: str) -> tuple[metadata.EntryPoint, ...]:
    return tuple(metadata.entry_points(group=f"audit.{group}"))


def _import(name: str) -> ModuleType:
    try:
        return importlib.import_module(name)
    except Exception as problem:
        raise PluginError(
            f"{name} could not be imported: {type(problem).__name__}: {problem}",
            slug="plugin-broken",
            hint="an audit does not run without a part it was given; repair or uninstall it",
        ) from problem


def _packages(group: str) -> Iterator[ModuleType]:
    yield _import(f"audit.{group}")
    for point in _entry_points(group):
        yield _import(point.value.partition(":")[0])


def _modules(package: ModuleType) -> Iterator[ModuleType]:
    yield package
    for info in pkgutil.walk_packages(getattr(package, "__path__", ()), package.__name__ + "."):
        if not info.name.rpartition(".")[2].startswith("_"):
            yield _import(info.name)


@cache
def instances(kind: type[T], group: str) -> tuple[T, ...]:
    """Return every module-level object of a type in the group's packages, in order of module name.

    Parameters
    ----------
    kind : type
        E.g. `Check`, `Measure`, `Engine`.
    group : str
        Sub-package of `audit`, and entry-point group `audit.<group>` of plug-ins.

    Raises
    ------
    PluginError
        With slug `plugin-broken` if a module cannot be imported, `plugin-duplicate` if two objects
        share a name.
    """
    found: dict[int, T] = {}
    for package in _packages(group):
        for module in _modules(package):
            for value in vars(module).values():
                if isinstance(value, kind):
                    found.setdefault(id(value), value)
    names: dict[str, T] = {}
    for value in found.values():
        name = _name(value)
        if name in names:
            raise PluginError(f"two {group} are named '{name}'", slug="plugin-duplicate")
        names[name] = value
    return tuple(names.values())


def _name(value: Any) -> str:
    return str(getattr(value, "id", None) or value.name)


def folders(group: str) -> tuple[Path, ...]:
    """Return the folders that hold files of a group: `checklists` or `cases`, ours and plug-ins'."""
    ours = folder("case_studies" if group == "cases" else group)
    theirs = [
        Path(path)
        for point in _entry_points(group)
        for path in getattr(_import(point.value.partition(":")[0]), "__path__", ())
    ]
    return (ours, *theirs)

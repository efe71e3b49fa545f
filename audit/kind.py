"""A kind of system: its roles, its leading questions, how `audit init` knows it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from audit.plan import PartPlan, Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """One part a column can play.

    Attributes
    ----------
    pattern : str
        Regular expression on lower-case column names by which `init` proposes it.
    serves : str
        The question it answers, in plain words, for `init` and the data request.
    legal_hook : str
        Provision under which an auditor may ask for it; with its mark of certainty.
    takes : str
        `binary`, `score`, `category`, `text`, `identifier`, `date`, `number`, `place`, `any`.
    """

    name: str
    doc: str
    serves: str
    takes: str = "any"
    many: bool = False
    pattern: str = ""
    legal_hook: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of system. One file in `audit/kinds/` each; `name` is what the plan says.

    Attributes
    ----------
    leads : callable
        Ids of the checks that lead for a part, from what the plan says of the stakes alone.
    recognise : callable
        How well a table's columns fit, in [0, 1], and why, in one sentence.
    """

    name: str
    title: str
    doc: str
    roles: tuple[Role, ...]
    leads: Callable[[PartPlan, Plan], tuple[str, ...]]
    recognise: Callable[[Mapping[str, str]], tuple[float, str]]

    def role(self, name: str) -> Role | None:
        """Return the role of that name."""
        return next((role for role in self.roles if role.name == name), None)

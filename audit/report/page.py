"""The page: templates filled with the view. One file, no script, nothing fetched."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from audit.errors import UsageError
from audit.record import AuditRecord
from audit.report.charts import DEFINITIONS
from audit.report.locale import catalogue
from audit.report.methods import section_of
from audit.report.view import ReportView, view
from audit.report.words import Words, short
from audit.resources import folder

if TYPE_CHECKING:
    from jinja2 import Environment

_PAPER = """
@page {{ size: A4; margin: 18mm 16mm 16mm;
  @top-left {{ content: {running}; font: 8pt system-ui, sans-serif; color: #444a50; }}
  @bottom-right {{ content: counter(page) " / " counter(pages); font: 8pt system-ui, sans-serif; color: #444a50; }} }}
"""


def language(record: AuditRecord) -> str:
    """Return the language the plan asks for."""
    return str(section_of(record.plan, "report").get("lang") or "en")


def render(record: AuditRecord, template: str = "") -> str:
    """Return the page of a record.

    Parameters
    ----------
    template : str, optional
        Folder whose files take the place of those of the same name in `report_templates/`.

    Raises
    ------
    UsageError
        With slug `no-template-folder` if there is no such folder, `template-broken` if a file of it
        cannot be used.
    """
    from jinja2 import TemplateError

    words = catalogue(language(record), record)
    report = view(record, words)
    environment = _environment(template, Words(words))
    try:
        style = _style(environment, report)
        page = environment.get_template("audit.html.j2").render(
            report=report,
            style=_markup(style),
            style_hash=_hash(style),
            definitions=_markup(DEFINITIONS),
        )
    except TemplateError as problem:
        if not template:
            raise
        name, line = getattr(problem, "name", None), getattr(problem, "lineno", None)
        where = ":".join(str(piece) for piece in (name, line) if piece)
        raise UsageError(
            f"a template of '{template}' cannot be used: {where} {problem.message}".strip(),
            slug="template-broken",
            hint="compare it with the file of the same name that ships with the tool",
        ) from problem
    return _squeezed(page)


def _environment(template: str, words: Words) -> Environment:
    from jinja2 import ChoiceLoader, FileSystemLoader, StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment

    ours = FileSystemLoader(folder("report_templates"), encoding="utf-8")
    loaders = [ours]
    if template:
        path = Path(template).expanduser()
        if not path.is_dir():
            raise UsageError(
                f"there is no folder of templates '{template}'",
                slug="no-template-folder",
                hint="give a folder with files named like those of the tool, e.g. style.css",
            )
        loaders.insert(0, FileSystemLoader(path, encoding="utf-8"))
    # A folder of templates may come from someone else, and a template is a program.
    environment = SandboxedEnvironment(
        loader=ChoiceLoader(loaders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    say: Callable[..., str] = words
    environment.globals["t"] = say
    environment.filters["ticks"] = _ticks
    environment.filters["short"] = short
    return environment


def _style(environment: Environment, report: ReportView) -> str:
    loader = environment.loader
    assert loader is not None  # noqa: S101
    source, _, _ = loader.get_source(environment, "style.css")
    # Print margins cannot read the page: the running head is written into the style.
    paper = _PAPER.format(running=_css_string(report.front.running))
    css = _without_comments(source).replace("</", "<\\/") + paper
    return "\n".join(line.strip() for line in css.split("\n") if line.strip())


def _without_comments(css: str) -> str:
    pieces = css.split("/*")
    return pieces[0] + "".join(piece.partition("*/")[2] for piece in pieces[1:])


def _css_string(text: str) -> str:
    safe = "".join(c if c.isalnum() or c in " .,-·" else f"\\{ord(c):06x}" for c in text)
    return f'"{safe}"'


def _ticks(text: str) -> str:
    """Show what stands between backticks as code; everything is escaped."""
    pieces = [str(escape(piece)) for piece in text.split("`")]
    if len(pieces) % 2 == 0:
        return _markup("`".join(pieces))
    return _markup("".join(f"<code>{p}</code>" if i % 2 else p for i, p in enumerate(pieces)))


def _hash(style: str) -> str:
    return "sha256-" + b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")


def _markup(text: str) -> str:
    from markupsafe import Markup

    # Our own style sheet and drawings: every value inside was escaped where it was put in.
    return Markup(text)  # noqa: S704


_OPTIONAL = re.compile(r"</(?:td|th|tr|li|dd|dt)>")
"""End tags that HTML lets be left out (13.1.2.4, Optional tags): a fourteenth of the page."""


def _squeezed(page: str) -> str:
    # Blank lines left by the template's statements; `pre` holds the plan, whose blank lines stay.
    page = _OPTIONAL.sub("", page)
    head, pre, tail = page.partition("<pre")
    lines = [line for line in head.split("\n") if line.strip()]
    return "\n".join(lines) + pre + tail if pre else "\n".join(lines) + "\n"

"""What commands print of a record: the conclusion, what is beyond the limit, what was not seen."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from pathlib import Path

import click

from audit.errors import UsageError, did_you_mean
from audit.record import AuditRecord
from audit.text import Catalogue, languages, load_locale
from audit.vocabulary import Outcome

WORDS = {
    Outcome.FAIL: "beyond the limit",
    Outcome.INCONCLUSIVE: "cannot tell",
    Outcome.REVIEW: "needs judgement",
    Outcome.NOT_ASSESSED: "not examined",
    Outcome.PASS: "within the limit",
    Outcome.NOT_APPLICABLE: "does not apply",
    Outcome.ERROR: "check broke",
}


def wrapped(text: str, indent: str = "  ") -> str:
    """Return text in lines of at most 96 characters."""
    return textwrap.fill(text, 96, initial_indent=indent, subsequent_indent=indent)


def summary(record: AuditRecord) -> None:
    """Print what a reader must know first."""
    failing = [f for f in record.findings if f.outcome is Outcome.FAIL]
    failing.sort(key=lambda f: (-f.severity.rank, f.id))
    for sentence in apart_from_failing(record) if failing else (record.conclusion.condition,):
        click.echo(wrapped(sentence, ""))
    for finding in failing:
        click.echo(f"{WORDS[finding.outcome]} · {finding.severity} · {finding.id}")
        click.echo(wrapped(finding.condition))
    broken = [f for f in record.findings if f.outcome is Outcome.ERROR]
    for finding in broken:
        click.echo(f"{WORDS[finding.outcome]} · {finding.id}")
        click.echo(wrapped(finding.condition))
    if record.conclusion.could_not_see:
        click.echo("What this audit could not see")
        for line in record.conclusion.could_not_see:
            click.echo(wrapped("– " + line.condition))


def apart_from_failing(record: AuditRecord) -> list[str]:
    """Return what the conclusion says besides the findings that are beyond the limit."""
    catalogue = Catalogue(load_locale("en"))
    listed = ("conclusion.fail", "conclusion.more")
    statement = [m for m in record.conclusion.statement if m.id not in listed]
    return [catalogue.render(message) for message in statement]


def pages(out: Path, formats: Sequence[str]) -> None:
    """Print where the report is, as the last line; a page of an earlier run is named as such."""
    page = out / "audit.html"
    if "html" not in formats and page.exists():
        click.echo(f"{page} is of an earlier run; audit report {out} writes it anew", err=True)
    click.echo(f"report: {page if 'html' in formats else out / 'audit.json'}")


def check_language(lang: str) -> None:
    """Refuse a language that the page cannot be written in.

    Raises
    ------
    UsageError
        With slug `unknown-language`.
    """
    known = languages()
    if lang and lang not in known and lang.partition("-")[0] not in known:
        raise UsageError(
            f"there is no page in the language '{lang}'",
            slug="unknown-language",
            hint=did_you_mean(lang, known),
        )

"""The law and the standards a page names: each once, with how sure the reference is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from audit.criterion import Source
from audit.finding import Finding
from audit.report.words import Words


@dataclass(frozen=True, slots=True)
class SourceView:
    """An instrument with its pinpoint.

    Attributes
    ----------
    anchor : str
        Where the page says all of it.
    number : int
        By which the page cites it where room is short.
    standing : str
        Whether it is taken to bind, who checked the reference, and as of when.
    context : str
        Word for a source that is not a criterion; empty for one that is.
    read : bool
        Whether somebody is named who read the statement against the text.
    """

    anchor: str
    number: int
    text: str
    url: str
    standing: str
    context: str
    read: bool


def standing(source: Source, words: Words) -> str:
    """Return whether a source is taken to bind, how sure the reference is, and as of when."""
    known = f"ui.confidence.{source.confidence}"
    pieces = [
        words("ui.binding" if source.binding else "ui.context"),
        words(known if words.knows(known) else "ui.confidence.unverified"),
    ]
    if source.verified_by:
        pieces[1:] = [words("ui.verified_by", by=source.verified_by, on=source.verified_on)]
    elif source.as_of:
        pieces.append(words("ui.as_of", date=source.as_of))
    return "; ".join(pieces)


def law(findings: Iterable[Finding], words: Words) -> dict[Source, SourceView]:
    """Return every source of the findings, by instrument and pinpoint."""
    named = {source for finding in findings for source in finding.sources}
    ordered = sorted(
        named, key=lambda s: (not s.binding, s.title, s.locator, s.as_of, s.confidence, s.url)
    )
    return {
        source: SourceView(
            anchor=f"law-{number}",
            number=number,
            text=", ".join(piece for piece in (source.title, source.locator) if piece),
            url=source.url,
            standing=standing(source, words),
            context="" if source.binding else words("ui.context_short"),
            read=bool(source.verified_by),
        )
        for number, source in enumerate(ordered, 1)
    }

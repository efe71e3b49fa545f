"""The sentences of one language, with those that the record carries along."""

from __future__ import annotations

from audit.record import AuditRecord
from audit.text import Catalogue, load_locale


def catalogue(lang: str, record: AuditRecord | None = None) -> Catalogue:
    """Return the catalogue of a language.

    A sentence is taken from the locale file of the language, else from the English one, else from
    the record, which holds the English sentences of its checks (a plug-in has no locale file).
    """
    words = Catalogue(load_locale(lang))
    if record is None:
        return words
    carried: dict[str, str] = {}
    for check, texts in record.catalogue.items():
        scope = f"{check.lower()}."
        for name, text in texts.messages.items():
            carried[name if name.startswith(scope) else scope + name] = text
    return words.with_templates(carried)

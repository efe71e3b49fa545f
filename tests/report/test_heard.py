"""The conclusion says whether the audited body was heard on what lies beyond the limit."""

from __future__ import annotations

from dataclasses import replace

from audit.finding import Statement
from audit.report.heard import hearings
from audit.report.locale import catalogue
from audit.report.places import Places
from audit.report.words import Words
from audit.vocabulary import Outcome


def seen(record, **changes):
    findings = tuple(
        replace(f, **{"response": None, "invited_on": "", **changes})
        if f.outcome is Outcome.FAIL
        else f
        for f in record.findings
    )
    record = replace(record, findings=findings)
    words = Words(catalogue("en", record))
    return {h.text: len(h.findings) for h in hearings(record, words, Places(record, words))}


def test_who_was_heard_stands_beside_the_conclusion(record):
    n = sum(finding.outcome is Outcome.FAIL for finding in record.findings)
    assert n
    view = Statement(by="Head of office", on="2026-10-20", text="We dispute it.")
    assert seen(record) == {"The audited body has not been heard on these yet": n}
    assert seen(record, invited_on="2026-10-01") == {
        "The audited body was asked for its view and has not answered": n
    }
    answered = {"The audited body has answered; what it says stands beside the finding": n}
    assert seen(record, response=view) == answered
    assert seen(record, response=view, invited_on="2026-10-01") == answered
    before = replace(view, evidence_hash="0" * 64)
    changed = (
        "The audited body was heard, and the figures have changed since; it has to be asked again"
    )
    assert seen(record, response=before) == {changed: n}
    assert seen(record, invited_on="2026-10-01", invited_hash="0" * 64) == {changed: n}
    again = {"The audited body was asked for its view and has not answered": n}
    assert seen(record, response=before, invited_on="2026-10-21") == again


def test_where_nothing_is_beyond_the_limit_nobody_is_named(record):
    calm = tuple(f for f in record.findings if f.outcome is not Outcome.FAIL)
    assert seen(replace(record, findings=calm)) == {}

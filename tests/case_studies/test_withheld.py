"""From the pages of the shipped cases no withheld count of a few people can be worked out."""

from __future__ import annotations

import json
from importlib import metadata

import numpy as np
import pytest

from audit import cases
from audit.runner.disclosure import Disclosure, printed_together
from audit.vocabulary import Outcome

CHECKS = {"false_positive_rate": "FA201", "false_negative_rate": "FA202", "selection_rate": "FA101"}


def audited(slug, folder):
    if slug == "refugee_appeals":
        try:
            metadata.distribution("pydataset")
        except metadata.PackageNotFoundError:
            pytest.skip("pydataset, which holds the data, is absent")
    return cases.run(cases.get(slug), folder)


def derivable(columns, tables, cells):
    """Return the labels, by column, whose events follow from the printed ones.

    `columns` maps a column to what each of its labels is made of; `tables` to what is printed.
    """
    known = [np.ones(len(cells))]
    for column, lines in tables.items():
        made, disclosure = columns[column]
        merged = sum(
            (made[g] for g in disclosure.hidden(column) if g in made), np.zeros(len(cells))
        )
        known += [
            merged if line.merged else made[line.group]
            for line in lines
            if line.events is not None and (line.merged or line.group in made)
        ]
    matrix = np.array(known)
    rank = np.linalg.matrix_rank(matrix)
    return [
        (column, label)
        for column, (made, _) in columns.items()
        for label, vector in made.items()
        if np.linalg.matrix_rank(np.vstack([matrix, vector])) == rank
    ]


@pytest.mark.slow
@pytest.mark.parametrize("slug", ["visa_triage", "refugee_appeals"])
def test_no_withheld_count_of_a_few_follows_from_the_page(slug, tmp_path):
    from audit import plan_reader as plans

    record = audited(slug, tmp_path)
    evidence = next(tmp_path.rglob("disclosure-*.json"))
    sizes = json.loads(evidence.read_text(encoding="utf-8"))
    part = plans.load(cases.get(slug).folder / "audit.toml").parts[0]
    disclosure = Disclosure(lambda c: sizes.get(c, {}), 10, **printed_together(part))
    findings = {(f.check, f.sample, f.key): f for f in record.findings}
    tested = 0
    for finding in record.findings:
        if finding.check != "FA301" or not finding.estimates:
            continue
        a, b = finding.key.split(" × ")
        cells = sorted(sizes[finding.key])
        at = {cell: np.eye(len(cells))[i] for i, cell in enumerate(cells)}
        made = {finding.key: (at, disclosure)}
        tables = {finding.key: finding.estimates}
        for axis, column in enumerate((a, b)):
            groups = {
                g: sum(at[c] for c in cells if c.split(" × ")[axis] == g) for g in sizes[column]
            }
            made[column] = (groups, disclosure)
            single = findings[CHECKS[finding.metric], finding.sample, column]
            tables[column] = single.estimates
        printed = {e.group for lines in tables.values() for e in lines if e.events is not None}
        loose = derivable(made, tables, cells)
        small = [(c, g) for c, g in loose if sizes[c][g] < disclosure.min_cell]
        assert small == []
        few = {
            (c, e.group)
            for c, lines in tables.items()
            for e in lines
            if e.group not in printed and e.outcome is not Outcome.FAIL and 0 < e.n < 5
        }
        assert sorted(few.intersection(loose)) == []
        tested += len(few) + len(sizes[finding.key])
    assert tested

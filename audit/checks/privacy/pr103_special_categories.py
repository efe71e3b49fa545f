"""Are special categories of data used, and is it recorded why they may be?

Why it matters
--------------
Religion, origin, politics, health and orientation are why many people had to flee. In the wrong hands
they name whom to harm; as an input they can decide a claim. To measure discrimination an audit may need
them, and then has to say on what basis.

How it is judged
----------------
Columns are recognised by their names, by the words in a sample of 1,000 rows, and by the grounds the plan
gives sensitive features. A model input recognised by its name or values without `legal_basis` under
`[columns]` is a fact: `fail`. Any other column, one that serves this audit alone, one that only the plan
takes to stand for a category, and words in free text are `review` until a basis is recorded (`legal_basis`,
or `special_category_basis` under `[audit]`, which does not reach the model's inputs). An audit that itself
compares such groups does not run without that basis. With a basis recorded for each that was recognised it is
`pass`. Where none was recognised nobody has said that there is none, and how many such columns the words miss is
not known: a person who knows the columns must say so, `review`; and where not even values could be read, because the
table has no column of text or no row, the question is `not_assessed`. Serious by default: discrimination on these
grounds is rarely undone.

What it cannot show
-------------------
Whether a recorded basis holds in law. Columns that reveal a category without naming it, such as a diet,
a first name or a place of worship visited: those are the questions about proxies. Words in other languages.

What to do
----------
Record the basis and who decided it, or remove the column. Keep what only the audit needs away from the
model and from the case file.

References
----------
Regulation (EU) 2016/679, Art. 9. Regulation (EU) 2024/1689, Art. 4a (until its amendment of 2026: Art. 10(5)).
Council of Europe, Convention 108+, Art. 6.
"""

from __future__ import annotations

from collections.abc import Iterable

from audit.check import Ask, Ruled, check
from audit.evidence import Evidence
from audit.measures.special_categories import Seen, SpecialCategories, SpecialColumn, Use
from audit.personal_data import words
from audit.vocabulary import LimitBasis, MayConclude, Outcome, Right, Severity


@check(
    may_conclude=MayConclude.EVENT,
    rights=(Right.PRIVACY, Right.NON_DISCRIMINATION),
    severity=Severity.SERIOUS,
    basis=LimitBasis.STANDARD,
    source="Council of Europe, Convention 108+, Art. 6",
    kinds=("*",),
    says={
        "fail": "Model inputs with {categories:list} in their names or values, and no recorded legal basis:"
        " {columns:list}.",
        "review": "Columns that seem to hold {categories:list}, with no recorded basis for using them:"
        " {columns:list}.",
        "also": "No basis is recorded for {columns:list} either ({categories:list}).",
        "pass": "A basis is recorded for each column that seems to hold {categories:list}: {columns:list}."
        " Whether it holds is for a lawyer.",
        "none": "None recognised among {n:count|column|columns} by name, nor by words in {texts:count|column|columns}"
        " of text in a sample of {rows:count|row|rows}. That is no statement that there is none: codes and words in"
        " other languages are not seen, and no plan says what each column holds. Somebody who knows them must.",
        "settle": "Have somebody who knows the columns name those that hold a category: a `ground` under"
        " sensitive_features, or `legal_basis` under [columns].",
        "unread": "None recognised among the names of {n:count|column|columns}. No values could be read: the table has"
        " no column of text, or no row.",
    },
)
def pr103(special: Evidence[SpecialCategories], ask: Ask) -> Ruled:
    """Rule on special categories without a recorded basis."""
    found = special.value
    if not found.columns:
        return _silence(found, ask)
    open_ = [column for column in found.columns if not column.basis]
    if not open_:
        return Ruled(outcome=Outcome.PASS, message=ask.say("pass", **_named(found.columns)))
    inputs = [c for c in open_ if c.use is Use.INPUT and c.seen in (Seen.NAME, Seen.VALUES)]
    rest = [column for column in open_ if column not in inputs]
    if not inputs:
        return Ruled(outcome=Outcome.REVIEW, message=ask.say("review", **_named(rest)))
    named = _named(inputs)
    return Ruled(
        outcome=Outcome.FAIL,
        message=ask.say("fail", **named),
        metric="inputs_without_basis",
        observed=len(named["columns"]),
        associated_inputs=named["columns"],
        notes=(ask.say("also", **_named(rest)),) if rest else (),
    )


def _silence(found: SpecialCategories, ask: Ask) -> Ruled:
    """Say what was looked at: that nothing was seen clears nothing."""
    if not found.texts_read or not found.rows_read:
        return Ruled(
            outcome=Outcome.NOT_ASSESSED,
            message=ask.say("unread", n=found.columns_read),
            settle=ask.say("settle"),
        )
    message = ask.say("none", n=found.columns_read, texts=found.texts_read, rows=found.rows_read)
    return Ruled(outcome=Outcome.REVIEW, message=message, settle=ask.say("settle"))


def _named(columns: Iterable[SpecialColumn]) -> dict[str, tuple[str, ...]]:
    columns = tuple(columns)
    return {
        "columns": tuple(dict.fromkeys(column.column for column in columns)),
        "categories": words(column.category for column in columns),
    }

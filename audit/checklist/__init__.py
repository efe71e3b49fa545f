"""A checklist: the questions of one instrument, and what was answered.

`items` are what a checklist's file says, `loading` reads it; `conditions` say which questions are asked;
`answers` reads what people wrote, `sheet` lays it over the questions, `scoring` makes a score, a class or a
profile of it; `standing` puts answers and findings side by side for the record.
"""

from audit.checklist.answers import AnswerSet, Confirmation, load_answers, read_answers
from audit.checklist.conditions import Condition, Facts, Known
from audit.checklist.facts import FACTS, Applicability, applicability, facts_of
from audit.checklist.items import (
    AnswerSpec,
    AnswerType,
    Checklist,
    Framework,
    Item,
    Option,
    Section,
)
from audit.checklist.loading import files, load
from audit.checklist.scoring import Method, Score, methods, score
from audit.checklist.sharing import Disagreement, disagreements, share
from audit.checklist.sheet import (
    Answer,
    Attachment,
    Sheet,
    grounded,
    lay_out,
    settled,
    stands,
    state_of,
    values_of,
)
from audit.checklist.standing import (
    ChecklistState,
    EvidenceLine,
    ItemState,
    evidence_hash,
    evidence_of,
    state,
)

__all__ = [
    "FACTS",
    "Answer",
    "AnswerSet",
    "AnswerSpec",
    "AnswerType",
    "Applicability",
    "Attachment",
    "Checklist",
    "ChecklistState",
    "Condition",
    "Confirmation",
    "Disagreement",
    "EvidenceLine",
    "Facts",
    "Framework",
    "Item",
    "ItemState",
    "Known",
    "Method",
    "Option",
    "Score",
    "Section",
    "Sheet",
    "applicability",
    "disagreements",
    "evidence_hash",
    "evidence_of",
    "facts_of",
    "files",
    "grounded",
    "lay_out",
    "load",
    "load_answers",
    "methods",
    "read_answers",
    "score",
    "settled",
    "share",
    "stands",
    "state",
    "state_of",
    "values_of",
]

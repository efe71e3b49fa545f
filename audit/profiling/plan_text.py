"""The draft as `audit.toml`: every proposal with its reason, every open question with its meaning."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import PurePath

from audit.kind import Role
from audit.personal_data.columns import Holds
from audit.profiling.draft import Draft
from audit.profiling.guide import as_comments
from audit.profiling.propose import Proposal, holding
from audit.profiling.stakes import Side
from audit.runner.special_basis import SPECIAL
from audit.vocabulary import (
    Ground,
    OperatorKind,
    OperatorRole,
    OutcomeKnown,
    PositiveIs,
    RecipientRole,
)

_BARE = re.compile(r"[A-Za-z0-9_-]+")


def write(draft: Draft) -> str:
    """Return the plan as commented TOML that `audit run` accepts as it is."""
    sections = (
        _head, _audit, _system, _data, _roles, _sensitive, _holds, _columns, _model, _checklists, _lead, _closing,
    )  # fmt: skip
    return "\n\n".join(
        text for section in sections if (text := "\n".join(section(draft)))
    ) + "\n"  # fmt: skip


def quoted(text: str) -> str:
    """Return a TOML basic string."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def key(text: str) -> str:
    """Return a TOML key, quoted where it must be."""
    return text if _BARE.fullmatch(text) else quoted(text)


def _comment(text: str) -> str:
    return "# " + re.sub(r"[\x00-\x1f\x7f]+", " ", text)


def _said(each: Proposal) -> str:
    return _comment(each.reason if each.sure else f"unsure: {each.reason}")


def _listed(items: tuple[str, ...]) -> str:
    return "[" + ", ".join(quoted(item) for item in items) + "]"


def _head(draft: Draft) -> Iterator[str]:
    yield "# A plan for an audit, proposed by `audit init` from the shape of the file. It is yours to change:"
    yield "# lines that say 'unsure' first, then the questions under [audit] and [system], which no file answers."
    yield "# `audit run` follows it. Where a line is empty the report says that nobody said it."
    yield from (_comment(remark) for remark in draft.remarks)


def _audit(_: Draft) -> Iterator[str]:
    yield "[audit]"
    yield 'auditor = ""            # who audits, and signs'
    yield 'mandate = ""            # by which law, contract or court order'
    yield 'role = "independent"    # or internal, self_assessment, exercise: printed on every page unless independent'
    yield 'status = "draft"        # final when you sign'
    yield 'period = ""             # when the decisions were made, for example 2024-01 to 2024-12'
    yield 'special_category_basis = ""   # why you may use data on origin, religion or health for this audit'


def _system(draft: Draft) -> Iterator[str]:
    name = re.sub(r"[_\s-]+", " ", PurePath(draft.source).stem).strip() or "system"
    yield "[system]"
    yield f"name = {quoted(name)}"
    reason = draft.kind_reason if draft.kind_sure else f"unsure: {draft.kind_reason}"
    yield f"kind = {quoted(draft.kind.name)}  {_comment(reason)}"
    yield 'purpose = ""            # what it is for, in one sentence, as its operator puts it'
    yield 'decision = ""           # what is decided about a person'
    yield 'operator = ""           # who uses it: the law that binds them depends on it'
    kinds = ", ".join(each for each in OperatorKind if each is not OperatorKind.UNSTATED)
    yield f'# operator_kind = "public"   # {kinds}: decides which frameworks are asked about'
    roles = ", ".join(OperatorRole)
    yield f'# operator_roles = ["deployer"]   # towards system and data: {roles}, one or several'
    where = 'where it is used, for example ["EU", "FR"]; decides which law is shown'
    yield f"jurisdictions = {_listed(draft.jurisdictions)}      # {where}"
    yield 'decided_on = ""         # year or date of the decisions; decides which law was in force'
    coercive = draft.coercive is True
    yield f"coercive = {'true ' if coercive else 'false'}        # can it lead to control, detention, removal? if unsure: true"
    yield "irreversible = false    # can what follows not be undone, such as a removal? if unsure: true"
    yield "# decisions_per_year = 10000   # lets limits be stated in people"
    if draft.said is not None and draft.said.capacity is not None:
        yield f"capacity = {draft.said.capacity}            # places in each round"


def _data(draft: Draft) -> Iterator[str]:
    yield "[data]"
    yield f"source = {quoted(draft.source)}"
    yield 'coverage = "census"     # census: all decisions of the period; sample: some of them'
    yield "# population = 120000   # of a sample: the people it was drawn from at random"
    yield 'release = "internal"    # who will see this table: internal, shared or public'
    since = draft.of("time")
    column = quoted(since[0].column if since else "")
    yield '# retention = "5 years"    # how long a record may be kept; without it PR302 is not examined'
    yield f"# retention_from = {column}   # column of the date it counts from; without it, that of the role time"
    yield "# recipients = []          # nobody else is given the table. If somebody is, take this line out and fill in"
    yield "#                          # [[data.recipients]] at the end; without either PR303 is not examined"
    yield 'received_from = ""      # who gave you the file'
    yield 'received_on = ""        # when'
    yield 'attested_by = ""        # who says that it is whole and unchanged'
    yield '# review = "review.csv"   # answers of a blind review; `audit sample` draws the files'
    yield '# baseline = "earlier.parquet"   # an earlier process: its gaps stand beside, never as an excuse'
    yield '# reference = "population.csv"   # shares of the people affected: columns feature, group, share'


def _roles(draft: Draft) -> Iterator[str]:
    yield "[roles]                 # which column plays which part"
    for role in draft.kind.roles:
        if role.name in ("sensitive_features", "control_features"):
            continue
        yield from _role(draft, role)
    yield from _stakes(draft)
    yield from _controls(draft)


def _role(draft: Draft, role: Role) -> Iterator[str]:
    if role.name == "features" and draft.features:
        yield f"features = {_listed(draft.features)}  # the inputs the model names"
        return
    found = draft.of(role.name)
    if not found:
        blank = "[]" if role.many else '""'
        found_none = "no column found" if role.pattern else "the file cannot say"
        yield f"# {role.name} = {blank}   # {found_none}. {role.serves}"
    elif role.many:
        yield f"{role.name} = ["
        yield from (f"  {quoted(each.column)},  {_said(each)}" for each in found)
        yield "]"
    elif role.name in draft.blocked:
        why = _comment(f"unsure: {draft.blocked[role.name]}")
        yield f"# {role.name} = {quoted(found[0].column)}  {why}"
    else:
        yield f"{role.name} = {quoted(found[0].column)}  {_said(found[0])}"


def _stakes(draft: Draft) -> Iterator[str]:
    if not draft.stakes:
        return
    yield ""
    yield "# Which labels count as positive, and what a positive decision does to a person. Getting this"
    yield "# wrong exchanges the harm with the benefit."
    for role, stakes in draft.stakes.items():
        yield _comment(f"{'' if stakes.sure else 'unsure: '}{role}: {stakes.reason}")
    named = {role: stakes.labels for role, stakes in draft.stakes.items() if stakes.labels}
    if named:
        pairs = ", ".join(f"{role} = {_listed(labels)}" for role, labels in named.items())
        yield f"positive = {{ {pairs} }}"
    if missing := [role for role in draft.stakes if role not in named]:
        yield f'# positive = {{ {missing[0]} = ["…"] }}   # unsure: name the label that counts'
    yield from _consequence(draft)
    if "y_true" in draft.stakes and "y_true" not in draft.blocked:
        unsure = "unsure: " if draft.outcome_known is OutcomeKnown.UNKNOWN else ""
        yield _comment(
            f"{unsure}{draft.outcome_reason}; or everyone, selected, random_arm, unknown"
        )
        yield f"outcome_known = {quoted(draft.outcome_known)}"
        by = quoted(draft.said.recorded_by if draft.said else "")
        yield (
            f'y_true_recorded_by = {by}  # who recorded the truth: "decider" if the deciding body did; '
            "while empty nothing passes on it"
        )


def _consequence(draft: Draft) -> Iterator[str]:
    decided = draft.stakes.get("y_pred")
    if decided is None:
        return
    if decided.means is Side.NEITHER:
        yield "# unsure: adverse if a positive decision hurts, favourable if it helps"
        yield f"positive_is = {quoted(PositiveIs.UNSTATED)}"
    else:
        unsure = "" if decided.sure else "  # unsure: or the other way round?"
        yield f"positive_is = {quoted(decided.positive_is)}{unsure}"


def _controls(draft: Draft) -> Iterator[str]:
    if draft.kind.role("control_features") is None:
        return
    found = tuple(each.column for each in draft.of("control_features"))
    yield ""
    yield "# Groups can also be compared within a factor such as the type of visa. A person must name the"
    yield '# factor and say why it is legitimate: [columns.NAME] named_by = "…", why = "…"'
    yield f"# control_features = {_listed(found)}"


def _sensitive(draft: Draft) -> Iterator[str]:
    found = draft.of("sensitive_features")
    if not found:
        yield "# [roles.sensitive_features]   # no column names a group: nationality, sex, age, language"
        yield "# Without one, no question about equal treatment can be asked. `audit request` asks for it."
        return
    yield "[roles.sensitive_features]   # group columns, each with its ground of distinction"
    for each in found:
        ground = each.ground or Ground.OTHER
        line = f"{key(each.column)} = {{ ground = {quoted(ground)} }}"
        if ground in SPECIAL:
            yield "# unsure: a special category. Say in special_category_basis why you may use it; then take off the #"
            yield f"# {line}  {_comment(each.reason)}"
        else:
            yield f"{line}  {_said(each)}"


def _columns(draft: Draft) -> Iterator[str]:
    for number, (column, bins) in enumerate(draft.bins.items()):
        if number:
            yield ""
        edges = ", ".join(f"{edge:g}" for edge in bins)
        yield f"[columns.{key(column)}]"
        yield f"bins = [{edges}]  # proposed; a group column of numbers needs them. Change them."


def _holds(draft: Draft) -> Iterator[str]:
    if not draft.holds:
        return
    yield "# What columns seem to hold, by their names and a sample of their values; 1 is sure, below 0.35 nothing is"
    yield "# said. Take out what the audit and the system do not need before anybody else gets this table."
    for each in sorted(draft.holds, key=lambda each: list(Holds).index(each.holds)):
        sort = f"{each.holds}: " if each.entity_type else ""
        some = f"; some hold {', '.join(named)}" if (named := draft.among.get(each.column)) else ""
        yield _comment(f"{key(each.column)}: {sort}{holding(each)}{some}")
        if each.holds is Holds.SPECIAL:
            yield f"# [columns.{key(each.column)}]"
            yield '# legal_basis = ""        # why the system itself may use it, if it does'


def _model(draft: Draft) -> Iterator[str]:
    if draft.model or draft.margin:
        yield "[model]"
    if draft.margin:
        yield 'output = "margin"       # the score leaves the range from 0 to 1'
    if not draft.model:
        yield '# [model]\n# source = "model.onnx"   # with it the audit can ask the model itself'
        return
    yield f"source = {quoted(draft.model)}"
    if draft.features:
        yield f"features = {_listed(draft.features)}"
    elif draft.model_note:
        yield _comment(f"unsure: {draft.model_note}")
        yield '# features = ["…"]      # its inputs, in its order'


def _checklists(draft: Draft) -> Iterator[str]:
    if any(place.upper() == "EU" for place in draft.jurisdictions):
        yield "[checklists]"
        yield 'use = ["eu_fria"]       # fundamental-rights impact assessment, EU AI Act Art. 27'
    else:
        yield '# [checklists]\n# use = ["eu_fria"]     # where EU law applies: impact assessment, EU AI Act Art. 27'


def _lead(draft: Draft) -> Iterator[str]:
    choice = draft.choice
    if choice is None:
        return
    names = ", ".join(quoted(id) for id in choice.lead)
    if draft.said is not None:
        yield "[checks]                # which rate leads, fixed before any rate was looked at"
        yield f"lead = [{names}]  {_comment(choice.reason)}"
        return
    yield "# Which rate leads must be settled before any rate is looked at. Nobody was asked; these are the"
    yield "# questions (docs/which_rate_leads.md):"
    yield from (f"# - {line}" if line[:1] != " " else f"#{line}" for line in as_comments())
    yield "# As the plan stands, this leads. Uncomment it, or change it, when you have the answers:"
    yield "# [checks]"
    yield f"# lead = [{names}]  {_comment(choice.reason)}"


def _closing(_: Draft) -> Iterator[str]:
    yield "# [[data.recipients]]      # one such block for each body that is given the table or some of its rows"
    yield f'# name = ""\n# role = "authority"       # {", ".join(RecipientRole)}'
    yield '# country = ""             # whose law reaches it, for example MM; empty for an organisation of states'
    yield '# basis = ""               # on what the sharing rests: a law, an agreement'
    yield "# consent = false          # true if it rests on each person's consent\n"
    yield "# [columns.NAME]           # for each column that is kept; a part in this audit is no reason to keep it"
    yield '# purpose = ""             # what the column is kept for, and by which rule; PR301 asks\n'
    yield "# [checks.FA201]         # a limit of your own, with its pedigree"
    yield '# limit = { ratio = 1.25, difference = 0.01 }\n# set_by = ""\n# reason = ""'

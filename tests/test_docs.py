"""The documentation is true of the code: messages, commands, pages of checks, and the code blocks."""

import ast
import importlib
import re
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner

from audit import registry
from audit.check import Check, read_page
from audit.cli import command as audit_command
from audit.personal_data.family import Family
from audit.plan_reader import parse
from audit.registry import GROUPS, instances

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.glob("*.md"))
SLUG = re.compile(r"[a-z]+(-[a-z]+)+")
NEVER = re.compile(
    r"\b(unbiased|bias-free|bias free|no discrimination (was )?found|compliant with|aliens?|illegals?"
    r"|influx|ethical (ai|model)|guarantees?)\b",
    re.IGNORECASE,
)


def sources() -> Iterator[tuple[Path, ast.Module]]:
    for path in sorted([*(ROOT / "audit").rglob("*.py"), *(ROOT / "case_studies").rglob("*.py")]):
        yield path, ast.parse(path.read_text(encoding="utf-8"))


def texts(node: ast.AST) -> set[str]:
    return {
        found.value
        for found in ast.walk(node)
        if isinstance(found, ast.Constant) and isinstance(found.value, str)
    }


def raised() -> set[str]:
    """Slugs given where an error is made, whether written out or chosen between two."""
    slugs = set()
    for _, tree in sources():
        for node in ast.walk(tree):
            if isinstance(node, ast.keyword) and node.arg == "slug":
                slugs |= {text for text in texts(node.value) if SLUG.fullmatch(text)}
    return slugs


def entries() -> dict[str, str]:
    text = (DOCS / "messages.md").read_text(encoding="utf-8")
    parts = re.split(r"^## (.+)$", text, flags=re.MULTILINE)
    return {slug.strip(): body.strip() for slug, body in zip(parts[1::2], parts[2::2], strict=True)}


# -- messages ---------------------------------------------------------------------------------


def test_every_message_is_explained() -> None:
    assert sorted(raised() - set(entries())) == []


def test_no_message_is_explained_that_cannot_come() -> None:
    # Some slugs are looked up in a table before they are raised, so any text of the code will do.
    said = set().union(*(texts(tree) for _, tree in sources()))
    assert sorted(set(entries()) - said) == []


def test_messages_are_in_order_each_once_and_say_what_to_do() -> None:
    text = (DOCS / "messages.md").read_text(encoding="utf-8")
    slugs = re.findall(r"^## (.+)$", text, flags=re.MULTILINE)
    assert slugs == sorted(set(slugs))
    assert [slug for slug in slugs if not SLUG.fullmatch(slug)] == []
    assert [slug for slug, body in entries().items() if len(body.split()) < 12] == []


# -- commands ---------------------------------------------------------------------------------


def commands() -> list[str]:
    assert isinstance(audit_command, click.Group)
    return audit_command.list_commands(click.Context(audit_command))


def all_docs() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in [ROOT / "README.md", *PAGES])


@pytest.mark.parametrize("name", commands())
def test_every_command_is_documented(name: str) -> None:
    assert re.search(rf"\baudit {name}\b", all_docs())


def blocks(language: str = "") -> list[tuple[str, str]]:
    found = []
    for path in [ROOT / "README.md", *PAGES]:
        text = path.read_text(encoding="utf-8")
        fenced = re.findall(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
        found += [(path.name, block) for block in fenced]
    return found


def typed() -> list[str]:
    """Every `audit …` that the documentation tells somebody to type."""
    inline = re.findall(r"`(audit [a-z][^`\n]*)`", all_docs())
    block = [
        line for _, text in blocks() for line in text.splitlines() if line.startswith("audit ")
    ]
    return sorted({line.split("  ")[0] for line in (*inline, *block)})


@pytest.mark.parametrize("line", typed())
def test_commands_in_the_documentation_exist(line: str) -> None:
    words = re.findall(r'"[^"]*"|\S+', line)[1:]
    found: click.Command = audit_command
    context = click.Context(audit_command)
    while words and isinstance(found, click.Group) and re.fullmatch(r"[a-z]+", words[0]):
        inner = found.get_command(context, words[0])
        assert inner is not None, f"no such command: {line}"
        found, words = inner, words[1:]
    known = {name for option in found.params for name in option.opts}
    given = {word.split("=")[0] for word in words if re.match(r"--?[a-z]", word)}
    assert given <= known | {"--help", "--version"}, f"no such option: {line}"


# -- pages of checks, plans, plug-ins -----------------------------------------------------------


def test_every_check_has_its_page() -> None:
    found = instances(Check, "checks")
    assert found
    for each in found:
        module = sys.modules[each.answer.__module__]
        assert read_page(module.__doc__ or "", where=each.id).title == each.title


def test_every_checks_page_can_be_printed() -> None:
    for each in instances(Check, "checks"):
        result = CliRunner().invoke(audit_command, ["explain", each.id])
        assert result.exit_code == 0, result.output
        assert each.title in result.output


def test_every_group_of_plug_ins_is_named() -> None:
    text = (DOCS / "add_a_check.md").read_text(encoding="utf-8")
    assert [group for group in GROUPS if f"`audit.{group}`" not in text] == []


@pytest.mark.parametrize(
    ("page", "block"), [(p, b) for p, b in blocks("toml") if "entry-points" not in b]
)
def test_pieces_of_plans_are_accepted(page: str, block: str) -> None:
    assert parse(block, name=page).parts


def test_files_that_the_documentation_names_exist() -> None:
    missing = []
    for path in PAGES:
        text = path.read_text(encoding="utf-8")
        named = re.findall(r"`((?:audit|tests|checklists|case_studies)/[\w./]*\w\.\w+)`", text)
        named += [f"docs/{link}" for link in re.findall(r"\]\((\w+\.md)\)", text)]
        missing += [name for name in named if not (ROOT / name).exists() and "fa901" not in name]
    assert missing == []


@pytest.mark.slow
def test_the_check_in_ten_minutes_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ((_, source),) = [block for block in blocks("python") if "fa901" in block[1]]
    package = tmp_path / "my_audit_checks"
    package.mkdir()
    (package / "__init__.py").write_text('"""Checks of my own."""\n', encoding="utf-8")
    (package / "fa901_outcome_recorded.py").write_text(source, encoding="utf-8")
    rows = [
        (f"p{n}", "ab"[n % 2], int(n % 5 == 0), "" if n % 2 and n % 3 else n % 7 // 4)
        for n in range(1, 1201)
    ]
    table = "\n".join(["person,sex,flag,truth", *(",".join(map(str, row)) for row in rows)])
    (tmp_path / "t.csv").write_text(table + "\n", encoding="utf-8")
    (tmp_path / "audit.toml").write_text(
        '[data]\nsource = "t.csv"\n[roles]\ny_pred = "flag"\ny_true = "truth"\n'
        'positive_is = "adverse"\nsensitive_features = ["sex"]\n',
        encoding="utf-8",
    )
    point = metadata.EntryPoint("my_checks", "my_audit_checks", "audit.checks")
    ours = registry._entry_points
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(
        registry, "_entry_points", lambda group: (point,) if group == "checks" else ours(group)
    )
    instances.cache_clear()
    try:
        assert "FA901" in CliRunner().invoke(audit_command, ["list", "checks"]).output
        page = CliRunner().invoke(audit_command, ["explain", "FA901"]).output
        assert "What it cannot show" in page
        run = ["run", str(tmp_path / "audit.toml"), "--out", str(tmp_path / "out"), "--no-cache"]
        result = CliRunner().invoke(audit_command, run)
        assert result.exit_code in (0, 1, 3), result.output
        serde = importlib.import_module("audit.serde")
        record = serde.load(tmp_path / "out" / "audit.json")
        (found,) = [f for f in record.findings if f.check == "FA901"]
        assert found.outcome == "review", "an indicator asks for judgement, it does not fail"
        assert found.groups == ("b",)
        assert "have no recorded outcome" in found.condition
    finally:
        instances.cache_clear()
        sys.modules.pop("my_audit_checks", None)


def test_the_family_of_identifiers_finds_what_it_says() -> None:
    ((_, source),) = [block for block in blocks("python") if "library_cards" in block[1]]
    made: dict[str, Any] = {}
    exec(source, made)
    family = made["FAMILY"]
    assert isinstance(family, Family)
    texts = ("card LC-12345678 was shown", "LC12345679", "LC-1", "no")
    found = {text: list(family.find(text)) for text in texts}
    (sure,), (wrong,) = found["card LC-12345678 was shown"], found["LC12345679"]
    assert (sure.start, sure.end, str(sure.certainty)) == (5, 16, "confirmed")
    assert str(wrong.certainty) == "malformed"
    assert not found["LC-1"]
    assert not found["no"]
    assert all(re.search(family.trigger, text) for text, spans in found.items() if spans)
    assert re.fullmatch(family.form, "LC-12345678")


# -- words ------------------------------------------------------------------------------------


def test_words_that_are_never_printed() -> None:
    """`docs/writing_about_people.md` quotes them, and says why."""
    spoken = [ROOT / "README.md", *(p for p in PAGES if p.name != "writing_about_people.md")]
    spoken += sorted((ROOT / "audit" / "checks").rglob("*.py"))
    spoken += sorted((ROOT / "report_templates").rglob("*.toml"))
    spoken += sorted((ROOT / "report_templates").rglob("*.html*"))
    spoken += sorted((ROOT / "checklists").glob("*.yaml"))
    found = []
    for path in spoken:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if NEVER.search(line):
                found.append(f"{path.relative_to(ROOT)}:{number}: {line.strip()}")
    assert found == []


def test_generated_lists_are_current():
    sys.path.insert(0, str(ROOT / "docs"))
    try:
        import make_lists
    finally:
        sys.path.pop(0)
    for path, text in make_lists.outputs().items():
        assert path.read_text(encoding="utf-8") == text, f"run docs/make_lists.py: {path.name}"

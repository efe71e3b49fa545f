"""The page as a whole: what a reader, a browser and a hostile label can rely on."""

from __future__ import annotations

import base64
import hashlib
import itertools
import re
from dataclasses import replace

import pytest

from audit.checklist import Answer, load, state
from audit.errors import UsageError
from audit.report.page import render
from audit.resources import folder
from audit.vocabulary import Answered, Outcome, Right

lxml_html = pytest.importorskip("lxml.html")
html5lib = pytest.importorskip("html5lib")

FORBIDDEN = (
    "unbiased",
    "bias-free",
    "bias free",
    "compliant with",
    "no discrimination found",
    "explained by",
    "illegal",
    "anonymous because",
    "human in the loop",
    "percent of checks",
    "overall score",
)


@pytest.fixture(scope="module")
def page(record):
    return render(record)


@pytest.fixture(scope="module")
def tree(page):
    return lxml_html.document_fromstring(page)


def test_is_well_formed(page):
    parser = html5lib.HTMLParser(strict=False)
    parser.parse(page)
    # The SVG of a page without a doctype of its own has no other errors than none.
    assert [
        error for error in parser.errors if error[1] != "expected-doctype-but-got-start-tag"
    ] == []


def test_asks_for_nothing_and_runs_nothing(tree, page):
    policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert not tree.xpath(
        "//script | //link | //iframe | //object | //embed | //img | //base | //form"
    )
    assert not tree.xpath("//@style")
    assert not [name for name in set(re.findall(r"\son\w+\s*=", page)) if "onerror" not in name]
    assert not tree.xpath("//*[starts-with(name(@*), 'on')]")
    for address in tree.xpath(
        "//@src | //use/@href | //@xlink:href", namespaces={"xlink": "http://www.w3.org/1999/xlink"}
    ):
        assert address.startswith("#")
    assert "url(" not in page
    assert "@import" not in page


def test_style_has_the_hash_the_policy_allows(page):
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL).group(1)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in page


def test_links_lead_somewhere_on_the_page_or_to_https(tree):
    ids = set(tree.xpath("//@id"))
    for address in tree.xpath("//a/@href"):
        assert address.startswith("https://") or address[1:] in ids, address


def test_ids_are_unique(tree):
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert not [id for id in ids if re.search(r"\s", id)]


def test_described_by_ids_that_exist(tree):
    ids = set(tree.xpath("//@id"))
    for names in tree.xpath("//@aria-labelledby"):
        assert set(names.split()) <= ids


def test_labels_cannot_inject(tree, page, sample):
    assert "<script" not in page
    assert sample.INJECTION.replace("<", "&lt;").split("'")[0].replace(">", "&gt;") in page
    assert "javascript:" not in "".join(tree.xpath("//a/@href"))
    assert not tree.xpath("//img")


def test_every_table_has_a_caption_and_headings_with_scope(tree):
    tables = tree.xpath("//table")
    assert len(tables) > 20
    for table in tables:
        assert table.xpath("./caption")[0].text_content().strip()
        assert table.xpath(".//th")
        assert all(th.get("scope") in {"col", "row", "rowgroup"} for th in table.xpath(".//th"))


def test_wide_tables_scroll_by_themselves(tree):
    for region in tree.xpath("//div[@class='scroll'][count(.//thead//th) > 4]"):
        assert region.get("tabindex") == "0"
        assert region.get("role") in {"group", "region"}
        assert region.get("aria-label")


def test_long_names_are_cut_and_stand_whole_behind(tree, sample):
    card = tree.xpath("//*[@id='FA201-main-all-nationality']")[0]
    cut = card.xpath(".//bdi[@title=$name]", name=sample.LONG)
    assert len(cut) >= 2
    assert all(len(name.text_content()) <= 60 and name.text_content().endswith("…") for name in cut)


def test_every_source_is_said_in_full_once_and_named_where_it_counts(tree, record):
    said = tree.xpath("//section[@id='law']//li")
    sources = {s for f in record.findings for s in f.sources}
    assert len(said) == len(sources) > 0
    for item in said:
        text = item.text_content()
        assert "checked against" in text
        assert ("taken to bind" in text) != ("context, not a criterion" in text)
    entries = {item.get("id"): item.text_content() for item in said}
    named = tree.xpath("//details[contains(@class, 'more')]/ul/li[a[starts-with(@href, '#law-')]]")
    closed = {Outcome.NOT_ASSESSED, Outcome.NOT_APPLICABLE}
    assert len(named) == sum(len(f.sources) for f in record.findings if f.outcome not in closed) > 0
    for item in named:
        (link,) = item.xpath("./a")
        entry = entries[link.get("href").removeprefix("#")]
        assert entry.startswith(link.text_content())
        assert ("(context)" in item.text_content()) == ("context, not a criterion" in entry)
    assert "(binding)" not in tree.text_content()


def test_a_second_judgement_is_said_at_the_top(tree):
    banner = tree.xpath("//div[@class='banners']")[0].text_content()
    assert "Judged again after results had been seen" in banner
    changed = tree.xpath("//section[@id='conclusion']//*[@class='again']")[0].text_content()
    assert "FA203: limit 1.25 to 1.5" in changed


def test_headings_are_in_order(tree):
    levels = [int(heading.tag[1]) for heading in tree.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in itertools.pairwise(levels))


def test_landmarks_and_language(tree):
    assert tree.get("lang") == "en"
    assert tree.get("dir") == "ltr"
    assert len(tree.xpath("//main")) == 1
    assert tree.xpath("//nav/@aria-label")
    assert tree.xpath("//a[@class='skip']/@href") == ["#conclusion"]


def test_every_picture_has_a_name_and_a_table_behind_it(tree):
    figures = tree.xpath("//figure")
    assert figures
    for figure in figures:
        assert figure.xpath("./figcaption")[0].text_content().strip()
        assert figure.xpath("./details//table")
    for plot in tree.xpath("//svg[@class='plot']"):
        assert plot.get("role") == "img"
        assert plot.xpath("./title")[0].text
        assert plot.xpath("./desc")[0].text


def test_at_most_twenty_pictures(tree):
    drawn = tree.xpath(
        "//figure[.//table[contains(@class, 'forest')] or .//svg[@class='plot'] or .//table[@class='matrix']]"
    )
    assert 10 < len(drawn) <= 20


def test_every_finding_stands_once_in_the_section_of_its_outcome(tree, record):
    from audit.report.words import anchor

    for finding in record.findings:
        places = tree.xpath("//*[@id=$id]", id=anchor(finding.id))
        assert len(places) == 1, finding.id
        section = places[0].xpath("ancestor::section[contains(@class, 'outcome')]")[0]
        assert section.get("id") == finding.outcome.replace("_", "-")


def test_sections_stand_in_the_order_of_a_decision(tree):
    ids = tree.xpath("//main/section/@id")
    assert ids == [
        "conclusion", "unseen", "overview", "fail", "inconclusive", "review", "not-assessed", "error",
        "pass", "not-applicable", "explanations", "privacy", "measurements", "groups", "checklists",
        "request", "law", "methods", "provenance", "glossary",
    ]  # fmt: skip


def test_says_nothing_it_must_not(tree):
    text = tree.text_content().lower()
    for words in FORBIDDEN:
        assert words not in text
    # No share of passes, no score: the overview counts words and adds nothing up.
    overview = tree.xpath("//table[@class='rights']")[0].text_content()
    assert "%" not in overview
    assert "/" not in overview
    assert not tree.xpath("//table[@class='rights']/tfoot")


def test_rights_count_the_findings_that_touch_them(tree, record):
    rows = tree.xpath("//table[@class='rights']/tbody/tr")
    shown = {
        row.xpath("./th")[0].text_content(): {
            item.xpath(".//span")[0].text_content().strip(): int(item.xpath(".//b")[0].text)
            for item in row.xpath(".//li")
        }
        for row in rows
    }
    liberty = [f for f in record.findings if "liberty" in f.rights]
    assert shown["Liberty; no arbitrary detention"] == {"beyond the limit": len(liberty)}
    equal = [
        f
        for f in record.findings
        if "non_discrimination" in f.rights and f.outcome is Outcome.REVIEW
    ]
    assert shown["Equality and non-discrimination"]["needs judgement"] == len(equal)


def test_no_row_of_a_right_is_green_while_a_question_for_people_is_open(record):
    checklist = load(folder("checklists") / "rights.yaml")
    answered = {
        item.id: Answer(
            item=item.id, state=Answered.MET, text="word " * 12, by="A", on="2026-10-01"
        )
        for item in checklist.items()
        if item.rights == (Right.PRIVACY,)
    }
    assert len(answered) == 4
    lists = {
        len(given): state(checklist, given, [])
        for given in (answered, dict([*answered.items()][1:]))
    }
    assert set(lists) == {4, 3}

    def waiting(n):
        tree = lxml_html.fromstring(render(replace(record, checklists=(lists[n],))))
        rows = tree.xpath("//table[@class='rights']/tbody/tr")
        return {row.xpath("th")[0].text_content(): row.get("class") == "waiting" for row in rows}

    name = "Privacy and data protection"
    assert (waiting(4)[name], waiting(3)[name]) == (False, True)
    others = {right: open for right, open in waiting(4).items() if right != name}
    assert others
    assert all(others.values())
    assert ".waiting .o-pass { color: var(--not_assessed); }" in render(record)


def test_merged_groups_have_no_interval(tree, sample):
    table = tree.xpath("//*[@id='FA201-main-all-nationality']//table[contains(@class, 'forest')]")[
        0
    ]
    row = next(row for row in table.xpath("./tbody/tr") if "other groups" in row.text_content())
    assert not row.xpath(".//line[contains(@class, 'ci')]")
    assert "9 of 78" in row.text_content()


def test_counts_and_limit_stand_beside_each_rate(tree):
    card = tree.xpath("//*[@id='FA201-main-all-nationality']")[0]
    row = next(
        row
        for row in card.xpath(".//table[contains(@class,'forest')]/tbody/tr")
        if "Nigeria" in row.text_content()
    )
    text = row.text_content().replace("\xa0", " ")
    assert "28.9 %" in text
    assert "148 of 512" in text
    assert "beyond the limit" in text
    assert "Limit at 13.8 %" in text
    assert len(row.xpath(".//line[@class='limit']")) == 1


def test_a_failure_shows_criterion_cause_response_and_conclusion(tree):
    text = tree.xpath("//*[@id='FA201-main-all-nationality']")[0].text_content()
    for label in (
        "Limit",
        "Effect on people",
        "Cause",
        "Recommendation",
        "Response of the audited body",
        "Auditor's conclusion",
    ):
        assert label in text
    assert "does not say why" in text


def test_role_and_draft_head_every_page(page, sample):
    assert page.count("Self-assessment: the audited body examined itself.") == 1
    running = re.search(r"@top-left\s*{\s*content: \"(.*?)\"", page).group(1)
    assert "Self\\" in running or "Self-assessment" in running
    assert "Draft" in running
    independent = render(sample.record(role="independent"))
    assert "Self-assessment" not in independent


def test_hostile_title_cannot_leave_the_style(sample):
    record = sample.record()
    title = '"; } </style><script>alert(1)</script>'
    page = render(replace(record, plan={**record.plan, "report": {"title": title}}))
    assert page.count("</style>") == 1
    assert "<script" not in page


def test_same_record_same_bytes(record, sample):
    assert render(record) == render(sample.record())


def test_timings_do_not_reach_the_page(record):
    assert render(record) == render(replace(record, timings={"read": 99.9}))


def test_what_the_plan_says_is_shown_line_by_line(tree):
    said = tree.xpath("//pre")[0].text.splitlines()
    assert "audit.mandate = Parliament, resolution 12/2026" in said
    assert not any(line.startswith("report.title") for line in said)


def test_under_500_kilobytes_with_many_groups_and_findings(sample):
    findings = list(sample.findings())
    metrics = ("selection_rate", "false_positive_rate", "false_negative_rate", "precision")
    findings += [
        sample.finding(f"FA30{i}", Outcome.FAIL, key="municipality", metric=metric, estimates=sample.many(570, i), limit=sample.LIMIT, lead=True)
        for i, metric in enumerate(metrics)
    ]  # fmt: skip
    findings += [
        sample.finding("FA301", Outcome.INCONCLUSIVE, key=f"a{i} × b{i}", metric="false_positive_rate", estimates=sample.many(120, i), limit=sample.LIMIT)
        for i in range(60)
    ]  # fmt: skip
    page = render(sample.record(tuple(findings)))
    assert len(page.encode()) < 500_000
    assert "rows are shown, worst first. All of them are in tables/groups.csv." in page


def test_size_does_not_grow_with_groups(sample):
    def size(groups: int) -> int:
        findings = tuple(
            sample.finding(
                check, Outcome.REVIEW, key="district", metric=metric, estimates=sample.many(groups)
            )
            for check, metric in (("FA101", "selection_rate"), ("FA203", "precision"))
        )
        return len(render(sample.record(findings)).encode())

    assert size(20_000) < 500_000


def test_an_empty_record_is_a_page(sample):
    record = replace(
        sample.record(()), evidence=(), checklists=(), judgements=(), family=(), parts=(), inputs=()
    )
    tree = lxml_html.document_fromstring(render(record))
    assert tree.xpath("//main/section/@id") == [
        "conclusion",
        "unseen",
        "overview",
        "request",
        "methods",
        "provenance",
        "glossary",
    ]


def test_another_folder_replaces_single_files(record, tmp_path):
    (tmp_path / "sections").mkdir()
    (tmp_path / "sections" / "front.html.j2").write_text(
        "<h1>Court of Auditors</h1>", encoding="utf-8"
    )
    page = render(record, str(tmp_path))
    assert "<h1>Court of Auditors</h1>" in page
    assert 'id="provenance"' in page


def test_no_such_template_folder(record, tmp_path):
    with pytest.raises(UsageError) as problem:
        render(record, str(tmp_path / "none"))
    assert problem.value.slug == "no-template-folder"


@pytest.mark.parametrize(
    "content",
    [
        "{{ report.nothing_of_the_kind }}",
        "{% if %}",
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ t.__init__.__globals__ }}",
        "{{ ''['__class__'] }}",
        "{{ '{0.__class__}'.format(t) }}",
    ],
)
def test_a_broken_template_is_named(record, tmp_path, content):
    (tmp_path / "sections").mkdir()
    (tmp_path / "sections" / "front.html.j2").write_text(content, encoding="utf-8")
    with pytest.raises(UsageError) as problem:
        render(record, str(tmp_path))
    assert problem.value.slug == "template-broken"

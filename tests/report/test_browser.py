"""The page in a real browser: no request, no message, no sideways scroll, everything in print."""

from __future__ import annotations

import shutil

import pytest

from audit.report.page import render

sync_api = pytest.importorskip("playwright.sync_api")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium installed"),
]

ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip


@pytest.fixture(scope="module")
def browser():
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 390, 768, 1366])
def test_quiet_and_within_the_window(browser, record, tmp_path, width, scheme):
    path = tmp_path / "audit.html"
    path.write_text(render(record), encoding="utf-8")
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    asked, said = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(path.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert asked == [path.as_uri()]
    assert said == []
    context.close()


def test_print_opens_what_decides_and_leaves_the_rest_to_the_tables(browser, record, tmp_path):
    path = tmp_path / "audit.html"
    path.write_text(render(record), encoding="utf-8")
    page = browser.new_page()
    page.goto(path.as_uri())
    beyond = page.locator(".finding-fail details.more dl").first
    leading = page.locator(".finding-pass.keep details.more dl").first
    row = page.locator(".row details.more dl").first
    for statistics in (beyond, leading, row):
        assert not statistics.is_visible()
    assert not page.locator("p.paper").first.is_visible()
    page.emulate_media(media="print", color_scheme="dark")
    assert beyond.is_visible()
    assert leading.is_visible()
    assert not row.is_visible()
    assert page.locator(".finding-fail figure details table").first.is_visible()
    assert "tables/*.csv" in page.locator(".conclusion p.paper").inner_text()
    assert page.locator(".conclusion p.paper").is_visible()
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert paper == "rgb(255, 255, 255)"

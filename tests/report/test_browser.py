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


def test_print_opens_what_is_folded(browser, record, tmp_path):
    path = tmp_path / "audit.html"
    path.write_text(render(record), encoding="utf-8")
    page = browser.new_page()
    page.goto(path.as_uri())
    statistics = page.locator("details.more dl").first
    assert not statistics.is_visible()
    page.emulate_media(media="print", color_scheme="dark")
    assert statistics.is_visible()
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert paper == "rgb(255, 255, 255)"

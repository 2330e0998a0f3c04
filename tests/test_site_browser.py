"""The nightly page in a real browser: readable, silent, operable, printable.

Skipped where no Chromium, no Playwright (``pip install rekap-ikm[peramban]``) or, for accessibility, no axe-core
(``npm install axe-core``, or IKM_AXE=path of axe.min.js) is installed.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from flows.site import write_page
from tests.question_world import world
from tests.site_world import activities, lists, province

sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")

ROOT = Path(__file__).parent.parent
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
CHROMIUM = os.environ.get("IKM_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
AXE = Path(os.environ.get("IKM_AXE", ROOT / "node_modules" / "axe-core" / "axe.min.js"))
NOW = datetime(2022, 3, 20, 6, 0)
WIDTHS = (360, 1280)

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")


class Opened(NamedTuple):
    """A page in the browser, what its console said, and what it asked for."""

    tab: Any
    said: list[str]
    asked: list[str]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        # Inside a container nobody but root may be there, whom Chromium's own sandbox refuses.
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    home = tmp_path_factory.mktemp("halaman") / "data"
    world(home, *province(years=(2021, 2022)), lists("74.71", 2022, 9), activities("74.71", 2022, 2),
          today=date(2022, 3, 20))  # fmt: skip
    return write_page(home, now=NOW).as_uri()


@pytest.fixture
def opened(browser: Any, address: str, request: pytest.FixtureRequest) -> Iterator[Opened]:
    """The page, opened as the test's parameters say: width, colour scheme, scripts or none."""
    given = getattr(request, "param", {})
    context = browser.new_context(
        viewport={"width": given.get("width", 1280), "height": 900},
        color_scheme=given.get("colours", "light"),
        java_script_enabled=given.get("scripts", True),
        reduced_motion="reduce",
    )
    tab = context.new_page()
    said: list[str] = []
    asked: list[str] = []
    tab.on("console", lambda message: said.append(message.text))
    tab.on("pageerror", lambda problem: said.append(str(problem)))
    tab.on("request", lambda one: asked.append(one.url))
    tab.goto(address)
    yield Opened(tab, said, asked)
    assert said == []
    assert [one for one in asked if not one.startswith("file:")] == []
    context.close()


def wide(tab: Any) -> int:
    found: int = tab.evaluate("document.documentElement.scrollWidth")
    return found


def texts(tab: Any, selector: str) -> list[str]:
    found: list[str] = tab.locator(selector).all_inner_texts()
    return found


EACH_LOOK = [
    pytest.param({"width": width, "colours": colours}, id=f"{width}-{colours}")
    for width in WIDTHS
    for colours in ("light", "dark")
]


@pytest.mark.parametrize("opened", EACH_LOOK, indirect=True)
def test_the_page_fits_its_window_and_needs_nothing_else(opened: Opened) -> None:
    width = opened.tab.viewport_size["width"]
    assert wide(opened.tab) <= width
    opened.tab.click("#bahasa")
    for summary in opened.tab.locator("summary").all():
        if summary.is_visible():
            summary.click()
    assert wide(opened.tab) <= width, "also in English, and with everything unfolded"


@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed")
@pytest.mark.parametrize("opened", EACH_LOOK, indirect=True)
def test_no_barrier_that_axe_knows_of(opened: Opened) -> None:
    opened.tab.evaluate(AXE.read_text(encoding="utf-8"))
    for act in ("", "#bahasa", "#peta summary", "#temuan summary >> nth=0", "#masuk summary"):
        if act:
            opened.tab.locator(act).locator("visible=true").first.click()
        found = opened.tab.evaluate("axe.run(document, {resultTypes: ['violations']})")
        assert [(one["id"], one["nodes"][0]["html"][:200]) for one in found["violations"]] == []


def test_another_figure_changes_map_table_legend_and_trend(opened: Opened) -> None:
    tab = opened.tab
    map_of = '.peta[data-p="73"]'
    before = texts(tab, f"{map_of} .petak b")
    tab.select_option("#pilih-angka", "daftar_investasi")
    after = texts(tab, f"{map_of} .petak b")
    assert before != after
    assert any("juta" in one for one in after)
    assert "Investasi menurut daftar usaha" in tab.inner_text(f"{map_of} h3")
    assert "dari 24 kabupaten/kota" in tab.inner_text(f'{map_of} [data-isi="kalimat"]')
    tiles = dict(zip(texts(tab, f"{map_of} .petak a span"), after, strict=True))
    assert tiles["Selayar"] != "–"
    shades = tab.eval_on_selector_all(f"{map_of} .petak a", "all => all.map(one => one.className)")
    assert set(shades) <= {f"w{n}" for n in range(6)}
    assert len(set(shades)) > 3
    assert tab.locator('#perkembangan [data-p="73"] [data-i="daftar_investasi"]').is_visible()
    assert not tab.locator('#perkembangan [data-p="73"] [data-i="daftar_unit"]').is_visible()


def test_what_the_script_writes_is_what_the_page_was_made_with(opened: Opened) -> None:
    """There and back again: figures, legend, years and sentence as on the page before any script ran."""
    tab = opened.tab
    seen = '.peta[data-p="73"]'
    parts = (f"{seen} .petak", f"{seen} .legenda", f"{seen} h3", f"{seen} .kalimat", f"{seen} table >> nth=0")
    before = [tab.inner_text(one) for one in parts]
    tab.select_option("#pilih-angka", "kelengkapan")
    assert [tab.inner_text(one) for one in parts] != before
    tab.select_option("#pilih-angka", "daftar_unit")
    assert [tab.inner_text(one) for one in parts] == before
    wide_before = tab.locator(f"{seen} .pokok").text_content()
    tab.select_option("#pilih-tahun", "2021")
    assert tab.locator(f"{seen} .pokok").text_content() != wide_before
    tab.select_option("#pilih-tahun", "2022")
    assert tab.locator(f"{seen} .pokok").text_content() == wide_before


def test_the_language_changes_without_loading_again(opened: Opened) -> None:
    tab = opened.tab
    whole = tab.inner_text("body")
    tab.click("#bahasa")
    assert tab.get_attribute("html", "lang") == "en"
    assert tab.get_attribute("#bahasa", "lang") == "id"
    assert tab.title() == "IKM report"
    english = tab.inner_text("main")
    assert "Who is missing" in english
    left = re.findall(
        r"\b(?:kabupaten/kota|belum|baris|dari|temuan)\b",
        english.replace("belum-diketahui", ""),
        re.IGNORECASE,
    )
    assert left == []
    assert len(opened.asked) == 1
    tab.click("#bahasa")
    assert tab.inner_text("body") == whole


def test_another_province_has_its_own_map(opened: Opened) -> None:
    tab = opened.tab
    tab.select_option("#pilih-provinsi", "74")
    assert tab.locator('.peta[data-p="74"]').is_visible()
    assert not tab.locator('.peta[data-p="73"]').is_visible()
    assert "Sulawesi Tenggara" in tab.inner_text("h1")
    assert "1 dari 17" in tab.inner_text('.peta[data-p="74"] .kalimat')


def test_a_tile_leads_to_its_row_by_keyboard(opened: Opened) -> None:
    tab = opened.tab
    tab.focus('[data-w="73.11"]')
    tab.keyboard.press("Enter")
    assert tab.evaluate("location.hash") == "#b-73.11"
    assert tab.evaluate("document.querySelector(':target').textContent.includes('Barru')")


@pytest.mark.parametrize("opened", [{"scripts": False}], indirect=True, ids=["no scripts"])
def test_without_scripts_every_table_is_there(opened: Opened) -> None:
    tab = opened.tab
    for part in ("masuk", "belum", "peta", "perkembangan", "temuan", "arti"):
        assert tab.locator(f"#{part}").is_visible()
    assert tab.locator('[data-p="74"] .petak').is_visible()
    assert tab.locator("#perkembangan table:visible").count() > 10
    assert not tab.locator("#pilih-angka").is_visible()


def test_it_prints_on_a4_with_everything_unfolded(opened: Opened, tmp_path: Path) -> None:
    tab = opened.tab
    made = tab.pdf(path=str(tmp_path / "laporan.pdf"), prefer_css_page_size=True, print_background=True)
    boxes = set(re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", made))
    assert {(round(float(w)), round(float(h))) for w, h in boxes} == {(595, 842)}
    assert 2 <= len(re.findall(rb"/Type /Page\b", made)) <= 12
    tab.emulate_media(media="print")
    tab.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert tab.locator("details:not([open])").count() == 0
    assert not tab.locator("nav").is_visible()
    tab.evaluate("dispatchEvent(new Event('afterprint'))")
    assert tab.locator("details[open]").count() == 0

"""Every page in a real browser: nothing from outside, nothing refused, nothing inaccessible."""

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.api.browser import Watched, chromium, listening
from tests.api.served import addresses, ids, served, two_prisoners

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def base(home: SimpleNamespace) -> Iterator[str]:
    with listening(home.app) as address:
        yield address


@pytest.fixture(scope="module")
def pages(home: SimpleNamespace) -> dict[str, str]:
    return addresses(home.client)


def test_no_page_asks_outside_or_is_refused_anything(
    base: str, pages: dict[str, str], tmp_path: Path
):
    with chromium(tmp_path) as context:
        watched = Watched(context, base)
        for language in ("en", "uk", "ru"):
            for address in pages.values():
                watched.open(f"/{language}/{address}")
        watched.open("/api/v1/reference")
    assert watched.outside == []
    assert watched.complaints == []


@pytest.mark.parametrize(
    ("theme", "chosen"), [("light", slice(0, None)), ("dark", slice(1, None, 3))]
)
def test_axe_finds_nothing(  # each page in one of the languages, in turn
    base: str, pages: dict[str, str], tmp_path: Path, theme: str, chosen: slice
):
    found = {}
    with chromium(tmp_path, bypass_csp=True, color_scheme=theme) as context:
        page = context.new_page()
        for i, (name, address) in list(enumerate(pages.items()))[chosen]:
            language = ("en", "uk", "ru")[i % 3]
            page.goto(f"{base}/{language}/{address}")
            result = Axe().run(page)
            if result.violations_count:
                found[f"{language} {name}"] = [
                    (v["id"], v["nodes"][0]["html"][:200]) for v in result.response["violations"]
                ]
    assert found == {}


def test_without_scripts_the_pictures_and_tables_are_there(
    base: str, pages: dict[str, str], tmp_path: Path
):
    with chromium(tmp_path, java_script_enabled=False) as context:
        page = context.new_page()
        for name, picture in (
            ("person", "svg.strip"),
            ("facility", "svg.strip"),
            ("travelled", "svg.ladder"),
            ("reachable", "svg.ladder"),
            ("network", "svg.network"),
            ("around", "svg.network"),
        ):
            page.goto(f"{base}/en/{pages[name]}")
            assert page.locator(picture).count() >= 1, name
            assert page.locator("tbody tr").count() >= 1, name


def test_a_statement_leads_to_its_passage_with_one_click(
    base: str, pages: dict[str, str], tmp_path: Path
):
    with chromium(tmp_path) as context:
        page = context.new_page()
        for name in ("person", "summary of a person", "travelled", "facility"):
            page.goto(f"{base}/en/{pages[name]}")
            page.locator("main a.note[href*='#c-']").first.click()
            assert "/documents/" in page.url
            anchor = page.url.split("#")[1]
            place = page.locator(f"[id='{anchor}']")
            assert place.count() == 1
            box = place.bounding_box()
            assert box is not None
            assert 0 <= box["y"] <= page.viewport_size["height"]


def test_names_typed_into_a_form_do_not_stay_in_the_address(
    base: str, pages: dict[str, str], tmp_path: Path
):
    with chromium(tmp_path) as context:
        page = context.new_page()
        page.goto(f"{base}/en/paths")
        page.fill("#f-from", "Taganrog SIZO-2")
        page.fill("#f-to", "Mordovia IK-10")
        page.click("main form button")
        assert "Taganrog" not in page.url
        assert page.locator("svg.ladder").count() == 2


def test_forms_that_write_work_in_a_browser_without_scripts(tmp_path: Path):
    with (
        served(two_prisoners(), tmp_path / "home") as own,
        listening(own.app) as base,
        chromium(tmp_path / "browser", java_script_enabled=False) as context,
    ):
        i, page = ids(own.client), context.new_page()
        page.goto(f"{base}/uk/people/{i.hai}")
        page.click("#judge summary")
        page.fill("#j-other", "Вербицький Данило")
        page.fill("#judge [name=why]", "одна людина")
        page.click("#judge button")
        assert "/uk/acts/" in page.url
        assert len(own.client.get("/api/v1/people").json()["entities"]) == 1
        page.fill("#why", "дві")
        page.click("main form button")
        assert len(own.client.get("/api/v1/people").json()["entities"]) == 2


@pytest.mark.parametrize("width", [360, 768])
def test_no_page_is_wider_than_its_window(
    base: str, pages: dict[str, str], tmp_path: Path, width: int
):
    wide = {}
    with chromium(tmp_path, viewport={"width": width, "height": 800}) as context:
        page = context.new_page()
        asked = [f"/{('en', 'uk', 'ru')[n % 3]}/{a}" for n, a in enumerate(pages.values())]
        for address in ("/api/v1/reference", *asked):
            page.goto(base + address)
            over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            if over > 0:
                wide[address] = over
            tables = page.locator(".scroll").evaluate_all(
                "all => all.filter(t => t.scrollWidth > t.clientWidth).length"
            )
            if tables and "reference" not in address:  # a table of JSON, for programmers
                wide[address, "tables"] = tables
    assert wide == {}


def test_the_first_tab_skips_to_the_content(base: str, pages: dict[str, str], tmp_path: Path):
    with chromium(tmp_path) as context:
        page = context.new_page()
        page.goto(f"{base}/en/{pages['person']}")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "main"


HELD = """() => {
    const e = document.activeElement, at = e.getBoundingClientRect();
    const name = e.labels && e.labels.length ? e.labels[0].innerText
        : e.innerText || e.getAttribute("aria-label") || e.textContent;
    if (e === document.body) return null;
    return {
        html: e.outerHTML.slice(0, 120), named: name.trim() !== "",
        ringed: getComputedStyle(e).outlineStyle !== "none",
        inside: at.width > 0 && at.bottom > 0 && at.top < innerHeight,
    };
}"""


def test_each_stop_of_the_keyboard_is_seen_and_has_a_name(
    base: str, pages: dict[str, str], tmp_path: Path
):
    lost = {}
    with chromium(tmp_path, reduced_motion="reduce") as context:
        page = context.new_page()
        for n, (name, address) in enumerate(pages.items()):
            page.goto(f"{base}/{('en', 'uk', 'ru')[n % 3]}/{address}")
            for _ in range(120):
                page.keyboard.press("Tab")
                held = page.evaluate(HELD)
                if held is None:
                    break
                if not (held["named"] and held["ringed"] and held["inside"]):
                    lost[name] = held
    assert lost == {}


def test_pages_that_say_different_things_have_different_titles(
    base: str, pages: dict[str, str], tmp_path: Path
):
    with chromium(tmp_path) as context:
        page = context.new_page()
        titles = {}
        for name, address in pages.items():
            page.goto(f"{base}/uk/{address}")
            titles[name] = page.title()
    same = [n for n, title in titles.items() if list(titles.values()).count(title) > 1]
    assert same == []


def test_the_file_to_take_along_draws_and_asks_nobody(
    home: SimpleNamespace, pages: dict[str, str], tmp_path: Path
):
    file = tmp_path / "network.html"
    file.write_bytes(home.client.get("/api/v1/export/network.html?people=true").content)
    with chromium(tmp_path / "profile") as context:
        watched = Watched(context, f"file://{file}")
        page = watched.open("")
        page.wait_for_selector("canvas")
        drawn = page.evaluate(
            """() => { const c = document.querySelector("canvas");
            return c.getContext("2d").getImageData(0, 0, c.width, c.height).data.some(v => v) }"""
        )
        assert drawn
        where = page.evaluate(
            "() => { const id = network.nodes[0].id; const at = drawn.getPosition(id);"
            " return drawn.canvasToDOM(at) }"
        )
        box = page.locator("#network").bounding_box()
        page.mouse.click(box["x"] + where["x"], box["y"] + where["y"])
        page.wait_for_selector("#passages blockquote")
        assert page.locator("tbody blockquote").count() > 5
    assert watched.outside == []
    assert watched.complaints == []

"""Files handed out by the dashboard, and an article put right before it is saved, in a real browser."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pandas as pd
import pyarrow.parquet as pq
from browser_world import Visit, running, settled
from playwright.sync_api import Browser, Page, expect

Visits = Callable[..., Visit]
FILTERS = "kind=refinery&from=2025-08-01"
COLOURS = """
() => [...document.querySelectorAll(".folium-map canvas")].reduce((count, canvas) => {
  const data = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
  const seen = new Set();
  for (let i = 0; i < data.length; i += 4) if (data[i + 3]) seen.add(data[i] << 16 | data[i + 1] << 8 | data[i + 2]);
  return count + seen.size;
}, 0)
"""
ARTICLE = (
    "Ukrainian drones struck the Unecha oil pumping station in Bryansk Oblast overnight on 12 April 2026, "
    "regional governor Alexander Bogomaz said. A fire broke out. "
)


def file(page: Page, label: str, folder: Path) -> Path:
    """Presses a button of the page Strikes and keeps what it hands out."""
    with page.expect_download(timeout=60_000) as given:
        page.get_by_role("button", name=re.compile(rf"^Download .* \({label}\)$")).click()
    path = folder / given.value.suggested_filename
    given.value.save_as(path)
    return path


def test_every_download_holds_exactly_the_filtered_strikes(visit: Visits, tmp_path: Path) -> None:
    page = visit().open(f"/strikes?{FILTERS}")
    many = int(page.locator(".answer").first.inner_text().split()[0])
    csv = pd.read_csv(file(page, "CSV", tmp_path), encoding="utf-8-sig")
    book = openpyxl.load_workbook(io.BytesIO(file(page, "XLSX", tmp_path).read_bytes()))
    geojson = json.loads(file(page, "GeoJSON", tmp_path).read_text(encoding="utf-8"))
    table = pq.read_table(file(page, "Parquet", tmp_path))
    ids = list(csv["id"])
    assert len(ids) == many > 5
    assert [row[0] for row in book["Strikes"].iter_rows(min_row=2, values_only=True)] == ids
    assert [feature["id"] for feature in geojson["features"]] == ids
    assert table.column("id").to_pylist() == ids
    facts = {name.value: value.value for name, value in book["About"].iter_rows(max_col=2)}
    assert str(facts["Filters as a link"]).endswith(f"/strikes?{FILTERS}")
    assert geojson["attribution"]
    assert b"attribution" in table.schema.metadata


def test_the_html_map_opens_from_a_disk_without_any_network(
    visit: Visits, browser: Browser, tmp_path: Path
) -> None:
    page = visit().open(f"/strikes?{FILTERS}")
    many = page.locator(".answer").first.inner_text().split()[0]
    path = file(page, "HTML map", tmp_path)
    context = browser.new_context(offline=True, viewport={"width": 1280, "height": 900})
    asked: list[str] = []
    broken: list[str] = []
    alone = context.new_page()
    alone.on("request", lambda request: asked.append(request.url))
    alone.on("pageerror", lambda error: broken.append(str(error)))
    alone.on("console", lambda said: broken.append(said.text) if said.type == "error" else None)
    alone.goto(path.as_uri())
    expect(alone.get_by_role("heading", level=1)).to_have_text(re.compile(rf"^{many} strikes"))
    alone.wait_for_function(f"({COLOURS})() > 20")  # land, borders, names, markers
    assert int(str(alone.locator(".folium-map").get_attribute("data-spots"))) > 3
    assert alone.locator("tbody tr").count() == int(many)
    expect(alone.locator("footer")).to_contain_text("Natural Earth")
    search = alone.get_by_placeholder("Find a facility")
    search.fill("Ryazan")
    expect(alone.get_by_text("Ryazan Refinery").first).to_be_visible()
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    assert broken == []
    context.close()


def test_many_files_are_read_one_is_put_right_and_saved(visit: Visits, tmp_path: Path) -> None:
    files = tmp_path / "files"
    files.mkdir()
    (files / "news.txt").write_text(ARTICLE, encoding="utf-8")
    (files / "broken.pdf").write_bytes(b"%PDF-1.7 nothing")
    (files / "many.jsonl").write_text(
        "".join(json.dumps({"id": str(n), "text": f"Quiet day {n}."}) + "\n" for n in range(3)),
        encoding="utf-8",
    )
    with running(tmp_path) as own:
        page = visit(own).open("/add")
        page.locator('input[type="file"]').set_input_files(sorted(files.iterdir()))
        expect(page.locator("mark.mark-target").first).to_be_visible(timeout=60_000)
        expect(page.get_by_role("alert")).to_contain_text("broken.pdf")
        page.get_by_text("Put right").click()
        form = page.get_by_test_id("stMain")
        form.get_by_text("No strike: leave it out").wait_for()
        form.get_by_role("combobox", name=re.compile("Status")).click()
        page.keyboard.type("claimed")
        page.keyboard.press("Enter")
        expect(page.get_by_text("Set by a person: status claimed.")).to_be_visible()
        page.get_by_label("Your name").fill("Eva")
        page.get_by_label("Your name").press("Enter")
        page.get_by_role("button", name="Save 4 articles and 1 change").click()
        expect(page.get_by_text("Saved: 4 new articles")).to_be_visible(timeout=60_000)
        shown = visit(own).open("/strikes?q=unecha&from=2026-04-01")
        settled(shown)
        rows = pd.read_csv(file(shown, "CSV", tmp_path), encoding="utf-8-sig")
        assert list(rows["status"]) == ["claimed"]
        assert list(rows["set_by_person"]) == ["status"]
        assert own.left() == []

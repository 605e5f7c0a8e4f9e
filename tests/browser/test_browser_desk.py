"""The correction desk in a real browser: an article is read wrongly, and a person puts it right."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from browser_world import Visit, running, settled
from playwright.sync_api import expect

Visits = Callable[..., Visit]
UNECHA = "unecha-pumping-station-2025-08-21"
REASON = "the second post names <img src=x onerror=top.ran=1> {{7*7}} missiles"


def test_a_person_corrects_a_strike_and_takes_it_back(visit: Visits, tmp_path: Path) -> None:
    with running(tmp_path) as own:
        page = visit(own).open(f"/?strike={UNECHA}")
        page.get_by_role("link", name="Accept or correct it").click()
        page.wait_for_url(re.compile(rf"/review\?strike={UNECHA}$"))
        settled(page)
        expect(page.locator(".compared")).to_contain_text("As read")
        expect(page.locator(".words mark.mark-weapon").first).to_be_visible()
        page.get_by_text("Correct", exact=True).click()
        chosen = page.get_by_test_id("stMain").get_by_test_id("stMultiSelect")
        chosen.get_by_role("combobox").click()
        page.keyboard.type("missile")
        page.keyboard.press("Enter")
        page.keyboard.press("Escape")
        page.get_by_label("Your name").fill("Eva")
        page.get_by_label("Reason").fill(REASON)
        page.get_by_role("button", name="Set weapons").click()
        expect(page.get_by_text("weapons was drone, HIMARS, is drone, HIMARS, missile")).to_be_visible()
        expect(page.locator(".compared .set")).to_contain_text("drone, HIMARS, missile set by a person")
        expect(page.get_by_test_id("stMain")).to_contain_text(REASON)
        page.get_by_text("What people decided").click()
        undo = page.get_by_test_id("stExpander")
        undo.get_by_label("Reason").fill("misread")
        undo.get_by_role("button", name="Undo this judgement").click()
        expect(page.locator(".compared .set")).to_have_count(0)
        expect(page.get_by_text("[undone]")).to_be_visible()
        assert page.evaluate("window.ran") is None
        assert own.left() == []

"""The map on its page: what it shows by the link, what a click opens, and what was struck nearby."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

Open = Callable[..., AppTest]
UNECHA = "unecha-pumping-station-2025-08-21"


def layer(page: AppTest) -> str:
    """The script of the layer that the map was given."""
    [drawn] = page.get("component_instance")
    return str(json.loads(drawn.proto.json_args)["feature_group"])


def html(page: AppTest) -> str:
    return "\n".join(element.proto.body for element in page.get("html"))


@pytest.mark.parametrize("view", ["facilities", "strikes", "time"])
def test_the_link_says_what_the_map_shows(page: Open, view: str) -> None:
    opened = page("", view=view)
    assert not opened.exception
    assert f'"view":"{view}"' in layer(opened)
    assert ('"courses":' in layer(opened)) == (view == "time")


def test_an_unknown_view_is_named_and_facilities_are_shown(page: Open) -> None:
    opened = page("", view="globe")
    assert "view=globe" in html(opened)
    assert '"view":"facilities"' in layer(opened)


def test_a_named_day_is_where_playing_begins(page: Open) -> None:
    assert '"day":20322' in layer(page("", view="time", day="2025-08-22"))
    assert '"day":' not in layer(page("", view="time"))


def test_nothing_to_play_is_no_error(page: Open) -> None:
    opened = page("", view="time", **{"from": "2031-01-01"})
    assert not opened.exception
    assert '"spots":[]' in layer(opened)


def test_the_opened_strike_lists_what_was_struck_nearby_and_opens_it(page: Open) -> None:
    opened = page("", strike=UNECHA)
    assert "Struck near here" in html(opened)
    near = [button for button in opened.button if str(button.key).startswith("near ")]
    assert "km" in near[0].label
    assert not [button for button in near if "Unecha" in button.label]
    wanted = str(near[0].key).removeprefix("near ")
    near[0].click().run()
    assert opened.query_params["strike"] == wanted


def test_nothing_is_listed_nearby_when_no_strike_is_opened(page: Open) -> None:
    assert "Struck near here" not in html(page())

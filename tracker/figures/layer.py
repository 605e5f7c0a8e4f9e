"""Elements of our own for folium: the base map, and one layer that draws all strikes on a canvas.

Each carries JSON that passed `escape.for_script`, and no element renders its script a second time as a
template, as branca's MacroElement does: that would run text as Jinja2 on the server.
"""

from __future__ import annotations

from typing import Any

import folium
from branca.element import Element, Figure, MacroElement
from jinja2 import Template

from tracker.figures.escape import for_script

ASSETS = "/assets"


class Verbatim(Element):
    """Script text that is passed on as it is and never compiled as a template."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def render(self, **_: Any) -> str:
        """The text."""
        return self._text


class Scripted(MacroElement):
    """An element whose script is one call of `static/` with one JSON argument."""

    _template = Template(
        "{% macro script(this, kwargs) %}"
        "var {{ this.get_name() }} = energy.{{ this.call }}"
        "({{ this._parent.get_name() }}, {{ this.payload }});"
        "{% endmacro %}"
    )

    def __init__(self, call: str, value: Any) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "Energy"
        self.call, self.payload = call, for_script(value)

    def render(self, **_: Any) -> str:
        """Put the script into the page's script, for pages that are rendered whole; there is no HTML."""
        figure = self.get_root()
        if isinstance(figure, Figure):
            text = self._template.module.script(self, {})
            figure.script.add_child(Verbatim(text), name=self.get_name())
        return ""


class QuietMap(folium.Map):
    """A folium map that loads Leaflet and our own script from this server, and nothing else from anywhere."""

    default_js = [  # noqa: RUF012
        ("leaflet", f"{ASSETS}/leaflet/leaflet.js"),
        ("energy_sheet", f"{ASSETS}/map/sheet.js"),
        ("energy_base", f"{ASSETS}/map/base.js"),
        ("energy_controls", f"{ASSETS}/map/controls.js"),
        ("energy_player", f"{ASSETS}/map/player.js"),
        ("energy_marks", f"{ASSETS}/map/marks.js"),
        ("energy_strikes", f"{ASSETS}/map/strikes.js"),
    ]
    default_css = [  # noqa: RUF012
        ("leaflet_css", f"{ASSETS}/leaflet/leaflet.css"),
        ("energy_css", f"{ASSETS}/map/map.css"),
    ]

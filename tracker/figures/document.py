"""The map as one HTML document that needs nothing else: scripts, styles and outlines stand inside it."""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import folium
from branca.element import Figure
from xstatic.pkg import leaflet

from tracker.figures.layer import ASSETS, Verbatim

_STATIC = Path(__file__).parent / "static"
_POLICY = (
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; "
    "connect-src data:; base-uri 'none'; form-action 'none'"
)
_IMAGE = re.compile(r"url\((images/[\w.-]+)\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What stands around the map: a title in plain words of ours, and HTML that is escaped already."""

    title: str
    above: str
    below: str


def document(chart: folium.Map, layer: folium.FeatureGroup, parts: Mapping[str, str], frame: Frame) -> str:
    """A page with the map that needs nothing but itself, and forbids itself to ask anybody for anything.

    `parts` are what the map would fetch, JSON by its name under /assets/map.
    """
    chart.add_child(layer)
    figure = chart.get_root()
    if not isinstance(figure, Figure):
        raise TypeError("a map stands in a figure")
    figure.title = frame.title
    head = [f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">']
    head += ['<meta name="viewport" content="width=device-width, initial-scale=1">']
    head += [f"<style>{_sheet(_file(url))}</style>" for _, url in chart.default_css]
    head += [f"<style>{_sheet(_STATIC / 'document.css')}</style>"]
    head += [f"<script>{_script(_file(url))}</script>" for _, url in chart.default_js]
    chart.default_js, chart.default_css = [], []
    for number, part in enumerate(head):
        figure.header.add_child(Verbatim(part), name=f"inlined {number}")
    figure.html.add_child(Verbatim(frame.above), name="above")
    chart.render()  # type: ignore[no-untyped-call]  # puts the map's place behind what stands above it
    figure.html.add_child(Verbatim(frame.below), name="below")
    return _with_parts(figure.render(), parts)


def _with_parts(page: str, parts: Mapping[str, str]) -> str:
    """The page with what the dashboard's map would fetch standing inside it."""
    for name, text in parts.items():
        payload = base64.b64encode(text.encode("utf-8")).decode("ascii")
        page = page.replace(f'"{ASSETS}/map/{name}"', f'"data:application/json;base64,{payload}"')
    return page


def leaflet_licence() -> str:
    """What Leaflet asks to go along with every copy of it."""
    return (_STATIC / "leaflet-licence.txt").read_text(encoding="utf-8")


def _file(url: str) -> Path:
    """Where an asset of the map lies on this machine."""
    room, _, name = url.removeprefix(f"{ASSETS}/").partition("/")
    return (Path(leaflet.BASE_DIR) if room == "leaflet" else _STATIC) / name


def _script(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    return re.sub(r"\n//# sourceMappingURL=.*", "", text).replace("</script", "<\\/script")


def _sheet(path: Path) -> str:
    def inside(found: re.Match[str]) -> str:
        image = base64.b64encode((path.parent / found[1]).read_bytes()).decode("ascii")
        return f"url(data:image/png;base64,{image})"

    return _IMAGE.sub(inside, path.read_text(encoding="utf-8"))

"""One colour, one meaning: the palette of every map, chart and legend, safe for colour-blind readers.

After Okabe and Ito, and Tol. Kinds of target share the colour of their family and are told apart by a
letter. Red means halted and nothing else; statuses of a strike are told by the style of the ring.
"""

from __future__ import annotations

from dataclasses import dataclass

from tracker.model import FlowStatus, Kind, Route, Status


@dataclass(frozen=True, slots=True)
class Family:
    """Kinds of target that share a colour."""

    label: str
    colour: str


@dataclass(frozen=True, slots=True)
class Mark:
    """How a kind is drawn: its family's colour and a letter of its own."""

    letter: str
    family: Family

    @property
    def colours(self) -> tuple[str, str]:
        """The colours of the disc and of the letter on it."""
        return self.family.colour, self.ink

    @property
    def ink(self) -> str:
        """The colour of the letter that is readable on the family's colour."""
        return "#ffffff" if luminance(self.family.colour) < 0.18 else "#14181d"


TRANSPORT = Family("crude transport", "#0072b2")
REFINING = Family("refining", "#e69f00")
STORES = Family("oil stores and terminals", "#56b4e9")
GAS = Family("gas", "#009e73")
POWER = Family("electricity", "#cc79a7")
OTHER = Family("other", "#7f8791")
FAMILIES = (TRANSPORT, REFINING, STORES, GAS, POWER, OTHER)

MARKS = {
    Kind.PUMPING_STATION: Mark("P", TRANSPORT),
    Kind.PIPELINE: Mark("L", TRANSPORT),
    Kind.REFINERY: Mark("R", REFINING),
    Kind.PETROCHEMICAL_PLANT: Mark("M", REFINING),
    Kind.OIL_DEPOT: Mark("D", STORES),
    Kind.OIL_TERMINAL: Mark("T", STORES),
    Kind.TANKER: Mark("K", STORES),
    Kind.PLATFORM: Mark("O", STORES),
    Kind.GAS_PLANT: Mark("G", GAS),
    Kind.GAS_STORAGE: Mark("S", GAS),
    Kind.COMPRESSOR_STATION: Mark("C", GAS),
    Kind.GAS_FIELD: Mark("F", GAS),
    Kind.POWER_PLANT: Mark("E", POWER),
    Kind.HYDRO_PLANT: Mark("H", POWER),
    Kind.NUCLEAR_PLANT: Mark("N", POWER),
    Kind.SUBSTATION: Mark("U", POWER),
    Kind.GRID: Mark("X", POWER),
    Kind.OTHER_ENERGY: Mark("+", OTHER),
}

FLOW = {
    FlowStatus.FLOWING: "#4477aa",
    FlowStatus.REDUCED: "#c2a500",
    FlowStatus.HALTED: "#cc3311",
    FlowStatus.UNKNOWN: "#9aa3ad",
}

MISSING = "#9070c0"
"""Crude that did not arrive."""

STOCK = "#4477aa"
"""Crude in stock."""

COUNT = "#6a7f93"
"""How many, where the colour tells nothing else."""

ROUTES = {Route.DRUZHBA: "#4477aa", Route.ADRIA: "#66ccee"}
"""Crude that came, by route."""

REFINING_LINES = {"struck": "#e69f00", "offline": "#aa3377", "run cut, published": "#7f8791"}
"""The lines of Russian refining: plants hit, units out of service, claims of the press."""

LINES = {
    FlowStatus.FLOWING: "solid",
    FlowStatus.REDUCED: "dashed",
    FlowStatus.HALTED: "dotted with a cross",
    FlowStatus.UNKNOWN: "thin dashes",
}

RINGS = {
    Status.CONFIRMED: "thick ring",
    Status.REPORTED: "thin ring",
    Status.CLAIMED: "dashed ring",
    Status.DISPUTED: "double ring",
    Status.DENIED: "dotted ring",
}

THEMES = {
    "light": {
        "sea": "#dfe7ec",
        "land": "#f7f5f0",
        "border": "#c3c8cc",
        "coast": "#a9b4bc",
        "name": "#6b757e",
        "country": "#9aa5ad",
        "ink": "#14181d",
        "paper": "#ffffff",
        "muted": "#5b6670",
        "pipe": "#b4bbc2",
        "fresh": "#f0e442",
    },
    "dark": {
        "sea": "#0f151b",
        "land": "#1c242c",
        "border": "#36424d",
        "coast": "#445260",
        "name": "#84909b",
        "country": "#5d6a76",
        "ink": "#eef2f5",
        "paper": "#161c22",
        "muted": "#a4afb9",
        "pipe": "#4d5a66",
        "fresh": "#f0e442",
    },
}


def luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb`, 0 (black) to 1 (white), as WCAG 2 defines it."""
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue

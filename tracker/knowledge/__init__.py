"""What the program knows: one loader per file of data/, each loaded once, when first asked for."""

from __future__ import annotations

from functools import cache, cached_property
from pathlib import Path
from typing import Any

from tracker.config import settings
from tracker.knowledge import (
    basemap,
    bulletins,
    chronology,
    formtable,
    gazetteer,
    lexicon,
    measured,
    pipelines,
    schematic,
    supply,
    towns,
)
from tracker.model import Article

__all__ = ["Knowledge", "knowledge"]


class Knowledge:
    """All of data/, loaded lazily. Raises DataError naming file and row when a file is wrong."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def gazetteer(self) -> gazetteer.Gazetteer:
        """Facilities and their names."""
        return gazetteer.load(self.folder / "gazetteer")

    @cached_property
    def forms(self) -> list[formtable.Form]:
        """Every grammatical form of every facility's names."""
        return formtable.open_forms(self.gazetteer, settings().cache_dir)

    @cached_property
    def lexicons(self) -> lexicon.Lexicons:
        """Words of each language, by language code."""
        return lexicon.Lexicons(self.folder / "lexicon")

    @cached_property
    def towns(self) -> towns.Towns:
        """Towns and regions of our countries."""
        return towns.load(self.folder / "gazetteer")

    @cached_property
    def pipelines(self) -> pipelines.Pipelines:
        """Courses of pipelines, by segment."""
        return pipelines.load(self.folder / "pipelines")

    @cached_property
    def supply(self) -> supply.Supply:
        """Halts, imports, stocks, capacities and policy."""
        return supply.load(self.folder / "supply")

    @cached_property
    def schematic(self) -> dict[str, schematic.Stop]:
        """Where facilities of the supply network stand on the line diagram, by facility id."""
        return schematic.load(self.folder / "supply" / "schematic.csv")

    @cached_property
    def listed(self) -> tuple[chronology.Listed, ...]:
        """Known strikes from public lists: listed, not read."""
        return chronology.load(self.folder / "chronology.csv", self.gazetteer)

    @cached_property
    def bulletins(self) -> tuple[Article, ...]:
        """Short reports in our own words about real strikes."""
        return bulletins.load(self.folder / "bulletins")

    @cached_property
    def measured(self) -> measured.Measured | None:
        """How good the parser was when it was last measured."""
        return measured.load(self.folder / "measured.json")

    @cached_property
    def outlines(self) -> dict[str, Any]:
        """Country outlines as a GeoJSON FeatureCollection."""
        return basemap.load(self.folder / "basemap")


@cache
def knowledge(folder: Path | None = None) -> Knowledge:
    """The knowledge of this process; `folder` defaults to the settings' data folder."""
    return Knowledge(folder or settings().data())

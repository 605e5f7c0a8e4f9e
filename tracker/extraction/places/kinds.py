"""Which kinds of target a word may stand for besides the one it names."""

from __future__ import annotations

from tracker.model import Kind

COMPATIBLE: dict[Kind, frozenset[Kind]] = {
    Kind.REFINERY: frozenset({Kind.PETROCHEMICAL_PLANT, Kind.GAS_PLANT}),
    Kind.OIL_DEPOT: frozenset({Kind.OIL_TERMINAL}),
    Kind.OIL_TERMINAL: frozenset({Kind.OIL_DEPOT}),
    Kind.GAS_PLANT: frozenset({Kind.PETROCHEMICAL_PLANT}),
    Kind.PETROCHEMICAL_PLANT: frozenset({Kind.GAS_PLANT, Kind.REFINERY}),
    Kind.POWER_PLANT: frozenset({Kind.HYDRO_PLANT, Kind.NUCLEAR_PLANT}),
    Kind.GAS_FIELD: frozenset({Kind.GAS_PLANT}),
    Kind.PIPELINE: frozenset({Kind.PUMPING_STATION}),
    Kind.OTHER_ENERGY: frozenset(Kind),
    Kind.PUMPING_STATION: frozenset({Kind.OIL_TERMINAL}),
}
"""Kinds that a looser word may stand for when the place has no facility of the kind it names."""

REFERS: dict[Kind, frozenset[Kind]] = {
    **COMPATIBLE,
    Kind.OIL_DEPOT: frozenset({Kind.OIL_TERMINAL, Kind.PUMPING_STATION, Kind.REFINERY, Kind.GAS_PLANT}),
}
"""Kinds that a bare facility word may refer back to: tanks belong to stations, refineries and terminals."""

LINES = frozenset({Kind.PIPELINE, Kind.GRID, Kind.OTHER_ENERGY})
"""Kinds that are no single site: a line, a grid, energy in general."""

LINEAR = frozenset({Kind.PIPELINE, Kind.GRID})
WORKS = frozenset({Kind.REFINERY, Kind.GAS_PLANT, Kind.PETROCHEMICAL_PLANT})
"""Kinds that are called a plant or a works."""

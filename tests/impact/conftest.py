from __future__ import annotations

from dataclasses import replace

import pytest
from impact_world import SUPPLY, World

from tracker.knowledge.supply import Supply


@pytest.fixture(scope="session")
def supply() -> Supply:
    return SUPPLY


@pytest.fixture(scope="session")
def world() -> World:
    return World()


@pytest.fixture(scope="session")
def quiet() -> World:
    """No listed halts and no figures: only what a test adds speaks."""
    return World(supply=replace(SUPPLY, halts=(), statements=(), deliveries=(), alternatives=()))

"""The cover clock: how long stocks, loans and cargoes make up for crude that does not arrive."""

from __future__ import annotations

from tracker.impact.cover.answer import cover
from tracker.impact.cover.types import (
    Cargo,
    Chosen,
    Cover,
    CoverDay,
    LoanDue,
    ProductCover,
    RunOut,
    Source,
)

__all__ = [
    "Cargo",
    "Chosen",
    "Cover",
    "CoverDay",
    "LoanDue",
    "ProductCover",
    "RunOut",
    "Source",
    "cover",
]

"""Settings: environment variables `TRACKER_*`, a `.env` file, defaults that work. No I/O at import."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from tracker.errors import UsageError


class Settings(BaseSettings):
    """All settings of the program, one field each, read when asked for."""

    model_config = SettingsConfigDict(env_prefix="TRACKER_", env_file=".env", extra="ignore", frozen=True)

    database_url: str = "sqlite:///var/tracker.db"
    """SQLAlchemy address of the store; PostgreSQL by URL."""

    geocoder: Literal["offline"] = "offline"
    """Where towns are looked up. Only the offline table exists today."""

    extractor: Literal["rules"] = "rules"
    """How articles are read. Only the rules exist today."""

    data_dir: Path | None = None
    """What the program knows; default: `data/` of the checkout, else `_data` inside the wheel."""

    cache_dir: Path = Path("var/cache")
    """Where tables that are built once are kept."""

    today: date | None = None
    """Fixes today's date, for tests and for looking back."""

    internet_tiles: bool = False
    """Allow the map to load tiles from the internet, when the reader switches them on."""

    max_article_bytes: int = 20_000_000
    """Largest article that is read, in bytes."""

    def clock(self) -> date:
        """Today, in UTC unless `TRACKER_TODAY` fixes it."""
        return self.today or datetime.now(UTC).date()

    def data(self) -> Path:
        """The folder of what the program knows."""
        if self.data_dir is not None:
            return self.data_dir
        packaged = Path(__file__).parent / "_data"
        return packaged if packaged.is_dir() else Path(__file__).parent.parent / "data"


@cache
def settings() -> Settings:
    """The settings of this process, read once. Raises UsageError where a variable holds no such value."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = f"TRACKER_{first['loc'][0]}".upper()
        raise UsageError(
            f"'{first['input']}': {first['msg']}", where=name, remedy="See the README's settings"
        ) from None

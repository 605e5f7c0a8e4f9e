"""Report to Report with a place: the gazetteer then towns and regions offline; never an invented point."""

from tracker.geocoding.link import locate
from tracker.geocoding.offline import OfflineGeocoder

__all__ = ["OfflineGeocoder", "locate"]

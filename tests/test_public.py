"""What `import tracker` offers."""

from __future__ import annotations

from datetime import date

import pytest

import tracker


def test_parse_gives_the_same_as_the_command_as_objects() -> None:
    text = "Drones hit the oil refinery in Saratov overnight."
    parsed = tracker.parse(text, published=date(2025, 9, 20))
    (report,) = parsed.reports
    assert report.facility_id == "saratov-refinery"
    assert (report.when.start, report.when.end) == (date(2025, 9, 19), date(2025, 9, 20))
    assert isinstance(report, tracker.Report)


def test_an_empty_text_is_refused_in_words() -> None:
    with pytest.raises(tracker.TrackerError, match="empty"):
        tracker.parse("  ")

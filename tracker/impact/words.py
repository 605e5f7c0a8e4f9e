"""Short sentences of the grounds: dates as people read them, durations, durations as officials say them."""

from __future__ import annotations

from datetime import date

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day_text(day: date) -> str:
    """`21 Aug 2025`, in every locale."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def duration_text(days_min: int | None, days_max: int | None) -> str | None:
    """`at least 5 days`, `up to 3 days`, `4 to 5 days`; None when no number was said."""
    if days_min is not None and days_max is not None:
        return f"{days_min} days" if days_min == days_max else f"{days_min} to {days_max} days"
    if days_min is not None:
        return f"at least {days_min} days"
    return f"up to {days_max} days" if days_max is not None else None


def span_text(start: date, last: date | None) -> str:
    """`from 21 Aug 2025`, `on 18 Aug 2025`, `from 18 Aug 2025 to 19 Aug 2025`."""
    if last is None:
        return f"from {day_text(start)}"
    if last == start:
        return f"on {day_text(start)}"
    return f"from {day_text(start)} to {day_text(last)}"

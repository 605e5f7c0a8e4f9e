"""Who stands behind a strike, out of what all its reports say; docs/status.md is the rule."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tracker.events.places import plain
from tracker.model import Article, Effect, Report, Status


def status_of(reports: Iterable[Report], articles: Mapping[str, Article]) -> Status:
    """The status of a merged strike.

    1. Only reports of verified tiers speak, unless there are none: an unread channel never makes a strike
       "confirmed" or "disputed" beside a news outlet's word.
    2. `disputed`: a report confirms an effect (anything but `none`) and somebody denies who did not confirm
       himself. A speaker who denies at first and admits later has confirmed.
    3. Otherwise the strongest of confirmed > denied > claimed > reported.
    """
    said = list(reports)
    heard = [r for r in said if articles[r.article_id].tier.verified] or said
    confirming = [r for r in heard if r.status is Status.CONFIRMED]
    if any(_tells_effect(r) for r in confirming) and _is_denied(heard):
        return Status.DISPUTED
    found = {r.status for r in heard}
    order = (Status.CONFIRMED, Status.DENIED, Status.CLAIMED)
    return next((status for status in order if status in found), Status.REPORTED)


def _tells_effect(report: Report) -> bool:
    return any(effect is not Effect.NONE for effect in report.effects)


def _is_denied(reports: Iterable[Report]) -> bool:
    """Whether somebody denies who does not also confirm; a denial without a name is somebody."""
    reports = list(reports)
    admitting = {plain(name) for r in reports for name in r.confirmed_by}
    denying = {plain(name) for r in reports for name in r.denied_by}
    nameless = any(r.status is Status.DENIED and not r.denied_by for r in reports)
    return nameless or bool(denying - admitting)

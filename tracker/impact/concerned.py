"""The few strikes of many that can matter to supply: those that any rule of this room could ask for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tracker.knowledge.supply.types import Supply
from tracker.model import Strike, SupplyReport


def concerned(
    strikes: Iterable[Strike], supply: Supply, supply_reports: Sequence[SupplyReport]
) -> tuple[Strike, ...]:
    """Strikes on a facility of the network, of a halt or of a supply report, or told in its article.

    Flows, headlines, balances and criticality are the same of these as of all strikes; refining needs all.
    """
    facilities = {name for leg in supply.legs for name in (leg.start, leg.end)}
    facilities |= {halt.facility_id for halt in supply.halts if halt.facility_id}
    facilities |= {report.facility_id for report in supply_reports if report.facility_id}
    told = {report.article_id for report in supply_reports}
    return tuple(
        strike
        for strike in strikes
        if strike.facility_id in facilities or any(report.article_id in told for report in strike.reports)
    )

"""The rules that give each day of one buyer and route its word, its grounds and what is missing.

The first rule that speaks decides; whatever else is known of the day stays in its grounds.
1. A day after `today` is unknown.
2. A listed halt, else an article's report of a halt or cut: halted or reduced, reported. A listed halt was
   checked by a person and knows part days and lost suppliers; among articles, halted beats reduced. Where a
   listed source says that nothing was lost on the day, an article's report gives way and stays beside it.
3. A restart or a report of flow on the day: flowing (reduced in test mode), reported.
4. A station put out of work by a strike of which nobody said what it does to supply: halted, modelled.
5. The days after an article's halt, while nobody has said that it ended: unknown, for `fresh_days`.
6. Within `fresh_days` after the last report of flow, with no outage since: flowing, modelled; reduced for
   `ramp_days` after a restart at lower volume.
7. A published delivery figure of the period: flowing, modelled. For Adria: a contract of the period.
8. Otherwise unknown, with the last word and its date.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from tracker.impact import outages, reported, volumes
from tracker.impact.horizon import as_known, reports_known, strikes_known
from tracker.impact.network import stops
from tracker.impact.outages import Flow, Outage
from tracker.impact.published import contracts, holding, tells
from tracker.impact.words import day_text
from tracker.knowledge.supply.types import Supply
from tracker.model import (
    Article,
    FlowBasis,
    FlowDay,
    FlowStatus,
    Ground,
    Range,
    Route,
    Strike,
    SupplyReport,
)

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Case:
    """All that is known of one country's supply by one route, seen from one day."""

    country: str
    route: Route
    supply: Supply
    today: date
    reported: tuple[Outage, ...]
    modelled: tuple[Outage, ...]
    flows: tuple[Flow, ...]
    attacks: tuple[tuple[date, Ground], ...]
    overruled: tuple[tuple[date, Ground], ...]
    strikes: tuple[Strike, ...]
    _usual: dict[date, volumes.Usual | None] = field(default_factory=dict)

    def day(self, day: date) -> FlowDay:
        """The word for one day with its grounds, by the rules above."""
        if day > self.today:
            return self._make(day, FlowStatus.UNKNOWN, FlowBasis.NONE, [_ahead(day)])
        said = sorted((o for o in self.reported if o.covers(day)), key=lambda o: _rank(o, day))
        flowed = [flow for flow in self.flows if flow.day == day]
        if said:
            return self._out(day, said, flowed)
        if flowed:
            return self._flowed(day, flowed)
        struck = [outage for outage in self.modelled if outage.covers(day)]
        if struck:
            return self._out(day, struck, [])
        return self._quiet(day)

    def lasting(self, day: date) -> Outage | None:
        """The outage that has the day, or one without an end after which nobody has told of flow."""
        found = sorted((o for o in self.reported if o.covers(day)), key=lambda o: _rank(o, day))
        if found:
            return found[0]
        ended = self._last_outage(day)
        flowed = any(flow.day <= day and _after(flow, ended) for flow in self.flows)
        if ended is not None and ended.open_ended and not flowed:
            return ended
        return next((o for o in self.modelled if o.covers(day)), None)

    def _out(self, day: date, found: Sequence[Outage], flowed: Sequence[Flow]) -> FlowDay:
        winner = found[0]
        missing = self.missing(winner, day)
        grounds = [outage.ground for outage in found] + [flow.ground for flow in flowed]
        ids = sorted({strike for outage in found for strike in outage.strike_ids})
        return self._make(day, winner.word_on(day), winner.basis, grounds, missing, tuple(ids))

    def _flowed(self, day: date, flowed: Sequence[Flow]) -> FlowDay:
        slow = _slow(flowed)
        status = FlowStatus.REDUCED if slow else FlowStatus.FLOWING
        missing = self._ramp(slow, 0) if slow else None
        return self._make(day, status, FlowBasis.REPORTED, [flow.ground for flow in flowed], missing)

    def _quiet(self, day: date) -> FlowDay:
        fresh = timedelta(days=self.supply.assume("fresh_days").middle)
        ended = self._last_outage(day)
        since = [f for f in self.flows if f.day < day and _after(f, ended)]
        if ended is not None and ended.open_ended and not since and day - ended.last <= fresh:
            sentence = f"No word since {ended.ground.sentence[0].lower()}{ended.ground.sentence[1:]}"
            return self._make(day, FlowStatus.UNKNOWN, FlowBasis.NONE, [_said_again(ended.ground, sentence)])
        if since and (rising := self._rising(day, since)):
            return rising
        if since and day - since[-1].day <= fresh:
            return self._make(day, FlowStatus.FLOWING, FlowBasis.MODELLED, [since[-1].ground])
        published = self._published(day)
        if published:
            return self._make(day, FlowStatus.FLOWING, FlowBasis.MODELLED, published)
        return self._make(day, FlowStatus.UNKNOWN, FlowBasis.NONE, [self.last_word(day)])

    def _rising(self, day: date, since: Sequence[Flow]) -> FlowDay | None:
        """A day on which flow is still coming back after a restart at lower volume."""
        ramp = self.supply.assume("ramp_days").middle
        restart = _slow([flow for flow in since if flow.day == since[-1].day])
        number = (day - since[-1].day).days
        if restart is None or number >= ramp:
            return None
        text = f"{restart.ground.sentence}; taken to come back evenly in {ramp:g} days"
        ground = _said_again(restart.ground, text)
        missing = self._ramp(restart, number)
        return self._make(day, FlowStatus.REDUCED, FlowBasis.MODELLED, [ground], missing)

    def ramp_day(self, day: date) -> int | None:
        """Days since a restart at lower volume, for as long as flow may still be coming back; else None.

        0 is the day of the restart. A later outage or report of flow ends it.
        """
        if day > self.today or any(o.covers(day) for o in (*self.reported, *self.modelled)):
            return None
        ended = self._last_outage(day)
        since = [flow for flow in self.flows if flow.day <= day and _after(flow, ended)]
        if not since or _slow([flow for flow in since if flow.day == since[-1].day]) is None:
            return None
        number = (day - since[-1].day).days
        return number if number < self.supply.assume("ramp_days").high else None

    def _last_outage(self, day: date) -> Outage | None:
        past = [o for o in (*self.reported, *self.modelled) if o.last < day]
        return max(past, key=lambda o: (o.last, o.start, o.id)) if past else None

    def _published(self, day: date) -> list[Ground]:
        if self.route is Route.DRUZHBA:
            return [volumes.delivery_ground(d) for d in holding(self.supply, self.country, self.route, day)]
        return contracts(self.supply, self.country, self.route, day)

    def last_word(self, day: date) -> Ground:
        """The newest thing known of flow before a day, or that nothing is."""
        words = [(f.day, f.ground) for f in self.flows if f.day < day]
        words += [(o.last, o.ground) for o in (*self.reported, *self.modelled) if o.last < day]
        if self.route is Route.DRUZHBA:
            words += [
                (d.period_end, volumes.delivery_ground(d))
                for d in self.supply.deliveries
                if tells(d, self.country, self.route) and d.period_end < day
            ]
        if not words:
            return Ground(sentence="Nothing is known of flow on or before this day")
        when, ground = max(words, key=lambda w: (w[0], w[1].sentence))
        return _said_again(ground, f"Last word, {day_text(when)}: {ground.sentence}")

    def missing(self, outage: Outage, day: date) -> Range | None:
        """What did not arrive on a day of an outage, kt; None where no figure allows to say."""
        usual = self._usual_at(outage.start - DAY) or self._usual_at(outage.start)
        if usual is None:
            return None
        if day == outage.part_day:
            return volumes.times(usual.kt_per_day, self.supply.assume("part_day_share"))
        if outage.word is FlowStatus.HALTED:
            return usual.kt_per_day
        came = volumes.arrived(self.supply, self.country, day)
        if came is not None:
            return volumes.shortfall(usual.kt_per_day, came)
        lost = outage.halt.lost_percent if outage.halt else None
        return volumes.scale(volumes.times(usual.kt_per_day, lost), 0.01) if lost else None

    def _ramp(self, restart: Flow, number: int) -> Range | None:
        usual = self._usual_at((restart.halt.start if restart.halt else restart.day) - DAY)
        return volumes.times(usual.kt_per_day, volumes.ramp_lost(self.supply, number)) if usual else None

    def _usual_at(self, day: date) -> volumes.Usual | None:
        if self.route is not Route.DRUZHBA:
            return None
        if day not in self._usual:
            self._usual[day] = volumes.usual(self.supply, (self.country,), day)
        return self._usual[day]

    def _make(
        self,
        day: date,
        status: FlowStatus,
        basis: FlowBasis,
        grounds: Sequence[Ground],
        missing: Range | None = None,
        strike_ids: tuple[str, ...] = (),
    ) -> FlowDay:
        return FlowDay(
            country=self.country,
            route=self.route,
            day=day,
            status=status,
            basis=basis,
            grounds=tuple(dict.fromkeys([*grounds, *self._beside(day)])),
            missing_kt=missing,
            missing_kb=volumes.barrels(self.supply, missing) if missing else None,
            strike_ids=tuple(sorted({*strike_ids, *self._struck_on(day)})),
        )

    def _beside(self, day: date) -> list[Ground]:
        """What else is known of a day: attacks that stopped nothing, reports that a listed source denies."""
        return [ground for when, ground in (*self.attacks, *self.overruled) if when == day]

    def _struck_on(self, day: date) -> list[str]:
        return [
            strike.id
            for strike in self.strikes
            if strike.when.start and strike.when.end and strike.when.start <= day <= strike.when.end
        ]


def case_of(
    country: str,
    route: Route,
    *,
    supply: Supply,
    supply_reports: Sequence[SupplyReport],
    articles: Mapping[str, Article],
    strikes: Sequence[Strike],
    today: date,
) -> Case:
    """Outages and reports of flow of one country and route, in an order of their own."""
    known = as_known(supply, today)
    struck = strikes_known(strikes, articles, today)
    hit = {strike.facility_id for strike in struck if strike.facility_id}
    vital = {name for name in hit if stops(known, route, name, country)}
    reports = reported.relevant(reports_known(supply_reports, articles, today), country, route, known)
    flows = [*outages.restarts(known, country, route), *reported.reported_flow(reports, articles)]
    told = reported.reported_outages(reports, articles, flows, struck, today)
    denials = outages.denials(known, country, route, supply.halts)
    denied = [flow for flow in denials if any(outage.covers(flow.day) for outage in told)]
    days = {flow.day for flow in denied}
    said = [*outages.listed(known, country, route, struck, today), *reported.without(told, days)]
    flows += denied
    return Case(
        country=country,
        route=route,
        supply=known,
        today=today,
        reported=tuple(said),
        modelled=tuple(outages.modelled(known, country, route, struck, [*said, *told])),
        overruled=tuple((day, o.ground) for day in sorted(days) for o in told if o.covers(day)),
        strikes=tuple(s for s in struck if s.facility_id in vital),
        flows=tuple(sorted(flows, key=lambda f: (f.day, f.ground.sentence, f.ground.article_id or ""))),
        attacks=tuple(
            (halt.start, outages.halt_ground(halt))
            for halt in known.halts
            if halt.completeness == "none" and halt.route is route and country in halt.countries
        ),
    )


def _rank(outage: Outage, day: date) -> tuple[bool, bool, date, str]:
    return (outage.halt is None, outage.word_on(day) is not FlowStatus.HALTED, outage.start, outage.id)


def _slow(flowed: Sequence[Flow]) -> Flow | None:
    """The restart at lower volume among the reports of flow of one day, a listed one first.

    An article that only says that oil flows again does not know the volume; one that says that nothing was
    lost does.
    """
    others = [flow for flow in flowed if not flow.reduced]
    if any(flow.halt is not None or not flow.restart for flow in others):
        return None
    return next((flow for flow in flowed if flow.reduced), None)


def _after(flow: Flow, ended: Outage | None) -> bool:
    return ended is None or flow.day > ended.last or flow.day == ended.part_day


def _ahead(day: date) -> Ground:
    return Ground(sentence=f"{day_text(day)} lies ahead")


def _said_again(ground: Ground, sentence: str) -> Ground:
    return Ground(
        sentence=sentence,
        said_by=ground.said_by,
        known_on=ground.known_on,
        source_url=ground.source_url,
        article_id=ground.article_id,
        evidence=ground.evidence,
    )

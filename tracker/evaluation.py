"""How good the parser is: gold articles read, compared one to one, and counted by language.

Place right: the same facility, or within 25 km (120 km where only a region is given). Date right: the
intervals come within one day. The 95 % intervals come from resampling whole articles (bootstrap, seeded).
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np
from geopy.distance import great_circle

from tracker.errors import DataError, UsageError
from tracker.knowledge import Knowledge
from tracker.model import Article, Parsed, Report
from tracker.pipeline import parse

HALVES = ("tuned", "heldout")
NEAR_KM, REGION_KM, EXACT_KM = 25.0, 120.0, 5.0
BANDS = ((0.0, 0.7), (0.7, 0.9), (0.9, 1.01))
"""Bands of confidence in which what is said is held against what is right."""

_BUYERS = ("HU", "SK")
_NIGHT = timedelta(days=1)
_RESAMPLES = 1000


@dataclass(slots=True)
class Tally:
    """Counts of one article, or of many: what was found, missed and invented, and what of it was right."""

    found: int = 0
    invented: int = 0
    missed: int = 0
    right_day: int = 0
    right_status: int = 0
    right_attacker: int = 0
    right_weapons: int = 0
    right_effects: int = 0
    named: int = 0
    named_exact: int = 0
    quiet: int = 0
    quiet_clean: int = 0
    flow_found: int = 0
    flow_invented: int = 0
    flow_missed: int = 0
    articles: int = 0
    bands: list[tuple[float, bool]] = field(default_factory=list)

    def __iadd__(self, other: Tally) -> Tally:
        for item in fields(self):
            setattr(self, item.name, getattr(self, item.name) + getattr(other, item.name))
        return self


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated article."""

    article: Article
    strikes: tuple[Mapping[str, Any], ...]
    disruptions: tuple[Mapping[str, Any], ...]


def load_gold(folder: Path) -> dict[str, list[Gold]]:
    """The gold articles of both halves, by half. Raises DataError naming file and line."""
    return {
        half: [gold for file in sorted((folder / half).glob("*.jsonl")) for gold in _read(file)]
        for half in HALVES
    }


def fingerprint(golds: Iterable[Gold]) -> str:
    """A hash of texts and annotations: a floor holds for exactly these articles."""
    rows = sorted(
        json.dumps([gold.article.text, gold.strikes, gold.disruptions], sort_keys=True) for gold in golds
    )
    return hashlib.sha256("\n".join(rows).encode()).hexdigest()[:16]


def evaluate(golds: Sequence[Gold], knowledge: Knowledge) -> dict[str, list[Tally]]:
    """One tally an article, by language; `all` holds every one."""
    tallies: dict[str, list[Tally]] = defaultdict(list)
    for gold in golds:
        tally = score(gold, parse(gold.article, knowledge), knowledge)
        tallies[gold.article.lang or "?"].append(tally)
        tallies["all"].append(tally)
    return dict(tallies)


def score(gold: Gold, parsed: Parsed, knowledge: Knowledge) -> Tally:
    """Compares one parsed article with its annotation."""
    tally = Tally(articles=1, quiet=not gold.strikes, quiet_clean=not gold.strikes and not parsed.reports)
    pairs = _pairs(gold.strikes, parsed.reports, knowledge)
    tally.found = len(pairs)
    tally.invented = len(parsed.reports) - len(pairs)
    tally.missed = len(gold.strikes) - len(pairs)
    matched = {id(report) for _, report in pairs}
    tally.bands = [(report.confidence, id(report) in matched) for report in parsed.reports]
    for wanted, report in pairs:
        tally.right_day += _right_day(wanted, report)
        tally.right_status += wanted["status"] == report.status.value
        tally.right_attacker += wanted["attacker"] == report.attacker
        tally.right_weapons += set(wanted["weapons"]) == {item.value for item in report.weapons}
        tally.right_effects += set(wanted["effects"]) == {item.value for item in report.effects}
        if wanted["facility_id"]:
            tally.named += 1
            tally.named_exact += _distance(wanted, report, knowledge) <= EXACT_KM
    _score_flows(tally, gold, parsed)
    return tally


def _pairs(
    golds: Sequence[Mapping[str, Any]], reports: Sequence[Report], knowledge: Knowledge
) -> list[tuple[Mapping[str, Any], Report]]:
    """One to one: the same facility before a near place, the same day before its neighbour."""
    candidates = []
    for at, wanted in enumerate(golds):
        for number, report in enumerate(reports):
            gap = _days_apart(wanted, report)
            distance = _distance(wanted, report, knowledge)
            if gap is not None and gap <= 1 and distance <= _reach(wanted, report):
                candidates.append((distance > 0, gap, at, number))
    taken_golds: set[int] = set()
    taken_reports: set[int] = set()
    pairs = []
    for _, _, at, number in sorted(candidates):
        if at not in taken_golds and number not in taken_reports:
            taken_golds.add(at)
            taken_reports.add(number)
            pairs.append((golds[at], reports[number]))
    return pairs


def _reach(wanted: Mapping[str, Any], report: Report) -> float:
    ours = report.place.precision.value if report.place else ""
    return REGION_KM if "region" in (wanted.get("precision"), ours) else NEAR_KM


def _distance(wanted: Mapping[str, Any], report: Report, knowledge: Knowledge) -> float:
    if wanted["facility_id"] and wanted["facility_id"] == report.facility_id:
        return 0.0
    point = _point(wanted, knowledge)
    if point is None or report.place is None or report.place.lat is None or report.place.lon is None:
        return float("inf")
    return float(great_circle(point, (report.place.lat, report.place.lon)).km)


def _point(wanted: Mapping[str, Any], knowledge: Knowledge) -> tuple[float, float] | None:
    if wanted["facility_id"]:
        facility = knowledge.gazetteer.get(wanted["facility_id"])
        return (facility.lat, facility.lon) if facility.lat is not None and facility.lon is not None else None
    return (wanted["lat"], wanted["lon"]) if wanted.get("lat") is not None else None


def _days(wanted: Mapping[str, Any]) -> tuple[date, date] | None:
    if wanted["date_start"] is None:
        return None
    return date.fromisoformat(wanted["date_start"]), date.fromisoformat(wanted["date_end"])


def _days_apart(wanted: Mapping[str, Any], report: Report) -> int | None:
    """Days between the two intervals, 0 when they meet or both are unknown; None when only one is known."""
    days, when = _days(wanted), report.when
    if days is None or when.start is None or when.end is None:
        return 0 if days is None and when.start is None else None
    return max((when.start - days[1]).days, (days[0] - when.end).days, 0)


def _right_day(wanted: Mapping[str, Any], report: Report) -> bool:
    """Whether they share a day and ours is no wider than a night, or theirs is as wide."""
    days, when = _days(wanted), report.when
    ours = when.end - when.start if when.start and when.end else timedelta()
    wide = days is not None and days[1] - days[0] > _NIGHT
    return _days_apart(wanted, report) == 0 and (ours <= _NIGHT or wide)


def _score_flows(tally: Tally, gold: Gold, parsed: Parsed) -> None:
    """Disruptions of Hungary and Slovakia: right when country, commodity and status agree."""
    wanted = [(row["country"], row["commodity"], row["status"]) for row in gold.disruptions]
    ours = [(row.country, row.commodity.value, row.status.value) for row in parsed.supply_reports]
    left = [row for row in ours if row[0] in _BUYERS]
    for row in wanted:
        if row[0] not in _BUYERS:
            continue
        if row in left:
            left.remove(row)
            tally.flow_found += 1
        else:
            tally.flow_missed += 1
    tally.flow_invented = len(left)


def missed(golds: Iterable[Gold], knowledge: Knowledge) -> list[str]:
    """One line for each strike that was missed or invented, and each disruption of HU or SK."""
    lines = []
    for gold in golds:
        parsed = parse(gold.article, knowledge)
        pairs = _pairs(gold.strikes, parsed.reports, knowledge)
        matched = {id(item) for pair in pairs for item in pair}
        for wanted in gold.strikes:
            if id(wanted) not in matched:
                what = wanted["facility_id"] or wanted.get("place")
                lines.append(
                    f"{gold.article.id}: missed {what} {wanted['date_start']} to {wanted['date_end']}"
                )
        for report in parsed.reports:
            if id(report) not in matched:
                what = report.facility_id or (report.place.name if report.place else report.target.name)
                lines.append(f"{gold.article.id}: invented {what} {report.when.start} to {report.when.end}")
    return lines


def f1(found: int, invented: int, missed: int) -> float:
    """The harmonic mean of precision and recall; 1 when there was nothing to find and nothing was found."""
    total = 2 * found + invented + missed
    return 2 * found / total if total else 1.0


def total(tallies: Iterable[Tally]) -> Tally:
    """The sum of many tallies."""
    summed = Tally()
    for tally in tallies:
        summed += tally
    return summed


def interval(tallies: Sequence[Tally], *, flows: bool = False) -> tuple[float, float]:
    """The 95 % bootstrap interval of an F1, resampling whole articles with a fixed seed."""
    names = ("flow_found", "flow_invented", "flow_missed") if flows else ("found", "invented", "missed")
    counts = np.array([[getattr(tally, name) for name in names] for tally in tallies])
    draws = np.random.default_rng(20250822).integers(0, len(counts), (_RESAMPLES, len(counts)))
    scores = [f1(*map(int, counts[draw].sum(axis=0))) for draw in draws]
    low, high = np.percentile(scores, [2.5, 97.5])
    return float(low), float(high)


def table(tallies: Mapping[str, Sequence[Tally]]) -> list[dict[str, str]]:
    """One row a language: strikes, fields, quiet articles and disruptions, as a person reads them."""
    rows = []
    for lang, items in sorted(tallies.items(), key=lambda item: (item[0] == "all", item[0])):
        sum_ = total(items)
        low, high = interval(items)
        rows.append({"lang": lang, **_row(sum_), "95 %": f"{low:.2f}-{high:.2f}"})
    return rows


def _row(sum_: Tally) -> dict[str, str]:
    found, wanted = sum_.found, sum_.found + sum_.missed
    return {
        "articles": str(sum_.articles),
        "strikes": str(wanted),
        "F1": f"{f1(found, sum_.invented, sum_.missed):.3f}",
        "precision": _share(found, found + sum_.invented),
        "recall": _share(found, wanted),
        "quiet clean": _share(sum_.quiet_clean, sum_.quiet),
        "right day": _share(sum_.right_day, found),
        "status": _share(sum_.right_status, found),
        "attacker": _share(sum_.right_attacker, found),
        "weapons": _share(sum_.right_weapons, found),
        "effects": _share(sum_.right_effects, found),
        "within 5 km": _share(sum_.named_exact, sum_.named),
        "HU SK flows": f"{f1(sum_.flow_found, sum_.flow_invented, sum_.flow_missed):.3f}",
    }


def calibration(tallies: Sequence[Tally]) -> list[dict[str, str]]:
    """For each band of confidence: how many strikes, what was said on average, what share was right."""
    said = [pair for tally in tallies for pair in tally.bands]
    rows = []
    for low, high in BANDS:
        band = [(confidence, right) for confidence, right in said if low <= confidence < high]
        mean = sum(confidence for confidence, _ in band) / len(band) if band else 0.0
        right = _share(sum(right for _, right in band), len(band))
        said_text = f"{mean:.2f}" if band else "-"
        rows.append({
            "confidence": f"{low:.1f}-{min(high, 1.0):.1f}", "strikes": str(len(band)),
            "said": said_text, "right": right,
        })  # fmt: skip
    return rows


def floors(articles: Sequence[Gold], tallies: Mapping[str, Sequence[Tally]]) -> dict[str, Any]:
    """The strike F1 of each language, rounded down, and the corpus it holds for."""
    scores = {}
    for lang, items in sorted(tallies.items()):
        sum_ = total(items)
        scores[lang] = int(f1(sum_.found, sum_.invented, sum_.missed) * 1000) / 1000
    return {"corpus": fingerprint(articles), "strike_f1": scores}


def pin_floors(
    path: Path, articles: Sequence[Gold], tallies: Mapping[str, Sequence[Tally]], *, lower: bool = False
) -> None:
    """Writes the floors that a test holds the parser to. Raises UsageError where one would fall unasked."""
    found = floors(articles, tallies)
    before = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {"strike_f1": {}}
    fallen = [
        lang for lang, score_ in before["strike_f1"].items() if found["strike_f1"].get(lang, 0) < score_
    ]
    if fallen and not lower:
        raise UsageError(
            f"floors would fall: {', '.join(fallen)}", where=str(path), remedy="Use --lower to let them"
        )
    path.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")


def pin_measured(
    path: Path, articles: Sequence[Gold], tallies: Mapping[str, Sequence[Tally]], *, made: date, version: str
) -> None:
    """Writes the scores that the page Method shows and the wheel carries; `knowledge.measured` reads them."""
    found = {
        "made": made.isoformat(),
        "version": version,
        "corpus": fingerprint(articles),
        "articles": len(articles),
        "rows": table(tallies),
    }
    path.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.2f}" if whole else "-"


def _read(file: Path) -> Iterable[Gold]:
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            published = date.fromisoformat(row["published"]) if row["published"] else None
            article = Article(
                id=row["id"], text=row["text"], title=row.get("title"), published=published, lang=row["lang"]
            )
            yield Gold(article, tuple(row["strikes"]), tuple(row["disruptions"]))
        except (json.JSONDecodeError, KeyError, ValueError) as error:
            raise DataError(
                f"not a gold article ({error})", where=f"{file}:{number}", remedy="See GUIDE.md"
            ) from None

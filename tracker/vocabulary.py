"""The closed lists of the project: every code that a field may hold, with its meaning."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """Kinds of target."""

    PUMPING_STATION = "pumping_station"
    PIPELINE = "pipeline"
    REFINERY = "refinery"
    OIL_DEPOT = "oil_depot"
    OIL_TERMINAL = "oil_terminal"
    GAS_PLANT = "gas_plant"
    GAS_STORAGE = "gas_storage"
    COMPRESSOR_STATION = "compressor_station"
    GAS_FIELD = "gas_field"
    POWER_PLANT = "power_plant"
    HYDRO_PLANT = "hydro_plant"
    NUCLEAR_PLANT = "nuclear_plant"
    SUBSTATION = "substation"
    GRID = "grid"
    TANKER = "tanker"
    PLATFORM = "platform"
    PETROCHEMICAL_PLANT = "petrochemical_plant"
    OTHER_ENERGY = "other_energy"


class Status(StrEnum):
    """Who stands behind a report; `disputed` only ever on a merged strike."""

    CLAIMED = "claimed"
    CONFIRMED = "confirmed"
    DENIED = "denied"
    REPORTED = "reported"
    DISPUTED = "disputed"


class Precision(StrEnum):
    """How exact a place is; the radius says it in kilometres."""

    FACILITY = "facility"
    TOWN = "town"
    DISTRICT = "district"
    REGION = "region"
    COUNTRY = "country"


class DatePrecision(StrEnum):
    """How exact a date is."""

    DAY = "day"
    NIGHT = "night"
    RANGE = "range"
    MONTH = "month"
    UNKNOWN = "unknown"


class DateBasis(StrEnum):
    """Where a date comes from: its own words, words relative to publication, a neighbour, or publication."""

    EXPLICIT = "explicit"
    RELATIVE = "relative"
    INHERITED = "inherited"
    PUBLISHED = "published"


class PublishedBasis(StrEnum):
    """Where an article's publication date comes from."""

    HEADER = "header"
    METADATA = "metadata"
    COLUMN = "column"
    GIVEN = "given"
    UNKNOWN = "unknown"


class Weapon(StrEnum):
    """Weapons, a closed list."""

    DRONE = "drone"
    NAVAL_DRONE = "naval_drone"
    MISSILE = "missile"
    HIMARS = "himars"
    ARTILLERY = "artillery"
    BOMB = "bomb"
    SABOTAGE = "sabotage"


class Effect(StrEnum):
    """Effects, a closed list; `none` means that a source says there was no damage."""

    FIRE = "fire"
    EXPLOSION = "explosion"
    DAMAGE = "damage"
    HALTED = "halted"
    POWER_OUTAGE = "power_outage"
    CASUALTIES = "casualties"
    DEBRIS = "debris"
    SPILL = "spill"
    NONE = "none"


class Commodity(StrEnum):
    """What is supplied."""

    CRUDE_OIL = "crude_oil"
    FUEL = "fuel"
    GAS = "gas"
    ELECTRICITY = "electricity"


class Route(StrEnum):
    """The way a commodity takes."""

    DRUZHBA = "druzhba"
    ADRIA = "adria"
    TAL_IKL = "tal_ikl"
    BPS = "bps"
    CPC = "cpc"
    TURKSTREAM = "turkstream"
    OTHER = "other"


class FlowWord(StrEnum):
    """What an article says of a supply."""

    HALTED = "halted"
    REDUCED = "reduced"
    AT_RISK = "at_risk"
    RESUMED = "resumed"
    UNAFFECTED = "unaffected"


class Tier(StrEnum):
    """What kind of source a report stands on; `news`, `official` and `operator` are shown by default."""

    NEWS = "news"
    OFFICIAL = "official"
    OPERATOR = "operator"
    SOCIAL = "social"
    LEDGER = "ledger"
    WEAK = "weak"

    @property
    def verified(self) -> bool:
        """Whether a strike that rests on this tier alone is shown by default."""
        return self in (Tier.NEWS, Tier.OFFICIAL, Tier.OPERATOR)


class Basis(StrEnum):
    """How we know a report: we read the article, we wrote a summary of it, or a list names it unread."""

    READ = "read"
    SUMMARY = "summary"
    LISTED = "listed"


class FlowStatus(StrEnum):
    """The word for one day of one route; `unknown` is a word too, never a blank."""

    FLOWING = "flowing"
    REDUCED = "reduced"
    HALTED = "halted"
    UNKNOWN = "unknown"


class FlowBasis(StrEnum):
    """How a day's word is known: a source says so, the model derives it, or nobody has said for long."""

    REPORTED = "reported"
    MODELLED = "modelled"
    NONE = "none"


class Verdict(StrEnum):
    """What a person decides over the machine; `undo` takes another decision back."""

    ACCEPT = "accept"
    REJECT = "reject"
    RETRACT = "retract"
    MERGE = "merge"
    SPLIT = "split"
    CORRECT = "correct"
    UNDO = "undo"


class Judged(StrEnum):
    """What a person has said of a strike as a whole."""

    ACCEPTED = "accepted"

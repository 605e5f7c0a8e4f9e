"""Every form of every facility's names, inflected once and kept in the cache folder.

Inflecting six thousand names in eight languages takes longer than reading an article; the forms change only
when the names or the rules of inflection do, and the cache file is named after both.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from tracker import text
from tracker.knowledge.gazetteer import Alias, Gazetteer
from tracker.knowledge.kept import kept
from tracker.text.clean import fold
from tracker.text.inflect import forms


@dataclass(frozen=True, slots=True)
class Form:
    """A folded form of a name and the facilities that bear it.

    `alone`: it links without a facility word. `small`: it may be written without a capital letter.
    """

    form: str
    facility_ids: tuple[str, ...]
    alone: bool
    small: bool


def open_forms(gazetteer: Gazetteer, cache_dir: Path) -> list[Form]:
    """All forms of the gazetteer's names, from the cache folder or inflected and left there."""
    path = cache_dir / f"forms-{_fingerprint(gazetteer)}.json"
    rows = json.loads(kept(path, lambda: json.dumps(_rows(gazetteer), ensure_ascii=False).encode()))
    return [Form(form, tuple(ids), alone, small) for form, ids, alone, small in rows]


def _fingerprint(gazetteer: Gazetteer) -> str:
    """A hash of the names, whose they are, and the modules that inflect them."""
    seen = hashlib.sha256()
    for alias in gazetteer.aliases:
        seen.update(f"{_bearer(gazetteer, alias)}\t{alias.alias}\t{alias.lang}\t{alias.type}\n".encode())
    for module in sorted(Path(text.__path__[0]).glob("*.py")):
        seen.update(module.read_bytes())
    return seen.hexdigest()[:16]


def _bearer(gazetteer: Gazetteer, alias: Alias) -> str:
    return gazetteer.get(alias.facility_id).id


def _rows(gazetteer: Gazetteer) -> list[tuple[str, list[str], bool, bool]]:
    """Form, bearers, alone, small. A form that links alone to some facilities means those."""
    bearers: dict[str, dict[str, bool]] = defaultdict(dict)
    small: set[str] = set()
    for alias in gazetteer.aliases:
        facility_id, alone = _bearer(gazetteer, alias), alias.type == "name"
        for form in forms(alias.alias, alias.lang):
            folded = fold(form)
            if form.islower():
                small.add(folded)
            bearers[folded][facility_id] = bearers[folded].get(facility_id, False) or alone
    return [
        (form, sorted(alone or found), bool(alone), form in small)
        for form, found in bearers.items()
        for alone in [[facility_id for facility_id, links in found.items() if links]]
    ]

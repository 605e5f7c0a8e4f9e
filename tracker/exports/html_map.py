"""Strikes as one HTML file: a map and a list that open from a disk, without internet and without us."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from tracker.exports.rows import clean, urls
from tracker.exports.selection import Selection, credits_of
from tracker.figures import maps, places, tables, words
from tracker.figures.document import Frame, document, leaflet_licence
from tracker.figures.escape import for_html
from tracker.knowledge import cities, knowledge
from tracker.knowledge.gazetteer import Facility
from tracker.model import Article, Strike

LISTED = 5_000
"""So many strikes at most stand in the list below the map, the latest; the map shows them all."""

_LEAFLET = "Map: Leaflet (BSD 2-Clause)"


def to_html(strikes: Sequence[Strike], articles: Mapping[str, Article], selection: Selection) -> str:
    """A page with the map of these strikes, their list with links to the articles, and whose data it is."""
    known = knowledge()
    stations = places.stations(known.supply, known.gazetteer)
    frame = Frame(
        title="Strikes on energy infrastructure", above=_above(strikes, selection),
        below=_below(strikes, articles, stations),
    )  # fmt: skip
    layer = maps.strikes_layer(strikes, selection.legs, known.pipelines, None)
    parts = {
        "base.json": maps.base_json(known.outlines, cities.load(), stations),
        "names.json": _names(strikes),
    }
    return clean(document(maps.base_map(known.pipelines, stations), layer, parts, frame))


def _names(strikes: Iterable[Strike]) -> str:
    """What the search box of the map finds: the struck facilities in any of their names."""
    struck = {words.where(strike) for strike in strikes if strike.facility_id}
    rows = json.loads(places.names_json(knowledge().gazetteer))
    return json.dumps([row for row in rows if row[0] in struck], ensure_ascii=False)


def _above(strikes: Sequence[Strike], selection: Selection) -> str:
    facts = selection.facts(strikes)[1:]
    if selection.day and selection.legs:
        facts.append(("Pipelines as on", words.day(selection.day)))
    cells = "".join(f"<dt>{for_html(name)}</dt><dd>{for_html(value)}</dd>" for name, value in facts)
    title = f"{words.count(len(strikes), 'strike')} on energy infrastructure"
    return f"<h1>{for_html(title)}</h1><dl>{cells}</dl>"


def _below(strikes: Sequence[Strike], articles: Mapping[str, Article], stations: Sequence[Facility]) -> str:
    missing = len(maps.unplaced(strikes))
    many = words.count(missing, "strike")
    note = f"<p>{for_html(f'{many} not on the map: no point is known.')}</p>" if missing else ""
    own = [maps.credit(knowledge().pipelines, stations), _LEAFLET]
    whose = "".join(f"<li>{for_html(line)}</li>" for line in (*credits_of(strikes), *own))
    return (
        f"{_legend(strikes)}{note}<h2>Strikes</h2>{_table(strikes, articles)}"
        f"<footer><h2>Attribution</h2><ul>{whose}</ul><details><summary>Licence of Leaflet</summary>"
        f"<pre>{for_html(leaflet_licence())}</pre></details></footer>"
    )


def _legend(strikes: Iterable[Strike]) -> str:
    shown = {words.kind(strike.kind) for strike in strikes}
    keys = (key for key in maps.legend()["kinds"] if key.label in shown)
    signs = (
        f'<i style="background:{key.colour};color:{key.ink}">{for_html(key.sign)}</i>{for_html(key.label)}'
        for key in keys
    )
    drawn = [f"<span>{sign}</span>" for sign in signs]
    for name, of in (("Status", "statuses"), ("Pipelines", "flows")):
        told = ", ".join(f"{key.label}: {key.sign}" for key in maps.legend()[of])
        drawn.append(f"<span>{for_html(f'{name} ({told})')}</span>")
    return f'<p class="legend">{"".join(drawn)}</p>'


def _table(strikes: Sequence[Strike], articles: Mapping[str, Article]) -> str:
    latest = tables.strike_table(strikes).head(LISTED)
    by_id = {strike.id: strike for strike in strikes}
    names = [name for name in tables.COLUMNS if name != "id" and name in latest]
    head = "".join(f'<th scope="col">{for_html(tables.COLUMNS[name])}</th>' for name in names)
    rows = (
        "".join(_cell(name, row[name]) for name in names) + f"<td>{_links(by_id[row['id']], articles)}</td>"
        for row in latest.to_dict("records")
    )
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    many = f"The latest {LISTED:,} of {len(strikes):,}; the map shows all."
    cut = f"<p>{many}</p>" if len(strikes) > LISTED else ""
    head += '<th scope="col">Articles</th>'
    return f'{cut}<div class="wide"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'


def _cell(name: str, value: object) -> str:
    style = ' class="number"' if name == "sources" else ""
    return f"<td{style}><bdi>{for_html(str(value))}</bdi></td>"


def _links(strike: Strike, articles: Mapping[str, Article]) -> str:
    """Numbered links to the articles; they open in the reader's browser only when clicked."""
    found = (url for url in urls(strike, articles) if url.startswith(("http://", "https://")))
    return " ".join(
        f'<a href="{for_html(url)}" target="_blank" rel="noopener noreferrer nofollow">{number}</a>'
        for number, url in enumerate(found, start=1)
    )

"""The one place that owns escaping of text on its way into a map.

Folium renders what it is given as a Jinja2 template, on the server, and again inside JavaScript template
literals, in the browser. HTML escaping alone stops neither, so every text that goes into a folium object
passes one of these two functions.
"""

from __future__ import annotations

import html
import json
from typing import Any

_MARKUP = {ord(mark): f"&#{ord(mark)};" for mark in "`\\{}$"}
_DIRECTION = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_SCRIPT = {ord(mark): f"\\u{ord(mark):04x}" for mark in "{}<>&'`$_\x7f\x85\u2028\u2029" + _DIRECTION}


def for_html(text: str) -> str:
    """Text as HTML content or attribute value that no template engine and no script can take for its own."""
    return html.escape(text, quote=True).translate(_MARKUP)


def for_script(value: Any) -> str:
    """A JSON value as a JavaScript expression, safe inside `<script>`, Jinja2 and template literals.

    Objects, lists, strings, finite numbers, booleans and None; anything else raises TypeError or ValueError.
    Inside strings `{ } < > & ' backtick $`, line separators and direction marks become `\\uXXXX`, and so does
    `_`, because streamlit-folium rewrites `_name` wherever it stands. `json.loads` gives the value back.
    """
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).translate(_SCRIPT)
    if isinstance(value, dict):
        pairs = (f"{for_script(str(key))}:{for_script(item)}" for key, item in value.items())
        return "{" + ",".join(pairs) + "}"
    if isinstance(value, list | tuple):
        return "[" + ",".join(map(for_script, value)) + "]"
    return json.dumps(value, allow_nan=False)

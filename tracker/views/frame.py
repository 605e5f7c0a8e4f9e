"""The frame around every page, run anew for each change: link, navigation, filters, the page itself, link."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from tracker.errors import TrackerError
from tracker.views import chips, data, earlier, markup, sidebar, state
from tracker.views.filters import number

HERE = Path(__file__).parent
PAGES_FOLDER = HERE / "app_pages"
"""Not called `pages`: Streamlit would run files of that name beside this one without the frame."""
PAGES = (
    ("map_page.py", "Map", ""),
    ("supply.py", "Supply", "supply"),
    ("whatif.py", "What if", "whatif"),
    ("campaign.py", "Campaign", "campaign"),
    ("strikes.py", "Strikes", "strikes"),
    ("strike.py", "Strike", "strike"),
    ("review.py", "Review", "review"),
    ("add.py", "Add an article", "add"),
    ("method.py", "Method", "method"),
)
FILTERED = ("", "campaign", "strikes", "review")


def main() -> None:
    """One run. What is wrong with the store or with data/ is one line on the page, never a traceback."""
    st.set_page_config(page_title="Energy-strike tracker", layout="wide", initial_sidebar_state=310)
    st.html(HERE / "style.css")
    pages = [
        st.Page(PAGES_FOLDER / file, title=title, url_path=path, default=not path)
        for file, title, path in PAGES
    ]
    page = st.navigation(pages, position="top")
    unknown = state.begin()
    if unknown:
        st.html(markup.notice(f"Not understood in this link, and left out: {', '.join(unknown)}"))
    try:
        earlier.show(decisions=page.url_path == "review")
        if page.url_path in FILTERED:
            strikes = (data.present() if page.url_path == "review" else data.snapshot()).strikes
            sidebar.show(strikes, number(strikes, state.current()), data.today())
            chips.show(strikes)
        page.run()
    except TrackerError as error:
        st.html(markup.notice(str(error), "problem"))
    state.end()


main()

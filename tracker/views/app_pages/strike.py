"""Strike: everything that is known of one strike, and who says so."""

from __future__ import annotations

from tracker.views import data, state, strikeview

filters = state.current()
wanted = filters.strike
strike = data.strike(wanted) if wanted else None

if strike is None:
    strikeview.choose(wanted)
else:
    strikeview.redirected(wanted, strike)
    strikeview.show(strike, data.snapshot())

"""The command line `tracker`: `articles` in, `keeping` of the store, `review` by people,
`supply` and other `results` out.

Exit codes: 0 all read, 3 some failed, 2 nothing could be read or wrong usage. A command imports its rooms
when it runs, so that `--help` and `parse` start at once.
"""

from __future__ import annotations

import sys

from tracker.cli import articles, keeping, results, review, supply
from tracker.cli.common import NOTHING_READ, app, complain
from tracker.errors import TrackerError

__all__ = ["articles", "keeping", "main", "results", "review", "supply"]


def main() -> None:
    """The console command. Every expected error is one line on standard error and exit code 2."""
    try:
        app()
    except TrackerError as error:
        complain(error)
        sys.exit(NOTHING_READ)
    except BrokenPipeError:
        sys.stderr.close()

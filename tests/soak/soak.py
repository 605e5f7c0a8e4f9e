"""The store under hardship, for real and bounded: `make soak`, or one part: `make soak ARGS=kill`.

No file here is called test_*, so `make test` collects none of this. Each part prints one line with its
figures; the first thing that is not as it must be stops its part, and the exit code is 1.
"""

from __future__ import annotations

import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from pathlib import Path

import soak_crowd
import soak_faults
import soak_growth
import soak_kill
import soak_moment
from soak_world import Databases, databases

PARTS: dict[str, Callable[[Databases], str]] = {
    "kill": soak_kill.run,
    "crowd": soak_crowd.run,
    "faults": soak_faults.run,
    "growth": soak_growth.run,
    "moment": soak_moment.run,
}


def main(names: list[str]) -> int:
    """Runs the parts that are named, or all."""
    unknown = [name for name in names if name not in PARTS]
    if unknown:
        sys.stderr.write(f"{unknown[0]} is no part of the soak. Name one of: {' '.join(PARTS)}\n")
        return 2
    failed = 0
    with tempfile.TemporaryDirectory() as folder, databases(Path(folder)) as where:
        for name in names or PARTS:
            began = time.monotonic()
            try:
                line = PARTS[name](where)
            except Exception:
                failed += 1
                line = f"FAILED\n{traceback.format_exc()}"
            sys.stdout.write(f"{name} ({time.monotonic() - began:.0f} s): {line}\n")
            sys.stdout.flush()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

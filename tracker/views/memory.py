"""What large stores ask of Python's memory."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collecting_later() -> Iterator[None]:
    """While a store is read, millions of objects are made that stay: the collector never looks at them.

    It would look through all of them several times while they are made, and then now and again in the midst
    of a reader's run, for a second at a time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()

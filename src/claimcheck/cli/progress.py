"""Progress on stderr while something takes long, where stderr is a terminal; otherwise nothing at all.

Belongs here: that line, and taking it away again. Does not belong here: what is being done.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from claimcheck.cli.streams import Unwritable

_PATIENCE = 0.8  # seconds before anything is said


@contextmanager
def progress(doing: str | Callable[[], str]) -> Iterator[None]:
    """Says after a while what is being done, asked anew each time, and for how long; the line goes in the end."""
    if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield
        return
    done = threading.Event()
    teller = threading.Thread(target=_tell, args=(doing, done), daemon=True)
    teller.start()
    try:
        yield
    finally:
        done.set()
        teller.join()


def _tell(doing: str | Callable[[], str], done: threading.Event) -> None:
    began = time.monotonic()
    said = False
    with suppress(Unwritable):  # a terminal that is gone needs no progress
        while not done.wait(_PATIENCE if not said else 1.0):
            said = True
            told = doing if isinstance(doing, str) else doing()
            sys.stderr.write(f"\r\x1b[Kclaimcheck: {told} … {time.monotonic() - began:.0f} s")
            sys.stderr.flush()
        if said:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()

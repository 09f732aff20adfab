"""The standard streams as the program has them: UTF-8 whatever the locale, and what is closed or full is said.

Belongs here: what stands in the place of `sys.stdin`, `sys.stdout` and `sys.stderr`, and the one exception by
which they fail. Does not belong here: what is written, and how the program ends (see `main`).
"""

from __future__ import annotations

import errno
import io
import os
import sys
from typing import IO, Any, TextIO


def is_colored(stream: TextIO) -> bool:
    """Whether what goes to a stream is coloured: on a terminal, unless NO_COLOR says no or FORCE_COLOR yes."""
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb" and not os.environ.get("NO_COLOR")


class Unwritable(Exception):
    """A standard stream that takes no more. No OSError, so that nobody takes it for a fault of a file."""

    def __init__(self, stream: str, fault: OSError | None) -> None:
        reason = "it is closed" if fault is None else (fault.strerror or "refused").lower()
        super().__init__(f"cannot write to {stream}: {reason}")
        self.stream = stream
        self.reader_left = fault is not None and fault.errno == errno.EPIPE


class Stream(io.TextIOWrapper):
    """A stream that writes UTF-8, with what UTF-8 cannot hold as an escape, and raises `Unwritable`."""

    def __init__(self, called: str, below: IO[bytes], line_buffering: bool) -> None:
        super().__init__(
            below, encoding="utf-8", errors="backslashreplace", newline="\n", line_buffering=line_buffering
        )
        self.called = called

    def write(self, text: str) -> int:
        """Writes text, or says which stream did not take it."""
        try:
            return super().write(text)
        except OSError as fault:
            raise Unwritable(self.called, fault) from None

    def flush(self) -> None:
        """Hands on what is held back, or says which stream did not take it."""
        try:
            super().flush()
        except OSError as fault:
            raise Unwritable(self.called, fault) from None


class Closed(io.TextIOBase):
    """What stands for a stream that was closed before the program began."""

    def __init__(self, called: str) -> None:
        self.called = called

    def write(self, text: str) -> int:
        """Refuses any text."""
        if text:
            raise Unwritable(self.called, None)
        return 0


def open_streams() -> None:
    """Puts streams of ours in the place of those that Python opened."""
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            _hold(number)
    for name in ("stdout", "stderr"):
        stream: Any = getattr(sys, name)
        if stream is None:
            setattr(sys, name, Closed(name))
        elif isinstance(stream, io.TextIOWrapper):
            setattr(sys, name, Stream(name, stream.buffer, stream.line_buffering))


def _hold(number: int) -> None:
    """Gives a closed descriptor to the void, so that no file of the corpus is opened under its number."""
    void = os.open(os.devnull, os.O_RDWR)
    if void != number:
        os.dup2(void, number)
        os.close(void)


def give_up(stream: str) -> None:
    """Sends what a stream still holds back into the void, so that nothing complains of it at the very end."""
    number = {"stdout": 1, "stderr": 2}[stream]
    void = os.open(os.devnull, os.O_WRONLY)
    os.dup2(void, number)
    os.close(void)

"""What is wrong with the input, where, and how to mend it.

Belongs here: positions, severities, the diagnostic value and the registry of codes. Does not belong here:
finding anything wrong (that is `corpus`), printing (that is `cli`). Imports nothing of ours.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a diagnostic weighs: an error takes its entry out of the comparison, a warning does not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a source file; line and column count from 1, columns in characters (not bytes or cells)."""

    file: str
    line: int
    column: int = 1


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem: a stable code, where it stands, one sentence that names it and one that mends it.

    `length` is the number of characters to underline from `position` on. `source_line` is the original line
    as it stands in the file (without its line end). `related` are further places of the same problem, each
    with a short label.
    """

    code: str
    severity: Severity
    position: Position
    message: str
    remedy: str = ""
    length: int = 1
    source_line: str = ""
    related: tuple[tuple[Position, str], ...] = ()

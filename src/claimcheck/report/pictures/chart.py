"""A chart: who stands where in time and what the record does to each, before it is measured or drawn.

Belongs here: the frozen values. Does not belong here: choosing them (see `controversy`), places (see `layout`).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from claimcheck.dates.when import DAY, Span, TimeSet
from claimcheck.dates.wording import Brief
from claimcheck.report.blocks import Target
from claimcheck.report.words.grammar import spelt


class Fill(StrEnum):
    """What a bar looks like: what the record says of whoever stands there."""

    BORNE_OUT = "good"  # solid
    IN_PART = "part"  # hatched
    OPEN = "open"  # pale, with an outline
    STRAINED = "strained"  # dotted: open, and only if dates are taken at their widest
    RULED_OUT = "out"  # an empty outline, with × at its own end
    DOUBTED = "doubted"  # an empty outline: contested, or ruled out in part


@dataclass(frozen=True, slots=True)
class Row:
    """One line: when, who, and what the record says of it.

    `times` is None where what is said has no place in time; `answer` is then what is said, and otherwise empty.
    `word` is the verdict, `because` what it rests on (": no record", " by …"),
    `short` the verdict where room is scarce. `dates` is how many different dates
    share the row.
    """

    names: tuple[str, ...]
    times: TimeSet | None
    fill: Fill
    word: str
    because: str = ""
    short: str = ""
    answer: str = ""
    dates: int = 1
    about: tuple[Target, ...] = ()

    @property
    def day(self) -> int | None:
        """The day (its number) within which all of it lies; None where it is longer, or has no place in time."""
        if self.times is None:
            return None
        first, last = self.times.start, self.times.stop
        if first is None or last is None or first // DAY != (last - 1) // DAY:
            return None
        return first // DAY

    @property
    def note(self) -> str:
        """What stands behind the names: that the row has several dates."""
        if self.dates == 1:
            return ""
        return f"at {spelt(self.dates)} different {'hours' if self.day is not None else 'dates'}"


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of one question; `label` is its short name."""

    label: str
    rows: tuple[Row, ...]
    about: Target | None = None


@dataclass(frozen=True, slots=True)
class Pin:
    """What the record dates: what happened, where that is written (empty: nowhere), and if a row rests on it."""

    when: Span
    label: str
    source: str
    is_documented: bool
    decides: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """Rows by question over the record. `says` tells all of it in words; `counted` and `left_out` stand beside it.

    `brief` is how its dates are said; the years that go without saying are on the axis.
    """

    title: str
    counted: str
    groups: tuple[Group, ...]
    pins: tuple[Pin, ...]
    brief: Brief
    left_out: str
    says: str

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows, from the top."""
        return tuple(row for group in self.groups for row in group.rows)

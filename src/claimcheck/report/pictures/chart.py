"""A chart: who stands where in time and what the record does to each, before it is measured or drawn.

Belongs here: the frozen values. Does not belong here: choosing them (see `controversy`), places (see `layout`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from claimcheck.dates.when import DAY, Span, TimeSet
from claimcheck.dates.wording import Brief
from claimcheck.report.words.grammar import spelt

Entry = tuple[str, str]  # of the corpus: its sort and its id

MOST_SPANS = 50  # of one date; a day of an unknown year has ten thousand, and no place on an axis


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

    `times` is None where what is said has no place in time. `answer` is then what is said; beside a time it is a
    value, or empty.
    `sign` is the siglum of an account, `word` the verdict, `because` what it rests on (": no record", " by …"),
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
    sign: str = ""
    about: tuple[Entry, ...] = ()

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
    about: Entry | None = None


@dataclass(frozen=True, slots=True)
class Pin:
    """What the record dates: what happened, where that is written (empty: nowhere), and if a row rests on it."""

    when: Span
    label: str
    source: str
    is_documented: bool
    decides: bool


def spans_shown(groups: Iterable[Group], pins: Iterable[Pin]) -> list[Span]:
    """Everything that is to have a place on the axis: what the rows say, and the records that decide."""
    spans = [span for group in groups for row in group.rows if row.times is not None for span in row.times.spans]
    return [*spans, *(pin.when for pin in pins if pin.decides)]


@dataclass(frozen=True, slots=True)
class Chart:
    """Rows by question over the record. `says` tells all of it in words; `counted` and `left_out` stand beside it.

    `brief` is how its dates are said; the years that go without saying are on the axis. Of one question alone the
    rows can be `is_lanes`: then names stand in a column before them, as the questions do elsewhere.
    """

    title: str
    counted: str
    groups: tuple[Group, ...]
    pins: tuple[Pin, ...]
    brief: Brief
    left_out: str
    says: str
    is_lanes: bool = False

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows, from the top."""
        return tuple(row for group in self.groups for row in group.rows)

"""Instants stated relative to an event: where they lie once the event's own instant is known.

Belongs here: calendar arithmetic on `Point`s (which is not a constant difference: an eve is a calendar day, a
month has 28 to 31 days) and the bounds of that arithmetic. Does not belong here: reading the words of a
relation (see `phrases`), solving for unknown anchors (see `engine`).
"""

from __future__ import annotations

import itertools
from functools import lru_cache

from claimcheck.dates.calendars import add_months, calendar_date, day_number, year_start
from claimcheck.dates.when import DAY, Edge, Point, Span, TimeSet

_FROM_START = frozenset({Edge.START, Edge.FIRST_DAY, Edge.MONTH_START, Edge.YEAR_START})

# Rounding to an edge moves an instant by less than this, in days: (back, on).
_ROUNDING = {
    Edge.START: (0, 0),
    Edge.END: (0, 0),
    Edge.FIRST_DAY: (1, 0),
    Edge.LAST_DAY: (1, 0),
    Edge.NEXT_DAY: (0, 1),
    Edge.MONTH_START: (31, 0),
    Edge.NEXT_MONTH: (0, 31),
    Edge.YEAR_START: (366, 0),
    Edge.NEXT_YEAR: (0, 366),
}

# Months of other calendars than the Julian and Gregorian: from the five days of the Coptic and Republican
# year's end to a possible 32; leap months make a count of months no shorter than this.
_SHORTEST_MONTH, _LONGEST_MONTH = 0, 32


def counts_from_start(edge: Edge) -> bool:
    """Whether an edge belongs to its anchor's start (otherwise it belongs to its end)."""
    return edge in _FROM_START


def move(point: Point, instant: int) -> int:
    """Where the point lies if the instant of its anchor that it counts from lies exactly at `instant`.

    `instant` is the anchor's start for START, FIRST_DAY, MONTH_START and YEAR_START, its end (exclusive) for
    the other edges; see `counts_from_start`. The result never decreases when `instant` grows. An end exactly
    at midnight belongs to the day before: that midnight is its NEXT_DAY. Where months are added, a START
    counts from the midnight before it and an END from the midnight after, since only days have a date.
    """
    found = _edge_instant(point, instant)
    if point.months:
        day = found // DAY if counts_from_start(point.edge) else -(-found // DAY)
        found = add_months(point.calendar, day, point.months) * DAY
    found += point.days * DAY + point.seconds
    if point.weekday is not None:
        day = -(-found // DAY)
        found = (day + (point.weekday - (day - 1)) % 7) * DAY
    return found


def left_by(anchor: TimeSet, earliest: Point | None, latest: Point | None) -> TimeSet:
    """What a relation leaves, in whole days, where its anchor lies within one of these spans: a stretch for each.

    `earliest` and `latest` are limits that count from that one anchor; `None` is no limit. Every span has limits.
    """
    return TimeSet.of(
        Span(
            None if earliest is None else _limit(earliest, span, is_lower=True),
            None if latest is None else _limit(latest, span, is_lower=False),
        )
        for span in anchor.spans
    )


def _limit(point: Point, span: Span, *, is_lower: bool) -> int:
    """Where a point lies at the earliest or at the latest while its anchor lies within the span."""
    assert span.start is not None and span.stop is not None
    # A start lies short of the stop of its own day, an end beyond its start.
    if counts_from_start(point.edge):
        found = move(point, span.start if is_lower else span.stop - 1)
    else:
        found = move(point, span.start + 1 if is_lower else span.stop)
    # In whole days: the anchor has no hour. A lower limit falls to the midnight before, an upper one after.
    return found // DAY * DAY if is_lower else -(-found // DAY) * DAY


def least_and_most(point: Point) -> tuple[int, int]:
    """The bounds, in seconds, of how far the point lies from its anchor's instant, whatever that is.

    Both bounds are safe for every instant; rounding to whole days counts as a full day. `move(point, t) - t`
    lies between them, both included.
    """
    back, on = _ROUNDING[point.edge]
    if point.months and point.edge in (Edge.START, Edge.END):
        back, on = _ROUNDING[Edge.FIRST_DAY if point.edge is Edge.START else Edge.NEXT_DAY]
    least, most = -back, on
    if point.months:
        shortest, longest = month_lengths(point.calendar, point.months)
        least, most = least + shortest, most + longest
    if point.weekday is not None:
        most += 7
    offset = point.days * DAY + point.seconds
    return least * DAY + offset, most * DAY + offset


def _edge_instant(point: Point, instant: int) -> int:
    match point.edge:
        case Edge.START | Edge.END:
            return instant
        case Edge.FIRST_DAY:
            return instant // DAY * DAY
        case Edge.NEXT_DAY:
            return -(-instant // DAY) * DAY
        case Edge.LAST_DAY:
            return (-(-instant // DAY) - 1) * DAY
        case Edge.MONTH_START:
            return _month_start(point.calendar, instant // DAY) * DAY
        case Edge.NEXT_MONTH:
            first = _month_start(point.calendar, -(-instant // DAY) - 1)
            return add_months(point.calendar, first, 1) * DAY
        case Edge.YEAR_START:
            return _year_starts(point, instant // DAY)[0] * DAY
        case Edge.NEXT_YEAR:
            return _year_starts(point, -(-instant // DAY) - 1)[1] * DAY


def _month_start(calendar: str, day: int) -> int:
    year, month, _ = calendar_date(calendar, day)
    return day_number(calendar, year, month, 1)


def _year_starts(point: Point, day: int) -> tuple[int, int]:
    """The first days of the year that holds `day`, and of the next, in the point's calendar and year style."""
    year = calendar_date(point.calendar, day)[0]
    start = year_start(point.calendar, year, point.year_begins)
    if start > day:
        return year_start(point.calendar, year - 1, point.year_begins), start
    following = year_start(point.calendar, year + 1, point.year_begins)
    if following <= day:  # styles that begin the year before 1 January of the same number (September, Christmas)
        return following, year_start(point.calendar, year + 2, point.year_begins)
    return start, following


@lru_cache(maxsize=512)
def month_lengths(calendar: str, months: int) -> tuple[int, int]:
    """The least and most days by which adding so many months (negative: taking away) moves a calendar day.

    Exact for the Gregorian and Julian calendars, whose months recur after 400 and 4 years; safe for others.
    """
    if calendar not in ("gregorian", "julian"):
        bounds = (_SHORTEST_MONTH * months, _LONGEST_MONTH * months)
        return min(bounds), max(bounds)
    starts, lengths = _month_cycle(calendar)
    cycle = len(lengths)
    whole = starts[cycle] - starts[0]
    least: int | None = None
    most: int | None = None
    for k in range(cycle):
        turns, other = divmod(k + months, cycle)
        moved = starts[other] + turns * whole - starts[k]
        clipped = moved - max(0, lengths[k] - lengths[other])
        least = clipped if least is None else min(least, clipped)
        most = moved if most is None else max(most, moved)
    return least or 0, most or 0


@lru_cache(maxsize=2)
def _month_cycle(calendar: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """First days of the months of one full cycle of years, and one more; and the lengths of the months."""
    years = 400 if calendar == "gregorian" else 4
    starts = [day_number(calendar, 2000 + k // 12, k % 12 + 1, 1) for k in range(years * 12 + 1)]
    lengths = [after - before for before, after in itertools.pairwise(starts)]
    return tuple(starts), tuple(lengths)

"""Stretches of time while a phrase is being worked out: limits that are instants or points of an event.

Belongs here: stretches and the arithmetic that is the same for instants and for points relative to an event.
Does not belong here: what the words of a phrase mean (see `evaluation`), points of known events (`relations`).
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from claimcheck.dates.calendars import add_months
from claimcheck.dates.conventions import Tolerance
from claimcheck.dates.refusal_kinds import Refusal
from claimcheck.dates.when import DAY, Edge, Point

Instant = int | Point  # seconds on the scale of `when`, or relative to an event


class Impossible(Exception):
    """What the words say cannot be worked out as a date; `remedy` says how to put it."""

    def __init__(self, message: str, remedy: str = "", kind: Refusal = Refusal.CONTRADICTION) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy
        self.kind = kind


class Stretch(NamedTuple):
    """From `start` up to `stop`, half-open, None for no limit, with the leeway of both on the wide reading.

    `wide_start` and `wide_stop` are the outermost limits; `late_start` and `early_stop` the innermost ones,
    which "before" and "after" need: before about 1500 is, on the wide reading, before 1505.
    """

    start: Instant | None
    stop: Instant | None
    wide_start: Instant | None
    wide_stop: Instant | None
    late_start: Instant | None
    early_stop: Instant | None


class Times(NamedTuple):
    """One of several stretches, at a grain: minute, hour, day, week, month, season, year, decade, century …

    `whole` is true where each stretch is one calendar unit of that grain, which has early and late parts.
    """

    stretches: tuple[Stretch, ...]
    grain: str
    whole: bool = False


def exact(start: Instant | None, stop: Instant | None) -> Stretch:
    """A stretch that nothing widens."""
    return Stretch(start, stop, start, stop, start, stop)


def days(first: int, stop: int) -> Stretch:
    """A stretch of whole days, by day numbers, half-open."""
    return exact(first * DAY, stop * DAY)


def moved(instant: Instant | None, months: int, days: int, seconds: int, calendar: str) -> Instant | None:
    """The instant moved by months in the calendar, then days and seconds.

    Raises Impossible where a point of an event has been moved by days before and months are still to come.
    """
    if instant is None:
        return None
    if isinstance(instant, Point):
        return _moved_point(instant, months, days, seconds, calendar)
    if months:
        day, rest = divmod(instant, DAY)
        instant = add_months(calendar, day, months) * DAY + rest
    return instant + days * DAY + seconds


def _moved_point(point: Point, months: int, days: int, seconds: int, calendar: str) -> Point:
    if months and (point.months or point.days or point.seconds or point.weekday is not None):
        raise Impossible(
            "months cannot be counted from a day that is itself counted from an event",
            "make the day in between an event of its own and count from that",
        )
    weekday = point.weekday
    if weekday is not None:
        if seconds:
            raise Impossible("a time cannot be counted from such a day", "make that day an event of its own")
        weekday = (weekday + days) % 7
    return Point(
        point.anchor,
        point.edge,
        point.months + months,
        point.days + days,
        point.seconds + seconds,
        weekday,
        calendar if months else point.calendar,
        point.year_begins,
    )


def by(instant: Instant | None, tolerance: Tolerance, calendar: str, direction: int) -> Instant | None:
    """The instant moved by a tolerance, back (-1) or on (1)."""
    months, days = direction * tolerance.months, direction * tolerance.days
    seconds = direction * tolerance.seconds
    if isinstance(instant, Point) and instant.weekday is None:
        # A margin of months is added to months already counted; its day may differ by the clipping of one
        # short month, which a margin can bear and a count could not (see `_moved_point`).
        return replace(
            instant,
            months=instant.months + months,
            days=instant.days + days,
            seconds=instant.seconds + seconds,
            calendar=calendar if months else instant.calendar,
        )
    return moved(instant, months, days, seconds, calendar)


def widened(stretch: Stretch, tolerance: Tolerance, calendar: str) -> Stretch:
    """The stretch with a tolerance added to the leeway of both limits."""
    if not tolerance:
        return stretch
    start, stop, wide_start, wide_stop, late_start, early_stop = stretch
    return Stretch(
        start,
        stop,
        by(wide_start, tolerance, calendar, -1),
        by(wide_stop, tolerance, calendar, 1),
        by(late_start, tolerance, calendar, 1),
        by(early_stop, tolerance, calendar, -1),
    )


def first_midnight(instant: Instant | None) -> Instant:
    """The midnight that begins the calendar day of a start. Raises Impossible where nothing bounds it."""
    if instant is None:
        raise Impossible("nothing says when this begins, so nothing can be counted from it", _BOUND)
    if isinstance(instant, Point):
        if instant.edge is Edge.START and not _is_displaced(instant):
            return _at_edge(instant, Edge.FIRST_DAY)
        return _whole_days(instant)
    return instant // DAY * DAY


def next_midnight(instant: Instant | None) -> Instant:
    """The midnight that ends the last calendar day of a stop; a stop at midnight is that midnight."""
    if instant is None:
        raise Impossible("nothing says when this ends, so nothing can be counted from it", _BOUND)
    if isinstance(instant, Point):
        if instant.edge is Edge.END and not _is_displaced(instant):
            return _at_edge(instant, Edge.NEXT_DAY)
        return _whole_days(instant)
    return -(-instant // DAY) * DAY


def last_midnight(instant: Instant | None) -> Instant:
    """The midnight that begins the last calendar day of a stop, from which months forward are counted."""
    found = next_midnight(instant)
    if not isinstance(found, Point):
        return found - DAY
    if found.edge is Edge.NEXT_DAY and not _is_displaced(found):
        return _at_edge(found, Edge.LAST_DAY)
    if found.edge is Edge.LAST_DAY and found.days == 1 and not found.months and found.weekday is None:
        return _at_edge(found, Edge.LAST_DAY)
    back = moved(found, 0, -1, 0, found.calendar)
    assert back is not None
    return back


_BOUND = "count from a date or an event that has that limit"


def _at_edge(point: Point, edge: Edge) -> Point:
    return Point(point.anchor, edge, calendar=point.calendar, year_begins=point.year_begins)


def _is_displaced(point: Point) -> bool:
    return bool(point.months or point.days or point.seconds or point.weekday is not None)


def _whole_days(point: Point) -> Point:
    if point.seconds or (point.edge in (Edge.START, Edge.END)):
        raise Impossible(
            "days cannot be counted from a time of day that is itself counted from an event",
            "make the time in between an event of its own and count from that",
        )
    return point


_FINENESS = ("minute", "hour", "day", "week", "month", "season", "year", "decade", "century", "millennium")


def fineness(grain: str) -> int:
    """The place of a grain from the finest on; what has none, an event, is before all."""
    return _FINENESS.index(grain) if grain in _FINENESS else 0

"""Dates that a hasty reader could take a date for, all of them certainly wrong.

Belongs here: slips of reading (the wrong third of a month, the calendar not turned, the year of another style, a
neighbouring month) as sets of time. Does not belong here: what is right.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.dates.calendars import add_months, calendar_date, has_roman_months, month_start
from claimcheck.dates.when import DAY, Span, TimeSet, Unit
from claimcheck.teaching.material import Material, Placed, apart


def misreadings(material: Material, placed: Placed) -> Iterator[TimeSet]:
    """Dates that a hasty reader could take it for, and that share nothing with it even at the widest."""
    for dates in _moved(placed, material.style.calendar):
        if dates.spans and apart(dates, placed.wide):
            yield dates


def _moved(placed: Placed, calendar: str) -> Iterator[TimeSet]:
    narrow = placed.narrow
    start, stop = narrow.start or 0, narrow.stop or 0
    whole_days = start % DAY == 0 and stop % DAY == 0
    length = stop - start
    if placed.calendar != calendar and has_roman_months(placed.calendar) and has_roman_months(calendar):
        yield _as_written_in(placed.calendar, calendar, narrow)  # not converted
    if placed.year_begins != "1 January":
        yield from (_by_months(narrow, months, calendar) for months in (-12, 12))  # the year not changed, or twice
    if "part-of-month" in placed.rule and whole_days:
        yield from _thirds(start // DAY, placed.calendar)
    for steps in (1, -1, 2, -2):
        if whole_days and length >= 28 * DAY:
            break
        yield _by_seconds(narrow, steps * max(length, DAY if whole_days else length))
    for months in (1, -1, 2, -2, 12, -12, 24, -24, 120, -120):
        if whole_days and (months % 12 == 0 or placed.unit is not Unit.YEAR):
            yield _by_months(narrow, months, calendar)
    if not whole_days:
        for days in (1, -1, 7, -7):
            yield _by_seconds(narrow, days * DAY)


def _thirds(day: int, calendar: str) -> Iterator[TimeSet]:
    """The beginning, middle and end of the month of a day, and of its neighbours."""
    year, month, _ = calendar_date(calendar, day)
    for months in (0, 1, -1):
        first = add_months(calendar, month_start(calendar, year, month), months)
        after = add_months(calendar, first, 1)
        for begins, ends in ((first, first + 10), (first + 10, first + 20), (first + 20, after)):
            yield TimeSet.of((Span(begins * DAY, ends * DAY),))


def _by_seconds(dates: TimeSet, seconds: int) -> TimeSet:
    return TimeSet.of(Span((s.start or 0) + seconds, (s.stop or 0) + seconds) for s in dates.spans)


def _by_months(dates: TimeSet, months: int, calendar: str) -> TimeSet:
    return TimeSet.of(
        Span(_month_on(s.start or 0, months, calendar), _month_on(s.stop or 0, months, calendar))
        for s in dates.spans
    )


def _month_on(instant: int, months: int, calendar: str) -> int:
    day, second = divmod(instant, DAY)
    return add_months(calendar, day, months) * DAY + second


def _as_written_in(calendar: str, other: str, dates: TimeSet) -> TimeSet:
    """The date moved as if its figures were those of the other calendar."""
    first = (dates.start or 0) // DAY
    year, month, day = calendar_date(calendar, first)
    return _by_seconds(dates, (month_start(other, year, month) + min(day, 28) - 1 - first) * DAY)

"""Instants in words, for a reader: "13 May 1402", "14 May 1402, 06:00", "99 years".

Belongs here: how a deduced limit and a gap are said. Does not belong here: the wording of dates as written
(see `claimcheck.dates.writing`), arithmetic on readings.
"""

from __future__ import annotations

from claimcheck.dates.calendars import add_months, calendar_date, day_number, year_of, year_start
from claimcheck.dates.when import DAY, Span, Unit
from claimcheck.dates.wording import GREGORIAN, Style, instant_in_words, span_in_words
from claimcheck.engine.findings import Gap


def limit_in_words(instant: int, unit: Unit, is_lower: bool, style: Style = GREGORIAN) -> str:
    """A half-open limit as the first (lower) or last (upper) day, month or year within it.

    Within a day it is said by the clock. Midnight is never an hour: as an upper limit it is the day before. A
    limit is never said more coarsely than it lies: one in mid-month is a day, though months were stated.
    """
    if instant % DAY:
        return instant_in_words(instant, style)
    calendar = style.calendar
    within = instant // DAY if is_lower else instant // DAY - 1
    year, month, _ = calendar_date(calendar, within)
    edge_year, _, edge_day = calendar_date(calendar, instant // DAY)
    first = last = within
    if unit is Unit.YEAR and instant // DAY == year_start(calendar, edge_year):
        first, last = year_start(calendar, year), year_start(calendar, year + 1) - 1
    elif unit in (Unit.MONTH, Unit.YEAR) and edge_day == 1:
        first = day_number(calendar, year, month, 1)
        last = add_months(calendar, first, 1) - 1
    return span_in_words(Span(first * DAY, (last + 1) * DAY), style)


def is_gap_told(gap: Gap) -> bool:
    """Whether there is a stretch between the two that can be named."""
    return bool(gap.days) or gap.first > gap.last


def gap_in_words(gap: Gap, style: Style = GREGORIAN) -> str:
    """A gap at the right size: the unit that the dates were stated in, or a larger one where days would hide it.

    Dates stated by the year differ by their numbers (1303 and 1402: 99 years), as days do (13 and 14 May:
    1 day). Dates stated by the day are days, then full months from three on, then full years from two on. Months
    and numbers of years are those of the calendar and the year style in which dates are said; `days` are days.
    """
    first = calendar_date(style.calendar, gap.first // DAY)
    last = calendar_date(style.calendar, gap.last // DAY)
    years = first[0] - last[0]
    months = years * 12 + first[1] - last[1]
    if gap.days == 0:
        return _within_a_day(gap.first - gap.last)
    numbers = [year_of(style.calendar, instant // DAY, style.year_begins) for instant in (gap.first, gap.last)]
    if gap.unit is Unit.YEAR and numbers[0] != numbers[1]:
        return _counted(numbers[0] - numbers[1], "year")
    if gap.unit is Unit.MONTH and months:
        return _counted(months, "month") if months < 24 else _counted(months // 12, "year")
    return length_in_words(months - (1 if first[2] < last[2] else 0), gap.days)


def length_in_words(full_months: int, days: int) -> str:
    """A stretch of time at the right size: years from two on, months from three on, days below."""
    if full_months >= 24:
        return _counted(full_months // 12, "year")
    return _counted(full_months, "month") if full_months >= 3 else _counted(days, "day")


def range_in_words(least: str, most: str) -> str:
    """Two stretches of time as a range, with their unit once: "1 to 12 days", "3 days to 2 months"."""
    if least == most:
        return least
    (number, _, unit), (_, _, other) = least.partition(" "), most.partition(" ")
    return f"{number if unit.removesuffix('s') == other.removesuffix('s') else least} to {most}"


def _within_a_day(seconds: int) -> str:
    for size, noun in ((3600, "hour"), (60, "minute")):
        if seconds >= size:
            return _counted(seconds // size, noun)
    return "less than a minute"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"

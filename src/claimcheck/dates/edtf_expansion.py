"""The days that an EDTF date with unspecified digits, a season or a qualifier stands for.

Belongs here: masks turned into years, months and days, and the widening of approximate parts, as arithmetic on
ranges. Does not belong here: reading text (see `edtf`), times of day, sets and intervals of dates.

All ranges are half-open, in order, disjoint, and joined where they abut, so that `XXXX-XX-XX` is one range of
days and not three and a half million.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from claimcheck.dates.calendars import (
    add_months,
    calendar_date,
    calendar_of_years,
    first_gregorian_day,
    first_of_month,
    year_start,
)

Ranges = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Circa:
    """How far `~` and `%` reach on the wide reading, either way, by the unit of the part they qualify.

    `long_years` is for a year stated to the century or more roughly. Seasons (21–32) have no sharp bounds and
    are widened by `season_months` even without a qualifier, as the word "spring" is.

    `calendar` and `year_begins` are those of dates that name no day of a year; a day of a year is Gregorian.
    """

    days: int = 2
    months: int = 1
    years: int = 5
    long_years: int = 25
    season_months: int = 1
    calendar: str = "gregorian"
    year_begins: str = "1 January"


CIRCA = Circa()


class Widening(NamedTuple):
    """By how many years, months and days the parts of a date reach further, either way."""

    years: int = 0
    months: int = 0
    days: int = 0


EXACT = Widening()

# Season codes as runs of months in the year: first month (January is 0) and number of months. 21–24 do not say
# which hemisphere; they are taken as the northern ones. A season that begins in December is named after the
# year in which it begins. ISO 8601-2:2019, 4.8: 25–28 northern, 29–32 southern, 33–36 quarters, 37–39 thirds
# of a year ("quadrimesters"), 40–41 halves ("semestrals").
SEASONS: dict[str, tuple[int, int]] = {
    "21": (2, 3),
    "22": (5, 3),
    "23": (8, 3),
    "24": (11, 3),
    "25": (2, 3),
    "26": (5, 3),
    "27": (8, 3),
    "28": (11, 3),
    "29": (8, 3),
    "30": (11, 3),
    "31": (2, 3),
    "32": (5, 3),
    "33": (0, 3),
    "34": (3, 3),
    "35": (6, 3),
    "36": (9, 3),
    "37": (0, 4),
    "38": (4, 4),
    "39": (8, 4),
    "40": (0, 6),
    "41": (6, 6),
}
WITHOUT_SHARP_BOUNDS = frozenset(str(code) for code in range(21, 33))


def joined(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Ranges that are in order of their starts, joined where they overlap or abut."""
    found: list[tuple[int, int]] = []
    for start, stop in ranges:
        if found and start <= found[-1][1]:
            if stop > found[-1][1]:
                found[-1] = (found[-1][0], stop)
        else:
            found.append((start, stop))
    return found


def widened(ranges: Ranges, by: int) -> Ranges:
    """The ranges with `by` more on either side of each."""
    return joined((start - by, stop + by) for start, stop in ranges) if by else ranges


def years_of_mask(mask: str) -> Ranges:
    """The years that four digits and X stand for: `156X` is [1560, 1570), `1X6X` ten such ranges."""
    head = mask.rstrip("X")
    size = 10 ** (len(mask) - len(head))
    heads = [0]
    for character in head:
        digits = range(10) if character == "X" else (int(character),)
        heads = [10 * value + digit for value in heads for digit in digits]
    return joined((value * size, (value + 1) * size) for value in heads)


def years_of_significant_digits(year: int, significant: int) -> Ranges:
    """The years that agree with `year` in its first significant digits; leading zeros are not significant."""
    size = 10 ** max(len(str(abs(year))) - significant, 0)
    first = abs(year) // size * size
    return [(first, first + size)] if year >= 0 else [(1 - first - size, 1 - first)]


def numbers_of_mask(mask: str, last: int) -> Ranges:
    """The numbers from 1 to `last` that two digits and X stand for: `1X` up to 12 is [10, 13)."""
    if mask == "XX":
        return [(1, last + 1)]
    if "X" not in mask:
        return [(int(mask), int(mask) + 1)] if 1 <= int(mask) <= last else []
    first, second = mask[0], mask[1]
    return joined(
        (number, number + 1)
        for number in range(1, last + 1)
        if first in ("X", str(number // 10)) and second in ("X", str(number % 10))
    )


def days_of(
    years: Ranges,
    months: Ranges | None,
    days: Ranges | None,
    widening: Widening,
    calendar: str = "gregorian",
    year_begins: str = "1 January",
) -> Ranges:
    """The days that have one of these years, months and days, with each part widened by its own measure.

    `months` are runs of months within a year (January is 0; a run may go on into the next year), `days` runs
    of days within a month; `None` means the part is not stated. Days that a month does not have are left out.
    Years are those of the calendar and year style, of which only calendars with Roman months have any.
    """
    if year_begins != "1 January":
        return _days_in_style(years, months, days, widening, calendar, year_begins)
    if calendar not in ("gregorian", "julian"):
        # As far as a winter goes on into the next year, or a widening goes.
        more = 1 + widening.years + widening.months // 12 + widening.days // 365
        calendar = calendar_of_years(calendar, years[0][0] - more, years[-1][1] + more)
        reform = first_gregorian_day(calendar)
        if reform is not None:  # beyond it no year is worked out in vain
            year = calendar_date("gregorian", reform)[0]
            until = [(start, min(stop, year + 1 + more)) for start, stop in years if start <= year + more]
            since = [(max(start, year - more), stop) for start, stop in years if stop >= year - more]
            julian = days_of(until, months, days, widening, "julian")
            gregorian = days_of(since, months, days, widening)
            before = [(start, min(stop, reform)) for start, stop in julian if start < reform]
            return joined([*before, *((max(start, reform), stop) for start, stop in gregorian if stop > reform)])
    years = widened(years, widening.years)
    if months is None:
        if calendar in ("gregorian", "julian"):
            return [
                (first_of_month(calendar, start, 1), first_of_month(calendar, stop, 1)) for start, stop in years
            ]
        return [(year_start(calendar, start), year_start(calendar, stop)) for start, stop in years]
    if months == [(0, 12)]:
        indices: Ranges = [(12 * start, 12 * stop) for start, stop in years]
    else:
        indices = joined(
            (12 * year + first, 12 * year + last)
            for start, stop in years
            for year in range(start, stop)
            for first, last in months
        )
    indices = widened(indices, widening.months)
    if days is None or days == [(1, 32)]:
        found: Ranges = [
            (_first_of_month(calendar, start), _first_of_month(calendar, stop)) for start, stop in indices
        ]
    else:
        found = _days_of_months(calendar, indices, days)
    return widened(found, widening.days)


def _first_of_month(calendar: str, index: int) -> int:
    """The day number of the first of a month, counted from January of year 0."""
    return first_of_month(calendar, index // 12, index % 12 + 1)


def _days_in_style(
    years: Ranges, months: Ranges | None, days: Ranges | None, widening: Widening, calendar: str, year_begins: str
) -> Ranges:
    """The same where the year begins on another day: of the days that bear the name, those within such a year."""
    wide = widened(years, widening.years)
    within = [(year_start(calendar, a, year_begins), year_start(calendar, b, year_begins)) for a, b in wide]
    if months is None:
        return within
    around = widened(wide, 1)  # whichever year the style's begins in
    found = days_of(around, months, days, Widening(0, widening.months, widening.days), calendar)
    reach = [
        (
            add_months(calendar, start, -widening.months) - widening.days,
            add_months(calendar, stop, widening.months) + widening.days,
        )
        for start, stop in within
    ]
    return joined(
        (max(a, start), min(b, stop)) for start, stop in joined(reach) for a, b in found if a < stop and b > start
    )


def _days_of_months(calendar: str, indices: Ranges, days: Ranges) -> Ranges:
    found = []
    for start, stop in indices:
        first = _first_of_month(calendar, start)
        for index in range(start + 1, stop + 1):
            following = _first_of_month(calendar, index)
            for first_day, after_last_day in days:
                if first + first_day <= following:
                    found.append((first + first_day - 1, min(first + after_last_day - 1, following)))
            first = following
    return joined(found)

"""The date of Easter, from which the movable feasts are counted.

Belongs here: the computus. Does not belong here: names of feasts (see the languages' tables).
"""

from __future__ import annotations

from claimcheck.dates.calendars import calendar_on, day_number

_FIRST_REFORMED = 1583  # Easter of 1583 was the first by the reformed reckoning


def easter_sunday(year: int, calendar: str) -> int:
    """The day number of Easter Sunday of a year AD, as a calendar with Roman months has it.

    By the Julian reckoning before 1583, and as long as the calendar was Julian; else by the Gregorian one
    (Meeus, *Astronomical Algorithms*, 2nd ed., ch. 8; the Gregorian rule is that of the anonymous correspondent
    of *Nature*, 1876).
    """
    if year < _FIRST_REFORMED or calendar_on(calendar, day_number("julian", year, 3, 22)) == "julian":
        a, b, c = year % 4, year % 7, year % 19
        d = (19 * c + 15) % 30
        e = (2 * a + 4 * b - d + 34) % 7
        month, day = divmod(d + e + 114, 31)
        return day_number("julian", year, month, day + 1)
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (b - (b + 8) // 25 + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return day_number("gregorian", year, month, day + 1)

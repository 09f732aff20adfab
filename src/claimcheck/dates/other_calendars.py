"""The calendars that `convertdate` knows, as day numbers.

Belongs here: the bridge to `convertdate`, which is imported when one of its calendars is asked for and not
before. Does not belong here: the Gregorian and Julian calendars, which `calendars` computes itself.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache

from claimcheck.diagnostics import installing

# Left out are those of its calendars that it does not bring back to the date it was given (Bahá'í), that are no
# calendars of years and months (Maya) and that dated no source (Positivist).
_MODULES = {
    "armenian": "armenian",
    "coptic": "coptic",
    "french republican": "french_republican",
    "hebrew": "hebrew",
    "indian": "indian_civil",
    "islamic": "islamic",
    "persian": "persian",
}
OTHER_CALENDARS: tuple[str, ...] = tuple(_MODULES)

NOT_INSTALLED = "needs the package convertdate:"

# What convertdate raises for years that it cannot compute.
_FAILURES = (ArithmeticError, AssertionError, LookupError, TypeError, ValueError)

_JULIAN_DAY_OF_ZERO = 1_721_424.5  # the Julian day at the midnight that begins day number 0


def other_day_number(calendar: str, year: int, month: int, day: int) -> int:
    """The day number of a date of a `convertdate` calendar.

    Months are numbered as `convertdate` numbers them (Hebrew from Nisan). Raises ValueError with a plain
    sentence for an unknown calendar, a missing package and a date that the calendar does not have.
    """
    to_julian_day, from_julian_day = _functions(calendar)
    try:
        found = to_julian_day(year, month, day)
        back = from_julian_day(found)
    except _FAILURES:
        back = None
    # convertdate turns a 31st of a short month into the 1st of the next; coming back shows it.
    if back is None or tuple(int(part) for part in back) != (year, month, day):
        raise ValueError(f"the {calendar} calendar has no day {day} of month {month} in the year {year}")
    return round(found - _JULIAN_DAY_OF_ZERO)


def other_date(calendar: str, day_number: int) -> tuple[int, int, int]:
    """The (year, month, day) of a day number in a `convertdate` calendar.

    Raises ValueError as `other_day_number` does, also for a day before the calendar's era began.
    """
    try:
        year, month, day = _functions(calendar)[1](day_number + _JULIAN_DAY_OF_ZERO)
    except _FAILURES:
        raise ValueError(f"the {calendar} calendar does not reach back to day {day_number}") from None
    return int(year), int(month), int(day)


def other_first_month(calendar: str) -> int:
    """The number of the month with which a year begins: Tishri, the seventh, in the Hebrew calendar, else 1."""
    return 7 if calendar == "hebrew" else 1


_ToJulianDay = Callable[[int, int, int], float]
_FromJulianDay = Callable[[float], tuple[int, int, int]]


@cache
def _functions(calendar: str) -> tuple[_ToJulianDay, _FromJulianDay]:
    if calendar not in _MODULES:
        known = ", ".join(("historical", "gregorian", "julian", *OTHER_CALENDARS))
        raise ValueError(f"no calendar is called “{calendar[:40]}”; there are {known}")
    from importlib import import_module

    try:
        module = import_module(f"convertdate.{_MODULES[calendar]}")
    except ImportError:
        raise ValueError(f"the {calendar} calendar {NOT_INSTALLED} {installing('calendars')}") from None
    if calendar in _FROM_THE_SUN:
        return _by_years(module.to_jd, _FROM_THE_SUN[calendar])
    return module.to_jd, module.from_jd


# The days of a year before each of its months, where the year begins with an equinox. That takes ten milliseconds
# to find: once for a year, and not for each of its days.
_FROM_THE_SUN = {
    "persian": tuple(31 * month - max(0, month - 6) for month in range(12)),
    "french republican": tuple(30 * month for month in range(13)),
}
_YEAR = 365.2422  # days


def _by_years(to_julian_day: _ToJulianDay, before: tuple[int, ...]) -> tuple[_ToJulianDay, _FromJulianDay]:
    """The two functions of a calendar from the first days of its years."""
    first = lru_cache(maxsize=4096)(lambda year: to_julian_day(year, 1, 1))

    def of_date(year: int, month: int, day: int) -> float:
        return first(year) + before[month - 1] + day - 1

    def of_day(julian_day: float) -> tuple[int, int, int]:
        year = int((julian_day - first(1)) / _YEAR) + 1
        while first(year) > julian_day:
            year -= 1
        while first(year + 1) <= julian_day:
            year += 1
        if year < 1:
            raise ValueError("before the first year")
        days = int(julian_day - first(year))
        month = sum(days >= earlier for earlier in before)
        return year, month, days - before[month - 1] + 1

    return of_date, of_day

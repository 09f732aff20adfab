"""Calendars: dates to day numbers and back, months added, year styles, Old and New Style checked.

Belongs here: everything that turns (year, month, day) of a named calendar into a day on the one scale of
`when`, and back. Does not belong here: eras and cycles that only number years (see `eras`), reading text.

A day number is the proleptic Gregorian ordinal of Python's `date.toordinal` (0001-01-01 is 1), continued
without a gap below it. Years are astronomical: year 0 is 1 BC, year -43 is 44 BC. "gregorian" and "julian"
are computed here for every year (the algorithms are those of Richards, *Explanatory Supplement to the
Astronomical Almanac*, 3rd ed., ch. 15, in integers); the others come from `convertdate`, imported when used.

"historical" is the Julian calendar to 4 October 1582 and the Gregorian from the 15th, as historians write. A
country that reformed its calendar on another day has a calendar of that name: "julian-until 1752-09-02", the last
day that was Julian there. The days between are in neither.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from claimcheck.dates.other_calendars import OTHER_CALENDARS, other_date, other_day_number, other_first_month

HISTORICAL = "historical"
CALENDARS: tuple[str, ...] = (HISTORICAL, "gregorian", "julian", *OTHER_CALENDARS)

MONTHS: tuple[str, ...] = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

_LENGTHS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DAYS_BEFORE = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_JULIAN_SHIFT = -2  # 1 January AD 1 of the Julian calendar is day -1: 30 December of year 0, Gregorian


# ------------------------------------------------------------------------------------------- reforms

_JULIAN_UNTIL = re.compile(r"julian-until ([0-9]{4})-([0-9]{2})-([0-9]{2})")
_FIRST_REFORM, _LAST_REFORM = (1582, 10, 4), (2000, 12, 31)  # no country has reformed its calendar since


class LeftOut(ValueError):
    """A day that a calendar does not have because its reform passed over it; `remedy` says what to write."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.remedy = remedy


class _Reform(NamedTuple):
    """The last day of the Julian calendar, the first of the Gregorian, and the day number of the latter."""

    last: tuple[int, int, int]
    first: tuple[int, int, int]
    day: int


@lru_cache(maxsize=64)
def _reform(calendar: str) -> _Reform | None:
    """The reform that a calendar has gone through; None for one that has gone through none."""
    if calendar == HISTORICAL:
        last = _FIRST_REFORM
    else:
        match = _JULIAN_UNTIL.fullmatch(calendar)
        if match is None:
            return None
        last = (int(match[1]), int(match[2]), int(match[3]))
    day = day_number("julian", *last) + 1
    return _Reform(last, calendar_date("gregorian", day), day)


def julian_until(date: str) -> str:
    """The name of the calendar of a country whose last Julian day was `date`, as YYYY-MM-DD.

    Raises ValueError with a plain sentence for what is no day of the Julian calendar, and for one before the
    Gregorian calendar was made (4 October 1582) or after the last country took it up.
    """
    calendar = f"julian-until {date.strip()}"
    match = _JULIAN_UNTIL.fullmatch(calendar)
    if match is None:
        raise ValueError(f"“{date[:40]}” is no day: write the last Julian day as 1752-09-02")
    last = (int(match[1]), int(match[2]), int(match[3]))
    day_number("julian", *last)
    if not _FIRST_REFORM <= last <= _LAST_REFORM:
        raise ValueError("calendars were reformed between 4 October 1582 and the 20th century")
    return HISTORICAL if last == _FIRST_REFORM else calendar


def is_calendar(name: str) -> bool:
    """Whether there is a calendar of this name: one of `CALENDARS`, or one with a day of reform of its own."""
    if name in CALENDARS:
        return True
    try:
        return julian_until(name.removeprefix("julian-until ")) == name
    except ValueError:
        return False


def has_roman_months(calendar: str) -> bool:
    """Whether a calendar has January to December: the Gregorian, the Julian, and those that are both in turn."""
    return calendar in ("gregorian", "julian") or _reform(calendar) is not None


def calendar_on(calendar: str, day_number: int) -> str:
    """The calendar that a day is dated in: of a reformed calendar "julian" or "gregorian", else the calendar."""
    reform = _reform(calendar)
    if reform is None:
        return calendar
    return "julian" if day_number < reform.day else "gregorian"


def calendar_of_years(calendar: str, first: int, after: int) -> str:
    """The calendar of all years from `first` up to `after`, exclusive: of a reformed one that of their side.

    The reformed calendar itself is returned where the years lie on both sides of the reform, or reach it.
    """
    reform = _reform(calendar)
    if reform is None:
        return calendar
    if after <= reform.last[0]:
        return "julian"
    return "gregorian" if first > reform.first[0] else calendar


def first_gregorian_day(calendar: str) -> int | None:
    """The day number from which on a reformed calendar is the Gregorian one; None for any other calendar."""
    reform = _reform(calendar)
    return reform.day if reform is not None else None


def _side(reform: _Reform, date: tuple[int, int, int]) -> str:
    """Whether a date of a reformed calendar is Julian or Gregorian. Raises LeftOut if it is neither."""
    if date <= reform.last:
        return "julian"
    if date >= reform.first:
        return "gregorian"
    named = f"{date[2]} {MONTHS[date[1] - 1]} {date[0]}" if 1 <= date[1] <= 12 else "that day"
    raise LeftOut(
        f"the reform of the calendar left {named} out: {_in_words(reform.last)} was followed by "
        f"{_in_words(reform.first)}",
        f"write “{named} O.S.” for the Julian day, “{named} N.S.” for the Gregorian one",
    )


# ---------------------------------------------------------------------------------------------- days


def is_leap_year(calendar: str, year: int) -> bool:
    """Whether February has 29 days; for "gregorian" and "julian" only."""
    if calendar == "julian":
        return year % 4 == 0
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def day_number(calendar: str, year: int, month: int, day: int) -> int:
    """The day number of a date.

    Raises ValueError with a plain sentence for a date that the calendar does not have ("April has 30 days"),
    for a calendar nobody knows, and for one whose package is not installed.
    """
    if calendar not in ("gregorian", "julian"):
        calendar = calendar_of_years(calendar, year, year + 1)
        reform = _reform(calendar)
        if reform is not None:
            calendar = _side(reform, (year, month, day))
        elif calendar not in ("gregorian", "julian"):
            return other_day_number(calendar, year, month, day)
    if not 1 <= month <= 12:
        raise ValueError(f"there is no month {month}: months run from 1 to 12")
    if not 1 <= day <= _LENGTHS[month] and not (month == 2 and day == 29 and is_leap_year(calendar, year)):
        raise ValueError(_no_such_day(year, month, day))
    return first_of_month(calendar, year, month) + day - 1


def first_of_month(calendar: str, year: int, month: int) -> int:
    """The day number of the 1st of a month from 1 to 12; for "gregorian" and "julian" only."""
    before = year - 1
    first = 365 * before + before // 4 + _DAYS_BEFORE[month] + 1
    if calendar == "julian":
        first += _JULIAN_SHIFT
    else:
        first += before // 400 - before // 100
    if month > 2 and year % 4 == 0 and is_leap_year(calendar, year):
        first += 1
    return first


def _no_such_day(year: int, month: int, day: int) -> str:
    if day < 1:
        return f"there is no day {day}: days run from 1"
    if month == 2 and day == 29:
        return f"{year_in_words(year)} was not a leap year; February had 28 days"
    if month == 2:
        return "February has at most 29 days"
    return f"{MONTHS[month - 1]} has {_LENGTHS[month]} days"


def calendar_date(calendar: str, day_number: int) -> tuple[int, int, int]:
    """The (year, month, day) of a day number, the inverse of `day_number`."""
    if calendar not in ("gregorian", "julian"):
        calendar = calendar_on(calendar, day_number)
    if calendar == "gregorian":
        cycles, rest = divmod(day_number - 1, 146_097)  # days in 400 years
        century = min(rest // 36_524, 3)
        rest -= century * 36_524
        year = 400 * cycles + 100 * century
    elif calendar == "julian":
        year, rest = 0, day_number - 1 - _JULIAN_SHIFT
    else:
        return other_date(calendar, day_number)
    fours, rest = divmod(rest, 1_461)
    ones = min(rest // 365, 3)
    year += 4 * fours + ones + 1
    return _month_and_day(calendar, year, rest - 365 * ones)


def _month_and_day(calendar: str, year: int, day_of_year: int) -> tuple[int, int, int]:
    leap = is_leap_year(calendar, year)
    if leap and day_of_year == 59:
        return year, 2, 29
    if leap and day_of_year > 59:
        day_of_year -= 1
    month = min(day_of_year // 29, 11) + 1  # at most one too far
    if _DAYS_BEFORE[month] > day_of_year:
        month -= 1
    return year, month, day_of_year - _DAYS_BEFORE[month] + 1


def month_start(calendar: str, year: int, month: int) -> int:
    """The day number of the first day that a month has, which is not its 1st where a reform left that out.

    Raises ValueError for a month that the year does not have.
    """
    return _first_from(calendar, year, month, 1)


def _first_from(calendar: str, year: int, month: int, day: int) -> int:
    """The day number of a date or, where a reform left it out, of the first day after the reform."""
    try:
        return day_number(calendar, year, month, day)
    except LeftOut:
        reform = _reform(calendar)
        assert reform is not None
        return reform.day


def days_in_month(calendar: str, year: int, month: int) -> int:
    """How many days a month has (October 1582 has 21). Raises ValueError for a month that the year has not."""
    if calendar in ("gregorian", "julian"):
        if not 1 <= month <= 12:
            raise ValueError(f"there is no month {month}: months run from 1 to 12")
        return 29 if month == 2 and is_leap_year(calendar, year) else _LENGTHS[month]
    first = month_start(calendar, year, month)
    if has_roman_months(calendar):
        return month_start(calendar, year + month // 12, month % 12 + 1) - first
    length = 1
    while calendar_date(calendar, first + length)[:2] == (year, month):
        length += 1
    return length


def add_months(calendar: str, day_number: int, months: int) -> int:
    """The day that many months later (earlier, if negative) in the calendar.

    The day of the month is kept, or the last before it that the month has: a month after 31 January is the last
    of February, a month after 10 September 1582 is 4 October. It never decreases when `day_number` grows. A year
    is twelve months in calendars with Roman months.
    """
    year, month, day = calendar_date(calendar, day_number)
    if has_roman_months(calendar):
        year, month = (year * 12 + month - 1 + months) // 12, (month - 1 + months) % 12 + 1
        calendar = calendar_of_years(calendar, year, year + 1)
        if calendar not in ("gregorian", "julian"):
            return _last_day_up_to(calendar, year, month, day)
        first = first_of_month(calendar, year, month)
        return first + (day if day <= 28 else min(day, days_in_month(calendar, year, month))) - 1
    first = day_number - day + 1
    for _ in range(abs(months)):
        # Years of other calendars differ in their number of months, so the months are walked through.
        if months > 0:
            first += days_in_month(calendar, *calendar_date(calendar, first)[:2])
        else:
            first -= calendar_date(calendar, first - 1)[2]
    year, month, _ = calendar_date(calendar, first)
    return first + min(day, days_in_month(calendar, year, month)) - 1


def anniversary(calendar: str, day_number: int, years: int) -> int:
    """The day with the same numerals that many years later; the last before it where that year lacks it."""
    year, month, day = calendar_date(calendar, day_number)
    return _last_day_up_to(calendar, year + years, month, day)


def _last_day_up_to(calendar: str, year: int, month: int, day: int) -> int:
    """The last day, in a year of a reform, of a month that has this number or a lower one; else its first."""
    first = month_start(calendar, year, month)
    following = first + days_in_month(calendar, year, month)
    fitting = [number for number in range(first, following) if calendar_date(calendar, number)[2] <= day]
    return fitting[-1] if fitting else first


def weekday(day_number: int) -> int:
    """The day of the week, 0 for Monday to 6 for Sunday; the same in every calendar."""
    return (day_number - 1) % 7


def year_in_words(year: int) -> str:
    """An astronomical year as a historian writes it: "1900", "44 BC", "AD 79"."""
    if year < 1:
        return f"{1 - year} BC"
    return f"AD {year}" if year < 100 else str(year)


# --------------------------------------------------------------------------------------- year styles

# Where a numbered year begins: month, day, and by how many years the beginning is off the number
# (Cheney & Jones, *A Handbook of Dates*, 2nd ed., ch. 1; Grotefend, *Zeitrechnung*, "Jahresanfang").
_STYLES: dict[str, tuple[int, int, int]] = {
    "1 January": (1, 1, 0),
    "1 March": (3, 1, 0),
    "25 March": (3, 25, 0),
    "25 March (Pisan)": (3, 25, -1),
    "1 September": (9, 1, -1),
    "25 December": (12, 25, -1),
    "Easter": (3, 22, 0),  # at the earliest
}
YEAR_STYLES: tuple[str, ...] = tuple(_STYLES)

_STYLE_NAMES = {
    "circumcision": "1 January",
    "venetian": "1 March",
    "annunciation": "25 March",
    "lady day": "25 March",
    "florentine": "25 March",
    "25 march (florentine)": "25 March",
    "pisan": "25 March (Pisan)",
    "byzantine": "1 September",
    "christmas": "25 December",
    "nativity": "25 December",
    "gallican": "Easter",
    "mos gallicus": "Easter",
    "mos gallicanus": "Easter",
}


@lru_cache(maxsize=64)
def year_style(name: str) -> str:
    """The style that a name stands for ("Christmas" is "25 December"), one of `YEAR_STYLES`.

    "25 March" is the Florentine and English reckoning (the year begins after 1 January of its number); the
    Pisan year begins a year earlier. "1 September" begins in the year before its number, as the indiction
    does. Raises ValueError with the styles there are.
    """
    plain = " ".join(name.lower().split())
    for style in YEAR_STYLES:
        if plain == style.lower():
            return style
    if plain in _STYLE_NAMES:
        return _STYLE_NAMES[plain]
    raise ValueError(f"no year style is called “{name[:40]}”; there are {', '.join(YEAR_STYLES)}")


def year_start(calendar: str, year: int, year_begins: str = "1 January") -> int:
    """The day number on which the year of that number begins in the style; the first day that it has.

    Styles are of calendars with Roman months. The year of any other begins with its own first month. Nobody began
    the year with Easter before there was one rule for it: such years begin in January.
    """
    if calendar not in ("gregorian", "julian") and _reform(calendar) is None:
        return day_number(calendar, year, other_first_month(calendar), 1)
    style = year_style(year_begins)
    if style == "Easter" and year >= FIRST_EASTER:
        return easter_sunday(year, calendar)
    month, day, shift = _STYLES[style if style != "Easter" else "1 January"]
    calendar = calendar_of_years(calendar, year + shift, year + shift + 1)
    if calendar in ("gregorian", "julian"):
        return first_of_month(calendar, year + shift, month) + day - 1
    return _first_from(calendar, year + shift, month, day)


def year_of(calendar: str, day_number: int, year_begins: str) -> int:
    """The number that the style gives to the year of a day."""
    year = calendar_date(calendar, day_number)[0]
    while year_start(calendar, year + 1, year_begins) <= day_number:
        year += 1
    while year_start(calendar, year, year_begins) > day_number:
        year -= 1
    return year


def days_in_style(calendar: str, year: int, month: int, day: int, year_begins: str) -> tuple[int, ...]:
    """The day numbers of a date whose year is counted in a style, in order.

    10 March 1710 in the style of 25 March is 10 March 1711. A year from Easter to Easter may have a date
    twice, or not at all. Raises ValueError as `day_number` does, also for 29 February where the style's year
    has none.
    """
    if not has_roman_months(calendar):
        return (day_number(calendar, year, month, day),)
    start, stop = (year_start(calendar, y, year_begins) for y in (year, year + 1))
    first_year = calendar_date(calendar, start)[0]
    problem: ValueError | None = None
    inside = []
    for y in (first_year, first_year + 1):
        try:
            found = day_number(calendar, y, month, day)
        except ValueError as error:
            problem = error
            continue
        if start <= found < stop:
            inside.append(found)
    if inside:
        return tuple(inside)
    raise problem or ValueError(f"{day} {MONTHS[month - 1]} is not in the year {year_in_words(year)}")


def month_in_style(calendar: str, year: int, month: int, year_begins: str) -> tuple[tuple[int, int], ...]:
    """The days of a month in a year counted in a style, as half-open day-number spans in order.

    Two spans where the year begins within the month: March 1710 in the style of 25 March is 25 to 31 March
    1710 and 1 to 24 March 1711.
    """
    if not has_roman_months(calendar):
        first = day_number(calendar, year, month, 1)
        return ((first, first + days_in_month(calendar, year, month)),)
    start, stop = (year_start(calendar, y, year_begins) for y in (year, year + 1))
    first_year = calendar_date(calendar, start)[0]
    spans = []
    for y in (first_year, first_year + 1):
        first = month_start(calendar, y, month)
        a, b = max(first, start), min(first + days_in_month(calendar, y, month), stop)
        if a < b:
            spans.append((a, b))
    return tuple(spans)


# -------------------------------------------------------------------------------------------- Easter

FIRST_EASTER = 326  # the first after the Council of Nicaea; until then there were several rules
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


# ------------------------------------------------------------------------------- Old and New Style


@dataclass(frozen=True, slots=True)
class DualDate:
    """One day written in both calendars, each half as (year, month, day)."""

    julian: tuple[int, int, int]
    gregorian: tuple[int, int, int]
    day_number: int


def calendar_offset(year: int, month: int) -> int:
    """By how many days the Gregorian date is ahead of the Julian one in that Julian month.

    10 from 1582 to February 1700, 13 from March 1900; it grows on 29 February of a centurial year that the
    Gregorian calendar does not make a leap year (counted here from 1 March). Negative before AD 200.
    """
    century = (year if month > 2 else year - 1) // 100
    return century - century // 4 - 2


def dual_date(first: tuple[int, int, int], second: tuple[int, int, int]) -> DualDate:
    """The day that two halves (year, month, day) name together, whichever of them is the Julian one.

    Raises ValueError with a plain sentence if a half is no date, or if the halves do not fit each other: "in
    the 20th century the difference is 13 days, not 12". Where the calendars agree (the 3rd century) the
    first half is taken as the Julian one.
    """
    problems: list[str] = []
    for julian, gregorian in ((first, second), (second, first)):
        try:
            day = day_number("julian", *julian)
            if day == day_number("gregorian", *gregorian):
                return DualDate(julian, gregorian, day)
        except ValueError as error:
            problems.append(str(error))
    if len(problems) == 2:
        raise ValueError(problems[0])
    raise ValueError(_misfit(first, second))


def _misfit(first: tuple[int, int, int], second: tuple[int, int, int]) -> str:
    earlier, later = sorted((first, second))
    right = calendar_offset(earlier[0], earlier[1])
    julian = earlier if right >= 0 else later
    try:
        stated = day_number("gregorian", *later) - day_number("gregorian", *earlier)
    except ValueError:  # 29 February of a year that is a leap year in the Julian calendar alone
        stated = day_number("julian", *later) - day_number("julian", *earlier)
    true_half = calendar_date("gregorian", day_number("julian", *julian))
    shown = f"{_in_words(julian)} of the Julian calendar is {_in_words(true_half)} of the Gregorian"
    if stated == abs(right):
        return shown
    return f"{_period(julian)} the difference is {_days(abs(right))}, not {stated}: {shown}"


def _period(julian: tuple[int, int, int]) -> str:
    year, month, _ = julian
    usual = calendar_offset((year - 1) // 100 * 100 + 50, 1)
    if calendar_offset(year, month) != usual:  # from 1 March of the last year of a century on
        return f"from March {year_in_words(year)} on"
    if year > 0:
        return f"in the {ordinal((year - 1) // 100 + 1)} century"
    return f"in the {ordinal(-year // 100 + 1)} century BC"


def _in_words(date: tuple[int, int, int]) -> str:
    return f"{date[2]} {MONTHS[date[1] - 1]} {year_in_words(date[0])}"


def _days(count: int) -> str:
    return f"{count} day" if count == 1 else f"{count} days"


def ordinal(number: int) -> str:
    """A number as an English ordinal: 1st, 2nd, 3rd, 11th, 22nd."""
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{('th', 'st', 'nd', 'rd')[number % 10] if number % 10 < 4 else 'th'}"

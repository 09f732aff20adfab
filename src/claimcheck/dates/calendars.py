"""Calendars: dates to day numbers and back, months added, year styles, Old and New Style checked.

Belongs here: everything that turns (year, month, day) of a named calendar into a day on the one scale of
`when`, and back. Does not belong here: eras and cycles that only number years (see `eras`), reading text.

A day number is the proleptic Gregorian ordinal of Python's `date.toordinal` (0001-01-01 is 1), continued
without a gap below it. Years are astronomical: year 0 is 1 BC, year -43 is 44 BC. "gregorian" and "julian"
are computed here for every year (the algorithms are those of Richards, *Explanatory Supplement to the
Astronomical Almanac*, 3rd ed., ch. 15, in integers); the others come from `convertdate`, imported when used.
"""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.dates.other_calendars import OTHER_CALENDARS, other_date, other_day_number

CALENDARS: tuple[str, ...] = ("gregorian", "julian", *OTHER_CALENDARS)

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
        return other_day_number(calendar, year, month, day)
    if not 1 <= month <= 12:
        raise ValueError(f"there is no month {month}: months run from 1 to 12")
    if not 1 <= day <= _LENGTHS[month] and not (month == 2 and day == 29 and is_leap_year(calendar, year)):
        raise ValueError(_no_such_day(year, month, day))
    return _first_of_month(calendar, year, month) + day - 1


def _first_of_month(calendar: str, year: int, month: int) -> int:
    before = year - 1
    first = 365 * before + before // 4 + _DAYS_BEFORE[month]
    if month > 2 and is_leap_year(calendar, year):
        first += 1
    if calendar == "julian":
        return first + 1 + _JULIAN_SHIFT
    return first + 1 - before // 100 + before // 400


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


def days_in_month(calendar: str, year: int, month: int) -> int:
    """The number of days of a month. Raises ValueError for a month that the year does not have."""
    if calendar in ("gregorian", "julian"):
        if not 1 <= month <= 12:
            raise ValueError(f"there is no month {month}: months run from 1 to 12")
        return 29 if month == 2 and is_leap_year(calendar, year) else _LENGTHS[month]
    first = day_number(calendar, year, month, 1)
    length = 1
    while calendar_date(calendar, first + length)[:2] == (year, month):
        length += 1
    return length


def add_months(calendar: str, day_number: int, months: int) -> int:
    """The day that many months later (earlier, if negative) in the calendar.

    The day of the month is kept, clipped to the month's length: a month after 31 January is the last of
    February. A year is twelve months in "gregorian" and "julian".
    """
    year, month, day = calendar_date(calendar, day_number)
    if calendar in ("gregorian", "julian"):
        year, month = (year * 12 + month - 1 + months) // 12, (month - 1 + months) % 12 + 1
        first = _first_of_month(calendar, year, month)
    else:
        first = day_number - day + 1
        for _ in range(abs(months)):
            # Years of other calendars differ in their number of months, so the months are walked through.
            if months > 0:
                first += days_in_month(calendar, *calendar_date(calendar, first)[:2])
            else:
                first -= calendar_date(calendar, first - 1)[2]
        year, month, _ = calendar_date(calendar, first)
    return first + min(day, days_in_month(calendar, year, month)) - 1


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
}


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


def year_start(calendar: str, year: int, year_begins: str) -> int:
    """The day number on which the year of that number begins in the style."""
    month, day, shift = _STYLES[year_style(year_begins)]
    return day_number(calendar, year + shift, month, day)


def year_of(calendar: str, day_number: int, year_begins: str) -> int:
    """The number that the style gives to the year of a day."""
    year = calendar_date(calendar, day_number)[0]
    while year_start(calendar, year + 1, year_begins) <= day_number:
        year += 1
    while year_start(calendar, year, year_begins) > day_number:
        year -= 1
    return year


def day_number_in_style(calendar: str, year: int, month: int, day: int, year_begins: str) -> int:
    """The day number of a date whose year is counted in a style.

    10 March 1710 in the style of 25 March is 10 March 1711. Raises ValueError as `day_number` does, also for
    29 February where the style's year has none.
    """
    start, stop = (year_start(calendar, y, year_begins) for y in (year, year + 1))
    first_year = calendar_date(calendar, start)[0]
    problem: ValueError | None = None
    for y in (first_year, first_year + 1):
        try:
            found = day_number(calendar, y, month, day)
        except ValueError as error:
            problem = error
            continue
        if start <= found < stop:
            return found
    raise problem or ValueError(f"{day} {MONTHS[month - 1]} is not in the year {year_in_words(year)}")


def month_in_style(calendar: str, year: int, month: int, year_begins: str) -> tuple[tuple[int, int], ...]:
    """The days of a month in a year counted in a style, as half-open day-number spans in order.

    Two spans where the year begins within the month: March 1710 in the style of 25 March is 25 to 31 March
    1710 and 1 to 24 March 1711.
    """
    start, stop = (year_start(calendar, y, year_begins) for y in (year, year + 1))
    first_year = calendar_date(calendar, start)[0]
    spans = []
    for y in (first_year, first_year + 1):
        first = day_number(calendar, y, month, 1)
        a, b = max(first, start), min(first + days_in_month(calendar, y, month), stop)
        if a < b:
            spans.append((a, b))
    return tuple(spans)


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

"""One EDTF date, without the sets and intervals that dates are put into: its grammar turned into time.

Belongs here: years, months, days and times with their masks and qualifiers. Does not belong here: what stands
around a date (see `edtf`), the arithmetic of masks (see `edtf_expansion`), why a text fails (`edtf_faults`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from claimcheck.dates import calendars
from claimcheck.dates.calendars import calendar_of_years, first_of_month
from claimcheck.dates.edtf_expansion import (
    CIRCA,
    EXACT,
    SEASONS,
    WITHOUT_SHARP_BOUNDS,
    Circa,
    Ranges,
    Widening,
    days_of,
    numbers_of_mask,
    years_of_mask,
    years_of_significant_digits,
)
from claimcheck.dates.edtf_faults import explain
from claimcheck.dates.edtf_values import DATE, PLAIN_DATE, QUALIFIERS, written_year
from claimcheck.dates.when import DAY, Fault, Limit, Unit

_LONGEST_YEAR = 1_000  # digits; no instant is further off, and Python's own limit (4,300) is never met
_FURTHEST_ZONE = 16 * 3600  # seconds; no local time has ever been further from Greenwich

Bounds = tuple[int | None, int | None]


class Dated(NamedTuple):
    """What one date, interval or set stands for: stretches in seconds, narrow and wide, and its unit.

    `wide` is the very object `narrow` where nothing widens it.
    """

    narrow: Sequence[Bounds]
    wide: Sequence[Bounds]
    unit: Unit
    earliest: Limit = Limit.CLOSED
    latest: Limit = Limit.CLOSED


def days_of_plain_date(
    year: str, month: str | None, day: str | None, circa: Circa = CIRCA
) -> tuple[int, int, Unit] | None:
    """The days of a date that is digits alone, half-open: of a Gregorian day, or a year or month of the calendar.

    None for what the calendar has not, for a season, for a year or month of another calendar than the Gregorian
    and the Julian, of the year of a reform, or of another year style than that of 1 January.
    """
    number, calendar = int(year), "gregorian"
    if number == 0 and year[0] == "-":
        return None
    if day is None and circa is not CIRCA:
        calendar = calendar_of_years(circa.calendar, number, number + 1)
        if calendar not in ("gregorian", "julian") or circa.year_begins != "1 January":
            return None
    if month is None:
        return first_of_month(calendar, number, 1), first_of_month(calendar, number + 1, 1), Unit.YEAR
    index = int(month)
    if not 0 < index < 13:
        return None
    first = first_of_month(calendar, number, index)
    if day is not None and "01" <= day <= "28":
        return first + int(day) - 1, first + int(day), Unit.DAY
    following = first_of_month(calendar, number + index // 12, index % 12 + 1)
    if day is None:
        return first, following, Unit.MONTH
    found = first + int(day) - 1
    return (found, found + 1, Unit.DAY) if first <= found < following else None


def read_date_parts(text: str, start: int, stop: int, circa: Circa) -> Dated | Fault:
    """One date, with all that can hang on it; the positions are those in the whole text."""
    plain = PLAIN_DATE.fullmatch(text, start, stop)
    if plain is not None:
        days = days_of_plain_date(plain[1], plain[2], plain[3], circa)
        if days is not None:
            bounds = ((days[0] * DAY, days[1] * DAY),)
            return Dated(bounds, bounds, days[2])
    return read_marked_date(text, start, stop, circa)


def read_marked_date(text: str, start: int, stop: int, circa: Circa) -> Dated | Fault:
    """One date that is more than digits: with an X, a qualifier, a season, a time of day, or a long year."""
    match = DATE.fullmatch(text, start, stop)
    if match is None:
        return explain(text, start, stop)
    years = _years(text, match)
    if isinstance(years, Fault):
        return years
    if match["hour"]:
        return _moment(text, match)
    month, day = match["month"], match["day"]
    months = _months(text, match) if month else None
    if isinstance(months, Fault):
        return months
    days_of_month = numbers_of_mask(day, 31) if day else None
    if day and "X" not in match[0]:  # a day of a year, all its figures known
        calendar, style = "gregorian", "1 January"
    else:  # seasons are those of the year from 1 January in every style, as in phrases
        calendar, style = circa.calendar, "1 January" if month in WITHOUT_SHARP_BOUNDS else circa.year_begins
        if not calendars.has_roman_months(calendar):
            return _of_another_calendar(text, match, years, months, circa)
    narrow_days = days_of(years, months, days_of_month, EXACT, calendar, style)
    if not narrow_days:
        return _no_such_day(text, match)
    narrow = wide = _seconds(narrow_days)
    widening = _widening(match, years, circa)
    if widening != EXACT:
        wide = _seconds(days_of(years, months, days_of_month, widening, calendar, style))
    return Dated(narrow, wide, Unit.DAY if day else Unit.MONTH if month else Unit.YEAR)


def _of_another_calendar(
    text: str, match: re.Match[str], years: Ranges, months: Ranges | None, circa: Circa
) -> Dated | Fault:
    """A year, or a month of one year, of a calendar whose years have months of their own."""
    calendar = circa.calendar
    widening = _widening(match, years, circa)
    if months is None and not match["day"]:
        try:
            narrow = _seconds(days_of(years, None, None, EXACT, calendar))
            wide = narrow if widening == EXACT else _seconds(days_of(years, None, None, widening, calendar))
        except ValueError as problem:
            return Fault(text, str(problem), match.start(), match.end(), "write a year that the calendar has")
        return Dated(narrow, wide, Unit.YEAR)
    if match["day"] or match["month"] in SEASONS or "X" in match["year"] + match["month"] or widening != EXACT:
        message = f"of the {calendar} calendar only years and months can be written as EDTF"
        remedy = "write a day as “5.9.1442”, or state the calendar of this date: `calendar: historical`"
        return Fault(text, message, match.start(), match.end(), remedy)
    year, month = int(match["year"]), int(match["month"])
    try:
        first = calendars.month_start(calendar, year, month)
        stop = first + calendars.days_in_month(calendar, year, month)
    except ValueError as problem:
        return Fault(text, str(problem), *match.span("month"), "write a month that the year has")
    found = ((first * DAY, stop * DAY),)
    return Dated(found, found, Unit.MONTH)


def _seconds(days: Ranges) -> Sequence[Bounds]:
    return [(start * DAY, stop * DAY) for start, stop in days]


def _years(text: str, match: re.Match[str]) -> Ranges | Fault:
    """The years of a date: four digits or X, or a long year; with significant digits perhaps."""
    if match["long_year"]:
        year = _long_year(text, match)
        if isinstance(year, Fault):
            return year
    elif match["year"] == "-0000":
        return Fault(text, "year 0 has no sign", *match.span("year"), "write 0000; it is 1 BC")
    elif "X" in match["year"]:
        if match["significant"]:
            message = "a year has unspecified digits or significant ones, not both"
            return Fault(text, message, *match.span("significant"), f"write {match['year']}")
        return years_of_mask(match["year"])
    else:
        year = int(match["year"])
    if (match["long_year"] or match["significant"]) and match["month"]:
        kind = "after Y" if match["long_year"] else "with significant digits"
        at = match.end("after_year")
        return Fault(
            text, f"a year {kind} stands alone, without month or day", at, match.end(), "leave the rest out"
        )
    if not match["significant"]:
        return [(year, year + 1)]
    written = len((match["year"] or str(year)).lstrip("-"))
    significant = match["significant"]
    if significant[0] == "0" or len(significant) > 4 or int(significant) > written:
        message = f"this year has {written} digits that can be significant"
        return Fault(text, message, *match.span("significant"), f"write a number from 1 to {written}")
    return years_of_significant_digits(year, int(significant))


def _long_year(text: str, match: re.Match[str]) -> int | Fault:
    digits, exponent = match["long_year"], (match["exponent"] or "").lstrip("0")
    if len(exponent) > 4 or len(digits) + int(exponent or "0") > _LONGEST_YEAR:
        message = f"a year of more than {_LONGEST_YEAR:,} digits cannot be placed"
        return Fault(
            text,
            message,
            match.start("long_year"),
            match.end("exponent" if exponent else "long_year"),
            "write fewer",
        )
    year: int = int(digits + "0" * int(exponent or "0"))
    if -9999 <= year <= 9999:
        end = match.end("exponent") if match["exponent"] else match.end("long_year")
        return Fault(
            text,
            "Y is for years of more than four digits",
            match.start("long_year") - 1,
            end,
            f"write {written_year(year)}",
        )
    return year


def _months(text: str, match: re.Match[str]) -> Ranges | Fault:
    """The months of a date as runs within the year, January being 0."""
    month = match["month"]
    if "X" not in month and not "01" <= month <= "12":
        if month not in SEASONS:
            remedy = "months are 01 to 12, seasons and other parts of the year 21 to 41"
            if "13" <= month <= "31" and "01" <= (match["day"] or "") <= "12":
                remedy = f"if the day came first, write {match['year']}-{match['day']}-{month}"
            return Fault(text, f"there is no month {month}", *match.span("month"), remedy)
        if match["day"]:
            message = "a season has no days"
            return Fault(text, message, *match.span("day"), "leave the day out, or write a month")
        first, length = SEASONS[month]
        return [(first, first + length)]
    numbers = numbers_of_mask(month, 12)
    if not numbers:
        return Fault(text, f"no month is {month}", *match.span("month"), "months are 01 to 12")
    return [(first - 1, last - 1) for first, last in numbers]


def _widening(match: re.Match[str], years: Ranges, circa: Circa) -> Widening:
    """How far the qualifiers, and the vague bounds of a season, let the parts reach.

    A qualifier right of a part holds for all to its left as one group, and reaches by the smallest unit of the
    group: `2004-06~` is a month either way, not five years and a month.
    """
    written = match[0]
    if "~" not in written and "%" not in written and match["month"] not in WITHOUT_SHARP_BOUNDS:
        return EXACT
    own_year, year, own_month, month, own_day, day = (mark in ("~", "%") for mark in match.group(*QUALIFIERS))
    rough = years[0][1] - years[0][0] >= 100
    by_years = (circa.long_years if rough else circa.years) if own_year or year else 0
    by_months = circa.months if own_month or month else 0
    if match["month"] in WITHOUT_SHARP_BOUNDS:
        by_months = max(by_months, circa.season_months)
    return Widening(by_years, by_months, circa.days if own_day or day else 0)


def _no_such_day(text: str, match: re.Match[str]) -> Fault:
    """The fault of a day that no year and month of the date has."""
    span = match.span("day")
    try:
        calendars.day_number("gregorian", int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError as problem:
        if "X" not in match["year"] + match["month"] + match["day"]:
            return Fault(text, str(problem), *span, "write a day that the month has")
    message = f"no day of {match['year']}-{match['month']} is {match['day']}"
    return Fault(text, message, *span, "write a day that some such month has")


def _moment(text: str, match: re.Match[str]) -> Dated | Fault:
    """A second of a day: shifted to Universal Time if a zone is given, as it stands if none is."""
    if "X" in match["year"] + match["month"] + match["day"] or any(match.group(*QUALIFIERS)):
        message = "a date with a time of day has no qualifiers and no X"
        return Fault(text, message, match.start(), match.end("day"), "leave the time out")
    days = days_of_plain_date(match["year"], match["month"], match["day"])
    if days is None:
        months = _months(text, match)
        return months if isinstance(months, Fault) else _no_such_day(text, match)
    hour, minute, second = match.group("hour", "minute", "second")
    if (hour, minute, second) != ("24", "00", "00"):
        for group, last in (("hour", "23"), ("minute", "59"), ("second", "59")):
            if match[group] > last:
                return Fault(text, f"{group}s run from 00 to {last}", *match.span(group), "24:00:00 ends a day")
    instant = days[0] * DAY + int(hour) * 3600 + int(minute) * 60 + int(second)
    zone = match["zone"]
    if zone and zone != "Z":
        shift = int(zone[1:3]) * 3600 + int(zone[4:] or "0") * 60
        if zone[4:] > "59" or shift >= _FURTHEST_ZONE:
            remedy = "a shift is less than 16 hours, its minutes less than 60"
            return Fault(text, "no clock is so far from Universal Time", *match.span("zone"), remedy)
        if zone[0] == "-" and shift == 0:
            return Fault(text, "no shift is a shift of plus nothing", *match.span("zone"), "write Z or +00:00")
        instant += shift if zone[0] == "-" else -shift
    narrow = ((instant, instant + 1),)
    return Dated(narrow, narrow, Unit.SECOND)

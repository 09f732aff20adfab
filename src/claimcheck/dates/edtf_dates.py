"""One EDTF date, without the sets and intervals that dates are put into: its grammar turned into time.

Belongs here: years, months, days and times with their masks and qualifiers; why a text is no such date, and where.
Does not belong here: what stands around a date (see `edtf`), the arithmetic of masks (see `edtf_expansion`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from claimcheck.dates import calendars
from claimcheck.dates.calendars import calendar_of_years, day_number, first_of_month
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


# ------------------------------------------------------------ why a text is no date
# The first thing in it that the grammar does not have, with the nearest form that is EDTF.

_ALPHABET = re.compile(r"[^0-9X?~%YEST:Z+-]")
_TWO_QUALIFIERS = re.compile(r"[?~%]{2,}")
_YEAR = re.compile(r"[?~%]?(-?)([0-9X]*)")
_LONG_YEAR = re.compile(r"[?~%]?Y(-?)([0-9]*)(E[0-9]*)?(S[0-9]*)?")
_NUMBER = re.compile(r"[?~%]?([0-9X]*)[?~%]?")
_TIME = re.compile(r"([0-9]*)(?::([0-9]*)(?::([0-9]*))?)?")
_WORD = re.compile(r"[^\W\d_]+")
_OTHER_FORMS = re.compile(r"[WPR][0-9]+")
_LETTERS_OF_EDTF = re.compile(r"[-0-9XYyEeSspTtZz:+?~%]+")

_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
_EXCERPT = 40  # characters of the text that a message or a remedy repeats at most


def explain(text: str, start: int, stop: int) -> Fault:
    """The fault of text[start:stop], which the grammar has been found not to accept as one date."""
    if start == stop:
        return Fault(
            text, "a date is missing here", start, stop, "write a date such as “1956”, “1956-02” or “1956-02-14”"
        )
    foreign = _ALPHABET.search(text, start, stop)
    if foreign:
        return _foreign(text, start, stop, foreign.start())
    double = _TWO_QUALIFIERS.search(text, start, stop)
    if double:
        remedy = "write % for what is both uncertain and approximate" if len(set(double[0])) > 1 else ""
        return Fault(text, "a part of a date has one qualifier at most", *double.span(), remedy or "write it once")
    return _walk(text, start, stop)


def _foreign(text: str, start: int, stop: int, at: int) -> Fault:
    """The fault of a character that no EDTF date has."""
    character = text[at]
    if character in _OUT_OF_PLACE:
        message, remedy = _OUT_OF_PLACE[character]
        return Fault(text, message, at, at + 1, remedy)
    whole = text[start:stop] if stop - start <= _EXCERPT else ""
    if character in "xu" and _is_masked(text, start, at):
        return _fault(text, at, "an unspecified digit is a capital X", re.sub("[xu]", "X", whole), "X")
    if character in _DASHES:
        return _fault(text, at, "the parts of a date are joined by hyphens", whole.replace(character, "-"), "-")
    if character in "etyzsp" and _LETTERS_OF_EDTF.fullmatch(whole):
        corrected = whole.upper().replace("P", "S")  # before 2019, p stood for precision
        return _fault(text, at, "the letters of EDTF are capitals", corrected, character.upper())
    if text.startswith("..", at):
        message = "two dots stand inside a set, or alone at one end of an interval"
        remedy = "write a/b for an interval, [a..b] for one date out of a range, a/.. for an open end"
        return Fault(text, message, at, at + 2, remedy)
    if character == ".":
        return Fault(text, "a date has no dots and no fractions", at, at + 1, "write “1956-02-14T23:20:30”")
    if character.isspace():
        return Fault(text, "a date has no spaces", at, at + 1, "write it without the space")
    return _word(text, at, stop)


_BRACKET = ("a set stands alone, with no set or text beside or inside it", "write one flat list")
_ROUND_BRACKET = (
    "EDTF has had no round brackets since 2019",
    "write the qualifier after the parts it holds for, “2004-06?-11”, or before its one part, “2004-?06-11”",
)
_OUT_OF_PLACE = {
    "[": _BRACKET,
    "]": _BRACKET,
    "{": _BRACKET,
    "}": _BRACKET,
    "(": _ROUND_BRACKET,
    ")": _ROUND_BRACKET,
    "/": ("an interval has two ends, and stands in no set", "in a set write two dots: “[1667..1668,1670]”"),
    ",": ("several dates are a set", "write [a,b] for one of them, {a,b} for all of them"),
    "^": ("EDTF has had no ^ since 2019", "write the season's own number, such as 29 for the southern spring"),
}


def _word(text: str, at: int, stop: int) -> Fault:
    """The fault of a letter, a foreign digit or a stray sign."""
    character = text[at]
    other = _OTHER_FORMS.match(text, at, stop)
    if other:
        kind = {"W": "week dates", "P": "durations", "R": "repetitions"}[character]
        return Fault(text, f"EDTF has no {kind}", *other.span(), "write the days: “1956-02-13/1956-02-19”")
    word = _WORD.match(text, at, min(stop, at + _EXCERPT))
    if word and character.isascii():
        older = {"open": "an open end is two dots: “1956/..”", "unknown": "an unknown end is left empty: “1956/”"}
        return Fault(text, "EDTF has no words", *word.span(), older.get(word[0].lower(), "write “1956-02-14”"))
    if character.isdigit():
        message = f"{_name(character)} is not one of the digits 0 to 9"
        return Fault(text, message, at, at + 1, "write the digits 0 to 9")
    return Fault(text, f"{_name(character)} does not belong in a date", at, at + 1, "leave it out")


def _is_masked(text: str, start: int, at: int) -> bool:
    """Whether the character may have been meant for a digit: it stands among digits and other masks."""
    return at > start and (text[at - 1].isdigit() or text[at - 1] in "-xuX")


def _fault(text: str, at: int, message: str, corrected: str, otherwise: str) -> Fault:
    """A fault at one character; the corrected text is offered only if it is itself a date."""
    remedy = f"write “{corrected}”" if DATE.fullmatch(corrected) else f"write {otherwise}"
    return Fault(text, message, at, at + 1, remedy)


def _name(character: str) -> str:
    """A character by its code and name, which shows where the character itself would not."""
    from unicodedata import name

    return f"U+{ord(character):04X} {name(character, 'a character without a name')}"


def _walk(text: str, start: int, stop: int) -> Fault:
    """The fault of a text made of the right characters: part by part, the first that is not as it should be."""
    if text.startswith("-Y", start):
        corrected = f"Y-{_clip(text[start + 2 : stop].lstrip('-'))}"
        return Fault(text, "the sign follows the Y", start, start + 2, f"write {corrected}")
    long_year = _LONG_YEAR.match(text, start, stop)
    if long_year:
        return _fault_of_long_year(text, stop, long_year)
    year = _YEAR.match(text, start, stop)
    if year is None or not year[2]:
        return Fault(
            text, "a year is missing here", start, _next(start, stop), "write four digits: “1956”, “0044”, “-0043”"
        )
    fault = _year(text, start, stop, year)
    if fault:
        return fault
    at = year.end()
    if text.startswith("S", at):
        return _after_significant_digits(text, at, stop)
    if text.startswith("E", at):
        return Fault(text, "only a year after Y has an exponent", at, at + 1, "write “Y17E7”")
    at += text[at : at + 1] in ("?", "~", "%")
    for part, following in (("month", "day"), ("day", "time")):
        if at == stop:
            break
        if text[at] == "T":
            return Fault(
                text,
                f"a time follows a full date; the {part} is missing",
                at,
                at + 1,
                "write “1956-02-14T23:20:30”",
            )
        if text[at] != "-":
            remedy = f"write a hyphen before the {part}, or nothing"
            return Fault(text, f"this does not belong after the {_before(part)}", at, at + 1, remedy)
        number = _NUMBER.match(text, at + 1, stop)
        digits = number[1] if number else ""
        if number is None or len(digits) != 2:
            return _wrong_number(text, at + 1, stop, part, digits)
        at = number.end()
        if following == "time" and at < stop:
            return _time(text, start, at, stop)
    return Fault(
        text, "this does not belong in a date", at, _next(at, stop), "write “1956”, “1956-02” or “1956-02-14”"
    )


def _year(text: str, start: int, stop: int, year: re.Match[str]) -> Fault | None:
    digits, span = year[2], year.span(2)
    if year[1] and "X" in digits:
        message = "an unspecified digit has no place in a year before 1 BC"
        return Fault(text, message, year.start(1), span[1], "write the years: “-0199/-0100” or “[-0199..-0100]”")
    if len(digits) == 4:
        return None
    if len(digits) < 4:
        sign = year[1] if digits.strip("0") else ""
        remedy = f"write “{sign}{digits.zfill(4)}” for the year"
        if not year[1] and len(digits) in (2, 3) and "X" not in digits:
            remedy += (
                f", “{digits.ljust(4, 'X')}” for the {'decade' if len(digits) == 3 else 'years of that century'}"
            )
        return Fault(text, "a year has four digits", year.start(1), span[1], remedy)
    if len(digits) == 8 and "X" not in digits and not year[1] and _is_day(digits):
        remedy = f"write “{digits[:4]}-{digits[4:6]}-{digits[6:]}”"
        return Fault(text, "EDTF has no dates without hyphens", *span, remedy)
    remedy = "write four digits, or Y before more"
    if len(digits) <= _EXCERPT and digits.isdecimal() and digits[0] != "0":
        remedy = f"write “Y{year[1]}{digits}”"
    return Fault(text, "a year of more than four digits begins with Y", year.start(1), span[1], remedy)


def _is_day(digits: str) -> bool:
    """Whether eight digits are a day of the Gregorian calendar."""
    try:
        day_number("gregorian", int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return False
    return True


def _fault_of_long_year(text: str, stop: int, year: re.Match[str]) -> Fault:
    at = year.end()
    if not year[2]:
        return Fault(text, "a year is missing after Y", at, _next(at, stop), "write “Y17000” or “Y-17000”")
    if year[2][0] == "0":
        return Fault(text, "a year after Y has no leading zeros", *year.span(2), "leave the zeros out")
    if year[3] == "E":
        return Fault(text, "an exponent is missing after E", at, _next(at, stop), "write “Y17E7” for 170000000")
    if year[4] == "S":
        return Fault(
            text, "the number of significant digits is missing after S", at, _next(at, stop), "write “Y17000S2”"
        )
    return Fault(text, "a year after Y stands alone, without month or day", at, stop, "leave the rest out")


def _after_significant_digits(text: str, at: int, stop: int) -> Fault:
    digits = re.compile("S([0-9]*)").match(text, at, stop)
    if digits is None or not digits[1]:
        return Fault(text, "the number of significant digits is missing after S", at, at + 1, "write “1950S2”")
    end = digits.end()
    return Fault(text, "a year with significant digits stands alone", end, stop, "leave out what follows")


def _wrong_number(text: str, at: int, stop: int, part: str, digits: str) -> Fault:
    if not digits:
        return Fault(text, f"a {part} is missing here", at, _next(at, stop), f"write two digits for the {part}")
    if len(digits) == 3 and part == "month":
        message = "EDTF has no days of the year; a month has two digits"
        return Fault(text, message, at, at + 3, "write the month and the day")
    single = len(digits) == 1 and digits != "0"
    remedy = f"write {digits.zfill(2)}" if single else f"write two digits for the {part}"
    return Fault(text, f"a {part} has two digits", at, at + len(digits), remedy)


def _time(text: str, start: int, at: int, stop: int) -> Fault:
    if text[at] != "T":
        return Fault(
            text, "this does not belong after the day", at, _next(at, stop), "write T before a time of day"
        )
    if any(character in "?~%X" for character in text[start : min(at, start + _EXCERPT)]):
        return Fault(text, "a date with a time of day has no qualifiers and no X", start, at, "leave the time out")
    time = _TIME.match(text, at + 1, stop)
    end = time.end() if time else at + 1
    if time is None or None in time.groups() or any(len(part) != 2 for part in time.groups()):
        message = "a time of day has hours, minutes and seconds, of two digits each"
        return Fault(text, message, at + 1, max(end, _next(at + 1, stop)), "write T23:20:30")
    remedy = "write Z for Universal Time, or a shift such as +03:00"
    return Fault(text, "this is no time zone", end, stop, remedy)


def _before(part: str) -> str:
    return "year" if part == "month" else "month"


def _next(at: int, stop: int) -> int:
    return min(at + 1, stop)


def _clip(text: str) -> str:
    return text if len(text) <= _EXCERPT else text[:_EXCERPT] + "…"

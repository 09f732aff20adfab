"""Why a text is not an EDTF date, and where: the first thing in it that the grammar does not have.

Belongs here: telling apart the ways in which people miss the grammar, each with its place and the nearest form
that is EDTF. Does not belong here: reading what is EDTF (see `edtf`), dates that the calendar lacks.
"""

from __future__ import annotations

import re

from claimcheck.dates.calendars import day_number
from claimcheck.dates.edtf_values import DATE
from claimcheck.dates.when import Fault

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
        return _long_year(text, stop, long_year)
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


def _long_year(text: str, stop: int, year: re.Match[str]) -> Fault:
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

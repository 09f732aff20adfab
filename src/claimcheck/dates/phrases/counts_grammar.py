"""The grammar of counted time: "7 years and 3 months", "at least 2 days", "six in the evening".

Belongs here: lengths of time and times of the clock, from the words that state them. Does not belong here:
what they are counted from (see `grammar`).
"""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.dates.phrases.cursor import Cursor, Unread
from claimcheck.dates.phrases.kinds import (
    AND,
    CARDINAL,
    CIRCA,
    CLOCK,
    HALF,
    LIMIT,
    MERIDIEM,
    MONTH,
    NOON,
    NUMBER,
    NUMERIC,
    ORDINAL,
    QUANTITY,
    UNIT,
    A,
)
from claimcheck.dates.phrases.nodes import Length

# Months, days, seconds of a unit, and the halves of units that have whole ones.
UNITS: dict[str, tuple[int, int, int]] = {
    "minute": (0, 0, 60),
    "hour": (0, 0, 3600),
    "day": (0, 1, 0),
    "week": (0, 7, 0),
    "ten-days": (0, 10, 0),
    "fortnight": (0, 14, 0),
    "month": (1, 0, 0),
    "quarter": (3, 0, 0),
    "half-year": (6, 0, 0),
    "year": (12, 0, 0),
    "decade": (120, 0, 0),
    "century": (1200, 0, 0),
    "millennium": (12_000, 0, 0),
}
_ORDER = tuple(UNITS)
_SPECIAL = {
    "year-and-half": ("year", (18, 0, 0)),
    "month-and-half": ("month", (1, 15, 0)),
}
_HALVES = {
    "hour": (0, 0, 1800),
    "day": (0, 0, 43_200),
    "month": (0, 15, 0),
    "year": (6, 0, 0),
    "decade": (60, 0, 0),
    "century": (600, 0, 0),
}
_LARGEST_COUNT = 100_000


class Amount(NamedTuple):
    """A length as stated, or a range of two; with "at least", "about" and the like."""

    length: Length
    to: Length | None
    quantity: str
    about: bool


def amount(cursor: Cursor) -> Amount | None:
    """The length stated from here on; None, and the cursor unmoved, if none is."""
    start = cursor.i
    quantity, about = "", False
    while True:
        kind = cursor.kinds[cursor.i]
        if kind == QUANTITY and not quantity:
            quantity = cursor.words[cursor.i]
        elif kind == LIMIT and cursor.words[cursor.i] == "until" and not quantity:
            quantity = "most"  # "up to 3 days after"
        elif kind == CIRCA and not about:
            about = True
        else:
            break
        cursor.i += 1
    first = _count(cursor)
    second: int | None = None
    if first is not None:
        joiner = cursor.joiner()
        if joiner in ("dash", "to", "or"):
            cursor.i += 1
            second = _count(cursor)
            if second is None or second <= first:
                cursor.i = start
                return None
    found = _lengths(cursor, first, second)
    if found is None:
        cursor.i = start
        return None
    return Amount(found[0], found[1], "" if quantity == "exactly" else quantity, about)


def _count(cursor: Cursor) -> int | None:
    kind, number = cursor.kinds[cursor.i], cursor.numbers[cursor.i]
    if kind in (NUMBER, CARDINAL):
        cursor.i += 1
        if number > _LARGEST_COUNT:
            raise Unread(cursor.i - 1, "no date is counted so far", "write a smaller number")
        return number
    if kind == A and cursor.kinds[cursor.i + 1] == UNIT:
        cursor.i += 1
        return 1
    return None


def _lengths(cursor: Cursor, first: int | None, second: int | None) -> tuple[Length, Length | None] | None:
    i = cursor.i
    word = cursor.words[i]
    if first is None and word == "half" and cursor.kinds[i] == UNIT:
        return _half_a(cursor)
    if cursor.kinds[i] != UNIT:
        return None
    if first is None and word in _SPECIAL:
        cursor.i += 1
        unit, (months, days, seconds) = _SPECIAL[word]
        return Length(months, days, seconds, unit), None
    if word == "half" and first == 1:  # "a half year"
        return _half_a(cursor)
    if word not in UNITS or (first is None and cursor.numbers[i] == 2):
        return None  # a plural that nothing counts
    cursor.i += 1
    count = 1 if first is None else first
    low = _times(UNITS[word], count)
    compound = False
    high = None if second is None else _times(UNITS[word], second)
    smallest = word
    while True:
        i = cursor.i
        if cursor.kinds[i] == HALF and word in _HALVES:
            low, compound = _plus(low, _HALVES[word]), True
            cursor.i += 1
            break
        if cursor.kinds[i] == AND or cursor.words[i] == ",":
            cursor.i += 1
        more = _count(cursor)
        next_word = cursor.words[cursor.i]
        if (
            more is None
            or high is not None
            or cursor.kinds[cursor.i] != UNIT
            or next_word not in UNITS
            or _ORDER.index(next_word) >= _ORDER.index(smallest)
        ):
            cursor.i = i
            break
        low = _plus(low, _times(UNITS[next_word], more))
        smallest, compound = next_word, True
        word = next_word
        cursor.i += 1
    if compound:
        return Length(*low, smallest), None
    return Length(*low, smallest, count), None if high is None else Length(*high, smallest, second or 0)


def _half_a(cursor: Cursor) -> tuple[Length, None] | None:
    i = cursor.i + 1
    if cursor.kinds[i] == A:
        i += 1
    word = cursor.words[i]
    if cursor.kinds[i] != UNIT or word not in _HALVES:
        return None
    cursor.i = i + 1
    return Length(*_HALVES[word], word), None


def _times(unit: tuple[int, int, int], count: int) -> tuple[int, int, int]:
    return unit[0] * count, unit[1] * count, unit[2] * count


def _plus(a: tuple[int, int, int], b: tuple[int, int, int]) -> tuple[int, int, int]:
    return a[0] + b[0], a[1] + b[1], a[2] + b[2]


class ClockTime(NamedTuple):
    """A time of day in seconds, to an hour or a minute; `to` is the end of a stretch between two."""

    seconds: int
    to: int | None
    unit: str


DAYPART_MERIDIEMS = frozenset(("morning", "afternoon", "evening", "night"))


def clock_time(cursor: Cursor) -> ClockTime | None:
    """The time of the clock stated from here on ("6 to 8 a.m."); None, and the cursor unmoved, if none is."""
    start = cursor.i
    first = _hour(cursor)
    if first is None:
        return None
    seconds, unit, meridiem = first
    joiner = cursor.joiner()
    if joiner in ("dash", "to", "and"):
        middle = cursor.i
        cursor.i += 1
        second = _hour(cursor)
        if second is not None and second[2]:
            end = _with_meridiem(cursor, second[0], second[2])
            begin = _with_meridiem(cursor, seconds, meridiem or _meridiem_before(seconds, second))
            if begin >= end:
                raise Unread(start, "the hours run backwards", "name the earlier hour first")
            return ClockTime(begin, end, "minute" if "minute" in (unit, second[1]) else "hour")
        cursor.i = middle
    if not meridiem:
        cursor.i = start
        return None
    return ClockTime(_with_meridiem(cursor, seconds, meridiem), None, unit)


def clock_hours(cursor: Cursor) -> tuple[ClockTime, ...]:
    """The time of the clock stated from here on, or two between which it is left open ("2 or 3 a.m.").

    Empty, and the cursor unmoved, if none is. Where the first of two does not say which half of the day it is of,
    it is of that of the second.
    """
    start = cursor.i
    first = _hour(cursor)
    if first is not None and cursor.joiner() == "or":
        cursor.i += 1
        second = _hour(cursor)
        if second is not None and second[2]:
            later = _with_meridiem(cursor, second[0], second[2])
            if first[2]:
                earlier = _with_meridiem(cursor, first[0], first[2])
            elif second[2] == "o'clock":
                earlier = first[0] % 43_200 + later - later % 43_200
            else:
                earlier = _with_meridiem(cursor, first[0], _meridiem_before(first[0], second))
            return ClockTime(earlier, None, first[1]), ClockTime(later, None, second[1])
    cursor.i = start
    time = clock_time(cursor)
    return (time,) if time is not None else ()


def _meridiem_before(seconds: int, second: tuple[int, str, str]) -> str:
    """ "11 to 1 p.m." begins in the morning; otherwise the first hour is of the same half of the day."""
    if second[2] in ("pm", "afternoon") and seconds % 43_200 > second[0] % 43_200:
        return "am"
    return second[2]


def _hour(cursor: Cursor) -> tuple[int, str, str] | None:
    """Seconds, unit and half of the day ("" unless stated; "24" on the clock of 24 hours) of one time."""
    i = cursor.i
    kind, number, word = cursor.kinds[i], cursor.numbers[i], cursor.words[i]
    if kind == NOON:
        cursor.i += 1
        if word == "midnight":
            cursor.i = i
            return None
        return number, "hour", "24"
    if kind == MERIDIEM and number == 1:  # «в час дня»
        cursor.i += 1
        return 3600, "hour", word
    if kind == CLOCK:
        cursor.i += 1
        return number, word, _meridiem(cursor) or "24"
    if kind == NUMERIC and word.count(".") == 1 and len(word.partition(".")[2]) == 2:
        hours, minutes = map(int, word.split("."))  # "6.30 p.m."
        if hours > 24 or minutes > 59:
            return None
        cursor.i += 1
        meridiem = _meridiem(cursor)
        if not meridiem and cursor.kinds[cursor.i + 1] == MONTH and cursor.kinds[cursor.i] in (NUMBER, ORDINAL):
            meridiem = "24"  # «в 18.30 14 февраля»
        if not meridiem:
            cursor.i = i
            return None
        return hours * 3600 + minutes * 60, "minute" if minutes else "hour", meridiem
    if kind not in (NUMBER, CARDINAL, ORDINAL) or not 0 <= number <= 24:
        return None
    cursor.i += 1
    unit, minutes, meridiem = "hour", 0, _meridiem(cursor)
    if not meridiem and cursor.words[cursor.i] == "hour":
        cursor.i += 1
        meridiem = _meridiem(cursor) or "24"
        if cursor.kinds[cursor.i] in (NUMBER, CARDINAL) and cursor.words[cursor.i + 1] == "minute":
            minutes, unit = cursor.numbers[cursor.i], "minute"
            cursor.i += 2
            if meridiem == "24":
                meridiem = _meridiem(cursor) or "24"
            if minutes > 59:
                raise Unread(cursor.i - 2, "an hour has 60 minutes", "write “18:45 on 3 May 1791”")
    return number * 3600 + minutes * 60, unit, meridiem


def _meridiem(cursor: Cursor) -> str:
    if cursor.kinds[cursor.i] != MERIDIEM:
        return ""
    word = cursor.words[cursor.i]
    cursor.i += 1
    if word == "o'clock":
        return _meridiem(cursor) or "o'clock"
    return word


def _with_meridiem(cursor: Cursor, seconds: int, meridiem: str) -> int:
    """Seconds after midnight of a time on the clock of twelve hours in that half of the day."""
    hours = seconds // 3600
    if meridiem in ("24", "") or (meridiem == "o'clock" and hours > 12):
        return seconds
    if hours > 12:
        raise Unread(
            cursor.i - 1,
            "the clock of twelve hours has no such hour",
            "write “18:00 on 3 May 1791” or “6 p.m. on 3 May 1791”",
        )
    if meridiem == "o'clock":
        half = cursor.choose("before or after noon", 2)
        return seconds % 43_200 + (43_200 if half else 0)
    if meridiem in ("am", "morning"):
        return seconds % 43_200
    if meridiem in ("pm", "afternoon"):
        return seconds % 43_200 + 43_200
    if meridiem == "evening":
        return seconds if hours == 12 else seconds + 43_200
    return seconds + 43_200 if 6 <= hours <= 12 else seconds

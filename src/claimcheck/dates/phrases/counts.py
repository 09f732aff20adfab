"""Counted time: "7 years and 3 months", "at least 2 days after", "within a week", "the third week after".

Belongs here: lengths of time from the words that state them, and counting with them from a date or an event. Does
not belong here: which words make a count (see `limits`), other relations (see `neighbours`).
"""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.dates.conventions import EXACT, Tolerance
from claimcheck.dates.phrases.cursor import Cursor, Unread
from claimcheck.dates.phrases.kinds import AND, CARDINAL, CIRCA, HALF, LIMIT, NUMBER, QUANTITY, UNIT, A
from claimcheck.dates.phrases.nodes import Counted, Happening, Length, NthAfter, Within
from claimcheck.dates.phrases.stretches import (
    Impossible,
    Instant,
    Stretch,
    Times,
    by,
    exact,
    first_midnight,
    last_midnight,
    moved,
    next_midnight,
    widened,
)
from claimcheck.dates.phrases.working import Working

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


_SPECIAL = {"year-and-half": ("year", (18, 0, 0)), "month-and-half": ("month", (1, 15, 0))}


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


_COUNTED_ON = frozenset(("day", "week", "ten-days", "month", "quarter", "year", "decade", "century"))
_COARSENESS = {"month": 1, "year": 2, "decade": 3, "century": 4, "millennium": 5}


def half_tolerance(working: Working, rule: str, unit: str) -> Tolerance:
    """The tolerance of a rule; where that is "half", half of the unit named, and at least a day."""
    found = working.fire(rule)
    return _half(unit) if found.half else found


def _half(unit: str) -> Tolerance:
    """Half of a unit, in whole days and at least one where days or more are counted."""
    months, days, seconds = UNITS[unit]
    return Tolerance(months // 2, (days + 1) // 2 + 15 * (months % 2), seconds // 2)


def _rounded_to(node: Counted) -> int:
    """What a round number was rounded to: the largest power of ten that divides it, a hundred at most."""
    counts = [length.counted for length in (node.length, node.to) if length is not None]
    return max(
        power for power in (1, 10, 100) if all(count and count % power == 0 for count in counts) or power == 1
    )


def _half_of(unit: tuple[int, int, int], count: int) -> Tolerance:
    """Half of so many units; the count is even."""
    months, days, seconds = (part * count // 2 for part in unit)
    return Tolerance(months, days, seconds)


def _sum(a: Tolerance, b: Tolerance) -> Tolerance:
    return Tolerance(a.months + b.months, a.days + b.days, a.seconds + b.seconds)


def is_named_day(whole: Times, stretch: Stretch) -> bool:
    """Whether these are days that the calendar names, as dates and feasts are, and no event or approximation."""
    start, stop, wide_start, wide_stop, *_ = stretch
    return whole.grain == "day" and isinstance(start, int) and (start, stop) == (wide_start, wide_stop)


def counted(working: Working, node: Counted) -> Times:
    """So many units before or after: days from the next day on, months and years by the calendar.

    The day before or after one that the calendar names is that one day, and none about it.
    """
    whole = working.referred(node.child)
    tolerance = half_tolerance(working, "counted", node.length.smallest)
    is_one_day = node.length[:4] == (0, 1, 0, "day") and not (node.to or node.about or node.quantity)
    if is_one_day and all(is_named_day(whole, stretch) for stretch in whole.stretches):
        tolerance = EXACT
    if node.about:
        about = half_tolerance(working, "circa-count", node.length.smallest)
        rounded = _rounded_to(node)
        if rounded > 1 and working.tolerances["circa-count"].half:
            tolerance = _half_of(UNITS[node.length.smallest], rounded)
        else:
            tolerance = _sum(tolerance, about)
    low, high = node.length, node.to or node.length
    if node.inclusive:
        low, high = _inclusive(low), _inclusive(high)
    if whole.grain in _COARSENESS and not isinstance(node.child, Happening) and not node.quantity:
        shifted = _shifted(working, whole, low, high, node.after, tolerance)
        if shifted is not None:
            return shifted
    found: list[Stretch] = []
    for stretch in whole.stretches:
        away = _after if node.after else _before
        narrow = _pair(working, stretch.stop if node.after else stretch.start, low, high, away)
        early, late = stretch.wide_start, stretch.late_start
        if node.after:
            early, late = stretch.early_stop, stretch.wide_stop
        first = _pair(working, early, low, high, away)
        last = _pair(working, late, low, high, away)
        made = Stretch(narrow[0], narrow[1], first[0], last[1], last[0], first[1])
        found.append(_with_quantity(widened(made, tolerance, working.calendar), stretch, node))
    unit = node.length.smallest
    return Times(tuple(found), unit if unit in ("hour", "minute") else "day")


def _inclusive(length: Length) -> Length:
    if length.months or length.seconds or length.days < 1:
        raise Impossible("only days and weeks are counted inclusively", "write the count without `inclusive`")
    return Length(0, length.days - 1, 0, length.smallest)


_Away = tuple[Instant, Instant]


def _pair(working: Working, limit: Instant | None, low: Length, high: Length, away: object) -> _Away:
    """From the start of the nearer count to the end of the farther one, in order of time."""
    count = _after if away is _after else _before
    near, far = count(working, limit, low), count(working, limit, high)
    return (near[0], far[1]) if count is _after else (far[0], near[1])


def _after(working: Working, limit: Instant | None, length: Length) -> _Away:
    calendar = working.calendar
    if length.seconds:
        if limit is None:
            raise Impossible("nothing says when this ends, so nothing can be counted from it")
        start = moved(limit, length.months, length.days, length.seconds, calendar)
        stop = moved(start, 0, 0, 60 if length.smallest == "minute" else 3600, calendar)
    elif length.months:
        start = moved(last_midnight(limit), length.months, length.days, 0, calendar)
        stop = moved(start, 0, 1, 0, calendar)
    else:
        midnight = next_midnight(limit)
        start = moved(midnight, 0, length.days - 1, 0, calendar)
        stop = moved(midnight, 0, length.days, 0, calendar)
    return _both(start, stop)


def _before(working: Working, limit: Instant | None, length: Length) -> _Away:
    calendar = working.calendar
    if length.seconds:
        if limit is None:
            raise Impossible("nothing says when this begins, so nothing can be counted from it")
        stop = moved(limit, -length.months, -length.days, -length.seconds, calendar)
        start = moved(stop, 0, 0, -60 if length.smallest == "minute" else -3600, calendar)
    else:
        midnight = first_midnight(limit)
        start = moved(midnight, -length.months, -length.days, 0, calendar)
        stop = moved(start, 0, 1, 0, calendar)
    return _both(start, stop)


def _both(start: Instant | None, stop: Instant | None) -> _Away:
    if start is None or stop is None:
        raise Impossible("nothing can be counted from an open limit", "count from a date or an event")
    return start, stop


def _with_quantity(made: Stretch, base: Stretch, node: Counted) -> Stretch:
    """ "At least" opens the far side, "at most" reaches back to what is counted from."""
    quantity, after = node.quantity, node.after
    if not quantity:
        return made
    inward = quantity in ("most", "less")
    if inward == after:  # the stretch ends at the count
        stop, wide, early = made.stop, made.wide_stop, made.early_stop
        if quantity in ("less", "more"):
            stop, wide, early = made.start, made.late_start, made.wide_start
        if after:
            return Stretch(base.stop, stop, base.early_stop, wide, base.wide_stop, early)
        return Stretch(None, stop, None, wide, None, early)
    start, wide, late = made.start, made.wide_start, made.late_start
    if quantity in ("less", "more"):
        start, wide, late = made.stop, made.early_stop, made.wide_stop
    if after:
        return Stretch(start, None, wide, None, late, None)
    return Stretch(start, base.start, wide, base.late_start, late, base.wide_start)


def _shifted(
    working: Working, whole: Times, low: Length, high: Length, after: bool, tolerance: Tolerance
) -> Times | None:
    """ "Two years after 1776" is the year 1778: a unit is moved by its own kind; None for smaller counts."""
    smallest = _COARSENESS.get({"quarter": "month", "half-year": "month"}.get(low.smallest, low.smallest), 0)
    if smallest < _COARSENESS[whole.grain] or low.days or low.seconds:
        return None
    sign = 1 if after else -1
    first, last = sorted((sign * low.months, sign * high.months))
    found = []
    for s in whole.stretches:
        ends = [moved(x, first, 0, 0, working.calendar) for x in (s.start, s.wide_start, s.late_start)]
        stops = [moved(x, last, 0, 0, working.calendar) for x in (s.stop, s.wide_stop, s.early_stop)]
        made = Stretch(ends[0], stops[0], ends[1], stops[1], ends[2], stops[2])
        found.append(widened(made, tolerance, working.calendar))
    return Times(tuple(found), whole.grain)


def within(working: Working, node: Within) -> Times:
    """No longer than that before, after, or either side; wide at the far limits."""
    whole = working.referred(node.child)
    tolerance = half_tolerance(working, "within", node.length.smallest)
    calendar = working.calendar
    found = []
    for s in whole.stretches:
        start, wide_start, late_start = s.stop, s.early_stop, s.wide_stop
        stop, wide_stop, early_stop = s.start, s.late_start, s.wide_start
        if node.word in ("of", "after"):
            stop, wide_stop, early_stop = (
                _reach(working, x, node.length) for x in (s.stop, s.wide_stop, s.early_stop)
            )
            wide_stop, early_stop = (
                by(wide_stop, tolerance, calendar, 1),
                by(early_stop, tolerance, calendar, -1),
            )
        if node.word in ("of", "before"):
            length = node.length
            start, wide_start, late_start = (
                _before(working, x, length)[1 if length.seconds else 0]
                for x in (s.start, s.wide_start, s.late_start)
            )
            wide_start, late_start = (
                by(wide_start, tolerance, calendar, -1),
                by(late_start, tolerance, calendar, 1),
            )
        found.append(Stretch(start, stop, wide_start, wide_stop, late_start, early_stop))
    return Times(tuple(found), "hour" if node.length.seconds else "day")


def _reach(working: Working, limit: Instant | None, length: Length) -> Instant | None:
    start, stop = _after(working, limit, length)
    return start if length.seconds else stop


def month_after(limit: Instant | None, months: int, calendar: str) -> Instant | None:
    """The midnight that ends the day so many months after the last day up to a limit."""
    return moved(last_midnight(limit), months, 1, 0, calendar)


def nth_after(working: Working, node: NthAfter) -> Times:
    """The nth day, week, month or year counted from something: "in the third week after @x"."""
    number = node.number
    if number < 1 or node.unit not in _COUNTED_ON:
        raise Impossible("such units are not counted from a date", "write “3 weeks after @event”")
    if node.unit == "day":
        if working.is_russian and number > 1 and not node.inclusive:
            # «На третий день» is the second after it as often as the third: the day itself may be the first.
            inclusive = working.choose("whether the day itself is counted", 2) == 1
            node = node._replace(inclusive=inclusive)
        return counted(
            working, Counted(Length(0, number, 0, "day"), None, "", False, node.after, node.inclusive, node.child)
        )
    if node.inclusive:
        raise Impossible("only days are counted inclusively", "write the count without `inclusive`")
    whole = working.referred(node.child)
    tolerance = half_tolerance(working, "nth-counted", node.unit)
    calendar = working.calendar
    months, days, _ = UNITS[node.unit]
    found = []
    for s in whole.stretches:
        if node.after and not months:
            midnight = next_midnight(s.stop)
            start, stop = (moved(midnight, 0, k * days, 0, calendar) for k in (number - 1, number))
        elif node.after:
            start, stop = (
                month_after(s.stop, k * months, calendar) if k else next_midnight(s.stop)
                for k in (number - 1, number)
            )
        else:
            midnight = first_midnight(s.start)
            start, stop = (moved(midnight, -k * months, -k * days, 0, calendar) for k in (number, number - 1))
        found.append(widened(exact(start, stop), tolerance, calendar))
    return Times(tuple(found), "day")

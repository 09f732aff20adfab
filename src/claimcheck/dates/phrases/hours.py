"""Parts of the day and times of the clock: "six in the evening", the night of 13–14 May, "6 a.m.".

Belongs here: how they are read, and which seconds of days they are. Does not belong here: parts of longer units
(see `parts`), what stands before a time (see `targets`).
"""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.dates.phrases import kinds
from claimcheck.dates.phrases.cursor import Cursor, Unread
from claimcheck.dates.phrases.ellipsis import completed
from claimcheck.dates.phrases.nodes import Clock, Daypart, Either, Node, Run, Stated
from claimcheck.dates.phrases.stretches import (
    Impossible,
    Instant,
    Stretch,
    Times,
    days,
    first_midnight,
    last_midnight,
    moved,
)
from claimcheck.dates.phrases.working import Working, instant
from claimcheck.dates.when import DAY


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
    if kind == kinds.NOON:
        cursor.i += 1
        if word == "midnight":
            cursor.i = i
            return None
        return number, "hour", "24"
    if kind == kinds.MERIDIEM and number == 1:  # «в час дня»
        cursor.i += 1
        return 3600, "hour", word
    if kind == kinds.CLOCK:
        cursor.i += 1
        return number, word, _meridiem(cursor) or "24"
    if kind == kinds.NUMERIC and word.count(".") == 1 and len(word.partition(".")[2]) == 2:
        hours, minutes = map(int, word.split("."))  # "6.30 p.m."
        if hours > 24 or minutes > 59:
            return None
        cursor.i += 1
        meridiem = _meridiem(cursor)
        if (
            not meridiem
            and cursor.kinds[cursor.i + 1] == kinds.MONTH
            and cursor.kinds[cursor.i] in (kinds.NUMBER, kinds.ORDINAL)
        ):
            meridiem = "24"  # «в 18.30 14 февраля»
        if not meridiem:
            cursor.i = i
            return None
        return hours * 3600 + minutes * 60, "minute" if minutes else "hour", meridiem
    if kind not in (kinds.NUMBER, kinds.CARDINAL, kinds.ORDINAL) or not 0 <= number <= 24:
        return None
    cursor.i += 1
    unit, minutes, meridiem = "hour", 0, _meridiem(cursor)
    if not meridiem and cursor.words[cursor.i] == "hour":
        cursor.i += 1
        meridiem = _meridiem(cursor) or "24"
        if cursor.kinds[cursor.i] in (kinds.NUMBER, kinds.CARDINAL) and cursor.words[cursor.i + 1] == "minute":
            minutes, unit = cursor.numbers[cursor.i], "minute"
            cursor.i += 2
            if meridiem == "24":
                meridiem = _meridiem(cursor) or "24"
            if minutes > 59:
                raise Unread(cursor.i - 2, "an hour has 60 minutes", "write “18:45 on 3 May 1791”")
    return number * 3600 + minutes * 60, unit, meridiem


def _meridiem(cursor: Cursor) -> str:
    if cursor.kinds[cursor.i] != kinds.MERIDIEM:
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


def daypart_of(cursor: Cursor, parts: tuple[int, ...]) -> Node:
    name = cursor.words[cursor.i]
    cursor.i += 1
    onto = cursor.kinds[cursor.i] == kinds.ON and name == "night"
    between = cursor.kinds[cursor.i] in (kinds.FROM, kinds.BETWEEN) and name in ("night", "midnight")
    if onto or between:
        cursor.i += 1
    elif cursor.kinds[cursor.i] == kinds.BETWEEN:
        raise Unread(cursor.i)
    first = cursor.unit_or_event(cursor)
    joiner = cursor.joiner() or ("to" if cursor.kinds[cursor.i] == kinds.ON else "")
    following = cursor.kinds[cursor.i + 1]
    elliptic = isinstance(first, Stated) and first.month is None
    if (
        joiner
        and not onto
        and (
            (between or joiner in ("dash", "to") or elliptic)
            and following in (kinds.NUMBER, kinds.ORDINAL, kinds.MONTH, kinds.NUMERIC)
        )
    ):
        cursor.i += 1
        second = cursor.unit_or_event(cursor)
        first, second = completed(first, second), completed(second, first, later=True)
        if joiner == "or":
            return Daypart(name, parts, False, Either((first, second), "or"))
        return Daypart(name, parts, False, Run(first, second, "dash"))
    if between:
        raise Unread(cursor.i, "the night lies between two days", "write “night of 13–14 February 1956”")
    return Daypart(name, parts, onto, first)


# Hours from the midnight that begins the day.
DAYPARTS = {
    "small-hours": (0, 6),
    "early-morning": (4, 8),
    "morning": (6, 12),
    "daytime": (6, 18),
    "afternoon": (12, 18),
    "evening": (18, 24),
    "night": (20, 30),
    "midnight": (24, 25),
    "noon": (12, 13),
}


def daypart(working: Working, node: Daypart) -> Times:
    """A part of each day of the child; the night of two days is the one between them."""
    start_hour, stop_hour = DAYPARTS[node.name]
    rule = "part-of-day"
    if node.parts:
        length = (stop_hour - start_hour) * 3600
        bounds = [start_hour * 3600 + k * length // 3 for k in range(4)]
        start, stop = bounds[min(node.parts)], bounds[max(node.parts) + 1]
    else:
        start, stop = start_hour * 3600, stop_hour * 3600
    whole = working.referred(node.child)
    stretches = whole.stretches
    if node.name in ("noon", "midnight"):
        rule = "clock-hour"
        ends_day = isinstance(node.child, Run) or node.name == "noon"
        if not ends_day and working.choose("midnight at the beginning or the end", 2) == 0:
            start, stop = 0, 3600
    if isinstance(node.child, Run):
        stretches = _run_of_days(working, node, stretches)
        if node.name in ("night", "midnight"):
            rule = "night-between-days" if node.name == "night" else rule
    if node.onto:
        rule, start, stop = "night-between-days", start - DAY, stop - DAY
    return Times(_widened_in_its_days(working, rule, _hours(stretches, start, stop, whole.grain)), "hour")


def _run_of_days(working: Working, node: Daypart, stretches: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
    found: list[Stretch] = []
    for stretch in stretches:
        first, stop = (instant(stretch.start, "a night") // DAY, instant(stretch.stop, "a night") // DAY)
        if node.name in ("night", "midnight"):
            if stop - first != 2:
                raise Impossible(
                    "a night lies between two days that follow each other", "write “night of 13–14 February 1956”"
                )
            found.append(days(first, first + 1))
        elif stop - first > 31:
            raise Impossible("that is more days than one would count parts of", "write the first and the last day")
        else:
            found += [days(day, day + 1) for day in range(first, stop)]
    return tuple(found)


def clock(working: Working, node: Clock) -> Times:
    """An hour or a minute of the clock on the child's day, or the stretch between two."""
    start = node.seconds
    stop = node.to if node.to is not None else start + (3600 if node.unit == "hour" else 60)
    whole = working.referred(node.child)
    if node.about and node.to is None:  # about six is from half past five to half past six, not from six on
        start, stop = max(start - 1800, 0), min(start + 1800, DAY)
    found = _hours(whole.stretches, start, stop, whole.grain)
    found = _widened_in_its_days(working, f"clock-{node.unit}", found)
    if node.about:
        found = _widened_in_its_days(working, "circa-hour", found)
    return Times(found, "minute" if node.about else node.unit)


def centred(stretch: Stretch) -> Stretch:
    """The hour around noon or midnight, where the stretch is the hour that begins then."""
    return Stretch(*(moved(limit, 0, 0, -1800, "gregorian") for limit in stretch))


def _widened_in_its_days(working: Working, rule: str, stretches: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
    """The stretches with the rule's leeway, but never past a midnight: a part of a day stays part of that day."""
    found = []
    for before, after in zip(stretches, working.widen(rule, stretches), strict=True):
        if isinstance(before.wide_start, int) and isinstance(after.wide_start, int):
            after = after._replace(wide_start=max(after.wide_start, before.wide_start // DAY * DAY))
        if isinstance(before.wide_stop, int) and isinstance(after.wide_stop, int):
            after = after._replace(wide_stop=min(after.wide_stop, -(-before.wide_stop // DAY) * DAY))
        found.append(after)
    return tuple(found)


def _hours(stretches: tuple[Stretch, ...], start: int, stop: int, grain: str) -> tuple[Stretch, ...]:
    """These seconds of the day of each stretch, which must be a single day (an event may last longer)."""
    if grain in ("hour", "minute"):
        raise Impossible("this has a time of day already", "write one time of day")
    found = []
    for s in stretches:
        if isinstance(s.start, int) and isinstance(s.stop, int) and s.stop - s.start != DAY:
            raise Impossible(
                "a time of day needs a single day", "write the day: “the evening of 13 February 1956”"
            )
        found.append(
            Stretch(
                _at(first_midnight(s.start), start),
                _at(last_midnight(s.stop), stop),
                _at(first_midnight(s.wide_start), start),
                _at(last_midnight(s.wide_stop), stop),
                _at(first_midnight(s.late_start), start),
                _at(last_midnight(s.early_stop), stop),
            )
        )
    return tuple(found)


def _at(midnight: Instant, seconds: int) -> Instant | None:
    return moved(midnight, 0, 0, seconds, "gregorian")

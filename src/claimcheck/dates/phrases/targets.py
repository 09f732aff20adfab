"""What a limit or a count can refer to: a unit or an event, and what stands before and behind it.

Belongs here: targets, with "about", parts of the day and times of the clock beside them. Does not belong here:
limits, counts, runs and alternatives themselves (see `grammar`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from claimcheck.dates.phrases import kinds
from claimcheck.dates.phrases.cursor import Cursor, Unread, refused
from claimcheck.dates.phrases.hours import DAYPART_MERIDIEMS, ClockTime, clock_hours, daypart_of
from claimcheck.dates.phrases.neighbours import RELATIONS
from claimcheck.dates.phrases.nodes import Circa, Clock, Daypart, Either, Node, Stated
from claimcheck.dates.phrases.parts import stated_fraction, stated_part
from claimcheck.dates.phrases.units import calendar_unit

_SHORT_CENTURY = re.compile(r"[Cc][0-9]{1,2}(?:st|nd|rd|th)?")


def target(cursor: Cursor) -> Node:
    """What a date, a limit or a count refers to. Raises Unread where nothing readable stands."""
    cursor.deeper()
    node = unit_or_event(cursor)
    if cursor.i < cursor.n:
        node = _time_after(cursor, node)
    cursor.depth -= 1
    return node


def unit_or_event(cursor: Cursor) -> Node:
    kind = cursor.kinds[cursor.i]
    if kind == kinds.ON:
        cursor.i += 1  # «на следующий день после …»
        kind = cursor.kinds[cursor.i]
    if cursor.clocky:
        node = _clock(cursor, False)
        if node is not None:
            return node
    if kind in (kinds.ORDINAL, kinds.ROMAN, kinds.NUMBER):
        node = stated_fraction(cursor) or calendar_unit(cursor)
    else:
        reader = _PREFIXES.get(kind)
        node = reader(cursor) if reader is not None else calendar_unit(cursor)
    if node is None:
        raise refused(cursor)
    return node


def _circa(cursor: Cursor) -> Node:
    cursor.i += 1
    short = cursor.words[cursor.i - 1] == "c" and 1 <= cursor.numbers[cursor.i] <= 21
    if short and _SHORT_CENTURY.fullmatch(cursor.text_of(cursor.i - 1, cursor.i + 1)):
        cursor.i += 1  # "C17"
        return Stated("century", number=cursor.numbers[cursor.i - 1])
    if cursor.kinds[cursor.i] == kinds.CIRCA:
        raise Unread(cursor.i)
    if cursor.clocky:
        node = _clock(cursor, True)
        if node is not None:
            return node
    return Circa(target(cursor))


def _daypart(cursor: Cursor) -> Node:
    return daypart_of(cursor, ())


def _meridiem_daypart(cursor: Cursor) -> Node | None:
    """ "In the evening of 13 February"."""
    number = cursor.numbers[cursor.i + 1]
    if cursor.words[cursor.i] == "am" and cursor.kinds[cursor.i + 1] == kinds.NUMBER and number > 5000:
        cursor.i += 2  # "AM 6562": no morning has so many hours
        return Stated("year", number, number=number, era="am")
    if cursor.words[cursor.i] not in DAYPART_MERIDIEMS or cursor.numbers[cursor.i]:
        return None
    return daypart_of(cursor, ())


def _noon(cursor: Cursor) -> Node:
    """Midnight, which begins one day and ends another; noon is a time of the clock."""
    return daypart_of(cursor, ())


def _clock(cursor: Cursor, about: bool) -> Node | None:
    if cursor.kinds[cursor.i] not in (
        kinds.CLOCK,
        kinds.NUMBER,
        kinds.CARDINAL,
        kinds.NOON,
        kinds.NUMERIC,
        kinds.MERIDIEM,
    ):
        return None
    hours = clock_hours(cursor)
    if not hours:
        return None
    cursor.symbol(",")
    return _at_hours(hours, about, target(cursor))


def _at_hours(hours: Sequence[ClockTime], about: bool, day: Node) -> Node:
    """One time of a day, or one of two."""
    times = tuple(Clock(time.seconds, time.to, time.unit, about, day) for time in hours)
    return times[0] if len(times) == 1 else Either(times, "or")


def _time_after(cursor: Cursor, node: Node) -> Node:
    """ "14 February 1956, 6 a.m.", «13 февраля вечером»: the time of a day after the day."""
    start = cursor.i
    if (
        cursor.kinds[start - 1] == kinds.NUMERIC
        and cursor.kinds[start] == kinds.CLOCK
        and not cursor.numbers[start]
    ):
        cursor.i += 1  # "1956-02-13 00:00:00", as spreadsheets write a day that has no time
        return node
    comma = cursor.symbol(",")
    kind, word = cursor.kinds[cursor.i], cursor.words[cursor.i]
    if isinstance(node, Daypart | Clock) and comma:
        cursor.i = start
        return node
    parts: tuple[int, ...] = ()
    if kind in (kinds.PART, kinds.EDGE) and cursor.kinds[cursor.i + 1] == kinds.DAYPART:
        parts = (cursor.numbers[cursor.i],)
        cursor.i += 1
        kind, word = cursor.kinds[cursor.i], cursor.words[cursor.i]
    after = cursor.kinds[cursor.i + 1] if cursor.i < cursor.n else ""
    ends = cursor.i + 1 >= cursor.n or after in (kinds.SYMBOL, "or", "and", "but", "to")
    if ends and (
        kind == kinds.DAYPART
        or (kind == kinds.MERIDIEM and word in DAYPART_MERIDIEMS and not cursor.numbers[cursor.i])
    ):
        cursor.i += 1
        return Daypart(word, parts, False, node)
    if cursor.clocky:
        about = cursor.take(kinds.CIRCA)
        hours = clock_hours(cursor)
        if hours:
            return _at_hours(hours, about, node)
    cursor.i = start
    return node


def _article(cursor: Cursor) -> Node:
    """ "A Friday in February 1956"."""
    cursor.i += 1
    if cursor.kinds[cursor.i] not in (kinds.WEEKDAY, kinds.DAYPART, kinds.UNIT):
        raise refused(cursor)
    return target(cursor)


def _refused(cursor: Cursor) -> Node:
    raise refused(cursor)


_PREFIXES: dict[str, Callable[[Cursor], Node | None]] = {
    **RELATIONS,
    kinds.CIRCA: _circa,
    kinds.PART: stated_part,
    kinds.EDGE: stated_part,
    kinds.DAYPART: _daypart,
    kinds.MERIDIEM: _meridiem_daypart,
    kinds.NOON: _noon,
    kinds.A: _article,
    kinds.REFUSED: _refused,
}

"""The grammar of what stands before a calendar unit or an event: parts, fractions, parts of the day, relations.

Belongs here: targets, that is everything a limit or a count can refer to. Does not belong here: limits, counts,
runs and alternatives themselves (see `grammar`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from claimcheck.dates.phrases.counts_grammar import DAYPART_MERIDIEMS, ClockTime, clock_hours
from claimcheck.dates.phrases.cursor import Cursor, Unread
from claimcheck.dates.phrases.ellipsis import completed
from claimcheck.dates.phrases.era_years import is_named
from claimcheck.dates.phrases.kinds import (
    ANCHOR,
    BETWEEN,
    CARDINAL,
    CIRCA,
    CLOCK,
    DAYPART,
    EDGE,
    ERA,
    FROM,
    INCLUSIVE,
    LIMIT,
    MERIDIEM,
    MONTH,
    NOON,
    NUMBER,
    NUMERIC,
    ON,
    ORDINAL,
    PART,
    REFUSED,
    REIGN,
    ROMAN,
    SYMBOL,
    UNIT,
    WEEKDAY,
    A,
)
from claimcheck.dates.phrases.nodes import (
    Circa,
    Clock,
    Daypart,
    Either,
    Fraction,
    Happening,
    Node,
    NthAfter,
    NthWeekday,
    Part,
    Regnal,
    Run,
    Stated,
)
from claimcheck.dates.phrases.refusals import refused
from claimcheck.dates.phrases.relations_grammar import RELATIONS
from claimcheck.dates.phrases.units_grammar import calendar_unit

_FRACTIONS = frozenset(
    (
        "half",
        "third",
        "quarter",
        "week",
        "ten-days",
        "decade",
        "day",
        "month",
        "dates",
        "year",
    )
)


_PARTS_OF = {"half": 2, "third": 3, "quarter": 4}
_SHORT_CENTURY = re.compile(r"[Cc][0-9]{1,2}(?:st|nd|rd|th)?")


def target(cursor: Cursor) -> Node:
    """What a date, a limit or a count refers to. Raises Unread where nothing readable stands."""
    cursor.deeper()
    node = _target(cursor)
    if cursor.i < cursor.n:
        node = _time_after(cursor, node)
    cursor.depth -= 1
    return node


def _target(cursor: Cursor) -> Node:
    kind = cursor.kinds[cursor.i]
    if kind == ON:
        cursor.i += 1  # «на следующий день после …»
        kind = cursor.kinds[cursor.i]
    if cursor.clocky:
        node = _clock(cursor, False)
        if node is not None:
            return node
    if kind in (ORDINAL, ROMAN, NUMBER):
        node = _fraction(cursor) or calendar_unit(cursor)
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
    if cursor.kinds[cursor.i] == CIRCA:
        raise Unread(cursor.i)
    if cursor.clocky:
        node = _clock(cursor, True)
        if node is not None:
            return node
    return Circa(target(cursor))


def _part(cursor: Cursor) -> Node:
    parts = [cursor.numbers[cursor.i]]
    edge = cursor.kinds[cursor.i] == EDGE
    cursor.i += 1
    run = False
    while True:
        if cursor.words[cursor.i] == "-" and cursor.kinds[cursor.i + 1] in ("to", "or", "and"):
            cursor.i += 1  # "early- to mid-18th century"
        if cursor.kinds[cursor.i] == PART and cursor.text_of(cursor.i - 1, cursor.i).endswith("-"):
            run = True  # "mid-late 1990s"
            parts.append(cursor.numbers[cursor.i])
            cursor.i += 1
        joiner = cursor.joiner()
        if joiner and cursor.kinds[cursor.i + 1] in (PART, EDGE):
            run = run or joiner in ("dash", "to")
            cursor.i += 1
            parts.append(cursor.numbers[cursor.i])
            cursor.i += 1
        else:
            break
    if run:
        if parts != sorted(set(parts)):
            raise Unread(cursor.i - 1, "the parts run backwards", "name the earlier part first")
        parts = list(range(parts[0], parts[-1] + 1))
    if cursor.words[cursor.i] == "-" and cursor.kinds[cursor.i] == SYMBOL:
        cursor.i += 1  # "mid-February"
    if cursor.kinds[cursor.i] == DAYPART:
        return _daypart_of(cursor, tuple(parts))
    return Part(tuple(parts), edge, target(cursor))


def _fraction(cursor: Cursor) -> Node | None:
    """ "The second half of …", "the first to third weeks of …", "the 3rd year of @accession"."""
    i = cursor.i
    number, last, joined = cursor.numbers[i], cursor.numbers[i], ""
    k = i + 1
    if cursor.kinds[k] == SYMBOL or cursor.kinds[k] in ("or", "and", "to"):
        cursor.i = k
        joined = cursor.joiner()
        cursor.i = i
        if not joined or cursor.kinds[k + 1] not in (ORDINAL, ROMAN, NUMBER):
            return None
        last = cursor.numbers[k + 1]
        k += 2
    word, kind = cursor.words[k], cursor.kinds[k]
    if kind == WEEKDAY and not joined and cursor.kinds[i] == ORDINAL:
        cursor.i = k + 1
        return NthWeekday(number, cursor.numbers[k], target(cursor))
    if kind == REIGN and not joined and cursor.kinds[i] != NUMBER:
        cursor.i = k + 1
        return Regnal(number, target(cursor))
    count = 0
    if kind in (CARDINAL, NUMBER) and cursor.kinds[k + 1] == UNIT and cursor.kinds[i] == ORDINAL and not joined:
        count = cursor.numbers[k]  # "the first three days of May"
        k += 1
        word, kind = cursor.words[k], cursor.kinds[k]
    if kind == ORDINAL and cursor.numbers[k] == 3 and cursor.kinds[i] == ORDINAL:
        word, kind = "third", UNIT  # "the last third of …"
    if kind == "decade" and number in (1, -1):
        return None
    if kind != UNIT or word not in _FRACTIONS:
        return None
    if joined and (last < number or number > _PARTS_OF.get(word, number)):
        return None  # "15th–first half of the 16th century"
    return _fraction_of(cursor, (number, last, joined, count), word, k)


def _fraction_of(cursor: Cursor, run: tuple[int, int, str, int], unit: str, k: int) -> Node | None:
    number, last, joined, count = run
    i = cursor.i
    plural = cursor.numbers[k] == 2
    if unit == "day" and not plural and cursor.kinds[k + 1] == MONTH and number > 0 and not joined and not count:
        return None  # «13 числа мая» is a day like any other
    counts_on = cursor.kinds[k + 1] == LIMIT and cursor.words[k + 1] in ("before", "after")
    if unit == "year" and number >= 32 and not (counts_on and cursor.kinds[i] == ORDINAL and not joined):
        return None
    if unit == "year" and plural and not count:
        return None
    cursor.i = k + 1
    if cursor.kinds[cursor.i] == LIMIT and cursor.words[cursor.i] in ("before", "after") and not joined:
        after = cursor.words[cursor.i] == "after"
        cursor.i += 1
        child = target(cursor)
        inclusive = cursor.take(INCLUSIVE)
        if unit == "day" and not after and isinstance(child, Stated) and child.unit == "roman-day":
            return child._replace(day=number, number=1)  # "the ninth day before the Kalends of September"
        return NthAfter(number, unit, after, inclusive, child)
    reign = cursor.take(REIGN)
    if unit == "year" and cursor.kinds[cursor.i] == ERA and not joined and is_named(cursor.words[cursor.i]):
        cursor.i += 1  # "the fifth year of (the reign of) Elizabeth I"
        return Stated("year", number, number=number, era=cursor.words[cursor.i - 1])
    if reign:
        cursor.take(FROM)
        return Regnal(number, target(cursor))
    if cursor.i >= cursor.n or (
        unit == "year" and cursor.kinds[cursor.i] not in (ANCHOR, ORDINAL, ROMAN, "decade")
    ):
        cursor.i = i
        return None
    child = target(cursor)
    if unit == "year" and isinstance(child, Stated) and child.unit == "olympiad" and not joined:
        return child._replace(day=number)
    if unit == "year" and isinstance(child, Happening):
        return Regnal(number, child)
    if count:
        first, last = (number, number + count - 1) if number > 0 else (-count, -1)
        return Fraction(first, last, unit, child)
    if plural and unit in ("day", "month") and not joined:
        if number not in (1, -1):
            raise Unread(
                k,
                f"which {unit}s are these?",
                f"write `the third {unit} of …` or `the first {unit}s of …`",
            )
        return Fraction(number, number, f"{unit}s", child)
    if joined == "or" and number != last:
        return Either(
            (Fraction(number, number, unit, child), Fraction(last, last, unit, child)),
            "or",
        )
    return Fraction(number, last, unit, child)


def _daypart(cursor: Cursor) -> Node:
    return _daypart_of(cursor, ())


def _daypart_of(cursor: Cursor, parts: tuple[int, ...]) -> Node:
    name = cursor.words[cursor.i]
    cursor.i += 1
    onto = cursor.kinds[cursor.i] == ON and name == "night"
    between = cursor.kinds[cursor.i] in (FROM, BETWEEN) and name in (
        "night",
        "midnight",
    )
    if onto or between:
        cursor.i += 1
    elif cursor.kinds[cursor.i] == BETWEEN:
        raise Unread(cursor.i)
    first = _first_day(cursor)
    joiner = cursor.joiner() or ("to" if cursor.kinds[cursor.i] == ON else "")
    following = cursor.kinds[cursor.i + 1]
    elliptic = isinstance(first, Stated) and first.month is None
    if (
        joiner
        and not onto
        and ((between or joiner in ("dash", "to") or elliptic) and following in (NUMBER, ORDINAL, MONTH, NUMERIC))
    ):
        cursor.i += 1
        second = _first_day(cursor)
        first, second = completed(first, second), completed(second, first, later=True)
        if joiner == "or":
            return Daypart(name, parts, False, Either((first, second), "or"))
        return Daypart(name, parts, False, Run(first, second, "dash"))
    if between:
        raise Unread(
            cursor.i,
            "the night lies between two days",
            "write “night of 13–14 February 1956”",
        )
    return Daypart(name, parts, onto, first)


def _first_day(cursor: Cursor) -> Node:
    """The day after a part of the day: a unit or an event, without a time of its own after it."""
    return _target(cursor)


def _meridiem_daypart(cursor: Cursor) -> Node | None:
    """ "In the evening of 13 February"."""
    number = cursor.numbers[cursor.i + 1]
    if cursor.words[cursor.i] == "am" and cursor.kinds[cursor.i + 1] == NUMBER and number > 5000:
        cursor.i += 2  # "AM 6562": no morning has so many hours
        return Stated("year", number, number=number, era="am")
    if cursor.words[cursor.i] not in DAYPART_MERIDIEMS or cursor.numbers[cursor.i]:
        return None
    return _daypart_of(cursor, ())


def _noon(cursor: Cursor) -> Node:
    """Midnight, which begins one day and ends another; noon is a time of the clock."""
    return _daypart_of(cursor, ())


def _clock(cursor: Cursor, about: bool) -> Node | None:
    if cursor.kinds[cursor.i] not in (CLOCK, NUMBER, CARDINAL, NOON, NUMERIC, MERIDIEM):
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
    if cursor.kinds[start - 1] == NUMERIC and cursor.kinds[start] == CLOCK and not cursor.numbers[start]:
        cursor.i += 1  # "1956-02-13 00:00:00", as spreadsheets write a day that has no time
        return node
    comma = cursor.symbol(",")
    kind, word = cursor.kinds[cursor.i], cursor.words[cursor.i]
    if isinstance(node, Daypart | Clock) and comma:
        cursor.i = start
        return node
    parts: tuple[int, ...] = ()
    if kind in (PART, EDGE) and cursor.kinds[cursor.i + 1] == DAYPART:
        parts = (cursor.numbers[cursor.i],)
        cursor.i += 1
        kind, word = cursor.kinds[cursor.i], cursor.words[cursor.i]
    after = cursor.kinds[cursor.i + 1] if cursor.i < cursor.n else ""
    ends = cursor.i + 1 >= cursor.n or after in (SYMBOL, "or", "and", "but", "to")
    if ends and (
        kind == DAYPART or (kind == MERIDIEM and word in DAYPART_MERIDIEMS and not cursor.numbers[cursor.i])
    ):
        cursor.i += 1
        return Daypart(word, parts, False, node)
    if cursor.clocky:
        about = cursor.take(CIRCA)
        hours = clock_hours(cursor)
        if hours:
            return _at_hours(hours, about, node)
    cursor.i = start
    return node


def _article(cursor: Cursor) -> Node:
    """ "A Friday in February 1956"."""
    cursor.i += 1
    if cursor.kinds[cursor.i] not in (WEEKDAY, DAYPART, UNIT):
        raise refused(cursor)
    return target(cursor)


def _refused(cursor: Cursor) -> Node:
    raise refused(cursor)


_PREFIXES: dict[str, Callable[[Cursor], Node | None]] = {
    **RELATIONS,
    CIRCA: _circa,
    PART: _part,
    EDGE: _part,
    DAYPART: _daypart,
    MERIDIEM: _meridiem_daypart,
    NOON: _noon,
    A: _article,
    REFUSED: _refused,
}
